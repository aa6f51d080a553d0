//! Figures of a sheet as people type them, with their units: `2h30`, `2,5 giờ`, `1 buổi`, `3 ngày`; `20k`, `1,5 triệu`, `2 tỷ`; `2 năm một lần`.
//! With and without marks. What is unclear is refused with what it may be meant to be.

use crate::model::{Cell, Fraction};
use crate::text::{fold, number};
use crate::words::cost::CostWord;
use crate::words::{Message, Said};

/// Hours of a working day: Bộ luật Lao động 45/2019/QH14, Điều 105 khoản 1. Half a day is a session (buổi), five days are a week.
const HOURS_A_DAY: i64 = 8;

/// Why a text is no figure of a cell, and what it may be meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// What is wrong.
    pub said: Said,
    /// The nearest figure, in the unit of the cell.
    pub nearest: Option<Fraction>,
}

impl Unread {
    fn new(word: CostWord) -> Self {
        Self { said: word.said(&[]), nearest: None }
    }
}

/// What can be typed into a cell, for people.
pub fn forms(cell: Cell) -> CostWord {
    match cell {
        Cell::Minutes => CostWord::FormsOfMinutes,
        Cell::Outsourcing | Cell::Charges => CostWord::FormsOfMoney,
        Cell::Times => CostWord::FormsOfTimes,
        Cell::Population => CostWord::FormsOfPopulation,
    }
}

/// Reads what was typed into a cell (numbers of spreadsheets: [`of_number`]): minutes, whole đồng, times a year, people.
///
/// # Errors
/// It is no figure of this kind.
pub fn read(cell: Cell, typed: &str) -> Result<Fraction, Unread> {
    let folded = fold(typed.trim());
    let text = folded.trim();
    let value = match cell {
        Cell::Minutes => minutes(text)?,
        Cell::Outsourcing | Cell::Charges => amount(text, &["dong", "vnd", "d"])?,
        Cell::Times => times(text)?,
        Cell::Population => amount(text, &["nguoi", "doi tuong", "luot", "people"])?,
    };
    within(cell, value)
}

/// A figure of a cell that stood as a number in a spreadsheet, and so is in no writing that could be misread: 1.125 is 1⅛, never 1.125 as people write a
/// thousand. Nothing stands for a number that no exact figure holds.
///
/// # Errors
/// It is no figure of this kind.
pub fn of_number(cell: Cell, value: Option<Fraction>) -> Result<Fraction, Unread> {
    let word = match cell {
        Cell::Minutes => CostWord::NotMinutes,
        Cell::Outsourcing | Cell::Charges | Cell::Population => CostWord::NotAnAmount,
        Cell::Times => CostWord::NotTimes,
    };
    within(cell, value.ok_or_else(|| Unread::new(word))?)
}

/// Refuses a figure that the cell cannot hold: one below zero, a part of a đồng or of a person.
fn within(cell: Cell, value: Fraction) -> Result<Fraction, Unread> {
    if value.is_negative() {
        return Err(Unread::new(CostWord::NegativeFigure));
    }
    let whole = !matches!(cell, Cell::Minutes | Cell::Times);
    if whole && !value.is_whole() {
        return Err(Unread { nearest: whole_of(value), ..Unread::new(CostWord::WholeFigure) });
    }
    Ok(value)
}

fn whole_of(value: Fraction) -> Option<Fraction> {
    Fraction::new(value.round(), 1)
}

/// A number as it is typed: `1.500` is 1500 and `1,5` is 1½; one point before fewer or more digits than three stands before decimals.
fn plain(text: &str) -> Option<Fraction> {
    let text = text.trim();
    if let Some(whole) = number::parse_whole(text).filter(|_| text.contains(['.', ' ']) || !text.contains(',')) {
        return Some(Fraction::whole(whole));
    }
    match text.matches(['.', ',']).count() {
        // `1,000`: grouped as in English, or one with three decimals? Nobody types three decimals of a minute.
        1 => number::parse_whole(text).map(Fraction::whole).or_else(|| Fraction::parse(&text.replace(',', "."))),
        0 => Fraction::parse(text),
        // `1.500,5`
        _ => Fraction::parse(&text.replace('.', "").replace(',', ".")),
    }
}

/// A text split into its number and what stands behind it.
fn split(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    (text[..end].trim(), text[end..].trim())
}

fn minutes(text: &str) -> Result<Fraction, Unread> {
    let no = || Unread::new(CostWord::NotMinutes);
    let (count, unit) = split(text);
    let count = plain(count).ok_or_else(no)?;
    let times = |minutes: i64| count.times(Fraction::whole(minutes)).ok_or_else(no);
    let half_day = HOURS_A_DAY * 60 / 2;
    match unit {
        "" | "p" | "ph" | "phut" | "min" | "minutes" | "minute" => return Ok(count),
        "g" | "gio" | "h" | "hours" | "hour" => return times(60),
        "buoi" => return times(half_day),
        "ngay" | "days" | "day" | "ngay lam viec" => return times(half_day * 2),
        "tuan" | "weeks" | "week" => return times(half_day * 10),
        _ => {}
    }
    // `2h30`, `2 giờ 30`, `2 giờ 30 phút`
    let rest = ["gio", "h", "g"].iter().find_map(|word| unit.strip_prefix(word)).ok_or_else(no)?;
    let rest = rest.trim().trim_end_matches(|c: char| c.is_alphabetic()).trim();
    let more: i64 = rest.parse().map_err(|_| no())?;
    let value = times(60)?.plus(Fraction::whole(more)).ok_or_else(no)?;
    if (0..60).contains(&more) {
        Ok(value)
    } else {
        Err(Unread { nearest: Some(value), ..Unread::new(CostWord::MinutesPastHour) })
    }
}

/// An amount with a word of magnitude.
fn amount(text: &str, units: &[&str]) -> Result<Fraction, Unread> {
    let no = || Unread::new(CostWord::NotAnAmount);
    let (count, mut unit) = split(text);
    let count = plain(count).ok_or_else(no)?;
    for word in units {
        if let Some(before) = unit.strip_suffix(word).filter(|before| before.is_empty() || before.ends_with(' ')) {
            unit = before.trim();
            break;
        }
    }
    let factor = match unit {
        "" => 1,
        "k" | "nghin" | "ngan" | "thousand" => 1_000,
        "tr" | "trieu" | "million" | "m" => 1_000_000,
        "ty" | "ti" | "billion" | "bn" => 1_000_000_000,
        _ => return Err(no()),
    };
    count.times(Fraction::whole(factor)).ok_or_else(no)
}

fn times(text: &str) -> Result<Fraction, Unread> {
    let no = || Unread::new(CostWord::NotTimes);
    if let Some((over, under)) = text.split_once('/') {
        let (over, under) = (plain(over).ok_or_else(no)?, plain(under).ok_or_else(no)?);
        return over.over(under).ok_or_else(no);
    }
    let (count, unit) = split(text);
    let count = plain(count).ok_or_else(no)?;
    match unit {
        "" | "lan" | "lan/nam" | "lan mot nam" | "times" | "times a year" => Ok(count),
        "nam mot lan" | "nam 1 lan" | "nam/lan" | "years" => Fraction::ONE.over(count).ok_or_else(no),
        _ => Err(no()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(cell: Cell, typed: &str) -> Option<Fraction> {
        read(cell, typed).ok()
    }

    #[test]
    fn time_is_read_in_its_units() {
        // 2 hours and a half are 150 minutes; half a working day 4 hours, a day 8, a week 5 days.
        for (typed, minutes) in [
            ("150", 150),
            ("2h30", 150),
            ("2 giờ 30", 150),
            ("2 giờ 30 phút", 150),
            ("2,5 giờ", 150),
            ("2.5 gio", 150),
            ("1 buổi", 240),
            ("3 ngày", 1440),
            ("1 tuần", 2400),
            ("0h45", 45),
            ("1.500", 1500),
            ("30 phút", 30),
        ] {
            assert_eq!(value(Cell::Minutes, typed), Some(Fraction::whole(minutes)), "{typed}");
        }
        assert_eq!(value(Cell::Minutes, "7,5"), Fraction::new(15, 2));
        let unread = read(Cell::Minutes, "2h75").unwrap_err();
        assert_eq!(unread.nearest, Some(Fraction::whole(195)), "3h15");
        for bad in ["", "x", "2h3x0", "12 tháng", "-5", "1,2,3"] {
            assert!(read(Cell::Minutes, bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_number_of_a_spreadsheet_is_what_it_is() {
        let number = |cell, text: &str| of_number(cell, Fraction::parse(text)).ok();
        // Typed, 1.125 is a thousand and more; of a spreadsheet it is one and an eighth.
        assert_eq!(value(Cell::Minutes, "1.125"), Some(Fraction::whole(1_125)));
        assert_eq!(number(Cell::Minutes, "1.125"), Fraction::new(9, 8));
        assert_eq!(number(Cell::Times, "2.500"), Fraction::new(5, 2));
        assert_eq!(number(Cell::Population, "1.125"), None, "no part of a person");
        assert_eq!(number(Cell::Charges, "-1"), None);
        assert_eq!(number(Cell::Charges, "20000"), Some(Fraction::whole(20_000)));
        assert!(of_number(Cell::Times, None).is_err());
    }

    #[test]
    fn money_people_and_times_are_read_in_theirs() {
        for (typed, dong) in [
            ("20.000", 20_000),
            ("20.000 đ", 20_000),
            ("20k", 20_000),
            ("20 nghìn", 20_000),
            ("1,5 triệu", 1_500_000),
            ("1,5tr", 1_500_000),
            ("2 tỷ", 2_000_000_000),
            ("2 tỷ đồng", 2_000_000_000),
            ("10,000", 10_000),
        ] {
            assert_eq!(value(Cell::Charges, typed), Some(Fraction::whole(dong)), "{typed}");
        }
        assert_eq!(value(Cell::Population, "2,4 triệu"), Some(Fraction::whole(2_400_000)));
        assert_eq!(value(Cell::Population, "600 nghìn người"), Some(Fraction::whole(600_000)));
        assert_eq!(value(Cell::Times, "1/2"), Fraction::new(1, 2));
        assert_eq!(value(Cell::Times, "2 năm một lần"), Fraction::new(1, 2));
        assert_eq!(value(Cell::Times, "12 lần"), Some(Fraction::whole(12)));
        for (cell, bad) in
            [(Cell::Charges, "1,5"), (Cell::Population, "600k?"), (Cell::Times, "1/0"), (Cell::Charges, "20 usd")]
        {
            assert!(read(cell, bad).is_err(), "{bad}");
        }
    }
}
