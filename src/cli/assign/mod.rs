//! What directives assign: `directive`, `assignment`, `campaign`, `indicator`, and `owes`.

pub(super) mod assignment;
pub(super) mod campaign;
pub(super) mod directive;
pub(super) mod indicator;
pub(super) mod owes;

use super::context::Context;
use crate::desk::not_found;
use crate::model::{Fraction, Kind};
use crate::store::{Changed, Workspace};
use crate::text::clean_line;
use crate::words::assign::AssignWord as W;
use crate::words::{Fault, Message, Result};
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

/// A number as it is typed. One point with three digits behind it may mean thousands, so it is not guessed.
///
/// # Errors
/// Wrong usage, when it is no number, or may mean two.
fn number(text: &str) -> Result<Fraction> {
    let text = text.trim();
    if let Some((whole, decimals)) = text.split_once('.')
        && decimals.len() == 3
        && decimals.bytes().all(|b| b.is_ascii_digit())
        && (1..=3).contains(&whole.trim_start_matches('-').len())
    {
        let (thousands, decimal) = (format!("{whole}{decimals}"), format!("{text}0"));
        return Err(Fault::usage(W::DoubtfulNumber.said(&[&text, &thousands, &decimal])));
    }
    let grouped = || crate::text::number::parse_whole(text).map(Fraction::whole);
    let with_comma = || Fraction::parse(&text.replace(',', "."));
    Fraction::parse(text).or_else(grouped).or_else(with_comma).ok_or_else(|| Fault::usage(W::BadNumber.said(&[&text])))
}

/// Answers that a noun was stored, whose code the verb gave.
fn stored(context: &Context, workspace: &Workspace, changed: &Changed<String>) -> Result<()> {
    context.done(workspace, changed, &W::Stored.said(&[&changed.value]))
}
