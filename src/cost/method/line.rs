//! One line: an activity of a segment in one version of the rule.

use super::case::{Case, CaseActivity, Quantity, Segment, Usual};
use super::data::{AddresseeRule, Capital, Discount, Method, Moment, Part, Prices, TariffParameters, Work};
use super::discount::{factor, within_years};
use super::figures::{Flow, LineFigures};
use super::number::{Exact, at_least_zero, exact, rounded, whole};
use crate::model::Fraction;
use crate::words::method::MethodWord as W;
use crate::words::{Fault, Message, Result};
use num_traits::{One, ToPrimitive, Zero};
use std::ops::RangeInclusive;

/// The most performances a year that are discounted one by one.
const MOST_TIMES: u32 = 366;

/// Which end of the ranges is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Corner {
    /// What makes the cost lowest.
    Low,
    /// The midpoints.
    Middle,
    /// What makes the cost highest.
    High,
}

impl Corner {
    fn opposite(self) -> Self {
        match self {
            Self::Low => Self::High,
            Self::Middle => Self::Middle,
            Self::High => Self::Low,
        }
    }
}

/// What holds for every line of a case.
pub(super) struct Setting<'a> {
    pub method: &'a Method,
    pub parameters: TariffParameters<'a>,
    pub horizon: u32,
    pub discount: Option<Discount>,
    pub prices: Option<&'a Prices>,
    pub overhead: Fraction,
    pub corner: Corner,
}

/// Which years of a line are computed, and what stands behind its floor.
pub(super) struct Span<'a> {
    /// Years in which this version of the rule runs.
    pub years: RangeInclusive<u32>,
    /// Whether it is the old rule beside the new one.
    pub old_rule: bool,
    /// The same activity and segment in the current rule, of whose cost a usual share is a part; itself when left out.
    pub current: Option<(&'a CaseActivity, &'a Segment)>,
}

/// The cost of one performance, taken apart.
struct OneTime {
    hours: Exact,
    hourly: Option<Exact>,
    staff: Option<Exact>,
    waiting: Option<(Exact, Exact)>,
    parts: Vec<(Part, Exact)>,
    left_out: Vec<(Part, Exact)>,
    sum: Exact,
}

impl<'a> Setting<'a> {
    /// What holds for a case.
    pub fn of(method: &'a Method, case: &'a Case, parameters: TariffParameters<'a>, corner: Corner) -> Self {
        Self {
            method,
            parameters,
            horizon: case.horizon.unwrap_or(method.horizon),
            discount: case.discount.or(method.discount),
            prices: case.prices.as_ref().or(method.prices.as_ref()),
            overhead: case.overhead.unwrap_or(method.overhead),
            corner,
        }
    }

    /// The same at another corner.
    fn at_corner(&self, corner: Corner) -> Self {
        Self { corner, ..*self }
    }

    /// The figures of a line.
    pub fn line(&self, activity: &CaseActivity, segment: &Segment, span: &Span<'_>) -> Result<LineFigures> {
        let one = self.one(activity, segment)?;
        let times = self.times(activity);
        let usual = self.usual(activity, segment, span)?;
        let per_addressee = at_least_zero(&one.sum * &times - &usual);
        let population = self.population(segment);
        let year = &per_addressee * &population;
        let years = self.years(activity, &span.years);
        let count = whole(u32::try_from(years.len()).unwrap_or(u32::MAX));
        let staff = one.staff.clone().unwrap_or_else(Exact::one);
        let flow = Flow {
            total: &year * &count,
            present_value: self.present_value(activity, &year, &times, &years)?,
            hours: &one.hours * staff * &times * &population * &count,
        };
        Ok(LineFigures {
            activity: activity.id.clone(),
            name: activity.name.clone(),
            segment: segment.id.clone(),
            old_rule: span.old_rule,
            one_off: activity.one_off,
            hours: one.hours,
            hourly: one.hourly,
            staff: one.staff,
            waiting: one.waiting,
            parts: one.parts,
            left_out: one.left_out,
            one: one.sum,
            times,
            usual,
            per_addressee,
            population,
            year,
            years,
            flow,
        })
    }

    /// The value of a quantity at this corner.
    fn at(&self, quantity: Quantity) -> Exact {
        match self.corner {
            Corner::Low => exact(quantity.low),
            Corner::High => exact(quantity.high),
            Corner::Middle => (exact(quantity.low) + exact(quantity.high)) / whole(2),
        }
    }

    /// The value of a quantity that lowers the cost: its high end makes the cost low.
    fn at_opposite(&self, quantity: Quantity) -> Exact {
        self.at(match self.corner {
            Corner::Middle => quantity,
            Corner::Low | Corner::High => Quantity { low: quantity.high, high: quantity.low },
        })
    }

    fn one(&self, activity: &CaseActivity, segment: &Segment) -> Result<OneTime> {
        let rule = self.method.addressee(&segment.addressee).ok_or_else(|| {
            let known: Vec<&str> = self.method.addressees.iter().map(|a| a.id.as_str()).collect();
            Fault::input(W::NoAddressee.said(&[&self.method.id, &segment.addressee, &known.join(", ")]))
        })?;
        let hours = match (activity.hours, activity.minutes) {
            (Some(_), Some(_)) => return Err(Fault::input(W::HoursTwice.said(&[&activity.id]))),
            (Some(hours), None) => self.at(hours),
            (None, Some(minutes)) => self.at(minutes) / whole(60),
            (None, None) => Exact::zero(),
        };
        let staff = activity.staff.filter(|_| !rule.individual).map(|staff| self.at(staff));
        let hourly = match rule.work {
            Work::Money if !hours.is_zero() => Some(self.hourly(activity, rule)?),
            Work::Money | Work::Hours => None,
        };
        let prices = self.price_level(activity)?;
        let mut parts = Vec::new();
        if let Some(hourly) = &hourly {
            parts.push((Part::Labour, &hours * hourly * staff.clone().unwrap_or_else(Exact::one)));
        }
        for (part, amount) in &activity.outlays {
            let mut amount = self.at(*amount) * &prices;
            if *part == Part::Capital && self.method.capital == Capital::Spread {
                let life = activity.life.filter(|life| !life.is_zero() && !life.is_negative());
                amount /= exact(life.ok_or_else(|| Fault::input(W::NoLife.said(&[&activity.id])))?);
            }
            parts.push((*part, amount));
        }
        let waiting = activity.delay.as_ref().map(|delay| {
            let days = self.at(delay.application) + self.at(delay.approval) - self.at_opposite(delay.ready);
            (at_least_zero(days), (self.at(delay.income) + self.at(delay.standby)) * &prices)
        });
        if let Some((days, a_day)) = &waiting {
            parts.push((Part::Delay, days * a_day));
        }
        let (parts, left_out): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(part, _)| self.method.counts(*part));
        let sum = parts.iter().fold(Exact::zero(), |sum, (_, amount)| sum + amount);
        Ok(OneTime { hours, hourly, staff, waiting, parts, left_out, sum })
    }

    /// Income per hour with overhead, rounded where the method publishes it rounded.
    fn hourly(&self, activity: &CaseActivity, rule: &AddresseeRule) -> Result<Exact> {
        if let Some(hourly) = activity.hourly {
            return Ok(exact(hourly) * (Exact::one() + exact(self.overhead)) * self.price_level(activity)?);
        }
        let id = activity.tariff.as_ref().or(rule.tariff.as_ref());
        let id = id.ok_or_else(|| Fault::input(W::NoTariff.said(&[&activity.id])))?;
        let tariff = self.method.tariff(id).ok_or_else(|| {
            let known: Vec<&str> = self.method.tariffs.iter().map(|t| t.id.as_str()).collect();
            Fault::input(W::UnknownTariff.said(&[&self.method.id, &id, &known.join(", ")]))
        })?;
        let bare = match (&tariff.hourly, &tariff.parameter) {
            (Some(hourly), _) => *hourly,
            (None, Some(parameter)) => {
                let found = (self.parameters)(parameter);
                found.ok_or_else(|| Fault::input(W::NoParameter.said(&[&tariff.id, parameter])))?.value
            }
            (None, None) => return Err(Fault::input(W::EmptyTariff.said(&[&tariff.id]))),
        };
        let loaded = exact(bare) * (Exact::one() + exact(tariff.overhead));
        Ok(tariff.rounded_to.map_or_else(|| loaded.clone(), |decimals| rounded(&loaded, decimals.min(6))))
    }

    /// What an amount of the activity's price year is multiplied by to be one of the base year.
    fn price_level(&self, activity: &CaseActivity) -> Result<Exact> {
        let Some(year) = activity.price_year else { return Ok(Exact::one()) };
        let missing = |year: i16| Fault::input(W::NoPriceYear.said(&[&activity.id, &year]));
        let prices = self.prices.ok_or_else(|| missing(year))?;
        let index = |year: i16| {
            let found = prices.index.get(&year.to_string()).filter(|index| !index.is_zero());
            found.map(|index| exact(*index)).ok_or_else(|| missing(year))
        };
        Ok(index(prices.base)? / index(year)?)
    }

    /// Performances a year. Where one year is computed, "every n years" is a frequency.
    fn times(&self, activity: &CaseActivity) -> Exact {
        let times = self.at(activity.times.unwrap_or_else(|| Quantity::plain(Fraction::ONE)));
        match activity.every {
            Some(every) if self.horizon == 1 => times / whole(every.max(1)),
            _ => times,
        }
    }

    /// What one addressee would spend anyway in a year.
    fn usual(&self, activity: &CaseActivity, segment: &Segment, span: &Span<'_>) -> Result<Exact> {
        Ok(match activity.usual.or(segment.usual) {
            None => Exact::zero(),
            Some(Usual::Amount(amount)) => exact(amount),
            Some(Usual::Share(share)) => {
                let (current, who) = span.current.unwrap_or((activity, segment));
                // What stays as it is moves with its own floor. A rule that changes is cheapest above the dearest current one.
                let at = if current == activity {
                    self.at_corner(self.corner)
                } else {
                    self.at_corner(self.corner.opposite())
                };
                at.one(current, who)?.sum * at.times(current) * exact(share)
            }
        })
    }

    fn population(&self, segment: &Segment) -> Exact {
        let part = self.at(segment.population) * exact(segment.share.unwrap_or(Fraction::ONE));
        match segment.rounded_to.filter(|step| !step.is_zero()) {
            Some(step) => (part / exact(step)).round() * exact(step),
            None => part,
        }
    }

    /// The years in which an activity is done.
    fn years(&self, activity: &CaseActivity, span: &RangeInclusive<u32>) -> Vec<u32> {
        let within = |year: &u32| span.contains(year);
        if activity.one_off {
            let year = activity.first.unwrap_or_else(|| *span.start());
            return Some(year).into_iter().filter(|year| *year <= self.horizon && within(year)).collect();
        }
        let every = activity.every.filter(|_| self.horizon > 1).unwrap_or(1).max(1);
        let first = if self.horizon > 1 { activity.first.unwrap_or(1) } else { 1 };
        (first..=self.horizon).step_by(usize::try_from(every).unwrap_or(1)).filter(within).collect()
    }

    fn present_value(
        &self,
        activity: &CaseActivity,
        year: &Exact,
        times: &Exact,
        years: &[u32],
    ) -> Result<Option<Exact>> {
        let Some(discount) = self.discount else { return Ok(None) };
        let rate = exact(discount.rate);
        let each_time = discount.at == Moment::EachTime && !activity.one_off && activity.every.is_none();
        if each_time && !times.is_zero() {
            let refused = || Fault::input(W::TooManyTimes.said(&[&activity.id, &MOST_TIMES]));
            let part = |number: &num_bigint::BigInt| number.to_u32().filter(|n| *n <= MOST_TIMES).ok_or_else(refused);
            let (per_year, of_years) = (part(times.numer())?, part(times.denom())?);
            let last = self.horizon * per_year / of_years;
            let factors = within_years(&rate, per_year, of_years, last).ok_or_else(refused)?;
            let in_year = |nth: u32| years.contains(&(nth * of_years).div_ceil(per_year));
            let due = (1..=last).zip(factors).filter(|(nth, _)| in_year(*nth));
            return Ok(Some(due.fold(Exact::zero(), |sum, (_, factor)| sum + factor) * year / times));
        }
        let start = i32::from(discount.at == Moment::YearStart);
        let factors = years.iter().map(|year| factor(&rate, i32::try_from(*year).unwrap_or(i32::MAX) - start));
        Ok(Some(factors.fold(Exact::zero(), |sum, factor| sum + factor) * year))
    }
}
