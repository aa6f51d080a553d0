//! What an uncertain parameter is, in words, and the value that is in use.

use crate::cost::Rates;
use crate::desk::point;
use crate::model::{Fraction, Parameter, Uncertain};
use crate::store::Workspace;
use crate::words::{Result, Said};
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
    let Some(point) = point(workspace, uncertain, day)? else { return Ok(None) };
    let what = match uncertain {
        Uncertain::Sheet { regulation, row, cell } => {
            let sheet = workspace.sheet(regulation).unwrap_or_default();
            let name = sheet.iter().find(|activity| activity.id == *row).map_or("", |found| found.name.as_str());
            let said = |lang| format!("{regulation} · {name} · {}", cell.word(lang));
            Said::by(said)
        }
        Uncertain::Parameter(id) => {
            let rates = Rates::on(day, workspace.all::<Parameter>()?);
            let named = rates.find(id).map(|parameter| (parameter.name.clone(), parameter.name_en.clone()));
            let (vi, en) = named.unwrap_or_default();
            Said { vi, en }
        }
        Uncertain::Measure { measure: code, value } => {
            let measure = workspace.measure(code)?;
            let (title, kind) = measure.map(|measure| (measure.title, measure.kind)).unwrap_or_default();
            let kinds = workspace.measure_kinds()?;
            let mut parameters = kinds.iter().filter(|known| known.id == kind).flat_map(|kind| &kind.parameters);
            let named = parameters.find(|p| p.id == *value).map(|p| (p.name.clone(), p.name_en.clone()));
            let (vi, en) = named.unwrap_or_default();
            let said = |name: &str| format!("{code} · {title} · {name}");
            Said { vi: said(&vi), en: said(&en) }
        }
    };
    Ok(Some(Described { what, point }))
}
