//! The health of the data — right, complete, clean, live: what is missing, late, contradictory or unknown; each line opens where it is mended.
//! It is looked at beside the screen.

use crate::exchange::checks;
use crate::model::Kind;
use crate::reform::Snapshot;
use crate::store::{Reader, Workspace};
use crate::text::number;
use crate::text::width::wrap;
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Loader, Screen, Shared, Wish, Work};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::world::Touch;
use crate::view::health::{Criterion, Finding, Lack, What, counts, findings, table};
use crate::view::{Cell, Column};
use crate::words::health::HealthWord as H;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result, capital};
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use std::any::Any;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

const AGAIN: &str = "health.again";
const FILE: &str = "health.check-file";

const COMMANDS: &[Command] =
    &[command(AGAIN, &[], W::DoCheckAgain, Group::Look, 0), command(FILE, &[], W::DoCheckFile, Group::Look, 0)];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "health",
    title: W::Health,
    listed: true,
    under: "health",
    commands: COMMANDS,
    open: |place, shared| Box::new(Health::new(place, shared)),
    count: |_| String::new(),
};

static SHAPE: Shape = Shape {
    name: "health",
    key: "key",
    columns: &[
        Seen { key: "code", title: None, width: Width::Cells(20), drop: 0 },
        Seen { key: "about", title: None, width: Width::Text, drop: 0 },
        Seen { key: "agency", title: Some(W::AgencyShort), width: Width::Agency, drop: 2 },
    ],
    facets: &["finding", "agency", "severity"],
    searched: &["finding", "code", "about", "agency"],
    sort: "",
};

/// What was found beside the screen.
struct Looked(Result<Vec<Finding>>, u64);

/// The health in hand.
#[derive(Debug)]
pub(in crate::tui) struct Health {
    grid: Grid,
    /// The criterion that alone is shown: its place behind the tab of all.
    tab: usize,
    found: Vec<Finding>,
    /// Where each finding stands among them: asked with each frame.
    by_key: HashMap<String, usize>,
    counts: BTreeMap<Criterion, usize>,
    wish: Wish,
    at: String,
}

/// Looks at everything.
fn look(reader: &Reader, snapshot: &Snapshot, day: Date) -> Result<Vec<Finding>> {
    findings(reader, snapshot, day, &checks::rules(None)?)
}

impl Health {
    fn new(place: &Place, shared: &Shared) -> Self {
        let tab = Criterion::ALL.iter().position(|one| one.name() == place.tab).map_or(0, |at| at + 1);
        Self {
            grid: Grid::new(&SHAPE, shared),
            tab,
            found: Vec::new(),
            by_key: HashMap::new(),
            counts: BTreeMap::new(),
            wish: Wish::default(),
            at: place.at.clone(),
        }
    }

    fn criterion(&self) -> Option<Criterion> {
        Criterion::ALL.get(self.tab.checked_sub(1)?).copied()
    }

    fn hand(&self) -> Option<&Finding> {
        let key = self.grid.hand()?;
        self.found.get(*self.by_key.get(key)?)
    }

    /// Shows those of the criterion in hand.
    fn show(&mut self) {
        self.grid.state.facets.remove("criterion");
        if let Some(one) = self.criterion() {
            self.grid.state.facets.insert("criterion".to_owned(), BTreeSet::from([one.name().to_owned()]));
        }
        self.grid.arrange();
    }

    /// Puts what was found in the list, alike ones under a title.
    fn list(&mut self, shared: &Shared) {
        let lang = shared.lang;
        let mut rows = table(&self.found, lang);
        rows.columns.push(Column::new("key", shared.word(H::Code).to_owned()));
        rows.columns.push(Column::new("group", shared.word(H::Finding).to_owned()));
        let mut alike: BTreeMap<(Criterion, What), i128> = BTreeMap::new();
        self.found.iter().for_each(|one| *alike.entry((one.criterion, one.what)).or_default() += 1);
        self.by_key.clear();
        for (at, (row, one)) in rows.rows.iter_mut().zip(&self.found).enumerate() {
            let count = number::whole(alike.get(&(one.criterion, one.what)).copied().unwrap_or_default(), lang);
            let title = format!("{} · {} ({count})", capital(one.criterion.word(lang)), one.what.word(lang));
            let key = key_of(one);
            row.push(key.as_str().into());
            self.by_key.entry(key).or_insert(at);
            row.push(Cell::Coded(format!("{:?}", (one.criterion, one.what)), title));
        }
        self.counts = counts(&self.found);
        self.grid.take(rows, shared);
        self.grid.grouped_by("group");
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.grid.go(&at);
        }
        self.show();
    }
}

/// By which a finding is known when it is looked at again.
fn key_of(one: &Finding) -> String {
    format!("{:?} {} {} {}", one.what, one.code, one.row.as_deref().unwrap_or_default(), one.about.vi)
}

/// Where a finding is mended.
fn place_of(one: &Finding) -> Place {
    let procedure = Place::about("procedure", &one.regulation);
    match (one.kind, one.what) {
        (Some(Kind::Measure), _) => procedure.tab("measures").at(&one.code),
        (Some(Kind::Instrument), _) => Place::of("import"),
        (_, What::Lack(Lack::NoAgency | Lack::UnknownAgency)) => procedure,
        (Some(_), _) => procedure.tab("sheet").at(one.row.as_deref().unwrap_or_default()),
        (None, _) => Place::of("catalogue"),
    }
}

impl Screen for Health {
    fn place(&self) -> Place {
        let tab = self.criterion().map_or("", Criterion::name);
        Place::of("health").tab(tab).at(self.grid.hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        self.wish.ask();
        if from.shared.file.is_empty() {
            // A register in memory has no second door.
            self.wish.open().into_iter().for_each(|time| self.wish.answered(time));
            self.found = look(from.workspace, &from.shared.world.snapshot, from.shared.today)?;
        }
        // What is known is told in the language that is spoken now.
        self.list(from.shared);
        Ok(())
    }

    fn wanted(&mut self, shared: &Shared) -> Option<Work> {
        let time = self.wish.open()?;
        let (path, snapshot, day) = (PathBuf::from(&shared.file), shared.world.snapshot.clone(), shared.today);
        Some(Work {
            name: shared.word(H::LookingAt).to_owned(),
            place: Place::of("health"),
            run: Box::new(move |_| {
                let found = Workspace::open(&path).and_then(|own| look(&own, &snapshot, day));
                Box::new(Looked(found, time))
            }),
        })
    }

    fn around(&self, shared: &Shared) -> Around {
        let mut tabs = vec![shared.word(W::AllTab).to_owned()];
        tabs.extend(Criterion::ALL.iter().map(|one| {
            let count = self.counts.get(one).copied().unwrap_or_default();
            format!("{} {}", capital(one.word(shared.lang)), number::whole(count as i128, shared.lang))
        }));
        let left = self.grid.filtered(shared).unwrap_or_else(|| {
            H::LookedAt.with(shared.lang, &[&number::whole(shared.world.names.len() as i128, shared.lang)])
        });
        Around { tabs, tab: self.tab, left, right: self.grid.told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let found = self.hand()?;
        let lines = wrap(found.about.text(shared.lang), cells).into_iter().map(Line::raw).collect();
        let right = self.grid.position().map(|(at, of)| W::RowOf.with(shared.lang, &[&at, &of])).unwrap_or_default();
        let parts = [found.code.as_str(), found.what.word(shared.lang)];
        let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Some(Detail { title, right, lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if !self.found.is_empty() {
            return self.grid.draw(shared, frame, area);
        }
        let (sign, word, style) = match self.wish.is_known() {
            false => ("", H::Looking, shared.theme.faint()),
            true => ("✓ ", H::NothingFound, shared.theme.good()),
        };
        let lines = wrap(shared.word(word), usize::from(area.width).saturating_sub(4)).into_iter();
        let lines = lines.map(|line| Line::styled(format!(" {sign}{line}"), style));
        frame.render_widget(Text::from(lines.collect::<Vec<_>>()), Rect { y: area.y + 1, ..area }.intersection(area));
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        match what {
            id::OPEN => Can::when(self.hand().is_some(), || shared.word(W::NoRowHere).to_owned()),
            AGAIN | FILE => Can::Yes,
            _ => Can::NotHere,
        }
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::OPEN => Some(vec![Effect::Open(place_of(self.hand()?))]),
            AGAIN => Some(vec![Effect::Refresh]),
            FILE => Some(vec![super::welcome::check_file(shared)]),
            _ => None,
        }
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        match done.downcast::<Looked>().map(|looked| *looked) {
            Ok(Looked(found, at)) => {
                self.wish.answered(at);
                match found {
                    Ok(found) => {
                        self.found = found;
                        self.list(shared);
                        Vec::new()
                    }
                    Err(fault) => vec![Effect::Say(Sign::Fault, shared.fault(&fault))],
                }
            }
            Err(other) => match other.downcast::<(Sign, String)>() {
                Ok(said) => vec![Effect::Say(said.0, said.1)],
                Err(_) => Vec::new(),
            },
        }
    }

    fn turn(&mut self, tab: usize, _shared: &Shared) -> Vec<Effect> {
        self.tab = tab.min(Criterion::ALL.len());
        self.show();
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        Some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        Some(&self.grid)
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let only = self.criterion().map(|one| format!(" --where criterion={}", one.name())).unwrap_or_default();
        Some(shared.command_line(&format!("health{only}")))
    }
}
