//! `cost draft|set|add|remove`: first sheets, and corrections of cells.

use super::args::{CostAddArgs, CostClearArgs, CostCopyArgs, CostDraftArgs, CostRowArgs, CostSetArgs};
use super::context::Context;
use super::{Answer, overwrite};
use crate::cost::RowField;
use crate::desk::{AddRow, Expected, Outcome, RemoveRow, RowEdit, SetRow, SheetChange};
use crate::model::{ActivityGroup, Fraction, Provenance};
use crate::store::{Changed, Workspace};
use crate::text::Lang;
use crate::view::Cell;
use crate::words::cause::CauseWord;
use crate::words::cli::CliMessage;
use crate::words::measure::MeasureWord;
use crate::words::sheet::SheetWord;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Value, json};

/// Makes first sheets for procedures that have none.
pub(super) fn draft(context: &Context, args: &CostDraftArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let codes = if args.all { None } else { Some(args.codes.as_slice()) };
    let drafted = context.desk(&mut workspace, "cost draft", "").draft_sheets(codes)?;
    let made = drafted.value;
    let more = json!({"sheets": made.sheets, "sheet_rows": made.rows});
    context.done_with(&workspace, &drafted, &CliMessage::Drafted.said(&[&made.sheets, &made.rows]), more)?;
    Ok(Answer::Done)
}

/// Corrects cells of one row.
pub(super) fn set(context: &Context, args: &CostSetArgs) -> Result<Answer> {
    let provenance = read_provenance(args.provenance.as_deref())?;
    let mut edits = read_edits(&args.cells, provenance)?;
    if let Some(source) = &args.source {
        edits.push(RowEdit { field: RowField::Source, typed: Some(source.clone()), provenance });
    }
    once(&edits)?;
    let expected = read_expected(&args.expect, &args.cells)?;
    let asked = SetRow { regulation: args.code.clone(), row: args.row.clone(), edits, expected };
    let mut workspace = context.open()?;
    let note = args.note.as_deref().unwrap_or("");
    let set = context.desk(&mut workspace, "cost set", note).set_row(&asked)?;
    answer(context, &workspace, &args.code, &args.row, set)
}

/// Adds a row at the end of its group.
pub(super) fn add(context: &Context, args: &CostAddArgs) -> Result<Answer> {
    let group = ActivityGroup::parse(&args.group)
        .ok_or_else(|| unknown(&args.group, names(ActivityGroup::ALL, ActivityGroup::name)))?;
    let provenance = read_provenance(args.provenance.as_deref())?;
    let mut edits = read_edits(&args.cells, provenance)?;
    if let Some(source) = &args.source {
        edits.push(RowEdit { field: RowField::Source, typed: Some(source.clone()), provenance });
    }
    once(&edits)?;
    let asked = AddRow { regulation: args.code.clone(), group, name: args.name.clone(), edits };
    let mut workspace = context.open()?;
    let Changed { value, change } = context.desk(&mut workspace, "cost add", "").add_row(&asked)?;
    let row = value.row.clone();
    answer(context, &workspace, &args.code, &row, Changed { value: Outcome::Done(value), change })
}

/// Removes a row.
pub(super) fn remove(context: &Context, args: &CostRowArgs) -> Result<Answer> {
    let asked = RemoveRow { regulation: args.code.clone(), row: args.row.clone(), seen: None };
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "cost remove", "").remove_row(&asked)?;
    answer(context, &workspace, &args.code, &args.row, removed)
}

/// Removes all rows of a sheet.
pub(super) fn clear(context: &Context, args: &CostClearArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let cleared = context.desk(&mut workspace, "cost clear", "").clear_sheet(&args.code)?;
    let said = CliMessage::SheetCleared.said(&[&args.code, &cleared.value]);
    context.done_with(&workspace, &cleared, &said, json!({"regulation": args.code, "sheet_rows": cleared.value}))?;
    Ok(Answer::Done)
}

/// Takes a sheet as the start of another.
pub(super) fn copy(context: &Context, args: &CostCopyArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let copied = context.desk(&mut workspace, "cost copy", "").copy_sheet(&args.from, &args.to)?;
    let said = CliMessage::SheetCopied.said(&[&args.to, &copied.value, &args.from]);
    context.done_with(&workspace, &copied, &said, json!({"regulation": args.to, "sheet_rows": copied.value}))?;
    Ok(Answer::Done)
}

/// Where the cells of a sheet lie.
const SHEET: overwrite::Place = overwrite::Place { tables: &["activity"], parameters: Vec::new() };

/// Says what became of a sheet.
fn answer(
    context: &Context,
    workspace: &Workspace,
    code: &str,
    row: &str,
    changed: Changed<Outcome<SheetChange>>,
) -> Result<Answer> {
    let Changed { value, change } = changed;
    let sheet = match value {
        Outcome::Stands(standing) => return overwrite::stands(context, &format!("{code} {row}"), &SHEET, &standing),
        Outcome::Done(sheet) => sheet,
    };
    let said = |lang: Lang| {
        let shown = |cost: Option<Fraction>| {
            cost.map_or_else(|| SheetWord::NotComputed.text(lang).to_owned(), |c| crate::view::dong(c, lang))
        };
        let total = CliMessage::CostChanged.with(lang, &[&code, &shown(sheet.before), &shown(sheet.after)]);
        total + &overwrite::lines(context, lang, &sheet.row, &SHEET, &sheet.replaced)
    };
    let dong = |cost: Option<Fraction>| cost.map_or(Value::Null, |cost| Cell::Dong(cost).json());
    let more = json!({
        "regulation": code, "row": sheet.row,
        "annual_cost_before_dong": dong(sheet.before), "annual_cost_dong": dong(sheet.after),
        "replaced": overwrite::json(&sheet.replaced),
    });
    let said = Said::by(said);
    context.done_with(workspace, &Changed { value: sheet, change }, &said, more)?;
    Ok(Answer::Done)
}

/// Reads `NAME=VALUE` for each field of a row.
fn read_edits(cells: &[String], provenance: Provenance) -> Result<Vec<RowEdit>> {
    let read = |cell: &String| {
        let bad = || Fault::usage(CliMessage::BadCell.said(&[cell]));
        let (name, typed) = cell.split_once('=').ok_or_else(bad)?;
        let (field, typed) = RowField::typed(name.trim(), typed).ok_or_else(bad)?;
        Ok(RowEdit { field, typed: Some(typed), provenance })
    };
    cells.iter().map(read).collect()
}

/// Refuses a field that is given twice.
fn once(edits: &[RowEdit]) -> Result<()> {
    let twice =
        edits.iter().enumerate().find(|(at, edit)| edits.iter().take(*at).any(|other| other.field == edit.field));
    twice.map_or(Ok(()), |(_, edit)| Err(Fault::usage(CauseWord::DuplicateField.said(&[&edit.field.name()]))))
}

/// Reads what must stand there: `NAME=VALUE`, or the value alone where one cell is set.
fn read_expected(expected: &[String], cells: &[String]) -> Result<Vec<Expected<RowField>>> {
    let only = match cells {
        [cell] => cell.split_once('=').and_then(|(name, _)| RowField::parse(name.trim())),
        _ => None,
    };
    let read = |text: &String| {
        let named = match text.split_once('=') {
            Some((name, value)) => RowField::parse(name.trim()).map(|field| (field, value)),
            None => only.map(|field| (field, text.as_str())),
        };
        let (field, value) = named
            .ok_or_else(|| Fault::usage(SheetWord::BadExpect.said(&[text])).hint(SheetWord::BadExpectHint.said(&[])))?;
        Ok(Expected { field, value: value.to_owned(), provenance: None })
    };
    expected.iter().map(read).collect()
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
    Fault::usage(MeasureWord::UnknownWord.said(&[&given, &known]))
}

/// The names of all values of an enumeration, for messages.
pub(super) fn names<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|value| name(*value)).collect::<Vec<_>>().join(", ")
}
