//! The drawer of facets over the left half of a list: values are chosen by Space, Enter applies them.

use super::{Layer, Step, framed, item_hit};
use crate::text::width::{cut, left, right, width};
use crate::text::{fold, number};
use crate::tui::screen::{Effect, Shared};
use crate::tui::widgets::grid::{Facet, Grid};
use crate::tui::widgets::input::{edit, seen};
use crate::tui::widgets::pager::scrollbar;
use crate::tui::widgets::window;
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Text};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use tui_input::Input;

/// How many values of a facet are shown before the rest is folded.
const FEW: usize = 8;

/// The drawer.
#[derive(Debug)]
pub(in crate::tui) struct Drawer {
    facets: Vec<Facet>,
    chosen: BTreeMap<String, BTreeSet<String>>,
    /// Facets of which all values are shown, by their place; of a tree, values whose branches are open.
    open: BTreeSet<String>,
    at: usize,
    input: Input,
    top: Cell<usize>,
}

/// A row of the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Title(usize),
    Value(usize, usize),
    More(usize, usize),
}

impl Drawer {
    pub(in crate::tui) fn new(grid: &Grid, shared: &Shared) -> Self {
        let facets = grid.facets(shared);
        let chosen = grid.state.facets.clone();
        let mut made =
            Self { facets, chosen, open: BTreeSet::new(), at: 0, input: Input::default(), top: Cell::new(0) };
        // The first value is in hand, not its title.
        made.at = usize::from(made.rows().len() > 1);
        made
    }

    fn is_chosen(&self, facet: usize, key: &str) -> bool {
        self.chosen.get(self.facets[facet].name).is_some_and(|values| values.contains(key))
    }

    fn rows(&self) -> Vec<Row> {
        let words: Vec<String> = self.input.value().split_whitespace().map(fold).collect();
        let mut rows = Vec::new();
        for (at, facet) in self.facets.iter().enumerate() {
            rows.push(Row::Title(at));
            let mut above = String::new();
            let mut shown = 0;
            let mut hidden = 0;
            for (n, value) in facet.values.iter().enumerate() {
                if !value.below {
                    above.clone_from(&value.key);
                }
                if !words.is_empty() {
                    let text = fold(&value.shown);
                    if words.iter().all(|word| text.contains(word.as_str())) {
                        rows.push(Row::Value(at, n));
                    }
                    continue;
                }
                let chosen = self.is_chosen(at, &value.key);
                let branch = !value.below || self.open.contains(&above) || chosen;
                if !branch {
                    continue;
                }
                if shown < FEW || chosen || value.below || self.open.contains(facet.name) {
                    rows.push(Row::Value(at, n));
                    shown += usize::from(!value.below);
                } else {
                    hidden += 1;
                }
            }
            if hidden > 0 {
                rows.push(Row::More(at, hidden));
            }
        }
        rows
    }

    fn toggle(&mut self) {
        match self.rows().get(self.at) {
            Some(Row::Value(facet, value)) => {
                let (facet, value) = (&self.facets[*facet], &self.facets[*facet].values[*value]);
                let values = self.chosen.entry(facet.name.to_owned()).or_default();
                if !values.remove(&value.key) {
                    values.insert(value.key.clone());
                }
            }
            Some(Row::More(facet, _)) => _ = self.open.insert(self.facets[*facet].name.to_owned()),
            _ => {}
        }
    }

    /// Opens or closes the branch in hand.
    fn branch(&mut self, open: bool) {
        if let Some(Row::Value(facet, value)) = self.rows().get(self.at) {
            let key = self.facets[*facet].values[*value].key.clone();
            if open {
                self.open.insert(key)
            } else {
                self.open.remove(&key)
            };
        }
    }

    fn give(&self) -> Step {
        let chosen = self.chosen.clone();
        Step::Close(vec![Effect::Grid(Rc::new(move |grid: &mut Grid, _: &Shared| grid.want(chosen.clone())))])
    }
}

impl Layer for Drawer {
    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Step {
        let last = self.rows().len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return Step::Close(Vec::new()),
            KeyCode::Enter => return self.give(),
            KeyCode::Up => self.at = self.at.saturating_sub(1),
            KeyCode::Down => self.at = (self.at + 1).min(last),
            KeyCode::PageUp => self.at = self.at.saturating_sub(10),
            KeyCode::PageDown => self.at = (self.at + 10).min(last),
            KeyCode::Char(' ') => self.toggle(),
            KeyCode::Right => self.branch(true),
            KeyCode::Left => self.branch(false),
            KeyCode::Delete => self.chosen.clear(),
            _ => {
                if edit(&mut self.input, key) {
                    let rows = self.rows();
                    self.at = rows.iter().position(|row| matches!(row, Row::Value(..))).unwrap_or(0);
                }
            }
        }
        Step::Stay(Vec::new())
    }

    fn click(&mut self, item: usize, _shared: &Shared) -> Step {
        self.at = item;
        self.toggle();
        Step::Stay(Vec::new())
    }

    fn keys(&self, shared: &Shared) -> String {
        shared.word(W::FacetKeys).to_owned()
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let place = Rect { width: area.width.min(if shared.wide() { 52 } else { 40 }), ..area };
        let inside = framed(shared, frame, place, (shared.word(W::FacetTitle), shared.word(W::FacetHint)));
        let rows = self.rows();
        let typed = !self.input.value().is_empty();
        let body =
            Rect { y: inside.y + u16::from(typed), height: inside.height.saturating_sub(u16::from(typed)), ..inside };
        if typed {
            let (text, cursor) = seen(&self.input, usize::from(inside.width).saturating_sub(4));
            frame.render_widget(Line::raw(format!(" › {text}")), inside);
            crate::tui::widgets::input::set_cursor(frame, Rect { height: 1, ..inside }, 3 + cursor);
        }
        let visible = window(self.top.get(), self.at, rows.len(), body.height.into());
        self.top.set(visible.start);
        let cells = usize::from(body.width.saturating_sub(1));
        let mut lines = Vec::new();
        for (y, index) in visible.clone().enumerate() {
            item_hit(shared, body, y, index);
            let in_hand = index == self.at;
            lines.push(match rows[index] {
                Row::Title(facet) => {
                    let text = format!(" ▾ {}", self.facets[facet].title);
                    Line::styled(cut(&text, cells), if in_hand { shared.theme.hand() } else { shared.theme.heading() })
                }
                Row::More(_, hidden) => {
                    let text = format!("     {}", W::MoreValues.with(shared.lang, &[&hidden]));
                    Line::styled(cut(&text, cells), if in_hand { shared.theme.hand() } else { shared.theme.faint() })
                }
                Row::Value(facet, at) => {
                    let value = &self.facets[facet].values[at];
                    let mark = if self.is_chosen(facet, &value.key) { "[✓]" } else { "[ ]" };
                    let has_branch =
                        self.facets[facet].values.get(at + 1).is_some_and(|next| next.below && !value.below);
                    let fold = match (has_branch, self.open.contains(&value.key)) {
                        (true, true) => "▾",
                        (true, false) => "▸",
                        _ => " ",
                    };
                    let hand = if in_hand { "▶" } else { " " };
                    let indent = if value.below { "    " } else { " " };
                    let head = format!("{hand}{indent}{fold}{mark} ");
                    let count = number::whole(value.count as i128, shared.lang);
                    let room = cells.saturating_sub(width(&head) + 8);
                    let text = format!("{head}{}{}", left(&value.shown, room), right(&count, 7));
                    Line::styled(text, if in_hand { shared.theme.hand() } else { Style::new() })
                }
            });
        }
        frame.render_widget(Text::from(lines), body);
        scrollbar(frame, body, visible.start, rows.len());
    }
}
