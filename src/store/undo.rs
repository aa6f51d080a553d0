//! Taking changes back, and doing them again.

use super::history::{Operation, key_columns, object, operations, readable, values};
use super::journal::{OpRow, OpenChange};
use super::schema::journalled;
use super::{ChangeMeta, ChangeRecord, Reader, Workspace};
use crate::model::nouns::row_word;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::collections::HashMap;

/// A change that can be taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversible {
    /// The change itself, as it was first made.
    pub first: ChangeRecord,
    /// The entry of the journal that is turned round: the change, or what last took it back or did it again.
    pub last: ChangeRecord,
}

/// What was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The number of the change that was taken back or done again.
    pub undone: i64,
    /// The command that had made it.
    pub command: String,
    /// How many rows that touched.
    pub rows: usize,
    /// The number of the change that took it back; nothing when there was nothing to do.
    pub change: Option<i64>,
}

impl Reader {
    /// What [`Workspace::undo`] would take back: the change with this number, or else the latest that stands.
    ///
    /// # Errors
    /// There is no such change, or it is undone already.
    pub fn standing(&self, change: Option<i64>) -> Result<Reversible> {
        let lives = Lives::read(&self.conn)?;
        let life = match change {
            None => lives.latest_standing().ok_or_else(|| Fault::usage(StoreMessage::NothingToUndo.said(&[])))?,
            Some(id) => {
                let life = lives.of(id).ok_or_else(|| Fault::missing(StoreMessage::NoChange.said(&[&id])))?;
                if !life.stands() {
                    return Err(Fault::usage(StoreMessage::UndoneAlready.said(&[&life.first])));
                }
                life
            }
        };
        self.reversible(life)
    }

    /// The latest change after a number that stands and fits; nothing when there is none.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn latest_standing(&self, after: i64, fits: impl Fn(&ChangeRecord) -> bool) -> Result<Option<Reversible>> {
        let lives = Lives::read(&self.conn)?;
        let mut standing: Vec<Life> = lives.0.values().filter(|l| l.stands() && l.first > after).copied().collect();
        standing.sort_unstable_by_key(|life| std::cmp::Reverse(life.first));
        for life in standing {
            let found = self.reversible(life)?;
            if fits(&found.first) && fits(&found.last) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// What [`Workspace::redo`] would do again.
    ///
    /// # Errors
    /// Nothing was taken back, or something else was changed since.
    pub fn fallen(&self) -> Result<Reversible> {
        let life = Lives::read(&self.conn)?.latest_fallen();
        self.reversible(life.ok_or_else(|| Fault::usage(StoreMessage::NothingToRedo.said(&[])))?)
    }

    fn reversible(&self, life: Life) -> Result<Reversible> {
        let record = |id: i64| {
            let record = self.change_record(id)?;
            record.ok_or_else(|| Fault::missing(StoreMessage::NoChange.said(&[&id])))
        };
        Ok(Reversible { first: record(life.first)?, last: record(life.last)? })
    }
}

impl Workspace {
    /// Takes a change back, by a new change: the one with this number, or else the latest that stands. Refused when what it
    /// left was changed since.
    ///
    /// # Errors
    /// There is no such change, it is undone already, or it was overtaken by later changes.
    pub fn undo(&mut self, who: &ChangeMeta, change: Option<i64>) -> Result<Undone> {
        self.undo_if(who, change, |_, _| Ok(()))
    }

    /// The same, unless what is asked under the lock refuses it.
    ///
    /// # Errors
    /// Those of [`Workspace::undo`] and of the question.
    pub fn undo_if(
        &mut self,
        who: &ChangeMeta,
        change: Option<i64>,
        may: impl FnOnce(&Reader, &Reversible) -> Result<()>,
    ) -> Result<Undone> {
        self.reverse(who, |reader| reader.standing(change), may)
    }

    /// Does again what was taken back last, unless something else was changed since.
    ///
    /// # Errors
    /// There is nothing to do again.
    pub fn redo(&mut self, who: &ChangeMeta) -> Result<Undone> {
        self.redo_if(who, |_, _| Ok(()))
    }

    /// The same, unless what is asked under the lock refuses it.
    ///
    /// # Errors
    /// Those of [`Workspace::redo`] and of the question.
    pub fn redo_if(
        &mut self,
        who: &ChangeMeta,
        may: impl FnOnce(&Reader, &Reversible) -> Result<()>,
    ) -> Result<Undone> {
        self.reverse(who, Reader::fallen, may)
    }

    fn reverse(
        &mut self,
        who: &ChangeMeta,
        which: impl FnOnce(&Reader) -> Result<Reversible>,
        may: impl FnOnce(&Reader, &Reversible) -> Result<()>,
    ) -> Result<Undone> {
        let open = OpenChange::begin(self, who)?;
        let what = which(open.reader)?;
        may(open.reader, &what)?;
        open.takes_back(what.last.id)?;
        let conn = open.connection();
        conn.pragma_update(None, "defer_foreign_keys", true)?;
        let operations = operations(conn, what.last.id, None)?;
        conn.execute_batch("SAVEPOINT turned")?;
        if !reverse_all(conn, &open, &what, &operations, true)? {
            conn.execute_batch("ROLLBACK TO turned")?;
            reverse_all(conn, &open, &what, &operations, false)?;
        }
        conn.execute_batch("RELEASE turned")?;
        let change = open.commit()?;
        Ok(Undone { undone: what.first.id, command: what.first.command, rows: operations.len(), change })
    }
}

/// Takes back the operations, the last first. When `lean`, nothing of it is kept in the journal but the change itself, for its operations are
/// exactly those of the change that it takes back, turned round ([`source_of`](super::journal::source_of)): undo and redo do not make the
/// file grow. `false` when they turn out not to be: a column came since, a row was written with an empty change.
fn reverse_all(
    conn: &Connection,
    open: &OpenChange<'_>,
    what: &Reversible,
    operations: &[Operation],
    lean: bool,
) -> Result<bool> {
    for operation in operations.iter().rev() {
        if !reverse_one(conn, operation)? {
            let key = readable(&operation.key);
            let said = StoreMessage::ChangedSince.said_by(|lang| {
                let place = row_word(&operation.place).text(lang).to_owned();
                vec![what.first.id.to_string(), place, key.clone()]
            });
            let subject = key.split(" / ").next().unwrap_or_default();
            return Err(Fault::usage(said).hint(StoreMessage::ChangedSinceHint.said(&[&subject])));
        }
        if lean && !forget_mirror(conn, open.id(), operation)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Takes the entry that was just journalled out again; `false` when it is not one, or not that which turns the operation round.
fn forget_mirror(conn: &Connection, change: i64, operation: &Operation) -> Result<bool> {
    let mut statement =
        conn.prepare_cached("SELECT seq, place, key, kind, before, after FROM op WHERE change = ?1 LIMIT 2")?;
    let mut rows = statement.query([change])?;
    let Some(row) = rows.next()? else { return Ok(false) };
    let seq: i64 = row.get(0)?;
    let wanted = OpRow {
        seq,
        turned: false,
        place: &operation.place,
        key: &operation.key,
        kind: &operation.kind,
        before: operation.before.as_deref(),
        after: operation.after.as_deref(),
    }
    .mirrored();
    let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let side = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
    let same = (text(1)?, text(2)?, text(3)?) == (wanted.place, wanted.key, wanted.kind)
        && (side(4)?, side(5)?) == (wanted.before, wanted.after);
    if !same || rows.next()?.is_some() {
        return Ok(false);
    }
    drop(rows);
    conn.prepare_cached("DELETE FROM op WHERE seq = ?1")?.execute([seq])?;
    Ok(true)
}

/// A change and all that took it back or did it again.
#[derive(Debug, Clone, Copy)]
struct Life {
    first: i64,
    last: i64,
    turns: usize,
}

impl Life {
    fn stands(self) -> bool {
        self.turns.is_multiple_of(2)
    }
}

/// The lives of all changes, by the number of their first.
struct Lives(HashMap<i64, Life>, HashMap<i64, i64>);

impl Lives {
    fn read(conn: &Connection) -> Result<Self> {
        let (mut lives, mut first_of) = (HashMap::new(), HashMap::new());
        // The change that is being made has no hash yet.
        let mut statement = conn.prepare_cached("SELECT id, undoes FROM change WHERE hash <> '' ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, undoes): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
            let first = undoes.and_then(|u| first_of.get(&u).copied()).unwrap_or(id);
            first_of.insert(id, first);
            let life = lives.entry(first).or_insert(Life { first, last: id, turns: 0 });
            if first != id {
                (life.last, life.turns) = (id, life.turns + 1);
            }
        }
        Ok(Self(lives, first_of))
    }

    fn of(&self, change: i64) -> Option<Life> {
        self.0.get(self.1.get(&change)?).copied()
    }

    fn latest_standing(&self) -> Option<Life> {
        self.0.values().filter(|life| life.stands()).max_by_key(|life| life.first).copied()
    }

    /// What was taken back last; work that came after it closes the way back.
    fn latest_fallen(&self) -> Option<Life> {
        let newest_work = self.0.keys().max().copied().unwrap_or_default();
        let fallen = self.0.values().filter(|life| !life.stands()).max_by_key(|life| life.last).copied();
        fallen.filter(|life| life.last > newest_work)
    }
}

/// Takes back one row; `false` when it is no longer as the change left it.
fn reverse_one(conn: &Connection, operation: &Operation) -> Result<bool> {
    let Some(table) = journalled().find(|name| *name == operation.place) else { return Ok(false) };
    let keys = key_columns(conn, table)?;
    let key = values(&operation.key)?;
    let before = operation.before.as_deref().map(object).transpose()?.unwrap_or_default();
    let after = operation.after.as_deref().map(object).transpose()?.unwrap_or_default();
    let present = row_matches(conn, table, &keys, &key, &after)?;
    match operation.kind.as_str() {
        "insert" if present == Some(true) => {
            let sql = format!("DELETE FROM \"{table}\" WHERE {}", condition(&keys, 1));
            conn.prepare_cached(&sql)?.execute(params_from_iter(&key))?;
        }
        "update" if present == Some(true) => {
            let sets: Vec<String> =
                before.iter().enumerate().map(|(at, (c, _))| format!("{} = ?{}", quote(c), at + 1)).collect();
            let sql =
                format!("UPDATE \"{table}\" SET {} WHERE {}", sets.join(", "), condition(&keys, before.len() + 1));
            conn.prepare_cached(&sql)?.execute(params_from_iter(before.iter().map(|(_, v)| v).chain(&key)))?;
        }
        "delete" if present.is_none() => {
            let names: Vec<String> = before.iter().map(|(c, _)| quote(c)).collect();
            let places: Vec<String> = (1..=before.len()).map(|n| format!("?{n}")).collect();
            let sql = format!("INSERT INTO \"{table}\" ({}) VALUES ({})", names.join(", "), places.join(", "));
            conn.prepare_cached(&sql)?.execute(params_from_iter(before.iter().map(|(_, v)| v)))?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Whether the row with a key has these values; nothing when there is no such row.
fn row_matches(
    conn: &Connection,
    table: &str,
    keys: &[String],
    key: &[Sql],
    expected: &[(String, Sql)],
) -> Result<Option<bool>> {
    let equal: Vec<String> =
        expected.iter().enumerate().map(|(at, (c, _))| format!("{} IS ?{}", quote(c), key.len() + at + 1)).collect();
    let equal = if equal.is_empty() { "1".to_owned() } else { equal.join(" AND ") };
    let sql = format!("SELECT {equal} FROM \"{table}\" WHERE {}", condition(keys, 1));
    let bound = key.iter().chain(expected.iter().map(|(_, v)| v));
    Ok(conn.prepare_cached(&sql)?.query_row(params_from_iter(bound), |row| row.get(0)).optional()?)
}

fn condition(keys: &[String], first: usize) -> String {
    let parts: Vec<String> = keys.iter().enumerate().map(|(at, k)| format!("{} = ?{}", quote(k), first + at)).collect();
    parts.join(" AND ")
}

fn quote(column: &str) -> String {
    format!("\"{}\"", column.replace('"', "\"\""))
}
