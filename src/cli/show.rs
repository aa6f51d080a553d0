//! `show`: one noun, wholly.

use super::args::ShowArgs;
use super::context::Context;
use super::nouns;
use crate::desk::not_found;
use crate::model::Kind;
use crate::store::Workspace;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

/// Shows one noun.
pub(super) fn run(context: &Context, args: &ShowArgs) -> Result<()> {
    let noun = nouns::read(&args.kind)?;
    let of_text = args.provision.is_some() || args.version.is_some();
    if noun != Kind::Instrument && of_text {
        return Err(Fault::usage(CliMessage::OnlyInstruments.said(&[])));
    }
    let workspace = context.open()?;
    match noun {
        Kind::Instrument if of_text => super::show_instrument::run(context, &workspace, args),
        noun => page(context, &workspace, noun, &args.id, context.today()),
    }
}

/// Shows a noun by its page, as it is on a day.
///
/// # Errors
/// There is none of this code; the workspace cannot be read.
pub(super) fn page(context: &Context, workspace: &Workspace, noun: Kind, code: &str, day: Date) -> Result<()> {
    context.note_conflicts(workspace, code)?;
    let page = crate::view::nouns::page(&context.source(workspace, day), noun, code)?;
    context.answer_page(&page.ok_or_else(|| not_found(noun, code))?)
}

#[cfg(test)]
mod tests;
