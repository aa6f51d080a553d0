//! What is uncertain about a scenario: intervals, the probability of each target, and the parameters that matter; and the ranges that are stated.

use crate::model::{Scenario, Target, Uncertainty};
use crate::reform::Register;
use crate::reform::chance::{Bar, Case, Chance, Draws, Question, Scale, Tornado, chance, outside, tornado};
use crate::store::UncertainSnapshot;
use crate::text::{Lang, fold};
use crate::tui::screen::Loader;
use crate::view::Cell;
use crate::view::nouns::uncertainty::described;
use crate::words::{Message, Result, Said};
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

/// What was drawn.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) chance: Chance,
    pub(super) tornado: Tornado,
}

/// A range that is stated: what it stands on in words, and the value in use.
#[derive(Debug, Clone)]
pub(super) struct Range {
    pub(super) uncertainty: Uncertainty,
    pub(super) what: Said,
    /// As people read it; empty where the parameter is gone.
    pub(super) point: String,
    /// Whether the value in use lies outside of it.
    pub(super) outside: bool,
}

/// A parameter that a range can be stated of.
#[derive(Debug)]
pub(super) struct Parameter {
    /// As the answer of uncertainty writes it.
    pub(super) of: String,
    pub(super) label: String,
    pub(super) point: String,
    pub(super) folded: String,
}

/// What is uncertain about a scenario, as far as it is loaded and drawn.
#[derive(Debug, Default)]
pub(super) struct Chances {
    pub(super) loaded: Option<Arc<UncertainSnapshot>>,
    pub(super) ranges: Vec<Range>,
    pub(super) parameters: Rc<Vec<Parameter>>,
    pub(super) drawn: Option<Drawn>,
    /// The set and the ranges that were drawn from.
    pub(super) drawn_of: Option<(Vec<String>, Vec<Uncertainty>)>,
    pub(super) at: usize,
    pub(super) top: std::cell::Cell<usize>,
}

impl Chances {
    /// Takes what is stated from the workspace.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn load(&mut self, from: &Loader<'_>, scenario: &Scenario) -> Result<()> {
        let (workspace, shared) = (from.workspace, from.shared);
        let frozen = scenario.programme.as_deref().filter(|code| shared.world.snapshot.baselines.contains_key(*code));
        let loaded = workspace.snapshot_with_uncertainty(shared.today, frozen)?;
        self.ranges.clear();
        for uncertainty in &loaded.uncertainties {
            let found = described(workspace, &uncertainty.of, shared.today)?;
            let code = uncertainty.of.clone();
            let (what, point, outside) = match found {
                Some(found) => {
                    let point = crate::cost::explain::show(found.point, shared.lang);
                    (found.what, point, outside(uncertainty, found.point))
                }
                None => (Said::by(|_| code.clone()), String::new(), false),
            };
            self.ranges.push(Range { uncertainty: uncertainty.clone(), what, point, outside });
        }
        self.parameters = Rc::new(parameters(from, scenario)?);
        self.loaded = Some(Arc::new(loaded));
        self.at = self.at.min(self.ranges.len().saturating_sub(1));
        Ok(())
    }

    /// The range in hand.
    pub(super) fn hand(&self) -> Option<&Range> {
        self.order().get(self.at).map(|at| &self.ranges[*at])
    }

    /// The ranges in the order in which they matter: those that were drawn by their bars, then the others.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        if let Some(drawn) = &self.drawn {
            let place = |bar: &Bar| self.ranges.iter().position(|range| range.uncertainty.of == bar.uncertainty.of);
            order.extend(drawn.tornado.bars.iter().filter_map(place));
        }
        let rest: Vec<usize> = (0..self.ranges.len()).filter(|at| !order.contains(at)).collect();
        order.extend(rest);
        order
    }

    /// The bar of a range, where it was drawn.
    pub(super) fn bar(&self, range: &Range) -> Option<&Bar> {
        self.drawn.as_ref()?.tornado.bars.iter().find(|bar| bar.uncertainty.of == range.uncertainty.of)
    }

    /// Whether what was drawn is of these measures and of the ranges as they are.
    pub(super) fn is_of(&self, measures: &[String]) -> bool {
        let now: Vec<Uncertainty> = self.ranges.iter().map(|range| range.uncertainty.clone()).collect();
        self.drawn_of.as_ref().is_some_and(|(codes, ranges)| codes == measures && *ranges == now)
    }
}

/// The parameters on which the figures of a scenario rest: the cells of the sheets that its measures cut, the values of these measures, and the
/// parameters of the workspace.
fn parameters(from: &Loader<'_>, scenario: &Scenario) -> Result<Vec<Parameter>> {
    let (workspace, shared) = (from.workspace, from.shared);
    let lang: Lang = shared.lang;
    let mut found = Vec::new();
    let mut put = |of: String, label: String, point: String| {
        let folded = fold(&label);
        found.push(Parameter { of, label, point, folded });
    };
    let chosen: HashSet<&str> = scenario.measures.iter().map(String::as_str).collect();
    let mut regulations: Vec<&str> = Vec::new();
    for measure in shared.world.snapshot.measures.iter().filter(|m| chosen.contains(m.code.as_str())) {
        if !regulations.contains(&measure.regulation.as_str()) {
            regulations.push(&measure.regulation);
        }
        let kind = shared.world.kinds.iter().find(|kind| kind.id == measure.kind);
        for parameter in kind.iter().flat_map(|kind| &kind.parameters) {
            let Some(value) = measure.values.get(&parameter.id).or(parameter.default.as_ref()) else { continue };
            let label = format!("{} · {} · {}", measure.code, measure.title, parameter.name_in(lang));
            put(format!("measure:{}:{}", measure.code, parameter.id), label, value.clone());
        }
    }
    for code in regulations {
        let whole = workspace.population(code)?;
        for row in workspace.sheet(code)? {
            let numbers = crate::cost::CostRow::of(&row, crate::model::Fraction::ZERO, whole.as_ref());
            use crate::model::Cell as Of;
            for (cell, value) in [
                (Of::Minutes, numbers.minutes),
                (Of::Outsourcing, numbers.outsourcing),
                (Of::Charges, numbers.charges),
                (Of::Times, numbers.times),
                (Of::Population, numbers.population),
            ] {
                if !value.is_zero() {
                    let label = format!("{code} · {} {} · {}", row.id, row.name, cell.text(lang));
                    put(format!("sheet:{code}:{}:{}", row.id, cell.name()), label, Cell::Exact(value).shown(lang));
                }
            }
        }
    }
    let rates = crate::cost::Rates::on(shared.today, workspace.all::<crate::model::Parameter>()?);
    let mut seen = HashSet::new();
    for parameter in workspace.all::<crate::model::Parameter>()? {
        if seen.insert(parameter.id.clone())
            && let Some(in_use) = rates.find(&parameter.id)
        {
            let label = in_use.name_in(lang).to_owned();
            put(format!("parameter:{}", parameter.id), label, Cell::Exact(in_use.value).shown(lang));
        }
    }
    Ok(found)
}

/// Draws for a scenario. It takes a moment, and is not given up within it.
///
/// # Errors
/// A figure is too large to compute exactly.
pub(super) fn draw(loaded: &UncertainSnapshot, scenario: &Scenario) -> Result<Drawn> {
    let snapshot = &loaded.snapshot;
    let register: &Register = snapshot.measured_by(scenario.programme.as_deref());
    let codes: HashSet<&str> = scenario.measures.iter().map(String::as_str).collect();
    let programmes = snapshot.programmes.iter().filter(|p| Some(&p.code) == scenario.programme.as_ref());
    let targets: Vec<(String, Target)> =
        programmes.flat_map(|p| p.targets.iter().map(|target| (p.code.clone(), target.clone()))).collect();
    let case = Case::new(&Question {
        snapshot,
        register,
        measures: snapshot.measures.iter().filter(|m| codes.contains(m.code.as_str())).collect(),
        targets: &targets,
        uncertainties: &loaded.uncertainties,
        incomes: &loaded.incomes,
    })?;
    Ok(Drawn { chance: chance(&case, &Draws::USUAL)?, tornado: tornado(&case, &Draws::USUAL, Scale::Saved)? })
}
