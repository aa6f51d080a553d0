//! The effect of sets of measures, targets and progress. Pure: no database, no terminal, no clock.

pub mod chance;
mod check;
pub mod choose;
mod engine;
mod evaluate;
mod follow;
mod register;
pub mod suggest;
mod targets;

pub use check::check_measure;
pub use choose::choose;
pub use evaluate::{
    After, Axis, ByKind, Change, CompiledMeasure, CompiledRegister, Difference, Evaluation, Figures, Group, GroupBy,
    Issue, IssueKind, MeasureEffect, Outcome, Reached, SetEffect, Share, Worth, apply, evaluate, rows_left, set_effect,
    share,
};
pub use follow::{
    CampaignState, Debt, DebtKind, DebtTotal, Deed, GROUPS, IndicatorState, Ledger, LinkedFigures, LinkedState,
    MemberFigure, ReviewStanding, SharedFigure, SharedRowFigure, Standing, Trend, bearers, campaign_state, deeds,
    indicator_states, lacks_measure, linked_figures, owes, part_on, shared_saving, totals, whole_on,
};
pub use register::{
    BaselineState, Covered, Levels, Register, Snapshot, Subject, SubjectRow, TimeRates, Unable, Uncounted,
};
pub use targets::{
    Burden, ChangeKind, Forecast, GroupProgress, InOut, InOutBook, InOutLine, NetFigure, Newcomers, Progress,
    RegulationChange, StageFigure, StageForecast, TargetForecast, TargetProgress, forecast, in_out, progress,
};
