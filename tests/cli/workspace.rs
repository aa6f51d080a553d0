//! `init`, no command, `--db`, backups, the health of the workspace.

use super::home::Home;
use tinhgon::store::{ChangeMeta, Workspace};

#[test]
fn without_a_command_and_terminal_the_overview_is_printed() {
    let home = Home::bare();
    let ran = home.run(&[]).ok().says("nq66-2026").says("cắt giảm chi phí tuân thủ").tells("tinhgon --help");
    assert!(ran.err.contains("đã tạo tệp dữ liệu"), "the first start creates the workspace: {}", ran.err);
    assert!(home.database().exists());
    let again = home.run(&[]).ok();
    assert_eq!(again.out, ran.out);
    assert!(!again.err.contains("đã tạo"), "{}", again.err);
}

#[test]
fn init_creates_once_and_never_over_a_file() {
    let home = Home::bare();
    home.run(&["init"]).ok();
    let before = home.everything();
    assert!(before.contains("1.001193"));
    home.run(&["init", "--empty"]).refused(4, "đã có tệp tại đây");
    home.run(&["init"]).ok().tells("không có gì phải bổ sung");
    assert_eq!(home.everything(), before);
    home.write("plain.txt", &"chỉ là chữ\n".repeat(300));
    home.run(&["--db", "plain.txt", "init"]).refused(4, "plain.txt");
    assert_eq!(home.text("plain.txt"), "chỉ là chữ\n".repeat(300));
}

/// Takes away what came after the first version.
const LATER: &str = "
    DROP TABLE order_answer; DROP TABLE heard; DROP TABLE exchanged_name; DROP TABLE exchanged_row; DROP TABLE exchanged; DROP TABLE replica;
    DROP TRIGGER journal_agency_insert; DROP TRIGGER journal_agency_update; DROP TRIGGER journal_agency_delete; ALTER TABLE agency DROP COLUMN successors;
    DROP TRIGGER bounds_channel_insert; DROP TRIGGER bounds_channel_update; DROP TRIGGER journal_channel_insert;
    DROP TRIGGER journal_channel_update; DROP TRIGGER journal_channel_delete; ALTER TABLE channel DROP COLUMN limit_cases;
    DROP TABLE observation; DROP TABLE review_answer; DROP TABLE checklist;
    DROP TABLE population;
    CREATE TABLE activity_1 (regulation TEXT NOT NULL REFERENCES regulation (code), id TEXT NOT NULL, position INTEGER NOT NULL, \"group\" TEXT NOT NULL,
      name TEXT NOT NULL, how TEXT NOT NULL, component TEXT, tariff TEXT NOT NULL, minutes TEXT NOT NULL, outsourcing INTEGER NOT NULL,
      charges INTEGER NOT NULL, staff TEXT NOT NULL, times TEXT NOT NULL, population INTEGER NOT NULL,
      provenance TEXT NOT NULL CHECK (json_valid(provenance)), source TEXT NOT NULL, PRIMARY KEY (regulation, id)) STRICT, WITHOUT ROWID;
    INSERT INTO activity_1 SELECT regulation, id, position, \"group\", name, how, component, tariff, minutes, outsourcing, charges, staff, times,
      population, provenance, source FROM activity;
    DROP TABLE activity; ALTER TABLE activity_1 RENAME TO activity;
    CREATE TABLE frozen_activity_1 (programme TEXT NOT NULL, regulation TEXT NOT NULL, id TEXT NOT NULL, \"group\" TEXT NOT NULL, component TEXT,
      minutes TEXT NOT NULL, hourly TEXT NOT NULL, outsourcing INTEGER NOT NULL, charges INTEGER NOT NULL, times TEXT NOT NULL,
      population INTEGER NOT NULL, PRIMARY KEY (programme, regulation, id),
      FOREIGN KEY (programme, regulation) REFERENCES frozen_regulation (programme, code)) STRICT, WITHOUT ROWID;
    INSERT INTO frozen_activity_1 SELECT programme, regulation, id, \"group\", component, minutes, hourly, outsourcing, charges, times, population
      FROM frozen_activity;
    DROP TABLE frozen_activity; ALTER TABLE frozen_activity_1 RENAME TO frozen_activity;
    DROP TRIGGER bounds_programme_insert; DROP TRIGGER bounds_programme_update; DROP TRIGGER bounds_regulation_insert;
    DROP TRIGGER bounds_regulation_update; DROP TRIGGER journal_programme_insert; DROP TRIGGER journal_programme_update;
    DROP TRIGGER journal_programme_delete; DROP TRIGGER journal_regulation_insert; DROP TRIGGER journal_regulation_update;
    DROP TRIGGER journal_regulation_delete; ALTER TABLE regulation DROP COLUMN concerns; ALTER TABLE programme DROP COLUMN counting; ALTER TABLE programme DROP COLUMN scope;
    ALTER TABLE programme DROP COLUMN published;
    DROP TRIGGER bounds_measure_status_insert; DROP TRIGGER bounds_measure_status_update; DROP TRIGGER bounds_holiday_insert;
    DROP TRIGGER bounds_holiday_update; DROP TRIGGER journal_measure_status_insert; DROP TRIGGER journal_measure_status_update;
    DROP TRIGGER journal_measure_status_delete; DROP TRIGGER journal_holiday_insert; DROP TRIGGER journal_holiday_update;
    DROP TRIGGER journal_holiday_delete;
    ALTER TABLE measure_status DROP COLUMN until; ALTER TABLE holiday DROP COLUMN worked;
    DROP TABLE kept;
    DROP TRIGGER bounds_measure_kind_insert; DROP TRIGGER bounds_measure_kind_update; DROP TRIGGER bounds_measure_insert;
    DROP TRIGGER bounds_measure_update; DROP TRIGGER bounds_linked_service_insert; DROP TRIGGER bounds_linked_service_update;
    DROP TABLE seal; DROP INDEX change_undoes;
    DROP TRIGGER journal_measure_kind_insert; DROP TRIGGER journal_measure_kind_update; DROP TRIGGER journal_measure_kind_delete;
    DROP TRIGGER journal_measure_insert; DROP TRIGGER journal_measure_update; DROP TRIGGER journal_measure_delete;
    DROP TRIGGER journal_linked_service_insert; DROP TRIGGER journal_linked_service_update;
    DROP TRIGGER journal_linked_service_delete;
    ALTER TABLE measure_kind DROP COLUMN level; ALTER TABLE measure_kind DROP COLUMN weight;
    ALTER TABLE measure DROP COLUMN level; ALTER TABLE measure DROP COLUMN weight;
    ALTER TABLE linked_service DROP COLUMN limits; ALTER TABLE linked_service DROP COLUMN shared; ALTER TABLE linked_service DROP COLUMN uptake;
    DROP TABLE indicator; DROP TABLE campaign; DROP TABLE assignment; DROP TABLE directive; DROP TABLE state_data;
    DROP TABLE uncertainty; DROP TABLE scenario; DROP TABLE instrument_level;
    DROP TABLE instrument_version; DROP INDEX basis_number; DROP INDEX measure_instrument; PRAGMA user_version = 1;";

#[test]
fn a_file_that_is_not_as_its_version_says_is_told_without_its_statements() {
    let home = Home::new();
    for version in [1, 2] {
        let conn = rusqlite::Connection::open(home.database()).unwrap();
        conn.pragma_update(None, "user_version", version).unwrap();
        drop(conn);
        for args in [&["doctor"][..], &["list", "agency"], &["--lang", "en", "-v", "list", "agency"]] {
            let ran = home.run(args).ended(4).tells("doctor --rescue");
            assert!(!ran.err.contains("CREATE") && !ran.err.contains("ALTER"), "{}", ran.err);
            assert!(ran.err.lines().count() < 6, "{}", ran.err);
        }
        home.run(&["doctor"]).refused(4, "cấu trúc của tệp");
    }
}

/// The nouns of a kind, by their codes.
fn codes(home: &Home, kind: &str, key: &str) -> Vec<String> {
    let listed = home.json(&["list", kind]);
    listed["rows"].as_array().unwrap().iter().map(|row| row[key].as_str().unwrap().to_owned()).collect()
}

#[test]
fn init_fills_a_workspace_of_an_earlier_version_and_changes_nothing_in_it() {
    let home = Home::new();
    let shipped = home.everything();
    // A file as the first version made it: what came later is taken away again.
    rusqlite::Connection::open(home.database()).unwrap().execute_batch(LATER).unwrap();
    home.run(&["list", "agency"]).ok().tells("đã nâng cấp tệp dữ liệu").tells("tinhgon init");
    let again = home.run(&["list", "agency"]).ok();
    assert!(!again.err.contains("tinhgon init"), "it is said once: {}", again.err);
    assert_eq!(codes(&home, "state-data", "code"), Vec::<String>::new());

    // Work of the analyst: a measure of the catalogue is removed, a kind has a name of one's own, a figure is corrected.
    home.run(&["measure", "remove", "1.004222-m1"]).ok();
    home.run(&["export", "measure-kind", "-o", "kinds.toml"]).ok();
    let own = home.text("kinds.toml").replace("\"Bãi bỏ\"", "\"Bãi bỏ hẳn\"");
    home.write("kinds.toml", &own);
    home.run(&["import", "kinds.toml"]).ok();
    home.run(&["cost", "set", "1.004222", "a1", "minutes=31"]).ok();

    let filled = home.run(&["init", "--format", "json"]).ok().json();
    let rows = filled["rows"].as_array().unwrap();
    let of = |kind: &str| {
        rows.iter().find(|row| row["kind"] == kind).map(|row| (row["added"].clone(), row["filled"].clone()))
    };
    assert_eq!(of("directive"), Some((21.into(), 0.into())));
    assert_eq!(of("linked-service"), Some((0.into(), 2.into())));
    assert!(of("measure-kind").is_some_and(|(added, filled)| added == 0 && filled != 0));
    assert_eq!((of("measure"), of("sheet"), of("regulation")), (None, None, None));
    for (kind, key) in [("state-data", "code"), ("assignment", "code"), ("indicator", "code")] {
        assert_ne!(codes(&home, kind, key), Vec::<String>::new(), "{kind}");
    }
    assert!(!codes(&home, "measure", "code").contains(&"1.004222-m1".to_owned()), "what was removed stays removed");
    let now = home.everything();
    assert!(now.contains("Bãi bỏ hẳn") && now.contains("minutes = \"31\""));
    home.run(&["init"]).ok().tells("không có gì phải bổ sung");
    // One step back, and the same again.
    home.run(&["undo"]).ok();
    assert_eq!(codes(&home, "state-data", "code"), Vec::<String>::new());
    home.run(&["init"]).ok();
    assert_eq!(home.everything(), now);
    // But for the work of the analyst it is the shipped catalogue.
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let strange: Vec<String> = lines(&now).difference(&lines(&shipped)).cloned().collect();
    assert!(strange.iter().all(|line| line.contains("Bãi bỏ hẳn") || line.contains("31")), "{strange:?}");
}

#[test]
fn the_files_of_the_catalogue_are_imported_as_their_heads_say() {
    let home = Home::empty();
    let mut files: Vec<String> = Vec::new();
    for folder in ["catalog", "catalog/checks", "catalog/linked-services", "catalog/directives"] {
        let entries = std::fs::read_dir(super::home::package(folder)).unwrap().map(|entry| entry.unwrap().path());
        let says = |path: &std::path::PathBuf| {
            path.extension().is_some_and(|ending| ending == "toml")
                && std::fs::read_to_string(path).unwrap().contains("tinhgon import")
        };
        let mut found: Vec<_> = entries.filter(says).map(|path| path.to_str().unwrap().to_owned()).collect();
        found.sort();
        files.extend(found);
    }
    assert!(files.len() >= 11, "{files:?}");
    // Examples rest on all the others.
    files.sort_by_key(|path| path.ends_with("examples.toml"));
    let import = |files: &[String]| {
        let args: Vec<&str> = ["import"].into_iter().chain(files.iter().map(String::as_str)).collect();
        home.run(&args).ok()
    };
    import(&files);
    let whole = home.everything();
    home.run(&["init"]).ok().tells("không có gì phải bổ sung");
    import(&files);
    assert_eq!(home.everything(), whole);
}

#[test]
fn an_empty_workspace_has_no_nouns() {
    let home = Home::bare();
    home.run(&["--db", "sub/folder/mine.db", "init", "--empty"]).ok();
    assert!(home.path("sub/folder/mine.db").exists() && !home.database().exists());
    for kind in ["agency", "regulation", "measure", "programme", "parameter"] {
        let listed = home.json(&["--db", "sub/folder/mine.db", "list", kind]);
        assert_eq!(listed["rows"].as_array().unwrap().len(), 0, "{kind}");
    }
    assert_eq!(home.run(&["--db", "sub/folder/mine.db", "export", "all"]).ok().out.trim(), "");
}

#[test]
fn an_empty_workspace_can_be_worked_with() {
    let home = Home::empty();
    for question in [
        &[][..],
        &["progress"],
        &["cost", "total"],
        &["measure", "list"],
        &["cost", "check"],
        &["report", "proposal"],
        &["report", "progress"],
        &["report", "cost"],
        &["report", "ranking"],
        &["history"],
        &["doctor"],
        &["check"],
    ] {
        home.run(question).ok();
    }
}

#[test]
fn the_workspace_is_named_by_argument_then_environment() {
    let home = Home::bare();
    home.run(&["--db", "a.db", "init", "--empty"]).ok();
    home.run(&["--db", "b.db", "init"]).ok();
    let with = |args: &[&str]| home.run_with(("TINHGON_DB", "b.db"), args).ok().json();
    assert_ne!(with(&["list", "agency", "--format", "json"])["rows"].as_array().unwrap().len(), 0);
    assert_eq!(with(&["--db", "a.db", "list", "agency", "--format", "json"])["rows"].as_array().unwrap().len(), 0);
    assert!(!home.database().exists());
}

#[test]
fn a_workspace_that_is_named_but_missing_or_no_workspace_is_refused() {
    let home = Home::bare();
    home.run(&["--db", "nowhere.db", "list", "agency"]).refused(4, "nowhere.db").tells("init");
    assert!(!home.path("nowhere.db").exists());
    home.write("plain.txt", &"chỉ là chữ\n".repeat(300));
    home.run(&["--db", "plain.txt", "list", "agency"]).refused(4, "plain.txt");
    home.run(&["--db", "plain.txt", "cost", "set", "x", "a1", "minutes=1"]).refused(4, "plain.txt");
    assert_eq!(home.text("plain.txt"), "chỉ là chữ\n".repeat(300), "a file of others is left alone");
}

#[test]
fn a_backup_is_restored_and_what_was_there_is_kept_beside_it() {
    let home = Home::new();
    let before = home.everything();
    home.run(&["backup", "copy.db"]).ok().tells("copy.db");
    home.run(&["cost", "set", "1.001193", "a1", "minutes=99"]).ok();
    let changed = home.everything();
    assert_ne!(changed, before);
    home.run(&["backup", "copy.db"]).refused(4, "copy.db");
    home.run(&["restore", "copy.db"]).ok().tells("before-restore");
    assert_eq!(home.everything(), before);
    let kept = home.path("data/tinhgon/tinhgon.db.before-restore-1");
    assert_eq!(home.run(&["--db", kept.to_str().unwrap(), "export", "all"]).ok().out, changed);
}

#[test]
fn a_bad_backup_is_refused_and_nothing_changes() {
    let home = Home::new();
    let before = home.everything();
    home.write("no.db", "không phải sổ");
    home.run(&["restore", "no.db"]).refused(4, "no.db");
    home.run(&["restore", "missing.db"]).ended(4);
    assert_eq!(home.everything(), before);
}

#[test]
fn the_doctor_finds_a_sound_workspace_sound() {
    let home = Home::new();
    home.run(&["doctor"]).ok().says("tệp dữ liệu toàn vẹn");
    for finding in home.rows(&["doctor"]) {
        assert!(["note", "warning"].contains(&finding["severity"].as_str().unwrap()), "{finding}");
    }
}

#[test]
fn the_doctor_finds_a_damaged_workspace_damaged() {
    let home = Home::new();
    let mut bytes = std::fs::read(home.database()).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0x5A);
    std::fs::write(home.database(), bytes).unwrap();
    let ran = home.run(&["doctor"]);
    assert!(matches!(ran.code, 1 | 4), "{ran:?}");
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn init_renews_what_nobody_worked_on_and_keeps_every_correction() {
    let home = Home::bare();
    let mut batch = tinhgon::exchange::catalog::shipped().unwrap();
    // As an earlier catalogue brought them.
    batch.directives[0].name = "Tên cũ".to_owned();
    batch.indicators[0].name = "Tên cũ".to_owned();
    batch.programmes[0].name = "Tên cũ".to_owned();
    let (directive, indicator) = (batch.directives[0].code.clone(), batch.indicators[0].code.clone());
    let who = tinhgon::store::ChangeMeta {
        author: "tinhgon".into(),
        device: String::new(),
        command: "init".into(),
        note: String::new(),
        at: jiff::Timestamp::UNIX_EPOCH,
    };
    std::fs::create_dir_all(home.database().parent().unwrap()).unwrap();
    let mut made = tinhgon::store::Workspace::create(&home.database()).unwrap();
    made.change(&who, |writer| writer.put_batch(&batch)).unwrap();
    drop(made);
    home.run(&["export", "indicator", "-o", "i.toml"]).ok();
    home.write("i.toml", &home.text("i.toml").replace("Tên cũ", "Tên của chuyên viên"));
    home.run(&["import", "i.toml"]).ok();
    let name = |kind: &str, code: &str| home.json(&["show", kind, code])["name"].as_str().unwrap().to_owned();
    home.run(&["init"]).ok();
    assert_ne!(name("directive", &directive), "Tên cũ");
    assert_eq!(name("indicator", &indicator), "Tên của chuyên viên");
    assert_eq!(name("programme", "nq68-2020"), "Tên cũ", "programmes stay as they were set");
    home.run(&["init"]).ok().tells("không có gì phải bổ sung");
    // A published number comes once its procedure is there; what somebody said before stays.
    for (code, name) in [("1.004884", "Đăng ký lại khai sinh"), ("1.000894", "Đăng ký kết hôn")] {
        home.run(&["new", "procedure", &format!("code={code}"), &format!("name={name}"), "agency=BTP"]).ok();
    }
    home.run(&["cost", "population", "1.000894", "600.000", "--source", "đơn vị"]).ok();
    home.run(&["init"]).ok();
    let rows = home.rows(&["list", "population"]);
    let count = |code: &str| rows.iter().find(|row| row["regulation"] == code).map(|row| row["count"].clone());
    assert_eq!((count("1.004884"), count("1.000894")), (Some(434_902.into()), Some(600_000.into())));
    assert_eq!((count("1.001193"), count("2.000806")), (Some(1_400_000.into()), None));
}

fn who() -> ChangeMeta {
    ChangeMeta {
        author: "lan".into(),
        device: String::new(),
        command: "test".into(),
        note: String::new(),
        at: jiff::Timestamp::UNIX_EPOCH,
    }
}

/// How many locks this process has on a file, where the system tells.
///
/// The list of locks is handed out in parts, and the other tests of this process lock and unlock between two of them: a line may come twice, or be passed over.
/// So a lock counts once however often it is told, and the list is read more than once.
fn locks(path: &std::path::Path) -> Option<usize> {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::MetadataExt;
        let (process, file) = (std::process::id().to_string(), format!(":{}", std::fs::metadata(path).ok()?.ino()));
        let mut own = std::collections::BTreeSet::new();
        for _ in 0..5 {
            for line in std::fs::read_to_string("/proc/locks").ok()?.lines() {
                // The first word is the place in the list as it stood then.
                let words: Vec<String> = line.split_whitespace().skip(1).map(str::to_owned).collect();
                if words.contains(&process) && words.iter().any(|word| word.ends_with(&file)) {
                    own.insert(words);
                }
            }
        }
        Some(own.len())
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = path;
        None
    }
}

/// A second look at the file must not cost the first its place: what another program reads and closes would take the log away.
#[test]
fn what_is_written_while_other_programs_come_and_go_stays() {
    let home = Home::new();
    let mut open = Workspace::open(&home.database()).unwrap();
    // As something done beside the screen does.
    let before = locks(&home.database());
    drop(Workspace::open(&home.database()).unwrap());
    assert_eq!(locks(&home.database()), before);
    home.run(&["list", "agency"]).ok();
    let mut agency = open.all::<tinhgon::model::Agency>().unwrap().remove(0);
    agency.name = "Cơ quan đổi tên".to_owned();
    open.change(&who(), |w| w.put_agency(&agency)).unwrap();
    home.run(&["list", "agency"]).ok().says("Cơ quan đổi tên");
    drop(open);
    home.run(&["list", "agency"]).ok().says("Cơ quan đổi tên");
}

#[test]
fn nothing_is_written_to_a_file_whose_place_a_backup_took() {
    let home = Home::new();
    home.run(&["backup", "copy.db"]).ok();
    let mut open = Workspace::open(&home.database()).unwrap();
    let agency = open.all::<tinhgon::model::Agency>().unwrap().remove(0);
    assert!(!open.is_replaced());
    home.run(&["restore", "copy.db"]).ok();
    assert!(open.is_replaced());
    let fault = open.change(&who(), |w| w.put_agency(&agency)).unwrap_err();
    assert!(fault.message(tinhgon::text::Lang::En).contains("taken the place"), "{fault:?}");
    // Opened again, it is written to.
    Workspace::open(&home.database()).unwrap().change(&who(), |w| w.put_agency(&agency)).unwrap();
}
