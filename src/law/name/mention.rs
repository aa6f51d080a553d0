//! Instruments as a text names them: `Thông tư số 39/2016/TT-NHNN ngày 30 tháng 12 năm 2016 của …`, `Luật Giám định tư pháp số 13/2012/QH13`,
//! `Nghị định này`. First citation: kind, number, date, issuing body, title; later: kind and number; a Luật by its name (Nghị định 78/2025/NĐ-CP Điều
//! 69).

use super::date::spoken_at;
use super::law::name_at;
use super::number::{self, skip};
use crate::model::InstrumentKind;
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
            // The number behind a name says where the name ends.
            (
                "Luật Phòng, chống bệnh lò mắc phải ở thợ (LB/ISO) số 8/2006/QH11",
                "Luật",
                some("8/2006/QH11"),
                some("Phòng, chống bệnh lò mắc phải ở thợ (LB/ISO)"),
            ),
            (
                "Luật Lò theo phương thức chung số 2/2020/QH14;",
                "Luật",
                some("2/2020/QH14"),
                some("Lò theo phương thức chung"),
            ),
            // Words that a sentence may go on with belong to the name where nothing else follows.
            ("Luật Trông coi thợ nước ngoài tại xã.", "Luật", None, some("Trông coi thợ nước ngoài tại xã")),
            ("Pháp lệnh Ưu đãi thợ với xã.", "Pháp lệnh", None, some("Ưu đãi thợ với xã")),
            ("Luật Hoạt động coi lò của Quốc hội.", "Luật", None, some("Hoạt động coi lò của Quốc hội")),
            ("Luật Ký và thực hiện hẹn bánh.", "Luật", None, some("Ký và thực hiện hẹn bánh")),
            ("Luật Nuôi ong theo quy định của Chính phủ và các bộ.", "Luật", None, some("Nuôi ong")),
            // A law in force is known by its name.
            ("Luật Đầu tư theo thẩm quyền.", "Luật", None, some("Đầu tư")),
            (
                "Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng và các văn bản",
                "Luật",
                None,
                some("Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng"),
            ),
            ("Luật số 35/2018/QH14", "Luật", some("35/2018/QH14"), None),
        ] {
            assert_eq!(named(text), Some((kind, number, name)), "{text}");
        }
        assert!(read("Thông tư này có hiệu lực", 0).is_some_and(|m| m.this));
        assert_eq!(named("Luật sư tham gia"), Some(("Luật", None, some("sư tham gia"))));
        assert_eq!(named("thông tin"), None);
    }
}
