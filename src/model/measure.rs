//! Measures (phương án cắt giảm, đơn giản hóa): proposed cuts, their kinds and their status.

use super::Kind;
use super::bounds::{Bound, PLAIN, VALUE_PARTS};
use super::noun::{
    CODE, DUE, Description, NOTE, Noun, PERSON, POSITION, PROVENANCE, Part, choice, cites, day, exact, map, owner,
    rests_on, text, texts, word,
};
use super::valid::Checks;
use super::{Fraction, Provenance, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::reform::ReformWord;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

crate::words::named! {
    /// Where a measure stands.
    MeasureStatus {
        /// Đề xuất.
        Proposed = "proposed" { vi: "đề xuất", en: "proposed" },
        /// Đã lấy ý kiến.
        Consulted = "consulted" { vi: "đã lấy ý kiến", en: "consulted" },
        /// Đã trình.
        Submitted = "submitted" { vi: "đã trình", en: "submitted" },
        /// Đã phê duyệt (decision number and date).
        Approved = "approved" { vi: "đã phê duyệt", en: "approved" },
        /// Đã thực thi (instrument number and date).
        InForce = "in_force" { vi: "đã thực thi", en: "in force" },
        /// Không được chấp thuận.
        Rejected = "rejected" { vi: "không được chấp thuận", en: "rejected" },
        /// Đã rút.
        Withdrawn = "withdrawn" { vi: "đã rút", en: "withdrawn" },
        /// Hết hiệu lực: it was in force by a document that has ended since. Told of a day, never a step of its own.
        Lapsed = "lapsed" { vi: "đã hết hiệu lực", en: "lapsed" },
    }
}

crate::words::named! {
    /// Which measures a progress figure counts. Every figure names its stage.
    Stage {
        /// Dự kiến: all that are neither rejected nor withdrawn.
        Planned = "planned" { vi: "dự kiến", en: "planned" },
        /// Đã phê duyệt: approved or in force.
        Approved = "approved" { vi: "đã phê duyệt", en: "approved" },
        /// Đã thực thi: in force.
        InForce = "in_force" { vi: "đã thực thi", en: "in force" },
    }
}

impl MeasureStatus {
    /// Whether a measure of this status counts at a stage.
    pub fn counts_at(self, stage: Stage) -> bool {
        match stage {
            Stage::Planned => !matches!(self, Self::Rejected | Self::Withdrawn | Self::Lapsed),
            Stage::Approved => matches!(self, Self::Approved | Self::InForce),
            Stage::InForce => self == Self::InForce,
        }
    }

    /// The statuses that may follow this one. A rejected or withdrawn measure may be proposed again.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[Self::Consulted, Self::Submitted, Self::Approved, Self::Rejected, Self::Withdrawn],
            Self::Consulted => &[Self::Submitted, Self::Approved, Self::Rejected, Self::Withdrawn],
            Self::Submitted => &[Self::Approved, Self::Rejected, Self::Withdrawn],
            Self::Approved => &[Self::InForce, Self::Withdrawn],
            Self::InForce => &[],
            Self::Rejected | Self::Withdrawn => &[Self::Proposed],
            Self::Lapsed => &[Self::InForce],
        }
    }

    /// Whether a measure gets there only by a document: a decision that approves it, an instrument that puts it in force.
    pub fn needs_document(self) -> bool {
        matches!(self, Self::Approved | Self::InForce)
    }
}

/// One step in the life of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusEntry {
    /// The status reached.
    pub status: MeasureStatus,
    /// The day on which it was reached.
    pub date: Date,
    /// Number of the document that shows it (the decision, the instrument).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The last day on which a measure is in force by a document that ends; nothing where it does not end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Noun for StatusEntry {
    const DESCRIPTION: &'static Description = &Description {
        name: "measure_status",
        word: word("tình trạng phương án", "status of measure"),
        keys: 2,
        alike: None,
        fields: &[
            owner("measure", "phương án", "measure").refers(&["measure"]),
            owner("id", "số thứ tự", "id"),
            POSITION,
            choice::<MeasureStatus>("status", "measure_status", "tình trạng", "status"),
            day("date", "ngày", "date"),
            cites("document", "văn bản", "document").or_none(),
            day("until", "đến hết ngày", "until").or_none(),
            NOTE,
        ],
        parts: &[],
    };
}

/// A proposed cut on one regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Code, unique in the workspace, for example `1.004222-m1`; empty until it is stored.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Code of the regulation that it cuts.
    pub regulation: String,
    /// Id of its kind; see [`MeasureKind`](crate::model::MeasureKind).
    pub kind: String,
    /// Rows that it aims at: ids of components (`c2`) or activities (`a5`); empty where the kind needs none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<String>,
    /// Values for the parameters of its kind, by name, as exact numbers in text (`"0.5"`, `"1/3"`, `"10000"`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
    /// Content of the simplification, in one sentence.
    pub title: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What shows that it can be done (the data that the state already has, a survey …).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// The provision that must change, in the order điểm – khoản – Điều.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
    /// Number of the instrument that must change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// Who may change it (Quốc hội, Chính phủ, Bộ trưởng …).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Level of the instrument that must change (see [`super::InstrumentLevel`]), where the number of the instrument or the kind
    /// of measure does not tell it rightly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// How hard it is beside a usual change at its level (1 is as usual); takes the place of the weight of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Fraction>,
    /// The provision as it reads.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub current_text: String,
    /// The provision as proposed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proposed_text: String,
    /// Person responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How sure its figures are; an example says so.
    pub provenance: Provenance,
    /// A remark, for example that the texts are an example.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Its life, oldest first, never empty once stored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<StatusEntry>,
}

impl Noun for Measure {
    const DESCRIPTION: &'static Description = &Description {
        name: "measure",
        word: word("phương án", "measure"),
        keys: 1,
        alike: Some(&["regulation", "kind", "title", "targets"]),
        fields: &[
            CODE.or_empty(),
            rests_on(Kind::Regulation, "regulation", "quy định", "regulation"),
            rests_on(Kind::MeasureKind, "kind", "loại", "kind"),
            texts("targets", "áp dụng cho", "applies to").or_empty().refers(&["component", "activity"]),
            map("values", "giá trị", "values").or_empty(),
            text("title", "nội dung", "title"),
            text("reason", "lý do", "reason").or_empty(),
            text("evidence", "căn cứ", "evidence").or_empty(),
            text("provision", "điều khoản", "provision").or_none(),
            cites("instrument", "văn bản", "instrument").or_none(),
            text("authority", "thẩm quyền", "authority").or_none(),
            rests_on(Kind::InstrumentLevel, "level", "cấp văn bản", "level").or_none(),
            exact("weight", "hệ số khó", "complexity factor", PLAIN).or_none(),
            text("current_text", "quy định hiện hành", "current text").long().or_empty(),
            text("proposed_text", "quy định đề xuất", "proposed text").long().or_empty(),
            PERSON,
            DUE.or_none(),
            PROVENANCE,
            NOTE,
        ],
        parts: &[Part { key: "statuses", of: StatusEntry::DESCRIPTION, single: false }],
    };
}

impl Measure {
    /// A new measure that says nothing yet but what it is: proposed on a day, its figures assumptions.
    pub fn proposed(regulation: &str, kind: &str, day: Date) -> Self {
        Self {
            code: String::new(),
            regulation: regulation.to_owned(),
            kind: kind.to_owned(),
            targets: Vec::new(),
            values: BTreeMap::new(),
            title: String::new(),
            reason: String::new(),
            evidence: String::new(),
            provision: None,
            instrument: None,
            authority: None,
            level: None,
            weight: None,
            current_text: String::new(),
            proposed_text: String::new(),
            person: None,
            due: None,
            provenance: Provenance::Assumption,
            note: String::new(),
            statuses: vec![StatusEntry {
                status: MeasureStatus::Proposed,
                date: day,
                document: None,
                until: None,
                note: String::new(),
            }],
        }
    }

    /// The status on a day: the last that had been reached by then; nothing before the first. What was in force by a document that has ended has
    /// lapsed, unless a later step makes it last.
    pub fn status_on(&self, day: Date) -> Option<MeasureStatus> {
        self.step_on(day).map(|step| if step.has_ended(day) { MeasureStatus::Lapsed } else { step.status })
    }

    /// The last step that had been taken by a day.
    pub fn step_on(&self, day: Date) -> Option<&StatusEntry> {
        self.statuses.iter().filter(|step| step.date <= day).max_by_key(|step| step.date)
    }

    /// Whether it was rejected or withdrawn, whatever the date.
    pub fn is_dropped(&self) -> bool {
        self.status().is_some_and(|status| !status.counts_at(Stage::Planned))
    }

    /// The latest status, whatever its date.
    pub fn status(&self) -> Option<MeasureStatus> {
        self.statuses.last().map(|s| s.status)
    }
}

/// A measure by itself: a title, no target twice, a weight of zero or more, and statuses that follow each other by day and by status, with a
/// document where it was approved or carried out. What its kind asks for is looked at by [`MeasureKind::check_measure`](crate::model::MeasureKind::check_measure).
impl Valid for Measure {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("regulation"), &self.regulation);
        if !self.code.is_empty() {
            checks.code(Way::to("code"), &self.code);
        }
        checks.add(Way::to("title"), self.title.trim().is_empty().then(|| ReformWord::NoTitle.said(&[])));
        checks.once(self.targets.iter().map(String::as_str), |at| Way::to("targets").at(at));
        if let Some(weight) = self.weight {
            checks.number(Way::to("weight"), weight, Bound::exact(PLAIN, VALUE_PARTS));
        }
        checks.day(Way::to("due"), self.due);
        let mut before: Option<&StatusEntry> = None;
        for (at, step) in self.statuses.iter().enumerate() {
            let way = |field: &str| Way::to("statuses").at(at).field(field);
            checks.day(way("date"), Some(step.date));
            checks.day(way("until"), step.until);
            checks.order(way("until"), step.until, "date", Some(step.date));
            for (field, said) in step.wrong_after(before) {
                checks.add(way(field), Some(said));
            }
            before = Some(step);
        }
        checks.done()
    }
}
