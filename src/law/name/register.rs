//! The register of laws, codes and ordinances in force, by their names: where a name that runs on with its sentence ends. The numbers in it are not
//! used to say which instrument a bare name means: an older one may have borne the name.

use crate::text::fold;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Kind, number, day of issue and name of each, from the codified law.
const LAWS: &str = include_str!("../../../catalog/laws.tsv");

/// The folded names.
fn names() -> &'static HashSet<String> {
    static NAMES: OnceLock<HashSet<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let name = |line: &str| line.split('\t').nth(3).map(fold);
        LAWS.lines().filter(|line| !line.starts_with('#')).filter_map(name).collect()
    })
}

/// The kind (`Luật`, `Bộ luật`, `Pháp lệnh`) of what bears a number, where the register holds it.
pub fn kind_of(number: &str) -> Option<&'static str> {
    static KINDS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let kinds = KINDS.get_or_init(|| {
        let row = |line: &'static str| {
            let mut fields = line.split('\t');
            Some((fields.next()?, fields.next()?))
        };
        let rows = LAWS.lines().filter(|line| !line.starts_with('#')).filter_map(row);
        rows.map(|(kind, number)| (number, kind)).collect()
    });
    kinds.get(number).copied()
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
