//! `law`: instruments as structure, one file a command.

mod references;

use super::Answer;
use super::args::LawCommand;
use super::context::Context;
use crate::text::Result;

/// Runs a command of the group.
pub(super) fn run(context: &Context, command: LawCommand) -> Result<Answer> {
    match command {
        LawCommand::References(args) => references::run(context, &args),
    }
}
