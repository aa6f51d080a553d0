//! Where a text names provisions and instruments.

use crate::law::{mention, place};
use std::ops::Range;

/// How far a reference goes at most, in bytes; what is longer is marked up to there.
const LONGEST: usize = 600;

/// The words with which a reference begins, in small letters, without their first letter.
const WORDS: &[&str] = &[
    "điều ",
    "khoản ",
    "điểm ",
    "chương ",
    "mục ",
    "tiểu mục ",
    "phụ lục ",
    "các điều ",
    "các khoản ",
    "các điểm ",
    "luật ",
    "bộ luật ",
    "pháp lệnh ",
    "nghị quyết ",
    "nghị định ",
    "quyết định ",
    "thông tư ",
    "chỉ thị ",
    "hiến pháp ",
];

/// The references of a text, in order and without overlap. A heading is no reference to itself.
pub(super) fn marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        of_line(line, start, &mut found);
        start += line.len() + 1;
    }
    found
}

fn of_line(line: &str, start: usize, found: &mut Vec<Range<usize>>) {
    let mut from = 0;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        let begins = c.is_alphabetic() && !before.is_alphanumeric() && at >= from && at > 0;
        before = c;
        if !begins || !WORDS.iter().any(|word| starts_with(line.get(at..).unwrap_or_default(), word)) {
            continue;
        }
        if let Some(end) = end_of(near(line, at)).map(|end| at + end).filter(|end| *end > at) {
            found.push(start + at..start + end);
            from = end;
        }
    }
}

/// The part of a line in which a reference may lie.
fn near(line: &str, at: usize) -> &str {
    let mut end = line.len().min(at + LONGEST);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    line.get(at..end).unwrap_or_default()
}

/// Where the reference at the head of a text ends: places, and the instrument in which they lie.
fn end_of(text: &str) -> Option<usize> {
    let places = place::read(text, 0).map(|(_, end)| end);
    let instrument = |from: usize| mention::read(text, from).map(|m| m.span.end);
    match places {
        Some(end) => Some(instrument(end).unwrap_or(end)),
        None => instrument(0),
    }
}

/// Whether a text begins with words in small letters, or with a capital.
fn starts_with(text: &str, words: &str) -> bool {
    let mut have = text.chars();
    words.chars().enumerate().all(|(n, want)| {
        have.next().is_some_and(|c| c == want || (n == 0 && c.to_lowercase().eq(std::iter::once(want))))
    })
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn references_are_marked_and_headings_are_not() {
        let text = "Điều 5. Hồ sơ\n1. Theo điểm a, b khoản 2 Điều 7 của Nghị định số 12/2031/NĐ-CP và khoản 3 Điều này;\nthông tin, điều kiện";
        let found: Vec<&str> = marks(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["điểm a, b khoản 2 Điều 7 của Nghị định số 12/2031/NĐ-CP", "khoản 3 Điều này"]);
    }

    #[test]
    fn a_hostile_line_is_read_once() {
        let line = format!("x {}", "khoản 1, ".repeat(60_000));
        assert!(!marks(&line).is_empty());
    }
}
