//! Vietnamese text: cleaning, folding for search, collation, numbers, dates, width.
//!
//! This is the lowest room of the house: it knows no noun of the trade and no word that the program says.

pub mod clean;
pub mod collate;
pub mod date;
pub mod fold;
pub mod lang;
pub mod number;
pub mod period;
pub mod printing;
pub mod syllable;
pub mod width;

pub use clean::{clean, clean_line, is_clean};
pub use fold::fold;
pub use lang::Lang;
pub use period::Period;
pub use printing::comparable;
pub use syllable::is_syllable;
