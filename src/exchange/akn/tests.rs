//! Expected values are of the standard (OASIS akn-core 1.0, akn-nc 1.0) and of texts written here.

use super::{Told, Written, of_document};
use crate::exchange::legal_text::{self, LegalText, Remark};
use crate::law::consolidate::consolidate;
use crate::law::{Document, Header, Outline, amend};
use jiff::civil::date;

const BASE: &str = "CHÍNH PHỦ\nSố: 12/2026/NĐ-CP\nHà Nội, ngày 06 tháng 01 năm 2026\nNGHỊ ĐỊNH\nVề lò bánh\nCăn cứ Luật Lò;\nTheo đề nghị của Bộ trưởng,\n\
    Chính phủ ban hành Nghị định về lò bánh.\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Lò\n1. Lò nhỏ gồm:\n2. Lò to:\na) Lò < 3 m & cao;\nđ) Lò “điện”.\n\
    | Tên | Mức |\n| Một | 2 |\nĐiều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 3 năm 2026.\nNơi nhận:\n- Lưu.\nTM. CHÍNH PHỦ\n\
    Phụ lục I\nMẪU ĐƠN\nTên lò: ...\nTên chủ lò: ...\nNơi đặt lò: ...\nQUY CHẾ\nLÒ BÁNH\n(Ban hành kèm theo Nghị định số 12/2026/NĐ-CP)\nĐiều 1. Phạm vi\n1. Lò.\n";
const LATER: &str = "CHÍNH PHỦ\nSố: 40/2026/NĐ-CP\nHà Nội, ngày 05 tháng 5 năm 2026\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 12/2026/NĐ-CP\n\
    Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 12/2026/NĐ-CP\n1. Sửa đổi khoản 1 Điều 1 như sau:\n“1. Lò rất nhỏ:\na) Lò đất.”.\n\
    2. Bãi bỏ điểm a khoản 2 Điều 1.\nĐiều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n";

fn written(text: &str) -> Written {
    let outline = Outline::read(text);
    of_document(&Document::from_outline(&outline), &Header::read(&outline), &Told::default(), None).unwrap()
}

fn read(xml: &str) -> LegalText {
    legal_text::from_bytes(xml.as_bytes(), Some("xml")).unwrap()
}

/// The names of the elements that stand directly in the first one of a name, in order.
fn children(xml: &str, parent: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut depth, mut inside, mut found) = (0_usize, None, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(element) => {
                let name = element.name().as_ref().to_owned();
                if inside.is_some_and(|at| at + 1 == depth) {
                    found.push(name.clone());
                }
                if inside.is_none() && name == parent {
                    inside = Some(depth);
                }
                depth += 1;
            }
            quick_xml::events::Event::Empty(element) if inside.is_some_and(|at| at + 1 == depth) => {
                found.push(element.name().as_ref().to_owned());
            }
            quick_xml::events::Event::End(_) => {
                depth -= 1;
                if inside == Some(depth) {
                    return found;
                }
            }
            quick_xml::events::Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let xml = written(BASE).xml;
    assert_eq!(children(&xml, "act"), ["meta", "preface", "preamble", "body", "conclusions", "attachments"]);
    assert_eq!(children(&xml, "meta"), ["identification", "lifecycle", "temporalData", "references"]);
    assert_eq!(
        children(&xml, "FRBRWork"),
        ["FRBRthis", "FRBRuri", "FRBRalias", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRnumber", "FRBRname"]
    );
    assert_eq!(children(&xml, "FRBRExpression"), ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage"]);
    assert_eq!(children(&xml, "FRBRManifestation"), ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRformat"]);
    assert_eq!(children(&xml, "article"), ["num", "heading", "paragraph", "paragraph"]);
    assert_eq!(children(&xml, "doc"), ["meta", "preface", "mainBody"]);
    let later = written(LATER).xml;
    assert_eq!(children(&later, "meta"), ["identification", "lifecycle", "analysis", "temporalData", "references"]);
    assert_eq!(children(&later, "textualMod"), ["source", "destination", "force"]);
}

#[test]
fn units_have_the_addresses_of_the_naming_convention() {
    let written = written(BASE);
    assert_eq!(written.work, "/akn/vn/act/decree/2026/12");
    assert_eq!(written.expression, "/akn/vn/act/decree/2026/12/vie@2026-01-06");
    assert_eq!(written.components, 2);
    for piece in [
        "<chapter eId=\"chp_I\">",
        "<article eId=\"art_1\">\n<num>Điều 1.</num>\n<heading>Lò</heading>",
        "<point eId=\"art_1__para_2__point_đ\">",
        "<p>Lò &lt; 3 m &amp; cao;</p>",
        "<attachment eId=\"att_I\">",
        "<attachment eId=\"att_quy-che\">",
        "<paragraph eId=\"att_quy-che__art_1__para_1\">",
        "<FRBRthis value=\"/akn/vn/act/decree/2026/12/!att_quy-che\"/>",
        "<docDate date=\"2026-01-06\">ngày 06 tháng 01 năm 2026</docDate>",
        "<docNumber>12/2026/NĐ-CP</docNumber>",
        "<eventRef eId=\"event_2\" date=\"2026-03-01\" source=\"#original\" refersTo=\"#in-force\"/>",
        "<formula name=\"enacting\" eId=\"formula_1\">\n<p>Chính phủ ban hành Nghị định về lò bánh.</p>",
    ] {
        assert!(written.xml.contains(piece), "{piece}");
    }
}

#[test]
fn addresses_of_instruments_tell_body_and_kind_where_needed() {
    for (number, address) in [
        ("39/2016/TT-NHNN", "/akn/vn/act/circular/nhnn/2016/39"),
        ("45/2026/QĐ-UBND", "/akn/vn/act/decision/ubnd/2026/45"),
        // Of the register of laws.
        ("67/2006/QH11", "/akn/vn/act/law/qh11/2006/67"),
    ] {
        assert_eq!(super::work(number, None, None), address);
    }
    // A number without a year takes that of the day of issue.
    assert_eq!(super::work("1956/QĐ-TTg", None, Some(date(2009, 11, 27))), "/akn/vn/act/decision/ttg/2009/1956");
}

#[test]
fn what_it_changes_and_what_changed_it_is_stated() {
    let later = written(LATER);
    assert_eq!((later.active, later.passive), (2, 0));
    for piece in [
        "<textualMod type=\"substitution\" eId=\"amod_1\">\n<source href=\"#art_1__para_1\"/>\n<destination href=\"/akn/vn/act/decree/2026/12#art_1__para_1\"/>",
        "<textualMod type=\"repeal\" eId=\"amod_2\">\n<source href=\"#art_1__para_2\"/>\n<destination href=\"/akn/vn/act/decree/2026/12#art_1__para_2__point_a\"/>",
        "<quotedStructure eId=\"art_1__para_1__mod_1__qstr_1\" startQuote=\"“\" endQuote=\"”\">",
        "<point eId=\"art_1__para_1__mod_1__qstr_1__para_1__point_a\">",
        "</quotedStructure></mod>.</p>",
    ] {
        assert!(later.xml.contains(piece), "{piece}");
    }
    let outline = Outline::read(BASE);
    let base = Document::from_outline(&outline);
    let done = consolidate(&base, &amend::named(&base), &[Document::read(LATER)], None);
    let told = Told { as_of: Some(date(2026, 7, 1)), ..Told::default() };
    let merged = of_document(&base, &Header::read(&outline), &told, Some(&done)).unwrap();
    assert_eq!((merged.active, merged.passive), (0, 2));
    assert_eq!(merged.expression, "/akn/vn/act/decree/2026/12/vie@2026-07-01");
    for piece in [
        "contains=\"singleVersion\"",
        "date=\"2026-07-01\" source=\"#ref-decree-2026-40\" type=\"amendment\"",
        "<source href=\"/akn/vn/act/decree/2026/40#art_1__para_1\"/>\n<destination href=\"#art_1__para_1\"/>",
        "<passiveRef eId=\"ref-decree-2026-40\"",
        "<noteRef href=\"#note_",
    ] {
        assert!(merged.xml.contains(piece), "{piece}");
    }
    // The text is that of the consolidation, without its marks.
    let text = read(&merged.xml).text;
    assert!(text.contains("\n1. Lò rất nhỏ:\na) Lò đất.\n2. Lò to:\n"), "{text}");
}

#[test]
fn a_file_of_others_is_read() {
    let xml = "<?xml version=\"1.0\"?>\n<an:akomaNtoso xmlns:an=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<an:act name=\"act\"><an:meta>\n\
        <an:identification source=\"#x\"><an:FRBRWork><an:FRBRalias value=\"7/2026/NĐ-CP\" name=\"n\"/><an:FRBRdate date=\"2026-02-03\" name=\"g\"/></an:FRBRWork></an:identification></an:meta>\n\
        <an:body>\n  <an:chapter><an:num>1</an:num><an:heading>Chung</an:heading>\n    <an:article>\n      <an:num>Article 1</an:num>\n      <an:heading>Phạm\n        vi</an:heading>\n\
        <an:paragraph><an:num>(1)</an:num><an:list><an:intro><an:p>Gồm<an:authorialNote marker=\"1\"><an:p>Ghi chú.</an:p></an:authorialNote>:</an:p></an:intro>\n\
        <an:point><an:num>(a)</an:num><an:content><an:p>một&#160;<an:b>lò</an:b>;</an:p></an:content></an:point></an:list></an:paragraph>\n\
        <an:paragraph><an:num>(2)</an:num><an:content><an:table><an:tr><an:td><an:p>a</an:p></an:td><an:td><an:p>b</an:p><an:p>c</an:p></an:td></an:tr></an:table></an:content></an:paragraph>\n\
        </an:article></an:chapter></an:body></an:act></an:akomaNtoso>";
    let found = read(xml);
    assert_eq!(found.text, "Chương 1\nChung\nĐiều 1. Phạm vi\n1. Gồm:\na) một lò;\n2.\n| a | b c |");
    assert_eq!(found.dropped, [(11, "Ghi chú.".to_owned())]);
    assert_eq!(found.remarks.first(), Some(&Remark::Relabelled(5)));
    assert_eq!(
        found.front,
        [("số hiệu".to_owned(), "7/2026/NĐ-CP".to_owned()), ("ngày ban hành".to_owned(), "2026-02-03".to_owned())]
    );
    // A line of the text stands on that line of the file.
    assert_eq!(found.source_line(3), 8);
}

#[test]
fn a_structure_that_the_text_does_not_give_is_told() {
    let xml = written(BASE).xml;
    assert!(read(&xml).remarks.is_empty());
    // The file states a khoản; its text is no longer one.
    let other = xml.replace("<num>2.</num>", "<num>hai</num>");
    assert!(
        matches!(read(&other).remarks.first(), Some(Remark::OtherStructure { count: 1, .. })),
        "{:?}",
        read(&other).remarks
    );
}

#[test]
fn what_is_not_trusted_is_refused_with_its_line() {
    let refused = |xml: &str| legal_text::from_bytes(xml.as_bytes(), Some("xml")).unwrap_err();
    let body = |inside: &str| format!("<akomaNtoso>\n<act><body>\n<p>{inside}</p></body></act></akomaNtoso>");
    for (xml, line) in [
        ("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<akomaNtoso><act/></akomaNtoso>".to_owned(), 1),
        (body("&b;"), 3),
        (body("<b>"), 3),
        ("<akomaNtoso>\n<act><body>\n<p>Lò".to_owned(), 3),
        (body(&format!("{}{}", "<b>".repeat(300), "</b>".repeat(300))), 3),
        ("<a>\n<akomaNtoso/></a>".to_owned(), 1),
    ] {
        let fault = refused(&xml);
        assert_eq!(fault.place().and_then(|place| place.line), Some(line), "{xml}: {fault:?}");
    }
    assert_eq!(read(&body("1 &lt; 2 &#x111;")).text, "1 < 2 đ");
}

#[test]
fn without_number_or_day_nothing_is_written() {
    let outline = Outline::read("NGHỊ ĐỊNH\nVề lò\nĐiều 1. Lò\n");
    let (document, header) = (Document::from_outline(&outline), Header::read(&outline));
    let number = Some("1/2026/NĐ-CP".to_owned());
    assert!(of_document(&document, &header, &Told::default(), None).is_err());
    assert!(of_document(&document, &header, &Told { number: number.clone(), ..Told::default() }, None).is_err());
    let told = Told { number, issued: Some(date(2026, 1, 1)), ..Told::default() };
    assert!(of_document(&document, &header, &told, None).is_ok());
}
