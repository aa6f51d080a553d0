//! What is done to a scenario: saved, copied, asked of the solver, drawn from; each as a change at the desk or as work beside the screen.

use super::chances::{self, Drawn};
use super::set::Set;
use super::{Scenario, question};
use crate::desk::{EditScenario, KeepSolution, NewScenario};
use crate::reform::choose::{Finding, choose};
use crate::tui::command::id;
use crate::tui::layers::{Field, Form, Item, ask};
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Screen, Shared, Verb, Work};
use crate::tui::screens::scenarios::{named_fields, programmes, stored, usable_code};
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use std::any::Any;
use std::time::Instant;

/// What the solver gave.
pub(super) struct Solved(pub(super) Result<Finding>);

/// What was drawn, and of what.
pub(super) struct Draws(pub(super) Result<Drawn>, pub(super) Vec<String>);

impl Scenario {
    /// Saves what was taken up and dropped; of a stage a scenario of its own is made.
    pub(super) fn save(&self, shared: &Shared) -> Vec<Effect> {
        let Some(set) = &self.set else { return Vec::new() };
        if set.special {
            return vec![self.keep_form(set.codes(), "", shared).open()];
        }
        let (code, (add, drop)) = (set.scenario.code.clone(), set.edits());
        vec![Verb::plain("tui scenario", move |desk| {
            // What a neighbour took up or dropped meanwhile stays as well.
            let asked = EditScenario { code: &code, add: &add, drop: &drop, gone_is_fine: true, ..Default::default() };
            Ok(stored(desk.edit_scenario(asked)?, false))
        })]
    }

    /// The form of a scenario of its own with these measures.
    pub(super) fn keep_form(&self, measures: Vec<String>, code: &str, shared: &Shared) -> Form {
        let programme = self.set.as_ref().and_then(|set| set.scenario.programme.clone()).unwrap_or_default();
        let mut fields = named_fields(shared, code, "");
        fields.push(Field::choice("programme", shared.word(C::Over), programmes(shared), &programme));
        let form = Form::new(shared.word(C::KeepTitle), fields, move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let code = usable_code(&answer("code"), shared)?;
            let (name, programme, measures) = (answer("name"), answer("programme"), measures.clone());
            Ok(vec![Verb::plain("tui scenario new", move |desk| {
                let asked = NewScenario {
                    code: &code,
                    name: Some(&name),
                    programme: Some(&programme),
                    note: "",
                    measures: &|_| Ok(measures.clone()),
                };
                let mut made = stored(desk.new_scenario(asked)?, true);
                // The stage is as it was: what was tried is saved elsewhere.
                made.value.then.insert(0, Effect::Back);
                Ok(made)
            })])
        });
        form.drafted(self.place(), "keep")
    }

    /// The form that keeps what the solver found.
    pub(super) fn keep_found(&self, shared: &Shared) -> Vec<Effect> {
        let Some(solution) = self.solution.clone() else { return Vec::new() };
        let found = self.set.as_ref().filter(|set| set.scenario.is_found());
        let code = found.map_or("", |set| set.scenario.code.as_str());
        let form = Form::new(shared.word(C::KeepFoundTitle), named_fields(shared, code, ""), move |answers, shared| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let code = usable_code(&answer("code"), shared)?;
            let (name, solution) = (answer("name"), solution.clone());
            Ok(vec![Verb::plain("tui scenario solve", move |desk| {
                let asked = KeepSolution { code: &code, name: Some(&name), solution: &solution };
                Ok(stored(desk.keep_solution(asked)?, true))
            })])
        });
        vec![form.drafted(self.place(), "keep-found").open()]
    }

    /// The form that asks the solver, which then searches beside the screen.
    pub(super) fn question(&self, shared: &Shared) -> Option<Form> {
        let set = self.set.as_ref()?;
        let place = Place::about("scenario", &self.code);
        Some(question::form(set, self.place(), shared, move |problem, shared| {
            let (snapshot, today) = (shared.world.snapshot.clone(), shared.today);
            let seconds = u64::from(problem.seconds);
            vec![Effect::Work(Work {
                name: shared.word(C::Solving).to_owned(),
                place: place.clone(),
                run: Box::new(move |watch| {
                    let begun = Instant::now();
                    let clock = || {
                        let gone = begun.elapsed().as_secs_f64();
                        watch.at(begun.elapsed().as_secs().min(seconds), seconds);
                        // Who gave up lets the time run out at once.
                        if watch.given_up() { f64::MAX } else { gone }
                    };
                    Box::new(Solved(choose(&snapshot, &problem, today, &clock))) as Box<dyn Any + Send>
                }),
            })]
        }))
    }

    /// Draws from what is uncertain, beside the screen.
    pub(super) fn draw_chances(&self, shared: &Shared) -> Vec<Effect> {
        let (Some(loaded), Some(set)) = (self.chances.loaded.clone(), &self.set) else { return Vec::new() };
        if self.chances.ranges.is_empty() {
            return Vec::new();
        }
        let scenario = set.chosen();
        vec![Effect::Work(Work {
            name: shared.word(C::Drawing).to_owned(),
            place: Place::about("scenario", &self.code),
            run: Box::new(move |_| {
                let drawn = chances::draw(&loaded, &scenario);
                Box::new(Draws(drawn, scenario.measures)) as Box<dyn Any + Send>
            }),
        })]
    }

    /// Asks before what was tried is left; the choice in hand keeps it.
    pub(super) fn ask_leaving(&self, shared: &Shared) -> Vec<Effect> {
        let items = vec![
            Item::new(shared.word(C::KeepTried), "", |_| vec![Effect::LeaveForm { keep: true }, Effect::Back]),
            Item::new(shared.word(W::DoSave), "", |_| vec![Effect::Run(id::SAVE)]),
            Item::new(shared.word(C::DropTried), "", |_| vec![Effect::Back]),
            ask::nothing(shared.word(W::StayHere)),
        ];
        vec![ask::choices(shared.word(C::TriedTitle), vec![self.tried_told(shared)], items)]
    }

    pub(super) fn tried_told(&self, shared: &Shared) -> String {
        let (added, dropped) = self.set.as_ref().map(Set::edits).unwrap_or_default();
        C::TriedAbout.with(shared.lang, &[&added.len(), &dropped.len()])
    }
}
