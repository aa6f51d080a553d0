//! Verbs as scripts and neighbours use them: what changes answers with JSON, and nobody's work is lost.

use crate::home::Home;
use serde_json::{Value, json};

#[test]
fn a_baseline_is_frozen_as_of_the_day_of_its_programme() {
    let home = Home::new();
    let sheet = |code: &str| {
        format!(
            "[[sheet]]\nregulation = \"{code}\"\n[[sheet.activity]]\nid = \"a1\"\ngroup = \"other\"\nname = \"x\"\n\
             tariff = \"income.business\"\nminutes = \"60\"\ncharges = 0\ntimes = \"1\"\npopulation = 1000\n"
        )
    };
    let regulation = |code: &str, from: &str| {
        format!(
            "[[regulation]]\ncode = \"{code}\"\nkind = \"condition\"\nname = \"x\"\nagency = \"BNG\"\nfrom = \"{from}\"\nprovenance = \"assumption\"\n"
        )
    };
    let text = [regulation("xua", "2019-01-01"), regulation("nay", "2025-05-01"), sheet("xua"), sheet("nay")].concat();
    home.write("two.toml", &text);
    home.run(&["import", "two.toml"]).ok();
    let frozen = home.json(&["baseline", "freeze", "nq68-2020"]);
    assert_eq!((&frozen["kind"], &frozen["as_of"]), (&json!("change"), &json!("2020-05-31")));
    // Of the shipped procedures one rests on decrees of 2021 and 2024 alone.
    assert_eq!(frozen["left_out_later"], json!(["ho-tro-mai-tang", "nay"]));
    assert!(frozen["change"].as_i64().is_some(), "{frozen}");
    assert_eq!(home.rows(&["baseline", "list"])[0]["frozen_on"], "2020-05-31");
    home.run(&["baseline", "freeze", "nq68-2020"]).refused(2, "--again");
    let again = home.run(&["baseline", "freeze", "nq68-2020", "--again", "--as-of", "1/6/2025"]).ok();
    again.tells("01/6/2025").tells("không rõ áp dụng từ ngày nào");
    let again = home.json(&["baseline", "freeze", "nq68-2020", "--again"]);
    assert_eq!(again["replaced"], "2025-06-01");
    // 1 000 hours at 43 750, the income of business since 2016 and until 2023.
    let rows = home.rows(&["progress", "--programme", "nq68-2020", "--by", "agency"]);
    let of_agency = rows.iter().find(|row| row["group"] == "BNG" && row["metric"] == "cost_saved").unwrap();
    assert_eq!(of_agency["baseline"], 43_750_000, "{of_agency}");
}

#[test]
fn four_processes_edit_one_scenario_and_nothing_is_lost() {
    let home = Home::new();
    let measures = ["1.001193-m1", "1.001193-m2", "1.004222-m1", "1.004222-m2"];
    home.run(&["scenario", "new", "chung"]).ok();
    for _ in 0..3 {
        let add = |code: &&str| home.command(&["-q", "scenario", "edit", "chung", "--add", code]).spawn().unwrap();
        let running: Vec<_> = measures.iter().map(add).collect();
        for mut process in running {
            assert!(process.wait().unwrap().success());
        }
        assert_eq!(home.json(&["scenario", "show", "chung"])["measures"], json!(measures));
        home.run(&["scenario", "edit", "chung", "--drop", &measures.join(",")]).ok();
    }
}

#[test]
fn reviews_and_readings_of_four_at_once_are_all_kept() {
    let home = Home::new();
    home.run(&["campaign", "new", "d1", "--name", "Đợt 1", "--trigger", "luật mới"]).ok();
    home.run(&["indicator", "add", "i1", "--name", "Tỷ lệ", "--unit", "%"]).ok();
    let (numbers, agencies) =
        (["1/2031/NĐ-CP", "2/2031/NĐ-CP", "3/2031/NĐ-CP", "4/2031/NĐ-CP"], ["BCA", "BTC", "BTP", "BNG"]);
    let review = numbers.iter().map(|number| home.command(&["-q", "campaign", "add", "d1", number]).spawn().unwrap());
    let read = agencies.iter().map(|agency| {
        home.command(&["-q", "indicator", "read", "i1", "5", "--agency", agency, "--source", "x"]).spawn().unwrap()
    });
    let running: Vec<_> = review.chain(read).collect();
    for mut process in running {
        assert!(process.wait().unwrap().success());
    }
    let reviewed = home.json(&["campaign", "show", "d1"])["instruments"].as_array().unwrap().len();
    let read = home.json(&["indicator", "show", "i1"])["readings"].as_array().unwrap().len();
    assert_eq!((reviewed, read), (4, 4));
}

#[test]
fn a_solution_is_kept_under_no_language_and_a_copy_answers_no_question() {
    let home = Home::new();
    let args = ["scenario", "solve", "--as-of", "2026-12-31", "--target", "cost_saved=5%", "--save", "best"];
    let kept = home.json(&args);
    assert_eq!((&kept["saved_as"], kept["change"].is_i64()), (&json!("best"), true));
    assert_eq!(home.json(&["scenario", "show", "best"])["name"], "best");
    home.run(&["scenario", "copy", "best", "kho"]).ok();
    assert_eq!(home.json(&["scenario", "show", "kho"])["problem"], Value::Null);
    home.run(&["scenario", "copy", "best", "-x"]).ended(2);
    // An import is held to the same rule.
    home.write("bad.toml", "[[scenario]]\ncode = \"-x,y\"\nname = \"x\"\n");
    home.run(&["import", "bad.toml"]).refused(3, "-x,y");
    // What is removed answers with the row that went.
    let removed = home.json(&["scenario", "remove", "kho"]);
    assert_eq!(
        (&removed["changed"][0]["table"], &removed["changed"][0]["action"]),
        (&json!("scenario"), &json!("delete"))
    );
}

#[test]
fn every_command_that_changes_something_answers_with_the_number_of_its_change() {
    let home = Home::bare();
    let made = home.json(&["init"]);
    assert_eq!((&made["kind"], &made["created"], &made["change"]), (&json!("workspace"), &json!(true), &json!(1)));
    let changed = |args: &[&str]| {
        let answer = home.json(args);
        assert_eq!(answer["kind"], "change", "{args:?}: {answer}");
        assert!(answer["change"].is_i64() && answer["rows"].as_u64() >= Some(1), "{args:?}: {answer}");
        assert!(!answer["changed"].as_array().unwrap().is_empty(), "{args:?}: {answer}");
        // The same bytes in both languages: nothing in it is said in one.
        answer
    };
    changed(&["directive", "add", "cd1", "--name", "Kết luận", "--date", "2025-12-01"]);
    changed(&["assignment", "add", "n1", "--directive", "cd1", "--title", "Rà soát", "--lead", "Bộ Tư pháp"]);
    changed(&["assignment", "edit", "n1", "--note", "gấp"]);
    let moved = changed(&["assignment", "move", "n1", "under_way", "--date", "2025-12-15"]);
    assert_eq!((&moved["changed"][0]["table"], &moved["changed"][0]["key"]), (&json!("assignment"), &json!(["n1"])));
    changed(&["campaign", "new", "d1", "--name", "Đợt 1", "--trigger", "luật mới"]);
    let reviewed = changed(&["campaign", "add", "d1", "12/2024/nđ-cp"]);
    let items = reviewed["changed"][0]["fields"]["instruments"]["after"].to_string();
    assert!(items.contains("12/2024/NĐ-CP"), "the number is in its normal form: {items}");
    changed(&["campaign", "outcome", "d1", "12/2024/NĐ–CP", "keep"]);
    changed(&["campaign", "remove", "d1", "12/2024/NĐ-CP"]);
    changed(&["campaign", "remove", "d1"]);
    changed(&["indicator", "add", "i1", "--name", "Tỷ lệ", "--unit", "%"]);
    changed(&["indicator", "read", "i1", "12.5", "--agency", "bộ tư pháp", "--source", "báo cáo"]);
    changed(&["indicator", "remove", "i1"]);
    changed(&["assignment", "remove", "n1"]);
    let of = "sheet:1.004222:a1:minutes";
    changed(&["uncertainty", "set", of, "--spread", "range", "--low", "1", "--high", "90", "--source", "x"]);
    changed(&["uncertainty", "remove", of]);
    changed(&["scenario", "new", "k1", "--measure", "1.004222-m1"]);
    changed(&["scenario", "copy", "k1", "k2"]);
    changed(&["scenario", "edit", "k2", "--note", "x"]);
    changed(&["scenario", "remove", "k2"]);
    changed(&["baseline", "freeze", "nq66-2026"]);
    changed(&["baseline", "drop", "nq66-2026"]);
    let tips = home.rows(&["suggest", "list", "--limit", "2"]);
    changed(&["suggest", "accept", tips[0]["code"].as_str().unwrap()]);
    changed(&["suggest", "dismiss", tips[1]["code"].as_str().unwrap(), "--reason", "không phải"]);
    home.run(&["suggest", "accept", tips[0]["code"].as_str().unwrap()]).refused(6, "");
    let copied = home.json(&["backup", "copy.db"]);
    assert_eq!((&copied["kind"], &copied["to"]), (&json!("backup"), &json!("copy.db")));
    let restored = home.json(&["restore", "copy.db"]);
    assert_eq!((&restored["kind"], &restored["from"]), (&json!("restored"), &json!("copy.db")));
    assert!(restored["kept_beside"].is_string(), "{restored}");
}
