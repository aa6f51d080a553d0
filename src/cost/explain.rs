//! A figure explains itself: the formula with its numbers.

use super::RowFigures;
use crate::model::Fraction;
use crate::text::{Lang, number};
use crate::words::Message;
use crate::words::cost::CostWord;

/// The arithmetic of one row in words and numbers, in one language. Exact numbers are shown with up to two decimals.
pub fn explain(figures: &RowFigures, lang: Lang) -> String {
    let row = &figures.row;
    let mut terms = Vec::new();
    if !row.minutes.is_zero() {
        terms.push(CostWord::LabourTerm.with(lang, &[&show(row.minutes, lang), &show(row.hourly, lang)]));
    }
    if !row.outsourcing.is_zero() {
        terms.push(CostWord::OutsourcingTerm.with(lang, &[&show(row.outsourcing, lang)]));
    }
    if !row.charges.is_zero() {
        terms.push(CostWord::ChargesTerm.with(lang, &[&show(row.charges, lang)]));
    }
    if terms.is_empty() {
        terms.push(CostWord::NothingTerm.text(lang).to_owned());
    }
    let Some(annual) = figures.annual else {
        let one = show(figures.one, lang);
        return CostWord::FormulaUnknown.with(lang, &[&terms.join(" + "), &one, &show(row.times, lang)]);
    };
    CostWord::Formula.with(
        lang,
        &[
            &terms.join(" + "),
            &show(figures.one, lang),
            &show(row.times, lang),
            &show(row.population, lang),
            &show(annual, lang),
        ],
    )
}

/// A number for people: whole, or with two decimals where it is not.
pub fn show(value: Fraction, lang: Lang) -> String {
    if value.is_whole() {
        number::whole(value.numerator(), lang)
    } else {
        number::decimal(value.numerator(), value.denominator(), 2, lang)
    }
}
