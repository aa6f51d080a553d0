//! Indicators over time: the latest reading, the distance to the target, and where a straight line through the readings leads.

use crate::model::{Fraction, Indicator, Reading};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How many days ahead a line is followed to where it reaches the target.
const HORIZON: i128 = 36_525;

/// An indicator of one agency, or of the whole country, on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorState {
    /// The agency; the whole country when nothing.
    pub agency: Option<String>,
    /// The latest reading by that day.
    pub latest: Reading,
    /// How many readings there were by then.
    pub readings: usize,
    /// What is missing to the target, in the unit of the indicator; zero when it is met, nothing without a target.
    pub distance: Option<Fraction>,
    /// Whether the target is met; nothing without a target.
    pub met: Option<bool>,
    /// How much of the way from the baseline to the target is done, in percent (may be below 0 or above 100); nothing without both.
    pub way: Option<Fraction>,
    /// The straight line through the readings; nothing with fewer than two days of readings.
    pub trend: Option<Trend>,
}

/// The straight line that fits readings best (least squares over days, every reading weighs the same), followed ahead. It is a
/// line, not a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// Change per day, in the unit of the indicator.
    pub per_day: Fraction,
    /// Where the line stands on the due date; nothing without one.
    pub at_due: Option<Fraction>,
    /// Whether the line meets the target on the due date; nothing without both.
    pub meets: Option<bool>,
    /// The first day after the latest reading on which the line meets the target; nothing where it never does within a hundred
    /// years, or where the target is met already.
    pub reaches: Option<Date>,
}

/// An indicator on a day: the whole country first, then agency by agency.
pub fn indicator_states(indicator: &Indicator, day: Date) -> Vec<IndicatorState> {
    let mut by: BTreeMap<Option<&str>, Vec<&Reading>> = BTreeMap::new();
    for reading in indicator.readings.iter().filter(|reading| reading.date <= day) {
        by.entry(reading.agency.as_deref()).or_default().push(reading);
    }
    by.into_values().filter_map(|readings| state(indicator, &readings)).collect()
}

fn state(indicator: &Indicator, readings: &[&Reading]) -> Option<IndicatorState> {
    let latest = *readings.iter().max_by_key(|reading| reading.date)?;
    let missing = indicator.target.and_then(|target| missing(indicator, target, latest.value));
    let way = |target: Fraction, baseline: Fraction| {
        let (done, whole) = (latest.value.minus(baseline)?, target.minus(baseline)?);
        done.times(Fraction::whole(100))?.over(whole)
    };
    Some(IndicatorState {
        agency: latest.agency.clone(),
        readings: readings.len(),
        distance: missing.map(|missing| if missing.is_negative() { Fraction::ZERO } else { missing }),
        met: missing.map(|missing| missing.is_zero() || missing.is_negative()),
        way: indicator.target.zip(indicator.baseline).and_then(|(target, baseline)| way(target, baseline)),
        trend: trend(indicator, readings, latest),
        latest: latest.clone(),
    })
}

/// What a value is short of the target; negative when it is beyond it.
fn missing(indicator: &Indicator, target: Fraction, value: Fraction) -> Option<Fraction> {
    if indicator.lower_is_better { value.minus(target) } else { target.minus(value) }
}

fn days(from: Date, to: Date) -> Fraction {
    Fraction::whole((to - from).get_days().into())
}

fn trend(indicator: &Indicator, readings: &[&Reading], latest: &Reading) -> Option<Trend> {
    let (origin, slope, start) = line(readings)?;
    let at = |day: Date| slope.times(days(origin, day)).and_then(|rise| start.plus(rise));
    let at_due = indicator.due.and_then(at);
    let is_met = |value: Fraction| {
        let missing = missing(indicator, indicator.target?, value)?;
        Some(missing.is_zero() || missing.is_negative())
    };
    let already = is_met(latest.value) == Some(true);
    let reaches = || {
        let ahead = indicator.target?.minus(start)?.over(slope)?;
        let (whole, rest) =
            (ahead.numerator().div_euclid(ahead.denominator()), ahead.numerator() % ahead.denominator());
        let ahead = whole + i128::from(rest != 0);
        let day = origin.checked_add(i64::try_from(ahead).ok().filter(|_| ahead.abs() <= HORIZON)?.days()).ok()?;
        let towards = if indicator.lower_is_better { slope.is_negative() } else { !slope.is_negative() };
        towards.then(|| day.max(latest.date.tomorrow().unwrap_or(day)))
    };
    Some(Trend {
        per_day: slope,
        at_due,
        meets: at_due.and_then(is_met),
        reaches: if already { None } else { reaches() },
    })
}

/// The line of least squares: the day of the first reading, the change per day, the value on that day. With x the days since the
/// first reading and y the values, the change is (n·Σxy − Σx·Σy) ÷ (n·Σx² − (Σx)²), computed exactly; nothing on overflow.
fn line(readings: &[&Reading]) -> Option<(Date, Fraction, Fraction)> {
    let origin = readings.iter().map(|reading| reading.date).min()?;
    let count = Fraction::whole(i64::try_from(readings.len()).ok()?);
    let (mut x, mut y, mut xx, mut xy) = (Fraction::ZERO, Fraction::ZERO, Fraction::ZERO, Fraction::ZERO);
    for reading in readings {
        let day = days(origin, reading.date);
        x = x.plus(day)?;
        y = y.plus(reading.value)?;
        xx = xx.plus(day.times(day)?)?;
        xy = xy.plus(day.times(reading.value)?)?;
    }
    let slope = count.times(xy)?.minus(x.times(y)?)?.over(count.times(xx)?.minus(x.times(x)?)?)?;
    let start = y.minus(slope.times(x)?)?.over(count)?;
    Some((origin, slope, start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn indicator(readings: &[(Date, Option<&str>, &str)]) -> Indicator {
        Indicator {
            code: "i".into(),
            name: "i".into(),
            name_en: None,
            unit: "%".into(),
            assignment: None,
            baseline: Some(Fraction::ZERO),
            target: Some(Fraction::whole(20)),
            due: Some(date(2026, 1, 31)),
            lower_is_better: false,
            readings: readings
                .iter()
                .map(|(day, agency, value)| Reading {
                    date: *day,
                    agency: agency.map(Into::into),
                    value: Fraction::parse(value).unwrap(),
                    source: String::new(),
                })
                .collect(),
            source: String::new(),
        }
    }

    #[test]
    fn a_straight_line_leads_to_the_due_date() {
        let line = [(date(2026, 1, 1), None, "4"), (date(2026, 1, 11), None, "8"), (date(2026, 1, 21), None, "12")];
        let states = indicator_states(&indicator(&line), date(2026, 1, 25));
        let state = &states[0];
        assert_eq!((state.readings, state.latest.value, state.met), (3, Fraction::whole(12), Some(false)));
        assert_eq!(state.distance, Some(Fraction::whole(8)));
        assert_eq!(state.way, Some(Fraction::whole(60)));
        let trend = state.trend.clone().unwrap();
        // 0,4 a day from 4 on 1 January: 16 on 31 January, 20 after 40 days.
        assert_eq!(trend.per_day, Fraction::new(2, 5).unwrap());
        assert_eq!((trend.at_due, trend.meets), (Some(Fraction::whole(16)), Some(false)));
        assert_eq!(trend.reaches, Some(date(2026, 2, 10)));
        // As of 11 January there were two readings, 8 then.
        let earlier = &indicator_states(&indicator(&line), date(2026, 1, 11))[0];
        assert_eq!((earlier.readings, earlier.latest.value), (2, Fraction::whole(8)));
    }

    #[test]
    fn least_squares_by_hand() {
        // x 0, 1, 3; y 1, 2, 2: n 3, Σx 4, Σy 5, Σx² 10, Σxy 8; slope (24 − 20) ÷ (30 − 16) = 2/7, start (5 − 8/7) ÷ 3 = 9/7.
        let of = [(date(2026, 1, 1), None, "1"), (date(2026, 1, 2), None, "2"), (date(2026, 1, 4), None, "2")];
        let indicator = indicator(&of);
        let readings: Vec<&Reading> = indicator.readings.iter().collect();
        let expected = (date(2026, 1, 1), Fraction::new(2, 7).unwrap(), Fraction::new(9, 7).unwrap());
        assert_eq!(line(&readings), Some(expected));
    }

    #[test]
    fn agencies_stand_apart_and_one_reading_is_no_trend() {
        let of = [
            (date(2026, 1, 1), Some("BTP"), "25"),
            (date(2026, 1, 1), None, "3"),
            (date(2026, 1, 9), Some("BTP"), "22"),
        ];
        let states = indicator_states(&indicator(&of), date(2026, 1, 9));
        let agencies: Vec<Option<&str>> = states.iter().map(|s| s.agency.as_deref()).collect();
        assert_eq!(agencies, [None, Some("BTP")]);
        assert_eq!(states[0].trend, None);
        let trend = states[1].trend.clone().unwrap();
        assert_eq!((states[1].met, states[1].distance), (Some(true), Some(Fraction::ZERO)));
        // From 25 down by 3 in 8 days: 22 + 8 days later 22 days × −3/8 = 13,75 on 31 January; met today, so there is no day to wait for.
        assert_eq!(trend.at_due, Fraction::new(55, 4));
        assert_eq!((trend.meets, trend.reaches), (Some(false), None));
        assert_eq!(indicator_states(&indicator(&of), date(2025, 12, 31)), []);
    }

    #[test]
    fn lower_may_be_better_and_a_line_may_lead_away() {
        let mut falling = indicator(&[(date(2026, 1, 1), None, "40"), (date(2026, 1, 11), None, "35")]);
        falling.lower_is_better = true;
        let state = &indicator_states(&falling, date(2026, 1, 11))[0];
        assert_eq!(state.distance, Some(Fraction::whole(15)));
        // −0,5 a day: 25 on 31 January, 20 after 40 days.
        let trend = state.trend.clone().unwrap();
        assert_eq!((trend.at_due, trend.meets), (Some(Fraction::whole(25)), Some(false)));
        assert_eq!(trend.reaches, Some(date(2026, 2, 10)));
        falling.readings[1].value = Fraction::whole(45);
        assert_eq!(indicator_states(&falling, date(2026, 1, 11))[0].trend.clone().unwrap().reaches, None);
        falling.readings[1].value = Fraction::whole(40);
        assert_eq!(indicator_states(&falling, date(2026, 1, 11))[0].trend.clone().unwrap().reaches, None);
    }
}
