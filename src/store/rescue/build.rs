//! Putting together the new workspace: the journal that holds, the rows as it says, and one change that brings them to what was chosen.

use super::collect::{Read, Source};
use super::{Journal, Report, Row, Rows};
use crate::store::journal::OpenChange;
use crate::store::schema::journalled;
use crate::store::{ChangeMeta, Workspace, search};
use crate::words::Result;
use crate::words::store::StoreMessage;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn make(
    to: &Path,
    who: &ChangeMeta,
    source: &Source,
    journal: &Read,
    wanted: BTreeMap<&'static str, Rows>,
    report: &mut Report,
) -> Result<()> {
    let workspace = Workspace::create(to)?;
    let conn = &workspace.conn;
    let kept = source.folded(&journal.kept);
    conn.pragma_update(None, "foreign_keys", false)?;
    let transaction = conn.unchecked_transaction()?;
    without_triggers(conn, || {
        copy_journal(source, conn, &journal.kept)?;
        for (table, rows) in &kept {
            for (key, told) in rows {
                let Some(row) = told.row.clone() else { continue };
                if insert(conn, table, &source.filled(table, row)).is_err() {
                    report.lost((table, key), StoreMessage::RescueRefused);
                }
            }
        }
        search::rebuild(conn)
    })?;
    transaction.commit()?;
    conn.pragma_update(None, "foreign_keys", true)?;
    bring_to(&workspace, who, source, &kept, wanted, report)?;
    report.saved = 0;
    for table in journalled() {
        let count: i64 = conn.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0))?;
        report.saved += usize::try_from(count).unwrap_or_default();
    }
    Ok(())
}

/// Does some work while no trigger fires; they are there again after it.
fn without_triggers(conn: &Connection, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?;
    let triggers = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let triggers: Vec<(String, String)> = triggers.collect::<rusqlite::Result<_>>()?;
    for (name, _) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    work()?;
    for (_, sql) in &triggers {
        conn.execute_batch(sql)?;
    }
    Ok(())
}

/// Copies the entries of the journal as they are, so that their hashes hold.
fn copy_journal(source: &Source, conn: &Connection, changes: &[i64]) -> Result<()> {
    let tables = [
        ("change", "id", "id, at, author, device, command, note, undoes, hash"),
        ("op", "change", "seq, change, place, subject, key, kind, before, after"),
    ];
    for (table, of, columns) in tables {
        let mut read = source.conn.prepare(&format!("SELECT {columns} FROM {table} WHERE {of} = ?1"))?;
        let mut write =
            conn.prepare(&format!("INSERT INTO {table} ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))?;
        for change in changes {
            let mut rows = read.query([change])?;
            while let Some(row) = rows.next()? {
                let values = (0..8).map(|at| row.get::<_, Sql>(at)).collect::<rusqlite::Result<Vec<_>>>()?;
                write.execute(params_from_iter(values))?;
            }
        }
    }
    Ok(())
}

/// One change from what the journal says to what was chosen; a row that the schema refuses, or that points to one that is lost, is told.
fn bring_to(
    workspace: &Workspace,
    who: &ChangeMeta,
    source: &Source,
    kept: &Journal,
    mut wanted: BTreeMap<&'static str, Rows>,
    report: &mut Report,
) -> Result<()> {
    let open = OpenChange::begin(workspace, who)?;
    let conn = open.connection();
    conn.pragma_update(None, "defer_foreign_keys", true)?;
    for table in journalled() {
        let mut rows = wanted.remove(table).unwrap_or_default();
        for (key, told) in kept.get(table).into_iter().flatten() {
            let Some(was) = told.row.clone().map(|row| source.filled(table, row)) else { continue };
            match rows.remove(key) {
                None => delete(conn, source, table, &was)?,
                Some(row) if row != was => {
                    if update(conn, source, table, &row, &was).is_err() {
                        report.lost((table, key), StoreMessage::RescueRefused);
                    }
                }
                Some(_) => {}
            }
        }
        for (key, row) in &rows {
            if insert(conn, table, row).is_err() {
                report.lost((table, key), StoreMessage::RescueRefused);
            }
        }
    }
    while remove_orphans(conn, source, report)? {}
    open.commit()?;
    Ok(())
}

/// Takes out rows that point to one that is not there; whether there were any.
fn remove_orphans(conn: &Connection, source: &Source, report: &mut Report) -> Result<bool> {
    let mut any = false;
    for table in journalled() {
        let sql = "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1) ORDER BY id, seq";
        let mut links: BTreeMap<i64, (String, Vec<(String, String)>)> = BTreeMap::new();
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([table])?;
        while let Some(row) = rows.next()? {
            let link = links.entry(row.get(0)?).or_insert((row.get(1)?, Vec::new()));
            link.1.push((row.get(2)?, row.get(3)?));
        }
        let (keys, _) = source.columns(table);
        for (parent, pairs) in links.values() {
            let set =
                pairs.iter().map(|(from, _)| format!("c.\"{from}\" IS NOT NULL")).collect::<Vec<_>>().join(" AND ");
            let same =
                pairs.iter().map(|(from, to)| format!("p.\"{to}\" = c.\"{from}\"")).collect::<Vec<_>>().join(" AND ");
            let key = keys.iter().map(|k| format!("c.\"{k}\"")).collect::<Vec<_>>().join(", ");
            let orphans = format!(
                "SELECT json_array({key}) FROM \"{table}\" AS c WHERE {set} AND NOT EXISTS (SELECT 1 FROM \"{parent}\" AS p WHERE {same})"
            );
            let found: Vec<String> =
                conn.prepare(&orphans)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            for key in found {
                let parts: Vec<Json> = serde_json::from_str(&key).unwrap_or_default();
                let row: Row = keys.iter().cloned().zip(parts).collect();
                delete(conn, source, table, &row)?;
                report.lost((table, &key), StoreMessage::RescueOrphan);
                any = true;
            }
        }
    }
    Ok(any)
}

fn sql_of(value: &Json) -> Sql {
    match value {
        Json::String(text) => Sql::Text(text.clone()),
        Json::Number(number) => number.as_i64().map_or(Sql::Null, Sql::Integer),
        _ => Sql::Null,
    }
}

fn insert(conn: &Connection, table: &str, row: &Row) -> Result<()> {
    let names: Vec<String> = row.keys().map(|name| format!("\"{name}\"")).collect();
    let places: Vec<String> = (1..=row.len()).map(|n| format!("?{n}")).collect();
    let sql = format!("INSERT INTO \"{table}\" ({}) VALUES ({})", names.join(", "), places.join(", "));
    conn.prepare_cached(&sql)?.execute(params_from_iter(row.values().map(sql_of)))?;
    Ok(())
}

fn update(conn: &Connection, source: &Source, table: &str, row: &Row, was: &Row) -> Result<()> {
    let changed: Vec<(&String, &Json)> = row.iter().filter(|(name, value)| was.get(*name) != Some(value)).collect();
    let sets: Vec<String> =
        changed.iter().enumerate().map(|(at, (name, _))| format!("\"{name}\" = ?{}", at + 1)).collect();
    let (condition, keys) = of_key(source, table, row, changed.len());
    let sql = format!("UPDATE \"{table}\" SET {} WHERE {condition}", sets.join(", "));
    conn.prepare_cached(&sql)?.execute(params_from_iter(changed.iter().map(|(_, value)| sql_of(value)).chain(keys)))?;
    Ok(())
}

fn delete(conn: &Connection, source: &Source, table: &str, row: &Row) -> Result<()> {
    let (condition, keys) = of_key(source, table, row, 0);
    conn.prepare_cached(&format!("DELETE FROM \"{table}\" WHERE {condition}"))?.execute(params_from_iter(keys))?;
    Ok(())
}

/// The condition that finds a row by its key, and the values of that.
fn of_key(source: &Source, table: &str, row: &Row, before: usize) -> (String, Vec<Sql>) {
    let (keys, _) = source.columns(table);
    let parts: Vec<String> = keys.iter().enumerate().map(|(at, k)| format!("\"{k}\" = ?{}", before + at + 1)).collect();
    let values = keys.iter().map(|k| row.get(k).map_or(Sql::Null, sql_of));
    (parts.join(" AND "), values.collect())
}
