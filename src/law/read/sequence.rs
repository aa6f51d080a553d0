//! How labels follow each other: `5` or `4a` behind `4`, `đ` behind `d`, `ii` behind `i`.

use crate::model::provision::{ORDINALS, POINT_LETTERS, roman};

/// How a label fits behind the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is the next.
    Next,
    /// It is later, with a gap.
    Gap,
    /// It is the same or earlier.
    Back,
}

pub(super) fn is_next_item(before: &str, label: &str) -> bool {
    matches!((roman(before), roman(label)), (Some(a), Some(b)) if b == a + 1)
}

/// The numbers between two labels of numbers.
pub(super) fn far(before: &str, label: &str) -> u32 {
    let value = |text: &str| leading_number(text).unwrap_or(0);
    value(label).saturating_sub(value(before))
}

/// The number in front of a label such as `3a`.
fn leading_number(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..digits)?.parse().ok()
}

/// The value of a label of one to four digits.
fn plain_number(label: &str) -> Option<u32> {
    let digit = |value: u32, byte: &u8| byte.is_ascii_digit().then(|| value * 10 + u32::from(*byte - b'0'));
    (1..=4).contains(&label.len()).then(|| label.as_bytes().iter().try_fold(0, digit)).flatten()
}

/// How a numbered label fits behind another: `5` or `4a` behind `4`, `4b` or `5` behind `4a`.
pub(super) fn fits(before: &str, label: &str) -> Fit {
    // Most labels are numbers and nothing else.
    if let (Some(a), Some(b)) = (plain_number(before), plain_number(label)) {
        return if b == a + 1 {
            Fit::Next
        } else if b > a {
            Fit::Gap
        } else {
            Fit::Back
        };
    }
    let parts = |text: &str| -> (u32, Option<usize>) {
        // Only labels that do not begin with a digit are spoken: there are many labels, and few of those.
        let spoken = (!text.starts_with(|c: char| c.is_ascii_digit())).then(|| text.to_lowercase());
        if let Some(at) = spoken.and_then(|word| ORDINALS.iter().position(|w| *w == word)) {
            return (at as u32 + 1, None);
        }
        let base = text.trim_end_matches(super::line::is_label_letter);
        let value = leading_number(base).or_else(|| roman(base)).unwrap_or(0);
        (value, text.get(base.len()..).and_then(|s| s.chars().next()).map(letter_at))
    };
    let ((a, a_letter), (b, b_letter)) = (parts(before), parts(label));
    let next = match b_letter {
        None => b == a + 1,
        Some(at) => b == a && at == a_letter.map_or(0, |l| l + 1),
    };
    if next {
        Fit::Next
    } else if (b, b_letter) > (a, a_letter) {
        Fit::Gap
    } else {
        Fit::Back
    }
}

/// The number of an Điều, and the place of its letter from 1; 0 if it has none. Of `5a1` the digit behind the letter does not count.
pub(super) fn article_parts(label: &str) -> (u32, usize) {
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    let number = label.get(..digits).and_then(|d| d.parse().ok()).unwrap_or(0);
    let letter = label.get(digits..).and_then(|rest| rest.chars().next()).map_or(0, |c| letter_at(c) + 1);
    (number, letter)
}

/// How a point fits behind another: `b` or `a1` behind `a`, `đ` behind `d`.
pub(super) fn point_fit(before: &str, label: &str) -> Fit {
    let parts = |text: &str| -> (usize, u32) {
        let mut chars = text.chars();
        let letter = chars.next().map_or(0, letter_at);
        (letter, chars.next().and_then(|c| c.to_digit(10)).unwrap_or(0))
    };
    let ((a, a_digit), (b, b_digit)) = (parts(before), parts(label));
    if (b == a + 1 && b_digit == 0) || (b == a && b_digit == a_digit + 1) {
        Fit::Next
    } else if (b, b_digit) > (a, a_digit) {
        Fit::Gap
    } else {
        Fit::Back
    }
}

/// Where a letter stands among those that label points; others stand behind all.
fn letter_at(letter: char) -> usize {
    POINT_LETTERS.chars().position(|c| c == letter).unwrap_or(99)
}
