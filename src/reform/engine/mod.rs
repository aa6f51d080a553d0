//! The engine below every figure of a set of measures: a regulation and its measures compiled once, rows as numbers by index and
//! measures as edits of rows by index, so that the effect of any subset is computed without looking at a word.
//!
//! There is one version of the rules, [`run()`]. It runs over small numbers (two 64-bit integers a cell) wherever they hold the
//! figures, and over [`Fraction`] where they do not; and it tells what it does to whoever wants to explain it.

mod amount;
mod number;
mod run;
mod unit;
mod unseen;

pub(super) use amount::{Amount, Common};
pub(super) use number::{Row, Value, cell_mut};
pub(super) use run::{Event, Scratch, State, Trouble, run};
pub(super) use unit::{Touches, compile, ordered};

use number::{Small, cost_row};
use run::state;
use unit::Unit;

use crate::cost::CostRow;
use crate::model::{Fraction, Measure};
use crate::reform::{Snapshot, Subject};
use crate::words::Said;

/// A regulation with its measures, over the smallest numbers that hold it.
#[derive(Debug, Clone)]
pub(super) enum Compiled {
    /// Every cell and every value fits two 64-bit integers, as those of real sheets do.
    Small(Unit<Small>),
    /// Some do not.
    Wide(Unit<Fraction>),
}

/// Room to work in, kept from one run to the next.
#[derive(Debug, Clone, Default)]
pub(super) struct Work {
    small: Scratch<Small>,
    wide: Scratch<Fraction>,
}

impl Compiled {
    /// Compiles a regulation and those of the measures that aim at it.
    pub(super) fn of<'m>(
        subject: &Subject,
        measures: impl Iterator<Item = &'m Measure>,
        snapshot: &'m Snapshot,
    ) -> Self {
        let ordered = ordered(measures, snapshot);
        match compile(subject, &ordered, snapshot.working_day, &|_, _| None) {
            Some(unit) => Self::Small(unit),
            // Fractions hold every figure.
            None => Self::Wide(compile(subject, &ordered, snapshot.working_day, &|_, _| None).unwrap_or_default()),
        }
    }

    /// The codes of its measures, in the order in which they are applied.
    pub(super) fn codes(&self) -> &[String] {
        match self {
            Self::Small(unit) => &unit.codes,
            Self::Wide(unit) => &unit.codes,
        }
    }

    /// Why measures ask for what cannot be done, by the place in [`Trouble::Fault`].
    pub(super) fn faults(&self) -> &[Said] {
        match self {
            Self::Small(unit) => &unit.faults,
            Self::Wide(unit) => &unit.faults,
        }
    }

    /// What the measure at a place touches.
    pub(super) fn touches(&self, measure: usize) -> Touches {
        match self {
            Self::Small(unit) => unit.touches(measure),
            Self::Wide(unit) => unit.touches(measure),
        }
    }

    /// Cost per year of a row at a place as measures left it, đồng; nothing on overflow.
    pub(super) fn annual(&self, at: usize, row: &Row<Fraction>) -> Option<Fraction> {
        let hourly = match self {
            Self::Small(unit) => &unit.hourly,
            Self::Wide(unit) => &unit.hourly,
        };
        cost_row(row, *hourly.get(at)?).annual()
    }

    /// Lets the common denominators hold its figures.
    pub(super) fn widen_common(&self, common: &mut Common) {
        match self {
            Self::Small(unit) => unit.widen_common(common),
            Self::Wide(unit) => unit.widen_common(common),
        }
    }

    /// What a subset of its measures does: those at whose place in the order of application `on` says so.
    pub(super) fn state(&self, on: impl Fn(usize) -> bool, common: &Common, work: &mut Work) -> State {
        let small = match self {
            Self::Small(unit) => state(unit, &on, common, &mut work.small, |_, _| ()),
            Self::Wide(_) => None,
        };
        small.unwrap_or_else(|| self.explained(on, common, work, |_, _| ()))
    }

    /// The same over fractions, telling each step: the place of the measure and what happened.
    pub(super) fn explained(
        &self,
        on: impl Fn(usize) -> bool,
        common: &Common,
        work: &mut Work,
        note: impl FnMut(usize, Event<Fraction>),
    ) -> State {
        let widened;
        let unit = match self {
            Self::Small(unit) => {
                widened = unit.widened();
                &widened
            }
            Self::Wide(unit) => unit,
        };
        // Over fractions it always comes to an end: what does not fit even there is told and left as it was.
        state(unit, &on, common, &mut work.wide, note).unwrap_or_default()
    }

    /// The rows that those measures leave, by their place; nothing where one is gone.
    pub(super) fn left(&self, on: impl Fn(usize) -> bool, common: &Common, work: &mut Work) -> Vec<Option<CostRow>> {
        let state = self.explained(on, common, work, |_, _| ());
        let (mut rows, hourly): (Vec<Option<Row<Fraction>>>, _) = match self {
            Self::Small(unit) => (unit.rows.iter().map(|row| Some(row.widened())).collect(), &unit.hourly),
            Self::Wide(unit) => (unit.rows.iter().copied().map(Some).collect(), &unit.hourly),
        };
        work.wide.touched().for_each(|(at, row)| rows[at] = row.copied());
        let left =
            |(row, hourly): (Option<Row<Fraction>>, &Fraction)| Some(cost_row(&row.filter(|_| !state.gone)?, *hourly));
        rows.into_iter().zip(hourly).map(left).collect()
    }

    /// Those of the measures at whose place `on` says so that make nothing lighter at their turn, by their place.
    pub(super) fn idle(&self, on: impl Fn(usize) -> bool, common: &Common, work: &mut Work) -> Vec<usize> {
        let mut idle = Vec::new();
        self.explained(on, common, work, |at, event| {
            if matches!(event, Event::Idle) {
                idle.push(at);
            }
        });
        idle
    }
}
