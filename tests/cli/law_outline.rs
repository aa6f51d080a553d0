//! `law`: texts of the law, without a workspace.

use super::home::{Home, Ran};
use serde_json::json;
use std::io::Write;
use std::process::Stdio;

/// An invented instrument as Markdown, with a gap in its numbers on line 23.
const SAMPLE: &str = "---
so_hieu: 9/2026/TT-BTN
trang_thai: thử
---
# BỘ THỬ NGHIỆM

Số: 7/2026/TT-BTN

*Hà Nội, ngày 02 tháng 3 năm 2026*

**THÔNG TƯ**

**Quy định về việc thử**

*Căn cứ Luật Thử số 1/2025/QH15;*

## Chương I. CHUNG

### Điều 1. Phạm vi
1. Khoản một:
- a) Điểm a;
- b) Điểm b.
3. Khoản ba.

**Điều 2.** Hiệu lực

Thông tư này có hiệu lực kể từ ngày 01/7/2026.

**Nơi nhận:**

## Phụ lục I

| Tên | Mức |
|---|---|
| Một | 2 |
";

fn home() -> Home {
    let home = Home::bare();
    home.write("thu.md", SAMPLE);
    home
}

#[test]
fn the_outline_of_a_file_needs_no_workspace() {
    let home = home();
    let ran = home.run(&["law", "outline", "thu.md"]).ok();
    for part in [
        "Số, ký hiệu: 7/2026/TT-BTN (dòng 7)",
        "Ngày hiệu lực: 01/7/2026 (dòng 27)",
        "   khoản 1  ",
        "     điểm a  ",
        "Phụ lục I",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    assert!(ran.out.trim_end().ends_with("dòng 23: khoản 3 đứng sau khoản 1: thiếu ở giữa"), "{}", ran.out);
    let english = home.run(&["--lang", "en", "law", "outline", "thu.md"]).ok();
    assert!(
        english.out.contains("line 23: Clause 3 follows Clause 1") && english.out.contains("Kind: Circular (line 11)")
    );
    assert_eq!(home.names(), ["thu.md"], "nothing is written");
    assert!(!home.database().exists());
}

#[test]
fn letters_of_before_unicode_are_converted_and_that_is_said() {
    let home = Home::bare();
    home.write("cũ.txt", "§iÒu 1. Ph¹m vi ®iÒu chØnh\n1. Th«ng t\u{ad} nµy quy ®Þnh møc lÖ phÝ.");
    home.run(&["law", "outline", "cũ.txt"]).ok().says("Phạm vi điều chỉnh").tells("đã chuyển 2 dòng từ mã TCVN3");
    // Too few words to be certain of: the encoding is named.
    home.write("ít.txt", "Ñieàu 1");
    home.run(&["law", "outline", "ít.txt", "--encoding", "vni"]).ok().says("Điều 1").tells("VNI");
    home.run(&["law", "outline", "cũ.txt", "--encoding", "latin1"]).refused(2, "utf8-twice");
}

#[test]
fn json_gives_head_units_counts_and_warnings_by_the_lines_of_the_file() {
    let answer = home().json(&["law", "outline", "thu.md"]);
    assert_eq!((&answer["schema_version"], &answer["kind"]), (&json!(1), &json!("outline")));
    let counts = json!({
        "part": 0, "chapter": 1, "section": 0, "subsection": 0, "article": 2, "clause": 2, "point": 2, "item": 0, "annex": 1, "quote": 0, "table": 0,
    });
    assert_eq!(answer["counts"], counts);
    let header = &answer["header"];
    assert_eq!(header["kind"], json!({ "value": "circular", "word": "Thông tư", "line": 11 }));
    assert_eq!(header["number"], json!({ "value": "7/2026/TT-BTN", "line": 7 }));
    assert_eq!(header["title"], json!({ "value": "Quy định về việc thử", "line": 13 }));
    assert_eq!(header["issued"], json!({ "value": "2026-03-02", "line": 9 }));
    assert_eq!(header["effective"]["value"], "2026-07-01");
    assert_eq!(header["grounds"][0]["value"], "Căn cứ Luật Thử số 1/2025/QH15");
    let units = answer["units"].as_array().unwrap();
    let point = units.iter().find(|u| u["level"] == "point").unwrap();
    assert_eq!((&point["label"], &point["words"], &point["line"]), (&json!("a"), &json!("Điểm a;"), &json!(21)));
    let clause = point["parent"].as_u64().unwrap() as usize;
    assert_eq!((&units[clause]["level"], &units[clause]["line"]), (&json!("clause"), &json!(20)));
    assert_eq!(answer["warnings"][0]["line"], 23);
    assert_eq!(answer["warnings"][0]["oddity"], "gap");
}

#[test]
fn counts_are_told_in_every_form() {
    let home = home();
    let json = home.json(&["law", "outline", "thu.md", "--count"]);
    assert_eq!((&json["counts"]["article"], json.get("units")), (&json!(2), None));
    let csv = home.run(&["law", "outline", "thu.md", "--count", "--format", "csv"]).ok();
    assert!(csv.out.starts_with("level,count\npart,0\nchapter,1\n"), "{}", csv.out);
    assert!(csv.err.contains("cảnh báo: dòng 23"), "{}", csv.err);
    home.run(&["law", "outline", "thu.md", "--count", "-o", "dem.md"]).ok();
    assert!(home.text("dem.md").contains("| Điều | 2 |"), "{}", home.text("dem.md"));
    let units = home.run(&["law", "outline", "thu.md", "--format", "csv"]).ok();
    assert!(units.out.contains("\n21,3,point,a,Điểm a;\n"), "{}", units.out);
    let page = home.run(&["law", "outline", "thu.md", "--format", "md"]).ok();
    assert!(page.out.contains("- Loại văn bản: Thông tư (dòng 11)\n") && page.out.contains("| 19 |"), "{}", page.out);
}

#[test]
fn standard_input_is_a_dash() {
    let home = home();
    let mut child = home
        .command(&["law", "outline", "-", "--count", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(SAMPLE.as_bytes()).unwrap();
    let ran = Ran::of(child.wait_with_output().unwrap()).ok();
    assert_eq!(ran.json()["counts"]["clause"], 2);
}

#[test]
fn what_cannot_be_read_is_bad_input_with_place_and_hint() {
    let home = home();
    std::fs::write(home.path("cu.docx"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap();
    home.run(&["law", "outline", "cu.docx"]).refused(3, "cu.docx").tells("soffice");
    std::fs::write(home.path("ma.txt"), b"Lu\xE2t\nth\xFA").unwrap();
    home.run(&["law", "outline", "ma.txt"]).refused(3, "ma.txt:1:3").tells("UTF-8");
    home.run(&["law", "outline", "khong.txt"]).refused(3, "khong.txt");
    home.run(&["law", "outline"]).ended(2);
    home.run(&["law"]).ended(2);
}
