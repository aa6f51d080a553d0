//! What is changed behind the program's back is named, whatever it is, and without its triggers nothing is written.

use super::who;
use jiff::civil::date;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;
use tinhgon::model::Programme;
use tinhgon::store::{Finding, FindingCode, Severity, Workspace};
use tinhgon::words::FaultKind;

/// A workspace with the shipped catalogue and a frozen baseline, in a folder of its own.
pub fn shipped() -> (TempDir, PathBuf) {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("made.db"), folder.path().join("copy.db"));
        let mut workspace = Workspace::create(&path).unwrap();
        let mut batch = tinhgon::exchange::catalog::shipped().unwrap();
        // Its procedures are those of people: of programmes of business nothing would be frozen.
        batch.programmes.iter_mut().for_each(|programme| programme.scope = Default::default());
        workspace.change(&who(), |w| w.put_batch(&batch)).unwrap();
        let programme = workspace.all::<Programme>().unwrap().remove(0).code;
        let baseline = workspace.baseline_on(&programme, date(2026, 1, 1)).unwrap().baseline;
        workspace.change(&who(), |w| w.freeze_baseline(&baseline)).unwrap();
        // A row that was written whole and then changed, and one that was changed and taken back.
        let sheet = |minutes: i64, w: &Workspace| {
            let mut sheet = w.sheet("1.004222").unwrap();
            sheet[0].minutes = tinhgon::model::Fraction::whole(minutes);
            sheet
        };
        for minutes in [77, 78] {
            let sheet = sheet(minutes, &workspace);
            workspace.change(&who(), |w| w.put_sheet("1.004222", &sheet)).unwrap();
        }
        workspace.undo(&who(), None).unwrap();
        workspace.backup(&copy).unwrap();
        std::fs::read(copy).unwrap()
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn examined(path: &Path) -> Vec<Finding> {
    Workspace::open(path).unwrap().doctor().unwrap()
}

fn problems(path: &Path) -> Vec<Finding> {
    examined(path).into_iter().filter(|f| f.severity == Severity::Problem).collect()
}

/// What the doctor finds after this was done to the file with another program.
fn after(sql: &str) -> Vec<Finding> {
    let (_folder, path) = shipped();
    Connection::open(&path).unwrap().execute_batch(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
    problems(&path)
}

#[track_caller]
fn named(found: &[Finding], code: FindingCode, table: &str, key: &[&str]) -> Finding {
    let fits = |f: &&Finding| f.code == code && f.table.as_deref().unwrap_or_default() == table && f.key == key;
    found.iter().find(fits).unwrap_or_else(|| panic!("{code} {table} {key:?} is not in {found:#?}")).clone()
}

#[test]
fn a_sound_workspace_is_called_sound() {
    let (_folder, path) = shipped();
    let found = examined(&path);
    assert_eq!(found[0].code, FindingCode::Sound, "{found:#?}");
    assert_eq!(found[0].count, Some(5));
    assert!(found.iter().all(|f| f.severity != Severity::Problem));
}

#[test]
fn a_changed_cell_is_named_with_what_the_journal_says() {
    let found = after(
        "DROP TRIGGER journal_activity_update; UPDATE activity SET minutes = '1' WHERE regulation = '1.004222' AND id = 'a1'",
    );
    let cell = named(&found, FindingCode::RowDiffers, "activity", &["1.004222", "a1"]);
    assert_eq!(cell.field.as_deref(), Some("minutes"));
    // 77 was put, then 78, and that was taken back by the fifth change.
    assert_eq!((cell.stored, cell.expected, cell.change), (Some("1".into()), Some("77".into()), Some(5)));
    assert_eq!(cell.said.vi, "dòng bảng tính 1.004222 / a1: phút là “1”, nhật ký ghi “77” (thay đổi 5)");
    assert_eq!(cell.said.en, "row of the sheet 1.004222 / a1: minutes is “1”, the journal says “77” (change 5)");
    assert!(found.iter().all(|f| f.code != FindingCode::Sound));
}

#[test]
fn a_changed_name_is_named_in_the_row_and_in_the_index() {
    let found =
        after("DROP TRIGGER journal_regulation_update; UPDATE regulation SET name = 'x' WHERE code = '1.001193'");
    named(&found, FindingCode::RowDiffers, "regulation", &["1.001193"]);
    let text = found.iter().find(|f| f.code == FindingCode::SearchText).unwrap();
    assert_eq!((text.name.as_deref(), text.key.as_slice()), (Some("procedure"), ["1.001193".to_owned()].as_slice()));
}

#[test]
fn a_changed_baseline_is_named() {
    let found = after(
        "DROP TRIGGER journal_frozen_activity_update; UPDATE frozen_activity SET minutes = '1234' WHERE id = 'a1' AND regulation = '1.004222'",
    );
    assert!(found.iter().any(|f| f.code == FindingCode::RowDiffers && f.table.as_deref() == Some("frozen_activity")));
    let found = after("DROP TRIGGER journal_baseline_update; UPDATE baseline SET frozen_on = '2020-01-01'");
    assert!(found.iter().any(|f| f.code == FindingCode::RowDiffers && f.table.as_deref() == Some("baseline")));
}

#[test]
fn rows_taken_out_and_put_in_are_named() {
    let found = after(
        "DROP TRIGGER journal_measure_delete; DROP TRIGGER journal_measure_status_delete;
         DELETE FROM measure_status WHERE measure = '1.004222-m1'; DELETE FROM measure WHERE code = '1.004222-m1'",
    );
    named(&found, FindingCode::RowGone, "measure", &["1.004222-m1"]);
    let found =
        after("DROP TRIGGER journal_holiday_insert; INSERT INTO holiday VALUES ('2026-12-24', 'x', 'official', 0)");
    named(&found, FindingCode::RowUnknown, "holiday", &["2026-12-24"]);
}

#[test]
fn a_changed_parameter_is_named() {
    let found = after(
        "DROP TRIGGER journal_parameter_update; UPDATE parameter SET value = value || '0' WHERE id = 'hours.day'",
    );
    assert!(found.iter().any(|f| f.table.as_deref() == Some("parameter") && f.key[0] == "hours.day"), "{found:#?}");
}

#[test]
fn what_was_done_to_the_schema_is_named() {
    let of = |sql: &str, code: FindingCode, name: &str| {
        let found = after(sql);
        let fits = |f: &Finding| f.code == code && f.name.as_deref() == Some(name);
        assert!(found.iter().any(fits), "{sql}: {found:#?}");
    };
    of("DROP TRIGGER journal_holiday_delete", FindingCode::SchemaMissing, "journal_holiday_delete");
    of("DROP INDEX op_subject", FindingCode::SchemaMissing, "op_subject");
    of(
        "DROP TRIGGER journal_holiday_delete;
         CREATE TRIGGER journal_holiday_delete AFTER DELETE ON holiday BEGIN SELECT 1; END",
        FindingCode::SchemaChanged,
        "journal_holiday_delete",
    );
    of("ALTER TABLE holiday ADD COLUMN x TEXT", FindingCode::SchemaChanged, "holiday");
    of("CREATE TRIGGER other AFTER INSERT ON op BEGIN DELETE FROM op; END", FindingCode::SchemaExtra, "other");
    // A table of somebody else is told, and harms nothing.
    let (_folder, path) = shipped();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE mine (x)").unwrap();
    let found = examined(&path);
    assert!(found.iter().any(|f| f.code == FindingCode::SchemaExtra && f.severity == Severity::Warning));
    assert_eq!(found[0].code, FindingCode::Sound);
}

#[test]
fn a_journal_that_was_tampered_with_is_named() {
    for sql in [
        "UPDATE op SET after = replace(after, 'a', 'b') WHERE seq = 5",
        "DELETE FROM op WHERE seq = 7",
        "UPDATE change SET author = 'Khác' WHERE id = 1",
    ] {
        let found = after(sql);
        assert_eq!(found.iter().find(|f| f.code == FindingCode::BrokenChain).unwrap().change, Some(1), "{sql}");
    }
    // The last changes cut off: every hash that is left fits, but the rows are ahead of the journal.
    let found = after("PRAGMA foreign_keys = OFF; DELETE FROM op WHERE change >= 3; DELETE FROM change WHERE id >= 3");
    let cell = named(&found, FindingCode::RowDiffers, "activity", &["1.004222", "a1"]);
    assert_eq!((cell.stored, cell.change), (Some("77".into()), Some(1)));
}

#[test]
fn the_search_index_is_compared_entry_by_entry_and_word_by_word() {
    let has = |found: &[Finding], code: FindingCode, key: &str| found.iter().any(|f| f.code == code && f.key == [key]);
    let found = after("DELETE FROM search_entry WHERE kind = 'agency' AND key = 'BTP'");
    assert!(has(&found, FindingCode::SearchMissing, "BTP"), "{found:#?}");
    let found = after("INSERT INTO search_entry (kind, key) VALUES ('agency', 'NOWHERE')");
    assert!(has(&found, FindingCode::SearchExtra, "NOWHERE"), "{found:#?}");
    let found = after(
        "DELETE FROM search_index WHERE rowid = (SELECT number FROM search_entry WHERE kind = 'agency' AND key = 'BTP')",
    );
    assert!(has(&found, FindingCode::SearchMissing, "BTP"), "{found:#?}");
    let found = after(
        "INSERT OR REPLACE INTO search_index (rowid, title, body)
         VALUES ((SELECT number FROM search_entry WHERE kind = 'agency' AND key = 'BTP'), 'quite another', '')",
    );
    assert!(has(&found, FindingCode::SearchText, "BTP"), "{found:#?}");
}

#[test]
fn many_findings_of_a_kind_are_counted() {
    let found = after("DROP TRIGGER journal_activity_update; UPDATE activity SET minutes = '1234'");
    let rows = found.iter().filter(|f| f.code == FindingCode::RowDiffers).count();
    let more = found.iter().find(|f| f.code == FindingCode::More).unwrap();
    let (_folder, path) = shipped();
    let all: i64 =
        Connection::open(&path).unwrap().query_row("SELECT count(*) FROM activity", [], |row| row.get(0)).unwrap();
    assert_eq!(i64::try_from(rows + more.count.unwrap()).unwrap(), all);
}

#[test]
fn what_cannot_be_read_is_a_finding_and_the_rest_is_examined() {
    let found = after(
        "DROP TRIGGER journal_activity_update; DROP TABLE indicator; UPDATE activity SET minutes = '1' WHERE regulation = '1.004222' AND id = 'a1'",
    );
    assert!(found.iter().any(|f| f.code == FindingCode::SchemaMissing && f.name.as_deref() == Some("indicator")));
    named(&found, FindingCode::RowDiffers, "activity", &["1.004222", "a1"]);
}

#[test]
fn without_its_triggers_nothing_is_written_and_all_is_read() {
    let (_folder, path) = shipped();
    Connection::open(&path).unwrap().execute_batch("DROP TRIGGER journal_activity_update").unwrap();
    let mut workspace = Workspace::open(&path).unwrap();
    assert!(!workspace.is_watched());
    let sheet = workspace.sheet("1.004222").unwrap();
    let refused = workspace.change(&who(), |w| w.put_sheet("1.004222", &sheet[1..])).unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Database);
    assert!(refused.hint_text(tinhgon::text::Lang::En).unwrap().contains("doctor --rescue"));
    assert_eq!(workspace.undo(&who(), None).unwrap_err().kind(), FaultKind::Database);
    assert_eq!(workspace.sheet("1.004222").unwrap(), sheet);
}

#[test]
fn triggers_taken_while_the_program_runs_are_missed_at_the_next_change() {
    let (_folder, path) = shipped();
    let mut workspace = Workspace::open(&path).unwrap();
    assert!(workspace.is_watched());
    let sheet = workspace.sheet("1.004222").unwrap();
    Connection::open(&path).unwrap().execute_batch("DROP TRIGGER journal_activity_delete").unwrap();
    let refused = workspace.change(&who(), |w| w.put_sheet("1.004222", &sheet[1..])).unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Database);
    assert_eq!(workspace.sheet("1.004222").unwrap(), sheet);
}

#[test]
fn every_table_and_column_has_a_word() {
    use tinhgon::model::nouns;
    let (_folder, path) = shipped();
    let conn = Connection::open(path).unwrap();
    let sql = "SELECT m.name, c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
         WHERE EXISTS (SELECT 1 FROM sqlite_schema AS t WHERE t.name = 'journal_' || m.name || '_insert')";
    let mut statement = conn.prepare(sql).unwrap();
    let columns = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let columns: Vec<(String, String)> = columns.map(Result::unwrap).collect();
    assert!(columns.len() > 100, "{}", columns.len());
    for (table, column) in columns {
        let described = nouns::table(&table).unwrap_or_else(|| panic!("{table} is not described"));
        assert!(described.field(&column).is_some(), "{table}.{column} is not described");
    }
}
