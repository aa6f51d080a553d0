//! The register of data that the state holds.

use super::Source;
use crate::model::StateData;
use crate::view::{Cell, Table, declare};
use crate::words::Result;
use crate::words::linked::LinkedWord as Say;

declare! {
    STATE_DATA = "state_data" of "list state-data" {
        "code", Say::Code, "text";
        "name", Say::Name, "names";
        "holder", Say::Holder, "agency";
        "instrument", Say::Instrument, "text?";
        "items", Say::Items, "names";
    }
}

/// The databases in rows.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&STATE_DATA, from.lang);
    for data in from.reader.all::<StateData>()? {
        let items: Vec<&str> = data.items.iter().map(|item| &*item.name).collect();
        let items_en: Vec<&str> = data.items.iter().map(|item| &*item.name_en).collect();
        table.push(vec![
            data.id.into(),
            Cell::names(data.name, Some(data.name_en)),
            data.holder.into(),
            data.instrument.into(),
            Cell::names(items.join("; "), Some(items_en.join("; "))),
        ]);
    }
    Ok(table)
}
