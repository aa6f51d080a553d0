//! Spreadsheets and CSV: a header row somewhere in the first rows, then one record a row. A CSV file is read as it comes, row by row; of a
//! workbook every sheet that has such a header is read, and the others are named.

use super::build::Builder;
use super::{MOST_RECORDS, Record, Records, Source};
use crate::exchange::csv_line::LineEnds;
use crate::exchange::input;
use crate::exchange::mapping::{Format, Mapping};
use crate::exchange::workbook::Book;
use crate::text::clean_line;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result};
use calamine::{Data, Reader};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

/// In how many rows the header is looked for.
const HEADER_ROWS: usize = 20;

/// How many bytes of a CSV file are looked at to tell what parts its cells.
const HEAD: u64 = 64 << 10;

/// A row that holds anything, with its number from 1.
type Row = (usize, Vec<Value>);

pub(super) fn xlsx(source: &mut Source<'_>, mut book: Book) -> Result<Records> {
    let broken = || Fault::input(Say::BrokenArchive.said(&[])).hint(Say::BrokenArchiveHint.said(&[]));
    let names = book.sheet_names();
    let (mut builder, mut unread, mut first_rows) = (None::<Builder<'_>>, Vec::new(), None);
    for name in &names {
        let range = book.worksheet_range(name).map_err(|error| broken().because(error))?;
        let (top, left) = range.start().unwrap_or_default();
        let (top, left) = (top as usize, left as usize);
        let mut cells: Vec<Vec<Value>> = range.rows().map(|row| row.iter().map(value).collect()).collect();
        let merged = book.merge_cells_by_sheet_name(name).map_err(|error| broken().because(error))?;
        for region in merged {
            let part = |from: u32, to: u32, start: usize| {
                (from as usize).saturating_sub(start)..=(to as usize).saturating_sub(start)
            };
            fill_merged(
                &mut cells,
                &part(region.start.0, region.end.0, top),
                &part(region.start.1, region.end.1, left),
            );
        }
        let rows = cells.into_iter().enumerate().map(|(index, row)| (top + index + 1, row));
        let rows: Vec<Row> = rows.filter(|(_, row)| !row.iter().all(is_blank)).collect();
        if rows.is_empty() {
            continue;
        }
        let total = rows.len() as u64;
        let mut sheet = Sheet { format: Format::Xlsx, head: Vec::new(), columns: None };
        let several = names.len() > 1;
        let mut known = None;
        for (index, (line, row)) in rows.into_iter().enumerate() {
            if let Some(mapping) = sheet.take_header(source, line, &row)? {
                if builder.as_ref().is_some_and(|b| b.mapping().name() != mapping.name()) {
                    break;
                }
                let builder = builder.get_or_insert_with(|| source.builder(mapping));
                if several {
                    builder.begin_sheet(name);
                }
                known = Some(mapping);
            } else if let (Some(builder), true) = (&mut builder, known.is_some()) {
                sheet.take_row(builder, line, row)?;
                (source.progress)(index as u64 + 1, total);
            } else if sheet.head.len() >= HEADER_ROWS {
                break;
            }
        }
        match (&mut builder, known) {
            (Some(builder), Some(_)) if sheet.records() == 0 && several => {
                builder.note(sheet.header_line(), TakenWord::SheetEmpty.said(&[name]));
            }
            (_, None) => {
                unread.push(name.clone());
                first_rows.get_or_insert(sheet);
            }
            _ => {}
        }
    }
    let Some(mut builder) = builder else {
        return Err(first_rows.map_or_else(empty, |sheet| sheet.unknown(source)));
    };
    let mapping = builder.mapping().name().to_owned();
    for name in unread {
        builder.begin_sheet(&name);
        builder.note(0, TakenWord::SheetUnread.said(&[&name, &mapping]));
    }
    finished(builder, None)
}

/// Gives a merged cell's value to the cells that it covers, in rows that hold something else too: a title or a total over a whole row is no record.
fn fill_merged(
    cells: &mut [Vec<Value>],
    rows: &std::ops::RangeInclusive<usize>,
    columns: &std::ops::RangeInclusive<usize>,
) {
    let value = cells.get(*rows.start()).and_then(|row| row.get(*columns.start())).cloned().unwrap_or_default();
    if is_blank(&value) {
        return;
    }
    for row in rows.clone() {
        let Some(row) = cells.get_mut(row) else { break };
        if row.iter().enumerate().any(|(at, cell)| !columns.contains(&at) && !is_blank(cell)) {
            row.iter_mut()
                .enumerate()
                .filter(|(at, _)| columns.contains(at))
                .for_each(|(_, cell)| *cell = value.clone());
        }
    }
}

pub(super) fn csv(source: &mut Source<'_>, mut file: File) -> Result<Records> {
    let cannot = |error: std::io::Error| Fault::input(Say::CannotOpen.said(&[])).because_io(&error);
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head).map_err(cannot)?;
    let skip = if head.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    file.seek(SeekFrom::Start(skip)).map_err(cannot)?;
    let ends = LineEnds::of(&head);
    // Excel in Vietnamese writes semicolons.
    let head: Vec<&[u8]> = head.split(|b| *b == b'\n').take(HEADER_ROWS).collect();
    let count = |mark: u8| head.iter().map(|line| line.iter().filter(|b| **b == mark).count()).sum::<usize>();
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',');
    let mut text = BufReader::with_capacity(1 << 16, file);
    text.fill_buf().map_err(cannot)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
    let mut sheet = Sheet { format: Format::Csv, head: Vec::new(), columns: None };
    let (mut builder, mut record) = (None::<Builder<'_>>, csv::ByteRecord::new());
    loop {
        let more = reader.read_byte_record(&mut record).map_err(|error| {
            let fault = Fault::input(Say::BadCsv.said(&[])).hint(Say::BadCsvHint.said(&[]));
            fault.at_line(ends.line(error.position())).because(&error)
        })?;
        if !more {
            break;
        }
        let line = ends.line(record.position());
        let text = |cell: &[u8]| match input::str_of(cell) {
            Ok(text) => Ok(Value::String(text.to_owned())),
            Err(_) => Err(Fault::input(Say::NotUtf8.said(&[])).hint(Say::NotUtf8Hint.said(&[])).at_line(line)),
        };
        let row: Vec<Value> = record.iter().map(text).collect::<Result<_>>()?;
        if row.iter().all(is_blank) {
            continue;
        }
        match &mut builder {
            Some(builder) => sheet.take_row(builder, line, row)?,
            None => match sheet.take_header(source, line, &row)? {
                Some(mapping) => builder = Some(source.builder(mapping)),
                None if sheet.head.len() >= HEADER_ROWS => break,
                None => {}
            },
        }
        if line.is_multiple_of(64) {
            (source.progress)(record.position().map_or(0, csv::Position::byte), source.size);
        }
    }
    (source.progress)(source.size, source.size);
    match builder {
        Some(builder) => finished(builder, Some(sheet.header_line())),
        None => Err(sheet.unknown(source)),
    }
}

fn finished(builder: Builder<'_>, header: Option<usize>) -> Result<Records> {
    let records = builder.finish();
    if records.spool.is_empty() && records.report.problems.is_empty() {
        let fault = Fault::input(Say::NoRecords.said(&[])).hint(Say::EmptyFileHint.said(&[]));
        return Err(match header {
            Some(line) => fault.at_line(line),
            None => fault,
        });
    }
    Ok(records)
}

fn empty() -> Fault {
    Fault::input(Say::EmptyFile.said(&[])).hint(Say::EmptyFileHint.said(&[]))
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

/// A table on its way: what was seen before its header, then its columns.
struct Sheet {
    format: Format,
    head: Vec<Row>,
    columns: Option<Columns>,
}

struct Columns {
    line: usize,
    names: Vec<String>,
    /// Where the last column with a name stands, from 1.
    width: usize,
    records: usize,
}

impl Sheet {
    /// The mapping that knows the header, where this row is one; else the row is kept, to be shown if none is found.
    fn take_header<'a>(&mut self, source: &Source<'a>, line: usize, row: &[Value]) -> Result<Option<&'a Mapping>> {
        if self.columns.is_some() || self.head.len() >= HEADER_ROWS {
            return Ok(None);
        }
        let names = names(row);
        let Some(mapping) = source.recognise(self.format, &|name| names.iter().any(|n| n == name))? else {
            self.head.push((line, row.to_vec()));
            return Ok(None);
        };
        for rule in mapping.fields() {
            let mut places = names.iter().enumerate().filter(|(_, name)| **name == rule.from).map(|(at, _)| at + 1);
            if let (Some(one), Some(other)) = (places.next(), places.next()) {
                let fault = Fault::input(TakenWord::TwiceColumn.said(&[&rule.from, &one, &other]));
                return Err(fault.hint(TakenWord::TwiceColumnHint.said(&[])).at_line(line));
            }
        }
        let width = names.iter().rposition(|name| !name.is_empty()).map_or(0, |at| at + 1);
        self.columns = Some(Columns { line, names, width, records: 0 });
        Ok(Some(mapping))
    }

    fn records(&self) -> usize {
        self.columns.as_ref().map_or(0, |columns| columns.records)
    }

    fn header_line(&self) -> usize {
        self.columns.as_ref().map_or(1, |columns| columns.line)
    }

    fn take_row(&mut self, builder: &mut Builder<'_>, line: usize, row: Vec<Value>) -> Result<()> {
        let Some(columns) = &mut self.columns else { return Ok(()) };
        // A total or a signature below the list fills one cell only.
        if row.iter().filter(|v| !is_blank(v)).count() == 1 && columns.names.len() > 2 {
            builder.note(line, Say::RowSkipped.said(&[]));
            return Ok(());
        }
        columns.records += 1;
        if columns.records > MOST_RECORDS {
            let fault = Fault::input(Say::TooManyRows.said(&[&MOST_RECORDS])).hint(Say::TooLargeHint.said(&[]));
            return Err(fault.at_line(line));
        }
        if row.len() < columns.width && self.format == Format::Csv {
            let missing = columns.names.iter().skip(row.len()).filter(|name| !name.is_empty());
            let missing: Vec<&str> = missing.map(String::as_str).collect();
            builder.note(line, TakenWord::ShortRow.said(&[&row.len(), &columns.width, &missing.join(", ")]));
        }
        if row.iter().skip(columns.names.len()).any(|cell| !is_blank(cell)) {
            builder.note(line, TakenWord::LongRow.said(&[&row.len(), &columns.width]));
        }
        let record: Record = columns.names.iter().cloned().zip(row).filter(|(name, _)| !name.is_empty()).collect();
        builder.add(line, &record).map_err(|fault| fault.at_line(line))
    }

    /// The fault of a table without a known header; the row with the most cells is shown as the one that was found.
    fn unknown(&self, source: &Source<'_>) -> Fault {
        let known = |row: &[Value]| {
            let names = names(row);
            let hits = source.mappings.iter().flat_map(|m| m.recognise()).filter(|name| names.contains(name)).count();
            (hits, names.iter().filter(|n| !n.is_empty()).count())
        };
        let likely = self.head.iter().take(HEADER_ROWS).rev().max_by_key(|(_, row)| known(row));
        let Some((line, row)) = likely else { return empty() };
        let found: Vec<String> = names(row).into_iter().filter(|n| !n.is_empty()).collect();
        source.unknown(self.format, &found, &|name| found.iter().any(|n| n == name)).at_line(*line)
    }
}

/// The names of the columns of a row.
fn names(row: &[Value]) -> Vec<String> {
    row.iter().map(|v| v.as_str().map(clean_line).unwrap_or_default()).collect()
}
