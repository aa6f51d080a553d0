//! The state of a register after a set of measures, kept exact while measures are taken up and dropped: what progress, forecasts,
//! scenarios and draws read.

use super::compiled::{CompiledRegister, GroupBy, Unit};
use super::explained::{Issue, issues};
use super::figures::{Figures, Reached};
use super::outcome::Outcome;
use super::share::{Share, shares};
use super::tally::{ByKind, too_large};
use crate::cost::Sum;
use crate::model::{Fraction, Metric, RegulationKind};
use crate::reform::engine::{State, Work};
use crate::reform::{BaselineState, Snapshot};
use crate::words::Result;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A set of measures over a register, with its figures. Taking up or dropping one measure computes only the regulation that it cuts.
#[derive(Debug, Clone)]
pub struct Evaluation {
    pub(super) register: Arc<CompiledRegister>,
    /// By measure.
    chosen: Vec<bool>,
    /// By unit: the regulation after those measures that are chosen.
    pub(super) states: Vec<State>,
    whole: ByKind,
    effort: Effort,
    missing: Vec<String>,
    work: Work,
}

/// Evaluates measures, given by their codes, over the baseline of a programme, or over the living catalogue where no programme is named
/// or its baseline is not frozen. All measures of the snapshot may be taken up afterwards.
pub fn evaluate<'c>(
    snapshot: &Snapshot,
    measures: impl IntoIterator<Item = &'c str>,
    programme: Option<&str>,
) -> Evaluation {
    Evaluation::new(Arc::new(CompiledRegister::new(snapshot, &snapshot.measures, programme)), measures)
}

impl Evaluation {
    /// Evaluates measures, given by their codes.
    pub fn new<'c>(register: Arc<CompiledRegister>, measures: impl IntoIterator<Item = &'c str>) -> Self {
        let mut chosen = vec![false; register.measures().len()];
        let mut missing = Vec::new();
        for code in measures {
            match register.find(code) {
                Some(at) => chosen[at] = true,
                None => missing.push(code.to_owned()),
            }
        }
        Self { missing, ..Self::of_chosen(register, chosen) }
    }

    /// Evaluates measures, given by whether they are in the set, in the order of [`CompiledRegister::measures`]; what is not given is not.
    pub fn of_chosen(register: Arc<CompiledRegister>, mut chosen: Vec<bool>) -> Self {
        chosen.resize(register.measures().len(), false);
        let (mut work, mut whole, mut effort) = (Work::default(), register.whole.clone(), Effort::default());
        let mut states = Vec::with_capacity(register.units.len());
        for unit in &register.units {
            let state = register.state(unit, |at| chosen[at], &mut work);
            let regulation = &register.regulations[unit.regulation];
            let after = regulation.before.after(&state, &register.common);
            whole.of_mut(regulation.kind).change(&regulation.before, &after);
            states.push(state);
        }
        for at in (0..chosen.len()).filter(|at| chosen[*at]) {
            effort.take_up(&register, at);
        }
        Self { register, chosen, states, whole, effort, missing: Vec::new(), work }
    }

    /// The register with all measures that may be taken up.
    pub fn register(&self) -> &Arc<CompiledRegister> {
        &self.register
    }

    /// Whether the register is a frozen baseline.
    pub fn baseline(&self) -> BaselineState {
        self.register.baseline
    }

    /// Whether a measure is in the set, by its place in the register.
    pub fn is_chosen(&self, measure: usize) -> bool {
        self.chosen.get(measure).copied().unwrap_or_default()
    }

    /// The places of the measures of the set.
    pub fn chosen(&self) -> impl Iterator<Item = usize> {
        (0..self.chosen.len()).filter(|at| self.chosen[*at])
    }

    /// Codes that were asked for and are not in the register: of measures that are no more, or that cut a regulation which the
    /// register does not have. They count nowhere.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// Takes a measure up, or drops it, by its place in the register. Only the regulation that it cuts is computed again.
    pub fn toggle(&mut self, measure: usize) {
        let Some(chosen) = self.chosen.get_mut(measure) else { return };
        *chosen = !*chosen;
        let register = &*self.register;
        if *chosen {
            self.effort.take_up(register, measure);
        } else {
            self.effort.drop(register, measure);
        }
        let at = register.measures[measure].unit;
        let (unit, chosen) = (&register.units[at], &self.chosen);
        let state = register.state(unit, |at| chosen[at], &mut self.work);
        let regulation = &register.regulations[unit.regulation];
        let after = |state| regulation.before.after(state, &register.common);
        self.whole.of_mut(regulation.kind).change(&after(&self.states[at]), &after(&state));
        self.states[at] = state;
    }

    /// A regulation at which measures aim, after the set.
    pub(in crate::reform) fn outcome(&self, unit: usize) -> Outcome {
        let before = self.register.regulations[self.register.units[unit].regulation].before;
        before.after(&self.states[unit], &self.register.common)
    }

    /// All regulations by kind.
    pub(in crate::reform) fn by_kind(&self) -> &ByKind {
        &self.whole
    }

    /// Groups of regulations after the set, of those before it ([`CompiledRegister::split`]).
    pub(in crate::reform) fn split(&self, by: GroupBy, before: &[ByKind]) -> Vec<ByKind> {
        let mut groups = before.to_vec();
        for (at, unit) in self.register.units.iter().enumerate() {
            let regulation = &self.register.regulations[unit.regulation];
            let group = &mut groups[self.register.group_of(by, unit.regulation)];
            group.of_mut(regulation.kind).change(&regulation.before, &self.outcome(at));
        }
        groups
    }

    /// What the set reaches in a metric over some kinds of regulation (all when empty); nothing where a sum does not fit.
    pub fn reached(&self, metric: Metric, kinds: &[RegulationKind]) -> Option<Reached> {
        self.whole.reached(metric, kinds)
    }

    /// The figures of the whole.
    ///
    /// # Errors
    /// Bad input when a sum does not fit.
    pub fn totals(&self) -> Result<Figures> {
        self.effort.on(self.whole.figures(&[])).ok_or_else(too_large)
    }

    /// The regulations that the measures of the set abolish and simplify, by code: code, and whether it is abolished.
    pub fn regulations(&self) -> impl Iterator<Item = (&str, bool)> {
        let counted = self.register.units.iter().zip(&self.states).filter(|(_, s)| s.abolished || s.simplified);
        counted.filter_map(|(unit, state)| {
            let first = self.register.measures.get(unit.measures.start)?;
            Some((first.regulation.as_str(), state.abolished))
        })
    }

    /// What measures of the set could not do.
    pub fn issues(&self) -> Vec<Issue> {
        let (register, mut work) = (&*self.register, Work::default());
        let troubled = register.units.iter().zip(&self.states).filter(|(_, state)| state.troubled);
        let told = troubled.flat_map(|(unit, _)| {
            let first = unit.measures.start;
            let regulation = register.measures.get(first).map_or("", |m| m.regulation.as_str());
            issues(&unit.compiled, regulation, |at| self.is_chosen(first + at), &register.common, &mut work)
        });
        told.collect()
    }

    /// The fair shares of the measures of the set on one regulation, by place in the register; they add up to what the set saves there.
    ///
    /// # Errors
    /// Bad input when a share does not fit.
    pub(super) fn shares(&self, unit: &Unit, work: &mut Work) -> Result<Vec<(usize, Share)>> {
        let first = unit.measures.start;
        let chosen: Vec<usize> = unit.measures.clone().filter(|at| self.is_chosen(*at)).map(|at| at - first).collect();
        let shares = shares(&unit.compiled, &chosen, &self.register.common, work).ok_or_else(too_large)?;
        Ok(chosen.into_iter().map(|at| first + at).zip(shares).collect())
    }

    /// What every measure of the set is worth in it, in the order of the register.
    ///
    /// # Errors
    /// Bad input when a figure does not fit.
    pub fn worths(&self) -> Result<Vec<Worth>> {
        let mut work = Work::default();
        let mut worths = Vec::new();
        for unit in 0..self.register.units.len() {
            worths.extend(self.worths_in(unit, &mut work)?);
        }
        Ok(worths)
    }

    /// What a measure is worth in the set, by its place in the register; nothing when it is not in the set.
    ///
    /// # Errors
    /// Bad input when a figure does not fit.
    pub fn worth(&self, measure: usize) -> Result<Option<Worth>> {
        let Some(known) = self.register.measures.get(measure).filter(|_| self.is_chosen(measure)) else {
            return Ok(None);
        };
        Ok(self.worths_in(known.unit, &mut Work::default())?.into_iter().find(|worth| worth.measure == measure))
    }

    /// What the measures of the set on one regulation are worth in it.
    fn worths_in(&self, unit: usize, work: &mut Work) -> Result<Vec<Worth>> {
        let (register, with) = (&*self.register, self.outcome(unit));
        let unit = &register.units[unit];
        let before = register.regulations[unit.regulation].before;
        // The shares of all measures of a regulation come from the same subsets, so they are computed once.
        let shares = self.shares(unit, work)?.into_iter().map(|(measure, share)| {
            let without = register.state(unit, |at| at != measure && self.is_chosen(at), work);
            let without = before.after(&without, &register.common);
            let (within, hours_within) = (without.annual.less(with.annual), without.hours().less(with.hours()));
            Worth { measure, within, hours_within, share }
        });
        Ok(shares.collect())
    }

    /// What is in this set only, and in another set only, with what each measure is worth in the set that has it.
    ///
    /// # Errors
    /// Bad input when a figure does not fit.
    pub fn difference(&self, other: &Self) -> Result<Difference> {
        Ok(Difference { here: self.not_in(other)?, there: other.not_in(self)? })
    }

    fn not_in(&self, other: &Self) -> Result<Vec<Worth>> {
        let theirs: BTreeSet<&str> = other.chosen().map(|at| other.register.measures[at].code.as_str()).collect();
        let mut mine = self.worths()?;
        mine.retain(|worth| !theirs.contains(self.register.measures[worth.measure].code.as_str()));
        Ok(mine)
    }
}

/// What a measure is worth in a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// Its place in the register.
    pub measure: usize,
    /// What the set would save less per year without it, đồng, exact.
    pub within: Fraction,
    /// How many working hours less the set would save without it.
    pub hours_within: Fraction,
    /// Its fair share of what the set saves.
    pub share: Share,
}

/// What differs between two sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Only in the first.
    pub here: Vec<Worth>,
    /// Only in the second.
    pub there: Vec<Worth>,
}

/// The measures of a set and their effort, added up.
#[derive(Debug, Clone, Default)]
pub(super) struct Effort {
    measures: usize,
    points: Sum,
    /// Measures whose effort no level tells.
    untold: usize,
}

impl Effort {
    /// Adds a measure.
    pub(super) fn take_up(&mut self, register: &CompiledRegister, measure: usize) {
        self.measures += 1;
        match register.measures[measure].effort {
            Some(effort) => self.points.add_fraction(effort),
            None => self.untold += 1,
        }
    }

    fn drop(&mut self, register: &CompiledRegister, measure: usize) {
        self.measures -= 1;
        match register.measures[measure].effort {
            Some(effort) => self.points.take_fraction(effort),
            None => self.untold -= 1,
        }
    }

    /// Figures with those of the measures; nothing where a sum does not fit.
    pub(super) fn on(&self, figures: Option<Figures>) -> Option<Figures> {
        let effort = self.points.total()?;
        Some(Figures { measures: self.measures, effort, without_effort: self.untold, ..figures? })
    }
}
