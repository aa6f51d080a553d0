//! Uncertain parameters: what each is in words, its range or distribution, and the value that is in use.

use super::Source;
use crate::cost::Rates;
use crate::desk::point;
use crate::model::{Fraction, Parameter, Uncertain, Uncertainty};
use crate::reform::chance::outside;
use crate::store::Reader;
use crate::view::{Cell, Table, declare};
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Message, Result, Said};
use jiff::civil::Date;

declare! {
    UNCERTAINTY = "uncertainty" of "list uncertainty, uncertainty list" {
        "of", W::Of, "text";
        "what", W::What, "names";
        "spread", W::Spread, "spread";
        "low", W::Low, "number";
        "likely", W::Likely, "number?";
        "high", W::High, "number";
        "point", W::Point, "number?";
        "provenance", W::Provenance, "provenance";
        "source", W::Source, "text";
    }
}

/// What is uncertain, beside the values in use; what does not fit is noted.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&UNCERTAINTY, from.lang);
    for uncertainty in from.reader.all::<Uncertainty>()? {
        let found = described(from.reader, &uncertainty.of, from.day)?;
        let point = found.as_ref().map(|found| found.point);
        table.notes.extend(doubt(&uncertainty, point));
        table.push(vec![
            uncertainty.of.as_str().into(),
            named(&uncertainty.of, found.as_ref()),
            Cell::worded(uncertainty.spread, from.lang),
            Cell::Exact(uncertainty.low),
            uncertainty.likely.map_or(Cell::Empty, Cell::Exact),
            Cell::Exact(uncertainty.high),
            point.map_or(Cell::Empty, Cell::Exact),
            Cell::worded(uncertainty.provenance, from.lang),
            uncertainty.source.into(),
        ]);
    }
    Ok(table)
}

/// What an uncertainty stands on, in words; what is no longer there is named as it is written.
pub fn named(of: &str, found: Option<&Described>) -> Cell {
    found.map_or_else(|| of.into(), |found| Cell::said(&found.what))
}

/// What does not fit: there is no such value any more, or the value in use lies outside of the range.
pub fn doubt(uncertainty: &Uncertainty, point: Option<Fraction>) -> Option<Said> {
    let Some(point) = point else { return Some(W::Gone.said(&[&uncertainty.of])) };
    outside(uncertainty, point).then(|| {
        W::Outside.said_by(|lang| {
            let [point, low, high] = [point, uncertainty.low, uncertainty.high].map(|v| Cell::Exact(v).shown(lang));
            vec![uncertainty.of.clone(), point, low, high]
        })
    })
}

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
pub fn described(reader: &Reader, of: &str, day: Date) -> Result<Option<Described>> {
    let Some(uncertain) = Uncertain::parse(of) else { return Ok(None) };
    let Some(point) = point(reader, &uncertain, day)? else { return Ok(None) };
    let what = match &uncertain {
        Uncertain::Sheet { regulation, row, cell } => {
            let sheet = reader.sheet(regulation).unwrap_or_default();
            let name = sheet.iter().find(|activity| activity.id == *row).map_or("", |found| found.name.as_str());
            Said::by(|lang| format!("{regulation} · {name} · {}", cell.word(lang)))
        }
        Uncertain::Population(code) => W::OfPopulation.said(&[code]),
        Uncertain::Parameter(id) => {
            let rates = Rates::on(day, reader.all::<Parameter>()?);
            let parameter = rates.find(id);
            Said::by(|lang| parameter.map_or("", |parameter| parameter.name_in(lang)))
        }
        Uncertain::Measure { measure: code, value } => {
            let measure = reader.measure(code)?;
            let (title, kind) = measure.map(|measure| (measure.title, measure.kind)).unwrap_or_default();
            let kinds = reader.measure_kinds()?;
            let mut parameters = kinds.iter().filter(|known| known.id == kind).flat_map(|kind| &kind.parameters);
            let parameter = parameters.find(|p| p.id == *value);
            Said::by(|lang| format!("{code} · {title} · {}", parameter.map_or("", |parameter| parameter.name_in(lang))))
        }
    };
    Ok(Some(Described { what, point }))
}
