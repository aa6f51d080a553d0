//! The value of a cell of a table of nouns. What a spreadsheet in Vietnamese settings made of it is read as people write it: `650.000`, `12,5`,
//! `31/12/2026`. What can be read in two ways is refused.

use crate::model::{Fraction, Holds, Kind};
use crate::text::{date, number};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::{Fault, Message, Result};
use serde_json::Value as Json;

/// What a column holds.
pub(super) fn holds(noun: &str, column: &str) -> Option<Holds> {
    Kind::of_key(noun)?.column(column)
}

/// The value of a cell that holds a text. `commas` says that the file has commas before decimals.
///
/// # Errors
/// Bad input: it is nothing that the column holds, or may be two things.
pub(super) fn value(noun: &str, column: &str, text: &str, commas: bool) -> Result<Json> {
    let bad = || Fault::input(M::BadCell.said(&[&column, &text]));
    match holds(noun, column) {
        Some(Holds::Whole) => {
            let whole = text.parse::<i64>().ok().or_else(|| number::parse_whole(text));
            whole.map(Json::from).ok_or_else(|| bad().hint(M::WholeHint.said(&[])))
        }
        Some(Holds::Exact) => exact(text, commas).map(Json::String).ok_or_else(|| bad().hint(M::ExactHint.said(&[]))),
        // Another day is no day: that is said where the row is read.
        Some(Holds::Day) => Ok(Json::String(date::parse(text).map_or_else(|| text.to_owned(), |day| day.to_string()))),
        Some(Holds::Flag) => match text.to_lowercase().as_str() {
            "true" | "1" | "đúng" => Ok(Json::Bool(true)),
            "false" | "0" | "sai" => Ok(Json::Bool(false)),
            _ => Err(bad().hint(M::FlagHint.said(&[]))),
        },
        Some(Holds::Texts | Holds::Codes(_) | Holds::List(_) | Holds::Map(_)) if text.starts_with(['[', '{']) => {
            serde_json::from_str(text).map_err(|e| bad().because(e))
        }
        _ => Ok(Json::String(text.to_owned())),
    }
}

/// An exact number as files hold it; nothing where it is none, or may be two.
fn exact(text: &str, commas: bool) -> Option<String> {
    // No export ends decimals with zeros: `1.000` is a thousand that somebody grouped.
    let grouped = text.contains('.') && text.ends_with('0');
    let marked = text.contains(',') || (commas || grouped) && text.contains('.');
    if !marked {
        return Some(text.to_owned());
    }
    if number::parse_whole(text).is_some() {
        return None;
    }
    let plain = if text.contains('.') && text.contains(',') { text.replace('.', "") } else { text.to_owned() };
    let plain = plain.replace(',', ".");
    Fraction::parse(&plain).map(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_numbers_are_read_by_the_settings_of_the_file() {
        for (text, commas, read) in [
            ("30.5", false, Some("30.5")),
            ("1.125", false, Some("1.125")),
            ("30,5", true, Some("30.5")),
            ("30,5", false, Some("30.5")),
            ("1.234,5", true, Some("1234.5")),
            ("1/3", true, Some("1/3")),
            ("1.000", true, None),
            ("1.000", false, None),
            ("12.50", false, Some("12.50")),
            ("1,000", false, None),
            ("1,2,3", true, None),
        ] {
            assert_eq!(exact(text, commas).as_deref(), read, "{text}");
        }
    }
}
