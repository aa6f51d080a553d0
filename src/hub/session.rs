//! A data file in the exchange, within one transaction: its journal turned into changes, changes of others taken in, rows brought to what they should be.

use super::core::change::{Change, LATEST, Op};
use super::core::edit::{self, Edit};
use super::core::merge::{Hold, Rest, Shape, Shelf, integrate};
use super::core::row::Row;
use super::core::view::{self, State};
use super::core::{ChangeId, Hash, Link, ReplicaId, RowId, Value};
use super::forms::{json, list, parts, turned, turned_key, value};
use super::shape::{REGULATION, Trade, named};
use crate::model::Holds;
use crate::model::nouns::{table, tables};
use crate::store::{ChangeMeta, Exchange, Logged, NetEdit, Replica, Shelved};
use crate::text::{clean_line, fold};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use jiff::Timestamp;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A data file in the exchange.
#[derive(Debug)]
pub struct Session<'x, 'c> {
    pub(super) x: &'x Exchange<'c>,
    pub(super) trade: Trade,
    /// The name of the data file, as it will be kept.
    pub(super) replica: Replica,
    /// The same, as a number.
    pub(super) id: ReplicaId,
    /// The last changes that came in, by replica.
    heads: RefCell<HashMap<ReplicaId, u64>>,
    /// Rows as they were last read or put: most are asked for several times while one change comes in.
    rows: RefCell<HashMap<RowId, Option<Row>>>,
}

/// So many rows are remembered.
const REMEMBERED: usize = 2_000;

impl Shelf for Session<'_, '_> {
    type Error = Fault;

    fn row(&self, id: &RowId) -> Result<Option<Row>> {
        if let Some(row) = self.rows.borrow().get(id) {
            return Ok(row.clone());
        }
        let state = self.x.shelved(&id.place, &list(&id.key))?;
        let row = state.map(|bytes| Row::read(&bytes).map_err(|_| damaged())).transpose()?;
        self.remember(id, row.clone());
        Ok(row)
    }

    fn put(&mut self, id: &RowId, row: &Row, names: &[Rest]) -> Result<()> {
        let quiet = |field: &str| self.trade.quiet(&id.place, field);
        // A part that was deleted with its whole is no dispute of its own.
        let disputed = row.is_deleted() && (row.stands(quiet) || self.trade.is_whole(&id.place));
        let shelved = Shelved {
            place: id.place.clone(),
            key: list(&id.key),
            parent: list(id.parent()),
            base: id.base().to_owned(),
            contested: row.contested(quiet).len() + usize::from(disputed),
            state: row.bytes(),
        };
        let name = |rest: &Rest| (rest.on.place.clone(), list(&rest.on.key), how_number(rest.how));
        let mut names: Vec<(String, String, i64)> = names.iter().map(name).collect();
        names.sort_unstable();
        names.dedup();
        self.x.shelve(&shelved, &names)?;
        self.remember(id, Some(row.clone()));
        Ok(())
    }

    fn naming(&self, id: &RowId) -> Result<Vec<(RowId, Hold)>> {
        let rows = self.x.shelved_naming(&id.place, &list(&id.key))?;
        Ok(rows.into_iter().map(|(place, key, how)| (RowId { place, key: parts(&key) }, how_of(how))).collect())
    }

    fn alike(&self, id: &RowId) -> Result<Vec<RowId>> {
        let keys = self.x.shelved_alike(&id.place, &list(id.parent()), id.base())?;
        Ok(keys.iter().map(|key| RowId { place: id.place.clone(), key: parts(key) }).collect())
    }

    fn delivered(&self, id: &ChangeId) -> Result<bool> {
        Ok(self.head(id.replica)? >= id.number)
    }
}

fn how_number(how: Hold) -> i64 {
    match how {
        Hold::Names => 0,
        Hold::Keeps => 1,
        Hold::Needs => 2,
    }
}

fn how_of(number: i64) -> Hold {
    match number {
        0 => Hold::Names,
        1 => Hold::Keeps,
        _ => Hold::Needs,
    }
}

fn damaged() -> Fault {
    Fault::database(HubWord::LogDamaged.said(&[])).hint(HubWord::LogDamagedHint.said(&[]))
}

/// Rows, each with the key under which it stands in its table while it does.
type Places = Vec<(RowId, Option<String>)>;

/// A row as its table should have it.
struct Desired {
    key: String,
    columns: Vec<(String, Value)>,
}

impl<'x, 'c> Session<'x, 'c> {
    /// The data file in the exchange.
    ///
    /// # Errors
    /// It has not joined; it cannot be read.
    pub fn open(x: &'x Exchange<'c>) -> Result<Self> {
        let replica = x.replica()?.ok_or_else(not_joined)?;
        Self::of(x, replica)
    }

    pub(super) fn of(x: &'x Exchange<'c>, replica: Replica) -> Result<Self> {
        let id = ReplicaId::parse(&replica.id).ok_or_else(damaged)?;
        Ok(Self {
            x,
            trade: Trade::new(x.foreign_keys()?),
            replica,
            id,
            heads: RefCell::default(),
            rows: RefCell::default(),
        })
    }

    fn remember(&self, id: &RowId, row: Option<Row>) {
        let mut rows = self.rows.borrow_mut();
        if rows.len() >= REMEMBERED {
            rows.clear();
        }
        rows.insert(id.clone(), row);
    }

    /// The number of the last change of a replica that came in.
    pub(super) fn head(&self, of: ReplicaId) -> Result<u64> {
        if let Some(head) = self.heads.borrow().get(&of) {
            return Ok(*head);
        }
        let head = self.x.exchanged_head(&of.to_string())?;
        self.heads.borrow_mut().insert(of, head);
        Ok(head)
    }

    /// The hash of a change that came in.
    pub(super) fn hash(&self, of: ReplicaId, number: u64) -> Result<Option<Hash>> {
        if number == 0 {
            return Ok(Some(Hash::START));
        }
        Ok(self.x.exchanged_hash(&of.to_string(), number)?.and_then(|hash| Hash::parse(&hash)))
    }

    /// Keeps the name, the clock and how far the journal was turned into changes.
    pub(super) fn close(mut self) -> Result<()> {
        self.replica.derived = self.x.head()?.map_or(0, |(entry, _)| entry);
        self.x.set_replica(&self.replica)
    }

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

    pub(super) fn integrate(&mut self, change: &Change) -> Result<BTreeSet<RowId>> {
        // The trade is looked at while the shelf is written.
        let trade = std::mem::replace(&mut self.trade, Trade::new(Vec::new()));
        let moved = integrate(self, &trade, change);
        self.trade = trade;
        moved
    }

    pub(super) fn keep(&self, link: Link, entry: Option<i64>) -> Result<()> {
        let ChangeId { replica, number } = link.change.id;
        let (hash, body) = (link.hash.to_string(), link.bytes);
        self.x.log(&Logged { replica: replica.to_string(), number, hash, body, change: entry })?;
        self.heads.borrow_mut().insert(replica, number);
        Ok(())
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
        let clock = self.replica.clock;
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
            self.heads.borrow_mut().clear();
            self.rows.borrow_mut().clear();
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

/// The data file has not joined.
pub(super) fn not_joined() -> Fault {
    Fault::usage(HubWord::NotJoined.said(&[])).hint(HubWord::NotJoinedHint.said(&[]))
}
