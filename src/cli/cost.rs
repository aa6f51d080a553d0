//! `cost`: sheets with their formulae, totals, figures to question.

use super::Answer;
use super::args::{CostCommand, CostShowArgs, CostTotalArgs, ListOptions};
use super::context::Context;
use super::{cost_check, cost_edit, cost_method, cost_observe, cost_population};
use crate::desk::not_found;
use crate::model::{Activity, Kind, Regulation};
use crate::store::Workspace;
use crate::view::cost;
use crate::view::nouns::cost_sheet;
use crate::words::sheet::SheetWord;
use crate::words::{Fault, Message, Result};

/// Runs a command of `cost`.
pub(super) fn run(context: &Context, command: CostCommand) -> Result<Answer> {
    let done = |result: Result<()>| result.map(|()| Answer::Done);
    match command {
        CostCommand::Show(args) => done(show(context, &args)),
        CostCommand::Total(args) => done(total(context, &args)),
        CostCommand::Check(args) => cost_check::run(context, &args),
        CostCommand::Method(command) => cost_method::run(context, &command),
        CostCommand::Population(args) => cost_population::run(context, &args),
        CostCommand::Observe(args) => cost_observe::run(context, &args),
        CostCommand::Plan(options) => done(plan(context, &options)),
        CostCommand::Draft(args) => cost_edit::draft(context, &args),
        CostCommand::Set(args) => cost_edit::set(context, &args),
        CostCommand::Add(args) => cost_edit::add(context, &args),
        CostCommand::Remove(args) => cost_edit::remove(context, &args),
        CostCommand::Clear(args) => cost_edit::clear(context, &args),
        CostCommand::Copy(args) => cost_edit::copy(context, &args),
    }
}

fn show(context: &Context, args: &CostShowArgs) -> Result<()> {
    if let Some(method) = &args.method {
        return cost_method::show_sheet(context, &args.code, method);
    }
    let workspace = context.open()?;
    let (regulation, sheet) = costed(&workspace, &args.code)?;
    context.note_conflicts(&workspace, &args.code)?;
    context.answer_page(&cost_sheet::page(&context.source(&workspace, context.today()), &regulation, &sheet)?)
}

fn total(context: &Context, args: &CostTotalArgs) -> Result<()> {
    let method = args.method.as_deref().map(cost_method::in_dong).transpose()?;
    let workspace = context.open()?;
    let from = context.source(&workspace, context.today());
    context.answer(&match &method {
        Some(method) => cost::method::total(&from, method, args.by)?,
        None => cost::total(&from, args.by, args.linked)?,
    })
}

/// What to survey first.
fn plan(context: &Context, options: &ListOptions) -> Result<()> {
    let workspace = context.open()?;
    let table = cost::plan::table(&context.source(&workspace, context.today()))?;
    context.answer_list(table, options, &workspace)
}

/// A regulation with its sheet.
///
/// # Errors
/// There is no such regulation, or it has no sheet.
pub(super) fn costed(workspace: &Workspace, code: &str) -> Result<(Regulation, Vec<Activity>)> {
    let regulation = workspace.regulation(code)?.ok_or_else(|| not_found(Kind::Regulation, code))?;
    let sheet = workspace.sheet(code)?;
    if sheet.is_empty() {
        return Err(Fault::missing(SheetWord::NoSheet.said(&[&code])).hint(SheetWord::NoSheetHint.said(&[&code])));
    }
    Ok((regulation, sheet))
}
