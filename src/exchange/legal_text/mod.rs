//! An instrument from the bytes of a file: plain text, Markdown, a web page, a Word document or Akoma Ntoso becomes cleaned lines, each with the line of the
//! file on which it stood. Content decides what a file is, its ending only where content does not tell. Marks of form go; letters and digits stay.

mod docx;
mod encoding;
mod furniture;
mod html;
mod inline;
mod markdown;
mod numbering;
mod page;
mod pdf;
mod plain;
mod remark;
mod shape;
mod symbols;
mod word_tables;

use super::akn;
use super::input::{self, Kind};
use crate::text::{clean, is_clean};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
pub use encoding::Encoding;
pub use remark::Remark;
use std::borrow::Cow;
use std::path::Path;
pub(super) use word_tables::word_tables;

/// The text of an instrument, ready for [`crate::law::Outline::read`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LegalText {
    /// Cleaned lines ([`crate::text::clean()`]), joined by `\n`.
    pub text: String,
    /// For each line of the text, in order, the line of the file on which it stood, from 1. Where a file has no lines of its own, paragraphs of
    /// a Word document and lines of the text layer of a PDF are counted.
    pub lines: Vec<usize>,
    /// What the front matter of a Markdown file says: its keys and values in order; lists are joined by `; `.
    pub front: Vec<(String, String)>,
    /// What a person should know of how it was read.
    pub remarks: Vec<Remark>,
    /// Page furniture that was taken out: the line of the file, and what stood on it.
    pub dropped: Vec<(usize, String)>,
}

impl LegalText {
    /// The line of the file on which a line of the text stood; both from 1.
    pub fn source_line(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or(line)
    }

    /// Adds a line of the file. Cleaning can make several lines of it (page breaks, line separators).
    pub(in crate::exchange) fn push(&mut self, raw: &str, source: usize) {
        let text = if is_clean(raw) { Cow::Borrowed(raw) } else { Cow::Owned(clean(raw)) };
        text.split('\n').for_each(|line| self.push_clean(line, source));
    }

    /// Adds a line that is clean already.
    fn push_clean(&mut self, line: &str, source: usize) {
        if !self.lines.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(line.trim_end_matches(' '));
        self.lines.push(source);
    }
}

/// The character of a reference in XML: one of the five names that need no declaration, or a number; nothing for what a file would declare itself.
pub(in crate::exchange) fn entity(name: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    let named = quick_xml::escape::resolve_predefined_entity(name).and_then(|text| text.chars().next());
    named.or_else(|| name.resolve_char_ref().ok().flatten())
}

/// Reads an instrument from a file.
///
/// # Errors
/// Bad input: the file cannot be opened, is too large or empty, is of a kind that holds no readable text, or its letters were lost.
pub fn read(path: &Path) -> Result<LegalText> {
    read_as(path, None)
}

/// Reads an instrument from a file whose letters are in an encoding that is stated.
///
/// # Errors
/// Bad input, as [`read`].
pub fn read_as(path: &Path, encoding: Option<Encoding>) -> Result<LegalText> {
    let bytes = input::whole(path, input::LARGEST)?;
    from_bytes_as(&bytes, path.extension().and_then(|e| e.to_str()), encoding).map_err(|fault| fault.in_file(path))
}

/// Reads an instrument from bytes. The ending of the file's name (`md`, `txt` …) helps where the content does not tell. Letters of before Unicode are
/// converted where their encoding is certain.
///
/// # Errors
/// Bad input, as [`read`].
pub fn from_bytes(bytes: &[u8], extension: Option<&str>) -> Result<LegalText> {
    from_bytes_as(bytes, extension, None)
}

/// Reads an instrument from bytes whose letters are in an encoding that is stated.
///
/// # Errors
/// Bad input, as [`read`].
pub fn from_bytes_as(bytes: &[u8], extension: Option<&str>, encoding: Option<Encoding>) -> Result<LegalText> {
    let extension = extension.unwrap_or_default().to_ascii_lowercase();
    let found = match input::kind(bytes) {
        Kind::Zip => docx::read(bytes, encoding)?,
        Kind::OldOffice => return Err(Fault::input(Say::OldWord.said(&[])).hint(Say::OldWordHint.said(&[]))),
        Kind::Pdf => pdf::read(bytes)?.into_text(encoding)?,
        kind => {
            let (text, converted) = plain::decode(bytes, encoding)?;
            let mut found = if akn::looks_so(&text) {
                akn::read(&text)?
            } else if kind == Kind::Html || html::looks_so(&text, &extension) {
                html::read(&text)
            } else if markdown::looks_so(&text, &extension) {
                markdown::read(&text)
            } else {
                plain::read(&text)
            };
            found.remarks.extend(converted);
            found
        }
    };
    if found.text.trim().is_empty() {
        return Err(Fault::input(Say::NoLawText.said(&[])).hint(Say::EmptyFileHint.said(&[])));
    }
    plain::legible(&found.text)?;
    Ok(found)
}

#[cfg(test)]
mod tests;
