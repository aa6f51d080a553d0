//! A scenario: its measures taken up and dropped by Space with the figures following at once, what the solver would choose, and how sure it all
//! is. Nothing is written until it is saved.

mod answer;
mod asking;
mod chances;
mod chart;
mod draw;
mod question;
mod ranges;
mod set;
mod trying;

use super::scenarios::lines::{Registers, of_stage};
use super::scenarios::{copied, rename_form};
use crate::desk::stored_scenario;
use crate::model::Scenario as Stored;
use crate::reform::choose::{Finding, Problem, Solution};
use crate::text::width::{middle, wrap};
use crate::tui::command::{Can, Group, command, id};
use crate::tui::kept::Draft;
use crate::tui::layers::Form;
use crate::tui::place::Place;
use crate::tui::screen::{Around, Detail, Effect, Entry, Hit, Loader, Screen, Shared};
use crate::tui::status::Sign;
use crate::tui::widgets::grid::{Grid, Seen, Shape, Width};
use crate::tui::widgets::pager::Pager;
use crate::tui::world::Touch;
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use asking::{Draws, Solved};
use chances::Chances;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use set::Set;
use std::any::Any;
use std::collections::BTreeMap;
use trying::tried_of;

/// The command that asks the solver.
pub(in crate::tui) const SOLVE: &str = "scenario.solve";
const DRAW: &str = "scenario.draw";
const COPY: &str = "scenario.copy";

pub(in crate::tui) const ENTRY: Entry = Entry {
    name: "scenario",
    title: W::Scenarios,
    listed: false,
    under: "scenarios",
    commands: &[
        command(SOLVE, &[], W::DoSolve, Group::Look, 0),
        command(DRAW, &[], W::DoDraw, Group::Look, 0),
        command(COPY, &[], W::DoCopyScenario, Group::Change, 0),
    ],
    open: |place, shared| Box::new(Scenario::new(place, shared)),
    count: |_| String::new(),
};

static SHAPE: Shape = Shape {
    name: "scenario",
    key: "code",
    columns: &[
        Seen { key: "sign", title: None, width: Width::Cells(4), drop: 0 },
        Seen { key: "code", title: None, width: Width::Cells(15), drop: 2 },
        Seen { key: "title", title: None, width: Width::Text, drop: 0 },
        Seen { key: "status", title: None, width: Width::Cells(11), drop: 4 },
        Seen { key: "level", title: None, width: Width::Cells(10), drop: 3 },
        Seen { key: "effort", title: None, width: Width::Cells(5), drop: 1 },
        Seen { key: "alone_dong", title: None, width: Width::Money, drop: 0 },
    ],
    facets: &["standing", "status", "level", "agency", "person"],
    searched: &["code", "title", "level", "regulation", "person"],
    sort: "",
};

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Set,
    Steps,
    Solve,
    Chances,
}

const TABS: [(Tab, &str, C); 4] = [
    (Tab::Set, "", C::SetTab),
    (Tab::Steps, "steps", C::StepsTab),
    (Tab::Solve, "solve", C::SolveTab),
    (Tab::Chances, "chances", C::ChancesTab),
];

/// The name under which what was taken up and dropped is kept.
const TRIED: &str = "set";

/// From so many rows of the body on, the steps stand below the measures.
const STEPS_BELOW: u16 = 26;

/// A scenario in hand.
#[derive(Debug)]
pub(in crate::tui) struct Scenario {
    code: String,
    tab: Tab,
    grid: Grid,
    set: Option<Set>,
    /// What was taken up and dropped before, and is not in the set yet.
    tried: Option<(Vec<String>, Vec<String>)>,
    answer: Pager,
    solution: Option<Box<Solution>>,
    /// What was asked last.
    asked: Option<Problem>,
    chances: Chances,
    at: String,
}

impl Scenario {
    fn new(place: &Place, shared: &Shared) -> Self {
        let mut made = Self {
            code: place.about.clone(),
            tab: TABS.iter().find(|(_, name, _)| *name == place.tab).map_or(Tab::Set, |(tab, ..)| *tab),
            grid: Grid::new(&SHAPE, shared),
            set: None,
            tried: None,
            answer: Pager::default(),
            solution: None,
            asked: None,
            chances: Chances::default(),
            at: place.at.clone(),
        };
        // What was tried and kept yesterday is tried still.
        let name =
            Draft { place: made.place(), form: TRIED.to_owned(), title: String::new(), answers: BTreeMap::new() }
                .name();
        if let Some(draft) = shared.kept.read::<Draft>(&name) {
            made.tried = Some(tried_of(&draft));
        }
        made.answer.take(answer::none(shared));
        made
    }

    /// The place of the measure in hand.
    fn hand(&self) -> Option<usize> {
        self.set.as_ref()?.place(self.grid.hand()?)
    }

    fn is_touched(&self) -> bool {
        self.set.as_ref().is_some_and(Set::is_touched)
    }

    /// The tabs that there are in a window of this size: the steps stand below the measures where there is room.
    fn tabs(&self, shared: &Shared) -> Vec<(Tab, &'static str, C)> {
        let beside = shared.wide() && shared.size.1 >= STEPS_BELOW + 5;
        TABS.into_iter().filter(|(tab, ..)| *tab != Tab::Steps || !beside || self.tab == Tab::Steps).collect()
    }
}

impl Screen for Scenario {
    fn place(&self) -> Place {
        let tab = TABS.iter().find(|(tab, ..)| *tab == self.tab).map_or("", |(_, name, _)| name);
        Place::about("scenario", &self.code).tab(tab).at(self.grid.hand().unwrap_or(&self.at))
    }

    fn load(&mut self, from: &Loader<'_>, _touch: &Touch) -> Result<()> {
        let shared = from.shared;
        let snapshot = &shared.world.snapshot;
        let asked = (shared.lang, shared.today);
        let stored = from.workspace.scenario(&self.code)?;
        let special = stored.is_none();
        let programme = shared.programme().map(|p| p.code.clone());
        let of_stage = || of_stage(snapshot, &self.code, (shared.today, shared.lang), programme.as_deref());
        let scenario: Stored = match (stored.or_else(of_stage), &self.set) {
            (Some(scenario), _) => scenario,
            // What is gone stays on screen as it was read.
            (None, Some(set)) => set.scenario.clone(),
            (None, None) => stored_scenario(from.workspace, &self.code)?,
        };
        // What is stored now, with what was changed here.
        let tried = self.set.as_ref().map(Set::edits).or_else(|| self.tried.take());
        let evaluation = Registers::default().evaluate(snapshot, &scenario);
        let mut set = Set::new(snapshot, scenario, special, evaluation, asked)?;
        if let Some((added, dropped)) = tried {
            set.vary(&added, &dropped)?;
        }
        self.grid.take(set.table(shared), shared);
        if self.tab == Tab::Chances {
            self.chances.load(from, &set.chosen())?;
        }
        self.set = Some(set);
        if !self.at.is_empty() {
            let at = std::mem::take(&mut self.at);
            self.grid.go(&at);
        }
        Ok(())
    }

    fn around(&self, shared: &Shared) -> Around {
        let tabs = self.tabs(shared);
        let tab = tabs.iter().position(|(tab, ..)| *tab == self.tab).unwrap_or(0);
        let mut around = Around {
            tabs: tabs.iter().map(|(.., word)| shared.word(*word).to_owned()).collect(),
            tab,
            left: self.code.clone(),
            right: String::new(),
        };
        if let Some(set) = &self.set {
            let name = &set.scenario.name;
            let code = if set.special || *name == self.code { String::new() } else { format!("{} ", self.code) };
            around.left = format!("{code}{name} · {}", draw::over(set, shared));
            if let (Tab::Set, Some(filtered)) = (self.tab, self.grid.filtered(shared)) {
                around.left = format!("{code}{name} · {filtered}");
            }
            around.right = match (set.is_touched(), self.tab) {
                (true, _) => format!("{} ✱", shared.word(C::Unsaved)),
                (false, Tab::Set) => self.grid.told(shared),
                (false, Tab::Chances) => C::RangesCount.with(shared.lang, &[&self.chances.ranges.len()]),
                (false, _) => String::new(),
            };
        }
        around
    }

    fn detail(&self, shared: &Shared, cells: usize) -> Option<Detail> {
        let lang = shared.lang;
        match self.tab {
            Tab::Set => {
                let (set, at) = (self.set.as_ref()?, self.hand()?);
                let row = &set.rows[at];
                let status = row.status.map(|status| format!(" · {}", status.word(lang))).unwrap_or_default();
                let title = format!("{}{status}", row.code);
                let place = self.grid.position().map(|(at, of)| W::RowOf.with(lang, &[&at, &of]));
                let lines = draw::detail(set, at, shared, cells);
                Some(Detail { title, right: place.unwrap_or_default(), lines })
            }
            Tab::Chances => {
                let range = self.chances.hand()?;
                let known = &range.uncertainty;
                let show = |value| crate::cost::explain::show(value, lang);
                let likely = known.likely.map(|value| format!("{} – ", show(value))).unwrap_or_default();
                let span = format!("{} – {likely}{}", show(known.low), show(known.high));
                let text = C::RangeSaid.with(
                    lang,
                    &[&known.spread.text(lang), &span, &range.point, &known.provenance.text(lang), &known.source],
                );
                let mut lines: Vec<Line<'static>> = wrap(&text, cells).into_iter().map(Line::raw).collect();
                if range.outside {
                    let said = wrap(shared.word(C::OutsideRange), cells);
                    lines.splice(0..0, said.into_iter().map(|line| Line::styled(line, shared.theme.warning())));
                }
                let title = middle(range.what.text(lang), cells.saturating_sub(2));
                Some(Detail { title, right: String::new(), lines })
            }
            Tab::Steps | Tab::Solve => None,
        }
    }

    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        match (self.tab, &self.set) {
            (_, None) => {}
            (Tab::Set, Some(set)) if set.rows.is_empty() => {
                let lines = wrap(shared.word(C::NoMeasure), usize::from(area.width).saturating_sub(2));
                let lines: Vec<Line<'_>> = lines.into_iter().map(|line| Line::raw(format!(" {line}"))).collect();
                frame.render_widget(Text::from(lines), area);
            }
            (Tab::Set, Some(set)) => self.draw_set(set, shared, frame, area),
            (Tab::Steps, Some(set)) => {
                let title = Line::styled(format!(" {}", shared.word(C::StepsTitle)), shared.theme.heading());
                let mut lines = vec![title];
                let rows = usize::from(area.height).saturating_sub(1);
                lines.extend(draw::waterfall(set, shared, area.width.into(), rows));
                frame.render_widget(Text::from(lines), area);
            }
            (Tab::Solve, Some(_)) => self.answer.draw(shared, frame, area),
            (Tab::Chances, Some(_)) => chart::draw(&self.chances, shared, frame, area),
        }
    }

    fn can(&self, what: &str, shared: &Shared) -> Can {
        let special = self.set.as_ref().is_none_or(|set| set.special);
        let any = || Can::when(self.hand().is_some(), || shared.word(W::NoRowHere).to_owned());
        let ranged = || Can::when(self.chances.hand().is_some(), || shared.word(W::NoRowHere).to_owned());
        match (self.tab, what) {
            (_, SOLVE | DRAW | COPY) => Can::when(self.set.is_some(), || shared.word(W::NoRowHere).to_owned()),
            (Tab::Set, id::OPEN | id::MARK | id::MARK_ALL) => any(),
            (Tab::Set | Tab::Steps | Tab::Chances, id::SAVE) => {
                Can::when(self.is_touched(), || shared.word(C::NothingTried).to_owned())
            }
            (Tab::Set, id::EDIT) => Can::when(!special, || shared.word(C::StageStays).to_owned()),
            (Tab::Solve, id::OPEN) => Can::when(self.answer.link().is_some(), || shared.word(C::NoLinkYet).to_owned()),
            (Tab::Solve, id::SAVE) => Can::when(self.solution.is_some(), || shared.word(C::NothingFoundYet).to_owned()),
            (Tab::Solve, id::EDIT | id::NEXT_PANE | id::PREVIOUS_PANE) => Can::Yes,
            (Tab::Solve, what) => self.answer.can(what, shared),
            (Tab::Chances, id::NEW | id::UP | id::DOWN) => Can::Yes,
            (Tab::Chances, id::EDIT | id::DELETE) => ranged(),
            _ => Can::NotHere,
        }
    }

    fn named(&self, what: &str, shared: &Shared) -> Option<String> {
        let word = match (self.tab, what) {
            (Tab::Set, id::MARK) => C::Toggle,
            (Tab::Set, id::MARK_ALL) => C::ToggleAll,
            (Tab::Set, id::EDIT) => C::Rename,
            (Tab::Solve, id::EDIT) => C::AskSolver,
            (Tab::Solve, id::SAVE) => C::KeepFound,
            (Tab::Solve, id::NEXT_PANE) => C::NextLink,
            (Tab::Chances, id::NEW) => C::RangeNew,
            (Tab::Chances, id::EDIT) => C::RangeEdit,
            _ => return None,
        };
        Some(shared.word(word).to_owned())
    }

    fn run(&mut self, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        match (self.tab, what) {
            (_, SOLVE) | (Tab::Solve, id::EDIT) => {
                self.tab = Tab::Solve;
                return Some(self.question(shared).map(Form::open).into_iter().collect());
            }
            (_, DRAW) if self.tab != Tab::Chances || self.chances.loaded.is_none() => {
                self.tab = Tab::Chances;
                self.chances.drawn = None;
                return Some(vec![Effect::Reload, Effect::Run(DRAW)]);
            }
            (_, DRAW) => return Some(self.draw_chances(shared)),
            (_, COPY) => {
                let codes = self.set.as_ref().map(Set::codes).unwrap_or_default();
                return Some(vec![self.keep_form(codes, "", shared).open()]);
            }
            (Tab::Solve, id::OPEN) => return Some(self.opens().map(Effect::Open).into_iter().collect()),
            (Tab::Solve, id::SAVE) => return Some(self.keep_found(shared)),
            (Tab::Solve, id::NEXT_PANE | id::PREVIOUS_PANE) => self.answer.next_link(what == id::NEXT_PANE),
            (Tab::Solve, id::COPY) => return Some(copied(&self.answer, shared)),
            (Tab::Solve, what) if self.answer.run(what) => {}
            (Tab::Chances, id::UP) => self.chances.at = self.chances.at.saturating_sub(1),
            (Tab::Chances, id::DOWN) => {
                self.chances.at = (self.chances.at + 1).min(self.chances.ranges.len().saturating_sub(1));
            }
            (Tab::Chances, id::NEW) => {
                let form = ranges::form(self.chances.parameters.clone(), None, self.place(), shared);
                return Some(vec![form.open()]);
            }
            (Tab::Chances, id::EDIT) => {
                let range = self.chances.hand()?;
                let form = ranges::form(self.chances.parameters.clone(), Some(range), self.place(), shared);
                return Some(vec![form.open()]);
            }
            (Tab::Chances, id::DELETE) => return Some(vec![ranges::remove(self.chances.hand()?, shared)]),
            (Tab::Set, id::OPEN) => {
                let row = &self.set.as_ref()?.rows[self.hand()?];
                return Some(vec![Effect::Open(
                    Place::about("procedure", &row.regulation).tab("measures").at(&row.code),
                )]);
            }
            (Tab::Set, id::MARK) => {
                let at = self.hand()?;
                let effects = self.toggle(&[at], shared);
                self.grid.run(id::DOWN, shared);
                return Some(effects);
            }
            (Tab::Set, id::MARK_ALL) => {
                let set = self.set.as_ref()?;
                let seen: Vec<usize> = self.grid.seen().filter_map(|code| set.place(code)).collect();
                let all_in = seen.iter().all(|at| set.is_in(*at));
                let places: Vec<usize> = seen.into_iter().filter(|at| set.is_in(*at) == all_in).collect();
                return Some(self.toggle(&places, shared));
            }
            (Tab::Set, id::EDIT) => {
                return Some(vec![rename_form(&self.set.as_ref()?.scenario, self.place(), shared).open()]);
            }
            (_, id::SAVE) => return Some(self.save(shared)),
            (Tab::Set, id::BACK) if !self.grid.state.words.is_empty() => return None,
            (_, id::BACK) if self.is_touched() => {
                // What would be saved is seen behind the question.
                self.tab = Tab::Set;
                return Some(self.ask_leaving(shared));
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    fn key(&mut self, key: KeyEvent, _shared: &Shared) -> Option<Vec<Effect>> {
        (self.tab == Tab::Solve && self.answer.key(key)).then(Vec::new)
    }

    fn turn(&mut self, tab: usize, shared: &Shared) -> Vec<Effect> {
        let Some((tab, ..)) = self.tabs(shared).get(tab).copied() else { return Vec::new() };
        self.tab = tab;
        let codes = self.set.as_ref().map(Set::codes).unwrap_or_default();
        if tab == Tab::Chances && !self.chances.is_of(&codes) {
            return vec![Effect::Reload, Effect::Run(DRAW)];
        }
        Vec::new()
    }

    fn grid(&mut self) -> Option<&mut Grid> {
        (self.tab == Tab::Set).then_some(&mut self.grid)
    }

    fn grid_seen(&self) -> Option<&Grid> {
        (self.tab == Tab::Set).then_some(&self.grid)
    }

    fn draft(&self) -> Option<Draft> {
        let set = self.set.as_ref().filter(|set| set.is_touched())?;
        let (added, dropped) = set.edits();
        let answers = [("add".to_owned(), added.join(",")), ("drop".to_owned(), dropped.join(","))];
        Some(Draft {
            place: Place::about("scenario", &self.code),
            form: TRIED.to_owned(),
            title: set.scenario.name.clone(),
            answers: BTreeMap::from(answers),
        })
    }

    fn reopen(&mut self, draft: &Draft, shared: &Shared) -> Vec<Effect> {
        let form = match draft.form.as_str() {
            "solve" => self.question(shared),
            "range" => Some(ranges::form(self.chances.parameters.clone(), None, self.place(), shared)),
            "name" => self.set.as_ref().map(|set| rename_form(&set.scenario, self.place(), shared)),
            "keep" => Some(self.keep_form(self.set.as_ref().map(Set::codes).unwrap_or_default(), "", shared)),
            // What was tried is taken up when the screen is opened; what the solver found is gone.
            _ => None,
        };
        form.map(|form| form.filled(&draft.answers).open()).into_iter().collect()
    }

    fn finished(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        let fault = |fault: &crate::words::Fault| vec![Effect::Say(Sign::Fault, shared.fault(fault))];
        match done.downcast::<Solved>() {
            Ok(solved) => match solved.0 {
                Ok(finding) => {
                    self.tab = Tab::Solve;
                    self.answer = Pager::new(answer::laid(&finding, shared));
                    self.solution = match finding {
                        Finding::Solved(solution) => Some(solution),
                        _ => None,
                    };
                    Vec::new()
                }
                Err(wrong) => fault(&wrong),
            },
            Err(other) => match other.downcast::<Draws>().map(|draws| *draws) {
                Ok(Draws(Ok(drawn), codes)) => {
                    self.chances.drawn = Some(drawn);
                    let ranges = self.chances.ranges.iter().map(|range| range.uncertainty.clone()).collect();
                    self.chances.drawn_of = Some((codes, ranges));
                    Vec::new()
                }
                Ok(Draws(Err(wrong), _)) => fault(&wrong),
                Err(_) => Vec::new(),
            },
        }
    }

    fn called(&self) -> Option<String> {
        self.set.as_ref().filter(|set| set.special).map(|set| set.scenario.name.clone())
    }

    fn any(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }

    fn clicked(&mut self, hit: &Hit, _shared: &Shared) -> bool {
        match (self.tab, hit) {
            (Tab::Solve, Hit::Link(at)) => {
                self.answer.take_link(*at);
                true
            }
            (Tab::Chances, Hit::Row(at)) => {
                self.chances.at = (*at).min(self.chances.ranges.len().saturating_sub(1));
                false
            }
            _ => false,
        }
    }

    fn command_line(&self, shared: &Shared) -> Option<String> {
        let code = shell_words::quote(&self.code);
        let words = match self.tab {
            Tab::Set | Tab::Steps => format!("scenario show {code}"),
            Tab::Solve => format!("scenario solve --again {code}"),
            Tab::Chances => format!("scenario chance {code}"),
        };
        Some(shared.command_line(&words))
    }
}
