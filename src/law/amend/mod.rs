//! Amending instruments read into operations on the instruments that they amend. What is not certain goes to a review list with its reason; nothing
//! is guessed.

mod directive;
mod effect;
mod facts;
pub mod operation;
mod read;

pub use operation::{Action, Amendment, Named, Operation, Position, Reason, Unresolved};
pub use read::read;
