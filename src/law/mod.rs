//! The law as structure. So far: comparing two texts of a provision.

pub mod compare;

pub use compare::{Piece, Side, words};
