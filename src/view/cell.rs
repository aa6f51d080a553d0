//! A cell of an answer: what people read, what programs get, and what is compared.

use crate::model::{Fraction, Metric};
use crate::text::{Lang, number};
use crate::words::cli::CliMessage;
use crate::words::cost::CostWord;
use crate::words::{Message, Named, Said};
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// How many decimals programs get of a number that is no money.
const EXACT_DECIMALS: u32 = 6;

/// How many decimals programs get of a second.
const SECONDS_DECIMALS: u32 = 3;

/// How many decimals everyone gets of a percentage.
const PERCENT_DECIMALS: u32 = 2;

/// A cell of an answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A name in both languages, of which people read their own; programs get both.
    Names {
        /// In Vietnamese.
        vi: String,
        /// In English, where there is one.
        en: Option<String>,
    },
    /// One of a few values: its stable name for programs, its word for people.
    Named(&'static str, &'static str),
    /// A code: itself for programs, the name that it stands for to people.
    Coded(String, String),
    /// What programs get, and how people read it.
    Told(Value, String),
    /// Nothing to programs, a word for people that there is nothing.
    Nothing(&'static str),
    /// A whole number.
    Whole(i128),
    /// An exact number; shown with up to two decimals.
    Exact(Fraction),
    /// An amount in đồng, rounded here and only here, half away from zero.
    Dong(Fraction),
    /// A percentage (20 means 20 %), with two decimals.
    Percent(Fraction),
    /// How long something took, seconds.
    Seconds(Fraction),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
}

impl<T: Into<String>> From<Option<T>> for Cell {
    fn from(text: Option<T>) -> Self {
        text.map_or(Self::Empty, |t| Self::Text(t.into()))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Whole(count as i128)
    }
}

impl Cell {
    /// A figure in the unit of its metric: đồng, regulations or working hours.
    pub fn of_metric(metric: Metric, value: Fraction) -> Self {
        if metric == Metric::CostSaved { Self::Dong(value) } else { Self::Exact(value) }
    }

    /// A part of a whole as a percentage; nothing of nothing.
    pub fn share(part: Fraction, of: Fraction) -> Self {
        let percent = part.times(Fraction::whole(100)).and_then(|percent| percent.over(of));
        percent.map_or(Self::Empty, Self::Percent)
    }

    /// An amount in đồng that may not be known: programs get nothing, people a word that says so.
    pub fn known(value: Option<Fraction>, lang: Lang) -> Self {
        value.map_or(Self::Nothing(CostWord::Unknown.text(lang)), Self::Dong)
    }

    /// How long something took.
    pub fn seconds(seconds: f64) -> Self {
        Self::Seconds(statistic(seconds, SECONDS_DECIMALS))
    }

    /// For people.
    pub fn shown(&self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.replace('\n', " "),
            Self::Names { vi, en } => match (lang, en) {
                (Lang::En, Some(en)) => en.replace('\n', " "),
                _ => vi.replace('\n', " "),
            },
            Self::Named(_, word) | Self::Nothing(word) => (*word).to_owned(),
            Self::Coded(_, name) | Self::Told(_, name) => name.replace('\n', " "),
            Self::Whole(value) => number::whole(*value, lang),
            Self::Exact(value) => crate::cost::explain::show(*value, lang),
            Self::Dong(value) => number::whole(value.round(), lang),
            Self::Percent(value) => {
                number::decimal(value.numerator(), value.denominator(), PERCENT_DECIMALS, lang) + "%"
            }
            Self::Seconds(value) => number::decimal(value.numerator(), value.denominator(), 2, lang),
            Self::Day(day) => crate::text::date::short(*day, lang),
            Self::Flag(flag) => {
                let word = if *flag { CliMessage::Yes } else { CliMessage::No };
                word.text(lang).to_owned()
            }
        }
    }

    /// For programs: plain numbers, ISO dates.
    pub fn json(&self) -> Value {
        match self {
            Self::Empty | Self::Nothing(_) => Value::Null,
            Self::Text(text) | Self::Names { vi: text, .. } | Self::Coded(text, _) => json!(text),
            Self::Told(value, _) => value.clone(),
            Self::Named(name, _) => json!(name),
            Self::Whole(value) => whole_json(*value),
            Self::Exact(value) if value.is_whole() => whole_json(value.numerator()),
            Self::Exact(value) => decimal_json(*value, EXACT_DECIMALS),
            Self::Dong(value) => whole_json(value.round()),
            Self::Percent(value) => decimal_json(*value, PERCENT_DECIMALS),
            Self::Seconds(value) => decimal_json(*value, SECONDS_DECIMALS),
            Self::Day(day) => json!(day.to_string()),
            Self::Flag(flag) => json!(flag),
        }
    }

    /// The same for programs, in English: what stands beside a name of which there are two.
    pub(super) fn english(&self) -> Self {
        match self {
            Self::Names { en: Some(en), .. } => Self::Text(en.clone()),
            _ => Self::Empty,
        }
    }

    /// A value that has a word.
    pub fn worded<V: Named + Message>(value: V, lang: Lang) -> Self {
        Self::Named(value.name(), value.text(lang))
    }

    /// A name in both languages.
    pub fn names(vi: impl Into<String>, en: Option<impl Into<String>>) -> Self {
        Self::Names { vi: vi.into(), en: en.map(Into::into) }
    }

    /// What is said in both languages.
    pub fn said(said: &Said) -> Self {
        Self::names(&said.vi, Some(&said.en))
    }

    /// For spreadsheets: plain as in JSON; text that a spreadsheet would take for a formula is led by an apostrophe.
    pub(super) fn csv(&self) -> String {
        match self {
            Self::Empty | Self::Nothing(_) | Self::Told(Value::Null, _) => String::new(),
            Self::Text(text) | Self::Names { vi: text, .. } | Self::Coded(text, _) => harmless(text),
            other => match other.json() {
                Value::String(text) => text,
                value => value.to_string(),
            },
        }
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Whole(_) | Self::Exact(_) | Self::Dong(_) | Self::Percent(_))
    }

    /// The number that programs get, where the cell is one: what conditions compare, so that a filter and its answer agree.
    pub fn printed(&self) -> Option<Fraction> {
        match self {
            Self::Whole(value) => Fraction::new(*value, 1),
            Self::Exact(value) => Some(rounded(*value, EXACT_DECIMALS)),
            Self::Dong(value) => Fraction::new(value.round(), 1),
            Self::Percent(value) => Some(rounded(*value, PERCENT_DECIMALS)),
            _ => None,
        }
    }

    /// The number to sort by, where the cell is one.
    pub fn as_fraction(&self) -> Option<Fraction> {
        match self {
            Self::Whole(value) => Fraction::new(*value, 1),
            Self::Exact(value) | Self::Dong(value) | Self::Percent(value) => Some(*value),
            _ => None,
        }
    }
}

impl Serialize for Cell {
    /// As programs get it.
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.json().serialize(serializer)
    }
}

/// A statistic, such as a figure of draws or of a clock, with so many decimals.
pub fn statistic(value: f64, decimals: u32) -> Fraction {
    let times = 10_i32.pow(decimals);
    // Draws of what exact figures fit in 128 bits stay far below what does not.
    #[allow(clippy::cast_possible_truncation)]
    let rounded = (value * f64::from(times)).round() as i128;
    Fraction::new(rounded, times.into()).unwrap_or_default()
}

/// A figure in whole units, half away from zero.
pub fn whole(value: Fraction) -> i128 {
    value.round()
}

/// An amount in đồng as people read it.
pub fn dong(value: Fraction, lang: Lang) -> String {
    Cell::Dong(value).shown(lang)
}

/// A percentage (20 means 20 %) with one decimal, where there is little room.
pub fn short_percent(value: Fraction, lang: Lang) -> String {
    number::decimal(value.numerator(), value.denominator(), 1, lang) + "%"
}

/// A figure in the unit of its metric where there is little room: whole đồng, else with at most one decimal.
pub fn short_amount(metric: Metric, value: Fraction, lang: Lang) -> String {
    match metric {
        Metric::CostSaved => dong(value, lang),
        _ => number::decimal(value.numerator(), value.denominator(), u32::from(!value.is_whole()), lang),
    }
}

/// A number as a fixed number of decimals show it; the number itself where that does not fit.
fn rounded(value: Fraction, decimals: u32) -> Fraction {
    let hundredfold = || value.times(Fraction::new(10_i128.checked_pow(decimals)?, 1)?);
    let rounded = || Fraction::new(hundredfold()?.round(), 10_i128.checked_pow(decimals)?);
    rounded().unwrap_or(value)
}

fn whole_json(value: i128) -> Value {
    match i64::try_from(value) {
        Ok(value) => json!(value),
        Err(_) => json!(value.to_string()),
    }
}

/// A number that is no money, with a fixed number of decimals; JSON has no exact fractions.
fn decimal_json(value: Fraction, decimals: u32) -> Value {
    let text = number::decimal(value.numerator(), value.denominator(), decimals, Lang::En).replace(',', "");
    text.parse::<f64>().map_or(Value::Null, |number| json!(number))
}

/// Text that a spreadsheet would take for a formula gets an apostrophe in front (CSV injection).
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}
