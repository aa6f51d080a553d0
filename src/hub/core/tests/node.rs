//! A data file in memory, with a trade of its own: regulations with another half, numbered rows of a sheet that name numbered papers, numbered measures
//! with steps.

use crate::hub::core::change::{Change, Op};
use crate::hub::core::edit::{self, Edit};
use crate::hub::core::merge::{Hold, Rest, Shape, Shelf, integrate};
use crate::hub::core::row::Row;
use crate::hub::core::view::{self, State};
use crate::hub::core::{ChangeId, Hash, Link, Refusal, ReplicaId, RowId, Value, chain};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::rc::Rc;

pub struct Trade;

impl Shape for Trade {
    fn quiet(&self, _: &str, field: &str) -> bool {
        field == "position"
    }
    fn names(&self, id: &RowId, row: &Row) -> Vec<Rest> {
        let to = |place: &str, key: &[&str], how| Rest { on: RowId::new(place, key), how };
        let text = |field: &str| match row.value(field) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let owner = id.key[0].as_str();
        let mut found = match id.place.as_str() {
            "half" => vec![to("regulation", &[owner], Hold::Needs)],
            "paper" | "activity" => vec![to("regulation", &[owner], Hold::Needs)],
            "step" => vec![to("measure", &[owner], Hold::Needs)],
            "measure" => text("regulation").map(|code| to("regulation", &[&code], Hold::Needs)).into_iter().collect(),
            _ => Vec::new(),
        };
        if matches!(id.place.as_str(), "measure" | "step")
            && let Some(kind) = text("kind")
        {
            found.push(to("kind", &[&kind], Hold::Needs));
        }
        if id.place == "activity"
            && let Some(paper) = text("paper")
        {
            found.push(to("paper", &[owner, &paper], Hold::Names));
        }
        found
    }
    fn companion(&self, id: &RowId) -> Option<RowId> {
        let other = match id.place.as_str() {
            "half" => "regulation",
            "regulation" => "half",
            _ => return None,
        };
        Some(RowId { place: other.to_owned(), key: id.key.clone() })
    }
    fn numbered(&self, place: &str) -> bool {
        matches!(place, "paper" | "activity" | "measure")
    }
}

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Mem {
    pub rows: BTreeMap<RowId, Row>,
    naming: BTreeMap<RowId, BTreeSet<(RowId, Hold)>>,
    names: BTreeMap<RowId, Vec<Rest>>,
    pub heads: BTreeMap<ReplicaId, u64>,
}

impl Shelf for Mem {
    type Error = Infallible;
    fn row(&self, id: &RowId) -> Result<Option<Rc<Row>>, Infallible> {
        Ok(self.rows.get(id).cloned().map(Rc::new))
    }
    fn put(&mut self, id: &RowId, row: Rc<Row>, names: &[Rest]) -> Result<(), Infallible> {
        for rest in self.names.insert(id.clone(), names.to_vec()).unwrap_or_default() {
            self.naming.entry(rest.on).or_default().remove(&(id.clone(), rest.how));
        }
        self.naming.retain(|_, by| !by.is_empty());
        for rest in names {
            self.naming.entry(rest.on.clone()).or_default().insert((id.clone(), rest.how));
        }
        // Through its bytes, so that every test is one of these too.
        self.rows.insert(id.clone(), Row::read(&row.bytes()).unwrap());
        Ok(())
    }
    fn naming(&self, id: &RowId) -> Result<Vec<(RowId, Hold)>, Infallible> {
        Ok(self.naming.get(id).into_iter().flatten().cloned().collect())
    }
    fn alike(&self, id: &RowId) -> Result<Vec<RowId>, Infallible> {
        let like =
            |other: &&RowId| other.place == id.place && other.parent() == id.parent() && other.base() == id.base();
        Ok(self.rows.keys().filter(like).cloned().collect())
    }
    fn delivered(&self, id: &ChangeId) -> Result<bool, Infallible> {
        Ok(self.heads.get(&id.replica).is_some_and(|head| *head >= id.number))
    }
}

pub type Fields = BTreeMap<String, Value>;
pub type Table = BTreeMap<RowId, Fields>;

#[derive(Clone, Debug)]
pub struct Node {
    pub id: ReplicaId,
    pub clock: u64,
    pub shelf: Mem,
    pub log: BTreeMap<ReplicaId, Vec<Link>>,
    pub table: Table,
    placed: BTreeMap<RowId, RowId>,
    pub time: String,
}

fn never<T>(result: Result<T, Infallible>) -> T {
    result.unwrap()
}

/// The key and the fields of a row as the data file has them.
pub fn localised(shelf: &Mem, id: &RowId, row: &Row) -> (RowId, Fields) {
    let mut local = id.clone();
    if Trade.numbered(&id.place) {
        *local.key.last_mut().unwrap() = never(view::code(shelf, id));
    }
    if id.place == "step" {
        local.key[0] = never(view::code(shelf, &RowId::new("measure", &[&id.key[0]])));
    }
    let mut fields: Fields = row.values().map(|(name, value)| (name.to_owned(), value.clone())).collect();
    if let Some(Value::Text(paper)) = fields.get_mut("paper") {
        let named = RowId::new("paper", &[&id.key[0], paper]);
        if shelf.rows.contains_key(&named) {
            *paper = never(view::code(shelf, &named));
        }
    }
    (local, fields)
}

impl Node {
    pub fn new(number: u8) -> Self {
        Self {
            id: ReplicaId([number; 16]),
            clock: 0,
            shelf: Mem::default(),
            log: BTreeMap::new(),
            table: Table::new(),
            placed: BTreeMap::new(),
            time: String::new(),
        }
    }

    /// The row of the exchange that a row of the table is, or becomes.
    fn global(&self, local: &RowId, made: Option<&Fields>, fresh: &BTreeMap<RowId, RowId>) -> RowId {
        if let Some(id) = fresh.get(local) {
            return id.clone();
        }
        let mut id = local.clone();
        if local.place == "step" {
            let of = RowId::new("measure", &[&local.key[0]]);
            id.key[0] = self.global(&of, None, fresh).key.remove(0);
        }
        if !Trade.numbered(&local.place) {
            return id;
        }
        if let Some(known) = never(view::row_of_code(&self.shelf, local)) {
            return known;
        }
        let name = made.and_then(|fields| fields.get("name")).cloned().unwrap_or(Value::Null);
        let digest = Hash::of(&[format!("{name:?}").as_bytes()]).short();
        let last = id.key.last_mut().unwrap();
        *last = format!("{last}#{digest}");
        id
    }

    fn outward(&self, local: &RowId, name: &str, value: Value) -> Value {
        match (name, value) {
            ("paper", Value::Text(paper)) => {
                let of = RowId::new("paper", &[&local.key[0], &paper]);
                match never(view::row_of_code(&self.shelf, &of)) {
                    Some(mut id) => Value::Text(id.key.pop().unwrap()),
                    None => Value::Text(paper),
                }
            }
            (_, value) => value,
        }
    }

    /// Does edits as one change, in the table and in the log, as a data file does.
    pub fn commit(&mut self, edits: Vec<(RowId, Edit)>) {
        let (mut ops, mut fresh) = (Vec::new(), BTreeMap::new());
        for (local, edit) in edits {
            let made = match &edit {
                Edit::Insert(fields) => Some(fields.iter().cloned().collect::<Fields>()),
                _ => None,
            };
            let id = self.global(&local, made.as_ref(), &fresh);
            if made.is_some() {
                fresh.insert(local.clone(), id.clone());
            }
            let row = self.shelf.rows.get(&id).cloned().unwrap_or_default();
            match &edit {
                Edit::Insert(fields) => {
                    self.table.insert(local.clone(), fields.iter().cloned().collect());
                    self.placed.insert(id.clone(), local.clone());
                }
                Edit::Update(fields) => {
                    for (name, _, after) in fields {
                        self.table.get_mut(&local).unwrap().insert(name.clone(), after.clone());
                    }
                }
                Edit::Delete => {
                    self.table.remove(&local).unwrap();
                    self.placed.remove(&id);
                }
            }
            let edit = match edit {
                Edit::Insert(fields) => {
                    Edit::Insert(fields.into_iter().map(|(n, v)| (n.clone(), self.outward(&local, &n, v))).collect())
                }
                Edit::Update(fields) => Edit::Update(
                    fields
                        .into_iter()
                        .map(|(n, b, a)| (n.clone(), self.outward(&local, &n, b), self.outward(&local, &n, a)))
                        .collect(),
                ),
                Edit::Delete => Edit::Delete,
            };
            ops.push(edit::op(&id, &row, edit, |field| Trade.quiet("", field)));
        }
        let moved = self.push_own(ops);
        // What only its last part kept may go with it.
        self.settle(moved);
    }

    /// Adds a change of its own to the log and takes it in.
    pub fn push_own(&mut self, ops: Vec<Op>) -> BTreeSet<RowId> {
        self.clock += 1;
        let log = self.log.entry(self.id).or_default();
        let id = ChangeId { replica: self.id, number: log.len() as u64 + 1 };
        let text = String::new;
        let change = Change {
            id,
            clock: self.clock,
            agency: text(),
            author: text(),
            device: text(),
            at: self.time.clone(),
            command: text(),
            why: text(),
            ops,
        };
        let bytes = change.bytes();
        assert_eq!(Change::read(&bytes).as_ref(), Ok(&change));
        let before = log.last().map_or(Hash::START, |link| link.hash);
        let hash = Change::hash(&before, &bytes);
        log.push(Link { change: change.clone(), bytes, hash });
        let moved = never(integrate(&mut self.shelf, &Trade, &change));
        self.shelf.heads.insert(self.id, id.number);
        moved
    }

    fn desired(&self, id: &RowId) -> Option<(RowId, Fields)> {
        match never(view::state(&self.shelf, &Trade, id)) {
            State::There(row) => Some(localised(&self.shelf, id, &row)),
            _ => None,
        }
    }

    /// Brings rows of the table to what they should be.
    pub fn settle(&mut self, moved: BTreeSet<RowId>) {
        for id in &moved {
            if let Some(local) = self.placed.remove(id) {
                self.table.remove(&local);
            }
        }
        for id in moved {
            if let Some((local, fields)) = self.desired(&id) {
                assert!(self.table.insert(local.clone(), fields).is_none(), "two rows under one key");
                self.placed.insert(id, local);
            }
        }
    }

    /// Takes in a part of the log of another: from a number on, so many.
    pub fn receive(&mut self, from: &[Link], first: usize, count: usize) -> Result<usize, Refusal> {
        let part: Vec<Link> = from.iter().skip(first).take(count).cloned().collect();
        let Some(replica) = part.first().map(|link| link.change.id.replica) else { return Ok(0) };
        let before = if first == 0 { Hash::START } else { from[first - 1].hash };
        self.admit(replica, first as u64 + 1, before, part.into_iter().map(|link| link.bytes).collect())
    }

    pub fn admit(
        &mut self,
        replica: ReplicaId,
        first: u64,
        before: Hash,
        bodies: Vec<Vec<u8>>,
    ) -> Result<usize, Refusal> {
        let links = chain::read(replica, first, before, bodies)?;
        let log = self.log.entry(replica).or_default();
        let known = |number: u64| {
            let at = usize::try_from(number).unwrap_or(usize::MAX).checked_sub(1);
            Ok::<_, Infallible>(at.and_then(|at| log.get(at)).map(|link| link.hash))
        };
        let fresh = never(chain::admit(links, before, log.len() as u64, known))?;
        let count = fresh.len();
        for link in fresh {
            self.clock = self.clock.max(link.change.clock);
            let moved = never(integrate(&mut self.shelf, &Trade, &link.change));
            self.shelf.heads.insert(replica, link.change.id.number);
            self.log.get_mut(&replica).unwrap().push(link);
            self.settle(moved);
        }
        Ok(count)
    }

    /// Takes in all that another has.
    pub fn pull(&mut self, other: &Self) {
        for log in other.log.values() {
            let have = log.first().map_or(0, |l| self.log.get(&l.change.id.replica).map_or(0, Vec::len));
            self.receive(log, have.min(log.len()), usize::MAX).unwrap();
        }
    }

    pub fn changes(&self) -> Vec<&Change> {
        self.log.values().flatten().map(|link| &link.change).collect()
    }
}
