//! The cost of a regulation as it depends on draws, before and after measures: the rules of the engine over expressions.

use super::case::{Affected, Case, Place};
use super::float;
use crate::draw::Expr;
use crate::model::{Cell, Edit, Fraction, Measure};
use crate::reform::engine::{Row, Scratch, Value, compile, ordered, run};

impl Value for Expr {
    const WIDE: bool = false;
    const ZERO: Self = Self::Fixed(0.0);
    const ONE: Self = Self::Fixed(1.0);

    fn of(value: Fraction) -> Option<Self> {
        Some(Self::Fixed(float(value)))
    }

    fn at_most(self, limit: Self) -> Self {
        limit.least(self)
    }

    /// Which is less depends on the draw. Only what counts as simplified asks, and that is told by the exact figures.
    fn below(&self, _: &Self) -> bool {
        false
    }

    fn times(self, factor: Self) -> Option<Self> {
        Some(Self::times(self, factor))
    }
}

/// A regulation whose figures may depend on draws.
#[derive(Default)]
pub(super) struct Sheet {
    /// Cost per year of each row before the measures and after them; nothing after where it is gone.
    pub rows: Vec<(Expr, Option<Expr>)>,
    /// Processing time after the measures, working hours.
    pub hours: Option<Expr>,
}

impl Sheet {
    /// A regulation before and after its measures.
    pub fn of(case: &Case<'_>, affected: &Affected<'_>) -> Option<Self> {
        let of = |variable: usize, factor: f64| Expr::Of { variable, factor };
        let drawn = |edit: &Edit, measure: &Measure| {
            let name = edit.value.as_deref()?.strip_prefix('$')?;
            let is_it = |place: &Place| matches!(place, Place::Value(at, value) if value == name && affected.measures[*at].code == measure.code);
            let (_, variable) = affected.places.iter().find(|(place, _)| is_it(place))?;
            Some(of(*variable, 1.0))
        };
        let measures = ordered(affected.measures.iter().copied(), case.snapshot);
        let mut unit = compile(affected.subject, &measures, case.snapshot.working_day, &drawn)?;
        let mut hourly: Vec<Expr> =
            affected.subject.rows.iter().map(|row| Expr::Fixed(float(row.row.hourly))).collect();
        for (place, variable) in &affected.places {
            match place {
                Place::Cell(row, cell, factor) => {
                    *unit.rows[*row].cell_mut(*cell) = of(*variable, float(*factor));
                }
                Place::Hourly(row, factor) => hourly[*row] = of(*variable, float(*factor)),
                Place::Value(..) => {}
            }
        }
        let mut scratch = Scratch::default();
        let (state, hours) = run(&unit, |_| true, &mut scratch, |_, _| ())?;
        let cost = |at: usize, row: &Row<Expr>| annual(row, &hourly[at]);
        let before: Vec<Expr> = unit.rows.iter().enumerate().map(|(at, row)| cost(at, row)).collect();
        let mut after: Vec<Option<Expr>> = before.iter().cloned().map(Some).collect();
        scratch.touched().for_each(|(at, row)| after[at] = row.map(|row| cost(at, row)));
        if state.gone {
            after.fill(None);
        }
        Some(Self { rows: before.into_iter().zip(after).collect(), hours })
    }
}

/// Cost per year of a row.
fn annual(row: &Row<Expr>, hourly: &Expr) -> Expr {
    let cell = |cell: Cell| row.0[cell as usize].clone();
    let labour = cell(Cell::Minutes).times(hourly.clone()).times(Expr::Fixed(1.0 / 60.0));
    let one = labour.plus(cell(Cell::Outsourcing)).plus(cell(Cell::Charges));
    one.times(cell(Cell::Times)).times(cell(Cell::Population))
}
