//! What an officer did to a row, as an operation that says what it saw.

use super::change::{Op, Wrote};
use super::id::{ChangeId, RowId, Value};
use super::row::{GONE, PRESENCE, Row, THERE};

/// What was done to a row of a data file in one change, taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// It was put there, with these fields.
    Insert(Vec<(String, Value)>),
    /// These fields were changed: what stood there, and what stands there.
    Update(Vec<(String, Value, Value)>),
    /// It was taken away.
    Delete,
}

/// The operation of an edit on a row as the replica has it. Who edits a field has seen what was shown in it; what stands against that stays. Who puts a row
/// back that was deleted has seen all of it.
pub fn op(id: &RowId, row: &Row, edit: Edit, quiet: impl Fn(&str) -> bool) -> Op {
    let field = |name: &str| row.fields.get(name);
    match edit {
        Edit::Delete => Op::Delete { row: id.clone(), seen: row.all_seen() },
        Edit::Insert(values) => {
            let gone = row.born.is_some() && !row.stands(&quiet);
            let seen = |name: &str| match field(name) {
                Some(field) if gone => field.seen(None),
                _ => Vec::new(),
            };
            let there = (PRESENCE.to_owned(), THERE);
            let fields = std::iter::once(there).chain(values);
            let wrote = fields.map(|(name, value)| Wrote { seen: seen(&name), field: name, value }).collect();
            Op::Write { row: id.clone(), birth: row.born.is_none(), fields: sorted(wrote) }
        }
        Edit::Update(values) => {
            let seen = |name: &str, before: &Value| -> Vec<ChangeId> {
                let shown = if quiet(name) { None } else { Some(before) };
                field(name).map(|field| field.seen(shown)).unwrap_or_default()
            };
            let wrote = values.into_iter().map(|(name, before, after)| Wrote {
                seen: seen(&name, &before),
                field: name,
                value: after,
            });
            Op::Write { row: id.clone(), birth: false, fields: sorted(wrote.collect()) }
        }
    }
}

/// The operation that decides on fields: it has seen all that stands in them.
pub fn decide(id: &RowId, row: &Row, fields: Vec<(String, Value)>) -> Op {
    let wrote = |(field, value): (String, Value)| {
        let seen = row.fields.get(&field).map(|field| field.seen(None)).unwrap_or_default();
        Wrote { field, value, seen }
    };
    Op::Write { row: id.clone(), birth: false, fields: sorted(fields.into_iter().map(wrote).collect()) }
}

/// The operation that decides whether a row which somebody deleted and somebody else worked on stays.
pub fn decide_presence(id: &RowId, row: &Row, stays: bool) -> Op {
    if stays {
        decide(id, row, vec![(PRESENCE.to_owned(), THERE)])
    } else {
        Op::Delete { row: id.clone(), seen: row.all_seen() }
    }
}

/// Whether a value in the field of presence says that the row was deleted.
pub fn says_gone(value: &Value) -> bool {
    *value == GONE
}

fn sorted(mut wrote: Vec<Wrote>) -> Vec<Wrote> {
    wrote.sort_by(|a, b| a.field.cmp(&b.field));
    wrote.dedup_by(|a, b| a.field == b.field);
    wrote
}
