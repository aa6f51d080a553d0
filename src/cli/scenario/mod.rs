//! `scenario`: sets of measures and their figures.

mod chosen;
pub(super) mod compare;
mod diff;
mod edit;
pub(super) mod show;

pub(super) use chosen::measures_of;
pub(super) use compare::scenarios_table;
pub(super) use show::show_scenario;

mod chance;
mod resolve;
pub(super) mod tornado;

mod solve;
mod solve_text;

use super::Answer;
use super::args::ScenarioCommand;
use super::context::Context;
use crate::words::Result;

/// Runs a command of `scenario`.
pub(super) fn run(context: &Context, command: ScenarioCommand) -> Result<Answer> {
    let done = |result: Result<()>| result.map(|()| Answer::Done);
    match command {
        ScenarioCommand::Solve(args) => solve::run(context, &args),
        ScenarioCommand::New(args) => done(edit::new(context, &args)),
        ScenarioCommand::List(options) => {
            let workspace = context.open()?;
            done(context.answer_list(scenarios_table(context, &workspace)?, &options, &workspace))
        }
        ScenarioCommand::Show(args) => done(show::run(context, &args)),
        ScenarioCommand::Compare(args) => done(compare::run(context, &args)),
        ScenarioCommand::Copy(args) => done(edit::copy(context, &args)),
        ScenarioCommand::Edit(args) => done(edit::edit(context, &args)),
        ScenarioCommand::Diff(args) => diff::run(context, &args),
        ScenarioCommand::Remove(args) => done(edit::remove(context, &args)),
        ScenarioCommand::Chance(args) => chance::run(context, &args).map(|()| Answer::Done),
        ScenarioCommand::Tornado(args) => tornado::run(context, &args).map(|()| Answer::Done),
    }
}
