//! Fields in which several values stand against each other, and rows that somebody deleted and somebody else worked on: told, and decided.

use super::core::change::Op;
use super::core::edit;
use super::core::merge::{Hold, Shape, Shelf};
use super::core::row::{PRESENCE, Row, Version};
use super::core::{ChangeId, RowId, Value, view};
use super::forms::{json, list, parts};
use super::session::Session;
use super::shape::REGULATION;
use super::sync::{Origin, origin};
use super::vouched;
use crate::model::nouns::{row_word, table};
use crate::store::{ChangeMeta, Exchange, Reader, Workspace};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A field in which values stand against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The table.
    pub place: String,
    /// The key of the row in it.
    pub key: Vec<String>,
    /// The field; nothing where the row itself is what is disputed.
    pub field: Option<String>,
    /// What stood there before, where both have seen the same.
    pub before: Option<Json>,
    /// The values, by who has seen more; the last is shown. Where the row is disputed: whether it is there.
    pub values: Vec<Claim>,
}

/// One of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What it is.
    pub value: Json,
    /// What vouches for it where it is a figure: its kind, source and day as who says so had them, by field, where these are not the same for all values.
    pub beside: Vec<(&'static str, Json)>,
    /// Who says so.
    pub origin: Origin,
}

/// What a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The table.
    pub place: String,
    /// The key of the row in it.
    pub key: Vec<String>,
    /// The field; nothing where the row itself is disputed.
    pub field: Option<String>,
    /// Which of the values, counted from 1 as they are told; of a disputed row 1 deletes it and 2 keeps it.
    pub choice: usize,
}

/// The conflicts of a data file, by table and key.
///
/// # Errors
/// It cannot be read.
pub fn all(workspace: &mut Workspace) -> Result<Vec<Conflict>> {
    let derived = workspace.replica()?.map(|replica| replica.derived);
    let pending = derived.map(|entry| workspace.entries_after(entry)).transpose()?.is_some_and(|all| !all.is_empty());
    if !pending {
        return workspace.look_at_exchange(|x| standing(&Session::open(x)?));
    }
    // What was done here since the last exchange counts when somebody decides, so it counts when they look; it is taken in when they do, not now.
    workspace.try_exchange(|x| {
        let mut session = Session::open(x)?;
        session.derive()?;
        standing(&session)
    })
}

/// The conflicts as the session has them.
fn standing(session: &Session<'_, '_>) -> Result<Vec<Conflict>> {
    let mut found = Vec::new();
    for (place, key, local) in session.x.shelved_contested()? {
        let (Some(local), id) = (local, RowId { place, key: parts(&key) }) else { continue };
        let Some(row) = session.row(&id)? else { continue };
        of_row(session, &id, &row, &parts(&local), &mut found)?;
    }
    Ok(found)
}

fn of_row(session: &Session<'_, '_>, id: &RowId, row: &Row, local: &[String], found: &mut Vec<Conflict>) -> Result<()> {
    let Some(of) = table(&id.place) else { return Ok(()) };
    let conflict = |field: Option<&str>, before, values| Conflict {
        place: id.place.clone(),
        key: local.to_vec(),
        field: field.map(str::to_owned),
        before,
        values,
    };
    if session.is_disputed(id, row)? {
        let claims = presence(session, id, row)?;
        found.push(conflict(None, None, claims));
    }
    for name in row.contested(|field| session.trade.quiet(&id.place, field)) {
        if !of.fields.iter().any(|field| field.key == name) {
            continue;
        }
        let inward = |value: Value| Ok::<_, Fault>(json(&session.value_inward(id, row, name, value)?));
        let mut values: Vec<Claim> = Vec::new();
        for version in &row.fields[name].held {
            let value = inward(version.value.clone())?;
            // The same value said twice is one; the later one stands for both.
            values.retain(|claim| claim.value != value);
            let beside = vouched::beside(session, id, row, name, version)?;
            let beside = beside.into_iter().map(|one| (one.field.key, json(&one.value))).collect();
            values.push(Claim { value, beside, origin: said_by(session.x, &version.id)? });
        }
        told_apart(&mut values);
        let before = vouched::before(session, id, &row.fields[name], name)?.map(inward).transpose()?;
        found.push(conflict(Some(name), before, values));
    }
    Ok(())
}

/// What vouches for all values alike is no part of what is decided.
fn told_apart(values: &mut [Claim]) {
    let Some(first) = values.first().map(|claim| claim.beside.clone()) else { return };
    let alike = |field: &str, value: &Json, of: &Claim| of.beside.iter().any(|(f, v)| *f == field && v == value);
    let same: Vec<&str> = first
        .iter()
        .filter(|(field, value)| values.iter().all(|of| alike(field, value, of)))
        .map(|(field, _)| *field)
        .collect();
    values.iter_mut().for_each(|claim| claim.beside.retain(|(field, _)| !same.contains(field)));
}

/// Who deleted a row, and who worked last on what keeps it: on itself, else on what rests on it.
fn presence(session: &Session<'_, '_>, id: &RowId, row: &Row) -> Result<Vec<Claim>> {
    let mut claims = Vec::new();
    let mut gone = row.fields.get(PRESENCE).into_iter().flat_map(|field| &field.held);
    if let Some(version) = gone.rfind(|version| edit::says_gone(&version.value)) {
        claims.push(Claim { value: Json::Bool(false), beside: Vec::new(), origin: said_by(session.x, &version.id)? });
    }
    let last = match last_standing(row) {
        Some(known) => Some(known),
        None => around(session, id)?.iter().filter_map(|(_, row)| last_standing(row)).max(),
    };
    let any = row.fields.values().flat_map(|field| &field.held).filter(|v| !edit::says_gone(&v.value));
    if let Some((_, by)) = last.or_else(|| any.map(|version| (version.clock, version.id)).max()) {
        claims.push(Claim { value: Json::Bool(true), beside: Vec::new(), origin: said_by(session.x, &by)? });
    }
    Ok(claims)
}

/// The last change that wrote something in a row which no deletion has seen.
fn last_standing(row: &Row) -> Option<(u64, ChangeId)> {
    let held = row.fields.values().flat_map(|field| &field.held);
    held.filter(|v| !v.dead && !edit::says_gone(&v.value)).map(|version| (version.clock, version.id)).max()
}

/// The other half of a row, and what rests on either and keeps it, and so on from each of these.
fn around(session: &Session<'_, '_>, id: &RowId) -> Result<Vec<(RowId, Rc<Row>)>> {
    let (mut seen, mut todo, mut found) = (BTreeSet::from([id.clone()]), vec![id.clone()], Vec::new());
    while let Some(next) = todo.pop() {
        let naming = session.naming(&next)?.into_iter().filter(|(_, how)| *how != Hold::Names).map(|(by, _)| by);
        for by in naming.chain(session.trade.companion(&next)) {
            if seen.insert(by.clone())
                && let Some(row) = session.row(&by)?
            {
                found.push((by.clone(), row));
                todo.push(by);
            }
        }
    }
    Ok(found)
}

fn said_by(x: &Exchange<'_>, id: &ChangeId) -> Result<Origin> {
    let known = origin(x, &id.replica.to_string(), id.number)?;
    Ok(known.unwrap_or_else(|| Origin {
        agency: String::new(),
        author: String::new(),
        device: String::new(),
        at: String::new(),
        command: String::new(),
        why: String::new(),
    }))
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The entry of the journal, which has nothing in it where the chosen value was the shown one.
    pub entry: i64,
    /// What vouches for the chosen figure and was taken along with it, by field.
    pub along: Vec<(String, Json)>,
}

/// Decides: the value that was chosen has seen all the others. With a figure goes what vouches for it.
///
/// # Errors
/// Missing, where no such conflict is there; the data file cannot be written.
pub fn decide(workspace: &mut Workspace, decision: &Decision, who: &ChangeMeta) -> Result<Decided> {
    workspace.exchange(|x| {
        let mut session = Session::open(x)?;
        let (_, moved) = session.derive()?;
        session.settle(&moved, who)?;
        let (id, row) = disputed(&session, decision)?;
        let mut along = Vec::new();
        let ops = match &decision.field {
            None if row.is_deleted() && matches!(decision.choice, 1 | 2) => {
                presence_ops(&session, &id, &row, decision.choice == 2)?
            }
            None => return Err(none(decision)),
            Some(name) => {
                let mut values: Vec<&Version> = Vec::new();
                let contested = row.contested(|field| session.trade.quiet(&id.place, field)).contains(&name.as_str());
                for version in row.fields.get(name).filter(|_| contested).into_iter().flat_map(|field| &field.held) {
                    values.retain(|other| other.value != version.value);
                    values.push(version);
                }
                let chosen =
                    decision.choice.checked_sub(1).and_then(|at| values.get(at)).ok_or_else(|| match values.len() {
                        0 => none(decision),
                        count => {
                            let fault = Fault::missing(HubWord::NoChoice.said(&[&decision.choice, &count]));
                            fault.hint(HubWord::NoConflictHint.said(&[]))
                        }
                    })?;
                let fields = vouched::decided(&session, &id, &row, name, chosen)?;
                for (field, value) in fields.iter().skip(1) {
                    along.push((field.clone(), json(&session.value_inward(&id, &row, field, value.clone())?)));
                }
                vec![edit::decide(&id, &row, fields)]
            }
        };
        let moved = session.add(who, ops, None)?;
        let entry = session.settle(&moved, who)?;
        if decision.field.is_none() && decision.choice == 1 {
            still_kept(&session, &id)?;
        }
        // That a person looked and left it as it was shown is a deed too.
        let entry = entry.map_or_else(|| session.x.empty_entry(who), Ok)?;
        session.close()?;
        Ok(Decided { entry, along })
    })
}

/// That a row stays, or goes: with it what was deleted together with it, and where it goes all of its parts.
fn presence_ops(session: &Session<'_, '_>, id: &RowId, row: &Row, stays: bool) -> Result<Vec<Op>> {
    let mut ops = vec![edit::decide_presence(id, row, stays)];
    let mut others: BTreeSet<RowId> = view::deleted_with(session, &session.trade, id)?.into_iter().collect();
    if !stays {
        let mut todo: Vec<RowId> = others.iter().cloned().chain([id.clone()]).collect();
        while let Some(next) = todo.pop() {
            for (by, _) in session.naming(&next)? {
                if !session.trade.is_whole(&by.place) && others.insert(by.clone()) {
                    todo.push(by);
                }
            }
        }
    }
    for other in others.iter().filter(|other| *other != id) {
        if let Some(row) = session.row(other)?.filter(|row| row.born.is_some()) {
            ops.push(edit::decide_presence(other, &row, stays));
        }
    }
    Ok(ops)
}

/// Refuses where a row that was to go is there all the same, with what keeps it.
fn still_kept(session: &Session<'_, '_>, id: &RowId) -> Result<()> {
    if !matches!(view::state(session, &session.trade, id)?, view::State::There(_)) {
        return Ok(());
    }
    let mut keep = Vec::new();
    for (by, row) in around(session, id)? {
        if row.stands(|field| session.trade.quiet(&by.place, field)) && table(&by.place).is_some() {
            keep.push(session.local(&by)?);
        }
    }
    let named = |row: &RowId, lang| [row_word(&row.place).text(lang), &row.key.join("/")].join(" ");
    let fault = HubWord::StillKept
        .said_by(|lang| vec![keep.iter().take(5).map(|row| named(row, lang)).collect::<Vec<_>>().join(", ")]);
    Err(Fault::input(fault).hint(HubWord::StillKeptHint.said(&[])))
}

/// The row that is disputed.
fn disputed(session: &Session<'_, '_>, decision: &Decision) -> Result<(RowId, Rc<Row>)> {
    for (place, key, local) in session.x.shelved_contested()? {
        if place == decision.place && local.as_deref() == Some(list(&decision.key).as_str()) {
            let id = RowId { place, key: parts(&key) };
            if let Some(row) = session.row(&id)? {
                return Ok((id, row));
            }
        }
    }
    Err(none(decision))
}

fn none(decision: &Decision) -> Fault {
    let key = decision.key.join("/");
    let field = decision.field.clone().unwrap_or_default();
    let fault = Fault::missing(HubWord::NoConflict.said(&[&decision.place, &key, &field]));
    fault.hint(HubWord::NoConflictHint.said(&[]))
}

/// The fields of the rows of a noun in which values stand against each other: the table, the key of the row, the field, which is nothing where the row itself
/// is disputed.
///
/// # Errors
/// The data file cannot be read.
pub fn of_noun(reader: &Reader, subject: &str) -> Result<Vec<(String, Vec<String>)>> {
    if reader.replica()?.is_none() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (place, _, local) in reader.shelved_contested()? {
        let key = local.as_deref().map(parts).unwrap_or_default();
        if key.first().is_some_and(|first| first == subject) {
            found.push((place, key));
        }
    }
    Ok(found)
}

/// How many rows of each noun are in conflict, by its code.
///
/// # Errors
/// The data file cannot be read.
pub fn by_noun(reader: &Reader) -> Result<BTreeMap<String, usize>> {
    let mut found = BTreeMap::new();
    for (_, _, local) in reader.shelved_contested()? {
        if let Some(first) = local.as_deref().map(parts).and_then(|key| key.into_iter().next()) {
            *found.entry(first).or_default() += 1;
        }
    }
    Ok(found)
}

/// What a figure of a regulation would be under each value of a conflict, by writing it and taking it back at once; nothing of conflicts that lie in no
/// cost sheet, and where a value cannot be counted.
///
/// # Errors
/// The data file cannot be written.
pub fn under_each<T>(
    workspace: &mut Workspace,
    conflict: &Conflict,
    who: &ChangeMeta,
    figure: impl Fn(&Reader, &str) -> Result<Option<T>>,
) -> Result<Vec<Option<T>>> {
    let of = table(&conflict.place);
    let at = of.and_then(|of| of.key().iter().position(|field| field.key == REGULATION));
    let regulation = at.and_then(|at| conflict.key.get(at));
    let (Some(regulation), Some(field)) = (regulation, &conflict.field) else {
        return Ok(conflict.values.iter().map(|_| None).collect());
    };
    workspace.try_exchange(|x| {
        let mut figures = Vec::new();
        for claim in &conflict.values {
            let mut counted = None;
            x.try_out(|| {
                x.entry(who, || {
                    x.write_columns(&conflict.place, &list(&conflict.key), &[(field.as_str(), claim.value.clone())])?;
                    counted = figure(x, regulation)?;
                    Ok(())
                })
            })?;
            figures.push(counted);
        }
        Ok(figures)
    })
}
