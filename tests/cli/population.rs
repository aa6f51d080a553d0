//! Who complies, how often: said, taken in from tables, unknown where nobody counted, and what to survey first.

use super::home::Home;
use serde_json::Value;

/// Three procedures of which nobody knows how many comply.
const THREE: &str = r#"
[[procedure]]
regulation = { code = "9.000001", kind = "procedure", name = "Đăng ký thử", agency = "BTP", provenance = "assumption", source = "thử" }
components = [{ id = "c1", name = "Đơn đề nghị", originals = 1 }, { id = "c2", name = "Lưu ý: nộp một bộ", originals = 0 }, { id = "c3", name = "Đơn  đề nghị", originals = 1 }]
channels = [{ id = "k1", mode = "in_person" }, { id = "k2", mode = "online" }, { id = "k3", mode = "post" }]

[[procedure]]
regulation = { code = "9.000002", kind = "procedure", name = "Cấp phép thử", agency = "BTP", provenance = "assumption", source = "thử" }
components = [{ id = "c1", name = "Bằng cấp", copies = 1, certified = true }, { id = "c2", name = "Hợp đồng", copies = 1, certified = true }]
channels = [{ id = "k1", mode = "in_person" }]

[[procedure]]
regulation = { code = "9.000003", kind = "procedure", name = "Gia hạn thử", agency = "BTP", provenance = "assumption", source = "thử" }
components = [{ id = "c1", name = "Đơn gia hạn", originals = 1 }]
channels = [{ id = "k1", mode = "online" }]
"#;

fn home() -> Home {
    let home = Home::new();
    home.write("three.toml", THREE);
    home.run(&["import", "three.toml"]).ok();
    home.run(&["cost", "draft", "--all"]).ok();
    home
}

fn cost(home: &Home, code: &str) -> Value {
    home.json(&["cost", "show", code])
}

#[test]
fn a_first_sheet_invents_nobody() {
    let home = home();
    let first = cost(&home, "9.000001");
    assert_eq!(first["annual_cost_dong"], Value::Null);
    // A note is no paper, a paper that stands twice is one; of three ways to submit the one in the middle by cost is taken: by post.
    let names: Vec<&str> = first["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Đơn đề nghị", "Nộp hồ sơ", "Nhận kết quả"]);
    assert_eq!(first["rows"][1]["minutes"], 45);
    assert!(first["rows"].as_array().unwrap().iter().all(|row| row["population"] == Value::Null));
    // One journey serves both certified copies: 60 minutes for the first, 10 for the second.
    let second = cost(&home, "9.000002");
    assert_eq!((&second["rows"][0]["minutes"], &second["rows"][1]["minutes"]), (&60.into(), &10.into()));
    let row = |code: &str| home.rows(&["list", "procedure", "--where", &format!("code={code}")])[0].clone();
    assert_eq!(row("9.000001")["annual_cost_dong"], Value::Null);
    assert!(row("9.000001")["one_dong"].as_i64().unwrap() > 0);
    // Totals say how many they are without.
    home.run(&["cost", "total"]).ok().tells("3 quy định");
    let total = &home.rows(&["cost", "total"])[0];
    assert_eq!(total["without_population"], 3);
    let parts =
        ["official_dong", "measured_dong", "surveyed_dong", "assumed_dong"].map(|key| total[key].as_i64().unwrap());
    assert_eq!(parts.iter().sum::<i64>(), total["annual_cost_dong"].as_i64().unwrap());
    let checked = home.run(&["check", "--format", "json"]).json();
    let known = checked["rows"].as_array().unwrap().iter().find(|row| row["check"] == "populations_known").unwrap();
    assert_eq!((&known["passed"], &known["without_population"]), (&false.into(), &3.into()));
}

#[test]
fn a_number_is_said_once_for_all_rows_and_a_row_may_differ() {
    let home = home();
    let one = cost(&home, "9.000003")["one_dong"].as_i64().unwrap();
    home.run(&["cost", "population", "9.000003", "2 nghìn", "--source", "Cục thử", "--provenance", "official"]).ok();
    let said = cost(&home, "9.000003");
    assert_eq!(said["population"]["count"], 2_000);
    let annual = said["annual_cost_dong"].as_i64().unwrap();
    assert!((annual - one * 2_000).abs() < 2_000, "{annual} and {one}");
    // Twice a year each, and a quarter does a row.
    home.run(&["cost", "population", "9.000003", "--times", "2", "--share", "some=25"]).ok();
    home.run(&["cost", "set", "9.000003", "a1", "among=some"]).ok();
    let rows = cost(&home, "9.000003")["rows"].as_array().unwrap().clone();
    assert_eq!((&rows[0]["population"], &rows[0]["times_per_year"]), (&500.into(), &2.into()));
    home.run(&["cost", "set", "9.000003", "a1", "population=7"]).ok();
    assert_eq!(cost(&home, "9.000003")["rows"][0]["population"], 7);
    home.run(&["cost", "set", "9.000003", "a1", "population=-"]).ok();
    assert_eq!(cost(&home, "9.000003")["rows"][0]["population"], 500);
    home.run(&["cost", "population", "9.000003", "--unknown"]).ok();
    assert_eq!(cost(&home, "9.000003")["annual_cost_dong"], Value::Null);
    home.run(&["cost", "population", "9.000003"]).ended(2);
    home.run(&["cost", "population", "9.9", "5"]).ended(6);
    home.run(&["cost", "population", "9.000003", "nhiều"]).refused(2, "nhiều");
    home.run(&["cost", "population", "9.000003", "--share", "online"]).refused(2, "online=40");
    for _ in 0..5 {
        home.run(&["undo"]).ok();
    }
    assert_eq!(cost(&home, "9.000003")["population"]["count"], 2_000);
}

#[test]
fn a_table_of_two_or_three_columns_fills_hundreds() {
    let home = home();
    home.write("dem.csv", "Bảng số hồ sơ năm 2024;;\nMã TTHC;Số hồ sơ/năm;Nguồn\n9.000001;1.200;Cổng DVC\n9.000002;;\n9.111111;5;x\n9.000003;165.139;Sở\n");
    let ran = home.run(&["import", "dem.csv"]).ok();
    assert!(ran.err.contains("9.111111") && ran.err.contains("chưa điền"), "{}", ran.err);
    assert_eq!(cost(&home, "9.000003")["population"]["count"], 165_139);
    assert_eq!(cost(&home, "9.000001")["population"]["source"], "Cổng DVC");
    let before = home.everything();
    home.run(&["import", "dem.csv"]).ok();
    assert_eq!(home.everything(), before, "a second import changes nothing");
    for (table, line) in [
        ("code,count\n9.000001,nhiều\n", 2),
        ("code,count\n9.000001,1\n9.000001,2\n", 3),
        ("code,count\n9.000001,-5\n", 2),
        ("code,count\n9.000001,1.5\n", 2),
    ] {
        home.write("bad.csv", table);
        home.run(&["import", "bad.csv"]).refused(3, &format!(":{line}"));
        assert_eq!(home.everything(), before);
    }
}

#[test]
fn what_to_survey_first_goes_out_and_comes_in_again() {
    let home = home();
    let rows = home.rows(&["cost", "plan"]);
    // Of those that nobody counted, the one whose performance costs most moves the total most.
    let unknown: Vec<&Value> = rows.iter().filter(|row| row["code"].as_str().unwrap().starts_with("9.")).collect();
    assert_eq!(unknown.len(), 3);
    assert_eq!(unknown[0]["code"], "9.000002");
    let one = |row: &Value| row["one_dong"].as_i64().unwrap();
    assert!(one(unknown[0]) >= one(unknown[1]) && one(unknown[1]) >= one(unknown[2]));
    home.run(&["cost", "plan", "--where", "code=9.000002", "--format", "csv", "-o", "plan.csv"]).ok();
    let text = home.text("plan.csv");
    let head: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let at = head.iter().position(|name| *name == "count").unwrap();
    let mut cells: Vec<String> = text.lines().nth(1).unwrap().split(',').map(str::to_owned).collect();
    cells[at] = "320".to_owned();
    home.write("filled.csv", &format!("{}\n{}\n", text.lines().next().unwrap(), cells.join(",")));
    home.run(&["import", "filled.csv"]).ok();
    assert_eq!(cost(&home, "9.000002")["population"]["count"], 320);
}

#[test]
fn alternatives_are_shares_in_the_shipped_sheet() {
    // By hand, of 2,4 million who file 60 % in person: minutes 30 + 20 × 0,75 + 30 × 0,25 + 120 × 0,6 + 20 × 0,4 + 10 × 0,25 + 5 ÷ 6 + 5
    // = 140,8333 at 53.977,27 đ an hour, and 375 + 500 + 12.000 + 5.000 + 1.666,67 đ: 146.238 đ.
    let home = Home::new();
    assert_eq!(cost(&home, "1.004222")["one_dong"], 146_238);
}
