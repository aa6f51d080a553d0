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
    // Words of TCVN3 among words that are in no encoding.
    let mixed = "§iÒu 1. Quy vµ cña c\nÿþêë ñþÿ êþë úþÿ\n§iÒu 2. cña vµ óþÿ êþñ öþÿ";
    for (bytes, reason) in [
        (&b"\xD0i\xEAu 1"[..], "UTF-8"),
        (b"\xFF\xFE\x00\xD8\x00\xD8", "UTF-16"),
        (b"a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0", "UTF-8"),
        (lost.as_bytes(), "question marks"),
        (mixed.as_bytes(), "TCVN3"),
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

#[test]
fn signs_and_revisions_of_a_word_document_are_told() {
    let run =
        |font: &str, text: &str| format!("<w:r><w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr><w:t>{text}</w:t></w:r>");
    let sym = |font: &str, code: &str| format!("<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>");
    let signs = format!(
        "<w:p>{}{}{}</w:p>",
        sym("Symbol", "F0B3"),
        run("Symbol", "\u{f0a3}\u{b1}"),
        sym("Wingdings 3", "F07D")
    );
    let mark = |name: &str| format!("<w:pPr><w:rPr><w:{name} w:id=\"1\"/></w:rPr></w:pPr>");
    // A paragraph inserted with its end is one insertion; one that was moved is an insertion and a deletion.
    let inserted = format!("<w:p>{}<w:ins w:id=\"2\"><w:r><w:t>Hai</w:t></w:r></w:ins></w:p>", mark("ins"));
    let moved = "<w:p><w:moveFrom w:id=\"3\"><w:r><w:t>bốn</w:t></w:r></w:moveFrom><w:moveTo w:id=\"4\"><w:r><w:t>Ba</w:t></w:r></w:moveTo></w:p>";
    let deleted = format!("<w:p>{}<w:del w:id=\"5\"><w:r><w:delText>năm</w:delText></w:r></w:del></w:p>", mark("del"));
    let bytes = word(&[&signs, &inserted, moved, &deleted, &p("hết")].concat(), &[]);
    let read = from_bytes(&bytes, None).unwrap();
    assert_eq!(lines(&read), [(1, "≥≤±[?]"), (2, "Hai"), (3, "Ba"), (5, "hết")]);
    let sign = Remark::Sign { line: 1, sign: "Wingdings 3 F07D".to_owned() };
    assert_eq!(read.remarks, [Remark::Tracked { inserted: 2, deleted: 2 }, sign]);
    let old = word(&p("§iÒu 1. Ph¹m vi ®iÒu chØnh cña Th«ng t\u{ad}"), &[]);
    assert_eq!(from_bytes(&old, None).unwrap().text, "Điều 1. Phạm vi điều chỉnh của Thông tư");
}

/// A PDF of pages: lines of letters with their places and sizes. Each letter has a code of its own, which the font maps to Unicode.
fn pdf(pages: &[&[(f64, f64, f64, &str)]]) -> Vec<u8> {
    let mut letters: Vec<char> = pages.iter().flat_map(|page| page.iter()).flat_map(|line| line.3.chars()).collect();
    letters.sort_unstable();
    letters.dedup();
    let code = |c: char| letters.iter().position(|l| *l == c).unwrap() + 33;
    let chars: String = letters.iter().map(|c| format!("<{:02X}> <{:04X}>\n", code(*c), u32::from(*c))).collect();
    let cmap = format!(
        "begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{} beginbfchar\n{chars}endbfchar\nendcmap",
        letters.len()
    );
    let stream = |text: &str| format!("<</Length {}>>\nstream\n{text}\nendstream", text.len());
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 5 + 2 * n)).collect();
    let widths = "500 ".repeat(256);
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>/XObject<</X 4 0 R>>>>>>",
            pages.len(),
            kids.join(" ")
        ),
        format!(
            "<</Type/Font/Subtype/TrueType/BaseFont/Thu/FirstChar 0/LastChar 255/Widths[{widths}]/ToUnicode {} 0 R>>",
            5 + 2 * pages.len()
        ),
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>\nstream\nn\nendstream".to_owned(),
    ];
    for (n, page) in pages.iter().enumerate() {
        let shown: String = page
            .iter()
            .map(|(x, y, size, text)| {
                let codes: String = text.chars().map(|c| format!("{:02X}", code(c))).collect();
                format!("BT /F {size} Tf {x} {y} Td <{codes}> Tj ET\n")
            })
            .collect();
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 6 + 2 * n));
        objects.push(stream(&shown));
    }
    objects.push(stream(&cmap));
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).into_bytes());
    }
    let table: String = places.iter().map(|at| format!("{at:010} 00000 n \n")).collect();
    let (count, at) = (objects.len() + 1, out.len());
    out.extend(
        format!(
            "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF"
        )
        .into_bytes(),
    );
    out
}

/// Two pages: numbers of pages, two columns, an exponent, a note with its mark, a line that goes on, a turned word.
fn printed() -> Vec<u8> {
    pdf(&[
        &[
            (300.0, 780.0, 12.0, "17"),
            (60.0, 700.0, 12.0, "Số: 3/2031/TT-BCL"),
            (300.0, 700.0, 12.0, "Hà Nội, ngày 4 tháng 5 năm 2031"),
            (60.0, 680.0, 12.0, "Điều 1. Chảo rộng 5 m"),
            (186.0, 685.0, 7.0, "2"),
            (190.0, 680.0, 12.0, " của bếp"),
            (238.0, 685.0, 7.0, "1"),
            (60.0, 60.0, 7.0, "1"),
            (64.0, 56.0, 10.0, " Khoản này được sửa đổi."),
        ],
        &[(300.0, 780.0, 12.0, "18"), (60.0, 700.0, 12.0, "và của những người khác cùng làm.")],
    ])
}

#[test]
fn a_pdf_gives_its_lines_without_page_numbers_and_with_its_notes_behind() {
    let read = from_bytes(&printed(), None).unwrap();
    assert_eq!(
        read.text,
        "Số: 3/2031/TT-BCL\nHà Nội, ngày 4 tháng 5 năm 2031\nĐiều 1. Chảo rộng 5 m² của bếp[1]\nvà của những người khác cùng làm.\n[1] Khoản này được sửa đổi."
    );
    assert_eq!(read.dropped, [(1, "17".to_owned()), (6, "18".to_owned())]);
    assert!(read.remarks.is_empty());
}

#[test]
fn a_pdf_without_letters_is_told_as_a_scan_and_one_in_a_circle_is_refused() {
    let fault = from_bytes(&pdf(&[&[], &[]]), None).unwrap_err();
    assert!(fault.to_string().contains("without a text layer"), "{fault}");
    let stamped = pdf(&[&[(9.0, 9.0, 9.0, "Ký số")], &[]]);
    assert!(from_bytes(&stamped, None).unwrap_err().to_string().contains("without a text layer"));
    let circle = String::from_utf8(printed()).unwrap().replace("/BBox[0 0 9 9]", "/Resources<</XObject<</X 4 0 R>>>>");
    assert!(from_bytes(circle.as_bytes(), None).unwrap_err().to_string().contains("damaged"));
    let half = pdf(&[&[(60.0, 700.0, 12.0, "Điều 1. Chảo của bếp và của những người khác cùng làm")], &[]]);
    assert_eq!(from_bytes(&half, None).unwrap().remarks, [Remark::Unread(vec![2])]);
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn words_on_the_line_of_a_fence_are_text() {
    let text = "Điều 1. Lò\n```Điều 2. Lò to\n1. Một.\n``` hai\n```\n3. Ba.\n```text\nBốn\n```\n";
    assert_eq!(markdown::read(text).text.trim(), "Điều 1. Lò\nĐiều 2. Lò to\n1. Một.\n``` hai\n3. Ba.\nBốn");
}

proptest! {
    #[test]
    fn any_damaged_pdf_is_read_or_refused(at in 0_usize..4000, by in prop::collection::vec(any::<u8>(), 0..6), cut in 0_usize..4000) {
        let mut bytes = printed();
        let from = at.min(bytes.len());
        let until = (from + by.len()).min(bytes.len());
        bytes.splice(from..until, by);
        bytes.truncate(bytes.len() - cut.min(bytes.len() - 8) / 40);
        let _ = from_bytes(&bytes, None);
    }

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
