//! Where something stands in an instrument: levels of the provision tree, labels, addresses.
//!
//! Levels and their order follow Luật 64/2025/QH15 Điều 8 and Nghị định 78/2025/NĐ-CP Điều 63: Phần › Chương › Mục › Tiểu mục ›
//! Điều › khoản › điểm; addresses are written from the smallest unit up (`điểm a khoản 1 Điều 2`).

use crate::text::Lang;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

crate::words::named! {
    /// A level of the provision tree, from the widest down.
    Level {
        /// What stands before the first unit: header, title, legal grounds.
        Preamble = "preamble" { vi: "phần mở đầu", en: "preamble" },
        /// Phần.
        Part = "part" { vi: "Phần", en: "Part" },
        /// Chương.
        Chapter = "chapter" { vi: "Chương", en: "Chapter" },
        /// Mục.
        Section = "section" { vi: "Mục", en: "Section" },
        /// Tiểu mục.
        Subsection = "subsection" { vi: "Tiểu mục", en: "Subsection" },
        /// Điều.
        Article = "article" { vi: "Điều", en: "Article" },
        /// Khoản.
        Clause = "clause" { vi: "khoản", en: "Clause" },
        /// Điểm.
        Point = "point" { vi: "điểm", en: "Point" },
        /// A sub-item of a point: (i), (ii).
        Item = "item" { vi: "tiết", en: "Item" },
        /// A line that begins with a dash or a plus, counted within what it belongs to.
        Dash = "dash" { vi: "gạch đầu dòng", en: "Dash" },
        /// A block of text between quotation marks: the new text in an amending instrument.
        Quote = "quote" { vi: "đoạn trích", en: "Quotation" },
        /// Lines of a table.
        Table = "table" { vi: "bảng", en: "Table" },
        /// A paragraph that follows a quote, a table or a dash, and belongs to none of them.
        Paragraph = "paragraph" { vi: "đoạn", en: "Paragraph" },
        /// The signature block, with the list of receivers and what follows it.
        Closing = "closing" { vi: "phần ký", en: "Signature" },
        /// Phụ lục, Mẫu, Biểu.
        Annex = "annex" { vi: "Phụ lục", en: "Annex" },
    }
}

impl Level {
    /// How deep the level lies: a unit closes all open units of its own depth and below.
    pub fn depth(self) -> u8 {
        match self {
            Level::Preamble | Level::Closing | Level::Annex => 0,
            Level::Part => 1,
            Level::Chapter => 2,
            Level::Section => 3,
            Level::Subsection => 4,
            Level::Article => 5,
            Level::Clause => 6,
            Level::Point => 7,
            Level::Item => 8,
            Level::Dash | Level::Quote | Level::Table | Level::Paragraph => 9,
        }
    }

    /// Whether the unit carries a label by which others cite it.
    pub fn is_labelled(self) -> bool {
        !matches!(self, Level::Preamble | Level::Closing | Level::Quote | Level::Table | Level::Paragraph)
    }

    /// Phần, Chương, Mục, Tiểu mục: units that hold Điều.
    pub fn is_container(self) -> bool {
        matches!(self, Level::Part | Level::Chapter | Level::Section | Level::Subsection)
    }
}

/// The letters that label points, in order; `f j w z` and letters with other marks are not among them (Nghị định 78/2025/NĐ-CP Điều 63; counted
/// over the codified law).
pub const POINT_LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Where a letter stands in the Vietnamese alphabet of labels; letters outside it stand behind their Latin neighbour.
fn letter_rank(c: char) -> u32 {
    const ORDER: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    ORDER.chars().position(|o| o == c).map_or(1000 + c as u32, |at| at as u32)
}

/// The label of a unit as it is written: `3a`, `đ1`, `IV`, `iii`. Labels compare in the order in which the units stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Label(String);

impl Label {
    /// A label from its spelling.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number in front of a label such as `3a`, if it has one.
    pub fn number(&self) -> Option<u32> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        self.0.get(..digits).and_then(|d| d.parse().ok())
    }

    /// Whether it is the word of rules that an instrument issues with itself: `Quy chế`.
    pub fn is_attached(&self) -> bool {
        attached_word(&self.0).is_some_and(|word| word.len() == self.0.len())
    }

    /// The value of a Roman number such as `IV` or `iii`.
    pub fn roman(&self) -> Option<u32> {
        roman(&self.0)
    }

    /// Whether two spellings name the same unit: `II` and `2`, `A` and `a`.
    pub fn same(&self, other: &Self) -> bool {
        self.0 == other.0
            || self.0.to_lowercase() == other.0.to_lowercase()
            || (self.key() == other.key() && !self.0.is_empty())
    }

    /// The parts by which labels are ordered: numbers and letters in turn; a Roman number counts as a number.
    fn key(&self) -> Vec<u32> {
        if let Some(value) = self.roman().filter(|_| self.0.len() > 1 || self.0.chars().all(char::is_uppercase)) {
            return vec![value];
        }
        let mut key = Vec::with_capacity(3);
        let mut digits: Option<u32> = None;
        for c in self.0.chars() {
            match c.to_digit(10) {
                Some(d) => digits = Some(digits.unwrap_or(0).saturating_mul(10).saturating_add(d)),
                None => {
                    key.extend(digits.take());
                    key.push(letter_rank(c));
                }
            }
        }
        key.extend(digits);
        key
    }
}

impl Ord for Label {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key()).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The words of rules that an instrument issues with itself and that have Điều of their own: they are cited by the word, "Điều 2 Quy chế".
pub const ATTACHED: &[&str] = &[
    "Quy chế",
    "Quy định",
    "Điều lệ",
    "Quy chuẩn",
    "Quy trình",
    "Quy tắc",
    "Nội quy",
    "Danh mục",
    "Định mức",
    "Chương trình",
    "Kế hoạch",
    "Đề án",
    "Hướng dẫn",
];

/// The same in capitals: nearly every line of an instrument is asked for them.
const ATTACHED_IN_CAPITALS: [&str; ATTACHED.len()] = [
    "QUY CHẾ",
    "QUY ĐỊNH",
    "ĐIỀU LỆ",
    "QUY CHUẨN",
    "QUY TRÌNH",
    "QUY TẮC",
    "NỘI QUY",
    "DANH MỤC",
    "ĐỊNH MỨC",
    "CHƯƠNG TRÌNH",
    "KẾ HOẠCH",
    "ĐỀ ÁN",
    "HƯỚNG DẪN",
];

/// The word of attached rules with which a text begins, in capitals or not.
pub fn attached_word(text: &str) -> Option<&'static str> {
    let begins = |word: &str| {
        let rest = text.strip_prefix(word)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some(())
    };
    let both = ATTACHED.iter().zip(ATTACHED_IN_CAPITALS);
    both.into_iter().find(|(word, capitals)| begins(word).or_else(|| begins(capitals)).is_some()).map(|(word, _)| *word)
}

/// The value of a Roman number in one case.
pub fn roman(text: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut highest = 0;
    for c in text.chars().rev() {
        let value: u32 = match c.to_ascii_lowercase() {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            'l' => 50,
            'c' => 100,
            _ => return None,
        };
        if value < highest {
            total = total.checked_sub(value)?;
        } else {
            total = total.checked_add(value)?;
            highest = value;
        }
    }
    (total > 0 && text.len() < 16).then_some(total)
}

/// One step of an address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Step {
    /// The level.
    pub level: Level,
    /// The label at that level; for [`Level::Paragraph`] and [`Level::Dash`] the count from 1.
    pub label: Label,
}

/// A place in an instrument, from the widest step down: Điều 2 › khoản 1 › điểm a. An Điều is unique in its instrument, so an address that has
/// one needs no container before it. The empty address is the whole instrument.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Address(pub Vec<Step>);

impl Address {
    /// The place one step below this one.
    #[must_use]
    pub fn child(&self, level: Level, label: impl Into<String>) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step { level, label: Label::new(label) });
        Self(steps)
    }

    /// The address of a unit that stands in this place. An Điều is unique in its instrument, or in the annex that holds it: the containers above it
    /// are not part of its address.
    #[must_use]
    pub fn unit(&self, level: Level, label: impl Into<String>) -> Self {
        let mut steps = self.0.clone();
        if level == Level::Article {
            steps.retain(|step| step.level == Level::Annex);
        }
        steps.push(Step { level, label: Label::new(label) });
        Self(steps)
    }

    /// The place that holds this one, if it is not the whole instrument.
    pub fn parent(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        Some(Self(above.to_vec()))
    }

    /// The last step.
    pub fn last(&self) -> Option<&Step> {
        self.0.last()
    }

    /// The label at a level, if the address has that step.
    pub fn label(&self, level: Level) -> Option<&Label> {
        self.0.iter().find(|s| s.level == level).map(|s| &s.label)
    }

    /// Whether the whole instrument is meant.
    pub fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the other place is this one or lies in it.
    pub fn holds(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The address of the Điều that holds this place.
    pub fn article(&self) -> Option<Self> {
        let at = self.0.iter().position(|s| s.level == Level::Article)?;
        Some(Self(self.0.get(..=at)?.to_vec()))
    }
}

impl std::fmt::Display for Address {
    /// In the order of citations: `điểm a khoản 1 Điều 2` (Nghị định 78/2025/NĐ-CP Điều 69); a sub-item as `điểm b(iii) khoản 2 Điều 22`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut item: Option<&Label> = None;
        for (n, step) in self.0.iter().rev().enumerate() {
            if n > 0 && !(step.level == Level::Point && item.is_some()) {
                f.write_str(" ")?;
            }
            match step.level {
                Level::Item if self.label(Level::Point).is_some() => item = Some(&step.label),
                Level::Item => write!(f, "tiết ({})", step.label)?,
                Level::Point => match item.take() {
                    Some(sub) => write!(f, "điểm {}({sub})", step.label)?,
                    None => write!(f, "điểm {}", step.label)?,
                },
                Level::Part if step.label.roman().is_none() && step.label.number().is_none() => {
                    write!(f, "Phần thứ {}", step.label)?;
                }
                Level::Paragraph | Level::Dash if step.label.number().is_none() => {
                    write!(f, "{} {}", step.level.word(Lang::Vi), step.label)?
                }
                Level::Paragraph | Level::Dash => {
                    write!(f, "{} thứ {}", step.level.word(Lang::Vi), ordinal(&step.label))?
                }
                Level::Annex if step.label.as_str().contains(' ') => write!(f, "{}", step.label)?,
                level => {
                    f.write_str(level.word(Lang::Vi))?;
                    if !step.label.as_str().is_empty() {
                        write!(f, " {}", step.label)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The Vietnamese words for the first ordinals.
pub const ORDINALS: &[&str] = &["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// The word of an ordinal: 1 → nhất.
fn ordinal(label: &Label) -> String {
    let word = label.number().and_then(|n| ORDINALS.get((n as usize).checked_sub(1)?));
    word.map_or_else(|| label.to_string(), |w| (*w).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attached_rules_are_known_by_their_word_in_capitals_or_not() {
        for (word, capitals) in ATTACHED.iter().zip(ATTACHED_IN_CAPITALS) {
            assert_eq!(word.to_uppercase(), capitals);
            for text in [(*word).to_owned(), capitals.to_owned(), format!("{capitals} LÒ BÁNH"), format!("{word} này")]
            {
                assert_eq!(attached_word(&text), Some(*word), "{text}");
            }
            assert_eq!(attached_word(&format!("{word}s")), None);
        }
        assert_eq!(attached_word("Điều 1. Phạm vi"), None);
    }

    #[test]
    fn labels_stand_in_the_order_of_the_law() {
        let sorted = ["1", "2", "2a", "2b", "3", "10", "10a"].map(Label::new);
        assert!(sorted.is_sorted());
        let points = ["a", "a1", "b", "c", "d", "đ", "đ1", "e", "g", "g1", "h", "i"].map(Label::new);
        assert!(points.is_sorted());
        let chapters = ["I", "II", "IV", "V", "IX", "X"].map(Label::new);
        assert!(chapters.is_sorted());
    }

    #[test]
    fn an_address_is_written_from_the_smallest_unit_up() {
        let article = Address::default().child(Level::Article, "22");
        let point = article.child(Level::Clause, "2").child(Level::Point, "b");
        assert_eq!(point.to_string(), "điểm b khoản 2 Điều 22");
        assert_eq!(point.child(Level::Item, "iii").to_string(), "điểm b(iii) khoản 2 Điều 22");
        assert_eq!(article.child(Level::Paragraph, "2").to_string(), "đoạn thứ hai Điều 22");
        assert_eq!(
            Address::default().child(Level::Chapter, "II").child(Level::Section, "3").to_string(),
            "Mục 3 Chương II"
        );
        assert!(article.holds(&point) && !point.holds(&article));
        assert_eq!(point.article(), Some(article));
    }

    #[test]
    fn roman_numbers_have_values() {
        for (text, value) in [("I", 1), ("IV", 4), ("IX", 9), ("xiv", 14), ("XL", 40)] {
            assert_eq!(roman(text), Some(value));
        }
        assert_eq!(roman("A"), None);
        assert_eq!(roman(""), None);
    }
}
