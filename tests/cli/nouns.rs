//! `list`, `show`, `search`.

use super::files::full;
use super::home::{Home, kinds};
use super::schemas::faults;
use serde_json::Value;
use tinhgon::model::Kind;

#[test]
fn every_noun_is_listed_in_every_form() {
    let home = full();
    for kind in kinds() {
        let rows = home.rows(&["list", kind]);
        assert!(!rows.is_empty(), "{kind}");
        let csv = home.run(&["list", kind, "--format", "csv"]).ok().out;
        assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), rows.len(), "{kind}");
        let markdown = home.run(&["list", kind, "--format", "md"]).ok().out;
        let html = comrak::markdown_to_html(&markdown, &tinhgon::report::tree_options());
        assert_eq!(html.matches("<tr>").count(), rows.len() + 1, "{kind}: {markdown}");
        home.run(&["list", kind]).ok();
    }
    home.run(&["list", "nosuch"]).refused(2, "nosuch").tells("agency, instrument");
    home.run(&["list"]).refused(2, "<LOẠI>");
}

#[test]
fn every_noun_is_shown_and_described() {
    let home = full();
    for kind in Kind::ALL {
        let schema = home.run(&["schema", kind.key()]).ok().json();
        let list = home.json(&["list", kind.name()]);
        assert_eq!(faults(&schema, &list, kind.key()), Vec::<String>::new(), "list {kind}");
        let row = &list["rows"][0];
        let code = row.get("code").unwrap_or(&row[kind.description().key()[0].key]).as_str().unwrap();
        let page = home.json(&["show", kind.name(), code]);
        // A procedure is a regulation, too.
        let answered = page["kind"].as_str().unwrap();
        assert!(answered == kind.key() || (*kind, answered) == (Kind::Regulation, "procedure"));
        let schema = home.run(&["schema", answered]).ok().json();
        assert_eq!(faults(&schema, &page, answered), Vec::<String>::new(), "show {kind} {code}");
        let shown = home.run(&["show", kind.name(), code]).ok().out;
        assert!(shown.starts_with(code) && shown.lines().count() > 1, "{shown}");
        home.run(&["show", kind.name(), "nosuch"]).refused(6, "nosuch");
        home.run(&["list", "--help"]).ok().says(kind.name());
    }
    let found = home.json(&["doctor"])["rows"].as_array().unwrap().clone();
    assert!(found.iter().all(|finding| finding["severity"] != "problem"), "{found:?}");
}

#[test]
fn lists_are_filtered_sorted_cut_and_narrowed() {
    let home = Home::new();
    let args = ["list", "procedure", "--where", "agency=BTP", "--sort", "-annual_cost_dong", "--limit", "1"];
    let rows = home.rows(&args);
    assert_eq!((rows.len(), &rows[0]["code"]), (1, &Value::from("1.001193")));
    let narrow = ["list", "procedure", "--columns", "code,sheet_rows", "--where", "sheet_rows>8", "--format", "csv"];
    insta::assert_snapshot!(home.run(&narrow).ok().out, @r"
    code,sheet_rows
    1.000656,10
    1.001193,11
    ");
    let folded = ["list", "procedure", "--where", "name~dang ky khai", "--columns", "code", "--format", "csv"];
    assert_eq!(home.run(&folded).ok().out, "code\n1.000656\n1.001193\n");
    let names =
        ["list", "procedure", "--where", "field=hộ tịch", "--sort", "name", "--columns", "name", "--format", "csv"];
    assert_eq!(home.run(&names).ok().out, "name\nĐăng ký khai sinh\nĐăng ký khai tử\n");
    let both = ["list", "procedure", "--where", "agency=BTP", "--where", "sheet_rows!=11", "--columns", "code"];
    assert_eq!(home.rows(&both).len(), 1);
    let costly =
        ["list", "regulation", "--where", "annual_cost_dong>300000000000", "--columns", "code", "--format", "csv"];
    assert_eq!(home.run(&costly).ok().out, "code\n1.004222\n");
    assert_eq!(home.rows(&["list", "agency", "--limit", "0"]).len(), 0);
}

#[test]
fn a_column_or_condition_that_is_wrong_is_refused_and_the_right_ones_are_named() {
    let home = Home::new();
    for option in [["--where", "nosuch=1"], ["--sort", "nosuch"], ["--columns", "code,nosuch"]] {
        home.run(&["list", "agency", option[0], option[1]]).refused(2, "name_en");
    }
    home.run(&["list", "agency", "--where", "foo"]).refused(2, "CỘT=GIÁ TRỊ");
    home.run(&["list", "agency", "--limit", "many"]).refused(2, "many");
}

#[test]
fn every_noun_is_shown_to_people_and_to_programs() {
    let home = Home::new();
    for (kind, id, words) in [
        ("agency", "BTP", "Bộ Tư pháp"),
        ("instrument", "60/2014/QH13", "Luật Hộ tịch"),
        ("regulation", "1.001193", "Đăng ký khai sinh"),
        ("procedure", "1.001193", "Tờ khai đăng ký khai sinh"),
        ("measure", "1.001193-m1", "Giấy chứng sinh"),
        ("programme", "nq66-2026", "mục tiêu năm 2026"),
    ] {
        home.run(&["show", kind, id]).ok().says(id).says(words);
        let shown = home.json(&["show", kind, id]);
        assert_eq!(shown["schema_version"], 1, "{kind}");
        let expected = if kind == "regulation" { "procedure" } else { kind };
        assert_eq!(shown["kind"], expected, "{kind}");
        home.run(&["show", kind, "no-such-id"]).refused(6, "no-such-id").tells("\nxem: tinhgon list");
    }
    home.run(&["show", "nosuch", "x"]).refused(2, "agency, instrument");
}

#[test]
fn a_kind_of_its_own_is_not_lost_in_json() {
    let home = Home::new();
    home.run(&["import", super::home::package("catalog/examples.toml").to_str().unwrap()]).ok();
    assert_eq!(home.json(&["show", "agency", "BTP"])["agency_kind"], "ministry");
    assert_eq!(home.json(&["show", "regulation", "vd-dieu-kien-1"])["regulation_kind"], "condition");
    assert_eq!(home.json(&["show", "measure", "1.001193-m1"])["measure_kind"], "replace-by-data");
}

#[test]
fn nouns_are_found_by_other_writings_of_their_names() {
    let home = Home::new();
    assert_eq!(home.json(&["show", "agency", "bộ tư pháp"])["code"], "BTP");
    assert_eq!(home.json(&["show", "instrument", "123/2015/nđ-cp"])["number"], "123/2015/NĐ-CP");
}

#[test]
fn search_finds_with_and_without_marks() {
    let home = Home::new();
    for words in [&["dang", "ky", "khai", "sinh"][..], &["đăng ký khai sinh"], &["ĐĂNG KÝ KHAI SINH"]] {
        let mut args = vec!["search"];
        args.extend(words);
        let rows = home.rows(&args);
        assert_eq!(rows[0]["code"], "1.001193", "{words:?}: {rows:?}");
    }
    let only = home.rows(&["search", "khai sinh", "--kind", "measure"]);
    assert!(!only.is_empty() && only.iter().all(|hit| hit["kind"] == "measure"), "{only:?}");
    assert_eq!(home.rows(&["search", "dang ky", "--limit", "2"]).len(), 2);
}

#[test]
fn a_search_without_a_hit_is_an_answer_of_no() {
    let home = Home::new();
    home.run(&["search", "zzzqqq"]).ended(1).tells("không tìm thấy");
    let ran = home.run(&["search", "zzzqqq", "--format", "json"]).ended(1);
    assert_eq!(ran.json()["rows"].as_array().unwrap().len(), 0);
    home.run(&["search", "khai sinh", "--kind", "nosuch"]).refused(2, "nosuch");
    home.run(&["search"]).refused(2, "<TỪ-KHÓA>");
    // What a search engine would take for its own language is only words.
    for odd in ["\"", "a AND (", "NEAR(", "*", "khai:sinh", "'; DROP TABLE x"] {
        let ran = home.run(&["search", "--", odd]);
        assert!(matches!(ran.code, 0 | 1), "{odd}: {ran:?}");
    }
}
