//! Forms of others as data: how the official cost sheet is laid out. A layout that ministries use is a file in `catalog/forms`, or an
//! analyst's own.

mod figure;
mod lines;
mod read;

pub use read::{FormRow, FormSheet, Part};
pub(super) use read::{is_one, read};

use super::{input, toml_text};
use crate::cost::check::{Layout as PrintedLayout, Product};
use crate::model::ActivityGroup;
use crate::text::{Lang, fold};
use crate::words::form::FormWord;
use crate::words::{Fault, Message, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The layout that comes with the program.
const OFFICIAL: (&str, &str) = ("official.toml", include_str!("../../../catalog/forms/official.toml"));

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    vi: String,
    en: String,
}

crate::words::named! {
    /// What a column holds.
    Column {
        /// The number of the line.
        Number = "number",
        /// Remarks and sources.
        Note = "note",
        /// Cost per year, đồng.
        Annual = "annual",
        /// Income per hour, đồng.
        Hourly = "hourly",
        /// Outsourcing, đồng.
        Outsourcing = "outsourcing",
        /// Fees and other costs, đồng.
        Charges = "charges",
        /// Performances a year.
        Times = "times",
        /// How many comply a year.
        Population = "population",
        /// Cost of one performance, đồng.
        One = "one",
        /// Working time.
        Time = "time",
        /// What is done.
        Work = "work",
        /// How it is done.
        How = "how",
    }
}

impl Column {
    /// Whether it holds sums of money.
    fn is_money(self) -> bool {
        matches!(self, Self::Hourly | Self::Outsourcing | Self::Charges | Self::One | Self::Annual)
    }
}

/// A column of a layout.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormColumn {
    /// What it holds.
    pub key: Column,
    /// The head that is written.
    pub title: String,
    /// Words of which a head holds one.
    #[serde(default)]
    any: Vec<String>,
    /// Heads that are these words and nothing else.
    #[serde(default)]
    whole: Vec<String>,
}

/// A group of work.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormGroup {
    /// Which it is.
    pub key: ActivityGroup,
    /// The line that opens it.
    pub title: String,
    any: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    current: Vec<String>,
    simplified: Vec<String>,
    comparison: Vec<String>,
}

/// The layout of a form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Its name.
    pub name: String,
    title: Title,
    /// Whether somebody held it against the printed form.
    pub checked: bool,
    procedure: Vec<String>,
    code: Vec<String>,
    part: Parts,
    /// The columns; those before others are looked for first.
    #[serde(rename = "column")]
    pub columns: Vec<FormColumn>,
    /// What is printed and can be computed from the columns of a row.
    #[serde(rename = "product", default)]
    products: Vec<Product>,
    /// The groups, in their order.
    #[serde(rename = "group")]
    pub groups: Vec<FormGroup>,
}

impl Layout {
    /// The layout with a name, or in a file (`.toml`).
    ///
    /// # Errors
    /// Wrong usage, when there is none of the name; bad input, with line and column, when the file is no layout.
    pub fn named(name: &str) -> Result<Self> {
        let path = Path::new(name);
        if path.extension().is_some_and(|e| e == "toml") {
            let text = input::text(path)?;
            return Self::parse(&text).map_err(|fault| fault.in_file(path));
        }
        let official = Self::official()?;
        if official.name == name {
            return Ok(official);
        }
        Err(Fault::usage(FormWord::NoForm.said(&[&name, &official.name])).hint(FormWord::NoFormHint.said(&[])))
    }

    /// The official sheet of compliance costs.
    ///
    /// # Errors
    /// None with the file as shipped.
    pub fn official() -> Result<Self> {
        Self::parse(OFFICIAL.1).map_err(|fault| fault.in_file(Path::new(OFFICIAL.0)))
    }

    fn parse(text: &str) -> Result<Self> {
        toml_text::read(text, || Fault::input(FormWord::BadForm.said(&[])).hint(FormWord::BadFormHint.said(&[])))
    }

    /// The title of the form.
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title.en } else { &self.title.vi }
    }

    /// The head of a column, as it is written.
    pub fn head(&self, column: Column) -> &str {
        self.columns.iter().find(|one| one.key == column).map_or("", |one| &one.title)
    }

    /// Whether the column of time counts minutes, not hours.
    pub fn counts_minutes(&self) -> bool {
        figure::Clock::of(&plain(self.head(Column::Time))) == Some(figure::Clock::Minutes)
    }

    /// The line that opens a group.
    pub fn group(&self, group: ActivityGroup) -> &str {
        self.groups.iter().find(|one| one.key == group).map_or("", |one| &one.title)
    }

    /// What the column under a head holds.
    fn column(&self, head: &str) -> Option<Column> {
        let head = plain(head);
        let holds = |word: &String| contains(&head, &plain(word));
        let is = |word: &String| head == plain(word);
        self.columns.iter().find(|one| one.any.iter().any(holds) || one.whole.iter().any(is)).map(|one| one.key)
    }

    /// The printed columns of a table under some heads, as [`check_printed`](crate::cost::check::check_printed) holds them against its rows. Time
    /// in minutes makes no product with income per hour.
    pub(super) fn printed<'h>(&self, heads: impl Iterator<Item = &'h str>) -> PrintedLayout {
        let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for head in heads {
            let minutes = figure::Clock::of(&plain(head)) == Some(figure::Clock::Minutes);
            if let Some(column) = self.column(head).filter(|column| *column != Column::Time || !minutes) {
                columns.entry(column.name().to_owned()).or_default().push(head.to_owned());
            }
        }
        PrintedLayout { id: self.name.clone(), columns, product: self.products.clone() }
    }

    /// The group that a line opens.
    fn opens(&self, line: &str) -> Option<ActivityGroup> {
        let line = plain(line);
        // The longest words win: "chuẩn bị, phục vụ" is no "chuẩn bị".
        let words = self.groups.iter().flat_map(|group| group.any.iter().map(move |word| (group.key, plain(word))));
        words.filter(|(_, word)| line.starts_with(word.as_str())).max_by_key(|(_, word)| word.len()).map(|(key, _)| key)
    }

    /// The part of the form that a line opens.
    fn part(&self, line: &str) -> Option<Part> {
        let line = plain(line);
        let holds = |words: &[String]| words.iter().any(|word| contains(&line, &plain(word)));
        [
            (Part::Comparison, &self.part.comparison),
            (Part::Simplified, &self.part.simplified),
            (Part::Current, &self.part.current),
        ]
        .into_iter()
        .find(|(_, words)| holds(words))
        .map(|(part, _)| part)
    }
}

/// A text folded, with blanks for the signs in it.
fn plain(text: &str) -> String {
    let kept: String = fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text holds words as whole words.
fn contains(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

#[cfg(test)]
mod tests;
