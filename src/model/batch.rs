//! A batch of nouns on its way from a file into the workspace, or out of it.

use super::valid::Checks;
use super::{
    Activity, Agency, Assignment, Baseline, Campaign, Directive, Indicator, Instrument, InstrumentLevel,
    InstrumentVersion, LinkedService, Measure, MeasureKind, Parameter, Procedure, Programme, Regulation, Scenario,
    StateData, Uncertainty,
};
use super::{Valid, Way, Wrong};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What one file holds. A batch enriches: an empty field or list in it never blanks what the workspace has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Batch {
    /// Agencies.
    #[serde(rename = "agency", skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<Agency>,
    /// Instruments.
    #[serde(rename = "instrument", skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<Instrument>,
    /// Texts of instruments.
    #[serde(rename = "instrument_version", skip_serializing_if = "Vec::is_empty")]
    pub instrument_versions: Vec<InstrumentVersion>,
    /// Regulations that are no procedures.
    #[serde(rename = "regulation", skip_serializing_if = "Vec::is_empty")]
    pub regulations: Vec<Regulation>,
    /// Procedures.
    #[serde(rename = "procedure", skip_serializing_if = "Vec::is_empty")]
    pub procedures: Vec<Procedure>,
    /// Cost sheets.
    #[serde(rename = "sheet", skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<Sheet>,
    /// Kinds of measure.
    #[serde(rename = "measure_kind", skip_serializing_if = "Vec::is_empty")]
    pub measure_kinds: Vec<MeasureKind>,
    /// Measures.
    #[serde(rename = "measure", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Programmes with their targets.
    #[serde(rename = "programme", skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    /// Parameters.
    #[serde(rename = "parameter", skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// Linked services.
    #[serde(rename = "linked_service", skip_serializing_if = "Vec::is_empty")]
    pub linked_services: Vec<LinkedService>,
    /// Public holidays.
    #[serde(rename = "holiday", skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
    /// Levels of instruments.
    #[serde(rename = "instrument_level", skip_serializing_if = "Vec::is_empty")]
    pub instrument_levels: Vec<InstrumentLevel>,
    /// Scenarios.
    #[serde(rename = "scenario", skip_serializing_if = "Vec::is_empty")]
    pub scenarios: Vec<Scenario>,
    /// What is uncertain, and how.
    #[serde(rename = "uncertainty", skip_serializing_if = "Vec::is_empty")]
    pub uncertainties: Vec<Uncertainty>,
    /// Data that the state already holds.
    #[serde(rename = "state_data", skip_serializing_if = "Vec::is_empty")]
    pub state_data: Vec<StateData>,
    /// Directives.
    #[serde(rename = "directive", skip_serializing_if = "Vec::is_empty")]
    pub directives: Vec<Directive>,
    /// Assignments.
    #[serde(rename = "assignment", skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// Review campaigns.
    #[serde(rename = "campaign", skip_serializing_if = "Vec::is_empty")]
    pub campaigns: Vec<Campaign>,
    /// Indicators.
    #[serde(rename = "indicator", skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// Frozen baselines of programmes.
    #[serde(rename = "baseline", skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<Baseline>,
}

/// The cost sheet of one regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Code of the regulation.
    pub regulation: String,
    /// Rows in order.
    #[serde(rename = "activity")]
    pub activities: Vec<Activity>,
}

/// A day off that is not a Saturday or Sunday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: String,
    /// Whether the day is announced (`official`) or expected (`assumption`).
    pub provenance: super::Provenance,
}

/// A sheet by itself: each row, and no id twice.
impl Valid for Sheet {
    fn check(&self) -> Vec<Wrong> {
        check_rows(&self.activities)
    }
}

/// What is wrong with the rows of a cost sheet by themselves; empty when all is well.
pub fn check_rows(activities: &[Activity]) -> Vec<Wrong> {
    let mut checks = Checks::default();
    checks.once(activities.iter().map(|row| row.id.as_str()), |at| Way::to("activity").at(at).field("id"));
    for (at, row) in activities.iter().enumerate() {
        checks.under(&Way::to("activity").at(at), row.check());
    }
    checks.done()
}

/// A holiday by itself: a year from 1900 to 2200, and a name.
impl Valid for Holiday {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.day(Way::to("date"), Some(self.date));
        checks.given(Way::to("name"), &self.name);
        checks.done()
    }
}
