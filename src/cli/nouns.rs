//! The kinds of noun that commands name.

use crate::model::Kind;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};

/// Reads the name of a kind.
///
/// # Errors
/// Wrong usage, naming the kinds that there are.
pub(super) fn read(text: &str) -> Result<Kind> {
    Kind::parse(text).ok_or_else(|| Fault::usage(CliMessage::UnknownKind.said(&[&text, &super::help::kinds()])))
}
