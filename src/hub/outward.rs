//! The journal of a data file turned into changes for others.

use super::core::change::{Change, LATEST, Op};
use super::core::edit::{self, Edit};
use super::core::merge::{Shape, Shelf};
use super::core::row::Row;
use super::core::view;
use super::core::{ChangeId, Hash, Link, RowId, Value};
use super::forms::{list, parts, turned, turned_key, value};
use super::session::{Session, damaged};
use super::shape::{REGULATION, named};
use crate::model::nouns::{table, tables};
use crate::store::{ChangeMeta, NetEdit};
use crate::text::fold;
use crate::words::Result;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Rows, each with the key under which it stands in its table while it does.
type Places = Vec<(RowId, Option<String>)>;

impl Session<'_, '_> {
    /// Turns what the journal has since the last time into changes. Gives how many, and the rows that may be other than they were.
    pub(super) fn derive(&mut self) -> Result<(usize, BTreeSet<RowId>)> {
        let (mut count, mut moved) = (0, BTreeSet::new());
        for entry in self.x.entries_after(self.replica.derived)? {
            let Some(record) = self.x.change_record(entry)? else { continue };
            let (ops, places) = self.ops_of(entry)?;
            if ops.is_empty() {
                continue;
            }
            let who = ChangeMeta {
                author: record.author,
                device: record.device,
                command: record.command,
                note: record.note,
                at: record.at,
            };
            moved.extend(self.add(&who, ops, Some(entry))?);
            for (id, local) in places {
                self.x.set_shelved_local(&id.place, &list(&id.key), local.as_deref())?;
            }
            self.replica.derived = entry;
            count += 1;
        }
        Ok((count, moved))
    }

    /// Adds a change of its own; gives the rows that may be other than they were.
    pub(super) fn add(&mut self, who: &ChangeMeta, ops: Vec<Op>, entry: Option<i64>) -> Result<BTreeSet<RowId>> {
        let number = self.head(self.id)? + 1;
        self.replica.clock = (self.replica.clock + 1).min(LATEST);
        let change = Change {
            id: ChangeId { replica: self.id, number },
            clock: self.replica.clock,
            agency: self.replica.agency.clone(),
            author: who.author.clone(),
            device: who.device.clone(),
            at: who.at.to_string(),
            command: who.command.clone(),
            why: who.note.clone(),
            ops,
        };
        let bytes = change.bytes();
        let before = self.hash(self.id, number - 1)?.ok_or_else(damaged)?;
        let hash = Change::hash(&before, &bytes);
        let moved = self.integrate(&change)?;
        self.keep(Link { change, bytes, hash }, entry)?;
        Ok(moved)
    }

    /// An entry of the journal as operations; with the key under which each of the rows stands now in its table.
    fn ops_of(&self, entry: i64) -> Result<(Vec<Op>, Places)> {
        let mut nets = self.x.net_edits(entry)?;
        // Owners first, so that what is made together is known by what owns it.
        let order: HashMap<&str, usize> = tables().enumerate().map(|(at, table)| (table.name, at)).collect();
        nets.sort_by_key(|(place, ..)| order.get(place.as_str()).copied());
        let mut fresh: BTreeMap<RowId, RowId> = BTreeMap::new();
        let mut ids = Vec::new();
        for (place, key, net) in &nets {
            let local = RowId { place: place.clone(), key: parts(key) };
            let id = self.outward_id(&local, net, &fresh)?;
            if matches!(net, NetEdit::Insert(_)) {
                fresh.insert(local, id.clone());
            }
            ids.push(id);
        }
        let (mut ops, mut places) = (Vec::new(), Vec::new());
        for ((place, key, net), id) in nets.into_iter().zip(ids) {
            let row = self.row(&id)?.unwrap_or_default();
            places.push((id.clone(), (!matches!(net, NetEdit::Delete)).then_some(key)));
            let edit = self.outward(&id, &row, net, &fresh)?;
            ops.push(edit::op(&id, &row, edit, |field| self.trade.quiet(&place, field)));
        }
        Ok((ops, places))
    }

    /// The row of the exchange that a row of a table is, or becomes.
    fn outward_id(&self, local: &RowId, net: &NetEdit, fresh: &BTreeMap<RowId, RowId>) -> Result<RowId> {
        let mut id = turned_key(local, &|of, regulation, number| self.number_outward(of, regulation, number, fresh))?;
        let Some(alike) = table(&local.place).and_then(|table| table.alike) else { return Ok(id) };
        if let Some(known) = view::row_of_code(self, &id)? {
            return Ok(known);
        }
        // What it is when it is made tells it from another that somebody makes under the same number.
        let made = |name: &&str| match net {
            NetEdit::Insert(columns) => fold(columns.get(*name).and_then(|v| v.as_str()).unwrap_or_default()),
            _ => String::new(),
        };
        let made: Vec<String> = alike.iter().map(made).collect();
        if let Some(last) = id.key.last_mut() {
            *last = format!("{last}#{}", Hash::of(&[list(&made).as_bytes()]).short());
        }
        Ok(id)
    }

    fn number_outward(
        &self,
        of: &[&str],
        regulation: Option<&str>,
        number: &str,
        fresh: &BTreeMap<RowId, RowId>,
    ) -> Result<Option<String>> {
        for place in of {
            let Some(local) = named(place, regulation, number) else { continue };
            let known = match fresh.get(&local) {
                Some(id) => Some(id.clone()),
                None => view::row_of_code(self, &local)?,
            };
            if let Some(mut id) = known {
                return Ok(id.key.pop());
            }
        }
        Ok(None)
    }

    fn outward(&self, id: &RowId, row: &Row, net: NetEdit, fresh: &BTreeMap<RowId, RowId>) -> Result<Edit> {
        let of = table(&id.place);
        let in_key = of.and_then(|of| of.key().iter().position(|field| field.key == REGULATION));
        let regulation = match (in_key.and_then(|at| id.key.get(at)), &net, row.value(REGULATION)) {
            (Some(code), ..) => Some(code.clone()),
            (None, NetEdit::Insert(columns), _) => columns.get(REGULATION).and_then(|v| v.as_str()).map(str::to_owned),
            (None, _, Some(Value::Text(code))) => Some(code.clone()),
            _ => None,
        };
        let turn =
            |of: &[&str], regulation: Option<&str>, number: &str| self.number_outward(of, regulation, number, fresh);
        let out =
            |name: &str, json: &serde_json::Value| turned(&id.place, name, value(json), regulation.as_deref(), &turn);
        let is_key = |name: &str| of.is_some_and(|of| of.key().iter().any(|field| field.key == name));
        Ok(match net {
            NetEdit::Delete => Edit::Delete,
            NetEdit::Insert(columns) => {
                let columns = columns.iter().filter(|(name, _)| !is_key(name));
                Edit::Insert(columns.map(|(name, json)| Ok((name.clone(), out(name, json)?))).collect::<Result<_>>()?)
            }
            NetEdit::Update(columns) => {
                let one = |(name, before, after): (String, serde_json::Value, serde_json::Value)| {
                    let (before, after) = (out(&name, &before)?, out(&name, &after)?);
                    Ok((name, before, after))
                };
                Edit::Update(columns.into_iter().map(one).collect::<Result<_>>()?)
            }
        })
    }
}
