//! What each row is after the changes that came in, and which rows name which: kept beside the log for the exchange, which alone understands it.

use super::packed::{packed, unpacked};
use super::{Exchange, Reader};
use crate::words::Result;
use rusqlite::{OptionalExtension, params};

/// A row as the exchange has it. Keys are JSON lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// Its table.
    pub place: String,
    /// Its key in the exchange.
    pub key: String,
    /// All parts of that key but the last.
    pub parent: String,
    /// The last part as it was given.
    pub base: String,
    /// In how many fields several values stand against each other.
    pub contested: usize,
    /// All that is known of it.
    pub state: Vec<u8>,
}

impl Reader {
    /// What is known of a row.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn shelved(&self, place: &str, key: &str) -> Result<Option<Vec<u8>>> {
        let mut statement =
            self.conn.prepare_cached("SELECT state FROM exchanged_row WHERE place = ?1 AND key = ?2")?;
        statement.query_row([place, key], |row| row.get(0)).optional()?.map(unpacked).transpose()
    }

    /// The key under which a row of the exchange stands in its own table.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn shelved_local(&self, place: &str, key: &str) -> Result<Option<String>> {
        let mut statement =
            self.conn.prepare_cached("SELECT local FROM exchanged_row WHERE place = ?1 AND key = ?2")?;
        Ok(statement.query_row([place, key], |row| row.get(0)).optional()?.flatten())
    }

    /// The keys of the rows of a table that were made under one number, below one parent.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn shelved_alike(&self, place: &str, parent: &str, base: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(
            // By its own index: the key would be looked through for the sake of an order that few rows need.
            "SELECT key FROM exchanged_row INDEXED BY exchanged_row_base WHERE place = ?1 AND parent = ?2 AND base = ?3",
        )?;
        let rows = statement.query_map([place, parent, base], |row| row.get(0))?;
        let mut keys = rows.collect::<rusqlite::Result<Vec<String>>>()?;
        keys.sort_unstable();
        Ok(keys)
    }

    /// The rows that name one: table, key, and how.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn shelved_naming(&self, place: &str, key: &str) -> Result<Vec<(String, String, i64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT place, key, how FROM exchanged_name WHERE on_place = ?1 AND on_key = ?2 ORDER BY place, key, how",
        )?;
        let rows = statement.query_map([place, key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// All rows of the exchange: table, key.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn shelved_all(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self.conn.prepare_cached("SELECT place, key FROM exchanged_row ORDER BY place, key")?;
        Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
    }

    /// The rows in which values stand against each other: table, key in the exchange, key in their table while they are there.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn shelved_contested(&self) -> Result<Vec<(String, String, Option<String>)>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT place, key, local FROM exchanged_row WHERE contested > 0 ORDER BY place, key")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The same, counted.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn count_contested(&self) -> Result<usize> {
        let sql = "SELECT coalesce(sum(contested), 0) FROM exchanged_row WHERE contested > 0 AND local IS NOT NULL";
        let count: i64 = self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

impl Exchange<'_> {
    /// Keeps what is known of a row, with the rows that it names: table, key, how.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn shelve(&self, row: &Shelved, names: &[(String, String, i64)]) -> Result<()> {
        let Shelved { place, key, parent, base, contested, state } = row;
        self.conn
            .prepare_cached(
                "INSERT INTO exchanged_row (place, key, parent, base, contested, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (place, key) DO UPDATE SET contested = ?5, state = ?6",
            )?
            .execute(params![place, key, parent, base, i64::try_from(*contested).unwrap_or(i64::MAX), packed(state)])?;
        let mut statement = self.conn.prepare_cached(
            "SELECT on_place, on_key, how FROM exchanged_name WHERE place = ?1 AND key = ?2 ORDER BY 1, 2, 3",
        )?;
        let known: Vec<(String, String, i64)> = statement
            .query_map([place, key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        if known == names {
            return Ok(());
        }
        self.conn.prepare_cached("DELETE FROM exchanged_name WHERE place = ?1 AND key = ?2")?.execute([place, key])?;
        let mut insert = self.conn.prepare_cached(
            "INSERT OR IGNORE INTO exchanged_name (place, key, on_place, on_key, how) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (on_place, on_key, how) in names {
            insert.execute(params![place, key, on_place, on_key, how])?;
        }
        Ok(())
    }

    /// Keeps how much of a row is disputed.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn set_contested(&self, place: &str, key: &str, contested: usize) -> Result<()> {
        let sql = "UPDATE exchanged_row SET contested = ?3 WHERE place = ?1 AND key = ?2 AND contested <> ?3";
        let contested = i64::try_from(contested).unwrap_or(i64::MAX);
        self.conn.prepare_cached(sql)?.execute(params![place, key, contested])?;
        Ok(())
    }

    /// Keeps the key under which a row of the exchange stands in its own table.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn set_shelved_local(&self, place: &str, key: &str, local: Option<&str>) -> Result<()> {
        self.conn
            .prepare_cached("UPDATE exchanged_row SET local = ?3 WHERE place = ?1 AND key = ?2")?
            .execute(params![place, key, local])?;
        Ok(())
    }
}
