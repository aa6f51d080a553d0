//! The kinds of noun that commands name.

use crate::model::Kind;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};

/// Reads a kind that a command accepts.
///
/// # Errors
/// Wrong usage, naming the kinds that are accepted.
pub(super) fn read(text: &str, accepted: &[Kind]) -> Result<Kind> {
    Kind::parse(text).filter(|noun| accepted.contains(noun)).ok_or_else(|| not_accepted(text, accepted))
}

/// A kind that a command does not take, with those that it takes.
pub(super) fn not_accepted(text: &str, accepted: &[Kind]) -> Fault {
    let names: Vec<&str> = accepted.iter().map(|noun| noun.name()).collect();
    Fault::usage(CliMessage::UnknownKind.said(&[&text, &names.join(", ")]))
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
