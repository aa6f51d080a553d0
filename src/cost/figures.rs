//! The figures of a cost sheet (Thông tư 02/2017/TT-VPCP, Điều 27).
//!
//! Cost of one performance = minutes ÷ 60 × income per hour + outsourcing + fees and other costs.
//! Cost per year = cost of one performance × performances per year × how many comply. Nothing is rounded here.
//!
//! Rows are what is done in one performance. Where only some do a row (a channel, a case), it is a share of the performances, not one more: what
//! one performance of a regulation costs is the average over all of them, Σ cost of a row × its share. A row that nobody counted has a cost of
//! one performance and none per year, and so has its sheet.

use super::{Rates, Sum};
use crate::model::{Activity, ActivityGroup, Dong, Fraction, Population};
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
    /// The row of an activity, with its income per hour, in a regulation whose population is `whole`. Where nobody knows how many comply
    /// ([`complying`]), it has none.
    pub fn of(activity: &Activity, hourly: Fraction, whole: Option<&Population>) -> Self {
        Self {
            minutes: activity.minutes,
            hourly,
            outsourcing: Fraction::whole(activity.outsourcing),
            charges: Fraction::whole(activity.charges),
            times: activity.times.or(whole.and_then(|whole| whole.times)).unwrap_or(Fraction::ONE),
            population: complying(activity, whole).unwrap_or(Fraction::ZERO),
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

/// How many comply with a row per year: its own number, or that of the regulation, of which a group does its share. Nothing where nobody knows.
pub fn complying(activity: &Activity, whole: Option<&Population>) -> Option<Fraction> {
    if let Some(own) = activity.population {
        return Some(Fraction::whole(own));
    }
    let (whole, count) = (whole?, Fraction::whole(whole?.count?));
    match &activity.among {
        None => Some(count),
        Some(group) => count.times(whole.share(group)?),
    }
}

/// The costs of the rows of a sheet as they come, to be closed into the figures of the sheet.
#[derive(Debug, Clone, Default)]
pub struct SheetSum {
    /// Cost per year of the rows of which it is known.
    annual: Sum,
    /// The most performances per year of such a row.
    most: (i128, i128),
    /// What one performance costs in rows that nobody counted, by their shares; and in rows that nobody does.
    waiting: Sum,
    idle: Sum,
    waits: bool,
}

/// The figures of a whole sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetCost {
    /// Cost of one performance, đồng, exact.
    pub one: Fraction,
    /// Cost per year, đồng, exact; nothing where nobody knows how many comply.
    pub annual: Option<Fraction>,
}

impl SheetSum {
    /// Adds a row by its cost per year and its performances per year, both as fractions that may not be in lowest terms; `one` is what one
    /// performance costs, and asked only of a row that nobody does.
    pub fn add(&mut self, annual: (i128, i128), performances: (i128, i128), one: impl FnOnce() -> Option<Fraction>) {
        self.annual.add(annual.0, annual.1);
        if performances.0 == 0 {
            match one() {
                Some(one) => self.idle.add_fraction(one),
                None => self.idle.overflow(),
            }
        } else if self.most.1 == 0 || performances.0 * self.most.1 > self.most.0 * performances.1 {
            self.most = performances;
        }
    }

    /// Adds a row that nobody counted, by what one performance of it costs and its share of the performances.
    pub fn add_waiting(&mut self, one: Option<Fraction>, share: Fraction) {
        self.waits = true;
        match one.and_then(|one| one.times(share)) {
            Some(part) => self.waiting.add_fraction(part),
            None => self.waiting.overflow(),
        }
    }

    /// The figures of the sheet. `performances`: those of the regulation's own population, where it is known; else those of the row that most do.
    /// Nothing where a figure does not fit.
    pub fn close(&self, performances: Option<Fraction>) -> Option<SheetCost> {
        let annual = self.annual.total()?;
        let all = performances.filter(|all| !all.is_zero()).or_else(|| Fraction::new(self.most.0, self.most.1));
        let counted = match all.filter(|all| !all.is_zero()) {
            Some(all) => annual.over(all)?,
            None => self.idle.total()?,
        };
        let one = counted.plus(self.waiting.total()?)?;
        Some(SheetCost { one, annual: (!self.waits).then_some(annual) })
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
    /// Cost per year, đồng, exact; nothing where nobody knows how many comply.
    pub annual: Option<Fraction>,
}

/// The figures of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetFigures {
    /// One a row, in the order of the sheet.
    pub rows: Vec<RowFigures>,
    /// Cost of one performance of the whole procedure, đồng, exact: the average over all who comply.
    pub one: Fraction,
    /// Cost per year, đồng, exact; nothing where nobody knows how many comply.
    pub annual: Option<Fraction>,
}

/// Computes a sheet of a regulation whose population is `whole`, where it has one.
///
/// # Errors
/// Bad input when a row names an unknown income per hour, or when a figure does not fit; the row is named.
pub fn sheet_figures(activities: &[Activity], rates: &Rates, whole: Option<&Population>) -> Result<SheetFigures> {
    let mut figures = SheetFigures::default();
    let mut sum = SheetSum::default();
    let often = whole.and_then(|whole| whole.times).filter(|times| !times.is_zero()).unwrap_or(Fraction::ONE);
    for activity in activities {
        let too_large = || Fault::input(CostWord::TooLarge.said(&[&activity.name]));
        let hourly = rates.tariff(&activity.tariff)?.with_staff(activity.staff).ok_or_else(too_large)?;
        let row = CostRow::of(activity, hourly, whole);
        let known = complying(activity, whole).is_some();
        let one = row.one().ok_or_else(too_large)?;
        let annual = row.annual().ok_or_else(too_large)?;
        if known {
            let performances = row.times.times(row.population).ok_or_else(too_large)?;
            let pair = |value: Fraction| (value.numerator(), value.denominator());
            sum.add(pair(annual), pair(performances), || Some(one));
        } else {
            let share = activity.among.as_ref().and_then(|group| whole?.share(group)).unwrap_or(Fraction::ONE);
            let share = row.times.over(often).and_then(|times| times.times(share)).ok_or_else(too_large)?;
            sum.add_waiting(Some(one), share);
        }
        figures.rows.push(RowFigures {
            id: activity.id.clone(),
            group: activity.group,
            labour: row.labour().ok_or_else(too_large)?,
            one,
            annual: known.then_some(annual),
            row,
        });
    }
    let whole = sum.close(whole.and_then(Population::performances));
    let whole = whole.ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
    (figures.one, figures.annual) = (whole.one, whole.annual);
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
