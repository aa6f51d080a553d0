//! `measure`: proposed, changed, moved on, removed.

use super::home::Home;
use serde_json::Value;

/// Dropping row a10 of 1.001193 (90 minutes and 20 000 đồng, 840 000 people) saves 84 811 363 636,36 đồng a year; by hand:
/// 1,5 × 114 000 000 ÷ 2112 × 840 000 = 68 011 363 636,36, and 20 000 × 840 000 = 16 800 000 000.
const DROP_A10: i64 = 84_811_363_636;

fn propose(home: &Home) -> String {
    let args =
        ["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "Trả kết quả điện tử"];
    home.run(&args).ok().says("tiết kiệm 84.811.363.636");
    "1.001193-m3".to_owned()
}

#[test]
fn a_shipped_measure_saves_what_it_saves_by_hand() {
    let home = Home::new();
    // 1.001193-m1 replaces component c2 by data: row a2 goes from 20 minutes to 2 for 1 400 000 births a year.
    // 18 ÷ 60 × 114 000 000 ÷ 2112 × 1 400 000 = 22 670 454 545,45.
    let effect = &home.json(&["measure", "show", "1.001193-m1"])["effect"];
    assert_eq!(effect["saved_alone_dong"], 22_670_454_545_i64);
    assert_eq!(effect["annual_cost_before_dong"], 275_936_155_303_i64);
    // On 1 January 2026 it is not proposed yet, so it saves nothing within the set.
    assert_eq!(effect["saved_within_dong"], 0);
}

#[test]
fn a_measure_is_proposed_and_its_effect_is_said() {
    let home = Home::new();
    let code = propose(&home);
    let shown = home.json(&["measure", "show", &code]);
    assert_eq!(shown["effect"]["saved_alone_dong"], DROP_A10);
    assert_eq!(shown["effect"]["saved_within_dong"], DROP_A10);
    assert_eq!(shown["effect"]["annual_cost_after_set_dong"], 275_936_155_303_i64 - DROP_A10);
    assert_eq!(shown["statuses"][0]["date"], "2026-01-01");
    assert_eq!(home.json(&["show", "measure", &code]), shown);
    home.run(&["--lang", "en", "measure", "show", &code]).ok().says("84,811,363,636 saved");
}

#[test]
fn what_a_measure_aims_at_must_exist() {
    let home = Home::new();
    let before = home.everything();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a99"]).refused(2, "a99");
    home.run(&["measure", "add", "1.001193", "--kind", "nosuch"]).refused(2, "drop-step");
    home.run(&["measure", "add", "9.999", "--kind", "abolish"]).refused(6, "9.999");
    home.run(&["measure", "add", "1.001193", "--kind", "merge"]).refused(2, "remains");
    home.run(&["measure", "add", "1.001193", "--kind", "merge", "--set", "remains"]).ended(2);
    home.run(&["measure", "add", "1.001193", "--kind", "abolish", "--due", "someday"]).refused(2, "someday");
    home.run(&["measure", "add", "1.001193"]).refused(2, "--kind");
    // A title says what is proposed; a share is at most the whole; đồng and people are counted one by one.
    home.run(&["measure", "add", "1.001193", "--kind", "abolish", "--title", " "]).refused(2, "chưa nêu nội dung");
    home.run(&["measure", "add", "1.001193", "--kind", "merge", "--set", "remains=101"]).refused(2, "remains=101");
    home.run(&["measure", "add", "1.001193", "--kind", "lower-fee", "--set", "fee=500.5"]).refused(2, "số nguyên");
    home.run(&["measure", "add", "1.001193", "--kind", "lower-fee", "--set", "fee=1", "--set", "fee=2"])
        .refused(2, "“fee” ghi hai lần");
    home.run(&["measure", "edit", "1.001193-m1", "--set", "fee=1", "--set", " fee=1"]).refused(2, "“fee” ghi hai lần");
    home.run(&["measure", "add", "1.001193", "--kind", "narrow-population", "--set", "people=1/2"])
        .refused(2, "people");
    assert_eq!(home.everything(), before);
}

#[test]
fn a_file_with_a_measure_that_makes_no_sense_is_refused() {
    let home = Home::new();
    let before = home.everything();
    for (kind, title, values, said) in [
        ("lower-fee", "Giảm", "fee = \"-5\"", "-5"),
        ("merge", "Gộp", "remains = \"250\"", "remains=250"),
        ("abolish", "", "", "chưa nêu nội dung"),
    ] {
        let text = format!(
            "[[measure]]\nregulation = \"1.004222\"\nkind = \"{kind}\"\ntitle = \"{title}\"\nprovenance = \"assumption\"\n\
             values = {{ {values} }}\n[[measure.statuses]]\nstatus = \"proposed\"\ndate = \"2026-01-01\"\n"
        );
        home.write("odd.toml", &text);
        let ran = home.run(&["import", "odd.toml"]).refused(3, said);
        assert!(ran.err.contains("odd.toml") && ran.err.contains("1.004222"), "{}", ran.err);
    }
    assert_eq!(home.everything(), before);
}

#[test]
fn a_measure_that_is_there_is_not_replaced_by_one_like_it() {
    let home = Home::new();
    let code = propose(&home);
    home.run(&["measure", "move", &code, "consulted"]).ok().tells("đã lấy ý kiến");
    let before = home.everything();
    let again =
        ["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--title", "Trả kết quả điện tử"];
    home.run(&again).refused(2, &code);
    assert_eq!(home.everything(), before);
}

#[test]
fn everything_about_a_measure_is_kept_and_edited() {
    let home = Home::new();
    home.write("now.txt", "Điều 5. Hồ sơ\r\n1. Tờ khai\r\n");
    let code = propose(&home);
    let args = [
        "measure",
        "edit",
        &code,
        "--title",
        "Tên mới",
        "--reason",
        "Dữ liệu đã có",
        "--evidence",
        "Khảo sát",
        "--provision",
        "khoản 1 Điều 5",
        "--instrument",
        "123/2015/nđ-cp",
        "--authority",
        "Chính phủ",
        "--person",
        "Lan",
        "--due",
        "30/6/2026",
        "--provenance",
        "surveyed",
        "--note",
        "nháp",
        "--current-text",
        "@now.txt",
        "--proposed-text",
        "Điều 5. Bãi bỏ",
        "--target",
        "a10,a11",
    ];
    home.run(&args).ok().says("Tên mới");
    let shown = home.json(&["measure", "show", &code]);
    for (key, value) in [
        ("title", "Tên mới"),
        ("reason", "Dữ liệu đã có"),
        ("evidence", "Khảo sát"),
        ("provision", "khoản 1 Điều 5"),
        ("instrument", "123/2015/NĐ-CP"),
        ("authority", "Chính phủ"),
        ("person", "Lan"),
        ("due", "2026-06-30"),
        ("provenance", "surveyed"),
        ("note", "nháp"),
        ("current_text", "Điều 5. Hồ sơ\n1. Tờ khai"),
        ("proposed_text", "Điều 5. Bãi bỏ"),
    ] {
        assert_eq!(shown[key], value, "{key}");
    }
    assert_eq!(shown["targets"], serde_json::json!(["a10", "a11"]));
    // What is not given stays.
    home.run(&["measure", "edit", &code, "--person", "Minh", "-q"]).ok();
    let edited = home.json(&["measure", "show", &code]);
    assert_eq!((&edited["person"], &edited["title"]), (&Value::from("Minh"), &Value::from("Tên mới")));
    home.run(&["measure", "edit", &code, "--current-text", "@missing.txt"]).refused(3, "missing.txt");
    home.run(&["measure", "edit", "no-m1", "--person", "x"]).refused(6, "no-m1");
}

#[test]
fn statuses_follow_their_order_their_days_and_their_documents() {
    let home = Home::new();
    let code = propose(&home);
    home.run(&["measure", "move", &code, "in-force", "--document", "1/QĐ-TTg"]).refused(2, "consulted");
    home.run(&["measure", "move", &code, "nosuch"]).refused(2, "withdrawn");
    home.run(&["measure", "move", &code, "consulted", "--date", "2025-12-31"]).refused(2, "31/12/2025");
    home.run(&["measure", "move", &code, "consulted", "--note", "sáu bộ góp ý"]).ok();
    home.run(&["measure", "move", &code, "proposed"]).ended(2);
    home.run(&["measure", "move", &code, "submitted", "--date", "2026-02-01"]).ok();
    home.run(&["measure", "move", &code, "approved", "--date", "2026-03-01"]).refused(2, "--document");
    home.run(&["measure", "move", &code, "approved", "--date", "2026-03-01", "--document", "442/qđ-ttg"]).ok();
    home.run(&["measure", "move", &code, "in-force", "--date", "2026-07-01", "--document", "100/2026/NĐ-CP"]).ok();
    home.run(&["measure", "move", &code, "withdrawn", "--date", "2026-08-01"]).ended(2);
    let statuses = home.json(&["measure", "show", &code])["statuses"].clone();
    let said: Vec<String> = statuses
        .as_array()
        .unwrap()
        .iter()
        .map(|s| {
            format!(
                "{} {} {}",
                s["date"].as_str().unwrap(),
                s["status"].as_str().unwrap(),
                s["document"].as_str().unwrap_or("-")
            )
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    2026-01-01 proposed -
    2026-01-01 consulted -
    2026-02-01 submitted -
    2026-03-01 approved 442/QĐ-TTG
    2026-07-01 in_force 100/2026/NĐ-CP
    ");
}

#[test]
fn measures_are_listed_by_regulation_and_condition() {
    let home = Home::new();
    propose(&home);
    assert_eq!(home.rows(&["measure", "list"]).len(), 11);
    assert_eq!(home.rows(&["measure", "list", "1.001193"]).len(), 3);
    let sorted = home.rows(&["measure", "list", "--sort", "-saved_alone_dong", "--limit", "2"]);
    assert_eq!(sorted[0]["code"], "1.000656-m2", "{sorted:?}");
    let planned = home.rows(&["measure", "list", "--where", "saved_within_dong>0"]);
    assert_eq!((planned.len(), &planned[0]["saved_within_dong"]), (1, &Value::from(DROP_A10)));
    home.run(&["measure", "list", "9.999"]).refused(6, "9.999");
    home.run(&["measure", "list", "--where", "nosuch=1"]).refused(2, "saved_alone_dong");
}

#[test]
fn a_measure_is_removed_and_comes_back() {
    let home = Home::new();
    let before = home.everything();
    home.run(&["measure", "remove", "1.001193-m1"]).ok().tells("tinhgon undo");
    home.run(&["measure", "show", "1.001193-m1"]).refused(6, "1.001193-m1");
    home.run(&["measure", "remove", "1.001193-m1"]).refused(6, "1.001193-m1");
    home.run(&["undo"]).ok();
    assert_eq!(home.everything(), before);
}
