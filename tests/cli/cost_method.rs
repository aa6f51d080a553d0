//! `cost method`, and sheets valued by another method.

use super::home::Home;
use serde_json::Value;

const METHODS: [&str; 6] = ["vietnam", "standard-cost-model", "australia", "germany", "canada", "united-states"];

#[test]
fn the_shipped_methods_reproduce_what_was_published() {
    let home = Home::new();
    let listed: Vec<Value> = home.rows(&["cost", "method", "list"]);
    let names: Vec<&str> = listed.iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert_eq!(names, METHODS);
    let mut cases = Vec::new();
    for name in METHODS {
        let ran = home.json(&["cost", "method", "run", name]);
        for case in ran["cases"].as_array().unwrap() {
            assert!(case["printed"].as_array().unwrap().iter().all(|one| one["same"] == true), "{case}");
            cases.push(case["case"].as_str().unwrap().to_owned());
        }
        home.run(&["cost", "method", "show", name]).ok().says(name);
    }
    for id in ["A1", "A2", "A3", "A4", "A5", "A6", "A8", "A9", "D1", "D2", "D3", "C1", "U1", "V1", "V2", "V3", "G1"] {
        assert!(cases.iter().any(|case| case == id), "{id}: {cases:?}");
    }
}

#[test]
fn a_run_tells_each_figure_apart() {
    let home = Home::new();
    let ran = home.json(&["cost", "method", "run", "standard-cost-model"]);
    let figures = &ran["cases"][0]["figures"]["before"];
    // G1: 1.200.000 a year; at 7% over ten years 8.428.297,85 (published).
    assert_eq!((&figures["average"], &figures["present_value"]), (&1_200_000.into(), &8_428_297.85.into()));
    assert_eq!((&figures["one_off"], &figures["recurring"]), (&0.into(), &12_000_000.into()));
    home.run(&["cost", "method", "run", "standard-cost-model"])
        .ok()
        .says("2 giờ × 50/giờ = 100/lần")
        .says("8.428.297,85");
    home.run(&["--lang", "en", "cost", "method", "run", "vietnam"]).ok().says("saves 650,000,000,000 (66.67%)");
    home.run(&["cost", "method", "run", "australia", "--format", "csv"]).ok().says("A6,after,a1");
}

/// A method that an analyst makes up: half an hour more on each tariff, nothing for purchases.
const OWN: &str = r#"
id = "own"
name = "Riêng"
name_en = "Own"
source = "thử"
currency = "VND"
leave_out = ["purchase"]

[[tariff]]
id = "staff"
name = "Người làm"
name_en = "Staff"
parameter = "income.business"
overhead = "0.5"

[[addressee]]
id = "firm"
name = "Doanh nghiệp"
name_en = "Firms"
tariff = "staff"
"#;

const CASES: &str = r#"
[[case]]
id = "one"
name = "Một"
segment = [{ id = "s", addressee = "firm", population = 11 }]
activity = [{ id = "a", name = "Việc", hours = 16, outlays = { purchase = 99 } }]
printed = [{ figure = "total", value = 14249999 }]
"#;

#[test]
fn an_analyst_writes_a_method_and_cases() {
    let home = Home::new();
    home.write("own.toml", OWN);
    home.write("cases.toml", CASES);
    // 16 h × 114.000.000 ÷ 2112 × 1,5 × 11 firms = 14.250.000 exactly; the printed figure is one less.
    let ran = home.run(&["cost", "method", "run", "own.toml", "cases.toml"]).ended(1);
    ran.says("KHÔNG khớp số công bố").says("14.249.999").says("14.250.000").says("không tính: mua sắm 99");
    home.write("cases.toml", &CASES.replace("14249999", "14250000"));
    home.run(&["cost", "method", "run", "own.toml", "cases.toml"]).ok();
    home.run(&["cost", "method", "run", "nosuch"]).refused(6, "australia");
    home.run(&["cost", "method", "run", "own.toml", "nosuch.toml"]).refused(3, "nosuch.toml");
    home.write("cases.toml", &CASES.replace("hours = 16", "hours = 1.5"));
    home.run(&["cost", "method", "run", "own.toml", "cases.toml"]).refused(3, "cases.toml:6");
    home.write("own.toml", &OWN.replace("tariff = \"staff\"", "tariff = \"boss\""));
    home.run(&["cost", "method", "show", "own.toml"]).refused(3, "boss");
    home.run(&["cost", "method", "run", "germany", "cases.toml"]).ended(3);
}

#[test]
fn a_sheet_is_valued_by_another_method() {
    let home = Home::new();
    let own = home.json(&["cost", "show", "1.001193"])["annual_cost_dong"].clone();
    let figures = |method: &str| {
        home.json(&["cost", "show", "1.001193", "--method", method])["cases"][0]["figures"]["before"].clone()
    };
    assert_eq!(figures("vietnam")["total"], own);
    assert_eq!(figures("australia")["average"], own, "no fee and no staff in this sheet");
    // Germany: citizens without wage; what is left is 34.055.000.000 đ of charges (see BIRTH of cost.rs).
    assert_eq!(figures("germany")["total"], 34_055_000_000_i64);
    let total = home.rows(&["cost", "total", "--method", "vietnam"]);
    assert_eq!(total[0]["total_dong"], home.rows(&["cost", "total"])[0]["annual_cost_dong"]);
    home.run(&["cost", "show", "1.001193", "--method", "canada"]).refused(3, "income.citizen");
}

#[test]
fn totals_leave_out_addressees_that_the_method_does_not_look_at_and_say_so() {
    let home = Home::new();
    let row = |id: &str, tariff: &str| {
        format!(
            "[[sheet.activity]]\nid = \"{id}\"\ngroup = \"other\"\nname = \"Việc {id}\"\ntariff = \"{tariff}\"\nminutes = 0\ncharges = 1000\ntimes = 1\npopulation = 1000\n"
        )
    };
    let regulation = "[[regulation]]\ncode = \"r1\"\nkind = \"condition\"\nname = \"Điều kiện thử\"\nprovenance = \"assumption\"\n[[sheet]]\nregulation = \"r1\"\n";
    home.write("r.toml", &format!("{regulation}{}{}", row("a1", "income.business"), row("a2", "income.citizen")));
    home.run(&["import", "r.toml"]).ok();
    // Canada looks at businesses only: 1.000 đ × 1.000 a year over ten years. The shipped sheets are of citizens.
    let total = home.rows(&["cost", "total", "--method", "canada"]);
    assert_eq!((&total[0]["with_sheet"], &total[0]["total_dong"]), (&1.into(), &10_000_000.into()));
    home.run(&["cost", "total", "--method", "canada"]).ok().tells("7 bảng tính");
    let told = home.run(&["cost", "total", "--method", "vietnam"]).ok();
    assert!(!told.err.contains("bảng tính"), "{}", told.err);
}
