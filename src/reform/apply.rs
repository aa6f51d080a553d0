//! Applying measures to a regulation: the effect of a set is computed on the set.
//!
//! Measures on one regulation are applied in the order of their kinds ([`MeasureKind::order`]), ties by their codes. Each edits
//! what the one before left, so that nothing is saved twice: a fee lowered on a procedure that is also abolished saves nothing more.

use super::{Snapshot, Subject, SubjectRow};
use crate::cost::{CostRow, Sum};
use crate::model::{Action, Cell, CountsAs, Edit, Fraction, Measure, MeasureKind, Selector};
use crate::text::messages::reform::ReformWord;
use crate::text::{Message, Said};

/// A regulation after a set of measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// It is gone.
    pub abolished: bool,
    /// It stays, lighter.
    pub simplified: bool,
    /// Whether it is done electronically.
    pub electronic: bool,
    /// Processing time in working hours.
    pub processing_hours: Option<Fraction>,
    /// Cost per year, đồng, exact.
    pub annual: Fraction,
    /// Rows that remain.
    pub rows: Vec<SubjectRow>,
    /// What each measure changed, in the order of application.
    pub changes: Vec<Change>,
    /// What a measure could not do.
    pub issues: Vec<Issue>,
}

/// One change that a measure made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Code of the measure.
    pub measure: String,
    /// Id of the row; nothing for the regulation itself.
    pub row: Option<String>,
    /// The cell; nothing when the row or the regulation was dropped, or for the processing time.
    pub cell: Option<Cell>,
    /// The value before.
    pub before: Option<Fraction>,
    /// The value after; nothing when dropped.
    pub after: Option<Fraction>,
}

/// Something that a measure asked for and that could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Code of the measure.
    pub measure: String,
    /// What is wrong.
    pub said: Said,
}

/// Applies measures to a regulation. Measures on other regulations are ignored.
pub fn apply(subject: &Subject, measures: &[&Measure], snapshot: &Snapshot) -> After {
    let mut after = After {
        abolished: false,
        simplified: false,
        electronic: subject.electronic,
        processing_hours: subject.processing_hours,
        annual: subject.annual,
        rows: subject.rows.clone(),
        changes: Vec::new(),
        issues: Vec::new(),
    };
    let mut ordered: Vec<(&MeasureKind, &Measure)> = Vec::new();
    for measure in measures.iter().filter(|m| m.regulation == subject.code) {
        match snapshot.kinds.get(&measure.kind) {
            Some(kind) => ordered.push((kind, measure)),
            None => after.issue(measure, ReformWord::UnknownKind.said(&[&measure.kind])),
        }
    }
    ordered.sort_by(|(a, m), (b, n)| (a.order, &m.code).cmp(&(b.order, &n.code)));
    for (kind, measure) in ordered {
        match kind.counts_as {
            CountsAs::Abolished => after.abolished = true,
            CountsAs::Simplified => after.simplified = true,
        }
        for edit in &kind.edits {
            after.edit(edit, kind, measure, snapshot.working_day);
        }
    }
    if after.abolished {
        after.simplified = false;
    }
    if !subject.has_sheet {
        after.issues.retain(|issue| issue.said != ReformWord::TouchesNothing.said(&[]));
    }
    if !after.changes.is_empty() {
        let mut sum = Sum::default();
        for row in &after.rows {
            row.row.add_annual(&mut sum);
        }
        match sum.total() {
            Some(total) => after.annual = total,
            None => {
                after.issues.push(Issue { measure: String::new(), said: ReformWord::TooLarge.said(&[&subject.code]) })
            }
        }
    }
    after
}

/// The value that an edit uses: a plain number, or a parameter of the kind as the measure or its default gives it.
pub(super) fn edit_value(edit: &Edit, kind: &MeasureKind, measure: &Measure) -> Result<Fraction, Said> {
    let written = edit.value.as_deref().unwrap_or("0");
    let text = match written.strip_prefix('$') {
        None => written,
        Some(name) => {
            let default = kind.parameters.iter().find(|p| p.id == name).and_then(|p| p.default.as_deref());
            let given = measure.values.get(name).map(String::as_str);
            given.or(default).ok_or_else(|| ReformWord::MissingValue.said(&[&name, &kind.id]))?
        }
    };
    Fraction::parse(text).ok_or_else(|| ReformWord::NotANumber.said(&[&text]))
}

impl After {
    fn issue(&mut self, measure: &Measure, said: Said) {
        self.issues.push(Issue { measure: measure.code.clone(), said });
    }

    fn edit(&mut self, edit: &Edit, kind: &MeasureKind, measure: &Measure, working_day: Fraction) {
        let value = match edit.action {
            Action::Drop | Action::Electronic => Fraction::ZERO,
            Action::Set | Action::Cap | Action::Scale => match edit_value(edit, kind, measure) {
                Ok(value) => value,
                Err(said) => return self.issue(measure, said),
            },
        };
        match (edit.on, edit.action) {
            (_, Action::Electronic) => self.electronic = true,
            (Selector::Regulation, Action::Drop) => self.drop_all(measure),
            (Selector::ProcessingTime, action) => self.edit_time(action, value, measure, working_day),
            (_, Action::Drop) => self.drop_rows(edit, measure),
            (_, action) => self.edit_cells(edit, action, value, measure),
        }
    }

    fn drop_all(&mut self, measure: &Measure) {
        self.rows.clear();
        self.processing_hours = self.processing_hours.map(|_| Fraction::ZERO);
        self.changes.push(Change { measure: measure.code.clone(), row: None, cell: None, before: None, after: None });
    }

    fn edit_time(&mut self, action: Action, value: Fraction, measure: &Measure, working_day: Fraction) {
        let Some(before) = self.processing_hours else {
            return self.issue(measure, ReformWord::NoTimeLimit.said(&[]));
        };
        let in_hours = value.times(working_day);
        let new = match action {
            Action::Set => in_hours,
            Action::Cap => in_hours.map(|hours| hours.min(before)),
            Action::Scale => before.times(value).and_then(|v| v.over(Fraction::whole(100))),
            Action::Drop => Some(Fraction::ZERO),
            Action::Electronic => Some(before),
        };
        let Some(new) = new else { return self.issue(measure, ReformWord::TooLarge.said(&[&measure.regulation])) };
        self.processing_hours = Some(new);
        self.changes.push(Change {
            measure: measure.code.clone(),
            row: None,
            cell: None,
            before: Some(before),
            after: Some(new),
        });
    }

    fn drop_rows(&mut self, edit: &Edit, measure: &Measure) {
        let before = self.rows.len();
        let (gone, kept) = std::mem::take(&mut self.rows).into_iter().partition(|row| selects(edit.on, row, measure));
        let gone: Vec<SubjectRow> = gone;
        self.rows = kept;
        if self.rows.len() == before {
            self.issue(measure, ReformWord::TouchesNothing.said(&[]));
        }
        self.changes.extend(gone.into_iter().map(|row| Change {
            measure: measure.code.clone(),
            row: Some(row.id),
            cell: None,
            before: row.row.annual(),
            after: None,
        }));
    }

    fn edit_cells(&mut self, edit: &Edit, action: Action, value: Fraction, measure: &Measure) {
        let Some(cell) = edit.cell else {
            return self.issue(measure, ReformWord::EditWithoutCell.said(&[&measure.kind]));
        };
        let mut touched = false;
        let mut changes = Vec::new();
        for row in self.rows.iter_mut().filter(|row| selects(edit.on, row, measure)) {
            touched = true;
            let cell_value = cell_mut(&mut row.row, cell);
            let before = *cell_value;
            let new = match action {
                Action::Cap => Some(value.min(before)),
                Action::Scale => before.times(value).and_then(|v| v.over(Fraction::whole(100))),
                _ => Some(value),
            };
            if let Some(new) = new.filter(|new| *new != before) {
                *cell_value = new;
                changes.push(Change {
                    measure: measure.code.clone(),
                    row: Some(row.id.clone()),
                    cell: Some(cell),
                    before: Some(before),
                    after: Some(new),
                });
            }
        }
        if !touched {
            self.issue(measure, ReformWord::TouchesNothing.said(&[]));
        }
        self.changes.extend(changes);
    }
}

pub(super) fn selects(selector: Selector, row: &SubjectRow, measure: &Measure) -> bool {
    use crate::model::ActivityGroup as Group;
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

pub(super) fn cell_mut(row: &mut CostRow, cell: Cell) -> &mut Fraction {
    match cell {
        Cell::Minutes => &mut row.minutes,
        Cell::Outsourcing => &mut row.outsourcing,
        Cell::Charges => &mut row.charges,
        Cell::Times => &mut row.times,
        Cell::Population => &mut row.population,
    }
}
