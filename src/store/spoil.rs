//! For tests: a workspace as another program, or an older version, may have left it.

#![allow(clippy::unwrap_used)]

use std::path::Path;

/// Writes past all triggers, which are gone then.
pub fn spoil(path: &Path, sql: &str) {
    let raw = rusqlite::Connection::open(path).unwrap();
    let mut statement = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    drop(statement);
    for trigger in triggers {
        raw.execute_batch(&format!("DROP TRIGGER \"{trigger}\"")).unwrap();
    }
    raw.execute_batch(sql).unwrap();
}
