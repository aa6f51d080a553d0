//! The structure of the law, against the least that reading it can cost: counting lines, with one regular expression a line. The text is invented;
//! `TINHGON_LAWS=FOLDER` measures the files of a folder instead.

use super::race::{Figure, race};
use regex::Regex;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use tinhgon::exchange::legal_text::{self, LegalText};
use tinhgon::law::{Document, Outline};
use tinhgon::model::Level;

pub fn measure() -> Vec<Figure> {
    let folder = std::env::var_os("TINHGON_LAWS").map(PathBuf::from);
    let sources: Vec<Vec<u8>> = match &folder {
        Some(folder) => files(folder).iter().map(|path| std::fs::read(path).expect("reads")).collect(),
        None => (0..32).map(|_| invented(2000).into_bytes()).collect(),
    };
    let texts: Vec<LegalText> =
        sources.iter().map(|bytes| legal_text::from_bytes(bytes, Some("md")).expect("reads")).collect();
    let bytes: usize = texts.iter().map(|t| t.text.len()).sum();
    let articles: usize = texts.iter().map(|t| Outline::read(&t.text).count(Level::Article)).sum();
    let what = |way: &str| format!("{way}, {} files, {:.1} MB, {articles} Điều", texts.len(), bytes as f64 / 1e6);
    let mark = Regex::new(r"^\s*(?:Điều|Chương|Mục|Phần|\d+[a-zđ]?\.|[a-zđ]\)|Phụ lục)").expect("compiles");
    let lines =
        || -> usize { texts.iter().map(|t| t.text.split('\n').filter(|line| mark.is_match(line)).count()).sum() };
    let aim = |at_most| ("line count with one regular expression a line", at_most);
    let mut figures = vec![
        race(
            what("outline of clean text"),
            aim("≤ 2×"),
            5,
            || drop_all(texts.iter().map(|t| Outline::read(&t.text).units.len())),
            || drop(lines()),
        ),
        race(
            what("text and outline of Markdown"),
            aim("≤ 5×"),
            5,
            || {
                drop_all(sources.iter().map(|bytes| {
                    let read = legal_text::from_bytes(bytes, Some("md")).expect("reads");
                    Outline::read(&read.text).units.len()
                }));
            },
            || drop(lines()),
        ),
    ];
    figures.push(race(
        what("tree"),
        aim("≤ 3×"),
        3,
        || drop_all(texts.iter().map(|t| Document::read(&t.text).provisions.len())),
        || drop(lines()),
    ));
    for figure in &figures {
        eprintln!("{}: {:.0} MB/s", figure.what, bytes as f64 / 1e6 / figure.tinhgon.as_secs_f64());
    }
    figures
}

fn drop_all(counts: impl Iterator<Item = usize>) {
    std::hint::black_box(counts.sum::<usize>());
}

fn drop(count: usize) {
    std::hint::black_box(count);
}

/// The Markdown files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "md" || e == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// An invented instrument of so many Điều, about 500 bytes each.
pub fn invented(articles: usize) -> String {
    let mut text = String::from("BỘ THỬ NGHIỆM\nSố: 1/2026/TT-BTN\nTHÔNG TƯ\nQuy định về việc thử\nCăn cứ Luật Thử;\n");
    for n in 1..=articles {
        if n % 20 == 1 {
            write!(text, "## Chương {}\n\nQUY ĐỊNH\n\n", roman(n / 20 + 1)).expect("writes");
        }
        write!(
            text,
            "### Điều {n}. Trách nhiệm của tổ chức, cá nhân trong việc thử nghiệm\n\n1. Tổ chức thực hiện việc thử nghiệm theo quy định tại \
             khoản 2 Điều này và hướng dẫn của cơ quan có thẩm quyền.\n\n2. Hồ sơ gồm:\n\na) Đơn đề nghị theo mẫu;\n\nb) Bản sao “giấy phép” còn hiệu \
             lực;\n\n3. Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan tiếp nhận trả lời bằng văn bản.\n\n"
        )
        .expect("writes");
    }
    text
}

fn roman(number: usize) -> String {
    let signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let (mut left, mut out) = (number, String::new());
    for (value, sign) in signs {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}
