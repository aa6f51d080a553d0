//! `suggest`: listed, shown, accepted, dismissed.

use super::home::Home;

/// Row a4 of 1.001193: showing an identity paper takes 5 minutes of 1 400 000 people; 2 remain to give a number. By hand:
/// 3 ÷ 60 × 114 000 000 ÷ 2112 × 1 400 000 = 3 778 409 090,9.
const IDENTITY: i64 = 3_778_409_091;

const ID: &str = "1.001193-c4-population";

#[test]
fn suggestions_are_listed_with_evidence_and_saving() {
    let home = Home::new();
    let rows = home.rows(&["suggest", "list"]);
    let row = rows.iter().find(|row| row["code"] == ID).unwrap();
    assert_eq!(rows[0]["code"], ID, "the greatest saving first");
    assert_eq!(
        (&row["measure_kind"], &row["data"], &row["holder"]),
        (&"replace-by-data".into(), &"population".into(), &"BCA".into())
    );
    assert_eq!((&row["evidence"], &row["evidence_at"]), (&"Giấy tờ tùy thân".into(), &"0-16".into()));
    assert_eq!((&row["saved_alone_dong"], &row["saved_beside_dong"]), (&IDENTITY.into(), &IDENTITY.into()));
    assert!(
        rows.iter().all(|row| row["component"] != "c5" || row["regulation"] != "1.001193"),
        "a measure is there already"
    );
    home.run(&["suggest", "list"]).ok().says("Giấy tờ tùy thân").tells("không gợi ý nào tự áp dụng");
    home.run(&["--lang", "en", "suggest", "show", ID]).ok().says("characters 0–16").says("Ministry of Public Security");
    let shown = home.json(&["suggest", "show", ID]);
    assert_eq!(shown["evidence"][0]["item"], "identity");
    assert_eq!(shown["saved_beside_dong"], IDENTITY);
}

#[test]
fn lists_are_narrowed_down() {
    let home = Home::new();
    let count = |args: &[&str]| home.rows(&[&["suggest", "list"][..], args].concat()).len();
    let all = count(&[]);
    assert!(all >= 2);
    assert_eq!(count(&["--agency", "Bộ Tư pháp"]), all);
    assert_eq!(count(&["--agency", "BCA"]), 0);
    assert_eq!(count(&["--regulation", "1.001193"]), 1);
    assert_eq!(count(&["--kind", "electronic-report"]), 0);
    assert_eq!(count(&["--data", "population", "--whole"]), all);
    assert_eq!(count(&["--min-saving", "3778409090"]), 1);
    assert_eq!(count(&["--min-saving", "3778409092"]), 0);
    home.run(&["suggest", "list", "--min-saving", "much"]).refused(2, "much");
    home.run(&["suggest", "list", "--agency", "nobody"]).refused(6, "nobody");
    home.run(&["suggest", "list", "--regulation", "9.9"]).refused(6, "9.9");
    home.run(&["suggest", "list", "--kind", "electronic"]).refused(6, "electronic");
    home.run(&["suggest", "list", "--data", "people"]).refused(6, "people");
    Home::empty().run(&["suggest", "list"]).ok().tells("tinhgon init");
}

#[test]
fn an_accepted_suggestion_is_a_proposed_measure_and_can_be_undone() {
    let home = Home::new();
    let before = home.everything();
    home.run(&["suggest", "accept", ID, "--person", "Lan", "--due", "2026-12-31"]).ok().tells("1.001193-m3");
    let measure = home.json(&["measure", "show", "1.001193-m3"]);
    assert_eq!((&measure["person"], &measure["due"]), (&"Lan".into(), &"2026-12-31".into()));
    assert_eq!((&measure["targets"][0], &measure["measure_kind"]), (&"c4".into(), &"replace-by-data".into()));
    assert_eq!(measure["statuses"][0]["status"], "proposed");
    assert!(measure["evidence"].as_str().unwrap().contains("“Giấy tờ tùy thân”"));
    assert!(measure["reason"].as_str().unwrap().contains("Bộ Công an"));
    assert_eq!(measure["effect"]["saved_alone_dong"], IDENTITY);
    home.run(&["suggest", "show", ID]).refused(6, ID);
    home.run(&["undo"]).ok();
    assert_eq!(home.everything(), before);
    home.run(&["suggest", "show", ID]).ok();
}

#[test]
fn a_title_quotes_the_paper_without_the_mark_of_its_list() {
    let home = Home::new();
    home.write(
        "one.toml",
        r#"
[[procedure]]
[procedure.regulation]
code = "9.000001"
name = "Thử"
kind = "procedure"
agency = "BTP"
provenance = "assumption"

[[procedure.components]]
id = "c1"
name = "+ Bản sao Giấy chứng nhận đăng ký doanh nghiệp;"
"#,
    );
    home.run(&["import", "one.toml"]).ok();
    home.run(&["suggest", "accept", "9.000001-c1-business"]).ok();
    let title = home.json(&["measure", "show", "9.000001-m1"])["title"].to_string();
    assert!(title.contains("“Bản sao Giấy chứng nhận đăng ký doanh nghiệp”"), "{title}");
}

#[test]
fn a_dismissed_suggestion_is_remembered_and_counts_for_nothing() {
    let home = Home::new();
    let progress = home.rows(&["progress"]);
    home.run(&["suggest", "dismiss", ID, "--reason", "cần đối chiếu người"]).ok().tells("1.001193-m3");
    home.run(&["suggest", "show", ID]).refused(6, ID);
    let measure = home.json(&["measure", "show", "1.001193-m3"]);
    assert_eq!(
        (&measure["statuses"][1]["status"], &measure["statuses"][1]["note"]),
        (&"rejected".into(), &"cần đối chiếu người".into())
    );
    assert_eq!(home.rows(&["progress"]), progress);
    home.run(&["suggest", "dismiss", "1.000656-c4-population", "--reason", " "]).refused(2, "--reason");
    home.run(&["suggest", "dismiss", "1.000656-c4-population"]).refused(2, "--reason");
}

#[test]
fn one_component_is_answered_once_and_savings_stand_beside_the_planned_measures() {
    let home = Home::new();
    home.write(
        "p.toml",
        r#"
[[procedure]]
[procedure.regulation]
code = "p1"
kind = "procedure"
name = "Cấp giấy thử"
provenance = "assumption"
[[procedure.components]]
id = "c1"
name = "Bản sao có chứng thực bằng tốt nghiệp"
certified = true

[[regulation]]
code = "bc1"
kind = "report"
name = "Báo cáo năm"
provenance = "assumption"

[[sheet]]
regulation = "p1"
[[sheet.activity]]
id = "a1"
group = "dossier"
name = "Sao và chứng thực"
component = "c1"
tariff = "income.citizen"
minutes = 0
charges = 5000
times = 1
population = 1000
"#,
    );
    home.run(&["import", "p.toml"]).ok();
    let rows = home.rows(&["suggest", "list", "--regulation", "p1"]);
    // 5 000 đ × 1 000 goes with the data; 500 đ of copying remain for a plain copy.
    let saved: Vec<_> =
        rows.iter().map(|row| (row["code"].as_str().unwrap(), row["saved_beside_dong"].as_i64().unwrap())).collect();
    assert_eq!(saved, [("p1-c1-education", 5_000_000), ("p1-c1-copy", 4_500_000)]);
    home.run(&["suggest", "accept", "p1-c1-education", "p1-c1-copy"]).refused(2, "p1-c1-copy");
    // A measure that lets 300 of 1 000 people comply is planned: what is left of the saving is 1 500 000.
    let narrow = ["measure", "add", "p1", "--kind", "narrow-population", "--set", "people=300"];
    home.run(&narrow).ok();
    let row = &home.rows(&["suggest", "list", "--regulation", "p1"])[0];
    assert_eq!((&row["saved_alone_dong"], &row["saved_beside_dong"]), (&5_000_000.into(), &1_500_000.into()));
    home.run(&["suggest", "accept", "p1-c1-copy"]).ok();
    assert!(home.rows(&["suggest", "list", "--regulation", "p1"]).is_empty());
    // A report without a sheet is suggested without a saving.
    let reports = home.rows(&["suggest", "list", "--kind", "electronic-report"]);
    assert_eq!(
        (&reports[0]["code"], &reports[0]["saved_alone_dong"]),
        (&"bc1-electronic".into(), &serde_json::Value::Null)
    );
    home.run(&["suggest", "accept", "bc1-electronic"]).ok();
    assert!(home.rows(&["suggest", "list", "--kind", "electronic-report"]).is_empty());
}

#[test]
fn an_analyst_changes_the_rules() {
    let home = Home::new();
    let rules = std::fs::read_to_string(super::home::package("catalog/suggestion-rules.toml")).unwrap();
    let listed = home.rows(&["suggest", "list"]);
    home.write("mine.toml", &rules);
    assert_eq!(home.rows(&["suggest", "list", "--rules", "mine.toml"]), listed);
    // Dossiers that begin so explain only: the suggestion on it is gone, under these rules and no others.
    let mine = rules.replace("explaining = [", "explaining = [\"giấy tờ tùy thân của người\", ");
    assert_ne!(mine, rules);
    home.write("mine.toml", &mine);
    assert!(home.rows(&["suggest", "list", "--rules", "mine.toml"]).iter().all(|row| row["code"] != ID));
    home.run(&["suggest", "accept", ID, "--rules", "mine.toml"]).refused(6, ID);
    home.run(&["suggest", "show", ID]).ok();
    home.write("mine.toml", "[reading]\nforms = 3\n");
    home.run(&["suggest", "list", "--rules", "mine.toml"]).refused(3, "mine.toml:2").tells("suggestion-rules.toml");
}

#[test]
fn an_analyst_changes_the_register() {
    let home = Home::new();
    let register = std::fs::read_to_string(super::home::package("catalog/state-data.toml")).unwrap();
    home.run(&["suggest", "show", ID]).ok();
    home.write("mine.toml", &register.replace("\"giấy tờ tùy thân\", \"giấy tờ tuỳ thân\", ", ""));
    home.run(&["import", "mine.toml"]).ok();
    home.run(&["suggest", "show", ID]).refused(6, ID);
    home.run(&["undo"]).ok();
    home.run(&["suggest", "show", ID]).ok();
}
