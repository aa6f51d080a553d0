//! Levels of instruments: who must act, and the effort of one change.

use super::Source;
use crate::model::InstrumentLevel;
use crate::text::Lang;
use crate::view::{Cell, Table, declare};
use crate::words::Result;
use crate::words::cli::CliMessage as M;

declare! {
    INSTRUMENT_LEVEL = "instrument_level" of "list instrument-level" {
        "code", M::Code, "level";
        "name", M::Name, "names";
        "rank", M::Order, "whole";
        "authority", M::Authority, "names";
        "effort", M::Effort, "number";
        "symbols", M::Number, "text";
        "source", M::Source, "text";
    }
}

/// Levels of instruments, the highest first: who must act, and the effort of one change.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&INSTRUMENT_LEVEL, from.lang);
    for level in from.reader.instrument_levels()? {
        table.push(vec![
            level.id.as_str().into(),
            Cell::names(&level.name, Some(&level.name_en)),
            Cell::Whole(level.rank.into()),
            authorities(&level),
            Cell::Exact(level.effort),
            level.symbols.join(", ").into(),
            level.source.as_str().into(),
        ]);
    }
    Ok(table)
}

pub(super) fn authorities(level: &InstrumentLevel) -> Cell {
    Cell::names(&level.authority, Some(&level.authority_en))
}

/// A level of instruments: its id for programs, its name for people.
pub fn level_cell(level: &InstrumentLevel, lang: Lang) -> Cell {
    Cell::Coded(level.id.clone(), level.name_in(lang).to_owned())
}
