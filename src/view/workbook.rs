//! Answers as an Excel workbook.

use super::cell::Cell;
use crate::text::Lang;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// A sheet: its name, its columns, its rows.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// As its tab says.
    pub name: String,
    /// The titles of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The largest number of which every smaller whole one is exact in a spreadsheet.
const EXACT: i128 = 1 << 53;

/// The file; the notes stand below the rows of the first sheet.
///
/// # Errors
/// The library cannot write it.
pub fn workbook(sheets: &[Sheet], notes: &[String], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same workspace gives the same bytes, so the file says nothing of the hour at which it was made.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?));
    let (bold, whole) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("#,##0"));
    let (decimals, wrap) = (Format::new().set_num_format("0.00"), Format::new().set_text_wrap());
    for (nth, sheet) in sheets.iter().enumerate() {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_freeze_panes(1, 0)?;
        for (at, title) in (0_u16..).zip(&sheet.columns) {
            page.write_string_with_format(0, at, title, &bold)?;
            page.set_column_width(at, 18)?;
        }
        for (line, row) in (1_u32..).zip(&sheet.rows) {
            for (at, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty | Cell::Nothing(_) => continue,
                    Cell::Whole(_) | Cell::Dong(_) => match cell.printed().map(|value| value.numerator()) {
                        #[allow(clippy::cast_precision_loss)]
                        Some(value) if value.abs() < EXACT => {
                            page.write_number_with_format(line, at, value as f64, &whole)?
                        }
                        // A spreadsheet could not hold it exactly.
                        Some(value) => page.write_string(line, at, value.to_string())?,
                        None => continue,
                    },
                    Cell::Exact(_) | Cell::Percent(_) => match cell.json().as_f64() {
                        Some(value) => page.write_number_with_format(line, at, value, &decimals)?,
                        None => page.write_string(line, at, cell.shown(lang))?,
                    },
                    // Lines of a text stay lines.
                    Cell::Text(text) => page.write_string_with_format(line, at, text, &wrap)?,
                    other => page.write_string_with_format(line, at, other.shown(lang), &wrap)?,
                };
            }
        }
        if nth == 0 {
            let below = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_add(2);
            for (line, note) in (below..).zip(notes) {
                page.write_string(line, 0, note)?;
            }
        }
    }
    book.save_to_buffer()
}
