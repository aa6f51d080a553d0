//! Akoma Ntoso: what is written reads as the text that it was written from, unit by unit and line by line.

use crate::shared;
use proptest::prelude::*;
use std::collections::HashSet;
use tinhgon::exchange::akn::{Told, Written, of_document};
use tinhgon::exchange::legal_text::{self, Remark};
use tinhgon::law::{Document, Header, Outline};

/// The export of a text; number and day stand in for those that it does not say.
fn exported(text: &str) -> Written {
    let outline = Outline::read(text);
    let header = Header::read(&outline);
    let number = header.number.is_none().then(|| "1/2026/QĐ-BT".to_owned());
    let issued = header.issued.is_none().then(|| jiff::civil::date(2026, 1, 1));
    let told = Told { number, issued, ..Told::default() };
    of_document(&Document::read(text), &header, &told, None).unwrap()
}

/// The units of a text without their lines: level, label, words, holder.
fn units(text: &str) -> Vec<(String, String, String, Option<usize>)> {
    let outline = Outline::read(text);
    let words = |unit: &tinhgon::law::Unit| {
        let text = outline.text.get(unit.after_mark..unit.own_end).unwrap();
        text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    outline.units.iter().map(|u| (u.level.name().to_owned(), outline.label(u).to_owned(), words(u), u.parent)).collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// What differs between a text and its export, read again; nothing if all is well.
fn difference(text: &str) -> Option<String> {
    let written = exported(text);
    let read = legal_text::from_bytes(written.xml.as_bytes(), Some("xml")).unwrap();
    if let Some(n) = lines(text).iter().zip(lines(&read.text)).position(|(a, b)| *a != b) {
        return Some(format!("line {n}: {:?}\n  {:?}", lines(text)[n], lines(&read.text)[n]));
    }
    if lines(text).len() != lines(&read.text).len() {
        return Some(format!("{} lines, {} lines", lines(text).len(), lines(&read.text).len()));
    }
    let (before, after) = (units(text), units(&read.text));
    if let Some(n) = before.iter().zip(&after).position(|(a, b)| a != b) {
        return Some(format!("unit {n}: {:?}\n  {:?}", before[n], after[n]));
    }
    if before.len() != after.len() {
        return Some(format!("{} units, {} units", before.len(), after.len()));
    }
    let states =
        read.remarks.iter().find(|remark| matches!(remark, Remark::OtherStructure { .. } | Remark::Relabelled(_)));
    if let Some(remark) = states {
        return Some(format!("{remark:?}"));
    }
    let ids: Vec<&str> = written.xml.split(" eId=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let once: HashSet<&&str> = ids.iter().collect();
    (once.len() != ids.len()).then(|| "an eId twice".to_owned())
}

#[test]
#[ignore = "needs ../shared/data"]
fn real_texts_come_back() {
    let folder = |folder: &str| std::fs::read_dir(shared(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = ["gazette", "instruments", "laws"].iter().flat_map(|name| folder(name)).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"));
    files.sort();
    assert!(files.len() > 300);
    for path in files {
        let text = legal_text::read(&path).unwrap().text;
        assert_eq!(difference(&text), None, "{}", path.display());
    }
}

/// A khoản with an order and its new text, with what a text may do to its quotation marks and rows.
const ORDERS: &str = "Điều 9. Sửa đổi\n1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. “Lò” là lò:\na) Lò;\n| a | b |\n- Gạch”.\n2.\nLò\n3.  Lò\n“ 4.Lò ”; \n\
    \"Điều 7. Lò\n1. Lò\"\n“Điều 8. Lò không đóng\nđoạn\n|a|b|\n|  | c |\n|---|---|\nChương II. LÒ\nMục 1\nLò to\nĐiều 10.Lò\na) Lò\nĐiều 10. Lò lại";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(changes in crate::hostile::changes()) {
        let law = format!("{}\n{ORDERS}", crate::hostile::LAW);
        let text = tinhgon::text::clean(&crate::hostile::changed_text(&law, &changes));
        prop_assert_eq!(difference(&text), None);
    }
}

/// A quotation mark that stands on a line of its own and never closes stays on it.
#[test]
fn a_quotation_mark_alone_on_its_line_stays_there() {
    let law = format!("{}\n{ORDERS}", crate::hostile::LAW).replace("\na) Điểm a;", "\n“\na) Điểm a;");
    let short =
        "Điều 1. Lò\n1. Lò:\n“\na) Lò;\nb) Lò:\n(i) Lò.\nĐiều 2. Lò\n“Điều 5. Lò\n1. “Thử” là việc thử.\nđ) Điểm.”.\n";
    for text in [law.as_str(), short] {
        assert_eq!(difference(text), None, "{text}");
    }
}
