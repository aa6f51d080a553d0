//! Linked services (dịch vụ liên thông): procedures done as one, and the work that is then done once.

use super::Kind;
use super::bounds::{Bound, TIMES, TIMES_PARTS};
use super::noun::{
    CODE, Description, Field, NAME, NAME_EN, Noun, SOURCE, choice, code_of, exact, list, rests_on_all, text, word,
};
use super::valid::Checks;
use super::{Fraction, TimeUnit, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::valid::ValidWord;
use serde::{Deserialize, Serialize};

/// Procedures done as one (liên thông).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkedService {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Codes of the procedures, in the order in which they are done.
    pub members: Vec<String>,
    /// Work that is done once when they are done as one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<SharedWork>,
    /// How long it may take, as a whole and member by member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<LinkedLimit>,
    /// How many of those who comply do them as one, in percent; all when nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uptake: Option<Fraction>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

const ROW: &[Field] = &[
    code_of(Kind::Regulation, "regulation", "quy định", "regulation"),
    text("row", "dòng bảng tính", "row").refers(&["activity"]),
];

const SHARED: &[Field] = &[NAME, list("rows", ROW, "các dòng bảng tính", "rows"), SOURCE.or_empty()];

const LIMIT: &[Field] = &[
    code_of(Kind::Regulation, "regulation", "quy định", "regulation").or_none(),
    exact("amount", "thời hạn", "time limit", TIMES),
    choice::<TimeUnit>("unit", "time_unit", "đơn vị", "unit"),
    text("condition", "điều kiện", "condition").or_empty(),
];

impl Noun for LinkedService {
    const DESCRIPTION: &'static Description = &Description {
        name: "linked_service",
        word: word("dịch vụ liên thông", "linked service"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            NAME,
            NAME_EN.or_none(),
            rests_on_all(Kind::Regulation, "members", "thủ tục thành viên", "members"),
            list("shared", SHARED, "công việc chung", "shared work").or_empty(),
            list("limits", LIMIT, "thời hạn", "time limits").or_empty(),
            exact("uptake", "tỷ lệ dùng", "uptake", 100).or_none(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

/// How long a linked service, or one of its members, may take in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkedLimit {
    /// Code of the member; nothing for the service as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regulation: Option<String>,
    /// How many of the unit.
    pub amount: Fraction,
    /// The unit.
    pub unit: TimeUnit,
    /// For what it holds; empty where nothing is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
}

/// Work that procedures of a linked service have in common: rows of their cost sheets that are the same work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedWork {
    /// What it is.
    pub name: String,
    /// The rows; of those that fall to one person or firm the costliest is counted, the others are saved.
    pub rows: Vec<SharedRow>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A row of the cost sheet of a member.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedRow {
    /// Code of the member.
    pub regulation: String,
    /// Id of the row.
    pub row: String,
}

/// A linked service by itself: no member is named twice or is the service, shared rows and limits are those of members, the uptake is 0 to 100 %.
impl Valid for LinkedService {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.once(self.members.iter().map(String::as_str), |at| Way::to("members").at(at));
        for (at, member) in self.members.iter().enumerate() {
            checks.add(Way::to("members").at(at), (*member == self.code).then(|| ValidWord::OfItself.said(&[member])));
        }
        for (work, shared) in self.shared.iter().enumerate() {
            let way = |at: usize| Way::to("shared").at(work).field("rows").at(at);
            for (at, row) in shared.rows.iter().enumerate() {
                let known = self.members.contains(&row.regulation);
                let said = || ValidWord::NoMember.said(&[&row.regulation, &self.members.join(", ")]);
                checks.add(way(at).field("regulation"), (!known).then(said));
                let twice = shared.rows.iter().take(at).any(|before| before == row);
                let said = || ValidWord::Twice.said(&[&format_args!("{} {}", row.regulation, row.row)]);
                checks.add(way(at).field("row"), twice.then(said));
            }
        }
        for (at, limit) in self.limits.iter().enumerate() {
            let way = |field: &str| Way::to("limits").at(at).field(field);
            checks.number(way("amount"), limit.amount, Bound::exact(TIMES, TIMES_PARTS));
            let other = limit.regulation.as_ref().filter(|code| !self.members.contains(code));
            let said = other.map(|code| ValidWord::NoMember.said(&[code, &self.members.join(", ")]));
            checks.add(way("regulation"), said);
        }
        if let Some(uptake) = self.uptake {
            checks.number(Way::to("uptake"), uptake, Bound::SHARE);
        }
        checks.done()
    }
}
