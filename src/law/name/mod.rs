//! What texts name, wherever they name it: instruments, places in them, numbers and dates.

pub mod date;
mod form;
mod label;
mod law;
pub mod mention;
pub mod number;
pub mod place;
pub mod register;
pub mod stable;
