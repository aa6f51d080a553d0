//! Amending instruments read into operations on the instruments that they amend. What is not certain goes to a review list with its reason; nothing
//! is guessed.

mod annexed;
mod complete;
mod dates;
mod directive;
pub mod facts;
pub mod fix;
mod heard;
pub mod operation;
pub mod overlap;
mod passing;
mod read;
mod resolved;
mod said;
mod sentence;
mod texts;
mod unplaced;

pub use operation::{Action, Amendment, Named, Operation, Position, Reason, Unresolved};
pub use read::read;

/// The number of an instrument and the name by which it is cited, as its head says them.
pub fn named(document: &crate::law::Document) -> Named {
    facts::read(document).named
}

/// How an instrument is called in a list: kind and number, or its name.
pub fn called(named: &Named) -> String {
    match (named.number.as_deref(), &named.name) {
        (Some(number), _) => crate::model::instrument::full_name(number),
        (None, Some(_)) => named.to_string(),
        // Not every copy has its head.
        (None, None) => "văn bản không rõ số, ký hiệu".to_owned(),
    }
}

/// A title within a sentence. One in capitals stays: which of its words are names is not known.
pub fn in_sentence(title: &str) -> String {
    if !title.chars().any(char::is_lowercase) {
        return title.to_owned();
    }
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
