//! Taking a change in: which rows it moves. Where rows are kept, and what rests on what, is told by [`Shelf`] and [`Shape`].

use super::change::{Change, Op};
use super::id::{ChangeId, RowId};
use super::row::Row;
use super::view;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A row that another one names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rest {
    /// The row that is named.
    pub on: RowId,
    /// How the one that names it hangs on it.
    pub how: Hold,
}

/// How a row hangs on one that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// It names it; nothing follows for either.
    Names,
    /// It keeps it: what it names is there for as long as it is.
    Keeps,
    /// It keeps it, and waits for it: it cannot be there without it.
    Needs,
}

/// What of the trade the exchange must know.
pub trait Shape {
    /// Whether what a field of a table holds is no matter of dispute, as the place of a row in a list is not.
    fn quiet(&self, place: &str, field: &str) -> bool;
    /// The rows that a row names.
    fn names(&self, id: &RowId, row: &Row) -> Vec<Rest>;
    /// The row together with which it is there or not: the other half of what people see as one thing.
    fn companion(&self, id: &RowId) -> Option<RowId>;
    /// Whether the program gives the codes of a table by itself.
    fn numbered(&self, place: &str) -> bool;
}

/// Where the rows are kept.
pub trait Shelf {
    /// What can go wrong there.
    type Error;
    /// A row. It is shared, as most are only looked at, and one that many agencies made alike is long.
    fn row(&self, id: &RowId) -> Result<Option<Rc<Row>>, Self::Error>;
    /// Keeps a row, with the rows that it names.
    fn put(&mut self, id: &RowId, row: Rc<Row>, names: &[Rest]) -> Result<(), Self::Error>;
    /// The rows that name one, and how.
    fn naming(&self, id: &RowId) -> Result<Vec<(RowId, Hold)>, Self::Error>;
    /// The rows of a table that were made under one code: those with this base and this parent.
    fn alike(&self, id: &RowId) -> Result<Vec<RowId>, Self::Error>;
    /// Whether a change came in.
    fn delivered(&self, id: &ChangeId) -> Result<bool, Self::Error>;
}

/// Takes a change in; gives the rows that may be other than they were. It must be the next of its replica.
///
/// # Errors
/// Those of the shelf.
pub fn integrate<S: Shelf>(shelf: &mut S, shape: &impl Shape, change: &Change) -> Result<BTreeSet<RowId>, S::Error> {
    let mut moved = BTreeSet::new();
    let at = (change.clock, change.id);
    for op in &change.ops {
        let Some(id) = op.row() else { continue };
        let mut row = shelf.row(id)?.unwrap_or_default();
        let known = row.born;
        around(shelf, shape, id, &row, &mut moved)?;
        let seen: BTreeSet<&ChangeId> = match op {
            Op::Write { fields, .. } => fields.iter().flat_map(|wrote| &wrote.seen).collect(),
            Op::Delete { seen, .. } => seen.iter().collect(),
            Op::Unknown { .. } => BTreeSet::new(),
        };
        let mut here = BTreeSet::new();
        for id in seen {
            if shelf.delivered(id)? {
                here.insert(*id);
            }
        }
        let delivered = |id: &ChangeId| here.contains(id);
        match op {
            Op::Write { birth, fields, .. } => Rc::make_mut(&mut row).write(at, *birth, fields, delivered),
            Op::Delete { seen, .. } => Rc::make_mut(&mut row).delete(at, seen, delivered),
            Op::Unknown { .. } => {}
        }
        let names = shape.names(id, &row);
        shelf.put(id, row.clone(), &names)?;
        around(shelf, shape, id, &row, &mut moved)?;
        moved.insert(id.clone());
        if row.born != known {
            below(shelf, id, &mut moved)?;
            if shape.numbered(&id.place) {
                for other in view::coded_with(shelf, id)? {
                    below(shelf, &other, &mut moved)?;
                    moved.insert(other);
                }
            }
        }
    }
    Ok(moved)
}

/// The rows that may come and go with a row: what it keeps, what was deleted and may stay with it, and so on from each of these.
fn around<S: Shelf>(
    shelf: &S,
    shape: &impl Shape,
    id: &RowId,
    row: &Row,
    moved: &mut BTreeSet<RowId>,
) -> Result<(), S::Error> {
    let next_to = |id: &RowId, row: &Row| -> Result<Vec<RowId>, S::Error> {
        let mut next = view::kept_by(shape, id, row);
        if row.is_deleted() {
            next.extend(shelf.naming(id)?.into_iter().map(|(by, _)| by));
        }
        Ok(next)
    };
    let mut seen = BTreeSet::new();
    let mut todo = next_to(id, row)?;
    while let Some(next) = todo.pop() {
        if seen.insert(next.clone()) {
            if let Some(row) = shelf.row(&next)? {
                todo.extend(next_to(&next, &row)?);
            }
            moved.insert(next);
        }
    }
    Ok(())
}

/// The rows whose form or place may change because a row is there now, or has another code: those that name it, and those that name these.
fn below<S: Shelf>(shelf: &S, id: &RowId, moved: &mut BTreeSet<RowId>) -> Result<(), S::Error> {
    let mut seen = BTreeSet::from([id.clone()]);
    let mut todo = vec![id.clone()];
    while let Some(next) = todo.pop() {
        for (naming, _) in shelf.naming(&next)? {
            if seen.insert(naming.clone()) {
                moved.insert(naming.clone());
                todo.push(naming);
            }
        }
    }
    Ok(())
}
