//! Texts cut, padded and broken into lines by the cells that they take on a terminal.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// A text of at most so many cells; what is cut off shows as `…`.
pub fn cut(text: &str, cells: usize) -> String {
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
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    out
}

/// A text of at most so many cells whose middle is left out, at words where that can be: names of procedures begin alike and differ at their
/// ends.
pub fn middle(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    if cells < 12 {
        return cut(text, cells);
    }
    let words: Vec<&str> = text.split(' ').collect();
    // The end gets two fifths, the beginning what is left.
    let (mut tail, mut tail_cells) = (words.len(), 0);
    let blank = |tail: usize| usize::from(tail < words.len());
    while tail > 1 && tail_cells + width(words[tail - 1]) + blank(tail) <= cells * 2 / 5 {
        tail_cells += width(words[tail - 1]) + blank(tail);
        tail -= 1;
    }
    let (mut head, mut head_cells) = (0, 0);
    while head < tail && head_cells + width(words[head]) + usize::from(head > 0) + 1 + tail_cells <= cells {
        head_cells += width(words[head]) + usize::from(head > 0);
        head += 1;
    }
    if head == 0 || tail == words.len() {
        return cut(text, cells);
    }
    format!("{}…{}", words[..head].join(" "), words[tail..].join(" "))
}

/// A text of exactly so many cells, to the left.
pub fn left(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    let blank = cells - width(&text);
    text + &" ".repeat(blank)
}

/// A text of exactly so many cells, to the left, with a blank behind it whatever is cut off.
pub fn apart(text: &str, cells: usize) -> String {
    left(text, cells.saturating_sub(1)) + &" ".repeat(cells.min(1))
}

/// A text of exactly so many cells, to the right.
pub fn right(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    " ".repeat(cells - width(&text)) + &text
}

/// The lines of a text, broken at blanks so that none takes more cells. Words longer than a line are broken.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    rows(text, 0..text.len(), cells).into_iter().map(|row| text[row].trim_end_matches(' ').to_owned()).collect()
}

/// The rows of a part of a text, broken at blanks so that none takes more cells than there are; a word longer than a row is broken.
pub fn rows(text: &str, part: Range<usize>, cells: usize) -> Vec<Range<usize>> {
    let cells = cells.max(1);
    let mut rows = Vec::new();
    let mut start = part.start;
    for line in text.get(part).unwrap_or_default().split('\n') {
        let (mut row, mut at, mut used) = (start, start, 0);
        for word in line.split_inclusive(' ') {
            let wide = word.trim_end_matches(' ').width();
            if used > 0 && used + wide > cells {
                rows.push(row..at);
                (row, used) = (at, 0);
            }
            if wide <= cells {
                used += word.width();
                at += word.len();
                continue;
            }
            for grapheme in word.graphemes(true) {
                if used > 0 && used + grapheme.width() > cells {
                    rows.push(row..at);
                    (row, used) = (at, 0);
                }
                used += grapheme.width();
                at += grapheme.len();
            }
        }
        rows.push(row..start + line.len());
        start += line.len() + 1;
    }
    rows
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
        // Of 33 cells the last words take 12 of 13, the first 17 of the 20 that are left; one more would take 21.
        let name = "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con";
        assert_eq!(middle(name, 33), "Đăng ký khai sinh…cha, mẹ, con");
        assert_eq!(middle(name, 80), name);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "[a-zđăê \n]{0,80}", cells in 1_usize..20) {
            for line in wrap(&text, cells) {
                prop_assert!(width(&line) <= cells);
            }
            prop_assert!(width(&cut(&text.replace('\n', " "), cells)) <= cells);
            prop_assert!(width(&middle(&text.replace('\n', " "), cells)) <= cells);
            prop_assert_eq!(width(&left(&text.replace('\n', " "), cells)), cells);
        }
    }

    proptest! {
        #[test]
        fn rows_divide_the_text_and_fit(text in "[a-zđă漢e\u{301} \n]{0,80}", cells in 2_usize..20) {
            let laid = rows(&text, 0..text.len(), cells);
            let mut at = 0;
            for row in &laid {
                prop_assert!(row.start == at || (row.start == at + 1 && text.as_bytes()[at] == b'\n'));
                prop_assert!(text[row.clone()].trim_end().width() <= cells);
                at = row.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
