//! `report progress --period`: what a month, a quarter or a year brought.

use super::home::Home;
use serde_json::{Value, json};

/// What the one measure saves a year: see `counted.rs`.
const SAVED: i64 = 84_811_363_636;

/// A workspace in which one measure is approved on 1 March, in force from 1 July to 30 September 2026.
fn with_a_measure() -> Home {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "-q"]).ok();
    home.run(&["measure", "move", "1.001193-m3", "approved", "--date", "2026-03-01", "--document", "1/QĐ-TTg"]).ok();
    let force = ["in-force", "--date", "2026-07-01", "--document", "2/NQ-CP", "--until", "2026-09-30"];
    home.run(&[&["measure", "move", "1.001193-m3"], &force[..]].concat()).ok();
    home
}

fn told(home: &Home, period: &str, day: &str) -> Value {
    let args = ["report", "progress", "--period", period, "--as-of", day, "--programme", "nq66-2026"];
    home.json(&args)["report"].clone()
}

/// The target of compliance cost.
fn cost(told: &Value) -> Value {
    let targets = told["programmes"][0]["targets"].as_array().unwrap();
    targets.iter().find(|target| target["id"] == "cost").unwrap()["period"].clone()
}

#[test]
fn a_period_tells_what_was_done_in_it_and_how_far_each_target_got() {
    let home = with_a_measure();
    // (period, as of) → approved, in force, lapsed; in force before and at its end; approved before and at its end.
    for (period, day, counts, force, approved) in [
        ("2026-02", "2026-12-31", [0, 0, 0], [0, 0], [0, 0]),
        ("2026-Q1", "2026-12-31", [1, 0, 0], [0, 0], [0, SAVED]),
        ("2026-Q2", "2026-12-31", [0, 0, 0], [0, 0], [SAVED, SAVED]),
        ("2026-07", "2026-12-31", [0, 1, 0], [0, SAVED], [SAVED, SAVED]),
        ("2026-Q3", "2026-12-31", [0, 1, 0], [0, SAVED], [SAVED, SAVED]),
        // Its last day is 30 September: it lapses on 1 October.
        ("2026-10", "2026-12-31", [0, 0, 1], [SAVED, 0], [SAVED, 0]),
        ("2026", "2026-12-31", [1, 1, 1], [0, 0], [0, 0]),
        // Of a year that is not over, what there is.
        ("2026", "2026-07-15", [1, 1, 0], [0, SAVED], [0, SAVED]),
    ] {
        let told = told(&home, period, day);
        let counted = ["approved", "in_force", "lapsed"].map(|key| told["period"]["total"][key].as_i64().unwrap());
        assert_eq!(counted, counts, "{period} {day}");
        let steps = told["period"]["steps"].as_array().unwrap();
        assert_eq!(steps.len() as i64, counts.iter().sum::<i64>(), "{period} {day}");
        assert!(steps.iter().all(|step| step["regulation"] == "1.001193"));
        let cost = cost(&told);
        let figures =
            ["start", "end", "approved_start", "approved_end"].map(|key| cost["total"][key].as_i64().unwrap());
        assert_eq!(figures, [force[0], force[1], approved[0], approved[1]], "{period} {day}");
        for key in ["start", "end", "change", "approved_start", "approved_end", "approved_change"] {
            let agencies = cost["agencies"].as_array().unwrap();
            let sum: i64 = agencies.iter().map(|line| line[key].as_i64().unwrap()).sum();
            assert_eq!(sum, cost["total"][key].as_i64().unwrap(), "{key} {period} {day}");
        }
    }
}

#[test]
fn a_period_is_said_in_words_with_its_days_and_its_target() {
    let home = with_a_measure();
    let told = told(&home, "quý III/2026", "2026-08-15");
    let period = &told["period"];
    assert_eq!((&period["code"], &period["name"]), (&json!("2026-Q3"), &json!("quý III năm 2026")));
    assert_eq!(
        (&period["from"], &period["to"], &period["over"]),
        (&json!("2026-07-01"), &json!("2026-08-15"), &json!(false))
    );
    let cost = cost(&told);
    // 84 811 363 636 of 1 128 525 558 712 is 7,515%; half of these is wanted: 564 262 779 356 less 84 811 363 636.
    assert_eq!((&cost["total"]["start_percent"], &cost["total"]["change_percent"]), (&json!(0.0), &json!(7.52)));
    assert_eq!(cost["total"]["gap"], json!(479_451_415_720_i64));
    let agency = cost["agencies"].as_array().unwrap().iter().find(|line| line["change"] != 0).unwrap();
    assert_eq!((&agency["name"], &agency["change"]), (&json!("Bộ Tư pháp"), &json!(SAVED)));
    let args = ["report", "progress", "--period", "2026-07", "--as-of", "2026-12-31"];
    home.run(&args)
        .ok()
        .says("thủ tục hành chính tháng 7 năm 2026")
        .says("Từ ngày 01/7/2026 đến ngày 31/7/2026: 0 phương án được phê duyệt, 01 phương án được thực thi.")
        .says("| Bộ Tư pháp | 0 | 1 | 0 |")
        .says("| đã thực thi | 01/7/2026 | 2/NQ-CP |");
    home.run(&[&["--lang", "en"], &args[..]].concat()).ok().says("What was done in July 2026").says("84,811,363,636");
}

#[test]
fn the_month_of_the_day_is_told_where_none_is_asked_for_and_a_period_that_is_over_is_told_as_of_its_end() {
    let home = with_a_measure();
    let code = |args: &[&str]| {
        let told = home.json(&[&["report", "progress"], args].concat())["report"].clone();
        (told["period"]["code"].as_str().unwrap().to_owned(), told["as_of"].as_str().unwrap().to_owned())
    };
    assert_eq!(code(&["--as-of", "2026-07-15"]), ("2026-07".to_owned(), "2026-07-15".to_owned()));
    // The clock of the test says 1 January 2026.
    assert_eq!(code(&["--period", "2025-Q4"]), ("2025-Q4".to_owned(), "2025-12-31".to_owned()));
    assert_eq!(code(&["--period", "2026"]), ("2026".to_owned(), "2026-01-01".to_owned()));
    home.run(&["report", "progress", "--period", "2026-02"]).refused(2, "2026-02");
    home.run(&["report", "progress", "--period", "tháng này"]).refused(2, "2026-Q4");
    home.run(&["report", "ranking", "--period", "2026-01"]).refused(2, "--period");
    home.run(&["report", "progress", "--period", "2025-Q4", "-o", "q4.docx"]).ok();
    home.run(&["report", "verify", "q4.docx"]).ok();
    home.run(&["report", "all", "--scope", "agency:BTP", "--period", "2025-12", "-o", "dossier"]).ok();
    assert!(home.text("dossier/progress.md").contains("tháng 12 năm 2025"));
}
