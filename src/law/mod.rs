//! The law as structure: parse, cite, compare, amend, consolidate, draft. Pure: text in, values out.

pub mod amend;
mod chain;
pub mod cite;
pub mod compare;
pub mod consolidate;
mod date;
pub mod document;
pub mod draft;
pub mod effect;
mod head;
pub mod header;
mod kind;
mod line;
pub mod locate;
pub mod mention;
pub mod normal;
pub mod outline;
pub mod place;
pub mod quote;
mod reader;
mod sequence;

pub use cite::{Citation, Graph, Reference, Titles, references};
pub use compare::{Piece, Side, compare, words};
pub use document::{Document, Provision};
pub use effect::PartEffect;
pub use header::{Found, Header};
pub use kind::Kind;
pub use outline::{Oddity, Outline, Unit, Warning};
