//! Parameters: dated, sourced values that sheets and first estimates rest on.

use super::{Fraction, Provenance};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A value with a validity. Several parameters may share an id with different first days; the latest that has begun applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What it is, for example `income.citizen`, `price.certification.page`, `minutes.submission.in_person`.
    pub id: String,
    /// First day on which it applies.
    pub from: Date,
    /// The value, in [`Parameter::unit`].
    pub value: Fraction,
    /// Unit: `dong/hour`, `dong`, `dong/page`, `minutes`, `hours` …
    pub unit: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// For an income per hour: whether it is paid to an individual, for whom no staff factor applies (Australia's Regulatory
    /// Burden Measurement; the Vietnamese method has no staff factor).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub individual: bool,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it comes from.
    pub source: String,
}
