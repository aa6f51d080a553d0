//! How many comply with regulations, and how often.

use crate::cost::explain::show;
use crate::model::{Fraction, Population};
use crate::text::{Lang, date};
use crate::words::Message;
use crate::words::cost::CostWord as W;

/// A population in one line: how many, how often, in what groups, how sure, from where.
pub fn said(whole: &Population, lang: Lang) -> String {
    let count = whole.count.map(|count| W::ComplyCount.with(lang, &[&show(Fraction::whole(count), lang)]));
    let mut parts = vec![count.unwrap_or_else(|| W::Unknown.text(lang).to_owned())];
    parts.extend(whole.times.map(|times| W::ComplyTimes.with(lang, &[&show(times, lang)])));
    for group in &whole.groups {
        let name = if group.name.is_empty() { &group.id } else { &group.name };
        let share = group.percent.map_or_else(|| W::Unknown.text(lang).to_owned(), |percent| show(percent, lang) + "%");
        parts.push(format!("{name}: {share}"));
    }
    parts.push(whole.provenance.word(lang).to_owned());
    parts.extend(whole.date.map(|day| date::short(day, lang)));
    parts.extend(Some(whole.source.clone()).filter(|source| !source.is_empty()));
    parts.join("; ")
}
