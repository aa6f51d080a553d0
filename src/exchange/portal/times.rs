//! Time limits: `7 Ngày làm việc`, `1`, `0.5 Giờ`.

use super::amounts::number;
use crate::model::{Fraction, TimeLimit, TimeUnit};

/// Units, longer words first.
const UNITS: &[(&str, TimeUnit)] = &[
    ("Ngày làm việc", TimeUnit::WorkingDay),
    ("ngày làm việc", TimeUnit::WorkingDay),
    ("Ngày", TimeUnit::Day),
    ("ngày", TimeUnit::Day),
    ("Giờ làm việc", TimeUnit::Hour),
    ("giờ làm việc", TimeUnit::Hour),
    ("Giờ", TimeUnit::Hour),
    ("giờ", TimeUnit::Hour),
    ("Tuần", TimeUnit::Week),
    ("tuần", TimeUnit::Week),
    ("Tháng", TimeUnit::Month),
    ("tháng", TimeUnit::Month),
    ("Năm", TimeUnit::Year),
    ("năm", TimeUnit::Year),
];

/// A number with a unit at the head of a text: its length in bytes and the limit.
pub fn with_unit(text: &str) -> Option<(usize, TimeLimit)> {
    let len = number(text);
    if len == 0 {
        return None;
    }
    let rest = &text[len..];
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    let (word, unit) = UNITS.iter().find(|(word, _)| rest[blanks..].starts_with(word))?;
    Some((len + blanks + word.len(), TimeLimit { amount: amount(&text[..len])?, unit: *unit }))
}

/// A bare number as a limit whose unit the source does not state.
pub fn bare(written: &str) -> Option<TimeLimit> {
    Some(TimeLimit { amount: amount(written)?, unit: TimeUnit::Unstated })
}

/// A whole time cell: a limit when it is one, else nothing.
pub fn cell(text: &str) -> Option<TimeLimit> {
    let text = text.trim();
    match with_unit(text) {
        Some((len, limit)) if text[len..].trim_matches(['.', ' ']).is_empty() => Some(limit),
        Some(_) => None,
        None if number(text) == text.len() && !text.is_empty() => bare(text),
        None => None,
    }
}

fn amount(written: &str) -> Option<Fraction> {
    Fraction::parse(&written.replace(',', "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_with_and_without_unit() {
        let limit = |n, unit| Some(TimeLimit { amount: Fraction::whole(n), unit });
        assert_eq!(cell("7 Ngày làm việc"), limit(7, TimeUnit::WorkingDay));
        assert_eq!(cell("07 Ngày"), limit(7, TimeUnit::Day));
        assert_eq!(cell("3"), limit(3, TimeUnit::Unstated));
        assert_eq!(cell("0.5 Giờ").map(|l| l.amount), Fraction::new(1, 2));
        assert_eq!(cell("ngay sau khi nhận"), None);
        assert_eq!(cell("20-30"), None);
        assert_eq!(cell("5 Ngày kể từ khi nhận"), None);
    }
}
