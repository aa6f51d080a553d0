//! What moved since a frozen baseline that no measure explains: re-estimates, regulations that left, and new burden.
//!
//! The baseline is a copy of the catalogue of one day; the living catalogue goes on. Of each regulation of the baseline, three
//! states are known: as frozen, as frozen after the measures in force (`evaluate::apply`), and as it lives. The effect of reform is the
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

use crate::cost::{CostRow, Sum};
use crate::model::{Fraction, Metric, Scope, Target};
use crate::reform::engine::Work;
use crate::reform::evaluate::{Evaluation, GroupBy, Outcome, counts};
use crate::reform::{Register, Subject};
use std::collections::{BTreeMap, HashMap};

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

crate::words::named! {
    /// How a regulation differs from the frozen baseline beyond the measures in force.
    ChangeKind {
        /// Its figures moved.
        Reestimated = "reestimated" { vi: "cập nhật số liệu", en: "data update" },
        /// It left without a measure.
        Dropped = "dropped" { vi: "hết hiệu lực", en: "lapsed" },
        /// It came after the baseline.
        New = "new" { vi: "phát sinh mới", en: "new" },
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

/// Regulations that came after a frozen baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Newcomers {
    /// How many.
    pub regulations: usize,
    /// Their cost per year, đồng, exact.
    pub annual: Fraction,
}

/// What became of a regulation of the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A measure in force abolishes it; what the measures leave of it, as a merge does.
    Abolished(Outcome),
    /// The living catalogue has it no longer; what it was after the measures in force.
    Dropped(Outcome),
    /// It stands: after the measures in force, and today.
    Stands(Outcome, Outcome),
}

/// The living catalogue beside a frozen baseline.
#[derive(Debug, Default)]
pub(super) struct Living<'s> {
    /// The regulations of the baseline that are not as it has them, in its order.
    states: Vec<(&'s Subject, State)>,
    /// Regulations that came after it.
    newcomers: Vec<&'s Subject>,
    /// A figure of today does not fit.
    overflow: bool,
}

impl<'s> Living<'s> {
    /// The living catalogue beside a baseline, of which the measures in force are evaluated.
    /// What came since counts where the programme covers it.
    pub(super) fn beside(live: &'s Register, frozen: &'s Register, in_force: &Evaluation, scope: &Scope) -> Self {
        let mut this = Self::default();
        let mut work = Work::default();
        let mut live = live.subjects.iter().peekable();
        let mut units = in_force.register().units.iter().enumerate().peekable();
        for (at, subject) in frozen.subjects.iter().enumerate() {
            while let Some(new) = live.next_if(|living| living.code < subject.code) {
                this.newcomers.push(new);
            }
            let living = live.next_if(|living| living.code == subject.code);
            let before = Outcome::untouched(subject);
            let unit = units.next_if(|(_, unit)| unit.regulation == at);
            let reformed = unit.filter(|(_, unit)| unit.measures.clone().any(|measure| in_force.is_chosen(measure)));
            let after = reformed.map_or(before, |(place, _)| in_force.outcome(place));
            let state = match living {
                _ if after.abolished => State::Abolished(after),
                None => State::Dropped(after),
                Some(living) => {
                    let today = match reformed {
                        None => Some(Outcome::untouched(living)),
                        Some((_, unit)) => {
                            let left =
                                in_force.register().rows_left(unit, |measure| in_force.is_chosen(measure), &mut work);
                            today(subject, &after, &left, living)
                        }
                    };
                    this.overflow |= today.is_none();
                    State::Stands(after, today.unwrap_or(after))
                }
            };
            if state != State::Stands(before, before) {
                this.states.push((subject, state));
            }
        }
        this.newcomers.extend(live);
        this.newcomers.retain(|subject| subject.within(scope));
        this
    }

    /// The regulations that differ from the baseline beyond the measures in force, by code.
    pub(super) fn changes(&self) -> Vec<RegulationChange> {
        let change = |(subject, state): &(&Subject, State)| {
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
                today: today.map(|today| today.annual),
                hours_after: after.processing_hours,
                hours_today: today.and_then(|today| today.processing_hours),
                electronic_after: Some(after.electronic),
                electronic_today: today.map(|today| today.electronic),
            })
        };
        let mut changes: Vec<RegulationChange> = self.states.iter().filter_map(change).collect();
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

    /// How many regulations came, and what they cost; nothing where the sum does not fit.
    pub(super) fn newcomers(&self) -> Option<Newcomers> {
        let mut sum = Sum::default();
        self.newcomers.iter().for_each(|subject| sum.add_fraction(subject.annual));
        Some(Newcomers { regulations: self.newcomers.len(), annual: sum.total()? })
    }

    /// How many of those that came have a cost that nobody knows: no sum counts them.
    pub(super) fn unknown(&self) -> usize {
        self.newcomers.iter().filter(|subject| subject.known().is_none()).count()
    }

    /// Whether all its figures fit.
    pub(super) fn fits(&self) -> bool {
        !self.overflow && self.newcomers().is_some()
    }

    /// What moved of a target, by group; of the whole under no key where no groups are asked for.
    pub(super) fn moved(&self, target: &Target, by: Option<GroupBy>) -> BTreeMap<Option<&'s str>, Moved> {
        let mut moved: BTreeMap<Option<&str>, Moved> = BTreeMap::new();
        let counts = |subject: &Subject| counts(target.metric, &target.kinds, subject);
        let key = |subject: &'s Subject| by.and_then(|by| by.key(subject));
        for (subject, state) in self.states.iter().filter(|(subject, _)| counts(subject)) {
            moved.entry(key(subject)).or_default().add(target.metric, &Outcome::untouched(subject), state);
        }
        for subject in self.newcomers.iter().filter(|subject| counts(subject)) {
            moved.entry(key(subject)).or_default().add_new(target.metric, &Outcome::untouched(subject));
        }
        moved
    }
}

/// The figures of a regulation today, by the rule of this module, after measures in force that leave these of its frozen rows; nothing
/// on overflow.
fn today(frozen: &Subject, after: &Outcome, left: &[Option<CostRow>], living: &Subject) -> Option<Outcome> {
    let rows: HashMap<&str, _> =
        frozen.rows.iter().zip(left).map(|(row, left)| (row.id.as_str(), (&row.row, left))).collect();
    let mut sum = Sum::default();
    for row in &living.rows {
        match rows.get(row.id.as_str()) {
            None => row.row.add_annual(&mut sum),
            Some((_, None)) => {}
            Some((frozen, Some(after))) => merged_row(frozen, after, &row.row).add_annual(&mut sum),
        }
    }
    Some(Outcome {
        annual: sum.total()?,
        processing_hours: merged(frozen.processing_hours, after.processing_hours, living.processing_hours),
        electronic: merged(frozen.electronic, after.electronic, living.electronic),
        ..*after
    })
}

/// A living value that still is the frozen one was not touched: the value after the measures stands for it.
fn merged<T: PartialEq>(frozen: T, after: T, living: T) -> T {
    if living == frozen { after } else { living }
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

/// What moved, added up in one metric.
#[derive(Debug, Clone, Default)]
pub(super) struct Moved {
    reestimate: Sum,
    dropped: Sum,
    new: Sum,
    /// What there is today less what the baseline has.
    today: Sum,
    counts: [usize; 3],
}

impl Moved {
    fn add(&mut self, metric: Metric, before: &Outcome, state: &State) {
        self.today.take_fraction(weight(before, metric));
        match state {
            // What an abolished regulation leaves is work, but no regulation.
            State::Abolished(rest) if matches!(metric, Metric::CostSaved | Metric::TimeSaved) => {
                self.today.add_fraction(weight(rest, metric));
            }
            State::Abolished(_) => {}
            State::Dropped(after) => {
                self.counts[1] += 1;
                self.dropped.add_fraction(weight(after, metric));
            }
            State::Stands(after, today) => {
                let (after, today) = (weight(after, metric), weight(today, metric));
                self.today.add_fraction(today);
                if today != after {
                    self.counts[0] += 1;
                    self.reestimate.add_fraction(today);
                    self.reestimate.take_fraction(after);
                }
            }
        }
    }

    fn add_new(&mut self, metric: Metric, subject: &Outcome) {
        let weight = weight(subject, metric);
        self.counts[2] += 1;
        self.new.add_fraction(weight);
        self.today.add_fraction(weight);
    }

    /// Whether regulations came.
    pub(super) fn is_new(&self) -> bool {
        self.counts[2] > 0
    }

    /// Both together.
    #[must_use]
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.reestimate.add_sum(&other.reestimate);
        self.dropped.add_sum(&other.dropped);
        self.new.add_sum(&other.new);
        self.today.add_sum(&other.today);
        self.counts.iter_mut().zip(other.counts).for_each(|(count, more)| *count += more);
        self
    }

    /// The burden, given what the baseline has in the metric; nothing where a sum does not fit.
    pub(super) fn burden(mut self, baseline: Fraction) -> Option<Burden> {
        self.today.add_fraction(baseline);
        let [reestimated, dropped_regulations, new_regulations] = self.counts;
        Some(Burden {
            reestimate: self.reestimate.total()?,
            reestimated,
            dropped: self.dropped.total()?,
            dropped_regulations,
            new: self.new.total()?,
            new_regulations,
            today: self.today.total()?,
        })
    }
}

/// What a regulation with these figures weighs in a metric, as a burden.
fn weight(outcome: &Outcome, metric: Metric) -> Fraction {
    match metric {
        Metric::Electronic if outcome.electronic => Fraction::ZERO,
        _ => outcome.weight(metric),
    }
}
