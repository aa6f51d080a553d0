//! `history`, `undo`, `redo`: the journal.

use super::args::{HistoryArgs, UndoArgs};
use super::context::Context;
use super::output::{Cell, Table};
use crate::store::{HistoryFilter, Undone};
use crate::text::messages::cli::CliMessage;
use crate::text::{Message, Result};

/// Shows the journal, the newest change first.
pub(super) fn run(context: &Context, args: &HistoryArgs) -> Result<()> {
    use CliMessage as M;
    let workspace = context.open()?;
    let columns = [
        ("change", M::Change),
        ("at", M::At),
        ("author", M::Author),
        ("device", M::Device),
        ("command", M::Command),
        ("note", M::Note),
        ("rows", M::Rows),
        ("undoes", M::Undoes),
    ];
    let mut table = Table::new("change", context.lang, &columns);
    for change in workspace.history(&HistoryFilter { key: args.key.clone(), limit: Some(args.limit) })? {
        table.push(vec![
            Cell::Whole(change.id.into()),
            change.at.to_string().into(),
            change.author.into(),
            change.device.into(),
            change.command.into(),
            change.note.into(),
            change.rows.into(),
            change.undoes.map_or(Cell::Empty, |id| Cell::Whole(id.into())),
        ]);
    }
    context.answer(&table)
}

/// Takes a change back.
pub(super) fn undo(context: &Context, args: &UndoArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let undone = workspace.undo(&context.change("undo", ""), args.change)?;
    tell(context, CliMessage::Undone, &undone);
    Ok(())
}

/// Does again what was taken back last.
pub(super) fn redo(context: &Context) -> Result<()> {
    let mut workspace = context.open()?;
    let redone = workspace.redo(&context.change("redo", ""))?;
    tell(context, CliMessage::Redone, &redone);
    Ok(())
}

fn tell(context: &Context, message: CliMessage, undone: &Undone) {
    context.tell(&message.said(&[&undone.undone, &undone.command, &undone.rows]));
}
