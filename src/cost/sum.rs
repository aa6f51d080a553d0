//! Exact sums that stay fast: no greatest common divisor per row.

use crate::model::Fraction;

/// How many denominators are kept apart before they are brought together.
const DENOMINATORS: usize = 32;

/// An exact sum of fractions. Rows of real sheets share a handful of denominators (60, 60 × 5 …), so numerators are added
/// per denominator and the fractions are brought together once, at the end.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    parts: Vec<(i128, i128)>,
    overflowed: bool,
}

impl Sum {
    /// Adds `numerator / denominator` (denominator above zero); an overflow is remembered and reported by [`Sum::total`].
    pub fn add(&mut self, numerator: i128, denominator: i128) {
        if numerator == 0 {
            return;
        }
        if let Some((_, sum)) = self.parts.iter_mut().find(|(d, _)| *d == denominator) {
            match sum.checked_add(numerator) {
                Some(added) => *sum = added,
                None => self.overflowed = true,
            }
            return;
        }
        if self.parts.len() == DENOMINATORS {
            match self.total() {
                Some(total) => self.parts = vec![(total.denominator(), total.numerator())],
                None => self.overflowed = true,
            }
        }
        self.parts.push((denominator, numerator));
    }

    /// Adds a fraction.
    pub fn add_fraction(&mut self, value: Fraction) {
        self.add(value.numerator(), value.denominator());
    }

    /// Notes that a term could not be computed.
    pub fn overflow(&mut self) {
        self.overflowed = true;
    }

    /// The sum; nothing when it, or any term of it, does not fit.
    pub fn total(&self) -> Option<Fraction> {
        if self.overflowed {
            return None;
        }
        self.over_one_denominator().or_else(|| self.one_by_one())
    }

    /// Brings the numerators over the least common denominator and reduces once: reducing is what takes time.
    fn over_one_denominator(&self) -> Option<Fraction> {
        let mut common: i128 = 1;
        for (denominator, _) in &self.parts {
            if common % denominator != 0 {
                common = (common / gcd(common, *denominator)).checked_mul(*denominator)?;
            }
        }
        let bring = |sum: i128, (d, n): &(i128, i128)| sum.checked_add(n.checked_mul(common / d)?);
        Fraction::new(self.parts.iter().try_fold(0, bring)?, common)
    }

    /// Reduces at every step: slower, but what is in between stays smaller, so that it fits where the other way may not.
    fn one_by_one(&self) -> Option<Fraction> {
        self.parts.iter().try_fold(Fraction::ZERO, |sum, (d, n)| sum.plus(Fraction::new(*n, *d)?))
    }
}

/// The greatest common divisor of two numbers above zero.
fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        // More denominators than are kept apart, and small enough for the plain sum itself to fit.
        #[test]
        fn equals_the_plain_sum(terms in prop::collection::vec((-1_000_000_i128..1_000_000, 1_i128..48), 0..80)) {
            let mut sum = Sum::default();
            let mut plain = Fraction::ZERO;
            for (n, d) in terms {
                sum.add(n, d);
                plain = plain.plus(Fraction::new(n, d).unwrap()).unwrap();
            }
            prop_assert_eq!(sum.total(), Some(plain));
        }
    }

    #[test]
    fn a_sum_fits_where_its_common_denominator_does_not() {
        // Unreduced, the two have a common denominator of more than 128 bits; reduced, they are two and three.
        let (a, b) = ((1 << 70) - 1, (1 << 69) - 1);
        let mut sum = Sum::default();
        sum.add(2 * a, a);
        sum.add(3 * b, b);
        assert_eq!(sum.total(), Some(Fraction::whole(5)));
    }

    #[test]
    fn an_overflow_is_told() {
        let mut sum = Sum::default();
        sum.add(i128::MAX, 1);
        sum.add(1, 1);
        assert_eq!(sum.total(), None);
    }
}
