//! Invented heads, with the faults of real ones.

use super::*;
use jiff::civil::date;

fn header(text: &str) -> Header {
    Header::read(&Outline::read(&crate::text::clean(text)))
}

fn said<T: Clone>(found: &Option<Located<T>>) -> Option<(T, Option<usize>)> {
    found.as_ref().map(|f| (f.value.clone(), f.line))
}

#[test]
fn a_head_says_kind_number_body_date_title_and_grounds() {
    let h = header(
        "BỘ THỬ NGHIỆM\nVÀ ĐO LƯỜNG\n-------\nSố: 32 /2026/TT- BTN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
         Hà Nội, ngày 05 tháng 3 năm 2026\nTHÔNG TƯ\nQUY ĐỊNH VỀ VIỆC THỬ\nCỦA BỘ TRƯỞNG\nCăn cứ Luật Thử số 1/2025/QH15;\nCăn cứ Nghị định số 2/2025/NĐ-CP của\n\
         Chính phủ về đo;\nTheo đề nghị của Cục trưởng;\nBộ trưởng Bộ Thử nghiệm và Đo lường ban hành Thông tư.\nĐiều 1. Một\n\
         Điều 2. Hiệu lực\nThông tư này có hiệu lực kể từ ngày 01/7/2026.",
    );
    assert_eq!(said(&h.kind), Some((InstrumentKind::Circular, Some(8))));
    assert_eq!(said(&h.number), Some(("32/2026/TT-BTN".to_owned(), Some(4))));
    assert_eq!(said(&h.issuer), Some(("Bộ Thử nghiệm và Đo lường".to_owned(), Some(1))));
    assert_eq!(said(&h.place), Some(("Hà Nội".to_owned(), Some(7))));
    assert_eq!(said(&h.issued), Some((date(2026, 3, 5), Some(7))));
    assert_eq!(said(&h.title), Some(("QUY ĐỊNH VỀ VIỆC THỬ CỦA BỘ TRƯỞNG".to_owned(), Some(9))));
    assert_eq!(said(&h.effective), Some((date(2026, 7, 1), Some(18))));
    let grounds: Vec<(&str, Option<usize>)> = h.grounds.iter().map(|g| (g.value.as_str(), g.line)).collect();
    assert_eq!(
        grounds,
        [
            ("Căn cứ Luật Thử số 1/2025/QH15", Some(11)),
            ("Căn cứ Nghị định số 2/2025/NĐ-CP của Chính phủ về đo", Some(12)),
            ("Theo đề nghị của Cục trưởng", Some(14)),
        ]
    );
    let instrument = h.instrument(Provenance::Official, "thử").unwrap();
    assert_eq!((instrument.number.as_str(), instrument.effective), ("32/2026/TT-BTN", Some(date(2026, 7, 1))));
}

#[test]
fn a_title_is_written_as_the_enacting_words_write_it_and_ends_before_them() {
    let h = header(
        "BỘ THỬ\nSố: 3/2026/TT-BT\nTHÔNG TƯ\nQUY ĐỊNH VỀ ĐO, ĐẾM Ở VIỆT NAM\nBộ trưởng Bộ Thử ban hành Thông tư quy định về đo, đếm ở Việt Nam.\nĐiều 1. Một",
    );
    assert_eq!(said(&h.title), Some(("Quy định về đo, đếm ở Việt Nam".to_owned(), Some(4))));
    let h = header(
        "BỘ THỬ\nSố: 3/2026/TT-BT\nTHÔNG TƯ\nQuy định việc ban hành\nThông tư liên tịch\nCăn cứ Luật Thử;\nĐiều 1. Một",
    );
    assert_eq!(said(&h.title), Some(("Quy định việc ban hành Thông tư liên tịch".to_owned(), Some(4))));
}

#[test]
fn a_head_of_two_columns_on_one_line_is_read() {
    let h = header(
        "CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 24/2026/NÐ-СP l TP. Hồ Chí Minh, ngày 26 tháng 6 năm 2026\n\
         NGHỊ ĐỊNH\nVề việc thử\nvà đo\n\nCăn cứ Luật A;\nĐiều 1. Một",
    );
    assert_eq!(said(&h.issuer), Some(("CHÍNH PHỦ".to_owned(), Some(1))));
    assert_eq!(said(&h.number), Some(("24/2026/NĐ-CP".to_owned(), Some(3))));
    assert_eq!(said(&h.issued), Some((date(2026, 6, 26), Some(3))));
    assert_eq!(said(&h.place), Some(("TP. Hồ Chí Minh".to_owned(), Some(3))));
    assert_eq!(said(&h.title), Some(("Về việc thử và đo".to_owned(), Some(5))));
}

#[test]
fn laws_have_their_kind_before_the_title_and_their_date_at_the_end() {
    let h = header(
        "QUỐC HỘI\nLuật số: 9/2025/QH15\nLUẬT\nLUẬT SƯ THỬ\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật.\nĐiều 1. Một\n\
         Luật này được Quốc hội thông qua ngày 3 tháng 4 năm 2025 tại kỳ họp thứ 1.",
    );
    assert_eq!(said(&h.kind), Some((InstrumentKind::Law, Some(3))));
    assert_eq!(said(&h.title), Some(("LUẬT SƯ THỬ".to_owned(), Some(4))));
    assert_eq!(said(&h.issued), Some((date(2025, 4, 3), Some(8))));
    let h = header("QUỐC HỘI\nBỘ LUẬT THỬ NGHIỆM\nCăn cứ Hiến pháp;\nĐiều 1. Một");
    assert_eq!(said(&h.kind), Some((InstrumentKind::Code, Some(2))));
    assert_eq!(said(&h.title), Some(("THỬ NGHIỆM".to_owned(), Some(2))));
    assert_eq!(h.number, None);
}

#[test]
fn decisions_name_who_decides_between_title_and_grounds() {
    let h = header(
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 7/QĐ-TTg\nQ U Y Ế T  Đ Ị N H\nVề việc thử\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật A;\nQUYẾT ĐỊNH:\nĐiều 1. Một",
    );
    assert_eq!(said(&h.kind), Some((InstrumentKind::Decision, Some(3))));
    assert_eq!(said(&h.title), Some(("Về việc thử".to_owned(), Some(4))));
    assert_eq!(h.grounds.len(), 1);
}

#[test]
fn tables_and_front_matter_fill_only_what_the_text_does_not_say() {
    let mut h = header(
        "| Số hiệu | 5/2026/TT-BT |\n| Ngày ban hành | 02/03/2026 |\n| Trích yếu | Về bảng |\nTHÔNG TƯ\nVề việc thử\nĐiều 1. Một",
    );
    let front = [
        ("so_hieu", "6/2026/TT-BT"),
        ("ngay-hieu-luc", "04/05/2026 (trừ Điều 2)"),
        ("cơ quan ban hành", "Bộ Thử"),
        ("trichyeu", "Khác"),
    ];
    h.fill(&front.map(|(k, v)| (k.to_owned(), v.to_owned())));
    assert_eq!(said(&h.number), Some(("5/2026/TT-BT".to_owned(), Some(1))));
    assert_eq!(said(&h.issued), Some((date(2026, 3, 2), Some(2))));
    assert_eq!(said(&h.effective), Some((date(2026, 5, 4), None)));
    assert_eq!(said(&h.issuer), Some(("Bộ Thử".to_owned(), None)));
    assert_eq!(said(&h.title), Some(("Về việc thử".to_owned(), Some(5))));
}

#[test]
fn numbers_with_stray_signs_have_one_normal_form() {
    for (text, number) in [
        ("Số: 32 /2026/TT- NHNN", "32/2026/TT-NHNN"),
        ("Số 32/ 2026/ TT - NHNN ", "32/2026/TT-NHNN"),
        ("SỐ:32/2026/TT--NHNN Hà Nội", "32/2026/TT-NHNN"),
        ("Nghị quyết số: 66/2026/QH16", "66/2026/QH16"),
        ("Số: 1234/QĐ-UBND", "1234/QĐ-UBND"),
    ] {
        assert_eq!(header(&format!("{text}\nĐiều 1. Một")).number.map(|n| n.value).as_deref(), Some(number), "{text}");
    }
    for text in ["Số: /2026/NĐ-CP", "Số lượng 5", "Thông tư số 1/2020/TT-BT ngày 1 tháng 2"] {
        let number = header(&format!("{text}\nĐiều 1. Một")).number;
        assert!(number.as_ref().is_none_or(|n| n.value.starts_with("1/2020")), "{text}: {number:?}");
    }
}

#[test]
fn an_empty_text_has_an_empty_head() {
    assert_eq!(header(""), Header::default());
    assert_eq!(header("chỉ là chữ"), Header::default());
}
