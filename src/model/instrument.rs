//! Instruments (văn bản): what procedures rest on and what measures must change.

use super::Provenance;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An instrument, known at least by its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Number and symbol in normal form, for example `63/2010/NĐ-CP`; see [`normal_number`].
    pub number: String,
    /// Title without kind and number.
    #[serde(default)]
    pub title: String,
    /// Issuing body as named by the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Date of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// Date of effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// Date from which it no longer applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expired: Option<Date>,
    /// How sure the facts are.
    pub provenance: Provenance,
    /// Where they come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// The normal form of an instrument number: cleaned, no blanks, capitals, `Đ` for every look-alike. Two spellings of one number have one normal form.
pub fn normal_number(text: &str) -> String {
    let cleaned = crate::text::clean_line(text);
    cleaned.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).map(latin).collect()
}

/// Whether a text can be the number of an instrument: it has a digit and a part behind a stroke (`63/2010/NĐ-CP`, `24/2024`).
pub fn is_number(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) && text.contains('/')
}

/// How an instrument is cited in Vietnamese by its number: `Nghị định số 63/2010/NĐ-CP` (Nghị định 78/2025/NĐ-CP, Điều 69). The
/// kind follows from the symbol; a number with an unknown symbol stays alone.
pub fn full_name(number: &str) -> String {
    let symbol = number.rsplit('/').next().unwrap_or_default();
    let kinds = [
        ("QH", "Luật"),
        ("UBTVQH", "Pháp lệnh"),
        ("NQ", "Nghị quyết"),
        ("NĐ", "Nghị định"),
        ("QĐ", "Quyết định"),
        ("CT", "Chỉ thị"),
        ("TTLT", "Thông tư liên tịch"),
        ("TT", "Thông tư"),
    ];
    let kind = kinds.iter().find(|(sign, _)| symbol.starts_with(sign)).map(|(_, kind)| kind);
    kind.map_or_else(|| number.to_owned(), |kind| format!("{kind} số {number}"))
}

/// Cyrillic and other letters that look like Latin ones, as they occur in scanned numbers.
fn latin(c: char) -> char {
    match c {
        'С' => 'C',
        'Р' => 'P',
        'А' => 'A',
        'В' => 'B',
        'Т' => 'T',
        'О' => 'O',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Х' => 'X',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{full_name, is_number, normal_number};

    #[test]
    fn an_instrument_is_cited_by_kind_and_number() {
        for (number, name) in [
            ("63/2010/NĐ-CP", "Nghị định số 63/2010/NĐ-CP"),
            ("60/2014/QH13", "Luật số 60/2014/QH13"),
            ("01/2012/UBTVQH13", "Pháp lệnh số 01/2012/UBTVQH13"),
            ("10/2015/TTLT-BTP-BNG", "Thông tư liên tịch số 10/2015/TTLT-BTP-BNG"),
            ("55/2021/TT-BCA", "Thông tư số 55/2021/TT-BCA"),
            ("24/2024", "24/2024"),
        ] {
            assert_eq!(full_name(number), name);
            assert!(is_number(number));
        }
        assert!(!is_number("Luật Hộ tịch") && !is_number("123"));
    }

    #[test]
    fn spellings_of_one_number_agree() {
        assert_eq!(normal_number(" 32 /2026/TT- NHNN"), "32/2026/TT-NHNN");
        assert_eq!(normal_number("63/2010/nđ-cp"), "63/2010/NĐ-CP");
        assert_eq!(normal_number("63/2010/NÐ–СP"), "63/2010/NĐ-CP");
    }
}
