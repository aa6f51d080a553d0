//! Figures in the cells of a form, as people write them: `54.000`, `0,5`, `2h30`, `1.200.000 đ`. What can be read in two ways is refused.

use crate::cost::typed;
use crate::model::{Cell, Fraction};
use crate::text::number;
use serde_json::Value;

/// In what a column of time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    Minutes,
    Hours,
    Days,
}

impl Clock {
    /// What the head of a column says.
    pub(super) fn of(head: &str) -> Option<Self> {
        let has = |word: &str| super::contains(head, word);
        // "giờ làm việc" stands in heads of minutes too.
        [("phut", Self::Minutes), ("gio", Self::Hours), ("ngay", Self::Days)]
            .into_iter()
            .find(|(word, _)| has(word))
            .map(|(_, clock)| clock)
    }

    fn minutes(self) -> Fraction {
        Fraction::whole(match self {
            Self::Minutes => 1,
            Self::Hours => 60,
            Self::Days => 480,
        })
    }
}

/// How many đồng a text says that sums count in: `nghìn đồng` is 1.000; nothing where it says none but đồng.
pub(super) fn unit(text: &str) -> Option<i64> {
    let words = super::plain(text);
    let units = [
        ("nghin", 1_000),
        ("ngan", 1_000),
        ("1 000", 1_000),
        ("1000", 1_000),
        ("trieu", 1_000_000),
        ("ty", 1_000_000_000),
    ];
    let said = |(word, unit): &(&str, i64)| {
        ["dong", "d", "vnd"].iter().any(|dong| super::contains(&words, &format!("{word} {dong}"))).then_some(*unit)
    };
    units.iter().find_map(said)
}

/// A number as a spreadsheet or a person writes it; nothing where the cell is empty.
///
/// # Errors
/// The text, when it is no number or can be read in two ways.
pub(super) fn number(cell: &Value, whole: bool) -> Result<Option<Fraction>, String> {
    let text = crate::exchange::tables::line(cell);
    if let Value::Number(_) = cell {
        return Fraction::parse(&text).map(|value| Some(simple(value))).ok_or(text);
    }
    let plain = text.trim().trim_end_matches(['đ', '₫', '%']).trim_end_matches("đồng").trim();
    if plain.is_empty() || plain.chars().all(|c| matches!(c, '-' | '–' | '—')) {
        return Ok(None);
    }
    if whole
        && ["khong", "khong co", "khong thu", "khong mat phi", "mien phi", "khong phi"]
            .contains(&super::plain(plain).as_str())
    {
        return Ok(Some(Fraction::ZERO));
    }
    let read = if whole {
        number::parse_whole(plain).map(Fraction::whole)
    } else if plain.contains(['.', ',']) && number::parse_whole(plain).is_some() {
        None
    } else if plain.contains('.') && plain.contains(',') {
        Fraction::parse(&plain.replace('.', "").replace(',', "."))
    } else {
        Fraction::parse(&plain.replace(',', "."))
    };
    read.map(Some).ok_or(text)
}

/// A rate of money: groups of three digits are thousands, `54.000,5` has decimals.
///
/// # Errors
/// As [`number()`].
pub(super) fn money(cell: &Value) -> Result<Option<Fraction>, String> {
    match number(cell, true) {
        Err(text) => number(cell, false).map_err(|_| text),
        read => read,
    }
}

/// Minutes of work, by the clock of the column unless the cell names its own unit.
///
/// # Errors
/// As [`number()`].
pub(super) fn minutes(cell: &Value, clock: Option<Clock>) -> Result<Option<Fraction>, String> {
    let text = crate::exchange::tables::line(cell);
    if matches!(cell, Value::String(_)) && text.contains(char::is_alphabetic) {
        return typed::read(Cell::Minutes, &text).map(Some).map_err(|_| text);
    }
    let Some(count) = number(cell, false)? else { return Ok(None) };
    let minutes = clock.and_then(|clock| count.times(clock.minutes())).ok_or_else(|| text.clone())?;
    Ok(Some(tenthousandths(minutes).unwrap_or(minutes)))
}

/// A spreadsheet keeps a third as 0,3333333333333333: the simplest fraction that it may have been, where a simple one is as near.
fn simple(value: Fraction) -> Fraction {
    if value.denominator() <= 10_000 {
        return value;
    }
    let near = |under: i64| {
        let over = value.times(Fraction::whole(under))?.round();
        Fraction::new(over, under.into())
            .filter(|simple| Fraction::new(1, 1_000_000_000_000).is_some_and(|slack| simple.apart(value) < slack))
    };
    (1..=366).find_map(near).unwrap_or(value)
}

/// A spreadsheet keeps 10 minutes as 0,166666666666667 hours: what lies beyond a ten-thousandth of a minute is its rounding.
fn tenthousandths(value: Fraction) -> Option<Fraction> {
    Fraction::new(value.times(Fraction::whole(10_000))?.round(), 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_they_are_written() {
        let minutes = |cell: Value, clock| minutes(&cell, Some(clock)).ok().flatten();
        assert_eq!(minutes(Value::from(0.5), Clock::Hours), Some(Fraction::whole(30)));
        assert_eq!(minutes(Value::from(10.0 / 60.0), Clock::Hours), Some(Fraction::whole(10)));
        assert_eq!(minutes(Value::from("0,5"), Clock::Hours), Some(Fraction::whole(30)));
        assert_eq!(minutes(Value::from("2h30"), Clock::Minutes), Some(Fraction::whole(150)));
        assert_eq!(minutes(Value::from("90"), Clock::Minutes), Some(Fraction::whole(90)));
        assert_eq!(minutes(Value::from("1.000"), Clock::Hours), None, "a thousand hours, or one");
        assert_eq!(money(&Value::from("54.000")), Ok(Some(Fraction::whole(54_000))));
        assert_eq!(money(&Value::from("54.000,5")), Ok(Fraction::new(108_001, 2)));
        assert_eq!(number(&Value::from("1,5"), true), Err("1,5".to_owned()));
        assert_eq!(number(&Value::from(" - "), true), Ok(None));
        assert_eq!(number(&Value::from("Miễn phí"), true), Ok(Some(Fraction::ZERO)));
        assert!(number(&Value::from("#REF!"), true).is_err());
        for (head, of) in
            [("Mức phí (nghìn đồng)", Some(1_000)), ("Đơn vị: triệu đồng", Some(1_000_000)), ("Mức phí (đồng)", None)]
        {
            assert_eq!(unit(head), of, "{head}");
        }
    }
}
