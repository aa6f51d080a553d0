//! Search, against `LIKE` over the same texts, folded, one a procedure, in the same file. `LIKE` is asked for the same answer: the
//! fifty best, those that have all the words in their name first.

use super::race::{Figure, race};
use rusqlite::Connection;
use std::path::Path;
use tinhgon::store::Workspace;
use tinhgon::text::fold;

const LIMIT: usize = 50;

pub fn measure(workspace: &Workspace, path: &Path) -> Vec<Figure> {
    let conn = Connection::open(path).expect("opens");
    conn.execute_batch(
        "CREATE TABLE plain (code TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL) STRICT",
    )
    .expect("makes a table");
    {
        let mut insert = conn.prepare("INSERT INTO plain VALUES (?1, ?2, ?3)").expect("prepares");
        conn.execute_batch("BEGIN").expect("begins");
        for p in workspace.procedures().expect("reads") {
            let mut texts =
                vec![p.regulation.code.clone(), p.regulation.name.clone(), p.steps, p.requirements, p.description];
            texts.extend(p.components.into_iter().map(|c| c.name));
            insert.execute([&p.regulation.code, &fold(&p.regulation.name), &fold(&texts.join("\n"))]).expect("inserts");
        }
        conn.execute_batch("COMMIT").expect("commits");
    }
    let mut figures: Vec<Figure> = ["dang ky khai sinh", "giay"].map(|words| ranked(workspace, &conn, words)).into();
    figures.push(first_met(workspace, &conn, "giay"));
    figures
}

fn ranked(workspace: &Workspace, conn: &Connection, words: &str) -> Figure {
    let all = |column: &str| {
        let parts: Vec<String> = words.split(' ').map(|word| format!("{column} LIKE '%{word}%'")).collect();
        parts.join(" AND ")
    };
    let sql = format!("SELECT code FROM plain WHERE {} ORDER BY {} DESC, code LIMIT {LIMIT}", all("text"), all("name"));
    let hits =
        conn.query_row(&format!("SELECT count(*) FROM plain WHERE {}", all("text")), [], |row| row.get::<_, i64>(0));
    let what = format!("search for “{words}”, {} procedures have it", hits.expect("counts"));
    against(workspace, conn, words, &sql, (what, "`LIKE '%…%'`, best 50"))
}

/// The easiest thing that `LIKE` can be asked of a frequent word: any fifty.
fn first_met(workspace: &Workspace, conn: &Connection, word: &str) -> Figure {
    let sql = format!("SELECT code FROM plain WHERE text LIKE '%{word}%' LIMIT {LIMIT}");
    against(workspace, conn, word, &sql, (format!("search for “{word}”"), "`LIKE '%…%'`, any 50, no order"))
}

fn against(
    workspace: &Workspace,
    conn: &Connection,
    words: &str,
    sql: &str,
    (what, alternative): (String, &'static str),
) -> Figure {
    let mut statement = conn.prepare(sql).expect("prepares");
    race(
        what,
        (alternative, ""),
        11,
        || {
            let hits = workspace.search(words, None, LIMIT).expect("searches");
            assert_eq!(hits.len(), LIMIT);
        },
        || {
            let codes = statement.query_map([], |row| row.get::<_, String>(0)).expect("searches");
            assert_eq!(codes.count(), LIMIT);
        },
    )
}
