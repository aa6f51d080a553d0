//! Spreadsheets and other tables: a header somewhere in the first rows, then one record a row. A CSV file is read as it comes, row by row; of
//! other files every table that has such a header is read, and the others are named.

use super::build::Builder;
use super::group::{Between, between};
use super::header::{self, Header};
use super::{MOST_RECORDS, Record, Records, Source};
use crate::exchange::csv_line::LineEnds;
use crate::exchange::input;
use crate::exchange::mapping::{Format, To};
use crate::exchange::tables::{Row, SourceTable, delimiter, is_blank, line};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

/// Heads of the column that numbers the rows.
const NUMBERING: [&str; 6] = ["stt", "tt", "so tt", "so thu tu", "no", "id"];

/// The errors that a spreadsheet writes into a cell.
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// How many bytes of a CSV file are looked at to tell what parts its cells.
const HEAD: u64 = 64 << 10;

/// Every table of a file that has a header which a mapping knows; the others are named.
pub(super) fn tables(source: &mut Source<'_>, tables: Vec<SourceTable>) -> Result<Records> {
    let several = tables.len() > 1;
    let (mut builder, mut unread, mut first_rows) = (None::<Builder<'_>>, Vec::new(), None);
    for (nth, table) in tables.into_iter().enumerate() {
        let name = table.name.unwrap_or_else(|| (nth + 1).to_string());
        let found = header::find(source, Format::Xlsx, &table.rows)?;
        let known = builder.as_ref().map(|builder| builder.mapping().name());
        let Some(found) = found.filter(|found| known.is_none_or(|known| known == found.mapping.name())) else {
            unread.push(name);
            first_rows.get_or_insert(table.rows);
            continue;
        };
        let builder = builder.get_or_insert_with(|| source.builder(found.mapping));
        if several {
            builder.begin_sheet(&name);
        }
        let total = table.rows.len() as u64;
        let above = found.above;
        let mut sheet = Sheet::new(Format::Xlsx, found);
        sheet.note_unread(builder);
        for (index, (line, row)) in table.rows.into_iter().enumerate().skip(above) {
            sheet.take_row(builder, line, row)?;
            (source.progress)(index as u64 + 1, total);
        }
        if sheet.records == 0 && several {
            builder.note(sheet.line, TakenWord::SheetEmpty.said(&[&name]));
        }
    }
    let Some(mut builder) = builder else {
        return Err(first_rows.map_or_else(empty, |rows| unknown(source, Format::Xlsx, &rows)));
    };
    let mapping = builder.mapping().name().to_owned();
    for name in unread {
        builder.begin_sheet(&name);
        builder.note(0, TakenWord::SheetUnread.said(&[&name, &mapping]));
    }
    finished(builder, None)
}

pub(super) fn csv(source: &mut Source<'_>, mut file: File) -> Result<Records> {
    let cannot = |error: std::io::Error| Fault::input(Say::CannotOpen.said(&[])).because_io(&error);
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head).map_err(cannot)?;
    let skip = if head.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    file.seek(SeekFrom::Start(skip)).map_err(cannot)?;
    let ends = LineEnds::of(&head);
    let delimiter = delimiter(&head);
    let mut text = BufReader::with_capacity(1 << 16, file);
    text.fill_buf().map_err(cannot)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
    let (mut record, mut first) = (csv::ByteRecord::new(), Vec::new());
    let mut next = |reader: &mut csv::Reader<BufReader<File>>| -> Result<Option<(Row, u64)>> {
        loop {
            let more = reader.read_byte_record(&mut record).map_err(|error| {
                let fault = Fault::input(Say::BadCsv.said(&[])).hint(Say::BadCsvHint.said(&[]));
                fault.at_line(ends.line(error.position())).because(&error)
            })?;
            if !more {
                return Ok(None);
            }
            let line = ends.line(record.position());
            let text = |cell: &[u8]| match input::str_of(cell) {
                Ok(text) => Ok(Value::String(text.to_owned())),
                Err(_) => Err(Fault::input(Say::NotUtf8.said(&[])).hint(Say::NotUtf8Hint.said(&[])).at_line(line)),
            };
            let row: Vec<Value> = record.iter().map(text).collect::<Result<_>>()?;
            if !row.iter().all(is_blank) {
                return Ok(Some(((line, row), record.position().map_or(0, csv::Position::byte))));
            }
        }
    };
    while first.len() < header::HEADER_ROWS + header::LOOKED_AT {
        let Some((row, _)) = next(&mut reader)? else { break };
        first.push(row);
    }
    let Some(found) = header::find(source, Format::Csv, &first)? else {
        return Err(unknown(source, Format::Csv, &first));
    };
    let mut builder = source.builder(found.mapping);
    let above = found.above;
    let mut sheet = Sheet::new(Format::Csv, found);
    sheet.note_unread(&mut builder);
    for (line, row) in first.drain(..).skip(above) {
        sheet.take_row(&mut builder, line, row)?;
    }
    while let Some(((line, row), byte)) = next(&mut reader)? {
        sheet.take_row(&mut builder, line, row)?;
        if line.is_multiple_of(64) {
            (source.progress)(byte, source.size);
        }
    }
    (source.progress)(source.size, source.size);
    finished(builder, Some(sheet.line))
}

fn finished(builder: Builder<'_>, header: Option<usize>) -> Result<Records> {
    let records = builder.finish();
    if records.spool.is_empty() && records.local.is_empty() && records.report.problems.is_empty() {
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

/// A table on its way, behind its header.
struct Sheet {
    format: Format,
    /// Where the header stands.
    line: usize,
    names: Vec<String>,
    /// Where the last column with a name stands, from 1.
    width: usize,
    records: usize,
    /// The columns of field and agency, as the mapping calls them, and what the group in which the records stand says of them.
    field: Option<(String, Option<String>)>,
    agency: Option<(String, Option<String>)>,
}

impl Sheet {
    fn new(format: Format, header: Header<'_>) -> Self {
        let width = header.names.iter().rposition(|name| !name.is_empty()).map_or(0, |at| at + 1);
        let of =
            |to: To| header.mapping.fields().iter().find(|rule| rule.to == to).map(|rule| (rule.from.clone(), None));
        let (field, agency) = (of(To::Field), of(To::Agency));
        Self { format, line: header.line, names: header.names, width, records: 0, field, agency }
    }

    /// Names the columns that no line of the mapping reads, but for the numbers of the rows.
    fn note_unread(&self, builder: &mut Builder<'_>) {
        let read = |name: &String| builder.mapping().fields().iter().any(|rule| rule.from == *name);
        let number = |name: &String| NUMBERING.contains(&header::plain_head(name).as_str());
        let unread = self.names.iter().filter(|name| !name.is_empty() && !read(name) && !number(name));
        let unread: Vec<&str> = unread.map(String::as_str).collect();
        if !unread.is_empty() {
            builder.note(self.line, TakenWord::ColumnsUnread.said(&[&unread.join(", ")]));
        }
    }

    fn take_row(&mut self, builder: &mut Builder<'_>, line: usize, mut row: Vec<Value>) -> Result<()> {
        for cell in &mut row {
            if let Some(error) = cell.as_str().and_then(|text| ERRORS.iter().find(|error| **error == text.trim())) {
                builder.note(line, TakenWord::CellError.said(&[error]));
                *cell = Value::Null;
            }
        }
        match between(&row, self.width) {
            Some(Between::Field(name)) => {
                if let Some((_, group)) = &mut self.field {
                    *group = Some(name);
                }
                return Ok(());
            }
            Some(Between::Agency(name)) => {
                for (column, said) in [(&mut self.agency, Some(name)), (&mut self.field, None)] {
                    if let Some((_, group)) = column {
                        *group = said;
                    }
                }
                return Ok(());
            }
            // A total or a signature below the list.
            Some(Between::Nothing) => {
                builder.note(line, Say::RowSkipped.said(&[]));
                return Ok(());
            }
            None => {}
        }
        self.records += 1;
        if self.records > MOST_RECORDS {
            let fault = Fault::input(Say::TooManyRows.said(&[&MOST_RECORDS])).hint(Say::TooLargeHint.said(&[]));
            return Err(fault.at_line(line));
        }
        if row.len() < self.width && self.format == Format::Csv {
            if let Some(open) = row.last().and_then(Value::as_str).filter(|cell| cell.contains('\n')) {
                let begin: String = open.lines().next().unwrap_or_default().chars().take(40).collect();
                let fault = Fault::input(TakenWord::OpenQuote.said(&[&begin]));
                return Err(fault.hint(TakenWord::OpenQuoteHint.said(&[])).at_line(line));
            }
            let missing = self.names.iter().skip(row.len()).filter(|name| !name.is_empty());
            let missing: Vec<&str> = missing.map(String::as_str).collect();
            builder.note(line, TakenWord::ShortRow.said(&[&row.len(), &self.width, &missing.join(", ")]));
        }
        if row.iter().skip(self.names.len()).any(|cell| !is_blank(cell)) {
            builder.note(line, TakenWord::LongRow.said(&[&row.len(), &self.width]));
        }
        let mut record: Record = self.names.iter().cloned().zip(row).filter(|(name, _)| !name.is_empty()).collect();
        for (column, group) in self.field.iter().chain(&self.agency) {
            if let Some(group) = group
                && record.get(column).is_none_or(is_blank)
            {
                record.insert(column.clone(), Value::String(group.clone()));
            }
        }
        builder.add(line, &record).map_err(|fault| fault.at_line(line))
    }
}

/// The fault of a table without a known header; the row with the most cells is shown as the one that was found.
fn unknown(source: &Source<'_>, format: Format, rows: &[Row]) -> Fault {
    let names = |row: &[Value]| -> Vec<String> { row.iter().map(line).collect() };
    let known = |row: &[Value]| {
        let names = names(row);
        let hits = source.mappings.iter().flat_map(|m| m.recognise()).filter(|name| names.contains(name)).count();
        (hits, names.iter().filter(|n| !n.is_empty()).count())
    };
    let likely = rows.iter().take(header::HEADER_ROWS).rev().max_by_key(|(_, row)| known(row));
    let Some((at, row)) = likely else { return empty() };
    let found: Vec<String> = names(row).into_iter().filter(|n| !n.is_empty()).collect();
    source.unknown(format, &found, &|name| found.iter().any(|n| n == name)).at_line(*at)
}
