//! The numbers that the engine computes with: small ones where they fit, fractions where they do not.

use super::amount::gcd;
use crate::cost::CostRow;
use crate::cost::figures::annual_unreduced;
use crate::model::{Cell, Fraction};

/// What the rules need of a number.
pub(in crate::reform) trait Value: Clone + PartialEq {
    /// Whether it holds every figure: what does not fit even here is told, never computed wrongly. Only over these numbers steps are told.
    const WIDE: bool;

    /// Zero.
    const ZERO: Self;

    /// One.
    const ONE: Self;

    /// The number, if it fits.
    fn of(value: Fraction) -> Option<Self>;

    /// The smaller of the two.
    fn at_most(self, limit: Self) -> Self;

    /// Whether it is less.
    fn below(&self, other: &Self) -> bool {
        self != other && self.clone().at_most(other.clone()) == *self
    }

    /// The product, if it fits.
    fn times(self, factor: Self) -> Option<Self>;
}

/// A number of which exact figures are made.
pub(in crate::reform) trait Number: Value + Copy {
    /// The number as a fraction.
    fn exact(self) -> Fraction;

    /// Numerator and denominator, the latter above zero.
    fn pair(self) -> (i128, i128);

    /// Cost of a row per year at an income per hour, đồng, as a fraction that may not be in lowest terms; nothing on overflow.
    fn annual(row: &Row<Self>, hourly: Fraction) -> Option<(i128, i128)>;
}

/// The cells of a row of a sheet that measures edit, by their place in [`Cell::ALL`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::reform) struct Row<N>(pub(in crate::reform) [N; 5]);

impl<N: Value> Row<N> {
    /// The row, if its numbers fit.
    pub(super) fn of(row: &CostRow) -> Option<Self> {
        let cells = [row.minutes, row.outsourcing, row.charges, row.times, row.population];
        let [a, b, c, d, e] = cells.map(N::of);
        Some(Self([a?, b?, c?, d?, e?]))
    }

    /// Whether any cell is less than in another row.
    pub(super) fn any_below(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine.below(theirs))
    }

    /// A cell, to be changed.
    pub(in crate::reform) fn cell_mut(&mut self, cell: Cell) -> &mut N {
        // Cells are numbered in the order of their declaration, which is that of Cell::ALL.
        &mut self.0[cell as usize]
    }
}

impl<N: Number> Row<N> {
    /// The row over fractions.
    pub(super) fn widened(&self) -> Row<Fraction> {
        Row(self.0.map(N::exact))
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
pub(super) fn cost_row(row: &Row<Fraction>, hourly: Fraction) -> CostRow {
    let [minutes, outsourcing, charges, times, population] = row.0;
    CostRow { minutes, hourly, outsourcing, charges, times, population }
}

impl Value for Fraction {
    const WIDE: bool = true;
    const ZERO: Self = Fraction::ZERO;
    const ONE: Self = Fraction::ONE;

    fn of(value: Fraction) -> Option<Self> {
        Some(value)
    }

    fn at_most(self, limit: Self) -> Self {
        self.min(limit)
    }

    fn times(self, factor: Self) -> Option<Self> {
        Fraction::times(self, factor)
    }
}

impl Number for Fraction {
    fn exact(self) -> Fraction {
        self
    }

    fn pair(self) -> (i128, i128) {
        (self.numerator(), self.denominator())
    }

    fn annual(row: &Row<Self>, hourly: Fraction) -> Option<(i128, i128)> {
        cost_row(row, hourly).annual_pair()
    }
}

/// A fraction of two 64-bit integers in lowest terms, its denominator above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::reform) struct Small {
    numerator: i64,
    denominator: i64,
}

impl Value for Small {
    const WIDE: bool = false;
    const ZERO: Self = Self { numerator: 0, denominator: 1 };
    const ONE: Self = Self { numerator: 1, denominator: 1 };

    fn of(value: Fraction) -> Option<Self> {
        // Nothing is below zero in a sheet; what is keeps to fractions, so that no sign needs care here.
        let numerator = i64::try_from(value.numerator()).ok().filter(|n| *n >= 0)?;
        Some(Self { numerator, denominator: value.denominator().try_into().ok()? })
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
}

impl Number for Small {
    fn exact(self) -> Fraction {
        // The denominator is above zero.
        Fraction::new(self.numerator.into(), self.denominator.into()).unwrap_or_default()
    }

    fn pair(self) -> (i128, i128) {
        (self.numerator.into(), self.denominator.into())
    }

    fn annual(row: &Row<Self>, hourly: Fraction) -> Option<(i128, i128)> {
        let [minutes, outsourcing, charges, times, population] = row.0;
        let pair = |n: Self| (n.numerator, n.denominator);
        if [outsourcing, charges, population].iter().any(|n| n.denominator != 1) {
            return cost_row(&row.widened(), hourly).annual_pair();
        }
        let external = (outsourcing.numerator, charges.numerator);
        annual_unreduced(pair(minutes), hourly, external, pair(times), population.numerator)
    }
}
