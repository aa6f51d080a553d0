//! Uncertainty: what the figures of a set of measures may be when its parameters are ranges or distributions.
//!
//! Two ways of computing stand beside each other. [`Case`] is exact: the figures at the point, at the low, high and middle of
//! every range, and with one parameter moved (the tornado), all through [`super::apply()`] in exact fractions. [`Case::compile`] makes
//! a [`crate::draw::Program`] for many draws of it: what no uncertain parameter touches is a constant, what depends on one in a straight line is a
//! coefficient, and only the rest is a small program per row. Its draws are statistics and use floating point; at the point it
//! gives what [`super::apply()`] gives, to the precision of an `f64`.
//!
//! Draws with intervals, the probability of an outcome and the parameter that drives it are what Canada's guide to cost-benefit
//! analysis asks of a regulatory proposal. Input and output midpoints are kept apart because they differ wherever uncertain
//! parameters multiply (vector A9 of the methods that are reproduced).

mod case;
mod check;
mod drawn;
mod model;
mod sheet;
mod summary;
mod tornado;

#[cfg(test)]
mod tests;

pub use crate::draw::{Distribution, Draws};
pub use case::{Case, IncomeRow, Question, Variable};
pub use check::{check_uncertainty, outside};
pub use drawn::Scale;
pub use summary::{Chance, FigureChance, Measured, TargetChance, chance, savings};
pub use tornado::{Bar, Tornado, tornado};

use crate::model::Fraction;

/// An exact number as floating point.
#[allow(clippy::cast_precision_loss)]
fn float(value: Fraction) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}
