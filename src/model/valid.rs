//! Whether a noun can be what it says. Rules that need nothing but the noun itself stand on it, here and in its file; what rests on other
//! nouns is looked at where it is stored.

use super::Fraction;
use super::bounds::Bound;
use crate::words::valid::ValidWord;
use crate::words::{Message, Said};
use std::fmt;

/// A step on the way to a field of a noun.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// The field with this name, as files write it.
    Field(String),
    /// The item of a list at this place, from 0.
    At(usize),
}

/// The way from a noun to one of its fields: `activity[1].minutes`. Shown, items are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Way(Vec<Step>);

impl Way {
    /// The way to a field of the noun itself.
    pub fn to(field: &str) -> Self {
        Self(vec![Step::Field(field.to_owned())])
    }

    /// On to a field of what this leads to.
    #[must_use]
    pub fn field(mut self, name: &str) -> Self {
        self.0.push(Step::Field(name.to_owned()));
        self
    }

    /// On to an item of the list that this leads to, from 0.
    #[must_use]
    pub fn at(mut self, place: usize) -> Self {
        self.0.push(Step::At(place));
        self
    }

    /// On by another way.
    #[must_use]
    pub fn then(mut self, on: Self) -> Self {
        self.0.extend(on.0);
        self
    }

    /// The steps, from the noun on.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The name of the last field on the way.
    pub fn last(&self) -> &str {
        let fields = self.0.iter().rev();
        fields
            .filter_map(|step| if let Step::Field(name) = step { Some(name.as_str()) } else { None })
            .next()
            .unwrap_or_default()
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if at == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::At(place) => write!(f, "[{}]", place + 1)?,
            }
        }
        Ok(())
    }
}

/// Something about a noun that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wrong {
    /// Which field.
    pub way: Way,
    /// What it is, and what was expected.
    pub said: Said,
}

impl Wrong {
    /// Something wrong with a field.
    pub fn new(way: Way, said: Said) -> Self {
        Self { way, said }
    }
}

/// A noun that knows whether it can be what it says.
pub trait Valid {
    /// What is wrong with it by itself; empty when all is well.
    fn check(&self) -> Vec<Wrong>;
}

/// The years that a date may lie in where it counts in figures.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// Gathers what is wrong with a noun.
#[derive(Debug, Default)]
pub(super) struct Checks(Vec<Wrong>);

impl Checks {
    pub(super) fn done(self) -> Vec<Wrong> {
        self.0
    }

    /// Whether nothing wrong was found so far.
    pub(super) fn clean(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn add(&mut self, way: Way, said: Option<Said>) {
        self.0.extend(said.map(|said| Wrong::new(way, said)));
    }

    /// What was found of a part of the noun, to which `way` leads.
    pub(super) fn under(&mut self, way: &Way, wrong: Vec<Wrong>) {
        self.0.extend(wrong.into_iter().map(|wrong| Wrong::new(way.clone().then(wrong.way), wrong.said)));
    }

    /// A day of our time.
    pub(super) fn day(&mut self, way: Way, day: Option<jiff::civil::Date>) {
        let far = day.filter(|day| !YEARS.contains(&day.year()));
        self.add(way, far.map(|day| ValidWord::FarYear.said(&[&day, YEARS.start(), YEARS.end()])));
    }

    /// A code, an id, a name that must be there.
    pub(super) fn given(&mut self, way: Way, text: &str) {
        self.add(way, text.trim().is_empty().then(|| ValidWord::Missing.said(&[])));
    }

    /// A code that can be named on the command line and in a line of a list.
    pub(super) fn code(&mut self, way: Way, text: &str) {
        let odd = text.starts_with('-') || text.chars().any(char::is_control);
        self.add(way.clone(), odd.then(|| ValidWord::BadCode.said(&[&text.escape_default()])));
        self.given(way, text);
    }

    pub(super) fn number(&mut self, way: Way, value: Fraction, bound: Bound) {
        self.add(way, bound.wrong(value));
    }

    pub(super) fn whole(&mut self, way: Way, value: i64, bound: Bound) {
        self.add(way, bound.wrong_whole(value));
    }

    /// Two of one id in a list; `way` leads to the field of the item at a place.
    pub(super) fn once<'t>(&mut self, ids: impl IntoIterator<Item = &'t str>, way: impl Fn(usize) -> Way) {
        let mut seen = std::collections::HashSet::new();
        for (at, id) in ids.into_iter().enumerate() {
            if !id.is_empty() && !seen.insert(id) {
                self.add(way(at), Some(ValidWord::Twice.said(&[&id])));
            }
        }
    }

    /// Two days of which the later must not lie before the earlier; `before` names the field of the earlier.
    pub(super) fn order(
        &mut self,
        way: Way,
        day: Option<jiff::civil::Date>,
        before: &str,
        earlier: Option<jiff::civil::Date>,
    ) {
        if let (Some(day), Some(earlier)) = (day, earlier)
            && day < earlier
        {
            self.add(way, Some(ValidWord::TooEarly.said(&[&day, &before, &earlier])));
        }
    }
}
