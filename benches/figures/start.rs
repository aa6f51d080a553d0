//! From the command to its answer and back to the prompt, against the `sqlite3` shell on the same file.

use super::generate::PROCEDURES;
use super::race::{Figure, race, run, shell, sqlite3, tinhgon};
use std::path::Path;

pub fn measure(folder: &Path, generated: &Path) -> Vec<Figure> {
    if !sqlite3("start-up") {
        return Vec::new();
    }
    let shipped = folder.join("shipped.db");
    run(tinhgon(&shipped).arg("init"));
    let large = format!("a workspace of {PROCEDURES} procedures");
    let files = [(&*shipped, "the shipped catalogue"), (generated, large.as_str())];
    let start = |(file, name): (&Path, &str)| {
        race(
            format!("`list procedure --limit 1`, {name}"),
            ("`sqlite3 FILE 'SELECT … LIMIT 1'`", ""),
            15,
            || _ = run(tinhgon(file).args(["list", "procedure", "--limit", "1"])),
            || _ = run(shell().arg(file).arg("SELECT code, name, agency, field FROM regulation LIMIT 1")),
        )
    };
    files.map(start).into()
}
