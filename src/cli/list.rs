//! `list`: nouns in rows.

use super::args::ListArgs;
use super::context::Context;
use super::nouns;
use crate::view::nouns::table;
use crate::words::Result;

/// Lists nouns of a kind.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<()> {
    let noun = nouns::read(&args.kind)?;
    let selection = args.options.selection()?;
    let workspace = context.open()?;
    context.answer(&table(&context.source(&workspace, context.today()), noun, &selection)?)
}
