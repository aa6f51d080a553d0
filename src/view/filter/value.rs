//! What the value of a condition means in its column, and which cells it fits.

use super::number::{self, Reading, Typed};
use super::{Condition, Test};
use crate::model::{Agency, Fraction, MINISTRIES, PROVINCES, Programme};
use crate::store::Reader;
use crate::text::{Lang, collate, date, fold};
use crate::view::answers::Holds;
use crate::view::answers::choices::Choice;
use crate::view::{Cell, Column};
use crate::words::filter::FilterWord as W;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The most values that a message names.
const NAMED: usize = 24;

/// What a condition asks of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing stands in it.
    Empty,
    /// These words, folded.
    Words(String),
    /// Words before or behind these.
    Order(String),
    /// One of these keys, folded.
    Keys(BTreeSet<String>),
    /// A number.
    Number(Fraction),
    /// A day of a span, which for all tests but "contains" is one day.
    Days(Date, Date),
    /// Yes or no.
    Flag(bool),
}

/// A value that a column may have: its key, and the words that mean it.
struct Known {
    key: String,
    words: Vec<String>,
}

impl Wanted {
    /// Reads the value of a condition by what its column holds. `present` are the cells of the column: what stands in one is a value of
    /// the column, whatever the catalogue knows.
    ///
    /// # Errors
    /// Wrong usage, saying what can be compared with the column.
    pub fn read<'c>(
        condition: &Condition,
        column: &Column,
        present: impl Iterator<Item = &'c Cell>,
        reader: Option<&Reader>,
    ) -> Result<Self> {
        let value = condition.value.as_str();
        if value.is_empty() {
            return match condition.test {
                Test::Equal | Test::NotEqual => Ok(Self::Empty),
                _ => Err(super::malformed(&condition.text)),
            };
        }
        match &column.holds {
            Holds::Text | Holds::Names => Ok(match condition.test {
                Test::Equal | Test::NotEqual | Test::Contains => Self::Words(fold(value)),
                _ => Self::Order(value.to_owned()),
            }),
            Holds::Whole | Holds::Dong | Holds::Number | Holds::Percent => {
                may(condition, column, &[Test::Contains])?;
                read_number(value, column)
            }
            Holds::Day => read_day(value, condition.test, column),
            Holds::Flag => {
                may(condition, column, &[Test::Contains, Test::Above, Test::AtLeast, Test::Below, Test::AtMost])?;
                let flag = match fold(value).as_str() {
                    "co" | "yes" | "true" | "y" | "1" => true,
                    "khong" | "chua" | "no" | "false" | "n" | "0" => false,
                    _ => return Err(Fault::usage(W::NoFlag.said(&[&value, &column.key]))),
                };
                Ok(Self::Flag(flag))
            }
            held => {
                may(condition, column, &[Test::Above, Test::AtLeast, Test::Below, Test::AtMost])?;
                read_key(value, condition.test, column, known(held, present, reader)?)
            }
        }
    }

    /// Whether a cell is what is wanted, under a test.
    pub fn fits(&self, test: Test, cell: &Cell, holds: &Holds) -> bool {
        let equal = |is: bool| (test == Test::NotEqual) != is;
        let by_order = |order: std::cmp::Ordering| match test {
            Test::Equal | Test::Contains => order.is_eq(),
            Test::NotEqual => order.is_ne(),
            Test::Above => order.is_gt(),
            Test::AtLeast => order.is_ge(),
            Test::Below => order.is_lt(),
            Test::AtMost => order.is_le(),
        };
        match self {
            Self::Empty => equal(plain(cell).is_empty()),
            Self::Words(words) => match test {
                Test::Contains => texts(cell).iter().any(|text| fold(text).contains(words.as_str())),
                _ => equal(texts(cell).iter().any(|text| fold(text) == *words)),
            },
            Self::Order(words) => texts(cell).first().is_some_and(|text| by_order(collate::compare(text, words))),
            Self::Keys(keys) => {
                let text = fold(&plain(cell));
                let is = match holds {
                    Holds::Agencies => text.split(", ").any(|one| keys.contains(one)),
                    _ => keys.contains(&text),
                };
                equal(is)
            }
            Self::Number(wanted) => match cell.printed() {
                Some(number) => by_order(number.cmp(wanted)),
                None => test == Test::NotEqual,
            },
            Self::Days(from, to) => match cell {
                Cell::Day(day) if test == Test::Contains => from <= day && day <= to,
                Cell::Day(day) => by_order(day.cmp(from)),
                _ => test == Test::NotEqual,
            },
            Self::Flag(wanted) => equal(*cell == Cell::Flag(*wanted)),
        }
    }
}

/// A cell as its plain text: what JSON shows.
pub fn plain(cell: &Cell) -> String {
    match cell.json() {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text,
        value => value.to_string(),
    }
}

/// The texts that a cell of words may be called by; none of an empty one.
fn texts(cell: &Cell) -> Vec<String> {
    let mut texts = vec![plain(cell)];
    match cell {
        Cell::Names { en: Some(en), .. } => texts.push(en.clone()),
        Cell::Named(_, word) => texts.push((*word).to_owned()),
        Cell::Coded(_, name) => texts.push(name.clone()),
        _ => {}
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// Refuses tests that say nothing about what the column holds.
fn may(condition: &Condition, column: &Column, refused: &[Test]) -> Result<()> {
    if !refused.contains(&condition.test) {
        return Ok(());
    }
    let tests: Vec<&str> = Test::ALL.iter().filter(|test| !refused.contains(test)).map(|test| test.sign()).collect();
    let tests = tests.join(", ");
    let said = W::NoOrder
        .said_by(|lang| vec![column.key.to_owned(), held(&column.holds).text(lang).to_owned(), tests.clone()]);
    Err(Fault::usage(said))
}

/// What a column holds, in words.
pub fn held(holds: &Holds) -> W {
    match holds {
        Holds::Text | Holds::Names => W::HoldsText,
        Holds::Agency | Holds::Agencies => W::HoldsAgency,
        Holds::MeasureKind | Holds::Level | Holds::Programme | Holds::Choice(_) => W::HoldsChoice,
        Holds::Whole => W::HoldsWhole,
        Holds::Number => W::HoldsNumber,
        Holds::Dong => W::HoldsDong,
        Holds::Percent => W::HoldsPercent,
        Holds::Day => W::HoldsDay,
        Holds::Flag => W::HoldsFlag,
    }
}

fn read_number(value: &str, column: &Column) -> Result<Wanted> {
    let money = column.holds == Holds::Dong;
    let percent = column.holds == Holds::Percent;
    let reading = Reading { whole: matches!(column.holds, Holds::Whole | Holds::Dong), money, percent };
    match number::read(value, reading) {
        Some(Typed::Number(number)) => Ok(Wanted::Number(number)),
        Some(Typed::Doubtful(thousands, decimal)) => {
            let said = |lang: Lang| {
                let show = |number: Fraction| crate::cost::explain::show(number, lang);
                W::Doubtful.with(lang, &[&value, &show(thousands), &show(decimal)])
            };
            let plain = |number: Fraction| format!("{}{}{}", column.key, "=", number);
            let decimal = if decimal.is_whole() {
                format!("{}={decimal}", column.key)
            } else {
                format!("{}={decimal}0", column.key)
            };
            Err(Fault::usage(Said::by(said)).hint(W::DoubtfulHint.said(&[&plain(thousands), &decimal])))
        }
        None => {
            let said = W::NoNumber.said_by(|lang| {
                vec![value.to_owned(), column.key.to_owned(), held(&column.holds).text(lang).to_owned()]
            });
            let more = if percent { ", 20%" } else { "" };
            Err(Fault::usage(said).hint(W::NumberForms.said(&[&more])))
        }
    }
}

fn read_day(value: &str, test: Test, column: &Column) -> Result<Wanted> {
    let days = match date::parse(value) {
        Some(day) => Some((day, day)),
        None if test == Test::Contains => span(value),
        None => None,
    };
    let days = days.ok_or_else(|| Fault::usage(W::NoDate.said(&[&value, &column.key])).hint(W::DateForms.said(&[])));
    days.map(|(from, to)| Wanted::Days(from, to))
}

/// A year or a month: `2026`, `2026-05`, `5/2026`.
fn span(value: &str) -> Option<(Date, Date)> {
    let digits = |text: &str, long: &[usize]| {
        (long.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<i16>().ok())
            .flatten()
    };
    if let Some(year) = digits(value, &[4]) {
        return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
    }
    let (a, b) = value.split_once(['-', '/'])?;
    let (year, month) = match (digits(a, &[4]), digits(b, &[4])) {
        (Some(year), _) => (year, digits(b, &[1, 2])?),
        (None, Some(year)) => (year, digits(a, &[1, 2])?),
        _ => return None,
    };
    let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    Some((first, first.last_of_month()))
}

/// A key or a word as it is compared: folded, with blanks, hyphens and underscores alike.
fn loose(text: &str) -> String {
    fold(text).replace(['-', '_'], " ")
}

fn read_key(value: &str, test: Test, column: &Column, known: Vec<Known>) -> Result<Wanted> {
    let wanted = loose(value);
    let means = |known: &Known| {
        let mut names = std::iter::once(&known.key).chain(&known.words).map(|name| loose(name));
        if test == Test::Contains { names.any(|name| name.contains(&wanted)) } else { names.any(|name| name == wanted) }
    };
    let keys: BTreeSet<String> = known.iter().filter(|known| means(known)).map(|known| fold(&known.key)).collect();
    if !keys.is_empty() {
        return Ok(Wanted::Keys(keys));
    }
    let named = |lang: Lang| {
        let name = |one: &Known| {
            // The words of a value stand in the order Vietnamese, English.
            let word = one.words.get(usize::from(lang == Lang::En)).or(one.words.first());
            word.filter(|word| !word.is_empty()).map_or_else(|| one.key.clone(), |word| format!("{} ({word})", one.key))
        };
        let mut named: Vec<String> = known.iter().take(NAMED).map(name).collect();
        if known.len() > NAMED {
            named.push(W::AndMore.with(lang, &[&known.len()]));
        }
        vec![if named.is_empty() { "–".to_owned() } else { named.join(", ") }]
    };
    Err(Fault::usage(W::NoValue.said(&[&column.key, &value])).hint(W::Values.said_by(named)))
}

/// The values that a column may have: those of the catalogue, and those that stand in it.
fn known<'c>(holds: &Holds, present: impl Iterator<Item = &'c Cell>, reader: Option<&Reader>) -> Result<Vec<Known>> {
    let mut all: Vec<Known> = Vec::new();
    let mut add = |key: String, words: Vec<String>| all.push(Known { key, words });
    match (holds, reader) {
        (Holds::Choice(choices), _) => {
            for Choice { key, words } in choices {
                add((*key).to_owned(), words.iter().map(|word| (*word).to_owned()).collect());
            }
        }
        (Holds::Agency | Holds::Agencies, Some(reader)) => {
            for agency in reader.all::<Agency>()? {
                let mut words = vec![agency.name];
                words.extend(agency.name_en);
                words.extend(agency.official_code);
                words.extend(agency.names.into_iter().map(|name| name.name));
                add(agency.code, words);
            }
            if *holds == Holds::Agencies {
                use crate::words::assign::AssignWord;
                for (key, word) in [(MINISTRIES, AssignWord::Ministries), (PROVINCES, AssignWord::Provinces)] {
                    add(key.to_owned(), vec![word.text(Lang::Vi).to_owned(), word.text(Lang::En).to_owned()]);
                }
            }
        }
        (Holds::MeasureKind, Some(reader)) => {
            reader.measure_kinds()?.into_iter().for_each(|kind| add(kind.id, vec![kind.name, kind.name_en]));
        }
        (Holds::Level, Some(reader)) => {
            reader.instrument_levels()?.into_iter().for_each(|level| add(level.id, vec![level.name, level.name_en]));
        }
        (Holds::Programme, Some(reader)) => {
            reader.all::<Programme>()?.into_iter().for_each(|one| add(one.code, vec![one.name, one.name_en]));
        }
        _ => {}
    }
    let mut seen: BTreeSet<String> = all.iter().map(|known| fold(&known.key)).collect();
    for cell in present {
        let text = plain(cell);
        let parts: Vec<&str> = if *holds == Holds::Agencies { text.split(", ").collect() } else { vec![&text] };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if seen.insert(fold(part)) {
                let word = if let Cell::Named(_, word) = cell { vec![(*word).to_owned()] } else { Vec::new() };
                all.push(Known { key: part.to_owned(), words: word });
            }
        }
    }
    Ok(all)
}
