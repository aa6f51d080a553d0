//! Texts that try the reader: invented law cut and shuffled, and texts made to be slow. Whatever comes in, the text comes back.

use crate::{shared, shared_text};
use proptest::prelude::*;
use tinhgon::exchange::legal_text;
use tinhgon::law::compare::{Comparison, Effort, Fidelity, Options, compare};
use tinhgon::law::consolidate::consolidate;
use tinhgon::law::draft::{Base, Head, draft};
use tinhgon::law::name::place;
use tinhgon::law::{Document, Graph, Header, Outline, Titles, amend, references};
use tinhgon::text::clean;

pub(crate) const LAW: &str = "BỘ THỬ NGHIỆM\nSố: 1/2026/TT-BTN\nHà Nội, ngày 02 tháng 3 năm 2026\nTHÔNG TƯ\nQuy định về việc thử\nCăn cứ Luật Thử;\n\
    Chương I\nCHUNG\nMục 1. MỘT\nĐiều 1. Phạm vi\n1. Khoản một:\na) Điểm a;\nb) Điểm b:\n(i) Tiết;\n(ii) Tiết.\n1a. Khoản một a.\n2. Khoản hai.\n\
    Điều 2. Sửa đổi, bổ sung Điều 5 như sau:\n“Điều 5. Tên mới\n1. “Thử” là việc thử.\nđ) Điểm.”.\nĐiều 2a. Bảng\n| Tên | Mức |\n| Một | 2 |\n- Gạch\n\
    Điều 3. Hiệu lực\nThông tư này có hiệu lực kể từ ngày 01/7/2026, trừ Điều 2 có hiệu lực từ ngày ký.\nNơi nhận:\n- Như trên;\nKT. BỘ TRƯỞNG\n\
    Phụ lục I\nMẪU\nĐiều 1. Riêng\nPhụ lục II. BẢNG";

/// A change of a text: at a place (in thousandths of its lines), something is left out, doubled, moved or put in.
fn change() -> impl Strategy<Value = (usize, usize, u8, String)> {
    (0..1000_usize, 0..1000_usize, 0..6_u8, "[“”\"'|.:)(\\-#>* \u{301}\u{a0}0-9a-zĐđÁ\n]{0,4}")
}

/// Changes of a text.
pub(crate) fn changes() -> impl Strategy<Value = Changes> {
    prop::collection::vec(change(), 0..12)
}

pub(crate) type Changes = Vec<(usize, usize, u8, String)>;

fn changed(changes: &Changes) -> String {
    changed_text(LAW, changes)
}

pub(crate) fn changed_text(text: &str, changes: &Changes) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for (at, to, how, more) in changes {
        let (at, to) = (at * lines.len() / 1000, to * lines.len() / 1000);
        match how {
            0 if lines.len() > 1 => {
                lines.remove(at);
            }
            1 => lines.insert(to, lines[at].clone()),
            2 => lines.swap(at, to),
            3 => lines[at].insert_str(0, more),
            4 => {
                let middle = lines[at].char_indices().nth(lines[at].chars().count() / 2).map_or(0, |(i, _)| i);
                lines[at].insert_str(middle, more);
            }
            _ => lines[at].push_str(more),
        }
    }
    lines.join("\n")
}

/// What the engine does with two texts, all of it: read, cite, order, compare. Nothing may fall, and what must come back comes back.
fn everything(old: &str, new: &str) {
    let (a, b) = (Document::read(old), Document::read(new));
    assert!(a.text() == old && b.text() == new);
    for (text, document) in [(old, &a), (new, &b)] {
        for reference in references(text) {
            assert!(text.get(reference.span).is_some());
        }
        let graph = Graph::of(document, &Titles::default());
        for citation in graph.citations() {
            graph.expand(citation);
            graph.incoming(citation.source.number.as_deref(), &citation.place);
        }
        Header::read(&Outline::read(text));
        amend::read(document);
    }
    for effort in [Effort::default(), Effort::steps(200)] {
        back(&compare(&a, &b, Options { loose: false, effort }), old, new);
    }
}

/// Reject all is the old text, accept all the new one.
fn back(comparison: &Comparison<'_>, old: &str, new: &str) {
    assert!(comparison.rejected() == old && comparison.accepted() == new);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), head in 0..6_usize) {
        let head: &[u8] = [&b""[..], b"PK\x03\x04", b"<!DOCTYPE html>", b"\xff\xfe", b"# ", "Điều 1. ".as_bytes()][head];
        let bytes = [head, &bytes].concat();
        for ending in ["md", "txt", "html", "docx"] {
            if let Ok(read) = legal_text::from_bytes(&bytes, Some(ending)) {
                everything(&read.text, LAW);
            }
        }
        let lossy = clean(&String::from_utf8_lossy(&bytes));
        everything(&lossy, &clean(&String::from_utf8_lossy(&bytes[bytes.len() / 2..])));
    }

    #[test]
    fn changed_laws_are_cited_and_compared(one in prop::collection::vec(change(), 0..12), other in prop::collection::vec(change(), 0..12)) {
        everything(&clean(&changed(&one)), &clean(&changed(&other)));
    }

    #[test]
    fn a_changed_law_comes_back(changes in prop::collection::vec(change(), 0..12)) {
        let text = clean(&changed(&changes));
        let outline = Outline::read(&text);
        prop_assert_eq!(Document::from_outline(&outline).text(), text.clone());
        let lines = text.split('\n').count();
        prop_assert!(outline.warnings.iter().all(|w| (1..=lines).contains(&w.line)));
        prop_assert!(outline.units.iter().all(|u| (1..=lines).contains(&u.line) && u.parent.is_none_or(|p| p < outline.units.len())));
        for unit in &outline.units {
            prop_assert!(unit.start <= unit.after_mark && unit.after_mark <= unit.own_end && unit.own_end <= unit.end, "{:?}", unit);
            prop_assert!(unit.parent.is_none_or(|p| outline.units[p].start <= unit.start && unit.end <= outline.units[p].end));
        }
        Header::read(&outline);
        prop_assert_eq!(Document::read_fragment(&text).text(), text.clone());
        for ending in ["md", "txt", "html"] {
            if let Ok(read) = legal_text::from_bytes(text.as_bytes(), Some(ending)) {
                prop_assert_eq!(Document::read(&read.text).text(), read.text);
            }
        }
    }

    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        let text = clean(&text);
        let outline = Outline::read(&text);
        Header::read(&outline);
        prop_assert_eq!(Document::from_outline(&outline).text(), text);
    }

    #[test]
    fn a_changed_amendment_is_read_applied_and_drafted_without_a_fall(changes in prop::collection::vec(change(), 0..12)) {
        let base = Document::read(LAW);
        let text = clean(&changed(&changes).replace("Thông tư này", "Thông tư số 1/2026/TT-BTN").replace("Số: 1/2026", "Số: 2/2026"));
        let amending = Document::read(&text);
        let amendment = amend::read(&amending);
        prop_assert!(amendment.operations.iter().all(|o| o.line <= text.split('\n').count()));
        let done = consolidate(&base, &amend::named(&base), std::slice::from_ref(&amending), None);
        // Applied or failed: no operation on the base is lost.
        let aimed = amendment.operations.iter().filter(|o| o.instrument.same(&amend::named(&base))).count();
        let applied: usize = done.sources.iter().map(|s| s.applied).sum();
        prop_assert!(applied + done.failed.len() + usize::from(done.repealed.is_some()) >= aimed.min(1));
        let edited = Document::read(&clean(&changed(&changes)));
        let drafted = draft(&[(Base::new(&base), edited)], &Head::default());
        prop_assert!(drafted.text.is_empty() || drafted.text.contains("Điều 1."));
    }

    #[test]
    fn any_text_is_read_as_an_amendment(text in any::<String>()) {
        let text = clean(&text);
        amend::read(&Document::read(&text));
        prop_assert!(place::read(&text, 0).is_none_or(|(_, end)| end <= text.len()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    #[ignore = "needs ../shared/data"]
    fn changed_instruments_go_through_everything(pick in 0..1000_usize, changes in prop::collection::vec(change(), 1..40)) {
        let mut files: Vec<_> = std::fs::read_dir(shared("instruments")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let read = legal_text::read(&files[pick % files.len()]).unwrap().text;
        for text in [read, shared_text("consolidation/tt-06-2023-tt-nhnn.txt"), shared_text("consolidation/tt-39-2016-tt-nhnn.txt")] {
            everything(&text, &clean(&changed_text(&text, &changes)));
        }
    }
}

/// Made to be slow, where reading is not in one pass: each takes a few seconds at most when built for release.
#[test]
#[ignore = "large"]
fn large_hostile_texts_are_read() {
    // Unoptimised, a twentieth of each will do to see that nothing grows faster than its text.
    let part = if cfg!(debug_assertions) { 20 } else { 1 };
    let mb = (5 << 20) / part;
    let numbered = |count: usize, line: fn(usize) -> String| (1..=count / part).map(line).collect::<String>();
    let texts = [
        ("one line", "chữ ".repeat(mb / 5)),
        ("one line of marks", "“".repeat(mb / 3)),
        ("one line of straight marks", "\"a ".repeat(mb / 3)),
        (
            "nested quotes",
            format!(
                "Điều 1. Sửa đổi như sau:\n{}{}",
                "“Điều 1. a\n".repeat(10_000 / part),
                "”\n".repeat(10_000 / part)
            ),
        ),
        ("open quotes", "1. Sửa đổi như sau:\n“1. Một\n2. hai\n".repeat(50_000 / part)),
        ("quotes with Điều", numbered(20_000, |n| format!("Điều {n}. Sửa đổi như sau:\n“Điều {}. Mới\n1. a\n", n + 1))),
        ("khoản", format!("Điều 1. Một\n{}", numbered(1_000_000, |n| format!("{}. Một\n", n % 999 + 1)))),
        ("Điều", numbered(1_000_000, |n| format!("Điều {}. Một\n", n % 9999 + 1))),
        ("falling Điều", numbered(1_000_000, |n| format!("Điều {}. Một\n", 9999 - n % 9999))),
        ("điểm", format!("Điều 1. Một\n{}", "a) Một\n".repeat(500_000 / part))),
        ("rows", format!("Điều 1. Một\n{}", "| a | b |\n".repeat(500_000 / part))),
        ("Điều 1", "Điều 1. Một\n".repeat(300_000 / part)),
        ("Phụ lục", "Điều 1. Một\nPhụ lục I\nPhụ lục II\n".repeat(100_000 / part)),
        ("Căn cứ", format!("THÔNG TƯ\n{}Điều 1. Một", "Căn cứ Luật\nA\n".repeat(300_000 / part))),
        ("hiệu lực", format!("X\nĐiều 1. Hiệu lực\n{}", "Thông tư này có hiệu lực ".repeat(200_000 / part))),
        ("empty lines", "\n".repeat(mb)),
        ("capitals", format!("Điều 1. Một\n{}", "CHỮ HOA\n".repeat(500_000 / part))),
        ("stars", "*a ".repeat(mb / 3)),
        ("underscores and brackets", "_[a](".repeat(mb / 5)),
        ("open tags", "<b <!-- &amp".repeat(mb / 12)),
        ("bars", "|".repeat(mb)),
        (
            "references",
            format!("Điều 1. Một\n{}", "theo khoản 1, 2 và 3 Điều 1, điểm a khoản 1 Điều 1; ".repeat(mb / 70)),
        ),
        ("lists of references", format!("Điều 1. Một\ntheo các {}", "khoản 1, ".repeat(mb / 10))),
        ("numbers of instruments", format!("Điều 1. Một\n{}", "Thông tư số 1/2026/TT-BTN ".repeat(mb / 30))),
    ];
    for (what, text) in texts {
        let begin = std::time::Instant::now();
        let outline = Outline::read(&text);
        assert!(Document::from_outline(&outline).text() == text, "{what}");
        Header::read(&outline);
        let document = Document::from_outline(&outline);
        amend::read(&document);
        references(&text);
        Graph::of(&document, &Titles::default());
        // Against itself without every hundredth line, and turned round: what is too much work is compared coarsely.
        let lines: Vec<&str> = text.split('\n').collect();
        let fewer: Vec<&str> = lines.iter().enumerate().filter(|(n, _)| n % 100 != 99).map(|(_, line)| *line).collect();
        let turned: Vec<&str> = text.split(' ').rev().collect();
        let mut told = Vec::new();
        for other in [fewer.join("\n"), turned.join(" ")] {
            let comparison_document = Document::read(&other);
            let comparison = compare(&document, &comparison_document, Options::default());
            back(&comparison, &text, &other);
            told.push(if comparison.fidelity == Fidelity::Coarse { "coarse" } else { "fine" });
        }
        for ending in ["md", "txt", "html"] {
            let _ = legal_text::from_bytes(text.as_bytes(), Some(ending));
        }
        println!("{what}: {} MB, {:.2} s, {}", text.len() >> 20, begin.elapsed().as_secs_f64(), told.join(", "));
    }
    for (what, html) in [
        ("nested blocks", "<div>".repeat(mb / 5)),
        ("nested tables", "<table><tr><td>x".repeat(mb / 16)),
        ("open cells", "<table>".to_owned() + &"<td>x".repeat(mb / 5)),
        ("ends", "<div>".repeat(5000) + &"</p></b></span>".repeat(mb / 15)),
        ("links", "<a href=#>".repeat(mb / 10)),
        ("attributes", format!("<p {}>", "a=b ".repeat(mb / 4))),
        ("raised", "<sup>1".repeat(mb / 6)),
        ("entities", "&amp;&#x41;&Agrave".repeat(mb / 18)),
        ("paragraphs", "<p>Điều 1. Một<br>1. Hai".repeat(mb / 28)),
    ] {
        let begin = std::time::Instant::now();
        let html = format!("<!DOCTYPE html><p>Điều 1. Một</p>{html}");
        assert!(legal_text::from_bytes(html.as_bytes(), None).unwrap().text.contains("Điều 1. Một"), "{what}");
        println!("{what}: {} MB, {:.2} s", html.len() >> 20, begin.elapsed().as_secs_f64());
    }
}

/// What stood at an annex in mid-text, a quotation in it, came back with a line at another place.
#[test]
fn an_annex_in_mid_text_comes_back_as_it_stands() {
    let text = "Điều 1. Một\n1. Khoản.\nĐiều 2. Sửa đổi, bổ sung Điều 5 như sau:\nPhụ lục I\n“Điều 5. Tên mới\n1. Việc thử.\nđ) Điểm.”.\nĐiều 3. Hiệu lực\n\
                Điều 2a. Bảng\n| Tên | Mức |\nĐiều 3. Hiệu lực\nNơi nhận:\nPhụ lục I\nMẪU\nĐiều 1. Riêng";
    let document = Document::read(text);
    assert_eq!(document.text(), text);
}
