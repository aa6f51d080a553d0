//! What comparing instruments costs, beside named alternatives measured in the same run: `cargo bench --bench law_compare`.
//!
//! Nothing here passes or fails. Words after `--` choose what is measured (`cargo bench --bench law_compare -- real large`). The real
//! instruments are those of the shared data, where it is (`TINHGON_SHARED`); redlines is taken from PyPI into a virtual environment of its own.

#[path = "figures/race.rs"]
#[allow(dead_code)]
mod race;

use race::race;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tinhgon::law::compare::{Comparison, Fidelity, Options, Piece, compare, rows, tokens, words};
use tinhgon::law::consolidate::consolidate;
use tinhgon::law::{Document, amend};
use tinhgon::text::clean;

fn main() {
    let chosen: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |name: &str| chosen.is_empty() || chosen.iter().any(|word| word == name);
    let folder = tempfile::tempdir().expect("a folder for the files");
    if wanted("real") {
        match real_texts() {
            Some((old, new)) => real(folder.path(), &old, &new),
            None => eprintln!("SKIPPED: real instruments: the shared data is not there (TINHGON_SHARED)"),
        }
    }
    if wanted("large") {
        large();
    }
}

/// A circular and its official consolidated text.
fn real_texts() -> Option<(PathBuf, PathBuf)> {
    let root = std::env::var_os("TINHGON_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let folder = root.join("data/consolidation");
    let (old, new) = (folder.join("tt-39-2016-tt-nhnn.txt"), folder.join("vbhn-21-2024-tt39.txt"));
    (old.is_file() && new.is_file()).then_some((old, new))
}

/// How many runs of words went or came.
fn edits(pieces: &[Piece]) -> usize {
    pieces.iter().filter(|p| p.is_edit()).count()
}

fn real(folder: &Path, old: &Path, new: &Path) {
    let read = |path: &Path| clean(&std::fs::read_to_string(path).expect("a text"));
    let (a, b) = (read(old), read(new));
    let patience = || {
        let (a, b) = (tokens(&a), tokens(&b));
        capture_diff_slices(Algorithm::Patience, &a, &b)
    };
    let whole = || {
        let (a, b) = (Document::read(&a), Document::read(&b));
        let comparison = compare(&a, &b, Options::default());
        rows(&comparison, false).iter().map(|row| edits(&row.pieces)).sum::<usize>()
    };
    let two = |op: &DiffOp| match op {
        DiffOp::Equal { .. } => 0,
        DiffOp::Replace { .. } => 2,
        _ => 1,
    };
    let mut fragments = vec![
        ("tinhgon, by provision and word".to_owned(), whole()),
        ("tinhgon, by word alone".to_owned(), edits(&words(&a, &b))),
        ("similar, Patience on the same tokens".to_owned(), patience().iter().map(two).sum()),
    ];
    let mut figures = vec![
        race(
            "structure and words",
            ("similar, Patience on the same tokens", "≤ 2×"),
            50,
            || assert!(whole() > 0),
            || drop(patience()),
        ),
        race(
            "words alone",
            ("similar, Patience on the same tokens", "≤ 2×"),
            50,
            || drop(words(&a, &b)),
            || drop(patience()),
        ),
    ];
    let amending: Vec<String> = ["tt-06-2023", "tt-10-2023", "tt-12-2024"]
        .iter()
        .map(|name| read(&old.with_file_name(format!("{name}-tt-nhnn.txt"))))
        .collect();
    let base = Document::read(&a);
    let own = amend::named(&base);
    figures.push(race(
        "applying three amendments, reading them included",
        ("reading the four texts into trees", "–"),
        50,
        || {
            let read: Vec<Document> = amending.iter().map(|t| Document::read(t)).collect();
            assert!(consolidate(&base, &own, &read, None).failed.is_empty());
        },
        || drop(std::iter::once(&a).chain(&amending).map(|t| Document::read(t)).collect::<Vec<_>>()),
    ));
    let git = || {
        let mut command = Command::new("git");
        command.args(["diff", "--no-index", "--word-diff=porcelain", "--no-color"]).arg(old).arg(new);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        command.output().expect("git runs").stdout
    };
    let ours = || {
        let mut command = race::tinhgon(&folder.join("none.db"));
        command.args(["law", "compare"]).arg(old).arg(new).output().expect("tinhgon runs").stdout
    };
    if Command::new("git").arg("--version").output().is_ok() {
        let porcelain = String::from_utf8_lossy(&git()).into_owned();
        let head = |line: &str| line.starts_with("--- ") || line.starts_with("+++ ");
        let runs = porcelain.lines().filter(|line| line.starts_with(['-', '+']) && !head(line)).count();
        fragments.push(("git diff --word-diff".to_owned(), runs));
        figures.push(race(
            "the whole command",
            ("git diff --no-index --word-diff", "< 1×"),
            20,
            || drop(ours()),
            || drop(git()),
        ));
    } else {
        eprintln!("SKIPPED: git diff --word-diff: there is no git");
    }
    match redlines(folder, old, new) {
        Ok((time, runs)) => {
            fragments.push(("redlines".to_owned(), runs));
            let mut figure = race("structure and words", ("PyPI redlines", "< 1×"), 20, || assert!(whole() > 0), || ());
            figure.alternative = time;
            figures.push(figure);
        }
        Err(why) => eprintln!("SKIPPED: redlines cannot be had from PyPI:\n{why}"),
    }
    print!("{}\n{}", race::table(&figures), fragment_table(&fragments));
}

fn fragment_table(fragments: &[(String, usize)]) -> String {
    let mut text = String::from("| by | runs of words that went or came |\n|---|--:|\n");
    for (by, count) in fragments {
        writeln!(text, "| {by} | {count} |").expect("writes");
    }
    text
}

/// The median time that redlines takes in its own process, without the start of Python, and how many runs of words it shows.
fn redlines(folder: &Path, old: &Path, new: &Path) -> Result<(Duration, usize), String> {
    const SCRIPT: &str = "\
import sys, time, statistics
from redlines import Redlines
old, new = (open(p, encoding='utf-8').read() for p in sys.argv[1:3])
times = []
for _ in range(6):
    start = time.perf_counter()
    found = Redlines(old, new)
    shown = found.output_markdown
    times.append(time.perf_counter() - start)
runs = sum({'equal': 0, 'replace': 2}.get(op[0], 1) for op in found.opcodes)
print(statistics.median(times[1:]), runs)
";
    let done = |command: &mut Command| -> Result<String, String> {
        let output = command.output().map_err(|e| e.to_string())?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() { Ok(String::from_utf8_lossy(&output.stdout).into_owned()) } else { Err(said) }
    };
    let place = folder.join("venv");
    done(Command::new("python3").args(["-m", "venv"]).arg(&place))?;
    // It needs typing_extensions without saying so.
    done(Command::new(place.join("bin/pip")).args(["install", "--quiet", "redlines", "typing_extensions"]))?;
    let said = done(Command::new(place.join("bin/python")).args(["-c", SCRIPT]).arg(old).arg(new))?;
    let mut values = said.split_whitespace();
    let seconds = values.next().and_then(|v| v.parse().ok()).ok_or_else(|| said.clone())?;
    let runs = values.next().and_then(|v| v.parse().ok()).ok_or_else(|| said.clone())?;
    Ok((Duration::from_secs_f64(seconds), runs))
}

/// Texts far larger and stranger than any instrument: once each, the time and what came of it.
fn large() {
    println!("| what | read | compared | rows | answer |\n|---|--:|--:|--:|---|");
    let noise = |seed: u64| -> Vec<u64> {
        let mut state = seed;
        let mut next = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % 5000
        };
        (0..700_000).map(|_| next()).collect()
    };
    let line = |words: &[u64], step: usize| -> String {
        let word = |(n, word): (usize, &u64)| if n % 100 == step { "mới ".into() } else { format!("từ{word} ") };
        words.iter().enumerate().map(word).collect()
    };
    let (one_text, other_text) = (noise(1), noise(2));
    one("a line of 5 MB, 1 % of its words changed", &line(&one_text, 1), &line(&one_text, 2));
    one("a line of 5 MB against another", &line(&one_text, 100), &line(&other_text, 100));
    one("the same two syllables over and over, 5 MB", &"cho vay ".repeat(650_000), &"vay cho cho ".repeat(430_000));
    let clauses = |edited: bool| -> String {
        let mut text = String::new();
        for article in 1..=1250 {
            writeln!(text, "Điều {article}. Tên của điều thứ {article}").expect("writes");
            for clause in 1..=800 {
                let number = article * 800 + clause;
                let deadline = if edited && number % 100 == 7 { "mười ngày làm việc" } else { "năm ngày" };
                writeln!(
                    text,
                    "{clause}. Cơ quan số {number} trả kết quả trong {deadline}, báo cáo mục {}.",
                    number % 977
                )
                .expect("writes");
            }
        }
        text
    };
    one("a million khoản, 1 % edited", &clauses(false), &clauses(true));
    let rewritten = |seed: usize| -> String {
        let mut text = String::new();
        for article in 1..=400 {
            writeln!(text, "Điều {article}. Tên{}", article * seed % 997).expect("writes");
            for clause in 1..=50 {
                write!(text, "{clause}.").expect("writes");
                for word in 0..40 {
                    write!(text, " từ{}", (article * 31 + clause * 17 + word) * seed % 1009).expect("writes");
                }
                text.push('\n');
            }
        }
        text
    };
    one("20.000 khoản, every one rewritten", &rewritten(7), &rewritten(13));
    let same = |n: usize| (0..n).fold("Điều 1. Một\n1. Khoản\n".to_owned(), |t, _| t + "- Như trên;\n");
    one("200.000 equal dashes against 150.000", &same(200_000), &same(150_000));
}

fn one(what: &str, old: &str, new: &str) {
    eprintln!("measuring: {what}");
    let start = Instant::now();
    let (a, b) = (Document::read(old), Document::read(new));
    let read = start.elapsed();
    let start = Instant::now();
    let comparison: Comparison<'_> = compare(&a, &b, Options::default());
    let taken = start.elapsed();
    assert!(comparison.rejected() == old && comparison.accepted() == new, "{what}: both texts come back");
    let shown = rows(&comparison, false).len();
    let answer = if comparison.fidelity == Fidelity::Coarse { "coarse" } else { "fine" };
    println!("| {what} | {:.2} s | {:.2} s | {shown} | {answer} |", read.as_secs_f64(), taken.as_secs_f64());
}
