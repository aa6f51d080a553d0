//! Regulations (quy định): the unit that targets count.

use super::Kind;
use super::noun::{CODE, Description, NAME, Noun, PROVENANCE, SOURCE, choice, cites, code_of, day, flag, text, word};
use super::valid::Checks;
use super::{Provenance, Valid, Way, Wrong};
use crate::text::fold;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// What kind of regulation it is.
    RegulationKind {
        /// Thủ tục hành chính.
        Procedure = "procedure" { vi: "thủ tục hành chính", en: "procedure", short: "thủ tục" / "procedure" },
        /// Yêu cầu, điều kiện.
        Condition = "condition" { vi: "yêu cầu, điều kiện", en: "condition", short: "điều kiện" / "condition" },
        /// Chế độ báo cáo.
        Report = "report" { vi: "chế độ báo cáo", en: "report", short: "báo cáo" / "report" },
        /// Tiêu chuẩn, quy chuẩn.
        Standard = "standard" { vi: "tiêu chuẩn, quy chuẩn", en: "standard", short: "tiêu chuẩn" / "standard" },
        /// Kiểm tra chuyên ngành.
        Inspection = "inspection" { vi: "kiểm tra chuyên ngành", en: "inspection", short: "kiểm tra" / "inspection" },
    }
}

crate::words::named! {
    /// Whether it applies.
    RegulationStatus {
        /// It applies.
        InForce = "in_force" { vi: "đang áp dụng", en: "in force" },
        /// It was repealed or expired.
        Repealed = "repealed" { vi: "hết hiệu lực", en: "repealed" },
    }
}

crate::words::named! {
    /// Whom a regulation concerns, for programmes that cover business only.
    Concerns {
        /// Sản xuất, kinh doanh.
        Business = "business" { vi: "hoạt động sản xuất, kinh doanh", en: "business" },
        /// Only people in their own affairs.
        People = "people" { vi: "người dân", en: "people" },
    }
}

/// Those who comply as businesses, as records name them, without marks.
const BUSINESSES: [&str; 4] = ["doanh nghiep", "hop tac xa", "ho kinh doanh", "to chuc kinh te"];

/// Whom a regulation concerns as far as its record tells, with the words that tell it: a procedure business where businesses are among those who
/// comply, what is no procedure always, for conditions, reports, standards and inspections are those of business. Nothing of a procedure whose
/// record names nobody.
pub fn concerns_by<'a>(
    kind: RegulationKind,
    addressees: impl IntoIterator<Item = &'a str>,
) -> Option<(Concerns, Option<&'a str>)> {
    if kind != RegulationKind::Procedure {
        return Some((Concerns::Business, None));
    }
    let mut first = None;
    for named in addressees {
        let plain = fold(named.trim());
        if BUSINESSES.iter().any(|business| plain.starts_with(business)) {
            return Some((Concerns::Business, Some(named)));
        }
        first = first.or(Some(named).filter(|named| !named.trim().is_empty()));
    }
    first.map(|named| (Concerns::People, Some(named)))
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
    /// Whom it concerns, where an officer said so; else it is as the record tells ([`concerns_by`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Concerns>,
    /// How sure the facts are.
    pub provenance: Provenance,
    /// Where they come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Noun for Regulation {
    const DESCRIPTION: &'static Description = &Description {
        name: "regulation",
        word: word("quy định", "regulation"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            choice::<RegulationKind>("kind", "regulation_kind", "loại", "kind"),
            NAME,
            code_of(Kind::Agency, "agency", "cơ quan", "agency").or_none(),
            text("field", "lĩnh vực", "field").or_none(),
            cites("decision", "quyết định công bố", "decision").or_none(),
            choice::<RegulationStatus>("status", "regulation_status", "tình trạng", "status"),
            day("from", "từ ngày", "from").or_none(),
            flag("electronic", "thực hiện điện tử", "electronic"),
            choice::<Concerns>("concerns", "concerns", "liên quan đến", "concerns").or_none(),
            PROVENANCE,
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
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
