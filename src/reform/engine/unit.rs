//! A regulation and its measures, compiled: selectors as indices of rows, values as numbers, nothing left to look up.

use super::amount::Common;
use super::number::{Number, Row, Value};
use super::unseen::{Place, places};
use crate::model::{Action, ActivityGroup, Cell, CountsAs, Edit, Fraction, Measure, MeasureKind, Selector};
use crate::reform::check::edit_value;
use crate::reform::{Snapshot, Subject, SubjectRow};
use crate::words::reform::ReformWord;
use crate::words::{Message, Said};
use std::ops::Range;

/// A regulation with its measures, compiled.
#[derive(Debug, Clone, Default)]
pub(in crate::reform) struct Unit<N> {
    /// Codes of the measures, in the order in which they are applied.
    pub(in crate::reform) codes: Box<[String]>,
    /// What measures ask for and what cannot be done, told when they are applied.
    pub(in crate::reform) faults: Box<[Said]>,
    /// Cost per year before, đồng.
    pub(super) annual: Fraction,
    /// Processing time before, working hours.
    pub(super) hours: Option<N>,
    /// Whether it is done electronically before.
    pub(super) electronic: bool,
    /// Whether it has a cost sheet.
    pub(super) has_sheet: bool,
    /// Rows of the sheet, in its order.
    pub(in crate::reform) rows: Box<[Row<N>]>,
    /// Their incomes per hour, đồng, which no measure changes.
    pub(super) hourly: Box<[Fraction]>,
    /// The measures, in the order in which they are applied.
    pub(super) measures: Box<[Step]>,
    /// How many places there are that measures aim at and no row shows; see [`super::unseen`].
    pub(super) unseen: usize,
    edits: Box<[Compiled<N>]>,
    picks: Box<[u32]>,
}

/// What a measure touches: measures that touch nothing in common do not interact.
#[derive(Debug, Clone, Default)]
pub(in crate::reform) struct Touches {
    /// Rows, by place.
    pub(in crate::reform) rows: Vec<u32>,
    /// The processing time.
    pub(in crate::reform) time: bool,
    /// All of it.
    pub(in crate::reform) all: bool,
}

/// A measure: how it counts and which edits it makes.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// Nothing when its kind is unknown.
    pub(super) counts_as: Option<CountsAs>,
    edits: Range<usize>,
}

impl Step {
    /// Whether its kind edits nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }
}

/// An edit and the rows that it touches.
#[derive(Debug, Clone)]
pub(super) struct Compiled<N> {
    pub(super) what: What<N>,
    picks: Range<usize>,
    unseen: Range<usize>,
}

/// What an edit does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What<N> {
    /// The regulation is gone, with its sheet and its processing time.
    Gone,
    /// It is done electronically from now on.
    Electronic,
    /// The rows are gone.
    Rows,
    /// A cell of the rows changes.
    Cell(Cell, Change<N>),
    /// The processing time changes, in working hours.
    Time(Change<N>),
    /// It cannot be done; the place of the reason in [`Unit::faults`].
    Fault(usize),
}

/// How a number changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Change<N> {
    /// To this value.
    Set(N),
    /// To this value where it is less.
    Cap(N),
    /// By this factor.
    Scale(N),
}

impl Touches {
    /// Whether the effects of two measures may depend on each other.
    pub(in crate::reform) fn meet(&self, other: &Self) -> bool {
        self.all || other.all || (self.time && other.time) || self.rows.iter().any(|row| other.rows.contains(row))
    }
}

impl<N: Value> Change<N> {
    /// The number after the change; nothing when it does not fit.
    pub(super) fn of(self, before: N) -> Option<N> {
        match self {
            Self::Set(value) => Some(value),
            Self::Cap(value) => Some(before.at_most(value)),
            Self::Scale(factor) => before.times(factor),
        }
    }

    fn value(self) -> N {
        match self {
            Self::Set(value) | Self::Cap(value) | Self::Scale(value) => value,
        }
    }

    fn map<M>(self, to: impl Fn(N) -> M) -> Change<M> {
        match self {
            Self::Set(value) => Change::Set(to(value)),
            Self::Cap(value) => Change::Cap(to(value)),
            Self::Scale(value) => Change::Scale(to(value)),
        }
    }
}

impl<N: Value> Unit<N> {
    /// The edits of a measure.
    pub(super) fn edits(&self, step: &Step) -> &[Compiled<N>] {
        self.edits.get(step.edits.clone()).unwrap_or_default()
    }

    /// What the measure at a place touches.
    pub(super) fn touches(&self, measure: usize) -> Touches {
        let mut touches = Touches::default();
        for edit in self.measures.get(measure).map(|step| self.edits(step)).unwrap_or_default() {
            match edit.what {
                What::Gone => touches.all = true,
                What::Time(_) => touches.time = true,
                What::Rows | What::Cell(..) => touches.rows.extend(self.picks(edit)),
                What::Electronic | What::Fault(_) => {}
            }
        }
        touches
    }

    /// The rows that an edit touches.
    pub(super) fn picks(&self, edit: &Compiled<N>) -> &[u32] {
        self.picks.get(edit.picks.clone()).unwrap_or_default()
    }

    /// The places that an edit touches and no row shows.
    pub(super) fn unseen(&self, edit: &Compiled<N>) -> &[u32] {
        self.picks.get(edit.unseen.clone()).unwrap_or_default()
    }
}

impl<N: Number> Unit<N> {
    /// Cost per year of a row at a place as measures leave it; nothing on overflow.
    pub(super) fn annual(&self, at: usize, row: &Row<N>) -> Option<(i128, i128)> {
        N::annual(row, *self.hourly.get(at)?)
    }

    /// Lets the common denominators hold the figures of the rows before and, as far as can be foreseen, after the measures.
    pub(super) fn widen_common(&self, common: &mut Common) {
        for (at, row) in self.rows.iter().enumerate() {
            if let Some((_, denominator)) = self.annual(at, row) {
                common.dong.hold(denominator);
            }
        }
        if let Some(hours) = self.hours {
            common.hours.hold(hours.pair().1);
        }
        for edit in &self.edits {
            let (change, common) = match edit.what {
                What::Cell(_, change) => (change, &mut common.dong),
                What::Time(change) => (change, &mut common.hours),
                _ => continue,
            };
            // Beside the 60 of minutes. What this does not foresee is kept as a fraction, which is slower and as exact.
            common.hold(change.value().pair().1.saturating_mul(60));
        }
    }

    /// The unit over fractions.
    pub(super) fn widened(&self) -> Unit<Fraction> {
        let edit = |edit: &Compiled<N>| Compiled {
            picks: edit.picks.clone(),
            unseen: edit.unseen.clone(),
            what: match edit.what {
                What::Gone => What::Gone,
                What::Electronic => What::Electronic,
                What::Rows => What::Rows,
                What::Fault(at) => What::Fault(at),
                What::Cell(cell, change) => What::Cell(cell, change.map(N::exact)),
                What::Time(change) => What::Time(change.map(N::exact)),
            },
        };
        Unit {
            codes: self.codes.clone(),
            faults: self.faults.clone(),
            annual: self.annual,
            hours: self.hours.map(N::exact),
            electronic: self.electronic,
            has_sheet: self.has_sheet,
            rows: self.rows.iter().map(Row::widened).collect(),
            hourly: self.hourly.clone(),
            measures: self.measures.clone(),
            unseen: self.unseen,
            edits: self.edits.iter().map(edit).collect(),
            picks: self.picks.clone(),
        }
    }
}

/// Measures with their kinds in the order in which they are applied: by the order of the kind, then by code. Those of an unknown
/// kind come first and do nothing.
pub(in crate::reform) fn ordered<'m>(
    measures: impl Iterator<Item = &'m Measure>,
    snapshot: &'m Snapshot,
) -> Vec<(Option<&'m MeasureKind>, &'m Measure)> {
    let mut ordered: Vec<_> = measures.map(|measure| (snapshot.kinds.get(&measure.kind), measure)).collect();
    ordered.sort_by(|(a, m), (b, n)| (a.map(|k| k.order), &m.code).cmp(&(b.map(|k| k.order), &n.code)));
    ordered
}

/// Compiles a regulation with its measures in their order; nothing when a number does not fit. `own` gives the value of an edit where it is
/// not the one that its measure or its kind says.
pub(in crate::reform) fn compile<N: Value>(
    subject: &Subject,
    ordered: &[(Option<&MeasureKind>, &Measure)],
    working_day: Fraction,
    own: &dyn Fn(&Edit, &Measure) -> Option<N>,
) -> Option<Unit<N>> {
    let unseen = places(subject, ordered);
    let mut compiler = Compiler {
        subject,
        working_day,
        own,
        unseen: &unseen,
        edits: Vec::new(),
        picks: Vec::new(),
        faults: Vec::new(),
    };
    let mut measures = Vec::with_capacity(ordered.len());
    for (kind, measure) in ordered {
        let from = compiler.edits.len();
        match kind {
            None => compiler.fault(ReformWord::UnknownKind.said(&[&measure.kind])),
            Some(kind) => {
                for edit in &kind.edits {
                    compiler.edit(edit, kind, measure)?;
                }
            }
        }
        measures.push(Step { counts_as: kind.map(|k| k.counts_as), edits: from..compiler.edits.len() });
    }
    Some(Unit {
        codes: ordered.iter().map(|(_, measure)| measure.code.clone()).collect(),
        faults: compiler.faults.into(),
        annual: subject.annual,
        hours: subject.processing_hours.map(N::of).map_or(Some(None), |hours| hours.map(Some))?,
        electronic: subject.electronic,
        has_sheet: subject.has_sheet,
        rows: subject.rows.iter().map(|row| Row::of(&row.row)).collect::<Option<_>>()?,
        hourly: subject.rows.iter().map(|row| row.row.hourly).collect(),
        measures: measures.into(),
        unseen: unseen.len(),
        edits: compiler.edits.into(),
        picks: compiler.picks.into(),
    })
}

struct Compiler<'s, N> {
    subject: &'s Subject,
    working_day: Fraction,
    own: &'s dyn Fn(&Edit, &Measure) -> Option<N>,
    unseen: &'s [Place<'s>],
    edits: Vec<Compiled<N>>,
    picks: Vec<u32>,
    faults: Vec<Said>,
}

impl<N: Value> Compiler<'_, N> {
    fn fault(&mut self, said: Said) {
        self.edits.push(Compiled { what: What::Fault(self.faults.len()), picks: 0..0, unseen: 0..0 });
        self.faults.push(said);
    }

    /// Nothing when a number does not fit.
    fn edit(&mut self, edit: &Edit, kind: &MeasureKind, measure: &Measure) -> Option<()> {
        let what = match self.what(edit, kind, measure) {
            Ok(what) => what?,
            Err(said) => {
                self.fault(said);
                return Some(());
            }
        };
        let from = self.picks.len();
        if matches!(what, What::Rows | What::Cell(..)) {
            let picked = |row: &&SubjectRow| selects(edit.on, row, measure);
            let rows = (0_u32..).zip(&self.subject.rows).filter(|(_, row)| picked(row)).map(|(at, _)| at);
            self.picks.extend(rows);
        }
        let seen = self.picks.len();
        if matches!(what, What::Rows | What::Cell(..)) {
            let aimed = |place: &&Place<'_>| place.aimed_at(edit.on, measure, self.subject.has_sheet);
            let places = (0_u32..).zip(self.unseen).filter(|(_, place)| aimed(place)).map(|(at, _)| at);
            self.picks.extend(places);
        }
        self.edits.push(Compiled { what, picks: from..seen, unseen: seen..self.picks.len() });
        Some(())
    }

    /// What the edit does; nothing inside when a number does not fit.
    ///
    /// # Errors
    /// Why it cannot be done.
    fn what(&self, edit: &Edit, kind: &MeasureKind, measure: &Measure) -> Result<Option<What<N>>, Said> {
        let times = |by: Fraction| match (self.own)(edit, measure) {
            Some(own) => Ok(N::of(by).and_then(|by| own.times(by))),
            None => {
                let value = edit_value(edit, kind, measure)?.times(by);
                Ok(N::of(value.ok_or_else(|| ReformWord::TooLarge.said(&[&measure.regulation]))?))
            }
        };
        let given = || times(Fraction::ONE);
        let factor = || times(Fraction::new(1, 100).unwrap_or_default());
        // A time limit is given in working days.
        let hours = || times(self.working_day);
        Ok(match (edit.on, edit.action) {
            (_, Action::Electronic) => Some(What::Electronic),
            (Selector::Regulation, Action::Drop) => Some(What::Gone),
            (Selector::ProcessingTime, Action::Drop) => Some(What::Time(Change::Set(N::ZERO))),
            (Selector::ProcessingTime, Action::Set) => hours()?.map(Change::Set).map(What::Time),
            (Selector::ProcessingTime, Action::Cap) => hours()?.map(Change::Cap).map(What::Time),
            (Selector::ProcessingTime, Action::Scale) => factor()?.map(Change::Scale).map(What::Time),
            (_, Action::Drop) => Some(What::Rows),
            (_, action) => {
                let given = given()?;
                let cell = edit.cell.ok_or_else(|| ReformWord::EditWithoutCell.said(&[&measure.kind]))?;
                let change = match action {
                    Action::Cap => given.map(Change::Cap),
                    Action::Scale => factor()?.map(Change::Scale),
                    _ => given.map(Change::Set),
                };
                change.map(|change| What::Cell(cell, change))
            }
        })
    }
}

/// Whether an edit of a measure touches a row.
fn selects(selector: Selector, row: &SubjectRow, measure: &Measure) -> bool {
    use ActivityGroup as Group;
    match selector {
        Selector::Regulation | Selector::ProcessingTime => false,
        Selector::All => true,
        Selector::Targets => {
            measure.targets.iter().any(|target| *target == row.id || Some(target) == row.component.as_ref())
        }
        Selector::Dossier => row.group == Group::Dossier,
        Selector::Submission => row.group == Group::Submission,
        Selector::Fees => row.group == Group::Fees,
        Selector::Inspection => row.group == Group::Inspection,
        Selector::Other => row.group == Group::Other,
        Selector::Result => row.group == Group::Result,
    }
}
