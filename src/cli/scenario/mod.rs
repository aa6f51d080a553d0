//! `scenario`: sets of measures.

mod chance;
mod resolve;
mod tornado;

use super::Answer;
use super::args::ScenarioCommand;
use super::context::Context;
use super::output::{Cell, Table};
use crate::text::Result;
use crate::text::messages::cli::CliMessage as M;

/// Runs a command of `scenario`.
pub(super) fn run(context: &Context, command: ScenarioCommand) -> Result<Answer> {
    match command {
        ScenarioCommand::List => list(context).map(|()| Answer::Done),
        ScenarioCommand::Chance(args) => chance::run(context, &args).map(|()| Answer::Done),
        ScenarioCommand::Tornado(args) => tornado::run(context, &args).map(|()| Answer::Done),
    }
}

fn list(context: &Context) -> Result<()> {
    let columns = [
        ("code", M::Code),
        ("name", M::Name),
        ("programme", M::Programme),
        ("measures", M::Measures),
        ("note", M::Note),
    ];
    let mut table = Table::new("scenario", context.lang, &columns);
    for scenario in context.open()?.scenarios()? {
        let measures: Cell = scenario.measures.len().into();
        table.push(vec![
            scenario.code.into(),
            scenario.name.into(),
            scenario.programme.into(),
            measures,
            scenario.note.into(),
        ]);
    }
    context.answer(&table)
}
