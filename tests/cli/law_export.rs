//! `law export`: an instrument as Akoma Ntoso, from a file, with its amendments, and from the data file.

use super::home::Home;

const BASE: &str = "CHÍNH PHỦ\nSố: 1/2026/NĐ-CP\nHà Nội, ngày 05 tháng 12 năm 2025\nNGHỊ ĐỊNH\nVề lò bánh\nĐiều 1. Lò\n1. Lò nhỏ.\n2. Lò to.\nĐiều 2. Hiệu lực\n\
    Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2026.\n";
const LATER: &str = "CHÍNH PHỦ\nSố: 9/2026/NĐ-CP\nHà Nội, ngày 05 tháng 5 năm 2026\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 1/2026/NĐ-CP\n\
    Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2026/NĐ-CP\n1. Sửa đổi khoản 2 Điều 1 như sau:\n“2. Lò rất to.”.\n2. Bãi bỏ khoản 7 Điều 1.\n\
    Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n";

fn home() -> Home {
    let home = Home::new();
    home.write("a.txt", BASE);
    home.write("b.txt", LATER);
    home
}

#[test]
fn a_file_is_written_and_read_back() {
    let home = home();
    home.run(&["law", "export", "a.txt", "--as", "akn", "-o", "a.xml"]).ok();
    let xml = home.text("a.xml");
    assert!(xml.contains("<FRBRuri value=\"/akn/vn/act/decree/2026/1\"/>"), "{xml}");
    let (before, after) = (home.json(&["law", "outline", "a.txt"]), home.json(&["law", "outline", "a.xml"]));
    let units = |outline: &serde_json::Value| {
        let units = outline["units"].as_array().unwrap().iter();
        units.map(|unit| (unit["level"].clone(), unit["label"].clone(), unit["words"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(units(&before), units(&after));
    assert_eq!(units(&after).len(), 5);
    // Without a file it goes to standard output, the same bytes.
    assert_eq!(home.run(&["law", "export", "a.txt"]).ok().out, xml);
    let answer = home.json(&["law", "export", "b.txt"]);
    assert_eq!((&answer["active"], &answer["passive"]), (&2.into(), &0.into()));
    assert_eq!(answer["expression"], "/akn/vn/act/decree/2026/9/vie@2026-05-05");
    // What was exported amends, and is amended, like the text.
    home.run(&["law", "export", "b.txt", "-o", "b.xml"]).ok();
    let merged = home.run(&["law", "apply", "a.xml", "b.xml"]).ended(1).out;
    assert!(merged.contains("Lò rất to."), "{merged}");
}

#[test]
fn amendments_are_stated_and_what_they_leave_is_told() {
    let home = home();
    // Khoản 7 is not there: what could not be applied is told, and the answer is no.
    let ran = home.run(&["law", "export", "a.txt", "b.txt", "-o", "m.xml"]).ended(1);
    assert!(ran.err.contains("khoản 7 Điều 1"), "{}", ran.err);
    let xml = home.text("m.xml");
    assert!(
        xml.contains(
            "<source href=\"/akn/vn/act/decree/2026/9#art_1__para_1\"/>\n<destination href=\"#art_1__para_2\"/>"
        ),
        "{xml}"
    );
    assert!(xml.contains("vie@2026-07-01") && xml.contains("<p>Lò rất to.</p>"), "{xml}");
}

#[test]
fn an_instrument_of_the_data_file_is_written_as_of_a_day() {
    let home = home();
    for name in ["a.txt", "b.txt"] {
        home.run(&["import", name]).ok();
    }
    let before = home.run(&["law", "export", "1/2026/NĐ-CP"]).ok().out;
    assert!(before.contains("<p>Lò to.</p>"), "{before}");
    let on = |day: &str| home.run(&["law", "export", "1/2026/NĐ-CP", "--as-of", day]);
    assert!(on("30/6/2026").out.contains("<p>Lò to.</p>"));
    let after = on("1/7/2026").ended(1).out;
    assert!(after.contains("<p>Lò rất to.</p>") && after.contains("vie@2026-07-01"), "{after}");
}

#[test]
fn what_has_no_address_is_refused() {
    let home = home();
    home.write("c.txt", "NGHỊ ĐỊNH\nVề lò\nĐiều 1. Lò\n1. Lò.\n");
    assert!(home.run(&["law", "export", "c.txt"]).ended(3).err.contains("--number"));
    assert!(home.run(&["law", "export", "c.txt", "--number", "3/2026/NĐ-CP"]).ended(3).err.contains("--issued"));
    home.run(&["law", "export", "c.txt", "--number", "3/2026/NĐ-CP", "--issued", "2/3/2026"]).ok();
    home.run(&["law", "export", "3/2026/NĐ-CP"]).ended(6);
    home.run(&["law", "export", "no-such-file.txt"]).ended(3);
    home.run(&["law", "export", "1/2026/NĐ-CP", "b.txt"]).ended(2);
    home.write("bad.xml", "<akomaNtoso>\n<!DOCTYPE a>\n<act/></akomaNtoso>");
    assert!(home.run(&["law", "outline", "bad.xml"]).ended(3).err.contains("DOCTYPE"));
}
