//! What the centre adds up, published for those who read it with other programs: the rows of all nouns as they follow from the changes, and the figures that the
//! program computed from them. Whoever doubts them adds up again from the changes, up to the same last ones, and compares the hash.

use super::{Server, signed};
use crate::hub::core::{Hash, ReplicaId};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use postgres::{Client, Error};
use sha2::{Digest, Sha256};

/// So many rows are sent at once.
const BATCH: usize = 2_000;

/// A row of a noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its table.
    pub place: String,
    /// Its key, a JSON list.
    pub key: String,
    /// The agency to which it belongs.
    pub agency: Option<String>,
    /// Its columns, a JSON object.
    pub columns: String,
}

/// A figure of progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The agency; empty for all together.
    pub agency: String,
    /// Which: programme, target, stage.
    pub name: String,
    /// What it says, a JSON object.
    pub columns: String,
}

/// What is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollup {
    /// The programmes whose figures are in it, by their codes.
    pub programme: String,
    /// The day for which they stand, `2026-11-30`.
    pub day: String,
    /// The last change of each data file that is in it.
    pub heads: Vec<(ReplicaId, u64, Hash)>,
    /// The rows, by table and key.
    pub lines: Vec<Line>,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// What was published, as the server has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The programmes.
    pub programme: String,
    /// The day.
    pub day: String,
    /// The hash of the rows that was published with them.
    pub hash: String,
    /// The hash of the rows as the server computes it now.
    pub hash_there: String,
    /// The last change of each data file that is in it.
    pub heads: Vec<(ReplicaId, u64, Hash)>,
    /// The figures, in their order.
    pub figures: Vec<Figure>,
}

/// The hash of rows: over the hashes of each, in the order of tables and keys by their bytes. The server computes the same.
pub fn hash(lines: &[Line]) -> String {
    let mut lines: Vec<&Line> = lines.iter().collect();
    lines.sort_by(|a, b| (&a.place, &a.key).cmp(&(&b.place, &b.key)));
    let mut all = Sha256::new();
    for Line { place, key, agency, columns } in lines {
        let agency = agency.as_deref().unwrap_or_default();
        let line = [place, "\u{1f}", key, "\u{1f}", agency, "\u{1f}", columns].concat();
        all.update(Sha256::digest(line.as_bytes()));
    }
    Hash(all.finalize().into()).to_string()
}

/// The same on the server.
const HASH: &str = "SELECT encode(sha256(coalesce(string_agg(sha256(convert_to(\
     place || chr(31) || key || chr(31) || coalesce(agency, '') || chr(31) || columns::text, 'UTF8')), ''::bytea \
     ORDER BY place COLLATE \"C\", key COLLATE \"C\"), ''::bytea)), 'hex') FROM tinhgon.line";

impl Server {
    /// Puts this in the place of what was published before; all of it, or nothing.
    ///
    /// # Errors
    /// It cannot be reached; the login is not of the centre.
    pub fn publish(&mut self, rollup: &Rollup) -> Result<String> {
        if !self.standing()?.centre {
            return Err(Fault::input(HubWord::NotCentre.said(&[])).hint(HubWord::NotCentreHint.said(&[])));
        }
        let hash = hash(&rollup.lines);
        let there = self.ask(|client| put(client, rollup, &hash))?;
        if there == hash {
            return Ok(hash);
        }
        Err(Fault::other(HubWord::ServerSays.said(&[])).because(format!("{there} ≠ {hash}")))
    }

    /// What was published last; nothing where nothing was.
    ///
    /// # Errors
    /// It cannot be reached; the login is not of the centre.
    pub fn published(&mut self) -> Result<Option<Published>> {
        if !self.standing()?.centre {
            return Err(Fault::input(HubWord::NotCentre.said(&[])).hint(HubWord::NotCentreHint.said(&[])));
        }
        self.ask(read)
    }
}

fn put(client: &mut Client, rollup: &Rollup, hash: &str) -> Result<String, Error> {
    let mut transaction = client.transaction()?;
    // One after the other: the row of what was published is the lock.
    transaction.batch_execute(
        "SELECT pg_advisory_xact_lock(hashtext('tinhgon.rollup')); \
         DELETE FROM tinhgon.rollup; DELETE FROM tinhgon.rollup_head; DELETE FROM tinhgon.figure; DELETE FROM tinhgon.line",
    )?;
    for lines in rollup.lines.chunks(BATCH) {
        let column = |of: fn(&Line) -> &str| lines.iter().map(of).collect::<Vec<&str>>();
        let agencies: Vec<Option<&str>> = lines.iter().map(|line| line.agency.as_deref()).collect();
        transaction.execute(
            "INSERT INTO tinhgon.line (place, key, agency, columns) \
             SELECT p, k, a, c::json FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS u(p, k, a, c)",
            &[&column(|line| &line.place), &column(|line| &line.key), &agencies, &column(|line| &line.columns)],
        )?;
    }
    for figures in rollup.figures.chunks(BATCH) {
        let column = |of: fn(&Figure) -> &str| figures.iter().map(of).collect::<Vec<&str>>();
        transaction.execute(
            "INSERT INTO tinhgon.figure (agency, name, columns) \
             SELECT a, n, c::json FROM unnest($1::text[], $2::text[], $3::text[]) AS u(a, n, c)",
            &[&column(|figure| &figure.agency), &column(|figure| &figure.name), &column(|figure| &figure.columns)],
        )?;
    }
    for (replica, number, head) in &rollup.heads {
        transaction.execute(
            "INSERT INTO tinhgon.rollup_head (replica, number, hash) VALUES ($1, $2, $3)",
            &[&replica.0.as_slice(), &signed(*number), &head.0.as_slice()],
        )?;
    }
    transaction.execute(
        "INSERT INTO tinhgon.rollup (one, programme, day, hash, login) VALUES (1, $1, $2::text::date, $3, session_user)",
        &[&rollup.programme, &rollup.day, &hash],
    )?;
    let there = transaction.query_one(HASH, &[])?.try_get(0)?;
    transaction.commit()?;
    Ok(there)
}

fn read(client: &mut Client) -> Result<Option<Published>, Error> {
    let mut transaction =
        client.build_transaction().isolation_level(postgres::IsolationLevel::RepeatableRead).start()?;
    let Some(row) = transaction.query_opt("SELECT programme, day::text, hash FROM tinhgon.rollup", &[])? else {
        return Ok(None);
    };
    let heads = transaction.query("SELECT replica, number, hash FROM tinhgon.rollup_head ORDER BY replica", &[])?;
    let head = |row: &postgres::Row| -> Result<_, Error> {
        let (replica, number, hash): (Vec<u8>, i64, Vec<u8>) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
        // What is no name of a data file is that of nobody: the comparison fails.
        let replica = ReplicaId(replica.try_into().unwrap_or_default());
        Ok((replica, u64::try_from(number).unwrap_or_default(), Hash(hash.try_into().unwrap_or_default())))
    };
    let figures = transaction.query(
        "SELECT agency, name, columns::text FROM tinhgon.figure ORDER BY agency COLLATE \"C\", name COLLATE \"C\"",
        &[],
    )?;
    let figure = |row: &postgres::Row| -> Result<_, Error> {
        Ok(Figure { agency: row.try_get(0)?, name: row.try_get(1)?, columns: row.try_get(2)? })
    };
    Ok(Some(Published {
        programme: row.try_get(0)?,
        day: row.try_get(1)?,
        hash: row.try_get(2)?,
        hash_there: transaction.query_one(HASH, &[])?.try_get(0)?,
        heads: heads.iter().map(head).collect::<Result<_, _>>()?,
        figures: figures.iter().map(figure).collect::<Result<_, _>>()?,
    }))
}
