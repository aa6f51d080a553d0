//! `cost check`: figures to question, each with its reason; and tables of others whose printed figures do not multiply.

use super::Answer;
use super::args::CostCheckArgs;
use super::context::Context;
use super::cost_edit::unknown;
use crate::cost::check::{CheckRules, Severity, check_printed};
use crate::desk::not_found;
use crate::exchange::checks;
use crate::model::Kind;
use crate::view::cost::questions::{ask, misprints, table};
use crate::view::filter::{Condition, keep_those};
use crate::words::check::CheckWord as W;
use crate::words::{Fault, Message, Result};
use std::collections::BTreeSet;
use std::path::Path;

/// Runs `cost check`.
pub(super) fn run(context: &Context, args: &CostCheckArgs) -> Result<Answer> {
    let rules = checks::rules(args.rules.as_deref())?;
    if let Some(path) = &args.printed {
        return printed(context, path, &rules);
    }
    let least = match args.severity.as_deref() {
        None => Severity::Note,
        Some(name) => Severity::parse(name)
            .filter(|severity| *severity != Severity::Off)
            .ok_or_else(|| unknown(name, "note, warning, error".to_owned()))?,
    };
    let workspace = context.open()?;
    if let Some(code) = &args.code
        && workspace.regulation(code)?.is_none()
    {
        return Err(not_found(Kind::Regulation, code));
    }
    let asked = ask(&workspace, context.today(), args.code.as_deref(), &rules)?;
    let mut found = asked.questions;
    found.retain(|question| question.severity >= least);
    let conditions = Condition::all(&args.filters)?;
    keep_those(&table(&found, &rules, true, context.lang), &mut found, &conditions, &workspace)?;
    let looked_at = args.code.as_ref().map_or(asked.with_sheet.len(), |_| 1);
    if found.is_empty() {
        context.tell(&W::NothingFound.said(&[&looked_at]));
    } else {
        let about: BTreeSet<&str> = found.iter().map(|question| question.regulation.as_str()).collect();
        context.tell(&W::Found.said(&[&found.len(), &about.len(), &looked_at]));
    }
    // Programs and spreadsheets get every question; people get those that are alike as one line.
    let every = args.all || args.code.is_some() || !context.form().is_for_people();
    context.answer_found(&table(&found, &rules, every, context.lang))?;
    Ok(if found.is_empty() { Answer::Done } else { Answer::No })
}

/// Holds the products of a table of others against what it prints.
fn printed(context: &Context, path: &Path, rules: &CheckRules) -> Result<Answer> {
    let tables = checks::tables(path)?;
    let rules = &checks::with_official(rules.clone(), &tables)?;
    let checked: Vec<_> =
        tables.iter().enumerate().filter_map(|(at, rows)| Some((at + 1, check_printed(rows, rules)?))).collect();
    let held: usize = checked.iter().map(|(_, (_, held, _))| held).sum();
    if held == 0 {
        return Err(Fault::input(W::UnknownTable.said(&[])).hint(W::UnknownTableHint.said(&[])).in_file(path));
    }
    let layouts: BTreeSet<&str> = checked.iter().map(|(_, (layout, ..))| layout.as_str()).collect();
    let layout = layouts.into_iter().collect::<Vec<_>>().join(", ");
    let found = checked.iter().flat_map(|(sheet, (.., found))| found.iter().map(move |one| (*sheet, one)));
    let table = misprints(found, context.lang);
    let count = table.rows.len();
    if count == 0 {
        context.tell(&W::Multiplies.said(&[&layout, &held]));
    } else {
        context.tell(&W::HeldAgainst.said(&[&layout, &count, &held]));
    }
    context.answer_found(&table)?;
    Ok(if count == 0 { Answer::Done } else { Answer::No })
}
