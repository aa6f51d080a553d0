//! Forms as they come, in invented words: a workbook made here, its heads in other words, hours or minutes, several procedures.

use super::*;
use crate::exchange::tables::SourceTable;
use crate::model::Fraction;
use crate::text::Lang;
use serde_json::{Value, json};

fn table(rows: &[Value]) -> SourceTable {
    let rows = rows.iter().enumerate().filter(|(_, row)| !row.as_array().unwrap().is_empty());
    SourceTable {
        rows: rows.map(|(at, row)| (at + 1, row.as_array().unwrap().clone())).collect(),
        ..SourceTable::default()
    }
}

fn layout() -> Layout {
    Layout::official().unwrap()
}

/// 30 minutes at 60.000 đ an hour are 30.000 đ; with 5.000 đ of fees 35.000 đ; for 100 people 3.500.000 đ.
fn head() -> Value {
    json!([
        "STT",
        "Các công việc",
        "Cách thức thực hiện",
        "Thời gian thực hiện (giờ)",
        "Mức TNBQ/01 giờ làm việc",
        "Thuê tư vấn",
        "Phí, lệ phí, chi phí khác",
        "Số lần/năm",
        "Số đối tượng tuân thủ",
        "Chi phí thực hiện TTHC",
        "Tổng chi phí/năm"
    ])
}

#[test]
fn the_layout_is_sound() {
    let layout = layout();
    assert!(!layout.checked, "nobody held it against the printed form");
    for column in &layout.columns {
        assert_eq!(layout.column(&column.title), Some(column.key), "{}", column.title);
    }
    for group in &layout.groups {
        assert_eq!(layout.opens(&group.title), Some(group.key), "{}", group.title);
    }
    assert_eq!(layout.groups.len(), crate::model::ActivityGroup::ALL.len());
}

#[test]
fn a_block_gives_its_procedure_groups_and_factors() {
    let rows = [
        json!(["BẢNG TÍNH"]),
        json!(["Tên thủ tục: Xin phép trồng cây (9.100001)"]),
        json!([]),
        head(),
        json!(["1", "Chuẩn bị hồ sơ"]),
        json!(["1.1", "Đơn xin phép", "Điền mẫu", 0.5, 60000, 0, 5000, 1, 100, 35000, 3500000]),
        json!(["6", "Nhận kết quả"]),
        json!(["6.1", "Nhận giấy phép", "", "0,25", "60.000", "", "", "1", "100", "15.000", "1.500.000"]),
        json!(["", "Tổng cộng", "", "", "", "", "", "", "", 50000, 5000000]),
        json!(["", "Người lập biểu"]),
    ];
    let tables = [table(&rows)];
    assert!(is_one(&tables, &layout()));
    let (sheets, problems) = read(&tables, &layout()).unwrap();
    assert_eq!(problems, []);
    let [sheet] = &sheets[..] else { panic!("{sheets:?}") };
    assert_eq!(sheet.code.as_deref(), Some("9.100001"));
    assert_eq!(sheet.name.as_deref(), Some("Xin phép trồng cây"));
    let rows: Vec<_> =
        sheet.rows.iter().map(|r| (r.line, r.group.name(), r.name.as_str(), r.minutes, r.charges)).collect();
    assert_eq!(
        rows,
        [
            (6, "dossier", "Đơn xin phép", Fraction::whole(30), 5_000),
            (8, "result", "Nhận giấy phép", Fraction::whole(15), 0),
        ]
    );
    assert_eq!((sheet.rows[1].hourly, sheet.rows[1].population), (Some(Fraction::whole(60_000)), Some(100)));
}

#[test]
fn minutes_other_heads_two_rows_and_several_procedures_on_a_sheet() {
    let rows = [
        json!(["Thủ tục: Xin phép đào ao (mã số 9.100002)"]),
        json!([
            "TT",
            "Nội dung công việc",
            "Thời gian",
            "Thu nhập bình quân một giờ",
            "Mức phí",
            "Tần suất",
            "Số lượng đối tượng",
            "Chi phí"
        ]),
        json!(["", "", "(phút)", "", "", "", "", "một lần"]),
        json!(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]),
        json!(["I", "Chuẩn bị hồ sơ"]),
        json!(["1", "Đơn", 30, 60000, 0, 0.3333333333333333, 50, 30000]),
        json!(["II", "Nộp hồ sơ"]),
        json!(["1", "Nộp trực tiếp", 90, 60000, 2000, 1, "", 92000]),
        json!(["Thủ tục: Xin phép lấp ao (9.100003)"]),
        json!(["I", "Chuẩn bị hồ sơ"]),
        json!(["1", "Đơn", 60, 60000, 0, 1, 10, 60000]),
    ];
    let (sheets, problems) = read(&[table(&rows)], &layout()).unwrap();
    assert_eq!(problems, []);
    let codes: Vec<_> = sheets.iter().map(|sheet| sheet.code.as_deref().unwrap_or_default()).collect();
    assert_eq!(codes, ["9.100002", "9.100003"]);
    let first = &sheets[0].rows;
    assert_eq!((first[0].minutes, first[0].times), (Fraction::whole(30), Fraction::new(1, 3)));
    assert_eq!(
        (first[1].minutes, first[1].group.name(), first[1].population),
        (Fraction::whole(90), "submission", None)
    );
}

#[test]
fn a_product_that_its_factors_do_not_give_is_named() {
    let rows = [
        json!(["Tên thủ tục: Xin phép trồng cây (9.100001)"]),
        head(),
        json!(["1.1", "Đơn", "", 0.5, 60000, 0, 5000, 1, 100, 36000, 3600000]),
        json!(["1.2", "Tờ khai", "", "0,17", 60000, 0, 0, 1, 100, 10000, 1000000]),
    ];
    let (_, problems) = read(&[table(&rows)], &layout()).unwrap();
    let said: Vec<_> = problems.iter().map(|p| (p.line, p.said.text(Lang::En).to_owned())).collect();
    // 0,17 hours may be 10 minutes, which is what the second row multiplies.
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].0 == 3 && said[0].1.contains("36,000") && said[0].1.contains("35,000"), "{said:?}");
    assert!(said[1].0 == 3 && said[1].1.contains("3,500,000"), "{said:?}");
}

#[test]
fn what_reads_in_two_ways_or_has_no_unit_is_refused() {
    let mut unit = head();
    unit[3] = json!("Thời gian thực hiện");
    let row = |time: Value| json!(["1.1", "Đơn", "", time, 60000, 0, 0, 1, 100]);
    let title = json!(["Tên thủ tục: Xin phép (9.100001)"]);
    for (rows, line) in [
        (vec![title.clone(), unit, row(json!(1))], 2),
        (vec![title.clone(), head(), row(json!("1.000"))], 3),
        (vec![title.clone(), head(), row(json!("nửa"))], 3),
        (vec![title, head(), row(json!(-1))], 3),
    ] {
        let fault = read(&[table(&rows)], &layout()).unwrap_err();
        assert_eq!(fault.place().unwrap().line, Some(line), "{}", fault.message(Lang::En));
    }
    let mut formula = table(&[json!(["9.100001"]), head(), json!(["1.1", "Đơn", "", null, 60000, 0, 500, 1, 100])]);
    formula.formulas.insert((3, 3));
    let fault = read(&[formula], &layout()).unwrap_err();
    assert!(fault.message(Lang::En).contains("formula"), "{}", fault.message(Lang::En));
}

#[test]
fn the_part_after_simplification_is_told_apart() {
    let rows = [
        json!(["Tên thủ tục: Xin phép trồng cây (9.100001)"]),
        json!(["I. CHI PHÍ HIỆN TẠI"]),
        head(),
        json!(["1.1", "Đơn", "", 0.5, 60000, 0, 0, 1, 100]),
        json!(["II. CHI PHÍ SAU ĐƠN GIẢN HÓA"]),
        head(),
        json!(["1.1", "Đơn", "", 0.25, 60000, 0, 0, 1, 100]),
    ];
    let (sheets, _) = read(&[table(&rows)], &layout()).unwrap();
    let parts: Vec<_> = sheets.iter().map(|sheet| (sheet.part, sheet.code.as_deref(), sheet.rows.len())).collect();
    assert_eq!(parts, [(Part::Current, Some("9.100001"), 1), (Part::Simplified, Some("9.100001"), 1)]);
}
