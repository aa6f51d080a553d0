//! Questions about one sheet.

use super::rules::{CheckRules, MagnitudeRule, MinutesRule};
use super::{Checked, Doubt, Question, Value, said};
use crate::cost::{Rates, complying, sheet_figures};
use crate::model::{Activity, ActivityGroup, Cell, Fraction, Observed, Procedure, Provenance};
use crate::text::{date, fold};
use crate::words::check::CheckWord as W;
use crate::words::{Result, Said};
use std::collections::BTreeSet;

/// Asks what can be asked of one sheet.
pub(super) fn ask(checked: &Checked<'_>, rules: &CheckRules, rates: &Rates) -> Result<Vec<Question>> {
    if checked.sheet.is_empty() {
        return Ok(Vec::new());
    }
    let mut asker = Asker { checked, rules, found: Vec::new() };
    let inhabitants = rates.value(&rules.country)?;
    for row in checked.sheet {
        asker.row(row, inhabitants);
    }
    asker.merge_rows();
    asker.surveys();
    asker.assumptions();
    asker.components();
    asker.fees();
    asker.age(rates);
    asker.magnitude(rates)?;
    Ok(asker.found)
}

struct Asker<'a> {
    checked: &'a Checked<'a>,
    rules: &'a CheckRules,
    found: Vec<Question>,
}

impl Asker<'_> {
    fn push(
        &mut self,
        doubt: Doubt,
        row: Option<&Activity>,
        cell: Option<Cell>,
        held: (Option<Fraction>, Option<Fraction>),
        reason: Said,
    ) {
        self.found.push(Question {
            doubt,
            severity: self.rules.severity(doubt),
            regulation: self.checked.regulation.code.clone(),
            rows: row.map(|row| row.id.clone()).into_iter().collect(),
            cell,
            figure: held.0,
            against: held.1,
            reason,
        });
    }

    fn row(&mut self, row: &Activity, inhabitants: Fraction) {
        if row.source.trim().is_empty() {
            self.push(Doubt::NoSource, Some(row), None, (None, None), said(W::NoSource, &[]));
        }
        let population = complying(row, self.checked.population);
        let zero = population.is_some_and(Fraction::is_zero);
        if zero || row.times.is_some_and(Fraction::is_zero) {
            let cell = if zero { Cell::Population } else { Cell::Times };
            self.push(Doubt::Zero, Some(row), Some(cell), (Some(Fraction::ZERO), None), said(W::Zero, &[]));
        }
        if population.is_none() {
            let reason = said(W::NoPopulation, &[]);
            self.push(Doubt::NoPopulation, Some(row), Some(Cell::Population), (None, None), reason);
        }
        if let Some(population) = population.filter(|population| *population > inhabitants) {
            let reason = said(W::Population, &[population.into(), inhabitants.into()]);
            self.push(
                Doubt::Population,
                Some(row),
                Some(Cell::Population),
                (Some(population), Some(inhabitants)),
                reason,
            );
        }
        self.minutes(row);
        let smallest =
            if row.group == ActivityGroup::Fees { self.rules.smallest_fee } else { self.rules.smallest_other };
        let amounts =
            [(Cell::Charges, row.charges, smallest), (Cell::Outsourcing, row.outsourcing, self.rules.smallest_fee)];
        for (cell, amount, smallest) in amounts {
            if amount > 0 && amount < smallest {
                let reason = said(W::Thousands, &[amount.into(), amount.saturating_mul(1000).into()]);
                let held = (Some(Fraction::whole(amount)), Some(Fraction::whole(smallest)));
                self.push(Doubt::Thousands, Some(row), Some(cell), held, reason);
            }
        }
    }

    fn minutes(&mut self, row: &Activity) {
        if row.minutes.is_zero() {
            return;
        }
        let text = fold(&format!("{} {}", row.name, row.how));
        let name = text.trim_start_matches(|c: char| !c.is_alphabetic());
        let fits = |rule: &&MinutesRule| {
            rule.group == row.group
                && (rule.begins.is_empty() || rule.begins.iter().any(|word| name.starts_with(word)))
                && (rule.words.is_empty() || rule.words.iter().any(|word| text.contains(word)))
        };
        let Some(rule) = self.rules.minutes.iter().find(fits) else { return };
        let (low, high, minutes) = (rule.low, rule.high, row.minutes);
        if minutes < low && minutes <= Fraction::whole(self.rules.looks_like_hours) {
            let reason =
                said(W::MinutesAsHours, &[minutes.into(), low.into(), high.into(), rule.source.as_str().into()]);
            self.push(Doubt::MinutesAsHours, Some(row), Some(Cell::Minutes), (Some(minutes), Some(low)), reason);
        } else if minutes < low || minutes > high {
            let against = if minutes < low { low } else { high };
            let reason = said(W::Minutes, &[minutes.into(), low.into(), high.into(), rule.source.as_str().into()]);
            self.push(Doubt::Minutes, Some(row), Some(Cell::Minutes), (Some(minutes), Some(against)), reason);
        }
    }

    /// Rows of a sheet with the same question become one.
    fn merge_rows(&mut self) {
        let mut merged: Vec<Question> = Vec::new();
        for question in self.found.drain(..) {
            let same = merged.iter_mut().find(|one| {
                (one.doubt, one.cell, &one.regulation, &one.reason)
                    == (question.doubt, question.cell, &question.regulation, &question.reason)
            });
            match same {
                Some(one) => one.rows.extend(question.rows),
                None => merged.push(question),
            }
        }
        self.found = merged;
    }

    /// Cells that hold another figure than the one that is taken of their answers.
    fn surveys(&mut self) {
        for row in self.checked.sheet {
            for cell in Cell::ALL {
                let Some(seen) = Observed::of(self.checked.observations, &row.id, *cell) else { continue };
                let Some(figure) = row.figure(*cell).filter(|figure| *figure != seen.middle) else { continue };
                let count = i64::try_from(seen.count).unwrap_or(i64::MAX);
                let reason = said(W::SurveyDiffers, &[figure.into(), seen.middle.into(), count.into()]);
                self.push(Doubt::SurveyDiffers, Some(row), Some(*cell), (Some(figure), Some(seen.middle)), reason);
            }
        }
    }

    fn assumptions(&mut self) {
        let cells = |row: &Activity| Cell::ALL.iter().all(|cell| row.provenance.of(*cell) == Provenance::Assumption);
        if self.checked.sheet.iter().all(cells) {
            self.push(Doubt::AllAssumption, None, None, (None, None), said(W::AllAssumption, &[]));
        }
    }

    fn components(&mut self) {
        let Some(procedure) = self.checked.procedure else { return };
        for row in self.checked.sheet {
            let gone = row.component.as_ref().filter(|id| !procedure.components.iter().any(|c| c.id == **id));
            if let Some(id) = gone {
                let reason = said(W::ComponentGone, &[id.as_str().into()]);
                self.push(Doubt::ComponentGone, Some(row), None, (None, None), reason);
            }
        }
    }

    /// Holds fees against the fee list, where the record's list is whole.
    fn fees(&mut self) {
        let Some(procedure) = self.checked.procedure else { return };
        let Some(fees) = fee_list(procedure) else { return };
        let paid = |row: &&Activity| row.group == ActivityGroup::Fees && row.charges > 0;
        let rows: Vec<&Activity> = self.checked.sheet.iter().filter(paid).collect();
        let list = Value::List(fees.iter().copied().collect());
        // A list too large to add up is paid by no one row.
        let most = fees.iter().try_fold(0_i64, |sum, fee| sum.checked_add(*fee));
        for row in &rows {
            if fees.is_empty() {
                let held = (Some(Fraction::whole(row.charges)), Some(Fraction::ZERO));
                let reason = said(W::FeeUnknown, &[row.charges.into()]);
                self.push(Doubt::FeeDiffers, Some(row), Some(Cell::Charges), held, reason);
            } else if !fees.contains(&row.charges) && Some(row.charges) != most {
                let nearest = fees.iter().min_by_key(|fee| fee.abs_diff(row.charges)).copied().unwrap_or_default();
                let held = (Some(Fraction::whole(row.charges)), Some(Fraction::whole(nearest)));
                let reason = said(W::FeeDiffers, &[row.charges.into(), list.clone()]);
                self.push(Doubt::FeeDiffers, Some(row), Some(Cell::Charges), held, reason);
            }
        }
        // Free in some case or way: the sheet may rightly reckon without a fee.
        if let Some(least) = fees.first().filter(|least| rows.is_empty() && **least > 0) {
            let held = (Some(Fraction::ZERO), Some(Fraction::whole(*least)));
            let reason = said(W::FeeMissing, &[list]);
            self.push(Doubt::FeeMissing, None, Some(Cell::Charges), held, reason);
        }
    }

    /// Age: the latest year that a source names; where none does, the day of the last change in the journal.
    fn age(&mut self, rates: &Rates) {
        let today = rates.day();
        let too_old = |year: i16| today.year() - year > self.rules.most_years;
        let mut dated = false;
        let mut old: Vec<(String, i16)> = Vec::new();
        for row in self.checked.sheet {
            let Some(year) = latest_year(&row.source, today.year()) else { continue };
            dated = true;
            if too_old(year) {
                old.push((row.id.clone(), year));
            }
        }
        if let Some(year) = old.iter().map(|(_, year)| *year).min() {
            let held = (
                Fraction::new(i128::from(year), 1),
                Fraction::new(i128::from(today.year() - self.rules.most_years), 1),
            );
            let reason = said(W::Old, &[year.to_string().as_str().into(), i64::from(self.rules.most_years).into()]);
            self.push(Doubt::Old, None, None, held, reason);
            if let Some(question) = self.found.last_mut() {
                question.rows = old.into_iter().map(|(id, _)| id).collect();
            }
        }
        if let Some(changed) = self.checked.changed.filter(|changed| !dated && too_old(changed.year())) {
            let mut reason = said(W::OldChange, &["{day}".into(), i64::from(self.rules.most_years).into()]);
            reason.vi = reason.vi.replace("{day}", &date::short(changed, crate::text::Lang::Vi));
            reason.en = reason.en.replace("{day}", &date::short(changed, crate::text::Lang::En));
            self.push(Doubt::Old, None, None, (Fraction::new(i128::from(changed.year()), 1), None), reason);
        }
    }

    fn magnitude(&mut self, rates: &Rates) -> Result<()> {
        // A sheet with a row that nobody does is asked about already; its average says nothing.
        if self.found.iter().any(|question| question.doubt == Doubt::Zero) {
            return Ok(());
        }
        let regulation = self.checked.regulation;
        let place = fold(regulation.field.as_deref().unwrap_or(&regulation.name));
        let names = |rule: &&MagnitudeRule| rule.words.iter().any(|word| place.contains(word));
        let Some(rule) = self.rules.magnitude.iter().find(names) else { return Ok(()) };
        let mut staffed = false;
        for row in self.checked.sheet {
            staffed |= !rates.tariff(&row.tariff)?.individual;
        }
        if rule.organisations && !staffed {
            return Ok(());
        }
        let (one, usual) =
            (sheet_figures(self.checked.sheet, rates, self.checked.population)?.one, Fraction::whole(rule.cost));
        let (Some(most), Some(least)) = (usual.times(rule.factor), usual.over(rule.factor)) else { return Ok(()) };
        if one > most || one < least {
            let rounded = Fraction::new(one.round(), 1).unwrap_or(one);
            let values = [rounded.into(), usual.into(), rule.factor.into(), rule.source.as_str().into()];
            let word = if one > most { W::MagnitudeAbove } else { W::MagnitudeBelow };
            self.push(Doubt::Magnitude, None, None, (Some(rounded), Some(usual)), said(word, &values));
        }
        Ok(())
    }
}

/// The amounts of the fee list in đồng; nothing where the record has words that could not be read as amounts, or other currencies.
fn fee_list(procedure: &Procedure) -> Option<BTreeSet<i64>> {
    let mut fees = BTreeSet::new();
    for channel in &procedure.channels {
        if channel.fee_verbatim.is_some() {
            return None;
        }
        for fee in &channel.fees {
            if fee.currency != "VND" {
                return None;
            }
            fees.insert(fee.amount);
        }
    }
    Some(fees)
}

/// The latest year that a text names, from 1990 to the current one. The year of an instrument's number (`63/2010/NĐ-CP`) says when a rule
/// was made, not when a figure was collected, and is passed over.
fn latest_year(text: &str, this_year: i16) -> Option<i16> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut latest = None;
    for at in 0..bytes.len() {
        let alone = (at..at + 4).all(digit) && !digit(at + 4) && (at == 0 || !digit(at - 1));
        let of_number = bytes.get(at + 4) == Some(&b'/') || (at > 0 && bytes[at - 1] == b'.');
        let year = if alone && !of_number { text.get(at..at + 4).and_then(|year| year.parse().ok()) } else { None };
        latest = latest.max(year.filter(|year: &i16| (1990..=this_year).contains(year)));
    }
    latest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_sources_are_read_and_those_of_numbers_passed_over() {
        for (text, year) in [
            ("Khảo sát tháng 5/2021, 40 hộ", Some(2021)),
            ("đo ngày 12/7/2023; so với 2019", Some(2023)),
            ("63/2010/NĐ-CP", None),
            ("Nghị định 63/2010/NĐ-CP, phỏng vấn 2018", Some(2018)),
            ("158/2015/TTLT-BTC-BTP", None),
            ("12.345.2020 đồng, 20211 lượt, 1899, 2035", None),
            ("", None),
        ] {
            assert_eq!(latest_year(text, 2026), year, "{text}");
        }
    }
}
