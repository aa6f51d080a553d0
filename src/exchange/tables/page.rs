//! The tables of a page, as programs save them under the ending of a workbook: HTML, or the XML of old spreadsheets.

use super::{SourceTable, numbered};
use html5gum::{Token, Tokenizer};
use std::collections::BTreeMap;

/// The most columns of a row, so that a number in a page cannot ask for any amount of memory.
const MOST_COLUMNS: usize = 1_000;

/// A cell that reaches into the rows below it: how many of them, and its text.
type Below = BTreeMap<usize, (usize, String)>;

/// The cells of a row; nothing where none stands yet.
type Row = Vec<Option<String>>;

#[derive(Default)]
struct Reading {
    tables: Vec<Vec<Row>>,
    /// How deep the reader stands in tables within cells.
    depth: usize,
    below: Below,
    open: Option<Open>,
}

/// A cell that is being read.
struct Open {
    column: usize,
    wide: usize,
    high: usize,
    text: String,
}

/// The tables of a page; a table within a cell gives its text to the cell.
pub(super) fn tables(text: &str) -> Vec<SourceTable> {
    let mut reading = Reading::default();
    let mut skipped = false;
    for token in Tokenizer::new(text).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
                let number = |names: [&str; 2]| {
                    let found = tag.attributes.iter().find(|(key, _)| {
                        let key = String::from_utf8_lossy(key).to_ascii_lowercase();
                        names.contains(&key.as_str())
                    });
                    found.and_then(|(_, value)| String::from_utf8_lossy(value).trim().parse::<usize>().ok())
                };
                match name.as_str() {
                    "table" | "ss:table" => reading.begin_table(),
                    "tr" | "row" | "ss:row" => reading.row(),
                    "td" | "th" => reading.cell(None, number(["colspan", ""]), number(["rowspan", ""])),
                    "cell" | "ss:cell" => {
                        let more = |names| number(names).map(|more| more.saturating_add(1));
                        let wide = more(["ss:mergeacross", "mergeacross"]);
                        let high = more(["ss:mergedown", "mergedown"]);
                        reading.cell(number(["ss:index", "index"]), wide, high);
                    }
                    "br" | "p" | "div" | "li" => reading.write("\n"),
                    "script" | "style" => skipped = true,
                    _ => {}
                }
                if tag.self_closing && matches!(name.as_str(), "cell" | "ss:cell") {
                    reading.end_cell();
                }
            }
            Token::EndTag(tag) => match String::from_utf8_lossy(&tag.name).to_ascii_lowercase().as_str() {
                "table" | "ss:table" => reading.end_table(),
                "td" | "th" | "cell" | "ss:cell" => reading.end_cell(),
                "script" | "style" => skipped = false,
                _ => {}
            },
            Token::String(text) if !skipped => reading.write(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reading.end_cell();
    let plain = |rows: Vec<Row>| rows.into_iter().map(|row| row.into_iter().map(Option::unwrap_or_default).collect());
    let tables = reading.tables.into_iter();
    let tables = tables.map(|rows| SourceTable { rows: numbered(plain(rows).collect()), ..SourceTable::default() });
    tables.filter(|table| !table.rows.is_empty()).collect()
}

impl Reading {
    fn begin_table(&mut self) {
        // Within a cell of another table it is text.
        if self.open.is_some() {
            self.depth += 1;
        } else {
            self.tables.push(Vec::new());
            self.below.clear();
        }
    }

    fn end_table(&mut self) {
        if self.depth > 0 {
            self.depth -= 1;
        } else {
            self.end_cell();
        }
    }

    fn row(&mut self) {
        if self.depth > 0 {
            return self.write("\n");
        }
        self.end_cell();
        if self.tables.is_empty() {
            self.tables.push(Vec::new());
        }
        let mut row = Vec::new();
        for (column, (rows, text)) in std::mem::take(&mut self.below) {
            put(&mut row, column, &text);
            if rows > 1 {
                self.below.insert(column, (rows - 1, text));
            }
        }
        if let Some(rows) = self.tables.last_mut() {
            rows.push(row);
        }
    }

    fn cell(&mut self, index: Option<usize>, wide: Option<usize>, high: Option<usize>) {
        if self.depth > 0 {
            return self.write(" ");
        }
        self.end_cell();
        if self.tables.last().is_none_or(Vec::is_empty) {
            self.row();
        }
        let row = self.tables.last().and_then(|rows| rows.last());
        let free = row.map_or(0, |row| row.iter().position(Option::is_none).unwrap_or(row.len()));
        let column = index.map_or(free, |index| index.saturating_sub(1)).min(MOST_COLUMNS);
        let wide = wide.unwrap_or(1).clamp(1, MOST_COLUMNS);
        self.open = Some(Open { column, wide, high: high.unwrap_or(1).max(1), text: String::new() });
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = &mut self.open {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.open.take() else { return };
        self.depth = 0;
        let text = cell.text.trim().to_owned();
        for column in cell.column..(cell.column + cell.wide).min(MOST_COLUMNS) {
            if let Some(row) = self.tables.last_mut().and_then(|rows| rows.last_mut()) {
                put(row, column, &text);
            }
            if cell.high > 1 {
                self.below.insert(column, (cell.high - 1, text.clone()));
            }
        }
    }
}

fn put(row: &mut Row, column: usize, text: &str) {
    if row.len() <= column {
        row.resize(column + 1, None);
    }
    if let Some(cell) = row.get_mut(column) {
        *cell = Some(text.to_owned());
    }
}
