//! The effect of sets of measures, targets and progress. Pure: no database, no terminal, no clock.

pub mod apply;
pub mod burden;
pub mod chance;
pub mod check;
pub mod choose;
pub mod compiled;
pub mod effect;
mod engine;
pub mod forecast;
pub mod grouped;
pub mod level;
pub mod linked;
pub mod owes;
pub mod progress;
pub mod review;
pub mod scenario;
pub mod share;
pub mod snapshot;
pub mod suggest;
pub mod time;
pub mod trend;

pub use apply::{After, Change, Issue, IssueKind, Outcome, apply};
pub use burden::{Burden, ChangeKind, RegulationChange};
pub use check::check_measure;
pub use choose::choose;
pub use compiled::{CompiledMeasure, CompiledRegister};
pub use effect::{MeasureEffect, SetEffect, set_effect};
pub use forecast::{Forecast, StageForecast, TargetForecast, forecast};
pub use grouped::{Axis, Group};
pub use level::Levels;
pub use linked::{
    LinkedFigures, LinkedState, MemberFigure, SharedFigure, SharedRowFigure, linked_figures, shared_saving,
};
pub use owes::{Debt, DebtKind, DebtTotal, Deed, Ledger, Standing, bearers, deeds, owes, part_on, totals, whole_on};
pub use progress::{
    BaselineState, GroupBy, GroupProgress, NetFigure, Newcomers, Progress, StageFigure, TargetProgress, progress,
};
pub use review::{CampaignState, campaign_state};
pub use scenario::{Difference, Evaluation, Figures, Worth, evaluate};
pub use share::Share;
pub use snapshot::{Register, Snapshot, Subject, SubjectRow, Unable, Uncounted};
pub use time::TimeRates;
pub use trend::{IndicatorState, Trend, indicator_states};
