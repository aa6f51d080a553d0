//! `baseline`, `progress`, `check`: where the targets stand.

use super::home::Home;
use serde_json::Value;

/// A workspace in which one measure that saves 84 811 363 636 đồng is approved in March and in force from July 2026.
fn with_a_measure() -> Home {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "-q"]).ok();
    home.run(&["measure", "move", "1.001193-m3", "approved", "--date", "2026-03-01", "--document", "1/QĐ-TTg"]).ok();
    home.run(&["measure", "move", "1.001193-m3", "in-force", "--date", "2026-07-01", "--document", "2/NĐ-CP"]).ok();
    home
}

fn cost_rows(home: &Home, more: &[&str]) -> Vec<Value> {
    let mut args = vec!["progress", "--programme", "nq66-2026"];
    args.extend(more);
    home.rows(&args).into_iter().filter(|row| row["target"] == "cost").collect()
}

#[test]
fn progress_is_the_share_of_the_baseline_that_each_stage_saves() {
    let home = with_a_measure();
    // 84 811 363 636 ÷ 1 128 525 558 712 = 7,515… %.
    let shares = |day: &str| -> Vec<String> {
        cost_rows(&home, &["--as-of", day])
            .iter()
            .map(|row| format!("{}={}", row["stage"].as_str().unwrap(), row["percent"]))
            .collect()
    };
    assert_eq!(shares("2026-01-01"), ["planned=7.52", "approved=0.0", "in_force=0.0"]);
    assert_eq!(shares("1/3/2026"), ["planned=7.52", "approved=7.52", "in_force=0.0"]);
    assert_eq!(shares("2026-07-01"), ["planned=7.52", "approved=7.52", "in_force=7.52"]);
    let row = &cost_rows(&home, &["--as-of", "2026-07-01", "--stage", "in-force"])[0];
    assert_eq!(row["achieved"], 84_811_363_636_i64);
    assert_eq!(row["baseline"], 1_128_525_558_712_i64);
    // Half of the baseline, less what is achieved.
    assert_eq!(row["gap"], 564_262_779_356_i64 - 84_811_363_636);
    assert_eq!((&row["met"], &row["due"]), (&Value::Bool(false), &Value::from("2026-12-31")));
}

#[test]
fn progress_is_split_and_the_parts_add_up() {
    let home = with_a_measure();
    for by in ["agency", "field", "kind"] {
        let rows = cost_rows(&home, &["--by", by, "--stage", "planned"]);
        let sum = |key: &str| rows.iter().map(|row| row[key].as_i64().unwrap()).sum::<i64>();
        assert!((sum("baseline") - 1_128_525_558_712).abs() <= rows.len() as i64, "{by}");
        assert!((sum("achieved") - 84_811_363_636).abs() <= rows.len() as i64, "{by}");
        assert!(rows.iter().all(|row| row["group"].is_string()), "{by}: {rows:?}");
    }
    home.run(&["progress", "--by", "agency"]).ok().says("Bộ Tư pháp");
}

#[test]
fn progress_speaks_every_form_and_refuses_what_is_unknown() {
    let home = with_a_measure();
    let csv = home.run(&["progress", "--programme", "nq68-2020", "--stage", "planned", "--format", "csv"]).ok();
    insta::assert_snapshot!(csv.out, @r"
    programme,target,metric,stage,baseline,achieved,percent,target_percent,gap,met,due,unit
    nq68-2020,regulations,cut_or_simplified,planned,6,1,16.67,20.0,1,false,2025-12-31,regulations
    nq68-2020,cost,cost_saved,planned,1128525558712,84811363636,7.52,20.0,140893748107,false,2025-12-31,dong/year
    ");
    assert!(csv.err.contains("nq68-2020"), "what must be known to read the figures is told: {}", csv.err);
    assert_eq!(home.run(&["progress", "-q"]).ok().err, "");
    home.run(&["progress", "--format", "md"]).ok().says("| ---: |");
    home.run(&["progress", "--programme", "nosuch"]).refused(6, "nosuch");
    home.run(&["progress", "--as-of", "never"]).refused(2, "31/12/2026");
    home.run(&["progress", "--stage", "dreamt"]).refused(2, "dreamt");
}

#[test]
fn a_check_says_no_until_targets_are_met() {
    let home = with_a_measure();
    let ran = home.run(&["check", "--programme", "nq66-2026", "--format", "json"]).ended(1);
    let rows = ran.json()["rows"].as_array().unwrap().clone();
    let is = |row: &Value, name: &str| row["check"] == name || (row["check"] == "target" && row["target"] == name);
    let passed = |name: &str| rows.iter().find(|row| is(row, name)).map(|row| row["passed"].clone()).unwrap();
    for (check, expected) in
        [("cost", false), ("baseline_frozen", false), ("sheets_complete", true), ("measures_sound", true)]
    {
        assert_eq!(passed(check), expected, "{check}");
    }
    home.run(&["check"]).ended(1).says("số liệu gốc đã chốt").says("chưa chốt, tạm tính theo số liệu hiện tại");
    home.run(&["check", "--programme", "nosuch"]).refused(6, "nosuch");
    home.run(&["check", "--stage", "planned", "--as-of", "31/12/2026"]).ended(1);
}

#[test]
fn a_check_says_yes_when_all_is_met() {
    let home = Home::new();
    home.write(
        "small.toml",
        r#"
[[programme]]
code = "nho"
name = "Chương trình nhỏ"
name_en = "A small programme"
baseline = "2025-12-31"
source = "thử"

[[programme.targets]]
id = "cost"
metric = "cost_saved"
percent = "15/2"
due = "2026-12-31"
"#,
    );
    home.run(&["import", "small.toml"]).ok();
    home.run(&["baseline", "freeze", "nho"]).ok();
    home.run(&["check", "--programme", "nho"]).ended(1);
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "-q"]).ok();
    home.run(&["check", "--programme", "nho"]).ended(1);
    home.run(&["check", "--programme", "nho", "--stage", "planned"]).ok();
}

#[test]
fn a_frozen_baseline_stands_while_the_catalogue_moves() {
    let home = with_a_measure();
    assert_eq!(home.rows(&["baseline", "list"]).len(), 0);
    home.run(&["baseline", "drop", "nq66-2026"]).refused(6, "nq66-2026");
    home.run(&["baseline", "freeze", "nosuch"]).refused(6, "nosuch");
    home.run(&["baseline", "freeze", "nq66-2026", "--note", "theo công văn"]).ok();
    let frozen = home.rows(&["baseline", "list"]);
    assert_eq!(
        (&frozen[0]["programme"], &frozen[0]["frozen_on"]),
        (&Value::from("nq66-2026"), &Value::from("2024-12-31"))
    );
    home.run(&["baseline", "freeze", "nq66-2026"]).refused(2, "nq66-2026").tells("--again");
    home.run(&["cost", "set", "1.001193", "a1", "minutes=300"]).ok();
    assert_eq!(cost_rows(&home, &[])[0]["baseline"], 1_128_525_558_712_i64);
    home.run(&["baseline", "freeze", "nq66-2026", "--again", "--note", "sửa số liệu"]).ok();
    // 270 minutes more for 1 400 000 people: 6 300 000 hours × 53 977,2727 = 340 056 818 181,8 more.
    assert_eq!(cost_rows(&home, &[])[0]["baseline"], 1_128_525_558_712_i64 + 340_056_818_182);
    home.run(&["baseline", "drop", "nq66-2026"]).ok();
    assert_eq!(home.rows(&["baseline", "list"]).len(), 0);
}

/// Of the row of the cost in a table of `progress`, these fields.
fn cost_of(home: &Home, args: &[&str]) -> Vec<Value> {
    let mut all = vec!["progress", "--programme", "nq66-2026"];
    all.extend(args);
    home.rows(&all).into_iter().filter(|row| row["target"] == "cost").collect()
}

#[test]
fn measuring_again_is_no_reform_and_what_is_new_is_taken_off() {
    let home = with_a_measure();
    home.run(&["progress", "--programme", "nq66-2026", "--net"]).ok().tells("baseline freeze nq66-2026");
    home.run(&["baseline", "freeze", "nq66-2026"]).ok();
    home.run(&["cost", "set", "1.001193", "a1", "minutes=300"]).ok();
    home.write(
        "new.toml",
        "[[regulation]]\ncode = \"bc-moi\"\nkind = \"procedure\"\nname = \"Báo cáo mới\"\nagency = \"BTP\"\nprovenance = \"assumption\"\n\n\
         [[sheet]]\nregulation = \"bc-moi\"\n[[sheet.activity]]\ngroup = \"other\"\nname = \"Lập báo cáo\"\n\
         tariff = \"income.citizen\"\nminutes = 0\ncharges = 1000\ntimes = 1\npopulation = 5000000\n",
    );
    home.run(&["import", "new.toml"]).ok();
    let row = &cost_of(&home, &["--net", "--as-of", "2026-07-01", "--stage", "in-force"])[0];
    let number = |key: &str| row[key].as_i64().unwrap();
    // The measure drops row a10; row a1 takes 270 minutes more for 1 400 000 people: 340 056 818 182 (half of a đồng is rounded).
    assert_eq!((number("achieved"), number("reestimate")), (84_811_363_636, 340_056_818_182));
    // 1 000 đ × 5 000 000.
    assert_eq!((number("new_burden"), number("new_regulations")), (5_000_000_000, 1));
    assert_eq!((number("net"), &row["net_percent"]), (79_811_363_636, &Value::from(7.07)));
    assert_eq!(number("today"), 1_128_525_558_712 - 84_811_363_636 + 340_056_818_182 + 5_000_000_000);
    let changes = home.rows(&["progress", "--programme", "nq66-2026", "--changes"]);
    let kinds: Vec<(&str, &str)> =
        changes.iter().map(|c| (c["code"].as_str().unwrap(), c["change"].as_str().unwrap())).collect();
    assert_eq!(kinds, [("1.001193", "reestimated"), ("bc-moi", "new")]);
    // What changed is there to be seen, also where it is neither cost nor hours.
    home.write("online.toml", "[[regulation]]\ncode = \"bhyt-tre-em-duoi-6\"\nkind = \"procedure\"\nname = \"\"\nelectronic = true\nprovenance = \"official\"\n");
    home.run(&["import", "online.toml"]).ok();
    let changes = home.rows(&["progress", "--programme", "nq66-2026", "--changes"]);
    let online = changes.iter().find(|row| row["code"] == "bhyt-tre-em-duoi-6").unwrap();
    assert_eq!((&online["electronic_after"], &online["electronic_today"]), (&false.into(), &true.into()));
    assert_eq!(online["difference_dong"], 0);
    home.run(&["undo"]).ok();
    // The target looks at the effect of reform alone.
    assert_eq!(cost_rows(&home, &["--as-of", "2026-07-01", "--stage", "in-force"])[0]["percent"], 7.52);
    home.run(&["progress", "--net", "--by", "agency", "--programme", "nq66-2026"]).ok().says("Bộ Tư pháp");
    home.run(&["progress", "--net", "--forecast"]).refused(2, "--forecast");
}

#[test]
fn a_forecast_tells_when_a_target_is_met_or_what_is_missing() {
    let home = Home::new();
    let measure = ["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "-q", "--due", "2026-06-30"];
    home.run(&measure).ok();
    let points = |stage: &str| -> Vec<(String, i64)> {
        let rows = cost_of(&home, &["--forecast", "--stage", stage]);
        rows.iter().map(|r| (r["date"].as_str().unwrap().to_owned(), r["expected"].as_i64().unwrap())).collect()
    };
    // The shipped measures are proposed in July 2026 and do not count on 1 January.
    let expected = [("2026-01-01", 0), ("2026-06-30", 84_811_363_636), ("2026-12-31", 84_811_363_636)]
        .map(|(d, n)| (d.to_owned(), n));
    assert_eq!(points("planned"), expected);
    assert_eq!(points("approved"), [("2026-01-01".to_owned(), 0), ("2026-12-31".to_owned(), 0)]);
    // Half of the baseline is 564 262 779 356.
    let ran = home.run(&["progress", "--programme", "nq66-2026", "--forecast"]).ok();
    ran.tells("còn thiếu 479.451.415.720 đ/năm");
    home.run(&["progress", "--programme", "nq66-2026", "--forecast", "--as-of", "2026-07-01"])
        .ok()
        .tells("quá hạn: 1.001193-m");
    // A target whose day has passed is not told as one that is ahead.
    let past = ["progress", "--programme", "nq66-2025", "--forecast", "--as-of", "2026-07-01"];
    let past = home.run(&past).ok().tells("đã quá hạn 31/12/2025");
    assert!(!past.err.contains("đến hạn 31/12/2025"), "{}", past.err);
    home.run(&["report", "progress", "--programme", "nq66-2025", "--as-of", "2026-07-01"]).ok().says("đã quá hạn");
    home.run(&["report", "progress", "--programme", "nq66-2026", "--as-of", "2026-07-01"]).ok().says("khi đến hạn");
}

/// Two ministries, one regulation each at 60 minutes × 43.750 đ × 1.000 = 43.750.000 đ a year; from 2027 on the one takes over from the other.
#[test]
fn a_frozen_baseline_follows_the_agencies_that_took_over() {
    let home = Home::empty();
    let agency = |code: &str, more: &str| {
        format!("[[agency]]\ncode = \"{code}\"\nname = \"Bộ {code}\"\nkind = \"ministry\"\n{more}\n")
    };
    let regulation = |code: &str, agency: &str| {
        format!(
            "[[regulation]]\ncode = \"{code}\"\nkind = \"condition\"\nname = \"x\"\nagency = \"{agency}\"\nprovenance = \"assumption\"\nsource = \"x\"\n\
             [[sheet]]\nregulation = \"{code}\"\n[[sheet.activity]]\nid = \"a1\"\ngroup = \"other\"\nname = \"x\"\ntariff = \"income.business\"\n\
             minutes = \"60\"\noutsourcing = 0\ncharges = 0\nstaff = \"1\"\ntimes = \"1\"\npopulation = 1000\nsource = \"x\"\n"
        )
    };
    let rest = "[[parameter]]\nid = \"income.business\"\nfrom = \"2020-01-01\"\nvalue = 43750\nunit = \"dong/hour\"\nname = \"x\"\nname_en = \"x\"\n\
         provenance = \"assumption\"\nsource = \"x\"\n[[programme]]\ncode = \"p\"\nname = \"p\"\nname_en = \"p\"\nbaseline = \"2026-01-01\"\nsource = \"x\"\n\
         targets = [{ id = \"c\", metric = \"cost_saved\", percent = \"10\", due = \"2027-12-31\" }]\n";
    let all = [agency("CU", ""), agency("MOI", ""), regulation("r1", "CU"), regulation("r2", "MOI"), rest.to_owned()];
    home.write("all.toml", &all.concat());
    home.run(&["import", "all.toml"]).ok();
    home.run(&["baseline", "freeze", "p", "--as-of", "2026-01-01"]).ok();
    home.write("after.toml", &agency("CU", "successors = [{ agency = \"MOI\", from = \"2027-01-01\" }]"));
    home.run(&["import", "after.toml"]).ok();
    let groups = |args: &[&str]| -> Vec<(String, i64)> {
        let rows = home.rows(&[&["progress", "--stage", "planned"], args].concat());
        rows.iter()
            .map(|row| (row["group"].as_str().unwrap_or_default().to_owned(), row["baseline"].as_i64().unwrap()))
            .collect()
    };
    let both = vec![("CU".to_owned(), 43_750_000), ("MOI".to_owned(), 43_750_000)];
    assert_eq!(groups(&["--by", "agency", "--as-of", "2026-12-31"]), both, "not yet");
    assert_eq!(groups(&["--by", "agency", "--as-of", "2027-01-01"]), [("MOI".to_owned(), 87_500_000)]);
    assert_eq!(groups(&["--by", "agency", "--as-of", "2027-01-01", "--agencies", "then"]), both);
    // A scope too: what the new one answers for, and what was that of the old one.
    let within = |agency: &str| groups(&["--scope", &format!("agency:{agency}"), "--as-of", "2027-01-01"])[0].1;
    assert_eq!((within("MOI"), within("CU")), (87_500_000, 43_750_000));
    home.run(&["progress", "--by", "agency", "--as-of", "2027-01-01"]).ok().tells("CU → MOI").tells("--agencies then");
    let before = home.everything();
    for (bad, words) in [("CU", "CU"), ("KHONG", "KHONG")] {
        home.write(
            "bad.toml",
            &agency("CU", &format!("successors = [{{ agency = \"{bad}\", from = \"2027-01-01\" }}]")),
        );
        home.run(&["import", "bad.toml"]).refused(3, words);
    }
    assert_eq!(home.everything(), before);
}
