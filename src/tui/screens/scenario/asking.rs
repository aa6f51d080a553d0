//! Asking: the solver searches beside the screen, and what it found is kept as a scenario; what is uncertain is drawn beside the screen too.

use super::chances::{self, Drawn};
use super::{Scenario, question};
use crate::desk::KeepSolution;
use crate::reform::choose::{Finding, Problem, choose};
use crate::tui::layers::Form;
use crate::tui::place::Place;
use crate::tui::screen::{Effect, Screen, Shared, Verb, Work};
use crate::tui::screens::scenarios::{named_fields, stored, usable_code};
use crate::words::Result;
use crate::words::choosing::ChoosingWord as C;
use std::any::Any;
use std::rc::Rc;
use std::time::Instant;

/// What the solver gave.
pub(super) struct Solved(pub(super) Result<Finding>);

/// What was drawn, and of what.
pub(super) struct Draws(pub(super) Result<Drawn>, pub(super) Vec<String>);

impl Scenario {
    /// Opens what the link of the answer names.
    pub(super) fn opens(&self) -> Option<Place> {
        let link = self.answer.link()?;
        Some(match link.split_once('\t') {
            Some((regulation, measure)) => Place::about("procedure", regulation).tab("measures").at(measure),
            None => Place::about("procedure", link),
        })
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
        Some(question::form(set, self.asked.as_ref(), self.place(), shared, move |problem, shared| {
            let (snapshot, today) = (shared.world.snapshot.clone(), shared.today);
            let seconds = u64::from(problem.seconds);
            let asked = remember(problem.clone());
            vec![
                asked,
                Effect::Work(Work {
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
                }),
            ]
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
}

/// Remembers what was asked, so that it is asked again from there.
fn remember(problem: Problem) -> Effect {
    Effect::Screen(Rc::new(move |screen| {
        if let Some(scenario) = screen.downcast_mut::<Scenario>() {
            scenario.asked = Some(problem.clone());
        }
    }))
}
