//! Scenarios: the figures of a set of measures over a register, in total and by group, kept exact while measures are taken up and dropped.

use super::apply::{Issue, issues};
use super::compiled::{Aimed, CompiledRegister, Place};
use super::engine::{Amount, State, Work};
use super::share::{Share, shares};
use super::{BaselineState, Snapshot};
use crate::model::{Fraction, Measure, Stage};
use crate::words::reform::ReformWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The figures of a set of measures. All are over the whole register; those of a group by level, authority or year are the part that
/// its measures have in them, so that such groups add up to the whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Regulations of the register, or of the group; of the register for groups by level, authority and year.
    pub regulations: usize,
    /// Measures of the set.
    pub measures: usize,
    /// Regulations that are gone.
    pub abolished: usize,
    /// Regulations that stay, lighter.
    pub simplified: usize,
    /// Cost per year before, đồng, exact.
    pub before: Fraction,
    /// Cost per year after, đồng, exact.
    pub after: Fraction,
    /// Processing time before, working hours, exact.
    pub hours_before: Fraction,
    /// Processing time after, working hours, exact.
    pub hours_after: Fraction,
    /// Effort, points.
    pub effort: Fraction,
    /// Measures whose effort is not told by any level, and which are not in [`Figures::effort`].
    pub without_effort: usize,
}

impl Figures {
    /// Cost per year saved, đồng.
    pub fn saved(&self) -> Fraction {
        self.before.less(self.after)
    }

    /// Cost saved in percent of the cost before; nothing where there is none.
    pub fn saved_percent(&self) -> Option<Fraction> {
        percent(self.saved(), self.before)
    }

    /// Processing time saved, working hours.
    pub fn hours_saved(&self) -> Fraction {
        self.hours_before.less(self.hours_after)
    }

    /// Processing time saved in percent of that before; nothing where there is none.
    pub fn hours_percent(&self) -> Option<Fraction> {
        percent(self.hours_saved(), self.hours_before)
    }

    /// Regulations abolished or simplified, in percent of all; nothing where there are none.
    pub fn counted_percent(&self) -> Option<Fraction> {
        percent(whole(self.abolished + self.simplified), whole(self.regulations))
    }
}

fn percent(part: Fraction, of: Fraction) -> Option<Fraction> {
    part.times(Fraction::whole(100))?.over(of)
}

fn whole(count: usize) -> Fraction {
    Fraction::new(count as i128, 1).unwrap_or_default()
}

/// A set of measures over a register, with its figures. Taking up or dropping one measure computes only the regulation that it cuts.
#[derive(Debug, Clone)]
pub struct Evaluation {
    pub(super) register: Arc<CompiledRegister>,
    /// By measure.
    pub(super) chosen: Vec<bool>,
    /// By unit: the regulation after those measures that are chosen.
    pub(super) states: Vec<State>,
    totals: Tally,
    missing: Vec<String>,
    work: Work,
}

/// Evaluates measures, given by their codes, over the baseline of a programme, or over the living catalogue where no programme is named
/// or its baseline is not frozen. All measures of the snapshot may be taken up afterwards.
///
/// # Errors
/// Bad input when a sum does not fit.
pub fn evaluate<'c>(
    snapshot: &Snapshot,
    measures: impl IntoIterator<Item = &'c str>,
    programme: Option<&str>,
) -> Result<Evaluation> {
    Evaluation::new(Arc::new(CompiledRegister::new(snapshot, &snapshot.measures, programme)?), measures)
}

impl Evaluation {
    /// Evaluates measures, given by their codes.
    ///
    /// # Errors
    /// Bad input when a sum does not fit.
    pub fn new<'c>(register: Arc<CompiledRegister>, measures: impl IntoIterator<Item = &'c str>) -> Result<Self> {
        let mut chosen = vec![false; register.measures().len()];
        let mut missing = Vec::new();
        for code in measures {
            match register.find(code) {
                Some(at) => chosen[at] = true,
                None => missing.push(code.to_owned()),
            }
        }
        let this = Self::of_chosen(register, chosen)?;
        Ok(Self { missing, ..this })
    }

    /// Evaluates measures, given by whether they are in the set, in the order of [`CompiledRegister::measures`]; what is not given is not.
    ///
    /// # Errors
    /// Bad input when a sum does not fit.
    pub fn of_chosen(register: Arc<CompiledRegister>, mut chosen: Vec<bool>) -> Result<Self> {
        chosen.resize(register.measures().len(), false);
        let mut work = Work::default();
        let mut totals = Tally::default();
        let mut states = Vec::with_capacity(register.units.len());
        for unit in &register.units {
            let state = register.state(unit, |at| chosen[at], &mut work);
            totals.put(&register.subjects[unit.subject], &state).ok_or_else(too_large)?;
            states.push(state);
        }
        for at in (0..chosen.len()).filter(|at| chosen[*at]) {
            totals.take_up(&register, at).ok_or_else(too_large)?;
        }
        Ok(Self { register, chosen, states, totals, missing: Vec::new(), work })
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
    ///
    /// # Errors
    /// Bad input when a sum does not fit; nothing is changed then.
    pub fn toggle(&mut self, measure: usize) -> Result<()> {
        let Some(was) = self.chosen.get(measure).copied() else { return Ok(()) };
        let register = &*self.register;
        let unit = register.measures[measure].unit;
        let aimed = &register.units[unit];
        let chosen = &self.chosen;
        let state = register.state(aimed, |at| chosen[at] != (at == measure), &mut self.work);
        let place = &register.subjects[aimed.subject];
        let mut totals = self.totals;
        let changed = totals
            .take(place, &self.states[unit])
            .and_then(|()| totals.put(place, &state))
            .and_then(|()| if was { totals.drop(register, measure) } else { totals.take_up(register, measure) });
        changed.ok_or_else(too_large)?;
        self.totals = totals;
        self.states[unit] = state;
        self.chosen[measure] = !was;
        Ok(())
    }

    /// The figures of the whole.
    ///
    /// # Errors
    /// Bad input when a sum does not fit.
    pub fn totals(&self) -> Result<Figures> {
        self.totals.finish(&self.register.whole, &self.register).ok_or_else(too_large)
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
    pub(super) fn shares(&self, unit: &Aimed, work: &mut Work) -> Result<Vec<(usize, Share)>> {
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
        let (register, common) = (&*self.register, &self.register.common);
        let (unit, with) = (&register.units[unit], &self.states[unit]);
        let mut worths = Vec::new();
        // The shares of all measures of a regulation come from the same subsets, so they are computed once.
        for (measure, share) in self.shares(unit, work)? {
            let without = register.state(unit, |at| at != measure && self.is_chosen(at), work);
            let hours = without.hours.unwrap_or_default().minus(with.hours.unwrap_or_default());
            let within = with.saved.minus(without.saved).and_then(|saved| common.dong.exact(saved));
            let hours_within = hours.and_then(|hours| common.hours.exact(hours));
            worths.push(Worth {
                measure,
                within: within.ok_or_else(too_large)?,
                hours_within: hours_within.ok_or_else(too_large)?,
                share,
            });
        }
        Ok(worths)
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

/// The measures that a name stands for which is none of a scenario: `none`, or a stage (`planned`, `approved`, `in-force`) as of a day.
pub fn special<'m>(measures: &'m [Measure], name: &str, as_of: Date) -> Option<Vec<&'m str>> {
    let stage = match name.replace('-', "_").as_str() {
        "none" => return Some(Vec::new()),
        stage => Stage::parse(stage)?,
    };
    let counts = |m: &&Measure| m.status_on(as_of).is_some_and(|status| status.counts_at(stage));
    Some(measures.iter().filter(counts).map(|m| m.code.as_str()).collect())
}

/// The names that [`special`] knows, and whether a name is one of them.
pub use crate::model::scenario::{RESERVED as SPECIAL, is_reserved as is_special};

pub(super) fn too_large() -> Fault {
    Fault::input(ReformWord::SumTooLarge.said(&[]))
}

/// What stands before any measure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Base {
    pub(super) regulations: usize,
    pub(super) annual: Amount,
    pub(super) hours: Amount,
}

impl Base {
    /// Adds a regulation; nothing on overflow.
    pub(super) fn add(&mut self, place: &Place) -> Option<()> {
        self.regulations += 1;
        self.annual = self.annual.plus(place.annual)?;
        self.hours = self.hours.plus(place.hours.unwrap_or_default())?;
        Some(())
    }
}

/// What measures do, added up.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    measures: usize,
    abolished: usize,
    simplified: usize,
    saved: Amount,
    hours_saved: Amount,
    effort: Amount,
    without_effort: usize,
}

impl Tally {
    /// Adds a regulation after its measures; nothing on overflow.
    pub(super) fn put(&mut self, place: &Place, state: &State) -> Option<()> {
        self.abolished += usize::from(state.abolished);
        self.simplified += usize::from(state.simplified);
        self.saved = self.saved.plus(state.saved)?;
        self.hours_saved = self.hours_saved.plus(hours_saved(place, state)?)?;
        Some(())
    }

    /// Takes a regulation away again that was put.
    fn take(&mut self, place: &Place, state: &State) -> Option<()> {
        self.abolished -= usize::from(state.abolished);
        self.simplified -= usize::from(state.simplified);
        self.saved = self.saved.minus(state.saved)?;
        self.hours_saved = self.hours_saved.minus(hours_saved(place, state)?)?;
        Some(())
    }

    /// Adds a measure; nothing on overflow.
    pub(super) fn take_up(&mut self, register: &CompiledRegister, measure: usize) -> Option<()> {
        self.measures += 1;
        match register.effort_of(measure) {
            Some(effort) => self.effort = self.effort.plus(effort)?,
            None => self.without_effort += 1,
        }
        Some(())
    }

    fn drop(&mut self, register: &CompiledRegister, measure: usize) -> Option<()> {
        self.measures -= 1;
        match register.effort_of(measure) {
            Some(effort) => self.effort = self.effort.minus(effort)?,
            None => self.without_effort -= 1,
        }
        Some(())
    }

    /// The figures; nothing on overflow.
    pub(super) fn finish(&self, base: &Base, register: &CompiledRegister) -> Option<Figures> {
        let common = &register.common;
        Some(Figures {
            regulations: base.regulations,
            measures: self.measures,
            abolished: self.abolished,
            simplified: self.simplified,
            before: common.dong.exact(base.annual)?,
            after: common.dong.exact(base.annual.minus(self.saved)?)?,
            hours_before: common.hours.exact(base.hours)?,
            hours_after: common.hours.exact(base.hours.minus(self.hours_saved)?)?,
            effort: common.effort.exact(self.effort)?,
            without_effort: self.without_effort,
        })
    }
}

fn hours_saved(place: &Place, state: &State) -> Option<Amount> {
    match (place.hours, state.hours) {
        (Some(before), Some(after)) => before.minus(after),
        _ => Some(Amount::default()),
    }
}
