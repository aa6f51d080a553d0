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
    use super::normal_number;

    #[test]
    fn spellings_of_one_number_agree() {
        assert_eq!(normal_number(" 32 /2026/TT- NHNN"), "32/2026/TT-NHNN");
        assert_eq!(normal_number("63/2010/nđ-cp"), "63/2010/NĐ-CP");
        assert_eq!(normal_number("63/2010/NÐ–СP"), "63/2010/NĐ-CP");
    }
}
