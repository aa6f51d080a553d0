//! `init`: creates the workspace.

use super::args::InitArgs;
use super::context::Context;
use crate::text::Result;

/// Creates the workspace with the shipped catalogue, or empty.
pub(super) fn run(context: &Context, args: &InitArgs) -> Result<()> {
    context.create(!args.empty).map(|_| ())
}
