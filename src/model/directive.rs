//! Directives (chỉ đạo) and the assignments (nhiệm vụ) into which they are broken.

use super::Kind;
use super::noun::{
    CODE, DUE, Description, Field, NAME, NAME_EN, NOTE, Noun, PERSON, SOURCE, choice, cites, code_of, day, list,
    rests_on, rests_on_all, text, texts, word,
};
use super::valid::Checks;
use super::{Valid, Way, Wrong};
use crate::text::{Lang, date};
use crate::words::assign::AssignWord as Say;
use crate::words::in_language;
use crate::words::measure::MeasureWord;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message, Result, typed};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A directive: the conclusion of a conference, a decision or an official letter that gives assignments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directive {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The day on which it was given.
    pub date: Date,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Number of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Noun for Directive {
    const DESCRIPTION: &'static Description = &Description {
        name: "directive",
        word: word("chỉ đạo", "directive"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            NAME,
            NAME_EN.or_none(),
            day("date", "ngày", "date"),
            code_of(Kind::Agency, "issuer", "cơ quan ban hành", "issuer").or_none(),
            cites("document", "văn bản", "document").or_none(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

crate::words::named! {
    /// Where an assignment stands with one agency. Being late is no status: it follows from the due date and the day.
    AssignmentStatus {
        /// Chưa thực hiện.
        Open = "open" { vi: "chưa thực hiện", en: "open" },
        /// Đang thực hiện.
        UnderWay = "under_way" { vi: "đang thực hiện", en: "under way" },
        /// Hoàn thành.
        Done = "done" { vi: "hoàn thành", en: "done" },
        /// Không còn phải thực hiện.
        Cancelled = "cancelled" { vi: "không còn phải thực hiện", en: "cancelled" },
    }
}

impl AssignmentStatus {
    /// The statuses that may follow this one. What is done may be found unfinished; what was cancelled may be taken up again.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Open => &[Self::UnderWay, Self::Done, Self::Cancelled],
            Self::UnderWay => &[Self::Done, Self::Cancelled, Self::Open],
            Self::Done => &[Self::UnderWay],
            Self::Cancelled => &[Self::Open, Self::UnderWay],
        }
    }
}

/// A step in the life of an assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentStep {
    /// The agency whose part it is; all that lead, when nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The status reached.
    pub status: AssignmentStatus,
    /// The day on which it was reached.
    pub date: Date,
    /// What shows it: a document, an address, a figure.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// An assignment: who leads, who co-operates, what is due, by when, and how one sees that it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Code, unique in the workspace.
    pub code: String,
    /// Code of the directive that gives it.
    pub directive: String,
    /// What is to be done, in Vietnamese.
    pub title: String,
    /// What is to be done, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// Who leads: codes of agencies, or `ministries`, `provinces` for every agency of that kind, each of which then owes it.
    pub leads: Vec<String>,
    /// Who co-operates: codes of agencies, `ministries`, `provinces`, or names of bodies outside the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cooperating: Vec<String>,
    /// What is due, and how one sees that it is done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub deliverable: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Person responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Its life, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<AssignmentStep>,
}

const STEP: &[Field] = &[
    rests_on(Kind::Agency, "agency", "cơ quan", "agency").or_none(),
    choice::<AssignmentStatus>("status", "assignment_status", "tình trạng", "status"),
    day("date", "ngày", "date"),
    text("evidence", "căn cứ", "evidence").or_empty(),
    NOTE,
];

impl Assignment {
    /// What is to be done in one language; in Vietnamese where it is not said in English.
    pub fn title_in(&self, lang: Lang) -> &str {
        in_language(&self.title, &self.title_en, lang)
    }
}

impl Noun for Assignment {
    const DESCRIPTION: &'static Description = &Description {
        name: "assignment",
        word: word("nhiệm vụ", "assignment"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            rests_on(Kind::Directive, "directive", "chỉ đạo", "directive"),
            text("title", "nội dung", "title"),
            text("title_en", "nội dung (tiếng Anh)", "title in English").or_none(),
            rests_on_all(Kind::Agency, "leads", "cơ quan chủ trì", "leads"),
            texts("cooperating", "cơ quan phối hợp", "cooperating").or_empty(),
            text("deliverable", "sản phẩm", "deliverable").or_empty(),
            DUE.or_none(),
            PERSON,
            NOTE,
            SOURCE.or_empty(),
            list("steps", STEP, "trình tự thực hiện", "steps").or_empty(),
        ],
        parts: &[],
    };
}

impl Assignment {
    /// Takes a step in its life, or in the part of the agency that the step names. `leads` are the agencies that lead, each by its
    /// code. Parts of a whole that stand at the status already are no hindrance to the others.
    ///
    /// # Errors
    /// Usage: the status cannot follow the last one, the step lies before it, or what is done is not shown.
    pub fn advance(&mut self, leads: &[String], step: AssignmentStep) -> Result<()> {
        let part = step.agency.as_deref();
        for lead in leads.iter().filter(|lead| part.is_none_or(|agency| agency == *lead)) {
            let of_lead = self.steps.iter().filter(|s| s.agency.as_deref().is_none_or(|agency| agency == lead));
            let last = of_lead.max_by_key(|s| s.date);
            let (is, since) = last.map_or((AssignmentStatus::Open, None), |last| (last.status, Some(last.date)));
            if !(is.next().contains(&step.status) || (is == step.status && part.is_none() && leads.len() > 1)) {
                let next = |lang| is.next().iter().map(|status| typed(*status, lang)).collect::<Vec<_>>().join(", ");
                let said = |lang| vec![typed(step.status, lang), typed(is, lang), next(lang)];
                return Err(Fault::usage(MeasureWord::CannotFollow.said_by(said)));
            }
            if let Some(since) = since.filter(|since| step.date < *since) {
                let said = |lang| vec![date::short(step.date, lang), date::short(since, lang)];
                return Err(Fault::usage(MeasureWord::Backwards.said_by(said)));
            }
        }
        if step.status == AssignmentStatus::Done && step.evidence.is_empty() {
            return Err(Fault::usage(Say::NeedsEvidence.said(&[])));
        }
        self.steps.push(step);
        Ok(())
    }
}

impl Valid for Directive {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.day(Way::to("date"), Some(self.date));
        checks.done()
    }
}

/// An assignment by itself: nobody leads twice, and with each agency the steps follow each other by day and by status.
impl Valid for Assignment {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.day(Way::to("due"), self.due);
        checks.once(self.leads.iter().map(String::as_str), |at| Way::to("leads").at(at));
        for (at, step) in self.steps.iter().enumerate() {
            let way = |field: &str| Way::to("steps").at(at).field(field);
            checks.day(way("date"), Some(step.date));
            let before = self.steps.iter().take(at).rev().find(|before| before.agency == step.agency);
            if let Some(before) = before {
                checks.order(way("date"), Some(step.date), "date", Some(before.date));
                let may = before.status.next().contains(&step.status);
                let said = || ValidWord::CannotFollow.said(&[&step.status, &before.status]);
                checks.add(way("status"), (!may).then(said));
            }
        }
        checks.done()
    }
}
