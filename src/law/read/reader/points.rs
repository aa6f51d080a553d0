//! Points and their sub-items: which marks are accepted where they stand.

use super::super::line::Mark;
use super::super::outline::Oddity;
use super::super::sequence::{Fit, is_next_item, point_fit};
use super::{Reader, Sequence};
use crate::model::Level;
use crate::model::provision::POINT_LETTERS;

impl<'t> Reader<'t, '_> {
    pub(super) fn point_or_item(&mut self, line: &'t str, start: usize, number: usize, mark: Mark<'t>) {
        let inside = self.fragment || self.is_open(Level::Article);
        let level = self.point_level(mark);
        let mark = Mark { level, ..mark };
        let accepted = inside
            && match level {
                Level::Item => self.accepts_item(number, mark),
                _ => self.accepts_point(number, mark),
            };
        if accepted { self.open_mark(line, start, number, mark) } else { self.plain(start, number) }
    }

    /// `i)`, `v)` and `x)` are points and sub-items: the open sequences decide.
    fn point_level(&self, mark: Mark<'t>) -> Level {
        if mark.level == Level::Item || !matches!(mark.label, "i" | "v" | "x") {
            return mark.level;
        }
        if self.points.contains(&mark.label) {
            return Level::Point;
        }
        let Sequence { point, item, .. } = self.sequence;
        let as_item = match item {
            Some(before) => is_next_item(before, mark.label),
            None => mark.label == "i" && point.is_none_or(|before| !before.starts_with('h')) && !self.fragment_start(),
        };
        if as_item { Level::Item } else { Level::Point }
    }

    /// Whether nothing of a fragment has been read yet.
    fn fragment_start(&self) -> bool {
        self.fragment && self.units.is_empty()
    }

    fn accepts_point(&mut self, number: usize, mark: Mark<'t>) -> bool {
        if !mark.closed {
            return match self.sequence.point {
                Some(before) => point_fit(before, mark.label) == Fit::Next,
                None => mark.label == "a",
            };
        }
        let letter = mark.label.chars().next().unwrap_or_default();
        if !POINT_LETTERS.contains(letter) {
            self.warn(number, Oddity::Letter { found: mark.label.to_owned() });
        }
        let (before, found) = (self.sequence.point.unwrap_or_default(), mark.label);
        match self.sequence.point {
            None if mark.label == "a" || self.fragment => true,
            None => {
                self.warn(
                    number,
                    Oddity::Gap { level: Level::Point, before: before.to_owned(), found: found.to_owned() },
                );
                true
            }
            Some(last) => {
                match point_fit(last, mark.label) {
                    Fit::Next => {}
                    Fit::Gap => self.warn(
                        number,
                        Oddity::Gap { level: Level::Point, before: before.to_owned(), found: found.to_owned() },
                    ),
                    Fit::Back => self.warn(
                        number,
                        Oddity::Backwards { level: Level::Point, before: before.to_owned(), found: found.to_owned() },
                    ),
                }
                true
            }
        }
    }

    fn accepts_item(&mut self, number: usize, mark: Mark<'t>) -> bool {
        let Some(before) = self.sequence.item else { return true };
        if !is_next_item(before, mark.label) {
            let (before, found) = (before.to_owned(), mark.label.to_owned());
            self.warn(number, Oddity::Gap { level: Level::Item, before, found });
        }
        true
    }
}
