//! `check`: are the targets met, is the data complete, does every measure do something? A "no" is exit code 1.

use super::Answer;
use super::args::CheckArgs;
use super::context::Context;
use super::progress::reports;
use crate::desk::local_duplicates;
use crate::report::Scope;
use crate::view::progress::check;
use crate::words::Result;

/// Checks targets and data.
pub(super) fn run(context: &Context, args: &CheckArgs) -> Result<Answer> {
    let workspace = context.open()?;
    let as_of = context.date(args.as_of.as_deref())?;
    let reports = reports(&workspace, args.programme.as_deref(), as_of, None, &Scope::All)?;
    let local: Vec<String> = local_duplicates(&workspace)?.into_iter().map(|(code, _)| code).collect();
    let conflicts = workspace.count_contested()?;
    let (table, passed) = check(&reports, (&local, conflicts), args.stage, context.lang);
    context.answer(&table)?;
    // What could not be computed is in no figure, so that no figure is sure.
    Ok(if passed && context.uncounted().is_empty() { Answer::Done } else { Answer::No })
}
