//! Invented sentences, their references written down by reading.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::law::Document;
use crate::model::{Address, Level};
use crate::text::Lang;
use proptest::prelude::*;

/// The references of a text: role if it is no target, places, instrument.
fn read(text: &str) -> Vec<String> {
    let shown = |reference: &Reference| {
        let mut out = String::new();
        if reference.role != Role::Target {
            out.push_str(reference.role.name());
            out.push_str(": ");
        }
        let places: Vec<String> = reference
            .places
            .iter()
            .map(|p| {
                let own = p.address.to_string();
                let until = p.until.as_ref().map_or(String::new(), |u| format!("→{u}"));
                let this = p.this.map_or(String::new(), |l| format!("{} này", l.word(Lang::Vi)));
                let blank = if own.is_empty() || this.is_empty() { "" } else { " " };
                format!("{}{own}{until}{blank}{this}", if p.heading { "tên " } else { "" })
            })
            .collect();
        out.push_str(&places.join(" + "));
        match &reference.cited {
            Cited::Unsaid => {}
            Cited::This | Cited::Part => out.push_str(if places.is_empty() { "@này" } else { " @này" }),
            Cited::Named { mention, year } => {
                out.push_str(if places.is_empty() { "@" } else { " @" });
                let name = mention.name.as_ref().map(|n| format!("{} {n}", mention.kind));
                out.push_str(&mention.number.clone().or(name).unwrap_or_else(|| mention.kind.to_owned()));
                if let Some(year) = year {
                    out.push_str(&format!(" {year}"));
                }
            }
        }
        out.trim().to_owned()
    };
    references(text).iter().map(shown).collect()
}

#[test]
fn sentences_are_read_as_a_lawyer_reads_them() {
    let mut wrong = Vec::new();
    for (text, found) in [
        ("Hồ sơ theo quy định tại khoản 2 Điều 5 Thông tư này.", vec!["khoản 2 Điều 5 @này"]),
        ("Trừ trường hợp nêu tại khoản 3 Điều này.", vec!["khoản 3 Điều này"]),
        ("Mức thu theo điểm a khoản này được giảm một nửa.", vec!["điểm a khoản này"]),
        (
            "Người nộp đơn đáp ứng điểm a, b và đ khoản 1 Điều 39 Luật Trồng cây.",
            vec!["điểm a khoản 1 Điều 39 + điểm b khoản 1 Điều 39 + điểm đ khoản 1 Điều 39 @Luật Trồng cây"],
        ),
        (
            "Theo Điều 5, Điều 6 của Luật này và Điều 7 Nghị định số 11/2021/NĐ-CP.",
            vec!["Điều 5 + Điều 6 @này", "Điều 7 @11/2021/NĐ-CP"],
        ),
        ("Từ Điều 5 đến Điều 7 của Nghị định này.", vec!["Điều 5→7 @này"]),
        ("các điều 10, 11 và 12 của Luật này", vec!["Điều 10 + Điều 11 + Điều 12 @này"]),
        ("các khoản từ 2 đến 4 Điều 8", vec!["khoản 2 Điều 8→4"]),
        ("Căn cứ Thông tư số 39/2030/TT-ABC ngày 01 tháng 02 năm 2030 của Bộ trưởng;", vec!["@39/2030/TT-ABC"]),
        ("Thông tư này quy định về nuôi ong.", vec!["@này"]),
        (
            "theo Luật Các tổ chức nuôi ong, Thông tư này và pháp luật có liên quan",
            vec!["@Luật Các tổ chức nuôi ong", "@này"],
        ),
        ("gia hạn theo Điều 19 hoặc thu hồi theo Điều 20 Thông tư này.", vec!["Điều 19", "Điều 20 @này"]),
        ("khoản 1, 2 và khoản 8 Điều này", vec!["khoản 1 Điều này + khoản 2 Điều này + khoản 8 Điều này"]),
        (
            "Điều 4 Thông tư số 01/2020/TT-ABC (đã được sửa đổi, bổ sung bởi khoản 2 Điều 1 Thông tư số 02/2021/TT-ABC và Thông tư số 03/2022/TT-ABC).",
            vec!["Điều 4 @01/2020/TT-ABC", "history: khoản 2 Điều 1 @02/2021/TT-ABC", "history: @03/2022/TT-ABC"],
        ),
        (
            "Nghị định số 61/2015/NĐ-CP về việc làm đã được sửa đổi, bổ sung theo Nghị định số 74/2019/NĐ-CP ngày 23/9/2019",
            vec!["@61/2015/NĐ-CP", "history: @74/2019/NĐ-CP"],
        ),
        (
            "Luật Ong số 1/2010/QH12 đã được sửa đổi, bổ sung một số điều theo Luật số 2/2012/QH13 và Luật số 3/2014/QH13, Luật Hoa số 4/2007/QH12",
            vec!["@1/2010/QH12", "history: @2/2012/QH13", "history: @3/2014/QH13", "@4/2007/QH12"],
        ),
        (
            "Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 6/2023/TT-ABC",
            vec!["khoản này", "history: khoản 1 Điều 1 @6/2023/TT-ABC"],
        ),
        ("Giấy tờ được bổ sung theo quy định tại Điều 9 Nghị định này", vec!["Điều 9 @này"]),
        ("Bổ sung Điều 5a vào sau Điều 5 như sau:", vec!["Điều 5a", "anchor: Điều 5"]),
        ("Bổ sung khoản 1a sau khoản 1 Điều 11 như sau:", vec!["khoản 1a", "anchor: khoản 1 Điều 11"]),
        ("Bổ sung cụm từ “và hoa” vào sau cụm từ “ong” tại khoản 4 Điều 4.", vec!["khoản 4 Điều 4"]),
        ("Sửa đổi tên Điều 5 như sau:", vec!["tên Điều 5"]),
        ("Người có tài khoản 1 năm, thời điểm a, giai đoạn 2, danh mục 3, điều khoản 4.", vec![]),
        ("Luật sư và Luật gia được mời.", vec![]),
        ("Quyết định xử phạt và quyết định này được gửi cho người vi phạm.", vec![]),
        ("một khoản 5 triệu đồng; khoản 1.000 đồng", vec![]),
        ("Điều này không có nghĩa gì khác; điều này cũng vậy.", vec!["Điều này"]),
        ("theo Mẫu số 01 ban hành kèm theo Thông tư này", vec!["Mẫu số 01 @này"]),
        ("Phụ lục II kèm theo Nghị định số 5/2024/NĐ-CP.", vec!["Phụ lục II @5/2024/NĐ-CP"]),
        ("theo Mục 2 Chương III Luật này", vec!["Mục 2 Chương III @này"]),
        ("theo quy định tại Chương này", vec!["Chương này"]),
        ("khoản 1 Điều này và Điều 7 Nghị định số 8/2020/NĐ-CP", vec!["khoản 1 Điều này", "Điều 7 @8/2020/NĐ-CP"]),
        ("khoản 5, Điều 7, Thông tư này", vec!["khoản 5 Điều 7 @này"]),
        ("Luật Đầu tư năm 2020 và Bộ luật Dân sự", vec!["@Luật Đầu tư 2020", "@Bộ luật Dân sự"]),
        (
            "các Nghị định số 1/2020/NĐ-CP, số 2/2021/NĐ-CP và số 3/2022/NĐ-CP",
            vec!["@1/2020/NĐ-CP", "@2/2021/NĐ-CP", "@3/2022/NĐ-CP"],
        ),
        (
            "theo điểm b(iii) khoản 2 Điều 22 Thông tư số 39/2016/TT-ABC",
            vec!["điểm b(iii) khoản 2 Điều 22 @39/2016/TT-ABC"],
        ),
        ("Điều 6 (điểm a khoản 2; khoản 3) Quy chế này", vec!["điểm a khoản 2 Điều 6 + khoản 3 Điều 6 @này"]),
        (
            "quy định tại Khoản 1 và Khoản 2 Điều 3 của\nThông tư này; Khoản 3",
            vec!["khoản 1 Điều 3 + khoản 2 Điều 3 @này", "khoản 3"],
        ),
        ("Điều 3. Hồ sơ\n1. Theo Điều 2.\na) Theo khoản 1 Điều này.", vec!["Điều 2", "khoản 1 Điều này"]),
        (
            "điểm c và d khoản 6 và khoản 7 Điều này",
            vec!["điểm c khoản 6 Điều này + điểm d khoản 6 Điều này + khoản 7 Điều này"],
        ),
        (
            "giảm hai phần ba thời gian theo điểm a khoản này và khoản 4 Điều này",
            vec!["điểm a khoản này + khoản 4 Điều này"],
        ),
        ("Văn bản hợp nhất số 21/VBHN-ABC", vec!["@21/VBHN-ABC"]),
        (
            "Bãi bỏ khoản 3 Điều 8, Điều 9 và đoạn 2 khoản 1 Điều 10.",
            vec!["khoản 3 Điều 8 + Điều 9 + đoạn thứ hai khoản 1 Điều 10"],
        ),
        ("Luật Thể dục, thể thao và Luật Ong được sửa đổi", vec!["@Luật Thể dục, thể thao", "@Luật Ong"]),
        ("theo Pháp lệnh Ưu đãi người nuôi ong.", vec!["@Pháp lệnh Ưu đãi người nuôi ong"]),
    ] {
        let read = read(text);
        if read != found {
            wrong.push(format!("{text}\n  read {read:?}\n  want {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const SAMPLE: &str = "BỘ ONG\nSố: 5/2030/TT-BO\nTHÔNG TƯ\nVề nuôi ong\nCăn cứ Luật Ong;\nChương I\nCHUNG\n\
    Điều 1. Phạm vi\n1. Thông tư này quy định về ong, trừ khoản 2 Điều này.\n2. Ong rừng theo Điều 3 Luật Ong.\n\
    Điều 2. Từ ngữ\n1. Ong: theo Điều 1 và điểm b khoản này:\na) Một;\nb) Hai, theo điểm a khoản 9 Điều 1;\n2. Mật theo khoản 1.\n\
    Chương II\nRIÊNG\nĐiều 3. Riêng\nÁp dụng từ Điều 1 đến Điều 2 Thông tư này, Chương I và Điều 7 Thông tư này.\n\
    Điều 4. Xử lý\n1. Vi phạm quy định tại Điều 2 sau đây:\na) Khoản 1;\nb) Khoản 7.\n2. Theo Điều 9 Luật Hoa.";

fn graph() -> Graph {
    let titles = Titles::new([("1/2028/QH16", "Luật Ong"), ("7/2001/QH10", "Hoa"), ("8/2019/QH14", "Luật Hoa")]);
    Graph::of(&Document::read(SAMPLE), &titles)
}

fn shown(citation: &Citation) -> String {
    let number = match &citation.instrument {
        Instrument::Own => "own".to_owned(),
        Instrument::Number(number) => number.clone(),
        Instrument::Unknown => "?".to_owned(),
    };
    let until = citation.until.as_ref().map_or(String::new(), |u| format!("→{u}"));
    let outcome = match &citation.outcome {
        Outcome::Found => "ok".to_owned(),
        Outcome::Elsewhere => "elsewhere".to_owned(),
        Outcome::Missing(Missing::NoPlace(place)) => format!("no {place}"),
        Outcome::Missing(Missing::AmbiguousName { numbers, .. }) => numbers.join("|"),
        Outcome::Missing(missing) => format!("{missing:?}"),
    };
    let quoted = citation.source.quoted.as_ref().map_or(String::new(), |q| format!(" “{q}”"));
    format!("{}{quoted}: {number} {}{until} {outcome}", citation.source.address, citation.place)
}

fn at(steps: &[(Level, &str)]) -> Address {
    steps.iter().fold(Address::default(), |a, (level, label)| a.child(*level, *label))
}

#[test]
fn attached_rules_cite_themselves_and_their_decision() {
    let text = "ỦY BAN ONG\nSố: 5/2030/QĐ-BO\nQUYẾT ĐỊNH\nBan hành Quy chế ong\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế ong.\nĐiều 2. Hiệu lực\n1. Từ ngày ký.\n\
                QUY CHẾ\nOng\n(Ban hành kèm theo Quyết định số 5/2030/QĐ-BO)\nĐiều 1. Phạm vi\nTheo khoản 1 Điều 2 Quy chế này, Điều 2 và khoản 1 Điều 2 Quyết định này.\nĐiều 2. Mật\n1. Một.";
    let graph = Graph::of(&Document::read(text), &Titles::default());
    let found: Vec<String> = graph.citations().iter().map(shown).filter(|s| s.starts_with("Điều 1 Quy")).collect();
    assert_eq!(
        found,
        [
            "Điều 1 Quy chế: own khoản 1 Điều 2 Quy chế ok",
            "Điều 1 Quy chế: own Điều 2 ok",
            "Điều 1 Quy chế: own khoản 1 Điều 2 ok",
        ]
    );
}

#[test]
fn lists_go_over_line_ends_and_names_back_to_their_numbers() {
    let text = "BỘ ONG\nSố: 5/2030/TT-BO\nTHÔNG TƯ\nVề ong\nCăn cứ Luật Tổ số 9/2019/QH14;\nĐiều 1. Phạm vi\n1. Trừ các khoản 2, 4,\n6 và 7 Điều 3 Thông tư này.\n\
                2. Theo điểm b khoản\n2 Điều 3 Thông tư này và Điều 4 Luật Tổ.\n3. Trong Nghị định số 5/2020/NĐ-CP, theo khoản 2 Điều 7 của Nghị định đó.\n\
                4. Theo Điều 1 Thông tư nêu trên.\nĐiều 3. Sổ\n1. Một.\n2. Hai:\na) A;\nb) B.\n4. Bốn.\n6. Sáu.\n7. Bảy.\nNguồn: Luật Việt Nam.";
    let graph = Graph::of(&Document::read(text), &Titles::default());
    let found: Vec<String> = graph.citations().iter().map(shown).skip(1).collect();
    assert_eq!(
        found,
        [
            "khoản 1 Điều 1: own khoản 2 Điều 3 ok",
            "khoản 1 Điều 1: own khoản 4 Điều 3 ok",
            "khoản 1 Điều 1: own khoản 6 Điều 3 ok",
            "khoản 1 Điều 1: own khoản 7 Điều 3 ok",
            "khoản 2 Điều 1: own điểm b khoản 2 Điều 3 ok",
            "khoản 2 Điều 1: 9/2019/QH14 Điều 4 elsewhere",
            "khoản 3 Điều 1: 5/2020/NĐ-CP  elsewhere",
            "khoản 3 Điều 1: 5/2020/NĐ-CP khoản 2 Điều 7 elsewhere",
            "khoản 4 Điều 1: ? Điều 1 UnknownName(\"Thông tư nêu trên\")",
        ]
    );
}

#[test]
fn references_resolve_by_where_they_stand() {
    let found: Vec<String> = graph().citations().iter().map(shown).collect();
    assert_eq!(
        found,
        [
            ": 1/2028/QH16  elsewhere",
            "khoản 1 Điều 1: own  ok",
            "khoản 1 Điều 1: own khoản 2 Điều 1 ok",
            "khoản 2 Điều 1: 1/2028/QH16 Điều 3 elsewhere",
            "khoản 1 Điều 2: own Điều 1 ok",
            "khoản 1 Điều 2: own điểm b khoản 1 Điều 2 ok",
            "điểm b khoản 1 Điều 2: own điểm a khoản 9 Điều 1 no khoản 9 Điều 1",
            "khoản 2 Điều 2: own khoản 1 Điều 2 ok",
            "Điều 3: own Điều 1→2 ok",
            "Điều 3: own Chương I ok",
            "Điều 3: own Điều 7 no Điều 7",
            "khoản 1 Điều 4: own Điều 2 ok",
            "điểm a khoản 1 Điều 4: own khoản 1 Điều 2 ok",
            "điểm b khoản 1 Điều 4: own khoản 7 Điều 2 no khoản 7 Điều 2",
            "khoản 2 Điều 4: ? Điều 9 7/2001/QH10|8/2019/QH14",
        ]
    );
    let unresolved = graph().unresolved().count();
    assert_eq!(unresolved, 4);
}

#[test]
fn what_cites_a_place_is_told_by_how_it_reaches_it() {
    let graph = graph();
    let clause = at(&[(Level::Article, "2"), (Level::Clause, "1")]);
    let found: Vec<(Reach, String)> =
        graph.incoming(None, &clause).iter().map(|i| (i.reach, i.citation.source.address.to_string())).collect();
    let text = |reach, source: &str| (reach, source.to_owned());
    assert_eq!(
        found,
        [
            text(Reach::Itself, "khoản 2 Điều 2"),
            text(Reach::Itself, "điểm a khoản 1 Điều 4"),
            text(Reach::Range, "Điều 3"),
            text(Reach::Holder, "Điều 3"),
            text(Reach::Holder, "khoản 1 Điều 4"),
            text(Reach::Instrument, "khoản 1 Điều 1"),
        ]
    );
    assert_eq!(graph.outgoing(None, &at(&[(Level::Article, "2")])).count(), 4);
    assert_eq!(graph.outgoing(None, &at(&[(Level::Chapter, "I")])).count(), 7);
}

#[test]
fn a_repeal_leaves_references_that_point_at_nothing() {
    let graph = graph();
    let after = |places: &[Address]| -> Vec<(String, Gone)> {
        let repealed = places.iter().cloned().collect();
        graph
            .dangling(None, &repealed)
            .iter()
            .map(|d| (d.citation.source.address.to_string(), d.gone.clone()))
            .collect()
    };
    let article = at(&[(Level::Article, "1")]);
    assert_eq!(
        after(std::slice::from_ref(&article)),
        [("khoản 1 Điều 2".to_owned(), Gone::Whole), ("Điều 3".to_owned(), Gone::Part(vec![article.clone()]))]
    );
    // What is repealed cites nothing: khoản 2 Điều 2 is gone with its Điều.
    let both = [article, at(&[(Level::Article, "2")])];
    let sources: Vec<String> = after(&both).into_iter().map(|d| d.0).collect();
    assert_eq!(sources, ["Điều 3", "khoản 1 Điều 4", "điểm a khoản 1 Điều 4"]);
    let chapter: Vec<String> = after(&[at(&[(Level::Chapter, "I")])]).into_iter().map(|d| d.0).collect();
    assert_eq!(chapter, ["Điều 3", "Điều 3", "khoản 1 Điều 4", "điểm a khoản 1 Điều 4"]);
    assert!(after(&[at(&[(Level::Article, "3")])]).is_empty());
}

#[test]
fn in_quoted_text_this_instrument_is_the_amended_one() {
    let base = Document::read("Số: 5/2030/TT-BO\nĐiều 1. Một\n1. A.\n2. B.\nĐiều 2. Hai\n1. C.\na) D;");
    let amending = Document::read(
        "Số: 6/2031/TT-BO\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 5/2030/TT-BO\n\
         Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 5/2030/TT-BO\n\
         1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:\n“2. Theo khoản 1 Điều này, Điều 2 Thông tư này và Điều 8.”.\n\
         2. Sửa đổi, bổ sung điểm a và bổ sung điểm b khoản 1 Điều 2 như sau:\na) Sửa đổi, bổ sung điểm a như sau:\n“a) Theo khoản này.”.\n\
         b) Bổ sung điểm b vào sau điểm a như sau:\n“b) Theo điểm a khoản này và Điều 2 Thông tư này.”.\n\
         3. Bổ sung khoản 3 vào Điều 1 như sau:\n“3. Theo khoản 1 Điều này.”.\n\
         Điều 2. Bãi bỏ khoản 1 Điều 1 của Thông tư số 5/2030/TT-BO.\n\
         Điều 3. Thi hành\nThông tư này có hiệu lực cùng Điều 2 Thông tư này.",
    );
    let documents = [("5/2030/TT-BO".to_owned(), base), ("6/2031/TT-BO".to_owned(), amending)].into_iter().collect();
    let graph = Graph::over(&documents, &Titles::default());
    let found: Vec<String> = graph.citations().iter().map(shown).collect();
    assert_eq!(
        found,
        [
            ": 5/2030/TT-BO  ok",
            "Điều 1: 5/2030/TT-BO  ok",
            "khoản 1 Điều 1: 5/2030/TT-BO khoản 2 Điều 1 ok",
            "khoản 1 Điều 1 “khoản 2 Điều 1”: 5/2030/TT-BO khoản 1 Điều 1 ok",
            "khoản 1 Điều 1 “khoản 2 Điều 1”: 5/2030/TT-BO Điều 2 ok",
            "khoản 1 Điều 1 “khoản 2 Điều 1”: 5/2030/TT-BO Điều 8 no Điều 8",
            "khoản 2 Điều 1: 5/2030/TT-BO điểm a khoản 1 Điều 2 ok",
            "khoản 2 Điều 1: 5/2030/TT-BO điểm b khoản 1 Điều 2 no điểm b khoản 1 Điều 2",
            "điểm a khoản 2 Điều 1: 5/2030/TT-BO điểm a khoản 1 Điều 2 ok",
            "điểm a khoản 2 Điều 1 “điểm a khoản 1 Điều 2”: 5/2030/TT-BO khoản 1 Điều 2 ok",
            "điểm b khoản 2 Điều 1: 5/2030/TT-BO điểm b khoản 1 Điều 2 no điểm b khoản 1 Điều 2",
            "điểm b khoản 2 Điều 1: 5/2030/TT-BO điểm a khoản 1 Điều 2 ok",
            "điểm b khoản 2 Điều 1 “điểm b khoản 1 Điều 2”: 5/2030/TT-BO điểm a khoản 1 Điều 2 ok",
            "điểm b khoản 2 Điều 1 “điểm b khoản 1 Điều 2”: 5/2030/TT-BO Điều 2 ok",
            "khoản 3 Điều 1: 5/2030/TT-BO khoản 3 Điều 1 no khoản 3 Điều 1",
            "khoản 3 Điều 1: 5/2030/TT-BO Điều 1 ok",
            "khoản 3 Điều 1 “khoản 3 Điều 1”: 5/2030/TT-BO khoản 1 Điều 1 ok",
            "Điều 2: 5/2030/TT-BO khoản 1 Điều 1 ok",
            "Điều 3: own  ok",
            "Điều 3: own Điều 2 ok",
        ]
    );
    // Across documents: what the amending instrument says of the base would dangle too.
    let repealed = [at(&[(Level::Article, "2")])].into_iter().collect();
    assert_eq!(graph.dangling(Some("5/2030/TT-BO"), &repealed).len(), 6);
}

#[test]
fn names_are_found_by_title_or_stay_unresolved() {
    let titles = Titles::new([
        ("1/2014/QH13", "Luật Đầu tư"),
        ("2/2020/QH14", "Đầu tư"),
        ("3/2019/QH14", "Đầu tư công"),
        ("4/2015/QH13", "Bộ luật Dân sự"),
        ("5/2015/NĐ-CP", "Dân sự"),
    ]);
    let find = |text: &str| match references(text).first().map(|r| r.cited.clone()) {
        Some(Cited::Named { mention, year }) => titles.find(&mention, year),
        _ => Bearer::Unknown,
    };
    let number = |text: &str| Bearer::Number(text.to_owned());
    assert_eq!(find("Luật Đầu tư năm 2020"), number("2/2020/QH14"));
    assert_eq!(find("Luật Đầu tư;"), Bearer::Ambiguous(vec!["1/2014/QH13".into(), "2/2020/QH14".into()]));
    assert_eq!(find("Luật Đầu tư công phải lập"), number("3/2019/QH14"));
    assert_eq!(find("Bộ luật dân sự hiện hành"), number("4/2015/QH13"));
    assert_eq!(find("Luật Đầu tư mạo hiểm"), Bearer::Unknown);
    assert_eq!(find("Luật Ong số 9/2020/QH14"), number("9/2020/QH14"));
}

#[test]
fn procedures_rest_on_provisions() {
    let basis = |number: &str, provision: Option<&str>| crate::model::procedure::Basis {
        id: String::new(),
        number: Some(number.to_owned()),
        title: String::new(),
        provision: provision.map(str::to_owned),
        issued: None,
        issuer: None,
    };
    let bases = [
        vec![basis("5/2030/TT-BO", Some("khoản 2 Điều 5"))],
        vec![basis("5/2030/tt-bo", Some("Điều 5, Điều 9"))],
        vec![basis("5/2030/TT-BO", None)],
        vec![basis("6/2030/TT-BO", Some("khoản 2 Điều 5"))],
        vec![basis("5/2030/TT-BO", Some("Điều 4 đến Điều 6"))],
        vec![basis("5/2030/TT-BO", Some("điểm a khoản 2 Điều 5")), basis("5/2030/TT-BO", Some("Điều 50"))],
    ];
    let codes = ["1", "2", "3", "4", "5", "6"];
    let list = || codes.iter().copied().zip(bases.iter().map(Vec::as_slice));
    let answer = |address: &Address| -> Vec<(String, Reach)> {
        basis::resting(list(), "5/2030/TT-BO", address).iter().map(|r| (r.code.to_owned(), r.reach)).collect()
    };
    let of = |pairs: &[(&str, Reach)]| pairs.iter().map(|(c, r)| ((*c).to_owned(), *r)).collect::<Vec<_>>();
    assert_eq!(
        answer(&at(&[(Level::Article, "5"), (Level::Clause, "2")])),
        of(&[
            ("1", Reach::Itself),
            ("2", Reach::Holder),
            ("3", Reach::Instrument),
            ("5", Reach::Range),
            ("6", Reach::Itself),
        ])
    );
    assert_eq!(answer(&Address::default()).len(), 6);
}

proptest! {
    #[test]
    fn any_text_is_read_and_spans_are_apart(text in "\\PC{0,60}") {
        sound(&text)?;
    }

    #[test]
    fn texts_of_legal_words_are_read_and_spans_are_apart(
        words in prop::collection::vec("khoản|điểm|Điều|a|b|đ|1|2a|này|Luật|Thông tư|số|5/2020/TT-B|,|;|và|đến|từ|của|\\(|\\)|“|”|\n|được sửa đổi bởi|vào sau|Ong|ngày|Phụ lục|i", 0..40)
    ) {
        sound(&words.join(" "))?;
        sound(&words.concat())?;
    }
}

fn sound(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for reference in references(text) {
        prop_assert!(reference.span.start >= end && reference.span.start < reference.span.end);
        prop_assert!(text.get(reference.span.clone()).is_some());
        end = reference.span.end;
    }
    let document = Document::read(text);
    for citation in Graph::of(&document, &Titles::default()).citations() {
        prop_assert!(text.get(citation.span.clone()).is_some());
    }
    Ok(())
}

/// A megabyte of each: a quadratic reading of them would not end.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    for piece in [
        "khoản 1 Điều 2, ",
        "điểm a (",
        "Điều 1 (",
        "Luật 1/ ",
        "12   /",
        "số ",
        "a, ",
        "Điều 1 đến Điều 2 ",
        "(((",
        "được sửa đổi bởi ",
        "khoản 1, ",
        "“Điều 1. ",
        "Thông tư này",
        "Luật A",
        "Luật sửa đổi của ",
        "khoản",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        assert!(references(&text).len() <= text.len());
    }
    let blanks = format!("Luật 1/{}/", " ".repeat(1_000_000));
    assert!(references(&blanks).len() < 2);
    let list = format!("Điều 1. Một\n{}", "khoản 1 Điều 2, ".repeat(50_000));
    assert_eq!(Graph::of(&Document::read(&list), &Titles::default()).citations().len(), 50_000);
    let clauses: String = (1..60_000).map(|n| format!("{n}. Theo khoản 1 đến khoản 900 Điều này.\n")).collect();
    let document = Document::read(&format!("Điều 1. Một\n{clauses}"));
    let graph = Graph::of(&document, &Titles::default());
    let repealed = [at(&[(Level::Article, "1"), (Level::Clause, "5")])].into_iter().collect();
    assert!(!graph.dangling(None, &repealed).is_empty());
    let quotes = "1. Sửa đổi Điều 1 như sau:\n“".repeat(10_000);
    let document = Document::read(&format!("Điều 1. Sửa đổi Điều 1 của Luật này\n{quotes}"));
    assert!(Graph::of(&document, &Titles::default()).citations().len() > 1);
}
