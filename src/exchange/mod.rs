//! Files of others in and out: TOML, JSON, CSV, XLSX of tinhgon's own, and records of portals through mappings. Untrusted text is
//! cleaned here.

pub mod akn;
pub mod catalog;
pub mod checks;
mod csv_line;
pub mod document;
pub mod folder;
pub mod forms;
mod grid;
pub mod guide;
mod holiday_notice;
pub mod import;
pub mod input;
pub mod law_fixes;
pub mod law_text;
pub mod legal_text;
pub mod mapping;
pub mod methods;
pub mod new_folder;
mod observation;
pub mod place;
pub mod plan;
mod population;
pub mod portal;
pub mod problem;
pub mod problem_line;
pub mod records;
mod sink;
mod tables;
pub mod template;
mod toml_text;
mod twice;
mod workbook;

pub use sink::{check_output, is_taken, own_stream, with_logs, write_whole};
