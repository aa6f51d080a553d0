//! Reading what can be read: row by row, from both ends, past what is damaged. The file itself is copied first and never touched.

use super::{Journal, Row, Rows, Told};
use crate::store::doctor::{Defaults, columns_of, defaults};
use crate::store::journal::{each_op, hash_of};
use crate::store::schema::journalled;
use crate::store::{Workspace, open, schema};
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The copy of the file that is rescued; gone with this value.
pub(super) struct Source {
    pub(super) conn: Connection,
    copy: PathBuf,
    defaults: Defaults,
    /// The columns of this version, table by table: those of the key, and all.
    columns: BTreeMap<&'static str, (Vec<String>, Vec<String>)>,
}

impl Drop for Source {
    fn drop(&mut self) {
        open::remove(&self.copy);
    }
}

/// What could be read of a table.
pub(super) struct Stored {
    pub(super) rows: Rows,
    /// Whether it could be read to the end.
    pub(super) whole: bool,
}

/// What could be read of the journal.
pub(super) struct Read {
    pub(super) told: Journal,
    /// The changes from the first on whose hashes hold.
    pub(super) kept: Vec<i64>,
    /// How many changes there are.
    pub(super) changes: usize,
    /// Whether all of them hold.
    pub(super) sound: bool,
    /// The first that does not.
    pub(super) first_lost: Option<i64>,
}

impl Source {
    pub(super) fn open(from: &Path, to: &Path) -> Result<Self> {
        if to.exists() {
            let fault = Fault::database(StoreMessage::Exists.said(&[])).in_file(to);
            return Err(fault.hint(StoreMessage::ExistsHint.said(&[])));
        }
        let copy = open::beside(to, "source");
        open::remove(&copy);
        for ending in ["", "-wal"] {
            let (file, copied) = (open::with_ending(from, ending), open::with_ending(&copy, ending));
            if ending.is_empty() || file.exists() {
                std::fs::copy(&file, copied)
                    .map_err(|e| Fault::database(StoreMessage::CannotCopy.said(&[])).because_io(&e).in_file(&file))?;
            }
        }
        let own = Workspace::in_memory()?;
        let mut columns = BTreeMap::new();
        for table in journalled() {
            columns.insert(table, columns_of(&own.conn, table)?);
        }
        // From here on the copy goes with the value.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(&copy, flags)?;
        let mut source = Self { conn, copy, defaults: defaults(&own.conn)?, columns };
        source.prepare().map_err(|fault| fault.in_file(from))?;
        Ok(source)
    }

    /// Brings the copy as near to this version as it goes.
    fn prepare(&mut self) -> Result<()> {
        let version: i32 = self.conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version > schema::version() {
            let fault = Fault::database(StoreMessage::Newer.said(&[&version, &schema::version()]));
            return Err(fault.hint(StoreMessage::NewerHint.said(&[])));
        }
        if version < schema::version() {
            // Where that fails, what older and newer tables have in common is read.
            let _ = schema::migrate(&mut self.conn, version);
        }
        // The journal is read through its indexes; a damaged index is made again of a table that is not.
        let _ = self.conn.execute_batch("REINDEX change");
        let _ = self.conn.execute_batch("REINDEX op");
        Ok(())
    }

    /// The columns of a table: those of its key, and all.
    pub(super) fn columns(&self, table: &str) -> (&[String], &[String]) {
        self.columns.get(table).map_or((&[], &[]), |(keys, all)| (keys, all))
    }

    /// A row with what columns that came later hold where nobody gave a value.
    pub(super) fn filled(&self, table: &str, mut row: Row) -> Row {
        for column in self.columns(table).1 {
            if !row.contains_key(column) {
                let default = self.defaults.get(&(table.to_owned(), column.clone()));
                row.insert(column.clone(), default.cloned().unwrap_or(Json::Null));
            }
        }
        row
    }

    /// The rows of a table that can be read. What is damaged is gone round: the table is read from its beginning and from its end, by its
    /// key and in the order in which it lies.
    pub(super) fn rows(&self, table: &'static str) -> Stored {
        let mut stored = Stored { rows: Rows::new(), whole: false };
        let keys = self.columns(table).0.iter().map(|k| format!("\"{k}\"")).collect::<Vec<_>>();
        let by = |way: &str| keys.iter().map(|k| format!("{k} {way}")).collect::<Vec<_>>().join(", ");
        for order in [String::new(), by("ASC"), by("DESC"), "rowid DESC".to_owned()] {
            let order = if order.is_empty() { order } else { format!(" ORDER BY {order}") };
            if self.read(table, &order, &mut stored.rows).unwrap_or(false) {
                stored.whole = true;
                break;
            }
        }
        stored
    }

    /// Reads a table in one order, as far as it goes; `true` when that is to the end, with every row sound.
    fn read(&self, table: &str, order: &str, rows: &mut Rows) -> Result<bool> {
        let mut statement = self.conn.prepare(&format!("SELECT * FROM \"{table}\"{order}"))?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let (keys, columns) = self.columns(table);
        let mut found = statement.query([])?;
        let mut whole = true;
        while let Some(row) = found.next()? {
            let mut fields = Map::new();
            for (at, name) in names.iter().enumerate().filter(|(_, name)| columns.contains(name)) {
                let value = match row.get_ref(at)? {
                    ValueRef::Null => Some(Json::Null),
                    ValueRef::Integer(n) => Some(Json::from(n)),
                    ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok().map(Json::from),
                    ValueRef::Real(_) | ValueRef::Blob(_) => None,
                };
                if let Some(value) = value {
                    fields.insert(name.clone(), value);
                }
            }
            let fields = if fields.len() < names.len().min(columns.len()) { None } else { Some(fields) };
            match fields {
                Some(fields) => {
                    let fields = self.filled(table, fields);
                    let key: Vec<Json> = keys.iter().map(|k| fields.get(k).cloned().unwrap_or(Json::Null)).collect();
                    rows.insert(Json::from(key).to_string(), fields);
                }
                None => whole = false,
            }
        }
        Ok(whole)
    }

    /// The journal, as far as it can be read.
    pub(super) fn journal(&self) -> Read {
        let mut read = Read { told: Journal::new(), kept: Vec::new(), changes: 0, sound: true, first_lost: None };
        let (changes, whole) = self.changes();
        read.changes = changes.len();
        let mut before = String::new();
        for (id, hash) in changes {
            let holds = hash_of(&self.conn, id, &before).is_ok_and(|computed| computed == hash);
            if !holds && read.first_lost.is_none() {
                read.first_lost = Some(id);
            }
            if read.first_lost.is_none() {
                read.kept.push(id);
            }
            before = hash;
            let _ = fold(&self.conn, id, &mut read.told);
        }
        read.sound = whole && read.first_lost.is_none();
        read
    }

    /// Numbers and hashes of the changes that can be read, and whether all could be.
    fn changes(&self) -> (Vec<(i64, String)>, bool) {
        let mut found = BTreeMap::new();
        for way in ["ASC", "DESC"] {
            let read = || -> Result<Vec<(i64, String)>> {
                let mut statement = self.conn.prepare(&format!("SELECT id, hash FROM change ORDER BY id {way}"))?;
                let mut rows = statement.query([])?;
                let mut all = Vec::new();
                // What comes before the damage counts.
                while let Ok(Some(row)) = rows.next() {
                    if let (Ok(id), Ok(hash)) = (row.get(0), row.get(1)) {
                        all.push((id, hash));
                    }
                }
                Ok(all)
            };
            found.extend(read().unwrap_or_default());
        }
        let count = self.conn.query_row("SELECT count(*) FROM change", [], |row| row.get::<_, i64>(0));
        let whole = count.is_ok_and(|count| usize::try_from(count).is_ok_and(|count| count == found.len()));
        (found.into_iter().collect(), whole)
    }

    /// What the rows were after the changes that are kept.
    pub(super) fn folded(&self, changes: &[i64]) -> Journal {
        let mut told = Journal::new();
        for id in changes {
            let _ = fold(&self.conn, *id, &mut told);
        }
        told
    }
}

/// Lays the operations of a change over what is told so far.
fn fold(conn: &Connection, change: i64, told: &mut Journal) -> Result<()> {
    each_op(conn, change, |op| {
        let Some(place) = journalled().find(|table| *table == op.place) else { return Ok(true) };
        let after: Row = op.after.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let rows = told.entry(place).or_default();
        match (op.kind, rows.get_mut(op.key)) {
            ("update", Some(Told { row: Some(row), change: last, .. })) => {
                row.extend(after);
                *last = change;
            }
            ("update", _) => {
                rows.insert(op.key.to_owned(), Told { row: Some(after), whole: false, change });
            }
            ("insert", _) => {
                rows.insert(op.key.to_owned(), Told { row: Some(after), whole: true, change });
            }
            _ => {
                rows.insert(op.key.to_owned(), Told { row: None, whole: true, change });
            }
        }
        Ok(true)
    })
}
