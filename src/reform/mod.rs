//! The effect of sets of measures, targets and progress. Pure: no database, no terminal, no clock.

pub mod apply;
pub mod check;
pub mod effect;
pub mod level;
pub mod linked;
pub mod progress;
pub mod snapshot;
pub mod suggest;
pub mod time;

pub use apply::{After, Change, Issue, apply};
pub use check::check_measure;
pub use effect::{MeasureEffect, SetEffect, set_effect};
pub use level::Levels;
pub use linked::{
    LinkedFigures, LinkedState, MemberFigure, SharedFigure, SharedRowFigure, linked_figures, shared_saving,
};
pub use progress::{BaselineState, GroupBy, GroupProgress, Newcomers, Progress, StageFigure, TargetProgress, progress};
pub use snapshot::{Register, Snapshot, Subject, SubjectRow};
pub use time::TimeRates;
