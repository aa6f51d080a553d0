//! Drawing a form: labels in a column, the field in hand seen whole, reasons below their fields, what it would do at the end.

use super::Form;
use super::field::{Content, Field, Options};
use crate::text::width::{cut, left, rows, width, wrap};
use crate::tui::layers::{boxed, item_hit};
use crate::tui::screen::Shared;
use crate::tui::widgets::{input, window};
use crate::words::screen::ScreenWord as W;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

/// How many lines of a text are seen while it is in hand, and how many else.
const TEXT: usize = 8;
const SHORT: usize = 2;

/// How many of several are seen at once.
const CHECKS: usize = 8;

/// How many lines of fields are seen at least, below what is said above them.
const FIELDS: usize = 6;

/// Below so many cells labels stand above their fields.
const BESIDE: usize = 56;

impl Form {
    pub(super) fn show(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let wide = area.width.min(if shared.wide() { 110 } else { 80 });
        let inner = usize::from(wide.saturating_sub(4)).max(1);
        let beside = inner >= BESIDE;
        let label_cells = self
            .fields
            .iter()
            .map(|f| width(&f.label) + if f.needed { 5 } else { 3 })
            .max()
            .unwrap_or(0)
            .min(inner / 3);
        let room = if beside { inner - label_cells } else { inner - 2 };
        let mut about: Vec<String> = self.about.iter().flat_map(|line| wrap(line, inner)).collect();
        let preview = self.preview.as_ref().map(|preview| preview(&self.answers(), shared)).unwrap_or_default();
        let preview: Vec<String> = preview.iter().flat_map(|line| wrap(line, inner)).collect();
        let mut lines: Vec<Line<'static>> = Vec::new();
        let mut firsts = Vec::new();
        let mut cursor = None;
        for (at, field) in self.fields.iter().enumerate() {
            firsts.push(lines.len());
            self.field(shared, (at, field), (label_cells, room, beside), &mut lines, &mut cursor);
        }
        let general = self.faults.get("").map(|fault| wrap(&format!("✗ {fault}"), inner)).unwrap_or_default();
        // However much there is to be said, the field in hand is seen.
        let below = general.len() + preview.len() + usize::from(!preview.is_empty());
        let most = usize::from(area.height.saturating_sub(2)).saturating_sub(lines.len().min(FIELDS) + below);
        if about.len() > most {
            about.truncate(most.saturating_sub(1));
            about.extend((most > 0).then(|| "…".to_owned()));
        }
        let rest = about.len() + general.len() + preview.len() + usize::from(!preview.is_empty());
        let high = u16::try_from(lines.len() + rest + 2).unwrap_or(u16::MAX);
        let inside = boxed(shared, frame, area, (&self.title, &super::Layer::keys(self, shared)), (wide, high));
        let body = usize::from(inside.height).saturating_sub(rest).max(1);
        let hand = firsts.get(self.at).copied().unwrap_or(0);
        let needed = cursor.map_or(hand, |(_, y)| y);
        let seen = window(self.top.get().min(hand), needed, lines.len(), body);
        self.top.set(seen.start);
        for (field, first) in firsts.iter().enumerate() {
            if let Some(row) = first.checked_sub(seen.start).filter(|row| *row < body) {
                item_hit(shared, inside, row + about.len(), field);
            }
        }
        let mut shown: Vec<Line<'static>> = about.into_iter().map(|line| Line::raw(format!(" {line}"))).collect();
        let above = shown.len();
        shown.extend(lines.into_iter().skip(seen.start).take(body));
        shown.extend(general.into_iter().map(|line| Line::styled(format!(" {line}"), shared.theme.bad())));
        if !preview.is_empty() {
            shown.push(Line::styled(format!(" {}", "─".repeat(inner.saturating_sub(1))), shared.theme.faint()));
            shown.extend(preview.into_iter().map(|line| Line::raw(format!(" {line}"))));
        }
        frame.render_widget(Text::from(shown), inside);
        if let Some((x, y)) = cursor.filter(|(_, y)| seen.contains(y)) {
            let x = inside.x + u16::try_from(x).unwrap_or(0).min(inside.width.saturating_sub(1));
            let y = inside.y + u16::try_from(y - seen.start + above).unwrap_or(0);
            if y < inside.bottom() {
                frame.set_cursor_position(Position::new(x, y));
            }
        }
    }

    fn field(
        &self,
        shared: &Shared,
        (at, field): (usize, &Field),
        (label_cells, room, beside): (usize, usize, bool),
        lines: &mut Vec<Line<'static>>,
        cursor: &mut Option<(usize, usize)>,
    ) {
        let in_hand = at == self.at;
        let theme = shared.theme;
        let fault = self.faults.get(&field.name).filter(|_| !field.name.is_empty());
        let sign = if fault.is_some() {
            "✗"
        } else if in_hand {
            "▶"
        } else {
            " "
        };
        let star = if field.needed { " *" } else { "" };
        let label_style = match (fault.is_some(), in_hand) {
            (true, _) => theme.bad(),
            (_, true) => theme.heading(),
            _ => Style::new(),
        };
        let label = format!("{sign}{}{star}", field.label);
        let indent = if beside { label_cells } else { 2 };
        let head = if beside {
            Span::styled(left(&label, label_cells.saturating_sub(1)) + " ", label_style)
        } else {
            lines.push(Line::styled(label, label_style));
            Span::raw("  ")
        };
        let y = lines.len();
        match &field.content {
            Content::Line(input) => {
                let hint = if in_hand && !field.hint.is_empty() { format!("   {}", field.hint) } else { String::new() };
                let cells = room.saturating_sub(width(&hint).min(room / 2)).max(1);
                // What is not in hand is read from its beginning.
                let text = if in_hand {
                    let (text, at) = input::seen(input, cells);
                    *cursor = Some((indent + at, y));
                    text
                } else {
                    input.value().to_owned()
                };
                let text = cut(&text, cells);
                let fill = cells.saturating_sub(width(&text)).min(if in_hand { cells } else { 0 });
                lines.push(Line::from(vec![
                    head,
                    Span::raw(text),
                    Span::styled(" ".repeat(fill.min(1)), theme.faint()),
                    Span::styled(cut(&hint, room / 2), theme.faint()),
                ]));
            }
            Content::Choice { options, chosen } => {
                let shown = match options {
                    Options::These(all) => all.iter().find(|(key, _)| key == chosen).map_or("", |(_, label)| label),
                    Options::Found(_) => chosen.as_str(),
                };
                let text = left(shown, room.saturating_sub(2));
                let style = if in_hand { theme.hand() } else { Style::new() };
                lines.push(Line::from(vec![head, Span::styled(text, style), Span::styled(" ▾", theme.key())]));
            }
            Content::Checks { options, at } => {
                let on: Vec<&str> = options.iter().filter(|(.., on)| *on).map(|(key, ..)| key.as_str()).collect();
                lines.push(Line::from(vec![head, Span::raw(cut(&on.join(", "), room))]));
                if in_hand {
                    let seen = window(at.saturating_sub(CHECKS / 2), *at, options.len(), CHECKS);
                    for index in seen.clone() {
                        let (_, name, on) = &options[index];
                        let style = if index == *at { theme.hand() } else { Style::new() };
                        let mark = if *on { "[✓]" } else { "[ ]" };
                        if index == *at {
                            *cursor = Some((indent + 1, lines.len()));
                        }
                        let text = format!("{mark} {}", left(name, room.saturating_sub(5)));
                        lines.push(Line::from(vec![Span::raw(" ".repeat(indent)), Span::styled(text, style)]));
                    }
                    if options.len() > seen.len() {
                        let told = format!("{}… {}/{}", " ".repeat(indent), at + 1, options.len());
                        lines.push(Line::styled(told, theme.faint()));
                    }
                }
            }
            Content::Text(area) => {
                let at = area.cursor();
                let broken = broken_lines(area.lines(), room.max(1));
                let here = broken.iter().rposition(|part| part.line == at.0 && part.first <= at.1).unwrap_or(0);
                let most = if in_hand { TEXT } else { SHORT };
                let seen = if in_hand {
                    window(here.saturating_sub(most / 2), here, broken.len(), most)
                } else {
                    0..broken.len().min(most)
                };
                let mut head = Some(head);
                for index in seen.clone() {
                    let part = &broken[index];
                    if in_hand && index == here {
                        let before: String = part.text.chars().take(at.1 - part.first).collect();
                        *cursor = Some((indent + width(&before), lines.len()));
                    }
                    let start = head.take().unwrap_or_else(|| Span::raw(" ".repeat(indent)));
                    lines.push(Line::from(vec![start, Span::raw(part.text.clone())]));
                }
                if seen.end < broken.len() {
                    lines.push(Line::styled(format!("{}…", " ".repeat(indent)), theme.faint()));
                }
                if in_hand {
                    let hint = format!("{}{}", " ".repeat(indent), shared.word(W::TextHint));
                    lines.push(Line::styled(hint, theme.faint()));
                }
            }
            Content::Told(text) => {
                for (n, line) in wrap(text, room).into_iter().enumerate() {
                    let start = if n == 0 { head.clone() } else { Span::raw(" ".repeat(indent)) };
                    lines.push(Line::from(vec![start, Span::styled(line, theme.faint())]));
                }
            }
        }
        if let Some(fault) = fault {
            for line in wrap(fault, room) {
                lines.push(Line::styled(format!("{}{line}", " ".repeat(indent)), theme.bad()));
            }
        }
    }
}

/// A part of a line that fits the screen.
struct Part {
    line: usize,
    /// The first of its characters, counted in its line.
    first: usize,
    text: String,
}

/// Lines broken at blanks, so that a long provision is seen whole while it is typed.
fn broken_lines(lines: &[String], cells: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        for row in rows(text, 0..text.len(), cells) {
            let first = text[..row.start].chars().count();
            parts.push(Part { line, first, text: text[row].to_owned() });
        }
    }
    parts
}
