//! Texts cut, padded and wrapped by the cells that they take on a terminal.

use crate::model::Fraction;
use crate::text::{Lang, number};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// A text of at most so many cells; what is cut off shows as `…`.
pub(in crate::tui) fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let next = width(grapheme);
        if used + next + 1 > cells {
            break;
        }
        used += next;
        out.push_str(grapheme);
    }
    if cells > 0 {
        out.push('…');
    }
    out
}

/// A text of exactly so many cells, to the left.
pub(super) fn left(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    let blank = cells - width(&text);
    text + &" ".repeat(blank)
}

/// A text of exactly so many cells, to the left, with a blank behind it whatever is cut off.
pub(super) fn apart(text: &str, cells: usize) -> String {
    left(text, cells.saturating_sub(1)) + &" ".repeat(cells.min(1))
}

/// A text of exactly so many cells, to the right.
pub(super) fn right(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    " ".repeat(cells - width(&text)) + &text
}

/// The lines of a text, broken at blanks so that none takes more cells. Words longer than a line are broken.
pub(super) fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && width(&line) + 1 + width(word) > cells {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            for grapheme in word.graphemes(true) {
                if width(&line) + width(grapheme) > cells {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
            }
        }
        lines.push(line);
    }
    lines
}

/// An amount in whole đồng.
pub(super) fn dong(value: Fraction, lang: Lang) -> String {
    number::whole(value.round(), lang)
}

/// A percentage (20 means 20 %) with one decimal.
pub(super) fn percent(value: Fraction, lang: Lang) -> String {
    number::decimal(value.numerator(), value.denominator(), 1, lang) + "%"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cut_and_padded() {
        assert_eq!(cut("Đăng ký khai sinh", 8), "Đăng ký…");
        assert_eq!(left("đồng", 6), "đồng  ");
        assert_eq!(right("12", 4), "  12");
        assert_eq!(cut("abc", 0), "");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "[a-zđăê \n]{0,80}", cells in 1_usize..20) {
            for line in wrap(&text, cells) {
                prop_assert!(width(&line) <= cells);
            }
            prop_assert!(width(&cut(&text.replace('\n', " "), cells)) <= cells);
            prop_assert_eq!(width(&left(&text.replace('\n', " "), cells)), cells);
        }
    }
}
