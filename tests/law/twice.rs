//! Two orders of one instrument on one place, and several phrases in one order: carried out, or said.

use tinhgon::law::Document;
use tinhgon::law::amend::{self, overlap::Overlap};
use tinhgon::law::consolidate::{Consolidation, Failure, consolidate};

const BASE: &str = "BỘ CHÈ LAM\nSố: 3/2021/TT-BCL\nHà Nội, ngày 5 tháng 1 năm 2021\nTHÔNG TƯ\nQuy định về chảo\nChương I\nCHUNG\nĐiều 1. Phạm vi\n1. Chảo.\n2. Nồi.\n\
    Chương II\nRIÊNG\nĐiều 2. Hồ sơ\n1. Đơn xin chảo.\n2. Ảnh chảo.\n3. Ba.\nĐiều 3. Hạn\n1. Một ngày.\n2. Hai ngày.\n";

fn applied(orders: &str) -> Consolidation {
    let text = format!(
        "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nHà Nội, ngày 2 tháng 3 năm 2031\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n\
         Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n{orders}\n\
         Điều 2. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày 1 tháng 6 năm 2031.\n"
    );
    let base = Document::read(BASE);
    consolidate(&base, &amend::named(&base), &[Document::read(&text)], None)
}

fn overlaps(done: &Consolidation) -> Vec<Overlap> {
    done.overlaps.iter().map(|one| one.overlap).collect()
}

#[test]
fn two_orders_that_contradict_change_nothing() {
    let done = applied(
        "1. Sửa đổi khoản 2 Điều 2 như sau: “2. Ảnh nồi.”.\n2. Sửa đổi khoản 2 Điều 2 như sau: “2. Ảnh lò.”.\n3. Bãi bỏ khoản 3 Điều 2.",
    );
    let text = done.document.text();
    assert!(text.contains("2. Ảnh chảo.") && text.contains("3. (được bãi bỏ)"), "{text}");
    let open = &done.sources[0].amendment.unresolved;
    let lines: Vec<_> = open.iter().map(|one| (one.reason.name(), one.line, one.beside[0].1)).collect();
    assert_eq!(lines, [("contradicts", 7, 8), ("contradicts", 8, 7)]);
    assert!(open[0].why().text(tinhgon::text::Lang::Vi).contains("dòng 8, khoản 2 Điều 1"));
    // Which Điều a Chương holds is seen in the text that is amended.
    let done = applied("1. Sửa đổi khoản 1 Điều 3 như sau: “1. Ba ngày.”.\n2. Bãi bỏ Chương II.");
    assert_eq!((overlaps(&done), done.failed.len()), (vec![Overlap::Against], 2));
    assert!(done.failed.iter().all(|one| one.failure == Failure::Contradicts));
    assert_eq!(done.document.text(), BASE);
}

#[test]
fn what_is_said_twice_is_done_once_and_what_touches_is_said() {
    let done = applied("1. Bãi bỏ khoản 2 Điều 2.\n2. Bãi bỏ khoản 2 và khoản 3 Điều 2.");
    assert_eq!((overlaps(&done), done.failed.len(), done.sources[0].applied), (vec![Overlap::Twice], 0, 2));
    let phrase = "Thay thế cụm từ “chảo” bằng cụm từ “nồi” tại khoản 1 và khoản 2 Điều 2.";
    for orders in [format!("1. {phrase}\n2. Bãi bỏ khoản 2 Điều 2."), format!("1. Bãi bỏ khoản 2 Điều 2.\n2. {phrase}")]
    {
        let done = applied(&orders);
        assert_eq!((overlaps(&done), done.failed.len()), (vec![Overlap::Void], 0));
        let text = done.document.text();
        assert!(text.contains("1. Đơn xin nồi.\n2. (được bãi bỏ)"), "{text}");
    }
    let done = applied(
        "1. Sửa đổi khoản 2 Điều 2 như sau: “2. Ảnh chảo to.”.\n2. Thay thế cụm từ “chảo” bằng cụm từ “lò” tại Điều 2.",
    );
    assert_eq!((overlaps(&done), done.failed.len()), (vec![Overlap::InTurn], 0));
    assert!(done.document.text().contains("2. Ảnh lò to."));
    assert_eq!(overlaps(&applied("1. Bãi bỏ khoản 2 Điều 2.\n2. Bãi bỏ khoản 1 Điều 3.")), []);
}

/// The phrases of an order with their places, and how many lines stand for review.
fn phrases(order: &str) -> (Vec<String>, usize) {
    let done = applied(&format!("1. {order}"));
    let amendment = &done.sources[0].amendment;
    let told = amendment.operations.iter().map(|one| match &one.action {
        amend::Action::ReplacePhrase { old, new, .. } => format!("{old} → {new} | {}", one.place),
        other => format!("{} | {}", other.name(), one.place),
    });
    (told.collect(), amendment.unresolved.len())
}

#[test]
fn pairs_of_phrases_are_all_read() {
    let both = |place: &str| vec![format!("A → B | {place}"), format!("C → D | {place}")];
    for order in [
        "Thay thế cụm từ “A” bằng cụm từ “B” và “C” bằng “D” tại Điều 2.",
        "Thay thế cụm từ “A” bằng “B”, “C” bằng “D” tại Điều 2.",
        "Thay thế cụm từ \"A\" bằng cụm từ \"B\", cụm từ \"C\" bằng cụm từ \"D\" tại Điều 2.",
        "Thay thế các cụm từ sau: “A” bằng “B” tại Điều 2; “C” bằng “D” tại Điều 2.",
        "Thay thế cụm từ “A” bằng “B” tại Điều 2, thay thế “C” bằng “D” tại Điều 2.",
        "Thay cụm từ “A” và cụm từ “C” tương ứng bằng cụm từ “B” và cụm từ “D” tại Điều 2.",
        "Thay cụm từ “A”, “C” lần lượt bằng cụm từ “B”, “D” tại Điều 2.",
        "Cụm từ “A” tại Điều 2 được thay bằng “B”; cụm từ “C” tại Điều 2 được thay bằng “D”.",
    ] {
        assert_eq!(phrases(order), (both("Điều 2"), 0), "{order}");
    }
    // What takes the place of which is not said, or more is said than is read.
    for order in [
        "Thay cụm từ “A”, “C” bằng cụm từ “B”, “D” tại Điều 2.",
        "Thay cụm từ “A”, “C”, “E” lần lượt bằng cụm từ “B”, “D” tại Điều 2.",
        "Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 2 “C”.",
        "Thay thế cụm từ “A” bằng cụm từ “B” hoặc “C” tại Điều 2.",
    ] {
        let (read, open) = phrases(order);
        assert!(read.is_empty() && open > 0, "{order}: {read:?}");
    }
}

#[test]
fn a_phrase_within_a_longer_name_or_word_is_changed_and_said() {
    let done = applied("1. Thay thế cụm từ “đơn” bằng cụm từ “tờ khai” tại Điều 2.");
    let told = |done: &Consolidation| -> Vec<(String, String)> {
        let places = done.doubts.iter().flat_map(|(_, places)| places);
        places.map(|(place, words)| (place.to_string(), words.clone())).collect()
    };
    assert_eq!(told(&done), [("khoản 1 Điều 2".to_owned(), "Đơn xin chảo.".to_owned())]);
    assert_eq!(done.failed.len(), 0);
    assert_eq!(told(&applied("1. Thay thế cụm từ “Đơn xin chảo” bằng cụm từ “Tờ khai” tại Điều 2.")), []);
}
