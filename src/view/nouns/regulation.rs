//! Regulations in rows.

use super::Source;
use super::procedure::{self, about, regulation_page};
use crate::cost::{Rates, sheet_figures};
use crate::model::{Parameter, RegulationKind, check_rows};
use crate::view::filter::Selection;
use crate::view::{Cell, Page, Table, TableKind, declare};
use crate::words::Result;
use crate::words::cli::CliMessage as M;

/// Columns of the cost per year and of one performance, which are computed only for the rows that are shown.
const COSTS: [&str; 2] = ["annual_cost_dong", "one_dong"];

declare! {
    REGULATION = "regulation" of "list regulation" {
        "code", M::Code, "text";
        "kind", M::KindColumn, "regulation_kind";
        "name", M::Name, "text";
        "agency", M::Agency, "agency?";
        "field", M::Field, "text?";
        "status", M::Status, "regulation_status";
        "sheet_rows", M::SheetRows, "whole";
        "measures", M::Measures, "whole";
        "annual_cost_dong", M::AnnualCost, "dong?";
        "one_dong", M::OneCost, "dong?", Wide;
    }
    PROCEDURE = "procedure" of "list procedure" {
        "code", M::Code, "text";
        "kind?", M::KindColumn, "regulation_kind", Asked;
        "name", M::Name, "text";
        "agency", M::Agency, "agency?";
        "field", M::Field, "text?";
        "status", M::Status, "regulation_status";
        "sheet_rows", M::SheetRows, "whole";
        "measures", M::Measures, "whole";
        "annual_cost_dong", M::AnnualCost, "dong?";
        "one_dong", M::OneCost, "dong?", Wide;
    }
}

/// The regulation with this code, a procedure too, wholly.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    if let Some(page) = procedure::page(from, code)? {
        return Ok(Some(page));
    }
    let Some(regulation) = from.reader.regulation(code)? else { return Ok(None) };
    about(from, |about| regulation_page(&regulation, about)).map(Some)
}

/// Regulations, or procedures by their own columns: those rows and columns that are wanted. They are many: their cost is computed only
/// where it is shown, sorted or asked for.
///
/// # Errors
/// The selection does not fit the columns; the workspace cannot be read.
pub fn table(from: &Source<'_>, kind: &TableKind, selection: &Selection) -> Result<Table> {
    let mut table = Table::of(kind, from.lang);
    let of_kind = (kind.name == PROCEDURE.name).then_some(RegulationKind::Procedure);
    // Where the order is that of the codes and nothing is left out, the first are read alone.
    for row in from.reader.first_regulation_rows(of_kind, selection.first())? {
        table.push(vec![
            row.code.into(),
            Cell::worded(row.kind, from.lang),
            row.name.into(),
            row.agency.into(),
            row.field.into(),
            Cell::worded(row.status, from.lang),
            row.sheet_rows.into(),
            row.measures.into(),
            Cell::Empty,
            Cell::Empty,
        ]);
    }
    if COSTS.iter().any(|cost| selection.rests_on(cost)) {
        fill_costs(from, &mut table)?;
        selection.choose(&mut table, from.reader)?;
        selection.cut(&mut table);
    } else {
        selection.choose(&mut table, from.reader)?;
        selection.cut(&mut table);
        if COSTS.iter().any(|cost| selection.wants(cost)) {
            fill_costs(from, &mut table)?;
        }
    }
    selection.columns(&mut table)?;
    Ok(table)
}

/// How many rows are computed one by one before the whole workspace is loaded at once.
const ONE_BY_ONE: usize = 64;

fn fill_costs(from: &Source<'_>, table: &mut Table) -> Result<()> {
    let at = COSTS.map(|cost| table.column(cost));
    let [Ok(annual), Ok(one)] = at else { return at.into_iter().find_map(Result::err).map_or(Ok(()), Err) };
    let rows = table.column("sheet_rows")?;
    let has_sheet = |row: &Vec<Cell>| row[rows] != Cell::Whole(0);
    if table.rows.iter().filter(|row| has_sheet(row)).count() <= ONE_BY_ONE {
        let rates = Rates::on(from.day, from.reader.all::<Parameter>()?);
        let figures = |code: &str| {
            let sheet = from.reader.sheet(code).ok().filter(|sheet| check_rows(sheet).is_empty())?;
            let whole = from.reader.population(code).ok()?;
            sheet_figures(&sheet, &rates, whole.as_ref()).ok().map(|figures| (figures.one, figures.annual))
        };
        let mut all = true;
        for row in table.rows.iter_mut().filter(|row| has_sheet(row)) {
            if let Cell::Text(code) = &row[0] {
                match figures(code) {
                    Some((once, year)) => (row[one], row[annual]) = (Cell::Dong(once), Cell::known(year, from.lang)),
                    None => all = false,
                }
            }
        }
        if all {
            return Ok(());
        }
    }
    // Tells of the sheets that cannot be computed, too.
    let snapshot = from.snapshot()?;
    for row in &mut table.rows {
        if let Cell::Text(code) = &row[0]
            && let Some(subject) = snapshot.live.find(code).filter(|s| s.has_sheet)
        {
            (row[one], row[annual]) = (Cell::Dong(subject.one), Cell::known(subject.known(), from.lang));
        }
    }
    Ok(())
}
