//! What a measure aims at and no row of the sheet shows: all of a regulation that has no sheet yet, and components of its dossier that
//! the sheet does not cost. Nothing is known of their figures; that a measure takes them away or lowers them is known all the same.

use super::number::Value;
use super::unit::Change;
use crate::model::{Action, ActivityGroup, Cell, Measure, MeasureKind, Selector};
use crate::reform::Subject;

/// Something that no row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'m> {
    /// A component of the dossier, by its id.
    Component(&'m str),
    /// The work of a group of the sheet.
    Group(ActivityGroup),
    /// All the work.
    All,
}

/// Everything at which the edits of measures aim and that no row of the subject shows.
///
/// Where there is a sheet it tells all there is of a group, so that only components may be missing in it. A component counts where
/// the record of the regulation has it; of a frozen baseline, which keeps no dossier, what a measure names is taken to have been there.
pub(super) fn places<'m>(subject: &Subject, ordered: &[(Option<&'m MeasureKind>, &'m Measure)]) -> Vec<Place<'m>> {
    let mut places: Vec<Place<'m>> = Vec::new();
    let known = |id: &str| subject.components.as_ref().is_none_or(|known| known.contains(id));
    let shown = |id: &str| subject.rows.iter().any(|row| row.id == id || row.component.as_deref() == Some(id));
    for (kind, measure) in ordered {
        for edit in kind.iter().flat_map(|kind| &kind.edits).filter(|edit| edit.action != Action::Electronic) {
            let mut add = |place: Place<'m>| {
                if !places.contains(&place) {
                    places.push(place);
                }
            };
            match edit.on {
                Selector::Targets => {
                    let missing = measure.targets.iter().filter(|id| known(id) && !shown(id));
                    missing.for_each(|id| add(Place::Component(id)));
                }
                Selector::All if !subject.has_sheet => add(Place::All),
                on if !subject.has_sheet => group_of(on).map(Place::Group).into_iter().for_each(add),
                _ => {}
            }
        }
    }
    places
}

impl Place<'_> {
    /// Whether an edit of a measure aims at it.
    pub(super) fn aimed_at(&self, on: Selector, measure: &Measure, has_sheet: bool) -> bool {
        match (on, self) {
            (Selector::Targets, Self::Component(id)) => measure.targets.iter().any(|target| target == id),
            // A sheet tells all there is of a group.
            _ if has_sheet => false,
            (Selector::All, _) => true,
            (Selector::Dossier, Self::Component(_)) => true,
            (on, Self::Group(group)) => group_of(on) == Some(*group),
            _ => false,
        }
    }
}

fn group_of(on: Selector) -> Option<ActivityGroup> {
    match on {
        Selector::Dossier => Some(ActivityGroup::Dossier),
        Selector::Submission => Some(ActivityGroup::Submission),
        Selector::Fees => Some(ActivityGroup::Fees),
        Selector::Inspection => Some(ActivityGroup::Inspection),
        Selector::Other => Some(ActivityGroup::Other),
        Selector::Result => Some(ActivityGroup::Result),
        Selector::Regulation | Selector::ProcessingTime | Selector::Targets | Selector::All => None,
    }
}

/// A place that no row shows, after some measures.
#[derive(Debug, Clone)]
pub(super) struct Unseen<N> {
    /// It is gone.
    pub(super) gone: bool,
    /// It is gone, or something of it was lowered.
    pub(super) lighter: bool,
    /// Who took or lowered it last, by the place of the measure.
    pub(super) by: Option<usize>,
    /// What is known of its cells since a measure set them.
    cells: [Option<N>; Cell::ALL.len()],
}

impl<N: Value> Default for Unseen<N> {
    fn default() -> Self {
        Self { gone: false, lighter: false, by: None, cells: [const { None }; Cell::ALL.len()] }
    }
}

impl<N: Value> Unseen<N> {
    /// Changes a cell, and tells whether that lowers it: a value that nobody knows is taken to be more than one that a measure sets,
    /// and a factor lowers it where it is below one.
    pub(super) fn change(&mut self, cell: Cell, change: Change<N>) -> bool {
        let known = &mut self.cells[cell as usize];
        let lowered = match (known.clone(), change) {
            (None, Change::Set(value) | Change::Cap(value)) => {
                *known = Some(value);
                true
            }
            (None, Change::Scale(factor)) => factor.below(&N::ONE),
            // What does not fit is left as it was; nobody reads these figures.
            (Some(before), change) => change.of(before.clone()).is_some_and(|after| {
                let lowered = after.below(&before);
                *known = Some(after);
                lowered
            }),
        };
        self.lighter |= lowered;
        lowered
    }
}
