//! Exact amounts over a common denominator, which add up without a greatest common divisor at every step.

use crate::model::Fraction;

/// Up to where a common denominator grows; what needs more is kept as a fraction beside it.
const LARGEST: i64 = 1 << 40;

/// The common denominators of the figures of a register: of money, time and effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reform) struct Common {
    /// Of đồng per year.
    pub(in crate::reform) dong: Denominator,
    /// Of working hours.
    pub(in crate::reform) hours: Denominator,
    /// Of points of effort.
    pub(in crate::reform) effort: Denominator,
}

impl Default for Common {
    fn default() -> Self {
        Self { dong: Denominator(1), hours: Denominator(1), effort: Denominator(1) }
    }
}

/// A common denominator, above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reform) struct Denominator(i64);

impl Denominator {
    /// Grows so that parts of this denominator are whole, unless it would grow too large.
    pub(in crate::reform) fn hold(&mut self, denominator: i128) {
        let Ok(denominator) = i64::try_from(denominator) else { return };
        if denominator > 0 && self.0 % denominator != 0 {
            let grown = (self.0 / gcd(self.0, denominator)).checked_mul(denominator);
            self.0 = grown.filter(|grown| *grown <= LARGEST).unwrap_or(self.0);
        }
    }

    /// `numerator / denominator` (the latter above zero) as an amount; nothing on overflow.
    pub(in crate::reform) fn amount(self, numerator: i128, denominator: i128) -> Option<Amount> {
        let factor = i64::try_from(denominator).ok().filter(|d| self.0 % d == 0).map(|d| self.0 / d);
        let parts = match (factor, i64::try_from(numerator)) {
            // The product of two 64-bit numbers fits 128 bits.
            (Some(factor), Ok(numerator)) => Some(i128::from(numerator) * i128::from(factor)),
            (Some(factor), Err(_)) => numerator.checked_mul(factor.into()),
            (None, _) => None,
        };
        match parts {
            Some(parts) => Some(Amount { parts, rest: Fraction::ZERO }),
            None => Some(Amount { parts: 0, rest: Fraction::new(numerator, denominator)? }),
        }
    }

    /// A fraction as an amount.
    pub(in crate::reform) fn amount_of(self, value: Fraction) -> Amount {
        self.amount(value.numerator(), value.denominator()).unwrap_or(Amount { parts: 0, rest: value })
    }

    /// An amount as a fraction; nothing on overflow.
    pub(in crate::reform) fn exact(self, amount: Amount) -> Option<Fraction> {
        Fraction::new(amount.parts, self.0.into())?.plus(amount.rest)
    }
}

/// An exact amount: parts of the common denominator, and what is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::reform) struct Amount {
    parts: i128,
    rest: Fraction,
}

impl Amount {
    /// The sum; nothing on overflow.
    pub(in crate::reform) fn plus(self, other: Self) -> Option<Self> {
        let parts = self.parts.checked_add(other.parts)?;
        let rest = if other.rest.is_zero() { self.rest } else { self.rest.plus(other.rest)? };
        Some(Self { parts, rest })
    }

    /// The difference; nothing on overflow.
    pub(in crate::reform) fn minus(self, other: Self) -> Option<Self> {
        let parts = self.parts.checked_sub(other.parts)?;
        let rest = if other.rest.is_zero() { self.rest } else { self.rest.minus(other.rest)? };
        Some(Self { parts, rest })
    }

    /// So many times; nothing on overflow.
    pub(in crate::reform) fn times(self, factor: i128) -> Option<Self> {
        let rest = if self.rest.is_zero() { self.rest } else { self.rest.times(Fraction::new(factor, 1)?)? };
        Some(Self { parts: self.parts.checked_mul(factor)?, rest })
    }
}

/// The greatest common divisor of two numbers above zero.
pub(super) fn gcd(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
