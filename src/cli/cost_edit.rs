//! `cost draft|set|add|remove`: first sheets, and corrections of cells.

use super::args::{CostAddArgs, CostDraftArgs, CostRowArgs, CostSetArgs};
use super::context::Context;
use super::nouns::{Noun, not_found};
use crate::cost::{Rates, first_sheet, set_cell, sheet_figures};
use crate::exchange::catalog;
use crate::model::{Activity, ActivityGroup, Cell, CellProvenance, Fraction, Provenance, Unit};
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Message, Result, clean_line, number};

/// Makes first sheets for procedures that have none.
pub(super) fn draft(context: &Context, args: &CostDraftArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let rules = catalog::first_sheet_rules()?;
    let rates = Rates::on(context.today(), workspace.parameters()?);
    let without: std::collections::HashSet<String> =
        workspace.regulation_rows()?.into_iter().filter(|r| r.sheet_rows == 0).map(|r| r.code).collect();
    let procedures = if args.all {
        workspace.procedures()?.into_iter().filter(|p| without.contains(&p.regulation.code)).collect()
    } else {
        let mut chosen = Vec::new();
        for code in &args.codes {
            let procedure = workspace.procedure(code)?.ok_or_else(|| not_found(Noun::Procedure, code))?;
            if !without.contains(code) {
                return Err(
                    Fault::usage(CliMessage::HasSheet.said(&[code])).hint(CliMessage::HasSheetHint.said(&[code]))
                );
            }
            chosen.push(procedure);
        }
        chosen
    };
    let mut sheets = Vec::new();
    for procedure in &procedures {
        sheets.push((procedure.regulation.code.clone(), first_sheet(procedure, &rules, &rates)?));
    }
    sheets.retain(|(_, sheet)| !sheet.is_empty());
    let rows: usize = sheets.iter().map(|(_, sheet)| sheet.len()).sum();
    workspace.change(&context.change("cost draft", ""), |writer| {
        for (code, sheet) in &sheets {
            writer.put_sheet(code, sheet)?;
        }
        Ok(())
    })?;
    context.tell(&CliMessage::Drafted.said(&[&sheets.len(), &rows]));
    Ok(())
}

/// Corrects cells of one row.
pub(super) fn set(context: &Context, args: &CostSetArgs) -> Result<()> {
    let provenance = read_provenance(args.provenance.as_deref())?;
    let note = args.note.as_deref().unwrap_or("");
    change_sheet(context, &args.code, "cost set", note, |sheet, rates| {
        let row = row_mut(sheet, &args.row)?;
        set_cells(row, &args.cells, provenance, rates)?;
        if let Some(source) = &args.source {
            row.source = clean_line(source);
        }
        Ok(())
    })
}

/// Adds a row at the end of its group.
pub(super) fn add(context: &Context, args: &CostAddArgs) -> Result<()> {
    let group = ActivityGroup::parse(&args.group)
        .ok_or_else(|| unknown(&args.group, names(ActivityGroup::ALL, ActivityGroup::name)))?;
    let provenance = read_provenance(args.provenance.as_deref())?;
    change_sheet(context, &args.code, "cost add", "", |sheet, rates| {
        let like = sheet.first().cloned();
        let mut row = Activity {
            id: String::new(),
            group,
            name: clean_line(&args.name),
            how: String::new(),
            component: None,
            tariff: like.as_ref().map_or_else(|| default_tariff(rates), |row| row.tariff.clone()),
            minutes: Fraction::ZERO,
            outsourcing: 0,
            charges: 0,
            staff: Fraction::ONE,
            times: like.as_ref().map_or(Fraction::ONE, |row| row.times),
            population: like.as_ref().map_or(1, |row| row.population),
            provenance: CellProvenance::default(),
            source: clean_line(args.source.as_deref().unwrap_or("")),
        };
        set_cells(&mut row, &args.cells, provenance, rates)?;
        let at = sheet.iter().rposition(|r| r.group <= group).map_or(0, |at| at + 1);
        sheet.insert(at, row);
        Ok(())
    })
}

/// Removes a row.
pub(super) fn remove(context: &Context, args: &CostRowArgs) -> Result<()> {
    change_sheet(context, &args.code, "cost remove", "", |sheet, _| {
        row_mut(sheet, &args.row)?;
        sheet.retain(|row| row.id != args.row);
        Ok(())
    })
}

/// The income per hour that comes first where a sheet is empty.
fn default_tariff(rates: &Rates) -> String {
    rates.ids_with_unit(Unit::DongPerHour).first().map_or_else(String::new, |id| (*id).to_owned())
}

fn change_sheet(
    context: &Context,
    code: &str,
    command: &str,
    note: &str,
    edit: impl FnOnce(&mut Vec<Activity>, &Rates) -> Result<()>,
) -> Result<()> {
    let mut workspace = context.open()?;
    workspace.regulation(code)?.ok_or_else(|| not_found(Noun::Regulation, code))?;
    let rates = Rates::on(context.today(), workspace.parameters()?);
    let before = workspace.sheet(code)?;
    let mut sheet = before.clone();
    edit(&mut sheet, &rates)?;
    let after = sheet_figures(&sheet, &rates)?.annual;
    let before = sheet_figures(&before, &rates)?.annual;
    save(&mut workspace, context, code, command, note, &sheet)?;
    let shown = |value: Fraction| number::whole(value.round(), context.lang);
    context.tell(&CliMessage::CostChanged.said(&[&code, &shown(before), &shown(after)]));
    Ok(())
}

fn save(
    workspace: &mut Workspace,
    context: &Context,
    code: &str,
    command: &str,
    note: &str,
    sheet: &[Activity],
) -> Result<()> {
    workspace.change(&context.change(command, note), |writer| writer.put_sheet(code, sheet)).map(|_| ())
}

fn row_mut<'a>(sheet: &'a mut [Activity], id: &str) -> Result<&'a mut Activity> {
    let ids: Vec<String> = sheet.iter().map(|row| row.id.clone()).collect();
    sheet.iter_mut().find(|row| row.id == id).ok_or_else(|| unknown(id, ids.join(", ")))
}

fn set_cells(row: &mut Activity, cells: &[String], provenance: Provenance, rates: &Rates) -> Result<()> {
    for cell in cells {
        let bad = || Fault::usage(CliMessage::BadCell.said(&[cell]));
        let (name, value) = cell.split_once('=').ok_or_else(bad)?;
        let value = clean_line(value);
        if let Some(cell) = Cell::parse(name.trim()) {
            if !set_cell(row, cell, &value, provenance) {
                return Err(bad());
            }
            continue;
        }
        match name.trim() {
            "staff" => row.staff = Fraction::parse(&value).filter(|v| !v.is_negative()).ok_or_else(bad)?,
            "how" => row.how = value,
            "name" => row.name = value,
            "tariff" => {
                rates.tariff(&value)?;
                row.tariff = value;
            }
            _ => return Err(bad()),
        }
    }
    Ok(())
}

/// Reads how sure a figure is; what nobody vouched for is an assumption.
pub(super) fn read_provenance(text: Option<&str>) -> Result<Provenance> {
    match text {
        None => Ok(Provenance::Assumption),
        Some(text) => Provenance::parse(text).ok_or_else(|| unknown(text, names(Provenance::ALL, Provenance::name))),
    }
}

/// A word that is not among those there are.
pub(super) fn unknown(given: &str, known: String) -> Fault {
    Fault::usage(CliMessage::UnknownWord.said(&[&given, &known]))
}

/// The names of all values of an enumeration, for messages.
pub(super) fn names<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|value| name(*value)).collect::<Vec<_>>().join(", ")
}
