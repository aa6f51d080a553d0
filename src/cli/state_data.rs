//! The register of data that the state holds, listed and shown.

use super::context::Context;
use super::nouns::{Noun, not_found};
use super::show::{Page, json_of};
use crate::model::StateData;
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::{Cell, Table, declare};
use crate::words::linked::LinkedWord as Say;
use crate::words::{Message, Result};
use std::fmt::Write;

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
pub(super) fn table(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&STATE_DATA, context.lang);
    for data in workspace.all::<StateData>()? {
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

/// Shows one database with the phrases by which dossiers call what it holds.
pub(super) fn show(context: &Context, workspace: &Workspace, id: &str) -> Result<()> {
    let all = workspace.all::<StateData>()?;
    let data = all.into_iter().find(|data| data.id == id).ok_or_else(|| not_found(Noun::StateData, id))?;
    context.answer_noun("state_data", || json_of(&data), || as_text(&data, context.lang))
}

fn as_text(data: &StateData, lang: Lang) -> String {
    let name = |vi: &str, en: &str| if lang == Lang::Vi { vi.to_owned() } else { en.to_owned() };
    let mut page = Page { out: format!("{}  {}\n\n", data.id, name(&data.name, &data.name_en)), lang };
    page.other_name(&data.name, Some(&data.name_en));
    page.fact(Say::Holder, &data.holder);
    page.fact(Say::Instrument, data.instrument.as_deref().unwrap_or_default());
    page.fact(Say::Source, &data.source);
    for item in &data.items {
        let (here, there) = (name(&item.name, &item.name_en), name(&item.name_en, &item.name));
        // Writing to a String cannot fail.
        let _ = writeln!(page.out, "\n{}  {here} ({there})", item.id);
        let _ = writeln!(page.out, "  {}: {}", Say::Phrases.text(lang), item.phrases.join("; "));
        if !item.unless.is_empty() {
            let _ = writeln!(page.out, "  {}: {}", Say::Unless.text(lang), item.unless.join("; "));
        }
    }
    page.out
}
