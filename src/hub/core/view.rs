//! Which rows there are, and under which code.

use super::id::{ChangeId, RowId};
use super::merge::{Hold, Rest, Shape, Shelf};
use super::row::Row;
use std::collections::BTreeSet;
use std::rc::Rc;

/// How a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is there.
    There(Rc<Row>),
    /// It is not there, or not any more.
    Absent,
    /// It would be there, but what it rests on, or its own beginning, has not come in yet.
    Waiting,
}

/// The rows that are there for as long as a row is.
pub(super) fn kept_by(shape: &impl Shape, id: &RowId, row: &Row) -> Vec<RowId> {
    let rests = shape.names(id, row).into_iter().filter(|rest| rest.how != Hold::Names).map(|rest| rest.on);
    rests.chain(shape.companion(id)).collect()
}

/// The rows that were deleted together with a row and of which it is a part, which its key tells: where one of them stays, so does the row.
fn wholes<S: Shelf>(shelf: &S, shape: &impl Shape, id: &RowId, row: &Row) -> Result<Vec<RowId>, S::Error> {
    let mut found = Vec::new();
    if row.is_deleted() {
        let part_of = |rest: &Rest| rest.how == Hold::Needs && id.key.starts_with(&rest.on.key);
        for rest in shape.names(id, row).into_iter().filter(part_of) {
            let together = |whole: &Row| whole.deletions().any(|id| row.deletions().any(|own| own == id));
            if shelf.row(&rest.on)?.is_some_and(|whole| together(&whole)) {
                found.push(rest.on);
            }
        }
    }
    Ok(found)
}

/// Whether something stands: its own; what rests on it; its other half; or, where it was deleted together with what it is a part of, that.
fn lives<S: Shelf>(shelf: &S, shape: &impl Shape, id: &RowId, row: &Row) -> Result<bool, S::Error> {
    let stands = |id: &RowId, row: &Row| row.stands(|field| shape.quiet(&id.place, field));
    if stands(id, row) {
        return Ok(true);
    }
    let mut seen = BTreeSet::from([id.clone()]);
    let mut todo = vec![(id.clone(), None::<Rc<Row>>)];
    while let Some((next, known)) = todo.pop() {
        let row = known.as_deref().unwrap_or(row);
        let naming = shelf.naming(&next)?.into_iter().filter(|(_, how)| *how != Hold::Names).map(|(by, _)| by);
        for by in naming.chain(shape.companion(&next)).chain(wholes(shelf, shape, &next, row)?) {
            if !seen.insert(by.clone()) {
                continue;
            }
            if let Some(row) = shelf.row(&by)? {
                if stands(&by, &row) {
                    return Ok(true);
                }
                todo.push((by, Some(row)));
            }
        }
    }
    Ok(false)
}

/// The rows that a deletion took away together with a row, and that are parts of it, or of such parts.
///
/// # Errors
/// Those of the shelf.
pub fn deleted_with<S: Shelf>(shelf: &S, shape: &impl Shape, id: &RowId) -> Result<Vec<RowId>, S::Error> {
    let mut seen = BTreeSet::from([id.clone()]);
    let mut todo = vec![id.clone()];
    while let Some(next) = todo.pop() {
        let naming = shelf.naming(&next)?.into_iter().map(|(by, _)| by);
        for by in naming.chain(shape.companion(&next)) {
            let Some(row) = shelf.row(&by)? else { continue };
            let together = wholes(shelf, shape, &by, &row)?.contains(&next)
                || shape.companion(&next).as_ref() == Some(&by) && row.is_deleted();
            if together && seen.insert(by.clone()) {
                todo.push(by);
            }
        }
    }
    seen.remove(id);
    Ok(seen.into_iter().collect())
}

/// How a row is, from all that came in.
///
/// # Errors
/// Those of the shelf.
pub fn state<S: Shelf>(shelf: &S, shape: &impl Shape, id: &RowId) -> Result<State, S::Error> {
    let Some(row) = shelf.row(id)? else { return Ok(State::Absent) };
    if !lives(shelf, shape, id, &row)? {
        return Ok(State::Absent);
    }
    if row.born.is_none() {
        return Ok(State::Waiting);
    }
    let needs = |id: &RowId, row: &Row| {
        shape.names(id, row).into_iter().filter(|rest| rest.how == Hold::Needs).map(|rest| rest.on)
    };
    let mut seen = BTreeSet::from([id.clone()]);
    let mut todo: Vec<RowId> = needs(id, &row).collect();
    while let Some(next) = todo.pop() {
        if seen.insert(next.clone()) {
            match shelf.row(&next)?.filter(|row| row.born.is_some()) {
                Some(row) => todo.extend(needs(&next, &row)),
                None => return Ok(State::Waiting),
            }
        }
    }
    Ok(State::There(row))
}

/// The code under which a row of a numbered table is shown, which is the last part of its key: of several that were made under one code the first, by
/// clock, has it; the others have it with a letter behind it, in their order, where no row was made under that.
///
/// # Errors
/// Those of the shelf.
pub fn code<S: Shelf>(shelf: &S, id: &RowId) -> Result<String, S::Error> {
    let base = id.base();
    let mut order: Vec<((u64, ChangeId), RowId)> = Vec::new();
    for other in shelf.alike(id)? {
        if let Some(born) = shelf.row(&other)?.and_then(|row| row.born) {
            order.push((born, other));
        }
    }
    order.sort_unstable();
    let rank = order.iter().position(|(_, other)| other == id).unwrap_or(0);
    let mut code = base.to_owned();
    let (mut given, mut letter) = (0, 1);
    while given < rank {
        code = format!("{base}{}", letters(letter));
        letter += 1;
        let mut other = id.clone();
        if let Some(last) = other.key.last_mut() {
            last.clone_from(&code);
        }
        let mut taken = false;
        for like in shelf.alike(&other)? {
            taken |= shelf.row(&like)?.is_some_and(|row| row.born.is_some());
        }
        given += usize::from(!taken);
    }
    Ok(code)
}

/// The rows whose code may hang on a row of a numbered table: those that were made under its code, or under one that its own begins with.
pub(super) fn coded_with<S: Shelf>(shelf: &S, id: &RowId) -> Result<Vec<RowId>, S::Error> {
    let mut found = Vec::new();
    let mut stem = id.base();
    loop {
        let mut of = id.clone();
        if let Some(last) = of.key.last_mut() {
            stem.clone_into(last);
        }
        found.extend(shelf.alike(&of)?.into_iter().filter(|other| other != id));
        match stem.char_indices().next_back() {
            Some((at, 'a'..='z')) => stem = &stem[..at],
            _ => return Ok(found),
        }
    }
}

/// 1 is b, 2 is c, … 25 is z, 26 is ba.
fn letters(mut number: usize) -> String {
    let mut out = Vec::new();
    while number > 0 {
        out.push(b'a' + u8::try_from(number % 26).unwrap_or_default());
        number /= 26;
    }
    out.reverse();
    String::from_utf8_lossy(&out).into_owned()
}

/// The row of a numbered table that is shown under a code, of those with this table and parent; `code` is the last part of the key.
///
/// # Errors
/// Those of the shelf.
pub fn row_of_code<S: Shelf>(shelf: &S, local: &RowId) -> Result<Option<RowId>, S::Error> {
    let shown = local.key.last().map_or("", String::as_str);
    let mut stem = shown;
    loop {
        let mut of = local.clone();
        if let Some(last) = of.key.last_mut() {
            stem.clone_into(last);
        }
        for like in shelf.alike(&of)? {
            if code(shelf, &like)? == shown && shelf.row(&like)?.is_some_and(|row| row.born.is_some()) {
                return Ok(Some(like));
            }
        }
        match stem.char_indices().next_back() {
            Some((at, 'a'..='z')) => stem = &stem[..at],
            _ => return Ok(None),
        }
    }
}
