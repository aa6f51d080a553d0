//! Parameters: what is paid an hour, and other rates.

use super::Source;
use crate::model::Parameter;
use crate::view::{Cell, Table, declare};
use crate::words::Result;
use crate::words::cli::CliMessage as M;

declare! {
    PARAMETER = "parameter" of "list parameter" {
        "code", M::Code, "text";
        "from", M::From, "day";
        "value", M::Value, "number";
        "unit", M::Unit, "unit";
        "name", M::Name, "names";
        "provenance", M::Provenance, "provenance";
        "source", M::Source, "text";
    }
}

/// All parameters, each with every day from which it had another value.
///
/// # Errors
/// The workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&PARAMETER, from.lang);
    for parameter in from.reader.all::<Parameter>()? {
        table.push(vec![
            parameter.id.into(),
            Cell::Day(parameter.from),
            Cell::Exact(parameter.value),
            Cell::worded(parameter.unit, from.lang),
            Cell::names(parameter.name, Some(parameter.name_en)),
            Cell::worded(parameter.provenance, from.lang),
            parameter.source.into(),
        ]);
    }
    Ok(table)
}
