//! Who owes what: by due date and by agency, review campaigns, indicators. What is owed opens; person and date are given to all that is marked.

mod forms;
pub(in crate::tui) mod item;
mod moves;
mod rows;

use crate::desk::Owed;
use crate::model::{Assignment, Campaign, Directive, Indicator, Measure};
use crate::reform::{Debt, DebtKind, owes};
use crate::text::width::{cut, wrap};
use crate::text::{date, number};
use crate::tui::command::{Can, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::layers::Form;
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Loader, Screen, Shared};
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::world::Touch;
use crate::view::Column;
use crate::view::nouns::{campaign, indicator};
use crate::words::screen::ScreenWord as W;
use crate::words::work_screen::WorkWord as K;
use crate::words::{Message, Result};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use rows::{key, rows};

const MOVE: &str = "work.move";
const LETTER: &str = "work.letter";
const DIRECTIVE: &str = "work.directive";
const PUT: &str = "work.put-under-review";
const READ: &str = "work.read-indicator";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "work",
    title: W::FollowUp,
    listed: true,
    under: "work",
    commands: &[
        command(MOVE, &[], W::DoMoveWork, Group::Change, 0),
        command(LETTER, &[], W::DoReminder, Group::Write, 0),
        command(DIRECTIVE, &[], W::DoNewDirective, Group::Change, 0),
        command(PUT, &[], W::DoUnderReview, Group::Change, 0),
        command(READ, &[], W::DoReadIndicator, Group::Change, 0),
    ],
    open: |place, shared| Box::new(Work::new(place, shared)),
    count: |_| String::new(),
};

const WHAT: Seen = Seen { key: "what", title: None, width: Width::Text, drop: 0 };
const STATUS: Seen = Seen { key: "status", title: None, width: Width::Cells(14), drop: 3 };
const PERSON: Seen = Seen { key: "person", title: None, width: Width::Cells(14), drop: 2 };
const DUE: Seen = Seen { key: "due", title: None, width: Width::Cells(11), drop: 0 };
const DAYS: Seen = Seen { key: "days", title: None, width: Width::Cells(11), drop: 1 };
const FACETS: &[&str] = &["when", "agency", "kind", "status", "person", "directive"];
const SEARCHED: &[&str] = &["what", "agency", "agency_name", "person", "code", "item"];

static SHAPES: [Shape; 4] = [
    Shape {
        name: "work",
        key: "key",
        columns: &[WHAT, Seen { key: "agency_name", title: None, width: Width::Cells(18), drop: 2 }, STATUS, DUE, DAYS],
        facets: FACETS,
        searched: SEARCHED,
        sort: "",
    },
    Shape {
        name: "work-agency",
        key: "key",
        columns: &[WHAT, PERSON, STATUS, DUE, DAYS],
        facets: FACETS,
        searched: SEARCHED,
        sort: "",
    },
    Shape {
        name: "work-campaigns",
        key: "code",
        columns: &[
            Seen { key: "name", title: None, width: Width::Text, drop: 0 },
            Seen { key: "lead", title: None, width: Width::Agency, drop: 3 },
            DUE,
            Seen { key: "instruments", title: None, width: Width::Cells(9), drop: 2 },
            Seen { key: "without_outcome", title: None, width: Width::Cells(16), drop: 0 },
        ],
        facets: &["lead", "assignment"],
        searched: &["code", "name"],
        sort: "",
    },
    Shape {
        name: "work-indicators",
        key: "key",
        columns: &[
            Seen { key: "name", title: None, width: Width::Text, drop: 0 },
            Seen { key: "agency", title: None, width: Width::Agency, drop: 2 },
            Seen { key: "latest", title: None, width: Width::Cells(10), drop: 0 },
            Seen { key: "target", title: None, width: Width::Cells(10), drop: 0 },
            Seen { key: "unit", title: None, width: Width::Cells(8), drop: 3 },
            Seen { key: "met", title: None, width: Width::Cells(5), drop: 1 },
            DUE,
        ],
        facets: &["agency", "met", "unit"],
        searched: &["code", "name", "agency"],
        sort: "",
    },
];

/// The tabs: their names in places.
const TABS: [(&str, K); 4] =
    [("", K::ByDue), ("agency", K::ByAgency), ("campaigns", K::Campaigns), ("indicators", K::Indicators)];

/// What is there to be followed up, as the forms need it.
#[derive(Debug, Default)]
struct Known {
    directives: Vec<Directive>,
    assignments: Vec<Assignment>,
    campaigns: Vec<Campaign>,
    indicators: Vec<Indicator>,
    measures: Vec<Measure>,
}

/// Follow-up in hand.
#[derive(Debug)]
pub(in crate::tui) struct Work {
    grids: [Grid; 4],
    tab: usize,
    debts: Vec<Debt>,
    known: Known,
    at: String,
}

impl Work {
    fn new(place: &Place, shared: &Shared) -> Self {
        Self {
            grids: [0, 1, 2, 3].map(|at| Grid::new(&SHAPES[at], shared)),
            tab: TABS.iter().position(|(name, _)| *name == place.tab).unwrap_or(0),
            debts: Vec::new(),
            known: Known::default(),
            at: place.at.clone(),
        }
    }

    fn here(&self) -> &Grid {
        &self.grids[self.tab.min(3)]
    }

    fn debt(&self, wanted: &str) -> Option<&Debt> {
        self.debts.iter().find(|debt| key(debt) == wanted)
    }

    /// What is owed in hand, on the tabs of what is owed.
    fn hand(&self) -> Option<&Debt> {
        if self.tab > 1 { None } else { self.debt(self.here().hand()?) }
    }

    /// The code of the campaign or indicator in hand.
    fn code(&self) -> Option<String> {
        (self.tab > 1).then(|| self.here().text("code", crate::text::Lang::Vi)).filter(|code| !code.is_empty())
    }

    /// The agency in hand: of what is owed, of a campaign, of an indicator.
    fn agency(&self) -> Option<String> {
        match self.tab {
            0 | 1 => self.hand()?.agency.clone(),
            2 => self.known.campaigns.iter().find(|c| Some(&c.code) == self.code().as_ref())?.lead.clone(),
            _ => None,
        }
    }

    /// What is chosen, as it is seen now: what a person and a date are given to.
    fn owed(&self) -> Vec<Owed> {
        let chosen = self.here().chosen();
        let one = |debt: &Debt| Owed {
            kind: debt.kind,
            code: debt.code.clone(),
            item: debt.item.clone().filter(|_| debt.kind == DebtKind::Review),
            person: debt.person.clone(),
            due: debt.due,
        };
        let mut owed: Vec<Owed> = Vec::new();
        for debt in chosen.iter().filter_map(|key| self.debt(key)) {
            // One assignment of several agencies is one thing.
            let one = one(debt);
            if !owed.contains(&one) {
                owed.push(one);
            }
        }
        owed
    }

    /// Where the row in hand opens.
    fn opens(&self) -> Option<Place> {
        let Some(debt) = self.hand() else {
            let kind = if self.tab == 2 { "campaign" } else { "indicator" };
            return Some(Place::about("assignment", &self.code()?).tab(kind));
        };
        Some(match (debt.kind, &debt.item) {
            (DebtKind::Measure, Some(regulation)) => {
                Place::about("procedure", regulation).tab("measures").at(&debt.code)
            }
            (DebtKind::Review, _) => Place::about("assignment", &debt.code).tab("campaign"),
            _ => Place::about("assignment", &debt.code).tab("assignment"),
        })
    }

    /// The form of a name, for a key, a draft and a command alike.
    fn form(&self, name: &str, shared: &Shared) -> Option<Form> {
        let place = self.place();
        let form = match name {
            "charge" => forms::charge(self.owed(), shared),
            "move" => moves::of_debt(self.hand()?, &self.known, shared)?,
            "assignment" => forms::assignment(None, &self.known, shared),
            "campaign" => forms::campaign(&self.known, shared),
            "indicator" => forms::indicator(&self.known, shared),
            "directive" => forms::directive(shared),
            "put" => moves::under_review(self.code().as_deref()?, shared),
            "outcome" => moves::outcome_of(
                self.known.campaigns.iter().find(|c| Some(&c.code) == self.code().as_ref())?,
                None,
                &self.known,
                shared,
            ),
            "read" => {
                moves::reading(self.known.indicators.iter().find(|i| Some(&i.code) == self.code().as_ref())?, shared)
            }
            "letter" => return Some(forms::letter(&self.agency()?, shared)),
            _ => return None,
        };
        Some(form.drafted(place, name))
    }

    fn opened(&self, name: &str, shared: &Shared) -> Option<Vec<Effect>> {
        Some(self.form(name, shared).map(Form::open).into_iter().collect())
    }
}

impl Known {
    fn load(from: &Loader<'_>) -> Result<Self> {
        Ok(Self {
            directives: from.workspace.all::<Directive>()?,
            assignments: from.workspace.all::<Assignment>()?,
            campaigns: from.workspace.all::<Campaign>()?,
            indicators: from.workspace.all::<Indicator>()?,
            measures: from.shared.world.snapshot.measures.clone(),
        })
    }
}

impl Screen for Work {
    fn place(&self) -> Place {
        Place::of("work").tab(TABS[self.tab.min(3)].0).at(self.here().hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let shared = from.shared;
        self.debts = owes(&from.workspace.ledger()?, shared.today);
        self.known = Known::load(from)?;
        for at in [0, 1] {
            self.grids[at].take(rows(&self.debts, at == 1, &self.known, shared), shared);
            self.grids[at].grouped_by("group");
        }
        self.grids[2].take(campaign::table(&from.source())?, shared);
        let mut rows = indicator::table(&from.source())?;
        let (code, agency) = (rows.column("code")?, rows.column("agency")?);
        rows.columns.push(Column::new("key", shared.word(K::Code).to_owned()));
        for row in &mut rows.rows {
            let key = format!("{}\t{}", row[code].shown(shared.lang), row[agency].shown(shared.lang));
            row.push(key.into());
        }
        self.grids[3].take(rows, shared);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            // Another screen knows the code alone.
            let full = self.debts.iter().find(|debt| debt.code == at).map_or(at, key);
            self.grids.iter_mut().for_each(|grid| _ = grid.go(&full));
        }
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let lang = shared.lang;
        let counts = [None, None, Some(self.known.campaigns.len()), Some(self.known.indicators.len())];
        let tab = |(&(_, word), count): (&(&str, K), Option<usize>)| match count {
            Some(count) => format!("{} {}", shared.word(word), number::whole(count as i128, lang)),
            None => shared.word(word).to_owned(),
        };
        let tabs = TABS.iter().zip(counts).map(tab).collect();
        let late = self.debts.iter().filter(|debt| debt.is_late()).count();
        let grid = self.here();
        let left = grid.filtered(shared).unwrap_or_else(|| match self.tab {
            0 | 1 => K::OpenAndLate.with(lang, &[&self.debts.len(), &late]),
            _ => shared.word(W::NoFilter).to_owned(),
        });
        Around { tabs, tab: self.tab, left, right: grid.told(shared) }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let lang = shared.lang;
        let Some(debt) = self.hand() else {
            let code = self.code()?;
            let name = self.here().text("name", lang);
            let lines = wrap(&name, cells).into_iter().map(Line::raw).collect();
            return Some(Detail { title: code, right: String::new(), lines });
        };
        let since = debt.since.map(|day| format!(" · {}", K::Since.with(lang, &[&date::short(day, lang)])));
        let title = format!(
            "{} {} · {}{}",
            debt.kind.word(lang),
            debt.code,
            debt.standing.word(lang),
            since.unwrap_or_default()
        );
        let agency = debt.agency.as_deref().map_or(shared.word(W::NoAgency), |code| shared.world.agency(code, lang));
        let person = debt.person.as_deref().unwrap_or(shared.word(W::NobodyYet));
        let assignment = match debt.kind {
            DebtKind::Assignment => self.known.assignments.iter().find(|a| a.code == debt.code),
            _ => None,
        };
        let product = assignment.map(|a| a.deliverable.clone()).filter(|text| !text.is_empty());
        let mut facts = vec![format!("{}: {person}", shared.word(K::Person)), agency.to_owned()];
        facts.extend(product.map(|text| format!("{}: {text}", shared.word(K::Deliverable))));
        if !debt.cooperating.is_empty() {
            let bodies: Vec<&str> = debt.cooperating.iter().map(|code| shared.world.agency(code, lang)).collect();
            facts.push(format!("{}: {}", shared.word(K::Cooperating), bodies.join(", ")));
        }
        let what = debt.what.text(lang);
        let lines = if shared.wide() {
            let mut lines: Vec<Line<'static>> =
                wrap(what, cells).into_iter().map(|line| Line::styled(line, shared.theme.heading())).collect();
            lines.push(Line::raw(""));
            lines.extend(facts.iter().flat_map(|fact| wrap(fact, cells)).map(Line::raw));
            lines
        } else {
            vec![Line::raw(cut(what, cells)), Line::raw(cut(&facts.join(" · "), cells))]
        };
        Some(Detail { title, right: String::new(), lines })
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let (all, _) = self.here().counts();
        if all > 0 {
            self.here().draw(shared, frame, area);
            return;
        }
        let word = match self.tab {
            0 | 1 => K::NothingOwed,
            2 => K::NoCampaign,
            _ => K::NoIndicator,
        };
        let lines = wrap(shared.word(word), usize::from(area.width).saturating_sub(2));
        let lines: Vec<Line<'_>> = lines.into_iter().map(|line| Line::raw(format!(" {line}"))).collect();
        frame.render_widget(Text::from(lines), area);
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let any = || Can::when(self.here().hand().is_some(), || shared.word(W::NoRowHere).to_owned());
        match (self.tab, what) {
            (_, id::OPEN) => any(),
            (_, id::NEW | DIRECTIVE) => Can::Yes,
            (0 | 1, id::EDIT) => match any() {
                Can::Yes => Can::With(number::whole(self.owed().len() as i128, shared.lang)),
                no => no,
            },
            (0..=2, MOVE) => any(),
            (2, PUT) | (3, READ) => any(),
            (0 | 1, LETTER) => Can::when(self.agency().is_some(), || shared.word(K::NoAgencyHere).to_owned()),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        let word = match (self.tab, what) {
            (0 | 1, id::NEW) => K::NewAssignment,
            (2, id::NEW) => K::NewCampaign,
            (3, id::NEW) => K::NewIndicator,
            (0 | 1, id::EDIT) => K::GivePerson,
            (2, MOVE) => K::Outcome,
            _ => return None,
        };
        Some(shared.word(word).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match (self.tab, what) {
            (_, id::OPEN) => Some(self.opens().map(Effect::Open).into_iter().collect()),
            (0 | 1, id::NEW) => self.opened("assignment", shared),
            (2, id::NEW) => self.opened("campaign", shared),
            (3, id::NEW) => self.opened("indicator", shared),
            (0 | 1, id::EDIT) => self.opened("charge", shared),
            (0 | 1, MOVE) => self.opened("move", shared),
            (2, MOVE) => self.opened("outcome", shared),
            (_, DIRECTIVE) => self.opened("directive", shared),
            (2, PUT) => self.opened("put", shared),
            (3, READ) => self.opened("read", shared),
            (_, LETTER) => self.opened("letter", shared),
            _ => None,
        }
    }

    fn turn(&mut self, tab: usize, _shared: &Shared) -> Vec<Effect> {
        let (marks, hand) = (self.here().marks.clone(), self.here().hand().unwrap_or_default().to_owned());
        let owed = self.tab < 2 && tab < 2;
        self.tab = tab.min(3);
        if owed {
            let grid = &mut self.grids[self.tab];
            grid.marks = marks;
            grid.go(&hand);
        }
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        Some(&mut self.grids[self.tab.min(3)])
    }

    fn grid_seen(&self) -> Option<&Grid> {
        Some(self.here())
    }

    fn reopen(&mut self, draft: &Draft, shared: &Shared) -> Vec<Effect> {
        let form = self.form(&draft.form, shared);
        form.map(|form| form.filled(&draft.answers).open()).into_iter().collect()
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let words = match self.tab {
            2 => "campaign list",
            3 => "indicator list",
            _ => "owes",
        };
        Some(shared.command_line(words))
    }
}
