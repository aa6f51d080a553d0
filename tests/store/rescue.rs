//! What can be saved of a damaged workspace is saved, and the rest is named; the file itself is not touched.

use super::doctor::shipped;
use super::{everything, who};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tinhgon::store::{Finding, FindingCode, Severity, Workspace};

fn rescued(path: &Path) -> (PathBuf, Vec<Finding>) {
    let to = path.with_file_name("new.db");
    let before = std::fs::read(path).unwrap();
    let found = Workspace::rescue(path, &to, &who()).unwrap();
    assert_eq!(std::fs::read(path).unwrap(), before, "the original was touched");
    let names =
        std::fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| !name.contains("source")), "the copy is left behind");
    (to, found)
}

/// The new workspace is sound, whatever the old one was.
fn opened(to: &Path) -> Workspace {
    let workspace = Workspace::open(to).unwrap();
    let found = workspace.doctor().unwrap();
    assert_eq!(found[0].code, FindingCode::Sound, "{found:#?}");
    workspace
}

fn tampered(path: &Path, sql: &str) {
    let raw = Connection::open(path).unwrap();
    raw.execute_batch(sql).unwrap();
    raw.pragma_update(None, "wal_checkpoint", "TRUNCATE").unwrap();
}

fn has(found: &[Finding], code: FindingCode, key: &[&str]) -> bool {
    found.iter().any(|f| f.code == code && f.key == key)
}

#[test]
fn a_sound_workspace_is_saved_whole_with_its_journal() {
    let (_folder, path) = shipped();
    let before = everything(&Workspace::open(&path).unwrap());
    let (to, found) = rescued(&path);
    let saved = opened(&to);
    assert_eq!(everything(&saved), before);
    assert_eq!(saved.history(&Default::default()).unwrap().len(), 5);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn rows_behind_a_sound_journal_are_taken_from_it() {
    let (_folder, path) = shipped();
    let before = everything(&Workspace::open(&path).unwrap());
    tampered(
        &path,
        "DROP TRIGGER journal_activity_update; DROP TRIGGER journal_measure_delete; DROP TRIGGER journal_measure_status_delete;
         DROP TRIGGER journal_holiday_insert; UPDATE activity SET minutes = '1' WHERE regulation = '1.004222' AND id = 'a1';
         DELETE FROM measure_status WHERE measure = '1.004222-m1'; DELETE FROM measure WHERE code = '1.004222-m1';
         INSERT INTO holiday VALUES ('2026-12-24', 'x', 'official', 0)",
    );
    let (to, found) = rescued(&path);
    assert!(has(&found, FindingCode::RescueJournal, &["1.004222", "a1"]), "{found:#?}");
    assert!(has(&found, FindingCode::RescueJournal, &["1.004222-m1"]));
    assert!(has(&found, FindingCode::RescueStored, &["2026-12-24"]));
    let mut saved = everything(&opened(&to));
    assert_eq!(saved.holidays.len(), before.holidays.len() + 1);
    saved.holidays = before.holidays.clone();
    assert_eq!(saved, before);
}

#[test]
fn a_damaged_journal_gives_way_to_the_rows() {
    let (_folder, path) = shipped();
    tampered(
        &path,
        "DROP TRIGGER journal_activity_update; UPDATE activity SET minutes = '5' WHERE regulation = '1.004222' AND id = 'a1';
         UPDATE change SET author = 'Khác' WHERE id = 3",
    );
    let (to, found) = rescued(&path);
    let lost = found.iter().find(|f| f.code == FindingCode::RescueHistory).unwrap();
    assert_eq!((lost.change, lost.count, lost.severity), (Some(3), Some(3), Severity::Problem));
    assert!(has(&found, FindingCode::RescueStored, &["1.004222", "a1"]));
    let saved = opened(&to);
    assert_eq!(saved.sheet("1.004222").unwrap()[0].minutes, tinhgon::model::Fraction::whole(5));
    // Two changes are kept, and the third is the rescue.
    assert_eq!(saved.history(&Default::default()).unwrap().len(), 3);
}

#[test]
fn damaged_pages_are_read_around() {
    // Every page of the table of sheets is overwritten, one after the other: what is in it comes from the journal.
    let (_folder, path) = shipped();
    let before = everything(&Workspace::open(&path).unwrap());
    let raw = Connection::open(&path).unwrap();
    let root: usize = raw
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'activity'", [], |row| row.get::<_, i64>(0))
        .unwrap()
        .try_into()
        .unwrap();
    let size: usize =
        raw.pragma_query_value(None, "page_size", |row| row.get::<_, i64>(0)).unwrap().try_into().unwrap();
    drop(raw);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[(root - 1) * size..root * size].fill(0x5a);
    std::fs::write(&path, bytes).unwrap();
    let (to, found) = rescued(&path);
    assert!(found.iter().any(|f| f.code == FindingCode::Unreadable && f.table.as_deref() == Some("activity")));
    assert!(found.iter().all(|f| f.code != FindingCode::RescueLost), "{found:#?}");
    assert_eq!(everything(&opened(&to)), before);
}

#[test]
fn nothing_is_written_over_a_file_that_is_there() {
    let (_folder, path) = shipped();
    let there = path.with_file_name("there.db");
    std::fs::write(&there, "x").unwrap();
    assert!(Workspace::rescue(&path, &there, &who()).is_err());
    assert_eq!(std::fs::read(&there).unwrap(), b"x");
}
