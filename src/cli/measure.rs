//! `measure`: proposed cuts, with their effect.

use super::args::{MeasureCommand, MeasureListArgs};
use super::context::Context;
use super::{Answer, measure_edit};
use crate::desk::not_found;
use crate::model::Kind;
use crate::store::Workspace;
use crate::view::Cell;
use crate::view::nouns::measure as view;
use crate::words::Result;
use serde_json::Value;

/// Runs a command of `measure`.
pub(super) fn run(context: &Context, command: MeasureCommand) -> Result<Answer> {
    let done = |result: Result<()>| result.map(|()| Answer::Done);
    match command {
        MeasureCommand::Add(args) => measure_edit::add(context, &args),
        MeasureCommand::Edit(args) => measure_edit::edit(context, &args),
        MeasureCommand::List(args) => done(list(context, &args)),
        MeasureCommand::Show(args) => {
            done(super::show::page(context, &context.open()?, Kind::Measure, &args.code, context.today()))
        }
        MeasureCommand::Move(args) => measure_edit::advance(context, &args),
        MeasureCommand::Remove(args) => measure_edit::remove(context, &args),
    }
}

fn list(context: &Context, args: &MeasureListArgs) -> Result<()> {
    let workspace = context.open()?;
    let mut table = view::table(&context.source(&workspace, context.today()))?;
    if let Some(code) = &args.regulation {
        workspace.regulation(code)?.ok_or_else(|| not_found(Kind::Regulation, code))?;
        let at = table.column("regulation")?;
        table.rows.retain(|row| row[at] == Cell::Text(code.clone()));
    }
    context.answer_list(table, &args.options, &workspace)
}

/// Shows a measure that was changed; to programs with more fields beside those of the measure.
pub(super) fn show_changed(context: &Context, workspace: &Workspace, code: &str, more: Value) -> Result<()> {
    let page = view::page(&context.source(workspace, context.today()), code)?;
    let mut page = page.ok_or_else(|| not_found(Kind::Measure, code))?;
    page.fields(more);
    context.answer_page(&page)
}
