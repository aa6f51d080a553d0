//! Constraints of a problem in one line each, as they are typed in an option or a field:
//! `cost_saved=20%`, `cut_or_simplified/report+condition@BTP=15`, `m1,m2` (at most one), `m1=m2,m3` (the first only with the others).

use crate::model::{Fraction, Metric, RegulationKind};
use crate::reform::choose::{Conflict, Precedence, Wanted};
use crate::text::clean_line;
use crate::words::choose::ChooseWord as Say;
use crate::words::reform::ReformWord;
use crate::words::{Fault, Message, Result};

/// Codes separated by commas.
pub fn codes(text: &str) -> Vec<String> {
    text.split(',').map(clean_line).filter(|code| !code.is_empty()).collect()
}

/// A percentage or a number of points, zero or more: whole, decimal (with a point or a comma) or a fraction.
///
/// # Errors
/// Usage, when it is none.
pub fn number(text: &str) -> Result<Fraction> {
    let read = Fraction::parse(&text.trim().replace(',', ".")).filter(|number| !number.is_negative());
    read.ok_or_else(|| Fault::usage(ReformWord::NotANumber.said(&[&text])))
}

/// An amount, zero or more. `1.000` and `1,000` are refused: they may be meant as a thousand or as one.
fn amount(text: &str) -> Result<Fraction> {
    let grouped = text.trim().rsplit_once(['.', ',']).is_some_and(|(_, last)| last.len() == 3);
    if grouped { Err(Fault::usage(ReformWord::NotANumber.said(&[&text]))) } else { number(text) }
}

/// A target: `METRIC[/KIND[+KIND…]][@AGENCY]=NUMBER[%]`.
///
/// # Errors
/// Usage, when the metric, a kind or the number cannot be read.
pub fn target(text: &str) -> Result<Wanted> {
    let bad = || Fault::usage(Say::BadTarget.said(&[&text])).hint(Say::AboutMetrics.said(&[]));
    let (what, much) = text.split_once('=').ok_or_else(bad)?;
    let (what, agency) = match what.split_once('@') {
        Some((what, agency)) => (what, Some(clean_line(agency)).filter(|code| !code.is_empty())),
        None => (what, None),
    };
    let (metric, kinds) = what.split_once('/').unwrap_or((what, ""));
    let metric = Metric::parse(&metric.trim().replace('-', "_")).ok_or_else(bad)?;
    let kinds = kinds.split('+').map(str::trim).filter(|kind| !kind.is_empty());
    let kinds = kinds.map(|kind| RegulationKind::parse(kind).ok_or_else(bad)).collect::<Result<_>>()?;
    let (percent, amount) = match much.trim().strip_suffix('%') {
        Some(percent) => (Some(number(percent)?), None),
        None => (None, Some(amount(much)?)),
    };
    Ok(Wanted { metric, percent, amount, agency, kinds })
}

/// A target as [`target`] reads it.
pub fn target_line(wanted: &Wanted) -> String {
    let kinds: Vec<&str> = wanted.kinds.iter().map(|kind| kind.name()).collect();
    let kinds = if kinds.is_empty() { String::new() } else { format!("/{}", kinds.join("+")) };
    let agency = wanted.agency.as_ref().map_or_else(String::new, |agency| format!("@{agency}"));
    let much = match (wanted.percent, wanted.amount) {
        (Some(percent), _) => format!("{percent}%"),
        (None, amount) => amount.unwrap_or_default().to_string(),
    };
    format!("{}{kinds}{agency}={much}", wanted.metric.name())
}

/// Measures of which at most one may be chosen: codes separated by commas.
pub fn conflict(text: &str) -> Conflict {
    Conflict { measures: codes(text) }
}

/// A conflict as [`conflict`] reads it.
pub fn conflict_line(conflict: &Conflict) -> String {
    conflict.measures.join(",")
}

/// A measure that may be chosen only with others: `MEASURE=NEEDED[,NEEDED…]`.
///
/// # Errors
/// Usage, when it does not say what needs what.
pub fn precedence(text: &str) -> Result<Precedence> {
    let bad = || Fault::usage(Say::BadNeeds.said(&[&text]));
    let (measure, needs) = text.split_once('=').ok_or_else(bad)?;
    let precedence = Precedence { measure: clean_line(measure), needs: codes(needs) };
    if precedence.measure.is_empty() || precedence.needs.is_empty() { Err(bad()) } else { Ok(precedence) }
}

/// A precedence as [`precedence`] reads it.
pub fn precedence_line(precedence: &Precedence) -> String {
    format!("{}={}", precedence.measure, precedence.needs.join(","))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_target_says_metric_kinds_agency_and_how_much() {
        let read = target(" cut-or-simplified/report + condition@ BTP = 12,5 % ").unwrap();
        assert_eq!(read.metric, Metric::CutOrSimplified);
        assert_eq!(read.kinds, [RegulationKind::Report, RegulationKind::Condition]);
        assert_eq!(read.agency.as_deref(), Some("BTP"));
        assert_eq!((read.percent, read.amount), (Fraction::new(25, 2), None));
        let read = target("cost_saved=1/3").unwrap();
        assert_eq!((read.percent, read.amount), (None, Fraction::new(1, 3)));
        for bad in [
            "cost_saved",
            "money=3",
            "cost_saved/tax=3",
            "cost_saved=-1",
            "cost_saved=x%",
            "cost_saved=1.000",
            "cost_saved=1,000",
            "=3",
            "",
        ] {
            assert!(target(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_needs_what() {
        let read = precedence("m1 = m2, m3").unwrap();
        assert_eq!((read.measure.as_str(), read.needs.as_slice()), ("m1", &["m2".to_owned(), "m3".to_owned()][..]));
        for bad in ["m1", "=m2", "m1=", "m1=,"] {
            assert!(precedence(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for line in ["cost_saved=20%", "time_saved/report+inspection@BTP=1/3%", "electronic@BYT=7"] {
            assert_eq!(target_line(&target(line).unwrap()), line);
        }
        assert_eq!(precedence_line(&precedence("m1=m2,m3").unwrap()), "m1=m2,m3");
        assert_eq!(conflict_line(&conflict("m1,m2")), "m1,m2");
    }
}
