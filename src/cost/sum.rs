//! Exact sums that stay fast: no greatest common divisor per row.

use crate::model::Fraction;
use crate::model::fraction::gcd;
use num_rational::BigRational;
use num_traits::Zero;

/// How many denominators are kept apart before they are brought together.
const DENOMINATORS: usize = 32;

/// An exact sum of fractions. Rows of real sheets share a handful of denominators (60, 60 × 5 …), so numerators are added
/// per denominator and the fractions are brought together once, at the end.
///
/// Terms within [`crate::model::bounds`] always have a sum. Where its exact denominator does not fit (sheets with dozens of unlike ones),
/// it is the exact sum rounded once, to the nearest thousand-millionth of a đồng.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    /// Denominators with the numerators over them.
    parts: Vec<(i128, i128)>,
    /// What no part can hold.
    rest: BigRational,
    overflowed: bool,
}

impl Sum {
    /// Adds `numerator / denominator` (denominator above zero).
    pub fn add(&mut self, numerator: i128, denominator: i128) {
        if numerator == 0 {
            return;
        }
        if let Some((_, sum)) = self.parts.iter_mut().find(|(d, _)| *d == denominator) {
            match sum.checked_add(numerator) {
                Some(added) => *sum = added,
                None => {
                    let full = std::mem::replace(sum, numerator);
                    self.rest += BigRational::new(full.into(), denominator.into());
                }
            }
            return;
        }
        if self.parts.len() == DENOMINATORS {
            match self.over_one_denominator() {
                Some(total) => self.parts = vec![(total.denominator(), total.numerator())],
                None => {
                    for (d, n) in self.parts.drain(..) {
                        self.rest += BigRational::new(n.into(), d.into());
                    }
                }
            }
        }
        self.parts.push((denominator, numerator));
    }

    /// Adds a fraction.
    pub fn add_fraction(&mut self, value: Fraction) {
        self.add(value.numerator(), value.denominator());
    }

    /// Takes away a fraction that was added.
    pub fn take_fraction(&mut self, value: Fraction) {
        self.add(-value.numerator(), value.denominator());
    }

    /// Adds all terms of another sum.
    pub fn add_sum(&mut self, other: &Self) {
        other.parts.iter().for_each(|(denominator, numerator)| self.add(*numerator, *denominator));
        if !other.rest.is_zero() {
            self.rest += &other.rest;
        }
        self.overflowed |= other.overflowed;
    }

    /// Notes that a term could not be computed.
    pub fn overflow(&mut self) {
        self.overflowed = true;
    }

    /// The sum; nothing when a term of it could not be computed, or when it is larger than any of terms within bounds.
    pub fn total(&self) -> Option<Fraction> {
        if self.overflowed {
            return None;
        }
        let quick = if self.rest.is_zero() { self.over_one_denominator() } else { None };
        quick.or_else(|| {
            let add = |sum: BigRational, (d, n): &(i128, i128)| sum + BigRational::new((*n).into(), (*d).into());
            let (n, d) = self.parts.iter().fold(self.rest.clone(), add).into_raw();
            Fraction::near(n, d)
        })
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equals_the_plain_sum(terms in prop::collection::vec((-1_000_000_i128..1_000_000, 1_i128..40), 0..80)) {
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
    fn a_sum_is_never_lost_to_its_denominators() {
        // One over each prime below a thousand: the exact denominator has 416 digits.
        let primes: Vec<i128> = (2..1000).filter(|n| (2..*n).all(|d| n % d != 0)).collect();
        let mut sum = Sum::default();
        for prime in &primes {
            sum.add(1_000_000_000_000 * prime + 1, *prime);
        }
        let total = sum.total().unwrap();
        // 168 primes; the sum of their reciprocals is 2.1980…
        assert_eq!(total.round(), 168_000_000_000_002);
    }

    #[test]
    fn numerators_that_do_not_fit_together_are_added_all_the_same() {
        let mut sum = Sum::default();
        for _ in 0..4 {
            sum.add(i128::MAX, i128::MAX - 1);
        }
        assert_eq!(sum.total().unwrap().round(), 4);
    }

    #[test]
    fn a_term_that_could_not_be_computed_is_told() {
        let mut sum = Sum::default();
        sum.add(1, 1);
        sum.overflow();
        assert_eq!(sum.total(), None);
    }
}
