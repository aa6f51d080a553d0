//! `baseline`: frozen baselines of programmes.

use super::args::{BaselineCommand, BaselineFreezeArgs};
use super::context::Context;
use super::output::{Cell, Table};
use crate::desk::{Freeze, Frozen};
use crate::text::messages::cli::CliMessage;
use crate::text::{Message, Result};

/// Runs a command of `baseline`.
pub(super) fn run(context: &Context, command: BaselineCommand) -> Result<()> {
    match command {
        BaselineCommand::Freeze(args) => freeze(context, &args),
        BaselineCommand::List => list(context),
        BaselineCommand::Drop(args) => {
            let mut workspace = context.open()?;
            let dropped = context.desk(&mut workspace, "baseline drop", "").drop_baseline(&args.programme)?;
            context.done(&workspace, &dropped, &CliMessage::Removed.said(&[&args.programme]))
        }
    }
}

fn freeze(context: &Context, args: &BaselineFreezeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let note = args.note.as_deref().unwrap_or("");
    let asked = Freeze { programme: &args.programme, again: args.again };
    let frozen = context.desk(&mut workspace, "baseline freeze", note).freeze_baseline(asked)?;
    let Frozen { regulations, activities } = frozen.value;
    context.done(&workspace, &frozen, &CliMessage::Frozen.said(&[&args.programme, &regulations, &activities]))
}

fn list(context: &Context) -> Result<()> {
    let workspace = context.open()?;
    let columns = [("programme", CliMessage::Programme), ("frozen_on", CliMessage::FrozenOn)];
    let mut table = Table::new("baseline", context.lang, &columns);
    for (programme, day) in workspace.baselines()? {
        table.push(vec![programme.into(), Cell::Day(day)]);
    }
    context.answer(&table)
}
