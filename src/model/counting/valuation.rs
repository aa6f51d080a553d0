//! How a cut counts over the years: as the saving of one year, as the average of some years, as a present value, or as a present value made yearly
//! again.

use crate::model::Fraction;
use crate::words::valid::ValidWord;
use crate::words::{Message, Said};
use num_bigint::BigInt;
use num_traits::{One, Zero, pow};
use serde::{Deserialize, Serialize};

/// Most years that a valuation looks ahead, so that its powers stay small.
const MOST_YEARS: u16 = 100;

/// Days of a year, of which a broken year is a part.
const DAYS: i128 = 365;

crate::words::named! {
    /// In which sense a cut counts.
    ValueBasis {
        /// What it saves in one year.
        Annual = "annual" { vi: "mức giảm của một năm", en: "the saving of one year" },
        /// What it saves over some years, divided by these (Australia's Regulatory Burden Measurement).
        Average = "average" { vi: "bình quân nhiều năm", en: "the average over years" },
        /// What it saves over some years, discounted.
        PresentValue = "present_value" { vi: "giá trị hiện tại", en: "present value" },
        /// The present value of all that it will ever save, times the rate (Executive Order 13771).
        Perpetuity = "perpetuity" { vi: "giá trị hiện tại × lãi suất, vĩnh viễn", en: "present value × rate, in perpetuity" },
        /// The present value over some years, spread evenly over these (Canada's SOR/2015-202).
        Annuity = "annuity" { vi: "giá trị hiện tại chia đều theo năm", en: "present value spread over years" },
    }
}

/// How a cut counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Valuation {
    /// In which sense.
    pub basis: ValueBasis,
    /// Percent a year by which later amounts are discounted; needed for a present value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Fraction>,
    /// Over how many years; needed for an average, a present value and an annuity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u16>,
    /// The factor of an annuity as it is printed, where the rule prints one: it must be that of rate and years, rounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<Fraction>,
}

impl Valuation {
    /// What is wrong with it; nothing when all is well.
    pub(super) fn wrong(&self) -> Option<Said> {
        let needs_years = matches!(self.basis, ValueBasis::Average | ValueBasis::PresentValue | ValueBasis::Annuity);
        let needs_rate = matches!(self.basis, ValueBasis::Perpetuity | ValueBasis::PresentValue | ValueBasis::Annuity);
        let years = self.years.unwrap_or_default();
        let rate = self.rate.filter(|rate| !rate.is_negative() && !rate.is_zero() && *rate <= Fraction::whole(100));
        if needs_years && (years == 0 || years > MOST_YEARS) {
            return Some(ValidWord::ValuationYears.said(&[&self.basis, &MOST_YEARS]));
        }
        if needs_rate && rate.is_none_or(|rate| rate.denominator() > 100) {
            return Some(ValidWord::ValuationRate.said(&[&self.basis]));
        }
        let (Some(printed), ValueBasis::Annuity) = (self.factor, self.basis) else { return None };
        let exact = self.annuity_factor()?;
        (exact.apart(printed) > half_of_last(printed)).then(|| ValidWord::ValuationFactor.said(&[&printed, &exact]))
    }

    /// What a saving of so much a year counts, which lasts so many years, or for ever; nothing where it does not fit. đồng per year, but for a present
    /// value, which is đồng.
    pub fn of_yearly(&self, yearly: Fraction, lasts: Option<Fraction>) -> Option<Fraction> {
        let over = self.years.map(|years| Fraction::whole(years.into()));
        // No longer than the rule looks ahead.
        let seen = match (lasts, over) {
            (Some(lasts), Some(over)) => Some(lasts.min(over)),
            (one, other) => one.or(other),
        };
        match self.basis {
            ValueBasis::Annual => Some(yearly),
            ValueBasis::Average => yearly.times(seen?)?.over(over?),
            ValueBasis::PresentValue => self.discounted(yearly, seen?),
            ValueBasis::Perpetuity => match lasts {
                Some(lasts) => self.discounted(yearly, lasts)?.times(self.rate?)?.over(Fraction::whole(100)),
                None => Some(yearly),
            },
            ValueBasis::Annuity => {
                self.discounted(yearly, seen?)?.times(self.factor.or_else(|| self.annuity_factor())?)
            }
        }
    }

    /// What an amount that is told for all years together counts a year: the total of an average, the present value of a perpetuity or an annuity.
    pub fn of_whole(&self, whole: Fraction) -> Option<Fraction> {
        match self.basis {
            ValueBasis::Annual | ValueBasis::PresentValue => Some(whole),
            ValueBasis::Average => whole.over(Fraction::whole(self.years?.into())),
            ValueBasis::Perpetuity => whole.times(self.rate?)?.over(Fraction::whole(100)),
            ValueBasis::Annuity => whole.times(self.factor.or_else(|| self.annuity_factor())?),
        }
    }

    /// The present value of so much at the end of each of so many years; a broken last year pays its part at its end.
    fn discounted(&self, yearly: Fraction, years: Fraction) -> Option<Fraction> {
        let whole = u16::try_from(years.numerator() / years.denominator()).ok()?.min(MOST_YEARS);
        let part = years.minus(Fraction::whole(whole.into()))?;
        let (sum, scale) = self.sum(whole)?;
        let (last, last_scale) = self.power(whole.checked_add(1)?)?;
        let broken = (last * part.numerator(), last_scale * part.denominator());
        let all = (sum * &broken.1 + broken.0 * &scale, scale * broken.1);
        Fraction::near(all.0 * yearly.numerator(), all.1 * yearly.denominator())
    }

    /// One divided by the present value of one at the end of each year.
    fn annuity_factor(&self) -> Option<Fraction> {
        let (sum, scale) = self.sum(self.years?)?;
        if sum.is_zero() { None } else { Fraction::near(scale, sum) }
    }

    /// `1 ÷ (1 + rate)^year` as a numerator over a denominator.
    fn power(&self, year: u16) -> Option<(BigInt, BigInt)> {
        let rate = self.rate.unwrap_or_default();
        // 1 + r/100 with r = n/d is (100 d + n) / 100 d.
        let below = BigInt::from(rate.denominator().checked_mul(100)?);
        let above = &below + BigInt::from(rate.numerator());
        Some((pow(below, year.into()), pow(above, year.into())))
    }

    /// The sum of these powers over the years from 1 on.
    fn sum(&self, years: u16) -> Option<(BigInt, BigInt)> {
        let (mut sum, mut scale) = (BigInt::zero(), BigInt::one());
        for year in 1..=years {
            let (n, d) = self.power(year)?;
            // Each denominator is a multiple of the one before.
            let step = &d / &scale;
            sum = sum * &step + n;
            scale = d;
        }
        Some((sum, scale))
    }
}

/// Half a unit of the last decimal of a printed number, of at most six.
pub(in crate::model) fn half_of_last(printed: Fraction) -> Fraction {
    let mut scales = std::iter::successors(Some(1_i128), |scale| scale.checked_mul(10)).take(7);
    let decimals = scales.find(|parts| parts % printed.denominator() == 0);
    Fraction::new(1, decimals.unwrap_or(1_000_000) * 2).unwrap_or_default()
}

/// Years between two days, a broken one as its days of 365; nothing where the later lies before the earlier.
pub fn years_between(from: jiff::civil::Date, to: jiff::civil::Date) -> Option<Fraction> {
    if to < from {
        return None;
    }
    let span = from.until((jiff::Unit::Year, to)).ok()?;
    let whole = span.get_years();
    let anniversary = from.checked_add(jiff::Span::new().years(whole)).ok()?;
    let days = anniversary.until((jiff::Unit::Day, to)).ok()?.get_days();
    Fraction::whole(whole.into()).plus(Fraction::new(i128::from(days).min(DAYS), DAYS)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    fn valuation(basis: ValueBasis, rate: Option<i64>, years: Option<u16>) -> Valuation {
        Valuation { basis, rate: rate.map(Fraction::whole), years, factor: None }
    }

    fn number(text: &str) -> Fraction {
        Fraction::parse(text).unwrap()
    }

    /// Rounded to hundredths.
    fn cents(value: Option<Fraction>) -> Option<i128> {
        value.map(|value| value.times(Fraction::whole(100)).unwrap().round())
    }

    #[test]
    fn published_values_come_out() {
        // G1 of the methods: 1.200.000 a year over 10 years at 7 % are 8.428.297,85.
        let present = valuation(ValueBasis::PresentValue, Some(7), Some(10));
        assert_eq!(cents(present.of_yearly(Fraction::whole(1_200_000), None)), Some(842_829_785));
        // Executive Order 13771: −8.995,6 × 7 % = −629,692; −817,8 × 7 % = −57,246.
        let perpetuity = valuation(ValueBasis::Perpetuity, Some(7), None);
        assert_eq!(perpetuity.of_whole(number("-8995.6")), Some(number("-629.692")));
        assert_eq!(perpetuity.of_whole(number("-817.8")), Some(number("-57.246")));
        // SOR/2015-202: 60.000 a year over 10 years count 60.000,21 by the printed factor, and exactly 60.000 by the true one.
        let mut annuity = valuation(ValueBasis::Annuity, Some(7), Some(10));
        assert_eq!(cents(annuity.of_yearly(Fraction::whole(60_000), None)), Some(6_000_000));
        annuity.factor = Some(number("0.142378"));
        assert_eq!(annuity.wrong(), None);
        assert_eq!(cents(annuity.of_yearly(Fraction::whole(60_000), None)), Some(6_000_021));
        annuity.factor = Some(number("0.142379"));
        assert!(annuity.wrong().is_some(), "the factor is not that of 7 % and ten years");
        // The total of ten years, divided by ten.
        let average = valuation(ValueBasis::Average, None, Some(10));
        assert_eq!(average.of_whole(Fraction::whole(-19_872_000)), Some(Fraction::whole(-1_987_200)));
    }

    #[test]
    fn what_ends_counts_for_its_years_alone() {
        let year = Fraction::whole(1_000);
        assert_eq!(valuation(ValueBasis::Annual, None, None).of_yearly(year, Some(Fraction::ONE)), Some(year));
        let average = valuation(ValueBasis::Average, None, Some(10));
        assert_eq!(average.of_yearly(year, Some(Fraction::whole(2))), Some(Fraction::whole(200)));
        assert_eq!(average.of_yearly(year, Some(Fraction::whole(20))), Some(year), "no more than it looks ahead");
        assert_eq!(average.of_yearly(year, None), Some(year));
        // 7 % of 1.000 ÷ 1,07 for one year; for ever it is the whole.
        let perpetuity = valuation(ValueBasis::Perpetuity, Some(7), None);
        assert_eq!(perpetuity.of_yearly(year, Some(Fraction::ONE)), Fraction::new(7_000, 107));
        assert_eq!(perpetuity.of_yearly(year, None), Some(year));
        // Half a year pays half, at the end of the first.
        let half = Fraction::new(1, 2);
        assert_eq!(perpetuity.of_yearly(year, half), Fraction::new(3_500, 107));
    }

    #[test]
    fn a_valuation_says_what_it_needs() {
        assert!(valuation(ValueBasis::PresentValue, None, Some(10)).wrong().is_some());
        assert!(valuation(ValueBasis::PresentValue, Some(7), None).wrong().is_some());
        assert!(valuation(ValueBasis::Average, None, Some(101)).wrong().is_some());
        assert!(valuation(ValueBasis::Perpetuity, Some(0), None).wrong().is_some());
        assert_eq!(valuation(ValueBasis::Annual, None, None).wrong(), None);
    }

    #[test]
    fn years_are_counted_by_anniversaries() {
        assert_eq!(years_between(date(2026, 4, 15), date(2027, 4, 15)), Some(Fraction::ONE));
        assert_eq!(years_between(date(2026, 4, 15), date(2027, 4, 25)), Fraction::new(375, 365));
        assert_eq!(years_between(date(2026, 4, 15), date(2026, 4, 14)), None);
    }
}
