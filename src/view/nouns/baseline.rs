//! Frozen baselines of programmes.

use super::Source;
use crate::view::{Cell, Table, declare};
use crate::words::Result;
use crate::words::cli::CliMessage as M;

declare! {
    BASELINE = "baseline" of "list baseline, baseline list" {
        "programme", M::Programme, "programme";
        "frozen_on", M::FrozenOn, "day";
    }
}

/// All baselines; what is frozen in them is much, and is not read for it.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&BASELINE, from.lang);
    for (programme, day) in from.reader.baselines()? {
        table.push(vec![programme.into(), Cell::Day(day)]);
    }
    Ok(table)
}
