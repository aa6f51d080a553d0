//! Working days: Monday to Friday without the public holidays.

use super::noun::{Description, NAME, Noun, PROVENANCE, day, flag, word};
use super::valid::Checks;
use super::{Fraction, Provenance, TimeLimit, TimeUnit, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::valid::ValidWord;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many days ahead are looked at before giving up; a limit of years in working days is no limit.
const HORIZON: u32 = 3_660;

/// A day on which offices are closed though it is no Saturday or Sunday, or open though it is one: a day swapped for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: String,
    /// Whether offices are open on it: a Saturday or Sunday that is worked for another day off.
    #[serde(default, skip_serializing_if = "is_off")]
    pub worked: bool,
    /// Whether the day is announced (`official`) or expected (`assumption`).
    pub provenance: Provenance,
}

fn is_off(worked: &bool) -> bool {
    !worked
}

impl Noun for Holiday {
    const DESCRIPTION: &'static Description = &Description {
        name: "holiday",
        word: word("ngày nghỉ", "holiday"),
        keys: 1,
        alike: None,
        fields: &[day("date", "ngày", "date"), NAME, flag("worked", "đi làm", "worked"), PROVENANCE],
        parts: &[],
    };
}

/// A holiday by itself: a year from 1900 to 2200, a name, and only a Saturday or Sunday is worked for another day.
impl Valid for Holiday {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.day(Way::to("date"), Some(self.date));
        checks.given(Way::to("name"), &self.name);
        let weekday = self.worked && !is_weekend(self.date);
        checks.add(Way::to("worked"), weekday.then(|| ValidWord::WorkedWeekday.said(&[&self.date])));
        checks.done()
    }
}

/// The days off that are no Saturdays or Sundays, and the Saturdays and Sundays that are worked for others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    holidays: BTreeSet<Date>,
    worked: BTreeSet<Date>,
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

impl Calendar {
    /// A calendar with these public holidays and days worked in exchange.
    pub fn new(holidays: &[Holiday]) -> Self {
        let (worked, off): (Vec<&Holiday>, Vec<&Holiday>) = holidays.iter().partition(|holiday| holiday.worked);
        let days = |of: Vec<&Holiday>| of.into_iter().map(|holiday| holiday.date).collect();
        Self { holidays: days(off), worked: days(worked) }
    }

    /// Whether offices are open.
    pub fn is_working_day(&self, day: Date) -> bool {
        if is_weekend(day) { self.worked.contains(&day) } else { !self.holidays.contains(&day) }
    }

    /// The last day of a limit of so many working days. The day on which it begins does not count (Bộ luật Dân sự 2015, Điều 147
    /// khoản 2). Nothing beyond ten years.
    pub fn after(&self, start: Date, working_days: u32) -> Option<Date> {
        let mut day = start;
        let mut left = working_days;
        for _ in 0..HORIZON {
            if left == 0 {
                return Some(day);
            }
            day = day.checked_add(1.day()).ok()?;
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        None
    }

    /// The day on which a term ends that was set to end on a day: that day, or the next working day where it is a day off (Bộ luật
    /// Dân sự 2015, Điều 148 khoản 5).
    pub fn end(&self, due: Date) -> Date {
        if self.is_working_day(due) { due } else { self.after(due, 1).unwrap_or(due) }
    }

    /// How many working days lie after one day, up to and with another; zero where the other is not later.
    pub fn working_days(&self, after: Date, until: Date) -> u32 {
        let days = (until - after).get_days();
        if days <= 0 {
            return 0;
        }
        let (weeks, rest) = (days / 7, days % 7);
        let is_weekday = |ahead: i32| {
            let day = after.checked_add(ahead.days()).ok();
            day.is_some_and(|day| !is_weekend(day))
        };
        let weekdays = weeks * 5 + (1..=rest).map(|ahead| i32::from(is_weekday(ahead))).sum::<i32>();
        let within = (std::ops::Bound::Excluded(after), std::ops::Bound::Included(until));
        let off = self.holidays.range(within).filter(|day| !is_weekend(**day)).count();
        let worked = self.worked.range(within).filter(|day| is_weekend(**day)).count();
        let number = |count: usize| u32::try_from(count).unwrap_or_default();
        (u32::try_from(weekdays).unwrap_or_default() + number(worked)).saturating_sub(number(off))
    }

    /// How many working days something is late on a day: those after the end of its term ([`Calendar::end`]), up to and with that
    /// day; zero while it is not late.
    pub fn days_late(&self, due: Date, day: Date) -> u32 {
        self.working_days(self.end(due), day)
    }

    /// The day by which a result is due when a dossier is handed in on a day; nothing for limits that are not a whole number of
    /// working days, days, weeks or months.
    pub fn due(&self, start: Date, limit: TimeLimit) -> Option<Date> {
        let amount = Some(limit.amount).filter(|amount| amount.is_whole()).map(Fraction::numerator);
        let amount = i32::try_from(amount?).ok().filter(|amount| (0..=10_000).contains(amount))?;
        match limit.unit {
            TimeUnit::WorkingDay => self.after(start, u32::try_from(amount).ok()?),
            TimeUnit::Day => start.checked_add(amount.days()).ok(),
            TimeUnit::Week => start.checked_add(amount.weeks()).ok(),
            TimeUnit::Month => start.checked_add(amount.months()).ok(),
            TimeUnit::Hour | TimeUnit::Year | TimeUnit::Unstated => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Provenance;
    use jiff::civil::date;

    fn calendar() -> Calendar {
        let holiday = |day| Holiday { date: day, name: String::new(), worked: false, provenance: Provenance::Official };
        Calendar::new(&[holiday(date(2023, 9, 1)), holiday(date(2023, 9, 4))])
    }

    #[test]
    fn weekends_and_holidays_do_not_count() {
        // 31/8/2023 is a Thursday; 1/9 and 4/9 were days off for the National Day, 2/9 and 3/9 a weekend.
        let calendar = calendar();
        assert_eq!(calendar.after(date(2023, 8, 31), 1), Some(date(2023, 9, 5)));
        assert_eq!(calendar.after(date(2023, 8, 31), 4), Some(date(2023, 9, 8)));
        assert_eq!(calendar.after(date(2023, 8, 31), 5), Some(date(2023, 9, 11)));
        assert_eq!(calendar.after(date(2023, 9, 2), 0), Some(date(2023, 9, 2)));
        assert_eq!(calendar.after(date(2023, 9, 2), 100_000), None);
    }

    #[test]
    fn a_saturday_that_is_worked_counts() {
        // 2/1/2026 is a Friday off and Saturday 10/1/2026 is worked for it. By hand from Wednesday 31/12/2025, New Year off: 5, 6, 7, 8, 9, 10.
        let day = |day, worked| Holiday { date: day, name: "x".into(), worked, provenance: Provenance::Official };
        let days = [day(date(2026, 1, 1), false), day(date(2026, 1, 2), false), day(date(2026, 1, 10), true)];
        let calendar = Calendar::new(&days);
        assert!(calendar.is_working_day(date(2026, 1, 10)) && !calendar.is_working_day(date(2026, 1, 3)));
        assert_eq!(calendar.after(date(2025, 12, 31), 5), Some(date(2026, 1, 9)));
        assert_eq!(calendar.after(date(2025, 12, 31), 6), Some(date(2026, 1, 10)));
        assert_eq!(calendar.end(date(2026, 1, 10)), date(2026, 1, 10));
        // Due on Friday 9/1: Saturday is one day late, Monday two.
        assert_eq!(calendar.days_late(date(2026, 1, 9), date(2026, 1, 12)), 2);
        assert!(day(date(2026, 1, 9), true).check().iter().any(|wrong| wrong.way == Way::to("worked")));
    }

    #[test]
    fn a_term_that_ends_on_a_day_off_ends_on_the_next_working_day() {
        let calendar = calendar();
        assert_eq!(calendar.end(date(2023, 8, 31)), date(2023, 8, 31));
        assert_eq!(calendar.end(date(2023, 9, 1)), date(2023, 9, 5));
        assert_eq!(calendar.end(date(2023, 12, 31)), date(2024, 1, 1), "a Sunday; New Year is not in this calendar");
        // Due on Thursday 31/8: Tuesday 5/9 is the first day late. Due on Friday 1/9, a day off: Wednesday 6/9 is.
        for (due, day, late) in [(31, 31, 0), (31, 4, 0), (31, 5, 1), (31, 8, 4), (31, 11, 5), (1, 5, 0), (1, 6, 1)] {
            let due = date(2023, if due == 31 { 8 } else { 9 }, due);
            let day = date(2023, if day == 31 { 8 } else { 9 }, day);
            assert_eq!(calendar.days_late(due, day), late, "{due} {day}");
        }
        assert_eq!(calendar.working_days(date(2023, 9, 8), date(2023, 8, 1)), 0);
    }

    proptest::proptest! {
        #[test]
        fn working_days_are_those_that_one_counts_one_by_one(start in 0_i64..400, length in 0_i64..1_500) {
            let after = date(2022, 10, 1).checked_add(start.days()).unwrap();
            let until = after.checked_add(length.days()).unwrap();
            let calendar = calendar();
            let mut day = after;
            let mut counted = 0;
            while day < until {
                day = day.tomorrow().unwrap();
                counted += u32::from(calendar.is_working_day(day));
            }
            proptest::prop_assert_eq!(calendar.working_days(after, until), counted);
        }
    }

    #[test]
    fn a_result_is_due_by_the_unit_of_its_limit() {
        let limit = |amount, unit| TimeLimit { amount: Fraction::whole(amount), unit };
        let due = |amount, unit| calendar().due(date(2023, 8, 31), limit(amount, unit));
        assert_eq!(due(7, TimeUnit::WorkingDay), Some(date(2023, 9, 13)));
        assert_eq!(due(7, TimeUnit::Day), Some(date(2023, 9, 7)));
        assert_eq!(due(1, TimeUnit::Month), Some(date(2023, 9, 30)));
        assert_eq!(due(1, TimeUnit::Unstated), None);
    }
}
