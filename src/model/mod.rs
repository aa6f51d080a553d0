//! The nouns of the trade as plain data, one file each. No noun knows how it is stored, shown or exchanged.

pub mod activity;
pub mod agency;
pub mod baseline;
pub mod batch;
pub mod bounds;
pub mod calendar;
pub mod campaign;
pub mod directive;
pub mod fraction;
pub mod indicator;
pub mod instrument;
pub mod instrument_level;
mod ladder;
pub mod measure;
pub mod measure_field;
pub mod parameter;
pub mod procedure;
pub mod programme;
pub mod provenance;
pub mod provision;
pub mod regulation;
pub mod scenario;
pub mod state_data;
pub mod uncertainty;
pub mod valid;

pub use activity::{Activity, ActivityGroup, Cell, CellProvenance};
pub use agency::{Agency, AgencyKind, AgencyName};
pub use baseline::{Baseline, FrozenActivity, FrozenRegulation};
pub use batch::{Batch, Holiday, Sheet, check_rows};
pub use calendar::Calendar;
pub use campaign::{Campaign, Outlook, Reviewed};
pub use directive::{Assignment, AssignmentStatus, AssignmentStep, Directive};
pub use fraction::Fraction;
pub use indicator::{Indicator, Reading};
pub use instrument::{Instrument, InstrumentVersion, VersionKind};
pub use instrument_level::InstrumentLevel;
pub use measure::{
    Action, CountsAs, Edit, KindParameter, Measure, MeasureKind, MeasureStatus, Selector, Stage, StatusEntry,
    TargetKind,
};
pub use measure_field::{MeasureField, MeasureSlot};
pub use parameter::{Parameter, Unit};
pub use procedure::{
    Basis, Channel, Component, Fee, LinkedService, Mode, OnlineLevel, Outcome, Procedure, SharedRow, SharedWork,
    TimeLimit, TimeUnit,
};
pub use programme::{Metric, Programme, Target};
pub use provenance::Provenance;
pub use provision::{Address, Label, Level, Step};
pub use regulation::{Regulation, RegulationKind, RegulationStatus};
pub use scenario::Scenario;
pub use state_data::{StateData, StateDataItem};
pub use uncertainty::{Spread, Uncertain, Uncertainty};
pub use valid::{Valid, Way, Wrong};

/// An amount of money in whole đồng.
pub type Dong = i64;

/// Declares an enum whose variants have one stable name each, as stored, exchanged and printed in JSON.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All values, in their usual order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, as stored and exchanged.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value with this stable name.
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}
pub(crate) use named;
