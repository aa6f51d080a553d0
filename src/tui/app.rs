//! The state of the application and how it changes: a key comes in, effects on the workspace go out. Pure.

use super::cell::Typing;
use super::choosing::{Board, Wish};
use super::command::{COMMANDS, Command, Do, find, key_name};
use super::data::{Data, Detail};
pub(super) use super::effect::Effect;
use super::form::{Form, edit, insert};
use super::law::Shelf;
use super::theme::Theme;
use crate::model::{Cell, Measure};
use crate::reform::Progress;
use crate::text::{Lang, clean_line, fold};
use crate::words::{Message, Said};
use jiff::civil::Date;
use ratatui::crossterm::event::KeyEvent;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use tui_input::Input;

/// Where the user is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Overview,
    Catalogue,
    Record,
    Sheet,
    Measures,
    Proposal,
    History,
    Instruments,
    Law,
    Affected,
    Difference,
    Versions,
    Drafted,
    Scenarios,
    Scenario,
    Found,
    Compared,
    Chances,
    Suggestions,
    Owes,
}

impl Place {
    pub(super) const ALL: &'static [Self] = &[
        Self::Overview,
        Self::Catalogue,
        Self::Record,
        Self::Sheet,
        Self::Measures,
        Self::Proposal,
        Self::History,
        Self::Instruments,
        Self::Law,
        Self::Affected,
        Self::Difference,
        Self::Versions,
        Self::Drafted,
        Self::Scenarios,
        Self::Scenario,
        Self::Found,
        Self::Compared,
        Self::Chances,
        Self::Suggestions,
        Self::Owes,
    ];

    /// The places that show instruments.
    pub(super) const LAWS: [Self; 6] =
        [Self::Instruments, Self::Law, Self::Affected, Self::Difference, Self::Versions, Self::Drafted];

    /// The places of choosing.
    pub(super) const CHOOSING: [Self; 7] =
        [Self::Scenarios, Self::Scenario, Self::Found, Self::Compared, Self::Chances, Self::Suggestions, Self::Owes];

    /// The places that show one regulation, in the order of their tabs.
    pub(super) const TABS: [Self; 4] = [Self::Record, Self::Sheet, Self::Measures, Self::Proposal];
}

/// What lies over the screen.
#[derive(Debug)]
pub(super) enum Over {
    Help { top: usize },
    Palette { input: Input, at: usize },
    Form(Box<Form>),
}

/// The state of the application.
#[derive(Debug)]
pub(super) struct App {
    pub(super) lang: Lang,
    pub(super) theme: Theme,
    pub(super) today: Date,
    pub(super) data: Data,
    pub(super) detail: Option<Detail>,
    pub(super) over: Option<Over>,
    /// The form whose answers are being carried out.
    pub(super) given: Option<Box<Form>>,
    /// What was done last, or what went wrong.
    pub(super) said: Option<(bool, String)>,
    place: Place,
    programme: Option<usize>,
    pub(super) target: usize,
    /// The search field of the catalogue and whether it is in hand.
    pub(super) search: Input,
    pub(super) searching: bool,
    /// The lines that the search leaves.
    pub(super) found: Vec<usize>,
    pub(super) line: usize,
    pub(super) change: usize,
    /// What the change in hand did, a line a field; with its number.
    pub(super) told: Option<(i64, Vec<Said>)>,
    /// Whether the change in hand fills the screen.
    pub(super) whole_change: bool,
    /// The first line shown of record and proposal.
    pub(super) top: usize,
    pub(super) row: usize,
    pub(super) column: usize,
    /// The cell that is being typed.
    pub(super) typing: Option<Typing>,
    /// The cell whose figure is being stored.
    pub(super) sent: Option<Typing>,
    pub(super) measure: usize,
    pub(super) shelf: Shelf,
    pub(super) board: Board,
    /// Columns and rows of the window.
    pub(super) size: (u16, u16),
}

/// The cells that can be typed, in the order of the sheet.
pub(super) const CELLS: [Cell; 5] = [Cell::Minutes, Cell::Outsourcing, Cell::Charges, Cell::Times, Cell::Population];

/// How far a page goes.
pub(super) const PAGE: usize = 15;

impl App {
    pub(super) fn new(lang: Lang, theme: Theme, today: Date) -> Self {
        Self {
            lang,
            theme,
            today,
            data: Data::default(),
            detail: None,
            over: None,
            given: None,
            said: None,
            place: Place::Overview,
            programme: None,
            target: 0,
            search: Input::default(),
            searching: false,
            found: Vec::new(),
            line: 0,
            change: 0,
            told: None,
            whole_change: false,
            top: 0,
            row: 0,
            column: 0,
            typing: None,
            sent: None,
            measure: 0,
            shelf: Shelf::default(),
            board: Board::default(),
            size: (80, 24),
        }
    }

    pub(super) fn place(&self) -> Place {
        self.place
    }

    pub(super) fn word(&self, word: impl Message) -> &'static str {
        word.text(self.lang)
    }

    /// Tells the user what was done.
    pub(super) fn tell(&mut self, text: String) {
        self.said = Some((true, text));
    }

    /// Tells the user what went wrong.
    pub(super) fn complain(&mut self, text: String) {
        self.said = Some((false, text));
    }

    /// Takes what was loaded anew; the cursors stay where they can.
    pub(super) fn loaded(&mut self, data: Data) {
        self.data = data;
        self.filter();
        self.filter_instruments();
        let running = |p: &Progress| p.programme.targets.iter().any(|target| target.due >= self.today);
        if self.data.progress.is_empty() || self.programme.is_none() {
            self.programme = self.data.progress.iter().position(running).or(Some(0));
        }
        self.change = self.change.min(self.data.changes.len().saturating_sub(1));
    }

    /// Takes the regulation in hand anew; nothing when it is gone.
    pub(super) fn opened(&mut self, detail: Option<Detail>) {
        let before = std::mem::replace(&mut self.detail, detail);
        if let (Some(before), Some(now)) = (before, &self.detail)
            && before.regulation.code == now.regulation.code
        {
            // Another program may have put rows or measures before those in hand.
            let row = before.sheet.get(self.row).and_then(|row| now.sheet.iter().position(|other| other.id == row.id));
            self.row = row.unwrap_or(self.row);
            let measure = before.measures.get(self.measure);
            let measure = measure.and_then(|m| now.measures.iter().position(|other| other.code == m.code));
            self.measure = measure.unwrap_or(self.measure);
        }
        let (rows, measures) = self.detail.as_ref().map_or((0, 0), |d| (d.sheet.len(), d.measures.len()));
        self.row = self.row.min(rows.saturating_sub(1));
        self.measure = self.measure.min(measures.saturating_sub(1));
        if self.detail.is_none() && Place::TABS.contains(&self.place) {
            self.place = Place::Catalogue;
        }
    }

    /// Which programme the overview shows: the first that still runs, until the user turns to another.
    pub(super) fn programme_at(&self) -> usize {
        self.programme.unwrap_or(0)
    }

    /// The progress of that programme.
    pub(super) fn progress(&self) -> Option<&Progress> {
        self.data.progress.get(self.programme_at())
    }

    pub(super) fn chosen_measure(&self) -> Option<&Measure> {
        self.detail.as_ref()?.measures.get(self.measure)
    }

    /// Finds again what the search leaves: every word must occur, with or without marks.
    pub(super) fn filter(&mut self) {
        let chosen = self.found.get(self.line).and_then(|at| self.data.lines.get(*at)).map(|line| line.code.clone());
        let words: Vec<String> = self.search.value().split_whitespace().map(fold).collect();
        let fits = |at: &usize| words.iter().all(|word| self.data.lines[*at].folded.contains(word.as_str()));
        self.found = (0..self.data.lines.len()).filter(fits).collect();
        let exact = clean_line(self.search.value()).to_lowercase();
        if !exact.is_empty() {
            // What has the very words of the search, marks and order, comes first; of those, what says little else.
            let (lines, phrase) = (&self.data.lines, fold(&exact));
            self.found.sort_by_cached_key(|at| {
                let line = &lines[*at];
                let name = line.name.to_lowercase();
                (!name.contains(&exact), !line.folded.contains(&phrase), name.chars().count())
            });
        }
        let again = chosen.and_then(|code| self.found.iter().position(|at| self.data.lines[*at].code == code));
        self.line = again.unwrap_or(0).min(self.found.len().saturating_sub(1));
    }

    /// Takes a key.
    pub(super) fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        let mut effects = self.take_key(key);
        effects.extend(self.to_load());
        effects
    }

    fn take_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        (self.said, self.given, self.sent) = (None, None, None);
        if self.over.is_some() {
            return self.key_over(key);
        }
        if self.typing.is_some() {
            return self.key_cell(key);
        }
        if self.searching {
            return self.key_search(key);
        }
        if self.shelf.asking.is_some() {
            return self.key_ask(key);
        }
        if self.board.asking.is_some() {
            return self.key_filter(key);
        }
        if let (Place::Law, KeyCode::Char(digit @ '0'..='9')) = (self.place, key.code) {
            self.ask_jump(digit);
            return Vec::new();
        }
        match find(self.place, &key_name(key)) {
            Some(command) => self.run(command),
            None => Vec::new(),
        }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        match (&mut self.over, &mut self.typing) {
            (Some(Over::Form(form)), _) => form.paste(text),
            (Some(Over::Palette { input, .. }), _) => insert(input, &clean_line(text)),
            (None, Some(typing)) => insert(&mut typing.input, &clean_line(text)),
            (None, None) if self.searching => {
                insert(&mut self.search, &clean_line(text));
                self.filter();
            }
            (None, None) if self.board.asking.is_some() => self.paste_filter(text),
            (None, None) => self.paste_ask(text),
            _ => {}
        }
    }

    /// Runs a command, or says why it cannot be run.
    pub(super) fn run(&mut self, command: &'static Command) -> Vec<Effect> {
        if let Some(why) = command.refused(self) {
            self.complain(self.word(why).to_owned());
            return Vec::new();
        }
        if Place::LAWS.contains(&self.place)
            && let Some(effects) = self.run_law(command.what)
        {
            return effects;
        }
        if Place::CHOOSING.contains(&self.place)
            && let Some(effects) = self.run_choosing(command.what)
        {
            return effects;
        }
        match command.what {
            Do::Help => self.over = Some(Over::Help { top: 0 }),
            Do::Palette => self.over = Some(Over::Palette { input: Input::default(), at: 0 }),
            Do::Language => {
                self.lang = self.lang.other();
                return vec![Effect::Reload];
            }
            Do::Quit => {
                if self.asks_to_keep_table() {
                    return Vec::new();
                }
                return self.save_table_quietly().into_iter().chain([Effect::Quit]).collect();
            }
            Do::Suspend => return vec![Effect::Suspend],
            Do::Overview => self.go(Place::Overview),
            Do::Catalogue => self.go(Place::Catalogue),
            Do::History => self.go(Place::History),
            Do::Instruments => self.go(Place::Instruments),
            Do::Scenarios => return self.show(Place::Scenarios),
            Do::Suggestions => return self.show(Place::Suggestions),
            Do::Owes => return self.show(Place::Owes),
            Do::Undo => return vec![Effect::Undo],
            Do::Redo => return vec![Effect::Redo],
            Do::Back => self.back(),
            Do::Up => self.step(-1),
            Do::Down => self.step(1),
            Do::PageUp => self.step(-(PAGE as isize)),
            Do::PageDown => self.step(PAGE as isize),
            Do::First => self.step(isize::MIN),
            Do::Last => self.step(isize::MAX),
            Do::Left => self.column = self.column.saturating_sub(1),
            Do::Right => self.column = (self.column + 1).min(CELLS.len() - 1),
            Do::Next => self.turn(1),
            Do::Previous => self.turn(-1),
            Do::Open if self.place == Place::Sheet => self.type_cell(),
            Do::Open => {
                let chosen = self.found.get(self.line).and_then(|at| self.data.lines.get(*at));
                if let Some(code) = chosen.map(|line| line.code.clone()) {
                    (self.row, self.measure) = (0, 0);
                    self.go(Place::Record);
                    return vec![Effect::Load(code)];
                }
            }
            Do::ReadChange => (self.whole_change, self.top) = (!self.whole_change, 0),
            Do::Search => self.searching = true,
            Do::Draft => return vec![Effect::DraftSheet],
            Do::Amend => return self.ask_draft().into_iter().collect(),
            Do::Provenance => return self.next_provenance(),
            what => self.over = self.form_for(what).map(|form| Over::Form(Box::new(form))),
        }
        Vec::new()
    }

    /// What it takes to show a screen of choosing; a scenario in hand that was changed is kept, a stage under a new name.
    fn show(&mut self, place: Place) -> Vec<Effect> {
        if self.asks_to_keep_table() {
            return Vec::new();
        }
        let kept = self.save_table_quietly();
        self.board.table = None;
        kept.into_iter().chain([Effect::Choosing(Wish::Show(place))]).collect()
    }

    pub(super) fn go(&mut self, place: Place) {
        self.place = place;
        (self.top, self.whole_change) = (0, false);
    }

    fn back(&mut self) {
        match self.place {
            place if Place::TABS.contains(&place) => self.go(Place::Catalogue),
            Place::Catalogue if !self.search.value().is_empty() => {
                self.search.reset();
                self.filter();
            }
            Place::History if self.whole_change => (self.whole_change, self.top) = (false, 0),
            Place::Catalogue | Place::History => self.go(Place::Overview),
            _ => {}
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        let detail = self.detail.as_ref();
        let targets = self.progress().map_or(0, |p| p.targets.len());
        let (cursor, length) = match self.place {
            Place::Overview => (&mut self.target, targets),
            Place::Catalogue => (&mut self.line, self.found.len()),
            Place::History if self.whole_change => {
                let lines = self.told.as_ref().map_or(0, |(_, lines)| lines.len());
                (&mut self.top, lines)
            }
            Place::History => (&mut self.change, self.data.changes.len()),
            Place::Sheet => (&mut self.row, detail.map_or(0, |d| d.sheet.len())),
            Place::Measures => (&mut self.measure, detail.map_or(0, |d| d.measures.len())),
            _ => (&mut self.top, usize::MAX >> 1),
        };
        *cursor = match by {
            isize::MAX if length == usize::MAX >> 1 => *cursor + PAGE * 10,
            by => cursor.saturating_add_signed(by).min(length.saturating_sub(1)),
        };
    }

    fn turn(&mut self, by: isize) {
        let around = |at: usize, length: usize| (at + length).saturating_add_signed(by) % length.max(1);
        if self.place == Place::Overview {
            self.programme = Some(around(self.programme_at(), self.data.progress.len()));
            self.target = 0;
        } else if let Some(at) = Place::TABS.iter().position(|place| *place == self.place) {
            self.go(Place::TABS[around(at, Place::TABS.len())]);
        }
    }

    fn key_search(&mut self, key: KeyEvent) -> Vec<Effect> {
        match key.code {
            // The first Esc leaves the field, the next clears what it holds.
            KeyCode::Esc => self.searching = false,
            KeyCode::Enter => {
                self.searching = false;
                return find(self.place, "enter").map(|open| self.run(open)).unwrap_or_default();
            }
            KeyCode::Up => return self.moved(-1),
            KeyCode::Down => return self.moved(1),
            KeyCode::PageUp => return self.moved(-(PAGE as isize)),
            KeyCode::PageDown => return self.moved(PAGE as isize),
            KeyCode::F(_) => {
                self.searching = false;
                return self.key(key);
            }
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return vec![Effect::Quit],
            _ => edit(&mut self.search, key),
        }
        self.filter();
        Vec::new()
    }

    fn moved(&mut self, by: isize) -> Vec<Effect> {
        self.step(by);
        Vec::new()
    }

    fn key_over(&mut self, key: KeyEvent) -> Vec<Effect> {
        match self.over.take() {
            Some(Over::Help { top }) => {
                let top = match key.code {
                    KeyCode::Up => top.saturating_sub(1),
                    KeyCode::Down => top + 1,
                    KeyCode::PageUp => top.saturating_sub(PAGE),
                    KeyCode::PageDown => top + PAGE,
                    _ => return Vec::new(),
                };
                self.over = Some(Over::Help { top: top.min(COMMANDS.len()) });
                Vec::new()
            }
            Some(Over::Palette { input, at }) => self.key_palette(key, input, at),
            Some(Over::Form(form)) => self.key_form(key, form),
            None => Vec::new(),
        }
    }

    fn key_palette(&mut self, key: KeyEvent, mut input: Input, at: usize) -> Vec<Effect> {
        let at = match key.code {
            KeyCode::Esc => return Vec::new(),
            KeyCode::Enter => {
                let chosen = self.commands(input.value()).get(at).copied();
                return chosen.map(|command| self.run(command)).unwrap_or_default();
            }
            KeyCode::Up => at.saturating_sub(1),
            KeyCode::Down => at + 1,
            _ => {
                edit(&mut input, key);
                0
            }
        };
        let last = self.commands(input.value()).len().saturating_sub(1);
        self.over = Some(Over::Palette { input, at: at.min(last) });
        Vec::new()
    }

    /// The commands of the place whose name, in either language, has these words, with or without marks.
    pub(super) fn commands(&self, words: &str) -> Vec<&'static Command> {
        let words: Vec<String> = words.split_whitespace().map(fold).collect();
        let fits = |c: &&Command| {
            let name = fold(&format!("{} {}", c.name.text(Lang::Vi), c.name.text(Lang::En)));
            c.places.contains(&self.place) && words.iter().all(|word| name.contains(word.as_str()))
        };
        COMMANDS.iter().filter(fits).collect()
    }
}
