//! The effect of sets of measures, targets and progress. Pure: no database, no terminal, no clock.

pub mod apply;
pub mod chance;
pub mod check;
pub mod compiled;
pub mod effect;
mod engine;
pub mod grouped;
pub mod level;
pub mod progress;
pub mod scenario;
pub mod share;
pub mod snapshot;
pub mod time;

pub use apply::{After, Change, Issue, Outcome, apply};
pub use check::check_measure;
pub use compiled::{CompiledMeasure, CompiledRegister};
pub use effect::{MeasureEffect, SetEffect, set_effect};
pub use grouped::{Axis, Group};
pub use level::Levels;
pub use progress::{BaselineState, GroupBy, GroupProgress, Newcomers, Progress, StageFigure, TargetProgress, progress};
pub use scenario::{Difference, Evaluation, Figures, Worth, evaluate};
pub use share::Share;
pub use snapshot::{Register, Snapshot, Subject, SubjectRow};
pub use time::TimeRates;
