//! The figures of a cost sheet (Thông tư 02/2017/TT-VPCP, Điều 27).
//!
//! Cost of one performance = minutes ÷ 60 × income per hour + outsourcing + fees and other costs.
//! Cost per year = cost of one performance × performances per year × how many comply. Nothing is rounded here.

use super::{Rates, Sum};
use crate::model::{Activity, ActivityGroup, Dong, Fraction};
use crate::words::cost::CostWord;
use crate::words::{Fault, Message, Result};

/// The numbers of one row, ready to compute: nothing else is needed for its cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CostRow {
    /// Minutes of one performance.
    pub minutes: Fraction,
    /// Income per hour, staff factor included.
    pub hourly: Fraction,
    /// Outsourcing of one performance, đồng.
    pub outsourcing: Fraction,
    /// Fees and other costs of one performance, đồng.
    pub charges: Fraction,
    /// Performances per year and per one who complies.
    pub times: Fraction,
    /// How many comply per year.
    pub population: Fraction,
}

impl CostRow {
    /// The row of an activity, with its income per hour.
    pub fn of(activity: &Activity, hourly: Fraction) -> Self {
        Self {
            minutes: activity.minutes,
            hourly,
            outsourcing: Fraction::whole(activity.outsourcing),
            charges: Fraction::whole(activity.charges),
            times: activity.times,
            population: Fraction::whole(activity.population),
        }
    }

    /// Work of one performance in đồng: minutes ÷ 60 × income per hour.
    pub fn labour(&self) -> Option<Fraction> {
        self.minutes.times(self.hourly)?.over(Fraction::whole(60))
    }

    /// Cost of one performance in đồng.
    pub fn one(&self) -> Option<Fraction> {
        self.labour()?.plus(self.outsourcing)?.plus(self.charges)
    }

    /// Cost per year in đồng.
    pub fn annual(&self) -> Option<Fraction> {
        self.one()?.times(self.times)?.times(self.population)
    }

    /// Adds the cost per year to a sum.
    pub fn add_annual(&self, sum: &mut Sum) {
        match self.annual_pair() {
            Some((numerator, denominator)) => sum.add(numerator, denominator),
            None => sum.overflow(),
        }
    }

    /// Cost per year in đồng as numerator and denominator, not reduced first where the numbers are those of a plain row; nothing
    /// on overflow.
    pub fn annual_pair(&self) -> Option<(i128, i128)> {
        self.unreduced().or_else(|| self.annual().map(|annual| (annual.numerator(), annual.denominator())))
    }

    /// [`annual_unreduced`] of this row; nothing when a measure made a fraction of its đồng or its people.
    fn unreduced(&self) -> Option<(i128, i128)> {
        let whole = |value: Fraction| i64::try_from(value.numerator()).ok().filter(|_| value.is_whole());
        let pair =
            |value: Fraction| Some((i64::try_from(value.numerator()).ok()?, i64::try_from(value.denominator()).ok()?));
        let external = (whole(self.outsourcing)?, whole(self.charges)?);
        annual_unreduced(pair(self.minutes)?, self.hourly, external, pair(self.times)?, whole(self.population)?)
    }
}

/// Cost per year of a row given as plain integers, as an unreduced fraction (numerator, denominator): the fast way for
/// whole workspaces. Gives the same value as [`CostRow::annual`]; nothing on overflow.
pub fn annual_unreduced(
    minutes: (i64, i64),
    hourly: Fraction,
    external: (Dong, Dong),
    times: (i64, i64),
    population: i64,
) -> Option<(i128, i128)> {
    let small = annual_in_64_bits(minutes, hourly, external, times, population);
    if let Some((numerator, denominator)) = small {
        return Some((numerator.into(), denominator.into()));
    }
    let per_hour = i128::from(minutes.1).checked_mul(hourly.denominator())?.checked_mul(60)?;
    let labour = i128::from(minutes.0).checked_mul(hourly.numerator())?;
    let external = (i128::from(external.0) + i128::from(external.1)).checked_mul(per_hour)?;
    let one = labour.checked_add(external)?;
    let numerator = one.checked_mul(i128::from(times.0))?.checked_mul(i128::from(population))?;
    Some((numerator, per_hour.checked_mul(i128::from(times.1))?))
}

/// The same in 64 bits, which real rows fit and which is several times as fast; nothing where they do not.
fn annual_in_64_bits(
    minutes: (i64, i64),
    hourly: Fraction,
    external: (Dong, Dong),
    times: (i64, i64),
    population: i64,
) -> Option<(i64, i64)> {
    let hourly = (i64::try_from(hourly.numerator()).ok()?, i64::try_from(hourly.denominator()).ok()?);
    let per_hour = minutes.1.checked_mul(hourly.1)?.checked_mul(60)?;
    let external = external.0.checked_add(external.1)?.checked_mul(per_hour)?;
    let one = minutes.0.checked_mul(hourly.0)?.checked_add(external)?;
    let numerator = one.checked_mul(times.0)?.checked_mul(population)?;
    Some((numerator, per_hour.checked_mul(times.1)?))
}

/// The figures of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFigures {
    /// Id of the activity.
    pub id: String,
    /// Group of the activity.
    pub group: ActivityGroup,
    /// The numbers that went in.
    pub row: CostRow,
    /// Work of one performance, đồng, exact.
    pub labour: Fraction,
    /// Cost of one performance, đồng, exact.
    pub one: Fraction,
    /// Cost per year, đồng, exact.
    pub annual: Fraction,
}

/// The figures of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetFigures {
    /// One a row, in the order of the sheet.
    pub rows: Vec<RowFigures>,
    /// Cost of one performance of the whole procedure, đồng, exact.
    pub one: Fraction,
    /// Cost per year, đồng, exact.
    pub annual: Fraction,
}

/// Computes a sheet.
///
/// # Errors
/// Bad input when a row names an unknown income per hour, or when a figure does not fit; the row is named.
pub fn sheet_figures(activities: &[Activity], rates: &Rates) -> Result<SheetFigures> {
    let mut figures = SheetFigures::default();
    let (mut one, mut annual) = (Sum::default(), Sum::default());
    for activity in activities {
        let too_large = || Fault::input(CostWord::TooLarge.said(&[&activity.name]));
        let hourly = rates.tariff(&activity.tariff)?.with_staff(activity.staff).ok_or_else(too_large)?;
        let row = CostRow::of(activity, hourly);
        let computed = RowFigures {
            id: activity.id.clone(),
            group: activity.group,
            labour: row.labour().ok_or_else(too_large)?,
            one: row.one().ok_or_else(too_large)?,
            annual: row.annual().ok_or_else(too_large)?,
            row,
        };
        one.add_fraction(computed.one);
        annual.add_fraction(computed.annual);
        figures.rows.push(computed);
    }
    let too_large = || Fault::input(CostWord::SumTooLarge.said(&[]));
    figures.one = one.total().ok_or_else(too_large)?;
    figures.annual = annual.total().ok_or_else(too_large)?;
    Ok(figures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_fast_way_gives_the_same(m in (0_i64..100_000, 1_i64..60), h in (0_i128..1_000_000, 1_i128..100),
            out in 0_i64..1_000_000_000, fee in 0_i64..1_000_000_000, t in (0_i64..100, 1_i64..10), p in 0_i64..100_000_000) {
            let hourly = Fraction::new(h.0, h.1).unwrap();
            let row = CostRow {
                minutes: Fraction::new(m.0.into(), m.1.into()).unwrap(), hourly,
                outsourcing: Fraction::whole(out), charges: Fraction::whole(fee),
                times: Fraction::new(t.0.into(), t.1.into()).unwrap(), population: Fraction::whole(p),
            };
            let (n, d) = annual_unreduced(m, hourly, (out, fee), t, p).unwrap();
            prop_assert_eq!(Fraction::new(n, d), row.annual());
        }

        #[test]
        fn adding_up_gives_the_same(numbers in prop::collection::vec((0_i128..1_000_000, 1_i128..100), 6)) {
            let at = |n: usize| Fraction::new(numbers[n].0, numbers[n].1).unwrap();
            let row = CostRow {
                minutes: at(0), hourly: at(1), outsourcing: at(2), charges: at(3), times: at(4), population: at(5),
            };
            for row in [row, CostRow { outsourcing: Fraction::ZERO, charges: Fraction::ONE, population: Fraction::whole(7), ..row }] {
                let mut sum = Sum::default();
                row.add_annual(&mut sum);
                prop_assert_eq!(sum.total(), row.annual());
            }
        }
    }
}
