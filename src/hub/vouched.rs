//! What vouches for a figure: its kind, its source, its day. They are fields of their own beside it, yet they are of whoever wrote the figure: where figures
//! stand against each other, each comes with those that its author had, and a decision for one takes them along.

use super::core::change::{Op, Wrote};
use super::core::row::{Field as Held, Row, Version};
use super::core::{ChangeId, RowId, Value};
use super::forms;
use super::session::Session;
use crate::model::nouns::table;
use crate::model::{Field, Holds};
use crate::words::Result;
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;

/// So many changes are gone back through for what an author had.
const STEPS: usize = 64;

/// A field that vouches for a figure, and what it says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Vouching {
    /// The field.
    pub field: &'static Field,
    /// What it says.
    pub value: Value,
}

/// What a change wrote in a field.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub value: Value,
    /// What it had seen there.
    pub seen: Vec<ChangeId>,
    clock: u64,
}

fn holds_figures(field: &Field) -> bool {
    matches!(field.holds, Holds::Whole | Holds::Exact | Holds::Map(_)) && !field.vouches
}

fn field(place: &str, name: &str) -> Option<&'static Field> {
    table(place)?.fields.iter().find(|field| field.key == name)
}

/// Whether a field has a value for each figure of the row, by its name.
fn is_by_name(field: &Field) -> bool {
    matches!(field.holds, Holds::Map(_))
}

/// What vouches for a figure as the author of one of its values had it; nothing of fields that hold no figure.
///
/// # Errors
/// The data file cannot be read.
pub(super) fn beside(
    session: &Session<'_, '_>,
    id: &RowId,
    row: &Row,
    name: &str,
    claim: &Version,
) -> Result<Vec<Vouching>> {
    let mut found = Vec::new();
    let (Some(of), Some(figures)) = (table(&id.place), row.fields.get(name)) else { return Ok(found) };
    if !field(&id.place, name).is_some_and(holds_figures) {
        return Ok(found);
    }
    // Who wrote another value has not seen the claim, nor the claim's author them, nor what they wrote after it.
    let unseen = |at: &ChangeId| {
        let rivals = figures.held.iter().filter(|version| version.value != claim.value);
        rivals.map(|version| version.id).any(|rival| rival.replica == at.replica && rival.number <= at.number)
    };
    let first = figures.held.iter().map(|version| version.clock).min();
    for field in of.fields.iter().filter(|field| field.vouches) {
        let Some(held) = row.fields.get(field.key) else { continue };
        // What is older than all of the values rests on none of them.
        let older = |only: &&Version| Some(only.clock) < first && held.held.len() == 1;
        let value = match held.shown().filter(older) {
            Some(only) => Some(only.value.clone()),
            None => had(session, id, field.key, held, claim, &unseen)?,
        };
        let Some(value) = value else { continue };
        let value = if is_by_name(field) {
            names(&value).and_then(|mut of| of.remove(name))
        } else {
            Some(forms::json(&value))
        };
        found.extend(value.map(|value| Vouching { field, value: forms::value(&value) }));
    }
    Ok(found)
}

/// What the author of a claim had in a field: what they wrote there, else the last that is neither of a rival nor rests on one.
fn had(
    session: &Session<'_, '_>,
    id: &RowId,
    field: &str,
    held: &Held,
    claim: &Version,
    unseen: &impl Fn(&ChangeId) -> bool,
) -> Result<Option<Value>> {
    let mut todo: Vec<ChangeId> = held.held.iter().map(|version| version.id).collect();
    let (mut known, mut best) = (BTreeSet::new(), None::<((bool, u64, ChangeId), Value)>);
    while let Some(at) = todo.pop() {
        if !known.insert(at) || known.len() > STEPS {
            continue;
        }
        let Some(Written { value, seen, clock }) = written(session, &at, id, field)? else { continue };
        if unseen(&at) || seen.iter().any(unseen) {
            todo.extend(seen);
            continue;
        }
        let rank = (at.replica == claim.id.replica, clock, at);
        if best.as_ref().is_none_or(|(other, _)| *other < rank) {
            best = Some((rank, value));
        }
    }
    Ok(best.map(|(_, value)| value))
}

/// What a change wrote in a field; nothing where it did not.
///
/// # Errors
/// The data file cannot be read.
pub(super) fn written(session: &Session<'_, '_>, of: &ChangeId, id: &RowId, name: &str) -> Result<Option<Written>> {
    let Some(change) = session.change(of)? else { return Ok(None) };
    let wrote = change.ops.iter().find_map(|op| match op {
        Op::Write { row, fields, .. } if row == id => fields.iter().find(|wrote| wrote.field == name),
        _ => None,
    });
    let known = |wrote: &Wrote| Written { value: wrote.value.clone(), seen: wrote.seen.clone(), clock: change.clock };
    Ok(wrote.map(known))
}

/// What the field held before these values, where they say that they saw one and the same.
///
/// # Errors
/// The data file cannot be read.
pub(super) fn before(session: &Session<'_, '_>, id: &RowId, held: &Held, name: &str) -> Result<Option<Value>> {
    let mut befores = BTreeSet::new();
    for version in &held.held {
        let Some(Written { seen, .. }) = written(session, &version.id, id, name)? else { return Ok(None) };
        let Some(seen) = seen.last() else { return Ok(None) };
        let Some(Written { value, .. }) = written(session, seen, id, name)? else { return Ok(None) };
        befores.insert(value);
    }
    Ok(befores.pop_first().filter(|_| befores.is_empty()))
}

/// What a decision for a value of a field writes: the value; where the field holds values by name, what nobody disputes stays as it is; and what vouches for it, as
/// its author had it.
///
/// # Errors
/// The data file cannot be read.
pub(super) fn decided(
    session: &Session<'_, '_>,
    id: &RowId,
    row: &Row,
    name: &str,
    chosen: &Version,
) -> Result<Vec<(String, Value)>> {
    let mut out = vec![(name.to_owned(), chosen.value.clone())];
    if let (Some(field), Some(held)) = (field(&id.place, name), row.fields.get(name))
        && is_by_name(field)
        && let Some(Joined { mut all, disputed }) = joined(session, id, held, name)?
        && let Some(own) = names(&chosen.value)
    {
        for name in &disputed {
            match own.get(name) {
                Some(value) => drop(all.insert(name.clone(), value.clone())),
                None => drop(all.remove(name)),
            }
        }
        out = vec![(name.to_owned(), Value::Text(Json::Object(all).to_string()))];
    }
    for Vouching { field, value } in beside(session, id, row, name, chosen)? {
        let Some(held) = row.fields.get(field.key) else { continue };
        let value = if is_by_name(field) {
            let Some(Joined { mut all, disputed }) = joined(session, id, held, field.key)? else { continue };
            // How sure other figures are is a dispute of its own.
            if disputed.iter().any(|other| other != name) {
                continue;
            }
            all.insert(name.to_owned(), forms::json(&value));
            Value::Text(Json::Object(all).to_string())
        } else {
            value
        };
        let stands = held.shown().is_some_and(|shown| shown.value == value) && !held.is_contested();
        if !stands && (is_by_name(field) || held.is_contested() || !vouches_for_others(id, row, name, held)) {
            out.push((field.key.to_owned(), value));
        }
    }
    Ok(out)
}

/// Whether who wrote what is shown in a field wrote with it another figure of the row, for which it vouches too.
fn vouches_for_others(id: &RowId, row: &Row, name: &str, held: &Held) -> bool {
    let Some(by) = held.shown().map(|shown| shown.id) else { return false };
    let other = |(other, held): (&String, &Held)| {
        other != name
            && field(&id.place, other).is_some_and(holds_figures)
            && held.shown().is_some_and(|shown| shown.id == by && !shown.birth)
    };
    row.fields.iter().any(other)
}

/// Values by name, as all sides of a conflict have them together.
struct Joined {
    /// What one side alone changed is as it says; of what several changed otherwise, what the last says.
    all: Map<String, Json>,
    /// The names of what several changed otherwise.
    disputed: BTreeSet<String>,
}

/// The values by name that stand in a field; nothing where they are none such.
fn joined(session: &Session<'_, '_>, id: &RowId, held: &Held, name: &str) -> Result<Option<Joined>> {
    let before = before(session, id, held, name)?.and_then(|value| names(&value));
    let Some(sides) = held.held.iter().map(|version| names(&version.value)).collect::<Option<Vec<_>>>() else {
        return Ok(None);
    };
    let (mut all, mut disputed) = (Map::new(), BTreeSet::new());
    for name in sides.iter().flat_map(Map::keys).collect::<BTreeSet<_>>() {
        let mut told: Vec<Option<&Json>> = sides.iter().map(|side| side.get(name)).collect();
        let last = told.last().copied().flatten();
        told.dedup();
        if told.len() > 1
            && let Some(before) = &before
        {
            told.retain(|value| *value != before.get(name));
            told.dedup();
        }
        let value = match told.as_slice() {
            [one] => *one,
            _ => {
                disputed.insert(name.clone());
                last
            }
        };
        all.extend(value.map(|value| (name.clone(), value.clone())));
    }
    Ok(Some(Joined { all, disputed }))
}

/// Values by name; nothing where it is none such.
fn names(value: &Value) -> Option<Map<String, Json>> {
    match value {
        Value::Text(text) => serde_json::from_str(text).ok(),
        _ => None,
    }
}
