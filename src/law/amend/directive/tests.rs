//! Sentences as they are ordered.

use super::*;

fn told(sentence: &str) -> Vec<String> {
    read(sentence)
        .iter()
        .map(|o| {
            let mut out = format!("{:?}", o.verb);
            for place in &o.places {
                out.push_str(if place.heading { " tên " } else { " " });
                out.push_str(&place.address.to_string());
                out.push(';');
            }
            if let Some(anchor) = &o.anchor {
                out.push_str(&format!(" {:?}", anchor.side));
                anchor.places.iter().for_each(|p| out.push_str(&format!(" {}", p.address)));
                out.push_str(&anchor.phrase.as_ref().map(|p| format!(" “{p}”")).unwrap_or_default());
            }
            o.phrases.iter().for_each(|p| out.push_str(&format!(" “{p}”")));
            out.push_str(&o.by.as_ref().map(|p| format!(" → “{p}”")).unwrap_or_default());
            o.by_places.iter().for_each(|p| out.push_str(&format!(" → {}", p.address)));
            if let Some(m) = &o.instrument {
                out.push_str(&format!(" @{}", m.number.clone().or(m.name.clone()).unwrap_or_default()));
            }
            if o.announces {
                out.push_str(" …");
            }
            if o.context_heading {
                out.push_str(" tên");
            }
            out
        })
        .collect()
}

#[test]
fn places_with_verbs() {
    for (sentence, orders) in [
        ("Sửa đổi, bổ sung khoản 2 Điều 5 như sau:", vec!["Replace khoản 2 Điều 5;"]),
        (
            "Sửa đổi, bổ sung điểm c khoản 6 và bổ sung khoản 12 Điều 2 như sau:",
            vec!["Replace điểm c khoản 6;", "Insert khoản 12 Điều 2;"],
        ),
        ("Bổ sung Điều 3a vào sau Điều 3 như sau:", vec!["Insert Điều 3a; After Điều 3"]),
        ("Bổ sung khoản 5 vào Điều 26 như sau:", vec!["Insert khoản 5; Into Điều 26"]),
        (
            "Sửa đổi, bổ sung khoản 4, bổ sung khoản 5 và khoản 6 vào sau khoản 4 như sau:",
            vec!["Replace khoản 4;", "Insert khoản 5; khoản 6; After khoản 4"],
        ),
        ("Sửa đổi, bổ sung một số điều của Luật Dược", vec!["Replace @Dược …"]),
        ("Sửa đổi, bổ sung một số điểm, khoản của Điều 22 như sau:", vec!["Replace Điều 22; …"]),
        ("Sửa đổi, bổ sung tên điều và một số khoản của Điều 9 như sau:", vec!["Replace Điều 9; …"]),
        ("Sửa đổi, bổ sung tên điều như sau:", vec!["Replace tên"]),
        ("Sửa đổi tên Điều 5 như sau:", vec!["Replace tên Điều 5;"]),
        (
            "Bãi bỏ khoản 1 và sửa đổi, bổ sung khoản 3 Điều 88 như sau:",
            vec!["Repeal khoản 1;", "Replace khoản 3 Điều 88;"],
        ),
        ("Bãi bỏ các điều 10, 11 và khoản 1 Điều 52.", vec!["Repeal Điều 10; Điều 11; khoản 1 Điều 52;"]),
        (
            "Bãi bỏ toàn bộ Thông tư số 01/2020/TT-BTP ngày 02 tháng 3 năm 2020 của Bộ trưởng Bộ Tư pháp.",
            vec!["Repeal @01/2020/TT-BTP"],
        ),
        ("Điều 3 được sửa đổi, bổ sung như sau:", vec!["Replace Điều 3;"]),
        ("Bổ sung Mục 3 Chương II như sau:", vec!["Insert Mục 3 Chương II;"]),
        (
            "Bãi bỏ Điều 29, Điều 32 Thông tư số 39/2016/TT-NHNN và Điều 32g Thông tư số 39/2016/TT-NHNN đã được sửa đổi, bổ sung bởi khoản 11 Điều 1 Thông tư số 06/2023/TT-NHNN.",
            vec!["Repeal Điều 29; Điều 32; @39/2016/TT-NHNN", "Repeal Điều 32g; @39/2016/TT-NHNN"],
        ),
        (
            "Sửa đổi, bổ sung Điều 24 Thông tư số 39/2016/TT-NHNN đã được sửa đổi, bổ sung bởi khoản 8 Điều 1 Thông tư số 06/2023/TT-NHNN như sau:",
            vec!["Replace Điều 24; @39/2016/TT-NHNN"],
        ),
        (
            "Ngưng hiệu lực thi hành khoản 8, khoản 9 Điều 8 của Thông tư số 39/2016/TT-NHNN ngày 30 tháng 12 năm 2016 của Thống đốc quy định về hoạt động (đã được bổ sung theo khoản 2 Điều 1 Thông tư số 06/2023/TT-NHNN) từ ngày 01 tháng 9 năm 2023",
            vec!["Suspend khoản 8 Điều 8; khoản 9 Điều 8; @39/2016/TT-NHNN"],
        ),
        (
            "Thay thế Phụ lục II kèm theo Nghị định số 1/2024/NĐ-CP bằng Phụ lục I kèm theo Nghị định này.",
            vec!["Substitute Phụ lục II; → Phụ lục I @1/2024/NĐ-CP"],
        ),
        ("Bổ sung, thay thế, bãi bỏ một số cụm từ, điểm, khoản, điều", vec!["Repeal …"]),
    ] {
        assert_eq!(told(sentence), orders, "{sentence}");
    }
}

#[test]
fn phrases_with_verbs() {
    for (sentence, orders) in [
        (
            "Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 4 Điều 5 và Điều 64;",
            vec!["Substitute khoản 4 Điều 5; Điều 64; “A” → “B”"],
        ),
        (
            "Thay thế từ “A” bằng “B” tại Điều 2; thay thế cụm từ “C” bằng cụm từ “D” tại khoản 1 Điều 6.",
            vec!["Substitute Điều 2; “A” → “B”", "Substitute khoản 1 Điều 6; “C” → “D”"],
        ),
        ("Thay thế cụm từ “A” và từ “B” bằng cụm từ “C” tại Điều 42;", vec!["Substitute Điều 42; “A” “B” → “C”"]),
        ("Thay thế cụm từ “A” tại khoản 1 thành “B”", vec!["Substitute khoản 1; “A” → “B”"]),
        ("Bỏ cụm từ “, X” tại điểm b khoản 4 Điều 5.", vec!["Repeal điểm b khoản 4 Điều 5; “, X”"]),
        (
            "Bỏ cụm từ “X” quy định tại điểm d khoản 3 Điều 78 của Luật luật sư số 65/2006/QH11.",
            vec!["Repeal điểm d khoản 3 Điều 78; “X” @65/2006/QH11"],
        ),
        ("Bổ sung cụm từ “X” vào sau cụm từ “Y” tại khoản 1 Điều 3.", vec!["Insert khoản 1 Điều 3; After “Y” “X”"]),
        (
            "Trong Luật luật sư số 65/2006/QH11, cụm từ “A” được thay bằng cụm từ “B”; cụm từ “C” được thay bằng cụm từ “D”.",
            vec!["Substitute “A” → “B” @65/2006/QH11", "Substitute “C” → “D” @65/2006/QH11"],
        ),
        ("Thay thế một số cụm từ tại các điều, khoản, điểm như sau:", vec!["Substitute …"]),
    ] {
        assert_eq!(told(sentence), orders, "{sentence}");
    }
}

#[test]
fn other_sentences_give_no_order() {
    for sentence in [
        "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.",
        "Bổ sung kinh phí cho các địa phương.",
        "Các khoản thu khác.",
    ] {
        assert_eq!(told(sentence), Vec::<String>::new(), "{sentence}");
    }
}
