//! Sentences as they are ordered.

use super::*;

fn told(sentence: &str) -> Vec<String> {
    read(sentence)
        .orders
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
            out.push_str(&o.within.as_ref().map(|p| format!(" ⊂ “{p}”")).unwrap_or_default());
            o.unread.iter().for_each(|item| out.push_str(&format!(" ?{item}")));
            out.push_str(&o.by.as_ref().map(|p| format!(" → “{p}”")).unwrap_or_default());
            o.by_places.iter().for_each(|p| out.push_str(&format!(" → {}", p.address)));
            if let Some(m) = &o.instrument {
                out.push_str(&format!(" @{}", m.number.clone().or(m.name.clone()).unwrap_or_default()));
            }
            if o.several {
                out.push_str(" +");
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
        ("Thêm Điều 3a vào sau Điều 3 như sau:", vec!["Insert Điều 3a; After Điều 3"]),
        ("Bổ sung thêm khoản 5 vào Điều 26 như sau:", vec!["Insert khoản 5; Into Điều 26"]),
        ("Thêm cụm từ “X” vào sau cụm từ “Y” tại khoản 1 Điều 3.", vec!["Insert khoản 1 Điều 3; After “Y” “X”"]),
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
        (
            "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 2/2021/TT-BBN NGÀY 6 THÁNG 7 NĂM 2021 QUY ĐỊNH VỀ LÒ",
            vec!["Replace @2/2021/TT-BBN …"],
        ),
        ("SỬA ĐỔI, BỔ SUNG KHOẢN 4 ĐIỀU 2 LUẬT LÒ BÁNH", vec!["Replace khoản 4 Điều 2; @lò bánh"]),
        (
            "Sửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BBN và Thông tư số 2/2021/TT-BBN",
            vec!["Replace @1/2020/TT-BBN + …"],
        ),
        ("Sửa đổi, bổ sung một số khoản của Điều 4 (Nghị định 9/2025/NĐ-CP)", vec!["Replace Điều 4; @9/2025/NĐ-CP …"]),
        ("Sửa đổi, bổ sung một số điều của Luật Lò phải coi", vec!["Replace @Lò phải coi …"]),
        (
            "Bãi bỏ một phần của Thông tư số 3/2013/TT-BBN ngày 3 tháng 1 năm 2013 của Bộ trưởng như sau:",
            vec!["Repeal @3/2013/TT-BBN …"],
        ),
        (
            "Đính chính lỗi kỹ thuật tại Điều 1 Thông tư số 7/2030/TT-BBN như sau:",
            vec!["Correct Điều 1; @7/2030/TT-BBN"],
        ),
        (
            "Thay thế: Mẫu số 04, Mẫu số 06 Phụ lục I bằng Mẫu số 04, Mẫu số 06 tại Phụ lục ban hành kèm theo Nghị định này.",
            vec!["Substitute Mẫu số 04 Phụ lục I; Mẫu số 06 Phụ lục I; → Mẫu số 04 Phụ lục → Mẫu số 06 Phụ lục"],
        ),
        ("Bãi bỏ toàn bộ các văn bản quy phạm pháp luật do Bộ trưởng ban hành sau đây:", vec!["Repeal …"]),
        ("Bãi bỏ toàn bộ 14 văn bản quy phạm pháp luật sau đây:", vec!["Repeal …"]),
        ("Sửa đỗi, bỗ sung khoản 2 Điều 17", vec!["Replace khoản 2 Điều 17;"]),
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
        (
            "Thay thế cụm từ “A” bằng cụm từ “B” tại tên Thông tư, khoản 1 Điều 1, Điều 2 và tiêu đề Chương II.",
            vec!["Substitute khoản 1 Điều 1; Điều 2; tên Chương II; “A” ?tên Thông tư → “B”"],
        ),
        (
            "Bỏ cụm từ “A” trong cụm từ “B A” tại khoản 1 và khoản 3 Điều 4.",
            vec!["Repeal khoản 1 Điều 4; khoản 3 Điều 4; “A” ⊂ “B A”"],
        ),
        (
            "Thay cụm từ “A” bằng cụm từ “B” tại tên điều, khoản 3 Điều 6; Điều 7.",
            vec!["Substitute tên Điều 6; khoản 3 Điều 6; Điều 7; “A” → “B”"],
        ),
        ("Bỏ quy định “A” tại khoản 2 Điều 1.", vec!["Repeal khoản 2 Điều 1; “A”"]),
    ] {
        assert_eq!(told(sentence), orders, "{sentence}");
    }
}

#[test]
fn whole_instruments_lose_effect() {
    for (sentence, orders) in [
        (
            "Bãi bỏ Thông tư số 1/2010/TT-B về mâm và Thông tư số 2/2011/TT-B về lò, bếp.",
            vec!["Repeal @1/2010/TT-B", "Repeal @2/2011/TT-B"],
        ),
        (
            "Thông tư này thay thế Thông tư số 6/2015/TT-B ngày 6 tháng 1 năm 2015 của Bộ trưởng về củi.",
            vec!["Repeal @6/2015/TT-B"],
        ),
        (
            "Thông tư này có hiệu lực từ ngày 1 tháng 5 năm 2030 và thay thế các Thông tư số 1/2010/TT-B, Thông tư số 2/2011/TT-B.",
            vec!["Repeal @1/2010/TT-B", "Repeal @2/2011/TT-B"],
        ),
        (
            "Thông tư số 8/2016/TT-B ngày 8 tháng 1 năm 2016 của Bộ trưởng về trấu hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
            vec!["Repeal @8/2016/TT-B"],
        ),
        ("Kể từ ngày Thông tư này có hiệu lực, các văn bản sau đây hết hiệu lực thi hành:", vec!["Repeal …"]),
        (
            "Khoản 2 Điều 5 Thông tư số 8/2016/TT-B hết hiệu lực từ ngày 1 tháng 5 năm 2030.",
            vec!["Repeal khoản 2 Điều 5; @8/2016/TT-B"],
        ),
        ("Giấy phép cấp theo Thông tư số 8/2016/TT-B hết hiệu lực thì được cấp lại.", vec![]),
        ("Trường hợp văn bản được dẫn chiếu thay thế thì theo văn bản thay thế Thông tư số 8/2016/TT-B.", vec![]),
    ] {
        assert_eq!(told(sentence), orders, "{sentence}");
    }
}

#[test]
fn what_is_left_over_is_known() {
    for (sentence, open) in [
        ("Bãi bỏ Điều 5 và những chỗ khác ở Điều 6.", Some(Open::More)),
        ("Thông tư số 8/2016/TT-B hết hiệu lực, trừ Điều 5.", Some(Open::Exception)),
        ("Bãi bỏ Thông tư số 8/2016/TT-B, trừ Điều 5.", Some(Open::Exception)),
        ("Sửa đổi, bổ sung khoản 2 Điều 5 như sau:", None),
        ("Bãi bỏ Điều 5 (trừ khoản 2).", Some(Open::Exception)),
        ("Bãi bỏ một phần khoản 2 Điều 5.", Some(Open::Limit)),
        ("Bãi bỏ khoản 2 Điều 5 đối với hồ sơ nộp sau ngày 1 tháng 5 năm 2030.", Some(Open::Limit)),
        ("Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 5 đối với doanh nghiệp nhỏ.", Some(Open::Limit)),
        ("Bãi bỏ Điều 5 và các quy định khác trái với Thông tư này.", Some(Open::Limit)),
        ("Bãi bỏ khoản 3 Điều 5, Chương II.", Some(Open::Place)),
        ("Bãi bỏ Điều 5, khoản 2.", Some(Open::Place)),
        ("Bãi bỏ Điều 5; khoản 2 Điều 4 được sửa đổi như sau:", Some(Open::More)),
        ("Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 4; Điều 5 được bãi bỏ.", Some(Open::More)),
        ("Bãi bỏ Điều 5, Điều 6 và khoản 1 Điều 7.", None),
        ("Bãi bỏ Điều 5; khoản 2 Điều 6.", None),
        ("Bãi bỏ Điều 5 kể từ ngày Điều 3 có hiệu lực.", None),
    ] {
        assert_eq!(read(sentence).open, open, "{sentence}");
    }
}

#[test]
fn other_sentences_give_no_order() {
    for sentence in [
        "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.",
        "Bổ sung kinh phí cho các địa phương.",
        "Thêm kinh phí cho các địa phương.",
        "Các khoản thu khác.",
    ] {
        assert_eq!(told(sentence), Vec::<String>::new(), "{sentence}");
    }
}
