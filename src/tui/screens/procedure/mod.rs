//! One regulation: its record, its cost sheet, its measures; its documents and its journal are a step away.

mod cell;
mod form;
mod measures;
mod observe;
mod paste;
mod population;
mod provisions;
mod record;
mod review;
mod sheet;
mod sheet_draw;

pub(in crate::tui) use form::{kind_chooser, measure_on_marked};

use crate::cost::{Rates, SheetFigures, sheet_figures};
use crate::desk::Standing;
use crate::model::{
    Activity, Calendar, Checklist, Fraction, LinkedService, Measure, Observation, Parameter, Population,
    Procedure as Record, Regulation, ReviewAnswer, Stage,
};
use crate::reform::{SetEffect, set_effect};
use crate::tui::command::{Can, Command, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Hit, Loader, Screen, Shared};
use crate::tui::widgets::grid::{Grid, millions_of};
use crate::tui::world::Touch;
use crate::words::hub::HubWord;
use crate::words::procedure_screen::ProcedureWord as P;
use crate::words::review::ReviewWord;
use crate::words::screen::ScreenWord as W;
use crate::words::{Fault, Message, Result};
use provisions::Provisions;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(super) const DRAFT: &str = "procedure.draft-sheet";
pub(super) const ROW: &str = "procedure.edit-row";
pub(super) const POPULATION: &str = "procedure.population";
pub(super) const OBSERVE: &str = "procedure.observe";
pub(super) const REVIEW: &str = "procedure.review";
pub(super) const QUALITY: &str = "procedure.quality";
pub(super) const STATUS: &str = "procedure.status";
pub(super) const AMEND: &str = "procedure.amend";
pub(super) const DOCUMENT: &str = "procedure.document";

const COMMANDS: &[Command] = &[
    command(DRAFT, &[], W::DoDraftSheets, Group::Change, 0),
    command(ROW, &[], W::DoEditRow, Group::Change, 0),
    command(POPULATION, &[], W::DoPopulation, Group::Change, 0),
    command(OBSERVE, &[], W::DoObserve, Group::Change, 0),
    command(REVIEW, &[], W::DoReview, Group::Change, 0),
    command(QUALITY, &[], W::DoQuality, Group::Change, 0),
    command(STATUS, &[], W::DoStatus, Group::Change, 0),
    command(AMEND, &[], W::DoAmend, Group::Go, 0),
    command(DOCUMENT, &[], W::DoDocument, Group::Go, 0),
];

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "procedure",
    title: W::Procedure,
    listed: false,
    under: "catalogue",
    commands: COMMANDS,
    open: |place, shared| Box::new(Procedure::new(place, shared)),
    count: |_| String::new(),
};

/// The tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Record,
    Sheet,
    Measures,
}

const TABS: [(Tab, &str); 3] = [(Tab::Record, ""), (Tab::Sheet, "sheet"), (Tab::Measures, "measures")];

/// The tabs that open other screens: documents of the regulation, and its journal.
const ELSEWHERE: [&str; 2] = ["documents", "history"];

/// All that is loaded of a regulation.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) regulation: Regulation,
    pub(super) record: Option<Record>,
    pub(super) sheet: Vec<Activity>,
    /// Who complies, where it is said.
    pub(super) whole: Option<Population>,
    pub(super) figures: Result<SheetFigures, Fault>,
    pub(super) rates: Rates,
    pub(super) measures: Vec<Measure>,
    /// The planned set, and what each of its measures does.
    pub(super) effect: Option<SetEffect>,
    pub(super) linked: Vec<LinkedService>,
    /// The checklists, and what was answered to their questions.
    pub(super) checklists: Vec<Checklist>,
    pub(super) answers: Vec<ReviewAnswer>,
    /// What was answered about the cells of the sheet.
    pub(super) observations: Vec<Observation>,
    /// The provisions of the texts on which it rests.
    provisions: Provisions,
}

impl Loaded {
    /// Loads a regulation; nothing when it is gone. Parts that cannot be read are empty, and told. Provisions that are known still are kept:
    /// texts are long, and a figure that is typed changes none.
    fn load(from: &Loader<'_>, code: &str, kept: Option<Provisions>) -> Result<(Option<Self>, Option<Fault>)> {
        let (workspace, shared) = (from.workspace, from.shared);
        let Some(regulation) = workspace.regulation(code)? else { return Ok((None, None)) };
        let rates = Rates::on(shared.today, workspace.all::<Parameter>()?);
        let mut fault = None;
        let (sheet, unread) = match workspace.sheet(code) {
            Ok(sheet) => (sheet, None),
            Err(unread) => (Vec::new(), Some(unread)),
        };
        let measures = workspace.measures_of(code)?;
        let counts = |m: &&Measure| m.status_on(shared.today).is_some_and(|status| status.counts_at(Stage::Planned));
        let planned: Vec<&Measure> = measures.iter().filter(counts).collect();
        let snapshot = &shared.world.snapshot;
        let effect = snapshot.live.find(code).map(|subject| set_effect(subject, &planned, snapshot));
        let all = workspace.all::<LinkedService>()?;
        let linked = all.into_iter().filter(|s| s.members.iter().any(|m| m == code)).collect();
        let record = workspace.procedure(code).unwrap_or_else(|unread| {
            fault = Some(unread);
            None
        });
        let whole = workspace.population(code).unwrap_or_else(|unread| {
            fault = Some(unread);
            None
        });
        let figures = unread.clone().map_or_else(|| sheet_figures(&sheet, &rates, whole.as_ref()), Err);
        let (checklists, answers) = (workspace.all::<Checklist>()?, workspace.review_answers(code)?);
        let observations = workspace.observations(code)?;
        let mut loaded = Self {
            regulation,
            record,
            sheet,
            whole,
            figures,
            rates,
            measures,
            effect,
            linked,
            checklists,
            answers,
            observations,
            provisions: Provisions::default(),
        };
        loaded.provisions = kept.map_or_else(|| Provisions::load(workspace, &loaded, shared.today), Ok)?;
        Ok((Some(loaded), unread.or(fault)))
    }

    /// Cost per year now, đồng; nothing where there is no sheet, or nobody knows how many comply.
    pub(super) fn annual(&self) -> Option<Fraction> {
        self.figures.as_ref().ok().filter(|_| !self.sheet.is_empty()).and_then(|figures| figures.annual)
    }

    /// The figures of the sheet with what is typed in it.
    pub(super) fn figures_of(&self, sheet: &[Activity]) -> Result<SheetFigures, Fault> {
        sheet_figures(sheet, &self.rates, self.whole.as_ref())
    }
}

/// A regulation in hand.
#[derive(Debug)]
pub(in crate::tui) struct Procedure {
    code: String,
    tab: Tab,
    at: String,
    loaded: Option<Loaded>,
    record: record::Reader,
    sheet: sheet::Sheet,
    measures: measures::Measures,
}

impl Procedure {
    fn new(place: &Place, shared: &Shared) -> Self {
        // Who names no tab gets the one that was used last.
        let last = shared.kept.get("procedure-tab").unwrap_or_default();
        let wanted = if place.tab.is_empty() { last } else { place.tab.as_str() };
        let tab = TABS.iter().find(|(_, name)| *name == wanted).map_or(Tab::Record, |(tab, _)| *tab);
        Self {
            code: place.about.clone(),
            tab,
            at: place.at.clone(),
            loaded: None,
            record: record::Reader::default(),
            sheet: sheet::Sheet::default(),
            measures: measures::Measures::new(shared),
        }
    }

    fn tab_name(&self) -> &'static str {
        TABS.iter().find(|(tab, _)| *tab == self.tab).map_or("", |(_, name)| name)
    }
}

impl Screen for Procedure {
    fn place(&self) -> Place {
        let at = match self.tab {
            Tab::Record => String::new(),
            Tab::Sheet => self
                .loaded
                .as_ref()
                .and_then(|l| l.sheet.get(self.sheet.row))
                .map(|row| row.id.clone())
                .unwrap_or_default(),
            Tab::Measures => self.measures.grid.hand().unwrap_or_default().to_owned(),
        };
        let tab = if self.tab == Tab::Record { "record" } else { self.tab_name() };
        Place::about("procedure", &self.code).tab(tab).at(&at)
    }

    fn load(&mut self, from: &Loader<'_>, touch: &Touch) -> Result<()> {
        if !touch.of(&self.code) && self.loaded.is_some() {
            return Ok(());
        }
        let rows_alone = matches!(touch, Touch::Regulations { measures: false, .. });
        let kept = self.loaded.as_ref().filter(|_| rows_alone).map(|loaded| loaded.provisions.clone());
        let (loaded, fault) = Loaded::load(from, &self.code, kept)?;
        let Some(loaded) = loaded else {
            self.loaded = None;
            return Err(Fault::missing(P::Gone.said(&[&self.code])));
        };
        self.record.load(&loaded, from.shared);
        self.sheet.load(&loaded, self.loaded.as_ref());
        self.measures.load(&loaded, from.shared);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            match self.tab {
                Tab::Sheet => self.sheet.row = loaded.sheet.iter().position(|row| row.id == at).unwrap_or(0),
                Tab::Measures => _ = self.measures.grid.go(&at),
                Tab::Record => self.record.go(&at),
            }
        }
        self.loaded = Some(loaded);
        fault.map_or(Ok(()), Err)
    }

    fn around(&self, shared: &Shared) -> Around {
        let count = self.loaded.as_ref().map_or(0, |loaded| loaded.measures.len());
        let measures = if count == 0 {
            shared.word(P::TabMeasures).to_owned()
        } else {
            P::TabMeasuresCount.with(shared.lang, &[&count])
        };
        let tabs = vec![
            shared.word(P::TabRecord).to_owned(),
            shared.word(P::TabSheet).to_owned(),
            measures,
            shared.word(P::TabDocuments).to_owned(),
            shared.word(P::TabHistory).to_owned(),
        ];
        let tab = TABS.iter().position(|(tab, _)| *tab == self.tab).unwrap_or(0);
        let Some(loaded) = &self.loaded else {
            return Around { tabs, tab, left: P::Gone.with(shared.lang, &[&self.code]), right: String::new() };
        };
        let agency = loaded.regulation.agency.as_deref().unwrap_or_default();
        let agency = shared.world.agency(agency, shared.lang);
        let name = loaded
            .regulation
            .name
            .strip_prefix("Thủ tục ")
            .map_or_else(|| loaded.regulation.name.clone(), crate::words::capital);
        // What is in conflict is said wherever it is shown.
        let contested = shared.world.exchange.as_ref().and_then(|corner| corner.contested.get(&self.code));
        let contested = contested.map(|count| format!("≠{count} {} · ", shared.word(HubWord::InConflict)));
        let left = format!("{}{} {name} · {agency}", contested.unwrap_or_default(), self.code);
        let right = match self.tab {
            Tab::Record => self.record.position(shared),
            Tab::Sheet => self.sheet.total(loaded, shared),
            Tab::Measures => loaded.annual().map_or_else(String::new, |annual| {
                let after = loaded.effect.as_ref().map_or(annual, |effect| effect.after.outcome.annual);
                P::BeforeAfter.with(shared.lang, &[&millions_of(annual, shared), &millions_of(after, shared)])
            }),
        };
        Around { tabs, tab, left, right }
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let loaded = self.loaded.as_ref()?;
        match self.tab {
            Tab::Record => None,
            Tab::Sheet => self.sheet.detail(loaded, shared, cells),
            Tab::Measures => self.measures.detail(loaded, shared, cells),
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let Some(loaded) = &self.loaded else {
            frame.render_widget(Line::raw(format!(" {}", P::Gone.with(shared.lang, &[&self.code]))), area);
            return;
        };
        match self.tab {
            Tab::Record => self.record.draw(shared, frame, area),
            Tab::Sheet => self.sheet.draw(loaded, shared, frame, area),
            Tab::Measures => self.measures.draw(shared, frame, area),
        }
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let Some(loaded) = &self.loaded else { return Can::NotHere };
        match what {
            DRAFT => {
                return match (&loaded.record, loaded.sheet.is_empty()) {
                    (None, _) => Can::No(shared.word(P::OnlyProcedures).to_owned()),
                    (_, false) => Can::No(shared.word(P::HasSheet).to_owned()),
                    _ => Can::Yes,
                };
            }
            DOCUMENT | POPULATION => return Can::Yes,
            REVIEW => return Can::when(!loaded.checklists.is_empty(), || shared.word(ReviewWord::NoForms).to_owned()),
            AMEND => return Can::when(!loaded.measures.is_empty(), || shared.word(P::NoMeasureHere).to_owned()),
            _ => {}
        }
        match self.tab {
            Tab::Record => self.record.can(what, shared),
            Tab::Sheet => self.sheet.can(loaded, what, shared),
            Tab::Measures => self.measures.can(what, shared),
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        let word = match (self.tab, what) {
            (Tab::Sheet, id::NEW) => P::DoAddRow,
            (Tab::Sheet, id::DELETE) => P::DoRemoveRow,
            (_, id::NEW) => P::DoAddMeasure,
            (Tab::Measures, id::EDIT) => P::DoEditMeasure,
            (Tab::Measures, id::DELETE) => P::DoRemoveMeasure,
            _ => return None,
        };
        Some(shared.word(word).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        let loaded = self.loaded.as_ref()?;
        match what {
            DRAFT => return Some(super::catalogue::draft_sheets(vec![self.code.clone()], shared)),
            POPULATION => return Some(vec![population::form(loaded, shared)]),
            REVIEW => return Some(vec![review::choose(loaded, shared)]),
            DOCUMENT => return Some(vec![Effect::Open(Place::about("documents", &self.code))]),
            AMEND => return Some(vec![Effect::Open(Place::about("documents", &self.code).tab("amending"))]),
            _ => {}
        }
        match self.tab {
            Tab::Record => self.record.run(what, &self.code),
            Tab::Sheet => self.sheet.run(loaded, what, shared),
            Tab::Measures => self.measures.run(loaded, what, shared),
        }
    }

    fn key(&mut self, key: KeyEvent, shared: &Shared) -> Option<Vec<Effect>> {
        let loaded = self.loaded.as_ref()?;
        match self.tab {
            Tab::Record => self.record.key(key),
            Tab::Sheet => self.sheet.key(loaded, key, shared),
            Tab::Measures => None,
        }
    }

    fn paste(&mut self, text: &str, shared: &Shared) -> Vec<Effect> {
        match (&self.loaded, self.tab) {
            (Some(loaded), Tab::Sheet) => self.sheet.paste(loaded, text, shared),
            (_, Tab::Record) => {
                self.record.paste(text);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn turn(&mut self, tab: usize, _shared: &Shared) -> Vec<Effect> {
        if let Some(elsewhere) = tab.checked_sub(TABS.len()).and_then(|at| ELSEWHERE.get(at)) {
            return vec![Effect::Open(Place::about(elsewhere, &self.code))];
        }
        self.tab = TABS.get(tab).map_or(Tab::Record, |(tab, _)| *tab);
        vec![Effect::Keep("procedure-tab".to_owned(), Some(self.tab_name().to_owned()))]
    }

    fn clicked(&mut self, hit: &Hit, _shared: &Shared) -> bool {
        match self.tab {
            Tab::Record => self.record.clicked(hit),
            Tab::Sheet => self.sheet.clicked(hit),
            Tab::Measures => false,
        }
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        (self.tab == Tab::Measures).then_some(&mut self.measures.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        (self.tab == Tab::Measures).then_some(&self.measures.grid)
    }

    fn draft(&self) -> Option<Draft> {
        self.loaded.as_ref().and_then(|loaded| self.sheet.draft(loaded))
    }

    fn reopen(&mut self, draft: &Draft, shared: &Shared) -> Vec<Effect> {
        let Some(loaded) = &self.loaded else { return Vec::new() };
        if draft.form.starts_with("cell:") {
            self.tab = Tab::Sheet;
            self.sheet.reopen(loaded, draft);
            return Vec::new();
        }
        if let Some(kind) = draft.form.strip_prefix("new-measure:") {
            let form = form::measure_form(loaded, kind, None, shared);
            return form.map(|form| form.filled(&draft.answers).open()).into_iter().collect();
        }
        if let Some(code) = draft.form.strip_prefix("measure:") {
            let measure = loaded.measures.iter().find(|measure| measure.code == code);
            let form = measure.and_then(|m| form::measure_form(loaded, &m.kind, Some(m), shared));
            return form.map(|form| form.filled(&draft.answers).open()).into_iter().collect();
        }
        Vec::new()
    }

    fn refused(&mut self, fault: &Fault, shared: &Shared) {
        self.sheet.refused(fault, shared);
    }

    fn stands(&mut self, standing: Vec<Standing>, shared: &Shared) -> Vec<Effect> {
        self.sheet.stands(standing, shared)
    }

    fn again(&mut self) -> Vec<Effect> {
        match &self.loaded {
            Some(loaded) => self.sheet.again(loaded),
            None => Vec::new(),
        }
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let code = shell_words::quote(&self.code).into_owned();
        let words = match self.tab {
            Tab::Record => format!("show procedure {code}"),
            Tab::Sheet => format!("cost show {code}"),
            Tab::Measures => format!("list measure --where regulation={code}"),
        };
        Some(shared.command_line(&words))
    }
}

/// A cost per year that may not be known, as a screen shows it.
pub(super) fn year(annual: Option<Fraction>, shared: &Shared) -> String {
    annual.map_or_else(|| "?".to_owned(), |annual| millions_of(annual, shared))
}

/// The calendar by which terms are reckoned.
pub(super) fn calendar(shared: &Shared) -> &Calendar {
    &shared.world.calendar
}
