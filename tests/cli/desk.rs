//! Several officers at once on one workspace, with real processes; what a change answers.

use super::home::{Home, Ran};
use serde_json::Value;
use std::collections::BTreeMap;

/// Runs these at the same moment, each in a process of its own.
fn at_once(home: &Home, runs: &[Vec<String>]) -> Vec<Ran> {
    let children: Vec<_> = runs
        .iter()
        .map(|args| {
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let mut command = home.command(&args);
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
        })
        .collect();
    children.into_iter().map(|child| Ran::of(child.wait_with_output().unwrap())).collect()
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

fn sheet(home: &Home, code: &str) -> BTreeMap<String, Value> {
    let rows = home.json(&["cost", "show", code])["rows"].as_array().unwrap().clone();
    rows.into_iter().map(|row| (row["id"].as_str().unwrap().to_owned(), row)).collect()
}

#[test]
fn eight_who_set_eight_rows_keep_their_work() {
    let home = Home::new();
    let runs: Vec<_> = (1..=8).map(|i| words(&format!("-q cost set 1.004222 a{i} minutes={}", 500 + i))).collect();
    for ran in at_once(&home, &runs) {
        ran.ok();
    }
    let rows = sheet(&home, "1.004222");
    for i in 1..=8 {
        assert_eq!(rows[&format!("a{i}")]["minutes"], 500 + i);
    }
}

#[test]
fn rows_fields_and_steps_of_several_at_once_are_all_kept() {
    let home = Home::new();
    let before = sheet(&home, "1.004222").len();
    let runs: Vec<_> = (0..8).map(|_| words("cost add 1.004222 --group other --name Việc minutes=1")).collect();
    let added = at_once(&home, &runs);
    assert!(added.iter().all(|ran| ran.code == 0));
    assert_eq!(sheet(&home, "1.004222").len(), before + 8, "rows of one name are rows of their own");

    let code = "1.001193-m1";
    let fields = [
        ("--person", "Lan", "person"),
        ("--note", "nháp", "note"),
        ("--authority", "CP", "authority"),
        ("--reason", "vì", "reason"),
    ];
    let runs: Vec<_> =
        fields.iter().map(|(option, text, _)| words(&format!("-q measure edit {code} {option} {text}"))).collect();
    for ran in at_once(&home, &runs) {
        ran.ok();
    }
    let shown = home.json(&["measure", "show", code]);
    for (_, text, key) in fields {
        assert_eq!(shown[key], text);
    }

    let steps = shown["statuses"].as_array().unwrap().len();
    let runs = vec![words(&format!("measure move {code} consulted --date 2027-01-01")); 3];
    let moved: Vec<i32> = at_once(&home, &runs).iter().map(|ran| ran.code).collect();
    assert_eq!(moved.iter().filter(|code| **code == 0).count(), 1, "{moved:?}");
    assert_eq!(moved.iter().filter(|code| **code == 2).count(), 2, "{moved:?}");
    assert_eq!(home.json(&["measure", "show", code])["statuses"].as_array().unwrap().len(), steps + 1);
}

/// One acknowledged edit.
struct Edit {
    cell: (String, &'static str),
    value: i64,
    change: i64,
    answer: Value,
}

/// Eight processes make fifty edits each on the same few cells. Each acknowledged edit is then in place, or a later answer on the same cell says
/// that it replaced it: its value and the number of its change.
#[test]
fn of_eight_times_fifty_edits_each_is_in_place_or_named_as_replaced() {
    let home = Home::new();
    let cells = ["minutes", "charges"];
    let worker = |who: i64| {
        let home = &home;
        move || -> Vec<Edit> {
            let mut edits = Vec::new();
            for turn in 0..50 {
                let (row, cell) = (format!("a{}", (who + turn) % 4 + 1), cells[usize::try_from(turn % 2).unwrap()]);
                let value = 1_000 + who * 100 + turn;
                let set = format!("{cell}={value}");
                let args = ["cost", "set", "1.004222", &row, &set, "--format", "json"];
                let output = home.command(&args).env("USER", format!("w{who}")).output().unwrap();
                let ran = Ran::of(output);
                // Busy for longer than a writer waits: told, and nothing is written.
                if ran.code == 4 {
                    continue;
                }
                let answer = ran.ok().json();
                let change = answer["change"].as_i64().unwrap();
                edits.push(Edit { cell: (row, cell), value, change, answer });
            }
            edits
        }
    };
    let mut edits: Vec<Edit> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..8).map(|who| scope.spawn(worker(who))).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert!(edits.len() > 300, "only {} were acknowledged", edits.len());
    edits.sort_by_key(|edit| edit.change);
    let mut standing: BTreeMap<(String, &str), (i64, i64)> = BTreeMap::new();
    for edit in &edits {
        let replaced = &edit.answer["replaced"][0];
        assert_eq!((&replaced["field"], &replaced["after"]), (&Value::from(edit.cell.1), &Value::from(edit.value)));
        if let Some((value, change)) = standing.insert(edit.cell.clone(), (edit.value, edit.change)) {
            assert_eq!(
                (&replaced["before"], &replaced["last_changed"]["change"]),
                (&Value::from(value), &Value::from(change))
            );
        }
    }
    let rows = sheet(&home, "1.004222");
    for ((row, cell), (value, _)) in standing {
        let key = if cell == "charges" { "charges_dong" } else { cell };
        assert_eq!(rows[&row][key], value, "{row} {cell}");
    }
    home.run(&["doctor"]).ok();
}

#[test]
fn a_command_says_what_it_replaced_and_refuses_what_it_does_not_expect() {
    let home = Home::new();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=45", "--provenance", "surveyed"]).ok();
    let over = home.run_with(("USER", "minh"), &["cost", "set", "1.001193", "a1", "minutes=20"]).ok();
    assert!(over.err.contains("45 (khảo sát; lan, ") && over.err.contains("→ 20"), "{}", over.err);
    let before = home.everything();
    for expect in ["45", "minutes=45"] {
        let args = ["cost", "set", "1.001193", "a1", "minutes=15", "--expect", expect];
        home.run(&args).refused(1, "20 (giả định; minh, ");
        let mut json = args.to_vec();
        json.extend(["--format", "json"]);
        let answer = home.run(&json).ended(1).json();
        let standing = &answer["standing"][0];
        assert_eq!((&answer["kind"], &answer["change"]), (&Value::from("conflict"), &Value::Null));
        assert_eq!((&standing["field"], &standing["value"]), (&Value::from("minutes"), &Value::from(20)));
        assert_eq!(standing["last_changed"]["author"], "minh");
    }
    home.run(&["cost", "set", "1.001193", "a1", "minutes=15", "charges=5", "--expect", "20"]).refused(2, "--expect");
    home.run(&["cost", "set", "1.001193", "a1", "minutes=15", "--expect", "nosuch=20"]).refused(2, "--expect");
    assert_eq!(home.everything(), before);
    let args = [
        "cost",
        "set",
        "1.001193",
        "a1",
        "minutes=15",
        "charges=5",
        "--expect",
        "minutes=40/2",
        "--expect",
        "charges=0",
    ];
    let set = home.json(&args);
    assert_eq!(set["replaced"].as_array().unwrap().len(), 2);
    assert_eq!(set["replaced"][0]["before"], 20);

    let edit = ["measure", "edit", "1.001193-m1", "--person", "Lan"];
    home.run(&[&edit[..], &["--expect", "person=Minh"]].concat()).refused(1, "người phụ trách: đang là (trống)");
    home.run(&[&edit[..], &["--expect", "person="]].concat()).ok();
    let again = home
        .run(&["measure", "edit", "1.001193-m1", "--person", "Minh", "--expect", "Lan", "--format", "json"])
        .ok()
        .json();
    assert_eq!((&again["replaced"][0]["before"], &again["person"]), (&Value::from("Lan"), &Value::from("Minh")));
    home.run(&["measure", "edit", "1.001193-m1", "--person", "x", "--expect", "nosuch=1"]).refused(2, "nosuch");
}

#[test]
fn every_change_of_sheets_and_measures_answers_with_json_in_either_language() {
    let home = Home::new();
    let runs: [&[&str]; 9] = [
        &["cost", "set", "1.001193", "a1", "minutes=31"],
        &["cost", "add", "1.001193", "--group", "other", "--name", "Việc"],
        &["cost", "remove", "1.001193", "a1"],
        &["cost", "draft", "--all"],
        &["measure", "add", "1.004222", "--kind", "abolish"],
        &["measure", "edit", "1.001193-m1", "--person", "Lan"],
        &["measure", "move", "1.001193-m1", "consulted", "--date", "2027-01-01"],
        &["measure", "remove", "1.001193-m2"],
        // What is so already changes nothing.
        &["cost", "set", "1.004222", "a1", "name=x", "--expect", "minutes=1"],
    ];
    let answers = |lang: &str| -> Vec<Value> {
        let home = Home::new();
        let ask = |run: &&[&str]| home.run(&[&["--lang", lang, "--format", "json"], *run].concat()).json();
        runs.iter().map(ask).collect()
    };
    let (vi, en) = (answers("vi"), answers("en"));
    for (run, (vi, en)) in runs.iter().zip(vi.iter().zip(&en)) {
        let Value::Object(fields) = vi else { panic!("{run:?}: {vi}") };
        assert!(fields.contains_key("change"), "{run:?}: {vi}");
        if run[0] == "cost" {
            assert_eq!(vi, en, "{run:?}");
        }
    }
    for (at, run) in runs.iter().enumerate().filter(|(at, _)| !matches!(at, 3 | 8)) {
        assert!(vi[at]["change"].is_i64() && vi[at]["changed"][0]["table"].is_string(), "{run:?}: {}", vi[at]);
    }
    assert_eq!((&vi[4]["kind"], &vi[4]["measure_kind"]), (&Value::from("measure"), &Value::from("abolish")));
    assert!(
        home.run(&["cost", "set", "1.001193", "a1", "minutes=30", "--format", "json"]).ok().json()["change"].is_null()
    );
}
