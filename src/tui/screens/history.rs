//! The journal: who changed what, when.

use super::text::{left, right};
use super::window;
use crate::text::messages::tui::TuiWord as W;
use crate::tui::app::App;
use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Text};

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
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
        let moment = change.at.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
        let note = match change.undoes {
            Some(undone) => format!("↶ {undone} {}", change.note),
            None => change.note.clone(),
        };
        let text =
            line(&change.id.to_string(), &moment, &change.author, &change.command, &note, &change.rows.to_string());
        Some(Line::styled(text, if at == app.change { app.theme.selected() } else { ratatui::style::Style::new() }))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
}
