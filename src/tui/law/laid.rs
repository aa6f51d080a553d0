//! A text laid out in rows for a width, and what of it is inked.

use crate::text::width::rows;
use std::ops::Range;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_by_its_bytes() {
        let text = "một hai\nba";
        let laid = rows(text, 0..text.len(), 4);
        let shown: Vec<&str> = laid.iter().map(|row| &text[row.clone()]).collect();
        assert_eq!(shown, ["một ", "hai", "ba"]);
        assert_eq!((row_of(&laid, 0), row_of(&laid, 6), row_of(&laid, text.len())), (0, 1, 2));
    }
}
