//! `scenario`: sets of measures made, shown, compared, varied; levels, effort and fair shares of measures.

use super::home::Home;
use serde_json::{Value, json};

/// What two shipped measures save a year, by hand: 18 ÷ 60 × 114 000 000 ÷ 2112 × 1 400 000 = 22 670 454 545,45 (1.001193-m1 takes 18
/// minutes from 1 400 000 births), and 1.004222-m2 lowers a fee of 20 000 to 10 000 for 600 000 people who submit in person.
const BIRTH: i64 = 22_670_454_545;
const FEE: i64 = 6_000_000_000;

/// The cost of 1.001193 a year, and what dropping its row a10 saves (see the tests of `measure`).
const WHOLE: i64 = 275_936_155_303;

fn scenario(home: &Home, code: &str, measures: &str) {
    home.run(&["scenario", "new", code, "--measure", measures]).ok();
}

fn numbers<'v>(rows: &'v [Value], key: &str) -> Vec<&'v Value> {
    rows.iter().map(|row| &row[key]).collect()
}

#[test]
fn a_scenario_has_the_figures_of_its_measures() {
    let home = Home::new();
    home.run(&["scenario", "new", "dot-1", "--name", "Đợt 1", "--measure", "1.001193-m1,1.004222-m2"]).ok().tells("2");
    let shown = home.json(&["scenario", "show", "dot-1"]);
    let figures = &shown["figures"];
    assert_eq!(figures["saved_dong"], BIRTH + FEE);
    assert_eq!(
        (&figures["measures"], &figures["abolished"], &figures["simplified"]),
        (&json!(2), &json!(0), &json!(2))
    );
    let (before, after) = (&figures["annual_cost_before_dong"], &figures["annual_cost_after_dong"]);
    assert_eq!(before.as_i64().unwrap() - after.as_i64().unwrap(), BIRTH + FEE);
    assert_eq!((&shown["name"], &shown["frozen_on"]), (&json!("Đợt 1"), &Value::Null));
    // The larger first.
    assert_eq!(numbers(shown["worth"].as_array().unwrap(), "share_dong"), [&json!(BIRTH), &json!(FEE)]);
    assert_eq!(home.json(&["show", "scenario", "dot-1"]), shown);
    home.run(&["scenario", "show", "dot-1"]).ok().says("tiết kiệm 28.670.454.545").says("Đợt 1");
    home.run(&["--lang", "en", "scenario", "show", "dot-1"]).ok().says("28,670,454,545 saved").says("add up");
    let listed = home.rows(&["scenario", "list"]);
    assert_eq!((&listed[0]["code"], &listed[0]["saved_dong"]), (&json!("dot-1"), &json!(BIRTH + FEE)));
    assert_eq!(home.rows(&["list", "scenario"]), listed);
}

#[test]
fn groups_add_up_to_the_whole() {
    let home = Home::new();
    let all = home.rows(&["measure", "list"]);
    let codes: Vec<&str> = all.iter().map(|row| row["code"].as_str().unwrap()).collect();
    scenario(&home, "all", &codes.join(","));
    let whole = &home.rows(&["scenario", "compare", "all"])[0];
    let round = |rows: &[Value], key: &str| rows.iter().map(|row| row[key].as_f64().unwrap()).sum::<f64>();
    for by in ["agency", "field", "kind", "level", "authority", "year"] {
        let rows = home.rows(&["scenario", "show", "all", "--by", by]);
        assert!(!rows.is_empty(), "{by}");
        for key in ["measures", "abolished", "simplified", "hours_saved", "effort"] {
            assert_eq!(round(&rows, key), whole[key].as_f64().unwrap(), "{by} {key}");
        }
        // Each is rounded once, when shown.
        let apart = (round(&rows, "saved_dong") - whole["saved_dong"].as_f64().unwrap()).abs();
        assert!(apart <= rows.len() as f64, "{by}: {apart}");
    }
    let levels = home.rows(&["scenario", "show", "all", "--by", "level"]);
    assert_eq!(numbers(&levels, "group").last().unwrap(), &&json!("law"));
    home.run(&["--lang", "en", "scenario", "show", "all", "--by", "authority"]).ok().says("National Assembly");
    home.run(&["scenario", "show", "all", "--by", "agency"]).ok().says("Bộ Công an");
}

/// Dropping row a10 saves 84 811 363 636,36 alone; abolishing saves all, and all that dropping saves too: half of it each.
#[test]
fn shares_of_measures_add_up_where_their_savings_do_not() {
    let home = Home::new();
    let add = |title: &str, kind: &[&str]| {
        home.run(&[&["measure", "add", "1.001193", "--title", title, "--kind"], kind].concat()).ok();
    };
    add("Bỏ bước", &["drop-step", "--target", "a10"]);
    add("Bãi bỏ", &["abolish"]);
    let rows = home.rows(&["measure", "list", "1.001193", "--where", "status=proposed", "--where", "since=2026-01-01"]);
    let of = |kind: &str| rows.iter().find(|row| row["measure_kind"] == kind).unwrap();
    assert_eq!(of("drop-step")["saved_share_dong"], 42_405_681_818_i64);
    assert_eq!(of("abolish")["saved_share_dong"], WHOLE - 42_405_681_818);
    assert_eq!(of("drop-step")["saved_within_dong"], 0);
    let code = of("abolish")["code"].as_str().unwrap();
    let effect = &home.json(&["measure", "show", code])["effect"];
    assert_eq!(effect["saved_share_dong"], WHOLE - 42_405_681_818);
    assert_eq!((&effect["saved_set_dong"], &effect["share_averaged"]), (&json!(WHOLE), &json!(false)));
    home.run(&["measure", "show", code]).ok().says("Phần đóng góp").says("233.530.473.485");
    // The table of the proposal adds up to its total, by hand 275 936 155 303 after rounding.
    let text = home.run(&["report", "proposal", "--scope", "1.001193"]).ok().out;
    let cell = |start: &str| {
        let found = text.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start} in\n{text}"));
        found.split('|').nth(3).unwrap().trim().trim_matches('*').replace('.', "").parse::<i64>().unwrap()
    };
    assert_eq!(cell("| Bỏ bước |") + cell("| Bãi bỏ |"), cell("| **Tổng cộng** |"), "{text}");
    assert_eq!(cell("| **Tổng cộng** |"), WHOLE);
}

#[test]
fn scenarios_are_compared_and_told_apart() {
    let home = Home::new();
    scenario(&home, "a", "1.001193-m1,1.004222-m2");
    scenario(&home, "b", "1.004222-m2,1.004222-m1");
    let rows = home.rows(&["scenario", "compare", "a", "b", "none"]);
    assert_eq!(numbers(&rows, "code"), [&json!("a"), &json!("b"), &json!("none")]);
    assert_eq!(numbers(&rows, "saved_dong"), [&json!(BIRTH + FEE), &json!(FEE), &json!(0)]);
    // From seven working days to five, of eight hours.
    assert_eq!(numbers(&rows, "hours_saved"), [&json!(0), &json!(16), &json!(0)]);
    home.run(&["scenario", "compare", "a", "b"]).ok().says("28.670.454.545").says("6.000.000.000");
    let by = home.rows(&["scenario", "compare", "a", "b", "--by", "agency"]);
    assert_eq!(by.len(), 4);

    let differ = home.run(&["scenario", "diff", "a", "b", "--format", "json"]).ended(1).json();
    let rows = differ["rows"].as_array().unwrap();
    assert_eq!(numbers(rows, "only_in"), [&json!("a"), &json!("b")]);
    assert_eq!(numbers(rows, "measure"), [&json!("1.001193-m1"), &json!("1.004222-m1")]);
    assert_eq!((&rows[0]["within_dong"], &rows[1]["share_hours"]), (&json!(BIRTH), &json!(16)));
    home.run(&["scenario", "diff", "a", "b"]).ended(1).tells("chênh lệch 22.670.454.545");
    home.run(&["scenario", "copy", "a", "c"]).ok();
    home.run(&["scenario", "diff", "a", "c"]).ok().tells("cùng các phương án");
}

#[test]
fn a_scenario_is_varied_and_removed() {
    let home = Home::new();
    scenario(&home, "a", "1.001193-m1");
    home.run(&["scenario", "copy", "a", "b", "--name", "Phương án B"]).ok();
    home.run(&["scenario", "edit", "b", "--add", "1.004222-m2,1.004222-m1", "--drop", "1.001193-m1", "--note", "thử"])
        .ok();
    let shown = home.json(&["scenario", "show", "b"]);
    assert_eq!(shown["measures"], json!(["1.004222-m1", "1.004222-m2"]));
    assert_eq!((&shown["name"], &shown["note"]), (&json!("Phương án B"), &json!("thử")));
    let exported = home.run(&["export", "scenario"]).ok().out;
    assert!(exported.contains("Phương án B"), "{exported}");
    home.run(&["scenario", "remove", "b"]).ok();
    home.run(&["scenario", "show", "b"]).refused(6, "có: a");
    home.run(&["undo"]).ok();
    assert_eq!(home.json(&["scenario", "show", "b"]), shown);
}

#[test]
fn a_special_name_is_copied_and_never_written_over() {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10"]).ok();
    home.run(&["scenario", "copy", "planned", "mine"]).ok();
    assert_eq!(home.json(&["scenario", "show", "mine"])["measures"], json!(["1.001193-m3"]));
    let before = home.everything();
    for command in [&["edit", "planned"][..], &["remove", "planned"], &["edit", "in_force"]] {
        home.run(&[&["scenario"], command].concat()).refused(2, &format!("scenario copy {}", command[1]));
    }
    home.write("special.toml", "[[scenario]]\ncode = \"approved\"\nname = \"Của tôi\"\nmeasures = []\n");
    home.run(&["import", "special.toml"]).refused(3, "approved");
    assert_eq!(home.everything(), before);
}

#[test]
fn what_measures_cannot_do_is_told_once_a_reason() {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "abolish"]).ok();
    for kind in ["move-online", "drop-fee", "lower-frequency"] {
        let value: &[&str] = if kind == "lower-frequency" { &["--set", "times=1"] } else { &[] };
        home.run(&[&["measure", "add", "1.001193", "--kind", kind], value].concat()).ok();
    }
    scenario(&home, "gone", "1.001193-m3,1.001193-m4,1.001193-m5,1.001193-m6");
    let told = home
        .run(&["scenario", "show", "gone"])
        .ok()
        .tells("phương án 1.001193-m3 trong cùng tập hợp bãi bỏ quy định")
        .err;
    let lines: Vec<&str> = told.lines().filter(|line| line.starts_with('!')).collect();
    assert_eq!(lines.len(), 1, "{told}");
    assert!(lines[0].ends_with(": 1.001193-m4, 1.001193-m5, 1.001193-m6"), "{told}");
    // Moving online edits four sorts of rows; that two are not there is no trouble as long as one is.
    scenario(&home, "online", "1.001193-m4");
    assert_eq!(home.run(&["scenario", "show", "online"]).ok().err, "");
    // The officer who writes a document is told of each measure once, too; the document, which leaves the office, says nothing of it.
    let document = home.run(&["report", "proposal", "--scenario", "gone"]).ok();
    assert_eq!(document.err.matches("không còn tác dụng").count(), 3, "{}", document.err);
    assert!(!document.out.contains("không còn tác dụng"), "{}", document.out);
    let all = home.run(&["report", "all", "--scenario", "gone", "-o", "ho-so"]).ok();
    assert_eq!(all.err.matches("không còn tác dụng").count(), 3, "{}", all.err);
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let home = Home::new();
    scenario(&home, "a", "1.001193-m1");
    let before = home.everything();
    for code in ["planned", "in-force", "in_force", "none", "a b", "a,b", "a;b", ""] {
        home.run(&["scenario", "new", code]).refused(2, "planned");
    }
    home.run(&["scenario", "new", "--", "-x"]).refused(2, "không có “-” ở đầu");
    home.run(&["scenario", "new", "a"]).refused(2, "scenario edit a");
    home.run(&["scenario", "new", "b", "--measure", "nosuch"]).refused(6, "nosuch");
    home.run(&["scenario", "new", "b", "--programme", "nosuch"]).refused(6, "nosuch");
    home.run(&["scenario", "new", "b", "--where", "nosuch=1"]).refused(2, "saved_share_dong");
    home.run(&["scenario", "edit", "a", "--drop", "1.004222-m1"]).refused(2, "1.004222-m1");
    home.run(&["scenario", "edit", "nosuch"]).refused(6, "có: a");
    home.run(&["scenario", "remove", "nosuch"]).refused(6, "nosuch");
    home.run(&["scenario", "compare", "a", "nosuch"]).refused(6, "nosuch");
    home.run(&["scenario", "show", "a", "--programme", "nosuch"]).refused(6, "nosuch");
    home.run(&["scenario", "show", "a", "--by", "colour"]).refused(2, "colour");
    assert_eq!(home.everything(), before);
}

#[test]
fn special_names_and_conditions_choose_measures() {
    let home = Home::new();
    // The shipped measures are proposed later than the day of the tests.
    assert_eq!(home.rows(&["scenario", "compare", "planned", "approved"])[0]["measures"], 0);
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10"]).ok();
    let code = "1.001193-m3";
    assert_eq!(home.json(&["scenario", "show", "planned"])["measures"], json!([code]));
    home.run(&["scenario", "new", "now", "--stage", "planned"]).ok();
    assert_eq!(home.json(&["scenario", "show", "now"])["measures"], json!([code]));
    // What was rejected is taken by its name or where its status is asked for, not by other conditions.
    home.run(&["measure", "move", "1.001193-m2", "rejected", "--date", "2026-07-16"]).ok();
    let made = |name: &str, condition: &str| {
        home.run(&["scenario", "new", name, "--where", condition]).ok();
        home.json(&["scenario", "show", name])["measures"].clone()
    };
    assert_eq!(made("without", "regulation=1.001193"), json!(["1.001193-m1", code]));
    assert_eq!(made("rejected", "status=rejected"), json!(["1.001193-m2"]));
    home.run(&["scenario", "new", "of-one", "--where", "regulation=1.004222", "--measure", code]).ok();
    let measures = &home.json(&["scenario", "show", "of-one"])["measures"];
    assert_eq!(measures, &json!(["1.001193-m3", "1.004222-m1", "1.004222-m2", "1.004222-m3"]));
    home.run(&["measure", "move", code, "approved", "--document", "1/QĐ-TTg"]).ok();
    assert_eq!(home.json(&["scenario", "show", "approved"])["measures"], json!([code]));
    assert_eq!(home.json(&["scenario", "show", "in_force"])["code"], "in-force");
}

#[test]
fn a_scenario_over_a_frozen_baseline_does_not_move() {
    let home = Home::new();
    home.run(&["scenario", "new", "a", "--programme", "nq68-2020", "--measure", "1.004222-m2"]).ok();
    home.run(&["baseline", "freeze", "nq68-2020"]).ok();
    let before = home.json(&["scenario", "show", "a"]);
    assert_eq!(before["frozen_on"], "2020-05-31", "the day of the programme");
    // Row a6: the fee of those who submit in person, 600 000 people; now one.
    home.run(&["cost", "set", "1.004222", "a6", "population=1"]).ok();
    assert_eq!(home.json(&["scenario", "show", "a"])["figures"], before["figures"]);
    scenario(&home, "live", "1.004222-m2");
    assert_eq!(home.json(&["scenario", "show", "live"])["figures"]["saved_dong"], 10_000);
    home.run(&["scenario", "compare", "a", "live"]).ok().tells("--programme");
    let same = home.rows(&["scenario", "compare", "a", "live", "planned", "--programme", "nq68-2020"]);
    assert_eq!(numbers(&same, "saved_dong"), [&json!(FEE), &json!(FEE), &json!(0)]);
}

#[test]
fn a_measure_that_is_removed_leaves_its_scenarios_and_what_is_exported_comes_back() {
    let home = Home::new();
    scenario(&home, "a", "1.001193-m1,1.004222-m2");
    home.run(&["measure", "remove", "1.001193-m1"]).ok().tells("kịch bản a");
    let shown = home.json(&["scenario", "show", "a"]);
    assert_eq!((&shown["figures"]["saved_dong"], &shown["measures"]), (&json!(FEE), &json!(["1.004222-m2"])));
    for file in ["all.toml", "all.json", "all.xlsx"] {
        home.run(&["export", "all", "-o", file]).ok();
        let again = format!("{file}.db");
        home.run(&["--db", &again, "init", "--empty"]).ok();
        home.run(&["--db", &again, "import", file]).ok();
        assert_eq!(home.json(&["--db", &again, "scenario", "show", "a"])["measures"], json!(["1.004222-m2"]), "{file}");
    }
    home.run(&["undo"]).ok();
    assert_eq!(home.json(&["scenario", "show", "a"])["measures"], json!(["1.001193-m1", "1.004222-m2"]));
}

#[test]
fn documents_are_narrowed_to_a_scenario() {
    let home = Home::new();
    let add = |target: &str| {
        home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", target, "--title", target]).ok()
    };
    add("a10");
    add("a2");
    scenario(&home, "one", "1.001193-m3");
    let part = home.run(&["report", "proposal", "--scenario", "one"]).ok().out;
    assert!(part.contains("84.811.363.636"), "{part}");
    assert_ne!(home.run(&["report", "proposal"]).ok().out, part);
    home.run(&["report", "proposal", "--scenario", "nosuch"]).refused(6, "có: one");
    let none = home.run(&["law", "draft", "--measures", "--scenario", "none"]).ok();
    assert_eq!(none.out, "");
    home.run(&["law", "draft", "--measures", "--scenario", "nosuch"]).refused(6, "nosuch");
}

/// Level: the measure's own before that of its instrument's number before that of its kind; effort = that of the level × weight.
#[test]
fn a_measure_tells_its_level_authority_and_effort() {
    let home = Home::new();
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10"]).ok();
    let needs = |home: &Home| home.json(&["measure", "show", "1.001193-m3"])["needs"].clone();
    let minister = "Bộ trưởng, Thủ trưởng cơ quan ngang bộ";
    assert_eq!(
        needs(&home),
        json!({ "level": "circular", "authority": minister, "authority_en": "Minister", "effort": 8 })
    );
    home.run(&["measure", "edit", "1.001193-m3", "--instrument", "123/2015/NĐ-CP"]).ok();
    assert_eq!(
        needs(&home),
        json!({ "level": "decree", "authority": "Chính phủ", "authority_en": "Government", "effort": 20 })
    );
    home.run(&["measure", "edit", "1.001193-m3", "--level", "law", "--weight", "1/2"]).ok().says("Quốc hội").says("50");
    assert_eq!(
        needs(&home),
        json!({ "level": "law", "authority": "Quốc hội", "authority_en": "National Assembly", "effort": 50 })
    );
    let listed = home.rows(&["measure", "list", "--where", "level=law", "--where", "effort=50"]);
    assert_eq!(numbers(&listed, "code"), [&json!("1.001193-m3")]);
    home.run(&["measure", "edit", "1.001193-m3", "--level", "", "--weight", "", "--authority", "Thủ tướng"]).ok();
    assert_eq!(
        needs(&home),
        json!({ "level": "decree", "authority": "Thủ tướng", "authority_en": "Thủ tướng", "effort": 20 })
    );
    home.run(&["measure", "edit", "1.001193-m3", "--level", "nosuch"]).refused(2, "province-council");
    for weight in ["0", "-1", "x"] {
        home.run(&["measure", "edit", "1.001193-m3", &format!("--weight={weight}")]).refused(2, weight);
    }
    let kinds = home.rows(&["list", "measure-kind"]);
    let abolish = kinds.iter().find(|row| row["code"] == "abolish").unwrap();
    assert_eq!((&abolish["level"], &abolish["authority"]), (&json!("decree"), &json!("Chính phủ")));
    assert_eq!((&abolish["effort"], &abolish["edits"]), (&json!(20), &json!("regulation: drop")));
    home.run(&["list", "instrument-level"]).ok().says("Quốc hội");
}

/// An analyst defines a kind that the catalogue does not have, in a file: minutes of the dossier to 40%, counted as simplified.
#[test]
fn a_new_kind_of_measure_needs_no_code() {
    let home = Home::new();
    home.write(
        "kind.toml",
        "[[measure_kind]]\nid = \"simpler-form\"\nname = \"Rút gọn mẫu đơn\"\nname_en = \"A shorter form\"\n\
         counts_as = \"simplified\"\norder = 42\nlevel = \"circular\"\nweight = \"1/2\"\ntargets = \"components\"\n\
         edits = [{ on = \"targets\", do = \"scale\", cell = \"minutes\", value = \"$remains\" }]\n\
         [[measure_kind.parameters]]\nid = \"remains\"\nname = \"Phần còn lại\"\nname_en = \"What remains\"\nunit = \"percent\"\n",
    );
    home.run(&["import", "kind.toml"]).ok();
    home.run(&["show", "measure-kind", "simpler-form"])
        .ok()
        .says("phần được chọn: thời gian × “Phần còn lại”")
        .says("Khối lượng (điểm): 4");
    let args = ["measure", "add", "1.001193", "--kind", "simpler-form", "--target", "c2", "--set", "remains=10"];
    home.run(&args).ok();
    // Row a2 prepares c2: 20 minutes for 1 400 000 births; nine tenths of it are 18, as many as the shipped measure takes.
    let shown = home.json(&["measure", "show", "1.001193-m3"]);
    assert_eq!(shown["effect"]["saved_alone_dong"], BIRTH);
    assert_eq!(shown["needs"]["effort"], 4);
}
