//! Processing time: the longest time limit among the ways to submit, in working hours.

use crate::cost::Rates;
use crate::model::{Fraction, TimeLimit, TimeUnit};
use crate::words::Result;
use std::collections::BTreeMap;

/// Working hours per unit of time limit, from the parameters `hours.hour`, `hours.working_day`, `hours.day` … of the workspace.
#[derive(Debug, Clone, Default)]
pub struct TimeRates {
    hours: BTreeMap<TimeUnit, Fraction>,
}

impl TimeRates {
    /// Reads the conversion of every unit.
    ///
    /// # Errors
    /// Bad input when a parameter is missing.
    pub fn from_rates(rates: &Rates) -> Result<Self> {
        let one = |unit: &TimeUnit| Ok((*unit, rates.value(&format!("hours.{unit}"))?));
        Ok(Self { hours: TimeUnit::ALL.iter().map(one).collect::<Result<_>>()? })
    }

    /// The conversion of every unit that is there, and which parameters are missing or out of bounds. Without the hours of a working day
    /// there is none at all: every measure on a time limit rests on it.
    pub fn readable(rates: &Rates) -> (Self, Vec<String>) {
        let (mut hours, mut missing) = (BTreeMap::new(), Vec::new());
        for unit in TimeUnit::ALL {
            let id = format!("hours.{unit}");
            match rates.find(&id).map(|parameter| parameter.value).filter(|value| !value.is_negative()) {
                Some(value) => _ = hours.insert(*unit, value),
                None => missing.push(id),
            }
        }
        if !hours.contains_key(&TimeUnit::WorkingDay) {
            hours.clear();
        }
        (Self { hours }, missing)
    }

    /// Whether a unit can be converted.
    pub fn knows(&self, unit: TimeUnit) -> bool {
        self.hours.contains_key(&unit)
    }

    /// A time limit in working hours; nothing on overflow.
    pub fn hours(&self, limit: TimeLimit) -> Option<Fraction> {
        limit.amount.times(*self.hours.get(&limit.unit)?)
    }

    /// Working hours of one working day.
    pub fn working_day(&self) -> Fraction {
        self.hours.get(&TimeUnit::WorkingDay).copied().unwrap_or_default()
    }

    /// The processing time of a procedure: the longest of its limits, in working hours; nothing where none is stated.
    pub fn processing(&self, limits: impl IntoIterator<Item = TimeLimit>) -> Option<Fraction> {
        limits.into_iter().filter_map(|limit| self.hours(limit)).max()
    }
}
