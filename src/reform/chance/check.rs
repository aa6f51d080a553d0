//! Whether an uncertainty can be what it says, told before it is stored.

use crate::model::{Fraction, Uncertainty, Valid};
use crate::words::Said;

/// What is wrong with an uncertainty: values below zero, out of order, or missing. Empty when all is well.
pub fn check_uncertainty(uncertainty: &Uncertainty) -> Vec<Said> {
    uncertainty.check().into_iter().map(|wrong| wrong.said).collect()
}

/// Whether the value that stands in the workspace lies outside the range.
pub fn outside(uncertainty: &Uncertainty, point: Fraction) -> bool {
    point < uncertainty.low || point > uncertainty.high
}
