//! `import` does what it says and no more: it tells field by field, removes and worsens nothing unasked, and names what it passes over.

use super::home::Home;
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use std::io::Write;
use std::process::Stdio;

const REGULATION: &str =
    "[[regulation]]\ncode = \"DK-1\"\nkind = \"condition\"\nname = \"Điều kiện thử\"\nprovenance = \"official\"\n";

/// A row of the sheet of `DK-1`: minutes and population, with how sure they are.
fn row(id: &str, minutes: &str, sure: &str) -> String {
    format!(
        "[[sheet.activity]]\nid = \"{id}\"\ngroup = \"other\"\nname = \"Việc {id}\"\ntariff = \"income.citizen\"\nminutes = \"{minutes}\"\n\
         times = \"1\"\npopulation = 100\nsource = \"nguồn {sure}\"\n[sheet.activity.provenance]\nminutes = \"{sure}\"\npopulation = \"official\"\n"
    )
}

fn sheet(rows: &[String]) -> String {
    format!("[[sheet]]\nregulation = \"DK-1\"\n{}", rows.join(""))
}

/// A home with a regulation whose sheet has the rows a1 (30 minutes, surveyed), a2 (20, an assumption) and a3 (10, measured).
fn with_sheet() -> Home {
    let home = Home::new();
    let rows = [row("a1", "30", "surveyed"), row("a2", "20", "assumption"), row("a3", "10", "measured")];
    home.write("all.toml", &format!("{REGULATION}{}", sheet(&rows)));
    home.run(&["import", "all.toml"]).ok();
    home
}

/// Minutes of the rows of the sheet, in order.
fn minutes(home: &Home) -> Vec<(String, i64)> {
    let rows = home.rows(&["cost", "show", "DK-1"]);
    let ids = rows.iter().filter(|r| r["id"].as_str().is_some_and(|id| !id.is_empty()));
    ids.map(|r| (r["id"].as_str().unwrap().to_owned(), r["minutes"].as_i64().unwrap())).collect()
}

fn rows(pairs: &[(&str, i64)]) -> Vec<(String, i64)> {
    pairs.iter().map(|(id, minutes)| ((*id).to_owned(), *minutes)).collect()
}

/// What became of the one file.
fn of_file(home: &Home, args: &[&str]) -> Value {
    home.json(args)["files"][0].clone()
}

#[test]
fn a_table_that_holds_some_rows_changes_those_and_removes_only_when_asked() {
    let home = with_sheet();
    home.write("part.toml", &sheet(&[row("a2", "25", "assumption"), row("", "5", "assumption")]));
    let told = of_file(&home, &["import", "part.toml", "--dry-run"]);
    assert_eq!(minutes(&home), rows(&[("a1", 30), ("a2", 20), ("a3", 10)]), "a dry run changes nothing");
    assert_eq!(
        (&told["rows"]["updated"], &told["rows"]["added"], &told["rows"]["removed"]),
        (&1.into(), &1.into(), &0.into())
    );
    let change = &told["changes"][0];
    assert_eq!(change["key"], serde_json::json!(["DK-1", "a2"]));
    assert_eq!(change["fields"]["minutes"]["before"], "20");
    assert_eq!(change["fields"]["minutes"]["after"], "25");
    assert_eq!(change["fields"].as_object().unwrap().len(), 1, "only what differs: {change}");
    assert!(told["change"].is_null());
    let kept: Vec<&Value> = told["kept"].as_array().unwrap().iter().map(|kept| &kept["key"][1]).collect();
    assert_eq!(kept, ["a1", "a3"], "what it does not have is named");
    assert_eq!(told["refused"], serde_json::json!([]), "and is no refusal");
    let ran =
        home.run(&["import", "part.toml", "--dry-run"]).ok().tells("Phút của a2, DK-1: 20 → 25").tells("từ chối 0");
    assert_eq!(ran.err.matches("DK-1: giữ nguyên 2 dòng không có trong tệp").count(), 1, "{}", ran.err);
    home.run(&["import", "part.toml", "--dry-run", "--lang", "en"])
        .ok()
        .tells("2 rows that the file does not hold stay");
    home.run(&["import", "part.toml", "--dry-run", "-v"]).ok().tells("“Việc a1”").tells("“Việc a3”");

    let done = of_file(&home, &["import", "part.toml"]);
    assert!(done["change"].is_i64());
    assert_eq!(minutes(&home), rows(&[("a1", 30), ("a2", 25), ("a3", 10), ("a4", 5)]));
    let done = of_file(&home, &["import", "part.toml", "--replace"]);
    let removed: Vec<&Value> = done["removed"].as_array().unwrap().iter().map(|row| &row["key"][1]).collect();
    assert_eq!(removed, ["a1", "a3"]);
    assert_eq!(minutes(&home), rows(&[("a2", 25), ("a4", 5)]));
}

#[test]
fn an_import_says_what_it_changed() {
    let home = with_sheet();
    home.write("one.toml", &sheet(&[row("a2", "25", "official")]));
    let ran = home.run(&["import", "one.toml"]).ok().tells("Phút của a2, DK-1: 20 → 25");
    let ran = ran.tells("loại số liệu (phút): giả định → chính thức");
    assert!(!ran.err.contains("{\""), "{}", ran.err);
    let many = |minutes: &str| sheet(&(10..40).map(|n| row(&format!("b{n}"), minutes, "official")).collect::<Vec<_>>());
    home.write("many.toml", &many("1"));
    home.run(&["import", "many.toml"]).ok();
    home.write("many.toml", &many("2"));
    let ran = home.run(&["import", "many.toml", "--dry-run"]).ok().tells("… và 10 dòng nữa; xem tất cả: -v");
    assert_eq!(ran.err.matches("1 → 2").count(), 20, "{}", ran.err);
    let ran = home.run(&["import", "many.toml", "-v"]).ok();
    assert_eq!(ran.err.matches("1 → 2").count(), 30, "{}", ran.err);
}

#[test]
fn a_csv_of_some_rows_and_columns_says_nothing_of_the_others() {
    let home = with_sheet();
    home.run(&["cost", "set", "DK-1", "a3", "charges=7000"]).ok();
    home.write("s.csv", "noun,regulation,id,group,name,tariff,minutes,times,population\nsheet,DK-1,a3,other,Việc a3,income.citizen,12,1,100\n");
    let done = of_file(&home, &["import", "s.csv"]);
    // 12 minutes stand there with nothing that says who measured them; 10 were measured.
    assert_eq!(minutes(&home), rows(&[("a1", 30), ("a2", 20), ("a3", 10)]));
    assert!(done["refused"].to_string().contains("\"offered\":\"12\""), "{done}");
    let row = home.rows(&["cost", "show", "DK-1"]).into_iter().find(|r| r["id"] == "a3").unwrap();
    assert_eq!(row["charges_dong"], 7000, "the table has no such column");
    home.run(&["import", "s.csv", "--replace"]).ok();
    assert_eq!(minutes(&home), rows(&[("a3", 12)]));
}

#[test]
fn a_better_figure_is_not_replaced_by_a_worse_one() {
    let home = with_sheet();
    let worse = [row("a1", "44", "assumption"), row("a2", "21", "surveyed"), row("a3", "9", "surveyed")];
    home.write("old.toml", &sheet(&worse));
    let done = of_file(&home, &["import", "old.toml"]);
    assert_eq!(minutes(&home), rows(&[("a1", 30), ("a2", 21), ("a3", 9)]), "surveyed and measured are as good");
    let refused = done["refused"].as_array().unwrap();
    assert_eq!(refused.len(), 1);
    assert_eq!(
        (&refused[0]["field"], &refused[0]["stored"], &refused[0]["offered"]),
        (&"minutes".into(), &"30".into(), &"44".into())
    );
    assert_eq!(
        (&refused[0]["stored_provenance"], &refused[0]["offered_provenance"]),
        (&"surveyed".into(), &"assumption".into())
    );
    home.run(&["import", "old.toml"]).ok().tells("từ chối 1").tells("30 (khảo sát), không thay bằng 44 (giả định)");
    home.run(&["import", "old.toml", "--replace"]).ok().tells("từ chối 0");
    assert_eq!(minutes(&home), rows(&[("a1", 44), ("a2", 21), ("a3", 9)]));
}

#[test]
fn a_better_parameter_stays_too() {
    let home = Home::new();
    let parameter = |value: &str, sure: &str| {
        format!(
            "[[parameter]]\nid = \"thu.phi\"\nfrom = \"2026-01-01\"\nvalue = \"{value}\"\nunit = \"dong\"\nname = \"Phí\"\nname_en = \"Fee\"\n\
                 provenance = \"{sure}\"\nsource = \"{sure}\"\n"
        )
    };
    home.write("p.toml", &parameter("100", "official"));
    home.run(&["import", "p.toml"]).ok();
    home.write("p.toml", &parameter("90", "assumption"));
    home.run(&["import", "p.toml"]).ok().tells("không đổi 1").tells("từ chối 1").tells("thu.phi 2026-01-01");
    home.run(&["import", "p.toml", "--replace"]).ok().tells("cập nhật 1");
}

#[test]
fn a_record_without_some_components_takes_none_away() {
    let home = Home::new();
    let procedure = |components: &str| {
        format!(
            "[[procedure]]\n[procedure.regulation]\ncode = \"9.000077\"\nkind = \"procedure\"\nname = \"Thử\"\nprovenance = \"official\"\n{components}"
        )
    };
    let component = |name: &str| format!("[[procedure.components]]\nname = \"{name}\"\n");
    home.write("p.toml", &procedure(&(component("Tờ khai") + &component("Bản sao"))));
    home.run(&["import", "p.toml"]).ok();
    home.write("p.toml", &procedure(&(component("Ảnh") + &component("Tờ khai"))));
    home.run(&["import", "p.toml"]).ok().tells("từ chối 0").tells("9.000077: giữ nguyên 1 dòng");
    let names = |home: &Home| -> Vec<String> {
        let shown = home.json(&["show", "procedure", "9.000077"]);
        shown["components"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&home), ["Tờ khai", "Bản sao", "Ảnh"]);
    home.run(&["import", "p.toml", "--replace"]).ok().tells("bỏ component 9.000077 c2 “Bản sao”");
    assert_eq!(names(&home), ["Ảnh", "Tờ khai"]);
}

#[test]
fn the_same_code_twice_names_both_lines_in_every_form() {
    let home = Home::new();
    let before = home.everything();
    let agency = |code: &str| format!("[[agency]]\ncode = \"{code}\"\nname = \"Thử\"\nkind = \"ministry\"\n");
    home.write("a.toml", &(agency("X1") + &agency("X2") + &agency("X1")));
    home.run(&["import", "a.toml"]).refused(3, "a.toml:9").tells("dòng 1");
    let item = |code: &str| format!("{{\"code\": \"{code}\", \"name\": \"Thử\", \"kind\": \"ministry\"}}");
    home.write(
        "a.json",
        &format!(
            "{{\"schema_version\": 1,\n\"workspace\": {{\"agency\": [\n{},\n{},\n{}]}}}}\n",
            item("X1"),
            item("X2"),
            item("X1")
        ),
    );
    home.run(&["import", "a.json"]).refused(3, "a.json:5").tells("dòng 3");
    home.write(
        "a.csv",
        "noun,code,name,kind\nagency,X1,Thử,ministry\nagency,X2,Thử,ministry\nagency,X1,Thử,ministry\n",
    );
    home.run(&["import", "a.csv"]).refused(3, "a.csv:4").tells("dòng 2");
    home.write(
        "s.csv",
        "noun,regulation,id,group,name,tariff,minutes,times,population\n\
        sheet,1.001193,a1,other,Một,income.citizen,1,1,1\nsheet,1.001193,a1,other,Hai,income.citizen,1,1,1\n",
    );
    home.run(&["import", "s.csv"]).refused(3, "s.csv:3").tells("dòng 2");
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name("agency").unwrap();
    for (line, cells) in
        [["code", "name", "kind"], ["X1", "Thử", "ministry"], ["X1", "Khác", "ministry"]].iter().enumerate()
    {
        for (at, cell) in cells.iter().enumerate() {
            page.write_string(u32::try_from(line).unwrap(), u16::try_from(at).unwrap(), *cell).unwrap();
        }
    }
    book.save(home.path("a.xlsx")).unwrap();
    home.run(&["import", "a.xlsx"]).refused(3, "a.xlsx:3").tells("dòng 2");
    home.write(
        "r.csv",
        "Mã số,Tên,Cơ quan ban hành\n9.000001,A,Bộ Tư pháp\n9.000002,B,Bộ Tư pháp\n9.000001,A,Bộ Tư pháp\n",
    );
    home.run(&["import", "r.csv"]).refused(3, "r.csv:4").tells("dòng 2");
    let record = r#"{"ma_thu_tuc":"9.000001","ten_thu_tuc":"Thử","cach_thuc_thuc_hien":"","thanh_phan_ho_so":""}"#;
    home.write("r.jsonl", &format!("{record}\n\n{record}\n"));
    home.run(&["import", "r.jsonl"]).refused(3, "r.jsonl:3").tells("dòng 1");
    home.write("c.csv", "noun,code,name,kind,name\nagency,X1,Thử,ministry,Khác\n");
    home.run(&["import", "c.csv"]).refused(3, "c.csv:1").tells("cột 3 và cột 5");
    assert_eq!(home.everything(), before);
}

#[test]
fn codes_that_cleaning_makes_one_are_the_same_code() {
    let home = Home::new();
    let before = home.everything();
    let agency = |code: &str| format!("[[agency]]\ncode = \"{code}\"\nname = \"Thử\"\nkind = \"ministry\"\n");
    home.write("a.toml", &(agency("ZZ") + &agency("Z\u{200b}Z")));
    home.run(&["import", "a.toml"]).refused(3, "a.toml:5").tells("dòng 1");
    home.write("a.csv", "noun,code,name,kind\nagency,ZZ,Thử,ministry\nagency,\u{202e}ZZ,Khác,ministry\n");
    home.run(&["import", "a.csv"]).refused(3, "a.csv:3").tells("dòng 2");
    home.write(
        "s.csv",
        "noun,regulation,id,group,name,tariff,minutes,times,population\n\
        sheet,1.001193,a1,other,Một,income.citizen,1,1,1\nsheet,1.001193,a\u{202e}1,other,Hai,income.citizen,1,1,1\n",
    );
    home.run(&["import", "s.csv"]).refused(3, "s.csv:3").tells("dòng 2");
    let instrument =
        |number: &str| format!("[[instrument]]\nnumber = \"{number}\"\ntitle = \"Thử\"\nprovenance = \"official\"\n");
    home.write("i.toml", &(instrument("63/2031/NĐ-CP") + &instrument("63/2031/nđ - \u{200b}CP")));
    home.run(&["import", "i.toml"]).refused(3, "i.toml:5").tells("dòng 1");
    assert_eq!(home.everything(), before);
}

#[test]
fn rows_that_are_short_or_long_and_agencies_that_nobody_knows_are_named() {
    let home = Home::new();
    home.write(
        "list.csv",
        "Mã số,Tên,Cơ quan ban hành,Cơ quan thực hiện,Lĩnh vực\n9.000001,A,Bộ Tư pháp,Cục,Hộ tịch\n9.000002,B Bộ Tư pháp\n\
         9.000003,C, D,Bộ Tư pháp,Cục,Hộ tịch\n9.000004,E,Sở Thử,Sở,Hộ tịch\n9.000005,F,Sở Thử,Sở,Hộ tịch\n",
    );
    let done = of_file(&home, &["import", "list.csv"]);
    let problems = done["problems"].as_array().unwrap();
    let at = |line: i64| -> String {
        problems.iter().filter(|p| p["line"] == line).map(|p| p["message_vi"].as_str().unwrap()).collect()
    };
    assert!(at(3).contains("2 ô trên 5 cột") && at(3).contains("Lĩnh vực"), "{problems:?}");
    assert!(at(4).contains("6 ô"), "{problems:?}");
    assert!(at(5).contains("Sở Thử") && at(5).contains("2 quy định"), "{problems:?}");
    assert!(at(2).is_empty() && at(6).is_empty(), "{problems:?}");
    // The line of the summary and the table say the same number.
    let ran = home.run(&["import", "list.csv"]).ok();
    let said: usize = ran.err.split("vấn đề ").nth(1).unwrap().split_whitespace().next().unwrap().parse().unwrap();
    assert_eq!(said, problems.len());
    let table = home.run(&["import", "list.csv", "--format", "csv"]).ok().out;
    assert!(table.trim_end().ends_with(&format!(",{said}")), "{table}");
}

#[test]
fn merged_cells_hold_for_all_their_rows_and_every_sheet_is_read_or_named() {
    let home = Home::new();
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Bìa").unwrap().write_string(0, 0, "BÁO CÁO").unwrap();
    let head = ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"];
    let page = book.add_worksheet().set_name("Một").unwrap();
    page.merge_range(0, 0, 0, 4, "DANH SÁCH", &Format::new()).unwrap();
    let heads = |page: &mut rust_xlsxwriter::Worksheet, row: u32| {
        for (at, name) in (0_u16..).zip(head) {
            page.write_string(row, at, name).unwrap();
        }
    };
    heads(page, 1);
    for (row, code) in (2_u32..).zip(["9.000011", "9.000012", "9.000013"]) {
        page.write_string(row, 0, code).unwrap();
        page.write_string(row, 1, format!("Thủ tục {code}")).unwrap();
    }
    page.merge_range(2, 2, 4, 3, "Bộ Tư pháp", &Format::new()).unwrap();
    page.merge_range(2, 4, 4, 4, "Hộ tịch", &Format::new()).unwrap();
    page.merge_range(5, 0, 5, 4, "Tổng: 3", &Format::new()).unwrap();
    let page = book.add_worksheet().set_name("Hai").unwrap();
    heads(page, 0);
    for (at, cell) in (0_u16..).zip(["9.000014", "Thủ tục ở trang hai", "Bộ Y tế", "Cục", "Khám bệnh"]) {
        page.write_string(1, at, cell).unwrap();
    }
    book.save(home.path("list.xlsx")).unwrap();
    let done = of_file(&home, &["import", "list.xlsx"]);
    assert_eq!(done["records"], 4);
    for code in ["9.000011", "9.000012", "9.000013"] {
        let shown = home.json(&["show", "procedure", code]);
        assert_eq!((&shown["agency"], &shown["field"]), (&"BTP".into(), &"Hộ tịch".into()), "{code}");
        assert_eq!(shown["performing_agency"], "Bộ Tư pháp", "{code}");
    }
    assert_eq!(home.json(&["show", "procedure", "9.000014"])["agency"], "BYT");
    let problems = done["problems"].to_string();
    assert!(problems.contains("“Bìa”"), "{problems}");
    home.run(&["import", "list.xlsx"]).ok().tells("list.xlsx [Một]:6:");
    // The same code on two sheets is the same code twice.
    let mut book = Workbook::new();
    for name in ["Một", "Hai"] {
        let page = book.add_worksheet().set_name(name).unwrap();
        heads(page, 0);
        for (at, cell) in (0_u16..).zip(["9.000015", "Thử", "Bộ Y tế", "Cục", "Khám bệnh"]) {
            page.write_string(1, at, cell).unwrap();
        }
    }
    book.save(home.path("twice.xlsx")).unwrap();
    home.run(&["import", "twice.xlsx"]).refused(3, "twice.xlsx:2").tells("“Một” dòng 2");
}

/// Runs with this on standard input.
fn fed(home: &Home, args: &[&str], text: &str) -> super::home::Ran {
    let mut child =
        home.command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    super::home::Ran::of(child.wait_with_output().unwrap())
}

#[test]
fn standard_input_is_the_same_twice_and_has_the_name_that_it_is_given() {
    let home = Home::new();
    let record =
        r#"{"ma_thu_tuc":"9.000002","ten_thu_tuc":"Thủ tục ghi thử","cach_thuc_thuc_hien":"","thanh_phan_ho_so":""}"#;
    let first = fed(&home, &["import", "-", "--format", "json"], record).ok().json();
    assert_eq!(first["files"][0]["file"], "stdin.jsonl");
    fed(&home, &["import", "-"], record).ok().tells("không đổi 1");
    assert_eq!(home.json(&["show", "procedure", "9.000002"])["source"], "stdin.jsonl");
    fed(&home, &["import", "-", "--name", "cổng 2026"], record).ok().tells("cổng 2026: ").tells("cập nhật 1");
    fed(&home, &["import", "-", "--name", "cổng 2026"], record).ok().tells("không đổi 1");
    assert_eq!(home.json(&["show", "procedure", "9.000002"])["source"], "cổng 2026");
    fed(&home, &["import", "-", "--name", "a.jsonl"], "{\"ma_thu_tuc\": ").refused(3, "a.jsonl:1");
    let everything = home.everything() + &home.run(&["history"]).ok().out;
    assert!(!everything.contains("/tmp"), "no temporary name is left");
    home.run(&["import", "--name", "x", "a.toml", "b.toml"]).refused(2, "--name");
}

const LAW: &str = "BỘ THỬ\nSố: 12/2031/TT-BTN\nHà Nội, ngày 05 tháng 3 năm 2031\nTHÔNG TƯ\nQuy định về giấy phép lái xe\nĐiều 1. Phạm vi\n1. Một.\n\
                   Điều 2. Hiệu lực\nThông tư này có hiệu lực kể từ ngày 20 tháng 4 năm 2031.\n";

#[test]
fn a_text_never_takes_the_place_of_another_unasked() {
    let home = Home::new();
    home.write("a.txt", LAW);
    home.run(&["import", "a.txt"]).ok();
    let before = home.everything();
    home.write("b.txt", &LAW.replace("Một.", "Một, và hai."));
    home.run(&["import", "b.txt"]).refused(3, "--replace").tells("“original”");
    home.write("c.txt", &LAW.replace("giấy phép lái xe", "thống kê ngành thủy sản"));
    home.run(&["import", "c.txt"]).refused(3, "--force").tells("thủy sản");
    home.run(&["import", "c.txt", "--replace"]).refused(3, "--force");
    home.run(&["import", "a.txt", "--instrument", "01/2026/TT-BTC"]).refused(3, "--force").tells("12/2031/TT-BTN");
    assert_eq!(home.everything(), before);
    home.run(&["import", "b.txt", "--replace"]).ok().tells("cập nhật 1");
    home.run(&["import", "c.txt", "--force"]).ok().tells("cập nhật 2");
    assert_eq!(home.json(&["show", "instrument", "12/2031/TT-BTN"])["title"], "Quy định về thống kê ngành thủy sản");
    home.run(&["import", "a.txt", "--instrument", "01/2026/TT-BTC", "--force"]).ok().tells("thêm 2");
}
