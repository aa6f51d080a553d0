//! Exact numbers of any size: powers of a discount rate outgrow 128 bits within a few years.

use crate::model::Fraction;
use crate::text::{Lang, number};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// An exact fraction of any size.
pub type Exact = BigRational;

/// The same value as an [`Exact`].
pub fn exact(value: Fraction) -> Exact {
    Exact::new(BigInt::from(value.numerator()), BigInt::from(value.denominator()))
}

/// A whole number as an [`Exact`].
pub(super) fn whole(value: u32) -> Exact {
    Exact::from_integer(BigInt::from(value))
}

/// The value rounded to a number of decimals, half away from zero.
pub(super) fn rounded(value: &Exact, decimals: u32) -> Exact {
    let scale = Exact::from_integer(BigInt::from(10).pow(decimals));
    (value * &scale).round() / scale
}

/// The value rounded to a number of decimals, half away from zero, as a [`Fraction`]; nothing when it does not fit.
pub fn to_fraction(value: &Exact, decimals: u32) -> Option<Fraction> {
    let value = rounded(value, decimals);
    Fraction::new(i128::try_from(value.numer()).ok()?, i128::try_from(value.denom()).ok()?)
}

/// The value for people with up to `decimals` decimals, trailing zeros left out; a value of more digits than 128 bits hold is
/// written ungrouped.
pub fn shown(value: &Exact, decimals: u32, lang: Lang) -> String {
    let Some(fraction) = to_fraction(value, decimals) else { return rounded(value, 0).to_string() };
    if fraction.is_whole() {
        return number::whole(fraction.numerator(), lang);
    }
    let text = number::decimal(fraction.numerator(), fraction.denominator(), decimals, lang);
    text.trim_end_matches('0').to_owned()
}

/// The value, or zero where it is below.
pub(super) fn at_least_zero(value: Exact) -> Exact {
    if value.is_negative() { Exact::zero() } else { value }
}
