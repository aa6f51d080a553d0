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

/// The answers about one thing, and those in rows that are put together by hand.
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
    pub fn named(name: &str) -> Option<Self> {
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

/// What the groups of a split are: of agencies, of kinds of regulation, of levels of instruments, or of words.
pub fn split(of: &str) -> Holds {
    match of {
        "agency" => Holds::Agency,
        "level" => Holds::Level,
        "kind" => Holds::Choice(choices::of("regulation_kind").unwrap_or_default()),
        _ => Holds::Text,
    }
}
