//! Regulations before and after a set of measures, added up: by kind, because a target may count some kinds only.

use super::figures::{Figures, Reached};
use super::outcome::Outcome;
use crate::cost::Sum;
use crate::model::{Fraction, Metric, RegulationKind};
use crate::words::cost::CostWord;
use crate::words::{Fault, Message};

/// Regulations with their figures before and after a set of measures, added up. The sums are exact, so that what was added can be taken
/// away again.
#[derive(Debug, Clone, Default)]
pub(in crate::reform) struct Tally {
    /// How many there are.
    regulations: i64,
    /// Of these, how many state a time limit.
    limited: i64,
    /// How many the set abolishes, and leaves lighter.
    abolished: i64,
    simplified: i64,
    /// How many are done electronically or not at all after the set.
    electronic: i64,
    annual: Sum,
    annual_after: Sum,
    hours: Sum,
    hours_after: Sum,
}

impl Tally {
    /// Adds a regulation.
    pub(in crate::reform) fn add(&mut self, before: &Outcome, after: &Outcome) {
        self.regulations += 1;
        self.limited += i64::from(before.processing_hours.is_some());
        self.annual.add_fraction(before.annual);
        self.hours.add_fraction(before.hours());
        self.put(after);
    }

    /// Takes away a regulation that was added.
    pub(in crate::reform) fn take(&mut self, before: &Outcome, after: &Outcome) {
        self.regulations -= 1;
        self.limited -= i64::from(before.processing_hours.is_some());
        self.annual.take_fraction(before.annual);
        self.hours.take_fraction(before.hours());
        self.lift(after);
    }

    /// Has another figure after the set for a regulation that was added.
    pub(in crate::reform) fn change(&mut self, was: &Outcome, now: &Outcome) {
        self.lift(was);
        self.put(now);
    }

    fn put(&mut self, after: &Outcome) {
        self.count(after, 1);
        self.annual_after.add_fraction(after.annual);
        self.hours_after.add_fraction(after.hours());
    }

    fn lift(&mut self, after: &Outcome) {
        self.count(after, -1);
        self.annual_after.take_fraction(after.annual);
        self.hours_after.take_fraction(after.hours());
    }

    fn count(&mut self, after: &Outcome, times: i64) {
        self.abolished += times * i64::from(after.abolished);
        self.simplified += times * i64::from(after.simplified);
        self.electronic += times * i64::from(after.electronic || after.abolished);
    }

    fn merge(&mut self, other: &Self) {
        self.regulations += other.regulations;
        self.limited += other.limited;
        self.abolished += other.abolished;
        self.simplified += other.simplified;
        self.electronic += other.electronic;
        self.annual.add_sum(&other.annual);
        self.annual_after.add_sum(&other.annual_after);
        self.hours.add_sum(&other.hours);
        self.hours_after.add_sum(&other.hours_after);
    }

    /// How many regulations count in a metric; those of other kinds than it counts are not in the tally.
    fn counted(&self, metric: Metric) -> i64 {
        if metric == Metric::TimeSaved { self.limited } else { self.regulations }
    }

    /// What stands in a metric; nothing where a sum does not fit.
    fn reached(&self, metric: Metric) -> Option<Reached> {
        let saved = |before: &Sum, after: &Sum| {
            let baseline = before.total()?;
            Some(Reached { baseline, achieved: baseline.less(after.total()?) })
        };
        let achieved = match metric {
            Metric::CostSaved => return saved(&self.annual, &self.annual_after),
            Metric::TimeSaved => return saved(&self.hours, &self.hours_after),
            Metric::CutOrSimplified => self.abolished + self.simplified,
            Metric::Abolished | Metric::ConditionsAbolished => self.abolished,
            Metric::Electronic => self.electronic,
        };
        Some(Reached { baseline: Fraction::whole(self.regulations), achieved: Fraction::whole(achieved) })
    }

    /// What stands after the set in a metric, as a burden: đồng per year, working hours, or regulations (for the share done electronically
    /// those that are not); nothing where a sum does not fit.
    fn stands(&self, metric: Metric) -> Option<Fraction> {
        match metric {
            Metric::CostSaved => self.annual_after.total(),
            Metric::TimeSaved => self.hours_after.total(),
            Metric::Electronic => Some(Fraction::whole(self.regulations - self.electronic)),
            _ => Some(Fraction::whole(self.regulations - self.abolished)),
        }
    }

    fn figures(&self) -> Option<Figures> {
        let count = |count: i64| usize::try_from(count).unwrap_or_default();
        Some(Figures {
            regulations: count(self.regulations),
            abolished: count(self.abolished),
            simplified: count(self.simplified),
            before: self.annual.total()?,
            after: self.annual_after.total()?,
            hours_before: self.hours.total()?,
            hours_after: self.hours_after.total()?,
            ..Figures::default()
        })
    }
}

/// Tallies by kind of regulation.
#[derive(Debug, Clone, Default)]
pub struct ByKind([Tally; RegulationKind::ALL.len()]);

impl ByKind {
    /// The regulations of one kind.
    pub(in crate::reform) fn of_mut(&mut self, kind: RegulationKind) -> &mut Tally {
        // Kinds are numbered in the order of their declaration, which is that of RegulationKind::ALL.
        &mut self.0[kind as usize]
    }

    /// The tallies that count in a metric over some kinds (all when empty).
    fn counting(&self, metric: Metric, kinds: &[RegulationKind]) -> impl Iterator<Item = &Tally> {
        let counts = move |kind: RegulationKind| {
            (metric != Metric::ConditionsAbolished || kind == RegulationKind::Condition)
                && (kinds.is_empty() || kinds.contains(&kind))
        };
        RegulationKind::ALL.iter().filter(move |kind| counts(**kind)).map(|kind| &self.0[*kind as usize])
    }

    /// Adds others.
    pub(in crate::reform) fn merge(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(tally, other)| tally.merge(other));
    }

    /// The figures over some kinds (all when empty), without those of measures; nothing where a sum does not fit.
    pub fn figures(&self, kinds: &[RegulationKind]) -> Option<Figures> {
        self.counted(Metric::CutOrSimplified, kinds).figures()
    }

    /// The figures of one kind; nothing is in them where a sum does not fit, which is told with those of all.
    pub(in crate::reform) fn of_kind(&self, kind: RegulationKind) -> Figures {
        self.0[kind as usize].figures().unwrap_or_default()
    }

    fn counted(&self, metric: Metric, kinds: &[RegulationKind]) -> Tally {
        let mut whole = Tally::default();
        self.counting(metric, kinds).for_each(|tally| whole.merge(tally));
        whole
    }

    /// What stands in a metric over some kinds (all when empty); nothing where a sum does not fit.
    pub fn reached(&self, metric: Metric, kinds: &[RegulationKind]) -> Option<Reached> {
        self.counted(metric, kinds).reached(metric)
    }

    /// What stands in a metric over some kinds, as a burden; nothing where a sum does not fit.
    pub(in crate::reform) fn stands(&self, metric: Metric, kinds: &[RegulationKind]) -> Option<Fraction> {
        self.counted(metric, kinds).stands(metric)
    }

    /// Whether any regulation counts in a metric over some kinds.
    pub(in crate::reform) fn counts(&self, metric: Metric, kinds: &[RegulationKind]) -> bool {
        self.counting(metric, kinds).any(|tally| tally.counted(metric) > 0)
    }
}

/// A sum that does not fit, which none of figures within [`crate::model::bounds`] comes to.
pub(in crate::reform) fn too_large() -> Fault {
    Fault::input(CostWord::SumTooLarge.said(&[]))
}
