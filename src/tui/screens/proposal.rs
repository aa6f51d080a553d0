//! The proposal of the regulation in hand, as it will be written.

use crate::text::width::wrap;
use crate::tui::app::App;
use crate::tui::data::Detail;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

pub(super) fn draw(app: &App, detail: &Detail, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width).saturating_sub(2).max(10);
    let lines: Vec<Line<'_>> = detail
        .proposal
        .as_deref()
        .unwrap_or_default()
        .lines()
        .flat_map(|line| {
            let style = if line.starts_with('#') || line.starts_with("**") {
                app.theme.heading()
            } else {
                ratatui::style::Style::new()
            };
            wrap(line, cells).into_iter().map(move |line| Line::styled(format!(" {line}"), style))
        })
        .collect();
    let top = app.top.min(lines.len().saturating_sub(usize::from(area.height)));
    frame.render_widget(Text::from(lines.into_iter().skip(top).take(area.height.into()).collect::<Vec<_>>()), area);
}
