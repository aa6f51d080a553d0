//! A sheet whose figures may depend on draws, before and after measures.

use super::case::{Affected, Case, Place};
use super::float;
use crate::draw::Expr;
use crate::model::{Action, Cell, Edit, Measure, MeasureKind, Selector};
use crate::reform::SubjectRow;
use crate::reform::check::edit_value;
use crate::reform::engine::{cell_mut, selects};

/// A sheet whose figures may depend on draws.
pub(super) struct Sheet<'a> {
    pub rows: Vec<Row<'a>>,
    /// Processing time in working hours.
    pub hours: Option<Expr>,
    gone: bool,
}

pub(super) struct Row<'a> {
    /// Where it stands in the sheet before.
    pub place: usize,
    row: &'a SubjectRow,
    hourly: Expr,
    /// By [`Cell`].
    cells: [Expr; 5],
}

impl Row<'_> {
    /// Cost per year.
    pub fn annual(&self) -> Expr {
        let cell = |cell: Cell| self.cells[cell as usize].clone();
        let labour = cell(Cell::Minutes).times(self.hourly.clone()).times(Expr::Fixed(1.0 / 60.0));
        let one = labour.plus(cell(Cell::Outsourcing)).plus(cell(Cell::Charges));
        one.times(cell(Cell::Times)).times(cell(Cell::Population))
    }
}

impl<'a> Sheet<'a> {
    /// The sheet without measures.
    pub fn before(affected: &Affected<'a>) -> Self {
        let row = |(place, row): (usize, &'a SubjectRow)| {
            let fixed = |cell: &Cell| Expr::Fixed(float(*cell_mut(&mut row.row.clone(), *cell)));
            let mut cells = [const { Expr::Fixed(0.0) }; 5];
            for cell in Cell::ALL {
                cells[*cell as usize] = fixed(cell);
            }
            Row { place, row, hourly: Expr::Fixed(float(row.row.hourly)), cells }
        };
        let mut rows: Vec<Row<'a>> = affected.subject.rows.iter().enumerate().map(row).collect();
        for (place, variable) in &affected.places {
            match place {
                Place::Cell(row, cell) => {
                    rows[*row].cells[*cell as usize] = Expr::Of { variable: *variable, factor: 1.0 };
                }
                Place::Hourly(row, factor) => {
                    rows[*row].hourly = Expr::Of { variable: *variable, factor: float(*factor) };
                }
                Place::Value(..) => {}
            }
        }
        let hours = affected.subject.processing_hours.map(|hours| Expr::Fixed(float(hours)));
        Self { rows, hours, gone: false }
    }

    /// The sheet after the measures: what [`crate::reform::apply()`] does, with expressions in the place of numbers.
    pub fn after(mut self, case: &Case<'_>, affected: &Affected<'_>) -> Self {
        let kinds = &case.snapshot.kinds;
        let mut ordered: Vec<(&MeasureKind, usize, &Measure)> = affected
            .measures
            .iter()
            .enumerate()
            .filter_map(|(place, measure)| Some((kinds.get(&measure.kind)?, place, *measure)))
            .collect();
        ordered.sort_by(|(a, _, m), (b, _, n)| (a.order, &m.code).cmp(&(b.order, &n.code)));
        let day = float(case.snapshot.working_day);
        for (kind, place, measure) in ordered {
            for edit in &kind.edits {
                let value = match edit.action {
                    Action::Drop | Action::Electronic => Some(Expr::Fixed(0.0)),
                    Action::Set | Action::Cap | Action::Scale => value_of_edit(edit, kind, measure, place, affected),
                };
                // A value that cannot be read changes nothing; the exact way reports it.
                if let Some(value) = value {
                    self.edit(edit, value, measure, day);
                }
            }
        }
        self
    }

    fn edit(&mut self, edit: &Edit, value: Expr, measure: &Measure, day: f64) {
        match (edit.on, edit.action) {
            (_, Action::Electronic) => {}
            (Selector::Regulation, Action::Drop) => {
                self.gone = true;
                self.rows.clear();
                self.hours = self.hours.take().map(|_| Expr::Fixed(0.0));
            }
            (Selector::ProcessingTime, _) if self.gone => {}
            (Selector::ProcessingTime, action) => {
                self.hours = self.hours.take().map(|before| match action {
                    Action::Set => value.times(Expr::Fixed(day)),
                    Action::Cap => value.times(Expr::Fixed(day)).least(before),
                    Action::Scale => before.times(value.times(Expr::Fixed(0.01))),
                    Action::Drop => Expr::Fixed(0.0),
                    Action::Electronic => before,
                });
            }
            (_, Action::Drop) => self.rows.retain(|row| !selects(edit.on, row.row, measure)),
            (_, action) => {
                let Some(cell) = edit.cell else { return };
                for row in self.rows.iter_mut().filter(|row| selects(edit.on, row.row, measure)) {
                    let before = std::mem::replace(&mut row.cells[cell as usize], Expr::Fixed(0.0));
                    row.cells[cell as usize] = match action {
                        Action::Cap => value.clone().least(before),
                        Action::Scale => before.times(value.clone().times(Expr::Fixed(0.01))),
                        _ => value.clone(),
                    };
                }
            }
        }
    }
}

/// The value of an edit: a draw where the value of the measure is uncertain.
fn value_of_edit(
    edit: &Edit,
    kind: &MeasureKind,
    measure: &Measure,
    place: usize,
    affected: &Affected<'_>,
) -> Option<Expr> {
    let name = edit.value.as_deref().and_then(|written| written.strip_prefix('$'));
    let drawn = affected.places.iter().find_map(|(at, variable)| match at {
        Place::Value(measure, value) if *measure == place && Some(value.as_str()) == name => Some(*variable),
        _ => None,
    });
    match drawn {
        Some(variable) => Some(Expr::Of { variable, factor: 1.0 }),
        None => edit_value(edit, kind, measure).ok().map(|value| Expr::Fixed(float(value))),
    }
}
