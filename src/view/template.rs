//! Empty tables as workbooks: heads with what they mean, an example, and the values that may stand there.

use super::answers::choices;
use crate::exchange::template::TemplateColumn;
use crate::model::noun::Presence;
use crate::model::{Holds, Kind};
use crate::text::Lang;
use crate::words::Message;
use crate::words::template::TemplateWord as W;
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, Note, Workbook, XlsxError};

/// How many rows get lists of values.
const ROWS: u32 = 1_000;

/// The longest list of values that a cell of a workbook offers, in characters.
const LONGEST: usize = 250;

/// The workbook: one sheet that bears the name of the kind, as import reads it.
///
/// # Errors
/// The library cannot write it.
pub fn workbook(kind: Kind, columns: &[TemplateColumn], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?));
    let page = book.add_worksheet();
    page.set_name(kind.key())?;
    page.set_freeze_panes(1, 0)?;
    let (bold, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
    for (at, column) in (0_u16..).zip(columns) {
        // A code that a spreadsheet takes for a number loses its zeros.
        page.set_column_format(at, &text)?;
        page.set_column_width(at, 20)?;
        page.write_string_with_format(0, at, &column.name, &bold)?;
        let mut about: Vec<String> = Vec::new();
        if let Some(field) = column.field {
            about.push(field.word.text(lang).to_owned());
            if field.presence == Presence::Always {
                about.push(W::Needed.text(lang).to_owned());
            }
        }
        let values = values(column);
        if !values.is_empty() {
            about.push(W::OneOf.with(lang, &[&values.join(", ")]));
        }
        if !column.example.is_empty() {
            about.push(W::Example.with(lang, &[&column.example.chars().take(200).collect::<String>()]));
        }
        if !about.is_empty() {
            page.insert_note(0, at, &Note::new(about.join("\n")).add_author_prefix(false))?;
        }
        if !values.is_empty() && values.join(",").chars().count() < LONGEST {
            page.add_data_validation(1, at, ROWS, at, &DataValidation::new().allow_list_strings(&values)?)?;
        }
    }
    book.save_to_buffer()
}

/// The values that may stand in a column, where they are few.
fn values(column: &TemplateColumn) -> Vec<&'static str> {
    match column.field.map(|field| field.holds) {
        Some(Holds::Choice(choice)) => {
            choices::of(choice.name).into_iter().flatten().map(|choice| choice.key).collect()
        }
        Some(Holds::Flag) => vec!["true", "false"],
        _ => Vec::new(),
    }
}
