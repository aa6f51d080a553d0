//! `linked`: procedures done as one, with the work they share counted once.

use super::args::{LinkedCommand, LinkedListArgs};
use super::context::Context;
use crate::model::Kind;
use crate::view::nouns::linked_service;
use crate::words::Result;

/// Runs a command of `linked`.
pub(super) fn run(context: &Context, command: LinkedCommand) -> Result<()> {
    match command {
        LinkedCommand::List(args) => list(context, &args),
        LinkedCommand::Show(args) => {
            let day = context.date(args.as_of.as_deref())?;
            super::show::page(context, &context.open()?, Kind::LinkedService, &args.code, day)
        }
    }
}

fn list(context: &Context, args: &LinkedListArgs) -> Result<()> {
    let workspace = context.open()?;
    let mut table = linked_service::table(&context.source(&workspace, context.date(args.as_of.as_deref())?))?;
    table.kind = linked_service::LINKED_SERVICE_COST.name;
    context.answer_list(table, &args.options, &workspace)
}
