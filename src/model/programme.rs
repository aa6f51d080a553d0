//! Reform programmes and their targets. Each is data; none is code.

use super::{Fraction, RegulationKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

super::named! {
    /// What a target measures, always against the baseline.
    Metric {
        /// Regulations cut or simplified ÷ regulations at baseline.
        CutOrSimplified = "cut_or_simplified",
        /// Regulations abolished ÷ regulations at baseline.
        Abolished = "abolished",
        /// Conditions abolished ÷ conditions at baseline.
        ConditionsAbolished = "conditions_abolished",
        /// Compliance cost saved ÷ compliance cost at baseline.
        CostSaved = "cost_saved",
        /// Processing time saved ÷ processing time at baseline.
        TimeSaved = "time_saved",
        /// Share done electronically.
        Electronic = "electronic",
    }
}

/// A reform programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Code, unique in the workspace, for example `nq68-2020`.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Number of the instrument that set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// Date at which the baseline is taken.
    pub baseline: Date,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Targets, in order.
    pub targets: Vec<Target>,
}

/// A target of a programme: a metric, a percentage, a due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Unique within the programme.
    pub id: String,
    /// What is measured.
    pub metric: Metric,
    /// What must be reached, in percent of the baseline (20 means 20 %).
    pub percent: Fraction,
    /// By when.
    pub due: Date,
    /// Which kinds of regulation count; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<RegulationKind>,
}
