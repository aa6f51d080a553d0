//! Stating that a parameter is uncertain, and taking it back.

use super::{Desk, not_found};
use crate::cost::{CostRow, Rates, complying};
use crate::model::Kind;
use crate::model::observation::WHOLE;
use crate::model::{Cell, Fraction, MiddleRange, Parameter, Provenance, Spread, Uncertain, Uncertainty};
use crate::reform::chance::check_uncertainty;
use crate::store::{Changed, Reader, Writer};
use crate::text::{Lang, clean_line, number};
use crate::words::uncertainty::UncertaintyWord as Say;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;

impl Desk<'_> {
    /// States how uncertain a parameter is; gives the value that is in use.
    ///
    /// # Errors
    /// Missing, where there is no such sheet, parameter or measure; usage, where what is stated cannot be, or names no source.
    pub fn set_uncertainty(&mut self, asked: &Uncertainty) -> Result<Changed<Fraction>> {
        let uncertainty = Uncertainty { of: clean_line(&asked.of), source: clean_line(&asked.source), ..asked.clone() };
        let uncertain = uncertain_of(&uncertainty.of)?;
        let today = self.today;
        self.change(|writer| state(writer, &uncertain, &uncertainty, today))
    }

    /// States how uncertain a cell is by the answers of surveys behind it: the range in which the middle of all lies ([`MiddleRange`]), spread as asked.
    /// Gives what was stated, how sure it is in percent, and the value that is in use.
    ///
    /// # Errors
    /// Usage, where it is no cell, or there are too few answers, or all say the same; as [`Desk::set_uncertainty`].
    pub fn observed_uncertainty(
        &mut self,
        of: &str,
        spread: Spread,
    ) -> Result<Changed<(Uncertainty, MiddleRange, Fraction)>> {
        let of = clean_line(of);
        let uncertain = uncertain_of(&of)?;
        let (regulation, row, cell) = match &uncertain {
            Uncertain::Sheet { regulation, row, cell } => (regulation.clone(), row.clone(), *cell),
            Uncertain::Population(regulation) => (regulation.clone(), WHOLE.to_owned(), Cell::Population),
            Uncertain::Parameter(_) | Uncertain::Measure { .. } => {
                return Err(Fault::usage(Say::NoCell.said(&[&of])).hint(Say::NoCellHint.said(&[])));
            }
        };
        let today = self.today;
        self.change(|writer| {
            let answers = writer.observations(&regulation)?;
            let count = answers.iter().filter(|one| one.row == row && one.cell == cell).count();
            let Some(found) = MiddleRange::of(&answers, &row, cell) else {
                let hint = Say::TooFewHint.said_by(|_| vec![regulation.clone(), row.clone(), cell.name().to_owned()]);
                return Err(Fault::usage(Say::TooFew.said(&[&of, &count, &MiddleRange::LEAST])).hint(hint));
            };
            if found.low == found.high {
                return Err(Fault::usage(Say::AllAlike.said(&[&of, &count, &found.low])));
            }
            let mut sources: Vec<&str> = Vec::new();
            for one in answers.iter().filter(|one| one.row == row && one.cell == cell && !one.source.is_empty()) {
                if !sources.contains(&one.source.as_str()) {
                    sources.push(&one.source);
                }
            }
            let percent = number::decimal(found.percent.numerator(), found.percent.denominator(), 2, Lang::Vi);
            let source = Say::FromAnswers.with(Lang::Vi, &[&count, &percent, &sources.join("; ")]);
            let uncertainty = Uncertainty {
                of: of.clone(),
                spread,
                low: found.low,
                likely: matches!(spread, Spread::Triangular | Spread::Pert).then_some(found.middle),
                high: found.high,
                provenance: Provenance::Surveyed,
                source: clean_line(&source),
            };
            let point = state(writer, &uncertain, &uncertainty, today)?;
            Ok((uncertainty, found, point))
        })
    }

    /// Takes back that a parameter is uncertain.
    ///
    /// # Errors
    /// Missing, where it is not.
    pub fn remove_uncertainty(&mut self, of: &str) -> Result<Changed<()>> {
        let of = clean_line(of);
        self.change(|writer| match writer.remove::<Uncertainty>(&of)? {
            true => Ok(()),
            false => Err(Fault::missing(Say::None.said(&[&of])).hint(Say::NoneHint.said(&[]))),
        })
    }
}

/// Puts what was stated, and gives the value in use.
fn state(writer: &Writer<'_>, uncertain: &Uncertain, uncertainty: &Uncertainty, today: Date) -> Result<Fraction> {
    let point = match point(writer, uncertain, today)? {
        Some(point) => point,
        None => return Err(nothing(writer, uncertain)?),
    };
    let wrong = check_uncertainty(uncertainty);
    if !wrong.is_empty() {
        let join = |lang: Lang| wrong.iter().map(|w| w.text(lang).to_owned()).collect::<Vec<_>>().join("; ");
        return Err(Fault::usage(Said::by(join)));
    }
    if uncertainty.source.is_empty() {
        return Err(Fault::usage(Say::NoSource.said(&[])));
    }
    writer.put_uncertainty(uncertainty)?;
    Ok(point)
}

/// Reads what an uncertainty stands on.
///
/// # Errors
/// Usage, showing the forms there are.
pub fn uncertain_of(text: &str) -> Result<Uncertain> {
    let fault = || Fault::usage(Say::NotUncertain.said(&[&text])).hint(Say::NotUncertainHint.said(&[]));
    Uncertain::parse(text).ok_or_else(fault)
}

/// The value of an uncertain parameter that is in use on a day, in its unit; nothing when it is not there, or has none.
///
/// # Errors
/// The workspace cannot be read.
pub fn point(reader: &Reader, uncertain: &Uncertain, day: Date) -> Result<Option<Fraction>> {
    Ok(match uncertain {
        Uncertain::Sheet { regulation, row, cell } => {
            let (sheet, whole) = (reader.sheet(regulation)?, reader.population(regulation)?);
            sheet.iter().find(|activity| activity.id == *row).and_then(|found| {
                let numbers = CostRow::of(found, Fraction::ZERO, whole.as_ref());
                match cell {
                    Cell::Minutes => Some(numbers.minutes),
                    Cell::Outsourcing => Some(numbers.outsourcing),
                    Cell::Charges => Some(numbers.charges),
                    Cell::Times => Some(numbers.times),
                    Cell::Population => complying(found, whole.as_ref()),
                }
            })
        }
        Uncertain::Population(regulation) => {
            reader.population(regulation)?.and_then(|whole| whole.count).map(Fraction::whole)
        }
        Uncertain::Parameter(id) => {
            Rates::on(day, reader.all::<Parameter>()?).find(id).map(|parameter| parameter.value)
        }
        Uncertain::Measure { measure, value } => {
            let Some(measure) = reader.measure(measure)? else { return Ok(None) };
            let kinds = reader.measure_kinds()?;
            let kind = kinds.iter().find(|kind| kind.id == measure.kind);
            let parameter = kind.and_then(|kind| kind.parameters.iter().find(|p| p.id == *value));
            let written = parameter.and_then(|parameter| measure.values.get(value).or(parameter.default.as_ref()));
            written.and_then(|written| Fraction::parse(written))
        }
    })
}

/// Reads a number that was typed. đồng and people may be grouped (`1.200.000`); of minutes, times and values of measures a point or
/// comma leads the decimals, and what could be read in two ways (`1.000`) is refused.
pub fn uncertain_value(typed: &str, uncertain: &Uncertain) -> Option<Fraction> {
    let typed = typed.trim();
    let grouped = typed.contains(['.', ',', ' ']).then(|| number::parse_whole(typed)).flatten();
    let whole = match uncertain {
        Uncertain::Sheet { cell, .. } => !matches!(cell, Cell::Minutes | Cell::Times),
        Uncertain::Parameter(_) | Uncertain::Population(_) => true,
        Uncertain::Measure { .. } => false,
    };
    match grouped {
        Some(value) if whole => Some(Fraction::whole(value)),
        Some(_) => None,
        None => Fraction::parse(&typed.replace(',', ".")),
    }
}

/// Why an uncertainty stands on nothing.
fn nothing(reader: &Reader, uncertain: &Uncertain) -> Result<Fault> {
    match uncertain {
        Uncertain::Sheet { regulation, row, .. } => {
            if reader.regulation(regulation)?.is_none() {
                return Ok(not_found(Kind::Regulation, regulation));
            }
            let sheet = reader.sheet(regulation)?;
            let ids: Vec<&str> = sheet.iter().map(|activity| activity.id.as_str()).collect();
            Ok(Fault::missing(Say::NoRow.said(&[regulation, row, &ids.join(", ")])))
        }
        Uncertain::Population(code) => Ok(match reader.regulation(code)? {
            None => not_found(Kind::Regulation, code),
            Some(_) => Fault::missing(Say::NoPopulation.said(&[code])),
        }),
        Uncertain::Parameter(id) => Ok(not_found(Kind::Parameter, id)),
        Uncertain::Measure { measure: code, value } => {
            let Some(measure) = reader.measure(code)? else { return Ok(not_found(Kind::Measure, code)) };
            let kinds = reader.measure_kinds()?;
            let parameters = kinds.iter().find(|kind| kind.id == measure.kind).map(|kind| kind.parameters.as_slice());
            let known: Vec<&str> = parameters.unwrap_or_default().iter().map(|p| p.id.as_str()).collect();
            Ok(Fault::usage(if known.contains(&value.as_str()) {
                Say::NoPoint.said(&[code, value])
            } else {
                Say::NoValue.said(&[&measure.kind, value, &known.join(", ")])
            }))
        }
    }
}
