//! The register of laws, codes, ordinances and decrees in force. By the names of laws: where a name that runs on with its sentence ends. The numbers in it
//! are not used to say which instrument a bare name means: an older one may have borne the name. By the numbers: kind, title and day of issue.

use crate::text::fold;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Kind, number, day of issue and name of each, from the codified law.
const LAWS: &str = include_str!("../../../catalog/laws.tsv");

/// The same of decrees, with their titles.
const DECREES: &str = include_str!("../../../catalog/decrees.tsv");

/// An instrument of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// `Luật`, `Bộ luật`, `Pháp lệnh`, `Nghị định`.
    pub kind: &'static str,
    /// The day of issue, `2020-11-18`.
    pub issued: &'static str,
    /// The name of a Luật without its kind; the title of a Nghị định.
    pub name: &'static str,
}

impl Entry {
    /// As it is told: a Luật by kind and name, a Nghị định by its title.
    pub fn title(&self) -> String {
        if self.kind == "Nghị định" { self.name.to_owned() } else { format!("{} {}", self.kind, self.name) }
    }
}

/// What bears a number, in normal form, where the register holds it.
pub fn of_number(number: &str) -> Option<&'static Entry> {
    static ENTRIES: OnceLock<HashMap<&'static str, Entry>> = OnceLock::new();
    let entries = ENTRIES.get_or_init(|| {
        let row = |line: &'static str| {
            let mut fields = line.split('\t');
            let (kind, number, issued) = (fields.next()?, fields.next()?, fields.next()?);
            Some((number, Entry { kind, issued, name: fields.next()? }))
        };
        [LAWS, DECREES]
            .iter()
            .flat_map(|list| list.lines())
            .filter(|line| !line.starts_with('#'))
            .filter_map(row)
            .collect()
    });
    entries.get(number)
}

/// The folded names.
fn names() -> &'static HashSet<String> {
    static NAMES: OnceLock<HashSet<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let name = |line: &str| line.split('\t').nth(3).map(fold);
        LAWS.lines().filter(|line| !line.starts_with('#')).filter_map(name).collect()
    })
}

/// The kind (`Luật`, `Bộ luật`, `Pháp lệnh`, `Nghị định`) of what bears a number, where the register holds it.
pub fn kind_of(number: &str) -> Option<&'static str> {
    of_number(number).map(|entry| entry.kind)
}

/// Where the longest known name ends that a text begins with, behind its first blank.
pub(super) fn longest(near: &str) -> Option<usize> {
    let mut folded = String::new();
    let mut found = None;
    let mut from = near.len() - near.trim_start().len();
    while let Some(rest) = near.get(from..).filter(|rest| !rest.is_empty()) {
        let width = rest.find([' ', '\n']).unwrap_or(rest.len());
        let word = rest.get(..width).unwrap_or_default();
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '”', '"']);
        if !folded.is_empty() {
            folded.push(' ');
        }
        let before = folded.len();
        folded.push_str(&fold(bare));
        if names().contains(&folded) {
            found = Some(from + bare.len());
        }
        // A name goes on behind a comma, and behind nothing else.
        if bare.len() < word.len() && word != format!("{bare},") {
            return found;
        }
        if word.len() > bare.len() {
            folded.push(',');
        }
        if folded.len() == before {
            return found;
        }
        from += (width + 1).min(rest.len());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_is_whole() {
        for line in LAWS.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [kind, number, issued, name] = fields[..] else { panic!("{line}") };
            assert!(["Luật", "Bộ luật", "Pháp lệnh"].contains(&kind) && number.contains(['/', '-']), "{line}");
            assert!(issued.parse::<jiff::civil::Date>().is_ok() && name.starts_with(char::is_uppercase), "{line}");
        }
    }

    #[test]
    fn what_bears_a_number_is_told() {
        let mut numbers = HashSet::new();
        for line in DECREES.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let ["Nghị định", number, issued, title] = fields[..] else { panic!("{line}") };
            assert!(numbers.insert(number) && crate::model::instrument::normal_number(number) == number, "{line}");
            assert!(issued.parse::<jiff::civil::Date>().is_ok() && title.starts_with(char::is_uppercase), "{line}");
        }
        // 135/2020/NĐ-CP as the official gazette printed its head.
        let decree = of_number("135/2020/NĐ-CP").unwrap();
        assert_eq!((decree.issued, decree.title().as_str()), ("2020-11-18", "Quy định về tuổi nghỉ hưu"));
        assert_eq!(of_number("45/2019/QH14").map(Entry::title).as_deref(), Some("Bộ luật Lao động"));
        assert_eq!(of_number("1/1900/NĐ-CP"), None);
    }

    #[test]
    fn the_longest_name_counts() {
        for (text, name) in [
            (" Ưu đãi người có công với cách mạng và", Some(" Ưu đãi người có công với cách mạng")),
            (" chứng khoán, Luật Nhà ở", Some(" chứng khoán")),
            (" Hòa giải, đối thoại tại Tòa án.", Some(" Hòa giải, đối thoại tại Tòa án")),
            (" Đầu cơ", None),
        ] {
            assert_eq!(longest(text).and_then(|end| text.get(..end)), name, "{text}");
        }
    }
}
