//! Regulations (quy định): the unit that targets count.

use super::valid::Checks;
use super::{Provenance, Valid, Way, Wrong};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

super::named! {
    /// What kind of regulation it is.
    RegulationKind {
        /// Thủ tục hành chính.
        Procedure = "procedure",
        /// Yêu cầu, điều kiện.
        Condition = "condition",
        /// Chế độ báo cáo.
        Report = "report",
        /// Tiêu chuẩn, quy chuẩn.
        Standard = "standard",
        /// Kiểm tra chuyên ngành.
        Inspection = "inspection",
    }
}

super::named! {
    /// Whether it applies.
    RegulationStatus {
        /// It applies.
        InForce = "in_force",
        /// It was repealed or expired.
        Repealed = "repealed",
    }
}

/// A regulation of any kind. A procedure has further parts; see [`super::Procedure`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    /// Code, unique in the workspace; for a procedure the national code `N.NNNNNN`.
    pub code: String,
    /// Kind.
    pub kind: RegulationKind,
    /// Name.
    pub name: String,
    /// Code of the agency that issued it and answers for its reform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Field (lĩnh vực).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Number of the decision that announced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Whether it applies.
    #[serde(default = "in_force")]
    pub status: RegulationStatus,
    /// First day on which it applied, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Whether it is done wholly electronically (reports: chế độ báo cáo điện tử).
    #[serde(default)]
    pub electronic: bool,
    /// How sure the facts are.
    pub provenance: Provenance,
    /// Where they come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

fn in_force() -> RegulationStatus {
    RegulationStatus::InForce
}

/// A regulation needs a code. Its agency may be one that the catalogue does not know: lists of provinces name agencies of their own.
impl Valid for Regulation {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.done()
    }
}
