//! What was heard of a place of exchange the last time: what the corner of the screen says while nobody asks there.

use super::journal::begin;
use super::replica::{signed, whole};
use super::{Exchange, Reader, Workspace};
use crate::words::Result;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

/// What was heard of a place of exchange the last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// When.
    pub at: Timestamp,
    /// So many changes of this data file it had then.
    pub sent: u64,
    /// The agency of this data file there, how many changes it had, and the hash of the last over all before it; where the place numbers them.
    pub agency: Option<(String, u64, String)>,
}

impl Workspace {
    /// Keeps what was heard of a place of exchange.
    ///
    /// # Errors
    /// The workspace is busy, full or read-only.
    pub fn set_heard(&mut self, hub: &str, heard: &Heard) -> Result<()> {
        let transaction = begin(self)?;
        let Heard { at, sent, agency } = heard;
        let agency = agency.as_ref();
        transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO heard (hub, at, sent, agency, agency_number, agency_hash) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                hub,
                at.to_string(),
                signed(*sent),
                agency.map(|(agency, ..)| agency),
                agency.map(|(_, number, _)| signed(*number)),
                agency.map(|(.., hash)| hash),
            ])?;
        transaction.commit()?;
        Ok(())
    }
}

impl Exchange<'_> {
    /// Forgets what was heard of all places: it was told to a data file of another name.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn forget_heard(&self) -> Result<()> {
        self.conn.execute("DELETE FROM heard", [])?;
        Ok(())
    }
}

impl Reader {
    /// What was heard of a place of exchange the last time; nothing where nothing was.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn heard(&self, hub: &str) -> Result<Option<Heard>> {
        let sql = "SELECT at, sent, agency, agency_number, agency_hash FROM heard WHERE hub = ?1";
        let row = |row: &rusqlite::Row<'_>| {
            let agency: Option<String> = row.get(2)?;
            let agency = match agency {
                Some(agency) => Some((agency, whole(row.get(3)?), row.get(4)?)),
                None => None,
            };
            Ok((row.get::<_, String>(0)?, whole(row.get(1)?), agency))
        };
        let found = self.conn.prepare_cached(sql)?.query_row([hub], row).optional()?;
        Ok(found.map(|(at, sent, agency)| Heard { at: at.parse().unwrap_or(Timestamp::UNIX_EPOCH), sent, agency }))
    }
}
