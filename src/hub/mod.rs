//! Many data files, one truth: each exchanges its changes with the others over a folder or a PostgreSQL server.
//!
//! [`core`] is the exchange itself, without file, database or clock. [`Session`] joins it to a data file: it turns the journal into changes, takes in those of
//! others, and brings the rows to what they should be, in one transaction of the store. [`place`] says what any place of exchange does; [`folder`] keeps changes as
//! files, [`server`] in PostgreSQL, and [`data_file`] takes those of a colleague's data file.

pub mod audit;
pub mod conflict;
pub mod core;
pub mod data_file;
pub mod folder;
mod forms;
mod inward;
pub mod join;
mod outward;
pub mod place;
pub mod rollup;
pub mod server;
mod session;
mod shape;
pub mod standing;
pub mod sync;
mod vouched;

pub use session::{Renamed, Session};
pub use shape::Trade;
