//! Who owes what, since when: open assignments, measures that are due, and instruments under review, on a day.
//!
//! An assignment that `ministries` or `provinces` lead is owed by every agency of that kind, each for its own part. A measure is
//! owed by the agency of its regulation once it has a due date or is approved, until it is in force, rejected or withdrawn. An
//! instrument under review is owed by the agency that leads the campaign, until it has an outcome and, where the outcome is to
//! amend, repeal or replace, a measure that carries it.

use crate::model::instrument::printed_number;
use crate::model::{
    Agency, AgencyKind, Assignment, AssignmentStatus, Calendar, Campaign, Directive, MINISTRIES, Measure,
    MeasureStatus, Outlook, PROVINCES, Reviewed, StatusEntry,
};
use crate::text::{Lang, date};
use crate::words::assign::AssignWord;
use crate::words::{Message, Said};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

crate::words::named! {
    /// What kind of thing is owed.
    DebtKind {
        /// Nhiệm vụ.
        Assignment = "assignment" { vi: "nhiệm vụ", en: "assignment" },
        /// Phương án.
        Measure = "measure" { vi: "phương án", en: "measure" },
        /// Văn bản đang rà soát.
        Review = "review" { vi: "rà soát", en: "review" },
    }
}

crate::words::named! {
    /// Where a review stands that is owed.
    ReviewStanding {
        /// The instrument has no outcome.
        UnderReview = "under_review" { vi: "đang rà soát", en: "under review" },
        /// No measure carries its outcome.
        WithoutMeasure = "without_measure" { vi: "chưa có phương án", en: "no measure yet" },
    }
}

/// Where what is owed stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An assignment, with its status.
    Assignment(AssignmentStatus),
    /// A measure, with its status.
    Measure(MeasureStatus),
    /// An instrument without an outcome.
    UnderReview,
    /// An instrument whose outcome no measure carries.
    WithoutMeasure(Outlook),
}

impl Standing {
    /// The stable name, as printed in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Assignment(status) => status.name(),
            Self::Measure(status) => status.name(),
            Self::UnderReview => ReviewStanding::UnderReview.name(),
            Self::WithoutMeasure(_) => ReviewStanding::WithoutMeasure.name(),
        }
    }

    /// The word in one language, in lower case.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Assignment(status) => status.word(lang),
            Self::Measure(status) => status.word(lang),
            Self::UnderReview => ReviewStanding::UnderReview.word(lang),
            Self::WithoutMeasure(_) => ReviewStanding::WithoutMeasure.word(lang),
        }
    }
}

/// Something that an agency owes on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debt {
    /// What kind of thing it is.
    pub kind: DebtKind,
    /// Code of the assignment, measure or campaign.
    pub code: String,
    /// Of a review, the number of the instrument; of a measure, the code of its regulation.
    pub item: Option<String>,
    /// What is to be done.
    pub what: Said,
    /// Code of the agency that owes it, where it is known.
    pub agency: Option<String>,
    /// Who co-operates.
    pub cooperating: Vec<String>,
    /// Person responsible.
    pub person: Option<String>,
    /// Where it stands.
    pub standing: Standing,
    /// Since when it stands there; nothing where that is not known.
    pub since: Option<Date>,
    /// By when it is due.
    pub due: Option<Date>,
    /// Working days that it is late; zero while it is not late.
    pub days_late: u32,
}

impl Debt {
    /// Whether it is late: the end of its term has passed.
    pub fn is_late(&self) -> bool {
        self.days_late > 0
    }
}

/// What must be known to tell who owes what.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// The agencies of the workspace.
    pub agencies: Vec<Agency>,
    /// Directives.
    pub directives: Vec<Directive>,
    /// Assignments.
    pub assignments: Vec<Assignment>,
    /// Review campaigns.
    pub campaigns: Vec<Campaign>,
    /// Measures.
    pub measures: Vec<Measure>,
    /// The agency of each regulation, by code; those without one are left out.
    pub regulations: HashMap<String, String>,
    /// The working days.
    pub calendar: Calendar,
}

impl Ledger {
    /// The day on which a directive was given.
    pub fn given(&self, directive: &str) -> Option<Date> {
        self.directives.iter().find(|d| d.code == directive).map(|d| d.date)
    }
}

/// Names that stand for every agency of a kind among leads.
pub const GROUPS: [&str; 2] = [MINISTRIES, PROVINCES];

/// The agencies that a list of leads means: codes stay, `ministries` is every ministry and ministerial body, `provinces` every
/// province. Each is named once, in the order of the list.
pub fn bearers(leads: &[String], agencies: &[Agency]) -> Vec<String> {
    let kinds = |lead: &str| match lead {
        MINISTRIES => Some([AgencyKind::Ministry, AgencyKind::MinisterialBody].as_slice()),
        PROVINCES => Some([AgencyKind::Province].as_slice()),
        _ => None,
    };
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for lead in leads {
        let meant: Vec<&str> = match kinds(lead) {
            Some(kinds) => agencies.iter().filter(|a| kinds.contains(&a.kind)).map(|a| a.code.as_str()).collect(),
            None => vec![lead],
        };
        out.extend(meant.into_iter().filter(|code| seen.insert((*code).to_owned())).map(str::to_owned));
    }
    out
}

/// Where the part of an agency in an assignment stands on a day, and since when: the last step by then that is its own or of all
/// that lead. Without one it is open, since the day of the directive.
pub fn part_on(
    assignment: &Assignment,
    agency: &str,
    given: Option<Date>,
    day: Date,
) -> (AssignmentStatus, Option<Date>) {
    let mine = |step: &&crate::model::AssignmentStep| {
        step.date <= day && step.agency.as_deref().is_none_or(|whose| whose == agency)
    };
    match assignment.steps.iter().filter(mine).max_by_key(|step| step.date) {
        Some(step) => (step.status, Some(step.date)),
        None => (AssignmentStatus::Open, given),
    }
}

/// Where an assignment stands as a whole on a day: done or cancelled once every agency that leads has done its part or need not,
/// open while none has begun, under way in between.
pub fn whole_on(assignment: &Assignment, ledger: &Ledger, day: Date) -> AssignmentStatus {
    use AssignmentStatus::{Cancelled, Done, Open, UnderWay};
    let given = ledger.given(&assignment.directive);
    let leads = bearers(&assignment.leads, &ledger.agencies);
    let parts: Vec<AssignmentStatus> = leads.iter().map(|lead| part_on(assignment, lead, given, day).0).collect();
    let all = |wanted: &[AssignmentStatus]| !parts.is_empty() && parts.iter().all(|part| wanted.contains(part));
    match () {
        () if all(&[Cancelled]) => Cancelled,
        () if all(&[Done, Cancelled]) => Done,
        () if parts.is_empty() || all(&[Open, Cancelled]) => Open,
        () => UnderWay,
    }
}

/// The outcome of a review that was known on a day; what has no day was known always.
pub fn outcome_on(reviewed: &Reviewed, day: Date) -> Option<Outlook> {
    reviewed.outcome.filter(|_| reviewed.date.is_none_or(|date| date <= day))
}

/// Whether an outcome asks for a measure, and none is named.
pub fn lacks_measure(reviewed: &Reviewed, day: Date) -> bool {
    outcome_on(reviewed, day).is_some_and(|outcome| outcome != Outlook::Keep) && reviewed.measures.is_empty()
}

/// All that is owed on a day, by agency (those that are not known last), then what is due first (without a due date last), then
/// by kind and code.
pub fn owes(ledger: &Ledger, day: Date) -> Vec<Debt> {
    let given_by = |code: Option<&str>| {
        let assignment = code.and_then(|code| ledger.assignments.iter().find(|a| a.code == code))?;
        ledger.given(&assignment.directive)
    };
    let mut debts = Vec::new();
    for assignment in &ledger.assignments {
        let given = ledger.given(&assignment.directive);
        if given.is_none_or(|given| given <= day) {
            assignment_debts(ledger, assignment, given, day, &mut debts);
        }
    }
    debts.extend(ledger.measures.iter().filter_map(|measure| measure_debt(ledger, measure, day)));
    for campaign in &ledger.campaigns {
        let given = given_by(campaign.assignment.as_deref());
        if given.is_none_or(|given| given <= day) {
            debts
                .extend(campaign.instruments.iter().filter_map(|item| review_debt(ledger, campaign, item, given, day)));
        }
    }
    debts.sort_by(|a, b| order(a).cmp(&order(b)));
    debts
}

fn order(debt: &Debt) -> impl Ord + '_ {
    (debt.agency.is_none(), &debt.agency, debt.due.is_none(), debt.due, debt.kind, &debt.code, &debt.item)
}

fn assignment_debts(ledger: &Ledger, assignment: &Assignment, given: Option<Date>, day: Date, out: &mut Vec<Debt>) {
    for agency in bearers(&assignment.leads, &ledger.agencies) {
        let (status, since) = part_on(assignment, &agency, given, day);
        if matches!(status, AssignmentStatus::Done | AssignmentStatus::Cancelled) {
            continue;
        }
        out.push(Debt {
            kind: DebtKind::Assignment,
            code: assignment.code.clone(),
            item: None,
            what: Said::by(|lang| assignment.title_in(lang)),
            agency: Some(agency),
            cooperating: assignment.cooperating.clone(),
            person: assignment.person.clone(),
            standing: Standing::Assignment(status),
            since,
            due: assignment.due,
            days_late: late(ledger, assignment.due, day),
        });
    }
}

fn measure_debt(ledger: &Ledger, measure: &Measure, day: Date) -> Option<Debt> {
    let step = measure.step_on(day)?;
    if let (MeasureStatus::InForce, Some(until)) = (step.status, step.until) {
        return Some(lasting_debt(ledger, measure, step, until, day));
    }
    let over = matches!(step.status, MeasureStatus::InForce | MeasureStatus::Rejected | MeasureStatus::Withdrawn);
    if over || (measure.due.is_none() && step.status != MeasureStatus::Approved) {
        return None;
    }
    Some(Debt {
        kind: DebtKind::Measure,
        code: measure.code.clone(),
        item: Some(measure.regulation.clone()),
        what: Said::same(&measure.title),
        agency: ledger.regulations.get(&measure.regulation).cloned(),
        cooperating: Vec::new(),
        person: measure.person.clone(),
        standing: Standing::Measure(step.status),
        since: Some(step.date),
        due: measure.due,
        days_late: late(ledger, measure.due, day),
    })
}

/// That a measure which is in force for a time must be made to last: what it changes must be amended before the document ends.
fn lasting_debt(ledger: &Ledger, measure: &Measure, step: &StatusEntry, until: Date, day: Date) -> Debt {
    let by = step.document.as_deref().map(printed_number).unwrap_or_default();
    let said = |lang: Lang| {
        let day = date::short(until, lang);
        match &measure.instrument {
            Some(number) => AssignWord::AmendBefore.with(lang, &[&printed_number(number), &day, &by, &measure.title]),
            None => AssignWord::MakeLast.with(lang, &[&day, &by, &measure.title]),
        }
    };
    let status = if step.has_ended(day) { MeasureStatus::Lapsed } else { step.status };
    Debt {
        kind: DebtKind::Measure,
        code: measure.code.clone(),
        item: Some(measure.regulation.clone()),
        what: Said::by(said),
        agency: ledger.regulations.get(&measure.regulation).cloned(),
        cooperating: Vec::new(),
        person: measure.person.clone(),
        standing: Standing::Measure(status),
        since: Some(step.date),
        due: Some(until),
        days_late: late(ledger, Some(until), day),
    }
}

fn review_debt(ledger: &Ledger, campaign: &Campaign, item: &Reviewed, given: Option<Date>, day: Date) -> Option<Debt> {
    let (standing, since) = match outcome_on(item, day) {
        None => (Standing::UnderReview, given),
        Some(outcome) if lacks_measure(item, day) => (Standing::WithoutMeasure(outcome), item.date),
        Some(_) => return None,
    };
    let name = |lang| format!("{}: {}", campaign.name_in(lang), item.instrument);
    Some(Debt {
        kind: DebtKind::Review,
        code: campaign.code.clone(),
        item: Some(item.instrument.clone()),
        what: Said::by(name),
        agency: campaign.lead.clone(),
        cooperating: Vec::new(),
        person: item.person.clone(),
        standing,
        since,
        due: campaign.due,
        days_late: late(ledger, campaign.due, day),
    })
}

fn late(ledger: &Ledger, due: Option<Date>, day: Date) -> u32 {
    due.map_or(0, |due| ledger.calendar.days_late(due, day))
}

/// What one agency or person owes, in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DebtTotal {
    /// Code of the agency or name of the person; nothing for what has none.
    pub who: Option<String>,
    /// How much is open.
    pub open: usize,
    /// Of that, how much is late.
    pub late: usize,
    /// The longest that anything is late, in working days.
    pub longest: u32,
    /// The next due date that has not passed.
    pub next_due: Option<Date>,
}

/// Counts debts by who owes them, in the order of their names, those of nobody last.
pub fn totals<'d>(debts: &'d [Debt], who: impl Fn(&'d Debt) -> Option<&'d str>) -> Vec<DebtTotal> {
    let mut by: BTreeMap<(bool, Option<&str>), DebtTotal> = BTreeMap::new();
    for debt in debts {
        let name = who(debt);
        let total = by.entry((name.is_none(), name)).or_insert_with(|| DebtTotal {
            who: name.map(str::to_owned),
            open: 0,
            late: 0,
            longest: 0,
            next_due: None,
        });
        total.open += 1;
        total.late += usize::from(debt.is_late());
        total.longest = total.longest.max(debt.days_late);
        if !debt.is_late()
            && let Some(due) = debt.due
        {
            total.next_due = Some(total.next_due.map_or(due, |next| next.min(due)));
        }
    }
    by.into_values().collect()
}

/// Something that an agency has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What kind of thing it is.
    pub kind: DebtKind,
    /// Code of the assignment or measure.
    pub code: String,
    /// What was done.
    pub what: Said,
    /// The day on which it was reached.
    pub date: Date,
    /// What shows it: the evidence of an assignment, the document of a measure.
    pub evidence: String,
}

/// What an agency had done by a day: assignments that are done, measures in force; the latest first.
pub fn deeds(ledger: &Ledger, agency: &str, day: Date) -> Vec<Deed> {
    let mut out = Vec::new();
    for assignment in &ledger.assignments {
        if !bearers(&assignment.leads, &ledger.agencies).iter().any(|code| code == agency) {
            continue;
        }
        let steps = assignment.steps.iter();
        let mine = steps.filter(|s| s.date <= day && s.agency.as_deref().is_none_or(|whose| whose == agency));
        let last = mine.max_by_key(|step| step.date);
        if let Some(step) = last.filter(|step| step.status == AssignmentStatus::Done) {
            out.push(Deed {
                kind: DebtKind::Assignment,
                code: assignment.code.clone(),
                what: Said::by(|lang| assignment.title_in(lang)),
                date: step.date,
                evidence: step.evidence.clone(),
            });
        }
    }
    for measure in &ledger.measures {
        let last = measure.step_on(day).filter(|step| !step.has_ended(day));
        if let Some(step) = last.filter(|step| step.status == MeasureStatus::InForce)
            && ledger.regulations.get(&measure.regulation).is_some_and(|code| code == agency)
        {
            out.push(Deed {
                kind: DebtKind::Measure,
                code: measure.code.clone(),
                what: Said::same(&measure.title),
                date: step.date,
                evidence: step.document.clone().unwrap_or_default(),
            });
        }
    }
    out.sort_by(|a, b| (b.date, a.kind, &a.code).cmp(&(a.date, b.kind, &b.code)));
    out
}

#[cfg(test)]
mod tests;
