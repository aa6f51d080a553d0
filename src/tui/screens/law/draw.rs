//! The text of an instrument as it is drawn: its tree and its text, both where there is room.

use super::Law;
use super::reading::{Node, Pane, Reading};
use crate::model::Level;
use crate::text::width::{cut, left};
use crate::tui::screen::Shared;
use crate::tui::widgets::pager::list;
use crate::words::law_screen::LawScreenWord as L;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Block, BorderType};

impl Law {
    fn tree(&self, reading: &Reading, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let cells = usize::from(area.width.saturating_sub(1));
        self.room.set(area.height.into());
        let line = |node: &Node| {
            let sign = match (node.holds, reading.is_folded(node.unit)) {
                (false, _) => ' ',
                (true, true) => '▸',
                (true, false) => '▾',
            };
            let container = reading.units.get(node.unit).is_some_and(|unit| unit.level.is_container());
            let mark = if reading.is_changed(node.unit) { "◆" } else { " " };
            let text =
                format!(" {}{sign} {}", "  ".repeat(node.depth.min(8)), self.title(reading, node.unit, shared, cells));
            let room = cells.saturating_sub(2);
            let style = if container { shared.theme.heading() } else { Style::new() };
            (format!("{} {mark}", left(&cut(&text, room), room)), style)
        };
        let lines: Vec<(String, Style)> = reading.shown.iter().map(line).collect();
        list(shared, frame, area, reading.cursor(), &lines, &self.top);
    }

    fn title(&self, reading: &Reading, unit: usize, shared: &Shared, cells: usize) -> String {
        let Some(unit) = reading.units.get(unit) else { return String::new() };
        match unit.level {
            Level::Preamble => shared.word(L::Preamble).to_owned(),
            Level::Closing => shared.word(L::Closing).to_owned(),
            level => {
                let own = reading.text().get(unit.start..unit.own_end).unwrap_or_default();
                // The heading of a Chương stands below its number; that of an Điều on its line.
                let own = if level.is_container() { own } else { own.lines().next().unwrap_or_default() };
                let begin: String = own.chars().take(cells * 2).collect();
                begin.split_whitespace().collect::<Vec<_>>().join(" ")
            }
        }
    }

    fn text(&self, reading: &Reading, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        reading.pager.draw(shared, frame, area);
        let held = reading.unit().map_or(0..0, |unit| unit.start..unit.end);
        let bars = reading.pager.seen_rows().into_iter().map(|row| match (reading.begins_changed(&row), &held) {
            (true, _) => Line::styled("◆", shared.theme.key()),
            (false, held) if held.contains(&row.start) => Line::styled("▌", shared.theme.key()),
            _ => Line::raw(" "),
        });
        frame.render_widget(Text::from(bars.collect::<Vec<_>>()), Rect { width: 1, ..area });
    }

    /// Tree and text: both where there is room, else the one in hand.
    pub(super) fn body(&self, reading: &Reading, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if !shared.wide() {
            match reading.pane {
                Pane::Tree => self.tree(reading, shared, frame, area),
                Pane::Text => self.text(reading, shared, frame, area),
            }
            return;
        }
        let tree = (area.width * 2 / 5).min(48);
        let [left, right] = Layout::horizontal([Constraint::Length(tree), Constraint::Min(1)]).areas(area);
        let framed = |frame: &mut Frame<'_>, area: Rect, word: L, in_hand: bool| {
            let (kind, style) =
                if in_hand { (BorderType::Thick, shared.theme.title()) } else { (BorderType::Plain, Style::new()) };
            let title = format!(" {} ", shared.word(word));
            let block = Block::bordered().border_type(kind).border_style(style).title(title);
            let inside = block.inner(area);
            frame.render_widget(block, area);
            inside
        };
        let inside = framed(frame, left, L::Contents, reading.pane == Pane::Tree);
        self.tree(reading, shared, frame, inside);
        let inside = framed(frame, right, L::FullText, reading.pane == Pane::Text);
        self.text(reading, shared, frame, inside);
    }

    pub(super) fn lines(&self, said: &[&str], frame: &mut Frame<'_>, area: Rect) {
        let cells = usize::from(area.width).saturating_sub(2);
        let lines: Vec<Line<'_>> = said
            .iter()
            .flat_map(|text| crate::text::width::wrap(text, cells))
            .map(|line| Line::raw(format!(" {line}")))
            .collect();
        frame.render_widget(Text::from(lines), area);
    }
}
