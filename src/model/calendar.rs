//! Working days: Monday to Friday without the public holidays.

use super::{Fraction, Holiday, TimeLimit, TimeUnit};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// How many days ahead are looked at before giving up; a limit of years in working days is no limit.
const HORIZON: u32 = 3_660;

/// The days off that are no Saturdays or Sundays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    holidays: BTreeSet<Date>,
}

impl Calendar {
    /// A calendar with these public holidays. Saturdays that are worked in exchange are not known.
    pub fn new(holidays: &[Holiday]) -> Self {
        Self { holidays: holidays.iter().map(|holiday| holiday.date).collect() }
    }

    /// Whether offices are open.
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.holidays.contains(&day)
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
        let holiday = |day| Holiday { date: day, name: String::new(), provenance: Provenance::Official };
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
    fn a_result_is_due_by_the_unit_of_its_limit() {
        let limit = |amount, unit| TimeLimit { amount: Fraction::whole(amount), unit };
        let due = |amount, unit| calendar().due(date(2023, 8, 31), limit(amount, unit));
        assert_eq!(due(7, TimeUnit::WorkingDay), Some(date(2023, 9, 13)));
        assert_eq!(due(7, TimeUnit::Day), Some(date(2023, 9, 7)));
        assert_eq!(due(1, TimeUnit::Month), Some(date(2023, 9, 30)));
        assert_eq!(due(1, TimeUnit::Unstated), None);
    }
}
