//! The lines of the head of an instrument: which stand before the legal grounds, which are rows of tables, which are the grounds.

use super::kind::kind_at_head;
use crate::law::read::line::is_upper;
use crate::text::clean::collapse;
use crate::text::fold;

/// Something that the head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// What it says.
    pub value: T,
    /// The line on which it says so, from 1; nothing where only the front matter of the file says it.
    pub line: Option<usize>,
}

impl<T> Located<T> {
    pub(super) fn at(value: T, line: usize) -> Option<Self> {
        Some(Self { value, line: Some(line) })
    }
}

/// The first words of names of bodies that issue instruments, folded.
pub(super) const BODIES: &[&str] = &[
    "chinh phu",
    "thu tuong",
    "quoc hoi",
    "uy ban",
    "bo ",
    "ngan hang",
    "toa an",
    "vien kiem sat",
    "kiem toan",
    "thanh tra",
    "hoi dong",
    "bao hiem",
    "chu tich",
    "tong cuc",
    "tong thanh tra",
    "tong kiem toan",
    "tong lien doan",
    "van phong",
    "doan ",
    "ban ",
    "lien ",
    "dai ",
    "vien ",
    "so ",
    "cuc ",
    "mat tran",
];

/// The lines of the head.
pub(super) struct HeadLines<'t> {
    lines: Vec<(usize, &'t str)>,
    /// Rows of tables.
    pub rows: Vec<(usize, &'t str)>,
    text: &'t str,
    /// Where in the lines the grounds begin.
    grounds: usize,
}

impl<'t> HeadLines<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut lines = Vec::new();
        let mut rows = Vec::new();
        for (text, line) in text.split('\n').map(str::trim).zip(1..).take(600) {
            if text.starts_with('|') {
                rows.push((line, text));
            } else if !text.is_empty() {
                lines.push((line, text));
            }
        }
        let grounds = lines.iter().position(|(_, text)| is_ground(text)).unwrap_or(lines.len());
        Self { lines, rows, text, grounds }
    }

    pub fn before_grounds(&self) -> impl Iterator<Item = (usize, &'t str)> + '_ {
        self.lines.iter().take(self.grounds).copied()
    }

    /// A name in capitals as running text of the head writes it: the enacting words, the grounds.
    pub fn as_written(&self, capitals: &str) -> Option<String> {
        let outer = |c: char| !c.is_alphanumeric();
        let wanted: Vec<String> = capitals.split(' ').map(|word| word.trim_matches(outer).to_lowercase()).collect();
        let words: Vec<&str> = self.text.split_whitespace().take(20_000).collect();
        let bare = |word: &'t str| word.trim_matches(outer);
        words.windows(wanted.len()).find_map(|window| {
            if !window.iter().zip(&wanted).all(|(word, wanted)| bare(word).to_lowercase() == *wanted) {
                return None;
            }
            let written = window.join(" ").trim_matches(outer).to_owned();
            (!is_upper(&written)).then_some(written)
        })
    }
}

fn is_ground(text: &str) -> bool {
    let text = text.trim_start_matches(['-', ' ', '–']);
    ["Căn cứ ", "Theo đề nghị ", "Xét đề nghị ", "Xét Tờ trình ", "Theo Tờ trình "]
        .iter()
        .any(|head| text.starts_with(head))
}

/// The words with which the issuer enacts what follows.
fn is_enacting(text: &str) -> bool {
    let ends = ["ban hành", "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:", "Luật này quy định"].iter().any(|w| text.contains(w));
    ends && !is_ground(text)
}

pub(super) fn grounds(head: &HeadLines<'_>) -> Vec<Located<String>> {
    let mut found: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut open = false;
    for (line, text) in head.lines.iter().skip(head.grounds) {
        if is_ground(text) {
            found.push((*line, vec![text.trim_start_matches(['-', ' ', '–'])]));
            open = true;
        } else if is_enacting(text) || kind_at_head(text).is_some_and(|(_, rest)| rest.is_empty()) {
            open = false;
        } else if open && let Some((_, lines)) = found.last_mut() {
            // A ground that ended goes on only where the next line does not begin like a sentence.
            let ended = lines.last().is_some_and(|l| l.ends_with([';', '.']));
            if ended && text.starts_with(char::is_uppercase) {
                open = false;
            } else {
                lines.push(text);
            }
        }
    }
    let mut grounds: Vec<Located<String>> = found
        .into_iter()
        .map(|(line, lines)| {
            let text = collapse(&lines.join(" "));
            Located { value: text.trim_end_matches([';', '.', ',', ' ']).to_owned(), line: Some(line) }
        })
        .collect();
    if grounds.is_empty() {
        // Editors list the grounds under a heading of their own.
        let listed = head.lines.iter().skip_while(|(_, text)| !fold(text).starts_with("can cu phap l")).skip(1);
        for (line, text) in listed.take_while(|(_, text)| text.starts_with("- ")) {
            let value = text.trim_start_matches(['-', ' ']).trim_end_matches([';', '.', ',', ' ']).to_owned();
            grounds.push(Located { value, line: Some(*line) });
        }
    }
    grounds
}

/// What stands before the national motto on a line that two columns share.
pub(super) fn before_motto(text: &str) -> &str {
    let at = text.find("CỘNG H").or_else(|| text.find("Độc lập")).or_else(|| text.find("ĐỘC LẬP"));
    at.and_then(|at| text.get(..at)).unwrap_or(text)
}

pub(super) fn ornament(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// A line of capitals that names who decides: it stands between title and grounds of a decision.
pub(super) fn is_office(text: &str) -> bool {
    const OFFICES: &[&str] = &[
        "BỘ TRƯỞNG",
        "THỦ TƯỚNG",
        "CHỦ TỊCH",
        "THỐNG ĐỐC",
        "CHÍNH PHỦ",
        "QUỐC HỘI",
        "ỦY BAN",
        "UỶ BAN",
        "HỘI ĐỒNG",
        "CHÁNH ÁN",
        "VIỆN TRƯỞNG",
        "TỔNG ",
        "BỘ ",
        "NGÂN HÀNG NHÀ NƯỚC",
    ];
    is_upper(text) && OFFICES.iter().any(|office| text.starts_with(office))
}
