//! The register of data that the state holds, listed and shown.

use super::context::Context;
use super::nouns::{Noun, not_found};
use super::output::{Cell, Table};
use super::show::json_of;
use crate::model::StateData;
use crate::store::Workspace;
use crate::text::messages::linked::LinkedWord as Say;
use crate::text::{Lang, Message, Result};
use std::fmt::Write;

/// The databases in rows.
pub(super) fn table(context: &Context, workspace: &Workspace) -> Result<Table> {
    let columns = [
        ("code", Say::Code),
        ("name", Say::Name),
        ("holder", Say::Holder),
        ("instrument", Say::Instrument),
        ("items", Say::Items),
    ];
    let mut table = Table::new("state_data", context.lang, &columns);
    for data in workspace.state_data()? {
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
    let all = workspace.state_data()?;
    let data = all.into_iter().find(|data| data.id == id).ok_or_else(|| not_found(Noun::StateData, id))?;
    context.answer_noun("state_data", || json_of(&data), || as_text(&data, context.lang))
}

/// Writing to a String cannot fail.
fn as_text(data: &StateData, lang: Lang) -> String {
    let name = |vi: &str, en: &str| if lang == Lang::Vi { vi.to_owned() } else { en.to_owned() };
    let mut out = format!("{}  {}\n\n", data.id, name(&data.name, &data.name_en));
    let _ = writeln!(out, "{}: {}", Say::Holder.text(lang), data.holder);
    if let Some(number) = &data.instrument {
        let _ = writeln!(out, "{}: {number}", Say::Instrument.text(lang));
    }
    let _ = writeln!(out, "{}: {}", Say::Source.text(lang), data.source);
    for item in &data.items {
        let _ = writeln!(out, "\n{}  {}", item.id, name(&item.name, &item.name_en));
        let _ = writeln!(out, "  {}: {}", Say::Phrases.text(lang), item.phrases.join("; "));
        if !item.unless.is_empty() {
            let _ = writeln!(out, "  {}: {}", Say::Unless.text(lang), item.unless.join("; "));
        }
    }
    out
}
