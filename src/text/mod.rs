//! Vietnamese text: cleaning, folding for search, collation, numbers, dates, and what the program says in two languages.
//!
//! This is the lowest room of the house: it knows no noun of the trade.

pub mod cause;
pub mod clean;
pub mod collate;
pub mod date;
pub mod fault;
pub mod fold;
pub mod lang;
pub mod messages;
pub mod number;

pub use clean::{clean, clean_line, is_clean};
pub use fault::{Fault, FaultKind, Place, Result, Subject};
pub use fold::fold;
pub use lang::Lang;
pub use messages::{Message, Said, fill};
