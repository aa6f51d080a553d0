//! The numbers of the rows of sheets as a snapshot adds them up: few texts are read twice, and what is out of bounds is told, not added.

use super::snapshot::Source;
use crate::cost::CostRow;
use crate::cost::figures::annual_unreduced;
use crate::model::bounds::{INCOME, MINUTES, MONEY, POPULATION, STAFF, TIMES};
use crate::model::{ActivityGroup, Fraction};
use crate::reform::{SubjectRow, Unable};
use rusqlite::Row;
use std::collections::HashMap;

/// Why a sheet cannot be computed, and what it is about.
pub(super) type Cannot = (Unable, String);

/// The numbers of a row, read without a detour over text where they are whole.
pub(super) struct NumericRow {
    minutes: (i64, i64),
    hourly: Fraction,
    outsourcing: i64,
    charges: i64,
    times: (i64, i64),
    population: i64,
}

/// Reads the numbers of rows. Sheets share a handful of incomes and frequencies, so each is worked out once.
pub(super) struct Numbers<'r> {
    source: &'r Source<'r>,
    /// Income per hour by the texts of its two columns; so few that looking at each in turn is quickest.
    incomes: Vec<(String, String, Fraction)>,
    fractions: HashMap<String, (i64, i64)>,
}

impl<'r> Numbers<'r> {
    pub(super) fn new(source: &'r Source<'r>) -> Self {
        Self { source, incomes: Vec::new(), fractions: HashMap::new() }
    }

    pub(super) fn read(&mut self, row: &Row<'_>) -> Result<NumericRow, Cannot> {
        Ok(NumericRow {
            minutes: self.pair(row, 1, ("minutes", MINUTES))?,
            hourly: self.hourly(row)?,
            outsourcing: number(row, 4, ("outsourcing", MONEY))?,
            charges: number(row, 5, ("charges", MONEY))?,
            times: self.pair(row, 6, ("times", TIMES))?,
            population: number(row, 7, ("population", POPULATION))?,
        })
    }

    fn hourly(&mut self, row: &Row<'_>) -> Result<Fraction, Cannot> {
        let (named, staff) = (cell(row, 2)?, cell(row, 3)?);
        if let Some((.., hourly)) = self.incomes.iter().find(|(n, s, _)| n == named && s == staff) {
            return Ok(*hourly);
        }
        let hourly = match self.source {
            Source::Frozen(_) => within(fraction(row, 2)?, ("hourly", INCOME * STAFF))?,
            Source::Live(rates) => {
                let tariff = rates.tariff(named).map_err(|_| (Unable::UnknownParameter, named.to_owned()))?;
                within(tariff.hourly, (named, INCOME))?;
                let staff = within(fraction(row, 3)?, ("staff", STAFF))?;
                tariff.with_staff(staff).ok_or_else(|| (Unable::TooLarge, named.to_owned()))?
            }
        };
        self.incomes.push((named.to_owned(), staff.to_owned(), hourly));
        Ok(hourly)
    }

    /// An exact number as numerator and denominator that fit 64 bits.
    fn pair(&mut self, row: &Row<'_>, at: usize, bound: (&str, i64)) -> Result<(i64, i64), Cannot> {
        let written = cell(row, at)?;
        if let Ok(whole) = written.parse() {
            return whole_within(whole, bound).map(|whole| (whole, 1));
        }
        let pair = match self.fractions.get(written) {
            Some(pair) => *pair,
            None => {
                let value = fraction(row, at)?;
                let too_large = |_| (Unable::TooLarge, format!("{} = {value}", bound.0));
                let pair = (value.numerator().try_into(), value.denominator().try_into());
                let pair = (pair.0.map_err(too_large)?, pair.1.map_err(too_large)?);
                self.fractions.insert(written.to_owned(), pair);
                pair
            }
        };
        if pair.0 < 0 || i128::from(pair.0) > i128::from(bound.1) * i128::from(pair.1) {
            return Err((Unable::OutOfRange, format!("{} = {written}", bound.0)));
        }
        Ok(pair)
    }
}

/// A text cell.
fn cell<'r>(row: &'r Row<'_>, at: usize) -> Result<&'r str, Cannot> {
    row.get_ref(at).ok().and_then(|value| value.as_str().ok()).ok_or_else(|| (Unable::Unreadable, String::new()))
}

/// A whole number within its bounds.
fn number(row: &Row<'_>, at: usize, bound: (&str, i64)) -> Result<i64, Cannot> {
    let value = row.get(at).map_err(|_| (Unable::Unreadable, bound.0.to_owned()))?;
    whole_within(value, bound)
}

fn whole_within(value: i64, (name, most): (&str, i64)) -> Result<i64, Cannot> {
    if (0..=most).contains(&value) { Ok(value) } else { Err((Unable::OutOfRange, format!("{name} = {value}"))) }
}

fn within(value: Fraction, (name, most): (&str, i64)) -> Result<Fraction, Cannot> {
    if value.is_negative() || value > Fraction::whole(most) {
        return Err((Unable::OutOfRange, format!("{name} = {value}")));
    }
    Ok(value)
}

impl NumericRow {
    pub(super) fn annual(&self) -> Option<(i128, i128)> {
        annual_unreduced(self.minutes, self.hourly, (self.outsourcing, self.charges), self.times, self.population)
    }

    pub(super) fn kept(&self, row: &Row<'_>) -> Result<SubjectRow, Cannot> {
        let bad = |what: &str| (Unable::Unreadable, what.to_owned());
        let whole = |(numerator, denominator): (i64, i64)| {
            Fraction::new(numerator.into(), denominator.into()).ok_or_else(|| bad("minutes, times"))
        };
        let group = cell(row, 9)?;
        Ok(SubjectRow {
            id: cell(row, 8)?.to_owned(),
            group: ActivityGroup::parse(group).ok_or_else(|| bad(&format!("group = {group}")))?,
            component: row.get(10).map_err(|_| bad("component"))?,
            row: CostRow {
                minutes: whole(self.minutes)?,
                hourly: self.hourly,
                outsourcing: Fraction::whole(self.outsourcing),
                charges: Fraction::whole(self.charges),
                times: whole(self.times)?,
                population: Fraction::whole(self.population),
            },
        })
    }
}

fn fraction(row: &Row<'_>, at: usize) -> Result<Fraction, Cannot> {
    let written = cell(row, at)?;
    Fraction::parse(written).ok_or_else(|| (Unable::Unreadable, format!("“{written}”")))
}
