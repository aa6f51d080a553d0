//! Reading the journal.

use super::Reader;
use super::journal::{each_op, mirrored_kind, source_of};
use super::schema::journalled;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::IgnoredAny;
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

impl Reader {
    /// The journal, the newest change first.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn history(&self, filter: &HistoryFilter) -> Result<Vec<ChangeRecord>> {
        let limit = filter.limit.and_then(|n| i64::try_from(n).ok()).unwrap_or(-1);
        let wanted = "?1 IS NULL OR id IN (
             WITH RECURSIVE made (id) AS (SELECT change FROM op WHERE subject = ?1 UNION SELECT change.id FROM made
                 JOIN change ON change.undoes = made.id WHERE NOT EXISTS (SELECT 1 FROM op WHERE op.change = change.id))
             SELECT id FROM made)";
        records(&self.conn, wanted, params![filter.key, limit])
    }

    /// Number and hash of the last change; nothing in a workspace without any.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn head(&self) -> Result<Option<(i64, String)>> {
        let sql = "SELECT id, hash FROM change ORDER BY id DESC LIMIT 1";
        Ok(self.conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// The hash of a change; nothing when there is none with this number.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn hash_of_change(&self, id: i64) -> Result<Option<String>> {
        Ok(self.conn.query_row("SELECT hash FROM change WHERE id = ?1", [id], |row| row.get(0)).optional()?)
    }

    /// How many changes there were after one.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn changes_since(&self, id: i64) -> Result<usize> {
        let count: i64 = self.conn.query_row("SELECT count(*) FROM change WHERE id > ?1", [id], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
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
            "WITH RECURSIVE made (source, id) AS (
                 SELECT id, id FROM change WHERE EXISTS (SELECT 1 FROM op WHERE op.change = change.id)
                 UNION ALL SELECT made.source, change.id FROM made JOIN change ON change.undoes = made.id
                 WHERE NOT EXISTS (SELECT 1 FROM op WHERE op.change = change.id)),
             latest (source, at) AS (SELECT made.source, max(change.at) FROM made JOIN change USING (id) GROUP BY made.source)
             SELECT op.subject, max(latest.at) FROM op JOIN latest ON latest.source = op.change GROUP BY op.subject",
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
        Ok(self.last_touches(place, key, &[column], before)?.pop().flatten())
    }

    /// The same of several columns of a row, in their order.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn last_touches(
        &self,
        place: &str,
        key: &str,
        columns: &[&str],
        before: i64,
    ) -> Result<Vec<Option<ChangeRecord>>> {
        let subject = values(key)?.into_iter().next().unwrap_or(Sql::Null);
        let mut statement = self.conn.prepare_cached(
            "WITH RECURSIVE made (id, seq, turned) AS (
                 SELECT change, seq, 0 FROM op WHERE subject = ?1 AND place = ?2 AND key = ?3 AND change < ?4
                 UNION ALL SELECT change.id, made.seq, 1 - made.turned FROM made JOIN change ON change.undoes = made.id
                 WHERE change.id < ?4 AND NOT EXISTS (SELECT 1 FROM op WHERE op.change = change.id))
             SELECT made.id, iif(made.turned, op.before, op.after) FROM made JOIN op ON op.seq = made.seq
             ORDER BY made.id DESC, made.seq DESC",
        )?;
        let mut found: Vec<Option<ChangeRecord>> = vec![None; columns.len()];
        let mut rows = statement.query(params![subject, place, key, before])?;
        while found.contains(&None)
            && let Some(row) = rows.next()?
        {
            // The texts of a row are long; which columns a change wrote is all that is read of them.
            let side = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
            let wrote: HashMap<String, IgnoredAny> =
                side.and_then(|side| serde_json::from_str(side).ok()).unwrap_or_default();
            let missing = || columns.iter().zip(&found).filter(|(_, found)| found.is_none());
            if missing().any(|(column, _)| wrote.contains_key(*column)) {
                let record = self.change_record(row.get(0)?)?;
                for (column, found) in columns.iter().zip(&mut found) {
                    if found.is_none() && wrote.contains_key(*column) {
                        found.clone_from(&record);
                    }
                }
            }
        }
        Ok(found)
    }

    /// What a change did, counted: kind of operation, table, how many rows; in the order of the tables.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn change_counts(&self, change: i64) -> Result<Vec<(String, String, usize)>> {
        let (source, turned) = source_of(&self.conn, change)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT kind, place, count(*) FROM op WHERE change = ?1 GROUP BY kind, place ORDER BY min(seq)",
        )?;
        let mut rows = statement.query([source])?;
        let mut counts: Vec<(String, String, usize)> = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            let kind = if turned { mirrored_kind(&kind).to_owned() } else { kind };
            counts.push((kind, row.get(1)?, usize::try_from(row.get::<_, i64>(2)?).unwrap_or_default()));
        }
        let place = |name: &str| journalled().position(|table| table == name);
        counts.sort_by_key(|(_, table, _)| place(table));
        Ok(counts)
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
        let (id, mut count): (i64, i64) = (row.get(0)?, row.get(7)?);
        if count == 0 {
            // Its operations are those of the change that it took back.
            let (source, _) = source_of(conn, id)?;
            count = conn.query_row("SELECT count(*) FROM op WHERE change = ?1", [source], |row| row.get(0))?;
        }
        found.push(ChangeRecord {
            id,
            at: row.get::<_, String>(1)?.parse().unwrap_or_default(),
            author: row.get(2)?,
            device: row.get(3)?,
            command: row.get(4)?,
            note: row.get(5)?,
            undoes: row.get(6)?,
            rows: usize::try_from(count).unwrap_or_default(),
        });
    }
    Ok(found)
}

pub(super) fn operations(conn: &Connection, change: i64, most: Option<usize>) -> Result<Vec<Operation>> {
    let mut found = Vec::new();
    let most = most.unwrap_or(usize::MAX);
    each_op(conn, change, |op| {
        if found.len() < most {
            found.push(Operation {
                place: op.place.to_owned(),
                key: op.key.to_owned(),
                kind: op.kind.to_owned(),
                before: op.before.map(str::to_owned),
                after: op.after.map(str::to_owned),
            });
        }
        Ok(found.len() < most)
    })?;
    Ok(found)
}

/// The columns of the primary key of a table, in order.
pub(super) fn key_columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    if let Some(table) = crate::model::nouns::table(table) {
        return Ok(table.key().iter().map(|field| field.key.to_owned()).collect());
    }
    key_in_schema(conn, table)
}

fn key_in_schema(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
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

pub(super) fn plain(value: &Json) -> Sql {
    match value {
        Json::String(text) => Sql::Text(text.clone()),
        Json::Number(number) => number.as_i64().map_or(Sql::Null, Sql::Integer),
        _ => Sql::Null,
    }
}

pub(super) fn broken(error: serde_json::Error) -> Fault {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_what_the_schema_says() {
        let workspace = crate::store::Workspace::in_memory().unwrap();
        for table in crate::model::nouns::tables() {
            let said = key_columns(&workspace.conn, table.name).unwrap();
            assert_eq!(said, key_in_schema(&workspace.conn, table.name).unwrap(), "{}", table.name);
            assert!(!said.is_empty(), "{}", table.name);
        }
    }
}
