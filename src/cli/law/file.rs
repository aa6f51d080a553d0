//! Instruments from files.

use crate::exchange::input;
use crate::law::Document;
use crate::text::messages::exchange::ExchangeMessage;
use crate::text::{Fault, Message, Result, clean};
use std::path::Path;

/// Reads an instrument from a file; `-` is standard input.
pub(super) fn read(path: &Path) -> Result<Document> {
    let bytes = input::whole(path, input::LARGEST)?;
    let text = String::from_utf8(bytes).map_err(|_| Fault::input(ExchangeMessage::NotUtf8.said(&[])).in_file(path))?;
    Ok(Document::read(&clean(&text)))
}
