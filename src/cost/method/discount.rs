//! Powers of a discount rate. Whole powers are exact; broken ones (a payment a month) are irrational and computed once to
//! [`ROOT_DECIMALS`] decimals, far beyond any digit that is shown.

use super::number::Exact;
use num_bigint::{BigInt, BigUint};
use num_traits::{One, Zero};

/// Decimals to which a root of `1 + rate` is computed.
const ROOT_DECIMALS: u32 = 60;

/// `1 ÷ (1 + rate)^years`, exact; `years` may be negative.
pub(super) fn factor(rate: &Exact, years: i32) -> Exact {
    num_traits::pow::Pow::pow(Exact::one() + rate, -years)
}

/// `1 ÷ (1 + rate)^(F/G)` for `F` = 1, 2 … `last`, where `G = per_year / years` is in lowest terms: exact when `G` is a whole part of a
/// year (once in five years) or one, else to [`ROOT_DECIMALS`] decimals. Nothing when the root cannot be taken.
pub(super) fn within_years(rate: &Exact, per_year: u32, years: u32, last: u32) -> Option<Vec<Exact>> {
    let base = num_traits::pow::Pow::pow(Exact::one() + rate, years);
    if per_year == 1 {
        let one = base.recip();
        return Some(powers(last, |before| before * &one));
    }
    let scale = BigUint::from(10_u32).pow(ROOT_DECIMALS);
    let numerator = base.numer().to_biguint()? * num_traits::pow::Pow::pow(&scale, per_year);
    let root = (numerator / base.denom().to_biguint()?).nth_root(per_year);
    if root.is_zero() {
        return None;
    }
    let scale = Exact::from_integer(BigInt::from(scale));
    let one = Exact::from_integer(BigInt::from(root)) / &scale;
    Some(powers(last, |before| (before / &one * &scale).round() / &scale))
}

fn powers(last: u32, next: impl Fn(&Exact) -> Exact) -> Vec<Exact> {
    let mut all = Vec::new();
    let mut power = Exact::one();
    for _ in 0..last {
        power = next(&power);
        all.push(power.clone());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::method::{exact, to_fraction};
    use crate::model::Fraction;

    fn rate() -> Exact {
        exact(Fraction::parse("0.07").unwrap())
    }

    #[test]
    fn whole_powers_are_exact() {
        let two = factor(&rate(), 2);
        assert_eq!(two, exact(Fraction::new(10_000, 11_449).unwrap()));
        assert_eq!(factor(&rate(), 0), Exact::one());
        assert_eq!(factor(&rate(), -1), exact(Fraction::parse("1.07").unwrap()));
        assert_eq!(within_years(&rate(), 1, 1, 2).unwrap()[1], two);
        assert_eq!(within_years(&rate(), 1, 2, 1).unwrap()[0], two, "once in two years");
    }

    #[test]
    fn twelve_monthly_powers_make_a_year() {
        let monthly = within_years(&rate(), 12, 1, 24).unwrap();
        assert_eq!(monthly.len(), 24);
        assert_eq!(to_fraction(&monthly[11], 18), to_fraction(&factor(&rate(), 1), 18));
        assert_eq!(to_fraction(&monthly[23], 18), to_fraction(&factor(&rate(), 2), 18));
        // 1.07^(1/12) = 1.005654145387… (CPython), its reciprocal 0.9943776442….
        assert_eq!(to_fraction(&monthly[0], 6), Fraction::parse("0.994378"));
    }
}
