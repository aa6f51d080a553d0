//! The law as structure: parse, cite, compare, amend, consolidate, draft. Pure: text in, values out.

pub mod amend;
pub mod cite;
pub mod compare;
pub mod consolidate;
mod date;
pub mod document;
pub mod draft;
mod line;
pub mod mention;
pub mod normal;
pub mod outline;
pub mod place;
pub mod quote;

pub use cite::{Citation, Graph, Reference, Titles, references};
pub use compare::{Piece, Side, compare, words};
pub use document::{Document, Provision};
pub use outline::{Oddity, Outline, Unit, Warning};
