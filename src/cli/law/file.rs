//! Instruments from files.

use crate::cli::args::Letters;
use crate::cli::context::Context;
use crate::exchange::input::LARGEST;
use crate::exchange::legal_text::{self, LegalText};
use crate::law::Document;
use crate::law::consolidate::published::unmarked;
use crate::words::cli::CliMessage;
use crate::words::law::LawMessage;
use crate::words::{Fault, Message, Result, Said};
use std::io::Read;
use std::path::Path;

/// The cleaned text of an instrument from a file, or from standard input for `-`. What a person should know of how it was read, and what was taken out
/// of it, is told.
///
/// # Errors
/// Bad input, with the place.
pub(super) fn source(context: &Context, path: &Path, letters: Letters) -> Result<LegalText> {
    let source = untold(path, letters)?;
    let named =
        |said: Said| LawMessage::OfFile.said_by(|lang| vec![path.display().to_string(), said.text(lang).to_owned()]);
    source.remarks.iter().for_each(|remark| context.tell(&named(remark.said())));
    if !source.dropped.is_empty() {
        context.tell(&named(LawMessage::DroppedLines.said(&[&source.dropped.len()])));
    }
    Ok(source)
}

fn untold(path: &Path, letters: Letters) -> Result<LegalText> {
    if path.as_os_str() != "-" {
        return legal_text::read_as(path, letters.encoding);
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(|e| Fault::input(CliMessage::CannotRead.said(&[&"stdin"])).because(e))?;
    legal_text::from_bytes_as(&bytes, None, letters.encoding).map_err(|fault| fault.in_file(path))
}

/// The tree of an instrument from a file, or from standard input for `-`.
///
/// # Errors
/// As [`source`].
pub(super) fn read(context: &Context, path: &Path, letters: Letters) -> Result<Document> {
    Ok(Document::read(&source(context, path, letters)?.text))
}

/// As [`read`], of a version that is compared: a published consolidation without its note marks and its notes.
///
/// # Errors
/// As [`source`].
pub(super) fn version(context: &Context, path: &Path, letters: Letters) -> Result<Document> {
    Ok(unmarked(&source(context, path, letters)?.text))
}
