//! The state of a register, or of one regulation, after a set of measures: the one evaluation that every figure of a set reads.

mod compiled;
mod effect;
mod evaluation;
mod explained;
mod figures;
mod grouped;
mod outcome;
pub mod share;
mod tally;

pub use compiled::{CompiledMeasure, CompiledRegister, GroupBy};
pub use effect::{MeasureEffect, SetEffect, set_effect};
pub use evaluation::{Difference, Evaluation, Worth, evaluate};
pub use explained::{After, Change, Issue, IssueKind, apply, rows_left};
pub use figures::{Figures, Reached};
pub use grouped::{Axis, Group};
pub use outcome::Outcome;
pub use share::Share;
pub use tally::ByKind;

pub(in crate::reform) use explained::{Aimed, outcome};
pub(in crate::reform) use outcome::counts;
