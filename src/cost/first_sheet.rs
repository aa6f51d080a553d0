//! A first cost sheet made from the record of a procedure, every cell an assumption, so that thousands of procedures can
//! be ranked on the first day and corrected afterwards. What it assumes is data (`catalog/first-sheet.toml`), not code.

use super::Rates;
use crate::model::{Activity, ActivityGroup, CellProvenance, Channel, Component, Dong, Fraction, Mode, Procedure};
use crate::text::fold;
use crate::words::cost::CostWord;
use crate::words::{Fault, Message, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How a first sheet is made: which parameters give the minutes and prices of each row.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstSheetRules {
    /// Income per hour when no rule of [`FirstSheetRules::tariffs`] fits.
    pub default_tariff: String,
    /// Income per hour by who complies; the first that fits.
    pub tariffs: Vec<TariffRule>,
    /// Rows of dossier components; the first that fits.
    pub components: Vec<ComponentRule>,
    /// The row of the submission, by the way of submitting (`in_person`, `online`, `post`).
    pub submission: BTreeMap<String, RowRule>,
    /// The row of paying, when there is something to pay.
    pub fees: RowRule,
    /// The row of receiving the result, by the way of submitting.
    pub result: BTreeMap<String, RowRule>,
    /// Parameter: performances per year.
    pub times: String,
    /// Parameter: how many comply per year.
    pub population: String,
    /// What stands as the source of every row.
    pub source: String,
}

/// Which income per hour applies to whom.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TariffRule {
    /// Fits when any addressee contains one of these words (compared folded).
    pub any: Vec<String>,
    /// … and none contains one of these.
    #[serde(default)]
    pub none: Vec<String>,
    /// The income per hour.
    pub tariff: String,
}

/// How a dossier component is costed.
#[derive(Debug, Clone, Deserialize)]
pub struct ComponentRule {
    /// What the component must be.
    pub when: ComponentCase,
    /// For [`ComponentCase::Named`]: the name begins with one of these words (compared folded).
    #[serde(default)]
    pub names: Vec<String>,
    /// Minutes and prices.
    #[serde(flatten)]
    pub row: RowRule,
}

/// What a dossier component is, for costing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComponentCase {
    /// It has a form to fill in.
    Form,
    /// Its name begins with a given word.
    Named,
    /// The copy must be certified.
    Certified,
    /// Plain copies.
    Copy,
    /// An original.
    Original,
    /// Nothing is handed in (shown only, or a heading).
    Shown,
    /// Whatever is left.
    Any,
}

/// Minutes and prices of a row, by the ids of parameters.
#[derive(Debug, Clone, Deserialize)]
pub struct RowRule {
    /// Parameter: minutes.
    pub minutes: String,
    /// Parameters: prices that are added up, for one copy where the component asks for several.
    #[serde(default)]
    pub prices: Vec<String>,
    /// How it is done, in words.
    #[serde(default)]
    pub how: String,
}

/// Makes the first sheet of a procedure: a row per dossier component, submission, payment, receipt of the result.
///
/// # Errors
/// Bad input when a rule names a parameter that the workspace lacks, or a price is not a whole number of đồng.
pub fn first_sheet(procedure: &Procedure, rules: &FirstSheetRules, rates: &Rates) -> Result<Vec<Activity>> {
    let maker = Maker {
        rules,
        rates,
        tariff: tariff_of(procedure, rules),
        times: rates.value(&rules.times)?,
        population: whole(rates, &rules.population)?,
    };
    let mut sheet = Vec::new();
    for component in &procedure.components {
        let Some(rule) = rules.components.iter().find(|rule| fits(rule, component)) else { continue };
        let copies = i64::from(component.copies.unwrap_or(0).max(1));
        let mut row = maker.row(ActivityGroup::Dossier, component.name.clone(), &rule.row, copies)?;
        row.component = (!component.id.is_empty()).then(|| component.id.clone());
        sheet.push(row);
    }
    let Some(channel) = usual_channel(procedure) else { return Ok(numbered(sheet)) };
    if let Some(rule) = rules.submission.get(channel.mode.name()) {
        sheet.push(maker.row(ActivityGroup::Submission, CostWord::SubmitRow.said(&[]).vi, rule, 1)?);
    }
    let fee = channel.fees.iter().filter(|f| f.currency == "VND").map(|f| f.amount).find(|amount| *amount > 0);
    if let Some(fee) = fee {
        let mut row = maker.row(ActivityGroup::Fees, CostWord::FeeRow.said(&[]).vi, &rules.fees, 1)?;
        row.charges = fee.checked_add(row.charges).ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
        sheet.push(row);
    }
    if let Some(rule) = rules.result.get(channel.mode.name()) {
        sheet.push(maker.row(ActivityGroup::Result, CostWord::ResultRow.said(&[]).vi, rule, 1)?);
    }
    Ok(numbered(sheet))
}

struct Maker<'a> {
    rules: &'a FirstSheetRules,
    rates: &'a Rates,
    tariff: &'a str,
    times: Fraction,
    population: i64,
}

impl Maker<'_> {
    fn row(&self, group: ActivityGroup, name: String, rule: &RowRule, copies: i64) -> Result<Activity> {
        let mut charges: Dong = 0;
        for price in &rule.prices {
            let price = whole(self.rates, price)?.checked_mul(copies);
            charges = price
                .and_then(|p| charges.checked_add(p))
                .ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
        }
        Ok(Activity {
            id: String::new(),
            group,
            name,
            how: rule.how.clone(),
            component: None,
            tariff: self.tariff.to_owned(),
            minutes: self.rates.value(&rule.minutes)?,
            outsourcing: 0,
            charges,
            staff: Fraction::ONE,
            times: self.times,
            population: self.population,
            provenance: CellProvenance::default(),
            source: self.rules.source.clone(),
        })
    }
}

fn numbered(mut sheet: Vec<Activity>) -> Vec<Activity> {
    for (row, n) in sheet.iter_mut().zip(1..) {
        row.id = format!("a{n}");
    }
    sheet
}

fn whole(rates: &Rates, id: &str) -> Result<i64> {
    let value = rates.value(id)?;
    let whole = if value.is_whole() { i64::try_from(value.numerator()).ok() } else { None };
    whole.ok_or_else(|| Fault::input(CostWord::NotWhole.said(&[&id, &value])))
}

/// The way of submitting that a first sheet reckons with: in person where that is possible, since it costs those who comply the most.
fn usual_channel(procedure: &Procedure) -> Option<&Channel> {
    [Mode::InPerson, Mode::Post, Mode::Online]
        .into_iter()
        .find_map(|mode| procedure.channels.iter().find(|channel| channel.mode == mode))
}

fn tariff_of<'a>(procedure: &Procedure, rules: &'a FirstSheetRules) -> &'a str {
    let addressees = fold(&procedure.addressees.join(", "));
    let names = |words: &[String]| words.iter().any(|word| addressees.contains(&fold(word)));
    let rule = rules.tariffs.iter().find(|rule| names(&rule.any) && !names(&rule.none));
    rule.map_or(&rules.default_tariff, |rule| &rule.tariff)
}

fn fits(rule: &ComponentRule, component: &Component) -> bool {
    let (originals, copies) = (component.originals.unwrap_or(0), component.copies.unwrap_or(0));
    match rule.when {
        ComponentCase::Form => component.form.is_some(),
        ComponentCase::Named => {
            let name = fold(component.name.trim_start_matches(|c: char| !c.is_alphanumeric()));
            rule.names.iter().any(|word| name.starts_with(&fold(word)))
        }
        ComponentCase::Certified => component.certified,
        ComponentCase::Copy => originals == 0 && copies > 0,
        ComponentCase::Original => originals > 0,
        ComponentCase::Shown => component.originals == Some(0) && copies == 0,
        ComponentCase::Any => true,
    }
}
