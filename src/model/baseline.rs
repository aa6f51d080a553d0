//! Frozen baselines: what a programme is measured against, copied on one day and not moved by later imports.

use super::{ActivityGroup, Dong, Fraction, RegulationKind};
use jiff::civil::Date;

/// The frozen baseline of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// Code of the programme.
    pub programme: String,
    /// The day on which it was frozen.
    pub frozen_on: Date,
    /// Regulations in force then, by code.
    pub regulations: Vec<FrozenRegulation>,
    /// Their sheets, by regulation then row, with the income per hour of that day.
    pub activities: Vec<FrozenActivity>,
}

/// A regulation as it counted on the day of the baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenRegulation {
    /// Code.
    pub code: String,
    /// Kind.
    pub kind: RegulationKind,
    /// Code of the agency.
    pub agency: Option<String>,
    /// Field.
    pub field: Option<String>,
    /// Processing time in working hours; nothing where no limit is stated.
    pub processing_hours: Option<Fraction>,
    /// Whether it was done electronically.
    pub electronic: bool,
}

/// A row of a cost sheet with only what is needed to compute and to apply measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenActivity {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row.
    pub id: String,
    /// Group.
    pub group: ActivityGroup,
    /// Component that it prepares.
    pub component: Option<String>,
    /// Minutes of work for one performance.
    pub minutes: Fraction,
    /// Income per hour, đồng, staff factor included.
    pub hourly: Fraction,
    /// Outsourcing, đồng.
    pub outsourcing: Dong,
    /// Fees and other costs, đồng.
    pub charges: Dong,
    /// Performances per year and per one who complies.
    pub times: Fraction,
    /// How many comply per year.
    pub population: i64,
}
