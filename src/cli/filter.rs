//! `--where`, `--sort`, `--limit` and `--columns`, over any table.

use super::output::{Cell, Table};
use crate::model::Fraction;
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Message, Result, collate, fold};
use std::cmp::Ordering;

/// A condition on one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Key of the column.
    pub key: String,
    test: Test,
    value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Test {
    Equal,
    NotEqual,
    Contains,
    Above,
    Below,
}

impl Condition {
    /// Reads `field=value`, `field!=value`, `field~part`, `field>number` or `field<number`.
    ///
    /// # Errors
    /// Wrong usage, saying the forms there are.
    pub fn parse(text: &str) -> Result<Self> {
        let at = text.find(['=', '!', '~', '>', '<']);
        let split = at.map(|at| (&text[..at], &text[at..]));
        let parsed = split.and_then(|(key, rest)| {
            let (test, value) = match rest.strip_prefix("!=") {
                Some(value) => (Test::NotEqual, value),
                None => {
                    let test = match rest.chars().next()? {
                        '=' => Test::Equal,
                        '~' => Test::Contains,
                        '>' => Test::Above,
                        '<' => Test::Below,
                        _ => return None,
                    };
                    (test, &rest[1..])
                }
            };
            (!key.trim().is_empty()).then(|| Self { key: key.trim().to_owned(), test, value: value.trim().to_owned() })
        });
        parsed.ok_or_else(|| Fault::usage(CliMessage::BadCondition.said(&[&text])))
    }

    fn holds(&self, cell: &Cell) -> bool {
        let number = || Some((cell.as_fraction()?, Fraction::parse(&self.value)?));
        let words = || fold(&plain(cell));
        match self.test {
            Test::Equal => number().map_or_else(|| words() == fold(&self.value), |(a, b)| a == b),
            Test::NotEqual => number().map_or_else(|| words() != fold(&self.value), |(a, b)| a != b),
            Test::Contains => words().contains(&fold(&self.value)),
            Test::Above => number().map_or_else(|| plain(cell) > self.value, |(a, b)| a > b),
            Test::Below => number().map_or_else(|| !plain(cell).is_empty() && plain(cell) < self.value, |(a, b)| a < b),
        }
    }
}

/// A cell as its plain text: what JSON shows.
fn plain(cell: &Cell) -> String {
    match cell.json() {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text,
        value => value.to_string(),
    }
}

/// Keeps the rows for which all conditions hold.
///
/// # Errors
/// Wrong usage when a condition names no column.
pub fn keep_where(table: &mut Table, conditions: &[Condition]) -> Result<()> {
    for condition in conditions {
        let at = table.column(&condition.key)?;
        table.rows.retain(|row| condition.holds(&row[at]));
    }
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
        (Cell::Empty, Cell::Empty) => Ordering::Equal,
        (Cell::Empty, _) => Ordering::Greater,
        (_, Cell::Empty) => Ordering::Less,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn table() -> Table {
        let mut table = Table::new("test", Lang::En, &[("name", CliMessage::Name), ("cost", CliMessage::AnnualCost)]);
        for (name, cost) in [("Đăng ký", Some(9)), ("ăn", Some(100)), ("an", None), ("dân", Some(20))] {
            table.push(vec![name.into(), cost.map_or(Cell::Empty, Cell::Whole)]);
        }
        table
    }

    fn names(table: &Table) -> Vec<String> {
        table.rows.iter().map(|row| plain(&row[0])).collect()
    }

    #[test]
    fn conditions_fold_and_compare() {
        for (condition, expected) in [
            ("name=dang ky", vec!["Đăng ký"]),
            ("name~an", vec!["Đăng ký", "ăn", "an", "dân"]),
            ("cost>9", vec!["ăn", "dân"]),
            ("cost<20", vec!["Đăng ký"]),
            ("cost!=20", vec!["Đăng ký", "ăn", "an"]),
            ("cost=", vec!["an"]),
        ] {
            let mut table = table();
            keep_where(&mut table, &[Condition::parse(condition).unwrap()]).unwrap();
            assert_eq!(names(&table), expected, "{condition}");
        }
        assert!(Condition::parse("no condition").is_err());
        assert!(keep_where(&mut table(), &[Condition::parse("x=1").unwrap()]).is_err());
    }

    #[test]
    fn sorts_words_and_numbers_with_empty_last() {
        let mut by_name = table();
        sort_by(&mut by_name, "name").unwrap();
        assert_eq!(names(&by_name), ["an", "ăn", "dân", "Đăng ký"]);
        let mut by_cost = table();
        sort_by(&mut by_cost, "-cost").unwrap();
        assert_eq!(names(&by_cost), ["ăn", "dân", "Đăng ký", "an"]);
    }
}
