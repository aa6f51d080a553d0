//! What was observed of a figure (số liệu khảo sát): the answers of those who were asked, and the figure that is taken of them.

use super::bounds::Bound;
use super::noun::{Description, Noun, SOURCE, choice, day, number, rests_on, text, word};
use super::valid::Checks;
use super::{Cell, Fraction, Kind, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::observe::ObserveWord;
use jiff::civil::Date;
use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

/// What stands for the row where a regulation's own number of those who comply was asked, or how often they do.
pub const WHOLE: &str = "-";

/// One answer about one cell of a cost sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row of its sheet; [`WHOLE`] for the regulation's own population.
    pub row: String,
    /// The cell.
    pub cell: Cell,
    /// Who answered, or the number of the questionnaire: unique within the cell.
    pub respondent: String,
    /// The answer, in the unit of the cell: minutes, đồng, times, people.
    pub value: Fraction,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The survey, and how it was made.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Noun for Observation {
    const DESCRIPTION: &'static Description = &Description {
        name: "observation",
        word: word("số liệu khảo sát", "observation"),
        keys: 4,
        alike: None,
        fields: &[
            rests_on(Kind::Regulation, "regulation", "quy định", "regulation"),
            text("row", "dòng bảng tính", "row").refers(&["activity"]),
            choice::<Cell>("cell", "cell", "ô", "cell"),
            text("respondent", "phiếu khảo sát", "respondent"),
            number("value", "giá trị", "value"),
            day("date", "ngày", "date").or_none().vouches(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

/// The answers about a cell in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observed {
    /// How many there are.
    pub count: usize,
    /// The lowest.
    pub low: Fraction,
    /// The one in the middle; of two the lower (Thông tư 02/2017/TT-VPCP, Điều 27(2)(a)). It is what is taken.
    pub middle: Fraction,
    /// The highest.
    pub high: Fraction,
}

impl Observed {
    /// The answers about a cell, among those about a regulation; nothing where there are none.
    pub fn of(all: &[Observation], row: &str, cell: Cell) -> Option<Self> {
        let mut values: Vec<Fraction> =
            all.iter().filter(|one| one.row == row && one.cell == cell).map(|one| one.value).collect();
        values.sort_unstable();
        let count = values.len();
        let at = |place: usize| values.get(place).copied();
        Some(Self { count, low: at(0)?, middle: at((count - 1) / 2)?, high: at(count - 1)? })
    }
}

/// Where the middle of all who could have been asked lies, told from those who were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MiddleRange {
    /// How many answers there are.
    pub count: usize,
    /// The lower end.
    pub low: Fraction,
    /// The answer in the middle, of two the lower.
    pub middle: Fraction,
    /// The upper end.
    pub high: Fraction,
    /// In so many of a hundred surveys such a range holds the middle of all; at least [`MiddleRange::SURE`].
    pub percent: Fraction,
}

impl MiddleRange {
    /// How sure a range is at least, in percent.
    pub const SURE: i64 = 90;

    /// So few answers give no range that is as sure.
    pub const LEAST: usize = 5;

    /// The range of the answers about a cell: from the k-th lowest to the k-th highest, with the largest k at which each end is passed by chance in at
    /// most one survey of twenty (the binomial distribution of how many answers lie below the middle; W. J. Conover, Practical Nonparametric Statistics,
    /// 3rd edition, section 3.2). It supposes nothing of how answers are spread. Nothing where there are fewer than [`MiddleRange::LEAST`].
    pub fn of(all: &[Observation], row: &str, cell: Cell) -> Option<Self> {
        let mut values: Vec<Fraction> =
            all.iter().filter(|one| one.row == row && one.cell == cell).map(|one| one.value).collect();
        values.sort_unstable();
        let count = values.len();
        let whole = BigInt::from(1) << count;
        // How many of the 2ⁿ ways have fewer than k answers below the middle.
        let (mut tail, mut ways, mut k) = (BigInt::from(0), BigInt::from(1), 0_usize);
        let mut beyond = BigInt::from(0);
        while k < count / 2 {
            tail += &ways;
            if &tail * 20 > whole {
                break;
            }
            beyond.clone_from(&tail);
            k += 1;
            ways = ways * (count - k + 1) / k;
        }
        let at = |place: usize| values.get(place).copied();
        let (low, high) = (at(k.checked_sub(1)?)?, at(count - k)?);
        let percent = Fraction::near((&whole - beyond * 2) * 100, whole)?;
        Some(Self { count, low, middle: at((count - 1) / 2)?, high, percent })
    }
}

/// An observation by itself: within the bounds of its cell; of a regulation as a whole only how many comply and how often is asked.
impl Valid for Observation {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("row"), &self.row);
        checks.given(Way::to("respondent"), &self.respondent);
        checks.number(Way::to("value"), self.value, Bound::of_cell(self.cell));
        checks.day(Way::to("date"), self.date);
        let other = self.row == WHOLE && !matches!(self.cell, Cell::Times | Cell::Population);
        checks.add(Way::to("cell"), other.then(|| ObserveWord::OnlyPopulation.said(&[])));
        checks.done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(values: &[i64]) -> Vec<Observation> {
        let one = |(at, value): (usize, &i64)| Observation {
            regulation: "1".into(),
            row: "a1".into(),
            cell: Cell::Minutes,
            respondent: at.to_string(),
            value: Fraction::whole(*value),
            date: None,
            source: String::new(),
        };
        values.iter().enumerate().map(one).collect()
    }

    fn taken(values: &[i64]) -> Option<(usize, Fraction, Fraction, Fraction)> {
        let seen = Observed::of(&answers(values), "a1", Cell::Minutes)?;
        Some((seen.count, seen.low, seen.middle, seen.high))
    }

    fn range(values: &[i64]) -> Option<(i64, i64, Fraction)> {
        let found = MiddleRange::of(&answers(values), "a1", Cell::Minutes)?;
        Some((i64::try_from(found.low.round()).ok()?, i64::try_from(found.high.round()).ok()?, found.percent))
    }

    /// By hand: of n answers fewer than k lie below the middle in the sum of the first k binomial coefficients of 2ⁿ ways. n = 5: 1 of 32 is at most a
    /// twentieth, 6 are not, so k = 1 and 30 of 32 hold it. n = 8: 1 + 8 of 256 are, 37 are not: k = 2 and 238 of 256. n = 4: 1 of 16 is more.
    #[test]
    fn the_range_of_the_middle_is_told_by_the_order_of_the_answers() {
        assert_eq!(range(&[40, 10, 30, 20, 50]), Some((10, 50, Fraction::new(3_000, 32).unwrap())));
        assert_eq!(range(&[8, 7, 6, 5, 4, 3, 2, 1]), Some((2, 7, Fraction::new(23_800, 256).unwrap())));
        assert_eq!(range(&[1, 2, 3, 4]), None);
        assert_eq!(range(&[]), None);
        // Of many answers it is about the middle plus and minus 0,82 × √n places: for n = 1.000 from the 474th on (tables of the binomial: 474 to 527).
        let many: Vec<i64> = (1..=1_000).collect();
        let (low, high, percent) = range(&many).unwrap();
        assert_eq!((low, high), (474, 527));
        assert!(percent >= Fraction::whole(MiddleRange::SURE) && percent < Fraction::whole(91), "{percent}");
    }

    /// By hand: of 60, 20, 45, 30 those in the middle are 30 and 45, of which the lower is taken; of three it is the one in the middle.
    #[test]
    fn the_lower_of_the_two_in_the_middle_is_taken() {
        let whole = Fraction::whole;
        assert_eq!(taken(&[60, 20, 45, 30]), Some((4, whole(20), whole(30), whole(60))));
        assert_eq!(taken(&[9, 1, 5]), Some((3, whole(1), whole(5), whole(9))));
        assert_eq!(taken(&[7]), Some((1, whole(7), whole(7), whole(7))));
        assert_eq!(taken(&[]), None);
    }
}
