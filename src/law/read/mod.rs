//! From text to structure: lines, their marks, quotations and sequences become an outline over the text, and a tree that can be changed.

pub mod address;
mod attached;
mod chain;
mod closing;
pub mod document;
pub(in crate::law) mod line;
pub mod outline;
pub(in crate::law) mod quote;
mod reader;
mod sequence;

pub use document::{Document, Provision};
pub use outline::{Oddity, Outline, Unit, Warning};
