//! Cost sheets as documents: every row with its figures, before and after measures, and the official form with its formulas.

mod comparison;
mod official;

pub(super) use comparison::data as comparison;
pub use official::official;

use super::Request;
use super::names::Names;
use crate::cost::{CostRow, Rates, SheetFigures, complying, sheet_figures};
use crate::model::{Activity, ActivityGroup, Fraction, Parameter, Population, Regulation};
use crate::reform::Snapshot;
use crate::store::Workspace;
use crate::view::{Cell, Sheet};
use crate::words::report::ReportWord as W;
use crate::words::{Message, Result};
use serde::Serialize;
use serde_json::Value as Json;

/// The sheet of one regulation, computed.
struct Costed {
    regulation: Regulation,
    rows: Vec<Activity>,
    /// The regulation's own population.
    whole: Option<Population>,
    figures: SheetFigures,
}

/// The sheets within the scope, by code.
///
/// # Errors
/// A sheet cannot be computed; the workspace cannot be read.
fn costed(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<Vec<Costed>> {
    let rates = Rates::on(request.as_of, workspace.all::<Parameter>()?);
    let mut found = Vec::new();
    for subject in snapshot.live.subjects.iter().filter(|s| s.has_sheet && request.scope.holds(s)) {
        let Some(regulation) = workspace.regulation(&subject.code)? else { continue };
        let rows = workspace.sheet(&subject.code)?;
        let whole = workspace.population(&subject.code)?;
        let figures = sheet_figures(&rows, &rates, whole.as_ref())?;
        found.push(Costed { regulation, rows, whole, figures });
    }
    found.sort_by(|one, other| one.regulation.code.cmp(&other.regulation.code));
    Ok(found)
}

#[derive(Serialize)]
struct Data {
    as_of: String,
    sheets: Vec<SheetData>,
}

#[derive(Serialize)]
struct SheetData {
    code: String,
    name: String,
    agency: String,
    groups: Vec<GroupData>,
    one: Cell,
    annual: Cell,
    /// Whether the rows as they are printed add up to another total, each being rounded by itself.
    rounded: bool,
}

#[derive(Serialize)]
struct GroupData {
    title: &'static str,
    rows: Vec<RowData>,
}

#[derive(Serialize)]
struct RowData {
    number: String,
    name: String,
    how: String,
    minutes: Cell,
    hourly: Cell,
    outsourcing: Cell,
    charges: Cell,
    times: Cell,
    population: Cell,
    one: Cell,
    annual: Cell,
    source: String,
}

impl RowData {
    /// A row with the numbers that it has, or that measures leave it. What nobody counted has no cost per year.
    fn of(number: String, row: &Activity, cost: &CostRow, whole: Option<&Population>) -> Self {
        let counted = complying(row, whole).is_some();
        let known = |value: Option<Fraction>| value.map_or(Cell::Empty, Cell::Dong);
        Self {
            number,
            name: row.name.clone(),
            how: row.how.clone(),
            minutes: Cell::Exact(cost.minutes),
            hourly: Cell::Dong(cost.hourly),
            outsourcing: Cell::Dong(cost.outsourcing),
            charges: Cell::Dong(cost.charges),
            times: Cell::Exact(cost.times),
            population: if counted { Cell::Exact(cost.population) } else { Cell::Empty },
            one: known(cost.one()),
            annual: if counted { known(cost.annual()) } else { Cell::Empty },
            source: row.source.clone(),
        }
    }
}

/// Whether rows as they are printed add up to another figure than the total.
fn is_off<'c>(rows: impl Iterator<Item = &'c Cell>, total: &Cell) -> bool {
    let sum = rows.filter_map(Cell::printed).fold(Fraction::ZERO, Fraction::more);
    total.printed().is_some_and(|total| total != sum)
}

/// The rows of a group with their numbers on the form: `2.1`.
fn numbered(
    costed: &Costed,
    group: ActivityGroup,
) -> impl Iterator<Item = (String, &Activity, &crate::cost::RowFigures)> {
    let place = ActivityGroup::ALL.iter().position(|one| *one == group).unwrap_or_default() + 1;
    let rows = costed.rows.iter().zip(&costed.figures.rows).filter(move |(row, _)| row.group == group);
    rows.enumerate().map(move |(nth, (row, figures))| (format!("{place}.{}", nth + 1), row, figures))
}

/// The data of the document, and its table.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn data(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let sheets = &costed(workspace, snapshot, request)?;
    let (lang, names) = (request.lang, Names::read(workspace, request.lang)?);
    let mut table = Sheet { name: W::SheetTab.text(lang).to_owned(), ..Sheet::default() };
    table.columns = [
        W::Code,
        W::SheetNumber,
        W::SheetWork,
        W::SheetHow,
        W::SheetMinutes,
        W::SheetHourly,
        W::SheetOutsourcing,
        W::SheetCharges,
        W::SheetTimes,
        W::SheetPopulation,
        W::SheetOne,
        W::SheetAnnual,
        W::SheetSource,
    ]
    .map(|word| word.text(lang).to_owned())
    .to_vec();
    let mut data = Data { as_of: request.as_of.to_string(), sheets: Vec::new() };
    for costed in sheets {
        let mut groups = Vec::new();
        for group in ActivityGroup::ALL {
            let rows: Vec<RowData> = numbered(costed, *group)
                .map(|(number, row, figures)| RowData::of(number, row, &figures.row, costed.whole.as_ref()))
                .collect();
            for row in &rows {
                table.rows.push(vec![
                    costed.regulation.code.clone().into(),
                    row.number.clone().into(),
                    row.name.clone().into(),
                    row.how.clone().into(),
                    row.minutes.clone(),
                    row.hourly.clone(),
                    row.outsourcing.clone(),
                    row.charges.clone(),
                    row.times.clone(),
                    row.population.clone(),
                    row.one.clone(),
                    row.annual.clone(),
                    row.source.clone().into(),
                ]);
            }
            if !rows.is_empty() {
                groups.push(GroupData { title: group.word(lang), rows });
            }
        }
        let (one, annual) = (costed.figures.one, costed.figures.annual);
        let (one, annual) = (Cell::Dong(one), annual.map_or(Cell::Empty, Cell::Dong));
        let rows = || groups.iter().flat_map(|group: &GroupData| &group.rows);
        let rounded = is_off(rows().map(|row| &row.one), &one) || is_off(rows().map(|row| &row.annual), &annual);
        data.sheets.push(SheetData {
            rounded,
            code: costed.regulation.code.clone(),
            name: costed.regulation.name.clone(),
            agency: names.agency(costed.regulation.agency.as_deref().unwrap_or_default()),
            groups,
            one,
            annual,
        });
    }
    Ok((serde_json::to_value(data).map_err(super::cannot_json)?, vec![table]))
}
