//! The best choice of a model, as far as it is known.

use super::model::Model;
use super::options::too_large;
use super::whole::Whole;
use crate::model::Fraction;
use crate::solve::{self, Limit, Method, Search};
use crate::words::Result;

/// The best choice of a model, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Optimum {
    /// The option taken of each class.
    pub taken: Option<Vec<usize>>,
    /// No choice costs less; nothing where no choice reaches every bound.
    pub bound: Option<Fraction>,
    pub method: Method,
    /// What ended the search before the gap was reached.
    pub limit: Option<Limit>,
}

impl Optimum {
    /// No choice reaches every bound.
    const NONE: Self = Self { taken: None, bound: None, method: Method::Knapsack, limit: None };

    /// Whether it is known that no choice reaches every bound.
    pub fn impossible(&self) -> bool {
        self.taken.is_none() && self.bound.is_none()
    }
}
/// The best choice of a model, to within a gap in percent; `left` tells the seconds that are left.
///
/// # Errors
/// The figures do not fit.
pub(super) fn optimise(model: &Model, gap: Fraction, left: &dyn Fn() -> f64) -> Result<Optimum> {
    if model.impossible {
        return Ok(Optimum::NONE);
    }
    let mut whole = Whole::of(model).ok_or_else(too_large)?;
    if !whole.exact {
        // Where only rounding is short of a bound, taking the most of every class reaches it.
        for row in 0..model.rows.len() {
            if model.reachable(row).ok_or_else(too_large)? {
                whole.problem.bounds[row] = whole.problem.bounds[row].min(whole.problem.most(row));
            }
        }
    }
    let (step, stop) = (|cost| whole.step(cost, gap), || left() <= 0.0);
    let best = solve::least(&whole.problem, Search { step: &step, stop: &stop });
    let bound = best.bound.map(|bound| whole.cost(bound).ok_or_else(too_large)).transpose()?;
    Ok(Optimum { taken: best.taken, bound, method: best.method, limit: best.limit })
}
