//! Comparing two texts of a provision, word by word.

mod words;

pub use words::{Effort, Fidelity, Piece, Side, split_blanks, tokens, words, words_within};
