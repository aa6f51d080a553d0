//! Agencies.

use super::Source;
use crate::model::Agency;
use crate::view::{Cell, Page, Table, declare};
use crate::words::cli::CliMessage as M;
use crate::words::record::RecordWord;
use crate::words::{Message, Result};

declare! {
    AGENCY = "agency" of "list agency" {
        "code", M::Code, "text";
        "kind", M::KindColumn, "agency_kind";
        "name", M::Name, "text";
        "name_en", M::NameEn, "text?";
        "also", M::AlsoNamed, "text";
    }
}

/// All agencies.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&AGENCY, from.lang);
    for agency in from.reader.all::<Agency>()? {
        let names: Vec<String> = agency.names.into_iter().map(|n| n.name).collect();
        table.push(vec![
            agency.code.into(),
            Cell::worded(agency.kind, from.lang),
            agency.name.into(),
            agency.name_en.into(),
            names.join("; ").into(),
        ]);
    }
    Ok(table)
}

/// One agency, by its code or a name of it.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let Some(code) = from.reader.resolve_agency(code)? else { return Ok(None) };
    let Some(agency) = from.reader.all::<Agency>()?.into_iter().find(|a| a.code == code) else { return Ok(None) };
    let name = agency.name_in(from.lang);
    let mut page = Page::about("agency", from.lang, &agency.code, name);
    page.noun(&agency);
    page.other_name(&agency.name, &agency.name_en);
    page.fact(M::KindColumn, from.word(agency.kind));
    page.fact(M::OfficialCode, agency.official_code.as_deref().unwrap_or_default());
    page.fact(M::Source, &agency.source);
    if !agency.names.is_empty() {
        page.heading(M::AlsoNamed);
        for former in &agency.names {
            let until = |day| RecordWord::NamedUntil.with(from.lang, &[&former.name, &Cell::Day(day).shown(from.lang)]);
            page.item("", former.until.map_or_else(|| former.name.clone(), until));
        }
    }
    Ok(Some(page))
}
