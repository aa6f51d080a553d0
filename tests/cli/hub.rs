//! Many officers, one truth: three officers and a centre on a folder, offline, against each other, with copies, damage and stops in the middle.

use crate::home::{Home, Ran};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// An officer with a data file of their own.
pub struct Officer {
    pub home: Home,
    pub name: &'static str,
}

impl Officer {
    /// With the shipped catalogue, as everybody begins.
    pub fn new(name: &'static str) -> Self {
        Self { home: Home::new(), name }
    }

    fn joined(name: &'static str, folder: &Path) -> Self {
        let officer = Self::new(name);
        officer.run(&["hub", "join", "--to", &to(folder)]).ok();
        officer
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.home.run_with(("USER", self.name), args)
    }

    pub fn json(&self, args: &[&str]) -> Value {
        let mut args = args.to_vec();
        args.extend(["--format", "json"]);
        self.run(&args).ok().json()
    }

    pub fn sync(&self) -> Value {
        self.json(&["hub", "sync"])
    }

    pub fn replica(&self) -> String {
        self.json(&["hub", "status"])["replica"].as_str().unwrap().to_owned()
    }

    pub fn minutes(&self, regulation: &str, row: &str) -> String {
        let sheet = self.json(&["cost", "show", regulation]);
        let rows = sheet["rows"].as_array().unwrap();
        rows.iter().find(|r| r["id"] == row).unwrap_or_else(|| panic!("{row}: {sheet}"))["minutes"].to_string()
    }
}

fn to(folder: &Path) -> String {
    format!("folder:{}", folder.display())
}

fn folder(home: &Home) -> PathBuf {
    let folder = home.path("chung");
    std::fs::create_dir(&folder).unwrap();
    folder
}

/// All exchange until nobody has anything to send or receive, and have the same data.
#[track_caller]
pub fn settle(officers: &[&Officer]) {
    for _ in 0..2 {
        officers.iter().for_each(|officer| {
            officer.sync();
        });
    }
    let first = officers[0].home.everything();
    for officer in officers {
        let status = officer.json(&["hub", "status"]);
        assert_eq!((&status["to_send"], &status["to_receive"]), (&json!(0), &json!(0)), "{status}");
        assert!(officer.home.everything() == first, "{} has other data", officer.name);
        officer.run(&["doctor"]).ok();
    }
}

/// The files of changes of a replica.
fn files(folder: &Path, replica: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder.join(replica)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn three_officers_and_a_centre_come_to_the_same_data() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh, hoa, centre] = ["lan", "minh", "hoa", "trung-tam"].map(|name| Officer::joined(name, &folder));
    // Offline, each at something of their own.
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31", "--note", "đo lại"]).ok();
    minh.run(&["cost", "set", "1.001193", "a1", "population=900000"]).ok();
    hoa.run(&["measure", "add", "1.001193", "--kind", "abolish", "--title", "Bỏ hẳn thủ tục này"]).ok();
    settle(&[&lan, &minh, &hoa, &centre]);
    let row = centre.json(&["cost", "show", "1.001193"])["rows"][0].clone();
    assert_eq!((&row["minutes"], &row["population"]), (&json!(31), &json!(900_000)), "different fields merge: {row}");
    // Who made it, when and why stands in the journal of everybody.
    let history = centre.json(&["history", "1.001193"]);
    let of_lan = history["rows"].as_array().unwrap().iter().find(|r| r["note"] == "đo lại").unwrap().clone();
    assert_eq!((&of_lan["author"], &of_lan["command"]), (&json!("lan"), &json!("cost set")));
    // What was exchanged is taken back by a change of its own, which is exchanged in turn.
    lan.run(&["undo", "2"]).ok();
    settle(&[&lan, &minh, &hoa, &centre]);
    assert_eq!(centre.minutes("1.001193", "a1"), "30");
    // Nothing more to do: nothing is written.
    let quiet = centre.sync();
    assert_eq!((&quiet["sent"], &quiet["received"], &quiet["last_change"]), (&json!(0), &json!(0), &Value::Null));
}

#[test]
fn two_figures_for_one_cell_are_kept_shown_and_decided() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    lan.run(&["cost", "set", "1.004222", "a1", "minutes=20", "--note", "đo tại Hà Nội"]).ok();
    minh.run(&["cost", "set", "1.004222", "a1", "minutes=150", "--note", "đo tại Huế"]).ok();
    settle(&[&lan, &minh]);
    for officer in [&lan, &minh] {
        let rows = officer.json(&["hub", "conflicts"])["rows"].clone();
        let claims: Vec<(&Value, &Value, &Value)> =
            rows.as_array().unwrap().iter().map(|r| (&r["value"], &r["author"], &r["why"])).collect();
        let mut told: Vec<String> = claims.iter().map(|(v, a, w)| format!("{v} {a} {w}")).collect();
        told.sort();
        assert_eq!(told, [r#""150" "minh" "đo tại Huế""#, r#""20" "lan" "đo tại Hà Nội""#]);
        for row in rows.as_array().unwrap() {
            assert_eq!(
                (&row["table"], &row["key"], &row["field"], &row["before"]),
                (&json!("activity"), &json!("1.004222/a1"), &json!("minutes"), &json!("30"))
            );
        }
        // The rest of the sheet is the same under both, so that they differ by 130 ÷ 60 hours × 114 000 000 ÷ 2 112 đồng an hour × 2 400 000 people,
        // which is 280 681 818 181,8; each of them is rounded.
        let annual = |value: &str| {
            rows.as_array().unwrap().iter().find(|r| r["value"] == value).unwrap()["annual_cost_dong"].as_i64().unwrap()
        };
        assert!((280_681_818_181..=280_681_818_182).contains(&(annual("150") - annual("20"))));
        officer.run(&["cost", "show", "1.004222"]).ok().tells("đang có xung đột");
        let shown = officer.json(&["show", "procedure", "1.004222"]);
        assert_eq!(shown["in_conflict"], json!([{"table": "activity", "key": ["1.004222", "a1"]}]));
        officer.run(&["check"]).ended(1).says("xung đột");
    }
    let rows = lan.json(&["hub", "conflicts"])["rows"].clone();
    let take = rows.as_array().unwrap().iter().find(|r| r["value"] == "20").unwrap()["take"].to_string();
    lan.run(&["hub", "resolve", "activity", "1.004222/a1", "minutes", "--take", "9"]).refused(6, "hub conflicts");
    // As the table shows it.
    lan.run(&["hub", "resolve", "dòng bảng tính", "1.004222/a1", "phút", "--take", &take]).ok();
    settle(&[&lan, &minh]);
    assert_eq!(minh.minutes("1.004222", "a1"), "20");
    for officer in [&lan, &minh] {
        assert_eq!(officer.json(&["hub", "conflicts"])["rows"], json!([]));
        assert!(officer.json(&["show", "procedure", "1.004222"]).get("in_conflict").is_none());
    }
}

#[test]
fn two_measures_made_under_one_code_are_two_and_what_names_them_follows() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    // The catalogue has two on it, so that both get the third.
    for (officer, title) in [(&lan, "Phương án của Lan"), (&minh, "Phương án của Minh")] {
        officer.run(&["measure", "add", "1.001193", "--kind", "abolish", "--title", title]).ok();
        officer.run(&["scenario", "new", officer.name, "--name", title]).ok();
        officer.run(&["scenario", "edit", officer.name, "--add", "1.001193-m3"]).ok();
    }
    settle(&[&lan, &minh]);
    let title = |code: &str| lan.json(&["measure", "show", code])["title"].as_str().unwrap().to_owned();
    let mut titles = [title("1.001193-m3"), title("1.001193-m3b")];
    for (name, own) in [("lan", "Phương án của Lan"), ("minh", "Phương án của Minh")] {
        let measures = minh.json(&["scenario", "show", name])["measures"].clone();
        let code = measures[0].as_str().unwrap();
        assert_eq!(title(code), own, "the scenario of {name} holds the measure of {name}");
    }
    titles.sort();
    assert_eq!(titles, ["Phương án của Lan", "Phương án của Minh"]);
    // The next free code is the fourth, for both.
    let next = lan.json(&["measure", "add", "1.001193", "--kind", "abolish", "--title", "Thứ tư"]);
    assert_eq!(next["code"], "1.001193-m4", "{next}");
}

#[test]
fn an_edit_beats_a_deletion_until_somebody_decides() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    lan.run(&["measure", "remove", "1.004222-m1"]).ok();
    minh.run(&["measure", "edit", "1.004222-m1", "--person", "Minh"]).ok();
    settle(&[&lan, &minh]);
    assert_eq!(lan.json(&["measure", "show", "1.004222-m1"])["person"], "Minh");
    let rows = lan.json(&["hub", "conflicts"])["rows"].clone();
    let told: Vec<(&Value, &Value, &Value)> =
        rows.as_array().unwrap().iter().map(|r| (&r["table"], &r["author"], &r["value"])).collect();
    assert!(told.contains(&(&json!("measure"), &json!("lan"), &json!("false"))), "{rows}");
    assert!(told.contains(&(&json!("measure"), &json!("minh"), &json!("true"))), "{rows}");
    minh.run(&["hub", "resolve", "measure", "1.004222-m1", "--keep"]).ok();
    settle(&[&lan, &minh]);
    assert!(!lan.json(&["hub", "conflicts"])["rows"].to_string().contains("\"measure\""));
    assert_eq!(lan.json(&["measure", "show", "1.004222-m1"])["person"], "Minh");
    // A deletion that has seen all of it stands, by command and by undo of others alike.
    minh.run(&["measure", "remove", "1.004222-m1"]).ok();
    settle(&[&lan, &minh]);
    lan.run(&["measure", "show", "1.004222-m1"]).ended(6);
}

#[test]
fn a_stop_between_writing_and_renaming_loses_and_doubles_nothing() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    lan.sync();
    let own = files(&folder, &lan.replica());
    // As a stop would leave it: the last file is still aside, half of it written.
    let last = own.last().unwrap();
    let bytes = std::fs::read(last).unwrap();
    let aside = last.with_file_name(format!(".{}.part", last.file_name().unwrap().to_string_lossy()));
    std::fs::write(&aside, &bytes[..bytes.len() / 2]).unwrap();
    std::fs::remove_file(last).unwrap();
    minh.sync();
    assert_eq!(minh.minutes("1.001193", "a1"), "30");
    lan.sync();
    assert!(!aside.exists() && std::fs::read(last).unwrap() == bytes, "the same file, and nothing aside");
    settle(&[&lan, &minh]);
    assert_eq!(minh.minutes("1.001193", "a1"), "31");
}

#[test]
fn files_that_are_damaged_cut_foreign_or_renamed_are_named_and_the_rest_comes_in() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh, hoa] = ["lan", "minh", "hoa"].map(|name| Officer::joined(name, &folder));
    lan.sync();
    hoa.run(&["cost", "set", "1.001193", "a1", "minutes=32"]).ok();
    hoa.sync();
    lan.run(&["cost", "set", "1.004222", "a1", "minutes=33"]).ok();
    lan.run(&["hub", "push"]).ok();
    let own = files(&folder, &lan.replica());
    let last = own.last().unwrap();
    let whole = std::fs::read(last).unwrap();
    let refused = |reason: &str| {
        let ran = minh.run(&["hub", "pull", "--format", "json"]).ended(1);
        let refused = ran.json()["refused"].clone();
        assert!(refused.to_string().contains(reason), "{reason}: {refused}");
        let name = refused[0]["name"].as_str().unwrap().to_owned();
        assert!(name.contains(".tgc"), "{name}");
    };
    let mut altered = whole.clone();
    altered[200] ^= 1;
    for (bytes, reason) in
        [(&whole[..whole.len() - 1], "damaged"), (&altered[..], "damaged"), (b"PK a workbook", "foreign")]
    {
        std::fs::write(last, bytes).unwrap();
        refused(reason);
    }
    assert_eq!(minh.minutes("1.001193", "a1"), "32", "what Hoa handed over came in");
    assert_eq!(minh.minutes("1.004222", "a1"), "30");
    // A name that a synchronising service made up.
    std::fs::rename(last, last.with_file_name("000002-000002-xung-dot (1).tgc")).unwrap();
    refused("misnamed");
    std::fs::remove_file(last.with_file_name("000002-000002-xung-dot (1).tgc")).unwrap();
    // A file is missing: what follows waits.
    lan.run(&["cost", "set", "1.004222", "a1", "minutes=34"]).ok();
    std::fs::write(last, &whole).unwrap();
    lan.run(&["hub", "push"]).ok();
    std::fs::remove_file(last).unwrap();
    refused("gap");
    std::fs::write(last, &whole).unwrap();
    settle(&[&lan, &minh, &hoa]);
    assert_eq!(minh.minutes("1.004222", "a1"), "34");
}

#[test]
fn a_copy_that_goes_its_own_way_is_refused_named_and_joins_anew() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    settle(&[&lan, &minh]);
    // Lan's file is copied to another desk, and both go on.
    let copy = Officer::new("hoa");
    lan.run(&["backup", "copy.db"]).ok();
    std::fs::copy(lan.home.path("copy.db"), copy.home.database()).unwrap();
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    copy.run(&["cost", "set", "1.004222", "a1", "minutes=32"]).ok();
    lan.sync();
    let before = copy.home.everything();
    let replica = lan.replica();
    for verb in ["sync", "push", "pull"] {
        copy.run(&["hub", verb]).refused(3, "--as-new").tells(&replica);
    }
    assert!(copy.home.everything() == before, "a refusal changes nothing");
    let joined = copy.json(&["hub", "join", "--as-new"]);
    assert_ne!(joined["replica"], json!(replica));
    settle(&[&lan, &minh, &copy]);
    assert_eq!((minh.minutes("1.001193", "a1"), minh.minutes("1.004222", "a1")), ("31".into(), "32".into()));
    assert_eq!(minh.json(&["hub", "conflicts"])["rows"], json!([]), "they worked on different things");
    // Both had handed over something under one number, each elsewhere: two chains that differ.
    lan.run(&["backup", "again.db"]).ok();
    let second = Officer::new("second");
    std::fs::copy(lan.home.path("again.db"), second.home.database()).unwrap();
    for (officer, minutes) in [(&lan, "minutes=41"), (&second, "minutes=42")] {
        officer.run(&["cost", "set", "1.001193", "a1", minutes]).ok();
    }
    let stick = place.path("usb");
    std::fs::create_dir(&stick).unwrap();
    lan.run(&["hub", "sync", "--to", &to(&stick)]).ok();
    second.sync();
    lan.run(&["hub", "sync"]).refused(3, "--as-new");
    lan.run(&["hub", "join", "--as-new"]).ok();
    settle(&[&lan, &minh, &copy, &second]);
    let rows = minh.json(&["hub", "conflicts"])["rows"].clone();
    let mut values: Vec<&str> = rows.as_array().unwrap().iter().map(|r| r["value"].as_str().unwrap()).collect();
    values.sort_unstable();
    assert_eq!(values, ["41", "42"], "neither figure is lost");
}

#[test]
fn a_backup_that_is_put_back_gets_back_what_it_had_handed_over() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    lan.run(&["backup", "yesterday.db"]).ok();
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    settle(&[&lan, &minh]);
    let replica = lan.replica();
    lan.run(&["restore", "yesterday.db"]).ok();
    assert_eq!(lan.minutes("1.001193", "a1"), "30");
    settle(&[&lan, &minh]);
    assert_eq!((lan.minutes("1.001193", "a1"), lan.replica()), ("31".to_owned(), replica));
}

#[test]
fn a_stick_carries_the_changes_of_others_too() {
    let place = Home::bare();
    let (office, stick) = (folder(&place), place.path("usb"));
    std::fs::create_dir(&stick).unwrap();
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &office));
    let far = Officer::joined("vung-xa", &stick);
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    lan.sync();
    minh.sync();
    minh.run(&["hub", "sync", "--to", &to(&stick)]).ok();
    far.run(&["cost", "set", "1.004222", "a1", "minutes=32"]).ok();
    far.sync();
    assert_eq!(far.minutes("1.001193", "a1"), "31");
    minh.run(&["hub", "sync", "--to", &to(&stick)]).ok();
    minh.sync();
    lan.sync();
    assert_eq!(lan.minutes("1.004222", "a1"), "32");
}

#[test]
fn what_is_typed_wrongly_is_refused_with_what_to_do() {
    let lan = Officer::new("lan");
    lan.run(&["hub", "sync"]).refused(2, "folder:");
    lan.run(&["hub", "sync", "--to", "chung"]).refused(2, "folder:");
    lan.run(&["hub", "join", "--to", "folder:khong-co"]).refused(6, "khong-co");
    std::fs::create_dir(lan.home.path("chung")).unwrap();
    lan.run(&["hub", "join", "--to", "folder:chung", "--agency", "KHONGCO"]).refused(6, "KHONGCO");
    lan.run(&["hub", "sync", "--to", "folder:chung"]).refused(2, "hub join");
    lan.run(&["hub", "join", "--to", "folder:chung", "--agency", "BTP"]).ok();
    lan.run(&["hub", "join", "--to", "folder:chung"]).refused(2, "hub sync");
    assert_eq!(lan.json(&["hub", "status"])["agency"], "BTP");
    lan.sync();
    assert_eq!(lan.json(&["hub", "status"])["to_send"], 0);
}

#[test]
fn the_data_file_of_a_colleague_comes_in_by_the_same_merging() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    minh.run(&["cost", "set", "1.001193", "a1", "minutes=31", "--note", "đo lại"]).ok();
    lan.run(&["cost", "set", "1.001193", "a1", "population=900000"]).ok();
    let file = minh.home.database();
    let file = file.to_str().unwrap();
    let before = std::fs::read(file).unwrap();
    let would = lan.json(&["import", file, "--dry-run"]);
    assert_eq!((&would["received"], lan.minutes("1.001193", "a1").as_str()), (&json!(2), "30"));
    let taken = lan.json(&["import", file]);
    assert_eq!((&taken["received"], &taken["sent"]), (&json!(2), &json!(0)));
    assert!(std::fs::read(file).unwrap() == before, "nothing is written into the file of somebody else");
    assert!(!Path::new(&format!("{file}-shm")).exists(), "nor beside it");
    assert_eq!(lan.minutes("1.001193", "a1"), "31");
    // Once is enough; and what minh then hands over himself is the same, change by change.
    assert_eq!(lan.json(&["import", file])["received"], 0);
    minh.sync();
    assert_eq!(lan.sync()["received"], 0);
    settle(&[&lan, &minh]);
    // Who has not joined is told what to do, and so is whoever hands over something else.
    let hoa = Officer::new("hoa");
    lan.run(&["import", hoa.home.database().to_str().unwrap()]).refused(2, "hub join");
    hoa.run(&["import", file]).refused(2, "hub join");
    lan.home.write("khac.db", "SQLite format 3\0 nhưng không phải");
    lan.run(&["import", "khac.db"]).refused(4, "");
}

#[test]
fn the_trail_says_who_wrote_what_and_when_and_finds_what_was_altered() {
    let place = Home::bare();
    let folder = folder(&place);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &folder));
    minh.run(&["cost", "set", "1.001193", "a1", "minutes=31", "--note", "đo lại"]).ok();
    settle(&[&lan, &minh]);
    let trail = lan.json(&["hub", "audit", "--where", "why~đo lại"]);
    let rows = trail["rows"].as_array().unwrap();
    let minutes = rows.iter().find(|row| row["field"] == "minutes").unwrap_or_else(|| panic!("{trail}"));
    for (column, value) in
        [("author", "minh"), ("table", "activity"), ("value", "31"), ("deed", "write"), ("command", "cost set")]
    {
        assert_eq!(minutes[column], value, "{minutes}");
    }
    lan.run(&["hub", "audit", "-o", "vet.csv"]).ok();
    assert!(lan.home.text("vet.csv").lines().count() > 100);
    // Both have the same trail.
    assert_eq!(lan.json(&["hub", "audit"]), minh.json(&["hub", "audit"]));
    // A change that was altered behind the program's back is named.
    let raw = rusqlite::Connection::open(lan.home.database()).unwrap();
    let replica = minh.replica();
    let other = "UPDATE exchanged SET body = (SELECT body FROM exchanged WHERE number = 1 AND replica = ?1) WHERE replica = ?1 AND number = 2";
    raw.execute(other, [&replica]).unwrap();
    lan.run(&["hub", "audit"]).refused(4, &replica);
}

#[test]
fn a_document_names_the_last_change_of_the_data_file_in_the_exchange() {
    let place = Home::bare();
    let folder = folder(&place);
    let lan = Officer::joined("lan", &folder);
    lan.sync();
    lan.run(&["report", "proposal", "-o", "truoc.md"]).ok();
    let text = lan.home.text("truoc.md");
    assert!(text.contains(&format!("tệp {}", &lan.replica()[..16])), "{}", &text[text.len() - 800..]);
    // To hand over changes nothing in the data, and so nothing in the document.
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    lan.run(&["report", "proposal", "-o", "sau.md"]).ok();
    lan.sync();
    let verdict = |officer: &Officer, file: &str, code: i32| {
        let ran = officer.run(&["report", "verify", file, "--format", "json"]).ended(code);
        ran.json()["rows"][0]["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict(&lan, "sau.md", 0), "same");
    // Another data file with the same journal up to there is not the one of which it was made, until it has its changes.
    let minh = Officer::joined("minh", &folder);
    let truoc = lan.home.path("truoc.md");
    assert_eq!(verdict(&minh, truoc.to_str().unwrap(), 1), "foreign");
}

#[test]
fn a_stick_beside_the_place_of_exchange_is_a_place_of_its_own() {
    let base = Home::bare();
    let (shared, stick) = (folder(&base), base.path("usb"));
    std::fs::create_dir(&stick).unwrap();
    let lan = Officer::joined("lan", &shared);
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    assert_eq!(lan.sync()["sent"], 2);
    // A stick that never had anything lost nothing.
    let pushed = lan.json(&["hub", "push", "--to", &to(&stick)]);
    assert_eq!((&pushed["sent"], &pushed["sent_again"]), (&json!(2), &json!(0)));
    // And what is known of the one is not what was heard of the other.
    std::fs::remove_dir_all(shared.join(lan.replica())).unwrap();
    let again = lan.sync();
    assert_eq!((&again["sent"], &again["sent_again"]), (&json!(2), &json!(2)));
}

#[test]
fn a_procedure_that_one_takes_away_and_another_works_on_is_one_dispute_of_the_two() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    lan.run(&["new", "procedure", "code=9.000001", "name=Cấp giấy phép thử", "agency=BCA"]).ok();
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    minh.run(&["cost", "add", "9.000001", "--group", "dossier", "--name", "Điền đơn", "minutes=30"]).ok();
    lan.run(&["undo", "2"]).ok();
    for officer in [&lan, &minh, &lan] {
        officer.sync();
    }
    for officer in [&lan, &minh] {
        let conflicts = officer.json(&["hub", "conflicts"]);
        let told: Vec<_> = conflicts["rows"].as_array().unwrap().iter().map(|r| (&r["table"], &r["author"])).collect();
        let (procedure, lan, minh) = (json!("procedure"), json!("lan"), json!("minh"));
        assert_eq!(told, [(&procedure, &lan), (&procedure, &minh)], "who took it away, and whose work keeps it");
        officer.run(&["show", "procedure", "9.000001"]).ok().tells("ở 1 dòng: 9.000001");
    }
    let rollup = lan.json(&["hub", "rollup"]);
    let of = |code: Value| rollup["agencies"].as_array().unwrap().iter().find(|row| row["agency"] == code).cloned();
    assert_eq!(of("BCA".into()).unwrap()["conflicts"], 1, "{rollup}");
    minh.run(&["hub", "resolve", "procedure", "9.000001", "--delete"]).ok();
    for officer in [&minh, &lan] {
        officer.sync();
        assert_eq!(officer.json(&["hub", "conflicts"])["rows"], json!([]));
        officer.run(&["show", "procedure", "9.000001"]).ended(6);
    }
}

#[test]
fn what_was_done_since_the_last_exchange_is_among_what_is_decided() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    lan.run(&["cost", "set", "1.003197", "a1", "minutes=11"]).ok();
    minh.run(&["cost", "set", "1.003197", "a1", "minutes=22"]).ok();
    for officer in [&lan, &minh, &lan] {
        officer.sync();
    }
    lan.run(&["cost", "set", "1.003197", "a1", "minutes=777"]).ok();
    let conflicts = lan.json(&["hub", "conflicts"]);
    let told: Vec<_> = conflicts["rows"].as_array().unwrap().iter().map(|row| row["value"].clone()).collect();
    // It was typed over the one that was shown, which of two made at once is by their numbers.
    assert!(told.len() == 2 && told[1] == "777" && (told[0] == "11" || told[0] == "22"), "{told:?}");
    // Every answer and every document says that something is not decided, until it is.
    minh.run(&["list", "agency"]).ok().tells("1 xung đột");
    minh.run(&["report", "cost", "-o", "cost.md"]).ok().tells("1 xung đột");
    assert!(minh.home.text("cost.md").contains("còn 1 xung đột chưa quyết định"));
    minh.run(&["hub", "resolve", "activity", "1.003197/a1", "minutes", "--take", "3"]).refused(6, "2 giá trị");
    lan.run(&["hub", "resolve", "activity", "1.003197/a1", "minutes", "--take", "1"]).ok();
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    let decided = told[0].as_str().unwrap();
    assert_eq!((lan.minutes("1.003197", "a1"), minh.minutes("1.003197", "a1")), (decided.into(), decided.into()));
    minh.run(&["report", "cost", "-o", "cost.md"]).ok();
    assert!(!minh.home.text("cost.md").contains("xung đột"));
}

#[test]
fn a_decision_that_would_do_nothing_is_refused_with_what_stands_in_its_way() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    lan.run(&["new", "procedure", "code=9.000001", "name=Cấp giấy phép thử", "agency=BCA"]).ok();
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    minh.run(&["measure", "add", "9.000001", "--kind", "abolish", "--title", "Bỏ"]).ok();
    lan.run(&["undo", "2"]).ok();
    for officer in [&lan, &minh, &lan] {
        officer.sync();
    }
    lan.run(&["hub", "resolve", "procedure", "9.000001", "--delete"]).refused(3, "9.000001-m1");
    lan.run(&["measure", "remove", "9.000001-m1"]).ok();
    lan.sync();
    lan.run(&["show", "procedure", "9.000001"]).ended(6);
}

#[test]
fn a_code_that_somebody_else_took_first_is_told_to_who_has_another_now() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    let mut told = Vec::new();
    for (officer, title) in [(&lan, "Của Lan"), (&minh, "Của Minh")] {
        officer.run(&["measure", "add", "1.003197", "--kind", "abolish", "--title", title]).ok();
    }
    for officer in [&lan, &minh, &lan] {
        told.extend(officer.sync()["renamed"].as_array().unwrap().clone());
    }
    let renamed = json!({ "table": "measure", "from": "1.003197-m2", "to": "1.003197-m2b" });
    assert_eq!(told, [renamed]);
}

#[test]
fn what_is_damaged_on_the_way_or_here_is_found_and_mended() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    lan.sync();
    let file = files(&shared, &lan.replica()).remove(0);
    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&file, bytes).unwrap();
    // Who wrote it writes it anew, once.
    assert_eq!(lan.sync()["sent"], 1);
    assert_eq!(lan.sync()["sent"], 0);
    assert_eq!(minh.sync()["refused"], json!([]));
    // A copy that joins anew is told of no loss; a data file is no colleague of itself.
    lan.run(&["cost", "set", "1.001193", "a1", "minutes=31"]).ok();
    let own = lan.home.database();
    lan.run(&["import", own.to_str().unwrap()]).ok();
    lan.sync();
    lan.run(&["hub", "join", "--as-new"]).ok();
    assert_eq!(lan.sync()["sent_again"], 0);
    // What is altered in the trail is found by who looks after the data file.
    lan.run(&["doctor"]).ok();
    let raw = rusqlite::Connection::open(lan.home.database()).unwrap();
    raw.execute("UPDATE exchanged SET body = CAST(x'78' || substr(body, 1, 9) AS BLOB) WHERE number = 1", []).unwrap();
    drop(raw);
    let found = lan.run(&["doctor", "--format", "json"]).ended(1).json();
    let codes: Vec<_> = found["rows"].as_array().unwrap().iter().map(|row| (&row["code"], &row["change"])).collect();
    assert!(codes.contains(&(&json!("broken_trail"), &json!(1))), "{found}");
    lan.run(&["hub", "audit"]).refused(4, "thay đổi số 1");
}

/// The row of a sheet.
fn sheet_row(officer: &Officer, regulation: &str, row: &str) -> Value {
    let sheet = officer.json(&["cost", "show", regulation]);
    sheet["rows"].as_array().unwrap().iter().find(|r| r["id"] == row).unwrap().clone()
}

#[test]
fn a_figure_is_decided_with_its_kind_and_its_source() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    let before = sheet_row(&lan, "1.003197", "a1");
    let survey = ["--provenance", "surveyed", "--source", "khảo sát ở Huế"];
    let surveyed = |officer: &Officer, regulation: &str, figures: &[&str]| {
        officer.run(&[&["cost", "set", regulation, "a1"], figures, &survey].concat()).ok();
    };
    // One row each for: the bare figure is taken; the surveyed one is; the source vouches for another figure too.
    for regulation in ["1.003197", "1.004222"] {
        surveyed(&lan, regulation, &["minutes=11"]);
        minh.run(&["cost", "set", regulation, "a1", "minutes=22"]).ok();
    }
    surveyed(&lan, "1.001193", &["minutes=11", "charges=3"]);
    minh.run(&["cost", "set", "1.001193", "a1", "minutes=22"]).ok();
    for officer in [&lan, &minh, &lan] {
        officer.sync();
    }
    let claims = |key: &str| -> BTreeMap<String, (String, Value)> {
        let rows = minh.json(&["hub", "conflicts"])["rows"].clone();
        let rows = rows.as_array().unwrap().iter().filter(|row| row["key"] == key && row["field"] == "minutes");
        let claim =
            |row: &Value| (row["value"].as_str().unwrap().to_owned(), (row["take"].to_string(), row["beside"].clone()));
        rows.map(claim).collect()
    };
    let told = claims("1.003197/a1");
    assert_eq!(told["11"].1, json!({"provenance": "surveyed", "source": "khảo sát ở Huế"}));
    let bare = json!({"provenance": before["provenance"]["minutes"], "source": before["source"]});
    assert_eq!(told["22"].1, bare);
    minh.run(&["hub", "conflicts"]).ok().says("khảo sát ở Huế");

    let take = |key: &str, value: &str| -> Value {
        let number = claims(key)[value].0.clone();
        minh.json(&["hub", "resolve", "activity", key, "minutes", "--take", &number])
    };
    assert_eq!(take("1.003197/a1", "22")["along"]["source"], bare["source"]);
    assert_eq!(take("1.004222/a1", "11")["along"], json!({}));
    take("1.001193/a1", "22");
    settle(&[&lan, &minh]);
    for officer in [&lan, &minh] {
        let row = sheet_row(officer, "1.003197", "a1");
        assert_eq!((&row["minutes"], &row["source"]), (&22.into(), &before["source"]), "{row}");
        assert_eq!(row["provenance"], before["provenance"], "{row}");
        let row = sheet_row(officer, "1.004222", "a1");
        assert_eq!((&row["minutes"], &row["source"]), (&11.into(), &"khảo sát ở Huế".into()), "{row}");
        assert_eq!(row["provenance"]["minutes"], "surveyed", "{row}");
        // Its source is that of the charges as well, which stand; how sure the minutes are is theirs alone.
        let row = sheet_row(officer, "1.001193", "a1");
        assert_eq!(
            (&row["minutes"], &row["charges_dong"], &row["source"]),
            (&22.into(), &3.into(), &"khảo sát ở Huế".into())
        );
        let sure = |cell: &str| row["provenance"][cell].as_str().unwrap();
        assert_eq!((sure("minutes"), sure("charges")), ("assumption", "surveyed"), "{row}");
    }
}

#[test]
fn kinds_of_different_figures_of_a_row_are_no_matter_of_either_or() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    lan.run(&["cost", "set", "1.003197", "a1", "minutes=11", "--provenance", "surveyed"]).ok();
    minh.run(&["cost", "set", "1.003197", "a1", "times=7", "--provenance", "official"]).ok();
    for officer in [&lan, &minh, &lan] {
        officer.sync();
    }
    lan.run(&["hub", "resolve", "activity", "1.003197/a1", "provenance", "--take", "1"]).ok();
    settle(&[&lan, &minh]);
    let row = sheet_row(&minh, "1.003197", "a1");
    let sure = |cell: &str| row["provenance"][cell].as_str().unwrap();
    assert_eq!((sure("minutes"), sure("times")), ("surveyed", "official"), "{row}");
}

#[test]
fn a_decision_is_an_entry_that_undo_does_not_turn_into_another_one() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    for (officer, minutes) in [(&lan, "minutes=11"), (&minh, "minutes=22")] {
        officer.run(&["cost", "set", "1.003197", "a1", minutes]).ok();
        officer.run(&["cost", "set", "1.004222", "a1", minutes]).ok();
    }
    for officer in [&lan, &minh, &lan] {
        officer.sync();
    }
    // The shown value and the other one.
    for (key, take) in [("1.003197/a1", "2"), ("1.004222/a1", "1")] {
        let done = lan.json(&["hub", "resolve", "activity", key, "minutes", "--take", take]);
        let entry = done["change"].to_string();
        assert_eq!(lan.json(&["history", &entry])["command"], "hub resolve", "{done}");
        lan.run(&["undo"]).refused(2, &format!("thay đổi {entry} đã quyết định"));
        lan.run(&["undo", &entry]).refused(2, "đã quyết định");
    }
    lan.run(&["doctor"]).ended(0);
    settle(&[&lan, &minh]);
}

#[test]
fn where_one_stands_is_told_while_the_stick_is_not_there() {
    let base = Home::bare();
    let stick = folder(&base);
    let lan = Officer::joined("lan", &stick);
    lan.sync();
    lan.run(&["cost", "set", "1.003197", "a1", "minutes=11"]).ok();
    lan.run(&["cost", "set", "1.003197", "a1", "minutes=12"]).ok();
    std::fs::rename(&stick, base.path("chung-khac")).unwrap();
    lan.run(&["hub", "status"]).refused(6, "2 thay đổi chưa gửi, 0 xung đột");
    std::fs::rename(base.path("chung-khac"), &stick).unwrap();
    assert_eq!(lan.json(&["hub", "status"])["to_send"], 2);
}

#[test]
fn a_measure_on_what_another_found_repealed_stands_and_is_told_as_not_counted() {
    let base = Home::bare();
    let shared = folder(&base);
    let [lan, minh] = ["lan", "minh"].map(|name| Officer::joined(name, &shared));
    [&lan, &minh].iter().for_each(|officer| drop(officer.sync()));
    lan.run(&["export", "procedure", "-o", "tt.toml"]).ok();
    let text = lan.home.text("tt.toml");
    let (before, after) = text.split_at(text.find("code = \"1.003197\"").unwrap());
    lan.home
        .write("tt.toml", &format!("{before}{}", after.replacen("status = \"in_force\"", "status = \"repealed\"", 1)));
    lan.run(&["import", "tt.toml"]).ok();
    minh.run(&["measure", "add", "1.003197", "--kind", "abolish", "--title", "Bỏ"]).ok();
    settle(&[&lan, &minh]);
    for officer in [&lan, &minh] {
        let measure = officer.json(&["measure", "show", "1.003197-m2"]);
        assert_eq!((&measure["not_in_force"], measure.get("effect")), (&json!(true), None), "{measure}");
        officer.run(&["measure", "show", "1.003197-m2"]).ok().says("1.003197 không còn áp dụng");
        let rows = officer.run(&["check", "--format", "json"]).ended(1).json()["rows"].clone();
        let told =
            rows.as_array().unwrap().iter().find(|r| r["programme"] == "nq109-2026" && r["check"] == "measures_count");
        let told = told.unwrap();
        let of = |code: &str| json!({"measure": code, "reason": "not_in_force", "by": []});
        assert_eq!(told["measures"], json!([of("1.003197-m2")]), "{told}");
        officer.run(&["check"]).ended(1).says("1.003197-m2 (quy định không còn áp dụng)");
    }
}
