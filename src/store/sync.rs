//! The rows of one owner: made exactly those that are given, touching only what differs.

use super::rows::{self, Fields, row_of};
use super::{Put, Writer};
use crate::model::Description;
use crate::words::Result;
use rusqlite::types::Value as Sql;
use std::collections::{HashMap, HashSet};

impl Writer<'_> {
    pub(super) fn put_children(&self, owner: &str, table: &Description, children: &[Fields]) -> Result<Put> {
        let rows =
            children.iter().enumerate().map(|(at, child)| row_of(table, child, &[owner], position(at))).collect();
        self.sync(owner, table, rows)
    }

    /// Makes the rows of an owner exactly these; a row that is the same is not touched.
    pub(super) fn sync(&self, owner: &str, table: &Description, rows: Vec<Vec<Sql>>) -> Result<Put> {
        let condition = format!("\"{}\" = ?1", table.fields[0].key);
        let stored = rows::stored(self.conn, table, &condition, [owner])?;
        let mut put = Put::Unchanged;
        let given: HashSet<&str> = rows.iter().map(|new| last_key(table, new)).collect();
        for old in stored.iter().filter(|old| !given.contains(last_key(table, old))) {
            rows::delete(self.conn, table, &old[..table.keys])?;
            put = Put::Updated;
        }
        let known: HashMap<&str, &Vec<Sql>> = stored.iter().map(|old| (last_key(table, old), old)).collect();
        for new in &rows {
            match known.get(last_key(table, new)).copied() {
                Some(old) if old == new => continue,
                Some(_) => rows::update(self.conn, table, new)?,
                None => rows::insert(self.conn, table, new)?,
            }
            put = Put::Updated;
        }
        Ok(put)
    }
}

/// The last key of a row, which tells the rows of one owner apart.
fn last_key<'r>(table: &Description, row: &'r [Sql]) -> &'r str {
    match row.get(table.keys - 1) {
        Some(Sql::Text(key)) => key,
        _ => "",
    }
}

pub(super) fn position(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}
