//! `hub`: the exchange with other data files.

use super::Answer;
use super::args::{HubCommand, HubConflictsArgs, HubJoinArgs, HubResolveArgs, HubToArgs};
use super::context::Context;
use crate::desk::{Disputed, in_words};
use crate::hub::conflict::{Claim, Decision};
use crate::hub::folder::Refused;
use crate::hub::sync::{Known, Synced};
use crate::model::noun::Word;
use crate::model::nouns::{field_word, row_word, tables};
use crate::store::{Changed, Replica, Workspace};
use crate::text::date;
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::hub::HubWord as W;
use crate::words::{Message, Result, Said};
use jiff::Timestamp;
use serde_json::{Value, json};

/// Runs a command of the exchange.
pub(super) fn run(context: &Context, command: HubCommand) -> Result<Answer> {
    match command {
        HubCommand::Join(args) => join(context, &args),
        HubCommand::Push(args) => exchange(context, &args, "hub push"),
        HubCommand::Pull(args) => exchange(context, &args, "hub pull"),
        HubCommand::Sync(args) => exchange(context, &args, "hub sync"),
        HubCommand::Status(args) => status(context, &args),
        HubCommand::Conflicts(args) => conflicts(context, &args),
        HubCommand::Resolve(args) => resolve(context, &args),
    }
}

fn join(context: &Context, args: &HubJoinArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let mut desk = context.desk(&mut workspace, "hub join", "");
    let replica = match (args.as_new, &args.to) {
        (false, Some(to)) => desk.hub_join(to, args.agency.as_deref())?,
        (_, to) => desk.hub_join_anew(to.as_deref())?,
    };
    let changes = workspace.exchanged_head(&replica.id)?;
    if context.is_json() {
        let Replica { id, agency, hub, .. } = &replica;
        context
            .answer_fields("hub_joined", json!({ "replica": id, "agency": agency, "hub": hub, "changes": changes }))?;
    } else {
        context.tell(&W::Joined.said(&[&replica.id, &changes]));
    }
    Ok(Answer::Done)
}

fn exchange(context: &Context, args: &HubToArgs, command: &str) -> Result<Answer> {
    let mut workspace = context.open()?;
    let mut desk = context.desk(&mut workspace, command, "");
    let to = args.to.as_deref();
    let synced = match command {
        "hub push" => desk.hub_push(to),
        "hub pull" => desk.hub_pull(to),
        _ => desk.hub_sync(to),
    }?;
    tell_synced(context, &workspace, &synced)?;
    Ok(if synced.refused.is_empty() { Answer::Done } else { Answer::No })
}

fn tell_synced(context: &Context, workspace: &Workspace, synced: &Synced) -> Result<()> {
    let conflicts = workspace.count_contested()?;
    let Synced { sent, received, entries, unknown, refused } = synced;
    if context.is_json() {
        let answer = json!({
            "sent": sent, "received": received, "unknown": unknown, "conflicts": conflicts,
            "first_change": entries.map(|(first, _)| first), "last_change": entries.map(|(_, last)| last),
            "refused": refused.iter().map(refused_json).collect::<Vec<_>>(),
        });
        return context.answer_fields("hub_synced", answer);
    }
    context.tell(&W::Synced.said(&[sent, received]));
    if *unknown > 0 {
        context.tell(&W::UnknownKept.said(&[unknown]));
    }
    tell_refused(context, refused);
    if conflicts > 0 {
        context.tell(&W::Conflicts.said(&[&conflicts]));
    }
    Ok(())
}

fn tell_refused(context: &Context, refused: &[Refused]) {
    for refused in refused {
        let said = |lang| vec![refused.name.clone(), refused.said.text(lang).to_owned()];
        context.tell(&W::Refused.said_by(said));
    }
}

fn refused_json(refused: &Refused) -> Value {
    json!({ "name": refused.name, "reason": refused.reason })
}

declare! {
    KNOWN = "hub_replica" of "" {
        "replica", W::ReplicaColumn, "text";
        "agency", W::AgencyColumn, "text?";
        "author", CliMessage::Author, "text?";
        "device", CliMessage::Device, "text?";
        "at", CliMessage::At, "moment?";
        "here", W::HereColumn, "whole";
        "there", W::ThereColumn, "whole";
        "hash", W::HashColumn, "text", Programs;
    }
}

fn status(context: &Context, args: &HubToArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let status = context.desk(&mut workspace, "hub status", "").hub_status(args.to.as_deref())?;
    let mut table = Table::of(&KNOWN, context.lang);
    for Known { id, last, here, there, hash } in &status.replicas {
        let of = |part: fn(&crate::hub::sync::Origin) -> &String| {
            last.as_ref().map(part).filter(|text| !text.is_empty()).cloned()
        };
        let own = if *id == status.replica.id { format!("{} {}", short(id), context.word(W::Own)) } else { short(id) };
        table.push(vec![
            Cell::Coded(id.clone(), own),
            of(|origin| &origin.agency).into(),
            of(|origin| &origin.author).into(),
            of(|origin| &origin.device).into(),
            of(|origin| &origin.at).map_or(Cell::Empty, |at| moment(context, &at)),
            Cell::Whole((*here).into()),
            Cell::Whole((*there).into()),
            hash.clone().into(),
        ]);
    }
    let sound = status.refused.is_empty();
    if context.is_json() {
        let mut rows = table.json();
        let answer = json!({
            "replica": status.replica.id, "agency": status.replica.agency, "hub": status.replica.hub,
            "to_send": status.to_send, "to_receive": status.to_receive, "conflicts": status.conflicts,
            "replicas": rows["rows"].take(),
            "refused": status.refused.iter().map(refused_json).collect::<Vec<_>>(),
        });
        context.answer_fields("hub_status", answer)?;
    } else {
        context.answer(&table)?;
        context.tell(&W::Status.said(&[&status.to_send, &status.to_receive, &status.conflicts]));
        tell_refused(context, &status.refused);
    }
    Ok(if sound { Answer::Done } else { Answer::No })
}

/// The first digits of a number, which people tell replicas by.
fn short(id: &str) -> String {
    id.get(..8).unwrap_or(id).to_owned()
}

fn moment(context: &Context, at: &str) -> Cell {
    match at.parse::<Timestamp>() {
        Ok(moment) => Cell::Coded(at.to_owned(), date::moment(moment, &context.zone(), context.lang)),
        Err(_) => Cell::Empty,
    }
}

declare! {
    CONFLICT = "hub_conflict" of "hub conflicts" {
        "table", W::TableColumn, "text";
        "key", W::KeyColumn, "text";
        "field", W::FieldColumn, "text?";
        "take", W::TakeColumn, "whole";
        "shown", W::ShownColumn, "flag";
        "value", W::ValueColumn, "text?";
        "before", W::BeforeColumn, "text?";
        "annual_cost_dong", CliMessage::AnnualCost, "dong?";
        "author", CliMessage::Author, "text";
        "at", CliMessage::At, "moment?";
        "why", W::WhyColumn, "text";
        "agency", W::AgencyColumn, "text", Wide;
        "device", CliMessage::Device, "text", Programs;
        "command", CliMessage::Command, "text", Wide;
    }
}

fn conflicts(context: &Context, args: &HubConflictsArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let all = context.desk(&mut workspace, "hub conflicts", "").hub_conflicts()?;
    let mut table = Table::of(&CONFLICT, context.lang);
    for Disputed { conflict, annual } in &all {
        let count = conflict.values.len();
        for (at, (claim, annual)) in conflict.values.iter().zip(annual).enumerate() {
            let shown = |value: &Value| said_value(context, &conflict.place, conflict.field.as_deref(), value);
            let Claim { value, origin } = claim;
            let field = conflict.field.as_ref().map_or(Cell::Empty, |field| {
                Cell::Coded(field.clone(), field_word(&conflict.place, field).text(context.lang).to_owned())
            });
            table.push(vec![
                Cell::Coded(conflict.place.clone(), row_word(&conflict.place).text(context.lang).to_owned()),
                conflict.key.join("/").into(),
                field,
                (at + 1).into(),
                Cell::Told(json!(at + 1 == count), if at + 1 == count { "✓".to_owned() } else { String::new() }),
                shown(value),
                conflict.before.as_ref().map_or(Cell::Empty, shown),
                annual.map_or(Cell::Empty, Cell::Dong),
                origin.author.clone().into(),
                moment(context, &origin.at),
                origin.why.clone().into(),
                origin.agency.clone().into(),
                origin.device.clone().into(),
                origin.command.clone().into(),
            ]);
        }
    }
    context.answer_list(table, &args.options, &workspace)?;
    if all.is_empty() {
        context.tell(&W::NoConflicts.said(&[]));
    } else {
        context.tell(&W::HowToResolve.said(&[]));
    }
    Ok(Answer::Done)
}

/// A value as people read it; of a disputed row, whether it is there.
fn said_value(context: &Context, place: &str, field: Option<&str>, value: &Value) -> Cell {
    let raw = match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let told = match (field, value) {
        (None, Value::Bool(true)) => context.word(W::Stays).to_owned(),
        (None, _) => context.word(W::Deleted).to_owned(),
        (Some(field), _) => in_words(place, field, &raw, context.lang),
    };
    Cell::Coded(raw, told)
}

fn resolve(context: &Context, args: &HubResolveArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let choice = match args.take {
        Some(number) => number,
        None => {
            if args.keep {
                2
            } else {
                1
            }
        }
    };
    let key = args.key.split('/').map(str::to_owned).collect();
    // By its name, or by the word for it that the table of conflicts shows.
    let is = |word: Word, text: &str| [word.vi, word.en].contains(&text);
    let table = tables().find(|table| table.name == args.table || is(table.word, &args.table));
    let column = |text: &String| {
        let fields = table.map(|table| table.fields).unwrap_or_default();
        let known = fields.iter().find(|field| field.key == text || is(field.word, text));
        known.map_or_else(|| text.clone(), |field| field.key.to_owned())
    };
    let place = table.map_or(args.table.as_str(), |table| table.name).to_owned();
    let decision = Decision { place, key, field: args.field.as_ref().map(column), choice };
    let note = args.note.as_deref().unwrap_or_default();
    let change = context.desk(&mut workspace, "hub resolve", note).hub_resolve(&decision)?;
    let left = workspace.count_contested()?;
    let said: Said = W::Resolved.said(&[&left]);
    context.done_with(&workspace, &Changed { value: (), change }, &said, json!({ "conflicts": left }))?;
    Ok(Answer::Done)
}
