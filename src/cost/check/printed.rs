//! Tables of others: rows whose printed figures do not multiply, even when every printed number is taken as rounded.

use super::rules::{CheckRules, Layout, Product};
use crate::model::Fraction;
use crate::text::{fold, number};
use std::collections::BTreeMap;

/// A cell of a table of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintedCell {
    /// As written.
    Text(String),
    /// A number of a spreadsheet, in its shortest decimal form.
    Number(String),
}

/// A row with its line, from 1.
pub type PrintedRow = (usize, Vec<PrintedCell>);

/// A printed figure that its row does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misprint {
    /// Line, from 1.
    pub line: usize,
    /// The first words of the row.
    pub label: String,
    /// The header of the column.
    pub column: String,
    /// As printed.
    pub printed: Fraction,
    /// As the row gives it.
    pub computed: Fraction,
    /// The arithmetic: headers and numbers.
    pub formula: String,
}

/// How many rows may stand above the header.
const HEADER_ROWS: usize = 20;

/// The layout that the table was recognised as, how many products were held against print, and those that differ. Nothing when no layout
/// of the rules knows the table.
pub fn check_printed(rows: &[PrintedRow], rules: &CheckRules) -> Option<(String, usize, Vec<Misprint>)> {
    let (layout, header, columns) = recognise(rows, rules)?;
    let titles: Vec<&str> = rows[header].1.iter().map(text).collect();
    let (mut held, mut found) = (0, Vec::new());
    for (line, cells) in &rows[header + 1..] {
        for product in &layout.product {
            let Some(checked) = check(product, &columns, cells, &titles) else { continue };
            held += 1;
            if let Err((printed, computed, formula)) = checked {
                let label =
                    cells.iter().map(text).find(|text| text.chars().any(char::is_alphabetic)).unwrap_or_default();
                let column = columns.get(&product.gives).and_then(|at| titles.get(*at)).copied().unwrap_or_default();
                found.push(Misprint {
                    line: *line,
                    label: label.to_owned(),
                    column: column.to_owned(),
                    printed,
                    computed,
                    formula,
                });
            }
        }
    }
    Some((layout.id.clone(), held, found))
}

type Columns = BTreeMap<String, usize>;

/// The layout of which the most columns are there, the row of the header, and where the columns stand. A layout fits when one of its
/// products can be computed.
fn recognise<'a>(rows: &[PrintedRow], rules: &'a CheckRules) -> Option<(&'a Layout, usize, Columns)> {
    let mut best: Option<(&Layout, usize, Columns)> = None;
    for (at, (_, cells)) in rows.iter().take(HEADER_ROWS).enumerate() {
        let titles: Vec<String> = cells.iter().map(|cell| fold(text(cell).trim())).collect();
        for layout in &rules.layout {
            let place =
                |names: &[String]| titles.iter().position(|title| names.iter().any(|name| fold(name) == *title));
            let found = layout.columns.iter().filter_map(|(key, names)| Some((key.clone(), place(names)?)));
            let columns: Columns = found.collect();
            let computable = |product: &Product| {
                let there = |key: &String| columns.contains_key(key);
                there(&product.gives)
                    && product.sum.iter().any(|term| term.iter().all(there))
                    && product.sum.iter().all(|term| term.len() == 1 || term.iter().all(there))
            };
            let better = best.as_ref().is_none_or(|(_, _, before)| columns.len() > before.len());
            if better && layout.product.iter().any(computable) {
                best = Some((layout, at, columns));
            }
        }
    }
    best
}

/// Whether a row's product is as printed; nothing where the row lacks a number. Otherwise what is printed, what the row gives, and how.
fn check(
    product: &Product,
    columns: &Columns,
    cells: &[PrintedCell],
    titles: &[&str],
) -> Option<Result<(), (Fraction, Fraction, String)>> {
    let read = |key: &String| Interval::read(cells.get(*columns.get(key)?)?);
    let printed = read(&product.gives)?.into_product()?;
    let mut sum = Interval::exact(Fraction::ZERO);
    let mut formula = Vec::new();
    for term in &product.sum {
        if term.len() == 1 && !columns.contains_key(&term[0]) {
            continue;
        }
        let mut all = Interval::exact(Fraction::ONE);
        let mut words = Vec::new();
        for key in term {
            let factor = match read(key) {
                Some(factor) => factor,
                // An empty cell of a term of its own is nothing paid.
                None if term.len() == 1 => Interval::exact(Fraction::ZERO),
                None => return None,
            };
            let title = columns.get(key).and_then(|at| titles.get(*at)).copied().unwrap_or_default();
            words.push(format!("{} ({title})", factor.shown));
            all = all.times(&factor)?;
        }
        formula.push(words.join(" × "));
        sum = sum.plus(&all)?;
    }
    if sum.low <= printed.high && printed.low <= sum.high {
        return Some(Ok(()));
    }
    Some(Err((printed.value, sum.value, formula.join(" + "))))
}

/// A printed number with the numbers that are printed so: one with decimals may have been rounded in its last digit. Whole factors are
/// taken as they stand, a whole product as rounded to one.
#[derive(Debug, Clone)]
struct Interval {
    value: Fraction,
    low: Fraction,
    high: Fraction,
    shown: String,
}

impl Interval {
    fn exact(value: Fraction) -> Self {
        Self { value, low: value, high: value, shown: String::new() }
    }

    /// A number that is not negative, as it is printed.
    fn read(cell: &PrintedCell) -> Option<Self> {
        let (value, decimals) = match cell {
            PrintedCell::Text(text) => parse(text)?,
            PrintedCell::Number(text) => (Fraction::parse(text)?, text.split_once('.').map_or(0, |(_, d)| d.len())),
        };
        if value.is_negative() {
            return None;
        }
        let half = match decimals {
            0 => Fraction::ZERO,
            places => Fraction::new(1, 10_i128.checked_pow(u32::try_from(places).ok()?)?.checked_mul(2)?)?,
        };
        Some(Self { value, low: value.minus(half)?, high: value.plus(half)?, shown: text(cell).trim().to_owned() })
    }

    /// The same as a product: a whole one may have been rounded to whole units.
    fn into_product(self) -> Option<Self> {
        if self.low != self.high {
            return Some(self);
        }
        let half = Fraction::new(1, 2)?;
        Some(Self { low: self.value.minus(half)?, high: self.value.plus(half)?, ..self })
    }

    fn times(&self, other: &Self) -> Option<Self> {
        Some(Self {
            value: self.value.times(other.value)?,
            low: self.low.times(other.low)?,
            high: self.high.times(other.high)?,
            shown: String::new(),
        })
    }

    fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self {
            value: self.value.plus(other.value)?,
            low: self.low.plus(other.low)?,
            high: self.high.plus(other.high)?,
            shown: String::new(),
        })
    }
}

fn text(cell: &PrintedCell) -> &str {
    match cell {
        PrintedCell::Text(text) | PrintedCell::Number(text) => text,
    }
}

/// A number as people print it, grouped or not, with a comma or a point for decimals; and its decimals.
fn parse(text: &str) -> Option<(Fraction, usize)> {
    let text: String = text.trim().trim_start_matches('$').trim_end_matches('đ').trim().replace('\u{a0}', " ");
    // `0.825` is no eight hundred and twenty-five: groups do not begin with a zero.
    let grouped = !text.starts_with("0.") && !text.starts_with("0,");
    if let Some(whole) = number::parse_whole(&text).filter(|_| grouped) {
        return Some((Fraction::whole(whole), 0));
    }
    let mark = text.rfind([',', '.'])?;
    let (head, decimals) = (&text[..mark], &text[mark + 1..]);
    let head = if head.is_empty() { 0 } else { number::parse_whole(head)? };
    if decimals.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((Fraction::parse(&format!("{head}.{decimals}"))?, decimals.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_printed() {
        for (text, value, decimals) in [
            ("112.615", "112615", 0),
            ("112,615", "112615", 0),
            ("0,83", "0.83", 2),
            (".83", "0.83", 2),
            ("0.825", "0.825", 3),
            ("0,500", "0.5", 3),
            ("0", "0", 0),
            ("1.234.567,5", "1234567.5", 1),
            ("1,234,567.50", "1234567.5", 2),
            ("$35", "35", 0),
            ("20.000 đ", "20000", 0),
        ] {
            assert_eq!(parse(text), Some((Fraction::parse(value).unwrap(), decimals)), "{text}");
        }
        for text in ["", "—", "a", "1,2,3", "12.", "1e3"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
