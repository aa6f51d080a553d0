//! The law as structure: parse, cite, compare, amend, consolidate, draft. Pure: text in, values out.

pub mod compare;
mod date;
pub mod document;
mod line;
pub mod locate;
pub mod mention;
pub mod outline;
pub mod place;
pub mod quote;

pub use compare::{Piece, Side, words};
pub use document::{Document, Provision};
pub use outline::{Oddity, Outline, Unit, Warning};
