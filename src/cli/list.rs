//! `list`: nouns in rows.

use super::args::ListArgs;
use super::context::Context;
use super::measure::measures_table;
use super::nouns::Noun;
use crate::cost::{Rates, sheet_figures};
use crate::model::{RegulationKind, check_rows};
use crate::store::Workspace;
use crate::view::answers::choices::agency_kind;
use crate::view::filter::{Condition, keep_where, sort_by};
use crate::view::{Cell, Format, Table, Worded};
use crate::words::Result;
use crate::words::cli::CliMessage;

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
    let noun = Noun::read(&args.kind, ACCEPTED)?;
    let conditions = Condition::all(&args.filters)?;
    let workspace = context.open()?;
    let mut table = match noun {
        Noun::Agency => agencies(context, &workspace)?,
        Noun::Instrument => instruments(context, &workspace)?,
        Noun::Regulation | Noun::Procedure => return regulations(context, &workspace, noun, args, &conditions),
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
        _ => linked_services(context, &workspace)?,
    };
    keep_where(&mut table, &conditions, &workspace)?;
    finish(context, &mut table, args)
}

fn finish(context: &Context, table: &mut Table, args: &ListArgs) -> Result<()> {
    if let Some(field) = &args.sort {
        sort_by(table, field)?;
    }
    table.rows.truncate(args.limit.unwrap_or(usize::MAX));
    if !args.columns.is_empty() {
        table.keep(&args.columns)?;
    } else if table.kind == "instrument" && matches!(context.form(), Format::Table | Format::Md) {
        // An instrument goes by its number, which people need not read twice.
        let keys = table.columns.iter().map(|c| c.key.to_owned()).filter(|key| key != "code");
        table.keep(&keys.collect::<Vec<_>>())?;
    }
    context.answer(table)
}

/// Regulations are many: their cost is computed only where it is shown, sorted or asked for.
fn regulations(
    context: &Context,
    workspace: &Workspace,
    noun: Noun,
    args: &ListArgs,
    conditions: &[Condition],
) -> Result<()> {
    use CliMessage as M;
    let kind = if noun == Noun::Procedure { "procedure" } else { "regulation" };
    let mut table = Table::new(
        kind,
        context.lang,
        &[
            ("code", M::Code),
            ("kind", M::KindColumn),
            ("name", M::Name),
            ("agency", M::Agency),
            ("field", M::Field),
            ("status", M::Status),
            ("sheet_rows", M::SheetRows),
            ("measures", M::Measures),
            (COST, M::AnnualCost),
        ],
    );
    let of_kind = (noun == Noun::Procedure).then_some(RegulationKind::Procedure);
    // Where the order is that of the codes and nothing is left out, the first are read alone.
    let most = args.limit.filter(|_| conditions.is_empty() && args.sort.is_none());
    for row in workspace.first_regulation_rows(of_kind, most)? {
        table.push(vec![
            row.code.into(),
            Cell::Named(row.kind.name(), context.word(row.kind.word())),
            row.name.into(),
            row.agency.into(),
            row.field.into(),
            Cell::Named(row.status.name(), context.word(row.status.word())),
            row.sheet_rows.into(),
            row.measures.into(),
            Cell::Empty,
        ]);
    }
    let asks_cost = |key: &str| key.trim_start_matches('-') == COST;
    let early = !conditions.iter().any(|c| asks_cost(&c.key)) && !args.sort.as_deref().is_some_and(asks_cost);
    if early {
        keep_where(&mut table, conditions, workspace)?;
        if let Some(field) = &args.sort {
            sort_by(&mut table, field)?;
        }
        table.rows.truncate(args.limit.unwrap_or(usize::MAX));
    }
    if args.columns.is_empty() || args.columns.iter().any(|c| c == COST) || !early {
        fill_costs(context, workspace, &mut table)?;
    }
    if noun == Noun::Procedure && args.columns.is_empty() {
        let keys: Vec<String> = table.columns.iter().map(|c| c.key.to_owned()).filter(|key| key != "kind").collect();
        keep_where(&mut table, if early { &[] } else { conditions }, workspace)?;
        if let (false, Some(field)) = (early, &args.sort) {
            sort_by(&mut table, field)?;
        }
        table.rows.truncate(args.limit.unwrap_or(usize::MAX));
        table.keep(&keys)?;
        return context.answer(&table);
    }
    keep_where(&mut table, if early { &[] } else { conditions }, workspace)?;
    finish(context, &mut table, args)
}

/// How many rows are computed one by one before the whole workspace is loaded at once.
const ONE_BY_ONE: usize = 64;

fn fill_costs(context: &Context, workspace: &Workspace, table: &mut Table) -> Result<()> {
    let at = table.column(COST)?;
    let has_sheet = |row: &Vec<Cell>| row.get(6) != Some(&Cell::Whole(0));
    if table.rows.iter().filter(|row| has_sheet(row)).count() <= ONE_BY_ONE {
        let rates = Rates::on(context.today(), workspace.parameters()?);
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

fn agencies(context: &Context, workspace: &Workspace) -> Result<Table> {
    use CliMessage as M;
    let columns =
        [("code", M::Code), ("kind", M::KindColumn), ("name", M::Name), ("name_en", M::NameEn), ("also", M::AlsoNamed)];
    let mut table = Table::new("agency", context.lang, &columns);
    for agency in workspace.agencies()? {
        let names: Vec<String> = agency.names.into_iter().map(|n| n.name).collect();
        table.push(vec![
            agency.code.into(),
            Cell::Named(agency.kind.name(), context.word(agency_kind(agency.kind))),
            agency.name.into(),
            agency.name_en.into(),
            names.join("; ").into(),
        ]);
    }
    Ok(table)
}

fn instruments(context: &Context, workspace: &Workspace) -> Result<Table> {
    use CliMessage as M;
    let columns = [
        ("code", M::Number),
        ("number", M::Number),
        ("title", M::Name),
        ("issuer", M::Issuer),
        ("issued", M::Issued),
        ("effective", M::Effective),
        ("expired", M::Expired),
        ("versions", M::Versions),
        ("procedures", M::Procedures),
        ("measures", M::Measures),
    ];
    let mut table = Table::new("instrument", context.lang, &columns);
    let day = |date: Option<jiff::civil::Date>| date.map_or(Cell::Empty, Cell::Day);
    for (instrument, row) in workspace.instruments()?.into_iter().zip(workspace.instrument_rows()?) {
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

fn programmes(context: &Context, workspace: &Workspace) -> Result<Table> {
    use CliMessage as M;
    let columns = [
        ("code", M::Programme),
        ("name", M::Name),
        ("baseline", M::BaselineDate),
        ("target", M::Target),
        ("metric", M::Metric),
        ("percent", M::TargetPercent),
        ("due", M::Due),
    ];
    let mut table = Table::new("programme", context.lang, &columns);
    for programme in workspace.programmes()? {
        for target in &programme.targets {
            table.push(vec![
                programme.code.clone().into(),
                Cell::names(&programme.name, Some(&programme.name_en)),
                Cell::Day(programme.baseline),
                target.id.clone().into(),
                Cell::Named(target.metric.name(), context.word(target.metric.word())),
                Cell::Percent(target.percent),
                Cell::Day(target.due),
            ]);
        }
    }
    Ok(table)
}

fn parameters(context: &Context, workspace: &Workspace) -> Result<Table> {
    use CliMessage as M;
    let columns = [
        ("code", M::Code),
        ("from", M::From),
        ("value", M::Value),
        ("unit", M::Unit),
        ("name", M::Name),
        ("provenance", M::Provenance),
        ("source", M::Source),
    ];
    let mut table = Table::new("parameter", context.lang, &columns);
    for parameter in workspace.parameters()? {
        table.push(vec![
            parameter.id.into(),
            Cell::Day(parameter.from),
            Cell::Exact(parameter.value),
            parameter.unit.name().into(),
            Cell::names(parameter.name, Some(parameter.name_en)),
            Cell::Named(parameter.provenance.name(), context.word(parameter.provenance.word())),
            parameter.source.into(),
        ]);
    }
    Ok(table)
}

fn linked_services(context: &Context, workspace: &Workspace) -> Result<Table> {
    use CliMessage as M;
    let columns = [("code", M::Code), ("name", M::Name), ("members", M::Members)];
    let mut table = Table::new("linked_service", context.lang, &columns);
    for service in workspace.linked_services()? {
        table.push(vec![
            service.code.into(),
            Cell::names(service.name, service.name_en),
            service.members.join(" → ").into(),
        ]);
    }
    Ok(table)
}
