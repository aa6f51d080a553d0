//! Marks set the wrong way round, paragraphs, "this" instrument, days behind titles, and what stands for review once.

use tinhgon::law::Document;
use tinhgon::law::amend::{self, Amendment};
use tinhgon::law::consolidate::{Consolidation, Failure, consolidate};

const BASE: &str = "BỘ CHÈ LAM\nSố: 3/2021/TT-BCL\nTHÔNG TƯ\nQuy định về chảo\nĐiều 1. Phạm vi\n1. Chảo gang.\nChảo nhôm.\nChảo đất.\n2. Gồm:\na) Nồi;\nb) Lò.\n\
    Điều 2. Hạn\nMột ngày.\nHai ngày.\n";

fn text(orders: &str) -> Document {
    Document::read(&format!(
        "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nHà Nội, ngày 2 tháng 3 năm 2031\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n\
         Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n{orders}\n\
         Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày 1 tháng 6 năm 2031.\n"
    ))
}

fn amending(orders: &str) -> Amendment {
    amend::read(&text(orders))
}

fn applied(orders: &str) -> Consolidation {
    let base = Document::read(BASE);
    consolidate(&base, &amend::named(&base), &[text(orders)], None)
}

/// What stands for review, by line from the first order on, and reason.
fn open(read: &Amendment) -> Vec<(usize, &'static str)> {
    read.unresolved.iter().map(|one| (one.line - 6, one.reason.name())).collect()
}

#[test]
fn marks_set_the_wrong_way_round_swallow_no_text() {
    let whole = "Điều 5. Chảo\n1. Rửa chảo.\n2. Hong chảo.";
    for (opening, closing) in [("“", "”."), ("“", "“."), ("”", "”."), ("”", "“;"), ("“", " “.")] {
        let read = amending(&format!("1. Sửa đổi Điều 5 như sau:\n{opening}{whole}{closing}\n2. Bãi bỏ Điều 6.\n"));
        let first = &read.operations[0].action;
        assert_eq!(first, &amend::Action::Replace { text: whole.to_owned() }, "{opening}{closing}");
        assert_eq!((read.operations.len(), open(&read)), (2, vec![]), "{opening}{closing}");
        let order = format!(
            "1. Thay thế cụm từ {opening}chảo{} bằng cụm từ “nồi“ tại Điều 4.",
            closing.trim_matches(['.', ';', ' '])
        );
        assert_eq!(amending(&order).operations.len(), 1, "{order}");
        let inline = format!("1. Sửa đổi khoản 2 Điều 5 như sau: {opening}2. Hong chảo.{closing}");
        assert_eq!(amending(&inline).operations.len(), 1, "{inline}");
    }
}

#[test]
fn a_quotation_without_an_end_is_for_a_person() {
    let text = "1. Sửa đổi Điều 5 như sau:\n“Điều 5. Chảo\n1. Rửa chảo.\n2. Hong chảo.";
    let read = amending(text);
    assert_eq!((read.operations.len(), open(&read)), (0, vec![(1, "unclosed")]));
    // The next order says where it ends.
    let read = amending(&format!("{text}\n2. Sửa đổi khoản 3 Điều 7 như sau:\n“3. Nồi.”."));
    assert_eq!((read.operations.len(), open(&read)), (2, vec![]));
}

#[test]
fn paragraphs_are_changed_and_noted_where_it_is_certain_which_they_are() {
    let done = applied(
        "1. Bãi bỏ đoạn thứ hai khoản 1 Điều 1.\n2. Sửa đổi đoạn thứ ba khoản 1 Điều 1 như sau: “Chảo sành.”.\n3. Thay thế cụm từ “Hai” bằng cụm từ “Ba” tại đoạn cuối Điều 2.",
    );
    assert_eq!(done.failed.len(), 0, "{:?}", done.failed);
    let text = done.text();
    assert!(text.contains("1.[1][2] Chảo gang.\n(được bãi bỏ)\nChảo sành.\n"), "{text}");
    assert!(text.contains("Điều 2. Hạn[3]\nMột ngày.\nBa ngày.\n"), "{text}");
    for note in ["[1] Đoạn thứ hai được bãi bỏ", "[2] Đoạn thứ ba được sửa đổi", "[3] Cụm từ tại đoạn cuối được"]
    {
        assert!(text.contains(note), "{note} in {text}");
    }
    let done = applied("1. Bổ sung đoạn thứ hai vào sau đoạn thứ nhất khoản 1 Điều 1 như sau: “Chảo đồng.”.");
    let text = done.text();
    assert!(
        text.contains("1.[1] Chảo gang.\nChảo đồng.\nChảo nhôm.") && text.contains("Đoạn thứ hai được bổ sung"),
        "{text}"
    );
    // Behind points it is not certain what counts as a paragraph.
    for place in ["đoạn thứ hai khoản 2 Điều 1", "đoạn cuối khoản 2 Điều 1"] {
        let done = applied(&format!("1. Bãi bỏ {place}."));
        assert_eq!(done.failed[0].failure, Failure::DoubtfulParagraph);
        assert_eq!(done.document.text(), BASE);
    }
    assert_eq!(applied("1. Bãi bỏ đoạn thứ năm khoản 1 Điều 1.").failed[0].failure, Failure::NoSuchPlace);
}

#[test]
fn this_instrument_outside_quotations_is_for_a_person() {
    for order in [
        "Bãi bỏ Điều 5 Thông tư này.",
        "Thay thế cụm từ “chảo” bằng cụm từ “nồi” tại khoản 2 Điều 5 Thông tư này.",
        "Sửa đổi khoản 2 Điều 5 Thông tư này như sau: “2. Hong chảo.”.",
    ] {
        let read = amending(&format!("1. Bãi bỏ Điều 4.\n2. {order}"));
        assert_eq!((read.operations.len(), open(&read)), (1, vec![(2, "own-text")]), "{order}");
    }
    // An annex that comes with it is new text.
    let annex = amending("1. Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Thông tư này.");
    assert_eq!((annex.operations.len(), open(&annex)), (1, vec![]));
}

#[test]
fn a_day_behind_a_title_is_the_one_of_the_order_unless_it_was_before() {
    let day = |orders: &str| {
        let read = amending(&format!("1. Bãi bỏ {orders}.\n2. Bãi bỏ Điều 6."));
        assert_eq!(open(&read), [], "{orders}");
        read.operations[0].effective.map(|day| day.to_string()).unwrap_or_default()
    };
    let other = "Thông tư số 5/2020/TT-BCL ngày 3 tháng 3 năm 2020 quy định về nồi";
    assert_eq!(day(&format!("{other} từ ngày 1 tháng 1 năm 2033")), "2033-01-01");
    assert_eq!(day(&format!("khoản 2 Điều 5 {other} từ ngày 01/01/2033")), "2033-01-01");
    assert_eq!(day("khoản 2 Điều 5 từ ngày 1 tháng 1 năm 2033"), "2033-01-01");
    // Titles speak of days, too.
    assert_eq!(day(&format!("{other} từ ngày 1 tháng 5 năm 2020")), "2031-06-01");
    assert_eq!(day(&format!("{other} áp dụng từ ngày 1 tháng 1 năm 2033")), "2031-06-01");
}

#[test]
fn a_list_below_an_order_in_passing_is_read_however_it_is_announced() {
    for order in [
        "Bãi bỏ các quy định tại:",
        "Bãi bỏ quy định tại các văn bản sau đây:",
        "Bãi bỏ nội dung sau:",
        "Bãi bỏ các điều, khoản sau:",
    ] {
        let text = format!(
            "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nHà Nội, ngày 2 tháng 3 năm 2031\nTHÔNG TƯ\nQuy định về than\nĐiều 1. Than\nThan là than.\n\
             Điều 2. Điều khoản thi hành\n1. Thông tư này có hiệu lực từ ngày 1 tháng 6 năm 2031.\n2. {order}\na) Khoản 1 Điều 5 Thông tư số 5/2020/TT-BCL;\n\
             b) Điều 29 Thông tư số 6/2020/TT-BCL.\n"
        );
        let read = amend::read(&Document::read(&text));
        let told = |one: &amend::Operation| format!("{} {}", one.place, one.instrument);
        let told: Vec<String> = read.operations.iter().map(told).collect();
        assert_eq!(told, ["khoản 1 Điều 5 5/2020/TT-BCL", "Điều 29 6/2020/TT-BCL"], "{order} {:?}", read.unresolved);
        assert_eq!(read.unresolved.len(), 0, "{order}");
    }
}

#[test]
fn a_list_that_goes_on_with_what_cannot_be_read_is_for_a_person() {
    for order in [
        "Bãi bỏ điểm k, điểm ¡ khoản 7 Điều 26.",
        "Bổ sung điểm k, điểm I vào sau điểm i khoản 7 Điều 26 như sau: “k) Một.”.",
    ] {
        let read = amending(&format!("1. {order}"));
        assert_eq!((read.operations.len(), read.unresolved.len()), (0, 1), "{order} {:?}", read.operations);
    }
}

#[test]
fn one_order_stands_for_review_once() {
    // The heading announces nothing but what stands for review itself.
    assert_eq!(open(&amending("1. Bãi bỏ câu thứ hai khoản 1 Điều 5.")), [(1, "wording")]);
    let phrases = amending("1. Thay thế các cụm từ: “A” bằng “B”; “C” bằng “D”; “E” bằng “F” tại Điều 4.");
    assert_eq!((phrases.operations.len(), open(&phrases)), (1, vec![(1, "no-place")]));
}
