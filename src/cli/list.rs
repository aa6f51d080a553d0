//! `list`: nouns in rows.

use super::args::ListArgs;
use super::context::Context;
use super::measure::measures_table;
use super::nouns::{self, Noun};
use crate::cost::{Rates, sheet_figures};
use crate::model::{Agency, Instrument, Parameter, Programme, RegulationKind, check_rows};
use crate::store::Workspace;
use crate::view::filter::Selection;
use crate::view::{Cell, Table, TableKind, declare};
use crate::words::Result;
use crate::words::cli::CliMessage as M;

const ACCEPTED: &[Noun] = &[
    Noun::Agency,
    Noun::Instrument,
    Noun::Regulation,
    Noun::Procedure,
    Noun::Measure,
    Noun::Programme,
    Noun::Parameter,
    Noun::MeasureKind,
    Noun::LinkedService,
    Noun::InstrumentLevel,
    Noun::Scenario,
    Noun::Directive,
    Noun::Assignment,
    Noun::Campaign,
    Noun::Indicator,
    Noun::Uncertainty,
    Noun::StateData,
];

/// Column of the cost per year, which is computed only for the rows that are shown.
const COST: &str = "annual_cost_dong";

/// Lists nouns of a kind.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<()> {
    let noun = nouns::read(&args.kind, ACCEPTED)?;
    let selection = args.options.selection()?;
    let workspace = context.open()?;
    let mut table = match noun {
        Noun::Agency => agencies(context, &workspace)?,
        Noun::Instrument => instruments(context, &workspace)?,
        Noun::Regulation => return regulations(context, &workspace, &REGULATION, &selection),
        Noun::Procedure => return regulations(context, &workspace, &PROCEDURE, &selection),
        Noun::Measure => measures_table(context, &workspace)?,
        Noun::Programme => programmes(context, &workspace)?,
        Noun::Parameter => parameters(context, &workspace)?,
        Noun::MeasureKind => super::levels::measure_kinds(context, &workspace)?,
        Noun::InstrumentLevel => super::levels::instrument_levels(context, &workspace)?,
        Noun::Scenario => super::scenario::scenarios_table(context, &workspace)?,
        Noun::Directive | Noun::Assignment | Noun::Campaign | Noun::Indicator => {
            super::assign::table(context, &workspace, noun)?
        }
        Noun::Uncertainty => super::uncertainty::table(context, &workspace)?,
        Noun::StateData => super::state_data::table(context, &workspace)?,
        _ => super::linked::table(context, &workspace, context.today())?,
    };
    selection.apply(&mut table, &workspace)?;
    context.answer(&table)
}

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
    }
}

/// Regulations are many: their cost is computed only where it is shown, sorted or asked for.
fn regulations(context: &Context, workspace: &Workspace, kind: &TableKind, selection: &Selection) -> Result<()> {
    let mut table = Table::of(kind, context.lang);
    let of_kind = (kind.name == PROCEDURE.name).then_some(RegulationKind::Procedure);
    // Where the order is that of the codes and nothing is left out, the first are read alone.
    for row in workspace.first_regulation_rows(of_kind, selection.first())? {
        table.push(vec![
            row.code.into(),
            Cell::worded(row.kind, context.lang),
            row.name.into(),
            row.agency.into(),
            row.field.into(),
            Cell::worded(row.status, context.lang),
            row.sheet_rows.into(),
            row.measures.into(),
            Cell::Empty,
        ]);
    }
    if selection.rests_on(COST) {
        fill_costs(context, workspace, &mut table)?;
        selection.choose(&mut table, workspace)?;
        selection.cut(&mut table);
    } else {
        selection.choose(&mut table, workspace)?;
        selection.cut(&mut table);
        if selection.wants(COST) {
            fill_costs(context, workspace, &mut table)?;
        }
    }
    selection.columns(&mut table)?;
    context.answer(&table)
}

/// How many rows are computed one by one before the whole workspace is loaded at once.
const ONE_BY_ONE: usize = 64;

fn fill_costs(context: &Context, workspace: &Workspace, table: &mut Table) -> Result<()> {
    let at = table.column(COST)?;
    let rows = table.column("sheet_rows")?;
    let has_sheet = |row: &Vec<Cell>| row[rows] != Cell::Whole(0);
    if table.rows.iter().filter(|row| has_sheet(row)).count() <= ONE_BY_ONE {
        let rates = Rates::on(context.today(), workspace.all::<Parameter>()?);
        let annual = |code: &str| {
            let sheet = workspace.sheet(code).ok().filter(|sheet| check_rows(sheet).is_empty())?;
            sheet_figures(&sheet, &rates).ok().map(|figures| figures.annual)
        };
        let mut all = true;
        for row in table.rows.iter_mut().filter(|row| has_sheet(row)) {
            if let Cell::Text(code) = &row[0] {
                match annual(code) {
                    Some(annual) => row[at] = Cell::Dong(annual),
                    None => all = false,
                }
            }
        }
        if all {
            return Ok(());
        }
    }
    // Tells of the sheets that cannot be computed, too.
    let snapshot = workspace.snapshot(context.today())?;
    for row in &mut table.rows {
        if let Cell::Text(code) = &row[0]
            && let Some(subject) = snapshot.live.find(code).filter(|s| s.has_sheet)
        {
            row[at] = Cell::Dong(subject.annual);
        }
    }
    Ok(())
}

declare! {
    AGENCY = "agency" of "list agency" {
        "code", M::Code, "text";
        "kind", M::KindColumn, "agency_kind";
        "name", M::Name, "text";
        "name_en", M::NameEn, "text?";
        "also", M::AlsoNamed, "text";
    }
}

fn agencies(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&AGENCY, context.lang);
    for agency in workspace.all::<Agency>()? {
        let names: Vec<String> = agency.names.into_iter().map(|n| n.name).collect();
        table.push(vec![
            agency.code.into(),
            Cell::worded(agency.kind, context.lang),
            agency.name.into(),
            agency.name_en.into(),
            names.join("; ").into(),
        ]);
    }
    Ok(table)
}

declare! {
    INSTRUMENT = "instrument" of "list instrument" {
        "code", M::Number, "text", Programs;
        "number", M::Number, "text";
        "title", M::Name, "text";
        "issuer", M::Issuer, "text?";
        "issued", M::Issued, "day?";
        "effective", M::Effective, "day?";
        "expired", M::Expired, "day?";
        "versions", M::Versions, "whole";
        "procedures", M::Procedures, "whole";
        "measures", M::Measures, "whole";
    }
}

fn instruments(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&INSTRUMENT, context.lang);
    let day = |date: Option<jiff::civil::Date>| date.map_or(Cell::Empty, Cell::Day);
    for (instrument, row) in workspace.all::<Instrument>()?.into_iter().zip(workspace.instrument_rows()?) {
        table.push(vec![
            instrument.number.clone().into(),
            instrument.number.into(),
            instrument.title.into(),
            instrument.issuer.into(),
            day(instrument.issued),
            day(instrument.effective),
            day(instrument.expired),
            row.versions.into(),
            row.procedures.into(),
            row.measures.into(),
        ]);
    }
    Ok(table)
}

declare! {
    PROGRAMME = "programme" of "list programme" {
        "code", M::Programme, "programme";
        "name", M::Name, "names";
        "baseline", M::BaselineDate, "day";
        "target", M::Target, "text";
        "metric", M::Metric, "metric";
        "percent", M::TargetPercent, "percent";
        "due", M::Due, "day";
    }
}

fn programmes(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&PROGRAMME, context.lang);
    for programme in workspace.all::<Programme>()? {
        for target in &programme.targets {
            table.push(vec![
                programme.code.clone().into(),
                Cell::names(&programme.name, Some(&programme.name_en)),
                Cell::Day(programme.baseline),
                target.id.clone().into(),
                Cell::worded(target.metric, context.lang),
                Cell::Percent(target.percent),
                Cell::Day(target.due),
            ]);
        }
    }
    Ok(table)
}

declare! {
    PARAMETER = "parameter" of "list parameter" {
        "code", M::Code, "text";
        "from", M::From, "day";
        "value", M::Value, "number";
        "unit", M::Unit, "unit";
        "name", M::Name, "names";
        "provenance", M::Provenance, "provenance";
        "source", M::Source, "text";
    }
}

fn parameters(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&PARAMETER, context.lang);
    for parameter in workspace.all::<Parameter>()? {
        table.push(vec![
            parameter.id.into(),
            Cell::Day(parameter.from),
            Cell::Exact(parameter.value),
            parameter.unit.name().into(),
            Cell::names(parameter.name, Some(parameter.name_en)),
            Cell::worded(parameter.provenance, context.lang),
            parameter.source.into(),
        ]);
    }
    Ok(table)
}
