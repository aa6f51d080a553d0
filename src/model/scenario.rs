//! Scenarios (kịch bản): named sets of measures over a baseline.

use super::valid::Checks;
use super::{Valid, Way, Wrong};
use serde::{Deserialize, Serialize};

/// A named set of measures. Its figures are computed when they are asked for; none is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name.
    pub name: String,
    /// The programme over whose baseline it stands; the living catalogue when nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// Codes of its measures, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// A remark, for example the scenario that it varies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The question that it answers, in TOML, when it was found by `scenario solve`; empty when a person put it together.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub problem: String,
}

impl Valid for Scenario {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("code"), &self.code);
        checks.done()
    }
}
