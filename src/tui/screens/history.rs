//! The journal: who changed what, when, and what that did, field by field; any change can be taken back.

use crate::desk::{Touched, summary};
use crate::store::{ChangeRecord, HistoryFilter, Reader, Workspace};
use crate::text::width::wrap;
use crate::text::{date, number};
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::layers::ask;
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Loader, Screen, Shared, Work};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::widgets::pager::{Ink, Marked, Pager};
use crate::tui::world::Touch;
use crate::view::answers::Holds;
use crate::view::{Cell, Column, Table};
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result, Said};
use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::any::Any;
use std::collections::BTreeMap;
use std::path::PathBuf;

const UNDO_THIS: &str = "history.undo-this";
const UNDO_TO_HERE: &str = "history.undo-to-here";

const COMMANDS: &[Command] = &[
    command(UNDO_THIS, &[], W::DoUndoThis, Group::Change, 0),
    command(UNDO_TO_HERE, &[], W::DoUndoToHere, Group::Change, 0),
];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "history",
    title: W::History,
    listed: true,
    under: "history",
    commands: COMMANDS,
    open: |place, shared| Box::new(History::new(place, shared)),
    count: |shared| number::whole(shared.world.counts.changes.into(), shared.lang),
};

/// How many changes are listed.
const MOST: usize = 5_000;

/// How many rows of a change are told where it is open, and beside the list.
const TOLD: usize = 500;
const BESIDE: usize = 40;

/// What so many changes did, the newest, is read at once; the rest beside the screen.
const AT_ONCE: usize = 60;

static SHAPE: Shape = Shape {
    name: "history",
    key: "number",
    columns: &[
        Seen { key: "number", title: None, width: Width::Cells(6), drop: 0 },
        Seen { key: "at", title: None, width: Width::Cells(16), drop: 2 },
        Seen { key: "author", title: None, width: Width::Cells(10), drop: 3 },
        Seen { key: "command", title: None, width: Width::Text, drop: 0 },
        Seen { key: "rows", title: None, width: Width::Cells(8), drop: 1 },
    ],
    facets: &["author", "day", "verb"],
    searched: &["number", "author", "command", "note", "at"],
    sort: "",
};

/// What a change did: in a line, and row by row.
#[derive(Debug, Clone)]
struct Did {
    line: Said,
    rows: Vec<Said>,
}

impl Did {
    fn read(reader: &Reader, change: i64) -> Result<Self> {
        let rows = Touched::rows_of(reader, change, BESIDE)?;
        Ok(Self { line: summary(reader, change, false)?, rows: rows.iter().flat_map(Touched::lines).collect() })
    }
}

/// What was read beside the screen.
struct Read(Result<BTreeMap<i64, Did>>);

/// The journal in hand.
#[derive(Debug)]
pub(in crate::tui) struct History {
    grid: Grid,
    tab: usize,
    /// The noun whose changes alone are shown; all where it is empty.
    of: String,
    at: String,
    changes: BTreeMap<i64, ChangeRecord>,
    /// A change that is to be opened when it is read.
    asked: Option<i64>,
    /// What the change in hand did, where it is open.
    open: Option<(i64, Pager)>,
    /// What is read of what changes did: it never becomes another.
    did: BTreeMap<i64, Did>,
    /// Whether the rest cannot be read.
    broken: bool,
    since: i64,
}

impl History {
    pub(in crate::tui) fn new(place: &Place, shared: &Shared) -> Self {
        let tab = match place.tab.as_str() {
            "session" => 1,
            "mine" => 2,
            _ => 0,
        };
        Self {
            grid: Grid::new(&SHAPE, shared),
            tab,
            of: place.about.clone(),
            at: place.at.clone(),
            changes: BTreeMap::new(),
            asked: None,
            open: None,
            did: BTreeMap::new(),
            broken: false,
            since: shared.world.counts.changes,
        }
    }

    fn hand(&self) -> Option<i64> {
        self.grid.hand()?.parse().ok()
    }

    fn filter(&mut self, shared: &Shared) {
        let author = std::collections::BTreeSet::from([shared.author.clone()]);
        self.grid.state.facets.remove("author");
        self.grid.state.facets.remove("session");
        match self.tab {
            1 => {
                _ = self
                    .grid
                    .state
                    .facets
                    .insert("session".to_owned(), std::collections::BTreeSet::from(["true".to_owned()]))
            }
            2 => _ = self.grid.state.facets.insert("author".to_owned(), author),
            _ => {}
        }
        self.grid.arrange();
    }

    /// Puts the changes in the list.
    fn list(&mut self, shared: &Shared) {
        let lang = shared.lang;
        let column = |key, word: W| Column::new(key, shared.word(word).to_owned());
        let mut rows = Table::new(
            "change",
            vec![
                Column { holds: Holds::Whole, ..column("number", W::ChangeNumber) },
                column("at", W::ChangeAt),
                column("author", W::ChangeAuthor),
                column("command", W::ChangeDid),
                Column { holds: Holds::Whole, ..column("rows", W::ChangeRows) },
                column("note", W::ChangeNote),
                column("verb", W::ChangeVerb),
                column("day", W::ChangeDay),
                column("session", W::ThisSession),
            ],
        );
        for change in self.changes.values().rev() {
            let at = date::moment(change.at, &TimeZone::system(), lang);
            let verb = shared.word(verb(&change.command));
            let did = self.did.get(&change.id).map_or("…", |did| did.line.text(lang));
            let day = change.at.to_zoned_datetime(TimeZone::system()).date();
            rows.push(vec![
                Cell::Whole(change.id.into()),
                Cell::Coded(change.at.to_string(), at),
                change.author.clone().into(),
                format!("{verb} · {did}").into(),
                change.rows.into(),
                change.note.clone().into(),
                verb.into(),
                Cell::Day(day),
                Cell::Flag(change.id > self.since && change.author == shared.author),
            ]);
        }
        self.grid.take(rows, shared);
        self.filter(shared);
    }

    fn page(&self, change: &ChangeRecord, said: &[Said], shared: &Shared) -> Marked {
        let lang = shared.lang;
        let mut page = Marked::default();
        let at = date::moment(change.at, &TimeZone::system(), lang);
        page.line(
            &format!("{} · {} · {} · {at}", change.id, verb(&change.command).text(lang), change.author),
            Some(Ink::Heading),
        );
        page.line(&W::MadeOn.with(lang, &[&change.device, &change.command]), Some(Ink::Faint));
        if !change.note.is_empty() {
            page.line(&change.note, None);
        }
        if let Some(undoes) = change.undoes {
            page.line(&W::TakesBack.with(lang, &[&undoes]), None);
        }
        page.line("", None);
        for line in said {
            page.line(line.text(lang), None);
        }
        if said.len() >= TOLD {
            page.line(&W::MoreOfChange.with(lang, &[&change.id]), Some(Ink::Faint));
        }
        page
    }
}

/// What a command is called where people read what was done.
pub(in crate::tui) fn verb(command: &str) -> W {
    let bare = command.strip_prefix("tui ").unwrap_or(command);
    let first = bare.split(' ').next().unwrap_or_default();
    match (first, bare) {
        (_, "cost draft") => W::VerbDraft,
        ("cost", _) => W::VerbCost,
        (_, "measure remove") => W::VerbMeasureRemoved,
        ("measure", _) => W::VerbMeasure,
        ("scenario", _) => W::VerbScenario,
        ("suggest", _) => W::VerbSuggest,
        ("baseline", _) => W::VerbBaseline,
        ("import", _) => W::VerbImport,
        ("init", _) => W::VerbInit,
        ("undo", _) => W::VerbUndo,
        ("redo", _) => W::VerbRedo,
        ("uncertainty", _) => W::VerbUncertainty,
        ("law", _) => W::VerbLaw,
        ("assignment" | "directive" | "campaign" | "indicator", _) => W::VerbWork,
        _ => W::VerbOther,
    }
}

impl Screen for History {
    fn place(&self) -> Place {
        let tab = ["", "session", "mine"][self.tab.min(2)];
        Place::about("history", &self.of).tab(tab).at(self.grid.hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let key = (!self.of.is_empty()).then(|| self.of.clone());
        let changes = from.workspace.history(&HistoryFilter { key, limit: Some(MOST) })?;
        self.changes = changes.into_iter().map(|change| (change.id, change)).collect();
        // A register in memory has no second door: all of it is read here.
        let at_once = if from.shared.file.is_empty() { MOST } else { AT_ONCE };
        let missing = |id: &&i64| !self.did.contains_key(id);
        let newest: Vec<i64> = self.changes.keys().rev().take(at_once).filter(missing).copied().collect();
        for id in newest {
            self.did.insert(id, Did::read(from.workspace, id)?);
        }
        self.list(from.shared);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.grid.go(&at);
        }
        if let Some((id, change)) = self.asked.take().and_then(|id| Some((id, self.changes.get(&id)?))) {
            let rows = Touched::rows_of(from.workspace, id, TOLD)?;
            let said: Vec<Said> = rows.iter().flat_map(Touched::lines).collect();
            self.open = Some((id, Pager::new(self.page(change, &said, from.shared))));
        }
        Ok(())
    }

    fn wanted(&mut self, shared: &Shared) -> Option<Work> {
        let missing: Vec<i64> = self.changes.keys().rev().filter(|id| !self.did.contains_key(id)).copied().collect();
        (!missing.is_empty() && !self.broken).then(|| {
            let path = PathBuf::from(&shared.file);
            let read = move |own: Workspace| missing.into_iter().map(|id| Ok((id, Did::read(&own, id)?))).collect();
            Work {
                name: shared.word(W::ReadingJournal).to_owned(),
                place: Place::about("history", &self.of),
                run: Box::new(move |_| Box::new(Read(Workspace::open(&path).and_then(read)))),
            }
        })
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        match done.downcast::<Read>().map(|read| read.0) {
            Ok(Ok(did)) => {
                self.did.extend(did);
                self.list(shared);
                Vec::new()
            }
            Ok(Err(fault)) => {
                self.broken = true;
                vec![Effect::Say(Sign::Fault, shared.fault(&fault))]
            }
            Err(_) => Vec::new(),
        }
    }

    fn around(&self, shared: &Shared) -> Around {
        let tabs = [W::AllTab, W::SessionTab, W::MineTab].map(|word| shared.word(word).to_owned()).to_vec();
        let left = match (&self.open, self.of.is_empty()) {
            (Some((id, _)), _) => W::ChangeOf.with(shared.lang, &[id]),
            (None, false) => self.of.clone(),
            (None, true) => self.grid.filtered(shared).unwrap_or_else(|| shared.word(W::NewestFirst).to_owned()),
        };
        Around { tabs, tab: self.tab, left, right: self.grid.told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        if self.open.is_some() {
            return None;
        }
        let id = self.hand()?;
        let change = self.changes.get(&id)?;
        let title = format!("{id} · {} · {}", shared.word(verb(&change.command)), change.author);
        let mut lines: Vec<Line<'static>> = Vec::new();
        for said in self.did.get(&id).map(|did| did.rows.as_slice()).unwrap_or_default() {
            lines.extend(wrap(said.text(shared.lang), cells).into_iter().map(Line::raw));
        }
        if lines.is_empty() {
            lines.push(Line::raw(self.grid.text("command", shared.lang)));
        }
        Some(Detail { title, right: String::new(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        match &self.open {
            Some((_, page)) => page.draw(shared, frame, area),
            None => self.grid.draw(shared, frame, area),
        }
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        if let Some((_, page)) = &self.open {
            match page.can(what, shared) {
                Can::NotHere => {}
                can => return can,
            }
        }
        let any = || Can::when(self.hand().is_some(), || shared.word(W::NoRowHere).to_owned());
        match what {
            id::OPEN if self.open.is_none() => any(),
            UNDO_THIS | UNDO_TO_HERE => any(),
            _ => Can::NotHere,
        }
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        if let Some((_, page)) = &mut self.open {
            if page.run(what) {
                return Some(Vec::new());
            }
            if what == id::BACK {
                self.open = None;
                return Some(Vec::new());
            }
        }
        let id = self.hand()?;
        match what {
            id::OPEN => {
                self.asked = Some(id);
                Some(vec![Effect::Refresh])
            }
            UNDO_THIS => {
                let rows = self.did.get(&id).map(|did| did.rows.as_slice()).unwrap_or_default();
                let about = rows.iter().take(8).map(|s| s.text(shared.lang).to_owned());
                let title = W::UndoQuestion.with(shared.lang, &[&id]);
                let does = move |_: &Shared| vec![Effect::UndoSure(id)];
                Some(vec![ask::before(shared, title, about.collect(), shared.word(W::UndoIt), does)])
            }
            UNDO_TO_HERE => {
                let newer: Vec<i64> = self.changes.keys().rev().copied().take_while(|other| *other >= id).collect();
                let count = number::whole(newer.len() as i128, shared.lang);
                let title = W::UndoToHereTitle.with(shared.lang, &[&id]);
                let about = vec![W::UndoToHereAbout.with(shared.lang, &[&count])];
                let does = move |_: &Shared| {
                    let mut effects: Vec<Effect> = newer.iter().map(|id| Effect::UndoSure(*id)).collect();
                    effects.push(Effect::Reload);
                    effects
                };
                Some(vec![ask::before(shared, title, about, shared.word(W::UndoIt), does)])
            }
            _ => None,
        }
    }

    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        let (_, page) = self.open.as_mut()?;
        page.key(key).then(Vec::new)
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        self.tab = tab.min(2);
        self.open = None;
        self.filter(shared);
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        self.open.is_none().then_some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        self.open.is_none().then_some(&self.grid)
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let words = match &self.open {
            Some((id, _)) => format!("history {id}"),
            None if self.of.is_empty() => "history".to_owned(),
            None => format!("history {}", shell_words::quote(&self.of)),
        };
        Some(shared.command_line(&words))
    }
}
