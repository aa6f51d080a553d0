//! The name of a Luật in running text, and where it ends. Certain are a name with its number behind it and a name of the register; of any other the
//! words tell.

use super::{number, register};
use crate::model::InstrumentKind;
use crate::text::clean::collapse;

/// Words with which a sentence goes on behind the name of a Luật.
const ENDS: &[&str] = &[
    " như sau",
    " đã được",
    " đã sửa",
    " được sửa",
    " được bổ sung",
    " được ban hành",
    " số ",
    " ngày ",
    " năm ",
    " quy định",
    " có hiệu lực",
    " và Luật",
    " và Bộ luật",
    " và Nghị",
    " và Pháp lệnh",
    " và Thông tư",
    " và các ",
    " và quy định",
    " và khoản",
    " và điểm",
    " và Điều",
    " để ",
    " thì ",
    " này",
    " và pháp luật",
    " khi ",
    " cho ",
    " phải ",
    " được ",
    " bị ",
    " tới ",
    " đến ",
    " trong ",
    " về ",
    " nhưng ",
    " có nội dung",
    " gồm ",
    " bao gồm",
    " sau đây",
    " và không",
    " làm công",
    " thành ",
    " bằng ",
];

/// Words with which a sentence goes on, and names too: "Luật Hòa giải, đối thoại tại Tòa án".
const BETWEEN: &[&str] = &[" tại ", " của Quốc hội", " theo ", " với ", " thực hiện"];

/// How many words of a sentence behind such a word may still be the end of a name, where the sentence ends with them.
const TAIL_WORDS: usize = 4;

/// Words that begin no part of a name behind a comma.
const NEW_PARTS: &[&str] = &[
    "khoản",
    "điểm",
    "các ",
    "được",
    "sửa đổi",
    "nghị",
    "thông tư",
    "pháp l",
    "trừ",
    "gồm",
    "bao gồm",
    "trong đó",
    "theo",
    "phù hợp",
    "thì",
    "nếu",
    "kể",
];

/// How many letters behind the kind can hold a name: the longest of the register has 85.
const NEAR: usize = 160;

/// The name of a Luật: up to its number, to the end that the register knows, to punctuation or to a word that goes on with the sentence; and where
/// it ends. Empty if there is none.
pub(super) fn name_at(text: &str, from: usize, depth: u8) -> (String, usize) {
    let none = (String::new(), from);
    let rest = text.get(from..).unwrap_or_default();
    if !rest.starts_with(' ') {
        return none;
    }
    // A name is short: only the words that can hold one are looked at.
    let cut: usize = rest.chars().take(NEAR).map(char::len_utf8).sum();
    let near = rest.get(..cut).unwrap_or(rest);
    if let Some(end) = amending_name(text, from, near, depth) {
        return (collapse(text.get(from..end).unwrap_or_default()), end);
    }
    let end = numbered(near).unwrap_or_else(|| {
        let worded = worded(near);
        let known = register::longest(near).filter(|known| *known >= worded);
        known.unwrap_or_else(|| to_the_end(near, worded))
    });
    let end = end + acronym(near.get(end..).unwrap_or_default());
    let own = near.get(..end).unwrap_or_default();
    let name = own.trim();
    if !name.starts_with(char::is_alphabetic) || name.chars().count() > NEAR {
        return none;
    }
    (collapse(name), from + own.trim_end().len())
}

/// Where a name ends whose number follows it: "Luật Lò theo phương thức chung số 2/2020/QH14".
fn numbered(near: &str) -> Option<usize> {
    let end = near.find(" số ")?;
    let (number, _) = number::cited(near, end)?;
    let of_a_law = ["QH", "CTN", "HĐNN", "HDNN", "LCT"].iter().any(|symbol| number.contains(symbol));
    let name = near.get(..end)?;
    let parted = name.contains([';', ':', '.', '“', '”', '"', '\n', '/']) && acronym_at(name).is_none();
    let another = InstrumentKind::words().any(|kind| name.contains(&format!(" {kind}")))
        || [" Điều ", " khoản ", " điểm "].iter().any(|word| name.contains(word));
    (of_a_law && !parted && !another).then_some(end)
}

/// Where the acronym begins that stands behind a name, if the text ends with one.
fn acronym_at(name: &str) -> Option<usize> {
    let open = name.find(" (")?;
    (acronym(name.get(open..)?) == name.len() - open).then_some(open)
}

/// The length of ` (HIV/AIDS)` at the start of a text.
fn acronym(rest: &str) -> usize {
    let inside = rest.strip_prefix(" (").and_then(|inside| inside.split_once(')')).map(|(inside, _)| inside);
    let capitals = |inside: &&str| {
        (2..=20).contains(&inside.len()) && inside.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '-'))
    };
    inside.filter(capitals).map_or(0, |inside| inside.len() + " ()".len())
}

/// Where a name ends by its words.
fn worded(near: &str) -> usize {
    let mut end = near.find(['(', ')', ';', ':', '.', '“', '”', '"', '\n', '/']).unwrap_or(near.len());
    for word in ENDS.iter().chain(BETWEEN) {
        if let Some(at) = near.find(word) {
            end = end.min(at);
        }
    }
    name_comma(near, end)
}

/// A name that ends before a word that may also be its own goes on where hardly anything stands behind it: "theo Luật Trông coi thợ tại xã."
fn to_the_end(near: &str, end: usize) -> usize {
    let tail = near.get(end..).unwrap_or_default();
    if !BETWEEN.iter().any(|word| tail.starts_with(word)) {
        return end;
    }
    let stop = tail.find([';', '.', ':', '\n', '(', ')', ',', '“']).unwrap_or(tail.len());
    let last = tail.get(..stop).unwrap_or_default();
    let plain = !last.contains(|c: char| c.is_ascii_digit())
        && !ENDS.iter().any(|word| last.contains(word))
        && !["Điều", "quy định", "cơ quan", "trình tự", "thẩm quyền"].iter().any(|word| last.contains(word));
    if plain && last.split_whitespace().count() <= TAIL_WORDS { end + last.trim_end().len() } else { end }
}

/// Where the name of a law ends that amends another and bears its name: "Luật sửa đổi, bổ sung một số điều của Luật Điện lực".
fn amending_name(text: &str, from: usize, near: &str, depth: u8) -> Option<usize> {
    if depth >= 2 || !near.starts_with(" sửa đổi") {
        return None;
    }
    let of = near.find(" của ")? + " của ".len();
    let kind = InstrumentKind::words().find(|kind| near.get(of..).is_some_and(|inner| inner.starts_with(kind)))?;
    let begin = from + of + kind.len();
    let (_, end) = name_at(text, begin, depth + 1);
    (end > begin).then_some(end)
}

/// Where a name ends that may hold commas, as some do ("Luật Thể dục, thể thao"): a comma is kept if a small letter follows that begins no place and no
/// instrument.
fn name_comma(near: &str, end: usize) -> usize {
    let mut from = 0;
    while let Some(comma) = near.get(from..end).and_then(|n| n.find(',')).map(|at| at + from) {
        let after = near.get(comma + 1..).unwrap_or_default().trim_start();
        if !after.starts_with(char::is_lowercase) || NEW_PARTS.iter().any(|word| after.starts_with(word)) {
            return comma;
        }
        from = comma + 1;
    }
    end
}
