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

/// A programme that does not exist, with those that do.
pub(super) fn no_programme<'c>(code: &str, known: impl Iterator<Item = &'c str>) -> Fault {
    let known: Vec<&str> = known.collect();
    not_found(Kind::Programme, code).hint(CliMessage::KnownProgrammes.said(&[&known.join(", ")]))
}

/// There is no such noun.
pub(super) fn not_found(noun: Kind, id: &str) -> Fault {
    let said = CliMessage::NotFound.said_by(|lang| vec![noun.word().text(lang).to_owned(), id.to_owned()]);
    Fault::missing(said).hint(CliMessage::NotFoundHint.said(&[&noun, &id]))
}
