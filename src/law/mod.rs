//! The law as structure: parse, cite, compare, amend, consolidate, draft. Pure: text in, values out.

mod chain;
pub mod compare;
pub mod document;
pub mod effect;
mod head;
pub mod header;
mod kind;
mod line;
pub mod outline;
pub mod quote;
mod reader;
mod sequence;

pub use compare::{Piece, Side, words};
pub use document::{Document, Provision};
pub use effect::PartEffect;
pub use header::{Found, Header};
pub use kind::Kind;
pub use outline::{Oddity, Outline, Unit, Warning, level_word};
