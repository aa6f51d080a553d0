//! The doctor, against what it cannot do without: the check of SQLite and one pass over all rows, in the same run on the same file.

use super::race::{Figure, race};
use rusqlite::Connection;
use std::path::Path;
use tinhgon::store::{FindingCode, Workspace};

pub fn measure(workspace: &Workspace, path: &Path) -> Figure {
    let conn = Connection::open(path).expect("opens");
    let journal: i64 = conn.query_row("SELECT count(*) FROM op", [], |row| row.get(0)).expect("counts");
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%'";
    let mut statement = conn.prepare(sql).expect("prepares");
    let tables: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("reads").collect::<Result<_, _>>().expect("reads");
    race(
        format!("doctor over {journal} rows of the journal"),
        ("`PRAGMA integrity_check` and one pass over the rows", ""),
        3,
        || {
            let found = workspace.doctor().expect("examines");
            assert!(found.iter().any(|f| f.code == FindingCode::Sound), "{found:?}");
        },
        || {
            let verdict: String = conn.pragma_query_value(None, "integrity_check", |row| row.get(0)).expect("checks");
            assert_eq!(verdict, "ok");
            for table in &tables {
                let mut all = conn.prepare(&format!("SELECT * FROM \"{table}\"")).expect("prepares");
                let columns = all.column_count();
                let mut rows = all.query([]).expect("reads");
                while let Some(row) = rows.next().expect("reads") {
                    for at in 0..columns {
                        std::hint::black_box(row.get_ref(at).expect("reads"));
                    }
                }
            }
        },
    )
}
