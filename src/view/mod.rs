//! An answer said once: what a command, a screen and a document show comes from here, in every form.
//!
//! A [`Cell`] knows its unit and its rounding, a [`Table`] its columns and rows; [`filter`] keeps and sorts rows, [`answers`] describes
//! every answer to programs. Nothing here writes to a file or a terminal.

pub mod answers;
mod cell;
pub mod cost;
mod declared;
pub mod filter;
pub mod gauge;
mod groups;
pub mod health;
pub mod hub;
mod json;
pub mod law_at;
pub mod nouns;
mod page;
pub mod progress;
pub mod rollup;
mod table;
pub mod template;
mod widths;
mod workbook;

pub use cell::{Cell, dong, short_amount, short_percent, statistic, whole};
pub(crate) use declared::declare;
pub use declared::{ColumnKind, SeenBy, TableKind};
pub use groups::GroupNames;
pub use json::{SCHEMA_VERSION, english_key, noun_json, pretty, with_said};
pub use page::{Page, Part};
pub use table::{Column, Format, Table, escape_markdown};
pub use workbook::{Bars, Follows, Sheet, workbook};
