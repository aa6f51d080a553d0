//! Reading TOML, with the place of what is wrong.

use super::input;
use crate::words::{Fault, Result};
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

/// Reads TOML. Dates may stand as TOML writes them, without quotes, or as texts.
///
/// # Errors
/// The given fault with the reason, line and column: not TOML, an unknown or missing field, a wrong value.
pub(super) fn read<T: DeserializeOwned>(text: &str, fault: impl FnOnce() -> Fault) -> Result<T> {
    let read = DeTable::parse(text).and_then(|mut table| {
        table.get_mut().iter_mut().for_each(|(_, value)| dates_as_text(value.get_mut()));
        T::deserialize(Deserializer::from(table))
    });
    read.map_err(|error| {
        let fault = fault().because(error.message());
        match error.span() {
            Some(span) => {
                let (line, column) = input::position(text.as_bytes(), span.start);
                fault.at_line(line).at_column(column)
            }
            None => fault,
        }
    })
}

/// The model reads dates from texts, in every form of file alike.
fn dates_as_text(value: &mut DeValue<'_>) {
    match value {
        DeValue::Datetime(date) => *value = DeValue::String(Cow::Owned(date.to_string())),
        DeValue::Array(array) => array.iter_mut().map(Spanned::get_mut).for_each(dates_as_text),
        DeValue::Table(table) => table.iter_mut().for_each(|(_, value)| dates_as_text(value.get_mut())),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::words::Message;
    use crate::words::exchange::ExchangeMessage;
    use jiff::civil::{Date, date};
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Dated {
        day: Date,
        more: Vec<Step>,
    }

    #[derive(Debug, Deserialize)]
    struct Step {
        day: Date,
    }

    fn read(text: &str) -> Result<Dated> {
        super::read(text, || Fault::input(ExchangeMessage::BadToml.said(&[])))
    }

    #[test]
    fn dates_stand_with_or_without_quotes() {
        let read = read("day = 2026-12-31\nmore = [ { day = 2027-01-02 }, { day = \"2028-03-04\" } ]\n").unwrap();
        let days: Vec<Date> = read.more.iter().map(|step| step.day).collect();
        assert_eq!((read.day, days), (date(2026, 12, 31), vec![date(2027, 1, 2), date(2028, 3, 4)]));
    }

    #[test]
    fn what_is_wrong_is_placed() {
        let fault = read("day = 2026-12-31\nmore = [\n  { day = 7 },\n]\n").unwrap_err();
        let place = fault.place().unwrap();
        assert_eq!((place.line, place.column), (Some(3), Some(11)));
    }
}
