//! `baseline`: frozen baselines of programmes.

use super::args::{BaselineCommand, BaselineFreezeArgs};
use super::context::Context;
use super::nouns::{Noun, not_found};
use super::output::{Cell, Table};
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Message, Result};

/// Runs a command of `baseline`.
pub(super) fn run(context: &Context, command: BaselineCommand) -> Result<()> {
    match command {
        BaselineCommand::Freeze(args) => freeze(context, &args),
        BaselineCommand::List => list(context),
        BaselineCommand::Drop(args) => {
            let mut workspace = context.open()?;
            let meta = context.change("baseline drop", "");
            let dropped = workspace.change(&meta, |writer| writer.drop_baseline(&args.programme))?;
            if dropped.change.is_none() {
                return Err(Fault::usage(CliMessage::NotFrozen.said(&[&args.programme])));
            }
            context.tell(&CliMessage::Removed.said(&[&args.programme]));
            Ok(())
        }
    }
}

fn freeze(context: &Context, args: &BaselineFreezeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    if !workspace.programmes()?.iter().any(|p| p.code == args.programme) {
        return Err(not_found(Noun::Programme, &args.programme));
    }
    if let (false, Some(_)) = (args.again, workspace.baselines()?.iter().find(|(code, _)| *code == args.programme)) {
        let fault = Fault::usage(CliMessage::AlreadyFrozen.said(&[&args.programme]));
        return Err(fault.hint(CliMessage::AlreadyFrozenHint.said(&[&args.programme])));
    }
    let baseline = workspace.baseline_of_today(&args.programme, context.today())?;
    let meta = context.change("baseline freeze", args.note.as_deref().unwrap_or(""));
    workspace.change(&meta, |writer| writer.freeze_baseline(&baseline))?;
    context.tell(&CliMessage::Frozen.said(&[&args.programme, &baseline.regulations.len(), &baseline.activities.len()]));
    Ok(())
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
