//! The exchange between data files as a pure state machine: no file, no database, no clock.
//!
//! A *replica* is a data file from the moment it joins. Its *changes* ([`Change`]) are numbered from 1, each with the hash of the one before it
//! ([`chain`]), so that a gap, a fork or an altered change is found. A change writes fields of rows and deletes rows; each of its operations says
//! what it *saw*. A field holds the values that no later operation has seen ([`Row`]): one, or several, which is a conflict that a person decides.
//! What a row is, is therefore a function of the *set* of changes that came in, whatever their order; [`merge`] says which rows a change moves,
//! [`view`] which rows there are, and under which code.

pub mod bytes;
pub mod chain;
pub mod change;
pub mod edit;
pub mod file;
pub mod id;
pub mod merge;
pub mod row;
#[cfg(test)]
mod tests;
pub mod view;

pub use chain::{Link, Refusal};
pub use change::{Change, Malformed, Op, Wrote};
pub use id::{ChangeId, Hash, ReplicaId, RowId, Value};
pub use merge::{Rest, Shape, Shelf, integrate};
pub use row::{Field, Row, Version};
