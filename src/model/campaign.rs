//! Review campaigns (đợt rà soát): a set of instruments, a trigger, and an outcome for each.

use super::Kind;
use super::noun::{
    CODE, DUE, Description, Field, NAME, NAME_EN, Noun, PERSON, SOURCE, choice, cites, day, list, rests_on, text,
    texts, word,
};
use super::valid::Checks;
use super::{Valid, Way, Wrong};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// What a review found for an instrument.
    Outlook {
        /// Giữ nguyên.
        Keep = "keep" { vi: "giữ nguyên", en: "keep" },
        /// Sửa đổi, bổ sung.
        Amend = "amend" { vi: "sửa đổi, bổ sung", en: "amend" },
        /// Bãi bỏ.
        Repeal = "repeal" { vi: "bãi bỏ", en: "repeal" },
        /// Thay thế.
        Replace = "replace" { vi: "thay thế", en: "replace" },
    }
}

/// An instrument under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// Number of the instrument.
    pub instrument: String,
    /// What was found; nothing while it is under review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outlook>,
    /// The day of the outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Person responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Codes of the measures that carry the outcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A review campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Code of the assignment that it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<String>,
    /// What set it off: a new law, a platform, a source of data.
    pub trigger: String,
    /// Code of the agency that leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The instruments under review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<Reviewed>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

const REVIEWED: &[Field] = &[
    cites("instrument", "văn bản", "instrument"),
    choice::<Outlook>("outcome", "outlook", "kết quả", "outcome").or_none(),
    day("date", "ngày", "date").or_none(),
    PERSON,
    texts("measures", "các phương án", "measures").or_empty().refers(&["measure"]),
    text("reason", "lý do", "reason").or_empty(),
];

impl Noun for Campaign {
    const DESCRIPTION: &'static Description = &Description {
        name: "campaign",
        word: word("đợt rà soát", "review campaign"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            NAME,
            NAME_EN.or_none(),
            rests_on(Kind::Assignment, "assignment", "nhiệm vụ", "assignment").or_none(),
            text("trigger", "lý do rà soát", "trigger"),
            rests_on(Kind::Agency, "lead", "cơ quan chủ trì", "lead").or_none(),
            DUE.or_none(),
            list("instruments", REVIEWED, "các văn bản", "instruments").or_empty(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

impl Valid for Campaign {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.day(Way::to("due"), self.due);
        let numbers = self.instruments.iter().map(|reviewed| reviewed.instrument.as_str());
        checks.once(numbers, |at| Way::to("instruments").at(at).field("instrument"));
        checks.done()
    }
}
