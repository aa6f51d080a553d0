//! Places as texts name them.

use super::*;

fn read_all(text: &str) -> Vec<String> {
    let Some((places, _)) = read(text, 0) else { return Vec::new() };
    places
        .iter()
        .map(|p| {
            let mut out = String::new();
            if p.heading {
                out.push_str("tên ");
            }
            out.push_str(&p.address.to_string());
            if let Some(until) = &p.until {
                out.push_str(&format!(" → {until}"));
            }
            if let Some(this) = p.this {
                out.push_str(&format!(" ({} này)", this.word(crate::text::Lang::Vi)));
            }
            out
        })
        .collect()
}

#[test]
fn lists_are_taken_apart() {
    for (text, places) in [
        ("khoản 2 Điều 11 như sau:", vec!["khoản 2 Điều 11"]),
        (
            "điểm a, b và đ khoản 1 Điều 39",
            vec!["điểm a khoản 1 Điều 39", "điểm b khoản 1 Điều 39", "điểm đ khoản 1 Điều 39"],
        ),
        (
            "khoản 1, điểm a, điểm b và điểm g khoản 2 Điều 22",
            vec!["khoản 1 Điều 22", "điểm a khoản 2 Điều 22", "điểm b khoản 2 Điều 22", "điểm g khoản 2 Điều 22"],
        ),
        ("các khoản 1, 2 và 3 Điều 2", vec!["khoản 1 Điều 2", "khoản 2 Điều 2", "khoản 3 Điều 2"]),
        ("các điều 10, 11, 12 và khoản 1 Điều 52.", vec!["Điều 10", "Điều 11", "Điều 12", "khoản 1 Điều 52"]),
        ("khoản 3 Điều 11, khoản 5 Điều 12 và Điều 13", vec!["khoản 3 Điều 11", "khoản 5 Điều 12", "Điều 13"]),
        (
            "điểm b(iii) khoản 2, điểm c(iii) khoản 2 Điều 22",
            vec!["điểm b(iii) khoản 2 Điều 22", "điểm c(iii) khoản 2 Điều 22"],
        ),
        ("khoản 5, Điều 7", vec!["khoản 5 Điều 7"]),
        ("điểm a, khoản 2, Điều 7", vec!["điểm a khoản 2 Điều 7"]),
        ("Điều 6 (điểm a khoản 2; khoản 3) và Điều 7", vec!["điểm a khoản 2 Điều 6", "khoản 3 Điều 6", "Điều 7"]),
        ("tên Chương II, tên Mục 2 Chương II", vec!["tên Chương II", "tên Mục 2 Chương II"]),
        ("Mục 2 Chương II", vec!["Mục 2 Chương II"]),
        ("khoản 5 Điều 3, Điều 8, tiêu đề Mục 4 Chương IV", vec!["khoản 5 Điều 3", "Điều 8", "tên Mục 4 Chương IV"]),
        ("điểm b khoản 4 tại Điều 13", vec!["điểm b khoản 4 Điều 13"]),
        ("khoản 4 tại khoản 5", vec!["khoản 4"]),
        (
            "khoản 1, khoản 3 Điều 2 Quy chế phối hợp thử nghiệm ban hành kèm theo Quyết định số 45/2026/QĐ-UBND",
            vec!["khoản 1 Điều 2 Quy chế", "khoản 3 Điều 2 Quy chế"],
        ),
        ("khổ thứ hai khoản 3 Điều 10", vec!["đoạn thứ hai khoản 3 Điều 10"]),
        ("đoạn thứ hai điểm a khoản 3", vec!["đoạn thứ hai điểm a khoản 3"]),
        ("khoản 3a, 3b của Điều 3a", vec!["khoản 3a Điều 3a", "khoản 3b Điều 3a"]),
        ("Phụ lục II và Mẫu số 01", vec!["Phụ lục II", "Mẫu số 01"]),
    ] {
        assert_eq!(read_all(text), places, "{text}");
    }
}

#[test]
fn ranges_and_the_context_are_kept() {
    assert_eq!(read_all("Điều 5 đến Điều 7 của Luật"), ["Điều 5 → 7"]);
    assert_eq!(read_all("khoản 1 đến khoản 3 Điều 5"), ["khoản 1 Điều 5 → 3"]);
    assert_eq!(read_all("các điều từ 5 đến 7 của Luật"), ["Điều 5 → 7"]);
    assert_eq!(read_all("khoản 2 Điều này"), ["khoản 2 (Điều này)"]);
    assert_eq!(read_all("điểm a khoản này"), ["điểm a (khoản này)"]);
    assert_eq!(read_all("điểm a khoản này và khoản 4 Điều này"), ["điểm a (khoản này)", "khoản 4 (Điều này)"]);
    assert_eq!(read_all("Khoản 2 Điều 5"), ["khoản 2 Điều 5"]);
}

#[test]
fn words_and_numbers_are_no_places() {
    for text in ["khoản tiền", "điều kiện vay", "điểm các", "khoản 1.000 đồng", "mục tiêu", "Điều tra"]
    {
        assert_eq!(read_all(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(read_all("điểm a và các điều kiện khác"), ["điểm a"]);
    assert_eq!(read_all("khoản 1, 15/2020/NĐ-CP"), ["khoản 1"]);
}

#[test]
fn a_place_is_read_from_a_citation() {
    for (text, shown) in [
        ("điểm đ khoản 1 Điều 1", "điểm đ khoản 1 Điều 1"),
        ("Khoản 2 Điều 5 của Nghị định", "khoản 2 Điều 5"),
        ("Điều 12", "Điều 12"),
        ("Phụ lục II", "Phụ lục II"),
    ] {
        assert_eq!(address_of(text).map(|a| a.to_string()).as_deref(), Some(shown), "{text}");
    }
    assert_eq!(address_of("Chương trình"), None);
    assert_eq!(address_of("khoản 2 Điều này"), None);
}

#[test]
fn what_stands_from_the_widest_down_is_one_place() {
    assert_eq!(read_all("Điều 4 khoản 2"), ["khoản 2 Điều 4"]);
    let all = ["khoản 2 Điều 4", "điểm a khoản 1 Điều 5", "khoản 3 Điều 6"];
    assert_eq!(read_all("Điều 4 khoản 2, Điều 5 khoản 1 điểm a và khoản 3 Điều 6"), all);
    assert_eq!(read_all("Điều 4 khoản 1 và 3"), ["khoản 1 Điều 4", "khoản 3 Điều 4"]);
}

#[test]
fn a_comma_alone_leaves_open_what_holds_what() {
    let doubts = |text: &str| read(text, 0).unwrap().0.iter().map(|p| p.doubtful).collect::<Vec<_>>();
    for text in ["khoản 3 Điều 4, Chương II", "Điều 4, khoản 2", "Điều 4, Mục 1, Chương II"] {
        assert!(doubts(text).contains(&true), "{text}");
    }
    for text in [
        "Điều 4, khoản 2 Điều 5",
        "khoản 3 Điều 4 và Chương II",
        "khoản 5, Điều 7",
        "Điều 4, Điều 5",
        "Điều 8, tiêu đề Mục 4 Chương IV",
        "điểm a khoản 1, khoản 2 và khoản 3 Điều 4",
    ] {
        assert!(!doubts(text).contains(&true), "{text}");
    }
}

#[test]
fn rules_named_by_their_word_behind_a_place_hold_it() {
    assert_eq!(read_all("Điều 2 Quy chế làm việc như sau"), ["Điều 2 Quy chế"]);
    assert_eq!(read_all("khoản 1 Điều 2 Quy định phân cấp."), ["khoản 1 Điều 2 Quy định"]);
    assert_eq!(read_all("Điều 2 Quy chế này"), ["Điều 2"]);
    assert_eq!(read_all("Điều 2 quy định về phí"), ["Điều 2"]);
}
