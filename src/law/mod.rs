//! The law as structure: parse, cite, compare, amend, consolidate, draft. Pure: text in, values out.

pub mod compare;
pub mod document;
mod line;
pub mod outline;
pub mod quote;

pub use compare::{Piece, Side, compare, words};
pub use document::{Document, Provision};
pub use outline::{Oddity, Outline, Unit, Warning};
