//! Files that cannot be taken: each says its own clear word, and nothing of it comes in.

use rust_xlsxwriter::Workbook;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tinhgon::exchange::mapping::Mapping;
use tinhgon::exchange::records::{Reading, read_records};
use tinhgon::text::Lang;
use tinhgon::words::{Fault, FaultKind};

const GOOD: &str = r#"{"ma_thu_tuc":"1.000001","ten_thu_tuc":"Thử","cach_thuc_thuc_hien":"","thanh_phan_ho_so":""}"#;

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn read(path: &Path) -> Result<Reading, Fault> {
    read_records(path, None, &mut |_, _| {})
}

/// The fault of a file of this name with these bytes: its English message has all these words, and a hint follows.
fn refused(name: &str, bytes: &[u8], words: &[&str], line: Option<usize>) -> Fault {
    let folder = TempDir::new().unwrap();
    let fault = read(&file(&folder, name, bytes)).expect_err(name);
    let message = fault.message(Lang::En);
    for word in words {
        assert!(message.contains(word), "{message:?} lacks {word:?}");
    }
    assert_eq!(fault.kind(), FaultKind::Input, "{message}");
    assert_eq!(fault.place().unwrap().line, line, "{message}");
    assert!(fault.place().unwrap().file.ends_with(name), "{message}");
    assert!(fault.hint_text(Lang::Vi).is_some(), "{message} has no hint");
    fault
}

fn lines(extra: &str) -> Vec<u8> {
    format!("{GOOD}\n{}\n{extra}\n", GOOD.replace("000001", "000002")).into_bytes()
}

#[test]
fn a_good_file_comes_in_with_a_mark_at_its_head_too() {
    let folder = TempDir::new().unwrap();
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(lines(""));
    let mut told = Vec::new();
    let reading = read_records(&file(&folder, "a.jsonl", &bytes), None, &mut |done, of| told.push((done, of))).unwrap();
    assert_eq!(reading.report.records, 2);
    assert_eq!(reading.batch.procedures[1].regulation.code, "1.000002");
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|(done, of)| done <= of && *of == bytes.len() as u64));
}

#[test]
fn bad_lines_are_named() {
    let fault = refused("a.jsonl", &lines("{\"ma_thu_tuc\": đúng}"), &["not valid JSON"], Some(3));
    assert_eq!(fault.place().unwrap().column, Some(16));
    refused("a.jsonl", &lines("{\"ma_thu_tuc\": \"1.0"), &["cut off"], Some(3));
    refused("a.jsonl", &lines("[1, 2]"), &["not a JSON object"], Some(3));
    refused("a.jsonl", &lines(&GOOD.replace("1.000001", "")), &["no code", "ma_thu_tuc"], Some(3));
    refused("a.jsonl", &lines(&GOOD.replace("Thử", " ")), &["1.000001", "no name"], Some(3));
    refused("a.jsonl", &lines(&GOOD.replace("\"Thử\"", "{\"a\":1}")), &["ten_thu_tuc", "must be text"], Some(3));
    refused("a.jsonl", &lines(&"{\"a\":".repeat(5_000)), &["nested"], Some(3));
}

#[test]
fn files_that_are_no_record_files_are_named() {
    refused("a.jsonl", b"", &["empty"], None);
    refused("a.jsonl", b" \n \n", &["empty"], None);
    refused("a.xlsx", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], &["old Office"], None);
    refused("a.jsonl", &[0xFF, 0xFE, b'{', 0], &["UTF-16"], None);
    refused("a.xlsx", b"<!DOCTYPE html><html>", &["web page"], None);
    refused("a.xlsx", b"%PDF-1.7", &["PDF"], None);
    refused("a.xlsx", b"PK\x03\x04 and no more", &["cut off"], None);
    let mut bytes = lines("");
    bytes.extend(b"{\"ten\": \"\xE1\xBA\"}");
    let fault = refused("a.jsonl", &bytes, &["not UTF-8"], Some(4));
    assert_eq!(fault.place().unwrap().column, Some(10));
    let folder = TempDir::new().unwrap();
    assert!(read(folder.path()).is_err());
    assert!(read(&folder.path().join("none.jsonl")).unwrap_err().message(Lang::Vi).contains("không đọc được"));
}

#[test]
fn another_layout_says_what_was_expected_and_found() {
    refused(
        "a.jsonl",
        br#"{"ma_thu_tuc":"1","ten":"x"}"#,
        &["portal-jsonl", "ten_thu_tuc", "ma_thu_tuc, ten"],
        Some(1),
    );
    refused("a.csv", "Mã số,Tên gọi\n1,2\n".as_bytes(), &["portal-list", "Mã số, Tên", "Tên gọi"], Some(1));
    let folder = TempDir::new().unwrap();
    let list = Mapping::shipped().unwrap().into_iter().find(|m| m.name() == "portal-list").unwrap();
    let fault = read_records(&file(&folder, "a.jsonl", &lines("")), Some(&list), &mut |_, _| {}).unwrap_err();
    assert_eq!(fault.kind(), FaultKind::Usage);
}

#[test]
fn a_giant_line_is_refused() {
    let giant = format!("{{\"a\":\"{}\"}}", "x".repeat(17 << 20));
    refused("a.jsonl", giant.as_bytes(), &["longer than 16 MiB"], Some(1));
}

#[test]
fn a_list_is_found_below_its_title_in_both_kinds_of_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "DANH SÁCH").unwrap();
    for (row, cells) in [
        ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"],
        ["1.000003", "Thử một", "Bộ Thử", "Xã", "Thử"],
        ["Tổng: 1", "", "", "", ""],
    ]
    .iter()
    .enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(u32::try_from(row + 2).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    sheet.write(5, 0, 1.01501).unwrap();
    sheet.write(5, 1, "Thử hai").unwrap();
    book.save(&path).unwrap();
    let reading = read(&path).unwrap();
    let codes: Vec<&str> = reading.batch.procedures.iter().map(|p| p.regulation.code.as_str()).collect();
    assert_eq!(codes, ["1.000003", "1.015010"]);
    assert_eq!(reading.batch.procedures[0].regulation.agency.as_deref(), Some("Bộ Thử"));
    let lines: Vec<usize> = reading.report.problems.iter().map(|p| p.line).collect();
    assert_eq!(lines, [5, 6]);

    let whole = std::fs::read(&path).unwrap();
    refused("cut.xlsx", &whole[..whole.len() / 2], &["cut off"], None);

    let csv = "\u{feff}Danh sách;;\nMã số;Tên;Cơ quan ban hành\n1.000004;\"Thử; ba\";Bộ Thử\n";
    let reading = read(&file(&folder, "a.csv", csv.as_bytes())).unwrap();
    assert_eq!(reading.batch.procedures[0].regulation.name, "Thử; ba");
    refused(
        "a.csv",
        "Mã số,Tên,Tên,Cơ quan ban hành\n1.000004,a,b,c\n".as_bytes(),
        &["two columns", "columns 2 and 3"],
        Some(1),
    );
    refused("a.csv", "Mã số,Tên,Cơ quan ban hành\n".as_bytes(), &["no record"], Some(1));
}

#[test]
fn a_code_that_stands_twice_is_refused_with_both_lines() {
    let other = GOOD.replace("Thử", "Thử khác");
    refused("a.jsonl", format!("{GOOD}\n{GOOD}\n").as_bytes(), &["1.000001", "line 1"], Some(2));
    refused("a.jsonl", format!("{GOOD}\n\n{other}\n").as_bytes(), &["1.000001", "line 1"], Some(3));
}
