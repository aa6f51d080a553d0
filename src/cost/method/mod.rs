//! Cost methods of other countries as parameter sets: one engine of named parts, driven by data.
//!
//! A [`Method`] is a combination of parts (tariffs with overhead, staff factor, what counts, schedule of years, discounting, price year …)
//! read from a TOML file; a [`Case`] is what is to be computed, with its current rule, re-estimates of it and a reform of it. [`run_case`]
//! gives every line explained and the totals, one-off and recurring, undiscounted and present value, reform and mere re-estimate apart.
//! No method is known by name here. Arithmetic is exact ([`Exact`]); the one rounding of a tariff is stated by the method, the one of a
//! figure is done when it is shown.

mod case;
mod data;
mod discount;
mod explain;
mod figures;
mod line;
mod number;
mod run;
mod sheet;

pub use case::{
    Case, CaseActivity, CaseFile, Change, Column, Delay, Printed, Quantity, Segment, Transition, Usual, Version, Why,
};
pub use data::{AddresseeRule, Capital, Discount, Method, MethodTariff, Moment, Part, Prices, TariffParameters, Work};
pub use explain::{explain_line, explain_tariff};
pub use figures::{CaseFigures, Compared, Figure, Flow, LineFigures, VersionFigures};
pub use number::{Exact, exact, shown, to_fraction};
pub use run::run_case;
pub use sheet::{case_of_sheet, left_out, rows_within};
