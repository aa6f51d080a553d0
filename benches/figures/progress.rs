//! Progress of a programme over the whole workspace, against one bare `sum(…)` in SQL over the same rows of the same file, which is
//! inexact, knows one income for all, no measures, no targets and no groups.

use super::generate::{PROGRAMME, TODAY, who};
use super::race::{Figure, race};
use rusqlite::Connection;
use std::path::Path;
use tinhgon::reform::{GroupBy, progress};
use tinhgon::store::Workspace;

const LIVE: &str =
    "SELECT sum((minutes * 48000 / 60 + outsourcing + charges) * times * population), count(*) FROM activity";
const FROZEN: &str =
    "SELECT sum((minutes * hourly / 60 + outsourcing + charges) * times * population), count(*) FROM frozen_activity";

pub fn measure(workspace: &mut Workspace, path: &Path) -> Vec<Figure> {
    let conn = Connection::open(path).expect("opens");
    let live = one(workspace, &conn, "progress, living catalogue", ("one SQL `sum(…)`", "≤ 3×"), &[LIVE]);
    let baseline = workspace.baseline_on(PROGRAMME, TODAY).expect("computes").baseline;
    workspace.change(&who(), |w| w.freeze_baseline(&baseline)).expect("freezes");
    let both = ("SQL `sum(…)` over both", "≤ 3×");
    let frozen = one(workspace, &conn, "progress, frozen baseline and living catalogue", both, &[LIVE, FROZEN]);
    vec![live, frozen]
}

fn one(
    workspace: &Workspace,
    conn: &Connection,
    what: &str,
    (against, aim): (&str, &'static str),
    sums: &[&str],
) -> Figure {
    let mut statements: Vec<_> = sums.iter().map(|sql| conn.prepare(sql).expect("prepares")).collect();
    let mut rows = 0;
    let figure = race(
        what,
        (against, aim),
        9,
        || {
            let snapshot = workspace.snapshot(TODAY).expect("loads");
            let programme = snapshot.programmes.iter().find(|p| p.code == PROGRAMME).expect("is there");
            let done = progress(&snapshot, programme, TODAY, Some(GroupBy::Agency));
            assert!(done.issues.is_empty(), "{:?}", done.issues.first());
        },
        || {
            let count = |s: &mut rusqlite::Statement<'_>| {
                s.query_row([], |row| Ok((row.get::<_, f64>(0)?, row.get::<_, i64>(1)?))).expect("sums").1
            };
            rows = statements.iter_mut().map(count).sum();
        },
    );
    Figure { what: format!("{what}, {rows} rows"), ..figure }
}
