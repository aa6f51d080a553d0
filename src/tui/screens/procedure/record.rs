//! The record: its sections at the left, its text at the right; instruments that it rests on open.

use super::Loaded;
use crate::text::width::cut;
use crate::tui::command::{Can, id};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Hit, Shared};
use crate::tui::widgets::pager::{Ink, Marked, Pager, list};
use crate::view::Part;
use crate::view::nouns::procedure::{About, procedure_page, regulation_page};
use crate::words::Message;
use crate::words::procedure_screen::ProcedureWord as P;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};
use std::cell::Cell;
use std::collections::HashSet;

/// How wide the sections are.
const SECTIONS: u16 = 26;

/// The record in hand.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pager: Pager,
    /// Whether the sections are in hand, not the text.
    on_sections: bool,
    top: Cell<usize>,
}

impl Reader {
    pub(super) fn load(&mut self, loaded: &Loaded, shared: &Shared) {
        self.pager.take(page(loaded, shared));
    }

    /// Goes to an item by its id: a component of the dossier, a step.
    pub(super) fn go(&mut self, id: &str) {
        let at = self.pager.marked.text.find(&format!("\n• {id} "));
        self.pager.go(at.map_or(0, |at| at + 1));
    }

    pub(super) fn position(&self, shared: &Shared) -> String {
        if let Some((at, of, _)) = self.pager.hits() {
            return format!("{at}/{of}");
        }
        let (at, of) = (self.pager.section().map_or(1, |at| at + 1), self.pager.marked.sections.len());
        P::SectionOf.with(shared.lang, &[&at, &of, &self.pager.percent()])
    }

    pub(super) fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let sections = area.width >= 70;
        let text = if sections { Rect { x: area.x + SECTIONS, width: area.width - SECTIONS, ..area } } else { area };
        let border = |focus: bool| {
            let block = Block::bordered();
            if focus { block.border_type(BorderType::Thick).border_style(shared.theme.title()) } else { block }
        };
        if sections {
            let place = Rect { width: SECTIONS, ..area };
            let block = border(self.on_sections).title(format!(" {} ", shared.word(P::Sections)));
            let inside = block.inner(place);
            frame.render_widget(block, place);
            let now = self.pager.section().unwrap_or(0);
            let lines: Vec<(String, Style)> = self
                .pager
                .marked
                .sections
                .iter()
                .map(|section| (format!(" {}", section.name.trim()), Style::new()))
                .collect();
            list(shared, frame, inside, now, &lines, &self.top);
        }
        let title = self.pager.section().and_then(|at| self.pager.marked.sections.get(at)).map(|s| s.name.clone());
        let block = border(!self.on_sections || !sections).title(format!(" {} ", title.unwrap_or_default()));
        let hint = cut(&format!(" {} ", shared.word(P::LinkHint)), usize::from(text.width).saturating_sub(2));
        let hint = Line::styled(hint, shared.theme.faint());
        let block = if self.pager.marked.links.is_empty() { block } else { block.title_bottom(hint) };
        let inside = block.inner(text);
        frame.render_widget(block, text);
        self.pager.draw(shared, frame, inside);
    }

    pub(super) fn can(&self, what: &str, shared: &Shared) -> Can {
        match what {
            id::NEXT_PANE | id::PREVIOUS_PANE => Can::Yes,
            id::LEFT | id::RIGHT if !self.pager.marked.links.is_empty() => Can::Yes,
            id::OPEN if self.pager.link().is_some() => Can::Yes,
            id::NEW => Can::Yes,
            _ => self.pager.can(what, shared),
        }
    }

    pub(super) fn run(&mut self, what: &str, code: &str) -> Option<Vec<Effect>> {
        match what {
            id::NEXT_PANE | id::PREVIOUS_PANE => self.on_sections = !self.on_sections,
            id::LEFT => self.pager.next_link(false),
            id::RIGHT => self.pager.next_link(true),
            id::OPEN => {
                let link = self.pager.link()?.to_owned();
                return Some(vec![Effect::Open(Place::about("law", &link))]);
            }
            id::NEW => {
                return Some(vec![Effect::Open(Place::about("procedure", code).tab("measures")), Effect::Run(id::NEW)]);
            }
            id::UP | id::DOWN if self.on_sections => {
                let now = self.pager.section().unwrap_or(0);
                let to = if what == id::UP { now.saturating_sub(1) } else { now + 1 };
                self.pager.go_section(to.min(self.pager.marked.sections.len().saturating_sub(1)));
            }
            id::COPY => return Some(vec![Effect::Copy(self.pager.seen())]),
            _ => return self.pager.run(what).then(Vec::new),
        }
        Some(Vec::new())
    }

    pub(super) fn clicked(&mut self, hit: &Hit) -> bool {
        match hit {
            Hit::Line(section) => self.pager.go_section(*section),
            Hit::Link(at) => self.pager.take_link(*at),
            _ => {}
        }
        matches!(hit, Hit::Link(_))
    }

    pub(super) fn key(&mut self, key: KeyEvent) -> Option<Vec<Effect>> {
        self.pager.key(key).then(Vec::new)
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.pager.paste(text);
    }
}

/// What is known of a regulation, part by part, as `show` says it.
fn page(loaded: &Loaded, shared: &Shared) -> Marked {
    let agency = |code: &str| match shared.world.agency(code, shared.lang) {
        name if name == code => code.to_owned(),
        name => format!("{name} ({code})"),
    };
    let due = |limit| super::calendar(shared).due(shared.today, limit);
    let about = About { lang: shared.lang, agency: &agency, due: &due };
    let parts = match &loaded.record {
        Some(record) => procedure_page(record, &about).into_parts(),
        None => regulation_page(&loaded.regulation, &about).into_parts(),
    };
    let known: HashSet<&str> = shared.world.instruments.iter().map(|(number, _)| number.as_str()).collect();
    let mut page = Marked::default();
    page.section(shared.word(P::GeneralSection));
    for part in parts {
        match part {
            Part::Fact(label, value) => linked(&mut page, &format!("{label}: {value}"), &known),
            Part::Heading(label) => {
                page.line("", None);
                page.section(&label);
            }
            Part::Group(name) => page.line(&format!("  {name}"), Some(Ink::Faint)),
            Part::Item(id, text) => linked(&mut page, format!("• {id} {text}").trim_end(), &known),
            Part::Prose(text) | Part::Line(_, text) => linked(&mut page, &text, &known),
            Part::Blank => page.line("", None),
            Part::Table(_) => {}
        }
    }
    for checklist in &loaded.checklists {
        let answered: Vec<_> = checklist.answers(&loaded.answers).collect();
        if answered.is_empty() {
            continue;
        }
        page.line("", None);
        page.section(checklist.name_in(shared.lang));
        for (question, one) in answered {
            let ink = question.finds(one.answer).then_some(Ink::Warning);
            let note = if one.note.is_empty() { String::new() } else { format!(" ({})", one.note) };
            let (text, answer) = (question.text_in(shared.lang), one.answer.word(shared.lang));
            page.line(&format!("• {} {text} {answer}{note}", question.id), ink);
        }
    }
    for service in &loaded.linked {
        let name = service.name_in(shared.lang);
        page.line(&format!("{}: {name}: {}", shared.word(P::Linked), service.members.join(" → ")), None);
    }
    page
}

/// A line in which the numbers of instruments that there are open them.
fn linked(page: &mut Marked, text: &str, known: &HashSet<&str>) {
    let mut from = 0;
    for (at, word) in words(text) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let number = crate::model::instrument::normal_number(bare);
        if bare.contains('/') && known.contains(number.as_str()) {
            let start = at + word.find(bare).unwrap_or(0);
            page.piece(&text[from..start], None);
            page.link(bare, &number);
            from = start + bare.len();
        }
    }
    page.line(&text[from..], None);
}

/// The words of a text with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
