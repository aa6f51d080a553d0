//! Carrying out what the screens of choosing ask for.

use super::debts::Owed;
use super::lists::of_stage;
use super::{Beside, Chances, Done, Found, Line, ScenarioLines, Table, Wish};
use crate::desk::{
    AcceptSuggestions, CopyScenario, Desk, DismissSuggestion, EditScenario, KeepSolution, NewScenario, can_keep,
    stored_scenario,
};
use crate::exchange::catalog;
use crate::model::Scenario;
use crate::reform::choose::{Problem, choose};
use crate::reform::owes;
use crate::tui::app::Place;
use crate::tui::session::Session;
use crate::view::nouns::uncertainty::described;
use crate::words::choosing::ChoosingWord as C;
use crate::words::{Message, Result, Said};
use std::collections::HashMap;
use std::time::Instant;

impl Session {
    /// Carries out what the screens of choosing ask for.
    pub(in crate::tui) fn choose(&mut self, wish: Wish) -> Result<()> {
        match wish {
            Wish::Show(place) => {
                self.load_board(place)?;
                self.app.go(place);
            }
            Wish::OpenScenario(code) => self.open_scenario(&code)?,
            Wish::EditScenario { code, add, drop } => {
                // What a neighbour took up or dropped meanwhile stays as well.
                let asked =
                    EditScenario { code: &code, add: &add, drop: &drop, gone_is_fine: true, ..Default::default() };
                let edited = self.desk("tui scenario").edit_scenario(asked)?.value;
                self.kept(&edited)?;
            }
            Wish::KeepFound => {
                let who = self.who("tui scenario solve");
                let Some(found) = &self.app.board.found else { return Ok(()) };
                let Some(solution) = found.solution() else { return Ok(()) };
                let asked = KeepSolution { code: found.code(), name: None, solution };
                let kept = Desk::new(&mut self.workspace, who, self.app.today).keep_solution(asked)?.value;
                self.kept(&kept)?;
            }
            Wish::RemoveScenario(code) => {
                self.desk("tui scenario remove").remove_scenario(&code)?;
                self.app.board.marked.remove(&code);
                self.reload()?;
                self.app.tell(C::Removed.with(self.app.lang, &[&code]));
            }
            Wish::CopyScenario { from, to } => {
                let asked = CopyScenario {
                    from: &from,
                    code: &to.code,
                    name: Some(&to.name),
                    programme: Some(to.programme.as_deref().unwrap_or_default()),
                };
                let copied = self.desk("tui scenario copy").copy_scenario(asked)?.value;
                self.app.go(Place::Scenario);
                self.kept(&copied)?;
            }
            Wish::NewScenario(scenario) => {
                let asked = NewScenario {
                    code: &scenario.code,
                    name: Some(&scenario.name),
                    programme: scenario.programme.as_deref(),
                    note: "",
                    measures: &|_| Ok(scenario.measures.clone()),
                };
                let made = self.desk("tui scenario new").new_scenario(asked)?.value;
                self.app.go(Place::Scenario);
                self.kept(&made)?;
            }
            Wish::Beside(codes) => self.beside(&codes)?,
            Wish::TurnBeside => {
                if let Some(beside) = self.app.board.beside.take() {
                    let (axis, lines) = (beside.next_axis(), beside.lines);
                    self.app.board.beside = Some(Beside::new(&self.app.data.snapshot, lines, axis)?);
                }
            }
            Wish::Solve { problem, code } => {
                can_keep(&self.workspace, &code)?;
                self.solve(*problem, code);
            }
            Wish::Draw(code) => self.draw(&code)?,
            Wish::GiveUp => {
                self.jobs.give_up();
                self.app.tell(self.app.said_in(C::GivenUp).to_owned());
            }
            Wish::Accept(id) => self.accept(&id)?,
            Wish::Dismiss { id, reason } => self.dismiss(&id, &reason)?,
        }
        Ok(())
    }

    /// Loads what a screen of choosing shows.
    fn load_board(&mut self, place: Place) -> Result<()> {
        let today = self.app.today;
        match place {
            Place::Scenarios => {
                let programme = self.app.progress().map(|p| p.programme.code.clone());
                let (app, workspace) = (&mut self.app, &self.workspace);
                let asked = (today, app.lang);
                let mut loading = ScenarioLines::default();
                app.board.lines = loading.load(workspace, &app.data.snapshot, asked, programme.as_deref())?;
                let left = app.board.left.take();
                let at = app.board.lines.iter().position(|line| Some(&line.scenario.code) == left.as_ref());
                app.board.line = at.unwrap_or(app.board.line).min(app.board.lines.len().saturating_sub(1));
                let known: Vec<String> = app.board.lines.iter().map(|line| line.scenario.code.clone()).collect();
                app.board.marked.retain(|code| known.contains(code));
            }
            Place::Suggestions => {
                let found = self.workspace.suggestions(&catalog::suggest_rules(None)?, today)?;
                self.app.board.tips.loaded(found);
            }
            Place::Owes => {
                let debts = owes(&self.workspace.ledger()?, today);
                let data = &self.app.data;
                let owed = debts.into_iter().map(|debt| {
                    let code = debt.agency.as_deref().unwrap_or_default();
                    Owed { agency: Said::by(|lang| data.agency(code, lang)), debt }
                });
                let owed = owed.collect();
                self.app.board.debts.loaded(owed, self.app.lang);
            }
            _ => {}
        }
        Ok(())
    }

    /// Loads again what is on screen after the workspace changed.
    pub(in crate::tui) fn reload_board(&mut self) -> Result<()> {
        self.load_board(self.app.place())?;
        if let Some(table) = self.app.board.table.take() {
            // What is stored now, with what was changed here; what is gone stays on screen as it was read.
            let stored = if table.special { None } else { self.workspace.scenario(&table.scenario.code)? };
            let stored = stored.unwrap_or_else(|| table.as_read());
            let (touched, at) = (table.touched, table.at);
            let mut again = self.table(table.over(stored.clone()), table.special)?;
            again.read_from(&stored, touched);
            again.filter = table.filter;
            again.filter();
            again.go(at.min(again.found.len().saturating_sub(1)));
            self.app.board.table = Some(again);
        }
        Ok(())
    }

    /// A scenario by its code: a stored one, or that of a stage over the baseline of the programme in hand.
    fn scenario(&self, code: &str) -> Result<Scenario> {
        if let Some(scenario) = self.workspace.scenario(code)? {
            return Ok(scenario);
        }
        let programme = self.app.progress().map(|p| p.programme.code.as_str());
        let asked = (self.app.today, self.app.lang);
        match of_stage(&self.app.data.snapshot, code, asked, programme) {
            Some(scenario) => Ok(scenario),
            None => stored_scenario(&self.workspace, code),
        }
    }

    fn table(&self, scenario: Scenario, special: bool) -> Result<Table> {
        let snapshot = &self.app.data.snapshot;
        let evaluation = ScenarioLines::default().evaluate(snapshot, &scenario);
        Table::new(snapshot, scenario, special, evaluation, self.app.lang)
    }

    fn open_scenario(&mut self, code: &str) -> Result<()> {
        let special = self.workspace.scenario(code)?.is_none();
        self.app.board.table = Some(self.table(self.scenario(code)?, special)?);
        self.app.go(Place::Scenario);
        Ok(())
    }

    /// Shows a scenario as it was stored.
    fn kept(&mut self, scenario: &Scenario) -> Result<()> {
        let place = self.app.place();
        if place == Place::Scenario || place == Place::Found {
            self.app.board.table = None;
        }
        self.reload()?;
        if place == Place::Scenario || place == Place::Found {
            self.open_scenario(&scenario.code)?;
        }
        self.app.tell(C::Saved.with(self.app.lang, &[&scenario.code, &scenario.measures.len()]));
        Ok(())
    }

    fn beside(&mut self, codes: &[String]) -> Result<()> {
        let lines: Vec<Line> =
            self.app.board.lines.iter().filter(|line| codes.contains(&line.scenario.code)).cloned().collect();
        self.app.board.beside = Some(Beside::new(&self.app.data.snapshot, lines, None)?);
        self.app.go(Place::Compared);
        Ok(())
    }

    fn solve(&mut self, problem: Problem, code: String) {
        let (snapshot, today) = (self.app.data.snapshot.clone(), self.app.today);
        self.app.board.working = Some(C::Solving);
        self.jobs.start(move |given_up| {
            let begun = Instant::now();
            // Who gave up lets the time run out at once.
            let watch = || if given_up.yes() { f64::MAX } else { begun.elapsed().as_secs_f64() };
            Done::Solved(Box::new(choose(&snapshot, &problem, today, &watch)), code)
        });
    }

    fn draw(&mut self, code: &str) -> Result<()> {
        let in_hand = self.app.board.table.as_ref().filter(|table| table.scenario.code == code);
        let scenario = match in_hand.map(Table::chosen) {
            Some(chosen) => chosen,
            None => self.scenario(code)?,
        };
        let frozen = scenario.programme.clone().filter(|code| self.app.data.snapshot.baselines.contains_key(code));
        let loaded = self.workspace.snapshot_with_uncertainty(self.app.today, frozen.as_deref())?;
        let mut names = HashMap::new();
        for uncertainty in &loaded.uncertainties {
            if let Some(found) = described(&self.workspace, &uncertainty.of, self.app.today)? {
                names.insert(uncertainty.of.clone(), found.what);
            }
        }
        self.app.board.working = Some(C::Drawing);
        self.jobs.start(move |_| Done::Drawn(Box::new(Chances::draw(&loaded, scenario, frozen.as_deref(), names))));
        Ok(())
    }

    /// Takes what work beside the screen gave, if it is there.
    pub(in crate::tui) fn finished(&mut self, done: Done) {
        self.app.board.working = None;
        let lang = self.app.lang;
        let fault = match done {
            Done::Solved(finding, code) => match *finding {
                Ok(finding) => {
                    let mut found = Found::new(finding, code, &self.app.data.snapshot, lang);
                    found.laid.lay_out(usize::from(self.app.size.0).saturating_sub(3));
                    self.app.board.found = Some(found);
                    self.app.go(Place::Found);
                    return;
                }
                Err(fault) => fault,
            },
            Done::Drawn(chances) => match *chances {
                Ok(chances) => {
                    self.app.board.chances = Some(chances);
                    self.app.go(Place::Chances);
                    return;
                }
                Err(fault) => fault,
            },
        };
        self.app.complain(fault.message(lang));
    }

    fn accept(&mut self, id: &str) -> Result<()> {
        let (lang, day, ids) = (self.app.lang, self.app.today, [id.to_owned()]);
        let rules = catalog::suggest_rules(None)?;
        let asked = AcceptSuggestions { ids: &ids, rules: &rules, day, due: None, person: None, lang };
        let made = self.desk("tui suggest accept").accept_suggestions(asked)?.value;
        self.reload()?;
        let codes: Vec<&str> = made.iter().map(|(_, code)| code.as_str()).collect();
        self.app.tell(C::Accepted.with(lang, &[&codes.join(", ")]));
        Ok(())
    }

    fn dismiss(&mut self, id: &str, reason: &str) -> Result<()> {
        let (lang, rules) = (self.app.lang, catalog::suggest_rules(None)?);
        let asked = DismissSuggestion { id, rules: &rules, reason, lang };
        let code = self.desk("tui suggest dismiss").dismiss_suggestion(asked)?.value;
        self.reload()?;
        self.app.tell(C::Dismissed.with(lang, &[&code]));
        Ok(())
    }
}
