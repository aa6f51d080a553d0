//! Kinds of faults in what offices have, each in other words than the given cases: nothing is lost, nothing aimed wrongly.

use tinhgon::law::amend::{self, Amendment};
use tinhgon::law::{Document, Outline};
use tinhgon::model::Level;

const HEAD: &str = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nHà Nội, ngày 2 tháng 3 năm 2031\nTHÔNG TƯ\n\
    Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL ngày 5 tháng 1 năm 2021 của Bộ trưởng Bộ Chè lam quy định về chảo\n";
const AMENDS: &str = "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n";
const EFFECT: &str = "Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày 1 tháng 6 năm 2031.\n";

fn amending(orders: &str) -> Amendment {
    amend::read(&Document::read(&format!("{HEAD}{AMENDS}{orders}{EFFECT}")))
}

#[test]
fn an_order_of_any_wording_stands_for_review() {
    let orders = [
        "Tách khoản 2 Điều 4 thành khoản 2 và khoản 2a.",
        "Không áp dụng khoản 3 Điều 2 từ ngày 1 tháng 1 năm 2032.",
        "Tạm dừng áp dụng Điều 5 đến hết ngày 31 tháng 12 năm 2031.",
        "Kéo dài thời hạn áp dụng Điều 6 đến ngày 30 tháng 6 năm 2032.",
        "Cụm từ “chảo” tại Điều 2 được hiểu là “chảo, nồi”.",
        "Khoản 4 Điều 7 không còn áp dụng với nồi.",
        "Rút thời hạn tại khoản 1 Điều 9 xuống 03 ngày.",
    ];
    for order in orders {
        let read = amending(&format!("1. Bãi bỏ Điều 3.\n2. {order}\n"));
        let open: Vec<&str> = read.unresolved.iter().map(|one| one.sentence.as_str()).collect();
        assert_eq!((read.operations.len(), open), (1, vec![order]));
    }
    let read = amending("1. Bãi bỏ Điều 3.\n2. Thêm khoản 7 vào Điều 8 như sau: “7. Bảy.”.\n");
    let told = |one: &amend::Operation| format!("{} {}", one.action.name(), one.place);
    let told: Vec<String> = read.operations.iter().map(told).collect();
    assert_eq!(
        (told, read.unresolved.len()),
        (vec!["repeal Điều 3".to_owned(), "insert khoản 7 Điều 8".to_owned()], 0)
    );
}

#[test]
fn a_quotation_that_does_not_close_takes_in_no_order() {
    let read = amending(
        "1. Sửa đổi Điều 4 như sau:\n“Điều 4. Chảo\n1. Chảo “gang” là chảo.\n2. Bãi bỏ khoản 5 Điều 6.\n3. Sửa đổi Điều 7 như sau:\n“Điều 7. Nồi”.\n",
    );
    let place = |one: &amend::Operation| one.place.to_string();
    assert_eq!(read.operations.iter().map(place).collect::<Vec<_>>(), ["Điều 7"]);
    assert_eq!(read.unresolved.len(), 1);
    // New text may end instruments by their numbers.
    let read = amending(
        "1. Sửa đổi Điều 9 như sau:\n“Điều 9. Hiệu lực\n1. Một.\n2. Bãi bỏ khoản 2 Điều 5 Thông tư số 1/2011/TT-BCL.”.\n",
    );
    assert_eq!((read.operations.len(), read.unresolved.len()), (1, 0));
}

#[test]
fn a_letter_that_corrects_stands_for_review() {
    let text = "BỘ CHÈ LAM\nSố: 9/2031/ĐC-BCL\nĐÍNH CHÍNH\nDo sơ suất, Bộ Chè lam đính chính Thông tư số 3/2021/TT-BCL như sau:\n\
        1. Tại khoản 2 Điều 4, cụm từ “10 ngày” sửa thành “15 ngày”.\n2. Tại điểm a khoản 1 Điều 5 đã in là “nồi”; nay sửa lại là “chảo”.\n";
    let read = amend::read(&Document::read(text));
    assert_eq!((read.operations.len(), read.unresolved.len()), (0, 3));
}

#[test]
fn instruments_in_a_list_behind_the_signature_end() {
    let text = |count: &str, list: &str| {
        format!(
            "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nTHÔNG TƯ\nBãi bỏ một số văn bản\nĐiều 1. Bãi bỏ toàn bộ văn bản quy phạm pháp luật\n\
             Bãi bỏ toàn bộ {count} văn bản quy phạm pháp luật tại Danh mục ban hành kèm theo Thông tư này.\n{EFFECT}Nơi nhận:\n- Lưu: VT.\n\
             Phụ lục\nDANH MỤC VĂN BẢN BỊ BÃI BỎ\n{list}"
        )
    };
    let ended = |text: &str| {
        let read = amend::read(&Document::read(text));
        let numbers: Vec<String> = read.operations.iter().filter_map(|one| one.instrument.number.clone()).collect();
        (numbers, read.unresolved.len())
    };
    let lines = "1. Thông tư số 1/2011/TT-BCL ngày 2 tháng 2 năm 2011 về chõ, sửa đổi\nThông tư số 8/2008/TT-BCL.\n2. Quyết định số 6/2001/QĐ-BCL về cối.\n";
    let both = vec!["1/2011/TT-BCL".to_owned(), "6/2001/QĐ-BCL".to_owned()];
    assert_eq!(ended(&text("02", lines)), (both.clone(), 0));
    let rows = "| STT | Tên | Số |\n| 1 | Thông tư | 1/2011/TT-BCL |\n| 2 | Quyết định | số 6/2001/QĐ-BCL |\n";
    assert_eq!(ended(&text("các", rows)), (both, 0));
    // Another count, or an item that names none: a person looks at it.
    assert_eq!(ended(&text("03", lines)).0, Vec::<String>::new());
    assert_eq!(ended(&text("02", "1. Thông tư số 1/2011/TT-BCL.\n2. Công văn về cối.\n")).0, Vec::<String>::new());
    assert!(ended(&text("03", lines)).1 > 0);
}

#[test]
fn an_annex_may_bear_its_number_behind_a_word() {
    for heading in ["Phụ lục số 02", "PHỤ LỤC SỐ 02", "Phụ lục 02"] {
        let text = format!(
            "THÔNG TƯ\nVề lò\nĐiều 1. Lò\n1. Theo mẫu tại\nPhụ lục số 02 ban hành kèm theo Thông tư này và\nĐiều 5.\n2. Hai.\nNơi nhận:\n- Lưu.\n{heading}\nMẪU\nĐơn.\n"
        );
        let outline = Outline::read(&text);
        let annexes: Vec<&str> =
            outline.units.iter().filter(|u| u.level == Level::Annex).map(|u| outline.label(u)).collect();
        assert_eq!(annexes, ["02"], "{heading}");
        assert_eq!(outline.units.iter().filter(|u| u.level == Level::Clause).count(), 2);
    }
    assert_eq!(tinhgon::law::name::place::address_of("Phụ lục số 02").unwrap().to_string(), "Phụ lục 02");
}
