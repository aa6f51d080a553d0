//! The official cost sheet in and out; sheets cleared, copied, corrected in hours.

use super::home::Home;
use rust_xlsxwriter::{Formula, Workbook};

/// A form of two procedures, in invented words: one a sheet, hours, products as formulas where `formulas` says so.
fn form(home: &Home, name: &str, population: f64, formulas: bool) {
    let mut book = Workbook::new();
    for (code, title) in [("9.100001", "Xin phép trồng cây"), ("9.100002", "Xin phép đào ao")] {
        let page = book.add_worksheet();
        page.set_name(format!("Biểu {code}")).unwrap();
        page.merge_range(0, 0, 0, 10, "BẢNG TÍNH", &rust_xlsxwriter::Format::new()).unwrap();
        page.write_string(1, 0, format!("Tên thủ tục: {title} ({code})")).unwrap();
        let heads = [
            "STT",
            "Các công việc",
            "Hoạt động cụ thể",
            "Thời gian thực hiện (giờ)",
            "Mức TNBQ/01 giờ",
            "Thuê tư vấn, dịch vụ",
            "Phí, lệ phí, chi phí khác",
            "Số lần/năm",
            "Số lượng đối tượng",
            "Chi phí thực hiện TTHC",
            "Tổng chi phí/năm",
        ];
        for (at, head) in (0_u16..).zip(heads) {
            page.write_string(3, at, head).unwrap();
        }
        page.write_string(4, 0, "1").unwrap();
        page.write_string(4, 1, "Chuẩn bị hồ sơ").unwrap();
        page.write_string(5, 0, "1.1").unwrap();
        page.write_string(5, 1, "Đơn").unwrap();
        for (at, number) in (3_u16..).zip([0.5, 60_000.0, 0.0, 5_000.0, 1.0, population]) {
            page.write_number(5, at, number).unwrap();
        }
        if formulas {
            page.write_formula(5, 9, Formula::new("=D6*E6+F6+G6").set_result("35000")).unwrap();
        } else {
            page.write_number(5, 9, 35_000.0).unwrap();
        }
    }
    book.save(home.path(name)).unwrap();
}

#[test]
fn the_official_sheet_comes_in_with_formulas_or_values_and_twice_changes_nothing() {
    for formulas in [true, false] {
        let home = Home::new();
        form(&home, "bieu.xlsx", 100.0, formulas);
        home.run(&["import", "bieu.xlsx"]).ok().tells("9.100002");
        // Half an hour at 60.000 đ and 5.000 đ of fees are 35.000 đ; 100 people pay it once a year.
        for code in ["9.100001", "9.100002"] {
            let sheet = home.json(&["cost", "show", code]);
            assert_eq!((&sheet["one_dong"], &sheet["annual_cost_dong"]), (&35_000.into(), &3_500_000.into()));
            assert_eq!(sheet["rows"][0]["group"], "dossier");
        }
        let again = home.json(&["import", "bieu.xlsx"])["files"][0].clone();
        assert_eq!(again["change"], serde_json::Value::Null, "{again}");
    }
}

#[test]
fn what_is_written_on_the_form_comes_back_as_it_is() {
    let home = Home::new();
    home.run(&["export", "sheet", "-o", "before.toml"]).ok();
    home.run(&["report", "sheet", "--form", "official", "-o", "bieu.xlsx"]).ok();
    let back = home.json(&["import", "bieu.xlsx"])["files"][0].clone();
    assert_eq!(back["change"], serde_json::Value::Null, "{back}");
    assert_eq!(back["problem_count"], 0, "{back}");
    home.run(&["export", "sheet", "-o", "after.toml"]).ok();
    assert_eq!(home.text("before.toml"), home.text("after.toml"));
    home.run(&["report", "cost", "--form", "official", "-o", "x.xlsx"]).refused(2, "report sheet");
    home.run(&["report", "sheet", "--form", "other", "-o", "x.xlsx"]).refused(2, "official");
}

#[test]
fn a_form_without_a_known_procedure_is_refused_whole() {
    let home = Home::new();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "Tên thủ tục: Xin phép làm mây").unwrap();
    for (at, head) in
        (0_u16..).zip(["Công việc", "Thời gian (phút)", "Thu nhập một giờ", "Phí, lệ phí", "Số lần", "Số đối tượng"])
    {
        page.write_string(1, at, head).unwrap();
    }
    page.write_string(2, 0, "Đơn").unwrap();
    for (at, number) in (1_u16..).zip([30.0, 60_000.0, 0.0, 1.0, 10.0]) {
        page.write_number(2, at, number).unwrap();
    }
    book.save(home.path("bieu.xlsx")).unwrap();
    let before = home.everything();
    home.run(&["import", "bieu.xlsx"]).refused(3, "Xin phép làm mây");
    assert_eq!(before, home.everything());
}

#[test]
fn a_sheet_is_cleared_copied_and_corrected_in_hours() {
    let home = Home::new();
    form(&home, "bieu.xlsx", 100.0, false);
    home.run(&["import", "bieu.xlsx"]).ok();
    home.run(&["cost", "set", "9.100001", "a1", "hours=1,5"]).ok();
    assert_eq!(home.json(&["cost", "show", "9.100001"])["rows"][0]["minutes"], 90);
    home.run(&["cost", "set", "9.100001", "a1", "hours=1.000"]).refused(2, "1.000");
    home.run(&["cost", "copy", "9.100001", "9.100002"]).refused(2, "9.100002");
    let cleared = home.json(&["cost", "clear", "9.100002"]);
    assert_eq!(cleared["sheet_rows"], 1);
    home.run(&["cost", "show", "9.100002"]).refused(6, "9.100002");
    home.run(&["cost", "clear", "9.100002"]).refused(6, "9.100002");
    let copied = home.json(&["cost", "copy", "9.100001", "9.100002"]);
    assert_eq!(copied["sheet_rows"], 1);
    let sheet = home.json(&["cost", "show", "9.100002"]);
    assert_eq!(
        (&sheet["rows"][0]["minutes"], &sheet["rows"][0]["provenance"]["minutes"]),
        (&90.into(), &"assumption".into())
    );
    assert!(sheet["rows"][0]["source"].as_str().unwrap().contains("9.100001"));
}
