//! Versions of the schema, and the triggers of the journal.

use super::guard;
use crate::model::nouns::tables;
use crate::words::Result;
use rusqlite::{Connection, OptionalExtension};

/// Marks a file as a tinhgon workspace: the letters `tgon`.
pub(super) const APPLICATION_ID: i32 = 0x7467_6f6e;

/// The steps from version to version; only ever added to.
const MIGRATIONS: &[&str] = &[
    include_str!("schema.sql"),
    include_str!("schema_2.sql"),
    include_str!("schema_3.sql"),
    include_str!("schema_4.sql"),
    include_str!("schema_5.sql"),
    include_str!("schema_6.sql"),
    include_str!("schema_7.sql"),
    include_str!("schema_8.sql"),
    include_str!("schema_9.sql"),
    include_str!("schema_10.sql"),
    include_str!("schema_11.sql"),
    include_str!("schema_12.sql"),
    include_str!("schema_13.sql"),
    include_str!("schema_14.sql"),
    include_str!("schema_15.sql"),
];

/// The tables that the journal watches, owners before what they own.
pub(super) fn journalled() -> impl Iterator<Item = &'static str> {
    tables().map(|table| table.name)
}

/// The version that this program writes.
pub(super) fn version() -> i32 {
    i32::try_from(MIGRATIONS.len()).unwrap_or(i32::MAX)
}

/// Brings the schema from a version to the newest, in one transaction.
pub(super) fn migrate(conn: &mut Connection, from: i32) -> Result<()> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for step in MIGRATIONS.iter().skip(usize::try_from(from).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    watch(&transaction)?;
    guard::make(&transaction)?;
    transaction.execute("INSERT OR REPLACE INTO seal (one, triggers) VALUES (1, ?1)", [seal_of(&transaction)?])?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", version())?;
    transaction.commit()?;
    Ok(())
}

/// Whether the triggers are those that the program made: without them a change would be stored and not journalled, or journalled and not
/// checked.
pub(super) fn watched(conn: &Connection) -> Result<bool> {
    Ok(seal(conn)? == Some(seal_of(conn)?))
}

/// What the file says of its triggers.
pub(super) fn seal(conn: &Connection) -> Result<Option<i64>> {
    Ok(conn.prepare_cached("SELECT triggers FROM seal")?.query_row([], |row| row.get(0)).optional()?)
}

/// A number that stands for the names and texts of all triggers, whatever their order. It tells an accident, not a forger: the doctor
/// compares the texts themselves.
fn seal_of(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?;
    let mut rows = statement.query([])?;
    let mut seal = 0_u64;
    while let Some(row) = rows.next()? {
        let one = digest(digest(0x7467_6f6e, row.get_ref(0)?.as_bytes()?), row.get_ref(1)?.as_bytes()?);
        seal = seal.wrapping_add(one);
    }
    Ok(i64::from_ne_bytes(seal.to_ne_bytes()))
}

/// A quick digest, eight bytes a step, the same on every machine.
fn digest(start: u64, bytes: &[u8]) -> u64 {
    let mut state = start ^ bytes.len() as u64;
    for piece in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..piece.len()].copy_from_slice(piece);
        state = (state ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
    state ^ (state >> 32)
}

/// Makes the triggers that write the journal, from the columns as they are now.
fn watch(conn: &Connection) -> Result<()> {
    for table in journalled() {
        let mut statement = conn.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns: Vec<(String, i64)> =
            statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        conn.execute_batch(&triggers(table, &columns))?;
    }
    Ok(())
}

fn triggers(table: &str, columns: &[(String, i64)]) -> String {
    let mut keys: Vec<&(String, i64)> = columns.iter().filter(|(_, pk)| *pk > 0).collect();
    keys.sort_by_key(|(_, pk)| *pk);
    let key = |side: &str| {
        let parts: Vec<String> = keys.iter().map(|(name, _)| format!("{side}.\"{name}\"")).collect();
        (parts.first().cloned().unwrap_or_default(), parts.join(", "))
    };
    let whole = |side: &str| {
        let parts: Vec<String> = columns.iter().map(|(name, _)| format!("'{name}', {side}.\"{name}\"")).collect();
        format!("json_object({})", parts.join(", "))
    };
    let differing = |side: &str| {
        let one = |(name, _): &(String, i64)| {
            format!("SELECT '{name}' AS k, {side}.\"{name}\" AS v WHERE OLD.\"{name}\" IS NOT NEW.\"{name}\"")
        };
        let parts: Vec<String> = columns.iter().map(one).collect();
        format!("(SELECT json_group_object(k, v) FROM ({}))", parts.join(" UNION ALL "))
    };
    let changed: Vec<String> =
        columns.iter().map(|(name, _)| format!("OLD.\"{name}\" IS NOT NEW.\"{name}\"")).collect();
    let trigger = |event: &str, side: &str, when: &str, before: &str, after: &str| {
        let (subject, key) = key(side);
        let kind = event.to_ascii_lowercase();
        format!(
            "DROP TRIGGER IF EXISTS journal_{table}_{kind};
             CREATE TRIGGER journal_{table}_{kind} AFTER {event} ON \"{table}\" {when} BEGIN
               INSERT INTO op (change, place, subject, key, kind, before, after)
               VALUES ((SELECT change FROM open_change), '{table}', {subject}, json_array({key}), '{kind}', {before}, {after});
             END;"
        )
    };
    let when = format!("WHEN {}", changed.join(" OR "));
    [
        trigger("INSERT", "NEW", "", "NULL", &whole("NEW")),
        trigger("UPDATE", "NEW", &when, &differing("OLD"), &differing("NEW")),
        trigger("DELETE", "OLD", "", &whole("OLD"), "NULL"),
    ]
    .concat()
}
