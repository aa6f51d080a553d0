//! Copies as offices have them, in invented words: what each order must give. Case by case the kinds of `../shared/cases/law`, which are tried too where
//! they stand beside the checkout.

use tinhgon::law::amend::Action;
use tinhgon::law::{Document, amend, consolidate};

const HEAD: &str = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nHà Nội, ngày 4 tháng 5 năm 2031\nTHÔNG TƯ\n\
    Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL ngày 6 tháng 7 năm 2021 của Bộ trưởng Bộ Chè lam quy định về chảo\n\
    Bộ trưởng Bộ Chè lam ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL ngày 6 tháng 7 năm 2021 của Bộ trưởng Bộ Chè lam quy định về chảo.\n";

/// Each operation as `kind place`, the instrument in front where it is not 3/2021/TT-BCL; what is for review by its reason.
fn told(text: &str) -> Vec<String> {
    let amendment = amend::read(&Document::read(&tinhgon::text::clean(text)));
    assert_eq!(amendment.orders, amendment.operations.len() + amendment.unresolved.len());
    let operations = amendment.operations.iter().map(|o| {
        let instrument = o.instrument.number.clone().unwrap_or_else(|| o.instrument.to_string());
        let aim = if instrument == "3/2021/TT-BCL" { String::new() } else { format!("{instrument}: ") };
        let heading = if o.heading { "tên " } else { "" };
        format!("{aim}{} {heading}{}", o.action.name(), o.place)
    });
    let review = amendment.unresolved.iter().map(|u| format!("? {} ({})", u.reason.name(), u.source));
    operations.chain(review).collect()
}

#[test]
fn every_order_is_answered() {
    for (orders, expected) in [
        // Titles of any wording.
        (
            "Điều 1. Bổ sung, thay đổi từ ngữ\n1. Bổ sung cụm từ “, gang” vào sau cụm từ “chảo sắt” tại khoản 2 Điều 4; bổ sung từ “to” vào trước từ “chảo” tại Điều 5.\n\
             2. Thay thế cụm từ “hai mẻ” bằng cụm từ “ba mẻ” tại khoản 1 Điều 6.",
            vec!["insert-phrase khoản 2 Điều 4", "insert-phrase Điều 5", "replace-phrase khoản 1 Điều 6"],
        ),
        (
            "Điều 1. Sửa đổi, bổ sung Điều 7 Thông tư số 3/2021/TT-BCL\nSửa đổi, bổ sung một số quy định của Thông tư số 3/2021/TT-BCL về chảo, cụ thể như sau:\n“Điều 7. Cán\nCán bằng gỗ.”",
            vec!["replace Điều 7"],
        ),
        // Wordings that the engine does not know stand for review.
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n1. Chuyển khoản 2 Điều 4 thành khoản 3.\n2. Đánh số lại các khoản của Điều 5.\n\
             3. Bỏ quy định “bằng tay” tại khoản 1 Điều 8.\n4. Thêm một hàng vào bảng.",
            vec![
                "delete-phrase khoản 1 Điều 8",
                "? wording (khoản 1 Điều 1)",
                "? wording (khoản 2 Điều 1)",
                "? wording (khoản 4 Điều 1)",
            ],
        ),
        // An introduction is none.
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n1. Thay thế từ, cụm từ tại một số điều sau đây:\na) Thay thế cụm từ “mẻ” bằng cụm từ “lượt” tại Điều 9.",
            vec!["replace-phrase Điều 9"],
        ),
        // What a heading names and nothing below it touches is not lost.
        (
            "Điều 1. Sửa đổi, bổ sung khoản 1 và bãi bỏ khoản 4 Điều 3\n1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:\n“1. Chảo gang.”",
            vec!["replace khoản 1 Điều 3", "? wording (Điều 1)"],
        ),
        // Not wholly understood is not applied in part.
        ("Điều 1. Bãi bỏ Điều 3 và những chỗ khác của Điều 4 nói về cán", vec!["? partly-read (Điều 1)"]),
        (
            "Điều 1. Sửa đổi, bổ sung điểm a, b khoản 1 Điều 4 như sau:\n“a) Chảo;\nc) Cán.”",
            vec!["? label-not-in-text (Điều 1)"],
        ),
    ] {
        assert_eq!(told(&format!("{HEAD}{orders}")), expected, "{orders}");
    }
}

#[test]
fn orders_find_their_places() {
    for (orders, expected) in [
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n1. Sửa đổi, bổ sung điểm c và bổ sung điểm c1 vào sau điểm c khoản 3 Điều 6 như sau:\n“c) Rửa;\nc1) Lau;”.",
            vec!["replace điểm c khoản 3 Điều 6", "insert điểm c1 khoản 3 Điều 6"],
        ),
        (
            "Điều 1. Thay thế cụm từ “a” bằng cụm từ “b” tại khoản 2 Điều 3, Điều 7, tiêu đề Mục 2 Chương III",
            vec!["replace-phrase khoản 2 Điều 3", "replace-phrase Điều 7", "replace-phrase tên Mục 2 Chương III"],
        ),
        (
            "Điều 1. Bổ sung điểm đ vào sau điểm d khoản 2 tại Điều 11\n“đ) Cất chảo.”.",
            vec!["insert điểm đ khoản 2 Điều 11"],
        ),
        (
            "Điều 1. Sửa đổi, bổ sung điểm h, i khoản 5 Điều 2\n“h) Đếm;\ni) Ghi.”",
            vec!["replace điểm h khoản 5 Điều 2", "replace điểm i khoản 5 Điều 2"],
        ),
        ("Điều 1. Sửa đổi, bổ sung Điều 13\n‟Điều 13. Chảo đất\n1. Một.”", vec!["replace Điều 13"]),
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n1. Bổ sung khoản 2a vào sau khoản 2 Điều 4 như sau:\n2a. Chảo đất.\n\
             2. Sửa đổi, bổ sung khoản 5 Điều 4 như sau:\n5. Chảo gang.\nĐiều 2. Hiệu lực\n1. Từ ngày ký.",
            vec!["insert khoản 2a Điều 4", "replace khoản 5 Điều 4"],
        ),
        ("Điều 1. Bổ sung khoản 6 vào Điều 10 như sau: “6. Ghi sổ chảo.”.", vec!["insert khoản 6 Điều 10"]),
        (
            "Điều 1. Thay thế cụm từ “a” bằng cụm từ “b” tại tên Thông tư, khoản 1 Điều 1 và Điều 2",
            vec!["replace-phrase khoản 1 Điều 1", "replace-phrase Điều 2", "? no-place (Điều 1)"],
        ),
    ] {
        assert_eq!(told(&format!("{HEAD}{orders}")), expected, "{orders}");
    }
}

#[test]
fn orders_aim_at_their_instrument() {
    let several = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của các thông tư về chảo\n\
                   Bộ trưởng ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL quy định về chảo và Thông tư số 4/2022/TT-BCL quy định về cán.\n";
    for (orders, expected) in [
        (
            "Chương I\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 4/2022/TT-BCL NGÀY 1 THÁNG 2 NĂM 2022 QUY ĐỊNH VỀ CÁN\nĐiều 1. Bãi bỏ khoản 2 Điều 5\n\
             Chương II\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 3/2021/TT-BCL\nĐiều 2. Bãi bỏ Điều 6",
            vec!["4/2022/TT-BCL: repeal khoản 2 Điều 5", "repeal Điều 6"],
        ),
        // Where nothing decides, a person does.
        ("Điều 1. Bãi bỏ khoản 2 Điều 5", vec!["? no-instrument (Điều 1)"]),
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL và Thông tư số 4/2022/TT-BCL\n1. Bãi bỏ Điều 6.",
            vec!["? no-instrument (khoản 1 Điều 1)"],
        ),
    ] {
        assert_eq!(told(&format!("{several}{orders}")), expected, "{orders}");
    }
    let law = "QUỐC HỘI\nLuật số: 7/2031/QH15\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT TRÔNG NOM CHẢO TẠI CHỢ\n\
               Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Trông nom chảo tại chợ (CH/IL) số 5/2011/QH13.\n";
    let orders = "Điều 1. Sửa đổi, bổ sung một số điều của Luật Trông nom chảo tại chợ (CH/IL)\n1. Bãi bỏ Điều 4.";
    assert_eq!(told(&format!("{law}{orders}")), ["5/2011/QH13: repeal Điều 4"]);
    let titled = "CHÍNH PHỦ\nSố: 7/2031/NĐ-CP\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 9/2025/NĐ-CP về chảo\nCăn cứ Luật Chảo;\n\
                  Điều 1. Sửa đổi, bổ sung một số khoản của Điều 4 (Nghị định 8/2024/NĐ-CP)\n1. Bãi bỏ khoản 3.\nĐiều 2. Bãi bỏ Điều 9";
    assert_eq!(told(titled), ["8/2024/NĐ-CP: repeal khoản 3 Điều 4", "9/2025/NĐ-CP: repeal Điều 9"]);
}

#[test]
fn whole_instruments_end() {
    let text = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nTHÔNG TƯ\nQuy định về chảo\nĐiều 1. Chảo\n1. Bổ sung hồ sơ theo Điều 2.\nĐiều 2. Bãi bỏ văn bản\n\
        1. Bãi bỏ toàn bộ các văn bản do Bộ trưởng ban hành sau đây:\na) Thông tư số 1/2011/TT-BCL ngày 1 tháng 1 năm 2011 về mẻ;\nb) Quyết định số 2/2012/QĐ-BCL về cán.\n\
        Điều 3. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày 1 tháng 6 năm 2031. Thông tư số 3/2013/TT-BCL về bếp hết hiệu lực kể từ ngày 1 tháng 7 năm 2031.\n\
        Kể từ ngày Thông tư này có hiệu lực, các văn bản sau đây hết hiệu lực:\n1. Thông tư số 4/2014/TT-BCL về củi và Thông tư số 5/2015/TT-BCL về than.\n\
        2. Thông tư số 6/2016/TT-BCL hết hiệu lực, trừ Điều 5.\n3. Giấy phép cấp theo Thông tư số 6/2016/TT-BCL hết hiệu lực thì nộp lại.";
    assert_eq!(
        told(text),
        [
            "1/2011/TT-BCL: repeal ",
            "2/2012/QĐ-BCL: repeal ",
            "3/2013/TT-BCL: repeal ",
            "4/2014/TT-BCL: repeal ",
            "5/2015/TT-BCL: repeal ",
            "? exception (khoản 2 Điều 3)"
        ]
    );
    let amendment = amend::read(&Document::read(text));
    let ended = amendment.operations.iter().find(|o| o.instrument.number.as_deref() == Some("3/2013/TT-BCL"));
    assert_eq!(ended.and_then(|o| o.effective).map(|d| d.to_string()).as_deref(), Some("2031-07-01"));
}

#[test]
fn attached_rules_are_amended_at_their_own_places() {
    let base = Document::read(
        "ỦY BAN NHÂN DÂN TỈNH CHÈ\nSố: 4/2026/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Quy chế giữ chảo\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế giữ chảo.\nĐiều 2. Hiệu lực\n\
         1. Từ ngày ký.\nCHỦ TỊCH\nNgười Thử\nQUY CHẾ\nGiữ chảo\n(Ban hành kèm theo Quyết định số 4/2026/QĐ-UBND)\nĐiều 1. Phạm vi\nChảo.\nĐiều 2. Rửa\n1. Rửa tay.\n2. Rửa chảo.",
    );
    let amending = Document::read(
        "ỦY BAN NHÂN DÂN TỈNH CHÈ\nSố: 5/2027/QĐ-UBND\nQUYẾT ĐỊNH\nSửa đổi, bổ sung một số điều của Quy chế giữ chảo ban hành kèm theo Quyết định số 4/2026/QĐ-UBND\n\
         Điều 1. Sửa đổi, bổ sung một số điều của Quy chế giữ chảo ban hành kèm theo Quyết định số 4/2026/QĐ-UBND\n1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Rửa sạch.”\n\
         2. Bãi bỏ khoản 1 Điều 2 Quyết định số 4/2026/QĐ-UBND.\nĐiều 2. Bãi bỏ khoản 2 Điều 2 Quy chế giữ chảo ban hành kèm theo Quyết định số 4/2026/QĐ-UBND\nĐiều 3. Hiệu lực\nQuyết định này có hiệu lực từ ngày 1 tháng 2 năm 2027.",
    );
    let places: Vec<String> = amend::read(&amending).operations.iter().map(|o| o.place.to_string()).collect();
    assert_eq!(places, ["khoản 1 Điều 2 Quy chế", "khoản 1 Điều 2", "khoản 2 Điều 2 Quy chế"]);
    let done = consolidate::consolidate(&base, &amend::named(&base), &[amending], None);
    assert!(done.failed.is_empty(), "{:?}", done.failed);
    let text = done.document.text();
    assert!(text.contains("Điều 2. Rửa\n1. Rửa sạch.\n2. (được bãi bỏ)"), "{text}");
    assert!(text.contains("Điều 2. Hiệu lực\n1. (được bãi bỏ)"), "{text}");
}

/// An erratum one paragraph below its heading, capitals that differ, a new name of a chapter, a comma behind a label.
#[test]
fn orders_are_carried_out_as_they_say() {
    let base = Document::read(
        "BỘ CHÈ LAM\nSố: 3/2021/TT-BCL\nTHÔNG TƯ\nVề chảo\nChương I\nCHẢO\nĐiều 1. Việc\n1. Hội đồng chảo trung ương họp.\nĐiều 2. Cán\nMột.",
    );
    let apply = |orders: &[&str]| {
        let amending: Vec<Document> = orders.iter().map(|o| Document::read(o)).collect();
        consolidate::consolidate(&base, &amend::named(&base), &amending, None)
    };
    let done = apply(&[&format!(
        "{HEAD}Điều 1. Thay thế cụm từ “Hội đồng chảo Trung ương” bằng cụm từ “Hội đồng chảo” tại Điều 1"
    )]);
    assert!(
        done.document.text().contains("1. Hội đồng chảo họp.") && done.capitals.len() == 1 && done.failed.is_empty()
    );
    let done = apply(&[&format!("{HEAD}Điều 1. Sửa đổi, bổ sung tên Chương I như sau:\n“Chương I\nCHẢO VÀ CÁN”.")]);
    assert!(done.document.text().contains("Chương I\nCHẢO VÀ CÁN\nĐiều 1."), "{}", done.document.text());
    let done = apply(&[&format!("{HEAD}Điều 1. Sửa đổi, bổ sung Điều 2 như sau:\n“Điều 2, Cán gỗ\nHai.”.")]);
    assert!(done.document.text().contains("Điều 2. Cán gỗ\nHai."), "{}", done.document.text());
    let amends = format!("{HEAD}Điều 1. Sửa đổi, bổ sung Điều 2\n“Điều 2. Cán\nHai cái cán.”.");
    let corrects = "BỘ CHÈ LAM\nSố: 7/QĐ-BCL\nHà Nội, ngày 9 tháng 6 năm 2031\nQUYẾT ĐỊNH\nVề việc đính chính Thông tư số 9/2031/TT-BCL\nĐiều 1. Đính chính lỗi kỹ thuật tại Điều 1 Thông tư số 9/2031/TT-BCL như sau:\n\
                    Đính chính cụm từ “Hai cái cán” thành “Hai cán”.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.";
    let erratum = amend::read(&Document::read(corrects));
    assert!(
        matches!(erratum.operations.as_slice(), [one] if one.erratum && matches!(one.action, Action::ReplacePhrase { .. }))
    );
    assert!(apply(&[&amends, corrects]).document.text().contains("Hai cán."));
}

/// The given cases that say how many orders there are.
#[test]
#[ignore = "needs ../shared/data"]
fn no_given_case_is_silent() {
    let root = std::env::var_os("TINHGON_SHARED").map_or_else(|| "../shared".into(), std::path::PathBuf::from);
    for (case, operations, review) in [
        ("02-capital-chapter-heading/am.txt", 2, 0),
        ("03-article-title-hides-its-orders/am.txt", 6, 0),
        ("06-law-name-cut/am.txt", 1, 0),
        ("07-law-names-with-ordinary-words/am.txt", 1, 0),
        ("09-target-shares-the-address-of-the-anchor/am.txt", 2, 0),
        ("10-new-text-without-quotes/am.md", 4, 0),
        ("11-last-place-in-a-list-spreads-back/am.txt", 3, 0),
        ("12-erratum-in-the-paragraph-below/er.txt", 1, 0),
        ("19-title-names-the-instrument/am.txt", 2, 0),
        ("20-one-strange-place-loses-the-whole-list/am.txt", 6, 1),
        ("21-opening-quote-201F/am.txt", 1, 0),
        ("22-labels-named-in-the-order-guide-the-text/am.txt", 3, 0),
        ("27-false-alarm-on-an-introduction/am.txt", 2, 0),
        ("29-whole-instruments-lose-effect/am.txt", 7, 0),
        ("v24-order-in-heading-then-lead.txt", 1, 0),
        ("v25-unknown-wordings-dropped.txt", 2, 2),
    ] {
        let text = tinhgon::exchange::legal_text::read(&root.join("cases/law").join(case)).unwrap().text;
        let amendment = amend::read(&Document::read(&text));
        assert_eq!((amendment.operations.len(), amendment.unresolved.len()), (operations, review), "{case}");
    }
}
