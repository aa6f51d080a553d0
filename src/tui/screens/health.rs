//! The health of the data — right, complete, clean, live: what is missing, late, contradictory or unknown; each line opens where it is mended.

use crate::cost::check::Severity;
use crate::exchange::checks;
use crate::text::number;
use crate::text::width::wrap;
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Loader, Screen, Shared};
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::world::Touch;
use crate::view::answers::Holds;
use crate::view::cost::questions::{Asked, ask};
use crate::view::{Cell, Column, Table};
use crate::words::health_screen::HealthWord as H;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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

/// What data must be; the tabs behind the first.
const KINDS: [(&str, H); 4] = [("right", H::Right), ("complete", H::Complete), ("clean", H::Clean), ("live", H::Live)];

static SHAPE: Shape = Shape {
    name: "health",
    key: "id",
    columns: &[
        Seen { key: "finding", title: None, width: Width::Text, drop: 0 },
        Seen { key: "code", title: None, width: Width::Cells(20), drop: 1 },
        Seen { key: "agency", title: Some(W::AgencyShort), width: Width::Agency, drop: 2 },
    ],
    facets: &["finding", "agency", "severity"],
    searched: &["finding", "code", "about", "agency"],
    sort: "",
};

/// Something to be looked at.
#[derive(Debug)]
struct Found {
    /// Which of the four.
    kind: &'static str,
    /// What is wrong, alike for all of its sort.
    finding: String,
    /// Why, of this one.
    why: String,
    severity: Option<Severity>,
    code: String,
    agency: String,
    place: Place,
}

/// The health in hand.
#[derive(Debug)]
pub(in crate::tui) struct Health {
    grid: Grid,
    tab: usize,
    found: Vec<Found>,
    /// Whether it was looked at once: it is not done again with every change.
    looked: bool,
    at: String,
}

impl Health {
    fn new(place: &Place, shared: &Shared) -> Self {
        let tab = KINDS.iter().position(|(name, _)| *name == place.tab).map_or(0, |at| at + 1);
        Self { grid: Grid::new(&SHAPE, shared), tab, found: Vec::new(), looked: false, at: place.at.clone() }
    }

    fn hand(&self) -> Option<&Found> {
        self.found.get(self.grid.hand()?.parse::<usize>().ok()?)
    }

    fn show(&mut self) {
        self.grid.state.facets.remove("kind");
        if let Some((name, _)) = self.tab.checked_sub(1).and_then(|at| KINDS.get(at)) {
            self.grid.state.facets.insert("kind".to_owned(), BTreeSet::from([(*name).to_owned()]));
        }
        self.grid.arrange();
    }

    fn count(&self, kind: &str) -> usize {
        self.found.iter().filter(|found| found.kind == kind).count()
    }

    /// Looks at everything.
    fn look(&mut self, from: &Loader<'_>) -> Result<()> {
        let (workspace, shared, lang) = (from.workspace, from.shared, from.shared.lang);
        let mut found = Vec::new();
        let Asked { questions, regulations, with_sheet } = ask(workspace, shared.today, None, &checks::rules(None)?)?;
        let agencies: HashMap<&str, &str> =
            regulations.iter().map(|r| (r.code.as_str(), r.agency.as_deref().unwrap_or_default())).collect();
        let agency_of = |code: &str| agencies.get(code).copied().unwrap_or_default().to_owned();
        for question in questions {
            let place = Place::about("procedure", &question.regulation).tab("sheet");
            let place = question.rows.first().map_or_else(|| place.clone(), |row| place.clone().at(row));
            let rows = question.rows.join(", ");
            found.push(Found {
                kind: "right",
                finding: question.doubt.word(lang).to_owned(),
                why: format!("{} {rows}: {}", question.regulation, question.reason.text(lang)),
                severity: Some(question.severity),
                agency: agency_of(&question.regulation),
                code: question.regulation,
                place,
            });
        }
        let mut add = |kind, word: H, code: &str, why: String, place: Place| {
            found.push(Found {
                kind,
                finding: shared.word(word).to_owned(),
                why,
                severity: None,
                code: code.to_owned(),
                agency: agency_of(code),
                place,
            });
        };
        let codes: Vec<&str> = with_sheet.iter().map(String::as_str).collect();
        for code in workspace.assumed_sheets(&codes)?.into_iter().collect::<BTreeSet<_>>() {
            add(
                "complete",
                H::AllAssumed,
                &code,
                shared.world.name(&code).to_owned(),
                Place::about("procedure", &code).tab("sheet"),
            );
        }
        for regulation in &regulations {
            let (code, place) = (&regulation.code, Place::about("procedure", &regulation.code));
            if !with_sheet.contains(code) {
                add("complete", H::NoSheet, code, regulation.name.clone(), place.clone().tab("sheet"));
            }
            match regulation.agency.as_deref() {
                None | Some("") => add("complete", H::NoAgency, code, regulation.name.clone(), place),
                Some(agency) if !shared.world.agencies.contains_key(agency) => {
                    add("clean", H::UnknownAgency, code, agency.to_owned(), place);
                }
                Some(_) => {}
            }
        }
        for measure in &shared.world.snapshot.measures {
            let place = Place::about("procedure", &measure.regulation).tab("measures").at(&measure.code);
            let open = measure.status_on(shared.today).is_some_and(|status| !status.next().is_empty());
            if open && measure.person.is_none() {
                add("complete", H::NoPerson, &measure.code, measure.title.clone(), place.clone());
            }
            if open && measure.due.is_none() {
                add("complete", H::NoDue, &measure.code, measure.title.clone(), place.clone());
            }
            if measure.due.is_some_and(|due| due < shared.today) && open {
                add("live", H::Late, &measure.code, measure.title.clone(), place);
            }
        }
        for progress in shared.world.progress(shared.today) {
            for issue in &progress.issues {
                let measure = shared.world.snapshot.measures.iter().find(|m| m.code == issue.measure);
                let regulation = measure.map(|m| m.regulation.clone()).unwrap_or_default();
                let place = Place::about("procedure", &regulation).tab("measures").at(&issue.measure);
                add("clean", H::MeasureIssue, &issue.measure, issue.said.text(lang).to_owned(), place);
            }
        }
        for row in workspace.instrument_rows()?.into_iter().filter(|row| row.versions == 0) {
            add("complete", H::NoText, &row.number, row.title, Place::of("import"));
        }
        for left in workspace.passed().said() {
            add("right", H::CannotCompute, "", left.text(lang).to_owned(), Place::of("catalogue"));
        }
        // One measure may stand in several programmes with the same reason.
        let mut seen = BTreeSet::new();
        found.retain(|one| seen.insert((one.kind, one.finding.clone(), one.code.clone(), one.why.clone())));
        self.found = found;
        Ok(())
    }

    fn table(&self, shared: &Shared) -> Table {
        let column = |key, word: H| Column::new(key, shared.word(word).to_owned());
        let mut table = Table::new(
            "health",
            vec![
                Column { holds: Holds::Whole, ..column("id", H::ColumnNumber) },
                column("finding", H::ColumnFinding),
                column("code", H::ColumnCode),
                column("agency", H::ColumnAgency),
                column("about", H::ColumnAbout),
                column("kind", H::ColumnKind),
                column("severity", H::ColumnSeverity),
            ],
        );
        for (at, found) in self.found.iter().enumerate() {
            table.push(vec![
                at.into(),
                found.finding.clone().into(),
                found.code.clone().into(),
                Some(found.agency.clone()).filter(|agency| !agency.is_empty()).into(),
                found.why.clone().into(),
                Cell::Text(found.kind.to_owned()),
                found.severity.map_or(Cell::Empty, |severity| Cell::worded(severity, shared.lang)),
            ]);
        }
        table
    }
}

impl Screen for Health {
    fn place(&self) -> Place {
        let tab = self.tab.checked_sub(1).and_then(|at| KINDS.get(at)).map_or("", |(name, _)| name);
        Place::of("health").tab(tab).at(self.grid.hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, touch: &Touch) -> Result<()> {
        if self.looked && *touch != Touch::Everything {
            return Ok(());
        }
        self.look(from)?;
        self.looked = true;
        self.grid.take(self.table(from.shared), from.shared);
        let mut groups: BTreeMap<String, String> = BTreeMap::new();
        let mut last = String::new();
        for (at, found) in self.found.iter().enumerate() {
            if found.finding != last {
                last.clone_from(&found.finding);
                let count = self.found.iter().filter(|other| other.finding == found.finding).count();
                let kind =
                    KINDS.iter().find(|(name, _)| *name == found.kind).map_or("", |(_, word)| from.shared.word(*word));
                let count = number::whole(count as i128, from.shared.lang);
                groups.insert(at.to_string(), format!("{kind} · {} ({count})", found.finding));
            }
        }
        self.grid.grouped(groups);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.grid.go(&at);
        }
        self.show();
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let mut tabs = vec![shared.word(W::AllTab).to_owned()];
        tabs.extend(KINDS.iter().map(|(name, word)| {
            format!("{} {}", shared.word(*word), number::whole(self.count(name) as i128, shared.lang))
        }));
        let left = self.grid.filtered(shared).unwrap_or_else(|| {
            H::LookedAt.with(shared.lang, &[&number::whole(shared.world.names.len() as i128, shared.lang)])
        });
        Around { tabs, tab: self.tab, left, right: self.grid.told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let found = self.hand()?;
        let lines = wrap(&found.why, cells).into_iter().map(Line::raw).collect();
        let right = self.grid.position().map(|(at, of)| W::RowOf.with(shared.lang, &[&at, &of])).unwrap_or_default();
        Some(Detail { title: format!("{} · {}", found.code, found.finding), right, lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        if self.found.is_empty() {
            let text =
                vec![Line::raw(""), Line::styled(format!(" ✓ {}", shared.word(H::NothingFound)), shared.theme.good())];
            frame.render_widget(Text::from(text), area);
            return;
        }
        self.grid.draw(shared, frame, area);
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
            id::OPEN => Some(vec![Effect::Open(self.hand()?.place.clone())]),
            AGAIN => {
                self.looked = false;
                Some(vec![Effect::Refresh])
            }
            FILE => Some(vec![super::welcome::check_file(shared)]),
            _ => None,
        }
    }

    fn finished(&mut self, done: Box<dyn std::any::Any + Send>, _shared: &Shared) -> Vec<Effect> {
        match done.downcast::<(crate::tui::status::Sign, String)>() {
            Ok(said) => vec![Effect::Say(said.0, said.1)],
            Err(_) => Vec::new(),
        }
    }

    fn turn(&mut self, tab: usize, _shared: &Shared) -> Vec<Effect> {
        self.tab = tab.min(KINDS.len());
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
        Some(shared.command_line("cost check --all"))
    }
}
