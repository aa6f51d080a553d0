//! Gazette texts cut, joined, shuffled and re-encoded, through everything that the law engine does with a text, for as long as `FUZZ_MINUTES` says (one
//! minute where it says nothing), from `FUZZ_SEED` on. What falls, hangs or loses an order is told with its seed, and the text is kept beside other temporary
//! files: `FUZZ_MINUTES=60 cargo test --release --test law -- --ignored --nocapture fuzz`.

use crate::shared;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tinhgon::exchange::legal_text;
use tinhgon::law::compare::{Options, compare};
use tinhgon::law::consolidate::consolidate;
use tinhgon::law::draft::{Base, Head, Warning, draft};
use tinhgon::law::{Document, Graph, Header, Outline, Titles, amend};
use unicode_normalization::UnicodeNormalization;

/// The longest text that is tried, in bytes.
const LONGEST: usize = 300_000;

/// A row of numbers that depends on its seed alone.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }

    fn pick<'t, T: ?Sized>(&mut self, of: &[&'t T]) -> &'t T {
        of[self.roll(of.len())]
    }
}

/// What is put between lines: marks that open and close, orders, headings, furniture.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "‟",
    "(",
    "Điều",
    "Điều 1.",
    "Chương I",
    "Phụ lục I",
    "Mục 1.",
    "1.",
    "a)",
    "đ)",
    "- ",
    "| a | b |",
    "như sau:",
    "khoản",
    "Sửa đổi, bổ sung Điều 5 như sau:",
    "Bãi bỏ khoản 2 Điều 3.",
    "Thay thế cụm từ “ấp” bằng cụm từ “thôn” tại Điều 4.",
    "Bổ sung khoản 1a vào sau khoản 1 Điều 7 như sau:",
    "Thông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026.",
    "hết hiệu lực",
    "CÔNG BÁO/Số 681 + 682/Ngày 28-7-2021",
    "Nơi nhận:",
    "KT. BỘ TRƯỞNG",
    "QUY CHẾ",
    "(Ban hành kèm theo Quyết định số 1/2026/QĐ-UBND)",
];

/// One text changed in one way.
fn changed(text: &str, others: &[String], dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let count = lines.len();
    let (at, to) = (dice.roll(count), dice.roll(count));
    let (from, until) = (at.min(to), at.max(to));
    match dice.roll(12) {
        // Cut: a stretch is kept, or left out.
        0 => lines[from..until].join("\n"),
        1 => {
            lines.drain(from..until.min(from + 200));
            lines.join("\n")
        }
        // Joined with another, or another put into it.
        2 => format!("{}\n{}", lines[..until].join("\n"), others[dice.roll(others.len())]),
        3 => {
            let other = &others[dice.roll(others.len())];
            let stretch: Vec<&str> = other.split('\n').skip(dice.roll(200)).take(150).collect();
            lines.splice(at..at, stretch);
            lines.join("\n")
        }
        // Shuffled.
        4 => {
            for _ in 0..20 {
                let (one, other) = (dice.roll(count), dice.roll(count));
                lines.swap(one, other);
            }
            lines.join("\n")
        }
        5 => {
            lines.rotate_left(at);
            lines.join("\n")
        }
        // Lines run together, or break in a word.
        6 => lines.chunks(2 + dice.roll(3)).map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join("\n"),
        7 => text.chars().enumerate().map(|(n, c)| if c == ' ' && (n + at) % 9 == 0 { '\n' } else { c }).collect(),
        // Marks put in, or taken out.
        8 => {
            for _ in 0..1 + dice.roll(8) {
                lines.insert(dice.roll(count), dice.pick(PIECES));
            }
            lines.join("\n")
        }
        9 => {
            let gone = dice.pick(&["“", "”", ".", "Điều ", ":", ",", "khoản ", "\n\n"]);
            text.replace(gone, "")
        }
        // Other letters for the same: taken apart, in capitals, upside down in their encoding.
        10 => text.nfd().collect(),
        _ => text.to_uppercase(),
    }
}

/// What is wrong with what the engine does with a text; nothing where nothing is.
fn tried(text: &str, before: &str) -> Option<String> {
    let outline = Outline::read(text);
    let document = Document::from_outline(&outline);
    if document.text() != text {
        return Some("the text does not come back".to_owned());
    }
    let _ = Header::read(&outline);
    let _ = Graph::of(&document, &Titles::default());
    let amendment = amend::read(&document);
    if amendment.orders != amendment.operations.len() + amendment.unresolved.len() {
        return Some(format!("{} orders, {} operations", amendment.orders, amendment.operations.len()));
    }
    let base = Document::read(before);
    let own = amend::named(&base);
    let done = consolidate(&base, &own, std::slice::from_ref(&document), None);
    let aimed = amendment.operations.iter().filter(|o| o.instrument.same(&own)).count();
    let applied: usize = done.sources.iter().map(|s| s.applied).sum();
    if applied + done.failed.len() + usize::from(done.repealed.is_some()) < aimed.min(1) {
        return Some(format!("{aimed} operations aim at the base, {applied} are applied"));
    }
    let _ = compare(&base, &document, Options::default());
    drafted(&base, &document)
}

/// Whether what was drafted for a change does not do what it says.
fn drafted(base: &Document, edited: &Document) -> Option<String> {
    let made = draft(&[(Base::new(base), edited.clone())], &Head::default());
    let own = amend::named(base);
    let unsure = made.warnings.iter().any(|w| matches!(w, Warning::NotExact { .. } | Warning::Unamendable { .. }));
    if made.text.is_empty() || unsure || own.number.is_none() {
        return None;
    }
    let done = consolidate(base, &own, &[Document::read(&made.text)], None);
    let open = done.open(&own).len();
    (open + done.failed.len() > 0)
        .then(|| format!("of the draft {open} orders are for review, {} fail", done.failed.len()))
}

/// How long a text of so many bytes may take in all, in a build for tests.
fn longest(bytes: usize) -> Duration {
    Duration::from_secs(20) + Duration::from_millis(bytes as u64 / 4)
}

#[test]
#[ignore = "needs ../shared/data, and time"]
fn fuzz() {
    let asked = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let minutes = asked("FUZZ_MINUTES").unwrap_or(1);
    let first = asked("FUZZ_SEED").unwrap_or(1);
    let mut files: Vec<PathBuf> = std::fs::read_dir(shared("gazette")).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let texts: Vec<String> = files.iter().map(|path| legal_text::read(path).unwrap().text).collect();
    let texts: Vec<String> = texts.into_iter().filter(|text| text.len() < 120_000).collect();
    let (begun, mut wrong, mut rounds) = (Instant::now(), Vec::new(), 0_u64);
    for seed in first.. {
        if begun.elapsed() > Duration::from_secs(60 * minutes) {
            break;
        }
        let mut dice = Dice(seed);
        let before = &texts[dice.roll(texts.len())];
        let mut text = before.clone();
        for _ in 0..1 + dice.roll(4) {
            text = changed(&text, &texts, &mut dice);
        }
        let cut = text.char_indices().map(|(at, _)| at).take_while(|at| *at < LONGEST).last().unwrap_or(0);
        // As a file comes in: what takes furniture out and mends lines is tried too.
        let read = catch_unwind(|| legal_text::from_bytes(&text.as_bytes()[..cut], Some("txt")));
        let text = match read {
            Ok(Ok(read)) => read.text,
            Ok(Err(_)) => continue,
            Err(_) => {
                wrong.push(format!("seed {seed}: the file falls"));
                continue;
            }
        };
        rounds += 1;
        let started = Instant::now();
        let found =
            catch_unwind(AssertUnwindSafe(|| tried(&text, before))).unwrap_or_else(|_| Some("it falls".to_owned()));
        let took = started.elapsed();
        let slow = (took > longest(text.len() + before.len())).then(|| format!("{took:?} for {} bytes", text.len()));
        if let Some(what) = found.or(slow) {
            let path = std::env::temp_dir().join(format!("tinhgon-fuzz-{seed}.txt"));
            std::fs::write(&path, &text).unwrap();
            std::fs::write(path.with_extension("base.txt"), before).unwrap();
            println!("seed {seed}: {what}: {}", path.display());
            wrong.push(format!("seed {seed}: {what}"));
        }
    }
    println!("{rounds} texts, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
