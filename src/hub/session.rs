//! A data file in the exchange, within one transaction: where its rows are kept, and how far everybody's changes came in.

use super::core::change::Change;
use super::core::merge::{Hold, Rest, Shape, Shelf, integrate};
use super::core::row::Row;
use super::core::{ChangeId, Hash, Link, ReplicaId, RowId};
use super::forms::{list, parts};
use super::shape::Trade;
use crate::store::{Exchange, Logged, Replica, Shelved};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::rc::Rc;

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
    rows: RefCell<HashMap<RowId, Option<Rc<Row>>>>,
    /// Changes as they were last read: one that brought a whole catalogue is asked for again and again.
    changes: RefCell<VecDeque<Rc<Change>>>,
    /// Rows that stand under another code than they did.
    pub(super) renamed: RefCell<Vec<Renamed>>,
}

/// A row that got another code, as somebody else's was made under the same one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// Its table.
    pub place: String,
    /// The key under which it stood.
    pub from: Vec<String>,
    /// The key under which it stands.
    pub to: Vec<String>,
}

/// So many rows are remembered.
const REMEMBERED: usize = 2_000;

/// So many changes are remembered as they were read.
const READ_CHANGES: usize = 8;

impl Shelf for Session<'_, '_> {
    type Error = Fault;

    fn row(&self, id: &RowId) -> Result<Option<Rc<Row>>> {
        if let Some(row) = self.rows.borrow().get(id) {
            return Ok(row.clone());
        }
        let state = self.x.shelved(&id.place, &list(&id.key))?;
        let row = state.map(|bytes| Row::read(&bytes).map(Rc::new).map_err(|_| damaged())).transpose()?;
        self.remember(id, row.clone());
        Ok(row)
    }

    fn put(&mut self, id: &RowId, row: Rc<Row>, names: &[Rest]) -> Result<()> {
        let shelved = Shelved {
            place: id.place.clone(),
            key: list(&id.key),
            parent: list(id.parent()),
            base: id.base().to_owned(),
            contested: self.contested(id, &row)?,
            state: row.bytes(),
        };
        let name = |rest: &Rest| (rest.on.place.clone(), list(&rest.on.key), how_number(rest.how));
        let mut names: Vec<(String, String, i64)> = names.iter().map(name).collect();
        names.sort_unstable();
        names.dedup();
        self.x.shelve(&shelved, &names)?;
        self.remember(id, Some(row));
        // Whether its half is a dispute beside it hangs on it.
        if let Some(half) = self.trade.half_of(id)
            && let Some(row) = self.row(&half)?
        {
            self.x.set_contested(&half.place, &list(&half.key), self.contested(&half, &row)?)?;
        }
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

pub(super) fn damaged() -> Fault {
    Fault::database(HubWord::LogDamaged.said(&[])).hint(HubWord::LogDamagedHint.said(&[]))
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
            changes: RefCell::default(),
            renamed: RefCell::default(),
        })
    }

    /// In how many fields of a row values stand against each other, and one more where the row itself is disputed.
    fn contested(&self, id: &RowId, row: &Row) -> Result<usize> {
        let fields = row.contested(|field| self.trade.quiet(&id.place, field)).len();
        Ok(fields + usize::from(self.is_disputed(id, row)?))
    }

    /// Whether somebody deleted a row that is there all the same. A part that was deleted with its whole is no dispute of its own, nor is a half beside what it
    /// is a half of.
    pub(super) fn is_disputed(&self, id: &RowId, row: &Row) -> Result<bool> {
        let stands = || row.stands(|field| self.trade.quiet(&id.place, field));
        if !row.is_deleted() || !(self.trade.is_whole(&id.place) || stands()) {
            return Ok(false);
        }
        let whole = self.trade.whole_of(id).map(|whole| self.row(&whole)).transpose()?.flatten();
        Ok(!whole.is_some_and(|whole| whole.is_deleted()))
    }

    /// What came in was taken back: what was remembered of it is nothing.
    pub(super) fn forget(&self) {
        self.heads.borrow_mut().clear();
        self.rows.borrow_mut().clear();
    }

    fn remember(&self, id: &RowId, row: Option<Rc<Row>>) {
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

    /// A change that came in; nothing of one that is not here, or that a later version of the program made.
    pub(super) fn change(&self, id: &ChangeId) -> Result<Option<Rc<Change>>> {
        if let Some(known) = self.changes.borrow().iter().find(|change| change.id == *id) {
            return Ok(Some(known.clone()));
        }
        let Some(logged) = self.x.exchanged(&id.replica.to_string(), id.number)? else { return Ok(None) };
        let Ok(change) = Change::read(&logged.body).map(Rc::new) else { return Ok(None) };
        let mut changes = self.changes.borrow_mut();
        if changes.len() >= READ_CHANGES {
            changes.pop_back();
        }
        changes.push_front(change.clone());
        Ok(Some(change))
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
}

/// The data file has not joined.
pub(super) fn not_joined() -> Fault {
    Fault::usage(HubWord::NotJoined.said(&[])).hint(HubWord::NotJoinedHint.said(&[]))
}
