//! The naive model: the definitions, word for word, over all operations at once.

use super::node::{Fields, Table, Trade};
use crate::hub::core::change::{Change, Op};
use crate::hub::core::merge::{Hold, Shape};
use crate::hub::core::row::{GONE, PRESENCE, Row, THERE};
use crate::hub::core::{ChangeId, RowId, Value};
use std::collections::{BTreeMap, BTreeSet};

struct Written {
    clock: u64,
    id: ChangeId,
    value: Value,
    birth: bool,
    seen: Vec<ChangeId>,
}

type Writes = BTreeMap<RowId, BTreeMap<String, Vec<Written>>>;

/// The table that a set of changes makes.
pub fn table(changes: &[&Change]) -> Table {
    let mut writes = Writes::new();
    let mut kills: BTreeMap<RowId, BTreeSet<ChangeId>> = BTreeMap::new();
    for change in changes {
        let mut add = |row: &RowId, field: &str, value: &Value, birth, seen: &[ChangeId]| {
            let written =
                Written { clock: change.clock, id: change.id, value: value.clone(), birth, seen: seen.to_vec() };
            writes.entry(row.clone()).or_default().entry(field.to_owned()).or_default().push(written);
        };
        for op in &change.ops {
            match op {
                Op::Write { row, birth, fields } => {
                    fields.iter().for_each(|w| add(row, &w.field, &w.value, *birth, &w.seen));
                }
                Op::Delete { row, seen } => {
                    add(row, PRESENCE, &GONE, false, seen);
                    kills.entry(row.clone()).or_default().extend(seen);
                }
                Op::Unknown { .. } => {}
            }
        }
    }
    // What no operation has seen, nor another birth with the same value that somebody has seen.
    let held = |all: &[Written]| -> Vec<usize> {
        let seen = |w: &Written| all.iter().any(|other| other.seen.contains(&w.id));
        let same = |w: &Written| w.birth && all.iter().any(|o| o.birth && o.value == w.value && seen(o));
        let mut held: Vec<usize> = (0..all.len()).filter(|at| !seen(&all[*at]) && !same(&all[*at])).collect();
        held.sort_by_key(|at| (all[*at].clock, all[*at].id));
        held
    };
    let stands = |id: &RowId| -> bool {
        let killed = |w: &Written| kills.get(id).is_some_and(|kills| kills.contains(&w.id));
        writes.get(id).into_iter().flatten().any(|(field, all)| {
            let dead =
                |w: &Written| killed(w) || w.birth && all.iter().any(|o| o.birth && o.value == w.value && killed(o));
            let gone = |w: &Written| field == PRESENCE && w.value == GONE;
            !Trade.quiet(&id.place, field) && held(all).iter().any(|at| !dead(&all[*at]) && !gone(&all[*at]))
        })
    };
    let born = |id: &RowId| -> Option<(u64, ChangeId)> {
        let presence = writes.get(id)?.get(PRESENCE)?;
        presence.iter().filter(|w| w.value == THERE).map(|w| (w.clock, w.id)).min()
    };
    let shown = |id: &RowId| -> Fields {
        let fields = writes[id].iter().filter(|(name, _)| *name != PRESENCE);
        fields.filter_map(|(name, all)| Some((name.clone(), all[*held(all).last()?].value.clone()))).collect()
    };
    let row_of = |id: &RowId| -> Row {
        // The shape asks a row for what its fields show.
        let mut row = Row::default();
        for (at, (field, value)) in shown(id).into_iter().enumerate() {
            let wrote = crate::hub::core::Wrote { field, value, seen: Vec::new() };
            let id = ChangeId { replica: crate::hub::core::ReplicaId([0; 16]), number: at as u64 + 1 };
            row.write((1, id), false, &[wrote], |_| false);
        }
        row
    };
    let names: BTreeMap<RowId, Vec<(RowId, Hold)>> = writes
        .keys()
        .map(|id| (id.clone(), Trade.names(id, &row_of(id)).into_iter().map(|rest| (rest.on, rest.how)).collect()))
        .collect();
    // Rows that stand, and again and again what is kept by one that lives.
    let mut living: BTreeSet<RowId> = writes.keys().filter(|id| stands(id)).cloned().collect();
    loop {
        let mut more = living.clone();
        for id in &living {
            more.extend(names[id].iter().filter(|(_, how)| *how != Hold::Names).map(|(on, _)| on.clone()));
            more.extend(Trade.companion(id));
        }
        // What was deleted together with what it is a part of stays where that stays.
        let gone = |id: &RowId| -> BTreeSet<ChangeId> {
            let Some(presence) = writes.get(id).and_then(|fields| fields.get(PRESENCE)) else { return BTreeSet::new() };
            held(presence).into_iter().map(|at| &presence[at]).filter(|w| w.value == GONE).map(|w| w.id).collect()
        };
        for (id, names) in &names {
            let whole = |(on, how): &(RowId, Hold)| {
                *how == Hold::Needs
                    && id.key.starts_with(&on.key)
                    && living.contains(on)
                    && !gone(on).is_disjoint(&gone(id))
            };
            if names.iter().any(whole) {
                more.insert(id.clone());
            }
        }
        more.retain(|id| writes.contains_key(id));
        if more == living {
            break;
        }
        living = more;
    }
    let mut there: BTreeSet<RowId> = living.iter().filter(|id| born(id).is_some()).cloned().collect();
    loop {
        // What waits is known all the same: it is not there, but it can be rested on where it was born.
        let known = |on: &RowId| born(on).is_some() && (!living.contains(on) || there.contains(on));
        let fits = |id: &RowId| names[id].iter().all(|(on, how)| *how != Hold::Needs || known(on));
        let fewer: BTreeSet<RowId> = there.iter().filter(|id| fits(id)).cloned().collect();
        if fewer == there {
            break;
        }
        there = fewer;
    }
    // The code of a numbered row: in the order of birth; a later one takes the next letter under which no row was made.
    let code = |id: &RowId| -> String {
        let like = |base: &str| -> Vec<RowId> {
            let mut found: Vec<RowId> = writes
                .keys()
                .filter(|o| o.place == id.place && o.parent() == id.parent() && o.base() == base && born(o).is_some())
                .cloned()
                .collect();
            found.sort_by_key(|o| born(o));
            found
        };
        let all = like(id.base());
        let rank = all.iter().position(|o| o == id).unwrap_or(0);
        let free = ('b'..='z').map(|c| format!("{}{c}", id.base())).filter(|code| like(code).is_empty());
        std::iter::once(id.base().to_owned()).chain(free).nth(rank).unwrap()
    };
    there
        .iter()
        .map(|id| {
            let mut local = id.clone();
            if Trade.numbered(&id.place) {
                *local.key.last_mut().unwrap() = code(id);
            }
            if id.place == "step" {
                local.key[0] = code(&RowId::new("measure", &[&id.key[0]]));
            }
            let mut fields = shown(id);
            if let Some(Value::Text(paper)) = fields.get_mut("paper") {
                let named = RowId::new("paper", &[&id.key[0], paper]);
                if writes.contains_key(&named) {
                    *paper = code(&named);
                }
            }
            (local, fields)
        })
        .collect()
}
