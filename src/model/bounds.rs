//! How large the numbers of nouns may be. The bounds are generous beside anything real, and narrow enough that no figure of a workspace of a
//! million rows overflows: a row of a cost sheet costs at most 10²⁰ + 10¹⁸ đồng a year over a denominator of at most 6 × 10¹⁷, which is
//! below 2¹²⁷, and [`Sum`](crate::cost::Sum) adds a million such rows.

use super::{Cell, Dong, Fraction, Unit};
use crate::text::number;
use crate::words::valid::ValidWord;
use crate::words::{Message, Said};

/// Most minutes of one performance: ten years.
pub const MINUTES: i64 = 5_256_000;

/// Most đồng in one cell, one fee, one price.
pub const MONEY: Dong = 1_000_000_000_000_000;

/// Most performances per year of one who complies.
pub const TIMES: i64 = 1_000_000;

/// Most who comply per year.
pub const POPULATION: i64 = 10_000_000_000;

/// Most people of an organisation who do the work of a row.
pub const STAFF: i64 = 1_000_000;

/// Highest income per hour, đồng.
pub const INCOME: Dong = 100_000_000;

/// Most hours that all who comply with a row work in a year: ten times what the whole country works.
pub const HOURS_A_YEAR: i64 = 1_000_000_000_000;

/// Most đồng that all who comply with a row pay in a year, beside their work.
pub const MONEY_A_YEAR: Dong = 1_000_000_000_000_000_000;

/// Largest denominator of minutes and of a number of staff: three decimals.
pub const PARTS: i64 = 1_000;

/// Largest denominator of performances per year: four decimals, or once in 10.000 years.
pub const TIMES_PARTS: i64 = 10_000;

/// Largest denominator of anything else that is exact: six decimals, or a value shared among a million.
pub const VALUE_PARTS: i64 = 1_000_000;

/// Largest denominator of the share of a group of those who comply, in percent: two decimals.
pub const SHARE_PARTS: i64 = 100;

/// Most percent where more than the whole has a meaning (an overhead, a price index). A share is at most 100.
pub const PERCENT: i64 = 10_000;

/// Most of a number without a unit: a weight, an effort, a value of an indicator in any unit.
pub const PLAIN: i64 = 1_000_000_000_000_000;

/// Most originals, copies or sets of a dossier, and the highest place in an order.
pub const COUNT: u32 = 1_000_000;

/// What an exact number may be: from zero to `most`, with a denominator of at most `parts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The highest value.
    pub most: i64,
    /// The largest denominator in lowest terms.
    pub parts: i64,
}

impl Bound {
    /// From zero to `most`, whole.
    pub const fn whole(most: i64) -> Self {
        Self { most, parts: 1 }
    }

    /// From zero to `most`, with a denominator of at most `parts`.
    pub const fn exact(most: i64, parts: i64) -> Self {
        Self { most, parts }
    }

    /// A share in percent: 0 to 100.
    pub const SHARE: Self = Self::exact(100, VALUE_PARTS);

    /// What a value of a cell of a cost sheet may be.
    pub fn of_cell(cell: Cell) -> Self {
        match cell {
            Cell::Minutes => Self::exact(MINUTES, PARTS),
            Cell::Outsourcing | Cell::Charges => Self::whole(MONEY),
            Cell::Times => Self::exact(TIMES, TIMES_PARTS),
            Cell::Population => Self::whole(POPULATION),
        }
    }

    /// What a value in a unit may be where it stands on its own, as that of a parameter of the workspace.
    pub fn of_unit(unit: Unit) -> Self {
        match unit {
            Unit::DongPerHour => Self::exact(INCOME, VALUE_PARTS),
            Unit::Dong | Unit::DongPerPage => Self::exact(MONEY, VALUE_PARTS),
            Unit::Minutes => Self::exact(MINUTES, PARTS),
            Unit::Hours => Self::exact(MINUTES / 60, PARTS),
            Unit::WorkingDays => Self::exact(3_660, PARTS),
            Unit::TimesPerYear => Self::exact(TIMES, TIMES_PARTS),
            Unit::People => Self::whole(POPULATION),
            Unit::Percent => Self::exact(PERCENT, VALUE_PARTS),
        }
    }

    /// What a value of a measure in a unit may be: đồng are whole and a percentage is a share, because they become cells of a sheet.
    pub fn of_value(unit: Unit) -> Self {
        match unit {
            Unit::Dong => Self::whole(MONEY),
            Unit::Percent => Self::SHARE,
            other => Self::of_unit(other),
        }
    }

    /// What is wrong with a number, if anything is: below zero, above the highest, not whole, too finely divided.
    pub fn wrong(self, value: Fraction) -> Option<Said> {
        if value.is_negative() || value > Fraction::whole(self.most) {
            let said = |lang| vec![value.to_string(), number::whole(self.most.into(), lang)];
            return Some(ValidWord::OutOfRange.said_by(said));
        }
        if self.parts == 1 && !value.is_whole() {
            return Some(ValidWord::NotWhole.said(&[&value]));
        }
        if value.denominator() > i128::from(self.parts) {
            let said = |lang| vec![value.to_string(), number::whole(self.parts.into(), lang)];
            return Some(ValidWord::TooFine.said_by(said));
        }
        None
    }

    /// The same for a whole number.
    pub fn wrong_whole(self, value: i64) -> Option<Said> {
        self.wrong(Fraction::whole(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_takes_its_ends_and_nothing_beyond() {
        let minutes = Bound::of_cell(Cell::Minutes);
        for (text, fits) in [
            ("0", true),
            ("5256000", true),
            ("5256000.5", false),
            ("-0.5", false),
            ("0.125", true),
            ("1/7", true),
            ("1/1001", false),
        ] {
            assert_eq!(minutes.wrong(Fraction::parse(text).unwrap()).is_none(), fits, "{text}");
        }
        let people = Bound::of_cell(Cell::Population);
        assert!(people.wrong(Fraction::parse("1.5").unwrap()).is_some());
        assert!(people.wrong_whole(i64::MAX).is_some() && people.wrong_whole(POPULATION).is_none());
    }

    #[test]
    fn the_costliest_row_fits() {
        // The largest denominators of minutes (with its 60), staff, times and income, and the highest cost of a year.
        let denominator = 60 * i128::from(PARTS).pow(2) * i128::from(TIMES_PARTS) * i128::from(VALUE_PARTS);
        let most = i128::from(HOURS_A_YEAR) * i128::from(INCOME) + i128::from(MONEY_A_YEAR);
        assert!(most.checked_mul(denominator).is_some());
    }
}
