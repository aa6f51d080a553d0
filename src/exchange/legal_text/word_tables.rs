//! The tables of a Word document as rows of cells: lists come as such too.

use super::docx::{Archive, Seen, attribute, broken, main_part, part, value, walk};
use super::shape::NESTED;
use crate::words::Result;
use std::io::Cursor;

/// Rows of cells.
type Rows = Vec<Vec<String>>;

#[derive(Default)]
struct Reading {
    tables: Vec<Rows>,
    /// How deep the reader stands in tables within cells: their text is that of the cell.
    depth: usize,
    cell: String,
    /// How many columns the cell covers, and whether it goes on with the cell above it.
    wide: usize,
    goes_on: bool,
    in_cell: bool,
    in_text: bool,
    skipped: usize,
}

/// The tables of a Word document; merged cells stand in every place that they cover.
///
/// # Errors
/// Bad input: no Word document, damaged, or too large when unpacked.
pub(in crate::exchange) fn word_tables(bytes: &[u8]) -> Result<Vec<Rows>> {
    let mut archive = Archive::new(Cursor::new(bytes)).map_err(broken)?;
    let Some(main) = main_part(&archive) else { return Ok(Vec::new()) };
    let xml = part(&mut archive, &main)?.unwrap_or_default();
    let mut reading = Reading::default();
    walk(&xml, |seen| match seen {
        Seen::Start(name, element) => match name {
            "moveFrom" | "Fallback" => reading.skipped += 1,
            "tbl" => {
                if reading.depth == 0 {
                    reading.tables.push(Rows::new());
                }
                reading.depth += 1;
            }
            "tr" if reading.depth == 1 => reading.tables.last_mut().into_iter().for_each(|rows| rows.push(Vec::new())),
            "tc" if reading.depth == 1 => {
                reading.cell.clear();
                (reading.wide, reading.goes_on, reading.in_cell) = (1, false, true);
            }
            "gridSpan" if reading.depth == 1 => reading.wide = value(element).parse().unwrap_or(1).clamp(1, 64),
            "vMerge" if reading.depth == 1 => {
                reading.goes_on = attribute(element, "val").is_none_or(|val| val != "restart");
            }
            "t" => reading.in_text = true,
            "p" | "br" | "cr" | "tab" if !reading.cell.is_empty() => reading.write("\n"),
            _ => {}
        },
        Seen::End(name) => match name {
            "moveFrom" | "Fallback" => reading.skipped = reading.skipped.saturating_sub(1),
            "t" => reading.in_text = false,
            "tc" if reading.depth == 1 => reading.end_cell(),
            "tbl" => reading.depth = reading.depth.saturating_sub(1),
            _ => {}
        },
        Seen::Text(text) => {
            if reading.in_text {
                reading.write(text);
            }
        }
    })?;
    Ok(reading.tables)
}

impl Reading {
    fn write(&mut self, text: &str) {
        if self.in_cell && self.skipped == 0 && self.depth <= NESTED {
            self.cell.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        self.in_cell = false;
        let Some(rows) = self.tables.last_mut() else { return };
        let above = rows.len().checked_sub(2).and_then(|at| rows.get(at)).cloned().unwrap_or_default();
        let Some(row) = rows.last_mut() else { return };
        for _ in 0..self.wide {
            let text = match above.get(row.len()) {
                Some(above) if self.goes_on => above.clone(),
                _ => self.cell.trim().to_owned(),
            };
            row.push(text);
        }
    }
}
