//! The register of data that the state holds.

use super::Source;
use crate::model::StateData;
use crate::view::{Cell, Page, Table, declare};
use crate::words::linked::LinkedWord as Say;
use crate::words::{Message, Result};

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

/// One database with the phrases by which dossiers call what it holds.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, id: &str) -> Result<Option<Page>> {
    let Some(data) = from.reader.all::<StateData>()?.into_iter().find(|data| data.id == id) else { return Ok(None) };
    let mut page = Page::about("state_data", from.lang, &data.id, data.name_in(from.lang));
    page.noun(&data);
    page.other_name(&data.name, &data.name_en);
    page.fact(Say::Holder, &data.holder);
    page.fact(Say::Instrument, data.instrument.as_deref().unwrap_or_default());
    page.fact(Say::Source, &data.source);
    for item in &data.items {
        page.blank();
        page.line(format!("{} ({})", item.name_in(from.lang), item.name_in(from.lang.other())));
        page.within(2, format!("{}: {}", Say::Phrases.text(from.lang), item.phrases.join("; ")));
        if !item.unless.is_empty() {
            page.within(2, format!("{}: {}", Say::Unless.text(from.lang), item.unless.join("; ")));
        }
    }
    Ok(Some(page))
}
