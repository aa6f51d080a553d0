//! Indicators (chỉ số): numbers with a unit, a baseline, a target and readings over time.

use super::Fraction;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A reading of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The day.
    pub date: Date,
    /// The agency that it is a reading of; the whole country when nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The value, in the unit of the indicator.
    pub value: Fraction,
    /// Where it comes from.
    pub source: String,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Unit, as people write it (người, %, ngày …).
    pub unit: String,
    /// Code of the assignment that it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<String>,
    /// Value at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Fraction>,
    /// Value to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Fraction>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Whether a lower value is better.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lower_is_better: bool,
    /// Readings, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}
