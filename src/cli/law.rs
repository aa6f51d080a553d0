//! `law`: the law engine on files, without a workspace.

pub(super) mod apply;
mod at;
mod compare;
mod draft;
mod export;
mod file;
mod fixes;
mod lines;
mod operations;
pub(super) mod outline;
pub(super) mod references;
mod words;

use super::Answer;
use super::args::LawCommand;
use super::context::Context;
use crate::words::Result;

/// Runs a command of `law`.
pub(super) fn run(context: &Context, command: LawCommand) -> Result<Answer> {
    match command {
        LawCommand::Outline(args) => outline::run(context, &args),
        LawCommand::Compare(args) => compare::run(context, &args),
        LawCommand::Operations(args) => operations::run(context, &args),
        LawCommand::Apply(args) => apply::run(context, &args),
        LawCommand::Fixes(command) => fixes::run(context, *command),
        LawCommand::At(args) => at::run(context, &args),
        LawCommand::Export(args) => export::run(context, &args),
        LawCommand::Draft(args) => draft::run(context, &args),
        LawCommand::References(args) => references::run(context, &args),
    }
}
