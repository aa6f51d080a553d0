//! The screens of instruments: what is in hand and how it changes. The list, the tree with the text, who is affected, what is
//! proposed against what is in force, two versions side by side.

mod amending;
mod beside;
mod laid;
mod marks;
mod propose;
mod reading;

pub(super) use amending::{Drafted, Drafting};
pub(super) use beside::{Beside, Change};
pub(super) use laid::{Ink, Inks, Laid};
pub(super) use propose::NewText;
pub(super) use reading::{Pane, Reading};

use super::app::{App, Effect, Over, Place};
use super::command::Do;
use super::form::{Field, Form, Purpose, edit, insert};
use crate::law::cite::Reach;
use crate::law::{Citation, Side, Titles, words};
use crate::model::{Address, InstrumentVersion};
use crate::store::{InstrumentRow, Resting};
use crate::text::{clean_line, fold};
use crate::words::Message;
use crate::words::tui::TuiWord as W;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeSet;
use tui_input::Input;

/// A line of the list of instruments.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) row: InstrumentRow,
    /// What the search looks at, folded.
    pub(super) folded: String,
}

impl Line {
    pub(super) fn of(row: InstrumentRow) -> Self {
        Self { folded: fold(&format!("{} {}", row.number, row.title)), row }
    }
}

/// What is being typed above a text or a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// Words that lines of the list must have.
    Filter,
    /// Words to find in the text.
    Find,
    /// The number of an Điều.
    Jump,
}

/// What the instrument in hand has to do with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Affected {
    /// A procedure that rests on the instrument: code, name, the provision that it names, and whether that is the one in hand.
    Procedure { code: String, name: String, provision: Option<String>, here: bool },
    /// A measure that changes it.
    Measure { code: String, regulation: String, title: String, provision: Option<String> },
    /// A reference in the text that reaches the provision: the byte at which it stands, the provision in which it does, its words, how it
    /// reaches, and whether it would point at nothing once the provision is repealed.
    Reference { at: usize, source: String, words: String, reach: Reach, dangles: bool },
}

/// Instruments as far as the screens hold them.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    pub(super) filter: Input,
    /// The lines that the filter leaves.
    pub(super) found: Vec<usize>,
    pub(super) line: usize,
    pub(super) asking: Option<(Ask, Input)>,
    pub(super) reading: Option<Reading>,
    pub(super) affected: Vec<Affected>,
    pub(super) at: usize,
    pub(super) difference: Laid,
    pub(super) beside: Option<Beside>,
    pub(super) drafted: Option<Drafted>,
}

/// How wide a window must be to show tree and text at once.
const BOTH: u16 = 120;

/// The widths of tree and text in a window; nothing where there is room for one of them only.
pub(super) fn panes(width: u16) -> Option<(u16, u16)> {
    let tree = (width * 2 / 5).min(72);
    (width >= BOTH).then(|| (tree, width - tree))
}

/// The cells of a row of the text: a bar stands before it, the scrollbar behind it.
fn text_cells(width: u16) -> usize {
    usize::from(panes(width).map_or(width, |(_, text)| text)).saturating_sub(3).max(1)
}

/// The cells of one of two texts beside each other: a mark stands before each.
pub(super) fn half_cells(width: u16) -> usize {
    (usize::from(width).saturating_sub(6) / 2).max(1)
}

impl Shelf {
    /// Lays out what is in hand for another width.
    pub(super) fn lay_out(&mut self, width: u16) {
        if let Some(reading) = &mut self.reading {
            reading.lay_out(text_cells(width));
        }
        self.difference.lay_out(usize::from(width).saturating_sub(3));
        if let Some(drafted) = &mut self.drafted {
            drafted.laid.lay_out(usize::from(width).saturating_sub(3));
        }
        if let Some(beside) = &mut self.beside {
            beside.lay_out(half_cells(width));
        }
    }
}

impl App {
    /// Takes an instrument in hand; what is shown of it is made anew.
    pub(super) fn read(&mut self, reading: Option<Reading>) {
        let before = self.shelf.reading.take();
        self.shelf.reading = reading.map(|mut reading| {
            if let Some(before) = &before {
                reading.follow(before);
            }
            reading.lay_out(text_cells(self.size.0));
            reading
        });
        match self.place() {
            Place::Affected => self.show_affected(),
            Place::Difference => self.show_difference(),
            Place::Law if self.shelf.reading.is_none() => self.go(Place::Instruments),
            _ => {}
        }
    }

    /// Takes the size of the window; what is laid out in rows is laid out again.
    pub(super) fn resized(&mut self, width: u16, height: u16) {
        if self.size != (width, height) {
            self.size = (width, height);
            self.shelf.lay_out(width);
            if let Some(found) = &mut self.board.found {
                found.laid.lay_out(usize::from(width).saturating_sub(3));
            }
        }
    }

    /// Finds again what the filter of the list leaves.
    pub(super) fn filter_instruments(&mut self) {
        let lines = &self.data.instruments;
        let words: Vec<String> = self.shelf.filter.value().split_whitespace().map(fold).collect();
        let chosen = self.shelf.found.get(self.shelf.line).and_then(|at| lines.get(*at)).map(|l| l.row.number.clone());
        let fits = |line: &Line| words.iter().all(|word| line.folded.contains(word.as_str()));
        self.shelf.found = lines.iter().enumerate().filter(|(_, line)| fits(line)).map(|(at, _)| at).collect();
        // What has a text comes first: it can be read.
        self.shelf.found.sort_by_key(|at| lines.get(*at).is_none_or(|line| line.row.versions == 0));
        let same = |at: &usize| lines.get(*at).map(|l| &l.row.number) == chosen.as_ref();
        self.shelf.line = self.shelf.found.iter().position(same).unwrap_or(0);
    }

    /// Takes two versions that were loaded; nothing when one of them is gone.
    pub(super) fn compared(&mut self, beside: Option<Beside>) {
        let top = self.shelf.beside.take().map_or(0, |before| before.top);
        self.shelf.beside = beside.map(|mut beside| {
            beside.lay_out(half_cells(self.size.0));
            beside.scroll(isize::try_from(top).unwrap_or(0));
            beside
        });
        if self.shelf.beside.is_none() && self.place() == Place::Versions {
            self.go(Place::Law);
        }
    }

    /// Runs a command on the screens of instruments; nothing when it is none of theirs.
    pub(super) fn run_law(&mut self, what: Do) -> Option<Vec<Effect>> {
        let place = self.place();
        if let Some(by) = steps(what) {
            self.step_law(place, by);
            return Some(Vec::new());
        }
        let mut effects = Vec::new();
        match (place, what) {
            (Place::Instruments, Do::Open) => {
                let number = self.chosen_instrument().map(str::to_owned);
                effects.extend(number.map(|number| Effect::Read { number, version: None }));
            }
            (Place::Instruments, Do::Search) => {
                self.shelf.asking = Some((Ask::Filter, std::mem::take(&mut self.shelf.filter)));
            }
            (Place::Law, Do::Search) => self.shelf.asking = Some((Ask::Find, Input::default())),
            (Place::Law, Do::Jump) => self.shelf.asking = Some((Ask::Jump, Input::default())),
            (Place::Affected, Do::Open) => return Some(self.open_affected()),
            (_, Do::Affected) => {
                self.shelf.at = 0;
                self.show_affected();
            }
            (_, Do::Difference) => self.show_difference(),
            (_, Do::Beside) => self.over = self.versions_form().map(|form| Over::Form(Box::new(form))),
            (_, Do::Propose) => self.over = self.provision_form().map(|form| Over::Form(Box::new(form))),
            (_, Do::Amend) => effects.extend(self.ask_draft()),
            (_, Do::WriteDraft) => self.over = self.draft_file_form().map(|form| Over::Form(Box::new(form))),
            (_, Do::NextVersion) => effects.extend(self.next_version()),
            (Place::Versions, Do::NextHit | Do::PreviousHit) => {
                if let Some(beside) = &mut self.shelf.beside {
                    beside.next_change(what == Do::NextHit);
                }
            }
            (Place::Law, _) if self.run_reading(what) => {}
            (_, Do::Back) => self.back_law(place),
            _ => return None,
        }
        Some(effects)
    }

    fn run_reading(&mut self, what: Do) -> bool {
        let Some(reading) = &mut self.shelf.reading else { return false };
        match what {
            Do::Open => reading.pane = Pane::Text,
            Do::Next => reading.pane = if reading.pane == Pane::Tree { Pane::Text } else { Pane::Tree },
            Do::Left => {
                reading.pane = Pane::Tree;
                reading.fold();
            }
            Do::Right => {
                reading.pane = Pane::Tree;
                reading.unfold();
            }
            Do::FoldAll => reading.fold_all(),
            Do::NextHit => reading.next_hit(true),
            Do::PreviousHit => reading.next_hit(false),
            _ => return false,
        }
        true
    }

    fn step_law(&mut self, place: Place, by: isize) {
        let shelf = &mut self.shelf;
        let moved = |at: usize, length: usize| at.saturating_add_signed(by).min(length.saturating_sub(1));
        match place {
            Place::Instruments => shelf.line = moved(shelf.line, shelf.found.len()),
            Place::Affected => shelf.at = moved(shelf.at, shelf.affected.len()),
            Place::Difference => shelf.difference.scroll(by),
            Place::Drafted => {
                if let Some(drafted) = &mut shelf.drafted {
                    drafted.laid.scroll(by);
                }
            }
            Place::Versions => {
                if let Some(beside) = &mut shelf.beside {
                    beside.scroll(by);
                }
            }
            _ => {
                if let Some(reading) = &mut shelf.reading {
                    reading.step(by);
                }
            }
        }
    }

    /// A narrow window shows the tree again before the list.
    fn back_law(&mut self, place: Place) {
        match (place, &mut self.shelf.reading) {
            (Place::Instruments, _) if !self.shelf.filter.value().is_empty() => {
                self.shelf.filter.reset();
                self.filter_instruments();
            }
            (Place::Instruments, _) => self.go(Place::Overview),
            (Place::Law, Some(reading)) if !reading.hits.is_empty() => reading.hits.clear(),
            (Place::Law, Some(reading)) if reading.pane == Pane::Text => reading.pane = Pane::Tree,
            (Place::Law, _) => self.go(Place::Instruments),
            (Place::Drafted, _) => {
                let from = self.shelf.drafted.take().map_or(Place::Instruments, |drafted| drafted.from);
                self.go(from);
            }
            _ => self.go(Place::Law),
        }
    }

    fn next_version(&self) -> Option<Effect> {
        let reading = self.shelf.reading.as_ref()?;
        let at = reading.heads.iter().position(|head| Some(&head.name) == reading.version.as_ref())?;
        let next = reading.heads.get((at + 1) % reading.heads.len().max(1))?;
        Some(Effect::Read { number: next.instrument.clone(), version: Some(next.name.clone()) })
    }

    fn show_affected(&mut self) {
        let references = self.references_here();
        let Some(reading) = &self.shelf.reading else { return };
        let mut resting: Vec<(bool, &Resting)> = reading.resting.iter().map(|r| (reading.rests_here(r), r)).collect();
        resting.sort_by_key(|(here, _)| !here);
        let procedures = resting.into_iter().map(|(here, r)| Affected::Procedure {
            code: r.regulation.clone(),
            name: r.name.clone(),
            provision: r.provision.clone(),
            here,
        });
        let measures =
            if reading.address().is_some() { reading.measures_here() } else { reading.measures.iter().collect() };
        let measures = measures.into_iter().map(|m| Affected::Measure {
            code: m.code.clone(),
            regulation: m.regulation.clone(),
            title: m.title.clone(),
            provision: m.provision.clone(),
        });
        self.shelf.affected = measures.chain(references).chain(procedures).collect();
        self.shelf.at = self.shelf.at.min(self.shelf.affected.len().saturating_sub(1));
        self.go(Place::Affected);
    }

    /// What refers to the provision in hand, inside the instrument; first what would point at nothing once it is repealed.
    fn references_here(&mut self) -> Vec<Affected> {
        let Some(reading) = &mut self.shelf.reading else { return Vec::new() };
        let Some(address) = reading.address().cloned() else { return Vec::new() };
        let number = reading.instrument.number.clone();
        let rows = self.data.instruments.iter().map(|line| (line.row.number.as_str(), line.row.title.as_str()));
        let graph = reading.graph(&Titles::new(rows));
        let repealed = BTreeSet::from([address.clone()]);
        let dangling = graph.dangling(Some(&number), &repealed);
        let dangling: BTreeSet<(usize, &Address)> =
            dangling.iter().map(|d| (d.citation.span.start, &d.citation.place)).collect();
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        let mut take = |citation: &Citation, reach: Reach| {
            // What names the whole instrument says nothing about the place, nor does the provision about itself.
            let inside = address.holds(&citation.source.address);
            if reach != Reach::Instrument && !inside && seen.insert((citation.span.start, citation.place.clone())) {
                found.push(Affected::Reference {
                    at: citation.span.start,
                    source: citation.source.address.to_string(),
                    words: clean_line(&citation.words),
                    reach,
                    dangles: dangling.contains(&(citation.span.start, &citation.place)),
                });
            }
        };
        for incoming in graph.incoming(Some(&number), &address) {
            take(incoming.citation, incoming.reach);
        }
        // What names a part of the provision dangles with it.
        for one in graph.dangling(Some(&number), &repealed) {
            take(one.citation, Reach::Itself);
        }
        found.sort_by_key(|a| !matches!(a, Affected::Reference { dangles: true, .. }));
        found
    }

    /// Opens the record of a procedure, or a measure among those of its regulation.
    fn open_affected(&mut self) -> Vec<Effect> {
        match self.shelf.affected.get(self.shelf.at).cloned() {
            Some(Affected::Procedure { code, .. }) => {
                (self.row, self.measure) = (0, 0);
                self.go(Place::Record);
                vec![Effect::Load(code)]
            }
            Some(Affected::Measure { code, regulation, .. }) => {
                let of_regulation = self.data.snapshot.measures.iter().filter(|m| m.regulation == regulation);
                self.measure = of_regulation.map(|m| &m.code).position(|c| *c == code).unwrap_or(0);
                self.go(Place::Measures);
                vec![Effect::Load(regulation)]
            }
            Some(Affected::Reference { at, .. }) => {
                if let Some(reading) = &mut self.shelf.reading {
                    reading.go_to(at);
                }
                self.go(Place::Law);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// What measures propose for the provision in hand, word by word.
    fn show_difference(&mut self) {
        let Some(reading) = &self.shelf.reading else { return };
        let mut laid = Laid::default();
        for measure in reading.measures_here() {
            let provision = measure.provision.as_deref().unwrap_or_default();
            laid.line(&format!("{} · {provision} · {}", measure.code, measure.title), Some(Ink::Heading));
            for piece in words(&measure.current_text, &measure.proposed_text) {
                let bare = piece.text.trim_end();
                let blanks = piece.text.get(bare.len()..).unwrap_or_default();
                match piece.side {
                    Side::Old if !bare.is_empty() => laid.piece(&format!("[-{bare}-]"), Some(Ink::Old)),
                    Side::New if !bare.is_empty() => laid.piece(&format!("[+{bare}+]"), Some(Ink::New)),
                    _ => laid.piece(bare, None),
                }
                laid.piece(blanks, None);
            }
            laid.line("", None);
            laid.line("", None);
        }
        laid.lay_out(usize::from(self.size.0).saturating_sub(3));
        self.shelf.difference = laid;
        self.go(Place::Difference);
    }

    fn versions_form(&self) -> Option<Form> {
        let reading = self.shelf.reading.as_ref()?;
        let options: Vec<(String, String)> =
            reading.heads.iter().map(|head| (head.name.clone(), self.version_name(&head.name))).collect();
        let last = reading.heads.last().map_or("", |head| head.name.as_str());
        let fields = vec![
            Field::choice("old", self.word(W::OldVersion), options.clone(), ""),
            Field::choice("new", self.word(W::NewVersion), options, last),
        ];
        let number = reading.instrument.number.clone();
        Some(Form::new(Purpose::Versions { number }, self.word(W::DoBeside).to_owned(), fields))
    }

    /// How a version is named on the screen.
    pub(super) fn version_name(&self, name: &str) -> String {
        InstrumentVersion::called(name, self.lang)
    }

    /// A key while something is typed above a text or a list.
    pub(super) fn key_ask(&mut self, key: KeyEvent) -> Vec<Effect> {
        let Some((ask, mut input)) = self.shelf.asking.take() else { return Vec::new() };
        match key.code {
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return vec![Effect::Quit],
            KeyCode::Enter | KeyCode::Esc => {
                if ask == Ask::Filter {
                    self.shelf.filter = input;
                }
                // Enter on the list opens what is chosen, as in the catalogue.
                if ask == Ask::Filter && key.code == KeyCode::Enter {
                    return self.run_law(Do::Open).unwrap_or_default();
                }
                return Vec::new();
            }
            KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown => {
                let what = match key.code {
                    KeyCode::Up => Do::Up,
                    KeyCode::Down => Do::Down,
                    KeyCode::PageUp => Do::PageUp,
                    _ => Do::PageDown,
                };
                self.shelf.asking = Some((ask, input));
                return self.run_law(what).unwrap_or_default();
            }
            KeyCode::F(_) => {
                if ask == Ask::Filter {
                    self.shelf.filter = input;
                }
                return self.key(key);
            }
            _ => edit(&mut input, key),
        }
        self.asked(ask, input);
        Vec::new()
    }

    /// Takes pasted text while something is typed.
    pub(super) fn paste_ask(&mut self, text: &str) {
        if let Some((ask, mut input)) = self.shelf.asking.take() {
            insert(&mut input, &clean_line(text));
            self.asked(ask, input);
        }
    }

    /// Begins to type the number of an Điều with its first digit.
    pub(super) fn ask_jump(&mut self, digit: char) {
        self.asked(Ask::Jump, Input::new(digit.to_string()));
    }

    fn asked(&mut self, ask: Ask, input: Input) {
        let text = clean_line(input.value());
        match (ask, &mut self.shelf.reading) {
            (Ask::Filter, _) => {
                self.shelf.filter = input.clone();
                self.filter_instruments();
            }
            (Ask::Find, Some(reading)) => reading.find(&text),
            (Ask::Jump, Some(reading)) => {
                if !text.is_empty() && !reading.jump(&text) {
                    self.complain(W::NoArticle.with(self.lang, &[&text]));
                }
            }
            (_, None) => {}
        }
        self.shelf.asking = Some((ask, input));
    }
}

/// How far a command moves.
pub(super) fn steps(what: Do) -> Option<isize> {
    let page = super::app::PAGE as isize;
    Some(match what {
        Do::Up => -1,
        Do::Down => 1,
        Do::PageUp => -page,
        Do::PageDown => page,
        Do::First => isize::MIN,
        Do::Last => isize::MAX,
        _ => return None,
    })
}
