//! The rules: what an edit does to a regulation.
//!
//! Measures are applied in the order of their kinds ([`MeasureKind::order`](crate::model::MeasureKind::order)), ties by their codes. Each
//! edits what the one before left, so that nothing is saved twice: a fee lowered on a procedure that is also abolished saves nothing
//! more.

use super::amount::{Amount, Common};
use super::number::{Number, Row};
use super::unit::{Change, Compiled, Unit, What};
use crate::model::{Cell, CountsAs, Fraction};

/// A regulation after some of its measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::reform) struct State {
    /// It is gone.
    pub(in crate::reform) abolished: bool,
    /// It stays, lighter.
    pub(in crate::reform) simplified: bool,
    /// It is done electronically.
    pub(in crate::reform) electronic: bool,
    /// Something that a measure asked for could not be done.
    pub(in crate::reform) troubled: bool,
    /// Saved per year, đồng; below zero where a measure adds cost.
    pub(in crate::reform) saved: Amount,
    /// Processing time after, working hours.
    pub(in crate::reform) hours: Option<Amount>,
}

/// What a measure did, for those who explain it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::reform) enum Event {
    /// The regulation is gone.
    Gone,
    /// A row, by its place, is gone; its cost per year before.
    Row(usize, Option<Fraction>),
    /// A cell of a row changed.
    Cell(usize, Cell, Fraction, Fraction),
    /// The processing time changed, working hours.
    Time(Fraction, Fraction),
    /// Something could not be done.
    Trouble(Trouble),
}

/// Why something could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reform) enum Trouble {
    /// The kind or the values of the measure are wrong; the place of the reason in [`Unit::faults`].
    Fault(usize),
    /// No row is left that any of its edits aims at.
    TouchesNothing,
    /// The regulation is gone already, so that no row is left.
    AlreadyGone,
    /// No time limit is stated.
    NoTimeLimit,
    /// A figure does not fit.
    TooLarge,
}

/// Room for the rows that measures touch; all others are never copied.
#[derive(Debug, Clone)]
pub(in crate::reform) struct Scratch<N> {
    /// By row: its place among the touched rows plus one; zero where it is untouched.
    places: Vec<u32>,
    touched: Vec<Touched<N>>,
}

impl<N> Default for Scratch<N> {
    fn default() -> Self {
        Self { places: Vec::new(), touched: Vec::new() }
    }
}

#[derive(Debug, Clone)]
struct Touched<N> {
    at: usize,
    row: Row<N>,
    gone: bool,
}

impl<N: Number> Scratch<N> {
    fn clear(&mut self, rows: usize) {
        for touched in self.touched.drain(..) {
            self.places[touched.at] = 0;
        }
        if self.places.len() < rows {
            self.places.resize(rows, 0);
        }
    }

    /// The row as the measures before left it.
    fn touch(&mut self, at: usize, unit: &Unit<N>) -> &mut Touched<N> {
        let place = &mut self.places[at];
        if *place == 0 {
            self.touched.push(Touched { at, row: unit.rows[at], gone: false });
            *place = u32::try_from(self.touched.len()).unwrap_or(u32::MAX);
        }
        &mut self.touched[*place as usize - 1]
    }
}

/// Applies those measures of a unit at whose place `on` says so, telling each step to `note` with the place of the measure. Over small
/// numbers nothing when a figure does not fit; over fractions that is told as [`Trouble::TooLarge`], and what does not fit stays as it
/// was.
pub(in crate::reform) fn run<N: Number>(
    unit: &Unit<N>,
    on: impl Fn(usize) -> bool,
    common: &Common,
    scratch: &mut Scratch<N>,
    note: impl FnMut(usize, Event),
) -> Option<State> {
    scratch.clear(unit.rows.len());
    let state = State { electronic: unit.electronic, ..State::default() };
    let mut run = Run { unit, scratch, state, hours: unit.hours, gone: false, aimed: false, touched: false, note };
    for (at, step) in unit.measures.iter().enumerate().filter(|(at, _)| on(*at)) {
        match step.counts_as {
            Some(CountsAs::Abolished) => run.state.abolished = true,
            Some(CountsAs::Simplified) => run.state.simplified = true,
            None => {}
        }
        (run.aimed, run.touched) = (false, false);
        for edit in unit.edits(step) {
            run.edit(at, edit)?;
        }
        run.untouched(at);
    }
    run.finish(common)
}

struct Run<'u, N, F> {
    unit: &'u Unit<N>,
    scratch: &'u mut Scratch<N>,
    state: State,
    hours: Option<N>,
    gone: bool,
    /// Whether the measure at hand edits rows, and whether any of its edits found one.
    aimed: bool,
    touched: bool,
    note: F,
}

impl<'u, N: Number, F: FnMut(usize, Event)> Run<'u, N, F> {
    /// Tells what was done; only those who explain listen, and they compute over fractions.
    fn note(&mut self, measure: usize, event: impl FnOnce() -> Event) {
        if N::WIDE {
            (self.note)(measure, event());
        }
    }

    fn trouble(&mut self, measure: usize, trouble: Trouble) {
        self.state.troubled = true;
        self.note(measure, || Event::Trouble(trouble));
    }

    /// Nothing when a small number does not fit; over fractions this is told, and the work goes on.
    fn too_large(&mut self, measure: usize) -> Option<()> {
        N::WIDE.then(|| self.trouble(measure, Trouble::TooLarge))
    }

    fn edit(&mut self, measure: usize, edit: &Compiled<N>) -> Option<()> {
        match edit.what {
            What::Fault(at) => self.trouble(measure, Trouble::Fault(at)),
            What::Electronic => self.state.electronic = true,
            What::Gone => {
                self.gone = true;
                self.hours = self.hours.map(|_| N::ZERO);
                self.note(measure, || Event::Gone);
            }
            What::Time(change) => return self.time(measure, change),
            What::Rows => self.rows(measure, edit),
            What::Cell(cell, change) => return self.cells(measure, edit, cell, change),
        }
        Some(())
    }

    fn time(&mut self, measure: usize, change: Change<N>) -> Option<()> {
        if self.gone {
            // What is gone takes no time, whatever limit is set.
            return Some(());
        }
        let Some(before) = self.hours else {
            self.trouble(measure, Trouble::NoTimeLimit);
            return Some(());
        };
        let Some(after) = change.of(before) else { return self.too_large(measure) };
        self.hours = Some(after);
        self.note(measure, || Event::Time(before.exact(), after.exact()));
        Some(())
    }

    fn rows(&mut self, measure: usize, edit: &Compiled<N>) {
        self.aimed = true;
        for at in self.remaining(edit).iter().map(|at| *at as usize) {
            let touched = self.scratch.touch(at, self.unit);
            if touched.gone {
                continue;
            }
            self.touched = true;
            touched.gone = true;
            let row = touched.row;
            self.note(measure, || Event::Row(at, N::annual(&row).and_then(|(n, d)| Fraction::new(n, d))));
        }
    }

    fn cells(&mut self, measure: usize, edit: &Compiled<N>, cell: Cell, change: Change<N>) -> Option<()> {
        self.aimed = true;
        for at in self.remaining(edit).iter().map(|at| *at as usize) {
            let touched = self.scratch.touch(at, self.unit);
            if touched.gone {
                continue;
            }
            self.touched = true;
            let value = touched.row.cell_mut(cell);
            let before = *value;
            match change.of(before) {
                None => self.too_large(measure)?,
                Some(after) if after == before => {}
                Some(after) => {
                    *value = after;
                    self.note(measure, || Event::Cell(at, cell, before.exact(), after.exact()));
                }
            }
        }
        Some(())
    }

    /// The rows that an edit touches, some of which may be gone one by one; none when all are gone.
    fn remaining(&self, edit: &Compiled<N>) -> &'u [u32] {
        if self.gone { &[] } else { self.unit.picks(edit) }
    }

    /// Tells of a measure that edits rows and found none. Without a sheet there is nothing to touch yet.
    fn untouched(&mut self, measure: usize) {
        if self.aimed && !self.touched && self.unit.has_sheet {
            self.trouble(measure, if self.gone { Trouble::AlreadyGone } else { Trouble::TouchesNothing });
        }
    }

    fn finish(mut self, common: &Common) -> Option<State> {
        self.state.simplified &= !self.state.abolished;
        let saved = self.saved(common);
        let hours = self.hours.map(|hours| hours.pair()).map(|(n, d)| common.hours.amount(n, d));
        if saved.is_none() || hours == Some(None) {
            self.too_large(usize::MAX)?;
        }
        self.state.saved = saved.unwrap_or_default();
        self.state.hours = hours.flatten();
        Some(self.state)
    }

    /// Cost per year saved: of the rows that were touched, what they cost before less what they cost now.
    fn saved(&self, common: &Common) -> Option<Amount> {
        if self.gone {
            return Some(common.dong.amount_of(self.unit.annual));
        }
        let annual = |row: &Row<N>| {
            let (numerator, denominator) = N::annual(row)?;
            common.dong.amount(numerator, denominator)
        };
        let mut saved = Amount::default();
        for touched in &self.scratch.touched {
            saved = saved.plus(annual(&self.unit.rows[touched.at])?)?;
            if !touched.gone {
                saved = saved.minus(annual(&touched.row)?)?;
            }
        }
        Some(saved)
    }
}
