//! A comparison in the lines of a terminal: what goes struck through in red, what comes underlined in green; without colours `[-old-]{+new+}`.

use crate::cli::args::ColorChoice;
use crate::cli::context::Context;
use crate::cli::output;
use crate::law::compare::{Kind, Piece, Row, Side, View};
use crate::report::{Comparing, explanation, place, summary};
use crate::text::Message;
use crate::text::messages::compare::CompareWord as W;
use std::io::IsTerminal;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide the lines are where there is no terminal.
const WIDE: usize = 120;

/// Up to so many columns, texts that stand beside each other do not read well, and the new one stands below the old.
const NARROW: usize = 60;

/// The whole answer.
pub(super) fn text(asked: &Comparing<'_>, context: &Context) -> String {
    let width = if context.output.is_none() { output::terminal_width() } else { None };
    let sheet = Sheet { colour: coloured(context), width: width.map_or(WIDE, usize::from).max(20) };
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
            let number = rows.len().to_string().len().max(word(W::Number).width());
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

/// A stretch of a line that looks alike.
struct Span {
    text: String,
    side: Side,
}

type Line = Vec<Span>;

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
        let room = self.width.saturating_sub(text.width() + 3);
        // An Điều shows its heading in its own text.
        let article = row.level == crate::model::Level::Article && row.tells_words();
        if !heading.is_empty() && !article && room > 15 {
            text.push_str(" · ");
            text.push_str(&cut(heading, room));
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&if self.colour { format!("\x1b[1m{text}\x1b[0m\n") } else { format!("{text}\n") });
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
    fn sides(&self, row: &Row<'_>, width: usize) -> [Vec<Line>; 2] {
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
    fn shown(&self, row: &Row<'_>, room: usize, pieces: &[Piece]) -> Vec<Piece> {
        if row.tells_words() || row.kind == Kind::Unchanged {
            return pieces.to_vec();
        }
        let text: String = pieces.iter().map(|p| p.text.as_str()).collect();
        vec![Piece { side: Side::Both, text: cut(text.lines().next().unwrap_or_default(), room) }]
    }

    fn plain(&self, text: &str, width: usize) -> Vec<Line> {
        self.wrap(&[Piece { side: Side::Both, text: text.to_owned() }], width)
    }

    /// Pieces in lines of at most so many columns; what went and came carries its marks where there are no colours.
    fn wrap(&self, pieces: &[Piece], width: usize) -> Vec<Line> {
        let mut lines = Lines { done: Vec::new(), line: Vec::new(), used: 0, word: Vec::new(), blank: false, width };
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
        lines.finish()
    }

    fn print(&self, out: &mut String, lead: &str, lines: &[Line]) {
        for line in lines {
            let mut text = lead.to_owned();
            text.push_str(&self.line(line));
            out.push_str(text.trim_end());
            out.push('\n');
        }
    }

    fn line(&self, line: &Line) -> String {
        let mut out = String::new();
        for span in line {
            let code = match span.side {
                Side::Old if self.colour => "\x1b[31;9m",
                Side::New if self.colour => "\x1b[32;4m",
                _ => "",
            };
            out.push_str(code);
            out.push_str(&span.text);
            if !code.is_empty() {
                out.push_str("\x1b[0m");
            }
        }
        out
    }

    fn titles(&self, out: &mut String, titles: &[&str], widths: &[usize]) {
        let cells: Vec<Vec<Line>> = titles.iter().zip(widths).map(|(title, width)| self.plain(title, *width)).collect();
        self.columns(out, &cells, widths);
        self.rule(out, widths);
    }

    fn rule(&self, out: &mut String, widths: &[usize]) {
        let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        out.push_str(&rules.join("─┼─"));
        out.push('\n');
    }

    /// Cells beside each other.
    fn columns(&self, out: &mut String, cells: &[Vec<Line>], widths: &[usize]) {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut text = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                if !text.is_empty() {
                    text.push_str(" │ ");
                }
                let empty = Vec::new();
                let line = cell.get(at).unwrap_or(&empty);
                let used: usize = line.iter().map(|span| span.text.width()).sum();
                text.push_str(&self.line(line));
                text.push_str(&" ".repeat(width.saturating_sub(used)));
            }
            out.push_str(text.trim_end());
            out.push('\n');
        }
    }
}

/// Lines as they fill; what no blank parts stays together as long as it fits on a line.
struct Lines {
    done: Vec<Line>,
    line: Line,
    used: usize,
    word: Line,
    /// Whether a blank stands before the word.
    blank: bool,
    width: usize,
}

impl Lines {
    fn push(&mut self, text: &str, side: Side) {
        for c in text.chars() {
            match c {
                '\n' => self.end_line(),
                c if c.is_whitespace() => self.blank(),
                c => append(&mut self.word, c, side),
            }
        }
    }

    fn blank(&mut self) {
        self.end_word();
        self.blank = true;
    }

    fn end_word(&mut self) {
        let width: usize = self.word.iter().map(|span| span.text.width()).sum();
        if width == 0 {
            return;
        }
        if !self.line.is_empty() && self.used + usize::from(self.blank) + width > self.width {
            self.done.push(std::mem::take(&mut self.line));
            self.used = 0;
        } else if self.blank && !self.line.is_empty() {
            let side = match (self.line.last(), self.word.first()) {
                (Some(a), Some(b)) if a.side == b.side => a.side,
                _ => Side::Both,
            };
            append(&mut self.line, ' ', side);
            self.used += 1;
        }
        self.blank = false;
        for span in std::mem::take(&mut self.word) {
            for c in span.text.chars() {
                let wide = c.width().unwrap_or(0);
                if self.used + wide > self.width {
                    self.done.push(std::mem::take(&mut self.line));
                    self.used = 0;
                }
                append(&mut self.line, c, span.side);
                self.used += wide;
            }
        }
    }

    fn end_line(&mut self) {
        self.end_word();
        if !self.line.is_empty() {
            self.done.push(std::mem::take(&mut self.line));
        }
        (self.used, self.blank) = (0, false);
    }

    fn finish(mut self) -> Vec<Line> {
        self.end_line();
        self.done
    }
}

fn append(line: &mut Line, c: char, side: Side) {
    match line.last_mut().filter(|span| span.side == side) {
        Some(span) => span.text.push(c),
        None => line.push(Span { text: c.to_string(), side }),
    }
}

/// A text cut to so many columns.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if out.width() + c.width().unwrap_or(0) + 1 > width {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}
