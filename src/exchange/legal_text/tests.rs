//! Invented files in each form.

use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Write};

fn md(text: &str) -> LegalText {
    from_bytes(text.as_bytes(), Some("md")).unwrap()
}

fn lines(read: &LegalText) -> Vec<(usize, &str)> {
    read.lines.iter().copied().zip(read.text.split('\n')).filter(|(_, line)| !line.is_empty()).collect()
}

fn page(html: &str) -> Vec<String> {
    let read = from_bytes(html.as_bytes(), None).unwrap();
    read.text.lines().map(str::to_owned).collect()
}

/// A Word document of a body, with other parts beside it.
fn word(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let main = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    for (name, xml) in parts.iter().copied().chain([("document.xml", main.as_str())]) {
        archive.start_file(format!("word/{name}"), options).unwrap();
        archive.write_all(xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn plain_text_in_each_encoding_gives_the_same_lines() {
    let text = "Điều 1. Thử\r\n1. Khoản một.";
    let utf16 = |from: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(from).collect()
    };
    for bytes in [
        text.as_bytes().to_vec(),
        [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        let read = from_bytes(&bytes, Some("txt")).unwrap();
        assert_eq!(lines(&read), [(1, "Điều 1. Thử"), (2, "1. Khoản một.")]);
    }
    let read = from_bytes("một\r\u{2028}hai\n  ba".as_bytes(), None).unwrap();
    assert_eq!(lines(&read), [(1, "một"), (2, "hai"), (3, "  ba")]);
}

#[test]
fn other_encodings_and_lost_letters_are_refused_with_a_hint() {
    let lost = "C?NG HÒA XÃ H?I CH? NGH?A VI?T NAM\n??c l?p - T? do - H?nh phúc\nQUY?T ??NH\n";
    let tcvn3 = "§iÒu 1. Quy ®Þnh vµ nhiÖm vô cña c¬ quan\n§iÒu 2. QuyÒn cña tæ chøc vµ c¸ nh©n";
    for (bytes, reason) in [
        (&b"\xD0i\xEAu 1"[..], "UTF-8"),
        (b"\xFF\xFE\x00\xD8\x00\xD8", "UTF-16"),
        (b"a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0", "UTF-8"),
        (lost.as_bytes(), "question marks"),
        (tcvn3.as_bytes(), "TCVN3"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old Word"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "damaged"),
        (b" \n ", "no text"),
    ] {
        let fault = from_bytes(bytes, Some("docx")).unwrap_err();
        assert!(fault.to_string().contains(reason), "{fault}");
        assert_eq!(fault.kind().exit_code(), 3);
        assert!(fault.hint_text(crate::text::Lang::Vi).is_some());
    }
    let asked = "Ai làm? Làm gì? Xem https://thu.vn/?a=1 và /?b=2. Đúng không? Vì sao?";
    assert!(from_bytes(asked.as_bytes(), None).is_ok());
}

#[test]
fn the_three_habits_of_marking_give_one_text() {
    let bare = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 5. Tên gọi\n1. Một.\na) Điểm;\nđ) Điểm.";
    for text in [
        "## Chương I\nQUY ĐỊNH CHUNG\n\n### Điều 5. Tên gọi\n\n1\\. Một.\n\n- a) Điểm;\n- đ) Điểm.",
        "**Chương I**\n\n**QUY ĐỊNH CHUNG**\n\n**Điều 5.** Tên gọi  \n**1.** Một.\n   * a) Điểm;\n   * **đ)** Điểm.",
        "__Chương I\nQUY ĐỊNH CHUNG__\n> **Điều 5. Tên *gọi***\n> *1. Một.*\n> _a) Điểm;_\n\n---\n<b>đ)</b> Điểm.",
    ] {
        let read = md(text);
        let plain: Vec<&str> = lines(&read).into_iter().map(|(_, line)| line).collect();
        assert_eq!(plain.join("\n"), bare, "{text}");
    }
}

#[test]
fn signs_of_the_text_stay_and_marks_go() {
    for (text, plain) in [
        ("Giá (*) và (**) tính 5 * 3", "Giá (*) và (**) tính 5 * 3"),
        ("a*b*c = a_b_c", "a*b*c = a_b_c"),
        ("Họ tên: ______ ngày __/__/2026", "Họ tên: ______ ngày __/__/2026"),
        ("Mức* và tỷ lệ*", "Mức* và tỷ lệ*"),
        ("ký hiệu \\*\\_\\#", "ký hiệu *_#"),
        ("xem [Luật Thử](https://thu.vn/(1)/x?a=1 \"đề\") và [2](3)", "xem Luật Thử và [2](3)"),
        ("<https://thu.vn/?a=1&b> nếu a <b và c>d&nbsp;e", "https://thu.vn/?a=1&b nếu a <b và c>d e"),
        ("**Điều 1.* Tên", "Điều 1. Tên"),
        ("***Điều 1*. Tên**", "Điều 1. Tên"),
        ("| một dòng quét", "một dòng quét"),
        ("- gạch đầu dòng", "- gạch đầu dòng"),
        ("#2 và # 3", "#2 và # 3"),
        ("C:\\tệp\\", "C:\\tệp"),
    ] {
        let read = md(text);
        assert_eq!(read.text, plain, "{text}");
    }
}

#[test]
fn tables_stay_as_rows_and_the_head_in_two_columns_as_lines() {
    let read = md(
        "| **Số** | 1/2026 |\n|---|:-:|\n| a \\| b | c<br>d |\n\n| **BỘ THỬ**<br>Số: 1/TT | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
    );
    assert_eq!(
        lines(&read),
        [
            (1, "| Số | 1/2026 |"),
            (3, "| a | b | c d |"),
            (5, "BỘ THỬ"),
            (5, "Số: 1/TT"),
            (5, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ]
    );
}

#[test]
fn front_matter_is_kept_apart() {
    let read =
        md("---\ntitle: \"Thông tư thử\"\ntags:\n  - một\n  - hai: ba\nmô tả: >\n  dài\n  hơn\n---\n# Điều 1. Thử");
    let front: Vec<(&str, &str)> = read.front.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(front, [("title", "Thông tư thử"), ("tags", "một; hai: ba"), ("mô tả", "dài hơn")]);
    assert_eq!(lines(&read), [(10, "Điều 1. Thử")]);
    assert!(md("---\nkhông phải khóa\n---\n").front.is_empty());
}

#[test]
fn a_page_gives_its_law_without_what_stands_around_it() {
    let page = page(
        "<!DOCTYPE html><html><head><title>Trang</title><style>p{}</style></head><body><nav><a href=#1>Điều 1. Thử</a></nav>\
         <div class=menu><p>Quảng cáo dài dòng về mọi thứ</p></div><div id=law><table><tr><td>BỘ THỬ<br>Số:&nbsp;1/TT-BT</td>\
         <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<p>Độc lập - Tự do - Hạnh phúc<br>-----</td></tr></table>\n<p><b>Điều&nbsp;1.</b> <i>Thử</i>\
         <sup><a href='#n1'>1</a></sup></p><script>var a='Điều 9. x'</script><p>1. Diện tích 10 m<sup>2</sup> &lt; 10<sup>6</sup></p>\
         <div><span onclick=x>Theo dõi</span></div><p style='display: none'>2. Ẩn</p>\
         <table><tr><th>Tên<th>Mức<tr><td><p>Một</p><p>hai</p><td>3</table><p>Điều 2. Hết</div><footer>Bản quyền</footer></body></html>",
    );
    assert_eq!(
        page,
        [
            "BỘ THỬ",
            "Số: 1/TT-BT",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Điều 1. Thử[1]",
            "1. Diện tích 10 m² < 10⁶",
            "| Tên | Mức |",
            "| Một hai | 3 |",
            "Điều 2. Hết",
        ]
    );
}

#[test]
fn lines_of_a_page_know_where_they_stood() {
    let read = from_bytes("<html>\n<p>Điều 1. Một</p>\n\n<p>\n1. Hai\ndài</p></html>".as_bytes(), None).unwrap();
    assert_eq!(lines(&read), [(2, "Điều 1. Một"), (5, "1. Hai dài")]);
}

#[test]
fn hostile_pages_are_read_in_time() {
    for (head, tail) in [
        ("<div>", ""),
        ("<table><tr><td>", ""),
        ("<b><p>x", ""),
        ("<a href=#><sup>", "</a>"),
        ("</div>", ""),
        ("<li>", "</p>"),
    ] {
        let html = format!("<html><p>Điều 1. Một{}{}", head.repeat(100_000), tail.repeat(100_000));
        assert!(from_bytes(html.as_bytes(), None).unwrap().text.starts_with("Điều 1. Một"));
    }
}

#[test]
fn a_word_document_gives_its_paragraphs_as_they_are_shown() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>\
        <w:lvlText w:val=\"Điều %1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
    let styles = "<w:styles><w:style w:styleId=\"S\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"T\"><w:basedOn w:val=\"S\"/></w:style></w:styles>";
    let notes = "<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>Chú thích &amp; nguồn</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>Tên</w:t></w:r></w:p>";
    let styled =
        "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>Điểm</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let tracked = "<w:p><w:r><w:t>Một </w:t></w:r><w:del><w:r><w:delText>hai</w:delText></w:r></w:del><w:ins><w:r><w:t>ba</w:t></w:r></w:ins>\
        <w:moveFrom><w:r><w:t>bốn</w:t></w:r></w:moveFrom></w:p>";
    let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Nối </w:t></w:r></w:p><w:p><w:r><w:t>liền</w:t><w:br/><w:t>m</w:t></w:r>\
        <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>";
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let table = |a: &str, b: &str| format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(a), cell(b));
    let body = [
        &table("BỘ THỬ", "Độc lập - Tự do - Hạnh phúc"),
        numbered,
        styled,
        tracked,
        joined,
        &table("Một", "hai"),
        &p("_____"),
        numbered,
    ]
    .concat();
    let bytes = word(&body, &[("numbering.xml", numbering), ("styles.xml", styles), ("footnotes.xml", notes)]);
    let read = from_bytes(&bytes, Some("doc")).unwrap();
    assert_eq!(
        lines(&read),
        [
            (1, "BỘ THỬ"),
            (2, "Độc lập - Tự do - Hạnh phúc"),
            (3, "Điều 1. Tên"),
            (4, "a) Điểm[1]"),
            (5, "Một ba"),
            (7, "Nối liền"),
            (7, "m²"),
            (8, "| Một | hai |"),
            (11, "Điều 2. Tên"),
            (11, "[1] Chú thích & nguồn"),
        ]
    );
}

#[test]
fn an_archive_that_is_no_document_is_refused() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    assert!(from_bytes(&bytes, None).unwrap_err().to_string().contains("not a Word document"));
    assert!(from_bytes(&word("<w:p><w:r>", &[]), None).is_err());
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), ending in "(md|txt|html|docx)?") {
        let _ = from_bytes(&bytes, Some(&ending));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(<[a-z/!]{0,5}>?|[*_`\\[\\]()#>|&;\\\\-]|Điều 1\\. |1\\. |a\\) |[a-zđ\n ?]){0,80}", ending in "(md|txt|html)") {
        if let Ok(read) = from_bytes(text.as_bytes(), Some(&ending)) {
            prop_assert_eq!(read.lines.len(), read.text.split('\n').count());
            prop_assert!(read.lines.is_sorted());
        }
    }

    #[test]
    fn markdown_loses_no_letter(text in "([*_#>|`~+\\\\-]{1,3}|Điều 1\\. |1\\. |a\\) |đ\\) |\\||[a-zđ0-9]{1,3}|[ \n().,:;“”]){0,60}") {
        let read = markdown::read(&text);
        prop_assert_eq!(letters(&read.text), letters(&crate::text::clean(&text)));
    }

    #[test]
    fn parts_of_word_documents_are_read_or_refused(body in "(</?w:(p|r|t|tbl|tr|tc|pPr|del|numId w:val=\"1\"|moveFrom)/?>|[a-z&;<]){0,40}") {
        let _ = from_bytes(&word(&body, &[("numbering.xml", &body), ("footnotes.xml", &body)]), None);
    }
}
