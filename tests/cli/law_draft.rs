//! The amending instrument drafted from the measures of the workspace. The texts are invented; what a draft must say is written by hand after
//! Nghị định 78/2025/NĐ-CP Điều 63–70.

use super::home::{Home, Ran};

const CIRCULAR: &str = "BỘ THỬ\nSố: 12/2031/TT-BTN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 05 tháng 3 năm 2031\nTHÔNG TƯ\n\
                        Quy định về thử nghiệm\nCăn cứ Luật Thử;\nBộ trưởng Bộ Thử ban hành Thông tư quy định về thử nghiệm.\n\
                        Điều 1. Phạm vi\nThông tư này quy định về thử nghiệm.\nĐiều 2. Hồ sơ\n1. Đơn.\n2. Bản sao có chứng thực.\n3. Ảnh.\n\
                        Điều 3. Thời hạn\nTrả trong 10 ngày.\nĐiều 4. Lệ phí\nThu 50.000 đồng.\nĐiều 5. Nơi nộp\nNộp tại trụ sở.\n\
                        Điều 6. Hiệu lực\nThông tư này có hiệu lực kể từ ngày 20 tháng 4 năm 2031.\n";

const DECREE: &str = "CHÍNH PHỦ\nSố: 7/2030/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2030\nNGHỊ ĐỊNH\nQuy định về mẫu thử\n\
                      Chính phủ ban hành Nghị định quy định về mẫu thử.\n\
                      Điều 1. Mẫu\n1. Một mẫu.\n2. Hai mẫu.\nĐiều 2. Sổ\nGhi sổ.\nĐiều 3. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 5 năm 2030.\n";

/// A home with both texts.
fn home() -> Home {
    let home = Home::new();
    home.write("tt.txt", CIRCULAR);
    home.write("nd.txt", DECREE);
    home.run(&["import", "tt.txt", "nd.txt"]).ok();
    home
}

/// Adds a measure on a procedure of the catalogue.
fn add(home: &Home, kind: &[&str], instrument: &str, provision: &str, texts: &[&str]) -> Ran {
    // Measures of one kind and title are one.
    let title = format!("{provision} {instrument} {}", texts.join(" "));
    let args = ["measure", "add", "1.001193", "--title", &title, "--instrument", instrument, "--provision", provision];
    home.run(&[&args[..], kind, texts].concat()).ok()
}

const STEP: &[&str] = &["--kind", "drop-step", "--target", "a10"];
const ABOLISH: &[&str] = &["--kind", "abolish"];

#[test]
fn measures_become_one_instrument_with_one_article_each() {
    let home = home();
    add(&home, STEP, "12/2031/TT-BTN", "khoản 2 Điều 2", &["--proposed-text", "Bản sao điện tử."]);
    add(&home, ABOLISH, "12/2031/TT-BTN", "Điều 4", &[]);
    add(&home, STEP, "7/2030/NĐ-CP", "khoản 1 Điều 1", &["--proposed-text", "1. Một mẫu điện tử."]);
    let drafted = home.run(&["law", "draft", "--measures"]).ok();
    for words in [
        "THÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 12/2031/TT-BTN, Nghị định số 7/2030/NĐ-CP\n",
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 12/2031/TT-BTN ngày 05 tháng 3 năm 2031 của Bộ trưởng Bộ Thử quy định về thử nghiệm\n",
        "1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:\n“2. Bản sao điện tử.”.\n",
        "2. Bãi bỏ Điều 4.\n",
        "Điều 2. Sửa đổi, bổ sung một số điều của Nghị định số 7/2030/NĐ-CP ngày 05 tháng 3 năm 2030 của Chính phủ quy định về mẫu thử\n",
        "1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:\n“1. Một mẫu điện tử.”.\n",
        "Điều 3. Hiệu lực thi hành\n",
    ] {
        assert!(drafted.out.contains(words), "{words} in\n{}", drafted.out);
    }
    drafted.tells("12/2031/TT-BTN (văn bản gốc): 2 phương án").tells("nhiều cơ quan khác nhau");
    let json = home.json(&["law", "draft", "--measures"]);
    assert_eq!((&json["orders"], &json["not_drafted"]), (&3.into(), &serde_json::json!([])));
    assert_eq!(json["instruments"][1]["number"], "7/2030/NĐ-CP");
    assert_eq!(json["instruments"][0]["measures"].as_array().unwrap().len(), 2);
    // What was drafted, applied to the text, gives the proposed text.
    std::fs::write(home.path("sua.txt"), &home.run(&["law", "draft", "--measures", "--number", "1/2032/TT-BTN"]).out)
        .unwrap();
    let applied = home.run(&["law", "apply", "tt.txt", "sua.txt"]);
    applied.ok().says("Bản sao điện tử.").says("(được bãi bỏ)");
}

#[test]
fn only_the_measures_that_are_asked_for_are_drafted() {
    let home = home();
    add(&home, STEP, "12/2031/TT-BTN", "khoản 2 Điều 2", &["--proposed-text", "Bản sao điện tử."]);
    home.run(&["law", "draft", "--measures", "--regulation", "1.001193"]).ok().says("khoản 2 Điều 2");
    home.run(&["law", "draft", "--measures", "--agency", "BTP"]).ok().says("khoản 2 Điều 2");
    let other = home.run(&["law", "draft", "--measures", "--stage", "approved"]).ok();
    assert_eq!(other.out, "");
    other.tells("không có phương án nào");
    home.run(&["law", "draft", "--measures", "--agency", "KHÔNG-CÓ"]).ended(6);
    home.run(&["law", "draft", "--measures", "tt.txt", "nd.txt"]).ended(2);
    home.run(&["law", "draft", "--stage", "approved", "tt.txt", "nd.txt"]).ended(2);
    home.run(&["law", "draft"]).ended(2);
}

#[test]
fn what_cannot_be_drafted_is_told_with_its_reason() {
    let home = home();
    add(&home, STEP, "9/2029/TT-BTN", "Điều 1", &["--proposed-text", "Mới."]);
    add(&home, STEP, "12/2031/TT-BTN", "mẫu đơn kèm theo", &["--proposed-text", "Mới."]);
    add(&home, STEP, "12/2031/TT-BTN", "khoản 1, 2 Điều 2", &["--proposed-text", "Mới."]);
    add(&home, STEP, "12/2031/TT-BTN", "khoản 1 Điều 2", &[]);
    add(&home, STEP, "12/2031/TT-BTN", "Điều 3", &["--proposed-text", "Điều 3. Thời hạn\nTrả trong 10 ngày."]);
    add(&home, ABOLISH, "12/2031/TT-BTN", "Điều 99", &[]);
    let drafted = home.run(&["law", "draft", "--measures", "--format", "json"]).ended(1).json();
    assert_eq!(drafted["text"], "");
    let left = drafted["not_drafted"].as_array().unwrap();
    let mut reasons: Vec<&str> = left.iter().map(|l| l["reason"].as_str().unwrap()).collect();
    reasons.sort_unstable();
    assert_eq!(reasons, ["no-proposal", "no-provision", "no-such-place", "no-text", "same", "several-places"]);
    home.run(&["law", "draft", "--measures"]).ended(1).tells("chưa có toàn văn").tells("Điều 99");
    home.run(&["--lang", "en", "law", "draft", "--measures"])
        .ended(1)
        .tells("the text of the instrument has not been imported");
}

#[test]
fn measures_that_contradict_each_other_or_the_text_are_told() {
    let home = home();
    let current = ["--current-text", "Bản sao thường."];
    add(
        &home,
        STEP,
        "12/2031/TT-BTN",
        "khoản 2 Điều 2",
        &[&["--proposed-text", "Bản sao điện tử."], &current[..]].concat(),
    );
    add(&home, STEP, "12/2031/TT-BTN", "khoản 2 Điều 2", &["--proposed-text", "Bản chụp."]);
    add(&home, STEP, "12/2031/TT-BTN", "Điều 2", &["--proposed-text", "Điều 2. Hồ sơ\n1. Đơn.\n2. Một.\n3. Hai."]);
    let json = home.json(&["law", "draft", "--measures"]);
    let mut kinds: Vec<&str> =
        json["warnings"].as_array().unwrap().iter().map(|w| w["kind"].as_str().unwrap()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["other-text", "overlap", "two-texts"]);
    // The wider change is made first, and the narrower one stands in it.
    assert!(json["text"].as_str().unwrap().contains("2. Bản chụp."), "{}", json["text"]);
}

#[test]
fn a_document_that_would_hold_nothing_is_refused_with_what_is_missing() {
    let home = home();
    add(&home, STEP, "12/2031/TT-BTN", "khoản 2 Điều 2", &[]);
    for form in ["docx", "md", "txt"] {
        let ran = home.run(&["law", "draft", "--measures", "-o", &format!("none.{form}")]);
        ran.refused(3, "không ghi tệp").tells("chưa có nội dung đề xuất").tells("tinhgon measure edit MÃ");
    }
    home.run(&["law", "draft", "tt.txt", "tt.txt", "-o", "none.docx"]).refused(3, "không có gì để soạn");
    assert!(!home.names().iter().any(|name| name.starts_with("none.")), "{:?}", home.names());
    // Data say so to programs.
    home.run(&["law", "draft", "--measures", "-o", "none.json"]).ended(1);
}

#[test]
fn the_draft_is_written_in_every_form() {
    let home = home();
    add(&home, STEP, "12/2031/TT-BTN", "khoản 2 Điều 2", &["--proposed-text", "Bản sao điện tử."]);
    for form in ["txt", "md", "html", "docx", "json"] {
        home.run(&["law", "draft", "--measures", "-o", &format!("du-thao.{form}")]).ok();
    }
    assert!(home.text("du-thao.txt").contains("\n1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:\n"));
    assert!(home.text("du-thao.md").contains("\n1\\. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:\n"));
    let html = home.text("du-thao.html");
    assert!(
        html.contains("<p id=\"k1-d1\">1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:</p>") && !html.contains("<li>"),
        "{html}"
    );
    assert!(home.read("du-thao.docx").starts_with(b"PK"));
    assert!(home.text("du-thao.json").contains("\"schema_version\""));
    home.run(&["law", "draft", "--measures", "-o", "du-thao.xlsx"]).refused(2, "docx");
    // Word gives the same text back.
    home.run(&["law", "outline", "du-thao.docx", "--count"]).ok();
    home.write("moi.txt", &CIRCULAR.replace("10 ngày", "5 ngày"));
    home.run(&["law", "draft", "tt.txt", "moi.txt", "-o", "hai-ban.html"]).ok();
    assert!(home.text("hai-ban.html").contains("<h3 id=\"d1\">Điều 1. Sửa đổi"));
}

#[test]
fn the_proposal_says_what_the_amending_instrument_would_order() {
    let home = home();
    add(&home, STEP, "12/2031/TT-BTN", "khoản 4 Điều 2", &["--proposed-text", "Mã số định danh."]);
    add(&home, STEP, "9/2029/TT-BTN", "Điều 1", &["--proposed-text", "Mới."]);
    let order = "“Bổ sung khoản 4 vào sau khoản 3 Điều 2 Thông tư số 12/2031/TT-BTN”.";
    let report = home.run(&["report", "proposal", "--scope", "1.001193"]).ok().says(order);
    assert_eq!(report.out.matches("Văn bản sửa đổi, bổ sung cần quy định").count(), 1);
    home.run(&["--lang", "en", "report", "proposal", "--scope", "1.001193"]).ok().says(order);
}

#[test]
fn a_consolidated_text_is_kept_as_a_version_of_its_base() {
    let home = home();
    let sua = "BỘ THỬ\nSố: 3/2032/TT-BTN\nHà Nội, ngày 02 tháng 5 năm 2032\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 12/2031/TT-BTN\n\
               Bộ trưởng Bộ Thử ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 12/2031/TT-BTN.\n\
               Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 12/2031/TT-BTN\n1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:\n“2. Bản chụp.”.\n\
               Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực kể từ ngày 01 tháng 7 năm 2032.\n";
    home.write("sua.txt", sua);
    let saved = home.run(&["law", "apply", "tt.txt", "sua.txt", "--save"]).ok();
    assert_eq!(saved.out, "");
    saved.tells("12/2031/TT-BTN, bản consolidated 2032-07-01");
    let show = [
        "show",
        "instrument",
        "12/2031/TT-BTN",
        "--version",
        "consolidated 2032-07-01",
        "--provision",
        "khoản 2 Điều 2",
    ];
    home.run(&show).ok().says("2. Bản chụp.\n");
    home.run(&["law", "apply", "tt.txt", "sua.txt", "--save", "-o", "hn.txt"]).ok().tells("đã có đúng bản này");
    assert!(home.text("hn.txt").contains("[1]"));
    home.run(&["law", "apply", "tt.txt", "sua.txt", "--save", "--as-of", "2033-01-01"])
        .ok()
        .tells("consolidated 2033-01-01");
    home.run(&["undo"]).ok();
    home.run(&["undo"]).ok();
    home.run(&show).ended(6);
    // Measures amend the newest text.
    home.run(&["redo"]).ok();
    add(&home, STEP, "12/2031/TT-BTN", "khoản 2 Điều 2", &["--proposed-text", "2. Bản chụp."]);
    home.run(&["law", "draft", "--measures"]).ended(1).tells("văn bản đã đúng như nội dung đề xuất");
    home.write("thieu.txt", &sua.replace("khoản 2 Điều 2", "khoản 9 Điều 9").replace("“2.", "“9."));
    home.run(&["law", "apply", "tt.txt", "thieu.txt", "--save"]).refused(3, "import");
    home.write("la.txt", &CIRCULAR.replace("12/2031", "99/2031"));
    home.write("sua-la.txt", &sua.replace("12/2031", "99/2031"));
    home.run(&["law", "apply", "la.txt", "sua-la.txt", "--save"]).refused(3, "99/2031/TT-BTN");
}

#[test]
fn what_chooses_measures_says_that_they_are_drafted() {
    let home = home();
    add(&home, STEP, "12/2031/TT-BTN", "khoản 2 Điều 2", &["--proposed-text", "Bản sao điện tử."]);
    let all = home.run(&["law", "draft", "--measures"]).ok().out;
    assert_eq!(home.run(&["law", "draft", "--scenario", "planned"]).ok().out, all);
    assert_eq!(home.run(&["law", "draft", "--regulation", "1.001193"]).ok().out, all);
    assert_eq!(home.run(&["law", "draft", "--stage", "planned"]).ok().out, all);
    home.run(&["law", "draft", "--scenario", "none"]).ok().tells("không có phương án");
    // Files or measures, not both; and never half a pair.
    for wrong in [
        &["tt.txt", "nd.txt", "--scenario", "planned"][..],
        &["tt.txt"],
        &["--measures", "--base-number", "1/2031/TT-BTN"],
        &[],
    ] {
        let ran = home.run(&[&["law", "draft"][..], wrong].concat());
        assert_eq!((ran.code, ran.err.contains("values required")), (2, false), "{wrong:?}: {}", ran.err);
    }
}
