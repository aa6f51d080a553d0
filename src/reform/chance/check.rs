//! Whether an uncertainty can be what it says, told before it is stored.

use crate::model::{Fraction, Spread, Uncertainty};
use crate::text::messages::chance::ChanceWord;
use crate::text::{Message, Said};

/// What is wrong with an uncertainty: values below zero, out of order, or missing. Empty when all is well.
pub fn check_uncertainty(uncertainty: &Uncertainty) -> Vec<Said> {
    let Uncertainty { spread, low, likely, high, .. } = uncertainty;
    let mut wrong = Vec::new();
    if low.is_negative() || high.is_negative() || likely.is_some_and(Fraction::is_negative) {
        wrong.push(ChanceWord::BelowZero.said(&[]));
    }
    if low > high {
        wrong.push(ChanceWord::LowAboveHigh.said(&[low, high]));
    }
    let has_peak = matches!(spread, Spread::Triangular | Spread::Pert);
    match likely {
        Some(_) if !has_peak => wrong.push(ChanceWord::NoLikely.said(&[spread])),
        Some(likely) if low <= high && (likely < low || likely > high) => {
            wrong.push(ChanceWord::LikelyOutside.said(&[likely, low, high]));
        }
        None if has_peak => wrong.push(ChanceWord::NeedsLikely.said(&[spread])),
        _ => {}
    }
    if *spread == Spread::Lognormal && low.is_zero() {
        wrong.push(ChanceWord::LognormalAboveZero.said(&[]));
    }
    wrong
}

/// Whether the value that stands in the workspace lies outside the range.
pub fn outside(uncertainty: &Uncertainty, point: Fraction) -> bool {
    point < uncertainty.low || point > uncertainty.high
}
