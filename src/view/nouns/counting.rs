//! How a programme counts, in words.

use crate::model::{Counting, Denominator, Fraction, Published, Ratio};
use crate::text::{Lang, date};
use crate::view::Cell;
use crate::words::Message;
use crate::words::counting::CountingWord as W;
use crate::words::record::RecordWord;
use std::fmt::Display;

fn exact(value: Fraction, lang: Lang) -> String {
    Cell::Exact(value).shown(lang)
}

/// What differs from how every programme counts; nothing where nothing does.
pub(super) fn rules(counting: &Counting, lang: Lang) -> String {
    let mut parts: Vec<String> = counting.notion.iter().map(|notion| notion.text(lang).to_owned()).collect();
    if counting.net {
        parts.push(W::Net.text(lang).to_owned());
    }
    parts.extend(counting.stage.map(|stage| W::AtStage.with(lang, &[&stage.text(lang)])));
    parts.extend(counting.price_year.map(|year| W::InPrices.with(lang, &[&year])));
    parts.extend(counting.prices.iter().map(|step| W::PricesOf.with(lang, &[&step.year, &exact(step.factor, lang)])));
    if let Some(valuation) = &counting.valuation {
        let mut said = W::ValuedBy.with(lang, &[&valuation.basis.text(lang)]);
        let rate = valuation.rate.map(|rate| W::AtRate.with(lang, &[&exact(rate, lang)]));
        let years = valuation.years.map(|years| W::OverYears.with(lang, &[&years]));
        for more in rate.into_iter().chain(years) {
            said = format!("{said}, {more}");
        }
        parts.push(said);
    }
    if counting.lasting_only {
        parts.push(W::LastingOnly.text(lang).to_owned());
    }
    parts.extend(counting.credit_months.map(|months| W::CreditMonths.with(lang, &[&months])));
    parts.join(" · ")
}

/// A ratio with its definitions.
pub(super) fn ratio(ratio: &Ratio, lang: Lang) -> String {
    let out = exact(ratio.out, lang);
    let values: [&dyn Display; 4] = [&out, &ratio.weighs.text(lang), &ratio.ins.text(lang), &ratio.outs.text(lang)];
    let paid = if ratio.together { W::PaidTogether } else { W::PaidAlone };
    let mut parts = vec![W::RatioSaid.with(lang, &values), paid.text(lang).to_owned()];
    parts.extend(ratio.months.map(|months| W::WithinMonths.with(lang, &[&months])));
    parts.join(" · ")
}

/// A denominator with the day on which it was used.
pub(super) fn denominator(one: &Denominator, lang: Lang) -> String {
    let said = W::DenominatorSaid.with(lang, &[&one.name, &exact(one.number, lang), &one.unit]);
    match one.as_of {
        Some(day) => W::DenominatorOn.with(lang, &[&said, &date::short(day, lang)]),
        None => said,
    }
}

/// A published figure by the way in which it is computed.
pub(super) fn published(one: &Published, lang: Lang) -> String {
    let shown = |value| exact(value, lang);
    let (of, makes) = (shown(one.of), shown(one.makes));
    if let Some(percent) = one.percent {
        return RecordWord::PublishedSaid.with(lang, &[&one.name, &shown(percent), &of, &makes, &one.unit]);
    }
    if let Some(less) = one.less {
        return W::PublishedLess.with(lang, &[&one.name, &of, &shown(less), &makes, &one.unit]);
    }
    if let Some(years) = one.years {
        return W::PublishedYearly.with(lang, &[&one.name, &of, &years, &makes, &one.unit]);
    }
    if let Some(ins) = one.ins {
        return W::PublishedIns.with(lang, &[&one.name, &of, &shown(ins), &makes, &one.unit]);
    }
    W::PublishedWhole.with(lang, &[&one.name, &of, &makes, &one.unit])
}
