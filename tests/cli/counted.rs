//! What counts and how it is told: figures of `check` as fields, one rounding everywhere, scopes, the same bytes in both languages.

use super::home::Home;
use serde_json::{Value, json};

/// A workspace in which one measure that saves 84 811 363 636 đồng is in force from July 2026.
fn with_a_measure() -> Home {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "-q"]).ok();
    home.run(&["measure", "move", "1.001193-m3", "approved", "--date", "2026-03-01", "--document", "1/QĐ-TTg"]).ok();
    home.run(&["measure", "move", "1.001193-m3", "in-force", "--date", "2026-07-01", "--document", "2/NĐ-CP"]).ok();
    home
}

fn checked(home: &Home, args: &[&str]) -> Vec<Value> {
    let ran = home.run(&[&["check", "--format", "json"], args].concat()).ended(1);
    ran.json()["rows"].as_array().unwrap().clone()
}

#[test]
fn a_check_gives_the_figures_of_each_target_as_fields() {
    let home = with_a_measure();
    let rows = checked(&home, &["--programme", "nq66-2026", "--as-of", "2026-07-01"]);
    let cost = rows.iter().find(|row| row["check"] == "target" && row["target"] == "cost").unwrap();
    // Half of 1 128 525 558 712 is 564 262 779 356; less what is reached.
    for (key, expected) in [
        ("metric", json!("cost_saved")),
        ("stage", json!("in_force")),
        ("unit", json!("dong/year")),
        ("baseline", json!(1_128_525_558_712_i64)),
        ("reached", json!(84_811_363_636_i64)),
        ("needed", json!(564_262_779_356_i64)),
        ("missing", json!(479_451_415_720_i64)),
        ("percent", json!(7.52)),
        ("target_percent", json!(50.0)),
        ("met", json!(false)),
        ("result", json!("not_met")),
        ("due", json!("2026-12-31")),
    ] {
        assert_eq!(cost[key], expected, "{key}");
    }
}

#[test]
fn a_measure_that_another_took_is_named_by_check_and_by_progress() {
    let home = with_a_measure();
    // The same step dropped once more.
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "Lần nữa", "-q"])
        .ok();
    let rows = checked(&home, &["--programme", "nq66-2026", "--as-of", "2026-07-01"]);
    // The new one is proposed on the first of January, the day of the tests.
    let count = rows.iter().find(|row| row["check"] == "measures_count").unwrap();
    assert_eq!((&count["passed"], &count["result"]), (&json!(false), &json!("changes_nothing")));
    let told = count["measures"].as_array().unwrap();
    let expected = json!({ "measure": "1.001193-m4", "reason": "taken", "by": ["1.001193-m3"] });
    assert!(told.contains(&expected), "{told:?}");
    let day = ["--programme", "nq66-2026", "--as-of", "2026-07-01"];
    home.run(&[&["check"], &day[..]].concat()).ended(1).says("1.001193-m4 (vì 1.001193-m3)");
    let ran = home.run(&[&["progress"], &day[..]].concat()).ok();
    ran.tells("1.001193-m4: ").tells("phương án 1.001193-m3 trong cùng tập hợp");
}

#[test]
fn what_is_missing_is_one_figure_in_the_command_and_in_the_document() {
    let home = with_a_measure();
    let day = ["--as-of", "2026-07-01"];
    let rows = home.rows(&[&["progress", "--stage", "in-force"], &day[..]].concat());
    let report = home.run(&[&["report", "progress", "--format", "json"], &day[..]].concat()).ok().json();
    let mut compared = 0;
    for programme in report["report"]["programmes"].as_array().unwrap() {
        for target in programme["targets"].as_array().unwrap() {
            let row =
                rows.iter().find(|row| row["programme"] == programme["code"] && row["target"] == target["id"]).unwrap();
            assert_eq!(row["gap"], target["total"]["gap"], "{row}");
            assert!(row["gap"].is_i64(), "whole units: {row}");
            let parts = |key: &str| -> i64 {
                target["agencies"].as_array().unwrap().iter().map(|line| line[key].as_i64().unwrap()).sum()
            };
            for key in ["baseline", "planned", "approved", "in_force"] {
                assert_eq!(parts(key), target["total"][key].as_i64().unwrap(), "{key} of {row}");
            }
            compared += 1;
        }
    }
    assert!(compared >= 9, "{compared}");
    // 6 regulations, of which 20% are 1,2; one is simplified by then: 0,2 of a regulation is one more.
    let count = rows.iter().find(|row| row["programme"] == "nq68-2020" && row["target"] == "regulations").unwrap();
    assert_eq!((&count["baseline"], &count["achieved"], &count["gap"]), (&json!(6), &json!(1), &json!(1)));
}

#[test]
fn a_scope_narrows_the_baseline_and_what_is_achieved() {
    let home = with_a_measure();
    let day = ["--as-of", "2026-07-01", "--stage", "in-force"];
    let split = home.rows(&[&["progress", "--by", "agency"], &day[..]].concat());
    for frozen in [false, true] {
        if frozen {
            home.run(&["baseline", "freeze", "nq66-2026"]).ok();
        }
        let narrowed = home.rows(&[&["progress", "--scope", "agency:BTP"], &day[..]].concat());
        let mut compared = 0;
        for row in split.iter().filter(|row| row["group"] == "BTP") {
            let same = |other: &&Value| other["programme"] == row["programme"] && other["target"] == row["target"];
            let found = narrowed.iter().find(same).unwrap();
            for key in ["baseline", "achieved", "gap", "percent"] {
                assert_eq!(found[key], row[key], "{key}, frozen {frozen}");
            }
            compared += 1;
        }
        assert!(compared > 5, "{compared}");
    }
    let document = |scope: &str| home.run(&["report", "progress", "--scope", scope, "--as-of", "2026-07-01"]).ok();
    assert_ne!(document("all").out, document("agency:BTP").says("phạm vi: Bộ Tư pháp").out);
    assert!(!document("agency:BTP").out.contains("| Bộ Công an |"));
    home.run(&["progress", "--scope", "agency:XYZ"]).ended(6);
}

#[test]
fn an_unknown_programme_is_refused_everywhere() {
    let home = Home::new();
    for args in [
        &["progress"][..],
        &["progress", "--forecast"],
        &["check"],
        &["report", "proposal"],
        &["report", "progress"],
        &["report", "cost"],
        &["report", "ranking"],
        &["scenario", "show", "planned"],
        &["scenario", "compare", "planned", "approved"],
        &["scenario", "solve"],
        &["scenario", "chance", "planned"],
        &["scenario", "new", "x"],
    ] {
        home.run(&[args, &["--programme", "nosuch"]].concat()).refused(6, "nosuch");
    }
    home.run(&["report", "proposal", "--programme", "nosuch"]).ended(6).tells("nq68-2020");
    home.run(&["progress", "--programme", "nosuch"]).ended(6).tells("nq68-2020");
}

#[test]
fn programs_get_the_same_bytes_in_both_languages() {
    let home = with_a_measure();
    for args in [
        &["check"][..],
        &["progress"],
        &["progress", "--net"],
        &["owes"],
        &["cost", "check"],
        &["suggest", "list"],
        &["list", "measure"],
        &["scenario", "show", "planned"],
        &["scenario", "compare", "planned", "approved"],
    ] {
        let said = ["vi", "en"].map(|lang| home.run(&[args, &["--format", "json", "--lang", lang]].concat()).out);
        assert!(!said[0].is_empty(), "{args:?}");
        assert_eq!(said[0], said[1], "{args:?}");
    }
    let owed = home.rows(&["owes"]);
    assert!(owed.iter().any(|row| row["what"] != row["what_en"] && row["what_en"].is_string()), "{owed:?}");
    home.run(&["owes", "--lang", "en"]).ok().says("Overdue (working days)");
}

#[test]
fn counts_of_thousands_are_grouped_where_people_read_them() {
    let home = Home::new();
    let report = |n: usize| {
        format!(
            "[[regulation]]\ncode = \"R{n}\"\nkind = \"report\"\nname = \"Báo cáo {n}\"\nprovenance = \"assumption\"\n\n"
        )
    };
    home.write("r.toml", &(0..1000).map(report).collect::<String>());
    home.run(&["import", "r.toml"]).ok();
    // Six regulations with a sheet are shipped.
    let nq68 = ["--programme", "nq68-2020"];
    home.run(&[&["check"], &nq68[..]].concat()).ended(1).says("1.006 quy định, 1.000 chưa có bảng tính");
    home.run(&[&["progress"], &nq68[..]].concat()).ok().tells("1.006 quy định, 6 có bảng tính");
}
