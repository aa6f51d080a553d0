//! Orders in passing, in invented words: each becomes an operation or stands for review, in an ordinary instrument and in one that amends.

use jiff::civil::date;
use tinhgon::law::{Document, amend};

const ORDINARY: &str = "BỘ CHÈ LAM\nSố: 60/2030/TT-BCL\nHà Nội, ngày 4 tháng 3 năm 2030\nTHÔNG TƯ\nQuy định về chảo\n\
    Điều 1. Phạm vi\n1. Thông tư này quy định về chảo.\n";
const AMENDING: &str = "BỘ CHÈ LAM\nSố: 60/2030/TT-BCL\nHà Nội, ngày 4 tháng 3 năm 2030\nTHÔNG TƯ\n\
    Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n\
    Bộ trưởng Bộ Chè lam ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL.\n\
    Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n1. Bãi bỏ khoản 1 Điều 9.\n";
const EFFECT: &str = "Điều 2. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2030";

fn told(text: &str) -> Vec<String> {
    let amendment = amend::read(&Document::read(text));
    assert_eq!(amendment.orders, amendment.operations.len() + amendment.unresolved.len());
    let operations = amendment.operations.iter().map(|o| {
        let from = o.effective.filter(|day| *day != date(2030, 5, 1)).map(|day| format!(" {day}")).unwrap_or_default();
        let number = o.instrument.number.clone().unwrap_or_default();
        format!("{number} {} {}{from}", o.action.name(), o.place).replace("  ", " ").trim_end().to_owned()
    });
    let review = amendment.unresolved.iter().map(|u| format!("? {} ({})", u.reason.name(), u.source));
    operations.chain(review).collect()
}

/// What an order in the closing Điều gives, the same in both kinds of instruments.
fn closing(order: &str) -> Vec<String> {
    let ordinary = told(&format!("{ORDINARY}{EFFECT}.\n2. {order}\n"));
    let amending = told(&format!("{AMENDING}{EFFECT}.\n2. {order}\n"));
    assert_eq!(amending.first().map(String::as_str), Some("3/2021/TT-BCL repeal khoản 1 Điều 9"), "{order}");
    assert_eq!(amending.get(1..), Some(&ordinary[..]), "{order}");
    ordinary
}

#[test]
fn whole_instruments_end_whatever_their_titles_speak_of() {
    for paper in ["hợp đồng", "giấy phép", "giấy chứng nhận", "chứng chỉ", "thỏa thuận"] {
        let order =
            format!("Thông tư số 9/2006/TT-BCL quy định về {paper} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.");
        assert_eq!(closing(&order), ["9/2006/TT-BCL repeal"], "{paper}");
    }
    assert_eq!(
        closing("Thông tư số 23/2021/TT-BCL và khoản 3 Điều 8 Thông tư số 25/2021/TT-BCL hết hiệu lực."),
        ["23/2021/TT-BCL repeal", "25/2021/TT-BCL repeal khoản 3 Điều 8"]
    );
    assert_eq!(
        closing(
            "Các quy định tại khoản 1 Điều 1, Điều 2 Thông tư số 23/2021/TT-BCL về trường hợp không còn chảo hết hiệu lực thi hành."
        ),
        ["23/2021/TT-BCL repeal khoản 1 Điều 1", "23/2021/TT-BCL repeal Điều 2"]
    );
    // As scanned and as misprinted, and what stands behind an order in the same sentence.
    for review in [
        "Các quy định liên quan về hợp đồng quy định tại Thông tư sô 23/2021/TT-BCL hết hiệu lực.",
        "Thông tư số 23/2021/TT-BCL về chảo theo hợp đồng hết liệu lực thi hành.",
    ] {
        assert_eq!(closing(review), ["? wording (khoản 2 Điều 2)"], "{review}");
    }
    for two in [
        "Thông tư số 23/2021/TT-BCL hết hiệu lực từ ngày 1 tháng 6 năm 2030; Thông tư số 24/2021/TT-BCL hết hiệu lực.",
        "Bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL; Thông tư số 24/2021/TT-BCL hết hiệu lực.",
    ] {
        assert_eq!(closing(two), ["? partly-read (khoản 2 Điều 2)"], "{two}");
    }
    for nothing in [
        "Giấy phép cấp theo Thông tư số 23/2021/TT-BCL hết hiệu lực thì nộp lại.",
        "Thông tư số 23/2021/TT-BCL tiếp tục áp dụng cho đến khi giấy phép hết hiệu lực.",
        "Trường hợp Thông tư số 23/2021/TT-BCL được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới.",
        "Chảo nung theo Thông tư số 23/2021/TT-BCL được sửa đổi, bổ sung bởi Thông tư số 24/2021/TT-BCL thì không nung lại.",
    ] {
        assert_eq!(closing(nothing), [""; 0], "{nothing}");
    }
}

#[test]
fn orders_behind_other_words_are_read() {
    let repeal = ["23/2021/TT-BCL repeal Điều 4"];
    for lead in [
        "Thông tư này bãi bỏ",
        "Đồng thời bãi bỏ",
        "Nay bãi bỏ",
        "Quyết định bãi bỏ",
        "Kể từ ngày Thông tư này có hiệu lực, bãi bỏ",
        "Thông tư này có hiệu lực từ ngày ký. Bãi bỏ",
    ] {
        assert_eq!(closing(&format!("{lead} Điều 4 Thông tư số 23/2021/TT-BCL.")), repeal, "{lead}");
    }
    assert_eq!(closing("Loại bỏ Điều 4 ra khỏi Thông tư số 23/2021/TT-BCL."), repeal);
    assert_eq!(closing("Đối với Thông tư số 23/2021/TT-BCL: bãi bỏ Điều 4."), repeal);
    let replace = ["23/2021/TT-BCL replace khoản 2 Điều 4"];
    for order in [
        "Thông tư này sửa đổi, bổ sung khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL như sau:\n“2. Nộp chảo.”",
        "Kể từ ngày Thông tư này có hiệu lực, khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL được sửa đổi như sau: “2. Nộp.”",
    ] {
        assert_eq!(closing(order), replace, "{order}");
    }
    assert_eq!(
        closing("Tại khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL, thay thế cụm từ “chảo” bằng cụm từ “nồi”."),
        ["23/2021/TT-BCL replace-phrase khoản 2 Điều 4"]
    );
    for list in ["Thông tư này thay thế:", "Bãi bỏ:", "Thông tư này bãi bỏ:"] {
        let order = format!("{list}\na) Thông tư số 23/2021/TT-BCL về chảo;\nb) Thông tư số 24/2021/TT-BCL về cán.");
        assert_eq!(closing(&order), ["23/2021/TT-BCL repeal", "24/2021/TT-BCL repeal"], "{list}");
    }
}

#[test]
fn what_is_not_understood_stands_for_review() {
    for order in [
        "Trừ trường hợp chảo đang nung, bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.",
        "Tạm dừng thực hiện Điều 4 Thông tư số 23/2021/TT-BCL.",
        "Đình chỉ việc thi hành Điều 4 Thông tư số 23/2021/TT-BCL.",
        "Không áp dụng Điều 4 Thông tư số 23/2021/TT-BCL.",
        "Điều 4 Thông tư số 23/2021/TT-BCL không còn áp dụng.",
        "Kéo dài hiệu lực của Thông tư số 23/2021/TT-BCL đến hết năm 2031.",
        "Gia hạn hiệu lực Thông tư số 23/2021/TT-BCL đến ngày 1 tháng 1 năm 2032.",
        "Biểu mức thu phí ban hành kèm theo Thông tư số 23/2021/TT-BCL được thay bằng Biểu mức thu phí ban hành kèm theo Thông tư này.",
        "Tờ khai chảo, ký hiệu là C1 và thay thế biểu mẫu C1 ban hành kèm theo Thông tư số 23/2021/TT-BCL.",
    ] {
        assert_eq!(closing(order), ["? wording (khoản 2 Điều 2)"], "{order}");
    }
    // What is announced and never comes.
    assert_eq!(
        closing("Thông tư này sửa đổi, bổ sung một số điều của Thông tư số 23/2021/TT-BCL."),
        ["? wording (khoản 2 Điều 2)"]
    );
    assert_eq!(
        closing("Thông tư này thay thế các Điều 3, 4 Thông tư số 23/2021/TT-BCL."),
        ["? no-text (khoản 2 Điều 2)"]
    );
    // Whether the second order means the instrument of the first or the one that the whole amends is not known.
    let two = "Điều 2. Việc khác\n1. Bãi bỏ khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL; bãi bỏ khoản 3 Điều 5.\n";
    let read = told(&format!("{AMENDING}{two}"));
    assert_eq!(read.last().map(String::as_str), Some("? no-instrument (khoản 1 Điều 2)"), "{read:?}");
}

#[test]
fn days_said_with_an_order_hold_for_it() {
    assert_eq!(
        closing("Bãi bỏ các văn bản sau đây từ ngày 15 tháng 8 năm 2030:\na) Thông tư số 23/2021/TT-BCL về chảo."),
        ["23/2021/TT-BCL repeal 2030-08-15"]
    );
    let orders = |orders: &str| told(&format!("{}{EFFECT}.\n", AMENDING.replace("1. Bãi bỏ khoản 1 Điều 9.", orders)));
    assert_eq!(
        orders("1. Bãi bỏ khoản 2 Điều 4 kể từ ngày 1 tháng 1 năm 2031; bãi bỏ khoản 3 Điều 4."),
        ["3/2021/TT-BCL repeal khoản 2 Điều 4 2031-01-01", "3/2021/TT-BCL repeal khoản 3 Điều 4"]
    );
    assert_eq!(
        orders("1. Ngưng hiệu lực thi hành Điều 4 từ ngày 1/6/2030 đến ngày 1/6/2031."),
        ["3/2021/TT-BCL suspend Điều 4 2030-06-01"]
    );
    let effect = |words: &str| told(&format!("{AMENDING}{EFFECT}{words}\n"));
    let on = |day: &str| vec![format!("3/2021/TT-BCL repeal khoản 1 Điều 9 {day}")];
    assert_eq!(effect(", trừ khoản 1 Điều 1 có hiệu lực sau 06 tháng kể từ ngày ký."), on("2030-09-04"));
    assert_eq!(effect(".\n2. Khoản 1 Điều 1 Thông tư này được áp dụng từ ngày 1 tháng 7 năm 2030."), on("2030-07-01"));
    // A day that is said and not read is no reason to take that of the whole.
    let whole = "3/2021/TT-BCL repeal khoản 1 Điều 9";
    for words in [
        ", trừ khoản 1 Điều 1 có hiệu lực sau khi chợ mở.",
        ".\n2. Khoản 1 Điều 1 Thông tư này được áp dụng từ vụ chè năm 2031.",
    ] {
        let found = effect(words);
        assert_eq!(found.first().map(String::as_str), Some(whole), "{words}");
        assert!(found.get(1).is_some_and(|one| one.starts_with("? no-day")), "{words}: {found:?}");
    }
    for (order, day) in [
        ("Từ ngày 1 tháng 7 năm 2031, bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL.", "2031-07-01"),
        ("Kể từ ngày 1/7/2031, Điều 4 Thông tư số 23/2021/TT-BCL hết hiệu lực.", "2031-07-01"),
        ("Điều 4 Thông tư số 23/2021/TT-BCL hết hiệu lực kể từ 0 giờ ngày 1/7/2031.", "2031-07-01"),
        (
            "Bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL ngày 1 tháng 2 năm 2021 của Bộ trưởng Bộ Chè lam về chảo kể từ ngày 1/7/2031.",
            "2031-07-01",
        ),
    ] {
        assert_eq!(closing(order), [format!("23/2021/TT-BCL repeal Điều 4 {day}")], "{order}");
    }
    assert_eq!(
        closing("Khoản 2 Điều 4 Thông tư số 23/2021/TT-BCL được bãi bỏ kể từ ngày 1 tháng 1 năm 2031."),
        ["23/2021/TT-BCL repeal khoản 2 Điều 4 2031-01-01"]
    );
    for order in [
        "Bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL, có hiệu lực từ ngày 1/1/2031.",
        "Điều 4 Thông tư số 23/2021/TT-BCL hết hiệu lực sau 30 ngày kể từ ngày ký.",
        "Bãi bỏ Điều 4 Thông tư số 23/2021/TT-BCL sau 02 năm kể từ ngày ký.",
    ] {
        assert_eq!(closing(order), ["? partly-read (khoản 2 Điều 2)"], "{order}");
    }
    // What holds behind the end of an amending instrument is for a person to say.
    let ends = effect(" đến hết ngày 31/12/2031.");
    assert_eq!(ends, ["3/2021/TT-BCL repeal khoản 1 Điều 9", "? temporary (khoản 1 Điều 2)"]);
}
