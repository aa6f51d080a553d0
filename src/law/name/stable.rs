//! The address of a provision that stays, whatever becomes of the text: `39/2016/TT-NHNN#k3-d22@2025-12-25` is khoản 3 Điều 22 as it stood on that day.

use super::{number, place};
use crate::model::instrument::normal_number;
use crate::model::provision::Step;
use crate::model::{Address, Level};
use crate::text::date;
use jiff::civil::Date;
use std::fmt;

/// A place in an instrument, on a day where one is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stable {
    /// The number of the instrument, in normal form.
    pub number: String,
    /// The place; the empty address is the whole.
    pub place: Address,
    /// The day.
    pub day: Option<Date>,
}

/// One letter a level.
const LETTERS: &[(char, Level)] = &[
    ('d', Level::Article),
    ('k', Level::Clause),
    ('p', Level::Point),
    ('t', Level::Item),
    ('a', Level::Annex),
    ('n', Level::Part),
    ('c', Level::Chapter),
    ('m', Level::Section),
    ('s', Level::Subsection),
];

impl Stable {
    /// The place within its instrument as the stable address has it behind `#`: `k3-d22`. Nothing of the whole, nor of a unit that is cited by its count
    /// alone (a dash, a paragraph): what stands before it may come and go.
    pub fn fragment(place: &Address) -> Option<String> {
        let steps: Option<Vec<String>> = place.0.iter().rev().map(fragment_of).collect();
        steps.filter(|steps| !steps.is_empty()).map(|steps| steps.join("-"))
    }

    /// Reads a stable address, or a place as people write it with the number of its instrument: `khoản 3 Điều 22 Thông tư số 39/2016/TT-NHNN`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = crate::text::clean_line(text);
        let (text, day) = match text.rsplit_once('@') {
            Some((text, day)) => (text.to_owned(), Some(date::parse(day)?)),
            None => (text, None),
        };
        if let Some((number, steps)) = text.split_once('#') {
            let number = Some(normal_number(number)).filter(|n| crate::model::instrument::is_number(n))?;
            let mut place = Address::default();
            for step in steps.rsplit('-') {
                let mut letters = step.chars();
                let letter = letters.next()?;
                let (_, level) = LETTERS.iter().find(|(own, _)| *own == letter)?;
                let label = letters.as_str().replace('_', " ");
                if label.is_empty() && *level != Level::Annex {
                    return None;
                }
                place = place.child(*level, label);
            }
            return Some(Self { number, place, day });
        }
        let (places, end) = place::read(&text, 0).unwrap_or_default();
        let rest = text.get(end..)?.trim_start();
        // Before the number, its kind: "của Thông tư số".
        let from = rest.char_indices().map(|(at, _)| at).find(|at| {
            let starts = *at == 0 || rest.get(..*at).is_some_and(|before| before.ends_with(' '));
            starts && rest.get(*at..).and_then(number::at_head).is_some()
        })?;
        let number = number::at_head(rest.get(from..)?)?;
        match places.as_slice() {
            [] => Some(Self { number, place: Address::default(), day }),
            [one] if one.this.is_none() && one.until.is_none() => {
                Some(Self { number, place: one.address.clone(), day })
            }
            _ => None,
        }
    }
}

fn fragment_of(step: &Step) -> Option<String> {
    let (letter, _) = LETTERS.iter().find(|(_, level)| *level == step.level)?;
    Some(format!("{letter}{}", step.label.as_str().replace(' ', "_")))
}

impl fmt::Display for Stable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)?;
        for (n, step) in self.place.0.iter().rev().enumerate() {
            let letter = LETTERS.iter().find(|(_, level)| *level == step.level).map_or('x', |(letter, _)| *letter);
            write!(f, "{}{letter}{}", if n == 0 { '#' } else { '-' }, step.label.as_str().replace(' ', "_"))?;
        }
        self.day.map_or(Ok(()), |day| write!(f, "@{day}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_said_again() {
        for (text, stable, shown) in [
            ("39/2016/TT-NHNN#k3-d22@2025-12-25", "39/2016/TT-NHNN#k3-d22@2025-12-25", "khoản 3 Điều 22"),
            ("39/2016/tt-nhnn#pđ1-k3-d22", "39/2016/TT-NHNN#pđ1-k3-d22", "điểm đ1 khoản 3 Điều 22"),
            ("khoản 3 Điều 22 Thông tư số 39/2016/TT-NHNN", "39/2016/TT-NHNN#k3-d22", "khoản 3 Điều 22"),
            ("Điều 5 của Nghị định 1/2026/NĐ-CP@1/3/2027", "1/2026/NĐ-CP#d5@2027-03-01", "Điều 5"),
            ("1/2026/NĐ-CP#aMẫu_số_01", "1/2026/NĐ-CP#aMẫu_số_01", "Mẫu số 01"),
            ("45/2026/QĐ-UBND#d2-aQuy_chế", "45/2026/QĐ-UBND#d2-aQuy_chế", "Điều 2 Quy chế"),
            ("1/2026/NĐ-CP", "1/2026/NĐ-CP", ""),
        ] {
            let read = Stable::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.to_string().as_str(), read.place.to_string().as_str()), (stable, shown), "{text}");
        }
        let place = |text: &str| Stable::parse(text).unwrap().place;
        assert_eq!(Stable::fragment(&place("1/2026/NĐ-CP#pđ1-k3-d22")).as_deref(), Some("pđ1-k3-d22"));
        assert_eq!(Stable::fragment(&Address::default()), None);
        assert_eq!(Stable::fragment(&place("1/2026/NĐ-CP#d5").child(Level::Dash, "1")), None);
        for text in [
            "Điều 5",
            "39/2016/TT-NHNN#",
            "39/2016/TT-NHNN#z1",
            "39/2016/TT-NHNN#d5@mai",
            "Điều 5, Điều 6 Nghị định 1/2026/NĐ-CP",
            "",
        ] {
            assert_eq!(Stable::parse(text), None, "{text}");
        }
    }
}
