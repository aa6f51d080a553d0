//! What an uncertain parameter is, in words, and the value that is in use.

use super::Worded;
use crate::cost::{CostRow, Rates};
use crate::model::{Cell, Fraction, Uncertain};
use crate::store::Workspace;
use crate::text::{Lang, Message, Result, Said};
use jiff::civil::Date;

/// An uncertain parameter for people.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// What it is, in words.
    pub what: Said,
    /// The value that is in use, in the unit of the parameter.
    pub point: Fraction,
}

/// Describes what an uncertainty stands on, on a day; nothing when it is not there, or has no value.
///
/// # Errors
/// The workspace cannot be read.
pub fn described(workspace: &Workspace, uncertain: &Uncertain, day: Date) -> Result<Option<Described>> {
    match uncertain {
        Uncertain::Sheet { regulation, row, cell } => {
            let sheet = workspace.sheet(regulation)?;
            Ok(sheet.iter().find(|activity| activity.id == *row).map(|found| {
                let said = |lang| format!("{regulation} · {} · {}", found.name, cell.word().text(lang));
                let numbers = CostRow::of(found, Fraction::ZERO);
                let point = match cell {
                    Cell::Minutes => numbers.minutes,
                    Cell::Outsourcing => numbers.outsourcing,
                    Cell::Charges => numbers.charges,
                    Cell::Times => numbers.times,
                    Cell::Population => numbers.population,
                };
                Described { what: Said { vi: said(Lang::Vi), en: said(Lang::En) }, point }
            }))
        }
        Uncertain::Parameter(id) => {
            let rates = Rates::on(day, workspace.parameters()?);
            Ok(rates.find(id).map(|parameter| Described {
                what: Said { vi: parameter.name.clone(), en: parameter.name_en.clone() },
                point: parameter.value,
            }))
        }
        Uncertain::Measure { measure: code, value } => {
            let Some(measure) = workspace.measure(code)? else { return Ok(None) };
            let kinds = workspace.measure_kinds()?;
            let kind = kinds.iter().find(|kind| kind.id == measure.kind);
            let Some(parameter) = kind.and_then(|kind| kind.parameters.iter().find(|p| p.id == *value)) else {
                return Ok(None);
            };
            let written = measure.values.get(value).or(parameter.default.as_ref());
            let said = |name: &str| format!("{code} · {} · {name}", measure.title);
            let what = Said { vi: said(&parameter.name), en: said(&parameter.name_en) };
            let point = written.and_then(|written| Fraction::parse(written));
            Ok(point.map(|point| Described { what, point }))
        }
    }
}
