//! Spreadsheets and CSV: a header row somewhere in the first rows, then one record a row.

use super::{MOST_RECORDS, Reading, Record, Source};
use crate::exchange::input;
use crate::exchange::mapping::{Format, Mapping};
use crate::exchange::workbook;
use crate::text::messages::exchange::ExchangeMessage as Say;
use crate::text::{Fault, Message, Result, clean_line};
use calamine::{Data, Reader};
use serde_json::Value;
use std::fs::File;

/// In how many rows the header is looked for.
const HEADER_ROWS: usize = 20;

pub(super) fn xlsx(source: &mut Source<'_>, file: File) -> Result<Reading> {
    let broken = || Fault::input(Say::BrokenArchive.said(&[])).hint(Say::BrokenArchiveHint.said(&[]));
    let mut book = workbook::from_archive(file, source.size)?;
    let mut rows = Rows::default();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|error| broken().because(error))?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let cells = range.rows().enumerate().map(|(index, row)| {
            let values = row.iter().map(value).collect::<Vec<_>>();
            (first + index + 1, values)
        });
        rows = Rows(cells.filter(|(_, row)| row.iter().any(|v| !is_blank(v))).collect());
        // The first sheet with a header that a mapping knows holds the records.
        if rows.header(source, Format::Xlsx)?.is_some() {
            break;
        }
    }
    rows.read(source, Format::Xlsx)
}

pub(super) fn csv(source: &mut Source<'_>, file: File) -> Result<Reading> {
    drop(file);
    let bytes = input::whole(source.path, crate::exchange::input::LARGEST)?;
    let text = input::utf8(&bytes)?;
    // Excel in Vietnamese writes semicolons.
    let head: String = text.lines().take(HEADER_ROWS).collect();
    let delimiter =
        [b',', b';', b'\t'].into_iter().max_by_key(|d| (head.bytes().filter(|b| b == d).count(), *d == b','));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows = Rows::default();
    for row in reader.records() {
        let row = row.map_err(|error| {
            let line = error.position().map_or(1, |p| usize::try_from(p.line()).unwrap_or(1));
            Fault::input(Say::BadCsv.said(&[])).hint(Say::BadCsvHint.said(&[])).at_line(line).because(&error)
        })?;
        let line = row.position().map_or(1, |p| usize::try_from(p.line()).unwrap_or(1));
        let cells: Vec<Value> = row.iter().map(|cell| Value::String(cell.to_owned())).collect();
        if cells.iter().any(|v| !is_blank(v)) {
            rows.0.push((line, cells));
        }
    }
    rows.read(source, Format::Csv)
}

/// The value of a cell. Numbers stay numbers, so that a code kept as a number can be told from text.
fn value(cell: &Data) -> Value {
    match cell {
        Data::Empty | Data::Error(_) => Value::Null,
        Data::String(text) => Value::String(text.clone()),
        Data::Int(n) => Value::from(*n),
        Data::Float(n) => serde_json::Number::from_f64(*n).map_or(Value::Null, Value::Number),
        other => Value::String(other.to_string()),
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// Rows that hold anything, each with its number from 1.
#[derive(Default)]
struct Rows(Vec<(usize, Vec<Value>)>);

impl Rows {
    /// Where the header stands, and the mapping that knows it.
    fn header<'a>(&self, source: &Source<'a>, format: Format) -> Result<Option<(usize, &'a Mapping)>> {
        for (index, (_, row)) in self.0.iter().take(HEADER_ROWS).enumerate() {
            let names = names(row);
            if let Some(mapping) = source.recognise(format, &|name| names.iter().any(|n| n == name))? {
                return Ok(Some((index, mapping)));
            }
        }
        Ok(None)
    }

    fn read(self, source: &mut Source<'_>, format: Format) -> Result<Reading> {
        let Some((header, mapping)) = self.header(source, format)? else {
            return Err(self.unknown(source, format));
        };
        let (header_line, names) = (self.0[header].0, names(&self.0[header].1));
        for rule in mapping.fields() {
            if names.iter().filter(|name| **name == rule.from).count() > 1 {
                return Err(Fault::input(Say::DoubleColumn.said(&[&rule.from]))
                    .hint(Say::UnknownLayoutHint.said(&[]))
                    .at_line(header_line));
            }
        }
        let rows = self.0.len() - header - 1;
        if rows == 0 {
            return Err(Fault::input(Say::NoRecords.said(&[])).hint(Say::EmptyFileHint.said(&[])).at_line(header_line));
        }
        if rows > MOST_RECORDS {
            return Err(Fault::input(Say::TooManyRows.said(&[&MOST_RECORDS])).hint(Say::TooLargeHint.said(&[])));
        }
        let mut builder = source.builder(mapping);
        for (index, (line, row)) in self.0.into_iter().skip(header + 1).enumerate() {
            // A total or a signature below the list fills one cell only.
            if row.iter().filter(|v| !is_blank(v)).count() == 1 && names.len() > 2 {
                builder.skipped(line);
            } else {
                let record: Record = names.iter().cloned().zip(row).filter(|(name, _)| !name.is_empty()).collect();
                builder.add(line, &record).map_err(|fault| fault.at_line(line))?;
            }
            (source.progress)(index as u64 + 1, rows as u64);
        }
        Ok(builder.finish())
    }

    /// The fault of a table without a known header; the row with the most cells is shown as the one that was found.
    fn unknown(&self, source: &Source<'_>, format: Format) -> Fault {
        let known = |row: &[Value]| {
            let names = names(row);
            let hits = source.mappings.iter().flat_map(|m| m.recognise()).filter(|name| names.contains(name)).count();
            (hits, names.iter().filter(|n| !n.is_empty()).count())
        };
        let likely = self.0.iter().take(HEADER_ROWS).rev().max_by_key(|(_, row)| known(row));
        let Some((line, row)) = likely else {
            return Fault::input(Say::EmptyFile.said(&[])).hint(Say::EmptyFileHint.said(&[]));
        };
        let found: Vec<String> = names(row).into_iter().filter(|n| !n.is_empty()).collect();
        source.unknown(format, &found, &|name| found.iter().any(|n| n == name)).at_line(*line)
    }
}

/// The names of the columns of a row.
fn names(row: &[Value]) -> Vec<String> {
    row.iter().map(|v| v.as_str().map(clean_line).unwrap_or_default()).collect()
}
