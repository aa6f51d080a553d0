//! Tables of others as they come: codes that spreadsheets spoilt, numbers of those who comply under any head and in any kind of file, forms that
//! count in thousands. What cannot be read rightly is refused with its line, and nothing of the file is stored.

use super::home::Home;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// A workbook of sheets; what reads as a number is one, what begins with `=` is a formula without a value.
fn workbook(home: &Home, name: &str, sheets: &[(&str, &[&[&str]])]) {
    let mut book = Workbook::new();
    for (title, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*title).unwrap();
        for (line, row) in (0_u32..).zip(rows.iter()) {
            for (at, cell) in (0_u16..).zip(row.iter()) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(line, at, number).unwrap(),
                    Err(_) => sheet.write_string(line, at, *cell).unwrap(),
                };
            }
        }
    }
    book.save(home.path(name)).unwrap();
}

fn codes(home: &Home) -> Vec<Value> {
    home.rows(&["list", "procedure"]).iter().map(|row| row["code"].clone()).collect()
}

#[test]
fn a_number_that_is_no_code_is_refused() {
    let home = Home::new();
    let before = home.everything();
    // Seven decimals, eight digits, a negative number: none is a code of a procedure.
    for bad in ["1.0004211", "10004210", "-1.000421"] {
        let rows: [&[&str]; 3] = [&["Mã TTHC", "Tên TTHC", "Lĩnh vực"], &["9.100001", "Một", "x"], &[bad, "Hai", "x"]];
        workbook(&home, "list.xlsx", &[("S", &rows)]);
        home.run(&["import", "list.xlsx"]).refused(3, "list.xlsx:3");
    }
    // What a spreadsheet shortened has lost its last digits.
    home.write("list.csv", "Mã TTHC;Tên TTHC;Lĩnh vực\n9.100001;Một;x\n1.00042E+06;Hai;x\n");
    home.run(&["import", "list.csv"]).refused(3, "list.csv:3");
    assert_eq!(home.everything(), before);
    home.write("list.csv", "Mã TTHC|Tên TTHC|Lĩnh vực\n1. 900001|Một|x\nTTHC 1.900002|Cấp|x\n1.900003.h19|Ba|x\n");
    home.run(&["import", "list.csv"]).ok();
    let codes = codes(&home);
    for code in ["1.900001", "1.900002", "1.900003"] {
        assert!(codes.contains(&code.into()), "{code} of {codes:?}");
    }
}

#[test]
fn what_is_not_read_of_a_list_is_named() {
    let home = Home::new();
    home.write("list.csv", "STT,Mã TTHC,Tên TTHC,Lĩnh vực,Thời hạn giải quyết,Phí\n1,9.100001,Một,#N/A,3 ngày,0\n");
    home.run(&["import", "list.csv"]).ok().tells("không đọc các cột: Thời hạn giải quyết, Phí").tells("#N/A");
    assert_eq!(home.json(&["show", "procedure", "9.100001"])["field"], Value::Null);
    let before = home.everything();
    // A quote that nobody closed takes the lines behind it into its cell.
    home.write("open.csv", "Mã TTHC,Tên TTHC,Lĩnh vực\n9.100002,\"Hai,x\n9.100003,Ba,x\n");
    home.run(&["import", "open.csv"]).refused(3, "open.csv:2");
    assert_eq!(home.everything(), before);
    // Saved as "Unicode text" by Excel: UTF-16, under any ending.
    let text = "Mã TTHC\tTên TTHC\tLĩnh vực\n9.100004\tCấp\tHộ tịch\n";
    let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    std::fs::write(home.path("list.xls"), bytes).unwrap();
    home.run(&["import", "list.xls"]).ok();
    assert_eq!(home.json(&["show", "procedure", "9.100004"])["name"], "Cấp");
}

#[test]
fn numbers_of_those_who_comply_come_in_any_kind_of_table() {
    let home = Home::new();
    let count = |code: &str| {
        let rows = home.rows(&["list", "population"]);
        rows.into_iter().find(|row| row["regulation"] == code).map(|row| (row["count"].clone(), row["times"].clone()))
    };
    // The code is a number, the head stands over two rows, on the second sheet; a number of times with decimals is one.
    let rows: [&[&str]; 5] = [
        &["BẢNG SỐ LƯỢNG"],
        &["STT", "Mã TTHC", "Số lượng", "Số lượng", "Nguồn"],
        &["", "", "Số lần/năm", "Đối tượng/năm", ""],
        &["1", "1.004222", "1.125", "200000", "Báo cáo"],
        &["2", "1.000656.H19", "1", "12", "Báo cáo tỉnh"],
    ];
    workbook(&home, "many.xlsx", &[("Bìa", &[&["Bìa"]]), ("Số liệu", &rows)]);
    home.run(&["import", "many.xlsx"]).ok().tells("1.000656.H19").tells("Bìa");
    assert_eq!(count("1.004222"), Some((200_000.into(), 1.125.into())));
    assert_ne!(
        count("1.000656").map(|(count, _)| count),
        Some(12.into()),
        "the number of one province is not that of the country"
    );
    for (name, text, line) in [
        ("huge.csv", "Mã TTHC,Số hồ sơ/năm\n1.004222,5\n1.003197,99999999999999999999\n", "huge.csv:3"),
        ("half.csv", "Mã TTHC;Số hồ sơ/năm\n1.003197;12,5\n", "half.csv:2"),
        ("thousands.csv", "Đơn vị: nghìn lượt,\nMã TTHC,Số hồ sơ/năm\n1.003197,14\n", "thousands.csv:1"),
    ] {
        let before = home.everything();
        home.write(name, text);
        home.run(&["import", name]).refused(3, line);
        assert_eq!(home.everything(), before, "{name}");
    }
}

#[test]
fn a_table_of_nouns_that_became_a_workbook_is_read() {
    let home = Home::new();
    let rows: [&[&str]; 2] = [
        &["noun", "code", "kind", "name", "agency", "provenance", "source"],
        &["regulation", "dk-1", "condition", "Điều kiện", "BTP", "assumption", "thử"],
    ];
    workbook(&home, "saved.xlsx", &[("saved", &rows)]);
    home.run(&["import", "saved.xlsx"]).ok();
    assert_eq!(home.json(&["show", "regulation", "dk-1"])["name"], "Điều kiện");
}

#[test]
fn a_row_is_of_a_group_that_is_there() {
    let home = Home::new();
    let before = home.everything();
    home.run(&["cost", "set", "1.001193", "a1", "among=khong-co"]).refused(3, "khong-co");
    assert_eq!(home.everything(), before);
    // Thousands that somebody grouped in a file of tinhgon's own form: one, or a thousand?
    home.write("sheet.csv", "noun,regulation,id,minutes\nsheet,1.001193,a1,1.000\n");
    home.run(&["import", "sheet.csv"]).refused(3, "sheet.csv:2");
    assert_eq!(home.everything(), before);
}

/// 54 thousand đồng an hour × 1 hour + a fee of 4 thousand = 58.000 đ; × 3.500 a year = 203.000.000 đ.
#[test]
fn a_form_in_thousands_is_multiplied_and_its_errors_are_refused() {
    let home = Home::new();
    let head = "STT;Các công việc;Cách thức;Thời gian (giờ);Mức thu nhập/giờ;Thuê tư vấn;Phí, lệ phí;Số lần/năm;Số đối tượng;Chi phí thực hiện;Tổng chi phí";
    let form = |time: &str, fee: &str| {
        format!(
            "Tên thủ tục: Lập hội (9.100009);;\nĐơn vị tính: nghìn đồng;;\n{head}\n1.1;Đơn;Điền;{time};54;0;{fee};1;3500;58;203000\n"
        )
    };
    home.write("form.csv", &form("1", "4"));
    home.run(&["import", "form.csv"]).ok().tells("1000 đồng");
    let sheet = home.json(&["cost", "show", "9.100009"]);
    assert_eq!((&sheet["one_dong"], &sheet["annual_cost_dong"]), (&58_000.into(), &203_000_000.into()));
    let before = home.everything();
    home.write("form.csv", &form("#REF!", "4"));
    home.run(&["import", "form.csv"]).refused(3, "form.csv:4");
    assert_eq!(home.everything(), before);
    home.write("form.csv", &form("1", "Miễn phí"));
    home.run(&["import", "form.csv", "--replace"]).ok();
    assert_eq!(home.json(&["cost", "show", "9.100009"])["one_dong"], 54_000);
}
