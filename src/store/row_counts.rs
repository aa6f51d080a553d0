//! What a change did to rows, counted and one by one, read from its operations.

use super::{Operation, Reader};
use crate::words::Result;

/// How many rows a change touched, by what it did to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowCounts {
    /// Rows that were not there.
    pub added: usize,
    /// Rows that are different now.
    pub updated: usize,
    /// Rows that are no more.
    pub removed: usize,
}

impl Reader {
    /// How many rows a change touched, also one that is being made.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn row_counts(&self, change: i64) -> Result<RowCounts> {
        let mut counts = RowCounts::default();
        let mut statement =
            self.conn.prepare_cached("SELECT kind, count(*) FROM op WHERE change = ?1 GROUP BY kind")?;
        let mut rows = statement.query([change])?;
        while let Some(row) = rows.next()? {
            let count = usize::try_from(row.get::<_, i64>(1)?).unwrap_or_default();
            match row.get::<_, String>(0)?.as_str() {
                "insert" => counts.added = count,
                "update" => counts.updated = count,
                _ => counts.removed = count,
            }
        }
        Ok(counts)
    }

    /// The first rows to which a change did one thing (`insert`, `update` or `delete`), in order.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn operations_of_kind(&self, change: i64, kind: &str, most: usize) -> Result<Vec<Operation>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT place, key, kind, before, after FROM op WHERE change = ?1 AND kind = ?2 ORDER BY seq LIMIT ?3",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found = statement.query_map(rusqlite::params![change, kind, most], |row| {
            let (place, key, kind) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Operation { place, key, kind, before: row.get(3)?, after: row.get(4)? })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
