//! A comparison in the lines of a terminal: what goes struck through in red, what comes underlined in green; without colours `[-old-]{+new+}`.

use crate::cli::context::Context;
use crate::law::compare::{Kind, Piece, Row, Side, View};
use crate::report::{Comparing, explanation, place, summary};
use crate::text::width::{cut, width};
use crate::words::Message;
use crate::words::compare::CompareWord as W;
use clap::ColorChoice;
use std::borrow::Cow;
use std::io::IsTerminal;

mod wrapped;
use wrapped::Wrapped;

/// How wide the lines are where there is no terminal.
const WIDE: usize = 120;

/// Up to so many columns, texts that stand beside each other do not read well, and the new one stands below the old.
const NARROW: usize = 60;

/// The whole answer.
pub(super) fn text(asked: &Comparing<'_>, context: &Context) -> String {
    let columns = context.width();
    let sheet = Sheet { colour: coloured(context), width: columns.map_or(WIDE, usize::from).max(20) };
    let rows = asked.rows();
    let mut out = String::new();
    let word = |word: W| word.text(asked.lang);
    match asked.view {
        View::Side if sheet.width > NARROW && !rows.is_empty() => {
            let widths = [(sheet.width - 3) / 2, (sheet.width - 3) / 2];
            sheet.titles(&mut out, &[word(W::Current), word(W::Proposed)], &widths);
            for row in &rows {
                sheet.heading(&mut out, row, asked);
                let cells = sheet.sides(row, widths[0]);
                sheet.columns(&mut out, &cells, &widths);
            }
        }
        View::Table if sheet.width > NARROW && !rows.is_empty() => {
            let number = rows.len().to_string().len().max(width(word(W::Number)));
            let told = (sheet.width / 5).clamp(14, 26);
            let half = (sheet.width - number - told - 9) / 2;
            let widths = [number, half, half, told];
            let titles = [word(W::Number), word(W::Current), word(W::Proposed), word(W::Explanation)];
            sheet.titles(&mut out, &titles, &widths);
            for (at, row) in rows.iter().enumerate() {
                let told_by = format!("{}: {}", place(row), explanation(row, asked.lang));
                let [old, new] = sheet.sides(row, half);
                let cells = [sheet.plain(&(at + 1).to_string(), number), old, new, sheet.plain(&told_by, told)];
                sheet.columns(&mut out, &cells, &widths);
                sheet.rule(&mut out, &widths);
            }
        }
        view => {
            for row in &rows {
                sheet.heading(&mut out, row, asked);
                sheet.below(&mut out, row, view == View::Words);
            }
        }
    }
    if !rows.is_empty() {
        out.push('\n');
    }
    out.push_str(&summary(&rows, asked.lang));
    out.push('\n');
    out
}

/// A text in lines of at most so many columns; what goes on below the first line of a line stands further in.
pub(super) fn wrap(text: &str, columns: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut lines = Wrapped::new(columns.saturating_sub(2).max(20));
        lines.push(line, Side::Both);
        lines.end_line();
        for at in 0..lines.len() {
            out.push_str(if at == 0 { "" } else { "  " });
            out.extend(lines.line(at).map(|(_, text)| text));
            out.push('\n');
        }
    }
    out
}

/// Whether what is printed is coloured.
fn coloured(context: &Context) -> bool {
    match context.color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            context.output.is_none() && std::io::stdout().is_terminal() && !crate::cli::no_color(context)
        }
    }
}

struct Sheet {
    colour: bool,
    width: usize,
}

impl Sheet {
    /// The line that says where, and what became of it.
    fn heading(&self, out: &mut String, row: &Row<'_>, asked: &Comparing<'_>) {
        let heading = row.new.as_ref().or(row.old.as_ref()).map_or("", |spot| spot.heading);
        let told = explanation(row, asked.lang);
        let mut text = format!("{}: {told}", place(row));
        let room = self.width.saturating_sub(width(&text) + 3);
        // An Điều shows its heading in its own text.
        let article = row.level == crate::model::Level::Article && row.tells_words();
        if !heading.is_empty() && !article && room > 15 {
            text.push_str(" · ");
            text.push_str(&cut(heading, room));
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let (bold, plain) = if self.colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        out.extend([bold, &text, plain, "\n"]);
    }

    /// The text of a row below its heading: as one, or the old above the new.
    fn below(&self, out: &mut String, row: &Row<'_>, as_one: bool) {
        let room = self.width - 2;
        if as_one || !row.tells_words() {
            let pieces = self.shown(row, room, &row.pieces);
            self.print(out, "  ", &self.wrap(&pieces, room));
            return;
        }
        for (side, lead) in [(Side::Old, "- "), (Side::New, "+ ")] {
            let there = if side == Side::Old { row.old.is_some() } else { row.new.is_some() };
            if there {
                self.print(out, lead, &self.wrap(&row.side(side), room));
            }
        }
    }

    /// Both sides of a row, wrapped.
    fn sides(&self, row: &Row<'_>, width: usize) -> [Wrapped; 2] {
        let old = row.old.as_ref().map(|spot| spot.text.as_ref()).unwrap_or_default();
        [Side::Old, Side::New].map(|side| {
            let pieces = match side {
                Side::Old if !row.tells_words() => vec![Piece { side: Side::Both, text: old.to_owned() }],
                _ => row.side(side),
            };
            self.wrap(&self.shown(row, width, &pieces), width)
        })
    }

    /// What of a row is shown: of one that only went elsewhere the first line, as far as there is room.
    fn shown<'p>(&self, row: &Row<'_>, room: usize, pieces: &'p [Piece]) -> Cow<'p, [Piece]> {
        if row.tells_words() || row.kind == Kind::Unchanged {
            return Cow::Borrowed(pieces);
        }
        let text: String = pieces.iter().map(|p| p.text.as_str()).collect();
        Cow::Owned(vec![Piece { side: Side::Both, text: cut(text.lines().next().unwrap_or_default(), room) }])
    }

    fn plain(&self, text: &str, width: usize) -> Wrapped {
        self.wrap(&[Piece { side: Side::Both, text: text.to_owned() }], width)
    }

    /// Pieces in lines of at most so many columns; what went and came carries its marks where there are no colours.
    fn wrap(&self, pieces: &[Piece], width: usize) -> Wrapped {
        let mut lines = Wrapped::new(width);
        let mut before = Side::Both;
        for piece in pieces.iter().filter(|p| p.side != Side::Old || p.is_edit()) {
            let edit = piece.is_edit();
            let (lead, words, tail) = piece.parts();
            let (open, close) = match piece.side {
                Side::Old if edit && !self.colour => ("[-", "-]"),
                Side::New if edit && !self.colour => ("{+", "+}"),
                _ => ("", ""),
            };
            // In colours only, a blank parts the old word from the new one in its place.
            if edit && self.colour && before == Side::Old && piece.side == Side::New {
                lines.blank();
            }
            let side = if edit { piece.side } else { Side::Both };
            lines.push(lead, Side::Both);
            lines.push(open, side);
            lines.push(words, side);
            lines.push(close, side);
            lines.push(tail, Side::Both);
            before = piece.side;
        }
        lines.end_line();
        lines
    }

    fn print(&self, out: &mut String, lead: &str, lines: &Wrapped) {
        for at in 0..lines.len() {
            let begin = out.len();
            out.push_str(lead);
            self.line(out, lines, at);
            end_of_line(out, begin);
        }
    }

    /// One line with its colours.
    fn line(&self, out: &mut String, lines: &Wrapped, at: usize) {
        for (side, text) in lines.line(at) {
            let code = match side {
                Side::Old if self.colour => "\x1b[31;9m",
                Side::New if self.colour => "\x1b[32;4m",
                _ => "",
            };
            out.extend([code, text, if code.is_empty() { "" } else { "\x1b[0m" }]);
        }
    }

    fn titles(&self, out: &mut String, titles: &[&str], widths: &[usize]) {
        let cells: Vec<Wrapped> = titles.iter().zip(widths).map(|(title, width)| self.plain(title, *width)).collect();
        self.columns(out, &cells, widths);
        self.rule(out, widths);
    }

    fn rule(&self, out: &mut String, widths: &[usize]) {
        let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        out.push_str(&rules.join("─┼─"));
        out.push('\n');
    }

    /// Cells beside each other.
    fn columns(&self, out: &mut String, cells: &[Wrapped], widths: &[usize]) {
        let height = cells.iter().map(Wrapped::len).max().unwrap_or(0);
        for at in 0..height {
            let begin = out.len();
            for (cell, room) in cells.iter().zip(widths) {
                if out.len() > begin {
                    out.push_str(" │ ");
                }
                let used: usize = cell.line(at).map(|(_, text)| width(text)).sum();
                self.line(out, cell, at);
                out.extend(std::iter::repeat_n(' ', room.saturating_sub(used)));
            }
            end_of_line(out, begin);
        }
    }
}

/// Ends a line without blanks before its end.
fn end_of_line(out: &mut String, begin: usize) {
    let written = out.get(begin..).unwrap_or_default().trim_end().len();
    out.truncate(begin + written);
    out.push('\n');
}
