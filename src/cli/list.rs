//! `list`: nouns in rows.

use super::args::ListArgs;
use super::context::Context;
use super::nouns;
use crate::model::Kind;
use crate::view::nouns::table;
use crate::words::Result;

/// Lists nouns of a kind.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<()> {
    let noun = nouns::read(&args.kind)?;
    let selection = args.options.selection()?;
    let workspace = context.open()?;
    let mut table = match noun {
        Kind::Scenario => super::scenario::scenarios_table(context, &workspace)?,
        Kind::Uncertainty => super::uncertainty::table(context, &workspace)?,
        _ => return context.answer(&table(&context.source(&workspace, context.today()), noun, &selection)?),
    };
    selection.apply(&mut table, &workspace)?;
    context.answer(&table)
}
