//! Texts beside each other in columns, laid out for the width in which they are drawn.

use crate::law::{Piece, Side};
use crate::text::width::{rows, width};
use crate::tui::screen::Shared;
use crate::tui::widgets::pager::{Ink, Marked, Pager};
use ratatui::Frame;
use ratatui::layout::Rect;
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// Between two columns.
const BETWEEN: &str = " │ ";

/// A text whose lines depend on the width: made anew when that changes.
#[derive(Debug, Default)]
pub(super) struct Columned {
    pub(super) pager: RefCell<Pager>,
    cells: Cell<usize>,
}

impl Columned {
    /// Says that what it shows is another now; the place in it stays as far as it can.
    pub(super) fn renew(&mut self) {
        self.cells.set(0);
    }

    /// Whether words go or come in it.
    pub(super) fn has_edits(&self) -> bool {
        self.pager.borrow().marked.inks.iter().any(|(_, ink)| is_edit(*ink))
    }

    /// Goes to the next or the previous row in which words go or come.
    pub(super) fn next_edit(&mut self, forward: bool) {
        let pager = self.pager.get_mut();
        let row = pager.seen_rows().into_iter().next().unwrap_or(0..0);
        let mut edits = pager.marked.inks.iter().filter(|(_, ink)| is_edit(*ink)).map(|(range, _)| range.start);
        let to = if forward { edits.find(|at| *at >= row.end) } else { edits.rfind(|at| *at < row.start) };
        if let Some(to) = to {
            pager.go(to);
        }
    }

    /// Draws it; `make` gives its text for so many cells.
    pub(super) fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect, make: impl FnOnce(usize) -> Marked) {
        let cells = usize::from(area.width.saturating_sub(2)).max(1);
        if self.cells.replace(cells) != cells {
            self.pager.borrow_mut().take(make(cells));
        }
        self.pager.borrow().draw(shared, frame, area);
    }
}

fn is_edit(ink: Ink) -> bool {
    matches!(ink, Ink::Removed | Ink::Added)
}

/// A text with its inks: a cell of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Inked {
    pub(super) text: String,
    pub(super) inks: Vec<(Range<usize>, Ink)>,
}

impl Inked {
    /// A text in one ink.
    pub(super) fn plain(text: &str, ink: Option<Ink>) -> Self {
        Self { text: text.to_owned(), inks: ink.map(|ink| (0..text.len(), ink)).into_iter().collect() }
    }

    /// One side of compared words.
    pub(super) fn side(pieces: &[Piece], side: Side) -> Self {
        let ink = if side == Side::Old { Ink::Removed } else { Ink::Added };
        let mut made = Self::default();
        for piece in pieces.iter().filter(|piece| piece.side == side || piece.side == Side::Both) {
            let start = made.text.len();
            made.text.push_str(&piece.text);
            if piece.is_edit() {
                let (lead, words, _) = piece.parts();
                let from = start + lead.len();
                made.inks.push((from..from + words.len(), ink));
            }
        }
        made
    }
}

/// Adds a row of cells beside each other, each in so many cells of the screen.
pub(super) fn beside(into: &mut Marked, row: &[(&Inked, usize)]) {
    let laid: Vec<Vec<Range<usize>>> =
        row.iter().map(|(cell, cells)| rows(&cell.text, 0..cell.text.trim_end().len(), (*cells).max(1))).collect();
    let high = laid.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..high {
        for (n, ((cell, cells), lines)) in row.iter().zip(&laid).enumerate() {
            if n > 0 {
                into.piece(BETWEEN, Some(Ink::Faint));
            }
            let range = lines.get(at).cloned().unwrap_or(0..0);
            let line = cell.text.get(range.clone()).unwrap_or_default().trim_end();
            let base = into.text.len();
            into.text.push_str(line);
            let end = range.start + line.len();
            for (ink_range, ink) in cell.inks.iter().filter(|(ink, _)| ink.start < end && ink.end > range.start) {
                let (from, to) = (ink_range.start.max(range.start), ink_range.end.min(end));
                into.inks.push((base + from - range.start..base + to - range.start, *ink));
            }
            if n + 1 < row.len() {
                into.text.push_str(&" ".repeat(cells.saturating_sub(width(line))));
            }
        }
        into.text.push('\n');
    }
}

/// A line across so many cells.
pub(super) fn rule(into: &mut Marked, cells: usize) {
    into.line(&"─".repeat(cells), Some(Ink::Faint));
}

/// Compared words in one text: what goes in `[-…-]`, what comes in `{+…+}`.
pub(super) fn spelled(into: &mut Marked, pieces: &[Piece]) {
    for piece in pieces {
        let (lead, words, trail) = piece.parts();
        into.piece(lead, None);
        match piece.side {
            Side::Old if piece.is_edit() => into.piece(&format!("[-{words}-]"), Some(Ink::Removed)),
            Side::New if piece.is_edit() => into.piece(&format!("{{+{words}+}}"), Some(Ink::Added)),
            _ => into.piece(words, None),
        }
        into.piece(trail, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::words;

    #[test]
    fn cells_stand_beside_each_other_and_keep_their_inks() {
        let pieces = words("một hai ba", "một bốn ba");
        let (old, new) = (Inked::side(&pieces, Side::Old), Inked::side(&pieces, Side::New));
        let mut made = Marked::default();
        beside(&mut made, &[(&old, 7), (&new, 7)]);
        assert_eq!(made.text, "một hai │ một bốn\nba      │ ba\n");
        let inked: Vec<(&str, Ink)> = made.inks.iter().map(|(range, ink)| (&made.text[range.clone()], *ink)).collect();
        assert_eq!(inked[..3], [("hai", Ink::Removed), (" │ ", Ink::Faint), ("bốn", Ink::Added)]);
        assert!(made.inks.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start), "inks stand in order");
        let mut one = Marked::default();
        spelled(&mut one, &pieces);
        assert_eq!(one.text, "một [-hai-]{+bốn+} ba");
    }
}
