//! A cost sheet of the workspace as a case, to be valued by another method.

use super::case::{Case, CaseActivity, Quantity, Segment};
use super::data::{Method, Part};
use crate::cost::{CostRow, Rates, complying};
use crate::model::{Activity, ActivityGroup, Fraction, Population};
use crate::words::method::MethodWord as W;
use crate::words::{Fault, Message, Result};
use std::collections::BTreeMap;

/// A sheet as a case of a method. Rates stay those of the workspace, in đồng; the method says what counts, to whom the staff factor
/// applies, over how many years, and how it is discounted. Charges of the group of fees are fees; of other groups, purchases.
///
/// # Errors
/// Bad input when a rate is unknown, or the method has no addressee for individuals, or none for organisations.
pub fn case_of_sheet(
    (code, name): (&str, &str),
    sheet: &[Activity],
    whole: Option<&Population>,
    rates: &Rates,
    method: &Method,
) -> Result<Case> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut activities = Vec::new();
    for row in sheet {
        let tariff = rates.tariff(&row.tariff)?;
        let rule = method.addressees.iter().find(|rule| rule.individual == tariff.individual);
        let rule = rule.ok_or_else(|| Fault::input(W::NoAddresseeFor.said(&[&method.id, &row.tariff])))?;
        let unknown =
            || Fault::missing(W::NoPopulation.said(&[&code, &row.id])).hint(W::NoPopulationHint.said(&[&code]));
        let population = complying(row, whole).ok_or_else(unknown)?;
        let id = format!("{}-{population}", rule.id);
        if !segments.iter().any(|segment| segment.id == id) {
            segments.push(Segment {
                id: id.clone(),
                addressee: rule.id.clone(),
                population: Quantity::plain(population),
                share: None,
                rounded_to: None,
                usual: None,
            });
        }
        let charges = if row.group == ActivityGroup::Fees { Part::Fee } else { Part::Purchase };
        let outlays = [(Part::Outsourcing, row.outsourcing), (charges, row.charges)];
        let outlays = outlays.into_iter().filter(|(_, amount)| *amount != 0);
        activities.push(CaseActivity {
            id: row.id.clone(),
            name: row.name.clone(),
            segment: Some(id),
            minutes: Some(Quantity::plain(row.minutes)),
            hourly: Some(tariff.hourly),
            staff: Some(Quantity::plain(row.staff)),
            outlays: outlays.map(|(part, amount)| (part, Quantity::plain(Fraction::whole(amount)))).collect(),
            times: Some(Quantity::plain(CostRow::of(row, tariff.hourly, whole).times)),
            ..CaseActivity::default()
        });
    }
    Ok(Case {
        id: code.to_owned(),
        name: name.to_owned(),
        overhead: Some(Fraction::ZERO),
        // Income per hour is a parameter of the day; the year of the rates is that of the rule, where a method asks for one.
        year: Some(rates.day().year()),
        segments,
        activities,
        ..Case::default()
    })
}

/// The rows of a sheet whose addressees a method knows: some look at businesses only.
///
/// # Errors
/// Bad input when a rate is unknown.
pub fn rows_within(sheet: &[Activity], rates: &Rates, method: &Method) -> Result<Vec<Activity>> {
    let mut within = Vec::new();
    for row in sheet {
        let individual = rates.tariff(&row.tariff)?.individual;
        if method.addressees.iter().any(|rule| rule.individual == individual) {
            within.push(row.clone());
        }
    }
    Ok(within)
}

/// The sum of what a method leaves out of a version, by part, over a year in which it is done.
pub fn left_out(lines: &[super::LineFigures]) -> BTreeMap<Part, super::Exact> {
    let mut sums: BTreeMap<Part, super::Exact> = BTreeMap::new();
    for line in lines {
        for (part, amount) in &line.left_out {
            let sum = sums.entry(*part).or_insert_with(|| super::Exact::from_integer(0.into()));
            *sum += amount * &line.times * &line.population;
        }
    }
    sums
}
