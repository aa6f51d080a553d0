//! What lies over the screen: help, palette, forms.

use super::window;
use crate::text::width::{cut, left, width, wrap};
use crate::tui::app::{App, Over};
use crate::tui::command::{COMMANDS, shown};
use crate::tui::form::{Content, Field, Form, Purpose};
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Block, Clear};
use tui_input::Input;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    match &app.over {
        Some(Over::Help { top }) => help(app, frame, area, *top),
        Some(Over::Palette { input, at }) => palette(app, frame, area, input, *at),
        Some(Over::Form(form)) => self::form(app, frame, area, form),
        None => {}
    }
}

/// A box in the middle of the screen; gives the room inside.
fn framed(app: &App, frame: &mut Frame<'_>, area: Rect, title: &str, size: (u16, u16)) -> Rect {
    let (wide, high) = (size.0.min(area.width), size.1.min(area.height));
    let place =
        Rect { x: area.x + (area.width - wide) / 2, y: area.y + (area.height - high) / 2, width: wide, height: high };
    frame.render_widget(Clear, place);
    let title = cut(&format!(" {title} "), usize::from(wide).saturating_sub(4));
    let block = Block::bordered().title(Span::styled(title, app.theme.title()));
    let inside = block.inner(place);
    frame.render_widget(block, place);
    inside
}

fn keys(app: &App, command: &crate::tui::command::Command) -> String {
    command.keys_at(app.place()).map(shown).collect::<Vec<_>>().join(" ")
}

fn help(app: &App, frame: &mut Frame<'_>, area: Rect, top: usize) {
    let here: Vec<_> = COMMANDS.iter().filter(|c| c.places.contains(&app.place())).collect();
    let high = u16::try_from(here.len() + 4).unwrap_or(area.height);
    let inside = framed(app, frame, area, app.word(W::DoHelp), (70, high));
    let mut lines: Vec<Line<'_>> = here
        .iter()
        .map(|command| {
            let mut spans = vec![
                Span::styled(left(&format!(" {}", keys(app, command)), 24), app.theme.key()),
                Span::raw(app.word(command.name)),
            ];
            if let Some(why) = command.refused(app) {
                let room = usize::from(inside.width).saturating_sub(24 + width(app.word(command.name)));
                spans.push(Span::styled(cut(&format!(" – {}", app.word(why)), room), app.theme.faint()));
            }
            Line::from(spans)
        })
        .collect();
    lines.push(Line::raw(""));
    lines.push(Line::styled(format!(" {}", app.word(W::HelpClose)), app.theme.faint()));
    let top = top.min(lines.len().saturating_sub(inside.height.into()));
    frame.render_widget(Text::from(lines.into_iter().skip(top).take(inside.height.into()).collect::<Vec<_>>()), inside);
}

fn palette(app: &App, frame: &mut Frame<'_>, area: Rect, input: &Input, at: usize) {
    let inside = framed(app, frame, area, app.word(W::DoPalette), (70, 18));
    let found = app.commands(input.value());
    let mut lines = vec![Line::raw(format!("> {}", input.value())), Line::raw("")];
    let room = usize::from(inside.height).saturating_sub(2);
    for index in window(at, found.len(), room) {
        let command = found[index];
        let style = if index == at { app.theme.selected() } else { Style::new() };
        let mut text = left(&format!(" {}", app.word(command.name)), 40) + &keys(app, command);
        if let Some(why) = command.refused(app) {
            text = format!(" {} – {}", app.word(command.name), app.word(why));
        }
        lines.push(Line::styled(left(&text, inside.width.into()), style));
    }
    frame.render_widget(Text::from(lines), inside);
    let x = u16::try_from(2 + input.visual_cursor()).unwrap_or(0);
    frame.set_cursor_position(Position::new(inside.x + x.min(inside.width.saturating_sub(1)), inside.y));
}

/// How many options, and lines of a text, are shown at once.
const OPTIONS: usize = 12;
const CHECKS: usize = 8;
const TEXT: usize = 6;

/// How many lines a field takes below its label while it is in hand.
fn height(field: &Field, text: usize) -> usize {
    match &field.content {
        Content::Line(_) => 0,
        Content::Choice { options, .. } => options.len().min(OPTIONS),
        Content::Checks { options, .. } => options.len().min(CHECKS),
        Content::Text(_) => text,
    }
}

/// The first line that is shown, so that the line in hand is in sight and as much of its field as there is room for.
fn top(lines: usize, room: usize, field: usize, needed: usize) -> usize {
    let fits = lines.saturating_sub(room);
    needed.saturating_sub(room).max(field.saturating_sub(room / 2)).min(fits)
}

fn form(app: &App, frame: &mut Frame<'_>, area: Rect, form: &Form) {
    // A provision may be long: its text gets the room that there is.
    let text = match form.purpose {
        Purpose::Provision { .. } => usize::from(area.height).saturating_sub(10).max(TEXT),
        _ => TEXT,
    };
    let wide = area.width.saturating_sub(4).min(if text > TEXT { 140 } else { 96 });
    let inner = usize::from(wide.saturating_sub(4));
    let fault = form.fault.as_deref().map(|fault| wrap(&format!("✗ {fault}"), inner)).unwrap_or_default();
    let fields: usize =
        form.fields.iter().enumerate().map(|(at, f)| 1 + if at == form.focus { height(f, text) } else { 0 }).sum();
    let note = form.note.as_deref().map(|note| wrap(note, inner)).unwrap_or_default();
    let high = u16::try_from(fields + note.len() + fault.len() + 5).unwrap_or(area.height);
    let inside = framed(app, frame, area, &form.title, (wide, high));
    let hint = match &form.purpose {
        Purpose::RemoveMeasure { .. }
        | Purpose::RemoveRow { .. }
        | Purpose::RemoveScenario { .. }
        | Purpose::Overwrite { .. }
        | Purpose::Undo { .. }
        | Purpose::Redo
        | Purpose::Freeze { .. } => W::QuestionHint,
        _ => W::FormHint,
    };
    let mut lines: Vec<Line<'_>> = note.into_iter().map(|line| Line::raw(format!(" {line}"))).collect();
    let mut cursor = None;
    let mut first_of_focus = 0;
    for (at, field) in form.fields.iter().enumerate() {
        let in_hand = at == form.focus;
        if in_hand {
            first_of_focus = lines.len();
        }
        field_lines(app, field, in_hand, (inner, text), &mut lines, &mut cursor);
    }
    let room = usize::from(inside.height).saturating_sub(fault.len() + 2);
    let needed = cursor.map_or(first_of_focus + 1, |(_, y): (usize, usize)| y + 1);
    let top = top(lines.len(), room, first_of_focus, needed);
    let mut seen: Vec<Line<'_>> = lines.into_iter().skip(top).take(room).collect();
    seen.push(Line::raw(""));
    seen.extend(fault.into_iter().map(|line| Line::styled(format!(" {line}"), app.theme.bad())));
    seen.push(Line::styled(cut(&format!(" {}", app.word(hint)), inside.width.into()), app.theme.faint()));
    frame.render_widget(Text::from(seen), inside);
    if let Some((x, y)) = cursor.filter(|(_, y)| (top..top + room).contains(y)) {
        let (x, y) = (u16::try_from(x).unwrap_or(0), u16::try_from(y - top).unwrap_or(0));
        frame.set_cursor_position(Position::new((inside.x + x).min(inside.right().saturating_sub(1)), inside.y + y));
    }
}

fn field_lines<'a>(
    app: &App,
    field: &Field,
    in_hand: bool,
    (cells, rows): (usize, usize),
    lines: &mut Vec<Line<'a>>,
    cursor: &mut Option<(usize, usize)>,
) {
    let mark = if in_hand { "▶" } else { " " };
    let label = format!("{mark}{}: ", field.label);
    let label_style = if in_hand { app.theme.heading() } else { Style::new() };
    let y = lines.len();
    let room = cells.saturating_sub(width(&label));
    match &field.content {
        Content::Line(input) => {
            // A field that is not in hand shows its beginning.
            let scroll = if in_hand { input.visual_scroll(room.max(1)) } else { 0 };
            let shown: String = input.value().chars().skip(scroll_chars(input.value(), scroll)).collect();
            if in_hand {
                *cursor = Some((width(&label) + input.visual_cursor().saturating_sub(scroll), y));
            }
            lines.push(Line::from(vec![Span::styled(label, label_style), Span::raw(cut(&shown, room.max(1)))]));
        }
        Content::Choice { options, at } => {
            let chosen = options.get(*at).map_or("", |(_, name)| name.as_str());
            lines.push(Line::from(vec![Span::styled(label, label_style), Span::raw(cut(chosen, room))]));
            if in_hand {
                for index in window(*at, options.len(), OPTIONS) {
                    let style = if index == *at { app.theme.selected() } else { Style::new() };
                    lines.push(Line::styled(format!("   {}", left(&options[index].1, cells.saturating_sub(4))), style));
                }
                *cursor = Some((3, y + 1 + (*at - window(*at, options.len(), OPTIONS).start)));
            }
        }
        Content::Checks { options, at } => {
            let on: Vec<&str> = options.iter().filter(|(.., on)| *on).map(|(id, ..)| id.as_str()).collect();
            lines.push(Line::from(vec![Span::styled(label, label_style), Span::raw(cut(&on.join(", "), room))]));
            if in_hand {
                let seen = window(*at, options.len(), CHECKS);
                for index in seen.clone() {
                    let (_, name, on) = &options[index];
                    let style = if index == *at { app.theme.selected() } else { Style::new() };
                    let mark = if *on { "[x]" } else { "[ ]" };
                    lines.push(Line::styled(format!("   {mark} {}", left(name, cells.saturating_sub(8))), style));
                }
                *cursor = Some((4, y + 1 + (*at - seen.start)));
            }
        }
        Content::Text(area) if in_hand => {
            lines.push(Line::from(vec![
                Span::styled(label, label_style),
                Span::styled(app.word(W::TextHint), app.theme.faint()),
            ]));
            let at = area.cursor();
            let broken = broken_lines(area.lines(), cells.saturating_sub(4));
            let here = broken.iter().rposition(|part| part.line == at.0 && part.first <= at.1).unwrap_or(0);
            for index in window(here, broken.len(), rows) {
                let part = &broken[index];
                if index == here {
                    let before: String = part.text.chars().take(at.1 - part.first).collect();
                    *cursor = Some((3 + width(&before), lines.len()));
                }
                lines.push(Line::raw(format!("   {}", part.text)));
            }
            while lines.len() < y + 1 + rows {
                lines.push(Line::raw(""));
            }
        }
        Content::Text(area) => {
            let first = area.lines().join(" ⏎ ");
            lines.push(Line::from(vec![Span::styled(label, label_style), Span::raw(cut(&first, room))]));
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

/// Lines broken at blanks, or inside a word that is longer than a line, so that a long provision is seen whole while it is typed.
fn broken_lines(lines: &[String], cells: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let mut part = Part { line, first: 0, text: String::new() };
        let mut used = 0;
        for (at, c) in text.chars().enumerate() {
            let cell = width(c.encode_utf8(&mut [0; 4]));
            if used + cell > cells.max(1) {
                let blank = part.text.rfind(' ').map_or(part.text.len(), |blank| blank + 1);
                let rest = part.text.split_off(blank);
                used = width(&rest);
                let first = at - rest.chars().count();
                parts.push(std::mem::replace(&mut part, Part { line, first, text: rest }));
            }
            part.text.push(c);
            used += cell;
        }
        parts.push(part);
    }
    parts
}

/// How many characters fill so many cells.
fn scroll_chars(text: &str, cells: usize) -> usize {
    let mut used = 0;
    text.chars()
        .take_while(|c| {
            let fits = used < cells;
            used += width(c.encode_utf8(&mut [0; 4]));
            fits
        })
        .count()
}
