//! `uncertainty`, `scenario chance`, `scenario tornado`.

use super::home::{Home, Ran};
use serde_json::{Value, json};

/// Vector A9 of the specification as a workspace: hours × firms × 100 a year, 1.5 hours and 1.200 firms in use, and a second
/// regulation that takes 120.000 a year. The measure abolishes the first.
const A9: &str = r#"
[[parameter]]
id = "income.firm"
from = "2020-01-01"
value = 100
unit = "dong/hour"
name = "Thu nhập"
name_en = "Income"
provenance = "assumption"
source = "A9"

[[regulation]]
code = "q1"
kind = "condition"
name = "Điều kiện một"
provenance = "assumption"
source = "A9"

[[regulation]]
code = "q2"
kind = "report"
name = "Báo cáo hai"
provenance = "assumption"
source = "A9"

[[sheet]]
regulation = "q1"

[[sheet.activity]]
id = "a1"
group = "other"
name = "Làm"
tariff = "income.firm"
minutes = 90
times = 1
population = 1200
source = "A9"

[[sheet]]
regulation = "q2"

[[sheet.activity]]
id = "a1"
group = "other"
name = "Báo cáo"
tariff = "income.firm"
minutes = 60
times = 1
population = 1200
source = "A9"

[[measure_kind]]
id = "abolish"
name = "Bãi bỏ"
name_en = "Abolish"
counts_as = "abolished"
order = 10
edits = [{ on = "regulation", do = "drop" }]

[[measure_kind]]
id = "shorten"
name = "Rút ngắn"
name_en = "Shorten"
counts_as = "simplified"
order = 20
parameters = [{ id = "minutes", name = "Phút", name_en = "Minutes", unit = "minutes" }]
edits = [{ on = "all", do = "cap", cell = "minutes", value = "$minutes" }]

[[measure]]
code = "m1"
regulation = "q1"
kind = "abolish"
title = "Bãi bỏ"
provenance = "assumption"
statuses = [{ status = "proposed", date = "2025-01-01" }]

[[measure]]
code = "m2"
regulation = "q2"
kind = "shorten"
title = "Rút ngắn"
values = { minutes = "30" }
provenance = "assumption"
statuses = [{ status = "proposed", date = "2025-01-01" }, { status = "rejected", date = "2025-02-01" }]

[[programme]]
code = "p1"
name = "Chương trình"
name_en = "Programme"
baseline = "2025-12-31"
targets = [
  { id = "cost", metric = "cost_saved", percent = 60, due = "2026-12-31" },
  { id = "count", metric = "abolished", percent = 50, due = "2026-12-31" },
]

[[scenario]]
code = "s2"
name = "Rút ngắn"
measures = ["m2"]
"#;

fn home() -> Home {
    let home = Home::empty();
    home.write("a9.toml", A9);
    home.run(&["import", "a9.toml"]).ok();
    home
}

fn set(home: &Home, of: &str, spread: &str, numbers: &[&str]) -> Ran {
    let mut args = vec!["uncertainty", "set", of, "--spread", spread, "--source", "khảo sát"];
    args.extend(numbers);
    home.run(&args)
}

fn ranges(home: &Home) {
    set(home, "sheet:q1:a1:minutes", "range", &["--low", "60", "--high", "180"]).ok();
    set(home, "sheet:q1:a1:population", "range", &["--low", "1.000", "--high", "3.000"]).ok();
}

fn figure<'a>(answer: &'a Value, name: &str) -> &'a Value {
    answer["figures"].as_array().unwrap().iter().find(|f| f["figure"] == name).unwrap()
}

#[test]
fn the_midpoints_of_inputs_and_outputs_are_kept_apart() {
    let home = home();
    ranges(&home);
    let answer = home.json(&["scenario", "chance"]);
    let saved = figure(&answer, "cost_saved");
    assert_eq!(saved["point"], 180_000);
    assert_eq!((&saved["input_midpoint"], &saved["output_midpoint"]), (&json!(400_000), &json!(500_000)));
    assert_eq!((&saved["all_low"], &saved["all_high"]), (&json!(100_000), &json!(900_000)));
    // The other regulation stays: 120.000.
    assert_eq!(figure(&answer, "cost_after")["mean"], 120_000);
    // The mean of the product of independent ranges is 400.000, six standard errors over 10.000 draws 10.000.
    let mean = saved["mean"].as_f64().unwrap();
    assert!((mean - 400_000.0).abs() < 10_000.0, "{mean}");
    // 60% is reached where hours × firms × 100 ≥ 180.000, that is hours × firms ≥ 1.800: by integration over 1…3 and 1.000…3.000,
    // all but ¼ × ∫₁^1,8 (1,8/h − 1) dh = ¼ × (1,8 ln 1,8 − 0,8) ≈ 0,0645.
    let targets = answer["targets"].as_array().unwrap();
    let probability = targets[0]["probability_percent"].as_f64().unwrap();
    assert!((probability - 93.55).abs() < 1.5, "{probability}");
    assert_eq!((&targets[0]["point_percent"], &targets[0]["point_met"]), (&json!(60.0), &json!(true)));
    assert_eq!(targets[1]["probability_percent"], 100.0);
    home.run(&["scenario", "chance"]).ok().says("400.000").says("500.000").says("180.000");
    home.run(&["--lang", "en", "scenario", "chance", "--format", "md"]).ok().says("Midpoint of outputs");
    let csv = home.run(&["scenario", "chance", "--format", "csv"]).ok().out;
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().filter_map(Result::ok).count(), 7);
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let home = home();
    ranges(&home);
    let run = |seed: &str, threads: &str| {
        let args = ["scenario", "chance", "--draws", "3000", "--seed", seed, "--threads", threads, "--format", "json"];
        home.run(&args).ok().out
    };
    let one = run("7", "1");
    assert_eq!(one, run("7", "2"));
    assert_eq!(one, run("7", "5"));
    assert_ne!(one, run("8", "1"));
    home.run(&["scenario", "chance", "--draws", "0"]).refused(2, "0");
    home.run(&["scenario", "chance", "--level", "100"]).refused(2, "100");
}

#[test]
fn a_scenario_a_stage_and_a_programme_are_told_apart() {
    let home = home();
    ranges(&home);
    // 30 minutes of 60 on 1.200 reports: 60.000; the value of the measure uncertain, 15 to 45 minutes: 90.000 to 30.000.
    set(&home, "measure:m2:minutes", "triangular", &["--low", "15", "--likely", "30", "--high", "45"]).ok();
    let answer = home.json(&["scenario", "chance", "s2"]);
    let saved = figure(&answer, "cost_saved");
    assert_eq!(saved["point"], 60_000);
    assert_eq!((&saved["all_low"], &saved["all_high"]), (&json!(90_000), &json!(30_000)));
    assert_eq!(answer["measures"], 1);
    let approved = home.json(&["scenario", "chance", "approved"]);
    assert_eq!((&approved["measures"], &figure(&approved, "cost_saved")["point"]), (&json!(0), &json!(0)));
    assert_eq!(approved["without_effect"], json!(["measure:m2:minutes"]));
    // The same names as everywhere.
    let none = home.json(&["scenario", "chance", "none"]);
    assert_eq!((&none["measures"], &figure(&none, "cost_saved")["point"]), (&json!(0), &json!(0)));
    assert_eq!(home.json(&["scenario", "chance", "in_force"]), home.json(&["scenario", "chance", "in-force"]));
    home.run(&["scenario", "chance", "nosuch"]).refused(6, "kịch bản có sẵn: planned");
    home.run(&["scenario", "chance", "--draws", "0"]).refused(2, "1..=10000000");
    home.run(&["scenario", "chance", "--programme", "nosuch"]).refused(6, "nosuch");
    // Over a frozen baseline the frozen rows are drawn, whatever the living sheet says now.
    set(&home, "parameter:income.firm", "range", &["--low", "50", "--high", "150"]).ok();
    home.run(&["baseline", "freeze", "p1"]).ok();
    home.run(&["cost", "set", "q1", "a1", "minutes=120"]).ok();
    let frozen = home.json(&["scenario", "chance", "--programme", "p1"]);
    assert_eq!(figure(&frozen, "cost_saved")["point"], 180_000);
    assert_eq!(figure(&frozen, "cost_before")["all_low"], 50_000 + 60_000);
    assert_eq!(frozen["frozen_rows_passed"], 0);
    assert_eq!(figure(&home.json(&["scenario", "chance"]), "cost_saved")["point"], 240_000);
    // An income that has changed since does not move the frozen rows, and that is said.
    let newer =
        A9.split("[[regulation]]").next().unwrap().replace("2020-01-01", "2026-01-01").replace("= 100", "= 200");
    home.write("newer.toml", &newer);
    home.run(&["import", "newer.toml"]).ok();
    let frozen = home.json(&["scenario", "chance", "--programme", "p1"]);
    assert_eq!(
        (&frozen["frozen_rows_passed"], &figure(&frozen, "cost_after")["all_low"]),
        (&json!(2), &json!(120_000))
    );
    home.run(&["scenario", "chance", "--programme", "p1"]).ok().tells("2 dòng của số liệu gốc");
}

#[test]
fn the_tornado_shows_first_what_matters_most() {
    let home = home();
    ranges(&home);
    set(&home, "sheet:q2:a1:minutes", "range", &["--low", "30", "--high", "90"]).ok();
    let rows = home.rows(&["scenario", "tornado"]);
    let of: Vec<&str> = rows.iter().map(|row| row["of"].as_str().unwrap()).collect();
    // Minutes alone: 100 × 1.200 to 100 × 3 × 1.200; firms alone: 1,5 × 100.000 to 1,5 × 300.000.
    assert_eq!(of, ["sheet:q1:a1:population", "sheet:q1:a1:minutes", "sheet:q2:a1:minutes"]);
    assert_eq!((&rows[0]["saved_at_low"], &rows[0]["saved_at_high"]), (&json!(150_000), &json!(450_000)));
    assert_eq!((&rows[1]["saved_at_low"], &rows[1]["saved_at_high"]), (&json!(120_000), &json!(360_000)));
    // What is not cut moves the share alone: 180 of 240 at low, 180 of 360 at high.
    assert_eq!((&rows[2]["saved_at_low"], &rows[2]["percent_at_low"]), (&json!(180_000), &json!(75.0)));
    assert_eq!(rows[2]["percent_at_high"], 50.0);
    home.run(&["scenario", "tornado", "--percent"]).ok().says("░│").says("75,00%");
    home.run(&["scenario", "tornado", "--limit", "1"])
        .ok()
        .says("q1 · Làm · đối tượng tuân thủ")
        .tells("2 tham số nữa");
}

#[test]
fn uncertainty_is_stated_listed_and_taken_back() {
    let home = home();
    let before = home.everything();
    home.run(&["scenario", "chance"]).ok().tells("uncertainty set");
    set(&home, "sheet:q1:a1:minutes", "pert", &["--low", "100", "--likely", "7,5", "--high", "180"])
        .refused(2, "(7.5)");
    set(&home, "sheet:q1:a1:minutes", "pert", &["--low", "1", "--high", "180"]).refused(2, "--likely");
    set(&home, "sheet:q1:a1:minutes", "range", &["--low", "1.000", "--high", "2000"]).refused(2, "1.000");
    set(&home, "sheet:q1:a1:minutes", "range", &["--low", "-1", "--high", "2000"]).refused(2, "không được âm");
    set(&home, "sheet:q1:a1:minutes", "lognormal", &["--low", "0", "--high", "2000"]).refused(2, "lognormal");
    set(&home, "sheet:q1:a1:minutes", "normal", &["--low", "0", "--high", "1"]).refused(2, "triangular");
    set(&home, "sheet:q1:a9:minutes", "range", &["--low", "0", "--high", "1"]).refused(6, "a1");
    set(&home, "sheet:q9:a1:minutes", "range", &["--low", "0", "--high", "1"]).refused(6, "q9");
    set(&home, "parameter:income.none", "range", &["--low", "0", "--high", "1"]).refused(6, "income.none");
    set(&home, "measure:m1:minutes", "range", &["--low", "0", "--high", "1"]).refused(2, "abolish");
    set(&home, "q1", "range", &["--low", "0", "--high", "1"]).refused(2, "sheet:");
    home.run(&["uncertainty", "remove", "sheet:q1:a1:minutes"]).refused(6, "sheet:q1:a1:minutes");
    assert_eq!(home.everything(), before);

    set(&home, "sheet:q1:a1:minutes", "PERT", &["--low", "100", "--likely", "120,5", "--high", "180"])
        .ok()
        .tells("90 nằm ngoài khoảng 100 – 180");
    let rows = home.rows(&["uncertainty", "list"]);
    assert_eq!(rows, home.rows(&["list", "uncertainty"]));
    assert_eq!(
        (&rows[0]["likely"], &rows[0]["point"], &rows[0]["spread"]),
        (&json!(120.5), &json!(90), &json!("pert"))
    );
    home.run(&["--lang", "en", "uncertainty", "list"])
        .ok()
        .says("q1 · Làm · time (minutes)")
        .tells("lies outside 100 to 180");
    home.run(&["uncertainty", "remove", "sheet:q1:a1:minutes"]).ok();
    assert_eq!(home.everything(), before);
    home.run(&["undo"]).ok();
    // What is left of a row that is gone is said.
    home.run(&["cost", "remove", "q1", "a1"]).ok();
    home.run(&["uncertainty", "list"]).ok().tells("không còn tham số này");
    home.run(&["scenario", "chance"]).ok().tells("1 tham số có khoảng dao động không làm thay đổi");
}

/// Eight answers of 10 to 80 minutes: from the second lowest to the second highest, right in 238 of 256 surveys (92,97 %), the lower middle is 40.
#[test]
fn a_range_comes_from_the_answers_of_a_survey() {
    let home = Home::new();
    let of = "sheet:1.004222:a1:minutes";
    let set = |more: &[&str]| home.run(&[&["uncertainty", "set", of, "--from-observations"][..], more].concat());
    home.run(&["cost", "observe", "1.004222", "a1", "minutes", "10", "20", "30", "40", "--source", "Khảo sát 1"]).ok();
    let before = home.everything();
    set(&[]).refused(2, "4");
    assert_eq!(home.everything(), before);
    home.run(&["cost", "observe", "1.004222", "a1", "minutes", "50", "60", "70", "80", "--source", "Khảo sát 2"]).ok();
    set(&["--low", "1"]).refused(2, "--from-observations");
    set(&[]).ok().tells("92,97");
    let row = &home.rows(&["uncertainty", "list"])[0];
    assert_eq!((&row["low"], &row["high"], &row["provenance"]), (&20.into(), &70.into(), &"surveyed".into()));
    assert!(row["source"].as_str().unwrap().contains("Khảo sát 1; Khảo sát 2"), "{row}");
    set(&["--spread", "pert"]).ok();
    let row = &home.rows(&["uncertainty", "list"])[0];
    assert_eq!((&row["spread"], &row["likely"]), (&"pert".into(), &40.into()));
    home.run(&["uncertainty", "set", "parameter:income.citizen", "--from-observations"]).refused(2, "income.citizen");
    // Answers that all say the same give no range.
    home.run(&["cost", "observe", "1.004222", "a2", "minutes", "9", "9", "9", "9", "9", "--source", "Khảo sát 1"]).ok();
    home.run(&["uncertainty", "set", "sheet:1.004222:a2:minutes", "--from-observations"]).refused(2, "9");
}
