//! Progress against the targets: per programme and target, whole and by agency.

use super::in_out::{BookPart, books};
use super::names::{Names, issue_text};
use super::period::{self, PeriodPart, Span, TargetPeriod};
use super::{Request, Scope, cannot_json};
use crate::model::{Fraction, Metric, MetricUnit, Stage};
use crate::reform::share::in_whole;
use crate::reform::{
    BaselineState, DebtKind, GroupBy, GroupProgress, Snapshot, StageForecast, forecast, in_out, owes, progress,
};
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::{Cell, Follows, Sheet, whole};
use crate::words::report::ReportWord as W;
use crate::words::{Message, Result, capital};
use serde::Serialize;
use serde_json::Value as Json;

#[derive(Debug, Serialize)]
struct Overview {
    as_of: String,
    /// Name of the agency, field or regulation that it is about; empty for all.
    scope: String,
    /// What was done in the month, quarter or year.
    period: PeriodPart,
    programmes: Vec<ProgrammePart>,
    /// What is late, by person responsible; those without one last.
    late: Vec<LatePart>,
}

#[derive(Debug, Serialize)]
struct LatePart {
    person: Option<String>,
    agency: String,
    kind: &'static str,
    code: String,
    what: String,
    due: Option<String>,
    days_late: u32,
}

#[derive(Debug, Serialize)]
struct ProgrammePart {
    code: String,
    name: String,
    instrument: String,
    /// Its kind and number in words.
    instrument_name: String,
    frozen_on: Option<String>,
    regulations: usize,
    costed: usize,
    /// Of these, how many wait for the number of those who comply; no cost counts them.
    waiting: usize,
    targets: Vec<TargetPart>,
    new_regulations: usize,
    new_cost: Cell,
    issues: Vec<String>,
    /// What the rules of the programme say of its figures.
    remarks: Vec<String>,
    /// What came in and what went out, by agency.
    books: Vec<BookPart>,
}

#[derive(Debug, Serialize)]
struct TargetPart {
    id: String,
    metric: String,
    unit: &'static str,
    percent: Cell,
    due: String,
    total: Line,
    agencies: Vec<Line>,
    /// Before the period and at its end.
    period: TargetPeriod,
    planned: ForecastPart,
    approved: ForecastPart,
}

/// What moved since the baseline besides reform, with the net figure of the measures in force.
#[derive(Debug, Serialize)]
struct MovedPart {
    new: Cell,
    new_regulations: usize,
    net: Cell,
    net_percent: Cell,
    reestimate: Cell,
    reestimated: usize,
    dropped: Cell,
    dropped_regulations: usize,
    today: Cell,
}

impl MovedPart {
    fn of(group: &GroupProgress) -> Option<Self> {
        let burden = group.burden?;
        let net = group.net(Stage::InForce);
        Some(Self {
            new: Cell::Whole(whole(burden.new)),
            new_regulations: burden.new_regulations,
            net: net.map_or(Cell::Empty, |_| Cell::Whole(whole(group.at(Stage::InForce).gross) - whole(burden.new))),
            net_percent: percent(net.and_then(|net| net.percent)),
            reestimate: Cell::Whole(whole(burden.reestimate)),
            reestimated: burden.reestimated,
            dropped: Cell::Whole(whole(burden.dropped)),
            dropped_regulations: burden.dropped_regulations,
            today: Cell::Whole(whole(burden.today)),
        })
    }
}

fn percent(value: Option<Fraction>) -> Cell {
    value.map_or(Cell::Empty, Cell::Percent)
}

/// What is expected if the measures of a stage come on their due dates.
#[derive(Debug, Serialize)]
struct ForecastPart {
    /// What is expected on the day of the document and on each on which something comes or ends.
    points: Vec<(String, Cell)>,
    at_due_percent: Cell,
    gap: i128,
    met_on: Option<String>,
    met_in_time: bool,
    /// The target was due before the day of the document; the percentage is that of this day.
    overdue: bool,
}

impl ForecastPart {
    fn of(course: &StageForecast, due: jiff::civil::Date, as_of: jiff::civil::Date) -> Self {
        Self {
            points: course.points.iter().map(|(day, figure)| (day.to_string(), percent(figure.percent))).collect(),
            at_due_percent: percent(course.at_due.percent),
            gap: course.at_due.missing(),
            met_on: course.met_on.map(|day| day.to_string()),
            met_in_time: course.met_on.is_some_and(|day| day <= due),
            overdue: due < as_of,
        }
    }
}

/// One line of figures; what is no percentage is rounded to whole units here.
#[derive(Debug, Serialize)]
struct Line {
    name: String,
    baseline: i128,
    planned: i128,
    planned_percent: Cell,
    approved: i128,
    approved_percent: Cell,
    in_force: i128,
    in_force_percent: Cell,
    gap: i128,
    met: bool,
    /// What moved since the baseline besides reform; nothing where it is not frozen.
    moved: Option<MovedPart>,
}

impl Line {
    fn of(name: String, group: &GroupProgress) -> Self {
        let figure = |at: usize| (whole(group.stages[at].achieved), percent(group.stages[at].percent));
        let ((planned, planned_percent), (approved, approved_percent), (in_force, in_force_percent)) =
            (figure(0), figure(1), figure(2));
        Self {
            name,
            baseline: whole(group.baseline),
            planned,
            planned_percent,
            approved,
            approved_percent,
            in_force,
            in_force_percent,
            gap: group.stages[2].missing(),
            met: group.stages[2].met,
            moved: MovedPart::of(group),
        }
    }
}

/// The lines of agencies, whose figures add up to those of the whole as it is shown: each in whole units by the method of the largest
/// remainder. What is missing does not add up, and a note under the table says so.
fn lines(groups: &[GroupProgress], names: &Names) -> Vec<Line> {
    let shares = |of: &dyn Fn(&GroupProgress) -> Fraction| in_whole(&groups.iter().map(of).collect::<Vec<_>>());
    let baselines = shares(&|group| group.baseline);
    let [planned, approved, in_force] = [0, 1, 2].map(|stage| shares(&|group| group.stages[stage].achieved));
    let line = |(at, group): (usize, &GroupProgress)| {
        let mut line = Line::of(names.agency(group.key.as_deref().unwrap_or_default()), group);
        let parts = [
            (&mut line.baseline, &baselines),
            (&mut line.planned, &planned),
            (&mut line.approved, &approved),
            (&mut line.in_force, &in_force),
        ];
        for (figure, whole) in parts {
            *figure = whole.as_ref().and_then(|whole| whole.get(at)).copied().unwrap_or(*figure);
        }
        line
    };
    groups.iter().enumerate().filter(|(_, group)| group.baseline != Fraction::ZERO).map(line).collect()
}

/// The data of the document and its sheets.
pub(super) fn data(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let names = Names::read(workspace, request.lang)?;
    let wanted = |code: &str| request.programme.as_deref().is_none_or(|programme| programme == code);
    let mut programmes = Vec::new();
    let came_on = workspace.first_days()?;
    let span = Span::of(request)?;
    for programme in snapshot.programmes.iter().filter(|p| wanted(&p.code)) {
        let within = request.scope.narrowed(snapshot, &programme.code);
        let found = progress(&within, programme, request.as_of, Some(GroupBy::Agency));
        let ahead = forecast(&within, programme, request.as_of);
        let total = W::Total.text(request.lang);
        let periods = period::targets(span, (&within, programme), &found, &names, total);
        let targets =
            found.targets.iter().zip(&ahead.targets).zip(periods).map(|((target, ahead), period)| TargetPart {
                period,
                planned: ForecastPart::of(&ahead.planned, target.target.due, request.as_of),
                approved: ForecastPart::of(&ahead.approved, target.target.due, request.as_of),
                id: target.target.id.clone(),
                metric: capital(target.target.metric.word(request.lang)),
                unit: unit(target.target.metric, request.lang),
                percent: Cell::Percent(target.target.percent),
                due: target.target.due.to_string(),
                total: Line::of(total.to_owned(), &target.total),
                agencies: lines(&target.groups, &names),
            });
        let in_out = in_out(&within, programme, request.as_of, &came_on)?;
        let remarks = found.remarks.iter().chain(&in_out.remarks).map(|said| said.text(request.lang).to_owned());
        programmes.push(ProgrammePart {
            remarks: remarks.collect(),
            books: books(&in_out, &names, request.lang),
            code: programme.code.clone(),
            name: programme.name_in(request.lang).to_owned(),
            instrument_name: crate::model::instrument::full_name(programme.instrument.as_deref().unwrap_or_default()),
            instrument: programme.instrument.clone().unwrap_or_default(),
            frozen_on: match found.baseline {
                BaselineState::Live => None,
                BaselineState::Frozen(day) => Some(day.to_string()),
            },
            regulations: found.regulations,
            costed: found.costed,
            waiting: found.waiting,
            targets: targets.collect(),
            new_regulations: found.newcomers.regulations,
            new_cost: Cell::Dong(found.newcomers.annual),
            issues: found.issues.iter().map(|issue| issue_text(issue, &snapshot.measures, request.lang)).collect(),
        });
    }
    let sheet = sheet(request.lang, &programmes);
    let late = late(workspace, request, snapshot, &names)?;
    let scope = names.scope(workspace, request)?;
    let period = period::part(workspace, snapshot, request, (span, &names))?;
    let told = programmes.iter().flat_map(|programme| {
        let code = programme.code.as_str();
        programme.targets.iter().map(move |t| (code, t.metric.as_str(), t.unit, &t.percent, &t.period))
    });
    let sheets = vec![sheet, period::sheet(request, &period, told)];
    let overview = Overview { as_of: request.as_of.to_string(), scope, period, programmes, late };
    Ok((serde_json::to_value(overview).map_err(cannot_json)?, sheets))
}

/// What is late on the day of the report, whoever owes it: of an agency its own, of a field or a regulation the measures on it.
fn late(workspace: &Workspace, request: &Request, snapshot: &Snapshot, names: &Names) -> Result<Vec<LatePart>> {
    let mut debts = owes(&workspace.ledger()?, request.as_of);
    debts.retain(|debt| {
        let item = debt.item.as_deref().filter(|_| debt.kind == DebtKind::Measure);
        let within = match &request.scope {
            Scope::All => true,
            Scope::Agency(code) => debt.agency.as_ref() == Some(code),
            scope => item.and_then(|code| snapshot.live.find(code)).is_some_and(|subject| scope.holds(subject)),
        };
        within && debt.is_late()
    });
    debts.sort_by(|a, b| (a.person.is_none(), &a.person, a.due).cmp(&(b.person.is_none(), &b.person, b.due)));
    let part = |debt: crate::reform::Debt| LatePart {
        agency: names.agency(debt.agency.as_deref().unwrap_or_default()),
        kind: debt.kind.word(request.lang),
        code: debt.code,
        what: debt.what.text(request.lang).to_owned(),
        due: debt.due.map(|due| due.to_string()),
        days_late: debt.days_late,
        person: debt.person,
    };
    Ok(debts.into_iter().map(part).collect())
}

fn sheet(lang: Lang, programmes: &[ProgrammePart]) -> Sheet {
    let columns = [
        W::Programme,
        W::Metric,
        W::Group,
        W::Unit,
        W::Baseline,
        W::Planned,
        W::PlannedPercent,
        W::Approved,
        W::ApprovedPercent,
        W::InForce,
        W::InForcePercent,
        W::TargetPercent,
        W::GapInForce,
        W::New,
        W::NetInForce,
        W::NetInForcePercent,
        W::Reestimate,
        W::Dropped,
        W::Today,
    ];
    let mut rows = Vec::new();
    for programme in programmes {
        for target in &programme.targets {
            for line in std::iter::once(&target.total).chain(&target.agencies) {
                let moved = |of: fn(&MovedPart) -> &Cell| line.moved.as_ref().map_or(Cell::Empty, |m| of(m).clone());
                rows.push(vec![
                    programme.code.clone().into(),
                    target.metric.clone().into(),
                    line.name.clone().into(),
                    target.unit.into(),
                    Cell::Whole(line.baseline),
                    Cell::Whole(line.planned),
                    line.planned_percent.clone(),
                    Cell::Whole(line.approved),
                    line.approved_percent.clone(),
                    Cell::Whole(line.in_force),
                    line.in_force_percent.clone(),
                    target.percent.clone(),
                    Cell::Whole(line.gap),
                    moved(|m| &m.new),
                    moved(|m| &m.net),
                    moved(|m| &m.net_percent),
                    moved(|m| &m.reestimate),
                    moved(|m| &m.dropped),
                    moved(|m| &m.today),
                ]);
            }
        }
    }
    let columns = columns.iter().map(|c| c.text(lang).to_owned()).collect();
    let share = |at: u16, of: u16| (at, Follows::Percent(of, 4));
    let follows = vec![share(6, 5), share(8, 7), share(10, 9), share(15, 14)];
    Sheet { name: W::ProgressSheet.text(lang).to_owned(), columns, rows, follows, ..Sheet::default() }
}

/// The unit of a metric as documents write it: `đồng` in full.
pub(super) fn unit(metric: Metric, lang: Lang) -> &'static str {
    match metric.unit() {
        MetricUnit::DongPerYear => W::DongPerYear.text(lang),
        unit => unit.word(lang),
    }
}
