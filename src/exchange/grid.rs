//! Nouns as tables: one column a field, one row a noun (of cost sheets: one row an activity), for CSV and workbooks.
//! Lists stand in their cell as JSON, so that nothing is lost; a text that a spreadsheet would take for a formula is quoted.

mod baseline;
mod cell;
pub(super) mod table;

use super::csv_line::LineEnds;
use super::workbook::Book;
use super::{tables, twice};
use crate::model::{Batch, Holds, Kind};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::{Fault, Message, Result};
use calamine::{Data, Reader};
use cell::{holds, value};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
pub(super) use table::Grid;

/// The column of a CSV file that names the kind of noun.
const NOUN: &str = "noun";

/// What stands before the kind of noun in a row that is no noun but an example.
pub(super) const PASSED_OVER: char = '#';

/// How long the text of a cell may be, in units of UTF-16, by which a workbook counts; it allows 32.767.
const CELL: usize = 32_000;

/// What parts the name of a column from the number of the piece that it holds of a long text: `text~002`.
const PIECE: char = '~';

/// Fields whose parts get columns of their own (`regulation.code`).
const SPREAD: [&str; 2] = ["regulation", "provenance"];

/// The columns that stand first, in this order; the others follow by name.
const FIRST: [&str; 24] = [
    "regulation",
    "regulation.code",
    "code",
    "id",
    "number",
    "date",
    "from",
    "kind",
    "regulation.name",
    "regulation.agency",
    "regulation.field",
    "group",
    "name",
    "title",
    "how",
    "component",
    "tariff",
    "minutes",
    "outsourcing",
    "charges",
    "times",
    "population",
    "staff",
    "source",
];

/// The tables of a batch.
pub(super) fn grids(batch: &Batch) -> Result<Vec<Grid>> {
    let value = serde_json::to_value(batch).map_err(|e| Fault::other(M::BadValue.said(&[])).because(e))?;
    let Json::Object(nouns) = value else { return Ok(Vec::new()) };
    Ok(nouns.into_iter().map(|(noun, items)| grid(noun, items)).collect())
}

fn grid(noun: String, items: Json) -> Grid {
    let Json::Array(items) = items else { return Grid { noun, columns: Vec::new(), rows: Vec::new(), commas: false } };
    let items: Vec<Json> = match noun.as_str() {
        "sheet" => items.into_iter().flat_map(activities).collect(),
        "baseline" => items.into_iter().flat_map(baseline::rows).collect(),
        _ => items,
    };
    let spread: Vec<BTreeMap<String, String>> = items.iter().map(cells).collect();
    let mut columns: Vec<String> =
        spread.iter().flat_map(BTreeMap::keys).collect::<BTreeSet<_>>().into_iter().cloned().collect();
    columns.sort_by_key(|column| FIRST.iter().position(|first| first == column).unwrap_or(FIRST.len()));
    let row =
        |cells: &BTreeMap<String, String>| columns.iter().map(|c| cells.get(c).cloned().unwrap_or_default()).collect();
    let rows = spread.iter().enumerate().map(|(at, cells)| (at + 2, row(cells))).collect();
    Grid { noun, columns, rows, commas: false }
}

/// The rows of a cost sheet, each with the code of its regulation.
fn activities(sheet: Json) -> Vec<Json> {
    let regulation = sheet.get("regulation").cloned().unwrap_or_default();
    let rows = sheet.get("activity").and_then(Json::as_array).cloned().unwrap_or_default();
    let with_code = |mut row: Json| {
        if let Json::Object(fields) = &mut row {
            fields.insert("regulation".to_owned(), regulation.clone());
        }
        row
    };
    rows.into_iter().map(with_code).collect()
}

fn cells(item: &Json) -> BTreeMap<String, String> {
    let mut cells = BTreeMap::new();
    let mut add = |name: &str, value: &Json| {
        for (at, piece) in pieces(&cell(value)).into_iter().enumerate() {
            let name = if at == 0 { name.to_owned() } else { format!("{name}{PIECE}{:03}", at + 1) };
            cells.insert(name, piece.to_owned());
        }
    };
    for (name, value) in item.as_object().into_iter().flatten() {
        match value {
            Json::Object(parts) if SPREAD.contains(&name.as_str()) => {
                parts.iter().for_each(|(part, value)| add(&format!("{name}.{part}"), value));
            }
            value => add(name, value),
        }
    }
    cells
}

fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// A text in pieces that fit a cell. None begins or ends with a blank, which a cell would lose, where the text has a place for that.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(limit) = end_of_cell(rest) {
        let head = rest.get(..limit).unwrap_or(rest);
        let inside = |(at, c): &(usize, char)| {
            let before = head.get(..*at).and_then(|h| h.chars().next_back());
            c.is_alphanumeric() && before.is_some_and(char::is_alphanumeric)
        };
        let at = head.char_indices().rev().find(inside).map_or(limit, |(at, _)| at);
        let (piece, after) = rest.split_at(at);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

/// Where a text must be cut so that its head fits a cell; nothing where all of it does.
fn end_of_cell(text: &str) -> Option<usize> {
    if text.len() <= CELL {
        return None;
    }
    let mut units = 0;
    let over = |(_, c): &(usize, char)| {
        units += c.len_utf16();
        units > CELL
    };
    text.char_indices().find(over).map(|(at, _)| at)
}

/// The batch that tables hold.
///
/// # Errors
/// Bad input, with the line of the row: an unknown kind of noun or field, a wrong value.
pub(super) fn batch(grids: &[Grid]) -> Result<Batch> {
    twice::in_grids(grids)?;
    let mut all = Map::new();
    for grid in grids {
        let mut items: Vec<Json> = Vec::new();
        let mut sheets: HashMap<String, usize> = HashMap::new();
        for (line, row) in &grid.rows {
            let item = item(grid, row).map_err(|fault| fault.at_line(*line))?;
            // The row alone tells where a wrong value stands.
            let mut alone = Vec::new();
            add(&grid.noun, &mut alone, &mut HashMap::new(), item.clone());
            let alone = alone.pop().unwrap_or_default();
            read_one(&grid.noun, alone).map_err(|fault| fault.at_line(*line))?;
            add(&grid.noun, &mut items, &mut sheets, item);
        }
        match all.entry(grid.noun.clone()).or_insert_with(|| Json::Array(Vec::new())) {
            Json::Array(list) => list.append(&mut items),
            _ => continue,
        }
    }
    serde_json::from_value(Json::Object(all)).map_err(|e| Fault::input(M::BadValue.said(&[])).because(e))
}

/// The fields of the tables of cost sheets, where there are any.
pub(super) fn sheet_fields(grids: &[Grid]) -> Option<BTreeSet<String>> {
    let mut sheets = grids.iter().filter(|grid| grid.noun == "sheet").peekable();
    sheets.peek()?;
    Some(sheets.flat_map(|grid| &grid.columns).cloned().collect())
}

/// The line of a noun, by its place among its kind from 0; of a sheet the line of one of its rows.
pub(super) fn line_of(grids: &[Grid], noun: &str, at: usize, row: usize) -> Option<(usize, Option<usize>)> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for grid in grids.iter().filter(|grid| grid.noun == noun) {
        let owner = grid.columns.iter().position(|column| column == "regulation");
        let mut before: Option<&String> = None;
        for (line, cells) in &grid.rows {
            let of = owner.and_then(|column| cells.get(column)).filter(|_| noun == "sheet");
            match lines.last_mut().filter(|_| of.is_some() && before == of) {
                Some(lines) => lines.push(*line),
                None => lines.push(vec![*line]),
            }
            before = of;
        }
    }
    let lines = lines.get(at)?;
    lines.get(row).or_else(|| lines.first()).map(|line| (*line, None))
}

fn read_one(noun: &str, item: Json) -> Result<Batch> {
    let mut one = Map::new();
    one.insert(noun.to_owned(), Json::Array(vec![item]));
    serde_json::from_value(Json::Object(one))
        .map_err(|e| Fault::input(M::BadRow.said(&[])).because(e).hint(M::BadRowHint.said(&[])))
}

/// Adds what a row holds to the nouns read before: a noun, or a part of the last one.
fn add(noun: &str, items: &mut Vec<Json>, sheets: &mut HashMap<String, usize>, item: Json) {
    match noun {
        "sheet" => add_activity(items, sheets, item),
        "baseline" => baseline::add(items, item),
        _ => items.push(item),
    }
}

/// A sheet of one row.
fn sheet_of(mut row: Json) -> Json {
    let regulation = row.as_object_mut().and_then(|fields| fields.remove("regulation")).unwrap_or_default();
    serde_json::json!({ "regulation": regulation, "activity": [row] })
}

/// Adds a row to the sheet of its regulation, wherever the rows before it stand.
fn add_activity(items: &mut Vec<Json>, sheets: &mut HashMap<String, usize>, row: Json) {
    let regulation = row.get("regulation").and_then(Json::as_str).unwrap_or_default().to_owned();
    let sheet = sheets.get(&regulation).and_then(|at| items.get_mut(*at));
    match sheet.and_then(|sheet| sheet.get_mut("activity")).and_then(Json::as_array_mut) {
        Some(rows) => {
            let mut row = row;
            if let Some(fields) = row.as_object_mut() {
                fields.remove("regulation");
            }
            rows.push(row);
        }
        None => {
            sheets.insert(regulation, items.len());
            items.push(sheet_of(row));
        }
    }
}

fn item(grid: &Grid, row: &[String]) -> Result<Json> {
    let (noun, columns) = (grid.noun.as_str(), &grid.columns);
    // A long text stands in several cells; what it means is asked of the whole.
    let mut texts: BTreeMap<&str, BTreeMap<usize, &str>> = BTreeMap::new();
    for (column, text) in columns.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
        let (name, piece) = match column.split_once(PIECE) {
            Some((name, piece)) => (name, piece.parse().unwrap_or(usize::MAX)),
            None => (column.as_str(), 1),
        };
        texts.entry(name).or_default().insert(piece, text);
    }
    let mut fields = Map::new();
    for (column, pieces) in texts {
        let whole: String = pieces.into_values().collect();
        let value = value(noun, column, &whole, grid.commas)?;
        match column.split_once('.').filter(|(head, _)| SPREAD.contains(head)) {
            Some((head, part)) => {
                if let Json::Object(parts) = fields.entry(head).or_insert_with(|| Json::Object(Map::new())) {
                    parts.insert(part.to_owned(), value);
                }
            }
            None => _ = fields.insert(column.to_owned(), value),
        }
    }
    Ok(Json::Object(fields))
}

/// Whether a text begins as a formula does.
fn runs(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@'])
}

/// Whether a text would not come back from a cell as it is: its ends are blank, or it begins with the mark itself.
fn changes(text: &str) -> bool {
    text.starts_with('\'') || text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace)
}

/// A text for a cell of a table in plain text. What a spreadsheet would run as a formula, and what would not come back as it is, gets an
/// apostrophe before it.
fn guarded(text: &str) -> String {
    if runs(text) || changes(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text of a cell: without its guard as it is, else without the blanks that somebody left at its ends.
fn unguarded(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(text) if runs(text) || changes(text) => text.to_owned(),
        _ => cell.trim().to_owned(),
    }
}

/// A table of nouns as CSV. Several kinds stand below each other, each in its own columns of those of all.
pub(super) fn to_csv(grids: &[Grid]) -> Result<Vec<u8>> {
    let cannot = |error: String| Fault::other(M::CannotWrite.said(&[&"csv"])).because(error);
    let mut columns: Vec<&str> = Vec::new();
    let mut known = BTreeSet::new();
    for column in grids.iter().flat_map(|grid| &grid.columns) {
        if known.insert(column.as_str()) {
            columns.push(column);
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(std::iter::once(NOUN).chain(columns.iter().copied())).map_err(|e| cannot(e.to_string()))?;
    for grid in grids {
        let places: Vec<Option<usize>> =
            columns.iter().map(|column| grid.columns.iter().position(|own| own == column)).collect();
        for (_, row) in &grid.rows {
            let cell =
                |place: &Option<usize>| place.and_then(|at| row.get(at)).map_or_else(String::new, |t| guarded(t));
            let cells = std::iter::once(grid.noun.clone()).chain(places.iter().map(cell));
            writer.write_record(cells).map_err(|e| cannot(e.to_string()))?;
        }
    }
    writer.into_inner().map_err(|e| cannot(e.to_string()))
}

/// Reads a table of nouns.
pub(super) fn from_csv(text: &str) -> Result<Vec<Grid>> {
    let ends = LineEnds::of(text.as_bytes());
    let bad = |error: csv::Error| {
        let line = ends.line(error.position());
        Fault::input(M::BadCsv.said(&[])).because(error).at_line(line)
    };
    let mark = tables::delimiter(text.lines().next().unwrap_or_default().as_bytes());
    let mut reader = csv::ReaderBuilder::new().delimiter(mark).from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().map_err(bad)?.iter().map(|cell| cell.trim().to_owned()).collect();
    if head.first().map(String::as_str) != Some(NOUN) {
        return Err(Fault::input(M::NoNounColumn.said(&[])).at_line(1).hint(M::NoNounColumnHint.said(&[])));
    }
    twice::in_header(&head, 1)?;
    let mut grids: Vec<Grid> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(bad)?;
        let line = ends.line(record.position());
        add_row(&mut grids, &head, line, record.iter().map(unguarded), mark == b';');
    }
    Ok(grids)
}

/// Adds a row whose first cell names its kind of noun.
fn add_row(grids: &mut Vec<Grid>, head: &[String], line: usize, mut cells: impl Iterator<Item = String>, commas: bool) {
    let noun = cells.next().unwrap_or_default();
    if noun.starts_with(PASSED_OVER) {
        return;
    }
    let row = (line, cells.collect());
    match grids.last_mut().filter(|grid| grid.noun == noun) {
        Some(grid) => grid.rows.push(row),
        None => grids.push(Grid { noun, columns: head[1..].to_vec(), rows: vec![row], commas }),
    }
}

/// Whether a file is a table of nouns as [`to_csv`] writes it.
pub(super) fn is_noun_csv(text: &str) -> bool {
    let head = text.lines().next().unwrap_or_default();
    head.split([',', ';', '\t']).next().map(|cell| cell.trim().trim_matches('"')) == Some(NOUN)
}

/// A workbook with one sheet a kind of noun. Cells are texts, so that nothing runs as a formula; whole numbers are numbers. Where there is
/// no noun at all, the kinds that were asked for have empty sheets.
pub(super) fn to_xlsx(grids: &[Grid], asked: &[&str]) -> Result<Vec<u8>> {
    use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
    let cannot = |error: rust_xlsxwriter::XlsxError| Fault::other(M::CannotWrite.said(&[&"xlsx"])).because(error);
    let mut book = Workbook::new();
    // The same nouns give the same bytes, so the file says nothing of the hour at which it was made.
    let created = ExcelDateTime::from_ymd(2020, 1, 1).map_err(cannot)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    if grids.is_empty() {
        for noun in asked {
            book.add_worksheet().set_name(*noun).map_err(cannot)?;
        }
    }
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.noun).map_err(cannot)?;
        sheet.set_freeze_panes(1, 0).map_err(cannot)?;
        for (at, column) in (0_u16..).zip(&grid.columns) {
            sheet.write_string_with_format(0, at, column, &bold).map_err(cannot)?;
        }
        for (line, (_, row)) in (1_u32..).zip(&grid.rows) {
            for (at, text) in (0_u16..).zip(row) {
                match number(&grid.noun, &grid.columns[usize::from(at)], text) {
                    Some(number) => sheet.write_number(line, at, number).map_err(cannot)?,
                    None if text.is_empty() => continue,
                    None if changes(text) => sheet.write_string(line, at, format!("'{text}")).map_err(cannot)?,
                    None => sheet.write_string(line, at, text).map_err(cannot)?,
                };
            }
        }
    }
    book.save_to_buffer().map_err(cannot)
}

/// A whole number that a spreadsheet holds exactly (below 2^53).
fn number(noun: &str, column: &str, text: &str) -> Option<f64> {
    let is_number = || holds(noun, column) == Some(Holds::Whole) || column == "minutes";
    let whole: i32 = text.parse().ok().filter(|_| is_number())?;
    Some(f64::from(whole))
}

/// Reads a workbook in which each sheet bears the name of a kind of noun, or names it in the first cell of every row.
pub(super) fn from_book(mut book: Book) -> Result<Vec<Grid>> {
    let mut grids = Vec::new();
    for noun in book.sheet_names() {
        let bad = |e: calamine::Error| Fault::input(M::BadXlsx.said(&[])).because(e);
        let range = book.worksheet_range(&noun).map_err(bad)?;
        let first = range.start().map_or(0, |(row, _)| usize::try_from(row).unwrap_or(0));
        let mut rows =
            range.rows().enumerate().map(|(at, row)| (first + at + 1, row.iter().map(data_text).collect::<Vec<_>>()));
        let Some((line, columns)) = rows.next() else { continue };
        twice::in_header(&columns, line)?;
        let rows = rows.filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
        if columns.first().map(String::as_str) == Some(NOUN) {
            rows.for_each(|(line, row)| add_row(&mut grids, &columns, line, row.into_iter(), false));
            continue;
        }
        let rows = rows.collect();
        grids.push(Grid { noun, columns, rows, commas: false });
    }
    Ok(grids)
}

/// Whether every sheet of a workbook bears the name of a kind of noun, as [`to_xlsx`] writes it, or is a table of nouns that was CSV.
pub(super) fn is_noun_book(book: &mut Book) -> bool {
    let names = book.sheet_names();
    let mut is_one = |name: &String| {
        Kind::of_key(name).is_some()
            || book.worksheet_range(name).is_ok_and(|range| range.get((0, 0)).map(data_text).as_deref() == Some(NOUN))
    };
    !names.is_empty() && names.iter().all(&mut is_one)
}

/// A cell as text; whole numbers without decimals.
fn data_text(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => unguarded(text),
        Data::Bool(value) => value.to_string(),
        other => tables::line(&tables::value(other)),
    }
}
