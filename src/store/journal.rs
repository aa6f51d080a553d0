//! One change: one transaction, one entry of the journal, its hash, and the search index brought up to date.

use super::{Reader, Workspace, Writer, busy, search};
use crate::words::Result;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256};

/// Who makes a change, when, how and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeMeta {
    /// Who.
    pub author: String,
    /// On which device.
    pub device: String,
    /// By which command or screen.
    pub command: String,
    /// Why.
    pub note: String,
    /// When.
    pub at: Timestamp,
}

/// What a change gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed<T> {
    /// What the work returned.
    pub value: T,
    /// The number of the change in the journal; nothing when the work changed nothing.
    pub change: Option<i64>,
}

impl Workspace {
    /// Does some work as one change: all of it is written and journalled, or nothing. Work that changes nothing leaves no entry.
    ///
    /// # Errors
    /// Those of the work; the workspace is busy, full or read-only.
    pub fn change<T>(&mut self, who: &ChangeMeta, work: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<Changed<T>> {
        let open = OpenChange::begin(self, who)?;
        let value = work(&Writer::new(open.reader))?;
        Ok(Changed { value, change: open.commit()? })
    }

    /// Does some work as [`Workspace::change`] would, and takes it back at once: what it would do, without doing it.
    ///
    /// # Errors
    /// Those of the work; the workspace is busy, full or read-only.
    pub fn rehearse<T>(&mut self, who: &ChangeMeta, work: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<T> {
        let open = OpenChange::begin(self, who)?;
        work(&Writer::new(open.reader))
    }
}

/// Takes the lock, so that all that is read from here on is what is written rests on.
pub(super) fn begin(workspace: &Workspace) -> Result<Transaction<'_>> {
    let conn = &workspace.conn;
    // A row that a trigger journals is a statement that can be taken back by itself. What that takes is held in memory, not in a file
    // written row by row; it is settled when the change begins. Sorting goes on in files where it is too much for the memory.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate);
    conn.pragma_update(None, "temp_store", "DEFAULT")?;
    let transaction = transaction.map_err(|error| busy::explained(error, workspace.path()))?;
    busy::clear(workspace.path());
    workspace.need_place()?;
    workspace.need_watch()?;
    Ok(transaction)
}

/// An entry of the journal that is being written, within a transaction.
pub(super) struct OpenEntry<'c> {
    conn: &'c Connection,
    id: i64,
}

impl<'c> OpenEntry<'c> {
    /// Opens it: rows that are written from here on are its operations.
    pub(super) fn begin(conn: &'c Connection, who: &ChangeMeta) -> Result<Self> {
        conn.prepare_cached(
            "INSERT INTO change (at, author, device, command, note, undoes, hash) VALUES (?1, ?2, ?3, ?4, ?5, NULL, '')",
        )?
        .execute(params![who.at.to_string(), who.author, who.device, who.command, who.note])?;
        let id = conn.last_insert_rowid();
        conn.prepare_cached("INSERT INTO open_change (one, change) VALUES (1, ?1)")?.execute([id])?;
        Ok(Self { conn, id })
    }

    /// Closes it with its hash; an entry of nothing is taken out again.
    pub(super) fn close(self) -> Result<Option<i64>> {
        let (conn, id) = (self.conn, self.id);
        let (source, _) = source_of(conn, id)?;
        let mut any = conn.prepare_cached("SELECT 1 FROM op WHERE change = ?1 LIMIT 1")?;
        let changed = any.query_row([source], |_| Ok(())).optional()?;
        conn.prepare_cached("DELETE FROM open_change")?.execute([])?;
        if changed.is_none() {
            conn.prepare_cached("DELETE FROM change WHERE id = ?1")?.execute([id])?;
            return Ok(None);
        }
        search::refresh(conn, source)?;
        self.sign()?;
        Ok(Some(id))
    }

    /// Closes it, with nothing in it.
    pub(super) fn close_empty(self) -> Result<i64> {
        self.conn.prepare_cached("DELETE FROM open_change")?.execute([])?;
        self.sign()?;
        Ok(self.id)
    }

    /// Writes its hash.
    fn sign(&self) -> Result<()> {
        let (conn, id) = (self.conn, self.id);
        let mut last = conn.prepare_cached("SELECT hash FROM change WHERE id < ?1 ORDER BY id DESC LIMIT 1")?;
        let before: Option<String> = last.query_row([id], |row| row.get(0)).optional()?;
        let hash = hash_of(conn, id, &before.unwrap_or_default())?;
        conn.prepare_cached("UPDATE change SET hash = ?1 WHERE id = ?2")?.execute(params![hash, id])?;
        Ok(())
    }
}

/// A change that is being made. Dropped without commit, it never was.
pub(super) struct OpenChange<'c> {
    pub(super) reader: &'c Reader,
    transaction: Transaction<'c>,
    id: i64,
}

impl<'c> OpenChange<'c> {
    /// Takes the lock, so that all that is read from here on is what the change rests on.
    pub(super) fn begin(workspace: &'c Workspace, who: &ChangeMeta) -> Result<Self> {
        let reader: &Reader = workspace;
        let transaction = begin(workspace)?;
        let id = OpenEntry::begin(&transaction, who)?.id;
        Ok(Self { reader, transaction, id })
    }

    /// Says which change this one takes back.
    pub(super) fn takes_back(&self, change: i64) -> Result<()> {
        self.transaction.execute("UPDATE change SET undoes = ?1 WHERE id = ?2", [change, self.id])?;
        Ok(())
    }

    /// The number of this change.
    pub(super) fn id(&self) -> i64 {
        self.id
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.transaction
    }

    /// Writes what was done; gives the number of the change, or nothing when nothing was changed.
    pub(super) fn commit(self) -> Result<Option<i64>> {
        let entry = OpenEntry { conn: &self.transaction, id: self.id };
        if entry.close()?.is_none() {
            return Ok(None);
        }
        self.transaction.commit()?;
        Ok(Some(self.id))
    }
}

/// The hash of a change: over the hash of the one before it, what it says of itself, and its operations in order; every part
/// with its length before it, so that no two journals share one hash by running parts together.
pub(super) fn hash_of(conn: &Connection, change: i64, before: &str) -> Result<String> {
    hash_of_ops(conn, change, before, |_| {})
}

/// The same, showing each operation on the way.
pub(super) fn hash_of_ops(
    conn: &Connection,
    change: i64,
    before: &str,
    mut show: impl FnMut(&OpRow<'_>),
) -> Result<String> {
    let mut digest = Sha256::new();
    let mut part = |text: Option<&str>| {
        let length = text.map_or(u64::MAX, |t| t.len() as u64);
        digest.update(length.to_be_bytes());
        digest.update(text.unwrap_or_default().as_bytes());
    };
    part(Some(before));
    conn.prepare_cached("SELECT id, at, author, device, command, note, undoes FROM change WHERE id = ?1")?.query_row(
        [change],
        |row| {
            part(Some(&row.get::<_, i64>(0)?.to_string()));
            for at in 1..=5 {
                part(Some(row.get_ref(at)?.as_str()?));
            }
            part(row.get::<_, Option<i64>>(6)?.map(|id| id.to_string()).as_deref());
            Ok(())
        },
    )?;
    each_op(conn, change, |op| {
        part(Some(op.place));
        part(Some(op.key));
        part(Some(op.kind));
        part(op.before);
        part(op.after);
        show(op);
        Ok(true)
    })?;
    Ok(hex::encode(digest.finalize()))
}

/// An operation of a change.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpRow<'r> {
    /// Number of the stored row.
    pub(super) seq: i64,
    /// Whether the stored row is that of the change which this one takes back, so that its sides are turned.
    pub(super) turned: bool,
    pub(super) place: &'r str,
    pub(super) key: &'r str,
    pub(super) kind: &'r str,
    pub(super) before: Option<&'r str>,
    pub(super) after: Option<&'r str>,
}

/// The change under whose number the operations of a change are stored, and whether they are read the other way round.
///
/// A change that took back another and did just that has no operations of its own in the file: they are those of the other, the last
/// first, insertions for deletions and `before` for `after`. Its hash is over them as if they were written out.
pub(super) fn source_of(conn: &Connection, change: i64) -> Result<(i64, bool)> {
    let mut statement = conn.prepare_cached(
        "SELECT undoes FROM change WHERE id = ?1 AND undoes < id AND NOT EXISTS (SELECT 1 FROM op WHERE change = ?1)",
    )?;
    let (mut source, mut turned) = (change, false);
    while let Some(earlier) = statement.query_row([source], |row| row.get(0)).optional()? {
        (source, turned) = (earlier, !turned);
    }
    Ok((source, turned))
}

/// Goes through the operations of a change, in order, as long as the work says that it wants more.
pub(super) fn each_op(conn: &Connection, change: i64, mut work: impl FnMut(&OpRow<'_>) -> Result<bool>) -> Result<()> {
    let (source, turned) = source_of(conn, change)?;
    let order = if turned { "DESC" } else { "ASC" };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT seq, place, key, kind, before, after FROM op WHERE change = ?1 ORDER BY seq {order}"
    ))?;
    let mut rows = statement.query([source])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let side = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
        let op = OpRow {
            seq: row.get(0)?,
            turned,
            place: text(1)?,
            key: text(2)?,
            kind: text(3)?,
            before: side(4)?,
            after: side(5)?,
        };
        if !work(&if turned { op.mirrored() } else { op })? {
            break;
        }
    }
    Ok(())
}

impl OpRow<'_> {
    /// The operation that takes this one back.
    pub(super) fn mirrored(self) -> Self {
        Self { kind: mirrored_kind(self.kind), before: self.after, after: self.before, ..self }
    }
}

/// The kind of the operation that takes back one of this kind.
pub(super) fn mirrored_kind(kind: &str) -> &str {
    match kind {
        "insert" => "delete",
        "delete" => "insert",
        kind => kind,
    }
}
