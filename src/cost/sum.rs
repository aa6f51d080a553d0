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
        self.parts.iter().try_fold(Fraction::ZERO, |sum, (d, n)| sum.plus(Fraction::new(*n, *d)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equals_the_plain_sum(terms in prop::collection::vec((-1_000_000_i128..1_000_000, 1_i128..100), 0..80)) {
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
    fn an_overflow_is_told() {
        let mut sum = Sum::default();
        sum.add(i128::MAX, 1);
        sum.add(1, 1);
        assert_eq!(sum.total(), None);
    }
}
