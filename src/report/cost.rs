//! What compliance costs: totals by agency, field and kind; and regulations in the order of their cost.

use super::Request;
use super::names::Names;
use crate::cost::Sum;
use crate::model::Fraction;
use crate::reform::share::in_whole;
use crate::reform::{Snapshot, Subject};
use crate::store::Workspace;
use crate::text::collate;
use crate::view::{Bars, Cell, Follows, Sheet};
use crate::words::cost::CostWord;
use crate::words::report::ReportWord as W;
use crate::words::{Fault, Message, Result, capital};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Serialize)]
struct Totals {
    scope: String,
    as_of: String,
    total: Line,
    groupings: Vec<Grouping>,
}

#[derive(Debug, Serialize)]
struct Grouping {
    by: &'static str,
    title: &'static str,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    name: String,
    regulations: usize,
    costed: usize,
    /// Of these, how many wait for the number of those who comply; the cost is without them.
    waiting: usize,
    /// đồng per year.
    cost: Cell,
    percent: Cell,
}

/// Totals: data and sheets.
pub(super) fn totals(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let names = Names::read(workspace, request.lang)?;
    let subjects: Vec<&Subject> = snapshot.live.subjects.iter().filter(|s| request.scope.holds(s)).collect();
    let whole = sum(subjects.iter().map(|s| s.annual))?;
    let by = |key: &dyn Fn(&Subject) -> String| -> Result<Vec<Line>> {
        let mut groups: BTreeMap<String, Vec<&Subject>> = BTreeMap::new();
        for subject in &subjects {
            groups.entry(key(subject)).or_default().push(subject);
        }
        let mut lines: Vec<(Fraction, Line)> = Vec::new();
        for (name, members) in groups {
            let cost = sum(members.iter().map(|s| s.annual))?;
            lines.push((cost, line(name, &members, cost, whole)));
        }
        // Parts add up to the whole as they are printed.
        let costs: Vec<Fraction> = lines.iter().map(|(cost, _)| *cost).collect();
        for ((_, line), cost) in lines.iter_mut().zip(in_whole(&costs).unwrap_or_default()) {
            line.cost = Cell::Whole(cost);
        }
        lines.sort_by(|(a, one), (b, two)| b.cmp(a).then_with(|| collate::compare(&one.name, &two.name)));
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    };
    let none = W::NoField.text(request.lang);
    let groupings = vec![
        grouping("agency", W::Agency, request, by(&|s| names.agency(s.agency.as_deref().unwrap_or_default()))?),
        grouping("field", W::Field, request, by(&|s| s.field.clone().unwrap_or_else(|| none.to_owned()))?),
        grouping("kind", W::Kind, request, by(&|s| capital(s.kind.word(request.lang)))?),
    ];
    let sheets = groupings.iter().map(|grouping| totals_sheet(request, grouping)).collect();
    let data = Totals {
        scope: names.scope(workspace, request)?,
        as_of: request.as_of.to_string(),
        total: line(W::Total.text(request.lang).to_owned(), &subjects, whole, whole),
        groupings,
    };
    Ok((json(&data)?, sheets))
}

fn grouping(by: &'static str, title: W, request: &Request, lines: Vec<Line>) -> Grouping {
    Grouping { by, title: title.text(request.lang), lines }
}

fn line(name: String, members: &[&Subject], cost: Fraction, whole: Fraction) -> Line {
    let costed = members.iter().filter(|s| s.has_sheet).count();
    let waiting = members.iter().filter(|s| s.waits).count();
    Line {
        name,
        regulations: members.len(),
        costed,
        waiting,
        cost: Cell::Dong(cost),
        percent: Cell::share(cost, whole),
    }
}

fn sum(costs: impl Iterator<Item = Fraction>) -> Result<Fraction> {
    let mut sum = Sum::default();
    costs.for_each(|cost| sum.add_fraction(cost));
    sum.total().ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))
}

fn totals_sheet(request: &Request, grouping: &Grouping) -> Sheet {
    let text = |word: W| word.text(request.lang).to_owned();
    let columns = vec![
        grouping.title.to_owned(),
        text(W::Regulations),
        text(W::Costed),
        text(W::CostPerYear),
        text(W::Share),
        CostWord::WithoutPopulation.text(request.lang).to_owned(),
    ];
    let rows = grouping.lines.iter().map(|line| {
        vec![
            line.name.clone().into(),
            line.regulations.into(),
            line.costed.into(),
            line.cost.clone(),
            line.percent.clone(),
            line.waiting.into(),
        ]
    });
    // The largest groups, and their shares of the whole.
    let bars = Some(Bars { names: 0, figures: vec![3] });
    let follows = vec![(4, Follows::Share(3))];
    Sheet { name: grouping.title.to_owned(), columns, rows: rows.collect(), follows, bars, ..Sheet::default() }
}

#[derive(Debug, Serialize)]
struct Ranking {
    scope: String,
    as_of: String,
    cost: Cell,
    without_sheet: usize,
    /// How many stand at the end, in the order of one performance, because nobody knows how many comply.
    waiting: usize,
    lines: Vec<Ranked>,
}

#[derive(Debug, Serialize)]
struct Ranked {
    rank: usize,
    code: String,
    name: String,
    agency: String,
    field: String,
    /// Nothing where nobody knows how many comply.
    cost: Cell,
    percent: Cell,
    cumulative_percent: Cell,
    /// Of one performance, đồng.
    one: Cell,
}

/// The ranking: data and sheets.
pub(super) fn ranking(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let names = Names::read(workspace, request.lang)?;
    let titles: HashMap<String, String> = workspace.regulation_rows()?.into_iter().map(|r| (r.code, r.name)).collect();
    let mut subjects: Vec<&Subject> = snapshot.live.subjects.iter().filter(|s| request.scope.holds(s)).collect();
    let without_sheet = subjects.iter().filter(|s| !s.has_sheet).count();
    subjects.retain(|s| s.has_sheet);
    // What nobody counted has no cost per year: it stands behind, in the order of one performance.
    subjects.sort_by(|a, b| (b.known(), b.one).cmp(&(a.known(), a.one)).then_with(|| a.code.cmp(&b.code)));
    let waiting = subjects.iter().filter(|s| s.waits).count();
    let whole = sum(subjects.iter().map(|s| s.annual))?;
    let mut so_far = Fraction::ZERO;
    let mut lines = Vec::new();
    for (at, subject) in subjects.iter().enumerate() {
        so_far = so_far.plus(subject.annual).ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
        lines.push(Ranked {
            rank: at + 1,
            code: subject.code.clone(),
            name: titles.get(&subject.code).cloned().unwrap_or_default(),
            agency: names.agency(subject.agency.as_deref().unwrap_or_default()),
            field: subject.field.clone().unwrap_or_default(),
            cost: subject.known().map_or(Cell::Empty, Cell::Dong),
            percent: subject.known().map_or(Cell::Empty, |annual| Cell::share(annual, whole)),
            cumulative_percent: subject.known().map_or(Cell::Empty, |_| Cell::share(so_far, whole)),
            one: Cell::Dong(subject.one),
        });
    }
    let sheet = ranking_sheet(request, &lines);
    let (scope, as_of) = (names.scope(workspace, request)?, request.as_of.to_string());
    Ok((json(&Ranking { scope, as_of, cost: Cell::Dong(whole), without_sheet, waiting, lines })?, vec![sheet]))
}

fn ranking_sheet(request: &Request, lines: &[Ranked]) -> Sheet {
    let columns =
        [W::Rank, W::Code, W::Name, W::Agency, W::Field, W::CostPerYear, W::Share, W::CumulativeShare, W::CostOfOne];
    let rows = lines.iter().map(|line| {
        vec![
            line.rank.into(),
            line.code.clone().into(),
            line.name.clone().into(),
            line.agency.clone().into(),
            line.field.clone().into(),
            line.cost.clone(),
            line.percent.clone(),
            line.cumulative_percent.clone(),
            line.one.clone(),
        ]
    });
    let columns = columns.iter().map(|c| c.text(request.lang).to_owned()).collect();
    let follows = vec![(6, Follows::Share(5)), (7, Follows::Cumulative(5))];
    let bars = Some(Bars { names: 1, figures: vec![5] });
    Sheet {
        name: W::RankingSheet.text(request.lang).to_owned(),
        columns,
        rows: rows.collect(),
        follows,
        bars,
        ..Sheet::default()
    }
}

pub(super) fn json(data: &impl Serialize) -> Result<Json> {
    serde_json::to_value(data).map_err(|e| Fault::other(W::CannotRender.said(&[&"json"])).because(e))
}
