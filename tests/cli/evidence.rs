//! What a document was made from, whether the data still give it, and PDF by a program of the machine.

use super::home::Home;
use std::os::unix::fs::PermissionsExt;

const FORMS: [&str; 5] = ["md", "html", "docx", "xlsx", "json"];

fn verdict(home: &Home, file: &str, code: i32) -> (String, serde_json::Value) {
    let ran = home.run(&["report", "verify", file, "--format", "json"]).ended(code);
    let row = ran.json()["rows"][0].clone();
    (row["verdict"].as_str().unwrap().to_owned(), row["changes_since"].clone())
}

fn all(home: &Home, code: i32, wanted: (&str, serde_json::Value)) {
    for form in FORMS {
        let (verdict, since) = verdict(home, &format!("r.{form}"), code);
        assert_eq!((verdict.as_str(), since), wanted, "{form}");
    }
}

#[test]
fn a_document_says_what_it_was_made_from_and_whether_that_still_holds() {
    let home = Home::new();
    home.run(&["baseline", "freeze", "nq68-2020", "--as-of", "2026-11-01"]).ok();
    for form in FORMS {
        let asked =
            ["report", "proposal", "--scope", "field:Hộ tịch", "--stage", "planned", "-o", &format!("r.{form}")];
        home.run(&asked).ok();
    }
    let text = home.text("r.md");
    assert!(
        text.contains("Lập từ tệp dữ liệu sau thay đổi thứ 2, mã kiểm tra ")
            && text.contains("chương trình theo 68/NQ-CP chốt ngày 01/11/2026"),
        "{text}"
    );
    all(&home, 0, ("same", 0.into()));

    // Who is assigned elsewhere changes nothing in it; what a sheet says does.
    home.run(&["measure", "add", "1.004222", "--kind", "remove-component", "--target", "c2", "--title", "Bỏ"]).ok();
    let (said, since) = verdict(&home, "r.md", 0);
    assert_eq!((said.as_str(), since), ("same", 1.into()));
    home.run(&["measure", "add", "1.001193", "--kind", "remove-component", "--target", "c2", "--title", "Bỏ"]).ok();
    all(&home, 1, ("outdated", 2.into()));
    home.run(&["report", "verify", "r.md"]).ended(1).says("dữ liệu đã thay đổi");

    // It is as it was again, whatever was done and taken back in between.
    home.run(&["undo"]).ok();
    let (said, since) = verdict(&home, "r.docx", 0);
    assert_eq!((said.as_str(), since), ("same", 3.into()));
}

#[test]
fn a_document_that_another_hand_changed_or_another_workspace_made_is_told() {
    let home = Home::new();
    home.run(&["measure", "add", "1.004222", "--kind", "remove-component", "--target", "c2", "--title", "Bỏ"]).ok();
    home.run(&["report", "progress", "-o", "r.md"]).ok();
    home.write("changed.md", &home.text("r.md").replacen('0', "1", 1));
    assert_eq!(verdict(&home, "changed.md", 1).0, "altered");
    let other = Home::new();
    other.write("r.md", &home.text("r.md"));
    assert_eq!(verdict(&other, "r.md", 1), ("foreign".to_owned(), serde_json::Value::Null));

    let everything = home.everything();
    home.write("plain.md", "# Không phải của chương trình\n");
    home.write("broken.docx", "PK");
    home.run(&["report", "verify", "plain.md"]).refused(3, "plain.md");
    home.run(&["report", "verify", "broken.docx"]).refused(3, "broken.docx");
    home.run(&["report", "verify", "none.md"]).refused(3, "none.md");
    home.run(&["report", "verify", "r.odt"]).refused(2, "odt");
    home.run(&["report", "verify"]).refused(2, "tệp");
    home.run(&["report", "progress", "r.md"]).refused(2, "verify");
    assert_eq!(home.everything(), everything);
}

#[test]
fn a_template_that_is_wrong_says_nothing_of_the_data() {
    let home = Home::new();
    std::fs::create_dir(home.path("own")).unwrap();
    home.write("own/monthly.vi.md", "# Tháng\n\n{{ as_of }}\n");
    home.run(&["report", "monthly", "--templates", "own", "-o", "r.md"]).ok();
    home.run(&["report", "verify", "r.md", "--templates", "own"]).ok();
    home.run(&["report", "verify", "r.md"]).refused(3, "monthly");
    home.run(&["measure", "add", "1.004222", "--kind", "remove-component", "--target", "c2", "--title", "Bỏ"]).ok();
    home.write("own/monthly.vi.md", "{% if %}");
    home.run(&["report", "verify", "r.md", "--templates", "own"]).refused(3, "monthly.vi.md");
}

/// A program that stands in for LibreOffice.
fn office(home: &Home, does: &str) -> String {
    let folder = home.path("bin");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("soffice");
    std::fs::write(&file, format!("#!/bin/sh\nfor last; do :; done\n{does}\n")).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    format!("{}:/usr/bin:/bin", folder.display())
}

#[test]
fn a_pdf_is_made_by_what_the_machine_has_or_refused() {
    let home = Home::new();
    home.run_with(("PATH", "/nowhere"), &["report", "progress", "-o", "r.pdf"]).refused(3, "LibreOffice");
    assert!(!home.path("r.pdf").exists());
    let path = office(&home, "test -s \"$last\" && printf '%%PDF-1.7 /StructTreeRoot' > \"${last%.docx}.pdf\"");
    home.run_with(("PATH", &path), &["report", "progress", "-o", "r.pdf"]).ok().tells("LibreOffice").tells("tagged");
    assert!(home.read("r.pdf").starts_with(b"%PDF-1.7"));
    home.run(&["report", "verify", "r.pdf"]).refused(3, "PDF");
    // One that fails leaves what was there.
    for does in ["exit 1", "echo x > \"${last%.docx}.pdf\""] {
        let path = office(&home, does);
        home.run_with(("PATH", &path), &["report", "progress", "-o", "r.pdf"]).ended(5).tells("không tạo được PDF");
        assert!(home.read("r.pdf").starts_with(b"%PDF-1.7"));
    }
}

#[test]
fn a_document_on_the_law_says_from_which_files_it_was_made_and_whether_these_are_the_same() {
    let home = Home::new();
    let old = "BỘ THỬ\nSố: 1/2020/TT-BT\nTHÔNG TƯ\nQuy định về thử\nĐiều 1. Hồ sơ\n1. Tờ khai.\n2. Bản sao.\n";
    home.write("old.txt", old);
    home.write("new.txt", &old.replace("Bản sao", "Bản điện tử"));
    for form in ["md", "html", "docx", "json"] {
        let file = format!("c.{form}");
        home.run(&["law", "compare", "old.txt", "new.txt", "--as", "table", "-o", &file]).ended(1);
        assert_eq!(verdict(&home, &file, 0), ("inputs_same".to_owned(), serde_json::Value::Null), "{form}");
    }
    // By `printf … | sha256sum`, the first sixteen digits stand in the document; here it is enough that all forms say the same.
    assert!(home.text("c.md").contains("Lập từ các tệp: old.txt (mã kiểm tra "), "{}", home.text("c.md"));
    home.run(&["law", "draft", "old.txt", "new.txt", "--number", "2/2021/TT-BT", "-o", "d.docx"]);
    assert_eq!(verdict(&home, "d.docx", 0).0, "inputs_same");
    home.write("new.txt", old);
    home.run(&["report", "verify", "c.docx"]).ended(1).tells("new.txt: đã khác").tells("old.txt: không đổi");
    assert_eq!(verdict(&home, "c.md", 1).0, "inputs_changed");
    std::fs::remove_file(home.path("new.txt")).unwrap();
    assert_eq!(verdict(&home, "d.docx", 1).0, "inputs_gone");
    // A text that is printed says nothing of itself.
    home.write("new.txt", old);
    assert!(!home.run(&["law", "compare", "old.txt", "new.txt", "--format", "md"]).ok().out.contains("tinhgon"));
}

#[test]
fn a_draft_from_the_data_file_says_after_which_change() {
    let home = Home::new();
    home.write(
        "base.txt",
        "BỘ THỬ\nSố: 9/2020/TT-BT\nTHÔNG TƯ\nQuy định về thử\nĐiều 1. Hồ sơ\n1. Tờ khai.\n2. Bản sao.\n",
    );
    home.run(&["import", "base.txt"]).ok();
    let texts =
        ["--current-text", "2. Bản sao.", "--proposed-text", "2. Bản điện tử.", "--provision", "khoản 2 Điều 1"];
    let args = ["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a10", "--instrument", "9/2020/TT-BT"];
    home.run(&[&args[..], &texts].concat()).ok();
    home.run(&["law", "draft", "--regulation", "1.001193", "-o", "d.docx"]);
    assert_eq!(verdict(&home, "d.docx", 0), ("data_same".to_owned(), 0.into()));
    home.run(&["measure", "add", "1.001193", "--kind", "drop-step", "--target", "a9", "-q"]).ok();
    assert_eq!(verdict(&home, "d.docx", 1), ("data_changed".to_owned(), 1.into()));
}
