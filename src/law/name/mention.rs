//! Instruments as a text names them: `Thông tư số 39/2016/TT-NHNN ngày 30 tháng 12 năm 2016 của …`, `Luật Giám định tư pháp số 13/2012/QH13`,
//! `Nghị định này`. First citation: kind, number, date, issuing body, title; later: kind and number; a Luật by its name (Nghị định 78/2025/NĐ-CP Điều
//! 69).

use super::date::spoken_at;
use super::number::{self, skip};
use crate::model::InstrumentKind;
use crate::text::clean::collapse;
use jiff::civil::Date;
use std::ops::Range;

/// An instrument named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The kind as written: `Thông tư`, `Luật`.
    pub kind: &'static str,
    /// The number in normal form.
    pub number: Option<String>,
    /// The name behind the kind, where one stands there: `Giám định tư pháp`.
    pub name: Option<String>,
    /// The date of issue.
    pub issued: Option<Date>,
    /// Whether the text says "này": the instrument in which it stands.
    pub this: bool,
    /// Where the text names it, without the issuing body and the title behind the date.
    pub span: Range<usize>,
}

/// Reads the instrument named at a byte of a text.
pub fn read(text: &str, from: usize) -> Option<Mention> {
    let from = from + skip(text, from, &["của ", "kèm theo ", "tại "]);
    let rest = text.get(from..)?;
    let kind = InstrumentKind::words().find(|kind| starts_as(rest, kind))?;
    let mut at = from + kind.len();
    let tail = text.get(at..)?;
    if tail.starts_with(char::is_alphabetic) {
        return None;
    }
    if let Some(after) = tail.trim_start().strip_prefix("này").filter(|t| !t.starts_with(char::is_alphabetic)) {
        let span = from..text.len() - after.len();
        return Some(Mention { kind, number: None, name: None, issued: None, this: true, span });
    }
    let mut name = None;
    let mut number = number::cited(text, at);
    if number.is_none() {
        let (found, end) = name_at(text, at, 0);
        if !found.is_empty() {
            name = Some(found);
            at = end;
        }
        number = number::cited(text, at);
    }
    let mut end = at;
    let number = number.map(|(number, after)| {
        end = after;
        number
    });
    let mut issued = None;
    if let Some((date, after)) = spoken_at(text, end) {
        issued = Some(date);
        end = after;
    }
    if number.is_none() && name.is_none() && issued.is_none() {
        return None;
    }
    Some(Mention { kind, number, name, issued, this: false, span: from..end })
}

/// Whether a text starts with the kind, written with a capital or in small letters.
fn starts_as(text: &str, kind: &str) -> bool {
    text.starts_with(kind) || (text.starts_with(kind.to_lowercase().as_str()) && kind.contains(' '))
}

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
    " tại ",
    " của Quốc hội",
    " để ",
    " thì ",
    " này",
    " và pháp luật",
    " khi ",
    " cho ",
    " phải ",
    " được ",
    " bị ",
    " theo ",
    " tới ",
    " đến ",
    " trong ",
    " về ",
    " với ",
    " nhưng ",
    " có nội dung",
    " thực hiện",
    " gồm ",
    " bao gồm",
    " sau đây",
    " và không",
    " làm công",
];

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

/// The name of a Luật: up to punctuation or a word that goes on with the sentence; and where it ends. Empty if there is none.
fn name_at(text: &str, from: usize, depth: u8) -> (String, usize) {
    let none = (String::new(), from);
    let rest = text.get(from..).unwrap_or_default();
    if !rest.starts_with(' ') {
        return none;
    }
    // A name is short: only the words that can hold one are looked at.
    let cut: usize = rest.chars().take(160).map(char::len_utf8).sum();
    let near = rest.get(..cut).unwrap_or(rest);
    if let Some(end) = amending_name(text, from, near, depth) {
        return (collapse(text.get(from..end).unwrap_or_default()), end);
    }
    let mut end = near.find(['(', ')', ';', ':', '.', '“', '”', '"', '\n', '/']).unwrap_or(near.len());
    for word in ENDS {
        if let Some(at) = near.find(word) {
            end = end.min(at);
        }
    }
    let own = near.get(..name_comma(near, end)).unwrap_or_default();
    let name = own.trim();
    if !name.starts_with(char::is_alphabetic) || name.chars().count() > 120 {
        return none;
    }
    (collapse(name), from + own.trim_end().len())
}

/// Where the name of a law ends that amends another and bears its name: "Luật sửa đổi, bổ sung một số điều của Luật Điện lực".
fn amending_name(text: &str, from: usize, near: &str, depth: u8) -> Option<usize> {
    if depth >= 2 || !near.starts_with(" sửa đổi") {
        return None;
    }
    let of = near.find(" của ")? + " của ".len();
    let kind = InstrumentKind::words().find(|kind| near.get(of..).is_some_and(|inner| starts_as(inner, kind)))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<(&'static str, Option<String>, Option<String>)> {
        read(text, 0).map(|m| (m.kind, m.number, m.name))
    }

    #[test]
    fn an_instrument_is_known_by_number_or_name() {
        let some = |text: &str| Some(text.to_owned());
        for (text, kind, number, name) in [
            (
                "Thông tư số 39/2016/TT-NHNN ngày 30 tháng 12 năm 2016 của Thống đốc",
                "Thông tư",
                some("39/2016/TT-NHNN"),
                None,
            ),
            ("của Nghị định số 61/2015/NĐ-CP đã được", "Nghị định", some("61/2015/NĐ-CP"), None),
            ("Thông tư 32 /2026/TT- NHNN.", "Thông tư", some("32/2026/TT-NHNN"), None),
            ("Luật Giám định tư pháp", "Luật", None, some("Giám định tư pháp")),
            ("Luật Thể dục, thể thao.", "Luật", None, some("Thể dục, thể thao")),
            (
                "Luật Giao thông đường bộ số 23/2008/QH12, Bộ luật",
                "Luật",
                some("23/2008/QH12"),
                some("Giao thông đường bộ"),
            ),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Nuôi ong và pháp luật",
                "Luật",
                None,
                some("sửa đổi, bổ sung một số điều của Luật Nuôi ong"),
            ),
            ("Luật Nuôi ong, gồm các giấy tờ", "Luật", None, some("Nuôi ong")),
            ("Luật Nuôi ong phải nộp", "Luật", None, some("Nuôi ong")),
            ("Luật Dược, khoản 2", "Luật", None, some("Dược")),
            ("Luật số 35/2018/QH14", "Luật", some("35/2018/QH14"), None),
        ] {
            assert_eq!(named(text), Some((kind, number, name)), "{text}");
        }
        assert!(read("Thông tư này có hiệu lực", 0).is_some_and(|m| m.this));
        assert_eq!(named("Luật sư tham gia"), Some(("Luật", None, some("sư tham gia"))));
        assert_eq!(named("thông tin"), None);
    }
}
