//! Changes of others taken into a data file: its rows brought to what they should be, and nothing that does not fit.

use super::core::change::Op;
use super::core::merge::{Shape, Shelf};
use super::core::row::Row;
use super::core::view::{self, State};
use super::core::{Link, RowId, Value};
use super::forms::{json, list, parts, turned, turned_key};
use super::session::{Renamed, Session};
use super::shape::{REGULATION, named};
use crate::model::Holds;
use crate::model::nouns::table;
use crate::store::ChangeMeta;
use crate::text::clean_line;
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// A row as its table should have it.
struct Desired {
    key: String,
    columns: Vec<(String, Value)>,
}

impl Session<'_, '_> {
    /// A row as its table should have it; nothing where it should not be there.
    fn desired(&self, id: &RowId) -> Result<Option<Desired>> {
        let Some(of) = table(&id.place) else { return Ok(None) };
        let State::There(row) = view::state(self, &self.trade, id)? else { return Ok(None) };
        let local = self.local(id)?;
        let regulation = super::shape::column(of, id, &row, REGULATION);
        let turn = |of: &[&str], regulation: Option<&str>, number: &str| self.number_inward(of, regulation, number);
        let mut columns = Vec::new();
        for field in of.fields.iter().skip(of.keys) {
            if let Some(value) = row.value(field.key) {
                let value = turned(&id.place, field.key, value.clone(), regulation, &turn)?;
                columns.push((field.key.to_owned(), value));
            }
        }
        Ok(Some(Desired { key: list(&local.key), columns }))
    }

    /// The key of a row as its table has it.
    pub(super) fn local(&self, id: &RowId) -> Result<RowId> {
        let turn = |of: &[&str], regulation: Option<&str>, number: &str| self.number_inward(of, regulation, number);
        let mut local = turned_key(id, &turn)?;
        if self.trade.numbered(&id.place)
            && let Some(last) = local.key.last_mut()
        {
            *last = view::code(self, id)?;
        }
        Ok(local)
    }

    /// A value as its table has it.
    pub(super) fn value_inward(&self, id: &RowId, row: &Row, field: &str, value: Value) -> Result<Value> {
        let regulation = table(&id.place).and_then(|of| super::shape::column(of, id, row, REGULATION));
        let turn = |of: &[&str], regulation: Option<&str>, number: &str| self.number_inward(of, regulation, number);
        turned(&id.place, field, value, regulation, &turn)
    }

    fn number_inward(&self, of: &[&str], regulation: Option<&str>, number: &str) -> Result<Option<String>> {
        for place in of {
            let Some(id) = named(place, regulation, number) else { continue };
            if number.contains('#') && self.row(&id)?.is_some() {
                return Ok(Some(view::code(self, &id)?));
            }
        }
        Ok(None)
    }

    /// Brings the rows to what they should be, as an entry of the journal; gives its number, or nothing where they were so.
    pub(super) fn settle(&self, moved: &BTreeSet<RowId>, who: &ChangeMeta) -> Result<Option<i64>> {
        let (mut drops, mut puts) = (Vec::new(), Vec::new());
        for id in moved.iter().filter(|id| table(&id.place).is_some()) {
            let stands = self.x.shelved_local(&id.place, &list(&id.key))?;
            let desired = self.desired(id)?;
            if let (Some(from), Some(to)) = (&stands, desired.as_ref().map(|desired| &desired.key))
                && from != to
                && self.trade.numbered(&id.place)
            {
                let renamed = Renamed { place: id.place.clone(), from: parts(from), to: parts(to) };
                self.renamed.borrow_mut().push(renamed);
            }
            if let Some(key) = stands.filter(|key| desired.as_ref().is_none_or(|desired| desired.key != *key)) {
                drops.push((id, key));
            }
            puts.extend(desired.map(|desired| (id, desired)));
        }
        if drops.is_empty() && puts.is_empty() {
            return Ok(None);
        }
        self.x.entry(who, || {
            for (id, key) in drops {
                self.x.drop_row(&id.place, &key)?;
                self.x.set_shelved_local(&id.place, &list(&id.key), None)?;
            }
            for (id, desired) in puts {
                let there = self.x.columns(&id.place, &desired.key)?;
                let columns: Vec<(&str, serde_json::Value)> = desired
                    .columns
                    .iter()
                    .map(|(name, value)| (name.as_str(), json(value)))
                    .filter(|(name, value)| there.as_ref().is_none_or(|there| there.get(*name) != Some(value)))
                    .collect();
                if there.is_none() || !columns.is_empty() {
                    self.x.write_columns(&id.place, &desired.key, &columns)?;
                }
                self.x.set_shelved_local(&id.place, &list(&id.key), Some(&desired.key))?;
            }
            Ok(())
        })
    }

    /// Whether the rows are what they should be.
    pub(super) fn is_settled(&self, moved: &BTreeSet<RowId>) -> Result<bool> {
        for id in moved.iter().filter(|id| table(&id.place).is_some()) {
            let stands = self.x.shelved_local(&id.place, &list(&id.key))?;
            let desired = self.desired(id)?;
            if stands.as_ref() != desired.as_ref().map(|desired| &desired.key) {
                return Ok(false);
            }
            let Some(desired) = desired else { continue };
            let there = self.x.columns(&id.place, &desired.key)?.unwrap_or_default();
            if desired.columns.iter().any(|(name, value)| there.get(name) != Some(&json(value))) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes in a change of another, as an entry of the journal that says who made it, when and why. Where a table does not take what it says, nothing of it
    /// comes in.
    pub(super) fn take(&mut self, link: Link) -> Result<Result<()>> {
        if !link.change.ops.iter().all(is_fit) {
            return Ok(Err(Fault::input(HubWord::UnfitText.said(&[]))));
        }
        let x = self.x;
        let (clock, renamed) = (self.replica.clock, self.renamed.borrow().len());
        let done = x.attempt(|| {
            let change = &link.change;
            let who = ChangeMeta {
                author: clean_line(&change.author),
                device: clean_line(&change.device),
                command: clean_line(&change.command),
                note: clean_line(&change.why),
                at: change.at.parse().unwrap_or(Timestamp::UNIX_EPOCH),
            };
            self.replica.clock = clock.max(change.clock);
            let moved = self.integrate(change)?;
            let entry = self.settle(&moved, &who)?;
            self.keep(link, entry)
        })?;
        if done.is_err() {
            self.replica.clock = clock;
            self.forget();
            self.renamed.borrow_mut().truncate(renamed);
        }
        Ok(done)
    }
}

/// Whether what came in may stand in its column and be shown: numbers where numbers stand, and no text with what moves a terminal, however it is written.
fn is_fit(op: &Op) -> bool {
    let plain = |text: &str| text.chars().all(|c| !moves(c));
    let inside = |text: &str| {
        !text.starts_with(['[', '{', '"'])
            || serde_json::from_str::<serde_json::Value>(text).map_or(true, |json| json_is_plain(&json))
    };
    let keyed = |row: &RowId| row.key.iter().all(|part| plain(part));
    match op {
        Op::Unknown { .. } => true,
        Op::Delete { row, .. } => keyed(row),
        Op::Write { row, fields, .. } => {
            let of = table(&row.place);
            let field = |name: &str| of.and_then(|of| of.fields.iter().find(|field| field.key == name));
            let number = |name: &str| {
                field(name).map(|field| matches!(field.holds, Holds::Whole | Holds::Flag | Holds::Position))
            };
            keyed(row)
                && fields.iter().all(|wrote| match &wrote.value {
                    Value::Null => true,
                    Value::Int(_) => number(&wrote.field) != Some(false),
                    Value::Text(text) => number(&wrote.field) != Some(true) && plain(text) && inside(text),
                })
        }
    }
}

fn json_is_plain(json: &serde_json::Value) -> bool {
    match json {
        serde_json::Value::String(text) => text.chars().all(|c| !moves(c)),
        serde_json::Value::Array(items) => items.iter().all(json_is_plain),
        serde_json::Value::Object(fields) => {
            fields.iter().all(|(name, value)| name.chars().all(|c| !moves(c)) && json_is_plain(value))
        }
        _ => true,
    }
}

/// A control, or a sign that turns the direction of writing: at every other door these are dropped.
fn moves(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
