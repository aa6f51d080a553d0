//! Drawing the rows in sight.

use super::{Grid, Width};
use crate::text::fold::find_folded;
use crate::text::width::{left, middle, right, width};
use crate::text::{fold, number};
use crate::tui::chrome::cut_line;
use crate::tui::screen::{Hit, Shared};
use crate::tui::widgets::pager::scrollbar;
use crate::tui::widgets::{input, window};
use crate::view::Cell;
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

/// Cells of the marks before a row.
const MARKS: usize = 3;

/// From so many columns on, money is shown to the đồng.
const EXACT_MONEY: u16 = 160;

/// How much a name takes at least.
const LEAST: usize = 18;

/// A column as it is drawn.
#[derive(Debug)]
struct Drawn {
    key: String,
    /// Its place in the answer.
    at: usize,
    /// Its place among the columns seen.
    seen: usize,
    cells: usize,
    title: String,
    width: Width,
    number: bool,
}

impl Grid {
    /// Draws it: heads, rows, the words that are looked for.
    pub(in crate::tui) fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if area.height == 0 || area.width == 0 {
            return;
        }
        let find = self.finding.is_some() && area.height > 2;
        let head = Rect { height: 1, ..area };
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + u16::from(find)), ..area };
        let columns = self.drawn(shared, usize::from(area.width).saturating_sub(MARKS + 1));
        self.heads(shared, frame, head, &columns);
        let words: Vec<String> = self.state.words.split_whitespace().map(fold).collect();
        let room = usize::from(body.height);
        self.room.set(room);
        let mut seen = window(self.top.get(), self.at, self.order.len(), room);
        // Titles take rows of their own: the row in hand is seen all the same.
        let lines_to_hand = |from: usize| {
            let titles =
                (from..=self.at).filter(|at| self.title_before(*at, *at == from, shared.lang).is_some()).count();
            let folded = (from..=self.at).filter(|at| self.is_folded(self.order[*at])).count();
            titles + (self.at + 1).saturating_sub(from) - folded
        };
        while seen.start < self.at && lines_to_hand(seen.start) > room {
            seen.start += 1;
        }
        self.top.set(seen.start);
        let mut lines: Vec<Line<'static>> = Vec::with_capacity(room);
        for at in seen.clone() {
            let row = self.order[at];
            let folded = self.is_folded(row);
            if let Some(title) = self.title_before(at, at == seen.start, shared.lang)
                && lines.len() < room
            {
                let place = Rect { y: body.y + lines.len() as u16, height: 1, ..body };
                shared.hit(place, Hit::Group(at));
                let line = self.title_line(&title, folded, at == self.at, row, shared);
                lines.push(cut_line(line, usize::from(body.width).saturating_sub(1)));
            }
            if lines.len() < room && !folded {
                shared.hit(Rect { y: body.y + lines.len() as u16, height: 1, ..body }, Hit::Row(at));
                lines.push(self.line(shared, row, at == self.at, &columns, &words));
            }
        }
        frame.render_widget(Text::from(lines), body);
        scrollbar(frame, body, seen.start, self.order.len());
        if self.order.is_empty() {
            self.empty(shared, frame, body);
        }
        if let (true, Some(typed)) = (find, &self.finding) {
            let line = Rect { y: area.bottom() - 1, height: 1, ..area };
            let label = format!(" {}: ", shared.word(W::Find));
            let (text, cursor) = input::seen(typed, usize::from(area.width).saturating_sub(width(&label) + 20));
            let style = if self.old_words.is_empty() { Style::new() } else { shared.theme.hand() };
            let count = format!("   {}", self.told(shared));
            let spans = [
                Span::styled(label.clone(), shared.theme.key()),
                Span::styled(text, style),
                Span::styled(count, shared.theme.faint()),
            ];
            frame.render_widget(Line::from(spans.to_vec()), line);
            input::set_cursor(frame, line, width(&label) + cursor);
        }
    }

    /// The title of a group: folded it is a row to be taken in hand.
    fn title_line(&self, title: &str, folded: bool, in_hand: bool, row: usize, shared: &Shared) -> Line<'static> {
        let sign = match (folded, self.folds()) {
            (true, _) => "▸ ",
            (false, true) => "▾ ",
            (false, false) => "",
        };
        let hand = if in_hand && folded { '▶' } else { ' ' };
        let mark = if folded && self.marks.contains(&self.rows[row].key) { "● " } else { "" };
        let style = if in_hand && folded { shared.theme.hand() } else { shared.theme.heading() };
        Line::styled(format!("{hand}{sign}{mark}{title}"), style)
    }

    /// What is said where no row is seen: what leaves none, and what to do.
    fn empty(&self, shared: &Shared, frame: &mut Frame<'_>, body: Rect) {
        let lines = if self.rows.is_empty() {
            vec![Line::raw(format!(" {}", shared.word(W::NothingYet)))]
        } else {
            let filtered = self.filtered(shared).unwrap_or_default();
            vec![
                Line::raw(format!(" {}", W::NothingFits.with(shared.lang, &[&filtered]))),
                Line::styled(format!(" {}", shared.word(W::NothingFitsHint)), shared.theme.faint()),
            ]
        };
        frame.render_widget(Text::from(lines), body);
    }

    fn heads(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect, columns: &[Drawn]) {
        let mut spans = vec![Span::raw(" ".repeat(MARKS))];
        let mut x = area.x + MARKS as u16;
        let sort = self.state.sort.first();
        for column in columns {
            let sign = match sort {
                Some(key) if key.trim_start_matches('-') == column.key => {
                    if key.starts_with('-') {
                        "▼"
                    } else {
                        "▲"
                    }
                }
                _ => "",
            };
            let title = format!("{}{sign}", column.title);
            let text = if column.number { right(&title, column.cells) } else { left(&title, column.cells) };
            let mut style = shared.theme.heading();
            if column.seen == self.column {
                style = style.patch(shared.theme.link());
            }
            spans.push(Span::styled(text, style));
            spans.push(Span::raw(" "));
            let wide = column.cells as u16;
            shared.hit(Rect { x, y: area.y, width: wide, height: 1 }, Hit::Column(column.seen));
            x = x.saturating_add(wide + 1);
        }
        frame.render_widget(Line::from(spans), area);
    }

    fn line(&self, shared: &Shared, row: usize, in_hand: bool, columns: &[Drawn], words: &[String]) -> Line<'static> {
        let marked = self.marks.contains(&self.rows[row].key);
        let base = match (in_hand, marked) {
            (true, _) => shared.theme.hand(),
            (false, true) => shared.theme.marked(),
            _ => Style::new(),
        };
        let marks = format!("{}{} ", if in_hand { '▶' } else { ' ' }, if marked { '●' } else { ' ' });
        let mut spans = vec![Span::styled(marks, base)];
        for column in columns {
            let cell = &self.table.rows[row][column.at];
            let text = self.cell_text(shared, cell, column);
            if column.width == Width::Name && !words.is_empty() {
                found(&text, words, base, shared, &mut spans);
            } else {
                spans.push(Span::styled(text, base));
            }
            spans.push(Span::styled(" ", base));
        }
        Line::from(spans)
    }

    fn cell_text(&self, shared: &Shared, cell: &Cell, column: &Drawn) -> String {
        let cells = column.cells;
        match (column.width, cell) {
            (Width::Money, Cell::Dong(value)) if shared.size.0 < EXACT_MONEY => right(&millions(*value, shared), cells),
            (Width::Money, Cell::Empty) => right("–", cells),
            (Width::Name, cell) => {
                let text = cell.shown(shared.lang);
                let bare = text.strip_prefix("Thủ tục ").map_or(text.clone(), crate::words::capital);
                left(&middle(&bare, cells), cells)
            }
            (Width::Agency, Cell::Text(code)) if cells > 12 => left(shared.world.agency(code, shared.lang), cells),
            (_, cell) if column.number => {
                let text = cell.shown(shared.lang);
                right(if text.is_empty() { "–" } else { &text }, cells)
            }
            (_, cell) => left(&cell.shown(shared.lang), cells),
        }
    }

    /// The columns for which there is room, with their widths.
    fn drawn(&self, shared: &Shared, cells: usize) -> Vec<Drawn> {
        let mut columns: Vec<(Drawn, u8)> = Vec::new();
        for (seen, key) in self.state.columns.iter().enumerate() {
            let Ok(at) = self.table.column(key) else { continue };
            let declared = self.seen_as(key);
            let shape = declared.map_or(Width::Cells(14), |column| column.width);
            let number = shape == Width::Money || self.is_number(at);
            let title = match shape {
                Width::Money if shared.size.0 < EXACT_MONEY => shared.word(W::MillionsAYear).to_owned(),
                _ => self.title(key, shared),
            };
            let own = self.state.widths.get(key).copied();
            let wide = match (own, shape) {
                (Some(own), _) => usize::from(own),
                (_, Width::Cells(cells)) => usize::from(cells).max(width(&title) + 1),
                (_, Width::Money) => {
                    if shared.size.0 < EXACT_MONEY {
                        10
                    } else {
                        18
                    }
                }
                (_, Width::Agency) => {
                    if shared.size.0 < EXACT_MONEY {
                        6
                    } else {
                        24
                    }
                }
                (_, Width::Name | Width::Text) => 0,
            };
            let drop = declared.map_or(3, |column| column.drop);
            columns.push((Drawn { key: key.clone(), at, seen, cells: wide, title, width: shape, number }, drop));
        }
        loop {
            let flexible = columns.iter().filter(|(column, _)| column.cells == 0).count();
            let fixed: usize = columns.iter().map(|(column, _)| column.cells + 1).sum();
            if fixed + flexible * LEAST <= cells {
                let rest = cells.saturating_sub(fixed);
                let mut flexible_left = flexible;
                let mut rest_left = rest;
                for (column, _) in &mut columns {
                    if column.cells == 0 {
                        column.cells = rest_left / flexible_left.max(1);
                        rest_left -= column.cells;
                        flexible_left -= 1;
                    }
                }
                break;
            }
            // The least needed goes; at the end the widest are cut.
            let worst =
                columns.iter().enumerate().filter(|(_, (_, drop))| *drop > 0).max_by_key(|(_, (_, drop))| *drop);
            let Some(worst) = worst.map(|(at, _)| at) else {
                let room = cells / columns.len().max(1);
                columns.iter_mut().for_each(|(column, _)| {
                    column.cells =
                        if column.cells == 0 { room } else { column.cells.min(room) }.saturating_sub(1).max(1);
                });
                break;
            };
            columns.remove(worst);
        }
        columns.into_iter().map(|(column, _)| column).collect()
    }

    /// How wide a column is drawn now.
    pub(in crate::tui) fn width_of(&self, key: &str, shared: &Shared, cells: usize) -> u16 {
        let drawn = self.drawn(shared, cells.saturating_sub(MARKS + 1));
        drawn.iter().find(|column| column.key == key).map_or(14, |column| u16::try_from(column.cells).unwrap_or(14))
    }

    fn is_number(&self, at: usize) -> bool {
        let mut cells = self.table.rows.iter().map(|row| &row[at]).filter(|cell| **cell != Cell::Empty);
        cells.next().is_some_and(|cell| cell.as_fraction().is_some())
    }
}

/// A text with the words found in it.
fn found(text: &str, words: &[String], base: Style, shared: &Shared, spans: &mut Vec<Span<'static>>) {
    let mut from = 0;
    for hit in find_folded(text, words) {
        spans.push(Span::styled(text[from..hit.start].to_owned(), base));
        spans.push(Span::styled(text[hit.clone()].to_owned(), base.patch(shared.theme.hit())));
        from = hit.end;
    }
    spans.push(Span::styled(text[from..].to_owned(), base));
}

/// Money in millions of đồng, whole; what is less than half a million but not nothing shows as `<1`.
pub(in crate::tui) fn millions(value: crate::model::Fraction, shared: &Shared) -> String {
    let whole = crate::model::Fraction::new(1, 1_000_000).and_then(|part| value.times(part)).map(|m| m.round());
    match whole {
        Some(0) if !value.is_zero() => "<1".to_owned(),
        Some(whole) => number::whole(whole, shared.lang),
        None => shared.word(W::TooLarge).to_owned(),
    }
}
