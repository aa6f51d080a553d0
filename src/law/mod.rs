//! The law as structure: parse, cite, compare, amend, consolidate, draft. Pure: text in, values out.

pub mod amend;
pub mod at;
pub mod cite;
pub mod compare;
pub mod consolidate;
pub mod draft;
pub mod head;
pub mod name;
pub mod read;

pub use cite::{Citation, Graph, Reference, Titles, references};
pub use compare::{Piece, Side, compare, words};
pub use head::{Header, Located, PartEffect};
pub use read::{Document, Oddity, Outline, Provision, Unit, Warning, address};
