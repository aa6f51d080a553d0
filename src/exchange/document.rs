//! tinhgon's own documents: nouns in TOML, JSON, CSV or XLSX, written and read back unchanged.

use super::grid::{self, Grid};
use super::workbook::{self, Book};
use super::{input, toml_text, twice};
use crate::model::Batch;
use crate::text::clean;
use crate::words::exchange::ExchangeMessage as M;
use crate::words::{Fault, Message, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::path::Path;

/// The version of the JSON form.
const SCHEMA_VERSION: u32 = 1;

crate::words::named! {
    /// The forms of a document, by the ending of the file.
    FileKind {
        /// For people to write and compare.
        Toml = "toml",
        /// For programs.
        Json = "json",
        /// A table; its first column names the kind of noun.
        Csv = "csv",
        /// A workbook, one sheet a kind of noun.
        Xlsx = "xlsx",
    }
}

impl FileKind {
    /// The kind of a file, by its ending.
    pub fn of(path: &Path) -> Option<Self> {
        Self::parse(&path.extension()?.to_string_lossy().to_ascii_lowercase())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    schema_version: u32,
    workspace: Batch,
}

/// Writes nouns. The same nouns give the same bytes. `asked` are the kinds that were asked for, as the fields of a batch name them: where
/// there are none of them, the document says so and can be read again.
///
/// # Errors
/// Anything else, when a form cannot hold them.
pub fn write(batch: &Batch, kind: FileKind, asked: &[&str]) -> Result<Vec<u8>> {
    match kind {
        FileKind::Toml => {
            let text = to_toml(batch)?;
            // A file of no bytes is one that was lost on the way.
            Ok(if text.is_empty() { b"\n".to_vec() } else { text.into_bytes() })
        }
        FileKind::Json => {
            let envelope = Envelope { schema_version: SCHEMA_VERSION, workspace: batch.clone() };
            let cannot = |error| Fault::other(M::CannotWrite.said(&[&kind])).because(error);
            let mut text = serde_json::to_vec_pretty(&envelope).map_err(cannot)?;
            text.push(b'\n');
            Ok(text)
        }
        FileKind::Csv => grid::to_csv(&grid::grids(batch)?),
        FileKind::Xlsx => grid::to_xlsx(&grid::grids(batch)?, asked),
    }
}

/// Nouns in TOML.
pub(super) fn to_toml(batch: &Batch) -> Result<String> {
    toml::to_string_pretty(batch).map_err(|e| Fault::other(M::CannotWrite.said(&[&FileKind::Toml])).because(e))
}

/// The nouns of a document, and the fields that its tables of cost sheets have.
pub type Document = (Batch, Option<BTreeSet<String>>);

/// Reads a document; all texts are cleaned. Beside the nouns come the fields that its tables of cost sheets have, where it is a table: it
/// says nothing of the others.
///
/// # Errors
/// Bad input, with line and column where the form has lines: not this form, an unknown or missing field, a wrong value, the same code twice.
pub fn read(path: &Path, kind: FileKind) -> Result<Document> {
    let read = match kind {
        FileKind::Xlsx => workbook::open(path).and_then(of_book),
        _ => input::text(path).and_then(|text| of_text(&text, kind)),
    };
    read.map_err(|fault| fault.in_file(path))
}

/// What a file turned out to be.
pub(super) enum Opened {
    /// Such a document.
    One(Box<Document>),
    /// A workbook that holds something else.
    Book(Box<Book>),
    /// A text that holds something else.
    Text,
}

/// The same, where the file is such a document.
///
/// # Errors
/// As [`read`].
pub(super) fn read_if_one(path: &Path, kind: FileKind) -> Result<Opened> {
    let read = if kind == FileKind::Xlsx {
        let mut book = workbook::open(path)?;
        if !grid::is_noun_book(&mut book) {
            return Ok(Opened::Book(Box::new(book)));
        }
        of_book(book)
    } else {
        let text = input::text(path)?;
        let is_one = match kind {
            FileKind::Json => text.contains("\"schema_version\""),
            FileKind::Csv => grid::is_noun_csv(&text),
            FileKind::Toml | FileKind::Xlsx => true,
        };
        if !is_one {
            return Ok(Opened::Text);
        }
        of_text(&text, kind)
    };
    read.map(|one| Opened::One(Box::new(one))).map_err(|fault| fault.in_file(path))
}

fn of_book(book: Book) -> Result<Document> {
    of_tables(grid::from_book(book))
}

fn of_text(text: &str, kind: FileKind) -> Result<Document> {
    let batch = match kind {
        FileKind::Csv | FileKind::Xlsx => return of_tables(grid::from_csv(text)),
        FileKind::Toml => from_toml(text)?,
        FileKind::Json => from_json(text)?,
    };
    twice::in_document(&batch, text, kind == FileKind::Json)?;
    Ok((cleaned(&batch)?, None))
}

fn of_tables(grids: Result<Vec<Grid>>) -> Result<Document> {
    let grids = grids?;
    Ok((cleaned(&grid::batch(&grids)?)?, grid::sheet_fields(&grids)))
}

/// Reads a document in TOML.
///
/// # Errors
/// Bad input, with line and column.
pub fn from_toml(text: &str) -> Result<Batch> {
    toml_text::read(text, || Fault::input(M::BadToml.said(&[])).hint(M::BadTomlHint.said(&[])))
}

fn from_json(text: &str) -> Result<Batch> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|error| {
        let fault = Fault::input(M::BadJsonDocument.said(&[])).because(&error).hint(M::BadJsonDocumentHint.said(&[]));
        fault.at_line(error.line()).at_column(error.column())
    })?;
    if envelope.schema_version > SCHEMA_VERSION {
        return Err(Fault::input(M::NewerDocument.said(&[&envelope.schema_version, &SCHEMA_VERSION])));
    }
    Ok(envelope.workspace)
}

/// The same nouns with every text cleaned: escapes can carry what the bytes of the file do not show.
pub(super) fn cleaned(batch: &Batch) -> Result<Batch> {
    let bad = |error: serde_json::Error| Fault::input(M::BadValue.said(&[])).because(error);
    let mut value = serde_json::to_value(batch).map_err(bad)?;
    clean_texts(&mut value);
    serde_json::from_value(value).map_err(bad)
}

fn clean_texts(value: &mut Json) {
    match value {
        // Blanks at the ends are of the text: what was written is read back as it was.
        Json::String(text) => *text = clean(text),
        Json::Array(items) => items.iter_mut().for_each(clean_texts),
        Json::Object(fields) => fields.values_mut().for_each(clean_texts),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
