//! Cost sheets before and after measures, and both beside each other, as they stand behind a proposal.

use super::{Costed, GroupData, RowData, costed, is_off, numbered};
use crate::cost::{CostRow, complying};
use crate::model::{ActivityGroup, Fraction, Measure};
use crate::reform::{Snapshot, rows_left, set_effect};
use crate::report::Request;
use crate::report::benefit::Benefit;
use crate::report::names::Names;
use crate::store::Workspace;
use crate::view::{Bars, Cell, Follows, Sheet};
use crate::words::report::ReportWord as W;
use crate::words::{Message, Result};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Data {
    as_of: String,
    stage: &'static str,
    sheets: Vec<Compared>,
}

#[derive(Serialize)]
struct Compared {
    code: String,
    name: String,
    agency: String,
    /// Titles of the measures.
    measures: Vec<String>,
    /// Whether they abolish it.
    abolished: bool,
    before: Vec<GroupData>,
    after: Vec<GroupData>,
    rows: Vec<ComparedRow>,
    /// Cost per year; nothing where nobody knows how many comply.
    total: Option<Benefit>,
    /// Whether the rows as they are printed add up to another total, each being rounded by itself.
    rounded: bool,
}

#[derive(Serialize)]
struct ComparedRow {
    number: String,
    name: String,
    /// Of one performance, đồng; empty after where the row is gone.
    one_before: Cell,
    one_after: Cell,
    /// Whether the measures drop the row.
    dropped: bool,
    /// Per year, đồng; nothing where nobody counted.
    annual: Option<Benefit>,
}

/// The sheets at which measures aim, by code, with their tables.
///
/// # Errors
/// A sheet cannot be computed; the workspace cannot be read.
pub(in crate::report) fn data(
    workspace: &Workspace,
    snapshot: &Snapshot,
    request: &Request,
) -> Result<(Json, Vec<Sheet>)> {
    let (lang, names) = (request.lang, Names::read(workspace, request.lang)?);
    let measures = request.measures(snapshot);
    let mut data = Data { as_of: request.as_of.to_string(), stage: request.stage.name(), sheets: Vec::new() };
    for costed in &costed(workspace, snapshot, request)? {
        let Some(own) = measures.get(costed.regulation.code.as_str()) else { continue };
        data.sheets.extend(compared(costed, own, snapshot, request, &names));
    }
    let table = table(&data, lang);
    Ok((serde_json::to_value(data).map_err(crate::report::cannot_json)?, vec![table]))
}

fn compared(
    costed: &Costed,
    measures: &[&Measure],
    snapshot: &Snapshot,
    request: &Request,
    names: &Names,
) -> Option<Compared> {
    let subject = snapshot.live.find(&costed.regulation.code)?;
    let effect = set_effect(subject, measures, snapshot);
    let left: BTreeMap<String, CostRow> =
        rows_left(subject, measures, snapshot).into_iter().map(|left| (left.id, left.row)).collect();
    let whole = costed.whole.as_ref();
    let (mut before, mut after, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for group in ActivityGroup::ALL {
        let title = group.word(request.lang);
        let (mut were, mut are) = (Vec::new(), Vec::new());
        for (number, row, figures) in numbered(costed, *group) {
            let cost = left.get(&row.id);
            let annual = |cost: &CostRow| cost.annual().filter(|_| complying(row, whole).is_some());
            let now = cost.map_or(Some(Fraction::ZERO), annual);
            rows.push(ComparedRow {
                number: number.clone(),
                name: row.name.clone(),
                one_before: Cell::Dong(figures.one),
                one_after: cost.and_then(CostRow::one).map_or(Cell::Empty, Cell::Dong),
                dropped: cost.is_none(),
                annual: annual(&figures.row).zip(now).map(|(before, after)| Benefit::of(before, after)),
            });
            were.push(RowData::of(number.clone(), row, &figures.row, whole));
            are.extend(cost.map(|cost| RowData::of(number, row, cost, whole)));
        }
        let part = |rows: Vec<RowData>| (!rows.is_empty()).then_some(GroupData { title, rows });
        before.extend(part(were));
        after.extend(part(are));
    }
    let known = subject.known().is_some();
    let total = known.then(|| Benefit::of(effect.before.annual, effect.after.outcome.annual));
    let rounded = total.as_ref().is_some_and(|total| {
        let rows = |of: fn(&Benefit) -> &Cell| rows.iter().filter_map(move |row| row.annual.as_ref().map(of));
        let figures: [fn(&Benefit) -> &Cell; 3] = [|all| &all.before, |all| &all.after, |all| &all.saved];
        figures.into_iter().any(|of| is_off(rows(of), of(total)))
    });
    Some(Compared {
        rounded,
        code: costed.regulation.code.clone(),
        name: costed.regulation.name.clone(),
        agency: names.agency(costed.regulation.agency.as_deref().unwrap_or_default()),
        measures: measures.iter().map(|measure| measure.title.clone()).collect(),
        abolished: effect.after.outcome.abolished,
        before,
        after,
        rows,
        total,
    })
}

/// All rows beside each other; what is saved, and its share, follow from the columns before them.
fn table(data: &Data, lang: crate::text::Lang) -> Sheet {
    let columns = [
        W::Code,
        W::SheetNumber,
        W::SheetWork,
        W::SheetOneBefore,
        W::SheetOneAfter,
        W::CostBefore,
        W::CostAfter,
        W::CostSaved,
        W::PercentSaved,
    ];
    let mut rows = Vec::new();
    for sheet in &data.sheets {
        for row in &sheet.rows {
            let annual = |of: fn(&Benefit) -> &Cell| row.annual.as_ref().map_or(Cell::Empty, |all| of(all).clone());
            rows.push(vec![
                sheet.code.as_str().into(),
                row.number.as_str().into(),
                row.name.as_str().into(),
                row.one_before.clone(),
                row.one_after.clone(),
                annual(|all| &all.before),
                annual(|all| &all.after),
                annual(|all| &all.saved),
                annual(|all| &all.percent),
            ]);
        }
    }
    Sheet {
        name: W::SheetComparisonTab.text(lang).to_owned(),
        columns: columns.iter().map(|column| column.text(lang).to_owned()).collect(),
        rows,
        follows: vec![(7, Follows::Less(5, 6)), (8, Follows::Percent(7, 5))],
        bars: Some(Bars { names: 2, figures: vec![5, 6] }),
        ..Sheet::default()
    }
}
