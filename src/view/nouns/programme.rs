//! Programmes and their targets.

use super::{Source, counting};
use crate::model::{Programme, Scope, Target};
use crate::text::{Lang, number};
use crate::view::{Cell, Page, Table, declare};
use crate::words::cli::CliMessage as M;
use crate::words::counting::CountingWord;
use crate::words::record::RecordWord;
use crate::words::{Message, Result};

declare! {
    /// The id of a target says to people what its metric does.
    PROGRAMME = "programme" of "list programme" {
        "code", M::Programme, "programme";
        "name", M::Name, "names";
        "baseline", M::BaselineDate, "day";
        "target", M::Target, "text", Programs;
        "metric", M::Metric, "metric";
        "percent", M::TargetPercent, "percent";
        "due", M::Due, "day";
    }
}

/// All programmes, a row a target.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&PROGRAMME, from.lang);
    for programme in from.reader.all::<Programme>()? {
        for target in &programme.targets {
            table.push(vec![
                programme.code.clone().into(),
                Cell::names(&programme.name, Some(&programme.name_en)),
                Cell::Day(programme.baseline),
                target.id.clone().into(),
                Cell::worded(target.metric, from.lang),
                Cell::Percent(target.percent),
                Cell::Day(target.due),
            ]);
        }
    }
    Ok(table)
}

/// Which regulations a programme covers, in words; nothing where it covers all.
fn scope(scope: &Scope, lang: Lang) -> String {
    let mut parts: Vec<String> = scope.concerns.iter().map(|concerns| concerns.word(lang).to_owned()).collect();
    parts.extend(scope.kinds.iter().map(|kind| kind.word(lang).to_owned()));
    parts.extend(scope.fields.iter().chain(&scope.agencies).cloned());
    let without: Vec<&str> = [&scope.without_fields, &scope.without_agencies, &scope.without]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    if !without.is_empty() {
        parts.push(RecordWord::ScopeWithout.with(lang, &[&without.join(", ")]));
    }
    parts.join(" · ")
}

/// By when a target is to be reached, which instrument says so, and what held before.
fn deadline(target: &Target, lang: Lang) -> String {
    let day = |due| Cell::Day(due).shown(lang);
    let set = |due, instrument: &str| RecordWord::SetBy.with(lang, &[&day(due), &instrument]);
    let now = target.instrument.as_ref().map_or_else(|| day(target.due), |by| set(target.due, by));
    let before: Vec<String> = target.earlier.iter().map(|one| set(one.due, &one.instrument)).collect();
    if before.is_empty() { now } else { RecordWord::MovedFrom.with(lang, &[&now, &before.join(", ")]) }
}

/// One programme with its targets.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let Some(programme) = from.reader.all::<Programme>()?.into_iter().find(|p| p.code == code) else { return Ok(None) };
    let name = programme.name_in(from.lang);
    let mut page = Page::about("programme", from.lang, &programme.code, name);
    page.noun(&programme);
    page.fact(M::Instrument, programme.instrument.as_deref().unwrap_or_default());
    page.other_name(&programme.name, &programme.name_en);
    page.day(M::BaselineDate, Some(programme.baseline));
    page.fact(RecordWord::ScopeLine, scope(&programme.scope, from.lang));
    page.fact(CountingWord::Line, counting::rules(&programme.counting, from.lang));
    page.fact(M::Source, &programme.source);
    if !programme.published.is_empty() {
        page.heading(RecordWord::PublishedLine);
    }
    for one in &programme.published {
        page.item(&one.id, counting::published(one, from.lang));
    }
    if !programme.counting.denominators.is_empty() {
        page.heading(CountingWord::Denominators);
    }
    for one in &programme.counting.denominators {
        page.item(&one.id, counting::denominator(one, from.lang));
    }
    if !programme.counting.ratios.is_empty() {
        page.heading(CountingWord::RatioLine);
    }
    for one in &programme.counting.ratios {
        page.item(&one.id, counting::ratio(one, from.lang));
    }
    page.heading(M::Target);
    for target in &programme.targets {
        let percent = number::with_unit(&Cell::Exact(target.percent).shown(from.lang), "%");
        let mut words =
            vec![target.metric.word(from.lang).to_owned(), format!("≥ {percent}"), deadline(target, from.lang)];
        if !target.kinds.is_empty() {
            let kinds: Vec<&str> = target.kinds.iter().map(|kind| kind.word(from.lang)).collect();
            words.push(RecordWord::OfKinds.with(from.lang, &[&kinds.join(", ")]));
        }
        page.item("", words.join(" · "));
    }
    Ok(Some(page))
}
