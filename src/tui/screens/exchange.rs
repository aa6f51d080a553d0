//! The exchange with other officers: what stands against each other and is to be decided, which data files are known, sending and receiving. The place of exchange
//! is asked beside the screen; nothing here waits for it.

use crate::desk::{Desk, Disputed};
use crate::hub::conflict::{Claim, Decided, Decision};
use crate::hub::rollup::Share;
use crate::hub::standing::Status;
use crate::hub::sync::Synced;
use crate::store::{Changed, Workspace};
use crate::text::date;
use crate::text::width::wrap;
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::corner::{Asked, Heard};
use crate::tui::layers::{Field, Form};
use crate::tui::place::Place;
use crate::tui::screen::{After, Around, Detail, Effect, Entry, Loader, Screen, Shared, Verb, Wish, Work};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::world::Touch;
use crate::view::{Cell, Column, Table, hub as told, rollup};
use crate::words::hub::HubWord as H;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result, Said};
use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use std::any::Any;
use std::collections::BTreeMap;
use std::path::PathBuf;

const SYNC: &str = "exchange.sync";
const ASK: &str = "exchange.ask";

const COMMANDS: &[Command] =
    &[command(SYNC, &["ctrl-t"], W::DoSync, Group::Change, 12), command(ASK, &[], W::DoAskHub, Group::Look, 0)];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "exchange",
    title: W::Exchange,
    listed: true,
    under: "exchange",
    commands: COMMANDS,
    open: |place, shared| Box::new(Exchange::new(place, shared)),
    count: |shared| match &shared.world.exchange {
        Some(corner) if corner.conflicts > 0 => format!("≠{}", corner.conflicts),
        _ => String::new(),
    },
};

static CLAIMS: Shape = Shape {
    name: "exchange",
    key: "id",
    columns: &[
        Seen { key: "value", title: None, width: Width::Text, drop: 0 },
        Seen { key: "annual_cost_dong", title: None, width: Width::Cells(18), drop: 0 },
        Seen { key: "author", title: None, width: Width::Cells(12), drop: 0 },
        Seen { key: "agency", title: None, width: Width::Cells(8), drop: 2 },
        Seen { key: "at", title: None, width: Width::Cells(17), drop: 1 },
        Seen { key: "shown", title: None, width: Width::Cells(9), drop: 0 },
    ],
    facets: &["author", "table"],
    searched: &["key", "value", "author", "why"],
    sort: "",
};

static FILES: Shape = Shape {
    name: "exchange-files",
    key: "replica",
    columns: &[
        Seen { key: "replica", title: None, width: Width::Cells(20), drop: 0 },
        Seen { key: "agency", title: None, width: Width::Cells(10), drop: 0 },
        Seen { key: "author", title: None, width: Width::Text, drop: 0 },
        Seen { key: "at", title: None, width: Width::Cells(17), drop: 1 },
        Seen { key: "here", title: None, width: Width::Cells(12), drop: 0 },
        Seen { key: "there", title: None, width: Width::Cells(16), drop: 0 },
    ],
    facets: &["agency"],
    searched: &["replica", "agency", "author"],
    sort: "",
};

static AGENCIES: Shape = Shape {
    name: "exchange-agencies",
    key: "agency",
    columns: &[
        Seen { key: "agency", title: None, width: Width::Text, drop: 0 },
        Seen { key: "regulations", title: None, width: Width::Cells(8), drop: 0 },
        Seen { key: "annual_cost_dong", title: None, width: Width::Cells(18), drop: 0 },
        Seen { key: "lapsing", title: None, width: Width::Cells(12), drop: 2 },
        Seen { key: "late", title: None, width: Width::Cells(11), drop: 1 },
        Seen { key: "conflicts", title: None, width: Width::Cells(9), drop: 1 },
        Seen { key: "last_change", title: None, width: Width::Cells(17), drop: 3 },
    ],
    facets: &[],
    searched: &["agency"],
    sort: "",
};

/// What was read beside the screen: the conflicts, and what each agency has of the exchange.
struct Read(Result<(Vec<Disputed>, BTreeMap<String, Share>)>, u64);

/// What an exchange did.
struct Exchanged(Result<(Synced, Status)>);

/// The names of the tabs.
const TABS: [&str; 3] = ["", "files", "agencies"];

/// The exchange in hand.
#[derive(Debug)]
pub(in crate::tui) struct Exchange {
    claims: Grid,
    files: Grid,
    tab: usize,
    at: String,
    agencies: Grid,
    all: Vec<Disputed>,
    shares: BTreeMap<String, Share>,
    status: Option<Status>,
    wish: Wish,
}

/// Asks the place of exchange where it stands.
pub(in crate::tui) fn ask(shared: &Shared) -> Work {
    let (path, who, today) = (PathBuf::from(&shared.file), shared.who("hub status"), shared.today);
    Work {
        name: shared.word(H::Asking).to_owned(),
        place: Place::of("exchange"),
        run: Box::new(move |_| {
            let status = Workspace::open(&path).and_then(|mut own| Desk::new(&mut own, who, today).hub_status(None));
            Box::new(Asked(status))
        }),
    }
}

/// Sends and receives.
fn sync(shared: &Shared) -> Work {
    let (path, who, today) = (PathBuf::from(&shared.file), shared.who("hub sync"), shared.today);
    Work {
        name: shared.word(H::Exchanging).to_owned(),
        place: Place::of("exchange"),
        run: Box::new(move |_| {
            let done = Workspace::open(&path).and_then(|mut own| {
                let mut desk = Desk::new(&mut own, who, today);
                let synced = desk.hub_sync(None)?;
                Ok((synced, desk.hub_status(None)?))
            });
            Box::new(Exchanged(done))
        }),
    }
}

impl Exchange {
    fn new(place: &Place, shared: &Shared) -> Self {
        Self {
            claims: Grid::new(&CLAIMS, shared),
            files: Grid::new(&FILES, shared),
            agencies: Grid::new(&AGENCIES, shared),
            tab: TABS.iter().position(|tab| *tab == place.tab).unwrap_or(0),
            at: place.at.clone(),
            all: Vec::new(),
            shares: BTreeMap::new(),
            status: None,
            wish: Wish::default(),
        }
    }

    /// The conflict in hand, and which of its values.
    fn hand(&self) -> Option<(&Disputed, usize)> {
        let (conflict, value) = self.claims.hand()?.rsplit_once(' ')?;
        let one = self.all.get(conflict.parse::<usize>().ok()?)?;
        Some((one, value.parse().ok()?))
    }

    /// Puts what is known in the lists.
    fn list(&mut self, shared: &Shared) {
        let (zone, lang) = (TimeZone::system(), shared.lang);
        let mut rows = told::conflicts(&self.all, &zone, lang);
        rows.columns.push(Column::new("id", String::new()));
        rows.columns.push(Column::new("group", String::new()));
        rows.columns.push(Column::new("about", String::new()));
        let ids = self.all.iter().enumerate();
        let ids: Vec<(usize, usize)> =
            ids.flat_map(|(n, one)| (0..one.conflict.values.len()).map(move |value| (n, value))).collect();
        let text = |row: &[Cell], at: usize| row.get(at).map(|cell| cell.shown(lang)).unwrap_or_default();
        for (row, (n, value)) in rows.rows.iter_mut().zip(ids) {
            // The table, the key, the field.
            let place = [text(row, 0), text(row, 1), text(row, 2)];
            let title = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            row.push(format!("{n} {value}").into());
            row.push(Cell::Coded(n.to_string(), title.clone()));
            row.push(title.into());
        }
        self.claims.take(rows, shared);
        self.claims.grouped_by("group");
        let files = match &self.status {
            Some(status) => told::replicas(status, &zone, lang),
            None => Table::new("hub_replica", Vec::new()),
        };
        if self.status.is_some() {
            self.files.take(files, shared);
        }
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.list_in_hand().go(&at);
        }
    }

    fn list_in_hand(&mut self) -> &mut Grid {
        match self.tab {
            0 => &mut self.claims,
            1 => &mut self.files,
            _ => &mut self.agencies,
        }
    }

    fn list_seen(&self) -> &Grid {
        match self.tab {
            0 => &self.claims,
            1 => &self.files,
            _ => &self.agencies,
        }
    }

    /// Asks for the reason, and decides.
    fn take_this(&self, shared: &Shared) -> Vec<Effect> {
        let Some((Disputed { conflict, .. }, value)) = self.hand() else { return Vec::new() };
        let decision = Decision {
            place: conflict.place.clone(),
            key: conflict.key.clone(),
            field: conflict.field.clone(),
            choice: value + 1,
        };
        let table =
            told::conflicts(std::slice::from_ref(&self.all[self.place_of_hand()]), &TimeZone::system(), shared.lang);
        let cell = |column: &str| -> String {
            let at = table.columns.iter().position(|one| one.key == column);
            let row = table.rows.get(value);
            at.and_then(|at| row?.get(at)).map(|cell| cell.shown(shared.lang)).unwrap_or_default()
        };
        let place = [cell("table"), cell("key"), cell("field")];
        let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let title = H::TakeTitle.with(shared.lang, &[&cell("value"), &place]);
        let note = Field::text("note", shared.word(H::WhyColumn), "");
        let form = Form::new(title, vec![note], move |answers, _| {
            let (note, decision) = (answers.get("note").cloned().unwrap_or_default(), decision.clone());
            Ok(vec![Verb::plain("hub resolve", move |desk| {
                let Decided { entry, along } = desk.noted(&note).hub_resolve(&decision)?;
                let fields = || along.iter().map(|(field, value)| (field.as_str(), value));
                let along = |lang| H::Along.with(lang, &[&told::along(&decision.place, fields(), lang)]);
                let said = Said::by(|lang| {
                    let decided = H::Decided.text(lang).to_owned();
                    if fields().next().is_none() { decided } else { format!("{decided} · {}", along(lang)) }
                });
                Ok(Changed { value: After::said(said).then(vec![Effect::Reload]), change: Some(entry) })
            })])
        });
        vec![form.does(W::FormDecides).open()]
    }

    fn place_of_hand(&self) -> usize {
        let hand = self.claims.hand().and_then(|hand| hand.split_once(' ')?.0.parse().ok());
        hand.unwrap_or(0).min(self.all.len().saturating_sub(1))
    }

    /// Asks where to join and for which agency.
    fn join(shared: &Shared) -> Vec<Effect> {
        let mut agencies: Vec<(String, String)> = shared
            .world
            .agencies
            .iter()
            .map(|(code, one)| (code.clone(), one.name_in(shared.lang).to_owned()))
            .collect();
        agencies.sort();
        agencies.insert(0, (String::new(), shared.word(H::AsTheHubKnows).to_owned()));
        let to = Field::line("to", shared.word(H::PlaceField), "folder:").needed().hint(shared.word(H::PlaceHint));
        let agency = Field::choice("agency", shared.word(H::AgencyColumn), agencies, "");
        let form = Form::new(shared.word(W::DoJoinHub), vec![to, agency], |answers, _| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let (to, agency) = (answer("to"), answer("agency"));
            Ok(vec![Verb::plain("hub join", move |desk| {
                let agency = Some(agency.as_str()).filter(|code| !code.is_empty());
                let replica = desk.hub_join(&to, agency)?;
                let said = H::JoinedNow.said(&[&replica.id]);
                Ok(Changed { value: After::said(said).then(vec![Effect::Reload, Effect::Run(SYNC)]), change: None })
            })])
        });
        vec![form.does(W::FormJoins).open()]
    }
}

impl Screen for Exchange {
    fn place(&self) -> Place {
        let at = self.list_seen().hand().unwrap_or(&self.at);
        Place::of("exchange").tab(TABS[self.tab]).at(at)
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        if !from.shared.file.is_empty() && from.shared.world.exchange.is_some() {
            self.wish.ask();
        } else {
            self.all.clear();
        }
        self.list(from.shared);
        let agencies = rollup::agencies(&from.source(), &self.shares, &TimeZone::system())?;
        self.agencies.take(agencies, from.shared);
        Ok(())
    }

    fn wanted(&mut self, shared: &Shared) -> Option<Work> {
        let time = self.wish.open()?;
        let (path, who, today) = (PathBuf::from(&shared.file), shared.who("hub conflicts"), shared.today);
        Some(Work {
            name: shared.word(H::ReadingConflicts).to_owned(),
            place: Place::of("exchange"),
            run: Box::new(move |_| {
                let read = Workspace::open(&path).and_then(|mut own| {
                    let mut desk = Desk::new(&mut own, who, today);
                    Ok((desk.hub_conflicts()?, desk.hub_shares()?))
                });
                Box::new(Read(read, time))
            }),
        })
    }

    fn around(&self, shared: &Shared) -> Around {
        let conflicts = format!("{} {}", shared.word(H::ConflictsColumn), self.all.len());
        let tabs = vec![conflicts, shared.word(H::FilesColumn).to_owned(), shared.word(H::RollupTab).to_owned()];
        let left = match &shared.world.exchange {
            None => shared.word(H::NotJoinedShort).to_owned(),
            Some(corner) => corner.line(shared.asked.get(), shared.lang),
        };
        Around { tabs, tab: self.tab, left, right: self.list_seen().told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let (Disputed { conflict, .. }, value) = self.hand().filter(|_| self.tab == 0)?;
        let Claim { origin, beside, .. } = conflict.values.get(value)?;
        let at = origin.at.parse().map(|at| date::moment(at, &TimeZone::system(), shared.lang)).unwrap_or_default();
        let why = if origin.why.is_empty() { shared.word(H::NoReason).to_owned() } else { origin.why.clone() };
        let who = [origin.author.as_str(), origin.agency.as_str(), origin.device.as_str(), at.as_str(), why.as_str()];
        let who = who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        // What both have seen is said where there is no room for a column of it.
        let before = conflict.before.as_ref().map(|before| {
            let text = before.as_str().map_or_else(|| before.to_string(), str::to_owned);
            format!("{}: {text}", shared.word(H::BeforeColumn))
        });
        // And what goes with a figure when it is taken.
        let vouched = (!beside.is_empty()).then(|| {
            let fields = beside.iter().map(|(field, value)| (*field, value));
            format!("{}: {}", shared.word(H::BesideColumn), told::along(&conflict.place, fields, shared.lang))
        });
        let told = [Some(who.as_str()), vouched.as_deref(), before.as_deref()];
        let lines = told.into_iter().flatten().flat_map(|text| wrap(text, cells)).map(Line::raw).collect();
        Some(Detail { title: conflict.key.join("/"), right: String::new(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let filled = match self.tab {
            0 => !self.all.is_empty(),
            1 => self.status.is_some(),
            _ => true,
        };
        if filled {
            return self.list_seen().draw(shared, frame, area);
        }
        let word = match (&shared.world.exchange, self.tab) {
            (None, _) => H::JoinFirst,
            (_, 0) if !self.wish.is_known() => H::ReadingConflicts,
            (_, 0) => H::NoConflicts,
            _ => H::NotAskedYet,
        };
        let lines = wrap(shared.word(word), usize::from(area.width).saturating_sub(4)).into_iter();
        let lines: Vec<Line<'_>> = lines.map(|line| Line::styled(format!(" {line}"), shared.theme.faint())).collect();
        frame.render_widget(Text::from(lines), Rect { y: area.y + 1, ..area }.intersection(area));
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let joined = shared.world.exchange.is_some();
        let in_exchange = || Can::when(joined, || shared.word(H::NotJoined).to_owned());
        match what {
            id::OPEN if self.tab == 0 && joined => {
                Can::when(self.hand().is_some(), || shared.word(W::NoRowHere).to_owned())
            }
            id::EDIT if self.tab == 0 => Can::when(self.hand().is_some(), || shared.word(W::NoRowHere).to_owned()),
            SYNC | ASK => in_exchange(),
            id::NEW if !joined => Can::when(!shared.file.is_empty(), || shared.word(H::InMemory).to_owned()),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        match what {
            id::OPEN => Some(shared.word(W::DoTakeThis).to_owned()),
            id::NEW => Some(shared.word(W::DoJoinHub).to_owned()),
            id::EDIT => Some(shared.word(W::DoGoToRow).to_owned()),
            _ => None,
        }
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::OPEN => Some(self.take_this(shared)),
            id::NEW => Some(Self::join(shared)),
            SYNC => Some(vec![Effect::Work(sync(shared))]),
            ASK => Some(vec![Effect::Work(ask(shared))]),
            id::EDIT => {
                let (Disputed { conflict, .. }, _) = self.hand()?;
                Some(vec![Effect::Open(Place::about("procedure", conflict.key.first()?))])
            }
            _ => None,
        }
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        let done = match done.downcast::<Read>().map(|read| *read) {
            Ok(Read(read, time)) => {
                self.wish.answered(time);
                return match read {
                    Ok((all, shares)) => {
                        // What each agency has is told with the rest of its row.
                        let again = self.shares != shares;
                        (self.all, self.shares) = (all, shares);
                        self.list(shared);
                        if again { vec![Effect::Refresh] } else { Vec::new() }
                    }
                    Err(fault) => vec![Effect::Say(Sign::Fault, shared.fault(&fault))],
                };
            }
            Err(other) => other,
        };
        match done.downcast::<Exchanged>().map(|done| done.0) {
            Ok(Ok((synced, status))) => {
                shared.asked.set(Some(Heard::ToReceive(status.to_receive)));
                self.status = Some(status);
                self.list(shared);
                let mut said = H::Synced.with(shared.lang, &[&synced.sent, &synced.received]);
                if synced.again > 0 {
                    said = format!("{said} · {}", H::SentAgain.with(shared.lang, &[&synced.again]));
                }
                let refused = synced
                    .refused
                    .first()
                    .map(|one| H::Refused.with(shared.lang, &[&one.name, &one.said.text(shared.lang)]));
                let sign = if refused.is_some() { Sign::Warning } else { Sign::Done };
                vec![
                    Effect::Reload,
                    Effect::Say(sign, [Some(said), refused].into_iter().flatten().collect::<Vec<_>>().join(" · ")),
                ]
            }
            Ok(Err(fault)) => {
                shared.asked.set(Some(Heard::Away));
                vec![Effect::Say(Sign::Fault, shared.fault(&fault))]
            }
            Err(_) => Vec::new(),
        }
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        self.tab = tab.min(TABS.len() - 1);
        let unasked = self.tab == 1 && self.status.is_none() && shared.world.exchange.is_some();
        if unasked { vec![Effect::Work(ask(shared))] } else { Vec::new() }
    }

    fn any(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        Some(self.list_in_hand())
    }

    fn grid_seen(&self) -> Option<&Grid> {
        Some(self.list_seen())
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        shared.world.exchange.as_ref()?;
        Some(shared.command_line(["hub conflicts", "hub status", "hub rollup"][self.tab]))
    }
}

impl Exchange {
    /// Takes what the place of exchange said of where it stands.
    pub(in crate::tui) fn know(&mut self, status: Status, shared: &Shared) {
        self.status = Some(status);
        self.list(shared);
    }
}
