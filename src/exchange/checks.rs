//! The rules by which cost sheets are questioned, and tables of others with printed figures.

use super::csv_line::LineEnds;
use super::{input, methods, workbook};
use crate::cost::check::{CheckRules, PrintedCell, PrintedRow};
use crate::text::clean_line;
use crate::words::check::CheckWord;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use calamine::{Data, Reader};
use std::path::Path;

const RULES: (&str, &str) = ("cost-checks.toml", include_str!("../../catalog/cost-checks.toml"));

/// The rules in a file, or those that come with the program.
///
/// # Errors
/// Bad input, with file, line and column.
pub fn rules(path: Option<&Path>) -> Result<CheckRules> {
    match path {
        None => toml_rules(RULES.1).map_err(|fault| fault.in_file(Path::new(RULES.0))),
        Some(path) => toml_rules(&input::text(path)?).map_err(|fault| fault.in_file(path)),
    }
}

fn toml_rules(text: &str) -> Result<CheckRules> {
    methods::toml(text, CheckWord::BadRules, CheckWord::BadRulesHint)
}

/// The tables of a CSV file (one) or a workbook (one a sheet), row by row, empty rows left out.
///
/// # Errors
/// Bad input: the file cannot be read, or is of another kind.
pub fn tables(path: &Path) -> Result<Vec<Vec<PrintedRow>>> {
    let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let tables = match ending.as_str() {
        "csv" => csv_table(path).map(|table| vec![table]),
        "xlsx" => workbook_tables(path),
        other => Err(Fault::input(Say::UnknownKind.said(&[&other, &"csv, xlsx"]))),
    };
    tables.map_err(|fault| fault.in_file(path))
}

fn csv_table(path: &Path) -> Result<Vec<PrintedRow>> {
    let text = input::text(path)?;
    let ends = LineEnds::of(text.as_bytes());
    let head: String = text.lines().take(20).collect();
    let count = |mark: u8| head.bytes().filter(|b| *b == mark).count();
    // Excel in Vietnamese writes semicolons.
    let mark = [b',', b';', b'\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| {
            let line = ends.line(error.position());
            Fault::input(Say::BadCsv.said(&[])).hint(Say::BadCsvHint.said(&[])).at_line(line).because(&error)
        })?;
        let line = ends.line(row.position());
        let cells: Vec<PrintedCell> = row.iter().map(|cell| PrintedCell::Text(clean_line(cell))).collect();
        rows.push((line, cells));
    }
    Ok(rows)
}

fn workbook_tables(path: &Path) -> Result<Vec<Vec<PrintedRow>>> {
    let broken = || Fault::input(Say::BrokenArchive.said(&[])).hint(Say::BrokenArchiveHint.said(&[]));
    let mut book = workbook::open(path)?;
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|error| broken().because(error))?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let rows = range.rows().enumerate();
        tables.push(rows.map(|(at, row)| (first + at + 1, row.iter().map(cell).collect())).collect());
    }
    Ok(tables)
}

fn cell(cell: &Data) -> PrintedCell {
    match cell {
        Data::Int(number) => PrintedCell::Number(number.to_string()),
        // The shortest decimal that means the stored number is what was typed.
        Data::Float(number) => PrintedCell::Number(number.to_string()),
        Data::Empty | Data::Error(_) => PrintedCell::Text(String::new()),
        other => PrintedCell::Text(clean_line(&other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::check::Doubt;

    #[test]
    fn the_shipped_rules_are_sound() {
        let rules = rules(None).expect("rules");
        for doubt in Doubt::ALL {
            assert!(rules.severity.contains_key(doubt), "{doubt} has no severity");
        }
        for rule in &rules.minutes {
            assert!(rule.low <= rule.high && !rule.source.is_empty(), "{rule:?}");
        }
        for layout in &rules.layout {
            let keys = layout.product.iter().flat_map(|p| p.sum.iter().flatten().chain([&p.gives]));
            for key in keys {
                assert!(layout.columns.contains_key(key), "{}: no column {key}", layout.id);
            }
        }
    }
}
