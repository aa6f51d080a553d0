//! `scenario`: sets of measures and their figures.

mod edit;
mod solve;

use super::Answer;
use super::args::{DrawArgs, ScenarioCommand, ScenarioCompareArgs, ScenarioDiffArgs};
use super::context::Context;
use crate::desk::named_scenario;
use crate::reform::Snapshot;
use crate::reform::chance::{Draws, Scale};
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::filter::Condition;
use crate::view::nouns::scenario;
use crate::words::Result;
use std::collections::BTreeSet;

/// Runs a command of `scenario`.
pub(super) fn run(context: &Context, command: ScenarioCommand) -> Result<Answer> {
    let done = |result: Result<()>| result.map(|()| Answer::Done);
    match command {
        ScenarioCommand::Solve(args) => solve::run(context, &args),
        ScenarioCommand::New(args) => done(edit::new(context, &args)),
        ScenarioCommand::List(options) => {
            let workspace = context.open()?;
            let table = scenario::table(&context.source(&workspace, context.today()))?;
            done(context.answer_list(table, &options, &workspace))
        }
        ScenarioCommand::Show(args) => match args.by {
            None => {
                let workspace = context.open()?;
                let from = context.source(&workspace, context.today());
                let page = scenario::show(&from, &args.code, args.programme.as_deref())?;
                done(page.iter().try_for_each(|page| context.answer_page(page)))
            }
            by => {
                let (codes, filters, programme) = (vec![args.code], Vec::new(), args.programme);
                done(compare(context, &ScenarioCompareArgs { codes, by, filters, programme }))
            }
        },
        ScenarioCommand::Compare(args) => done(compare(context, &args)),
        ScenarioCommand::Copy(args) => done(edit::copy(context, &args)),
        ScenarioCommand::Edit(args) => done(edit::edit(context, &args)),
        ScenarioCommand::Diff(args) => diff(context, &args),
        ScenarioCommand::Remove(args) => done(edit::remove(context, &args)),
        ScenarioCommand::Chance(args) => {
            let (workspace, asked) = (context.open()?, &args.draw);
            let from = context.source(&workspace, context.today());
            let draws = draws(asked, args.level);
            done(context.answer_page(&scenario::chance(&from, &asked.scenario, asked.programme.as_deref(), &draws)?))
        }
        ScenarioCommand::Tornado(args) => {
            let (workspace, asked) = (context.open()?, &args.draw);
            let from = context.source(&workspace, context.today());
            let scale = if args.percent { Scale::Percent } else { Scale::Saved };
            let (programme, draws) = (asked.programme.as_deref(), draws(asked, 90));
            done(context.answer(&scenario::tornado(&from, &asked.scenario, programme, &draws, scale, args.limit)?))
        }
    }
}

/// The codes of the measures of a scenario, by its name, stored or special.
pub(super) fn measures_of(
    context: &Context,
    workspace: &Workspace,
    snapshot: &Snapshot,
    code: &str,
) -> Result<BTreeSet<String>> {
    let scenario = named_scenario(workspace, &snapshot.measures, code, context.today(), context.lang)?;
    Ok(scenario.measures.into_iter().collect())
}

/// Scenarios side by side, in total or by group.
fn compare(context: &Context, args: &ScenarioCompareArgs) -> Result<()> {
    let (conditions, programme) = (Condition::all(&args.filters)?, args.programme.as_deref());
    let workspace = context.open()?;
    let from = context.source(&workspace, context.today());
    // Programs get the same order whatever the language.
    let order = if context.form().is_for_people() { context.lang } else { Lang::Vi };
    context.answer(&match args.by {
        Some(axis) => scenario::by_group(&from, &args.codes, axis, programme, &conditions, order)?,
        None => scenario::compare(&from, &args.codes, programme, &conditions)?,
    })
}

/// How to draw.
fn draws(args: &DrawArgs, level: u8) -> Draws {
    let draws = usize::try_from(args.draws).unwrap_or(usize::MAX);
    Draws { draws, seed: args.seed, threads: usize::from(args.threads), level }
}

/// What differs between two; the answer is "no" where anything does.
fn diff(context: &Context, args: &ScenarioDiffArgs) -> Result<Answer> {
    let workspace = context.open()?;
    let from = context.source(&workspace, context.today());
    let table = scenario::diff(&from, [&args.one, &args.other], args.programme.as_deref())?;
    context.answer(&table)?;
    Ok(if table.rows.is_empty() { Answer::Done } else { Answer::No })
}
