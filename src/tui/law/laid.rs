//! A text laid out in rows for a width, and what of it is inked.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How a piece of a text is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Ink {
    /// A reference to a provision or an instrument.
    Reference,
    /// What a search found.
    Hit,
    /// What goes.
    Old,
    /// What comes.
    New,
    /// The head of a block.
    Heading,
    /// Something to look at again.
    Warning,
}

/// Pieces with their ink, in order and without overlap.
pub(in crate::tui) type Inks = Vec<(Range<usize>, Ink)>;

/// A text in rows.
#[derive(Debug, Default)]
pub(in crate::tui) struct Laid {
    pub(in crate::tui) text: String,
    pub(in crate::tui) inks: Inks,
    pub(in crate::tui) rows: Vec<Range<usize>>,
    pub(in crate::tui) top: usize,
}

impl Laid {
    /// Lays the text out for a width; what was on top stays there.
    pub(in crate::tui) fn lay_out(&mut self, cells: usize) {
        let at = self.rows.get(self.top).map_or(0, |row| row.start);
        self.rows = rows(&self.text, 0..self.text.len(), cells);
        self.top = row_of(&self.rows, at);
    }

    /// Moves what is on top by some rows.
    pub(in crate::tui) fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }

    /// Adds a line in one ink.
    pub(in crate::tui) fn line(&mut self, text: &str, ink: Option<Ink>) {
        self.piece(text, ink);
        self.text.push('\n');
    }

    /// Adds a piece in one ink.
    pub(in crate::tui) fn piece(&mut self, text: &str, ink: Option<Ink>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.inks.extend(ink.map(|ink| (start..self.text.len(), ink)));
    }
}

/// The row in which a byte stands.
pub(super) fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

/// The rows of a part of a text, broken at blanks so that none takes more cells than there are; a word longer than a row is broken.
pub(super) fn rows(text: &str, part: Range<usize>, cells: usize) -> Vec<Range<usize>> {
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
    fn a_row_is_found_by_its_bytes() {
        let text = "một hai\nba";
        let laid = rows(text, 0..text.len(), 4);
        let shown: Vec<&str> = laid.iter().map(|row| &text[row.clone()]).collect();
        assert_eq!(shown, ["một ", "hai", "ba"]);
        assert_eq!((row_of(&laid, 0), row_of(&laid, 6), row_of(&laid, text.len())), (0, 1, 2));
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
