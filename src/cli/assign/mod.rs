//! What directives assign: `directive`, `assignment`, `campaign`, `indicator`, and `owes`.

pub(super) mod assignment;
pub(super) mod campaign;
pub(super) mod directive;
pub(super) mod indicator;
pub(super) mod owes;

use super::context::Context;
use crate::desk::not_found;
use crate::model::Kind;
use crate::store::{Changed, Workspace};
use crate::text::clean_line;
use crate::words::assign::AssignWord as W;
use crate::words::{Message, Result};
use jiff::civil::Date;

/// The code of an agency that goes by a name.
///
/// # Errors
/// Missing, when nothing goes by this name.
fn agency(workspace: &Workspace, name: &str) -> Result<String> {
    workspace.resolve_agency(name)?.ok_or_else(|| not_found(Kind::Agency, name))
}

fn agency_option(workspace: &Workspace, name: Option<&str>) -> Result<Option<String>> {
    name.map(|name| agency(workspace, name)).transpose()
}

fn date_option(context: &Context, given: Option<&str>) -> Result<Option<Date>> {
    given.map(|given| context.date(Some(given))).transpose()
}

fn line_option(given: Option<&str>) -> Option<String> {
    given.map(clean_line).filter(|line| !line.is_empty())
}

fn line(given: Option<&str>) -> String {
    clean_line(given.unwrap_or(""))
}

/// Answers that a noun was stored, whose code the verb gave.
fn stored(context: &Context, workspace: &Workspace, changed: &Changed<String>) -> Result<()> {
    context.done(workspace, changed, &W::Stored.said(&[&changed.value]))
}
