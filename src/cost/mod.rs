//! The cost of complying: rates, sheets, figures and their explanation. Pure: no database, no terminal, no clock.

pub mod cell;
pub mod check;
pub mod explain;
pub mod figures;
pub mod first_sheet;
pub mod method;
pub mod plan;
pub mod rates;
pub mod sum;
pub mod typed;

pub use cell::{OWN, RowField, cell_text, set_cell};
pub use explain::explain;
pub use figures::{CostRow, RowFigures, SheetCost, SheetFigures, SheetSum, complying, sheet_figures};
pub use first_sheet::{FirstSheetRules, first_sheet};
pub use rates::{Rates, Tariff};
pub use sum::Sum;
