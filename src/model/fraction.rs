//! Exact fractions: hours, frequencies, rates and percentages never pass through floating point.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The parts of one to which a figure is rounded where it does not fit exactly.
const NEAREST: i128 = 1_000_000_000;

/// The greatest common divisor of two numbers, in 64 bits where these fit, which is many times as fast. Not for the least of all numbers.
pub(crate) fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        if let (Ok(mut c), Ok(mut d)) = (u64::try_from(a), u64::try_from(b)) {
            while d != 0 {
                (c, d) = (d, c % d);
            }
            return c.into();
        }
        (a, b) = (b, a % b);
    }
    a
}

/// An exact fraction of two 128-bit integers, always in lowest terms with a positive denominator. Arithmetic is checked:
/// what does not fit gives nothing instead of a wrong number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fraction(Ratio<i128>);

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// `numerator / denominator`; nothing when the denominator is zero.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        // Nearly all numbers are whole, and looking for a common divisor is what takes time.
        if denominator == 1 {
            return Some(Self(Ratio::new_raw(numerator, 1)));
        }
        let common = gcd(numerator, denominator) * denominator.signum();
        Some(Self(Ratio::new_raw(numerator / common, denominator / common)))
    }

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self(Ratio::from_integer(i128::from(value)))
    }

    /// The numerator in lowest terms.
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// The denominator in lowest terms, positive.
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.denominator() == 1
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// Sum, or nothing on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        match self.wholes(other) {
            Some((a, b)) => Self::new(a.checked_add(b)?, 1),
            None => self.0.checked_add(&other.0).map(Self),
        }
    }

    /// Difference, or nothing on overflow.
    pub fn minus(self, other: Self) -> Option<Self> {
        match self.wholes(other) {
            Some((a, b)) => Self::new(a.checked_sub(b)?, 1),
            None => self.0.checked_sub(&other.0).map(Self),
        }
    }

    /// Product, or nothing on overflow.
    pub fn times(self, other: Self) -> Option<Self> {
        match self.wholes(other) {
            Some((a, b)) => Self::new(a.checked_mul(b)?, 1),
            None => self.0.checked_mul(&other.0).map(Self),
        }
    }

    /// Quotient, or nothing when the divisor is zero or on overflow.
    pub fn over(self, other: Self) -> Option<Self> {
        if other.is_zero() { None } else { self.0.checked_div(&other.0).map(Self) }
    }

    /// Sum of two figures: exact, or where that does not fit, to the nearest thousand-millionth. A figure is never lost to its denominator.
    #[must_use]
    pub fn more(self, other: Self) -> Self {
        self.plus(other).unwrap_or_else(|| {
            let (a, b) = (self.pair(), other.pair());
            Self::nearest(&a.0 * &b.1 + &b.0 * &a.1, a.1 * b.1)
        })
    }

    /// Difference of two figures, as [`Fraction::more`].
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        self.minus(other).unwrap_or_else(|| {
            let (a, b) = (self.pair(), other.pair());
            Self::nearest(&a.0 * &b.1 - &b.0 * &a.1, a.1 * b.1)
        })
    }

    /// How far two figures lie apart, as [`Fraction::more`].
    #[must_use]
    pub fn apart(self, other: Self) -> Self {
        if self < other { other.less(self) } else { self.less(other) }
    }

    /// So many percent of a figure, as [`Fraction::more`].
    #[must_use]
    pub fn percent(self, percent: Self) -> Self {
        let exact = self.times(percent).and_then(|product| product.over(Self::whole(100)));
        exact.unwrap_or_else(|| {
            let (a, b) = (self.pair(), percent.pair());
            Self::nearest(a.0 * b.0, a.1 * b.1 * BigInt::from(100))
        })
    }

    /// [`Fraction::near`]; what is larger than any figure within [`super::bounds`] becomes the largest or least number that fits.
    fn nearest(numerator: BigInt, denominator: BigInt) -> Self {
        let least = numerator < BigInt::ZERO;
        let most = Self(Ratio::new_raw(if least { -i128::MAX } else { i128::MAX }, 1));
        Self::near(numerator, denominator).unwrap_or(most)
    }

    /// `numerator / denominator` (above zero): exact, or where that does not fit, to the nearest thousand-millionth; nothing where that does
    /// not fit either, which no figure within [`super::bounds`] comes to.
    pub fn near(numerator: BigInt, denominator: BigInt) -> Option<Self> {
        let reduced = num_rational::Ratio::new(numerator, denominator);
        let (n, d) = (i128::try_from(reduced.numer()), i128::try_from(reduced.denom()));
        if let (Ok(n), Ok(d)) = (n, d)
            && let Some(exact) = Self::new(n, d)
        {
            return Some(exact);
        }
        let parts = BigInt::from(NEAREST);
        let scaled = (reduced * &parts).round().to_integer();
        Self::new(i128::try_from(&scaled).ok()?, NEAREST)
    }

    /// The numerators of two whole numbers.
    fn wholes(self, other: Self) -> Option<(i128, i128)> {
        (self.is_whole() && other.is_whole()).then(|| (self.numerator(), other.numerator()))
    }

    fn pair(self) -> (BigInt, BigInt) {
        (self.numerator().into(), self.denominator().into())
    }

    /// The nearest whole number, half away from zero: the one rounding of a figure, done when it is shown.
    pub fn round(self) -> i128 {
        let (n, d) = (self.numerator(), self.denominator());
        let (quotient, rest) = (n / d, (n % d).unsigned_abs());
        if rest >= d.unsigned_abs() - rest { quotient + n.signum() } else { quotient }
    }

    /// The least whole number that is not below it: of what is missing, so that what is shown is enough.
    pub fn ceil(self) -> i128 {
        let (n, d) = (self.numerator(), self.denominator());
        n.div_euclid(d) + i128::from(n.rem_euclid(d) != 0)
    }

    /// Reads `12`, `0.2`, `91.54` or `1/3` (data files; a point for decimals, no grouping).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(whole) = text.parse().ok().filter(|_| !text.starts_with('+')) {
            return Some(Self::whole(whole));
        }
        if let Some((numerator, denominator)) = text.split_once('/') {
            return Self::parse(numerator)?.over(Self::parse(denominator)?);
        }
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || !all_digits(whole)
            || !all_digits(decimals)
            || digits.ends_with('.')
            || decimals.len() > 18
        {
            return None;
        }
        let numerator: i128 = format!("{whole}{decimals}").parse().ok()?;
        let scale = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        Self::new(if negative { -numerator } else { numerator }, scale)
    }
}

impl Default for Fraction {
    fn default() -> Self {
        Self::ZERO
    }
}

/// Writes a whole number or a finite decimal of at most six places plainly (`12`, `0.2`), anything else as `1/3`; [`Fraction::parse`] reads it back.
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (n, d) = (self.numerator(), self.denominator());
        if d == 1 {
            return write!(f, "{n}");
        }
        for places in 1..=6_u32 {
            let scale = 10_i128.pow(places);
            if scale % d == 0
                && let Some(scaled) = n.checked_mul(scale / d)
            {
                let sign = if scaled < 0 { "-" } else { "" };
                let (digits, unit) = (scaled.unsigned_abs(), scale.unsigned_abs());
                return write!(f, "{sign}{}.{:0width$}", digits / unit, digits % unit, width = places as usize);
            }
        }
        write!(f, "{n}/{d}")
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Takes a whole number or a text; a floating-point number is refused, because it is not exact.
impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl serde::de::Visitor<'_> for Reader {
            type Value = Fraction;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number, or an exact number in quotes such as \"0.2\" or \"1/3\"")
            }
            fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Fraction, E> {
                Ok(Fraction::whole(value))
            }
            fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Fraction, E> {
                i64::try_from(value).map(Fraction::whole).map_err(|_| E::custom("number too large"))
            }
            fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Fraction, E> {
                Fraction::parse(value).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(value), &self))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_and_writes() {
        for (text, n, d) in
            [("12", 12, 1), ("0.2", 1, 5), ("91.54", 4577, 50), ("1/3", 1, 3), ("-1.5", -3, 2), ("0.5/2", 1, 4)]
        {
            let fraction = Fraction::parse(text).expect(text);
            assert_eq!((fraction.numerator(), fraction.denominator()), (n, d), "{text}");
        }
        for text in ["", ".5", "5.", "1/0", "1e3", "1,5", "abc", "--1", "1/3/2x"] {
            assert_eq!(Fraction::parse(text), None, "{text}");
        }
        assert_eq!(Fraction::parse("0.20").unwrap().to_string(), "0.2");
        assert_eq!(Fraction::new(-7, 4).unwrap().to_string(), "-1.75");
        assert_eq!(Fraction::new(1, 3).unwrap().to_string(), "1/3");
    }

    #[test]
    fn rounds_half_away_from_zero() {
        for (n, d, whole) in [(1, 2, 1), (-1, 2, -1), (3, 2, 2), (1, 3, 0), (-2, 3, -1), (7, 1, 7)] {
            assert_eq!(Fraction::new(n, d).unwrap().round(), whole, "{n}/{d}");
        }
    }

    #[test]
    fn a_figure_is_not_lost_to_its_denominator() {
        // 10^20 + 1/p − 1/q for two large primes: the exact difference needs more than 128 bits.
        let (p, q) = (999_999_999_999_989_i128, 999_999_999_999_947_i128);
        let big = 100_000_000_000_000_000_000_i128;
        let a = Fraction::new(big * p + 1, p).unwrap();
        let b = Fraction::new(1, q).unwrap();
        assert_eq!(a.minus(b), None);
        assert_eq!((a.less(b).round(), a.more(b).round(), a.percent(Fraction::whole(50)).round()), (big, big, big / 2));
        assert_eq!(Fraction::whole(7).less(Fraction::new(1, 3).unwrap()), Fraction::new(20, 3).unwrap());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(n in -1_000_000_000_i128..1_000_000_000, d in 1_i128..1_000_000) {
            let fraction = Fraction::new(n, d).unwrap();
            prop_assert_eq!(Fraction::parse(&fraction.to_string()), Some(fraction));
        }
    }
}
