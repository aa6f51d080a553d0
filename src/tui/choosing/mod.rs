//! The screens of choosing: scenarios and the one in hand, what the solver found, what is uncertain, what dossiers suggest, and who owes what.

mod chances;
mod debts;
mod found;
mod lists;
mod question;
mod table;
mod tips;
mod work;

pub(super) use chances::Chances;
pub(super) use debts::Debts;
pub(super) use found::Found;
pub(super) use lists::{Beside, Line, ScenarioLines};
pub(super) use table::{Reach, Table};
pub(super) use tips::Tips;

use super::app::{App, Effect, Over, Place};
use super::command::Do;
use super::form::{Field, Form, Purpose, edit, insert};
use super::law::steps;
use crate::model::Scenario;
use crate::reform::choose::{Finding, Problem};
use crate::text::clean_line;
use crate::words::choosing::ChoosingWord as C;
use crate::words::{FaultKind, Message, Result};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeSet;
use tui_input::Input;

/// What work beside the screen gave.
#[derive(Debug)]
pub(super) enum Done {
    /// What the solver found, and the code under which it is to be kept.
    Solved(Box<Result<Finding>>, String),
    /// What is uncertain.
    Drawn(Box<Result<Chances>>),
}

/// What the screens of choosing ask to be done to the workspace, or beside the screen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wish {
    /// Load what a screen of choosing shows, and go there.
    Show(Place),
    OpenScenario(String),
    /// Take up and drop measures of a scenario.
    EditScenario {
        code: String,
        add: Vec<String>,
        drop: Vec<String>,
    },
    /// Keep what the solver found.
    KeepFound,
    /// A scenario under a code that none has yet.
    NewScenario(Box<Scenario>),
    /// The measures of a scenario under the code, name and programme of another.
    CopyScenario {
        from: String,
        to: Box<Scenario>,
    },
    RemoveScenario(String),
    /// Show scenarios side by side.
    Beside(Vec<String>),
    /// Split them another way.
    TurnBeside,
    /// Look for a set of measures; the code under which it is to be kept.
    Solve {
        problem: Box<Problem>,
        code: String,
    },
    /// Draw from what is uncertain about a scenario.
    Draw(String),
    /// Give up what is computed beside the screen.
    GiveUp,
    /// Make a measure of a suggestion.
    Accept(String),
    /// Remember that a suggestion is none.
    Dismiss {
        id: String,
        reason: String,
    },
}

impl From<Wish> for Effect {
    fn from(wish: Wish) -> Self {
        Self::Choosing(wish)
    }
}

/// Choosing as far as the screens hold it.
#[derive(Debug, Default)]
pub(super) struct Board {
    pub(super) lines: Vec<Line>,
    pub(super) line: usize,
    /// The scenario that was left: the cursor goes to it when the list is shown.
    pub(super) left: Option<String>,
    /// Codes that are marked to be compared.
    pub(super) marked: BTreeSet<String>,
    pub(super) table: Option<Table>,
    pub(super) beside: Option<Beside>,
    pub(super) found: Option<Found>,
    pub(super) chances: Option<Chances>,
    pub(super) tips: Tips,
    pub(super) debts: Debts,
    /// The words that are being typed to filter what is shown.
    pub(super) asking: Option<Input>,
    /// What is being computed.
    pub(super) working: Option<C>,
}

impl App {
    pub(super) fn said_in(&self, word: C) -> &'static str {
        word.text(self.lang)
    }

    /// The code of the scenario in hand: of the line, or of the table.
    pub(super) fn scenario_code(&self) -> Option<String> {
        self.scenario_in_hand().map(|scenario| scenario.code.clone())
    }

    fn scenario_in_hand(&self) -> Option<&Scenario> {
        match self.place() {
            Place::Scenarios => self.board.lines.get(self.board.line).map(|line| &line.scenario),
            _ => self.board.table.as_ref().map(|table| &table.scenario),
        }
    }

    /// Runs a command on the screens of choosing; nothing when it is none of theirs.
    pub(super) fn run_choosing(&mut self, what: Do) -> Option<Vec<Effect>> {
        let place = self.place();
        if let Some(by) = steps(what) {
            self.step_choosing(place, by);
            return Some(Vec::new());
        }
        let mut effects = Vec::new();
        match (place, what) {
            (Place::Scenarios, Do::Open) => {
                effects.extend(self.scenario_code().map(|code| Wish::OpenScenario(code).into()))
            }
            (Place::Scenarios, Do::Mark) => self.mark(),
            (Place::Scenarios, Do::Compare) => {
                effects.push(Wish::Beside(self.board.marked.iter().cloned().collect()).into());
            }
            (Place::Scenario, Do::Toggle) => self.toggle(|table| table.toggle()),
            (Place::Scenario, Do::ToggleAll) => self.toggle(Table::toggle_all),
            (Place::Scenario, Do::SaveScenario) => effects.extend(self.save_table()),
            (Place::Scenario, Do::Open) => {
                let code = self.board.table.as_ref().and_then(|table| table.hand()).map(|row| row.regulation.clone());
                if let Some(code) = code {
                    (self.row, self.measure) = (0, 0);
                    effects.extend(self.save_table_quietly());
                    effects.push(Effect::Load(code));
                    self.go(Place::Measures);
                }
            }
            (Place::Scenarios | Place::Scenario, Do::Chances) => {
                effects.extend(self.scenario_code().map(|code| Wish::Draw(code).into()));
            }
            (Place::Found, Do::SaveScenario) => effects.extend(self.keep_found()),
            (_, Do::Search) => self.board.asking = Some(std::mem::take(self.filter_in_hand())),
            (Place::Suggestions, Do::Accept) => {
                effects.extend(self.board.tips.hand().map(|tip| Wish::Accept(tip.id.clone()).into()));
            }
            (Place::Owes, Do::Open) => return Some(self.open_debt()),
            (Place::Owes, Do::Group) => self.board.debts.turn(),
            (Place::Owes, Do::Late) => self.board.debts.only_late(self.lang),
            (Place::Compared, Do::Group) => effects.push(Wish::TurnBeside.into()),
            (_, Do::Back) => return Some(self.back_choosing(place)),
            (_, Do::NewScenario | Do::CopyScenario | Do::RemoveScenario | Do::Solve | Do::Dismiss) => {
                self.over = self.choosing_form(what).map(|form| Over::Form(Box::new(form)));
            }
            _ => return None,
        }
        Some(effects)
    }

    fn mark(&mut self) {
        if let Some(code) = self.scenario_code() {
            let marked = &mut self.board.marked;
            if !marked.remove(&code) {
                marked.insert(code);
            }
            self.step_choosing(Place::Scenarios, 1);
        }
    }

    fn toggle(&mut self, change: impl FnOnce(&mut Table) -> Result<()>) {
        let Some(table) = &mut self.board.table else { return };
        if let Err(fault) = change(table) {
            self.complain(fault.message(self.lang));
        }
    }

    fn step_choosing(&mut self, place: Place, by: isize) {
        let board = &mut self.board;
        let moved = |at: usize, length: usize| at.saturating_add_signed(by).min(length.saturating_sub(1));
        match place {
            Place::Scenarios => board.line = moved(board.line, board.lines.len()),
            Place::Scenario => {
                if let Some(table) = &mut board.table {
                    table.go(moved(table.at, table.found.len()));
                }
            }
            Place::Suggestions => board.tips.at = moved(board.tips.at, board.tips.found.len()),
            Place::Owes => board.debts.at = moved(board.debts.at, board.debts.found.len()),
            Place::Found => {
                if let Some(found) = &mut board.found {
                    found.laid.scroll(by);
                }
            }
            Place::Compared => {
                if let Some(beside) = &mut board.beside {
                    beside.top = moved(beside.top, beside.rows.len());
                }
            }
            Place::Chances => {
                if let Some(chances) = &mut board.chances {
                    chances.top = moved(chances.top, chances.tornado.bars.len());
                }
            }
            _ => {}
        }
    }

    fn filter_in_hand(&mut self) -> &mut Input {
        match (self.place(), &mut self.board.table) {
            (Place::Suggestions, _) => &mut self.board.tips.filter,
            (Place::Scenario, Some(table)) => &mut table.filter,
            _ => &mut self.board.debts.filter,
        }
    }

    /// Finds again what the filter in hand leaves.
    fn filter_choosing(&mut self) {
        match (self.place(), &mut self.board.table) {
            (Place::Suggestions, _) => self.board.tips.filter(),
            (Place::Scenario, Some(table)) => table.filter(),
            _ => self.board.debts.filter(self.lang),
        }
    }

    /// A key while a filter is typed: what is left follows at once.
    pub(super) fn key_filter(&mut self, key: KeyEvent) -> Vec<Effect> {
        let Some(mut input) = self.board.asking.take() else { return Vec::new() };
        match key.code {
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return vec![Effect::Quit],
            KeyCode::Enter | KeyCode::Esc => {
                *self.filter_in_hand() = input;
                return Vec::new();
            }
            KeyCode::Up => self.step_choosing(self.place(), -1),
            KeyCode::Down => self.step_choosing(self.place(), 1),
            KeyCode::F(_) => {
                *self.filter_in_hand() = input;
                return self.key(key);
            }
            _ => {
                edit(&mut input, key);
                self.filter_typed(input);
                return Vec::new();
            }
        }
        self.board.asking = Some(input);
        Vec::new()
    }

    /// Takes pasted text while a filter is typed.
    pub(super) fn paste_filter(&mut self, text: &str) {
        if let Some(mut input) = self.board.asking.take() {
            insert(&mut input, &clean_line(text));
            self.filter_typed(input);
        }
    }

    fn filter_typed(&mut self, input: Input) {
        *self.filter_in_hand() = input.clone();
        self.filter_choosing();
        self.board.asking = Some(input);
    }

    fn back_choosing(&mut self, place: Place) -> Vec<Effect> {
        if self.board.working.take().is_some() {
            return vec![Wish::GiveUp.into()];
        }
        let filters = matches!(place, Place::Scenario | Place::Suggestions | Place::Owes);
        if filters && !self.filter_in_hand().value().is_empty() {
            self.filter_in_hand().reset();
            self.filter_choosing();
            return Vec::new();
        }
        match place {
            // What was changed is kept, as one change that can be undone; a variation of a stage asks for a name.
            Place::Scenario => return self.leave_table(),
            Place::Found | Place::Chances if self.board.table.is_some() => self.go(Place::Scenario),
            Place::Found | Place::Chances | Place::Compared => return vec![Wish::Show(Place::Scenarios).into()],
            _ => self.go(Place::Overview),
        }
        Vec::new()
    }

    /// Saves the table in hand; a variation of a stage asks for a name.
    fn save_table(&mut self) -> Option<Effect> {
        let table = self.board.table.as_ref()?;
        if table.special {
            self.over = Some(Over::Form(Box::new(self.named_form(Purpose::KeepTable, C::KeepTitle, ""))));
            return None;
        }
        Some(saved(table))
    }

    /// Saves the table in hand when it was changed and has a name of its own.
    pub(super) fn save_table_quietly(&self) -> Option<Effect> {
        let table = self.board.table.as_ref().filter(|table| table.touched && !table.special)?;
        Some(saved(table))
    }

    /// Asks for a name when the table in hand is a stage that was varied. Who gives none lets the changes go with the next step.
    pub(super) fn asks_to_keep_table(&mut self) -> bool {
        let Some(table) = self.board.table.as_mut().filter(|table| table.touched && table.special) else {
            return false;
        };
        table.touched = false;
        self.over = Some(Over::Form(Box::new(self.named_form(Purpose::KeepTable, C::KeepTitle, ""))));
        true
    }

    fn leave_table(&mut self) -> Vec<Effect> {
        if self.asks_to_keep_table() {
            return Vec::new();
        }
        let mut effects: Vec<Effect> = self.save_table_quietly().into_iter().collect();
        self.board.left = self.board.table.take().map(|table| table.scenario.code);
        effects.push(Wish::Show(Place::Scenarios).into());
        effects
    }

    fn keep_found(&self) -> Option<Effect> {
        self.board.found.as_ref()?.solution()?;
        Some(Wish::KeepFound.into())
    }

    fn named_form(&self, purpose: Purpose, title: C, code: &str) -> Form {
        let fields = vec![
            Field::line("code", self.said_in(C::Code), code),
            Field::line("name", self.said_in(C::Name), ""),
            Field::choice("programme", self.said_in(C::Over), self.programme_options(), self.programme_of_table()),
        ];
        Form::new(purpose, self.said_in(title).to_owned(), fields)
    }

    fn programme_of_table(&self) -> &str {
        let of_table = self.board.table.as_ref().and_then(|table| table.scenario.programme.as_deref());
        of_table.or_else(|| self.progress().map(|p| p.programme.code.as_str())).unwrap_or_default()
    }

    /// The registers that a scenario can stand over: the living catalogue, or the baseline of a programme.
    pub(super) fn programme_options(&self) -> Vec<(String, String)> {
        let live = (String::new(), self.said_in(C::LivingCatalogue).to_owned());
        let programme = |p: &crate::model::Programme| {
            let name = p.name_in(self.lang);
            (p.code.clone(), format!("{} · {name}", p.code))
        };
        std::iter::once(live).chain(self.data.snapshot.programmes.iter().map(programme)).collect()
    }

    fn choosing_form(&self, what: Do) -> Option<Form> {
        match what {
            Do::NewScenario => Some(self.named_form(Purpose::NewScenario, C::NewTitle, "")),
            Do::CopyScenario => {
                let code = self.scenario_code()?;
                let copy = format!("{code}-2");
                Some(self.named_form(Purpose::CopyScenario { code }, C::CopyTitle, &copy))
            }
            Do::RemoveScenario => {
                let code = self.scenario_code()?;
                let title = C::RemoveQuestion.with(self.lang, &[&code]);
                Some(Form::new(Purpose::RemoveScenario { code }, title, Vec::new()))
            }
            Do::Solve => Some(self.solve_form()),
            Do::Dismiss => {
                let id = self.board.tips.hand()?.id.clone();
                let field = Field::line("reason", self.said_in(C::Reason), "");
                Some(Form::new(Purpose::Dismiss { id }, self.said_in(C::DismissTitle).to_owned(), vec![field]))
            }
            _ => None,
        }
    }

    fn open_debt(&mut self) -> Vec<Effect> {
        let Some(code) = self.board.debts.hand().and_then(|debt| debt.regulation().map(str::to_owned)) else {
            self.complain(self.said_in(C::OnlyMeasuresOpen).to_owned());
            return Vec::new();
        };
        (self.row, self.measure) = (0, 0);
        self.go(Place::Measures);
        vec![Effect::Load(code)]
    }

    /// A code that a scenario can bear.
    ///
    /// # Errors
    /// Why it cannot, in words.
    pub(super) fn usable_code(&self, code: &str) -> Result<String, String> {
        if code.is_empty() {
            return Err(self.said_in(C::CodeMissing).to_owned());
        }
        Scenario::code_of(code, FaultKind::Usage).map_err(|fault| {
            let hint = fault.hint_text(self.lang).map(|hint| format!(" – {hint}")).unwrap_or_default();
            fault.message(self.lang) + &hint
        })
    }

    /// What becomes of a scenario that was named in a form.
    ///
    /// # Errors
    /// The code is missing, or stands for a stage.
    pub(super) fn named(&self, form: &Form) -> Result<Effect, String> {
        let answer = |id: &str| form.answer(id).unwrap_or_default();
        let code = self.usable_code(&answer("code"))?;
        let table = self.board.table.as_ref().filter(|_| form.purpose == Purpose::KeepTable);
        let scenario = Scenario {
            name: answer("name"),
            programme: Some(answer("programme")).filter(|programme| !programme.is_empty()),
            measures: table.map(|table| table.chosen().measures).unwrap_or_default(),
            note: String::new(),
            problem: String::new(),
            code,
        };
        let wish = match &form.purpose {
            Purpose::CopyScenario { code } => Wish::CopyScenario { from: code.clone(), to: Box::new(scenario) },
            _ => Wish::NewScenario(Box::new(Scenario {
                name: if scenario.name.is_empty() { scenario.code.clone() } else { scenario.name },
                ..scenario
            })),
        };
        Ok(wish.into())
    }
}

/// What keeps the changes of a table.
fn saved(table: &Table) -> Effect {
    let (add, drop) = table.edits();
    Wish::EditScenario { code: table.scenario.code.clone(), add, drop }.into()
}
