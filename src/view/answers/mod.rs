//! Every answer that commands give to programs, described once: what an answer is called, which commands give it, its keys, and what each
//! of them holds. Conditions (`--where`) are read by these descriptions, and `tinhgon schema` prints them.
//!
//! Rules for keys, the same everywhere: English, snake_case; `code` is the key of a noun; money ends in `_dong` (whole đồng, of one year
//! unless the key says otherwise), percentages in `_percent` or are called `percent`; a name in both languages stands under its key in
//! Vietnamese and under its key and `_en` in English, so that no value depends on the language of the user.

pub mod choices;
pub mod describe;
pub mod schema;

use choices::Choice;

/// The answers in rows.
const TABLES: &str = include_str!("tables.txt");

/// The answers about one thing.
const NOUNS: &str = include_str!("nouns.txt");

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// A name in both languages.
    Names,
    /// The code of an agency.
    Agency,
    /// Codes of agencies.
    Agencies,
    /// The code of a kind of measure.
    MeasureKind,
    /// The code of a level of instruments.
    Level,
    /// The code of a programme.
    Programme,
    /// One of a few values that the program knows.
    Choice(Vec<Choice>),
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// An amount in whole đồng.
    Dong,
    /// A percentage: 20 means 20 %.
    Percent,
    /// A day.
    Day,
    /// Yes or no.
    Flag,
}

impl Holds {
    /// By the name that the descriptions give it.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "text" | "texts" | "moment" | "any" => Self::Text,
            "names" => Self::Names,
            "agency" => Self::Agency,
            "agencies" => Self::Agencies,
            "measure_kind" => Self::MeasureKind,
            "level" => Self::Level,
            "programme" => Self::Programme,
            "whole" => Self::Whole,
            "number" => Self::Number,
            "dong" => Self::Dong,
            "percent" => Self::Percent,
            "day" => Self::Day,
            "flag" => Self::Flag,
            name => Self::Choice(choices::of(name)?),
        })
    }
}

/// What a column of an answer holds; words, where nothing else is known of it.
pub fn holds(answer: &str, key: &str) -> Holds {
    let described = columns(answer).find(|(known, _)| *known == key);
    described.and_then(|(_, kind)| Holds::named(kind.trim_end_matches('?'))).unwrap_or(Holds::Text)
}

/// What the groups of a split are: of agencies, of kinds of regulation, of levels of instruments, or of words.
pub fn split(of: &str) -> Holds {
    match of {
        "agency" => Holds::Agency,
        "level" => Holds::Level,
        "kind" => Holds::Choice(choices::of("regulation_kind").unwrap_or_default()),
        _ => Holds::Text,
    }
}

/// The columns of an answer in rows: key and kind.
fn columns(answer: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_of = move |line: &&str| {
        let name = line.strip_prefix("table ").and_then(|rest| rest.split_once(" : "));
        name.is_some_and(|(name, _)| name == answer)
    };
    let mut lines = TABLES.lines();
    let _ = lines.by_ref().find(is_of);
    let fields = lines.take_while(|line| !line.is_empty()).filter_map(|line| line.split_once(' '));
    fields.map(|(key, kind)| (key.trim_end_matches('?'), kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_holds_something_that_is_known() {
        let names = TABLES.lines().filter_map(|line| line.strip_prefix("table ")?.split_once(" : "));
        let mut seen = std::collections::BTreeSet::new();
        for (answer, commands) in names {
            assert!(seen.insert(answer) && !commands.is_empty(), "{answer}");
            assert!(columns(answer).count() > 1, "{answer}");
            for (key, kind) in columns(answer) {
                assert!(Holds::named(kind.trim_end_matches('?')).is_some(), "{answer}.{key}: {kind}");
            }
        }
        assert!(seen.len() > 20);
    }
}
