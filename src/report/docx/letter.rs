//! The head of a letter and its foot: national title and motto with their rules, the body that issues, number, place and date; recipients
//! and signature (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II).

use crate::report::tree::{Cell, Run, plain};

/// How a line of a head or a foot is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Set {
    /// Half points.
    pub size: usize,
    /// The rule below it: how many tenths of its column, if there is one.
    pub rule: Option<usize>,
}

/// Half points: national title and body that issues; motto; number, place and date; recipients.
const TITLE: usize = 24;
const MOTTO: usize = 26;
const OTHER: usize = 26;
const RECIPIENTS: usize = 24;
const RECIPIENT: usize = 22;

/// The shares of the columns, in tenths of a millimetre: that of the national title takes it on one line.
pub(super) fn shares(rows: &[Vec<Cell>]) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    match (count, rows.iter().any(|row| is_head(row))) {
        (2, true) => vec![660, 990],
        // The signer's authority stands on one line.
        (2, false) => vec![700, 950],
        (count, _) => vec![1650 / count.max(1); count],
    }
}

/// How each line of a cell is set; the cells of a row are looked at together.
pub(super) fn lines(row: &[Cell], at: usize) -> Vec<Set> {
    let Some(cell) = row.get(at) else { return Vec::new() };
    let head = is_head(row);
    let bold = |line: &&Vec<Run>| !line.is_empty() && line.iter().all(|run| run.face.bold);
    let last_bold = cell.lines.iter().take_while(|line| !is_number(line)).filter(bold).count();
    let first_plain = cell.lines.iter().take_while(|line| !bold(line)).count();
    let mut seen = 0;
    let set = |line: &Vec<Run>| {
        let is_bold = bold(&line);
        seen += usize::from(is_bold);
        let motto = head && at > 0 && is_bold && seen == 2;
        let issuer = head && at == 0 && is_bold && seen == last_bold;
        let size = match () {
            () if motto => MOTTO,
            () if head && (is_bold || (at == 0 && first_plain > 0 && is_capitals(line))) => TITLE,
            () if plain(line).starts_with("- ") => RECIPIENT,
            // What a letter without a title is about stands below its number.
            () if plain(line).starts_with("V/v") => TITLE,
            () if at == 0 && !head && is_bold => RECIPIENTS,
            () => OTHER,
        };
        let rule = if motto { Some(6) } else { issuer.then_some(4) };
        Set { size, rule }
    };
    cell.lines.iter().map(set).collect()
}

/// Whether a row is the head of a letter: it has the national title.
fn is_head(row: &[Cell]) -> bool {
    let title = |cell: &Cell| {
        cell.lines.first().is_some_and(|line| {
            let words = plain(line);
            words.starts_with("CỘNG HÒA XÃ HỘI") || words.starts_with("SOCIALIST REPUBLIC")
        })
    };
    row.iter().skip(1).any(title)
}

fn is_number(line: &[Run]) -> bool {
    let words = plain(line);
    ["Số", "No.", "Luật số"].iter().any(|lead| words.starts_with(lead))
}

fn is_capitals(line: &[Run]) -> bool {
    !plain(line).chars().any(char::is_lowercase)
}
