//! Indicators: added, read, removed.

use super::assign::{agency_option, need_assignment, new_code};
use super::{Desk, not_found};
use crate::model::Kind;
use crate::model::{Fraction, Indicator, Reading};
use crate::store::Changed;
use crate::words::assign::AssignWord as Say;
use crate::words::{Fault, Message, Result};

impl Desk<'_> {
    /// Adds an indicator; gives its code.
    ///
    /// # Errors
    /// Missing, where there is no such assignment; usage, where the code is taken.
    pub fn add_indicator(&mut self, asked: &Indicator) -> Result<Changed<String>> {
        self.change(|writer| {
            need_assignment(writer, asked.assignment.as_deref())?;
            let known = writer.all::<Indicator>()?;
            let code = new_code(&asked.code, known.iter().map(|i| &i.code))?;
            writer.put(&Indicator { code: code.clone(), ..asked.clone() })?;
            Ok(code)
        })
    }

    /// Records a reading; one of the same day and agency gives way. Its agency may go by any name. Gives the indicator.
    ///
    /// # Errors
    /// Missing, where there is no such indicator or agency.
    pub fn read_indicator(&mut self, code: &str, reading: &Reading) -> Result<Changed<Indicator>> {
        self.change(|writer| {
            let found = writer.all::<Indicator>()?.into_iter().find(|indicator| indicator.code == code);
            let mut indicator = found.ok_or_else(|| not_found(Kind::Indicator, code))?;
            let agency = agency_option(writer, reading.agency.as_deref())?;
            let reading = Reading { agency, ..reading.clone() };
            indicator.readings.retain(|known| (known.date, &known.agency) != (reading.date, &reading.agency));
            indicator.readings.push(reading);
            indicator.readings.sort_by(|a, b| (a.date, &a.agency).cmp(&(b.date, &b.agency)));
            writer.put(&indicator)?;
            Ok(indicator)
        })
    }

    /// Removes an indicator; the journal keeps it.
    ///
    /// # Errors
    /// Missing, where there is none.
    pub fn remove_indicator(&mut self, code: &str) -> Result<Changed<()>> {
        self.change(|writer| match writer.remove::<Indicator>(code)? {
            true => Ok(()),
            false => Err(not_found(Kind::Indicator, code)),
        })
    }
}

/// A number as it is typed. One point with three digits behind it may mean thousands, so it is not guessed.
///
/// # Errors
/// Wrong usage, when it is no number, or may mean two.
pub fn reading_value(text: &str) -> Result<Fraction> {
    let text = text.trim();
    if let Some((whole, decimals)) = text.split_once('.')
        && decimals.len() == 3
        && decimals.bytes().all(|b| b.is_ascii_digit())
        && (1..=3).contains(&whole.trim_start_matches('-').len())
    {
        let (thousands, decimal) = (format!("{whole}{decimals}"), format!("{text}0"));
        return Err(Fault::usage(Say::DoubtfulNumber.said(&[&text, &thousands, &decimal])));
    }
    let grouped = || crate::text::number::parse_whole(text).map(Fraction::whole);
    let with_comma = || Fraction::parse(&text.replace(',', "."));
    Fraction::parse(text)
        .or_else(grouped)
        .or_else(with_comma)
        .ok_or_else(|| Fault::usage(Say::BadNumber.said(&[&text])))
}
