//! `directive`, `assignment`, `campaign`, `indicator`, `owes`: what directives assign.

use super::home::{Home, package};
use serde_json::Value;
use std::collections::BTreeSet;

const CONFERENCE: &str = "hn-2023-07-12";

fn codes(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["code"].as_str().unwrap()).collect()
}

/// The workspace is that of 1 January 2026; the two assignments of the conference that are due by then were due in 2023 and 2024.
#[test]
fn the_conference_ships_with_every_row_of_its_table() {
    let home = Home::new();
    let shown = home.json(&["directive", "show", CONFERENCE]);
    let given = shown["assignments"].as_array().unwrap();
    // The table has 14 rows, the last of which names two tasks of two ministries.
    assert_eq!(given.len(), 15);
    assert!(given.iter().all(|a| a["status"] == "open"), "no status is claimed");
    let due: Vec<&str> = given.iter().filter_map(|a| a["due"].as_str()).collect();
    assert_eq!(due, ["2023-08-31", "2023-12-31", "2024-12-31"]);
    let agencies: BTreeSet<String> =
        home.rows(&["list", "agency"]).iter().map(|a| a["code"].as_str().unwrap().to_owned()).collect();
    for code in given.iter().flat_map(|a| a["leads"].as_array().unwrap()).map(|l| l.as_str().unwrap()) {
        assert!(agencies.contains(code) || ["ministries", "provinces"].contains(&code), "{code}");
    }
    for assignment in home.json(&["export", "assignment"])["workspace"]["assignment"].as_array().unwrap() {
        for field in ["title", "title_en", "deliverable", "source"] {
            assert!(assignment[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {assignment}");
        }
    }
    assert_eq!(codes(&home.rows(&["campaign", "list"])), ["gddt-2023"]);
    let vneid = home.json(&["indicator", "show", "vneid-users"]);
    assert_eq!((&vneid["target"], &vneid["due"]), (&Value::from("20000000"), &Value::from("2023-12-31")));
    home.run(&["directive", "show", CONFERENCE]).ok().says("Bộ Khoa học và Công nghệ");
    home.run(&["--lang", "en", "directive", "list"]).ok().says("Conference of 12 July 2023");
    for noun in ["directive", "assignment", "campaign", "indicator"] {
        let rows = home.rows(&["list", noun]);
        home.run(&["show", noun, rows[0]["code"].as_str().unwrap()]).ok();
        home.run(&[noun, "show", "nosuch"]).refused(6, "nosuch");
    }
}

#[test]
fn who_owes_what_is_told_by_agency_and_person() {
    let home = Home::new();
    let owed = |args: &[&str]| home.rows(&[&["owes"], args].concat());
    // Before the conference nothing of it was owed.
    assert!(owed(&["--as-of", "2023-07-11"]).iter().all(|row| row["kind"] == "measure"));
    // 17 ministries and 34 provinces owe the first assignment each for itself, 34 provinces the eighth, 13 others have one lead.
    let assignments = owed(&["--as-of", "2023-07-12"]);
    let assignments = assignments.iter().filter(|row| row["kind"] == "assignment").count();
    assert_eq!(assignments, 17 + 34 + 34 + 13);
    let late = owed(&["--late", "--agency", "Bộ Thông tin và Truyền thông", "--as-of", "2023-09-08"]);
    assert_eq!(codes(&late), [format!("{CONFERENCE}-c02")]);
    // Due on Thursday 31/8; 1/9 and 4/9 were days off: 5, 6, 7, 8 September.
    assert_eq!((&late[0]["days_late"], &late[0]["since"]), (&Value::from(4), &Value::from("2023-07-12")));
    home.run(&["assignment", "edit", &format!("{CONFERENCE}-c02"), "--person", "Nguyễn Văn An"]).ok();
    let by_person = owed(&["--by", "person", "--totals", "--late"]);
    assert_eq!(by_person[0]["person"], "Nguyễn Văn An");
    assert_eq!(by_person.last().unwrap()["person"], Value::Null);
    assert_eq!(codes(&owed(&["--person", "nguyen van an"])), [format!("{CONFERENCE}-c02")]);
    home.run(&["owes", "--by", "person"]).ok().says("Nguyễn Văn An").tells("quá hạn");
    home.run(&["owes", "--agency", "nosuch"]).refused(6, "nosuch");
}

#[test]
fn a_part_is_moved_alone_and_the_whole_follows() {
    let home = Home::new();
    let code = format!("{CONFERENCE}-c01");
    let moved = |more: &[&str]| home.run(&[&["assignment", "move", &code], more].concat());
    moved(&["done", "--agency", "BTP", "--date", "2025-06-30"]).refused(2, "--evidence");
    moved(&["done", "--agency", "BTP", "--date", "2025-06-30", "--evidence", "123/BC-BTP"]).ok();
    moved(&["done", "--agency", "QH", "--evidence", "x"]).refused(2, "Quốc hội không chủ trì");
    moved(&["open", "--agency", "BTP"]).refused(2, "under_way");
    moved(&["under-way", "--agency", "BTP", "--date", "2025-06-29"]).refused(2, "30/6/2025");
    moved(&["dreamt"]).refused(2, "under_way");
    let shown = home.json(&["assignment", "show", &code]);
    assert_eq!(shown["status"], "under_way");
    let part = |agency: &str| {
        let parts = shown["parts"].as_array().unwrap();
        let part = parts.iter().find(|part| part["agency"] == agency).unwrap();
        (part["status"].as_str().unwrap().to_owned(), part["since"].as_str().unwrap().to_owned())
    };
    assert_eq!(part("BTP"), ("done".into(), "2025-06-30".into()));
    assert_eq!(part("T01"), ("open".into(), "2023-07-12".into()));
    let mine = home.rows(&["assignment", "list", "--agency", "BTP", "--status", "done"]);
    assert_eq!(codes(&mine), [code.as_str()]);
    assert_eq!((&mine[0]["parts"], &mine[0]["parts_done"]), (&Value::from(51), &Value::from(1)));
    assert_eq!(
        home.rows(&["assignment", "list", "--agency", "BTP", "--status", "done", "--as-of", "2025-06-29"]).len(),
        0
    );
    moved(&["done", "--evidence", "1/BC-VPCP"]).ok().tells("hoàn thành");
    assert_eq!(home.json(&["assignment", "show", &code])["status"], "done");
    home.run(&["undo"]).ok();
    assert_eq!(home.json(&["assignment", "show", &code])["status"], "under_way");
}

#[test]
fn assignments_are_added_changed_and_removed() {
    let home = Home::empty();
    home.run(&["import", &package("catalog/agencies.toml").to_string_lossy()]).ok();
    home.run(&["directive", "add", "ct1", "--name", "Chỉ thị 1", "--date", "2026-01-05", "--document", "1/CT-TTg"])
        .ok();
    home.run(&["directive", "add", "ct1", "--name", "lại", "--date", "2026-01-05"]).refused(2, "ct1");
    let add = ["assignment", "add", "n1", "--directive", "ct1", "--title", "Kết nối dữ liệu"];
    home.run(&add).refused(2, "--lead");
    home.run(&[&add[..], &["--lead", "Bộ Công an", "--with", "BTP,Hội Luật gia", "--due", "30/6/2026"]].concat()).ok();
    let shown = home.json(&["assignment", "show", "n1"]);
    assert_eq!(shown["leads"], serde_json::json!(["BCA"]));
    assert_eq!(shown["cooperating"], serde_json::json!(["BTP", "Hội Luật gia"]));
    home.run(&["assignment", "edit", "n1", "--due", "", "--deliverable", "Báo cáo"]).ok();
    assert_eq!(home.json(&["assignment", "show", "n1"])["due"], Value::Null);
    home.run(&["assignment", "edit", "n1", "--lead", "nosuch"]).refused(6, "nosuch");
    home.run(&["indicator", "add", "i1", "--name", "Tỷ lệ", "--unit", "%", "--assignment", "n1"]).ok();
    home.run(&["assignment", "remove", "n1"]).refused(3, "n1");
    home.run(&["indicator", "remove", "i1"]).ok();
    home.run(&["assignment", "remove", "n1"]).ok();
    assert_eq!(home.rows(&["assignment", "list"]).len(), 0);
}

#[test]
fn a_campaign_says_what_has_no_outcome_and_which_outcome_no_measure() {
    let home = Home::new();
    home.run(&[
        "campaign",
        "new",
        "c1",
        "--name",
        "Rà soát",
        "--trigger",
        "Luật mới",
        "--lead",
        "BTP",
        "--due",
        "2025-12-29",
    ])
    .ok();
    home.run(&["campaign", "add", "c1"]).refused(2, "--of-agency");
    home.run(&["campaign", "add", "c1", "--of-agency", "BTP"]).ok();
    let shown = home.json(&["campaign", "show", "c1"]);
    let numbers: Vec<String> =
        shown["without_outcome"].as_array().unwrap().iter().map(|n| n.as_str().unwrap().to_owned()).collect();
    // What the procedures of the ministry in the catalogue name as their basis, counted another way.
    let procedures = home.json(&["export", "procedure"]);
    let of_ministry = |p: &&Value| p["regulation"]["agency"] == "BTP";
    let bases = procedures["workspace"]["procedure"].as_array().unwrap().iter().filter(of_ministry);
    let bases = bases.flat_map(|p| p["bases"].as_array().unwrap()).filter_map(|b| b["number"].as_str());
    let expected: BTreeSet<&str> = bases.collect();
    assert!(!expected.is_empty());
    assert_eq!(numbers.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected);
    home.run(&["campaign", "outcome", "c1", &numbers[0], "amend", "--date", "2025-12-01"]).ok().tells("--measure");
    home.run(&["campaign", "outcome", "c1", "999/2099/NĐ-CP", "keep"]).refused(6, "999/2099/NĐ-CP");
    home.run(&["campaign", "outcome", "c1", &numbers[0], "burn"]).refused(2, "repeal");
    home.run(&["campaign", "outcome", "c1", &numbers[0], "amend", "--measure", "nosuch"]).refused(6, "nosuch");
    let shown = home.json(&["campaign", "show", "c1"]);
    assert_eq!(shown["without_measure"], serde_json::json!([numbers[0]]));
    assert_eq!(shown["without_outcome"].as_array().unwrap().len(), numbers.len() - 1);
    assert_eq!(shown["outcomes"]["amend"], 1);
    let owed = |status: &str| {
        let rows = home.rows(&["owes", "--agency", "BTP"]);
        rows.iter().filter(|r| r["kind"] == "review" && r["status"] == status && r["days_late"] == 2).count()
    };
    // Due on Monday 29 December; on Thursday 1 January, a day off, two working days have passed.
    assert_eq!((owed("without_measure"), owed("under_review")), (1, numbers.len() - 1));
    let measure = home.rows(&["measure", "list"])[0]["code"].as_str().unwrap().to_owned();
    home.run(&["campaign", "outcome", "c1", &numbers[0], "keep", "--measure", &measure]).refused(2, "giữ nguyên");
    home.run(&["campaign", "outcome", "c1", &numbers[0], "amend", "--measure", &measure]).ok();
    assert_eq!(owed("without_measure"), 0);
    home.run(&["campaign", "remove", "c1", &numbers[0]]).ok();
    home.run(&["campaign", "show", "c1"]).ok().says("Chưa có kết quả");
    home.run(&["campaign", "remove", "c1"]).ok();
    home.run(&["campaign", "show", "c1"]).refused(6, "c1");
}

#[test]
fn readings_show_the_distance_and_a_trend_that_is_called_one() {
    let home = Home::new();
    let read = |value: &str, day: &str| {
        home.run(&["indicator", "read", "vneid-users", value, "--date", day, "--source", "báo cáo"])
    };
    read("10.000.000", "2023-07-01").ok();
    read("13000000", "2023-09-29").ok();
    read("14.500", "2023-09-30").refused(2, "14500");
    read("nhiều", "2023-09-30").refused(2, "nhiều");
    let state = |day: &str| home.json(&["indicator", "show", "vneid-users", "--as-of", day])["states"][0].clone();
    let now = state("2023-10-01");
    assert_eq!((&now["latest"], &now["distance"]), (&Value::from(13_000_000), &Value::from(7_000_000)));
    assert_eq!(now["trend"]["method"], "least_squares_line");
    // 3 million in 90 days; 31 December is 93 days after 29 September: 13 + 3,1 = 16,1 million.
    assert_eq!((&now["trend"]["at_due"], &now["trend"]["meets"]), (&Value::from(16_100_000), &Value::from(false)));
    assert_eq!(state("2023-09-28")["trend"], Value::Null);
    read("13500000", "2023-09-29").ok();
    assert_eq!(state("2023-10-01")["readings"], 2, "a reading of the same day gives way");
    home.run(&["indicator", "show", "vneid-users"]).ok().says("chỉ để tham khảo");
    let row = |key: &str| {
        home.rows(&["indicator", "list"]).into_iter().find(|r| r["code"] == "vneid-users").unwrap()[key].clone()
    };
    assert_eq!((row("latest"), row("met")), (Value::from(13_500_000), Value::from(false)));
}
