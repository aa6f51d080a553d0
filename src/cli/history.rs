//! `history`, `undo`, `redo`: the journal.

use super::args::{HistoryArgs, RedoArgs, UndoArgs};
use super::context::Context;
use super::output;
use crate::desk::{self, TakenBack, Touched, Undo};
use crate::store::{ChangeRecord, Changed, HistoryFilter, Reader, Workspace};
use crate::text::date;
use crate::view::{Cell, Format, Table, declare, pretty};
use crate::words::cli::CliMessage;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Value, json};

/// Shows the journal, the newest change first, or one change in full.
pub(super) fn run(context: &Context, args: &HistoryArgs) -> Result<()> {
    let workspace = context.open()?;
    let number = args.key.as_deref().and_then(|key| key.parse::<i64>().ok());
    if let Some(record) = number.map(|id| workspace.change_record(id)).transpose()?.flatten() {
        return in_full(context, &workspace, &record);
    }
    let changes = workspace.history(&HistoryFilter { key: args.key.clone(), limit: Some(args.limit) })?;
    if let Some(key) = args.key.as_deref().filter(|_| changes.is_empty() && args.limit > 0) {
        let said = if number.is_some() { StoreMessage::NoChange } else { StoreMessage::NeverTouched };
        return Err(Fault::missing(said.said(&[&key])));
    }
    context.answer(&table(context, &workspace, changes)?)
}

declare! {
    CHANGE = "change" of "history" {
        "change", CliMessage::Change, "whole";
        "at", CliMessage::At, "moment";
        "author", CliMessage::Author, "text";
        "device", CliMessage::Device, "text", Programs;
        "command", CliMessage::Command, "text";
        "did", CliMessage::ChangeDid, "text", People;
        "note", CliMessage::Note, "text";
        "rows", CliMessage::Rows, "whole";
        "undoes", CliMessage::Undoes, "whole?";
    }
}

/// Changes in rows; people read the time of this place, and what each change did in words.
fn table(context: &Context, reader: &Reader, changes: Vec<ChangeRecord>) -> Result<Table> {
    let mut table = Table::of(&CHANGE, context.lang);
    for change in changes {
        let did = if context.form().is_for_people() {
            desk::summary(reader, change.id, false)?.text(context.lang).into()
        } else {
            Cell::Empty
        };
        table.push(vec![
            Cell::Whole(change.id.into()),
            Cell::Coded(change.at.to_string(), date::moment(change.at, &context.zone(), context.lang)),
            change.author.into(),
            change.device.into(),
            change.command.into(),
            did,
            change.note.into(),
            change.rows.into(),
            change.undoes.map_or(Cell::Empty, |id| Cell::Whole(id.into())),
        ]);
    }
    Ok(table)
}

/// One change with every row and field that it touched.
fn in_full(context: &Context, workspace: &Workspace, record: &ChangeRecord) -> Result<()> {
    use CliMessage as M;
    if context.form() == Format::Json {
        let mut answer = super::changed::json(workspace, Some(record.id))?;
        let head = json!({
            "at": record.at.to_string(), "author": record.author, "device": record.device,
            "command": record.command, "note": record.note, "undoes": record.undoes,
        });
        add(&mut answer, head);
        return output::write(context.output.as_deref(), pretty(&answer)?.as_bytes());
    }
    let at = date::moment(record.at, &context.zone(), context.lang);
    let mut said = vec![M::ChangeHead.said(&[&record.id, &record.author, &at, &record.command, &record.rows])];
    let more = [
        (!record.device.is_empty()).then(|| M::ChangeDevice.said(&[&record.device])),
        (!record.note.is_empty()).then(|| M::ChangeNote.said(&[&record.note])),
        record.undoes.map(|undoes| M::ChangeUndoes.said(&[&undoes])),
    ];
    said.extend(more.into_iter().flatten());
    said.extend(Touched::rows_of(workspace, record.id, usize::MAX)?.iter().flat_map(Touched::lines));
    let lines: Vec<&str> = said.iter().map(|line| line.text(context.lang)).collect();
    output::write(context.output.as_deref(), (lines.join("\n") + "\n").as_bytes())
}

fn add(answer: &mut Value, more: Value) {
    if let (Value::Object(answer), Value::Object(more)) = (answer, more) {
        answer.extend(more);
    }
}

/// Takes a change back.
pub(super) fn undo(context: &Context, args: &UndoArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let asked = Undo { change: args.change, force: args.force };
    let undone = context.desk(&mut workspace, "undo", "").undo(asked)?;
    tell(context, &workspace, CliMessage::Undone, &undone)
}

/// Does again what was taken back last.
pub(super) fn redo(context: &Context, args: &RedoArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let redone = context.desk(&mut workspace, "redo", "").redo(args.force)?;
    tell(context, &workspace, CliMessage::Redone, &redone)
}

fn tell(context: &Context, workspace: &Workspace, message: CliMessage, changed: &Changed<TakenBack>) -> Result<()> {
    let TakenBack { undone, command, rows, said } = &changed.value;
    if context.form() == Format::Json {
        let mut answer = super::changed::json(workspace, changed.change)?;
        let word = if message == CliMessage::Undone { "undone" } else { "redone" };
        add(&mut answer, json!({ word: undone, "command": command, "rows": rows }));
        return output::write(context.output.as_deref(), pretty(&answer)?.as_bytes());
    }
    let did: Said = message.said_by(|lang| vec![undone.to_string(), command.clone(), said.text(lang).to_owned()]);
    context.tell(&did);
    Ok(())
}
