//! An instrument: its tree and its text, what is proposed against what is in force, two versions side by side. The rows are laid out
//! when the text or the window changes; here only those in sight are put on the screen.

use super::instruments::{ask_line, scrollbar};
use super::window;
use crate::model::Level;
use crate::text::width::{cut, left, width};
use crate::tui::app::App;
use crate::tui::law::{Ask, Change, Ink, Inks, Laid, Pane, Reading, half_cells, panes};
use crate::tui::theme::Theme;
use crate::words::Message;
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span, Text};
use std::ops::Range;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let Some(reading) = &app.shelf.reading else { return };
    let [title, place, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    frame.render_widget(heading(app, reading, title.width.into()), title);
    match &app.shelf.asking {
        Some((ask, input)) => {
            let (label, count) = match ask {
                Ask::Jump => (W::JumpTo, String::new()),
                _ => (W::FindInText, reading.hits.len().to_string()),
            };
            ask_line(app, frame, place, label, input, true, &count);
        }
        None => {
            frame.render_widget(Line::styled(cut(&here(app, reading), place.width.into()), app.theme.faint()), place)
        }
    }
    if reading.version.is_none() {
        frame.render_widget(Line::raw(format!(" {}", app.word(W::NoTextYet))), body);
        return;
    }
    match (panes(area.width), reading.pane) {
        (Some((wide, _)), _) => {
            let [left, right] = Layout::horizontal([Constraint::Length(wide), Constraint::Min(1)]).areas(body);
            tree(app, reading, frame, left);
            text(app, reading, frame, right);
        }
        (None, Pane::Tree) => tree(app, reading, frame, body),
        (None, Pane::Text) => text(app, reading, frame, body),
    }
}

fn heading(app: &App, reading: &Reading, cells: usize) -> Line<'static> {
    let version = reading.version.as_deref().map(|name| format!(" [{}]", app.version_name(name))).unwrap_or_default();
    let text = format!(" {}{version} · {}", reading.instrument.number, reading.instrument.title);
    Line::styled(cut(&text, cells), app.theme.heading())
}

/// Where the cursor is, and what it has to do with.
fn here(app: &App, reading: &Reading) -> String {
    let place = reading.address().map(ToString::to_string);
    let hits = match reading.hits.len() {
        0 => String::new(),
        found => format!(" · {}: {found} (n, p)", app.word(W::Search)),
    };
    format!(" {}{hits}", place.unwrap_or_default())
}

fn tree(app: &App, reading: &Reading, frame: &mut Frame<'_>, area: Rect) {
    let cursor = reading.cursor();
    let cells = usize::from(area.width).saturating_sub(1);
    let lines = window(cursor, reading.shown.len(), area.height.into()).filter_map(|at| {
        let node = reading.shown.get(at)?;
        let unit = reading.units.get(node.unit)?;
        let sign = match (node.holds, reading.is_folded(node.unit)) {
            (false, _) => ' ',
            (true, true) => '▸',
            (true, false) => '▾',
        };
        let changed = if reading.changed.contains(&node.unit) { "✎ " } else { "" };
        let title = match unit.level {
            Level::Preamble => app.word(W::Preamble).to_owned(),
            Level::Closing => app.word(W::Closing).to_owned(),
            level => {
                let own = reading.laid.text.get(unit.start..unit.own_end).unwrap_or_default();
                // The heading of a Chương stands below its number; that of an Điều on its line.
                let own = if level.is_container() { own } else { own.lines().next().unwrap_or_default() };
                first_lines(own, cells)
            }
        };
        let style = match (at == cursor, reading.pane) {
            (true, Pane::Tree) => app.theme.selected(),
            (true, Pane::Text) => app.theme.heading(),
            (false, _) if unit.level.is_container() => app.theme.heading(),
            (false, _) => Style::new(),
        };
        let text = format!(" {}{sign} {changed}{title}", "  ".repeat(node.depth.min(8)));
        Some(Line::styled(left(&text, cells), style))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), area);
    scrollbar(frame, area, cursor, reading.shown.len());
}

/// The beginning of a text on one line, no longer than is needed.
fn first_lines(text: &str, cells: usize) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(cells));
        if out.chars().count() > cells {
            break;
        }
    }
    out
}

fn text(app: &App, reading: &Reading, frame: &mut Frame<'_>, area: Rect) {
    let held = reading.unit().map_or(0..0, |unit| unit.start..unit.end);
    let begins = |at: usize| reading.changed.iter().any(|u| reading.units.get(*u).is_some_and(|u| u.start == at));
    let bar = |row: &Range<usize>| match (begins(row.start), held.contains(&row.start)) {
        (true, _) => "✎",
        (false, true) => "▌",
        (false, false) => " ",
    };
    rows(app, &reading.laid, &[&reading.laid.inks, &reading.hits], &bar, frame, area);
}

pub(super) fn draw_difference(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let [title, body] = Layout::vertical([Constraint::Length(2), Constraint::Min(1)]).areas(area);
    let place = app.shelf.reading.as_ref().map(|reading| here(app, reading)).unwrap_or_default();
    frame.render_widget(Line::styled(format!("{place} · {}", app.word(W::WordDifference)), app.theme.faint()), title);
    let laid = &app.shelf.difference;
    rows(app, laid, &[&laid.inks], &|_| " ", frame, body);
}

pub(super) fn draw_drafted(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let [title, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let Some(drafted) = &app.shelf.drafted else { return };
    let text = format!(" {}", W::DraftOf.with(app.lang, &[&drafted.of.name(), &drafted.warnings]));
    frame.render_widget(Line::styled(cut(&text, title.width.into()), app.theme.heading()), title);
    rows(app, &drafted.laid, &[&drafted.laid.inks], &|_| " ", frame, body);
}

/// The rows of a text in sight, a mark before each.
pub(super) fn rows(
    app: &App,
    laid: &Laid,
    layers: &[&Inks],
    mark: &dyn Fn(&Range<usize>) -> &'static str,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let lines = laid.rows.iter().skip(laid.top).take(area.height.into()).map(|row| {
        let mut spans = vec![Span::styled(mark(row), app.theme.key()), Span::raw(" ")];
        spans.extend(inked(app.theme, &laid.text, row, layers));
        Line::from(spans)
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), area);
    scrollbar(frame, area, laid.top, laid.rows.len());
}

fn style(theme: Theme, ink: Ink) -> Style {
    match ink {
        Ink::Reference => theme.reference(),
        Ink::Hit => theme.selected(),
        Ink::Old => theme.bad().add_modifier(Modifier::CROSSED_OUT),
        Ink::New => theme.good().add_modifier(Modifier::UNDERLINED),
        Ink::Heading => theme.heading(),
        Ink::Warning => theme.bad(),
    }
}

/// A row of a text in the inks that touch it; later layers lie over earlier ones.
fn inked<'a>(theme: Theme, text: &'a str, row: &Range<usize>, layers: &[&Inks]) -> Vec<Span<'a>> {
    let touching = |inks: &Inks| {
        let from = inks.partition_point(|(range, _)| range.end <= row.start);
        let here = inks.iter().skip(from).take_while(|(range, _)| range.start < row.end);
        here.map(|(range, ink)| (range.start.max(row.start)..range.end.min(row.end), *ink)).collect::<Vec<_>>()
    };
    let layers: Vec<Vec<(Range<usize>, Ink)>> = layers.iter().map(|inks| touching(inks)).collect();
    let mut cuts: Vec<usize> = vec![row.start, row.end];
    cuts.extend(layers.iter().flatten().flat_map(|(range, _)| [range.start, range.end]));
    cuts.sort_unstable();
    cuts.dedup();
    let mut spans = Vec::with_capacity(cuts.len());
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let over = layers.iter().flatten().filter(|(range, _)| range.contains(from));
        let style = over.fold(Style::new(), |under, (_, ink)| under.patch(style(theme, *ink)));
        spans.push(Span::styled(text.get(*from..*to).unwrap_or_default(), style));
    }
    spans
}

pub(super) fn draw_versions(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let Some(beside) = &app.shelf.beside else { return };
    let [title, head, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let count = W::ChangesFound.with(app.lang, &[&beside.changes.len()]);
    let text = format!(" {} · {count}", beside.old.instrument);
    frame.render_widget(Line::styled(cut(&text, title.width.into()), app.theme.heading()), title);
    let cells = half_cells(app.size.0);
    let names = [&beside.old.name, &beside.new.name].map(|name| left(&app.version_name(name), cells));
    frame.render_widget(Line::styled(format!("   {} │ {}", names[0], names[1]), app.theme.faint()), head);
    let lines = beside.rows.iter().skip(beside.top).take(body.height.into()).map(|row| {
        let (mark, side) = match row.change {
            Change::Same => (" ", None),
            Change::Different => ("≠", None),
            Change::OldOnly => ("−", Some(Ink::Old)),
            Change::NewOnly => ("+", Some(Ink::New)),
        };
        let half = |text, range: Option<&Range<usize>>, inks: &Inks, fill: usize| {
            let row = range.cloned().unwrap_or(0..0);
            let bare = str::get(text, row.clone()).map_or(0, |row| row.trim_end().len());
            let row = row.start..row.start + bare;
            let whole: Inks = side.map(|ink| vec![(row.clone(), ink)]).unwrap_or_default();
            let mut half = inked(app.theme, text, &row, &[inks, &whole]);
            let used: usize = half.iter().map(|span| width(&span.content)).sum();
            half.push(Span::raw(" ".repeat(fill.saturating_sub(used))));
            half
        };
        let mut spans = vec![Span::styled(format!("{mark}  "), app.theme.key())];
        spans.extend(half(&beside.old.text, row.old.as_ref(), &beside.old_inks, cells));
        spans.push(Span::raw(" │ "));
        spans.extend(half(&beside.new.text, row.new.as_ref(), &beside.new_inks, 0));
        Line::from(spans)
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, beside.top, beside.rows.len());
}
