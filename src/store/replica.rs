//! What the exchange with other data files asks of this one: its name among them, the log of all changes, the journal as edits, and writing what came in
//! as entries of the journal, all in one transaction.

use super::history::{key_columns, plain, values};
use super::journal::{ChangeMeta, OpenEntry, begin, each_op};
use super::packed::{packed, unpacked};
use super::rows::{all_columns, stored_columns};
use super::{Reader, Workspace};
use crate::words::Result;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Transaction, params, params_from_iter};
use serde_json::{Map, Value as Json};
use std::ops::Deref;

/// The name of a data file among those with which it exchanges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replica {
    /// Its number, 32 hexadecimal digits.
    pub id: String,
    /// The agency for which it works; empty where it said none.
    pub agency: String,
    /// Where it exchanges, as it was last named.
    pub hub: String,
    /// Up to this change the journal was turned into changes of the exchange.
    pub derived: i64,
    /// The highest clock that it has seen.
    pub clock: u64,
}

/// A change of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// Whose.
    pub replica: String,
    /// Its number there.
    pub number: u64,
    /// Its hash.
    pub hash: String,
    /// Its bytes.
    pub body: Vec<u8>,
    /// Its entry in the journal, where it has one.
    pub change: Option<i64>,
}

/// What an entry of the journal did to a row, taken together; columns by name.
#[derive(Debug, Clone, PartialEq)]
pub enum NetEdit {
    /// It was put there.
    Insert(Map<String, Json>),
    /// Columns were changed: what stood there, and what stands there.
    Update(Vec<(String, Json, Json)>),
    /// It was taken away.
    Delete,
}

/// Columns of a table that name a row of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// The table.
    pub table: String,
    /// The table to which it points.
    pub to: String,
    /// The columns, each with the column of the other table.
    pub columns: Vec<(String, String)>,
}

/// An exchange at work: one transaction, in which the log, the rows and the journal are written, or nothing is.
#[derive(Debug)]
pub struct Exchange<'c> {
    reader: &'c Reader,
    pub(super) conn: &'c Connection,
}

impl Deref for Exchange<'_> {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl Workspace {
    /// Does some work of an exchange: all of it is written, or nothing.
    ///
    /// # Errors
    /// Those of the work; the workspace is busy, full or read-only.
    pub fn exchange<T>(&mut self, work: impl FnOnce(&Exchange<'_>) -> Result<T>) -> Result<T> {
        let transaction: Transaction<'_> = begin(self)?;
        // Rows come in in any order; what they rest on is there when all have.
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let value = work(&Exchange { reader: self, conn: &transaction })?;
        transaction.commit()?;
        Ok(value)
    }

    /// Looks at the exchange as it stands; whoever writes meanwhile is not held up.
    ///
    /// # Errors
    /// Those of the work; the workspace cannot be read.
    pub fn look_at_exchange<T>(&mut self, work: impl FnOnce(&Exchange<'_>) -> Result<T>) -> Result<T> {
        let transaction = self.conn.unchecked_transaction()?;
        work(&Exchange { reader: self, conn: &transaction })
    }

    /// Tries something out as [`Self::exchange`] does, of which nothing is written.
    ///
    /// # Errors
    /// Those of the work; the workspace is busy, full or read-only.
    pub fn try_exchange<T>(&mut self, work: impl FnOnce(&Exchange<'_>) -> Result<T>) -> Result<T> {
        let transaction: Transaction<'_> = begin(self)?;
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        // Dropped without a commit, it takes everything back.
        work(&Exchange { reader: self, conn: &transaction })
    }
}

impl Reader {
    /// Its name among the data files with which it exchanges; nothing until it joins.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn replica(&self) -> Result<Option<Replica>> {
        let mut statement = self.conn.prepare_cached("SELECT id, agency, hub, derived, clock FROM replica")?;
        let row = |row: &rusqlite::Row<'_>| {
            let clock: i64 = row.get(4)?;
            Ok(Replica {
                id: row.get(0)?,
                agency: row.get(1)?,
                hub: row.get(2)?,
                derived: row.get(3)?,
                clock: u64::try_from(clock).unwrap_or_default(),
            })
        };
        Ok(statement.query_row([], row).optional()?)
    }

    /// The replicas of the log, each with the number of its last change.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn exchanged_heads(&self) -> Result<Vec<(String, u64)>> {
        let sql = "SELECT replica, max(number) FROM exchanged GROUP BY replica ORDER BY replica";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, whole(row.get(1)?))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The number of the last change of a replica in the log; 0 where there is none.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn exchanged_head(&self, replica: &str) -> Result<u64> {
        let mut statement =
            self.conn.prepare_cached("SELECT coalesce(max(number), 0) FROM exchanged WHERE replica = ?1")?;
        Ok(whole(statement.query_row([replica], |row| row.get(0))?))
    }

    /// A change of the log.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn exchanged(&self, replica: &str, number: u64) -> Result<Option<Logged>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT replica, number, hash, body, change FROM exchanged WHERE replica = ?1 AND number = ?2",
        )?;
        statement.query_row(params![replica, signed(number)], logged).optional()?.map(whole_body).transpose()
    }

    /// The hash of a change of the log.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn exchanged_hash(&self, replica: &str, number: u64) -> Result<Option<String>> {
        let mut statement =
            self.conn.prepare_cached("SELECT hash FROM exchanged WHERE replica = ?1 AND number = ?2")?;
        Ok(statement.query_row(params![replica, signed(number)], |row| row.get(0)).optional()?)
    }

    /// How many entries of the journal, after one, were not yet turned into changes of the exchange.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn entries_after(&self, entry: i64) -> Result<Vec<i64>> {
        let mut statement = self.conn.prepare_cached("SELECT id FROM change WHERE id > ?1 ORDER BY id")?;
        Ok(statement.query_map([entry], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// What an entry of the journal did, row by row: the table, the key as a JSON list, the edit. What it did and took back again is left out.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn net_edits(&self, entry: i64) -> Result<Vec<(String, String, NetEdit)>> {
        let mut order: Vec<(String, String)> = Vec::new();
        let mut nets: std::collections::HashMap<(String, String), Sides> = std::collections::HashMap::new();
        each_op(&self.conn, entry, |op| {
            let row = (op.place.to_owned(), op.key.to_owned());
            let side = |text: Option<&str>| -> Result<Option<Map<String, Json>>> {
                text.map(|text| serde_json::from_str(text).map_err(super::history::broken)).transpose()
            };
            let (before, after) = (side(op.before)?, side(op.after)?);
            match nets.get_mut(&row) {
                Some(sides) => sides.then(op.kind, before, after),
                None => {
                    order.push(row.clone());
                    nets.insert(row, Sides::of(op.kind, before, after));
                }
            }
            Ok(true)
        })?;
        let edit = |row: (String, String)| Some((row.0.clone(), row.1.clone(), nets.remove(&row)?.edit()?));
        Ok(order.into_iter().filter_map(edit).collect())
    }

    /// The columns that name rows of other tables, as the schema has them.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn foreign_keys(&self) -> Result<Vec<ForeignKey>> {
        let mut found = Vec::new();
        for table in super::schema::journalled() {
            let sql = "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1) ORDER BY id, seq";
            let mut statement = self.conn.prepare_cached(sql)?;
            let mut rows = statement.query([table])?;
            let mut last: Option<(i64, ForeignKey)> = None;
            while let Some(row) = rows.next()? {
                let (id, to, pair) = (row.get::<_, i64>(0)?, row.get::<_, String>(1)?, (row.get(2)?, row.get(3)?));
                match &mut last {
                    Some((known, key)) if *known == id => key.columns.push(pair),
                    _ => {
                        found.extend(last.take().map(|(_, key)| key));
                        last = Some((id, ForeignKey { table: table.to_owned(), to, columns: vec![pair] }));
                    }
                }
            }
            found.extend(last.map(|(_, key)| key));
        }
        Ok(found)
    }

    /// All rows of a table, each with its key as a JSON list, and its columns by name.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn table_rows(&self, table: &str) -> Result<Vec<(String, Map<String, Json>)>> {
        let keys = key_columns(&self.conn, table)?;
        let key = |columns: &Map<String, Json>| -> String {
            Json::Array(keys.iter().filter_map(|key| columns.get(key).cloned()).collect()).to_string()
        };
        let rows = all_columns(&self.conn, table, &keys)?;
        Ok(rows.into_iter().map(|columns| (key(&columns), columns)).collect())
    }

    /// The row of a table as it stands, columns by name; the key is a JSON list.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn columns(&self, table: &str, key: &str) -> Result<Option<Map<String, Json>>> {
        stored_columns(&self.conn, table, &key_columns(&self.conn, table)?, &values(key)?)
    }
}

/// What stood of a row before an entry of the journal, and stands after it; of a row that was there and is, only what changed.
struct Sides {
    was: bool,
    is: bool,
    before: Map<String, Json>,
    after: Map<String, Json>,
}

impl Sides {
    fn of(kind: &str, before: Option<Map<String, Json>>, after: Option<Map<String, Json>>) -> Self {
        let (was, is) = (kind != "insert", kind != "delete");
        Self { was, is, before: before.unwrap_or_default(), after: after.unwrap_or_default() }
    }

    fn then(&mut self, kind: &str, before: Option<Map<String, Json>>, after: Option<Map<String, Json>>) {
        // What stood there at first is what an earlier operation says, where it says so.
        if self.was && self.is {
            for (column, value) in before.unwrap_or_default() {
                self.before.entry(column).or_insert(value);
            }
        }
        self.is = kind != "delete";
        match kind {
            "delete" => self.after.clear(),
            _ => self.after.extend(after.unwrap_or_default()),
        }
    }

    fn edit(self) -> Option<NetEdit> {
        match (self.was, self.is) {
            (false, true) => Some(NetEdit::Insert(self.after)),
            (true, false) => Some(NetEdit::Delete),
            (false, false) => None,
            (true, true) => {
                let mut before = self.before;
                let changed = self.after.into_iter().filter_map(|(column, after)| {
                    let before = before.remove(&column).unwrap_or(Json::Null);
                    (before != after).then_some((column, before, after))
                });
                let changed: Vec<_> = changed.collect();
                (!changed.is_empty()).then_some(NetEdit::Update(changed))
            }
        }
    }
}

impl Exchange<'_> {
    /// A number that nobody else has, 32 hexadecimal digits.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn drawn_id(&self) -> Result<String> {
        Ok(self.conn.query_row("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0))?)
    }

    /// Keeps the name of the data file among others.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn set_replica(&self, replica: &Replica) -> Result<()> {
        let Replica { id, agency, hub, derived, clock } = replica;
        self.conn
            .prepare_cached(
                "INSERT OR REPLACE INTO replica (one, id, agency, hub, derived, clock) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![id, agency, hub, derived, signed(*clock)])?;
        Ok(())
    }

    /// Adds a change to the log.
    ///
    /// # Errors
    /// The workspace cannot be written, or has a change of this number.
    pub fn log(&self, logged: &Logged) -> Result<()> {
        let Logged { replica, number, hash, body, change } = logged;
        self.conn
            .prepare_cached("INSERT INTO exchanged (replica, number, hash, body, change) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![replica, signed(*number), hash, packed(body), change])?;
        Ok(())
    }

    /// All changes of the log, in the order in which they came in.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn whole_log(&self) -> Result<Vec<Logged>> {
        let mut statement =
            self.conn.prepare("SELECT replica, number, hash, body, change FROM exchanged ORDER BY seq")?;
        statement.query_map([], logged)?.map(|row| whole_body(row?)).collect()
    }

    /// Empties the log and what it says of each row, so that they are made anew.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn clear_log(&self) -> Result<()> {
        for table in ["exchanged", "exchanged_row", "exchanged_name"] {
            self.conn.execute(&format!("DELETE FROM {table}"), [])?;
        }
        Ok(())
    }

    /// Does some work of which nothing stays where it fails.
    ///
    /// # Errors
    /// Those of the work; the workspace cannot be written.
    pub fn attempt<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<Result<T>> {
        self.conn.execute_batch("SAVEPOINT attempt")?;
        let done = work();
        self.conn.execute_batch(if done.is_ok() {
            "RELEASE attempt"
        } else {
            "ROLLBACK TO attempt; RELEASE attempt"
        })?;
        Ok(done)
    }

    /// Does some work of which nothing stays in any case, and nothing is told where it fails.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn try_out<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<()> {
        self.conn.execute_batch("SAVEPOINT attempt")?;
        drop(work());
        self.conn.execute_batch("ROLLBACK TO attempt; RELEASE attempt")?;
        Ok(())
    }

    /// Writes rows as an entry of the journal; gives its number, or nothing where the work changed none.
    ///
    /// # Errors
    /// Those of the work; the workspace cannot be written.
    pub fn entry(&self, who: &ChangeMeta, work: impl FnOnce() -> Result<()>) -> Result<Option<i64>> {
        let entry = OpenEntry::begin(self.conn, who)?;
        work()?;
        entry.close()
    }

    /// Makes an entry of the journal in which nothing was changed.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn empty_entry(&self, who: &ChangeMeta) -> Result<i64> {
        OpenEntry::begin(self.conn, who)?.close_empty()
    }

    /// Writes columns of the row with a key, which is a JSON list: of the one that is there, or a new one.
    ///
    /// # Errors
    /// The table does not take it; the workspace cannot be written.
    pub fn write_columns(&self, table: &str, key: &str, columns: &[(&str, Json)]) -> Result<()> {
        let columns: Vec<(&str, Sql)> = columns.iter().map(|(name, value)| (*name, plain(value))).collect();
        let (names, key) = (key_columns(self.conn, table)?, values(key)?);
        let there = stored_columns(self.conn, table, &names, &key)?.is_some();
        let bound = key.iter().chain(columns.iter().map(|(_, value)| value));
        let condition: Vec<String> = names.iter().enumerate().map(|(at, c)| format!("\"{c}\" = ?{}", at + 1)).collect();
        let sql = if there {
            let set = |(at, (name, _)): (usize, &(&str, Sql))| format!("\"{name}\" = ?{}", at + 1 + names.len());
            let sets: Vec<String> = columns.iter().enumerate().map(set).collect();
            format!("UPDATE \"{table}\" SET {} WHERE {}", sets.join(", "), condition.join(" AND "))
        } else {
            let all: Vec<String> = names
                .iter()
                .map(String::as_str)
                .chain(columns.iter().map(|(n, _)| *n))
                .map(|n| format!("\"{n}\""))
                .collect();
            let places: Vec<String> = (1..=all.len()).map(|at| format!("?{at}")).collect();
            format!("INSERT INTO \"{table}\" ({}) VALUES ({})", all.join(", "), places.join(", "))
        };
        self.conn.prepare_cached(&sql)?.execute(params_from_iter(bound))?;
        Ok(())
    }

    /// Takes the row with a key away; the key is a JSON list.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn drop_row(&self, table: &str, key: &str) -> Result<()> {
        let condition: Vec<String> =
            key_columns(self.conn, table)?.iter().enumerate().map(|(at, c)| format!("\"{c}\" = ?{}", at + 1)).collect();
        let sql = format!("DELETE FROM \"{table}\" WHERE {}", condition.join(" AND "));
        self.conn.prepare_cached(&sql)?.execute(params_from_iter(values(key)?))?;
        Ok(())
    }
}

/// With the bytes of the change as they were.
fn whole_body(logged: Logged) -> Result<Logged> {
    Ok(Logged { body: unpacked(logged.body)?, ..logged })
}

fn logged(row: &rusqlite::Row<'_>) -> rusqlite::Result<Logged> {
    Ok(Logged {
        replica: row.get(0)?,
        number: whole(row.get(1)?),
        hash: row.get(2)?,
        body: row.get(3)?,
        change: row.get(4)?,
    })
}

pub(super) fn whole(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
