//! A text to be read: laid out once for each width, so that only the rows in sight are drawn; with places that open, headings to jump to, and
//! words to be found.

use super::input::{self, edit, insert};
use super::window;
use crate::text::fold;
use crate::text::fold::find_folded;
use crate::text::width::{cut, rows, width};
use crate::tui::command::{Can, id};
use crate::tui::screen::{Hit, Shared};
use crate::words::screen::ScreenWord as W;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState};
use std::cell::{Cell, RefCell};
use std::ops::Range;
use tui_input::Input;

/// How a piece of a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Ink {
    Heading,
    Faint,
    Link,
    Warning,
    Removed,
    Added,
}

impl Ink {
    fn style(self, shared: &Shared) -> Style {
        let theme = shared.theme;
        match self {
            Self::Heading => theme.heading(),
            Self::Faint => theme.faint(),
            Self::Link => theme.link(),
            Self::Warning => theme.warning(),
            Self::Removed => theme.removed(),
            Self::Added => theme.added(),
        }
    }
}

/// A place in a text that can be gone to, or that opens something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Anchor {
    /// Its bytes.
    pub(in crate::tui) at: Range<usize>,
    /// What it is: the name of a section, the place that opens.
    pub(in crate::tui) name: String,
}

/// A text with its inks.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct Marked {
    pub(in crate::tui) text: String,
    pub(in crate::tui) inks: Vec<(Range<usize>, Ink)>,
    /// What opens.
    pub(in crate::tui) links: Vec<Anchor>,
    /// Sections.
    pub(in crate::tui) sections: Vec<Anchor>,
}

impl Marked {
    /// Adds a piece.
    pub(in crate::tui) fn piece(&mut self, text: &str, ink: Option<Ink>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.inks.extend(ink.map(|ink| (start..self.text.len(), ink)));
    }

    /// Adds a line.
    pub(in crate::tui) fn line(&mut self, text: &str, ink: Option<Ink>) {
        self.piece(text, ink);
        self.text.push('\n');
    }

    /// Adds a piece that opens something.
    pub(in crate::tui) fn link(&mut self, text: &str, opens: &str) {
        let start = self.text.len();
        self.piece(text, Some(Ink::Link));
        self.links.push(Anchor { at: start..self.text.len(), name: opens.to_owned() });
    }

    /// Adds the heading of a section.
    pub(in crate::tui) fn section(&mut self, title: &str) {
        let start = self.text.len();
        self.line(title, Some(Ink::Heading));
        self.sections.push(Anchor { at: start..self.text.len(), name: title.to_owned() });
    }
}

/// A text in hand.
#[derive(Debug, Default)]
pub(in crate::tui) struct Pager {
    pub(in crate::tui) marked: Marked,
    /// The byte at which the first row begins: it stays when the width changes.
    first: usize,
    /// The link in hand.
    link: Option<usize>,
    /// The words to be found, while they are typed too.
    finding: Option<Input>,
    words: String,
    hits: Vec<Range<usize>>,
    hit: usize,
    laid: RefCell<Laid>,
    /// How many rows were drawn last.
    room: Cell<usize>,
}

#[derive(Debug, Default)]
struct Laid {
    cells: usize,
    rows: Vec<Range<usize>>,
}

impl Pager {
    /// A text.
    pub(in crate::tui) fn new(marked: Marked) -> Self {
        Self { marked, ..Self::default() }
    }

    /// Takes another text in the place of this; the place in it stays as far as it can.
    pub(in crate::tui) fn take(&mut self, marked: Marked) {
        self.first = self.first.min(marked.text.len());
        self.link = self.link.filter(|link| *link < marked.links.len());
        self.marked = marked;
        *self.laid.borrow_mut() = Laid::default();
        self.search();
    }

    fn lay(&self, cells: usize) {
        let mut laid = self.laid.borrow_mut();
        if laid.cells != cells || laid.rows.is_empty() {
            *laid = Laid { cells, rows: rows(&self.marked.text, 0..self.marked.text.len(), cells) };
        }
    }

    fn row_of(&self, byte: usize) -> usize {
        self.laid.borrow().rows.partition_point(|row| row.start <= byte).saturating_sub(1)
    }

    fn rows(&self) -> usize {
        self.laid.borrow().rows.len()
    }

    /// The first row that is seen.
    fn top(&self) -> usize {
        self.row_of(self.first).min(self.rows().saturating_sub(self.room.get().max(1)))
    }

    /// Goes so many rows on.
    pub(in crate::tui) fn scroll(&mut self, by: isize) {
        let last = self.rows().saturating_sub(self.room.get().max(1));
        let top = self.top().saturating_add_signed(by).min(last);
        self.first = self.laid.borrow().rows.get(top).map_or(0, |row| row.start);
    }

    /// Goes to a byte, a little below the upper edge.
    pub(in crate::tui) fn go(&mut self, byte: usize) {
        self.first = byte.min(self.marked.text.len());
    }

    /// Makes sure that a byte is seen.
    fn show(&mut self, byte: usize) {
        let (row, top, room) = (self.row_of(byte), self.top(), self.room.get().max(1));
        if !(top..top + room).contains(&row) {
            let to = row.saturating_sub(room / 3);
            self.first = self.laid.borrow().rows.get(to).map_or(0, |row| row.start);
        }
    }

    /// The byte at which the first row that is seen begins.
    pub(in crate::tui) fn top_byte(&self) -> usize {
        self.laid.borrow().rows.get(self.top()).map_or(self.first, |row| row.start)
    }

    /// The rows that were drawn last.
    pub(in crate::tui) fn seen_rows(&self) -> Vec<Range<usize>> {
        self.laid.borrow().rows.iter().skip(self.top()).take(self.room.get()).cloned().collect()
    }

    /// Where the hit in hand begins.
    pub(in crate::tui) fn hit_byte(&self) -> Option<usize> {
        self.hits.get(self.hit).map(|hit| hit.start)
    }

    /// Takes no link in hand any more.
    pub(in crate::tui) fn drop_link(&mut self) {
        self.link = None;
    }

    /// The section in which the first row stands.
    pub(in crate::tui) fn section(&self) -> Option<usize> {
        let at = self.laid.borrow().rows.get(self.top()).map_or(0, |row| row.start);
        self.marked.sections.iter().rposition(|section| section.at.start <= at)
    }

    /// Goes to a section.
    pub(in crate::tui) fn go_section(&mut self, at: usize) {
        if let Some(section) = self.marked.sections.get(at) {
            self.first = section.at.start;
        }
    }

    /// How far one has read, in percent.
    pub(in crate::tui) fn percent(&self) -> usize {
        let last = self.rows().saturating_sub(self.room.get().max(1));
        (self.top() * 100).checked_div(last).unwrap_or(100)
    }

    /// What the link in hand opens.
    pub(in crate::tui) fn link(&self) -> Option<&str> {
        self.link.and_then(|at| self.marked.links.get(at)).map(|link| link.name.as_str())
    }

    /// Takes the next or the previous link in hand; the first one is that which is seen first.
    pub(in crate::tui) fn next_link(&mut self, forward: bool) {
        let links = &self.marked.links;
        if links.is_empty() {
            return;
        }
        let seen = self.laid.borrow().rows.get(self.top()).map_or(0, |row| row.start);
        let at = match self.link {
            None => links.iter().position(|link| link.at.start >= seen).unwrap_or(0),
            Some(at) if forward => (at + 1) % links.len(),
            Some(at) => (at + links.len() - 1) % links.len(),
        };
        let byte = links[at].at.start;
        self.link = Some(at);
        self.show(byte);
    }

    /// Takes the link of a place in hand.
    pub(in crate::tui) fn take_link(&mut self, at: usize) {
        self.link = Some(at).filter(|at| *at < self.marked.links.len());
    }

    /// Notes where the links of a row stand.
    fn link_hits(&self, row: &Range<usize>, place: Rect, shared: &Shared) {
        let first = self.marked.links.partition_point(|link| link.at.end <= row.start);
        let cells = |range: Range<usize>| {
            u16::try_from(self.marked.text.get(range).map_or(0, width)).unwrap_or(u16::MAX).min(place.width)
        };
        for (n, link) in self.marked.links.iter().enumerate().skip(first) {
            if link.at.start >= row.end {
                break;
            }
            let (from, to) = (link.at.start.max(row.start), link.at.end.min(row.end));
            let x = place.x.saturating_add(cells(row.start..from));
            shared.hit(Rect { x, width: cells(from..to), ..place }, Hit::Link(n));
        }
    }

    /// Whether words are being typed.
    pub(in crate::tui) fn finding(&self) -> bool {
        self.finding.is_some()
    }

    /// The hits: which is in hand, how many there are; nothing where nothing is looked for.
    pub(in crate::tui) fn hits(&self) -> Option<(usize, usize, &str)> {
        let words = self.finding.as_ref().map_or(self.words.as_str(), |input| input.value());
        (!words.is_empty()).then(|| (self.hit + usize::from(!self.hits.is_empty()), self.hits.len(), words))
    }

    fn search(&mut self) {
        let words: Vec<String> = self.words.split_whitespace().map(fold).collect();
        let phrase = fold(&self.words);
        // The words as they stand together; where they stand nowhere together, each of them.
        self.hits = if phrase.trim().is_empty() { Vec::new() } else { find_folded(&self.marked.text, &[phrase]) };
        if self.hits.is_empty() && words.len() > 1 {
            self.hits = find_folded(&self.marked.text, &words);
        }
        self.hit = self.hits.iter().position(|hit| hit.start >= self.first).unwrap_or(0);
    }

    fn next_hit(&mut self, forward: bool) {
        let count = self.hits.len();
        if count > 0 {
            self.hit = if forward { (self.hit + 1) % count } else { (self.hit + count - 1) % count };
            self.show(self.hits[self.hit].start);
        }
    }

    /// Whether it can do something.
    pub(in crate::tui) fn can(&self, what: &str, shared: &Shared) -> Can {
        match what {
            id::UP | id::DOWN | id::PAGE_UP | id::PAGE_DOWN | id::FIRST | id::LAST | id::FIND => Can::Yes,
            id::NEXT_HIT | id::PREVIOUS_HIT => {
                Can::when(!self.hits.is_empty(), || shared.word(W::NothingLookedFor).to_owned())
            }
            id::COPY => Can::Yes,
            _ => Can::NotHere,
        }
    }

    /// Does it; whether it was one of its own.
    pub(in crate::tui) fn run(&mut self, what: &str) -> bool {
        let page = isize::try_from(self.room.get().max(2) - 1).unwrap_or(1);
        match what {
            id::UP => self.scroll(-1),
            id::DOWN => self.scroll(1),
            id::PAGE_UP => self.scroll(-page),
            id::PAGE_DOWN => self.scroll(page),
            id::FIRST => self.first = 0,
            id::LAST => self.scroll(isize::MAX),
            id::FIND => self.finding = Some(Input::default()),
            id::NEXT_HIT => self.next_hit(true),
            id::PREVIOUS_HIT => self.next_hit(false),
            id::BACK if !self.words.is_empty() => {
                self.words.clear();
                self.search();
            }
            _ => return false,
        }
        true
    }

    /// Takes a key while words are typed; whether they are.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent) -> bool {
        let Some(mut input) = self.finding.take() else { return false };
        match key.code {
            KeyCode::Esc => {
                self.words.clear();
                self.search();
                return true;
            }
            KeyCode::Enter => {
                self.search();
                if let Some(hit) = self.hits.get(self.hit) {
                    self.show(hit.start);
                }
                return true;
            }
            _ => _ = edit(&mut input, key),
        }
        self.words = input.value().to_owned();
        self.search();
        if let Some(hit) = self.hits.get(self.hit) {
            self.show(hit.start);
        }
        self.finding = Some(input);
        true
    }

    /// Takes pasted words.
    pub(in crate::tui) fn paste(&mut self, text: &str) {
        if let Some(input) = &mut self.finding {
            insert(input, text);
            self.words = input.value().to_owned();
            self.search();
        }
    }

    /// The rows that are seen, as text: what is copied.
    pub(in crate::tui) fn seen(&self) -> String {
        let (laid, top) = (self.laid.borrow(), self.top());
        let rows = laid.rows.iter().skip(top).take(self.room.get());
        rows.map(|row| self.marked.text[row.clone()].trim_end()).collect::<Vec<_>>().join("\n")
    }

    /// Draws the rows in sight; the last column is the scrollbar's.
    pub(in crate::tui) fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let (body, find) = match &self.finding {
            Some(_) if area.height > 1 => {
                (Rect { height: area.height - 1, ..area }, Some(Rect { y: area.bottom() - 1, height: 1, ..area }))
            }
            _ => (area, None),
        };
        self.lay(usize::from(body.width.saturating_sub(2)).max(1));
        self.room.set(body.height.into());
        let (top, laid) = (self.top(), self.laid.borrow());
        for (y, row) in (0..body.height).zip(laid.rows.iter().skip(top)) {
            self.link_hits(row, Rect { x: body.x.saturating_add(1), y: body.y + y, height: 1, ..body }, shared);
        }
        let lines: Vec<Line<'_>> =
            laid.rows.iter().skip(top).take(body.height.into()).map(|row| self.line(row.clone(), shared)).collect();
        frame.render_widget(
            Text::from(lines),
            Rect { x: body.x + body.width.min(1), width: body.width.saturating_sub(2), ..body },
        );
        scrollbar(frame, body, top, laid.rows.len());
        if let (Some(area), Some(input)) = (find, &self.finding) {
            let label = format!("{}: ", shared.word(W::Find));
            let (text, cursor) = input::seen(input, usize::from(area.width).saturating_sub(width(&label) + 8));
            let count = format!("{}/{}", self.hit + usize::from(!self.hits.is_empty()), self.hits.len());
            let line = Line::from(vec![
                Span::styled(label.clone(), shared.theme.key()),
                Span::raw(text),
                Span::styled(format!("  {count}"), shared.theme.faint()),
            ]);
            frame.render_widget(line, area);
            input::set_cursor(frame, area, width(&label) + cursor);
        }
    }

    /// A row with its inks, hits and the link in hand.
    fn line(&self, row: Range<usize>, shared: &Shared) -> Line<'_> {
        let mut edges = vec![row.start, row.end];
        let within = |at: usize| at.clamp(row.start, row.end);
        let touches = |piece: &Range<usize>| piece.start < row.end && piece.end > row.start;
        let first = self.marked.inks.partition_point(|(piece, _)| piece.end <= row.start);
        let inks: Vec<&(Range<usize>, Ink)> =
            self.marked.inks[first..].iter().take_while(|(piece, _)| piece.start < row.end).collect();
        let first = self.hits.partition_point(|hit| hit.end <= row.start);
        let hits: Vec<&Range<usize>> = self.hits[first..].iter().take_while(|hit| hit.start < row.end).collect();
        let link = self.link.and_then(|at| self.marked.links.get(at)).map(|link| &link.at).filter(|at| touches(at));
        let pieces = inks.iter().map(|(piece, _)| piece).chain(hits.iter().copied()).chain(link);
        for piece in pieces {
            edges.extend([within(piece.start), within(piece.end)]);
        }
        edges.sort_unstable();
        edges.dedup();
        let style = |at: usize| {
            let ink = inks.iter().rev().find(|(piece, _)| piece.contains(&at));
            let mut style = ink.map_or(Style::new(), |(_, ink)| ink.style(shared));
            if hits.iter().any(|hit| hit.contains(&at)) {
                style = style.patch(shared.theme.hit());
            }
            if link.is_some_and(|link| link.contains(&at)) {
                style = style.patch(shared.theme.hand());
            }
            style
        };
        let spans = edges.windows(2).filter_map(|pair| {
            let text = self.marked.text.get(pair[0]..pair[1])?;
            Some(Span::styled(text, style(pair[0])))
        });
        Line::from(spans.collect::<Vec<_>>())
    }
}

/// A scrollbar in the last column, where not all is seen.
pub(in crate::tui) fn scrollbar(frame: &mut Frame<'_>, area: Rect, top: usize, length: usize) {
    let room = usize::from(area.height);
    if length > room && area.width > 0 {
        let mut state =
            ScrollbarState::new(length.saturating_sub(room) + 1).position(top).viewport_content_length(room);
        let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight).begin_symbol(None).end_symbol(None);
        frame.render_stateful_widget(bar.track_symbol(Some("│")).thumb_symbol("█"), area, &mut state);
    }
}

/// The part of a list in lines, with the line in hand in it.
pub(in crate::tui) fn list(
    shared: &Shared,
    frame: &mut Frame<'_>,
    area: Rect,
    at: usize,
    lines: &[(String, Style)],
    top: &Cell<usize>,
) {
    let seen = window(top.get(), at, lines.len(), area.height.into());
    top.set(seen.start);
    let cells = usize::from(area.width.saturating_sub(1));
    let shown = seen.clone().filter_map(|index| {
        let (text, style) = lines.get(index)?;
        let style = if index == at { shared.theme.hand() } else { *style };
        let row = u16::try_from(index - seen.start).unwrap_or(u16::MAX);
        shared.hit(Rect { y: area.y.saturating_add(row), height: 1, ..area }, Hit::Line(index));
        Some(Line::styled(crate::text::width::left(&cut(text, cells), cells), style))
    });
    frame.render_widget(Text::from(shown.collect::<Vec<_>>()), area);
    scrollbar(frame, area, seen.start, lines.len());
}
