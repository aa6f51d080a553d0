//! The rules: what an edit does to a regulation.
//!
//! Measures are applied in the order of their kinds ([`MeasureKind::order`](crate::model::MeasureKind::order)), ties by their codes. Each
//! edits what the one before left, so that nothing is saved twice: a fee lowered on a procedure that is also abolished saves nothing
//! more.
//!
//! **What changes something.** A measure changes something when, at its turn, anything that can be seen of the regulation becomes
//! another: the regulation itself is gone, or counts as abolished for the first time; a row of the sheet is gone, or a cell of it has
//! another value, whatever the row costs; the processing time is another; what was not done electronically is. What no row shows
//! ([`super::unseen`]) is seen as well: a component of the dossier that the sheet does not cost, and all work where there is no sheet
//! yet. There a row that is dropped and a cell that is set are changes, unless a measure before did the same. So neither a cost nor a
//! sheet is needed for a change. What cannot be done (a time limit shortened where none is stated, a value that is missing) changes
//! nothing, nor does a kind without edits.
//!
//! **What counts as simplified.** A regulation that stays and of which, after all of the set, anything of this is less than before
//! any measure: gone, lower, shorter, or electronic. A set that only sets values higher makes nothing simpler. Because this looks at
//! the end of the set alone, it does not depend on the order, and of sets that touch nothing in common any one that simplifies is
//! enough. It is the one rule of every figure: of progress, scenarios, the solver, forecasts and draws.

use super::amount::{Amount, Common};
use super::number::{Number, Row, Value};
use super::unit::{Change, Compiled, Step, Unit, What};
use super::unseen::Unseen;
use crate::model::{Cell, CountsAs};

/// A regulation after some of its measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::reform) struct State {
    /// It is gone.
    pub(in crate::reform) abolished: bool,
    /// It is dropped with its sheet and its processing time; one that is merged into another is abolished and not dropped.
    pub(in crate::reform) gone: bool,
    /// It stays, lighter.
    pub(in crate::reform) simplified: bool,
    /// It is done electronically.
    pub(in crate::reform) electronic: bool,
    /// Something that a measure asked for could not be done.
    pub(in crate::reform) troubled: bool,
    /// The cost or the time that it saves does not fit, so that nothing is saved; this is told too.
    pub(in crate::reform) unfit: bool,
    /// Saved per year, đồng; below zero where a measure adds cost.
    pub(in crate::reform) saved: Amount,
    /// Processing time after, working hours.
    pub(in crate::reform) hours: Option<Amount>,
}

/// What a measure did, for those who explain it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::reform) enum Event<N> {
    /// The regulation is gone.
    Gone,
    /// A row, by its place, is gone; as it was before.
    Row(usize, Row<N>),
    /// A cell of a row changed.
    Cell(usize, Cell, N, N),
    /// The processing time changed, working hours.
    Time(N, N),
    /// Something could not be done, or changes nothing.
    Trouble(Trouble),
    /// The measure makes nothing lighter, so that it does not count; why is told as trouble.
    Idle,
}

/// Why something could not be done, or changes nothing. Other measures are given by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reform) enum Trouble {
    /// The kind or the values of the measure are wrong; the place of the reason in [`Unit::faults`].
    Fault(usize),
    /// There is no row that any of its edits aims at; these measures took what there was.
    TouchesNothing(Vec<usize>),
    /// The regulation is gone already, by this measure.
    AlreadyGone(Option<usize>),
    /// What it does, these measures did before it.
    Taken(Vec<usize>),
    /// Everything is already as it asks for, or lower.
    NoChange,
    /// Its kind edits nothing.
    EmptyKind,
    /// It only makes things heavier.
    Heavier,
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
    unseen: Vec<Unseen<N>>,
}

impl<N> Default for Scratch<N> {
    fn default() -> Self {
        Self { places: Vec::new(), touched: Vec::new(), unseen: Vec::new() }
    }
}

#[derive(Debug, Clone)]
struct Touched<N> {
    at: usize,
    row: Row<N>,
    gone: bool,
    /// The measure that changed it last, by its place.
    by: Option<usize>,
}

impl<N: Value> Scratch<N> {
    /// The rows that the last run touched, by their place; nothing where one is gone.
    pub(in crate::reform) fn touched(&self) -> impl Iterator<Item = (usize, Option<&Row<N>>)> {
        self.touched.iter().map(|touched| (touched.at, (!touched.gone).then_some(&touched.row)))
    }

    fn clear(&mut self, rows: usize, unseen: usize) {
        self.unseen.clear();
        self.unseen.resize_with(unseen, Unseen::default);
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
            self.touched.push(Touched { at, row: unit.rows[at].clone(), gone: false, by: None });
            *place = u32::try_from(self.touched.len()).unwrap_or(u32::MAX);
        }
        &mut self.touched[*place as usize - 1]
    }
}

/// Applies those measures of a unit at whose place `on` says so, telling each step to `note` with the place of the measure. The rows that
/// they touched are left in `scratch`, and the processing time is given beside a state without figures. Over small numbers nothing when a
/// figure does not fit; over wide ones that is told as [`Trouble::TooLarge`], and what does not fit stays as it was.
pub(in crate::reform) fn run<N: Value>(
    unit: &Unit<N>,
    on: impl Fn(usize) -> bool,
    scratch: &mut Scratch<N>,
    note: impl FnMut(usize, Event<N>),
) -> Option<(State, Option<N>)> {
    scratch.clear(unit.rows.len(), unit.unseen);
    let state = State { electronic: unit.electronic, ..State::default() };
    let (hours, last, turn) = (unit.hours.clone(), Last::default(), Turn::default());
    let mut run = Run { unit, scratch, state, hours, gone: None, last, turn, note };
    for (at, step) in unit.measures.iter().enumerate().filter(|(at, _)| on(*at)) {
        run.turn = Turn::default();
        if step.counts_as == Some(CountsAs::Abolished) {
            // That a regulation stops to be one of its own is a change, whatever of its work goes on elsewhere.
            run.turn.lightened(!run.state.abolished);
            if run.state.abolished {
                run.taken_by(run.last.abolished);
            }
            run.state.abolished = true;
            run.last.abolished.get_or_insert(at);
        }
        for edit in unit.edits(step) {
            run.edit(at, edit)?;
        }
        run.end_turn(at, step);
    }
    let simplified = !run.state.abolished && run.is_lighter();
    Some((State { simplified, gone: run.gone.is_some(), ..run.state }, run.hours))
}

/// [`run()`] with the figures.
pub(in crate::reform) fn state<N: Number>(
    unit: &Unit<N>,
    on: impl Fn(usize) -> bool,
    common: &Common,
    scratch: &mut Scratch<N>,
    mut note: impl FnMut(usize, Event<N>),
) -> Option<State> {
    let (state, hours) = run(unit, on, scratch, &mut note)?;
    let saved = saved(unit, state.gone, common, scratch);
    let hours = hours.map(N::pair).map(|(n, d)| common.hours.amount(n, d));
    let unfit = saved.is_none() || hours == Some(None);
    if unfit && !N::WIDE {
        return None;
    }
    if unfit {
        note(usize::MAX, Event::Trouble(Trouble::TooLarge));
    }
    let troubled = state.troubled || unfit;
    Some(State { troubled, unfit, saved: saved.unwrap_or_default(), hours: hours.flatten(), ..state })
}

/// Cost per year saved: of the rows that were touched, what they cost before less what they cost now.
fn saved<N: Number>(unit: &Unit<N>, gone: bool, common: &Common, scratch: &Scratch<N>) -> Option<Amount> {
    if gone {
        return Some(common.dong.amount_of(unit.annual));
    }
    let annual = |at: usize, row: &Row<N>| {
        let (numerator, denominator) = unit.annual(at, row)?;
        common.dong.amount(numerator, denominator)
    };
    let mut saved = Amount::default();
    for (at, left) in scratch.touched() {
        saved = saved.plus(annual(at, &unit.rows[at])?)?;
        if let Some(row) = left {
            saved = saved.minus(annual(at, row)?)?;
        }
    }
    Some(saved)
}

/// Who changed what is no row last, by the place of the measure.
#[derive(Debug, Clone, Copy, Default)]
struct Last {
    abolished: Option<usize>,
    time: Option<usize>,
    electronic: Option<usize>,
}

/// What the measure at hand did so far.
#[derive(Debug, Default)]
struct Turn {
    /// Whether it edits rows, and whether any of its edits found one.
    aimed: bool,
    touched: bool,
    /// Whether it changed anything, and whether it made anything lighter.
    changed: bool,
    lighter: bool,
    /// Whether a trouble of it was told.
    troubled: bool,
    /// The measures that did before what it asks for.
    taken: Vec<usize>,
}

impl Turn {
    /// It made something lighter, if that is so.
    fn lightened(&mut self, lighter: bool) {
        self.changed |= lighter;
        self.lighter |= lighter;
    }
}

struct Run<'u, N, F> {
    unit: &'u Unit<N>,
    scratch: &'u mut Scratch<N>,
    state: State,
    hours: Option<N>,
    /// The measure that dropped the whole, by its place.
    gone: Option<usize>,
    last: Last,
    turn: Turn,
    note: F,
}

impl<'u, N: Value, F: FnMut(usize, Event<N>)> Run<'u, N, F> {
    /// Tells what was done; only those who explain listen, and they compute over fractions.
    fn note(&mut self, measure: usize, event: impl FnOnce() -> Event<N>) {
        if N::WIDE {
            (self.note)(measure, event());
        }
    }

    fn trouble(&mut self, measure: usize, trouble: Trouble) {
        self.state.troubled = true;
        self.turn.troubled = true;
        self.note(measure, || Event::Trouble(trouble));
    }

    /// What the measure at hand asks for was done before by another, if any did it; only those who explain listen.
    fn taken_by(&mut self, by: Option<usize>) {
        if N::WIDE {
            self.turn.taken.extend(by.filter(|by| !self.turn.taken.contains(by)));
        }
    }

    /// Nothing when a small number does not fit; over fractions this is told, and the work goes on.
    fn too_large(&mut self, measure: usize) -> Option<()> {
        N::WIDE.then(|| self.trouble(measure, Trouble::TooLarge))
    }

    fn edit(&mut self, measure: usize, edit: &Compiled<N>) -> Option<()> {
        match &edit.what {
            What::Fault(at) => self.trouble(measure, Trouble::Fault(*at)),
            What::Electronic => self.electronic(measure),
            What::Gone => {
                if self.gone.is_none() {
                    self.gone = Some(measure);
                    self.turn.lightened(true);
                    self.hours = self.hours.take().map(|_| N::ZERO);
                    self.note(measure, || Event::Gone);
                }
            }
            What::Time(change) => return self.time(measure, change),
            What::Rows => self.rows(measure, edit),
            What::Cell(cell, change) => return self.cells(measure, edit, *cell, change),
        }
        Some(())
    }

    fn electronic(&mut self, measure: usize) {
        // What is gone is done in no way.
        if self.state.electronic {
            self.taken_by(self.last.electronic);
        } else if self.gone.is_none() {
            self.turn.lightened(true);
            self.last.electronic = Some(measure);
        }
        self.state.electronic = true;
    }

    fn time(&mut self, measure: usize, change: &Change<N>) -> Option<()> {
        if self.gone.is_some() {
            // What is gone takes no time, whatever limit is set.
            return Some(());
        }
        let Some(before) = self.hours.clone() else {
            self.trouble(measure, Trouble::NoTimeLimit);
            return Some(());
        };
        let Some(after) = change.clone().of(before.clone()) else { return self.too_large(measure) };
        if after == before {
            self.taken_by(self.last.time);
            return Some(());
        }
        self.hours = Some(after.clone());
        self.last.time = Some(measure);
        self.turn.changed = true;
        self.turn.lightened(after.below(&before));
        self.note(measure, || Event::Time(before, after));
        Some(())
    }

    fn rows(&mut self, measure: usize, edit: &Compiled<N>) {
        self.turn.aimed = true;
        for at in self.remaining(edit).iter().map(|at| *at as usize) {
            let touched = self.scratch.touch(at, self.unit);
            if touched.gone {
                let by = touched.by;
                self.taken_by(by);
                continue;
            }
            (touched.gone, touched.by) = (true, Some(measure));
            self.turn.touched = true;
            self.turn.lightened(true);
            let row = touched.row.clone();
            self.note(measure, || Event::Row(at, row));
        }
        self.unseen(measure, edit, |unseen| {
            (unseen.gone, unseen.lighter) = (true, true);
            true
        });
    }

    fn cells(&mut self, measure: usize, edit: &Compiled<N>, cell: Cell, change: &Change<N>) -> Option<()> {
        self.turn.aimed = true;
        for at in self.remaining(edit).iter().map(|at| *at as usize) {
            let touched = self.scratch.touch(at, self.unit);
            if touched.gone {
                let by = touched.by;
                self.taken_by(by);
                continue;
            }
            self.turn.touched = true;
            let value = touched.row.cell_mut(cell);
            let before = value.clone();
            match change.clone().of(before.clone()) {
                None => self.too_large(measure)?,
                Some(after) if after == before => {
                    let by = touched.by.filter(|by| *by != measure);
                    self.taken_by(by);
                }
                Some(after) => {
                    *value = after.clone();
                    touched.by = Some(measure);
                    self.turn.changed = true;
                    self.turn.lightened(after.below(&before));
                    self.note(measure, || Event::Cell(at, cell, before, after));
                }
            }
        }
        self.unseen(measure, edit, |unseen| unseen.change(cell, change.clone()));
        Some(())
    }

    /// Changes what no row shows; `change` tells whether that made it lighter.
    fn unseen(&mut self, measure: usize, edit: &Compiled<N>, change: impl Fn(&mut Unseen<N>) -> bool) {
        if self.gone.is_some() {
            return;
        }
        for at in self.unit.unseen(edit) {
            let Some(unseen) = self.scratch.unseen.get_mut(*at as usize) else { continue };
            if !unseen.gone && change(unseen) {
                unseen.by = Some(measure);
                self.turn.lightened(true);
            } else {
                let by = unseen.by.filter(|by| *by != measure);
                self.taken_by(by);
            }
        }
    }

    /// The rows that an edit touches, some of which may be gone one by one; none when all are gone.
    fn remaining(&self, edit: &Compiled<N>) -> &'u [u32] {
        if self.gone.is_some() { &[] } else { self.unit.picks(edit) }
    }

    /// Tells of a measure that does not count, and of one that edits rows and found none. Without a sheet there is no row to touch yet.
    fn end_turn(&mut self, measure: usize, step: &Step) {
        let gone_before = self.gone.filter(|by| *by != measure);
        let no_row = self.turn.aimed && !self.turn.touched && self.unit.has_sheet;
        let trouble = if no_row && gone_before.is_some() {
            Some(Trouble::AlreadyGone(gone_before))
        } else if no_row {
            let taken = std::mem::take(&mut self.turn.taken);
            let rest = self.turn.lighter || taken.is_empty();
            Some(if rest { Trouble::TouchesNothing(taken) } else { Trouble::Taken(taken) })
        } else if self.turn.lighter || self.turn.troubled {
            None
        } else if self.turn.changed {
            Some(Trouble::Heavier)
        } else if gone_before.is_some() {
            Some(Trouble::AlreadyGone(gone_before))
        } else if step.is_empty() {
            Some(Trouble::EmptyKind)
        } else if self.turn.taken.is_empty() {
            Some(Trouble::NoChange)
        } else {
            Some(Trouble::Taken(std::mem::take(&mut self.turn.taken)))
        };
        if let Some(trouble) = trouble {
            self.trouble(measure, trouble);
        }
        if !self.turn.lighter {
            self.note(measure, || Event::Idle);
        }
    }

    /// Whether anything is less than before any measure.
    fn is_lighter(&self) -> bool {
        self.gone.is_some()
            || (self.state.electronic && !self.unit.electronic)
            || self.hours.as_ref().zip(self.unit.hours.as_ref()).is_some_and(|(after, before)| after.below(before))
            || self.scratch.unseen.iter().any(|unseen| unseen.lighter)
            || self.scratch.touched.iter().any(|t| t.gone || t.row.any_below(&self.unit.rows[t.at]))
    }
}
