//! `--where`, `--sort`, `--limit` and `--columns`, over any table.
//!
//! A condition is read by what its column holds (`view/answers`): a number column takes numbers in the forms that the program prints and
//! people type, a column of dates dates, an enumeration its keys and the words shown. What cannot be compared is refused with what can;
//! a filter never answers wrongly in silence. Compared is what JSON prints.

pub mod number;
pub mod value;

use super::{Cell, Table};
use crate::store::Reader;
use crate::text::collate;
use crate::words::filter::FilterWord;
use crate::words::{Fault, Message, Result};
use std::cmp::Ordering;
use value::{Wanted, plain};

/// A condition on one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Key of the column.
    pub key: String,
    test: Test,
    value: String,
    /// As it was written.
    text: String,
}

/// How a cell is compared with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// `=`
    Equal,
    /// `!=` or `<>`
    NotEqual,
    /// `~`
    Contains,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `<`
    Below,
    /// `<=`
    AtMost,
}

impl Test {
    const ALL: [Self; 7] =
        [Self::Equal, Self::NotEqual, Self::Contains, Self::Above, Self::AtLeast, Self::Below, Self::AtMost];

    /// As it is written.
    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Contains => "~",
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::AtMost => "<=",
        }
    }

    /// The sign that a text begins with, and what follows it.
    fn of(text: &str) -> Option<(Self, &str)> {
        // The longer signs first.
        const SIGNS: [(&str, Test); 11] = [
            ("!=", Test::NotEqual),
            ("<>", Test::NotEqual),
            ("≠", Test::NotEqual),
            (">=", Test::AtLeast),
            ("≥", Test::AtLeast),
            ("<=", Test::AtMost),
            ("≤", Test::AtMost),
            ("=", Test::Equal),
            ("~", Test::Contains),
            (">", Test::Above),
            ("<", Test::Below),
        ];
        SIGNS.iter().find_map(|(sign, test)| Some((*test, text.strip_prefix(sign)?)))
    }
}

const SIGNS: [char; 8] = ['=', '!', '~', '>', '<', '≠', '≥', '≤'];

impl Condition {
    /// Reads `field=value`, and the same with `!=`, `<>`, `<`, `<=`, `>`, `>=` or `~`. A value in quotes is taken as it stands.
    ///
    /// # Errors
    /// Wrong usage, saying the forms there are.
    pub fn parse(text: &str) -> Result<Self> {
        let read = || {
            let at = text.find(SIGNS)?;
            let (key, rest) = (text[..at].trim(), &text[at..]);
            let (test, value) = Test::of(rest)?;
            let value = value.trim();
            let quoted = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            let odd = quoted.is_none() && value.starts_with(SIGNS);
            let value = quoted.unwrap_or(value).to_owned();
            (!key.is_empty() && !odd).then(|| Self { key: key.to_owned(), test, value, text: text.to_owned() })
        };
        read().ok_or_else(|| malformed(text))
    }

    /// Reads all conditions of a command.
    ///
    /// # Errors
    /// As [`Condition::parse`].
    pub fn all(texts: &[String]) -> Result<Vec<Self>> {
        texts.iter().map(|text| Self::parse(text)).collect()
    }
}

fn malformed(text: &str) -> Fault {
    Fault::usage(FilterWord::Malformed.said(&[&text])).hint(FilterWord::MalformedHint.said(&[]))
}

/// Which rows all conditions hold for. Agencies, kinds of measure, levels and programmes are those of the workspace.
///
/// # Errors
/// Wrong usage when a condition names no column, or a value that its column cannot have.
pub fn kept(table: &Table, conditions: &[Condition], reader: Option<&Reader>) -> Result<Vec<bool>> {
    let mut kept = vec![true; table.rows.len()];
    for condition in conditions {
        let at = table.column(&condition.key)?;
        let column = &table.columns[at];
        let wanted = Wanted::read(condition, column, table.rows.iter().map(|row| &row[at]), reader)?;
        for (kept, row) in kept.iter_mut().zip(&table.rows) {
            *kept &= wanted.fits(condition.test, &row[at], &column.holds);
        }
    }
    Ok(kept)
}

/// Keeps the rows for which all conditions hold.
///
/// # Errors
/// As [`kept`].
pub fn keep_where(table: &mut Table, conditions: &[Condition], reader: &Reader) -> Result<()> {
    let mut kept = kept(table, conditions, Some(reader))?.into_iter();
    table.rows.retain(|_| kept.next().unwrap_or(true));
    Ok(())
}

/// Keeps the items of a list that the rows of a table stand for one by one, where all conditions hold.
///
/// # Errors
/// As [`kept`].
pub fn keep_those<T>(table: &Table, items: &mut Vec<T>, conditions: &[Condition], reader: &Reader) -> Result<()> {
    let mut kept = kept(table, conditions, Some(reader))?.into_iter();
    items.retain(|_| kept.next().unwrap_or(true));
    Ok(())
}

/// Sorts by a column: words as a Vietnamese dictionary does, numbers by size, empty cells last; `-field` is descending.
///
/// # Errors
/// Wrong usage when there is no such column.
pub fn sort_by(table: &mut Table, field: &str) -> Result<()> {
    let (key, descending) = match field.strip_prefix('-') {
        Some(key) => (key, true),
        None => (field, false),
    };
    let at = table.column(key)?;
    table.rows.sort_by(|a, b| match (&a[at], &b[at]) {
        (Cell::Empty | Cell::Nothing(_), Cell::Empty | Cell::Nothing(_)) => Ordering::Equal,
        (Cell::Empty | Cell::Nothing(_), _) => Ordering::Greater,
        (_, Cell::Empty | Cell::Nothing(_)) => Ordering::Less,
        (a, b) if descending => compare(b, a),
        (a, b) => compare(a, b),
    });
    Ok(())
}

fn compare(a: &Cell, b: &Cell) -> Ordering {
    match (a, b) {
        (Cell::Day(a), Cell::Day(b)) => a.cmp(b),
        (Cell::Flag(a), Cell::Flag(b)) => a.cmp(b),
        (a, b) => match (a.as_fraction(), b.as_fraction()) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => collate::compare(&plain(a), &plain(b)),
        },
    }
}

/// Which rows and columns of a table are wanted: conditions, order, how many, which columns.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    conditions: Vec<Condition>,
    sort: Option<String>,
    limit: Option<usize>,
    columns: Vec<String>,
}

impl Selection {
    /// Reads what was typed; `-field` sorts downwards.
    ///
    /// # Errors
    /// As [`Condition::parse`].
    pub fn read(conditions: &[String], sort: Option<&str>, limit: Option<usize>, columns: &[String]) -> Result<Self> {
        let conditions = Condition::all(conditions)?;
        Ok(Self { conditions, sort: sort.map(str::to_owned), limit, columns: columns.to_vec() })
    }

    /// Whether the conditions or the order rest on a column.
    pub fn rests_on(&self, key: &str) -> bool {
        let sorts = self.sort.as_deref().is_some_and(|field| field.trim_start_matches('-') == key);
        sorts || self.conditions.iter().any(|condition| condition.key == key)
    }

    /// Whether a column is wanted, by its name or because none was named.
    pub fn wants(&self, key: &str) -> bool {
        self.columns.is_empty() || self.columns.iter().any(|column| column == key)
    }

    /// How many of the first rows are wanted, where nothing but their number decides.
    pub fn first(&self) -> Option<usize> {
        self.limit.filter(|_| self.conditions.is_empty() && self.sort.is_none())
    }

    /// Leaves the wanted rows in a table, in their order, without counting how many.
    ///
    /// # Errors
    /// Wrong usage when a condition or the order names no column, or a value that its column cannot have.
    pub fn choose(&self, table: &mut Table, reader: &Reader) -> Result<()> {
        keep_where(table, &self.conditions, reader)?;
        self.sort.as_deref().map_or(Ok(()), |field| sort_by(table, field))
    }

    /// Leaves as many rows as were asked for.
    pub fn cut(&self, table: &mut Table) {
        table.rows.truncate(self.limit.unwrap_or(usize::MAX));
    }

    /// Leaves the wanted columns.
    ///
    /// # Errors
    /// Wrong usage, naming the columns there are.
    pub fn columns(&self, table: &mut Table) -> Result<()> {
        if self.columns.is_empty() { Ok(()) } else { table.keep(&self.columns) }
    }

    /// Leaves what is wanted.
    ///
    /// # Errors
    /// As [`Selection::choose`] and [`Selection::columns`].
    pub fn apply(&self, table: &mut Table, reader: &Reader) -> Result<()> {
        self.choose(table, reader)?;
        self.cut(table);
        self.columns(table)
    }
}

#[cfg(test)]
mod tests;
