//! `init`: creates the workspace, or fills one of an earlier version.

use super::args::InitArgs;
use super::context::Context;
use crate::exchange::catalog;
use crate::store::{HistoryFilter, Workspace};
use crate::view::{Format, Table, declare};
use crate::words::cli::CliMessage as M;
use crate::words::{Message, Result};
use serde_json::{Value, json};

/// Creates the workspace with the shipped catalogue, or empty. One that is there already gets what the catalogue has besides.
pub(super) fn run(context: &Context, args: &InitArgs) -> Result<()> {
    if args.empty || !context.has_workspace() {
        let workspace = context.create(!args.empty)?;
        if context.form() == Format::Json {
            let last = workspace.history(&HistoryFilter { key: None, limit: Some(1) })?.pop();
            let value = || {
                let path = context.database().display().to_string();
                json!({ "path": path, "created": true, "change": last.as_ref().map(|change| change.id) })
            };
            return context.answer_fields("workspace", value());
        }
        return Ok(());
    }
    fill(context, context.open()?)
}

declare! {
    INIT = "init" of "init" {
        "kind", M::KindColumn, "text";
        "added", M::AddedColumn, "whole";
        "filled", M::FilledColumn, "whole";
    }
}

/// Adds what the workspace never had; nothing that somebody worked on changes, but for fields that its version did not know.
fn fill(context: &Context, mut workspace: Workspace) -> Result<()> {
    let shipped = catalog::offered()?;
    let meta = context.change("init", M::CatalogueLoaded.text(context.lang));
    let filled = workspace.change(&meta, |writer| writer.add_missing(&shipped))?;
    let counts = filled.value;
    let total = counts.total();
    if context.form() == Format::Json {
        let value = || {
            let nouns = counts.nouns.iter().filter(|(_, counts)| counts.added + counts.updated > 0);
            let rows: Vec<Value> = nouns
                .map(|(noun, counts)| json!({ "kind": noun, "added": counts.added, "filled": counts.updated }))
                .collect();
            let path = context.database().display().to_string();
            json!({ "path": path, "created": false, "change": filled.change, "rows": rows })
        };
        return context.answer_fields("workspace", value());
    }
    if total.added + total.updated == 0 {
        context.tell(&M::CatalogueThere.said(&[]));
        return Ok(());
    }
    context.tell(&M::CatalogueFilled.said(&[&total.added, &total.updated]));
    let mut table = Table::of(&INIT, context.lang);
    for (noun, counts) in counts.nouns.iter().filter(|(_, counts)| counts.added + counts.updated > 0) {
        table.push(vec![(*noun).into(), counts.added.into(), counts.updated.into()]);
    }
    context.answer(&table)
}
