//! `hub`: the exchange with other data files.

use super::Answer;
use super::args::{HubCommand, HubJoinArgs, HubListArgs, HubResolveArgs, HubRollupArgs, HubSetupArgs, HubToArgs};
use super::context::Context;
use crate::desk::{Verified, hub_setup};
use crate::exchange::catalog;
use crate::hub::Renamed;
use crate::hub::conflict::{Decided, Decision};
use crate::hub::place::Refused;
use crate::hub::server::Member;
use crate::hub::sync::Synced;
use crate::model::noun::Word;
use crate::model::nouns::{row_word, tables};
use crate::model::{Agency, Programme};
use crate::store::{Changed, Replica, Workspace};
use crate::view::{hub as view, rollup as added_up};
use crate::words::cli::CliMessage;
use crate::words::hub::HubWord as W;
use crate::words::{Message, Result, Said};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Runs a command of the exchange.
pub(super) fn run(context: &Context, command: HubCommand) -> Result<Answer> {
    let answer = match command {
        HubCommand::Setup(args) => setup(context, &args),
        HubCommand::Join(args) => join(context, &args),
        HubCommand::Push(args) => exchange(context, &args, "hub push"),
        HubCommand::Pull(args) => exchange(context, &args, "hub pull"),
        HubCommand::Sync(args) => exchange(context, &args, "hub sync"),
        HubCommand::Status(args) => status(context, &args),
        HubCommand::Rollup(args) if args.verify => verify(context, &args),
        HubCommand::Rollup(args) => rollup(context, &args),
        HubCommand::Audit(args) => audit(context, &args),
        HubCommand::Conflicts(args) => conflicts(context, &args),
        HubCommand::Resolve(args) => resolve(context, &args),
    };
    context.conflicts_are_told();
    answer
}

fn setup(context: &Context, args: &HubSetupArgs) -> Result<Answer> {
    let member = |centre| {
        move |(login, agency): &(String, String)| Member { login: login.clone(), agency: agency.clone(), centre }
    };
    let add: Vec<Member> = args.member.iter().map(member(false)).chain(args.centre.iter().map(member(true))).collect();
    let members = hub_setup(&args.to, &add, &args.remove)?;
    tell_unknown(context, &add)?;
    let table = view::members(&members, context.lang);
    if context.is_json() {
        context.answer_fields("hub_setup", json!({ "members": table.json()["rows"].take() }))?;
    } else {
        context.answer(&table)?;
        context.tell(&W::SetUp.said(&[&members.len()]));
    }
    Ok(Answer::Done)
}

/// A hub has no catalogue, so that a slip of the pen in an agency would be found only by the officer who joins. The data file here is asked, else the shipped
/// catalogue; there may be agencies that neither has.
fn tell_unknown(context: &Context, members: &[Member]) -> Result<()> {
    if members.is_empty() {
        return Ok(());
    }
    // The hub is set up by now: a data file that cannot be opened is no reason to say that it is not.
    let own = context.has_workspace().then(|| context.open().and_then(|own| own.all::<Agency>()));
    let agencies = match own {
        Some(Ok(agencies)) => agencies,
        _ => catalog::shipped()?.agencies,
    };
    let known: BTreeSet<String> = agencies.into_iter().map(|agency| agency.code).collect();
    for Member { login, agency, .. } in members.iter().filter(|member| !known.contains(&member.agency)) {
        context.tell(&W::AgencyNotKnown.said(&[login, agency]));
    }
    Ok(())
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
    let Synced { sent, received, entries, unknown, again, renamed, refused } = synced;
    if context.is_json() {
        let answer = json!({
            "sent": sent, "received": received, "unknown": unknown, "sent_again": again, "conflicts": conflicts,
            "first_change": entries.map(|(first, _)| first), "last_change": entries.map(|(_, last)| last),
            "renamed": renamed.iter().map(renamed_json).collect::<Vec<_>>(),
            "refused": refused.iter().map(refused_json).collect::<Vec<_>>(),
        });
        return context.answer_fields("hub_synced", answer);
    }
    context.tell(&W::Synced.said(&[sent, received]));
    if *again > 0 {
        context.tell(&W::SentAgain.said(&[again]));
    }
    if *unknown > 0 {
        context.tell(&W::UnknownKept.said(&[unknown]));
    }
    for Renamed { place, from, to } in renamed {
        let said = |lang| vec![row_word(place).text(lang).to_owned(), from.join("/"), to.join("/")];
        context.tell(&W::RenamedHere.said_by(said));
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

fn renamed_json(Renamed { place, from, to }: &Renamed) -> Value {
    json!({ "table": place, "from": from.join("/"), "to": to.join("/") })
}

fn refused_json(refused: &Refused) -> Value {
    json!({ "name": refused.name, "reason": refused.reason })
}

fn status(context: &Context, args: &HubToArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let status = context.desk(&mut workspace, "hub status", "").hub_status(args.to.as_deref())?;
    let table = view::replicas(&status, &context.zone(), context.lang);
    let sound = status.refused.is_empty() && status.traps.is_empty();
    if context.is_json() {
        let mut rows = table.json();
        let answer = json!({
            "replica": status.replica.id, "agency": status.replica.agency, "hub": status.replica.hub,
            "to_send": status.to_send, "to_receive": status.to_receive, "conflicts": status.conflicts,
            "replicas": rows["rows"].take(),
            "refused": status.refused.iter().map(refused_json).collect::<Vec<_>>(),
            "traps": status.traps.iter().map(refused_json).collect::<Vec<_>>(),
        });
        context.answer_fields("hub_status", answer)?;
    } else {
        context.answer(&table)?;
        context.tell(&W::Status.said(&[&status.to_send, &status.to_receive, &status.conflicts]));
        tell_refused(context, &status.refused);
        for trap in &status.traps {
            context.tell(&W::Trap.said_by(|lang| vec![trap.name.clone(), trap.said.text(lang).to_owned()]));
        }
    }
    Ok(if sound { Answer::Done } else { Answer::No })
}

fn rollup(context: &Context, args: &HubRollupArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let (to, day) = (args.to.as_deref(), context.today());
    let synced = context.desk(&mut workspace, "hub rollup", "").hub_sync(to)?;
    let shares = context.desk(&mut workspace, "hub rollup", "").hub_shares()?;
    let from = context.source(&workspace, day);
    let mut page = added_up::page(&from, &shares, args.programme.as_deref(), &context.zone())?;
    let mut published = None;
    if args.publish {
        let programmes: Vec<String> = match &args.programme {
            Some(code) => vec![code.clone()],
            None => workspace.all::<Programme>()?.into_iter().map(|programme| programme.code).collect(),
        };
        let codes: Vec<&str> = programmes.iter().map(String::as_str).collect();
        let figures = added_up::figures(&context.source(&workspace, day), &codes)?;
        published = Some(context.desk(&mut workspace, "hub rollup", "").hub_publish(to, &programmes, figures)?);
    }
    page.field("published", published.clone());
    page.field("received", synced.received);
    page.field("refused", synced.refused.iter().map(refused_json).collect::<Vec<_>>());
    context.answer_page(&page)?;
    if !context.is_json() {
        tell_refused(context, &synced.refused);
        if let Some(hash) = &published {
            context.tell(&W::PublishedAs.said(&[hash]));
        }
    }
    Ok(if synced.refused.is_empty() { Answer::Done } else { Answer::No })
}

fn verify(context: &Context, args: &HubRollupArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let mut desk = context.desk(&mut workspace, "hub rollup --verify", "");
    let verified = desk.hub_verify(args.to.as_deref(), |again, programmes, day| {
        added_up::figures(&context.source(again, day), programmes)
    })?;
    let holds = verified.holds();
    let Verified { day, hash, hash_there, hash_here, missing, figures } = &verified;
    if context.is_json() {
        let answer = json!({
            "holds": holds, "day": day, "hash": hash, "hash_there": hash_there, "hash_here": hash_here,
            "missing": missing, "figures": figures,
        });
        context.answer_fields("hub_verified", answer)?;
    } else if holds {
        context.tell(&W::RollupHolds.said(&[day, hash]));
    } else {
        context.tell(&W::RollupDiffers.said(&[day]));
        if hash != hash_here || hash_there != hash_here {
            context.tell(&W::RowsDiffer.said(&[hash, hash_there, hash_here]));
        }
        if !missing.is_empty() {
            context.tell(&W::FilesDiffer.said(&[&missing.join(", ")]));
        }
        if !figures.is_empty() {
            context.tell(&W::FiguresDiffer.said(&[&figures.join(", ")]));
        }
    }
    Ok(if holds { Answer::Done } else { Answer::No })
}

fn audit(context: &Context, args: &HubListArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let trail = context.desk(&mut workspace, "hub audit", "").hub_audit()?;
    context.answer_list(view::trail(&trail, &context.zone(), context.lang), &args.options, &workspace)?;
    Ok(Answer::Done)
}

/// Takes in the data file of a colleague.
pub(super) fn import(context: &Context, file: &Path, rehearsal: bool) -> Result<Answer> {
    let mut workspace = context.open()?;
    let synced = context.desk(&mut workspace, "import", &file.display().to_string()).hub_import(file, rehearsal)?;
    tell_synced(context, &workspace, &synced)?;
    context.conflicts_are_told();
    if rehearsal {
        context.tell(&CliMessage::DryRun.said(&[]));
    }
    Ok(if synced.refused.is_empty() { Answer::Done } else { Answer::No })
}

fn conflicts(context: &Context, args: &HubListArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let all = context.desk(&mut workspace, "hub conflicts", "").hub_conflicts()?;
    let table = view::conflicts(&all, &context.zone(), context.lang);
    context.answer_list(table, &args.options, &workspace)?;
    if all.is_empty() {
        context.tell(&W::NoConflicts.said(&[]));
    } else {
        context.tell(&W::HowToResolve.said(&[]));
    }
    Ok(Answer::Done)
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
    let Decided { entry, along } = context.desk(&mut workspace, "hub resolve", note).hub_resolve(&decision)?;
    let left = workspace.count_contested()?;
    let said: Said = W::Resolved.said(&[&left]);
    let fields: serde_json::Map<String, Value> = along.iter().cloned().collect();
    let more = json!({ "conflicts": left, "along": fields });
    context.done_with(&workspace, &Changed { value: (), change: Some(entry) }, &said, more)?;
    if !along.is_empty() && !context.is_json() {
        let fields = || along.iter().map(|(field, value)| (field.as_str(), value));
        context.tell(&W::Along.said_by(|lang| vec![view::along(&decision.place, fields(), lang)]));
    }
    Ok(Answer::Done)
}
