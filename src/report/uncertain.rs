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
            let parameter = rates.find(id);
            Said::by(|lang| parameter.map_or("", |parameter| parameter.name_in(lang)))
        }
        Uncertain::Measure { measure: code, value } => {
            let measure = workspace.measure(code)?;
            let (title, kind) = measure.map(|measure| (measure.title, measure.kind)).unwrap_or_default();
            let kinds = workspace.measure_kinds()?;
            let mut parameters = kinds.iter().filter(|known| known.id == kind).flat_map(|kind| &kind.parameters);
            let parameter = parameters.find(|p| p.id == *value);
            Said::by(|lang| format!("{code} · {title} · {}", parameter.map_or("", |parameter| parameter.name_in(lang))))
        }
    };
    Ok(Some(Described { what, point }))
}
