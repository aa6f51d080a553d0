//! Uncertainty: what the figures of a set of measures may be when its parameters are ranges or distributions.
//!
//! Two ways of computing stand beside each other. [`Case`] is exact: the figures at the point, at the low, high and middle of
//! every range, and with one parameter moved (the tornado), all through [`super::apply()`] in exact fractions. [`Model`] is the same
//! case compiled for many draws: what no uncertain parameter touches is a constant, what depends on one in a straight line is a
//! coefficient, and only the rest is a small program per row. Its draws are statistics and use floating point; at the point it
//! gives what [`super::apply()`] gives, to the precision of an `f64`.
//!
//! Draws with intervals, the probability of an outcome and the parameter that drives it are what Canada's guide to cost-benefit
//! analysis asks of a regulatory proposal. Input and output midpoints are kept apart because they differ wherever uncertain
//! parameters multiply (vector A9 of the methods that are reproduced).

mod case;
mod check;
mod draw;
mod expr;
mod lanes;
mod model;
mod quantile;
mod sheet;
mod spread;
mod summary;
mod tornado;

#[cfg(test)]
mod tests;

pub use case::{Case, Figures, IncomeRow, Part, Question, TargetPoint, Variable};
pub use check::{check_uncertainty, outside};
pub use model::Model;
pub use spread::Sampler;
pub use summary::{Chance, Distribution, Draws, FigureChance, Measured, TargetChance, chance, savings};
pub use tornado::{Bar, Scale, Tornado, tornado};
