//! What was done within a month, a quarter or a year: which measures were approved, came in force or lapsed in it, and how far each target
//! got by it.

use super::Request;
use super::names::{Names, bare, printed};
use crate::model::{Fraction, Measure, MeasureStatus, Programme, Stage};
use crate::reform::share::in_whole;
use crate::reform::{GroupBy, GroupProgress, Progress, Snapshot, Subject, TargetProgress, progress};
use crate::store::Workspace;
use crate::text::{Period, collate};
use crate::view::{Cell, Sheet, whole};
use crate::words::report::ReportWord as W;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The days of a period up to the day of the document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    period: Period,
    /// Its last day, or that of the document where it is not over.
    end: Date,
}

impl Span {
    /// The period that is asked for, else the month of the day.
    ///
    /// # Errors
    /// Wrong usage: it begins after the day of the document.
    pub(super) fn of(request: &Request) -> Result<Self> {
        let period = request.period.unwrap_or_else(|| Period::month_of(request.as_of));
        if period.first() > request.as_of {
            return Err(Fault::usage(W::PeriodAhead.said(&[&period, &request.as_of])));
        }
        Ok(Self { period, end: period.last().min(request.as_of) })
    }
}

/// What was done within the period, within the scope of the document.
#[derive(Debug, Serialize)]
pub(super) struct PeriodPart {
    /// As it is asked for: `2026-11`.
    code: String,
    name: String,
    from: Date,
    /// Its last day, or that of the document.
    to: Date,
    /// Whether it was over on that day.
    over: bool,
    total: Counts,
    agencies: Vec<AgencyPart>,
    steps: Vec<Step>,
}

/// How many measures were approved, came in force, lapsed.
#[derive(Debug, Default, Serialize, Clone, Copy)]
struct Counts {
    approved: usize,
    in_force: usize,
    lapsed: usize,
}

#[derive(Debug, Serialize)]
struct AgencyPart {
    name: String,
    #[serde(flatten)]
    counts: Counts,
}

/// One step of a measure in the period.
#[derive(Debug, Serialize)]
struct Step {
    agency: String,
    /// What the measure is.
    title: String,
    /// Code and name of its regulation.
    regulation: String,
    regulation_name: String,
    /// `approved`, `in_force` or `lapsed`.
    status: &'static str,
    status_word: &'static str,
    date: Date,
    /// The decision, or the instrument.
    document: String,
}

/// A target before the period and at its end, by the measures in force; whole units. What changes is what the period added.
#[derive(Debug, Default, Serialize, Clone)]
pub(super) struct PeriodLine {
    name: String,
    start: i128,
    start_percent: Cell,
    end: i128,
    end_percent: Cell,
    change: i128,
    /// In points of percent.
    change_percent: Cell,
    /// What was approved before, and at the end.
    approved_start: i128,
    approved_end: i128,
    approved_change: i128,
    gap: i128,
    met: bool,
}

/// A target over the period.
#[derive(Debug, Default, Serialize)]
pub(super) struct TargetPeriod {
    total: PeriodLine,
    agencies: Vec<PeriodLine>,
}

impl TargetPeriod {
    fn of(before: &TargetProgress, after: &TargetProgress, names: &Names, total: &str) -> Self {
        let mut agencies: Vec<(PeriodLine, [Fraction; 4])> = Vec::new();
        for after in after.groups.iter().filter(|group| group.baseline != Fraction::ZERO) {
            let before = before.groups.iter().find(|group| group.key == after.key);
            let name = names.agency(after.key.as_deref().unwrap_or_default());
            agencies.push((PeriodLine::of(name, before, after), achieved(before, after)));
        }
        // What agencies reach adds up to what all reach, as it is shown.
        let shares = |at: usize| in_whole(&agencies.iter().map(|(_, exact)| exact[at]).collect::<Vec<_>>());
        if let (Some(start), Some(end), Some(approved_start), Some(approved_end)) =
            (shares(0), shares(1), shares(2), shares(3))
        {
            let figures = start.into_iter().zip(end).zip(approved_start.into_iter().zip(approved_end));
            for ((line, _), ((start, end), (approved_start, approved_end))) in agencies.iter_mut().zip(figures) {
                line.set([start, end, approved_start, approved_end]);
            }
        }
        let total = PeriodLine::of(total.to_owned(), Some(&before.total), &after.total);
        Self { total, agencies: agencies.into_iter().map(|(line, _)| line).collect() }
    }
}

/// What measures in force, then approved ones, reach before and at the end.
fn achieved(before: Option<&GroupProgress>, after: &GroupProgress) -> [Fraction; 4] {
    let of = |group: Option<&GroupProgress>, stage| group.map_or(Fraction::ZERO, |group| group.at(stage).achieved);
    let (force, approved) = (Stage::InForce, Stage::Approved);
    [of(before, force), of(Some(after), force), of(before, approved), of(Some(after), approved)]
}

impl PeriodLine {
    fn of(name: String, before: Option<&GroupProgress>, after: &GroupProgress) -> Self {
        let percent = |group: Option<&GroupProgress>| group.and_then(|group| group.at(Stage::InForce).percent);
        let (start, end) = (percent(before), percent(Some(after)));
        let cell = |percent: Option<Fraction>| percent.map_or(Cell::Empty, Cell::Percent);
        let figure = after.at(Stage::InForce);
        let mut line = Self {
            name,
            start_percent: cell(start),
            end_percent: cell(end),
            change_percent: cell(start.zip(end).and_then(|(start, end)| end.minus(start))),
            gap: figure.missing(),
            met: figure.met,
            ..Self::default()
        };
        line.set(achieved(before, after).map(whole));
        line
    }

    fn set(&mut self, [start, end, approved_start, approved_end]: [i128; 4]) {
        (self.start, self.end, self.change) = (start, end, end - start);
        (self.approved_start, self.approved_end) = (approved_start, approved_end);
        self.approved_change = approved_end - approved_start;
    }
}

/// The targets of a programme over the period, in their order. Both ends are computed from the data of now: prices, baseline and what is new
/// are the same, so that what changes is the work of the measures.
pub(super) fn targets(
    span: Span,
    (within, programme): (&Snapshot, &Programme),
    found: &Progress,
    names: &Names,
    total: &str,
) -> Vec<TargetPeriod> {
    let on = |day: Date| progress(within, programme, day, Some(GroupBy::Agency));
    let before = on(span.period.day_before());
    let other = (span.end != found.as_of).then(|| on(span.end));
    let after = other.as_ref().unwrap_or(found);
    before
        .targets
        .iter()
        .zip(&after.targets)
        .map(|(before, after)| TargetPeriod::of(before, after, names, total))
        .collect()
}

/// What was done within the period.
pub(super) fn part(
    workspace: &Workspace,
    snapshot: &Snapshot,
    request: &Request,
    (span, names): (Span, &Names),
) -> Result<PeriodPart> {
    let mut steps = Vec::new();
    let mut agencies: BTreeMap<String, Counts> = BTreeMap::new();
    for measure in &snapshot.measures {
        let Some(subject) =
            subject(snapshot, &measure.regulation).filter(|subject| request.scope.covers(snapshot, subject))
        else {
            continue;
        };
        let code = subject.agency.as_deref().map(|code| snapshot.succession.after(code)).unwrap_or_default();
        for (status, date, document) in taken(measure, span) {
            let counts = agencies.entry(code.to_owned()).or_default();
            match status {
                MeasureStatus::Approved => counts.approved += 1,
                MeasureStatus::InForce => counts.in_force += 1,
                _ => counts.lapsed += 1,
            }
            steps.push(Step {
                agency: names.agency(code),
                title: measure.title.clone(),
                regulation: measure.regulation.clone(),
                regulation_name: String::new(),
                status: status.name(),
                status_word: status.word(request.lang),
                date,
                document: printed(document),
            });
        }
    }
    let codes: Vec<&str> = steps.iter().map(|step| step.regulation.as_str()).collect();
    let titles = workspace.regulation_names(&codes)?;
    for step in &mut steps {
        step.regulation_name = titles.get(&step.regulation).map(|name| bare(name)).unwrap_or_default();
    }
    steps.sort_by(|a, b| {
        let order = |step: &Step| (step.date, step.regulation.clone(), step.title.clone());
        collate::compare(&a.agency, &b.agency).then_with(|| order(a).cmp(&order(b)))
    });
    let total = agencies.values().fold(Counts::default(), |sum, one| Counts {
        approved: sum.approved + one.approved,
        in_force: sum.in_force + one.in_force,
        lapsed: sum.lapsed + one.lapsed,
    });
    let mut agencies: Vec<AgencyPart> =
        agencies.into_iter().map(|(code, counts)| AgencyPart { name: names.agency(&code), counts }).collect();
    agencies.sort_by(|a, b| collate::compare(&a.name, &b.name));
    let (from, to) = (span.period.first(), span.end);
    Ok(PeriodPart {
        code: span.period.to_string(),
        name: span.period.name(request.lang),
        from,
        to,
        over: to == span.period.last(),
        total,
        agencies,
        steps,
    })
}

/// A regulation that is there, or that a baseline has.
fn subject<'s>(snapshot: &'s Snapshot, code: &str) -> Option<&'s Subject> {
    let before = || snapshot.baselines.values().find_map(|baseline| baseline.find(code));
    snapshot.live.find(code).or_else(before)
}

/// The steps that a measure took within the period; it lapses on the day after the last one on which it was in force.
fn taken(measure: &Measure, span: Span) -> impl Iterator<Item = (MeasureStatus, Date, &str)> {
    let within = move |day: Date| span.period.first() <= day && day <= span.end;
    measure.statuses.iter().flat_map(move |step| {
        let told = matches!(step.status, MeasureStatus::Approved | MeasureStatus::InForce) && within(step.date);
        let ended = step.until.and_then(|until| until.tomorrow().ok()).filter(|day| {
            // A later step may make it last.
            within(*day) && measure.status_on(*day) == Some(MeasureStatus::Lapsed)
        });
        let document = step.document.as_deref().unwrap_or_default();
        let reached = told.then_some((step.status, step.date, document));
        reached.into_iter().chain(ended.map(|day| (MeasureStatus::Lapsed, day, document)))
    })
}

/// The sheet of the period: each target before and at its end, whole and by agency.
pub(super) fn sheet<'t>(
    request: &Request,
    part: &PeriodPart,
    targets: impl Iterator<Item = (&'t str, &'t str, &'t str, &'t Cell, &'t TargetPeriod)>,
) -> Sheet {
    let columns = [
        W::Programme,
        W::Metric,
        W::Group,
        W::Unit,
        W::PeriodStart,
        W::PeriodStartPercent,
        W::PeriodChange,
        W::PeriodEnd,
        W::PeriodEndPercent,
        W::TargetPercent,
        W::GapInForce,
    ];
    let mut rows = Vec::new();
    for (programme, metric, unit, percent, period) in targets {
        for line in std::iter::once(&period.total).chain(&period.agencies) {
            rows.push(vec![
                programme.into(),
                metric.into(),
                line.name.clone().into(),
                unit.into(),
                Cell::Whole(line.start),
                line.start_percent.clone(),
                Cell::Whole(line.change),
                Cell::Whole(line.end),
                line.end_percent.clone(),
                percent.clone(),
                Cell::Whole(line.gap),
            ]);
        }
    }
    let name = W::PeriodSheet.with(request.lang, &[&part.code]);
    let columns = columns.iter().map(|c| c.text(request.lang).to_owned()).collect();
    Sheet { name, columns, rows, follows: Vec::new(), ..Sheet::default() }
}
