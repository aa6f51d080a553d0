//! What an office follows from day to day: who owes what, reviews of instruments, indicators over time, services done as one.

mod linked;
mod owes;
mod review;
mod trend;

pub use linked::{
    LinkedFigures, LinkedState, MemberFigure, SharedFigure, SharedRowFigure, linked_figures, shared_saving,
};
pub use owes::{
    Debt, DebtKind, DebtTotal, Deed, GROUPS, Ledger, ReviewStanding, Standing, bearers, deeds, lacks_measure, owes,
    part_on, totals, whole_on,
};
pub use review::{CampaignState, campaign_state};
pub use trend::{IndicatorState, Trend, indicator_states};
