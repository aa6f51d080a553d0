//! Periods on which offices report: a month, a quarter, a year.

use super::{Lang, date};
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;

/// A month, a quarter or a year; shown as it is typed: `2026-11`, `2026-Q4`, `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    year: i16,
    part: Part,
}

/// Which part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Month(i8),
    Quarter(i8),
    Whole,
}

impl Period {
    /// The month in which a day is.
    pub fn month_of(day: Date) -> Self {
        Self { year: day.year(), part: Part::Month(day.month()) }
    }

    /// The quarter in which a day is.
    pub fn quarter_of(day: Date) -> Self {
        Self { year: day.year(), part: Part::Quarter((day.month() - 1) / 3 + 1) }
    }

    /// The year in which a day is.
    pub fn year_of(day: Date) -> Self {
        Self { year: day.year(), part: Part::Whole }
    }

    /// Reads a period: `2026-11`, `11/2026`, `tháng 11/2026`; `2026-Q4`, `Q4/2026`, `quý IV năm 2026`; `2026`, `năm 2026`. Nothing when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = super::fold(text.trim());
        let words: Vec<&str> =
            folded.split([' ', '/', '-', '.']).filter(|w| !w.is_empty() && !["thang", "nam"].contains(w)).collect();
        let whole_year = |word: &&&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let year: i16 = words.iter().find(whole_year)?.parse().ok().filter(|year| *year > 0)?;
        let rest: Vec<&str> = words.iter().filter(|word| !whole_year(word)).copied().collect();
        let part = match rest.as_slice() {
            [] if words.len() == 1 => Part::Whole,
            ["quy", number] => Part::Quarter(quarter(number)?),
            [one] => match one.strip_prefix('q') {
                Some(number) => Part::Quarter(quarter(number)?),
                None => Part::Month(one.parse().ok().filter(|month| (1..=12).contains(month) && one.len() <= 2)?),
            },
            _ => return None,
        };
        Some(Self { year, part })
    }

    /// Its first day.
    pub fn first(self) -> Date {
        let month = match self.part {
            Part::Month(month) => month,
            Part::Quarter(quarter) => quarter * 3 - 2,
            Part::Whole => 1,
        };
        Date::new(self.year, month, 1).unwrap_or_default()
    }

    /// Its last day.
    pub fn last(self) -> Date {
        let months = match self.part {
            Part::Month(_) => 0,
            Part::Quarter(_) => 2,
            Part::Whole => 11,
        };
        let first = self.first();
        first.checked_add(months.months()).map_or(first, Date::last_of_month)
    }

    /// The last day before it.
    pub fn day_before(self) -> Date {
        self.first().yesterday().unwrap_or(Date::MIN)
    }

    /// The one before it, as long as it is.
    pub fn before(self) -> Self {
        let day = self.day_before();
        match self.part {
            Part::Month(_) => Self::month_of(day),
            Part::Quarter(_) => Self::quarter_of(day),
            Part::Whole => Self::year_of(day),
        }
    }

    /// As documents call it: `tháng 11 năm 2026`, `quý IV năm 2026`, `năm 2026`; `November 2026`, `the fourth quarter of 2026`, `2026`.
    pub fn name(self, lang: Lang) -> String {
        let year = self.year;
        match (self.part, lang) {
            (Part::Month(_), _) => date::month(self.first(), lang),
            (Part::Quarter(quarter), Lang::Vi) => format!("quý {} năm {year}", QUARTERS[at(quarter)].0),
            (Part::Quarter(quarter), Lang::En) => format!("the {} quarter of {year}", QUARTERS[at(quarter)].1),
            (Part::Whole, Lang::Vi) => format!("năm {year}"),
            (Part::Whole, Lang::En) => year.to_string(),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Month(month) => write!(f, "{}-{month:02}", self.year),
            Part::Quarter(quarter) => write!(f, "{}-Q{quarter}", self.year),
            Part::Whole => write!(f, "{}", self.year),
        }
    }
}

/// The quarters as they are numbered in Vietnamese, and named in English.
const QUARTERS: [(&str, &str); 4] = [("I", "first"), ("II", "second"), ("III", "third"), ("IV", "fourth")];

fn at(quarter: i8) -> usize {
    usize::from(quarter.unsigned_abs()).clamp(1, 4) - 1
}

fn quarter(text: &str) -> Option<i8> {
    let roman = QUARTERS
        .iter()
        .position(|(roman, _)| roman.eq_ignore_ascii_case(text))
        .and_then(|at| i8::try_from(at + 1).ok());
    roman.or_else(|| text.parse().ok()).filter(|quarter| (1..=4).contains(quarter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_period_is_read_as_officers_type_it_and_shown_as_commands_take_it() {
        for (texts, shown, first, last) in [
            (&["2026-11", "11/2026", "tháng 11/2026", "Tháng 11 năm 2026"][..], "2026-11", (11, 1), (11, 30)),
            (&["2028-02", "2/2028"], "2028-02", (2, 1), (2, 29)),
            (&["2026-Q4", "Q4/2026", "quý IV/2026", "Quý 4 năm 2026", "q4 2026"], "2026-Q4", (10, 1), (12, 31)),
            (&["2026-Q1", "quý I năm 2026"], "2026-Q1", (1, 1), (3, 31)),
            (&["2026", "năm 2026"], "2026", (1, 1), (12, 31)),
        ] {
            for text in texts {
                let period = Period::parse(text).unwrap_or_else(|| panic!("{text}"));
                assert_eq!(period.to_string(), shown, "{text}");
                let year = period.first().year();
                assert_eq!((period.first(), period.last()), (date(year, first.0, first.1), date(year, last.0, last.1)));
                assert_eq!(Period::parse(&period.name(Lang::Vi)), Some(period));
            }
        }
        for text in
            ["", "2026-13", "2026-00", "2026-Q5", "2026-11-30", "11", "26-11", "hôm nay", "2026 2027", "quý", "0000"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn periods_follow_each_other() {
        let before = |text: &str| Period::parse(text).unwrap().before().to_string();
        assert_eq!(
            (before("2026-01"), before("2026-Q1"), before("2026")),
            ("2025-12".into(), "2025-Q4".into(), "2025".into())
        );
        assert_eq!(Period::quarter_of(date(2026, 9, 30)).to_string(), "2026-Q3");
        assert_eq!(Period::parse("2026-01").unwrap().name(Lang::Vi), "tháng 01 năm 2026");
        assert_eq!(Period::parse("2026-Q3").unwrap().name(Lang::En), "the third quarter of 2026");
    }
}
