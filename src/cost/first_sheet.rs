//! A first cost sheet made from the record of a procedure, every cell an assumption, so that thousands of procedures can
//! be ranked on the first day and corrected afterwards. What it assumes is data (`catalog/first-sheet.toml`), not code.
//!
//! A sheet is one performance: of ways to submit, and of groups of papers for one case each, it takes one, the lower of the two in the middle
//! by cost (Thông tư 02/2017/TT-VPCP, Điều 27(2)(a)), and adds none up that nobody does together. How many comply is not for it to say.

use super::{Rates, sheet_figures};
use crate::model::{Activity, ActivityGroup, CellProvenance, Channel, Component, Dong, Fraction, Procedure};
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
    /// A component whose name begins with one of these words is a note, no paper, and so are all of a group that does (compared folded).
    pub notes: Vec<String>,
    /// A component of which neither an original nor a copy is asked for is a note where its name begins so (compared folded).
    pub remarks: Vec<String>,
    /// Groups of components whose name begins with one of these words are for one case each (compared folded).
    pub cases: Vec<String>,
    /// The row of the submission, by the way of submitting (`in_person`, `online`, `post`).
    pub submission: BTreeMap<String, RowRule>,
    /// The row of paying, when there is something to pay.
    pub fees: RowRule,
    /// The row of receiving the result, by the way of submitting.
    pub result: BTreeMap<String, RowRule>,
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
    /// Parameter: minutes of every further paper of the rule, where one journey serves all; those of the first where it is left out.
    #[serde(default)]
    pub again: Option<String>,
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
    let maker = Maker { rules, rates, tariff: tariff_of(procedure, rules) };
    let begins = |name: &str, words: &[String]| {
        let name = fold(name.trim_start_matches(|c: char| !c.is_alphanumeric()));
        words.iter().any(|word| name.starts_with(&fold(word)))
    };
    let plain = |name: &str| fold(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_note = |component: &Component| {
        let asked = component.originals != Some(0) || component.copies != Some(0);
        begins(&component.name, &rules.notes)
            || (begins(&component.group, &rules.notes) && !begins(&component.group, &rules.cases))
            || (!asked && begins(&component.name, &rules.remarks))
    };
    let mut papers: Vec<&Component> = Vec::new();
    for component in procedure.components.iter().filter(|component| !is_note(component)) {
        let same = |other: &&Component| other.group == component.group && plain(&other.name) == plain(&component.name);
        if !papers.iter().any(same) {
            papers.push(component);
        }
    }
    let (cases, mut taken): (Vec<&Component>, Vec<&Component>) =
        papers.into_iter().partition(|component| begins(&component.group, &rules.cases));
    let mut groups: Vec<&str> = Vec::new();
    for component in &cases {
        if !groups.contains(&component.group.as_str()) {
            groups.push(&component.group);
        }
    }
    let of_group =
        |group: &&str| cases.iter().copied().filter(|component| component.group == *group).collect::<Vec<_>>();
    let ways =
        groups.iter().map(of_group).map(|papers| Ok((maker.papers(&papers)?, papers))).collect::<Result<Vec<_>>>()?;
    taken.extend(lower_middle(ways, rates)?.into_iter().flatten());
    // As the record has them.
    taken.sort_by_key(|component| procedure.components.iter().position(|one| std::ptr::eq(one, *component)));
    // A paper of every case that one case repeats is the same paper.
    let mut once: Vec<&Component> = Vec::new();
    for component in taken {
        if !once.iter().any(|other| plain(&other.name) == plain(&component.name)) {
            once.push(component);
        }
    }
    let mut sheet = maker.papers(&once)?;
    let ways = procedure.channels.iter().map(|channel| maker.way(channel).map(|rows| (rows.clone(), rows)));
    sheet.extend(lower_middle(ways.collect::<Result<Vec<_>>>()?, rates)?.unwrap_or_default());
    Ok(numbered(sheet))
}

/// Of several ways, given by their rows, the lower of the two in the middle by what one performance costs.
fn lower_middle<T>(ways: Vec<(Vec<Activity>, T)>, rates: &Rates) -> Result<Option<T>> {
    let cost = |(rows, way): (Vec<Activity>, T)| Ok((sheet_figures(&rows, rates, None)?.one, way));
    let mut costs = ways.into_iter().map(cost).collect::<Result<Vec<_>>>()?;
    costs.sort_by_key(|(cost, _)| *cost);
    let middle = costs.len().saturating_sub(1) / 2;
    Ok(costs.into_iter().nth(middle).map(|(_, way)| way))
}

struct Maker<'a> {
    rules: &'a FirstSheetRules,
    rates: &'a Rates,
    tariff: &'a str,
}

impl Maker<'_> {
    /// The rows of papers.
    fn papers(&self, papers: &[&Component]) -> Result<Vec<Activity>> {
        let mut rows = Vec::new();
        let mut used: Vec<ComponentCase> = Vec::new();
        for component in papers {
            let Some(rule) = self.rules.components.iter().find(|rule| fits(rule, component)) else { continue };
            let copies = i64::from(component.copies.unwrap_or(0).max(1));
            let mut row = self.row(ActivityGroup::Dossier, component.name.clone(), &rule.row, copies)?;
            if let Some(again) = rule.again.as_ref().filter(|_| used.contains(&rule.when)) {
                row.minutes = self.rates.value(again)?;
            }
            used.push(rule.when);
            row.component = (!component.id.is_empty()).then(|| component.id.clone());
            rows.push(row);
        }
        Ok(rows)
    }

    /// The rows of a way to submit: the submission, what is to be paid, the receipt of the result.
    fn way(&self, channel: &Channel) -> Result<Vec<Activity>> {
        let mut rows = Vec::new();
        if let Some(rule) = self.rules.submission.get(channel.mode.name()) {
            rows.push(self.row(ActivityGroup::Submission, CostWord::SubmitRow.said(&[]).vi, rule, 1)?);
        }
        let fee = channel.fees.iter().filter(|f| f.currency == "VND").map(|f| f.amount).find(|amount| *amount > 0);
        if let Some(fee) = fee {
            let mut row = self.row(ActivityGroup::Fees, CostWord::FeeRow.said(&[]).vi, &self.rules.fees, 1)?;
            row.charges = fee.checked_add(row.charges).ok_or_else(|| Fault::input(CostWord::SumTooLarge.said(&[])))?;
            rows.push(row);
        }
        if let Some(rule) = self.rules.result.get(channel.mode.name()) {
            rows.push(self.row(ActivityGroup::Result, CostWord::ResultRow.said(&[]).vi, rule, 1)?);
        }
        Ok(rows)
    }

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
            // As the regulation's own population says: nobody invents one here.
            times: None,
            population: None,
            among: None,
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
