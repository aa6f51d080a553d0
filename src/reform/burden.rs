//! What moved since a frozen baseline that no measure explains: re-estimates, regulations that left, and new burden.
//!
//! The baseline is a copy of the catalogue of one day; the living catalogue goes on. Of each regulation of the baseline, three
//! states are known: as frozen, as frozen after the measures in force ([`apply()`]), and as it lives. The effect of reform is the
//! step from the first to the second, always on frozen figures, and only this counts to a target. What else moved is told here.
//!
//! **Re-estimate.** The figure of today is put together cell by cell of the cost sheet, and for the processing time in the same
//! way:
//! - a living cell that still holds the frozen value was not touched since: the figure after the measures in force stands for it;
//! - any other living cell says what is true today, and stands for itself. An analyst who writes the effect of a measure into the
//!   living sheet thereby changes nothing; one who corrects a figure, or measures again, changes the figure of today;
//! - a row that a measure in force dropped is gone, whether or not the living sheet still has it;
//! - a row that only the living sheet has counts as it says; a row that only the frozen sheet has is gone;
//! - income per hour is a cell like any other, that no measure changes.
//!
//! The re-estimate is the figure of today less the frozen figure after the measures in force: positive where the burden is more
//! than was thought. It is never counted to a target, which cannot be met by measuring again.
//!
//! **Dropped** are regulations of the baseline that the living catalogue no longer has in force and that no measure in force
//! abolishes; they count to no target either, until a measure says so. **New** are regulations that came after the baseline, with
//! the figures that their living sheets say. The net figure of a stage is what its measures achieve less what is new.
//!
//! **Abolished** regulations are none of their own any more. Where a measure in force leaves a part of their work (a merge, which moves
//! it into another), that part stays in the figure of today, as it is after the measures, whatever the living catalogue still says of
//! the regulation; one that is dropped with its whole sheet leaves nothing.
//!
//! So, where the figure is a cost or a time: today = baseline − reform in force + re-estimate − dropped + new.

use super::{After, Register, Snapshot, Subject, SubjectRow, apply};
use crate::cost::{CostRow, Sum};
use crate::model::{Fraction, Measure, Metric, Stage};
use jiff::civil::Date;
use std::collections::HashMap;

/// What moved since a frozen baseline besides the effect of measures, in the unit of a metric: đồng per year, working hours, or
/// regulations (those that are not electronic, for the share done electronically).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Burden {
    /// Living figures less frozen ones after the measures in force; zero where regulations are counted.
    pub reestimate: Fraction,
    /// How many regulations have a re-estimate in this metric.
    pub reestimated: usize,
    /// What left with regulations that no measure in force abolishes, after the measures in force.
    pub dropped: Fraction,
    /// How many these are.
    pub dropped_regulations: usize,
    /// What came with regulations after the baseline.
    pub new: Fraction,
    /// How many these are.
    pub new_regulations: usize,
    /// What there is today, old and new together.
    pub today: Fraction,
}

crate::model::named! {
    /// How a regulation differs from the frozen baseline beyond the measures in force.
    ChangeKind {
        /// Its figures moved.
        Reestimated = "reestimated",
        /// It left without a measure.
        Dropped = "dropped",
        /// It came after the baseline.
        New = "new",
    }
}

/// A regulation that differs from the frozen baseline beyond the measures in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegulationChange {
    /// Its code.
    pub code: String,
    /// How it differs.
    pub kind: ChangeKind,
    /// Cost per year as frozen, đồng; nothing for a new one.
    pub frozen: Option<Fraction>,
    /// The same after the measures in force.
    pub after: Option<Fraction>,
    /// Cost per year today; nothing for one that left.
    pub today: Option<Fraction>,
    /// Processing time after the measures in force, working hours.
    pub hours_after: Option<Fraction>,
    /// Processing time today.
    pub hours_today: Option<Fraction>,
    /// Whether it is done electronically after the measures in force; nothing for a new one.
    pub electronic_after: Option<bool>,
    /// Whether it is done electronically today; nothing for one that left.
    pub electronic_today: Option<bool>,
}

/// The figures of a regulation that metrics look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figures {
    annual: Fraction,
    hours: Option<Fraction>,
    electronic: bool,
}

impl Figures {
    fn of(subject: &Subject) -> Self {
        Self { annual: subject.annual, hours: subject.processing_hours, electronic: subject.electronic }
    }

    fn after(after: &After) -> Self {
        Self { annual: after.annual, hours: after.processing_hours, electronic: after.electronic }
    }

    /// What an abolished regulation with these figures leaves in a metric: work, but no regulation.
    fn left(self, metric: Metric) -> Fraction {
        match metric {
            Metric::CostSaved | Metric::TimeSaved => self.weight(metric),
            _ => Fraction::ZERO,
        }
    }

    /// What a regulation with these figures weighs in a metric.
    fn weight(self, metric: Metric) -> Fraction {
        match metric {
            Metric::CostSaved => self.annual,
            Metric::TimeSaved => self.hours.unwrap_or_default(),
            Metric::Electronic if self.electronic => Fraction::ZERO,
            _ => Fraction::ONE,
        }
    }
}

/// A regulation of the baseline today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// A measure in force abolishes it; what the measures leave of it, as a merge does.
    Abolished(Figures),
    /// The living catalogue has it no longer; what it was after the measures in force.
    Dropped(Figures),
    /// It stands: after the measures in force, and today.
    Stands(Figures, Figures),
}

/// The living catalogue beside a frozen baseline.
#[derive(Debug, Default)]
pub(super) struct Living<'s> {
    /// One a regulation of the baseline, in its order.
    pub(super) states: Vec<State>,
    /// Regulations that came after it.
    pub(super) newcomers: Vec<&'s Subject>,
    /// What a figure of today could not be computed for (overflow).
    overflow: bool,
}

impl<'s> Living<'s> {
    pub(super) fn beside(snapshot: &'s Snapshot, frozen: &Register, as_of: Date) -> Self {
        let mut in_force: HashMap<&str, Vec<&Measure>> = HashMap::new();
        for measure in &snapshot.measures {
            if measure.status_on(as_of).is_some_and(|status| status.counts_at(Stage::InForce)) {
                in_force.entry(&measure.regulation).or_default().push(measure);
            }
        }
        let mut overflow = false;
        let states = frozen.subjects.iter().map(|subject| {
            let after = in_force.get(subject.code.as_str()).map(|measures| apply(subject, measures, snapshot));
            if let Some(after) = after.as_ref().filter(|after| after.abolished) {
                return State::Abolished(Figures::after(after));
            }
            let explained = after.as_ref().map_or_else(|| Figures::of(subject), Figures::after);
            let Some(living) = snapshot.live.find(&subject.code) else { return State::Dropped(explained) };
            let today = today(subject, after.as_ref(), living);
            overflow |= today.is_none();
            State::Stands(explained, today.unwrap_or(explained))
        });
        let states = states.collect();
        let newcomers = snapshot.live.subjects.iter().filter(|s| frozen.find(&s.code).is_none()).collect();
        Self { states, newcomers, overflow }
    }

    /// The regulations that differ from the baseline beyond the measures in force, by code.
    pub(super) fn changes(&self, frozen: &Register) -> Vec<RegulationChange> {
        let mut changes: Vec<RegulationChange> = frozen
            .subjects
            .iter()
            .zip(&self.states)
            .filter_map(|(subject, state)| {
                let (kind, after, today) = match state {
                    State::Abolished(_) => return None,
                    State::Stands(after, today) if after == today => return None,
                    State::Stands(after, today) => (ChangeKind::Reestimated, after, Some(today)),
                    State::Dropped(after) => (ChangeKind::Dropped, after, None),
                };
                Some(RegulationChange {
                    code: subject.code.clone(),
                    kind,
                    frozen: Some(subject.annual),
                    after: Some(after.annual),
                    today: today.map(|figures| figures.annual),
                    hours_after: after.hours,
                    hours_today: today.and_then(|figures| figures.hours),
                    electronic_after: Some(after.electronic),
                    electronic_today: today.map(|figures| figures.electronic),
                })
            })
            .collect();
        changes.extend(self.newcomers.iter().map(|subject| RegulationChange {
            code: subject.code.clone(),
            kind: ChangeKind::New,
            frozen: None,
            after: None,
            today: Some(subject.annual),
            hours_after: None,
            hours_today: subject.processing_hours,
            electronic_after: None,
            electronic_today: Some(subject.electronic),
        }));
        changes.sort_by(|a, b| a.code.cmp(&b.code));
        changes
    }

    /// Whether a figure of today did not fit.
    pub(super) fn overflowed(&self) -> bool {
        self.overflow
    }
}

/// The figures of a regulation today, by the rule of this module; nothing on overflow.
fn today(frozen: &Subject, after: Option<&After>, living: &Subject) -> Option<Figures> {
    let Some(after) = after else { return Some(Figures::of(living)) };
    Some(Figures {
        annual: annual_today(frozen, after, living)?,
        hours: merged(frozen.processing_hours, after.processing_hours, living.processing_hours),
        electronic: merged(frozen.electronic, after.electronic, living.electronic),
    })
}

/// A living value that still is the frozen one was not touched: the value after the measures stands for it.
fn merged<T: PartialEq>(frozen: T, after: T, living: T) -> T {
    if living == frozen { after } else { living }
}

fn annual_today(frozen: &Subject, after: &After, living: &Subject) -> Option<Fraction> {
    let by_id = |rows: &'_ [SubjectRow]| -> HashMap<String, CostRow> {
        rows.iter().map(|row| (row.id.clone(), row.row)).collect()
    };
    let (before, left) = (by_id(&frozen.rows), by_id(&after.rows(frozen)));
    let mut sum = Sum::default();
    for row in &living.rows {
        match (before.get(&row.id), left.get(&row.id)) {
            (None, _) => row.row.add_annual(&mut sum),
            (Some(_), None) => {}
            (Some(frozen), Some(after)) => merged_row(frozen, after, &row.row).add_annual(&mut sum),
        }
    }
    sum.total()
}

fn merged_row(frozen: &CostRow, after: &CostRow, living: &CostRow) -> CostRow {
    CostRow {
        minutes: merged(frozen.minutes, after.minutes, living.minutes),
        hourly: merged(frozen.hourly, after.hourly, living.hourly),
        outsourcing: merged(frozen.outsourcing, after.outsourcing, living.outsourcing),
        charges: merged(frozen.charges, after.charges, living.charges),
        times: merged(frozen.times, after.times, living.times),
        population: merged(frozen.population, after.population, living.population),
    }
}

/// Adds up what moved, in one metric.
#[derive(Debug, Default)]
pub(super) struct BurdenSum {
    reestimate: Sum,
    dropped: Sum,
    new: Sum,
    today: Sum,
    counts: [usize; 3],
}

impl BurdenSum {
    pub(super) fn add(&mut self, metric: Metric, state: &State) {
        match state {
            State::Abolished(rest) => self.today.add_fraction(rest.left(metric)),
            State::Dropped(after) => {
                self.counts[1] += 1;
                self.dropped.add_fraction(after.weight(metric));
            }
            State::Stands(after, today) => {
                let (after, today) = (after.weight(metric), today.weight(metric));
                self.today.add_fraction(today);
                if today != after {
                    self.counts[0] += 1;
                    match today.minus(after) {
                        Some(moved) => self.reestimate.add_fraction(moved),
                        None => self.reestimate.overflow(),
                    }
                }
            }
        }
    }

    pub(super) fn add_new(&mut self, metric: Metric, subject: &Subject) {
        let weight = Figures::of(subject).weight(metric);
        self.counts[2] += 1;
        self.new.add_fraction(weight);
        self.today.add_fraction(weight);
    }

    /// Whether a sum does not fit.
    pub(super) fn overflowed(&self) -> bool {
        [&self.reestimate, &self.dropped, &self.new, &self.today].iter().any(|sum| sum.total().is_none())
    }

    pub(super) fn finish(&self) -> Burden {
        let total = |sum: &Sum| sum.total().unwrap_or_default();
        let [reestimated, dropped_regulations, new_regulations] = self.counts;
        Burden {
            reestimate: total(&self.reestimate),
            reestimated,
            dropped: total(&self.dropped),
            dropped_regulations,
            new: total(&self.new),
            new_regulations,
            today: total(&self.today),
        }
    }
}
