//! Invented sentences, their references written down by reading.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::law::Document;
use crate::model::{Address, Level};
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
                let this = p.this.map_or(String::new(), |l| format!("{} này", l.word()));
                let blank = if own.is_empty() || this.is_empty() { "" } else { " " };
                format!("{}{own}{until}{blank}{this}", if p.heading { "tên " } else { "" })
            })
            .collect();
        out.push_str(&places.join(" + "));
        match &reference.cited {
            Cited::Unsaid => {}
            Cited::This => out.push_str(" @này"),
            Cited::Named { mention, year } => {
                out.push_str(" @");
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
        ("Mẫu số 01 ban hành kèm theo Thông tư này", vec!["Mẫu số 01 @này"]),
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
        ("Văn bản hợp nhất số 21/VBHN-ABC", vec!["@21/VBHN-ABC"]),
        (
            "Bãi bỏ khoản 3 Điều 8, Điều 9 và đoạn 2 khoản 1 Điều 10.",
            vec!["khoản 3 Điều 8 + Điều 9 + đoạn thứ hai khoản 1 Điều 10"],
        ),
        ("Luật Thể dục, thể thao và Luật Ong được sửa đổi", vec!["@Luật Thể dục, thể thao", "@Luật Ong"]),
        ("theo Pháp lệnh Ưu đãi người nuôi ong.", vec!["@Pháp lệnh Ưu đãi người nuôi ong"]),
    ] {
        assert_eq!(read(text), found, "{text}");
    }
}
