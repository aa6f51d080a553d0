//! The journal: who changed what, when, and what that did, field by field.

use super::window;
use crate::text::width::{left, right, wrap};
use crate::text::{date, number};
use crate::tui::app::App;
use crate::words::Message;
use crate::words::tui::TuiWord as W;
use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Text};

/// The least height at which what a change did is shown below the list.
const TALL: u16 = 10;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    if app.whole_change {
        return change(app, frame, area, app.top);
    }
    let below = if area.height < TALL { 0 } else { area.height * 2 / 5 };
    let [list, told] = Layout::vertical([Constraint::Min(1), Constraint::Length(below)]).areas(area);
    changes(app, frame, list);
    if below > 0 {
        change(app, frame, told, 0);
    }
}

fn changes(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let author = if area.width > 100 { 24 } else { 12 };
    let note = usize::from(area.width).saturating_sub(7 + 18 + author + 20 + 8);
    let line = |id: &str, at: &str, who: &str, command: &str, text: &str, rows: &str| {
        [
            right(id, 6),
            left(&format!(" {at}"), 19),
            left(who, author),
            left(command, 20),
            left(text, note),
            right(rows, 7),
        ]
        .concat()
    };
    let words = [W::Number, W::At, W::Author, W::Command, W::Note, W::Rows].map(|w| app.word(w));
    let title = line(words[0], words[1], words[2], words[3], words[4], words[5]);
    frame.render_widget(Line::styled(title, app.theme.heading()), head);
    let seen = window(app.change, app.data.changes.len(), body.height.into());
    let lines = seen.filter_map(|at| {
        let change = app.data.changes.get(at)?;
        let moment = date::moment(change.at, &TimeZone::system(), app.lang);
        let note = match change.undoes {
            Some(undone) => format!("↶ {undone} {}", change.note),
            None => change.note.clone(),
        };
        let text = line(
            &change.id.to_string(),
            &moment,
            &change.author,
            &change.command,
            &note,
            &number::whole(change.rows as i128, app.lang),
        );
        Some(Line::styled(text, if at == app.change { app.theme.selected() } else { Style::new() }))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
}

/// What the change in hand did, a line a field.
fn change(app: &App, frame: &mut Frame<'_>, area: Rect, top: usize) {
    let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let Some(change) = app.data.changes.get(app.change) else { return };
    let title = format!(" {} · {} · {}", change.id, change.command, change.author);
    frame.render_widget(Line::styled(left(&title, area.width.into()), app.theme.heading()), head);
    let Some((_, told)) = app.told.as_ref().filter(|(id, _)| *id == change.id) else { return };
    let room = usize::from(body.height);
    let width = usize::from(area.width).saturating_sub(2).max(1);
    let texts = told.iter().skip(top).flat_map(|said| {
        let text = said.text(app.lang);
        let indent = text.len() - text.trim_start().len();
        wrap(text.trim_start(), width.saturating_sub(indent))
            .into_iter()
            .map(move |line| format!(" {}{line}", " ".repeat(indent)))
    });
    let mut lines: Vec<Line<'_>> = texts.take(room + 1).map(Line::raw).collect();
    if lines.len() > room && room > 0 {
        lines.truncate(room - 1);
        let more = W::MoreOfChange.with(app.lang, &[&change.id]);
        lines.push(Line::styled(left(&format!(" {more}"), area.width.into()), app.theme.faint()));
    }
    frame.render_widget(Text::from(lines), body);
}
