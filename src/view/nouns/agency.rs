//! Agencies.

use super::{Source, plain};
use crate::model::{Agency, Kind};
use crate::view::{Cell, Page, Table, declare};
use crate::words::Result;
use crate::words::cli::CliMessage as M;

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
    from.reader.resolve_agency(code)?.map_or(Ok(None), |code| plain::page(from, Kind::Agency, &code))
}
