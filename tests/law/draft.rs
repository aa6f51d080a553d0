//! Drafting: an amending instrument is generated for edits of many kinds, read again, and applied; the result is the edited text.

use crate::{shared, shared_text};
use tinhgon::law::draft::{Base, Head, Warning, draft};
use tinhgon::law::{Document, Provision};
use tinhgon::law::{Oddity, Warning as Warning_};
use tinhgon::model::{Address, Label, Level};

/// A row of numbers that depends on its seed alone.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }
}

/// Changes one unit of an instrument in one of the ways in which officers change laws. Whether something changed.
fn edit(document: &mut Document, dice: &mut Dice) -> bool {
    let places: Vec<Address> = document
        .walk()
        .into_iter()
        .filter(|(a, p)| {
            matches!(p.level, Level::Article | Level::Clause | Level::Point | Level::Item)
                && a.0.iter().all(|s| s.level != Level::Annex)
        })
        .map(|(a, _)| a)
        .collect();
    if places.is_empty() {
        return false;
    }
    let place = places[dice.roll(places.len())].clone();
    let step = place.last().unwrap().clone();
    // A scanned heading without words has nothing that could be changed and still be a heading.
    let headed = |a: &Address| {
        document.find(a).is_some_and(|p| p.text[p.after_mark..].lines().next().is_some_and(|l| !l.trim().is_empty()))
    };
    if !place.article().is_some_and(|a| headed(&a)) {
        return false;
    }
    let Some((siblings, at)) = document.siblings_mut(&place) else { return false };
    match dice.roll(6) {
        // Words change.
        0 | 1 => {
            let unit = &mut siblings[at];
            let body = unit.text[unit.after_mark..].to_owned();
            let words: Vec<&str> = body.trim_end().split(' ').collect();
            // A heading begins with a capital.
            let first = usize::from(step.level == Level::Article);
            let cut = first.max(dice.roll(words.len()));
            let cut = cut.min(words.len());
            let mut changed: Vec<&str> = words[..cut].to_vec();
            changed.extend(["được", "điều chỉnh"]);
            changed.extend(&words[cut..]);
            unit.text = format!("{}{}\n", &unit.text[..unit.after_mark], changed.join(" "));
        }
        // The heading of an Điều changes.
        2 => {
            let Some(article) = place.article() else { return false };
            let unit = document.find_mut(&article).unwrap();
            let body = unit.text[unit.after_mark..].to_owned();
            let (first, rest) = body.split_once('\n').unwrap_or((&body, ""));
            unit.text = format!("{}{first} và việc khác\n{rest}", &unit.text[..unit.after_mark]);
        }
        // A unit goes.
        3 => {
            if siblings.iter().filter(|s| s.level == step.level).count() < 2 {
                return false;
            }
            siblings.remove(at);
        }
        // A new unit behind this one, with an inserted label.
        4 => {
            let base = step.label.as_str();
            let label = match step.level {
                Level::Article | Level::Clause if base.bytes().all(|b| b.is_ascii_digit()) => format!("{base}a"),
                Level::Point if base.chars().count() == 1 => format!("{base}1"),
                _ => return false,
            };
            if siblings.iter().any(|s| s.level == step.level && s.label == Some(Label::new(&*label))) {
                return false;
            }
            let text = match step.level {
                Level::Article => format!(
                    "Điều {label}. Quy định mới\n1. Nội dung thứ nhất:\na) Một;\nb) Hai.\n2. “Từ mới” là từ đặt ra.\n"
                ),
                Level::Clause => format!("{label}. Nội dung mới của khoản:\na) Ý một;\nb) Ý hai.\n"),
                _ => format!("{label}) Nội dung mới của điểm;\n"),
            };
            // Units that others follow keep their text; a label with parts already there is left alone.
            if siblings[at + 1..]
                .iter()
                .take_while(|s| s.level == step.level)
                .any(|s| s.label.as_ref().unwrap().as_str().starts_with(&*label))
            {
                return false;
            }
            end_line(&mut siblings[at]);
            let new = Document::read_fragment(&text).provisions;
            siblings.splice(at + 1..at + 1, new);
        }
        // A paragraph more.
        _ => {
            let unit = &mut siblings[at];
            if unit.children.is_empty() {
                unit.text = format!("{}\nĐoạn bổ sung của nội dung này.\n", unit.text.trim_end());
            }
        }
    }
    true
}

/// Changes one word, or takes it out, wherever it stands in the body, as an officer does with "replace all".
fn swap_words(document: &Document, dice: &mut Dice) -> String {
    let body = |p: &&Provision| !matches!(p.level, Level::Preamble | Level::Closing | Level::Annex);
    let text: String = document.provisions.iter().filter(body).map(Provision::full_text).collect();
    let word = |w: &&str| w.chars().count() > 1 && w.chars().all(char::is_lowercase);
    let words: Vec<&str> = text.split(' ').filter(word).collect();
    if words.is_empty() {
        return document.text();
    }
    let word = format!(" {} ", words[dice.roll(words.len())]);
    let new = [" khác ", " mới hơn ", " "][dice.roll(3)];
    let changed = |p: &Provision| if body(&p) { p.full_text().replace(&word, new) } else { p.full_text() };
    document.provisions.iter().map(changed).collect()
}

fn end_line(provision: &mut Provision) {
    match provision.children.last_mut() {
        Some(last) => end_line(last),
        None if !provision.text.ends_with('\n') => provision.text.push('\n'),
        None => {}
    }
}

/// Drafts a number of random edits; the places where the draft is not exact.
fn exactness(text: &str, number: Option<&str>, seed: u64) -> Vec<(Address, String)> {
    let base = Document::read(text);
    let mut edited = base.clone();
    let mut dice = Dice(seed);
    for _ in 0..=dice.roll(6) {
        edit(&mut edited, &mut dice);
    }
    if dice.roll(3) == 0 {
        edited = Document::read(&swap_words(&edited, &mut dice));
    }
    // What was typed is read again, as the program reads a file.
    let edited = Document::read(&edited.text());
    let mut base = Base::new(&base);
    if let Some(number) = number {
        base.facts.named.number = Some(number.to_owned());
    }
    let drafted = draft(&[(base, edited)], &Head::default());
    drafted
        .warnings
        .iter()
        .filter_map(|w| match w {
            Warning::NotExact { place } => Some((place.clone(), drafted.text.clone())),
            _ => None,
        })
        .collect()
}

const INVENTED: &str = "BỘ THỬ NGHIỆM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 01/2020/TT-BTN\nHà Nội, ngày 02 tháng 3 năm 2020\nTHÔNG TƯ\nQuy định việc thử\n\
Căn cứ Luật Thử nghiệm;\nBộ trưởng Bộ Thử nghiệm ban hành Thông tư quy định việc thử.\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nThông tư này quy định việc thử.\n\
Điều 2. Từ ngữ\nTrong Thông tư này:\n1. “Thử” là làm một lần.\n2. “Mẫu” là vật được thử, gồm:\na) Vật rắn;\nb) Vật lỏng:\n(i) Nước;\n(ii) Dầu;\nc) Khí.\n3. Từ khác.\n\
Chương II\nQUY ĐỊNH CỤ THỂ\nMục 1. HỒ SƠ\nĐiều 3. Hồ sơ\n1. Đơn.\n2. Bản sao.\nĐiều 4. Trình tự\n1. Nộp.\n2. Xem xét trong 05 ngày:\na) Đủ thì nhận;\nb) Thiếu thì trả.\n\
Mục 2. KẾT QUẢ\nĐiều 5. Kết quả\nGiấy chứng nhận.\nĐiều 6. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2020.\nNơi nhận:\n- Lưu.\n";

#[test]
fn drafts_of_generated_edits_give_the_edited_text() {
    for seed in 0..600 {
        let left = exactness(INVENTED, None, seed);
        assert!(left.is_empty(), "seed {seed}: {} in\n{}", left[0].0, left[0].1);
    }
}

#[test]
fn a_draft_reads_as_the_rules_say() {
    let base = Document::read(INVENTED);
    let edited = INVENTED
        .replace("2. Bản sao.\n", "2. Bản sao điện tử.\n2a. Ảnh.\n")
        .replace("b) Vật lỏng:", "b) Chất lỏng:")
        .replace("3. Từ khác.\n", "")
        .replace("Điều 5. Kết quả", "Điều 5. Kết quả thử");
    let drafted = draft(&[(Base::new(&base), Document::read(&edited))], &Head::default());
    let body: Vec<&str> = drafted
        .text
        .lines()
        .skip_while(|l| !l.starts_with("Điều 1."))
        .take_while(|l| !l.starts_with("Điều 2."))
        .collect();
    assert_eq!(
        body,
        [
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 01/2020/TT-BTN",
            "1. Sửa đổi, bổ sung một số nội dung của Điều 2 như sau:",
            "a) Sửa đổi, bổ sung điểm b khoản 2 như sau:",
            "“b) Chất lỏng:",
            "(i) Nước;",
            "(ii) Dầu;”.",
            "b) Bãi bỏ khoản 3.",
            "2. Sửa đổi, bổ sung một số nội dung của Điều 3 như sau:",
            "a) Sửa đổi, bổ sung khoản 2 như sau:",
            "“2. Bản sao điện tử.”.",
            "b) Bổ sung khoản 2a vào sau khoản 2 như sau:",
            "“2a. Ảnh.”.",
            "3. Sửa đổi, bổ sung tên Điều 5 như sau:",
            "“Điều 5. Kết quả thử”.",
        ]
    );
}

/// What the Điều that amends says, line by line.
fn body(text: &str) -> Vec<&str> {
    let body = text.lines().skip_while(|l| !l.starts_with("Điều 1.")).skip(1);
    body.take_while(|l| !l.starts_with("Điều 2.")).collect()
}

/// A base of three Điều with two khoản each, of which edits are drafted.
fn ovens(edit: impl Fn(String) -> String) -> String {
    let article = |n| {
        format!(
            "Điều {n}. Lò {n}\n1. Việc dùng lò to ở thôn {n} do chủ lò làm theo sổ.\n2. Sổ của {} giữ mười năm, báo Sở Y tế trong 05 ngày.\n",
            if n == 2 { "lò to" } else { "thôn" }
        )
    };
    let head = "BỘ BÁNH NẾP\nSố: 1/2020/TT-BBN\nHà Nội, ngày 5 tháng 1 năm 2020\nTHÔNG TƯ\nQuy định về lò bánh\n";
    let text: String = [head.to_owned()].into_iter().chain((1..=3).map(article)).collect();
    let base = Document::read(&text);
    let drafted = draft(&[(Base::new(&base), Document::read(&edit(text)))], &Head::default());
    assert!(!drafted.warnings.iter().any(|w| matches!(w, Warning::NotExact { .. })), "{}", drafted.text);
    drafted.text
}

#[test]
fn a_phrase_that_changes_in_many_places_is_ordered_once() {
    assert_eq!(
        body(&ovens(|text| text.replace("lò to", "lò lớn"))),
        [
            "1. Thay thế cụm từ “lò to” bằng cụm từ “lò lớn” tại khoản 1 Điều 1, khoản 1 và khoản 2 Điều 2, khoản 1 Điều 3."
        ]
    );
    // Names and numbers are whole, words that come or go are said with what stands beside them.
    assert_eq!(
        body(&ovens(|text| text.replace("Sở Y tế", "Bộ Y tế").replace("05 ngày", "03 ngày"))),
        [
            "1. Thay thế cụm từ “Sở Y tế” bằng cụm từ “Bộ Y tế” tại khoản 2 Điều 1, khoản 2 Điều 2, khoản 2 Điều 3.",
            "2. Thay thế cụm từ “05 ngày” bằng cụm từ “03 ngày” tại khoản 2 Điều 1, khoản 2 Điều 2, khoản 2 Điều 3."
        ]
    );
    assert_eq!(
        body(&ovens(|text| text.replace(" theo sổ", "").replace("mười năm", "mười năm tròn"))),
        [
            "1. Bỏ cụm từ “theo sổ” tại khoản 1 Điều 1, khoản 1 Điều 2, khoản 1 Điều 3.",
            "2. Thay thế cụm từ “mười năm” bằng cụm từ “mười năm tròn” tại khoản 2 Điều 1, khoản 2 Điều 2, khoản 2 Điều 3."
        ]
    );
    // A phrase that stays beside the one that changes is no phrase to replace: the unit is written anew.
    let text = ovens(|text| text.replace("lò to ở thôn 1 do chủ lò", "lò lớn ở thôn 1 do chủ lò to"));
    assert!(!text.contains("cụm từ"), "{text}");
}

#[test]
fn units_beside_each_other_are_ordered_together_and_most_of_an_article_as_a_whole() {
    let text =
        ovens(|text| text.replace("thôn 3 do chủ", "xã do chủ").replace("3\n1. ", "3\n1. Mọi ") + "Đoạn thêm.\n");
    assert_eq!(
        body(&text),
        [
            "1. Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 3 như sau:",
            "“1. Mọi Việc dùng lò to ở xã do chủ lò làm theo sổ.",
            "2. Sổ của thôn giữ mười năm, báo Sở Y tế trong 05 ngày.",
            "Đoạn thêm.”.",
        ]
    );
    let text = ovens(|text| text.replace("Điều 3. Lò 3\n1. ", "Điều 3. Lò ba\n1. Mọi ") + "Đoạn thêm.\n");
    assert!(text.contains("Sửa đổi, bổ sung Điều 3 như sau:\n“Điều 3. Lò ba\n"), "{text}");
    let text = ovens(|text| text.split("Điều 2.").next().unwrap().to_owned());
    assert_eq!(body(&text), ["1. Bãi bỏ Điều 2 và Điều 3."]);
}

/// Whether the quotation marks of a text balance; scanned texts have stray ones.
fn balanced(text: &str) -> bool {
    let count = |mark| text.matches(mark).count();
    count('“') == count('”') && count('"') % 2 == 0
}

/// The line from which on the quotations of the source cannot be trusted: one of them does not close, or closes without having begun.
fn damaged_from(document: &Document) -> usize {
    let damage = |w: &&Warning_| match &w.oddity {
        Oddity::OpenQuote => true,
        Oddity::Gap { level, .. } | Oddity::Backwards { level, .. } | Oddity::Stray { level, .. } => {
            *level == Level::Article
        }
        _ => false,
    };
    let warned = document.warnings.iter().filter(damage).map(|w| w.line);
    let walked = document.walk();
    let stray =
        walked.iter().filter(|(_, p)| p.level == Level::Article && !balanced(&p.full_text())).map(|(_, p)| p.line);
    warned.chain(stray).min().unwrap_or(usize::MAX)
}

/// How many sentences order something, by the kind of what they order: of the instruments that were passed, and of drafts from the same base to the text that
/// they brought about. `-- --ignored --nocapture` shows the table.
#[test]
#[ignore = "needs ../shared/data"]
fn drafts_of_real_laws_beside_those_that_were_passed() {
    use std::collections::BTreeMap;
    use tinhgon::law::{amend, consolidate};
    let pairs = [
        ("13-2012-QH13", "56-2020-QH14"),
        ("77-2006-QH11", "26-2018-QH14"),
        ("65-2006-QH11", "20-2012-QH13"),
        ("58-2010-QH12", "52-2019-QH14"),
        ("102-2016-QH13", "28-2018-QH14"),
    ];
    let mut all = (0, 0);
    for (base, by) in pairs {
        let read = |name| Document::read(&shared_text(&format!("consolidation/laws/{name}.txt")));
        let (base, by) = (read(base), read(by));
        let own = amend::named(&base);
        let edited = consolidate::consolidate(&base, &own, std::slice::from_ref(&by), None).document;
        let drafted = draft(&[(Base::new(&base), Document::read(&edited.text()))], &Head::default());
        let orders = |document: &Document| {
            let mut lines: Vec<(usize, &str)> = Vec::new();
            for operation in &amend::read(document).operations {
                if operation.instrument.same(&own) {
                    lines.push((operation.line, operation.action.name()));
                }
            }
            lines.sort_unstable();
            lines.dedup();
            let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
            lines.iter().for_each(|(_, kind)| *kinds.entry((*kind).to_owned()).or_default() += 1);
            (lines.len(), kinds)
        };
        let (passed, ours) = (orders(&by), orders(&Document::read(&drafted.text)));
        println!("{}: passed {passed:?}, drafted {ours:?}", tinhgon::law::amend::called(&own));
        println!("    {:?}", drafted.warnings.iter().map(Warning::name).collect::<Vec<_>>());
        if std::env::var_os("TINHGON_SHOW").is_some() {
            println!("{}", drafted.text);
        }
        all = (all.0 + passed.0, all.1 + ours.0);
    }
    // A draft is no longer than what people wrote by more than a half.
    assert!(all.1 * 2 <= all.0 * 3, "{all:?}");
}

/// The property on real instruments: rounds of one to six edits on each.
#[test]
#[ignore = "needs ../shared/data"]
fn drafts_on_real_instruments_give_the_edited_text() {
    let mut files: Vec<String> = vec!["consolidation/tt-39-2016-tt-nhnn.txt".into()];
    for name in ["13-2012-QH13", "77-2006-QH11", "65-2006-QH11", "58-2010-QH12", "102-2016-QH13", "08-2017-QH14"] {
        files.push(format!("consolidation/laws/{name}.txt"));
    }
    for entry in std::fs::read_dir(shared("laws")).unwrap() {
        files.push(format!("laws/{}", entry.unwrap().file_name().to_string_lossy()));
    }
    for entry in std::fs::read_dir(shared("instruments")).unwrap() {
        files.push(format!("instruments/{}", entry.unwrap().file_name().to_string_lossy()));
    }
    files.sort();
    let mut missed = Vec::new();
    let mut rounds = 0;
    for file in &files {
        let text = if file.ends_with(".md") {
            tinhgon::exchange::legal_text::read(&shared(file)).unwrap().text
        } else {
            shared_text(file)
        };
        // Some of the files begin with Điều 1: the file's name is all that says what they are.
        let stem = file.rsplit('/').next().unwrap().trim_end_matches(".txt").replacen('-', "/", 2);
        let stem = if file.ends_with(".md") { "1/2026/NĐ-CP" } else { stem.as_str() };
        let number = (!file.starts_with("consolidation/")).then_some(stem);
        // The instruments of 2026 are many, and scanned: fewer rounds each.
        let rounds_each = if file.ends_with(".md") { 3 } else { 60 };
        for seed in 0..rounds_each {
            rounds += 1;
            let left = exactness(&text, number, seed);
            // Where the source's own quotation marks do not close, no quotation of it can be read for certain, and the draft says so.
            let document = Document::read(&text);
            let from = damaged_from(&document);
            let last_line = |place: &Address| {
                let lines = document.find(place).map_or(0, |p| p.line + p.full_text().lines().count());
                lines >= from
            };
            let damaged = |place: &Address| from < usize::MAX && (document.find(place).is_none() || last_line(place));
            missed.extend(left.iter().filter(|(p, _)| !damaged(p)).map(|(p, _)| format!("{file} seed {seed}: {p}")));
        }
    }
    // Of each of these the draft says that it is to be corrected by hand.
    const KNOWN: &[(&str, &str)] = &[
        // Rules that an instrument issues are drafted as a whole, and not yet by their Điều.
        ("nghi-dinh-191-2026-nd-cp-quy-che-lam-viec-chinh-phu.md", "Quy chế"),
        ("thong-tu-18-2026-tt-bxd-chuong-trinh-an-toan-hang-khong-dan-dung.md", "Chương trình"),
        // A scanned amending instrument.
        ("nghi-dinh-156-2026-nd-cp-sua-doi-nghi-dinh-31-2019-to-cao.md", "Điều 4"),
    ];
    missed.retain(|one: &String| !KNOWN.iter().any(|(file, place)| one.contains(file) && one.ends_with(place)));
    assert!(missed.is_empty(), "{} of {rounds}: {missed:#?}", missed.len());
}
