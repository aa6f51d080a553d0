//! An instrument: its tree and its text in step, what a provision has to do with, what is proposed against what is in force, two versions side
//! by side, and the amending instrument that the measures on it come to.

mod abroad;
mod answers;
mod choices;
mod columns;
mod drafted;
mod draw;
pub(in crate::tui) mod holds;
mod proposals;
mod propose;
mod reading;
mod related;
mod ways;

use crate::law::name::place::address_of;
use crate::model::VersionKind;
use crate::text::width::{cut, width};
use crate::text::{Lang, date};
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Hit, Loader, Screen, Shared, Wish, Work};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::widgets::pager::Marked;
use crate::tui::world::Touch;
use crate::words::law_screen::LawScreenWord as L;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use reading::{Pane, Reading};
use std::any::Any;
use std::cell::Cell;

const VERSION: &str = "law.version";
const DAY: &str = "law.in-force-on";
const HOLDS: &str = "law.holds-on";
const EXPORT: &str = "law.export";
const ANSWERS: &str = "law.answer-orders";
const JUMP: &str = "law.article";
const VIEW: &str = "law.next-view";
const VERSIONS: &str = "law.two-versions";
const WRITE: &str = "law.write-draft";
const IMPORT: &str = "law.import";

const COMMANDS: &[Command] = &[
    command(JUMP, &["."], W::DoArticle, Group::Go, 32),
    command(VIEW, &["v"], W::DoNextView, Group::Look, 21),
    command(VERSIONS, &[], W::DoTwoVersions, Group::Look, 0),
    command(VERSION, &[], W::DoVersion, Group::Look, 0),
    command(DAY, &[], W::DoInForceOn, Group::Look, 0),
    command(HOLDS, &[], W::DoHoldsOn, Group::Look, 0),
    command(WRITE, &[], W::DoWriteDraft, Group::Write, 23),
    command(EXPORT, &[], W::DoExportLaw, Group::Write, 0),
    command(ANSWERS, &[], W::DoAnswerOrders, Group::Change, 0),
    command(IMPORT, &[], W::DoImportText, Group::Go, 0),
];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "law",
    title: W::Instruments,
    listed: false,
    under: "instruments",
    commands: COMMANDS,
    open: |place, shared| Box::new(Law::new(place, shared)),
    count: |_| String::new(),
};

/// The tabs, as places name them.
const TABS: [&str; 5] = ["", "references", "compare", "versions", "draft"];
const TEXT: usize = 0;
const REFERENCES: usize = 1;
const COMPARE: usize = 2;
const BESIDE: usize = 3;
const DRAFT: usize = 4;

/// In the tab of a place, before the version in which the text is read, or the day on which it applies.
const IN: &str = "@";
/// Before the names of two versions beside each other, and between them.
const PAIR: &str = ":";
const AND: &str = "\u{1}";

static SHAPE: Shape = Shape {
    name: "law-references",
    key: "number",
    columns: &[
        Seen { key: "code", title: None, width: Width::Cells(13), drop: 1 },
        Seen { key: "what", title: None, width: Width::Name, drop: 0 },
        Seen { key: "place", title: None, width: Width::Cells(20), drop: 0 },
        Seen { key: "note", title: None, width: Width::Cells(20), drop: 2 },
    ],
    facets: &["relation"],
    searched: &["code", "what", "place", "note"],
    sort: "",
};

/// An instrument in hand.
#[derive(Debug)]
struct Law {
    number: String,
    /// The provision that is to be gone to when the text is there.
    at: String,
    /// The version that was chosen; that which applies on the day where none was.
    version: String,
    day: Option<Date>,
    tab: usize,
    reading: Option<Reading>,
    related: related::Related,
    grid: Grid,
    proposals: proposals::Proposals,
    versions: proposals::Versions,
    drafted: drafted::Drafted,
    /// What was answered by hand to its orders, where it amends others.
    answers: Vec<crate::model::OrderAnswer>,
    /// What could not be gone to.
    missed: String,
    /// What other instruments cite of it, and it of them.
    abroad: Wish,
    top: Cell<usize>,
    room: Cell<usize>,
}

/// What a version is called on the screens: a consolidated one by its day.
fn version_name(name: &str, lang: Lang) -> String {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let day = rest.parse::<Date>().map(|day| date::short(day, lang));
    let rest = day.unwrap_or_else(|_| rest.to_owned());
    match first {
        "original" if rest.is_empty() => VersionKind::Original.word(lang).to_owned(),
        "consolidated" => format!("{} {rest}", VersionKind::Consolidated.word(lang)).trim_end().to_owned(),
        _ => name.to_owned(),
    }
}

/// Two texts in one, word by word: what went in `[-…-]`, what came in `{+…+}`.
pub(in crate::tui::screens) fn spelled(old: &str, new: &str) -> String {
    let mut page = Marked::default();
    columns::spelled(&mut page, &crate::law::words(old, new));
    page.text
}

impl Law {
    fn new(place: &Place, shared: &Shared) -> Self {
        let (tab, chosen) = place.tab.split_once(IN).unwrap_or((&place.tab, ""));
        let (tab, pair) = tab.split_once(PAIR).unwrap_or((tab, ""));
        let day = chosen.parse().ok();
        let names = pair.split_once(AND).map(|(old, new)| (old.to_owned(), new.to_owned()));
        Self {
            number: place.about.clone(),
            at: place.at.clone(),
            version: if day.is_none() { chosen.to_owned() } else { String::new() },
            day,
            tab: TABS.iter().position(|known| *known == tab).unwrap_or(TEXT),
            reading: None,
            related: related::Related::default(),
            grid: Grid::new(&SHAPE, shared),
            proposals: proposals::Proposals::default(),
            versions: proposals::Versions::of(names),
            drafted: drafted::Drafted::default(),
            answers: Vec::new(),
            missed: String::new(),
            abroad: Wish::default(),
            top: Cell::new(0),
            room: Cell::new(0),
        }
    }

    /// The version that was chosen, or the day; empty where neither was.
    fn chosen(&self) -> String {
        self.day.map_or_else(|| self.version.clone(), |day| day.to_string())
    }

    /// Whether there is a text to be read.
    fn has_text(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.version.is_some())
    }

    /// Reads the instrument in the version and on the day that are asked for.
    fn read(&mut self, from: &Loader<'_>) -> Result<()> {
        let day = self.day.unwrap_or(from.shared.today);
        let loaded = Reading::load(from.workspace, &self.number, &self.version, day)?;
        self.answers = answers::of(from.workspace, &self.number)?;
        self.put(loaded, from.shared);
        Ok(())
    }

    fn put(&mut self, loaded: Option<Reading>, shared: &Shared) {
        let before = self.reading.take();
        self.reading = loaded.map(|mut reading| {
            match before {
                Some(before) => reading.follow(before),
                // Who came for a provision reads it.
                None if !self.at.is_empty() => reading.pane = Pane::Text,
                None => {}
            }
            reading
        });
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.go_to(&at);
        }
        if let Some(reading) = &self.reading {
            self.versions.take(reading);
        }
        self.relate(shared);
    }

    /// Goes to a provision by its address; what is not there is told.
    fn go_to(&mut self, at: &str) {
        self.missed.clear();
        let Some(reading) = &mut self.reading else { return };
        match address_of(at).and_then(|address| reading.find(&address)) {
            Some(unit) => reading.reveal(unit),
            None => at.clone_into(&mut self.missed),
        }
    }

    /// Finds again what the provision in hand has to do with.
    fn relate(&mut self, shared: &Shared) {
        let Some(reading) = &self.reading else { return };
        self.related = related::Related::of(reading, shared);
        let (table, groups) = self.related.table(shared);
        self.grid.take(table, shared);
        self.grid.grouped(groups);
        self.proposals.take(reading, shared);
    }

    /// Does something that may take another provision in hand.
    fn moved<T>(&mut self, shared: &Shared, does: impl FnOnce(&mut Reading) -> T) -> Option<T> {
        let reading = self.reading.as_mut()?;
        let before = reading.selected;
        let done = does(reading);
        if reading.selected != before {
            self.missed.clear();
            self.relate(shared);
        }
        Some(done)
    }

    /// The way down to the provision in hand: `Điều 22 › khoản 3`.
    fn way(&self) -> String {
        let address = self.reading.as_ref().and_then(Reading::address);
        let steps = address.map(|address| address.0.iter()).into_iter().flatten();
        let steps: Vec<String> = steps.map(|step| crate::model::Address(vec![step.clone()]).to_string()).collect();
        steps.join(" › ")
    }
}

impl Screen for Law {
    fn place(&self) -> Place {
        let here = self.reading.as_ref().and_then(Reading::address).map(ToString::to_string);
        let pair = self.versions.names.as_ref().filter(|_| self.tab == BESIDE);
        let pair = pair.map(|(old, new)| format!("{PAIR}{old}{AND}{new}")).unwrap_or_default();
        let chosen = self.chosen();
        let chosen = if chosen.is_empty() { chosen } else { format!("{IN}{chosen}") };
        Place::about("law", &self.number)
            .tab(&format!("{}{pair}{chosen}", TABS[self.tab]))
            .at(&here.unwrap_or_else(|| self.at.clone()))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        self.read(from)?;
        self.abroad.ask();
        if from.shared.file.is_empty() {
            // A register in memory has no second door.
            self.abroad.open().into_iter().for_each(|time| self.abroad.answered(time));
            if let Some(wanted) = self.cited_abroad(from.shared) {
                self.widen(wanted.read(from.workspace)?, from.shared);
            }
        }
        self.drafted.load(from, &self.number)
    }

    fn wanted(&mut self, shared: &Shared) -> Option<Work> {
        let (time, wanted) = (self.abroad.open()?, self.cited_abroad(shared)?);
        Some(wanted.work(Place::about("law", &self.number), time, shared))
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        let Ok(abroad::Found(found, time)) = done.downcast::<abroad::Found>().map(|found| *found) else {
            return Vec::new();
        };
        self.abroad.answered(time);
        match found {
            Ok(graph) => {
                self.widen(graph, shared);
                Vec::new()
            }
            Err(fault) => vec![Effect::Say(Sign::Fault, shared.fault(&fault))],
        }
    }

    fn any(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }

    fn around(&self, shared: &Shared) -> Around {
        let lang = shared.lang;
        let versions = self.reading.as_ref().map_or(0, |reading| reading.versions.len());
        let named = |word: L, count: usize| match count {
            0 => shared.word(word).to_owned(),
            n => format!("{} {n}", shared.word(word)),
        };
        let tabs = vec![
            shared.word(L::TabText).to_owned(),
            named(L::TabReferences, self.related.len()),
            shared.word(L::TabCompare).to_owned(),
            named(L::TabVersions, versions),
            shared.word(L::TabDraft).to_owned(),
        ];
        let Some(reading) = &self.reading else {
            return Around { tabs, tab: self.tab, left: self.number.clone(), right: String::new() };
        };
        let mut parts = vec![format!("{} {}", self.number, reading.instrument.title)];
        let way = if matches!(self.tab, TEXT | REFERENCES | COMPARE) { self.way() } else { String::new() };
        let version = reading.version.as_deref().map(|name| version_name(name, lang)).unwrap_or_default();
        let right = match self.tab {
            TEXT => match reading.pager.hits() {
                Some((at, of, words)) => L::HitsTold.with(lang, &[&words, &at, &of]),
                None => match self.day {
                    Some(day) => L::InForceTold.with(lang, &[&date::short(day, lang), &version]),
                    None => version,
                },
            },
            REFERENCES => self.grid.told(shared),
            COMPARE => self.proposals.told(shared),
            BESIDE => L::ChangesTold.with(lang, &[&self.versions.changes()]),
            _ => self.drafted.told(shared),
        };
        if !self.missed.is_empty() {
            parts.push(L::NoSuchProvision.with(lang, &[&self.missed]));
        }
        // The provision is what is in hand: a long title gives way to it.
        let room = usize::from(shared.size.0).saturating_sub(width(&right) + width(&way) + 8);
        let mut shown = cut(&parts.join(" · "), room.max(width(&self.number) + 2));
        if !way.is_empty() {
            shown += &format!(" · {way}");
        }
        Around { tabs, tab: self.tab, left: shown, right }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let reading = self.reading.as_ref()?;
        match self.tab {
            TEXT if self.has_text() => {
                let place = reading.address().map_or_else(|| self.number.clone(), ToString::to_string);
                let title = L::RelatedTo.with(shared.lang, &[&place]);
                Some(Detail { title, right: String::new(), lines: self.related.beside(reading, shared, cells) })
            }
            REFERENCES => {
                let key = self.grid.hand()?;
                let title = self.grid.text("relation", shared.lang);
                Some(Detail { title, right: String::new(), lines: self.related.told(key, cells) })
            }
            _ => None,
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let Some(reading) = &self.reading else {
            return self.lines(&[shared.word(L::NoSuchInstrument)], frame, area);
        };
        match self.tab {
            TEXT if !self.has_text() => self.lines(&[shared.word(L::NoTextYet)], frame, area),
            TEXT => self.body(reading, shared, frame, area),
            REFERENCES => self.grid.draw(shared, frame, area),
            COMPARE => self.proposals.draw(shared, frame, area),
            BESIDE => self.versions.draw(shared, frame, area),
            _ => self.drafted.pager.draw(shared, frame, area),
        }
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        self.can_here(what, shared)
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        let text = self.tab == TEXT && self.has_text();
        let in_text = text && self.reading.as_ref().is_some_and(|reading| reading.pane == Pane::Text);
        let found = self.reading.as_ref().is_some_and(|reading| reading.pager.hits().is_some());
        let word = match what {
            id::OPEN if self.tab == TEXT && !self.has_text() => W::DoImportText,
            id::NEXT_HIT if matches!(self.tab, COMPARE | BESIDE) => W::DoNextDifference,
            id::PREVIOUS_HIT if matches!(self.tab, COMPARE | BESIDE) => W::DoPreviousDifference,
            id::NEXT_HIT if text && found => W::DoNextHit,
            id::EDIT => W::DoPropose,
            id::COPY if text => W::DoCopyProvision,
            id::LEFT if in_text => W::DoPreviousReference,
            id::RIGHT if in_text => W::DoNextReference,
            id::LEFT if text => W::DoFold,
            id::RIGHT if text => W::DoUnfold,
            _ => return None,
        };
        Some(shared.word(word).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        self.run_here(what, shared)
    }

    fn key(&mut self, key: KeyEvent, shared: &Shared) -> Option<Vec<Effect>> {
        match self.tab {
            TEXT => {
                if !self.reading.as_ref()?.pager.finding() {
                    return None;
                }
                self.moved(shared, |reading| {
                    reading.pager.key(key);
                    reading.follow_hit();
                });
                Some(Vec::new())
            }
            COMPARE => self.proposals.shown.pager.get_mut().key(key).then(Vec::new),
            BESIDE => self.versions.shown.pager.get_mut().key(key).then(Vec::new),
            DRAFT => self.drafted.pager.key(key).then(Vec::new),
            _ => None,
        }
    }

    fn paste(&mut self, text: &str, shared: &Shared) -> Vec<Effect> {
        match self.tab {
            TEXT => {
                _ = self.moved(shared, |reading| {
                    reading.pager.paste(text);
                    reading.follow_hit();
                })
            }
            COMPARE => self.proposals.shown.pager.get_mut().paste(text),
            BESIDE => self.versions.shown.pager.get_mut().paste(text),
            DRAFT => self.drafted.pager.paste(text),
            _ => {}
        }
        Vec::new()
    }

    fn turn(&mut self, tab: usize, _shared: &Shared) -> Vec<Effect> {
        self.tab = tab.min(DRAFT);
        Vec::new()
    }

    fn clicked(&mut self, hit: &Hit, shared: &Shared) -> bool {
        match (self.tab, hit) {
            (TEXT, Hit::Line(at)) => self
                .moved(shared, |reading| {
                    let again = reading.cursor() == *at && reading.pane == Pane::Tree;
                    reading.pane = Pane::Tree;
                    reading.select_shown(*at);
                    again
                })
                .unwrap_or(false),
            (TEXT, Hit::Link(at)) => {
                if let Some(reading) = &mut self.reading {
                    reading.pane = Pane::Text;
                    reading.pager.take_link(*at);
                }
                true
            }
            _ => false,
        }
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        (self.tab == REFERENCES).then_some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        (self.tab == REFERENCES).then_some(&self.grid)
    }

    fn reopen(&mut self, draft: &Draft, shared: &Shared) -> Vec<Effect> {
        if let Some(provision) = propose::provision_of(&draft.form) {
            self.go_to(provision);
            self.relate(shared);
        }
        self.tab = TEXT;
        let form = self.reading.as_ref().and_then(|reading| propose::reopened(reading, &draft.form, shared));
        form.map(|form| form.filled(&draft.answers).open()).into_iter().collect()
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let number = shell_words::quote(&self.number);
        Some(shared.command_line(&format!("show instrument {number}")))
    }
}
