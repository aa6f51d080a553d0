//! Instruments from files.

use crate::cli::context::Context;
use crate::exchange::input::LARGEST;
use crate::exchange::legal_text::{self, LegalText};
use crate::law::Document;
use crate::law::consolidate::published::unmarked;
use crate::words::cli::CliMessage;
use crate::words::law::LawMessage;
use crate::words::{Fault, Message, Result};
use std::io::Read;
use std::path::Path;

/// The cleaned text of an instrument from a file, or from standard input for `-`.
///
/// # Errors
/// Bad input, with the place.
pub(super) fn source(path: &Path) -> Result<LegalText> {
    if path.as_os_str() != "-" {
        return legal_text::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(|e| Fault::input(CliMessage::CannotRead.said(&[&"stdin"])).because(e))?;
    legal_text::from_bytes(&bytes, None).map_err(|fault| fault.in_file(path))
}

/// Says how many lines of gazette pages were taken out of a file.
pub(super) fn tell_dropped(context: &Context, source: &LegalText) {
    if !source.dropped.is_empty() {
        context.tell(&LawMessage::DroppedLines.said(&[&source.dropped.len()]));
    }
}

/// The tree of an instrument from a file, or from standard input for `-`.
///
/// # Errors
/// As [`source`].
pub(super) fn read(path: &Path) -> Result<Document> {
    Ok(Document::read(&source(path)?.text))
}

/// As [`read`], of a version that is compared: a published consolidation without its note marks and its notes.
///
/// # Errors
/// As [`source`].
pub(super) fn version(path: &Path) -> Result<Document> {
    Ok(unmarked(&source(path)?.text))
}
