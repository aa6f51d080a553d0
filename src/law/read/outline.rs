//! An instrument as a list of units over its text: which lines open which Phần, Chương, Điều, khoản, điểm. The units divide the text without
//! gap or overlap, so that the text is given back exactly. No document is refused: a line that does not fit stays text where it stood,
//! and what is odd is told with its line.

use crate::model::Level;
use crate::words::law::LawMessage as Say;
use crate::words::{Message, Said};
use std::ops::Range;

/// A unit of an instrument. Positions are bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its level.
    pub level: Level,
    /// Where its label stands; empty if it has none.
    pub label: Range<usize>,
    /// Where it begins.
    pub start: usize,
    /// Where the text behind its mark begins.
    pub after_mark: usize,
    /// Where its own text ends and its first child begins.
    pub own_end: usize,
    /// Where it and all its children end.
    pub end: usize,
    /// The unit that holds it.
    pub parent: Option<usize>,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// What is odd about a place, and how to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The line, from 1.
    pub line: usize,
    /// What is odd.
    pub oddity: Oddity,
}

/// What can be odd about the structure of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// A number or letter follows another with a gap between them.
    Gap {
        /// The level.
        level: Level,
        /// The label before, empty at the start.
        before: String,
        /// The label found.
        found: String,
    },
    /// A heading repeats or goes back; it is read as text.
    Backwards {
        /// The level.
        level: Level,
        /// The label before.
        before: String,
        /// The label found.
        found: String,
    },
    /// A heading does not fit the sequence of those around it; it is read as text.
    Stray {
        /// The level.
        level: Level,
        /// The label found.
        found: String,
    },
    /// A point has a letter that does not label points.
    Letter {
        /// The label.
        found: String,
    },
    /// A quotation begins and does not end.
    OpenQuote,
    /// The text has no Điều.
    NoArticle,
}

impl Oddity {
    /// The stable name, for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Oddity::Gap { .. } => "gap",
            Oddity::Backwards { .. } => "backwards",
            Oddity::Stray { .. } => "stray",
            Oddity::Letter { .. } => "letter",
            Oddity::OpenQuote => "open_quote",
            Oddity::NoArticle => "no_article",
        }
    }

    /// What is odd, in both languages.
    pub fn said(&self) -> Said {
        let of = |say: Say, level: Level, values: [&str; 2]| {
            let fill = |lang| say.with(lang, &[&level.word(lang), &values[0], &values[1]]);
            Said::by(fill)
        };
        match self {
            Oddity::Gap { level, before, found } if before.is_empty() => of(Say::GapAtStart, *level, [found, before]),
            Oddity::Gap { level, before, found } => of(Say::Gap, *level, [found, before]),
            Oddity::Backwards { level, before, found } => of(Say::Backwards, *level, [found, before]),
            Oddity::Stray { level, found } => of(Say::Stray, *level, [found, ""]),
            Oddity::Letter { found } => Say::Letter.said(&[found]),
            Oddity::OpenQuote => Say::OpenQuote.said(&[]),
            Oddity::NoArticle => Say::NoArticle.said(&[]),
        }
    }
}

/// The structure of a text.
#[derive(Debug, Clone)]
pub struct Outline<'t> {
    /// The text, as it was given.
    pub text: &'t str,
    /// The units in the order of the text, parents before their children.
    pub units: Vec<Unit>,
    /// What is odd, in the order of the lines.
    pub warnings: Vec<Warning>,
}

impl<'t> Outline<'t> {
    /// The label of a unit.
    pub fn label(&self, unit: &Unit) -> &'t str {
        self.text.get(unit.label.clone()).unwrap_or_default()
    }

    /// The text of a unit before its first child, with its mark and its line ends.
    pub fn own_text(&self, unit: &Unit) -> &'t str {
        self.text.get(unit.start..unit.own_end).unwrap_or_default()
    }

    /// How many units of a level stand in the body: outside quotations and annexes.
    pub fn count(&self, level: Level) -> usize {
        let mut annex_end = 0;
        let mut count = 0;
        for unit in &self.units {
            if unit.level == Level::Annex {
                annex_end = unit.end;
            }
            if unit.level == level && (unit.start >= annex_end || level == Level::Annex) {
                count += 1;
            }
        }
        count
    }
}
