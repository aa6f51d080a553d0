//! The numbers that the engine computes with: small ones where they fit, fractions where they do not.

use super::amount::gcd;
use crate::cost::CostRow;
use crate::cost::figures::annual_unreduced;
use crate::model::{Cell, Fraction};

/// What the rules need of a number.
pub(in crate::reform) trait Number: Copy + PartialEq {
    /// Whether every figure of a workspace fits: what does not fit even here is told, never computed wrongly.
    const WIDE: bool;

    /// Zero.
    const ZERO: Self;

    /// One.
    const ONE: Self;

    /// The number, if it fits.
    fn of(value: Fraction) -> Option<Self>;

    /// The number as a fraction.
    fn exact(self) -> Fraction;

    /// Numerator and denominator, the latter above zero.
    fn pair(self) -> (i128, i128);

    /// The smaller of the two.
    fn at_most(self, limit: Self) -> Self;

    /// Whether it is less.
    fn below(self, other: Self) -> bool {
        self != other && self.at_most(other) == self
    }

    /// The product, if it fits.
    fn times(self, factor: Self) -> Option<Self>;

    /// Cost of a row per year, đồng, as a fraction that may not be in lowest terms; nothing on overflow.
    fn annual(row: &Row<Self>) -> Option<(i128, i128)>;
}

/// A row of a sheet: the cells that measures edit, and the income per hour, which none edits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::reform) struct Row<N> {
    /// By the place of the cell in [`Cell::ALL`].
    cells: [N; 5],
    /// Income per hour, đồng.
    hourly: Fraction,
}

impl<N: Number> Row<N> {
    /// The row, if its numbers fit.
    pub(super) fn of(row: &CostRow) -> Option<Self> {
        let cells = [row.minutes, row.outsourcing, row.charges, row.times, row.population];
        let [a, b, c, d, e] = cells.map(N::of);
        Some(Self { cells: [a?, b?, c?, d?, e?], hourly: row.hourly })
    }

    /// The row over fractions.
    pub(super) fn widened(&self) -> Row<Fraction> {
        Row { cells: self.cells.map(N::exact), hourly: self.hourly }
    }

    /// Whether any cell is less than in another row.
    pub(super) fn any_below(&self, other: &Self) -> bool {
        self.cells.iter().zip(other.cells).any(|(mine, theirs)| mine.below(theirs))
    }

    /// A cell, to be changed.
    pub(super) fn cell_mut(&mut self, cell: Cell) -> &mut N {
        let [minutes, outsourcing, charges, times, population] = &mut self.cells;
        match cell {
            Cell::Minutes => minutes,
            Cell::Outsourcing => outsourcing,
            Cell::Charges => charges,
            Cell::Times => times,
            Cell::Population => population,
        }
    }
}

/// A cell of a row of `cost`, to be changed.
pub(in crate::reform) fn cell_mut(row: &mut CostRow, cell: Cell) -> &mut Fraction {
    match cell {
        Cell::Minutes => &mut row.minutes,
        Cell::Outsourcing => &mut row.outsourcing,
        Cell::Charges => &mut row.charges,
        Cell::Times => &mut row.times,
        Cell::Population => &mut row.population,
    }
}

/// The row as `cost` computes it.
pub(in crate::reform) fn cost_row(row: &Row<Fraction>) -> CostRow {
    let [minutes, outsourcing, charges, times, population] = row.cells;
    CostRow { minutes, hourly: row.hourly, outsourcing, charges, times, population }
}

impl Number for Fraction {
    const WIDE: bool = true;
    const ZERO: Self = Fraction::ZERO;
    const ONE: Self = Fraction::ONE;

    fn of(value: Fraction) -> Option<Self> {
        Some(value)
    }

    fn exact(self) -> Fraction {
        self
    }

    fn pair(self) -> (i128, i128) {
        (self.numerator(), self.denominator())
    }

    fn at_most(self, limit: Self) -> Self {
        self.min(limit)
    }

    fn times(self, factor: Self) -> Option<Self> {
        Fraction::times(self, factor)
    }

    fn annual(row: &Row<Self>) -> Option<(i128, i128)> {
        cost_row(row).annual_pair()
    }
}

/// A fraction of two 64-bit integers in lowest terms, its denominator above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::reform) struct Small {
    numerator: i64,
    denominator: i64,
}

impl Number for Small {
    const WIDE: bool = false;
    const ZERO: Self = Self { numerator: 0, denominator: 1 };
    const ONE: Self = Self { numerator: 1, denominator: 1 };

    fn of(value: Fraction) -> Option<Self> {
        // Nothing is below zero in a sheet; what is keeps to fractions, so that no sign needs care here.
        let numerator = i64::try_from(value.numerator()).ok().filter(|n| *n >= 0)?;
        Some(Self { numerator, denominator: value.denominator().try_into().ok()? })
    }

    fn exact(self) -> Fraction {
        // The denominator is above zero.
        Fraction::new(self.numerator.into(), self.denominator.into()).unwrap_or_default()
    }

    fn pair(self) -> (i128, i128) {
        (self.numerator.into(), self.denominator.into())
    }

    fn at_most(self, limit: Self) -> Self {
        let mine = i128::from(self.numerator) * i128::from(limit.denominator);
        let other = i128::from(limit.numerator) * i128::from(self.denominator);
        if other < mine { limit } else { self }
    }

    fn times(self, factor: Self) -> Option<Self> {
        // Reduced crosswise first, so that the products are in lowest terms and as small as can be.
        let (a, b) = (self.numerator, self.denominator);
        let (c, d) = (factor.numerator, factor.denominator);
        let (left, right) = (gcd(a, d).max(1), gcd(c, b).max(1));
        let numerator = (a / left).checked_mul(c / right)?;
        Some(Self { numerator, denominator: (b / right).checked_mul(d / left)? })
    }

    fn annual(row: &Row<Self>) -> Option<(i128, i128)> {
        let [minutes, outsourcing, charges, times, population] = row.cells;
        let pair = |n: Self| (n.numerator, n.denominator);
        if [outsourcing, charges, population].iter().any(|n| n.denominator != 1) {
            return cost_row(&row.widened()).annual_pair();
        }
        let external = (outsourcing.numerator, charges.numerator);
        annual_unreduced(pair(minutes), row.hourly, external, pair(times), population.numerator)
    }
}
