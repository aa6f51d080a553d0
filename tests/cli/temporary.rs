//! Measures in force by a document that ends: what they save falls back on the day after, unless the law is amended before.

use super::home::Home;
use serde_json::Value;

const CODE: &str = "1.004222-m3";

fn in_force(home: &Home, day: &str) -> i64 {
    let args = ["progress", "--programme", "nq66-2026", "--stage", "in_force", "--as-of", day];
    let rows = home.rows(&args);
    rows.iter().find(|row| row["metric"] == "cost_saved").unwrap()["achieved"].as_i64().unwrap()
}

fn owed(home: &Home, day: &str) -> Option<Value> {
    home.rows(&["owes", "--as-of", day]).into_iter().find(|row| row["code"] == CODE)
}

#[test]
fn what_a_temporary_resolution_saves_falls_back_unless_the_law_follows() {
    let home = Home::new();
    home.run(&["measure", "move", CODE, "approved", "--date", "2026-08-01", "--document", "1/QĐ-TTg"]).ok();
    let step = ["measure", "move", CODE, "in_force", "--date", "2026-09-01", "--document", "66.16/2026/NQ-CP"];
    home.run(&[&step[..], &["--until", "2026-08-31"]].concat()).ended(2);
    home.run(&[&step[..], &["--until", "28/2/2027"]].concat()).ok();
    let saved = in_force(&home, "2027-02-28");
    assert!(saved > 0);
    assert_eq!(
        (in_force(&home, "2026-08-31"), in_force(&home, "2026-09-01"), in_force(&home, "2027-03-01")),
        (0, saved, 0)
    );
    // The forecast shows the cliff.
    let args = ["progress", "--programme", "nq66-2026", "--forecast", "--stage", "approved", "--as-of", "2026-12-01"];
    let rows = home.rows(&args);
    let on = |day: &str| {
        let row = rows.iter().find(|row| row["metric"] == "cost_saved" && row["date"] == day).unwrap();
        row["expected"].as_i64().unwrap()
    };
    assert_eq!((on("2026-12-31"), on("2027-03-01")), (saved, 0));
    // What must be amended before, and by when.
    let debt = owed(&home, "2026-12-01").unwrap();
    assert_eq!((&debt["due"], &debt["days_late"]), (&"2027-02-28".into(), &0.into()));
    assert_eq!(owed(&home, "2027-03-05").unwrap()["status"], "lapsed");
    // The document says it: 31 days of December, 31 of January, 28 of February are left.
    let lines = |day: &str| {
        let report = home.run(&["report", "lapses", "--as-of", day, "--format", "json"]).ok().json();
        report["report"]["lines"].as_array().unwrap().clone()
    };
    let line = lines("2026-12-01").remove(0);
    assert_eq!((&line["until"], &line["days_left"], &line["ended"]), (&"2027-02-28".into(), &90.into(), &false.into()));
    let line = lines("2027-03-01").remove(0);
    assert_eq!((&line["days_left"], &line["ended"]), (&0.into(), &true.into()));
    assert!(lines("2026-08-31").is_empty());
    // A later instrument makes it last.
    let last = ["measure", "move", CODE, "in_force", "--date", "2027-02-01", "--document", "3/2026/QH16"];
    home.run(&last).ok();
    assert_eq!((in_force(&home, "2027-03-01"), owed(&home, "2027-03-05")), (saved, None));
    home.run(&last).ended(2);
    home.run(&["undo"]).ok();
    assert_eq!(in_force(&home, "2027-03-01"), 0);
}
