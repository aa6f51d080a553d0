//! The kinds of noun that commands name.

pub(super) use crate::model::Kind as Noun;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};

/// Reads a kind that a command accepts.
///
/// # Errors
/// Wrong usage, naming the kinds that are accepted.
pub(super) fn read(text: &str, accepted: &[Noun]) -> Result<Noun> {
    Noun::parse(text).filter(|noun| accepted.contains(noun)).ok_or_else(|| {
        let names: Vec<&str> = accepted.iter().map(|noun| noun.name()).collect();
        Fault::usage(CliMessage::UnknownKind.said(&[&text, &names.join(", ")]))
    })
}

/// A programme that does not exist, with those that do.
pub(super) fn no_programme<'c>(code: &str, known: impl Iterator<Item = &'c str>) -> Fault {
    let known: Vec<&str> = known.collect();
    not_found(Noun::Programme, code).hint(CliMessage::KnownProgrammes.said(&[&known.join(", ")]))
}

/// There is no such noun.
pub(super) fn not_found(noun: Noun, id: &str) -> Fault {
    let said = CliMessage::NotFound.said_by(|lang| vec![noun.word().text(lang).to_owned(), id.to_owned()]);
    Fault::missing(said).hint(CliMessage::NotFoundHint.said(&[&noun, &id]))
}
