//! Two versions of an instrument side by side, provision by provision.

use super::laid::{Ink, Inks};
use crate::law::address::{Pair, align};
use crate::law::{Outline, Side, words};
use crate::model::InstrumentVersion;
use crate::text::clean::collapse;
use crate::text::width::rows;
use std::ops::Range;

/// How a provision stands in the two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Change {
    Same,
    Different,
    OldOnly,
    NewOnly,
}

/// A row of the screen: the pieces of both texts that stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Row {
    pub(in crate::tui) old: Option<Range<usize>>,
    pub(in crate::tui) new: Option<Range<usize>>,
    pub(in crate::tui) change: Change,
}

/// Two versions beside each other.
#[derive(Debug)]
pub(in crate::tui) struct Beside {
    pub(in crate::tui) old: InstrumentVersion,
    pub(in crate::tui) new: InstrumentVersion,
    pub(in crate::tui) old_inks: Inks,
    pub(in crate::tui) new_inks: Inks,
    pairs: Vec<(Range<usize>, Range<usize>, Change)>,
    pub(in crate::tui) rows: Vec<Row>,
    /// The first row of each provision that changed.
    pub(in crate::tui) changes: Vec<usize>,
    pub(in crate::tui) top: usize,
}

impl Beside {
    pub(in crate::tui) fn new(old: InstrumentVersion, new: InstrumentVersion) -> Self {
        let mut beside = Self {
            old,
            new,
            old_inks: Inks::new(),
            new_inks: Inks::new(),
            pairs: Vec::new(),
            rows: Vec::new(),
            changes: Vec::new(),
            top: 0,
        };
        let (old, new) = (Outline::read(&beside.old.text), Outline::read(&beside.new.text));
        let own = |outline: &Outline<'_>, at: usize| outline.units.get(at).map_or(0..0, |u| u.start..u.own_end);
        for pair in align(&old, &new) {
            let (a, b) = match pair {
                Pair::Both(a, b) => (own(&old, a), own(&new, b)),
                Pair::Old(a) => (own(&old, a), 0..0),
                Pair::New(b) => (0..0, own(&new, b)),
            };
            let texts = (old.text.get(a.clone()).unwrap_or_default(), new.text.get(b.clone()).unwrap_or_default());
            let change = match pair {
                Pair::Old(_) => Change::OldOnly,
                Pair::New(_) => Change::NewOnly,
                Pair::Both(..) if collapse(texts.0) == collapse(texts.1) => Change::Same,
                Pair::Both(..) => Change::Different,
            };
            if change == Change::Different {
                let (mut at_old, mut at_new) = (a.start, b.start);
                for piece in words(texts.0, texts.1) {
                    let length = piece.text.len();
                    let inked = !piece.text.trim().is_empty();
                    if piece.side != Side::New {
                        if piece.side == Side::Old && inked {
                            beside.old_inks.push((at_old..at_old + length, Ink::Old));
                        }
                        at_old += length;
                    }
                    if piece.side != Side::Old {
                        if piece.side == Side::New && inked {
                            beside.new_inks.push((at_new..at_new + length, Ink::New));
                        }
                        at_new += length;
                    }
                }
            }
            beside.pairs.push((a, b, change));
        }
        beside
    }

    /// Lays both texts out, each in so many cells; what was on top stays about there.
    pub(in crate::tui) fn lay_out(&mut self, cells: usize) {
        let before = self.rows.len().max(1);
        self.changes.clear();
        let mut all = Vec::new();
        for (old, new, change) in &self.pairs {
            let side = |text: &str, range: &Range<usize>| {
                let trimmed = text.get(range.clone()).unwrap_or_default().trim_end().len();
                if trimmed == 0 { Vec::new() } else { rows(text, range.start..range.start + trimmed, cells) }
            };
            let (left, right) = (side(&self.old.text, old), side(&self.new.text, new));
            if *change != Change::Same {
                self.changes.push(all.len());
            }
            for at in 0..left.len().max(right.len()) {
                all.push(Row { old: left.get(at).cloned(), new: right.get(at).cloned(), change: *change });
            }
        }
        self.top = self.top * all.len() / before;
        self.rows = all;
        self.scroll(0);
    }

    pub(in crate::tui) fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }

    /// Goes to the next or the previous provision that changed.
    pub(in crate::tui) fn next_change(&mut self, forward: bool) {
        let found = if forward {
            self.changes.iter().find(|row| **row > self.top)
        } else {
            self.changes.iter().rev().find(|row| **row < self.top)
        };
        self.top = found.copied().unwrap_or(self.top);
    }
}
