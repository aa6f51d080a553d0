//! Reading the journal, and taking changes back.

use super::journal::OpenChange;
use super::tables::JOURNALLED;
use super::{ChangeMeta, Reader, Workspace};
use crate::text::messages::store::StoreMessage;
use crate::text::{Fault, Message, Result};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;

/// Which changes to show.
#[derive(Debug, Clone, Default)]
pub struct HistoryFilter {
    /// Only changes to the noun with this code.
    pub key: Option<String>,
    /// At most so many, the newest.
    pub limit: Option<usize>,
}

/// A change as the journal has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRecord {
    /// Its number.
    pub id: i64,
    /// When it was made.
    pub at: Timestamp,
    /// By whom.
    pub author: String,
    /// On which device.
    pub device: String,
    /// By which command or screen.
    pub command: String,
    /// Why.
    pub note: String,
    /// How many rows it touched.
    pub rows: usize,
    /// The change that it took back, if it did.
    pub undoes: Option<i64>,
}

/// One row of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Table.
    pub place: String,
    /// Key of the row, as a JSON list.
    pub key: String,
    /// `insert`, `update` or `delete`.
    pub kind: String,
    /// The columns that changed as they were, as a JSON object.
    pub before: Option<String>,
    /// The columns that changed as they are since, as a JSON object.
    pub after: Option<String>,
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
}

impl Reader {
    /// The journal, the newest change first.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn history(&self, filter: &HistoryFilter) -> Result<Vec<ChangeRecord>> {
        let limit = filter.limit.and_then(|n| i64::try_from(n).ok()).unwrap_or(-1);
        let wanted = "?1 IS NULL OR id IN (SELECT change FROM op WHERE subject = ?1)";
        records(&self.conn, wanted, params![filter.key, limit])
    }

    /// One change of the journal; nothing when there is none with this number.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn change_record(&self, id: i64) -> Result<Option<ChangeRecord>> {
        Ok(records(&self.conn, "id = ?1", params![id, 1])?.pop())
    }

    /// The day (UTC) on which something of each regulation was last changed, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn last_changed(&self) -> Result<HashMap<String, Date>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT op.subject, max(change.at) FROM op JOIN change ON change.id = op.change GROUP BY op.subject",
        )?;
        let mut rows = statement.query([])?;
        let mut days = HashMap::new();
        while let Some(row) = rows.next()? {
            if let Ok(at) = row.get::<_, String>(1)?.parse::<Timestamp>() {
                days.insert(row.get(0)?, at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date());
            }
        }
        Ok(days)
    }

    /// The rows that a change touched, in order.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn operations(&self, change: i64) -> Result<Vec<Operation>> {
        operations(&self.conn, change, None)
    }

    /// The first rows that a change touched, in order.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn operations_up_to(&self, change: i64, most: usize) -> Result<Vec<Operation>> {
        operations(&self.conn, change, Some(most))
    }

    /// The change before this one that had last written a column of a row; the key is a JSON list, as in [`Operation::key`].
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn last_touch(&self, place: &str, key: &str, column: &str, before: i64) -> Result<Option<ChangeRecord>> {
        let subject = values(key)?.into_iter().next().unwrap_or(Sql::Null);
        let mut statement = self.conn.prepare_cached(
            "SELECT change FROM op WHERE subject = ?1 AND place = ?2 AND key = ?3 AND change < ?4
             AND json_type(after, '$.\"' || ?5 || '\"') IS NOT NULL ORDER BY seq DESC LIMIT 1",
        )?;
        let change: Option<i64> =
            statement.query_row(params![subject, place, key, before, column], |row| row.get(0)).optional()?;
        change.map(|id| self.change_record(id)).transpose().map(Option::flatten)
    }
}

impl Workspace {
    /// Takes a change back, by a new change: the one with this number, or else the latest that stands. Refused when what it
    /// left was changed since.
    ///
    /// # Errors
    /// There is no such change, it is undone already, or it was overtaken by later changes.
    pub fn undo(&mut self, who: &ChangeMeta, change: Option<i64>) -> Result<Undone> {
        let lives = Lives::read(&self.conn)?;
        let last = match change {
            None => lives.latest_standing().ok_or_else(|| Fault::usage(StoreMessage::NothingToUndo.said(&[])))?,
            Some(id) => {
                let life = lives.of(id).ok_or_else(|| Fault::usage(StoreMessage::NoChange.said(&[&id])))?;
                if !life.stands() {
                    return Err(Fault::usage(StoreMessage::UndoneAlready.said(&[&life.first])));
                }
                life
            }
        };
        self.reverse(who, last)
    }

    /// Does again what was taken back last, unless something else was changed since.
    ///
    /// # Errors
    /// There is nothing to do again.
    pub fn redo(&mut self, who: &ChangeMeta) -> Result<Undone> {
        let lives = Lives::read(&self.conn)?;
        let last = lives.latest_fallen().ok_or_else(|| Fault::usage(StoreMessage::NothingToRedo.said(&[])))?;
        self.reverse(who, last)
    }

    fn reverse(&mut self, who: &ChangeMeta, life: Life) -> Result<Undone> {
        let open = OpenChange::begin(self, who, Some(life.last))?;
        let conn = open.connection();
        conn.pragma_update(None, "defer_foreign_keys", true)?;
        let operations = operations(conn, life.last, None)?;
        for operation in operations.iter().rev() {
            if !reverse_one(conn, operation)? {
                let key = readable(&operation.key);
                let fault = Fault::usage(StoreMessage::ChangedSince.said(&[&life.first, &operation.place, &key]));
                let subject = key.split(" / ").next().unwrap_or_default();
                return Err(fault.hint(StoreMessage::ChangedSinceHint.said(&[&subject])));
            }
        }
        let command = conn.query_row("SELECT command FROM change WHERE id = ?1", [life.first], |row| row.get(0))?;
        open.commit()?;
        Ok(Undone { undone: life.first, command, rows: operations.len() })
    }
}

/// Changes that fit a condition on the first parameter, the newest first; the second parameter is the most of them.
fn records(conn: &Connection, condition: &str, params: impl rusqlite::Params) -> Result<Vec<ChangeRecord>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT id, at, author, device, command, note, undoes, (SELECT count(*) FROM op WHERE op.change = change.id)
         FROM change WHERE {condition} ORDER BY id DESC LIMIT ?2"
    ))?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(ChangeRecord {
            id: row.get(0)?,
            at: row.get::<_, String>(1)?.parse().unwrap_or_default(),
            author: row.get(2)?,
            device: row.get(3)?,
            command: row.get(4)?,
            note: row.get(5)?,
            undoes: row.get(6)?,
            rows: row.get::<_, i64>(7)?.try_into().unwrap_or_default(),
        });
    }
    Ok(found)
}

fn operations(conn: &Connection, change: i64, most: Option<usize>) -> Result<Vec<Operation>> {
    let mut statement =
        conn.prepare_cached("SELECT place, key, kind, before, after FROM op WHERE change = ?1 ORDER BY seq LIMIT ?2")?;
    let most = most.and_then(|n| i64::try_from(n).ok()).unwrap_or(-1);
    let rows = statement.query_map([change, most], |row| {
        Ok(Operation {
            place: row.get(0)?,
            key: row.get(1)?,
            kind: row.get(2)?,
            before: row.get(3)?,
            after: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
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
        let mut statement = conn.prepare_cached("SELECT id, undoes FROM change ORDER BY id")?;
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
    let Some(table) = JOURNALLED.iter().find(|name| **name == operation.place) else { return Ok(false) };
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
pub(super) fn row_matches(
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

/// The columns of the primary key of a table, in order.
pub(super) fn key_columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn condition(keys: &[String], first: usize) -> String {
    let parts: Vec<String> = keys.iter().enumerate().map(|(at, k)| format!("{} = ?{}", quote(k), first + at)).collect();
    parts.join(" AND ")
}

fn quote(column: &str) -> String {
    format!("\"{}\"", column.replace('"', "\"\""))
}

/// The values of a key as the journal has it.
pub(super) fn values(key: &str) -> Result<Vec<Sql>> {
    let parts: Vec<Json> = serde_json::from_str(key).map_err(broken)?;
    Ok(parts.iter().map(plain).collect())
}

/// The columns of one side of an operation.
pub(super) fn object(text: &str) -> Result<Vec<(String, Sql)>> {
    let fields: Map<String, Json> = serde_json::from_str(text).map_err(broken)?;
    Ok(fields.iter().map(|(name, value)| (name.clone(), plain(value))).collect())
}

fn plain(value: &Json) -> Sql {
    match value {
        Json::String(text) => Sql::Text(text.clone()),
        Json::Number(number) => number.as_i64().map_or(Sql::Null, Sql::Integer),
        _ => Sql::Null,
    }
}

fn broken(error: serde_json::Error) -> Fault {
    Fault::database(StoreMessage::Damaged.said(&[])).because(error).hint(StoreMessage::DamagedHint.said(&[]))
}

/// A key for people: its parts with a stroke between them.
pub(super) fn readable(key: &str) -> String {
    let parts: Vec<Json> = serde_json::from_str(key).unwrap_or_default();
    parts
        .iter()
        .map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned))
        .collect::<Vec<_>>()
        .join(" / ")
}
