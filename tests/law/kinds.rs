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

/// Where, what, on which place of which instrument; and what is for review.
fn told(read: &Amendment) -> (Vec<String>, Vec<String>) {
    let operation = |one: &amend::Operation| {
        format!("{} {} @ {}", one.action.name(), one.place, one.instrument.number.as_deref().unwrap_or("?"))
    };
    let open = |one: &amend::Unresolved| format!("{}: {}", one.source, one.reason.name());
    (read.operations.iter().map(operation).collect(), read.unresolved.iter().map(open).collect())
}

#[test]
fn a_number_that_breaks_with_its_line_is_whole() {
    // In the heading the symbol stands on the next line, behind a hyphen.
    let read = amend::read(&Document::read(&format!(
        "{HEAD}Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-\nBCL ngày 5 tháng 1 năm 2021\n1. Bãi bỏ Điều 4.\n{EFFECT}"
    )));
    assert_eq!(told(&read).0, ["repeal Điều 4 @ 3/2021/TT-BCL"]);
    // Where the rest is missing, nothing is aimed at what is left of it.
    let alone = HEAD.split("Sửa đổi").next().unwrap();
    let read = amend::read(&Document::read(&format!(
        "{alone}Về chảo\nĐiều 1. Bãi bỏ Điều 4 của Thông tư số 3/2021/TT-\n{EFFECT}"
    )));
    assert!(read.operations.is_empty(), "{:?}", told(&read));
}

#[test]
fn lists_of_an_instrument_that_amends_in_passing_are_heard() {
    let lists = |lines: &str| {
        let text = format!(
            "CHÍNH PHỦ\nSố: 9/2031/NĐ-CP\nNGHỊ ĐỊNH\nVề lò\nĐiều 1. Lò\nLò nhỏ.\nĐiều 2. Hiệu lực thi hành\n{lines}\n"
        );
        told(&amend::read(&Document::read(&text)))
    };
    let (done, open) = lists(
        "1. Bãi bỏ các điều, khoản của các văn bản sau đây từ ngày 1 tháng 7 năm 2031:\na) Điều 3 và toàn bộ các mẫu tại Phụ lục ban hành kèm theo \
         của Nghị định số 1/2021/NĐ-CP;\nb) Các khoản 3 và 4 Điều 9 của Nghị định số 2/2022/NĐ-CP.",
    );
    assert_eq!(
        done,
        [
            "repeal Điều 3 @ 1/2021/NĐ-CP",
            "repeal khoản 3 Điều 9 @ 2/2022/NĐ-CP",
            "repeal khoản 4 Điều 9 @ 2/2022/NĐ-CP"
        ]
    );
    assert_eq!(open, ["điểm a khoản 1 Điều 2: no-place"]);
    let (done, open) = lists(
        "1. Kể từ ngày Nghị định này có hiệu lực thi hành, các Nghị định của Chính phủ và các điều khoản sau đây hết hiệu lực thi hành:\n\
         a) Nghị định số 1/2021/NĐ-CP ngày 2 tháng 3 năm 2021 của Chính phủ về lò;\nb) Khoản 2 Điều 3 của Nghị định số 2/2022/NĐ-CP ngày 4 tháng 5 năm 2022.\n\
         Phụ lục III ban hành kèm theo Nghị định số 2/2022/NĐ-CP ngày 4 tháng 5\nnăm 2022 của Chính phủ về nồi;\nc) Khoản 7 Điều 8 của Nghị định số 3/2023/NĐ-CP.",
    );
    assert_eq!(
        done,
        [
            "repeal  @ 1/2021/NĐ-CP",
            "repeal khoản 2 Điều 3 @ 2/2022/NĐ-CP",
            "repeal Phụ lục III @ 2/2022/NĐ-CP",
            "repeal khoản 7 Điều 8 @ 3/2023/NĐ-CP"
        ]
    );
    assert_eq!(open, Vec::<String>::new());
    let (done, open) = lists(
        "1. Nghị định này có hiệu lực thi hành kể từ ngày 1 tháng 7 năm 2031. Kể từ ngày Nghị định này có hiệu lực thi hành, bãi bỏ các quy định sau:\n\
         a) Khoản 3 Điều 3 Nghị định số 1/2021/NĐ-CP.\nb) Nghị định số 2/2022/NĐ-CP về nồi.",
    );
    assert_eq!(
        (done, open),
        (vec!["repeal khoản 3 Điều 3 @ 1/2021/NĐ-CP".to_owned(), "repeal  @ 2/2022/NĐ-CP".to_owned()], vec![])
    );
    let (done, _) = lists(
        "1. Thông tư số 1/2021/TT-BCL về lò; Thông tư số 2/2022/TT-BCL về nồi hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
    );
    assert_eq!(done, ["repeal  @ 1/2021/TT-BCL", "repeal  @ 2/2022/TT-BCL"]);
}

#[test]
fn forms_are_read_with_their_labels_or_not_at_all() {
    let orders = "1. Bãi bỏ Mẫu số 04, 09 và 17.\n2. Bãi bỏ Mẫu số 01, Mẫu số 04-A và Mẫu số 05 ban hành kèm theo Thông tư số 24/2009/TT-BCL ngày 1 tháng 2 năm 2009.\n\
                  3. Sửa Mẫu số 6 thành Mẫu số 29 ban hành kèm theo Thông tư này.\n4. Thay thế: Phụ lục II, Phụ lục III ban hành kèm theo Thông tư số 3/2021/TT-BCL \
                  tương ứng bằng các Phụ lục IV, Phụ lục V ban hành kèm theo Thông tư này.\n";
    let read = amending(orders);
    let (done, open) = told(&read);
    let of = |place: &str, number: &str| format!("repeal {place} @ {number}");
    let mut expected: Vec<String> =
        ["Mẫu số 04", "Mẫu số 09", "Mẫu số 17"].iter().map(|p| of(p, "3/2021/TT-BCL")).collect();
    expected.extend(["Mẫu số 01", "Mẫu số 04-A", "Mẫu số 05"].iter().map(|p| of(p, "24/2009/TT-BCL")));
    expected
        .extend(["Mẫu số 6", "Phụ lục II", "Phụ lục III"].iter().map(|p| format!("replace-annex {p} @ 3/2021/TT-BCL")));
    assert_eq!((done, open), (expected, vec![]));
    let by: Vec<String> = read
        .operations
        .iter()
        .filter_map(|o| if let amend::Action::ReplaceAnnex { by } = &o.action { Some(by.to_string()) } else { None })
        .collect();
    assert_eq!(by, ["Mẫu số 29", "Phụ lục IV", "Phụ lục V"]);
}

#[test]
fn phrases_joined_by_and_stand_at_the_same_places_and_headings_may_stand_within_a_list() {
    let read = amending(
        "1. Thay thế cụm từ “lò” thành “lò, bếp” và cụm từ “nồi” thành “nồi, chảo” tại khoản 1 Điều 6; Điều 8.\n\
         2. Thay cụm từ “củi” bằng cụm từ “than” tại khoản 4 Điều 9, tên Điều và khoản 5 Điều 10, tên Điều 11.\n",
    );
    let place = |o: &amend::Operation| format!("{}{}", if o.heading { "tên " } else { "" }, o.place);
    let places: Vec<String> = read.operations.iter().map(place).collect();
    assert_eq!(
        places,
        [
            "khoản 1 Điều 6",
            "Điều 8",
            "khoản 1 Điều 6",
            "Điều 8",
            "khoản 4 Điều 9",
            "tên Điều 10",
            "khoản 5 Điều 10",
            "tên Điều 11"
        ]
    );
    assert_eq!(told(&read).1, Vec::<String>::new());
    // Behind a semicolon, that the first phrase stands there too is not said.
    let read = amending("1. Thay thế cụm từ “lò” thành “bếp”; cụm từ “nồi” thành “chảo” tại Điều 8.\n");
    assert_eq!(told(&read).1, ["khoản 1 Điều 1: no-place"]);
}

#[test]
fn an_order_behind_a_label_that_runs_astray_is_heard() {
    // The quotation of khoản 2 closes too early: the label of its text goes on as one of the amending instrument, and the next orders stand behind it.
    let read = amending(
        "1. Bãi bỏ Điều 2.\n2. Bổ sung khoản 3, khoản 4 vào Điều 4 như sau:\n“3. Ba.”\n4. Bốn.”\n3. Bãi bỏ khoản 5 Điều 6.\n\
         4. Sửa đổi Điều 7 như sau:\n“Điều 7. Nồi”.\n",
    );
    let told = |place: &str| {
        let aimed = |one: &amend::Unresolved| one.targets.iter().any(|(_, at)| at.to_string() == place);
        read.operations.iter().any(|o| o.place.to_string() == place) || read.unresolved.iter().any(aimed)
    };
    for place in ["Điều 2", "khoản 3 Điều 4", "khoản 4 Điều 4", "khoản 5 Điều 6", "Điều 7"] {
        assert!(told(place), "{place}: {:?} {:?}", read.operations, read.unresolved);
    }
}

#[test]
fn words_behind_a_kind_are_no_name_of_an_instrument() {
    let text = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nTHÔNG TƯ\nSửa đổi, bãi bỏ một số điều của Thông tư liên tịch do Bộ trưởng Bộ Chè lam ban hành\n\
                Điều 1. Bãi bỏ khoản 2 Điều 5\nĐiều 2. Bãi bỏ một phần Thông tư liên tịch do Bộ trưởng ban hành\n1. Bãi bỏ Điều 6.\n";
    let (done, open) = told(&amend::read(&Document::read(text)));
    assert_eq!(
        (done, open),
        (vec![], vec!["Điều 1: no-instrument".to_owned(), "khoản 1 Điều 2: no-instrument".to_owned()])
    );
}

#[test]
fn a_withdrawn_order_is_not_asked_for_above_it() {
    let orders = "1. Sửa đổi khoản 2 và bổ sung khoản 5 vào Điều 6 như sau:\na) Sửa đổi khoản 2 như sau:\n“2. Hai.”.\nb) (được bãi bỏ)\n";
    assert_eq!(told(&amending(orders)), (vec!["replace khoản 2 Điều 6 @ 3/2021/TT-BCL".to_owned()], vec![]));
    let lost = orders.replace("b) (được bãi bỏ)\n", "");
    assert_eq!(told(&amending(&lost)).1, ["khoản 1 Điều 1: wording"]);
}

#[test]
fn headings_are_given_in_a_list_or_with_the_units_below_them() {
    let place =
        |o: &amend::Operation| format!("{} {}{}", o.action.name(), if o.heading { "tên " } else { "" }, o.place);
    let read = amending(
        "1. Sửa đổi, bổ sung tên Điều 5, Điều 6 và Điều 7 như sau:\na) “Điều 5. Lò (hạng I)”;\nb) “Điều 6. Nồi”;\nc) “Điều 7. Chảo”.\n",
    );
    let places: Vec<String> = read.operations.iter().map(place).collect();
    assert_eq!(places, ["replace-heading tên Điều 5", "replace-heading tên Điều 6", "replace-heading tên Điều 7"]);
    // One of the texts is more than a heading: which is meant is not said.
    let read = amending("1. Sửa đổi tên Điều 5, Điều 6 như sau:\na) “Điều 5. Lò”;\nb) Bếp.\n");
    assert_eq!((read.operations.len(), read.unresolved.len()), (0, 1));
    let read = amending(
        "1. Sửa đổi, bổ sung Điều 8 như sau:\na) Sửa đổi, bổ sung tên điều, khoản 1; bổ sung các khoản 1a và 1b vào sau khoản 1 như sau:\n\
         “Điều 8. Củi và than\n1. Một:\na) A;\nb) B.\n1a. Một a.\n1b. Một b.”;\nb) Bãi bỏ khoản 2 Điều 8.\n",
    );
    let places: Vec<String> = read.operations.iter().map(place).collect();
    assert_eq!(
        places,
        [
            "replace-heading tên Điều 8",
            "replace khoản 1 Điều 8",
            "insert khoản 1a Điều 8",
            "insert khoản 1b Điều 8",
            "repeal khoản 2 Điều 8"
        ]
    );
    let text = |n: usize| match &read.operations[n].action {
        amend::Action::ReplaceHeading { text } | amend::Action::Replace { text } => text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((text(0).as_str(), text(1).as_str()), ("Điều 8. Củi và than", "1. Một:\na) A;\nb) B."));
}

/// The chảo circular itself.
const BASE: &str = "BỘ CHÈ LAM\nSố: 3/2021/TT-BCL\nHà Nội, ngày 5 tháng 1 năm 2021\nTHÔNG TƯ\nQuy định về chảo\n\
    Chương I\nCHUNG\nĐiều 1. Phạm vi\n1. Chảo.\n2. Nồi.\nChương II\nRIÊNG\nĐiều 2. Hồ sơ\n1. Đơn.\n2. Hồ sơ gồm:\na) Đơn gồm:\nb) Ảnh.\n3. Ba.\nĐiều 3. Hạn\n1. Một ngày.\n2. Hai ngày.\n";

/// What an order makes of it, and how many lines stand for review.
fn after(order: &str) -> (String, usize) {
    let amending = Document::read(&format!("{HEAD}{AMENDS}{order}{EFFECT}"));
    let base = Document::read(BASE);
    let done = tinhgon::law::consolidate::consolidate(&base, &amend::named(&base), &[amending], None);
    let open: usize = done.sources.iter().map(|source| source.amendment.unresolved.len()).sum();
    (done.document.text(), done.failed.len() + open)
}

#[test]
fn a_label_that_the_new_text_repeats_stands_once() {
    for (order, line) in [
        ("1. Sửa đổi đoạn mở đầu khoản 2 Điều 2 như sau: “2. Hồ sơ đề nghị gồm:”.\n", "2. Hồ sơ đề nghị gồm:"),
        ("1. Sửa đổi đoạn mở đầu điểm a khoản 2 Điều 2 như sau: “a) Đơn mới gồm:”.\n", "a) Đơn mới gồm:"),
        ("1. Sửa đổi khoản 2 Điều 3 như sau: “2) Hai ngày rưỡi.”.\n", "2. Hai ngày rưỡi."),
        ("1. Sửa đổi tên Điều 3 như sau: “Điều 3. thời hạn”.\n", "Điều 3. thời hạn"),
    ] {
        let (text, review) = after(order);
        assert!(text.lines().any(|have| have == line) && review == 0, "{order}{review}\n{text}");
    }
}

#[test]
fn a_limit_or_a_doubt_changes_nothing_and_stands_for_review() {
    let (same, _) = after("");
    for order in [
        "1. Bãi bỏ khoản 2 Điều 3, Chương II.\n",
        "1. Bãi bỏ Điều 3, khoản 2.\n",
        "1. Bãi bỏ Điều 3 (trừ khoản 2).\n",
        "1. Bãi bỏ một phần khoản 2 Điều 3.\n",
        "1. Bãi bỏ khoản 2 Điều 3 đối với hồ sơ nộp sau ngày 1 tháng 8 năm 2031.\n",
        "1. Bãi bỏ Điều 1; khoản 2 Điều 3 được sửa đổi như sau: “2. Ba ngày.”.\n",
        "1. Thay thế cụm từ “ngày” bằng cụm từ “tuần” tại Điều 3 đối với lò nhỏ.\n",
    ] {
        let (text, review) = after(order);
        assert!(text == same && review > 0, "{order}{review}\n{text}");
    }
    let (text, review) = after("1. Bãi bỏ Điều 3 khoản 2, Điều 2 khoản 2 điểm b.\n");
    assert!(text.contains("1. Một ngày.") && text.contains("3. Ba.") && review == 0, "{review}\n{text}");
    assert!(!text.contains("Hai ngày") && !text.contains("Ảnh"), "{text}");
}

#[test]
fn insertions_without_an_anchor_stand_by_their_labels() {
    let order = "1. Bổ sung khoản 1a, khoản 3 vào Điều 3 như sau:\n“1a. Rưỡi ngày.\n3. Ba ngày.”.\n";
    let (text, review) = after(order);
    let lines: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("Điều 3")).skip(1).take(4).collect();
    assert_eq!((lines, review), (vec!["1. Một ngày.", "1a. Rưỡi ngày.", "2. Hai ngày.", "3. Ba ngày."], 0), "{text}");
    let order = "1. Bổ sung Điều 1a, Điều 2a như sau:\n“Điều 1a. Mẻ\nMẻ.\nĐiều 2a. Lò\nLò.”.\n";
    let (text, _) = after(order);
    let heads: Vec<&str> =
        text.lines().filter(|line| line.starts_with("Điều ") || line.starts_with("Chương")).collect();
    let order =
        ["Chương I", "Điều 1. Phạm vi", "Điều 1a. Mẻ", "Chương II", "Điều 2. Hồ sơ", "Điều 2a. Lò", "Điều 3. Hạn"];
    assert_eq!(heads, order, "{text}");
}

#[test]
fn an_annex_of_forms_is_not_its_heading_alone() {
    let base = Document::read(&format!(
        "{BASE}Nơi nhận:\n- Lưu.\nPHỤ LỤC I\nCÁC MẪU\nMẫu số 01\nĐƠN\nKính gửi: lò.\nMẫu số 02\nGIẤY\nCấp cho: lò.\n"
    ));
    let amending = Document::read(&format!("{HEAD}{AMENDS}1. Bãi bỏ Phụ lục I.\n{EFFECT}"));
    let done = tinhgon::law::consolidate::consolidate(&base, &amend::named(&base), &[amending], None);
    let failed: Vec<&str> = done.failed.iter().map(|failed| failed.failure.name()).collect();
    assert_eq!((failed, done.document.text()), (vec!["forms-behind"], base.text()));
}

#[test]
fn a_text_that_leaves_out_what_stays_is_not_the_whole_text() {
    let (same, _) = after("");
    for order in [
        "1. Sửa đổi Điều 3 như sau:\n“Điều 3. Hạn\n1. Một tuần.\n(...)\n3. Ba tuần.”.\n",
        "1. Sửa đổi Điều 3 như sau:\n“Điều 3. Hạn\n1. ...\n2. Hai tuần.”.\n",
    ] {
        let (text, review) = after(order);
        assert!(text == same && review > 0, "{order}{review}\n{text}");
    }
    // Dots that are filled in are text of a form.
    let (text, review) = after("1. Sửa đổi khoản 1 Điều 3 như sau: “1. Ngày ..... tháng .....”.\n");
    assert!(text.contains("1. Ngày ..... tháng .....") && review == 0, "{review}\n{text}");
}
