//! Instruments as a text names them: `Thông tư số 39/2016/TT-NHNN ngày 30 tháng 12 năm 2016 của …`, `Luật Giám định tư pháp số 13/2012/QH13`,
//! `Nghị định này`. First citation: kind, number, date, issuing body, title; later: kind and number; a Luật by its name (Nghị định 78/2025/NĐ-CP Điều
//! 69).

use crate::model::instrument::{is_number, normal_number};
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

/// The kinds of instrument, longer names first.
pub const KINDS: &[&str] = &[
    "Thông tư liên tịch",
    "Nghị quyết liên tịch",
    "Văn bản hợp nhất",
    "Bộ luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Chỉ thị",
    "Hiến pháp",
    "Luật",
    "Lệnh",
];

/// Reads the instrument named at a byte of a text.
pub fn read(text: &str, from: usize) -> Option<Mention> {
    let from = from + skip(text, from, &["của ", "kèm theo ", "tại "]);
    let rest = text.get(from..)?;
    let kind = KINDS.iter().find(|kind| starts_as(rest, kind))?;
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
    let mut number = number_at(text, at);
    if number.is_none() {
        let (found, end) = name_at(text, at, 0);
        if !found.is_empty() {
            name = Some(found);
            at = end;
        }
        number = number_at(text, at);
    }
    let mut end = at;
    let number = number.map(|(number, after)| {
        end = after;
        number
    });
    let mut issued = None;
    if let Some((date, after)) = crate::law::date::spoken_at(text, end) {
        issued = Some(date);
        end = after;
    }
    if number.is_none() && name.is_none() && issued.is_none() {
        return None;
    }
    Some(Mention { kind, number, name, issued, this: false, span: from..end })
}

fn skip(text: &str, from: usize, words: &[&str]) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let trimmed = rest.trim_start();
    let blanks = rest.len() - trimmed.len();
    let word = words.iter().find(|w| trimmed.starts_with(**w)).map_or(0, |w| w.len());
    blanks + word
}

/// Whether a text starts with the kind, written with a capital or in small letters.
fn starts_as(text: &str, kind: &str) -> bool {
    text.starts_with(kind) || (text.starts_with(kind.to_lowercase().as_str()) && kind.contains(' '))
}

/// `số 39/2016/TT-NHNN`, with stray blanks around the strokes: the normal form and where it ends.
pub fn number_at(text: &str, from: usize) -> Option<(String, usize)> {
    let mut at = from + skip(text, from, &["số: ", "số "]);
    let start = at;
    let rest = text.get(at..)?;
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut last = at;
    let mut joined = false;
    // A number is short; a run of blanks without end is not followed.
    for c in rest.chars().take(60) {
        let part_of = c.is_ascii_digit() || c.is_uppercase() || matches!(c, '/' | '-' | '–' | '.');
        if c == ' ' && joined {
            at += 1;
            continue;
        }
        if !part_of {
            // A blank before a stroke or a dash belongs to the number; any other blank ends it.
            let near: usize = text.get(at..).unwrap_or_default().chars().take(4).map(char::len_utf8).sum();
            let next = text.get(at..at + near).unwrap_or_default().trim_start();
            if c == ' ' && next.starts_with(['/', '-', '–']) && !text.get(start..at).unwrap_or_default().contains('-')
            {
                at += 1;
                continue;
            }
            break;
        }
        at += c.len_utf8();
        joined = matches!(c, '/' | '-' | '–');
        last = at;
    }
    let raw = text.get(start..last)?.trim_end_matches(['.', '-', '–', '/']);
    let number = normal_number(raw);
    is_number(&number).then(|| (number, start + raw.len()))
}

/// The name of a Luật: up to punctuation or a word that goes on with the sentence.
fn name_at(text: &str, from: usize, depth: u8) -> (String, usize) {
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
    let rest = text.get(from..).unwrap_or_default();
    if !rest.starts_with(' ') {
        return (String::new(), from);
    }
    // A name is short: only the words that can hold one are looked at.
    let cut: usize = rest.chars().take(160).map(char::len_utf8).sum();
    let near = rest.get(..cut).unwrap_or(rest);
    // A law that amends another bears its name: "Luật sửa đổi, bổ sung một số điều của Luật Điện lực".
    if depth < 2
        && near.starts_with(" sửa đổi")
        && let Some(of) = near.find(" của ").map(|at| at + " của ".len())
        && let Some(kind) = KINDS.iter().find(|kind| near.get(of..).is_some_and(|inner| starts_as(inner, kind)))
    {
        let (_, end) = name_at(text, from + of + kind.len(), depth + 1);
        if end > from + of + kind.len() {
            return (crate::text::clean::collapse(text.get(from..end).unwrap_or_default()), end);
        }
    }
    let mut end = near.find(['(', ')', ';', ':', '.', '“', '”', '"', '\n', '/']).unwrap_or(near.len());
    for word in ENDS {
        if let Some(at) = near.find(word) {
            end = end.min(at);
        }
    }
    // Commas belong to some names ("Luật Thể dục, thể thao"): one is kept if a small letter follows that begins no place and no instrument.
    let mut from_comma = 0;
    while let Some(comma) = near.get(from_comma..end).and_then(|n| n.find(',')).map(|c| c + from_comma) {
        let after = near.get(comma + 1..).unwrap_or_default().trim_start();
        let goes_on = after.starts_with(char::is_lowercase)
            && ![
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
            ]
            .iter()
            .any(|w| after.starts_with(w));
        if !goes_on {
            end = end.min(comma);
            break;
        }
        from_comma = comma + 1;
    }
    let name = near.get(..end).unwrap_or_default().trim();
    if !name.starts_with(char::is_alphabetic) || name.chars().count() > 120 {
        return (String::new(), from);
    }
    (crate::text::clean::collapse(name), from + near.get(..end).unwrap_or_default().trim_end().len())
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
