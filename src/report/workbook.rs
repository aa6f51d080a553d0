//! The figures of a document as an Excel workbook.

use super::{Form, cannot};
use crate::words::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Figure {
    Text(String),
    /// đồng or a count; a number that a spreadsheet cannot hold exactly is written as text.
    Whole(i128),
    /// 20 means 20 %.
    Percent(f64),
    Nothing,
}

/// A sheet: its name, its columns, its rows.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Figure>>,
}

/// The largest whole number of which every smaller one is exact in a spreadsheet.
const EXACT: i128 = 1 << 53;

/// The file.
pub(super) fn file(sheets: &[Sheet]) -> Result<Vec<u8>> {
    write(sheets).map_err(|e| cannot(Form::Xlsx, e))
}

fn write(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same workspace gives the same bytes, so the file says nothing of the hour at which it was made.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?));
    let (bold, whole) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("#,##0"));
    let (percent, wrap) = (Format::new().set_num_format("0.00"), Format::new().set_text_wrap());
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_freeze_panes(1, 0)?;
        for (at, title) in (0_u16..).zip(&sheet.columns) {
            page.write_string_with_format(0, at, title, &bold)?;
            page.set_column_width(at, 18)?;
        }
        for (line, row) in (1_u32..).zip(&sheet.rows) {
            for (at, figure) in (0_u16..).zip(row) {
                match figure {
                    Figure::Text(text) => page.write_string_with_format(line, at, text, &wrap)?,
                    #[allow(clippy::cast_precision_loss)]
                    Figure::Whole(value) if value.abs() < EXACT => {
                        page.write_number_with_format(line, at, *value as f64, &whole)?
                    }
                    Figure::Whole(value) => page.write_string(line, at, value.to_string())?,
                    Figure::Percent(value) => page.write_number_with_format(line, at, *value, &percent)?,
                    Figure::Nothing => continue,
                };
            }
        }
    }
    book.save_to_buffer()
}
