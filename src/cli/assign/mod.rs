//! What directives assign: `directive`, `assignment`, `campaign`, `indicator`, and `owes`.

pub(super) mod assignment;
pub(super) mod campaign;
pub(super) mod directive;
pub(super) mod indicator;
pub(super) mod owes;

use super::context::Context;
use super::nouns::{Noun, not_found};
use super::show::Page;
use crate::model::{Agency, AssignmentStatus, Fraction};
use crate::reform::Standing;
use crate::store::{Changed, Workspace};
use crate::text::{Lang, clean_line};
use crate::view::{Cell, Table};
use crate::words::assign::AssignWord as W;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::HashMap;
use std::fmt::Write;

/// The table of a list, for `list`.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn table(context: &Context, workspace: &Workspace, noun: Noun) -> Result<Table> {
    let day = context.today();
    match noun {
        Noun::Directive => directive::table(context, workspace),
        Noun::Assignment => Ok(assignment::table(context, &workspace.ledger()?, day)),
        Noun::Campaign => campaign::table(context, workspace, day),
        _ => indicator::table(context, workspace, day),
    }
}

/// Shows one, for `show`.
///
/// # Errors
/// There is none of this code; the workspace cannot be read.
pub(super) fn show(context: &Context, workspace: &Workspace, noun: Noun, code: &str) -> Result<()> {
    let day = context.today();
    match noun {
        Noun::Directive => directive::show(context, workspace, code),
        Noun::Assignment => assignment::show(context, workspace, code, day),
        Noun::Campaign => campaign::show(context, workspace, code, day),
        _ => indicator::show(context, workspace, code, day),
    }
}

fn status_cell(status: AssignmentStatus, lang: Lang) -> Cell {
    Cell::worded(status, lang)
}

fn standing_cell(standing: Standing, lang: Lang) -> Cell {
    Cell::Named(standing.name(), standing.word(lang))
}

fn day_cell(day: Option<Date>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

/// The name in the language of the output.
fn in_language<'t>(vi: &'t str, en: Option<&'t str>, lang: Lang) -> &'t str {
    if lang == Lang::En { en.unwrap_or(vi) } else { vi }
}

/// The names of agencies by code, in the language of the output; codes of groups have names too.
fn agency_names(workspace: &Workspace, lang: Lang) -> Result<HashMap<String, String>> {
    let mut names: HashMap<String, String> = HashMap::new();
    for agency in workspace.all::<Agency>()? {
        let name = in_language(&agency.name, agency.name_en.as_deref(), lang).to_owned();
        names.insert(agency.code, name);
    }
    names.insert("ministries".to_owned(), W::Ministries.text(lang).to_owned());
    names.insert("provinces".to_owned(), W::Provinces.text(lang).to_owned());
    Ok(names)
}

fn named(codes: &[String], names: &HashMap<String, String>) -> String {
    let name = |code: &String| names.get(code).unwrap_or(code).clone();
    codes.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The code of an agency that goes by a name.
///
/// # Errors
/// Missing, when nothing goes by this name.
fn agency(workspace: &Workspace, name: &str) -> Result<String> {
    workspace.resolve_agency(name)?.ok_or_else(|| not_found(Noun::Agency, name))
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

/// Text about one noun that grows line by line.
struct Lines(Page);

impl Lines {
    fn new(code: &str, name: &str, lang: Lang) -> Self {
        Self(Page { out: format!("{code}  {name}\n\n"), lang })
    }

    fn line(&mut self, label: impl Message, value: &str) {
        if !value.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(self.0.out, "{}: {value}", label.text(self.0.lang));
        }
    }

    /// The name in the other language, where there is one.
    fn other_name(&mut self, vi: &str, en: Option<&str>) {
        self.0.other_name(vi, en);
    }

    fn day(&mut self, label: W, day: Option<Date>) {
        self.line(label, &day.map(|day| crate::text::date::short(day, self.0.lang)).unwrap_or_default());
    }

    fn title(&mut self, label: W) {
        let _ = writeln!(self.0.out, "\n{}", label.text(self.0.lang));
    }

    fn item(&mut self, id: &str, text: &str) {
        self.0.item(id, text);
    }

    fn prose(&mut self, text: &str) {
        let _ = writeln!(self.0.out, "\n{text}");
    }

    fn done(self) -> String {
        self.0.out
    }
}

/// Answers that a noun was stored, whose code the verb gave.
fn stored(context: &Context, workspace: &Workspace, changed: &Changed<String>) -> Result<()> {
    context.done(workspace, changed, &W::Stored.said(&[&changed.value]))
}
