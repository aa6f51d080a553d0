use super::*;
use crate::report::tree::{Change, Paragraph, Run, read};
use std::io::Read;

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn made(blocks: &[Block]) -> Vec<u8> {
    let date = Some(jiff::civil::date(2026, 7, 15));
    file(blocks, &About { title: "Đề án & <x>", lang: Lang::Vi, author: "Vụ A", date, description: "" }).unwrap()
}

#[test]
fn the_file_says_its_title_its_language_and_no_hour() {
    let file = made(&read("# T\n", false));
    let core = part(&file, "docProps/core.xml");
    assert!(core.contains("<dc:title>Đề án &amp; &lt;x&gt;</dc:title><dc:creator>Vụ A</dc:creator>"), "{core}");
    assert!(part(&file, "word/styles.xml").contains("w:lang w:val=\"vi-VN\""));
    assert_eq!(file, made(&read("# T\n", false)));
}

#[test]
fn changes_moves_and_remarks_bear_numbers_of_one_row() {
    let run = |text: &str, change| Run { text: text.into(), change, ..Run::default() };
    let remarked = Run { remark: Some("vì sao\nthế".into()), ..run("a", Change::None) };
    let runs = vec![remarked, run("b", Change::Deleted), run("c", Change::Inserted), run("d", Change::MovedAway(1))];
    let there = Paragraph { runs: vec![run("d", Change::MovedHere(1))], end: Change::Inserted, ..Paragraph::default() };
    let file = made(&[Block::Paragraph(Paragraph { runs, ..Paragraph::default() }), Block::Paragraph(there)]);
    let document = part(&file, "word/document.xml");
    let with = "w:author=\"Vụ A\" w:date=\"2026-07-15T00:00:00Z\"";
    for expected in [
        format!("<w:del w:id=\"2\" {with}><w:r><w:delText xml:space=\"preserve\">b</w:delText></w:r></w:del>"),
        format!("<w:ins w:id=\"3\" {with}><w:r><w:t xml:space=\"preserve\">c</w:t></w:r></w:ins>"),
        format!("<w:moveFromRangeStart w:id=\"4\" w:name=\"move1-1\" {with}/><w:moveFrom w:id=\"5\" {with}>"),
        "</w:moveFrom><w:moveFromRangeEnd w:id=\"4\"/>".to_owned(),
        format!("<w:rPr><w:ins w:id=\"6\" {with}/></w:rPr>"),
        format!("<w:moveToRangeStart w:id=\"7\" w:name=\"move1-1\" {with}/>"),
    ] {
        assert!(document.contains(&expected), "{expected}\n{document}");
    }
    assert!(part(&file, "word/comments.xml").contains(">vì sao</w:t></w:r></w:p><w:p>"));
    assert!(part(&file, "word/settings.xml").contains("w:trackRevisions"));
}

#[test]
fn control_characters_do_not_break_the_file() {
    let runs = vec![Run { text: "a\u{1}b\u{b}\u{fffe}<&>".into(), ..Run::default() }];
    let file = made(&[Block::Paragraph(Paragraph { runs, ..Paragraph::default() })]);
    assert!(part(&file, "word/document.xml").contains(">ab&lt;&amp;&gt;</w:t>"));
}

#[test]
fn the_head_of_a_letter_has_its_rules_and_a_table_its_head_on_each_page() {
    let letter = "| | |\n| :---: | :---: |\n| BỘ A<br>**CỤC B**<br>Số: 1 | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n";
    let document = part(&made(&read(letter, false)), "word/document.xml");
    assert_eq!(document.matches("<w:pBdr>").count(), 2, "one below the body, one below the motto");
    let table = part(&made(&read("| A |\n| --- |\n| 1 |\n", false)), "word/document.xml");
    assert_eq!((table.matches("<w:tblHeader/>").count(), table.matches("<w:cantSplit/>").count()), (1, 2));
}
