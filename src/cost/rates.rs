//! Parameters looked up by id and day.

use crate::model::{Fraction, Parameter, Unit};
use crate::words::cost::CostWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::HashMap;

/// All parameters of a workspace; the one that applies on a day is the latest that has begun by then, or the earliest of
/// all for a day before any began (so that an old baseline can still be valued; its date is shown with the figure).
#[derive(Debug, Clone, Default)]
pub struct Rates {
    by_id: HashMap<String, Vec<Parameter>>,
    day: Date,
}

/// An income per hour, as it applies on the day of the rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tariff {
    /// đồng (or another currency) per hour.
    pub hourly: Fraction,
    /// Paid to an individual, for whom no staff factor applies.
    pub individual: bool,
}

impl Tariff {
    /// Income per hour with the staff factor where one applies; nothing on overflow.
    pub fn with_staff(self, staff: Fraction) -> Option<Fraction> {
        if self.individual { Some(self.hourly) } else { self.hourly.times(staff) }
    }
}

impl Rates {
    /// The parameters as they apply on a day.
    pub fn on(day: Date, parameters: impl IntoIterator<Item = Parameter>) -> Self {
        let mut by_id: HashMap<String, Vec<Parameter>> = HashMap::new();
        for parameter in parameters {
            by_id.entry(parameter.id.clone()).or_default().push(parameter);
        }
        for dated in by_id.values_mut() {
            dated.sort_by_key(|p| p.from);
        }
        Self { by_id, day }
    }

    /// Adds a parameter.
    pub fn add(&mut self, parameter: Parameter) {
        let dated = self.by_id.entry(parameter.id.clone()).or_default();
        let at = dated.partition_point(|other| other.from <= parameter.from);
        dated.insert(at, parameter);
    }

    /// The day of these rates.
    pub fn day(&self) -> Date {
        self.day
    }

    /// The parameter with this id that applies on the day.
    pub fn find(&self, id: &str) -> Option<&Parameter> {
        let dated = self.by_id.get(id)?;
        dated.iter().rev().find(|p| p.from <= self.day).or_else(|| dated.first())
    }

    /// The value of a parameter that must be there.
    ///
    /// # Errors
    /// Bad input when the workspace has no such parameter.
    pub fn value(&self, id: &str) -> Result<Fraction> {
        Ok(self.need(id)?.value)
    }

    /// The income per hour with this id.
    ///
    /// # Errors
    /// Bad input when the workspace has no such parameter.
    pub fn tariff(&self, id: &str) -> Result<Tariff> {
        let parameter = self.need(id)?;
        Ok(Tariff { hourly: parameter.value, individual: parameter.individual })
    }

    /// The ids of all parameters whose unit is this one, sorted.
    pub fn ids_with_unit(&self, unit: Unit) -> Vec<&str> {
        let with_unit = self.by_id.iter().filter(|(_, dated)| dated.iter().any(|p| p.unit == unit));
        let mut ids: Vec<&str> = with_unit.map(|(id, _)| id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    fn need(&self, id: &str) -> Result<&Parameter> {
        self.find(id).ok_or_else(|| {
            Fault::input(CostWord::NoParameter.said(&[&id])).hint(CostWord::NoParameterHint.said(&[&id]))
        })
    }
}
