//! Instruments: what is known of one, and its versions.

use super::Source;
use crate::law::Document;
use crate::model::{Instrument, Level};
use crate::view::{Cell, Page, Table, declare};
use crate::words::cli::CliMessage as M;
use crate::words::{Message, Result};
use serde_json::{Value, json};

declare! {
    INSTRUMENT = "instrument" of "list instrument" {
        "code", M::Number, "text", Programs;
        "number", M::Number, "text";
        "title", M::Name, "text";
        "issuer", M::Issuer, "text?";
        "issued", M::Issued, "day?";
        "effective", M::Effective, "day?";
        "expired", M::Expired, "day?";
        "versions", M::Versions, "whole";
        "procedures", M::Procedures, "whole";
        "measures", M::Measures, "whole";
    }
}

/// All instruments.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&INSTRUMENT, from.lang);
    let day = |date: Option<jiff::civil::Date>| date.map_or(Cell::Empty, Cell::Day);
    for (instrument, row) in from.reader.all::<Instrument>()?.into_iter().zip(from.reader.instrument_rows()?) {
        table.push(vec![
            instrument.number.clone().into(),
            instrument.number.into(),
            instrument.title.into(),
            instrument.issuer.into(),
            day(instrument.issued),
            day(instrument.effective),
            day(instrument.expired),
            row.versions.into(),
            row.procedures.into(),
            row.measures.into(),
        ]);
    }
    Ok(table)
}

/// One instrument with its versions, by its number in any spelling.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, number: &str) -> Result<Option<Page>> {
    let Some(instrument) = from.reader.instrument(number)? else { return Ok(None) };
    let lang = from.lang;
    let mut page = Page::about("instrument", lang, &instrument.number, &instrument.title);
    page.noun(&instrument);
    page.day(M::Issued, instrument.issued);
    page.day(M::Effective, instrument.effective);
    page.day(M::Expired, instrument.expired);
    page.fact(M::Issuer, instrument.issuer.as_deref().unwrap_or_default());
    page.fact(M::Provenance, instrument.provenance.word(from.lang));
    page.fact(M::Source, &instrument.source);
    let mut versions: Vec<Value> = Vec::new();
    for head in from.reader.version_heads(&instrument.number)? {
        let Some(version) = from.reader.instrument_version(&head.instrument, &head.name)? else { continue };
        let document = Document::read(&version.text);
        let [articles, clauses, points] =
            [Level::Article, Level::Clause, Level::Point].map(|level| document.count(level));
        if versions.is_empty() {
            page.heading(M::VersionsTitle);
        }
        versions.push(json!({ "name": head.name, "version_kind": head.kind, "from": head.from, "source": head.source,
                              "article": articles, "clause": clauses, "point": points }));
        let says = M::VersionSays.with(lang, &[&from.word(head.kind), &articles, &clauses, &points]);
        let since = head.from.map(|day| format!(" · {} {}", from.word(M::From), Cell::Day(day).shown(lang)));
        let source = if head.source.is_empty() { String::new() } else { format!(" · {}", head.source) };
        page.item(&head.name, format!("{says}{}{source}", since.unwrap_or_default()));
    }
    page.field("versions", versions);
    Ok(Some(page))
}
