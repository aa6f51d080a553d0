//! `law`: texts of law from files.

use super::home::Home;

const OLD: &str = "\
QUY ĐỊNH VỀ THẺ THƯ VIỆN
Điều 1. Hồ sơ
1. Đơn xin cấp thẻ theo mẫu.
2. Bản sao có chứng thực giấy tờ của người xin cấp thẻ.
3. Một ảnh chân dung chụp không quá sáu tháng <b>*màu*</b> | rõ.
Điều 2. Lệ phí
Lệ phí cấp thẻ là 20.000 đồng.
";

const NEW: &str = "\
QUY ĐỊNH VỀ THẺ THƯ VIỆN
Điều 1. Hồ sơ
1. Đơn xin cấp thẻ theo mẫu.
2. Một ảnh chân dung chụp không quá sáu tháng <b>*màu*</b> | rõ.
Điều 2. Lệ phí
Lệ phí cấp thẻ là 10.000 đồng.
Điều 3. Miễn lệ phí
1. Người cao tuổi;
2. Học sinh.
";

fn home() -> Home {
    let home = Home::bare();
    home.write("cũ.txt", OLD);
    home.write("mới.txt", NEW);
    home
}

fn compare<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["law", "compare", "cũ.txt", "mới.txt"], more].concat()
}

#[test]
fn what_differs_is_told_by_provision_and_by_word() {
    let home = home();
    let out = home.run(&compare(&[])).ended(1).out;
    let expected = "\
khoản 2 Điều 1: Bỏ · Hồ sơ
  [-2. Bản sao có chứng thực giấy tờ của người xin cấp thẻ.-]

khoản 3 Điều 1 → khoản 2 Điều 1: Đánh số lại · Hồ sơ
  2. Một ảnh chân dung chụp không quá sáu tháng <b>*màu*</b> | rõ.

Điều 2: Sửa đổi
  Điều 2. Lệ phí
  Lệ phí cấp thẻ là [-20.000-]{+10.000+} đồng.

Điều 3: Bổ sung
  {+Điều 3. Miễn lệ phí
  1. Người cao tuổi;
  2. Học sinh.+}

1 sửa đổi · 1 bổ sung · 1 bỏ · 1 đánh số lại
";
    assert_eq!(out, expected);
    assert!(home.names().iter().all(|name| name.ends_with(".txt")), "no workspace is made");
}

#[test]
fn the_same_words_are_an_answer_of_yes() {
    let home = home();
    home.write("rộng.txt", &OLD.replace("Điều 2. Lệ phí\n", "Điều 2.  Lệ phí\r\n"));
    home.run(&["law", "compare", "cũ.txt", "rộng.txt"]).ok().says("Hai bản giống nhau về lời văn.");
    home.write("khác.txt", &OLD.replace("đồng.", "“đồng”;"));
    home.run(&["law", "compare", "cũ.txt", "khác.txt"]).ended(1).says("1 sửa đổi");
    home.run(&["law", "compare", "cũ.txt", "khác.txt", "--loose"]).ok();
    home.run(&["--lang", "en", "law", "compare", "cũ.txt", "mới.txt"]).ended(1).says("1 changed · 1 added · 1 removed");
}

#[test]
fn every_view_shows_both_texts() {
    let home = home();
    for view in ["unified", "side", "table"] {
        let out = home.run(&compare(&["--as", view])).ended(1).out;
        for words in ["20.000", "10.000", "Bản sao có chứng thực", "Học sinh", "Bổ sung", "khoản 2 Điều 1"]
        {
            assert!(out.contains(words), "{view}: {words}\n{out}");
        }
    }
    let out = home.run(&compare(&["--as", "unified"])).ended(1).out;
    assert!(
        out.contains("- Lệ phí cấp thẻ là [-20.000-] đồng.\n") && out.contains("+ Lệ phí cấp thẻ là {+10.000+} đồng.")
    );
    let all = home.run(&compare(&["--all"])).ended(1).out;
    assert!(all.contains("khoản 1 Điều 1: Giữ nguyên") && all.contains("Đơn xin cấp thẻ theo mẫu."), "{all}");
}

#[test]
fn colours_only_where_they_are_wanted() {
    let home = home();
    assert!(!home.run(&compare(&[])).out.contains('\u{1b}'), "not on a terminal");
    let out = home.run(&compare(&["--color", "always"])).ended(1).out;
    assert!(out.contains("là \u{1b}[31;9m20.000\u{1b}[0m \u{1b}[32;4m10.000\u{1b}[0m đồng."), "{out:?}");
    assert!(!out.contains("[-"));
}

#[test]
fn the_comparison_is_written_as_a_document() {
    let home = home();
    for view in ["words", "unified", "side", "table"] {
        home.run(&compare(&["--as", view, "-o", "so sánh.md"])).ended(1);
        let markdown = home.text("so sánh.md");
        let html = comrak::markdown_to_html(&markdown, &tinhgon::report::tree_options());
        assert!(!html.contains("<ol>") && !html.contains("<b>") && !html.contains("~~"), "{view}: {html}");
        assert!(html.contains("<del>20.000</del>") && html.contains("<strong>10.000</strong>"), "{view}: {html}");
        home.run(&compare(&["--as", view, "-o", "so sánh.html"])).ended(1);
        let html = home.text("so sánh.html");
        assert!(html.contains("<del>20.000</del>") && html.contains("<ins>10.000</ins>"), "{view}: {html}");
        assert!(html.contains("&lt;b&gt;*màu*&lt;/b&gt;") && !html.contains("<b>"), "{view}: {html}");
        home.run(&compare(&["--as", view, "-o", "so sánh.docx"])).ended(1);
        assert!(home.read("so sánh.docx").starts_with(b"PK"));
    }
    home.run(&compare(&["-o", "so sánh.odt"])).refused(2, "html");
    home.run(&compare(&["-o", "x.csv"])).ended(1);
    assert!(home.text("x.csv").starts_with("kind,old_address,new_address,old_text,new_text\nremoved,khoản 2 Điều 1,,"));
}

#[test]
fn the_comparison_as_data_gives_both_texts() {
    let home = home();
    let value = home.run(&compare(&["--format", "json", "--all"])).ended(1).json();
    assert_eq!(
        (value["schema_version"].as_i64(), value["same"].as_bool(), value["coarse"].as_bool()),
        (Some(1), Some(false), Some(false))
    );
    assert_eq!(value["counts"], serde_json::json!({ "changed": 1, "added": 1, "removed": 1, "renumbered": 1 }));
    let changes = value["changes"].as_array().unwrap();
    let changed = changes.iter().find(|c| c["kind"] == "changed").unwrap();
    assert_eq!(changed["old"]["address"], "Điều 2");
    assert_eq!(changed["new"]["steps"], serde_json::json!([{ "level": "article", "label": "2" }]));
    let side = |side: &str| -> String {
        let pieces = changed["pieces"].as_array().unwrap().iter();
        pieces.filter(|p| p["side"] == side || p["side"] == "both").map(|p| p["text"].as_str().unwrap()).collect()
    };
    assert_eq!(side("old"), "Điều 2. Lệ phí\nLệ phí cấp thẻ là 20.000 đồng.\n");
    assert_eq!(side("new"), "Điều 2. Lệ phí\nLệ phí cấp thẻ là 10.000 đồng.\n");
    let news: Vec<&str> = changes.iter().filter_map(|c| c["new"]["text"].as_str()).collect();
    assert_eq!(news.join("\n"), NEW.trim());
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let home = home();
    home.run(&["law", "compare", "cũ.txt", "không có.txt"]).refused(3, "không có.txt");
    std::fs::write(home.path("hỏng.txt"), [0xFF, 0x41, 0x80]).unwrap();
    home.run(&["law", "compare", "hỏng.txt", "mới.txt"]).refused(3, "hỏng.txt");
    home.run(&["law", "compare", "cũ.txt"]).refused(2, "<MỚI>");
}
