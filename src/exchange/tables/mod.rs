//! Tables of others, whatever file holds them: workbooks of every kind (XLSX, XLS, ODS), pages that were saved as such, tables of Word
//! documents, text with marks between the cells. Cells keep what they are: numbers stay numbers.

mod page;

use super::csv_line::LineEnds;
use super::input::{self, Kind};
use super::legal_text::word_tables;
use super::workbook::{self, Book};
use crate::text::clean_line;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use calamine::{Data, Reader, Sheets};
use serde_json::Value;
use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// How many lines of a text are looked at to tell what parts its cells.
pub(super) const HEAD_LINES: usize = 20;

/// A row that holds anything, with its number from 1.
pub(super) type Row = (usize, Vec<Value>);

/// A table.
#[derive(Debug, Default)]
pub(super) struct SourceTable {
    /// The sheet, where the file has several tables under names.
    pub name: Option<String>,
    /// The rows that hold anything; merged cells are filled.
    pub rows: Vec<Row>,
    /// The cells (row, column from 0) whose value a formula gives.
    pub formulas: HashSet<(usize, usize)>,
}

/// The tables of a file.
///
/// # Errors
/// Bad input: the file cannot be read, is damaged or too large, or is of a kind that holds no tables.
pub(super) fn read(path: &Path) -> Result<Vec<SourceTable>> {
    of_file(path).map_err(|fault| fault.in_file(path))
}

fn of_file(path: &Path) -> Result<Vec<SourceTable>> {
    let (mut file, _) = input::open(path, input::LARGEST)?;
    match kind(&mut file)? {
        Kind::Zip if input::directory(&mut file)?.is_word => word(&input::whole(path, input::LARGEST)?),
        Kind::Zip | Kind::OldOffice => of_book(workbook::from_file(file)?),
        Kind::Html => match page::tables(input::utf8(&input::whole(path, input::LARGEST)?)?) {
            tables if tables.is_empty() => Err(input::unreadable(Kind::Html).unwrap_or_else(not_one)),
            tables => Ok(tables),
        },
        Kind::Text | Kind::Utf16 => {
            let text = input::text(path)?;
            match page::tables(&text) {
                tables if text.trim_start().starts_with('<') && !tables.is_empty() => Ok(tables),
                _ => of_text(&text),
            }
        }
        other => Err(input::unreadable(other).unwrap_or_else(not_one)),
    }
}

/// The fault of a file that holds no tables.
pub(super) fn not_one() -> Fault {
    Fault::input(Say::NotAWorkbook.said(&[])).hint(Say::NotAWorkbookHint.said(&[]))
}

/// What a file is by its first bytes; it is left at its head.
///
/// # Errors
/// Bad input, when it cannot be read.
pub(super) fn kind(file: &mut File) -> Result<Kind> {
    let cannot = |error: std::io::Error| Fault::input(Say::CannotOpen.said(&[])).because_io(&error);
    let mut head = Vec::new();
    Read::by_ref(file).take(512).read_to_end(&mut head).map_err(cannot)?;
    file.seek(SeekFrom::Start(0)).map_err(cannot)?;
    let text = String::from_utf8_lossy(&head);
    // Programs that save a page under the ending of a workbook leave the head of the page out.
    let page = text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    Ok(if ["<table", "<style", "<meta", "<head", "<body"].iter().any(|tag| page.starts_with(tag)) {
        Kind::Html
    } else {
        input::kind(head.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(&head))
    })
}

fn word(bytes: &[u8]) -> Result<Vec<SourceTable>> {
    let tables = word_tables(bytes)?.into_iter();
    Ok(tables.map(|rows| SourceTable { rows: numbered(rows), ..SourceTable::default() }).collect())
}

/// Rows of texts, numbered, without those that hold nothing.
fn numbered(rows: Vec<Vec<String>>) -> Vec<Row> {
    let rows = rows.into_iter().enumerate();
    let rows = rows.map(|(at, row)| (at + 1, row.into_iter().map(Value::String).collect::<Vec<_>>()));
    rows.filter(|(_, row)| !row.iter().all(is_blank)).collect()
}

/// The sheets of a workbook that hold anything.
///
/// # Errors
/// Bad input: the workbook is damaged.
pub(super) fn of_book(mut book: Book) -> Result<Vec<SourceTable>> {
    let broken = |error: calamine::Error| {
        Fault::input(Say::BrokenArchive.said(&[])).hint(Say::BrokenArchiveHint.said(&[])).because(error)
    };
    let names = book.sheet_names();
    let several = names.len() > 1;
    let mut tables = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).map_err(broken)?;
        let (top, left) = range.start().unwrap_or_default();
        let (top, left) = (top as usize, left as usize);
        let mut cells: Vec<Vec<Value>> = range.rows().map(|row| row.iter().map(value).collect()).collect();
        let merged = match &mut book {
            Sheets::Xlsx(xlsx) => {
                xlsx.merge_cells_by_sheet_name(&name).map_err(calamine::Error::from).map_err(broken)?
            }
            Sheets::Xls(xls) => xls.merge_cells_by_sheet_name(&name).unwrap_or_default(),
            _ => Vec::new(),
        };
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
        let mut formulas = HashSet::new();
        if let Ok(given) = book.worksheet_formula(&name) {
            let (from, first) = given.start().unwrap_or_default();
            let used = given.used_cells().filter(|(_, _, formula)| !formula.is_empty());
            let at = |row: usize, column: usize| {
                Some((from as usize + row + 1, (first as usize + column).checked_sub(left)?))
            };
            formulas = used.filter_map(|(row, column, _)| at(row, column)).collect();
        }
        let rows = cells.into_iter().enumerate().map(|(index, row)| (top + index + 1, row));
        let rows: Vec<Row> = rows.filter(|(_, row)| !row.iter().all(is_blank)).collect();
        if !rows.is_empty() {
            tables.push(SourceTable { name: Some(name).filter(|_| several), rows, formulas });
        }
    }
    Ok(tables)
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

/// The value of a cell. Numbers stay numbers, so that a code kept as a number can be told from text.
pub(super) fn value(cell: &Data) -> Value {
    match cell {
        Data::Empty => Value::Null,
        // An error is no figure and no empty cell: whoever reads the cell must see it.
        Data::Error(error) => Value::String(error.to_string()),
        Data::String(text) => Value::String(text.clone()),
        Data::Int(n) => Value::from(*n),
        Data::Float(n) => serde_json::Number::from_f64(*n).map_or(Value::Null, Value::Number),
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            Value::String(format!("{year:04}-{month:02}-{day:02}"))
        }
        other => Value::String(other.to_string()),
    }
}

/// The one table of a text with marks between the cells.
fn of_text(text: &str) -> Result<Vec<SourceTable>> {
    let ends = LineEnds::of(text.as_bytes());
    let mark = delimiter(text.as_bytes());
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| {
            let line = ends.line(error.position());
            Fault::input(Say::BadCsv.said(&[])).hint(Say::BadCsvHint.said(&[])).at_line(line).because(&error)
        })?;
        let cells: Vec<Value> = row.iter().map(|cell| Value::String(cell.to_owned())).collect();
        if !cells.iter().all(is_blank) {
            rows.push((ends.line(row.position()), cells));
        }
    }
    Ok(vec![SourceTable { rows, ..SourceTable::default() }])
}

/// What parts the cells of a text: Excel in Vietnamese writes semicolons.
pub(super) fn delimiter(text: &[u8]) -> u8 {
    let head: Vec<&[u8]> = text.split(|b| *b == b'\n').take(HEAD_LINES).collect();
    let count = |mark: u8| head.iter().map(|line| line.iter().filter(|b| **b == mark).count()).sum::<usize>();
    [b',', b';', b'\t', b'|'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',')
}

/// Whether a cell holds nothing.
pub(super) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The text of a cell on one line; numbers as they are written shortest.
pub(super) fn line(value: &Value) -> String {
    match value {
        Value::String(text) => clean_line(text),
        Value::Number(number) => match number.as_f64() {
            // The shortest decimal that means the stored number is what was typed.
            Some(float) if number.is_f64() => float.to_string(),
            _ => number.to_string(),
        },
        _ => String::new(),
    }
}
