//! A list to choose from: typing narrows it without marks, arrows move, Enter does it, Esc closes it. What cannot be done says why.

use super::{Layer, Step, boxed, item_hit};
use crate::text::fold;
use crate::text::width::{cut, left, width};
use crate::tui::screen::{Effect, Shared};
use crate::tui::widgets::input::{self, edit, insert};
use crate::tui::widgets::pager::scrollbar;
use crate::tui::widgets::window;
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;
use tui_input::Input;

/// What an item does.
pub(in crate::tui) type Doing = Rc<dyn Fn(&Shared) -> Vec<Effect>>;

/// An item.
#[derive(Clone)]
pub(in crate::tui) struct Item {
    pub(in crate::tui) label: String,
    /// At its right: a key, a count, why it cannot be done.
    pub(in crate::tui) right: String,
    /// Under which title it stands.
    pub(in crate::tui) group: String,
    /// Further words by which it is found.
    pub(in crate::tui) also: String,
    /// What it does; nothing where it cannot be done now.
    pub(in crate::tui) does: Option<Doing>,
    /// Whether the list stays open.
    pub(in crate::tui) stays: bool,
}

impl fmt::Debug for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Item").field("label", &self.label).field("right", &self.right).finish_non_exhaustive()
    }
}

impl Item {
    /// An item that does something.
    pub(in crate::tui) fn new(
        label: impl Into<String>,
        right: impl Into<String>,
        does: impl Fn(&Shared) -> Vec<Effect> + 'static,
    ) -> Self {
        Self {
            label: label.into(),
            right: right.into(),
            group: String::new(),
            also: String::new(),
            does: Some(Rc::new(does)),
            stays: false,
        }
    }

    /// An item that cannot be done now, with the reason.
    pub(in crate::tui) fn not(label: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            right: why.into(),
            group: String::new(),
            also: String::new(),
            does: None,
            stays: false,
        }
    }

    /// The same under a title.
    pub(in crate::tui) fn under(self, group: &str) -> Self {
        Self { group: group.to_owned(), ..self }
    }

    /// The same, found by further words.
    pub(in crate::tui) fn also(self, words: &str) -> Self {
        Self { also: words.to_owned(), ..self }
    }

    /// The same, after which the list stays open.
    pub(in crate::tui) fn staying(self) -> Self {
        Self { stays: true, ..self }
    }

    /// How well words fit; nothing where one of them does not occur.
    pub(in crate::tui) fn fits(&self, words: &[String]) -> Option<usize> {
        let label = fold(&self.label);
        let all = format!("{label} {} {}", fold(&self.also), fold(&self.group));
        let each = words.iter().map(|word| {
            all.contains(word.as_str()).then(|| {
                if label.starts_with(word.as_str()) { 0 } else { 1 + usize::from(!label.contains(word.as_str())) }
            })
        });
        each.sum()
    }
}

/// What items words find.
type Finding = Rc<dyn Fn(&str, &Shared) -> Vec<Item>>;

/// From where the items come.
#[derive(Clone)]
enum From {
    /// They are all there; words narrow them.
    These(Vec<Item>),
    /// They are found by the words typed.
    Found(Finding),
}

/// A list to choose from.
pub(in crate::tui) struct Chooser {
    title: String,
    hint: String,
    from: From,
    input: Input,
    found: Vec<Item>,
    at: usize,
    wide: u16,
    /// Whether words can be typed.
    typed: bool,
    /// What stands above the items.
    about: Vec<String>,
    top: Cell<usize>,
}

impl fmt::Debug for Chooser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chooser").field("title", &self.title).field("at", &self.at).finish_non_exhaustive()
    }
}

impl Chooser {
    /// A list of these items; the first that can be done is in hand.
    pub(in crate::tui) fn new(title: impl Into<String>, items: Vec<Item>) -> Self {
        let mut made = Self {
            title: title.into(),
            hint: String::new(),
            found: items.clone(),
            from: From::These(items),
            input: Input::default(),
            at: 0,
            wide: 62,
            typed: true,
            about: Vec::new(),
            top: Cell::new(0),
        };
        made.first();
        made
    }

    /// A list of what is found by the words typed.
    pub(in crate::tui) fn finding(
        title: impl Into<String>,
        shared: &Shared,
        find: impl Fn(&str, &Shared) -> Vec<Item> + 'static,
    ) -> Self {
        let mut made = Self::new(title, Vec::new());
        made.found = find("", shared);
        made.from = From::Found(Rc::new(find));
        made.first();
        made
    }

    /// A question: what it is about, and the choices. Nothing can be typed.
    pub(in crate::tui) fn question(title: impl Into<String>, about: Vec<String>, items: Vec<Item>) -> Self {
        Self { typed: false, about, wide: 72, ..Self::new(title, items) }
    }

    /// The same with what its lower border says.
    pub(in crate::tui) fn hinted(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The same, so many cells wide.
    pub(in crate::tui) fn wide(self, cells: u16) -> Self {
        Self { wide: cells, ..self }
    }

    /// The same with the item of this label in hand.
    pub(in crate::tui) fn at(mut self, label: &str) -> Self {
        self.at = self.found.iter().position(|item| item.label == label).unwrap_or(self.at);
        self
    }

    fn first(&mut self) {
        self.at = self.found.iter().position(|item| item.does.is_some()).unwrap_or(0);
    }

    fn search(&mut self, shared: &Shared) {
        let words: Vec<String> = self.input.value().split_whitespace().map(fold).collect();
        self.found = match &self.from {
            From::These(items) => {
                let mut found: Vec<(usize, &Item)> =
                    items.iter().filter_map(|item| Some((item.fits(&words)?, item))).collect();
                if !words.is_empty() {
                    found.sort_by_key(|(how, item)| (item.does.is_none(), *how));
                }
                found.into_iter().map(|(_, item)| item.clone()).collect()
            }
            From::Found(find) => find(self.input.value(), shared),
        };
        self.first();
    }

    fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.found.len().saturating_sub(1));
    }

    fn choose(&mut self, shared: &Shared) -> Step {
        let Some(item) = self.found.get(self.at).cloned() else { return Step::Stay(Vec::new()) };
        match &item.does {
            Some(does) if item.stays => {
                let effects = does(shared);
                Step::Stay(effects)
            }
            Some(does) => Step::Close(does(shared)),
            None => {
                let said = W::CannotNow.with(shared.lang, &[&item.label, &item.right]);
                Step::Stay(vec![Effect::Say(crate::tui::status::Sign::Info, said)])
            }
        }
    }
}

impl Layer for Chooser {
    fn key(&mut self, key: KeyEvent, shared: &Shared) -> Step {
        match key.code {
            KeyCode::Esc => return Step::Close(Vec::new()),
            KeyCode::Enter => return self.choose(shared),
            KeyCode::Up => self.step(-1),
            KeyCode::Down => self.step(1),
            KeyCode::PageUp => self.step(-10),
            KeyCode::PageDown => self.step(10),
            KeyCode::Home if self.input.value().is_empty() => self.step(isize::MIN),
            KeyCode::End if self.input.value().is_empty() => self.step(isize::MAX),
            KeyCode::Tab => {
                // To the next title.
                let group = self.found.get(self.at).map(|item| item.group.clone());
                let next = self.found.iter().skip(self.at).position(|item| Some(&item.group) != group.as_ref());
                self.at = next.map_or(0, |by| self.at + by);
            }
            _ if self.typed && edit(&mut self.input, key) => self.search(shared),
            _ => {}
        }
        Step::Stay(Vec::new())
    }

    fn paste(&mut self, text: &str, shared: &Shared) {
        if self.typed {
            insert(&mut self.input, text);
            self.search(shared);
        }
    }

    fn click(&mut self, item: usize, shared: &Shared) -> Step {
        self.at = item.min(self.found.len().saturating_sub(1));
        self.choose(shared)
    }

    fn keys(&self, shared: &Shared) -> String {
        shared.word(if self.typed { W::ChooserKeys } else { W::QuestionKeys }).to_owned()
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let cells = usize::from(self.wide.min(area.width)).saturating_sub(4);
        let about: Vec<String> =
            self.about.iter().flat_map(|line| crate::text::width::wrap(line, cells.max(10))).collect();
        let new = |at: usize| at == 0 || self.found[at].group != self.found[at - 1].group;
        let titled = |at: &usize| new(*at) && !self.found[*at].group.is_empty();
        let groups = (0..self.found.len()).filter(titled).count();
        let above = about.len() + usize::from(!about.is_empty()) + usize::from(self.typed);
        let high = u16::try_from(above + self.found.len().max(1) + groups + 2).unwrap_or(u16::MAX);
        let inside = boxed(shared, frame, area, (&self.title, &self.hint), (self.wide, high.max(6)));
        let cells = usize::from(inside.width);
        let mut head: Vec<Line<'_>> = about.iter().map(|line| Line::raw(format!(" {line}"))).collect();
        if !head.is_empty() {
            head.push(Line::raw(""));
        }
        let head_rows = u16::try_from(head.len()).unwrap_or(0);
        frame.render_widget(Text::from(head), inside);
        if self.typed {
            let line = Rect { y: inside.y + head_rows, height: 1.min(inside.height), ..inside };
            let (text, cursor) = input::seen(&self.input, cells.saturating_sub(4));
            let prompt = Span::styled(" › ", shared.theme.key());
            let hint = if self.input.value().is_empty() { shared.word(W::TypeToNarrow) } else { "" };
            frame.render_widget(
                Line::from(vec![prompt, Span::raw(text), Span::styled(format!("  {hint}"), shared.theme.faint())]),
                line,
            );
            input::set_cursor(frame, line, 3 + cursor);
        }
        let from = u16::try_from(above).unwrap_or(inside.height).min(inside.height);
        let body = Rect { y: inside.y + from, height: inside.height - from, ..inside };
        // Titles take rows of their own.
        let mut rows: Vec<(Option<usize>, Line<'_>)> = Vec::new();
        let mut last = String::new();
        for (at, item) in self.found.iter().enumerate() {
            if item.group != last {
                last.clone_from(&item.group);
                if !last.is_empty() {
                    let line = format!("   ─ {last} ");
                    let fill = "─".repeat(cells.saturating_sub(width(&line) + 4));
                    rows.push((None, Line::styled(line + &fill, shared.theme.faint())));
                }
            }
            rows.push((Some(at), self.line(shared, item, at == self.at, cells.saturating_sub(1))));
        }
        let in_hand = rows.iter().position(|(at, _)| *at == Some(self.at)).unwrap_or(0);
        let seen = window(self.top.get(), in_hand, rows.len(), body.height.into());
        self.top.set(seen.start);
        let count = rows.len();
        for (y, index) in seen.clone().enumerate() {
            if let Some((Some(item), _)) = rows.get(index) {
                item_hit(shared, body, y, *item);
            }
        }
        let shown: Vec<Line<'_>> = rows.into_iter().skip(seen.start).take(seen.len()).map(|(_, line)| line).collect();
        frame.render_widget(Text::from(shown), body);
        scrollbar(frame, body, seen.start, count);
        if self.found.is_empty() {
            let said = W::NothingCalled.with(shared.lang, &[&cut(self.input.value(), 30)]);
            frame.render_widget(Line::styled(format!("   {said}"), shared.theme.faint()), body);
        }
    }
}

impl Chooser {
    fn line(&self, shared: &Shared, item: &Item, in_hand: bool, cells: usize) -> Line<'static> {
        let base = match (in_hand, &item.does) {
            (true, _) => shared.theme.hand(),
            (false, None) => shared.theme.faint(),
            _ => Style::new(),
        };
        let mark = if in_hand { " ▶ " } else { "   " };
        let label_cells = width(&item.label);
        // The label comes first; what stands at the right takes what it leaves.
        let right = cut(&item.right, cells.saturating_sub(label_cells.min(cells * 3 / 5) + 5));
        let room = cells.saturating_sub(width(&right) + 4);
        Line::styled(format!("{mark}{} {right}", left(&item.label, room)), base)
    }
}
