//! `search`: words in the catalogue, with or without marks.

use super::Answer;
use super::args::SearchArgs;
use super::context::Context;
use crate::store::SearchKind;
use crate::text::clean_line;
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};

declare! {
    HIT = "hit" of "search" {
        "kind", CliMessage::KindColumn, "search_kind";
        "code", CliMessage::Code, "text";
        "title", CliMessage::Name, "text";
        "excerpt", CliMessage::Excerpt, "text";
    }
}

/// Searches; no hit is an answer of "no".
pub(super) fn run(context: &Context, args: &SearchArgs) -> Result<Answer> {
    let kind = match &args.kind {
        None => None,
        Some(name) => Some(SearchKind::parse(name).ok_or_else(|| {
            let names: Vec<&str> = SearchKind::ALL.iter().map(|k| k.name()).collect();
            Fault::usage(CliMessage::UnknownKind.said(&[name, &names.join(", ")]))
        })?),
    };
    let workspace = context.open()?;
    let hits = workspace.search(&clean_line(&args.words.join(" ")), kind, args.limit)?;
    let mut table = Table::of(&HIT, context.lang);
    for hit in &hits {
        table.push(vec![
            Cell::worded(hit.kind, context.lang),
            hit.key.clone().into(),
            hit.title.clone().into(),
            hit.excerpt.clone().into(),
        ]);
    }
    context.answer(&table)?;
    if hits.is_empty() {
        context.tell(&CliMessage::NoHit.said(&[]));
    }
    Ok(if hits.is_empty() { Answer::No } else { Answer::Done })
}
