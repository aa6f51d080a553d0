//! The nouns of the trade as plain data, one file each. No noun knows how it is stored, shown or exchanged.

pub mod activity;
pub mod agency;
pub mod agency_register;
pub mod baseline;
pub mod bounds;
pub mod calendar;
pub mod campaign;
pub mod checklist;
pub mod counting;
pub mod directive;
pub mod fraction;
pub mod indicator;
pub mod instrument;
pub mod instrument_kind;
pub mod instrument_level;
mod ladder;
pub mod linked_service;
pub mod measure;
pub mod measure_field;
pub mod measure_kind;
pub mod noun;
pub mod nouns;
pub mod observation;
pub mod order_answer;
pub mod parameter;
pub mod population;
pub mod procedure;
pub mod procedure_code;
pub mod programme;
pub mod provenance;
pub mod provision;
pub mod published;
pub mod regulation;
pub mod scenario;
pub mod state_data;
pub mod succession;
pub mod uncertainty;
pub mod valid;

pub use activity::{Activity, ActivityGroup, Cell, CellProvenance, Sheet, check_rows};
pub use agency::{Agency, AgencyKind, AgencyName, AgencyNames, MINISTRIES, PROVINCES, Successor};
pub use agency_register::AgencyRegister;
pub use baseline::{Baseline, FrozenActivity, FrozenRegulation};
pub use calendar::{Calendar, Holiday};
pub use campaign::{Campaign, Outlook, Reviewed};
pub use checklist::{Answered, Checklist, Question, ReviewAnswer};
pub use counting::{
    Counting, CountsIn, CountsOut, Denominator, Notion, PriceStep, Ratio, Valuation, ValueBasis, Weighs, years_between,
};
pub use directive::{Assignment, AssignmentStatus, AssignmentStep, Directive};
pub use fraction::Fraction;
pub use indicator::{Indicator, Reading};
pub use instrument::{Instrument, InstrumentVersion, VersionKind};
pub use instrument_kind::InstrumentKind;
pub use instrument_level::InstrumentLevel;
pub use linked_service::{LinkedLimit, LinkedService, SharedRow, SharedWork};
pub use measure::{Measure, MeasureStatus, Stage, StatusEntry};
pub use measure_field::{MeasureField, MeasureSlot};
pub use measure_kind::{Action, CountsAs, Edit, KindParameter, MeasureKind, Selector, TargetKind};
pub use noun::{Description, Field, Holds, Noun, Refers};
pub use nouns::{Batch, Kind};
pub use observation::{MiddleRange, Observation, Observed};
pub use order_answer::OrderAnswer;
pub use parameter::{Parameter, Unit};
pub use population::{Population, PopulationGroup};
pub use procedure::{
    Basis, Channel, Component, Fee, LimitCase, Mode, OnlineLevel, Outcome, Procedure, TimeLimit, TimeUnit,
};
pub use procedure_code::ProcedureCode;
pub use programme::{Deadline, Metric, MetricUnit, Programme, Scope, Target};
pub use provenance::Provenance;
pub use provision::{Address, Label, Level, Step};
pub use published::Published;
pub use regulation::{Concerns, Regulation, RegulationKind, RegulationStatus, concerns_by};
pub use scenario::Scenario;
pub use state_data::{StateData, StateDataItem};
pub use succession::Succession;
pub use uncertainty::{Spread, Uncertain, Uncertainty};
pub use valid::{Valid, Way, Wrong};

/// An amount of money in whole đồng.
pub type Dong = i64;

crate::words::named_in! {
    Agency, Campaign, Checklist, Directive, Indicator, InstrumentLevel, KindParameter, LinkedService, MeasureKind, Parameter, Programme, StateData, StateDataItem,
}
