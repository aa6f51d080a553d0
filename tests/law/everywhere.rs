//! Every operation at every kind of place: headings of all containers, titles, annexes, attached rules, tables, notes, whole instruments. Nothing
//! falls, and what could not be carried out changed nothing.

use proptest::prelude::*;
use tinhgon::law::amend::{Action, Position};
use tinhgon::law::consolidate::carry_out;
use tinhgon::law::{Document, amend, consolidate};
use tinhgon::model::{Address, Level};

const BASE: &str = "BỘ ĐỒNG ẤP\nSố: 1/2020/QĐ-BĐA\nQUYẾT ĐỊNH\nVề ấp ở xã đồng\nCăn cứ Luật Ấp;\nPhần thứ nhất\nĐẤT Ở ẤP\nChương I\nĐồng ấp ở xã\nMục 1. Ấp ở\n\
    Tiểu mục 1. Ở ấp\nĐiều 1. Ấp\nỞ ấp có đồng.\n1. Đồng ấp ở:\na) Ấp ở ;\nb) Ở ấp :\n(i) Ấp;\n(ii) Ở\n- Gạch ấp ở\n| Ấp | ở |\n| đồng | ấp |\n2. Ấp\u{a0}ở[1]\n\
    Chương II\nẤP\nĐiều 2. Ở\nẤp này “ấp ở” đồng.\nĐiều 2a.\nNơi nhận:\n- Lưu: ấp.\nQUY CHẾ\nẤP\n(Ban hành kèm theo Quyết định số 1/2020/QĐ-BĐA)\n\
    Chương I\nCHUNG Ở ẤP\nĐiều 1. Ấp\n1. Ở ấp.\nPhụ lục I\nẤP Ở\n| Ấp |\nMẫu số 01\nấp";

/// Places of every kind, there or not.
fn places(document: &Document) -> Vec<Address> {
    let mut found: Vec<Address> = document.walk().into_iter().map(|(address, _)| address).collect();
    let more: Vec<Address> = found
        .iter()
        .flat_map(|at| {
            [
                at.child(Level::Paragraph, "2"),
                at.child(Level::Paragraph, "cuối"),
                at.child(Level::Dash, "1"),
                at.child(Level::Item, "ii"),
                at.child(Level::Point, "đ"),
                at.child(Level::Clause, "9"),
                at.child(Level::Table, "1"),
            ]
        })
        .collect();
    found.extend(more);
    found.extend([
        Address::default(),
        Address::default().child(Level::Preamble, ""),
        Address::default().child(Level::Annex, ""),
    ]);
    found
}

fn actions(phrase: &str, text: &str, beside: &Address) -> Vec<Action> {
    let (phrase, text) = (phrase.to_owned(), text.to_owned());
    vec![
        Action::Replace { text: text.clone() },
        Action::ReplaceHeading { text: text.clone() },
        Action::Insert { position: Position::ByLabel, text: text.clone() },
        Action::Insert { position: Position::After(beside.clone()), text: text.clone() },
        Action::Insert { position: Position::Before(beside.clone()), text: text.clone() },
        Action::Insert { position: Position::End, text: text.clone() },
        Action::Repeal,
        Action::ReplacePhrase { old: phrase.clone(), new: text.clone(), within: None },
        Action::ReplacePhrase { old: phrase.clone(), new: text.clone(), within: Some(format!("{phrase} ở")) },
        Action::InsertPhrase { text: text.clone(), beside: Some(phrase.clone()), before: true },
        Action::InsertPhrase { text, beside: None, before: false },
        Action::DeletePhrase { text: phrase, within: None },
        Action::ReplaceAnnex { by: Address::default().child(Level::Annex, "I") },
        Action::Suspend { until: None },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_operation_at_every_place(
        cut in 0..400_usize,
        phrase in "(ấp|Ở ấp|đồng|xã đồng|ẤP|Ấ|[ẤởđĐa;. \u{301}“”|]{0,4})",
        text in "(1\\. |a\\) |Điều 1\\. |Chương I\n|Phụ lục I\n|\\| |“)?[ẤởđĐ a;.\n”|]{0,8}",
        heading in any::<bool>(),
    ) {
        // The base is cut somewhere, so that every line stands at an end once.
        let end = BASE.char_indices().nth(BASE.chars().count().saturating_sub(cut)).map_or(BASE.len(), |(at, _)| at);
        let base = Document::read(&BASE[..end]);
        let all = places(&base);
        for (n, place) in all.iter().enumerate() {
            for action in actions(&phrase, &text, &all[(n * 7 + cut) % all.len()]) {
                let mut document = base.clone();
                if carry_out(&mut document, place, heading, &action, &base).is_err() {
                    prop_assert_eq!(&document, &base, "{} {:?}", place, action);
                }
                document.text();
            }
        }
    }

    #[test]
    fn an_order_at_every_place_is_read_and_answered(at in 0..1000_usize, verb in 0..6_usize, phrase in "(ấp|Ở ấp|[ẤởđĐa ]{1,4})") {
        let base = Document::read(BASE);
        let all = places(&base);
        let place = &all[at % all.len()];
        let order = match verb {
            0 => format!("Thay thế cụm từ “{phrase}” bằng cụm từ “ở” tại tên {place}."),
            1 => format!("Thay thế cụm từ “{phrase}” bằng cụm từ “ở” tại {place}."),
            2 => format!("Sửa đổi, bổ sung {place} như sau:\n“{phrase}”."),
            3 => format!("Bãi bỏ {place}."),
            4 => format!("Bổ sung {place} như sau:\n“{phrase}”."),
            _ => format!("Chuyển {place} thành ấp."),
        };
        let text = format!("BỘ ĐỒNG ẤP\nSố: 2/2021/QĐ-BĐA\nQUYẾT ĐỊNH\nSửa đổi một số điều của Quyết định số 1/2020/QĐ-BĐA\nĐiều 1. Sửa đổi, bổ sung Quyết định số 1/2020/QĐ-BĐA\n1. {order}\nĐiều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày 1 tháng 2 năm 2021.");
        let amending = Document::read(&text);
        let amendment = amend::read(&amending);
        prop_assert_eq!(amendment.orders, amendment.operations.len() + amendment.unresolved.len());
        prop_assert!(amendment.orders > 0, "{}", order);
        let done = consolidate::consolidate(&base, &amend::named(&base), &[amending], None);
        done.text();
        done.markdown();
    }
}
