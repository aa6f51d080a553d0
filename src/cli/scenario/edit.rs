//! `scenario new|copy|edit|remove`.

use super::chosen::{named, stored};
use crate::cli::args::{ScenarioCodeArgs, ScenarioCopyArgs, ScenarioEditArgs, ScenarioNewArgs};
use crate::cli::context::Context;
use crate::cli::filter::{Condition, keep_where};
use crate::cli::measure::measures_table;
use crate::cli::nouns::{Noun, not_found};
use crate::cli::output::Cell;
use crate::cli::progress::stage;
use crate::model::{Scenario, Stage};
use crate::reform::scenario::{SPECIAL, is_special, special};
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::messages::scenario::ScenarioWord as S;
use crate::text::{Fault, Message, Result, clean_line};
use std::collections::BTreeSet;

/// Makes a scenario.
pub(super) fn new(context: &Context, args: &ScenarioNewArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let code = free(&workspace, &args.code)?;
    let scenario = Scenario {
        name: clean_line(args.name.as_deref().unwrap_or(&code)),
        programme: programme(&workspace, args.programme.as_deref())?,
        measures: chosen(context, &workspace, args)?,
        note: clean_line(args.note.as_deref().unwrap_or_default()),
        problem: String::new(),
        code,
    };
    store(context, &mut workspace, &scenario, "scenario new", S::Created)
}

/// The measures that are named, and those that the conditions and the stage choose together.
fn chosen(context: &Context, workspace: &Workspace, args: &ScenarioNewArgs) -> Result<Vec<String>> {
    let mut codes: BTreeSet<String> = args.measures.iter().map(|code| clean_line(code)).collect();
    codes.remove("");
    known(workspace, codes.iter())?;
    if !args.filters.is_empty() || args.stage.is_some() {
        let conditions = Condition::all(&args.filters)?;
        let mut table = measures_table(context, workspace)?;
        keep_where(&mut table, &conditions, workspace)?;
        let at = table.column("code")?;
        let measures = workspace.measures()?;
        let of_stage: Option<BTreeSet<String>> = match args.stage {
            Some(wanted) => {
                let name = match stage(wanted) {
                    Stage::Planned => "planned",
                    Stage::Approved => "approved",
                    Stage::InForce => "in-force",
                };
                Some(
                    special(&measures, name, context.today()).unwrap_or_default().into_iter().map(Into::into).collect(),
                )
            }
            // What was rejected or withdrawn is taken by its name or where its status is asked for.
            None if conditions.iter().any(|condition| condition.key == "status") => None,
            None => Some(measures.iter().filter(|m| !m.is_dropped()).map(|m| m.code.clone()).collect()),
        };
        codes.extend(table.rows.iter().filter_map(|row| match &row[at] {
            Cell::Text(code) if of_stage.as_ref().is_none_or(|stage| stage.contains(code)) => Some(code.clone()),
            _ => None,
        }));
    }
    Ok(codes.into_iter().collect())
}

/// Copies a scenario, stored or special, under a new code.
pub(super) fn copy(context: &Context, args: &ScenarioCopyArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let original = named(context, &workspace, &workspace.measures()?, &args.code)?;
    let code = free(&workspace, &args.new)?;
    let name = args.name.as_deref().map_or_else(|| original.name.clone(), clean_line);
    // What a solver found answers its question; a copy is there to be varied.
    let copy = Scenario { code, name, problem: String::new(), ..original };
    store(context, &mut workspace, &copy, "scenario copy", S::Created)
}

/// Changes a scenario; what is not given stays.
pub(super) fn edit(context: &Context, args: &ScenarioEditArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let mut scenario = stored(&workspace, &args.code)?;
    if let Some(name) = &args.name {
        scenario.name = clean_line(name);
    }
    if let Some(note) = &args.note {
        scenario.note = clean_line(note);
    }
    if let Some(code) = &args.programme {
        scenario.programme = programme(&workspace, Some(code))?;
    }
    let mut measures: BTreeSet<String> = scenario.measures.iter().cloned().collect();
    for code in &args.drop {
        let code = clean_line(code);
        if !measures.remove(&code) {
            return Err(Fault::usage(S::NotIn.said(&[&scenario.code, &code])));
        }
    }
    let added: Vec<String> = args.add.iter().map(|code| clean_line(code)).collect();
    known(&workspace, added.iter())?;
    measures.extend(added);
    let measures: Vec<String> = measures.into_iter().collect();
    if measures != scenario.measures {
        // It no longer answers the question that it was found for.
        scenario.problem.clear();
    }
    scenario.measures = measures;
    store(context, &mut workspace, &scenario, "scenario edit", S::Changed)
}

/// Removes a scenario; the journal keeps it.
pub(super) fn remove(context: &Context, args: &ScenarioCodeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    stored(&workspace, &args.code)?;
    workspace.change(&context.change("scenario remove", ""), |writer| writer.remove_scenario(&args.code))?;
    context.tell(&CliMessage::Removed.said(&[&args.code]));
    Ok(())
}

/// The programme with a code; none for the empty one.
fn programme(workspace: &Workspace, code: Option<&str>) -> Result<Option<String>> {
    let Some(code) = code.map(clean_line).filter(|code| !code.is_empty()) else { return Ok(None) };
    let known = workspace.programmes()?.iter().any(|p| p.code == code);
    if known { Ok(Some(code)) } else { Err(not_found(Noun::Programme, &code)) }
}

/// # Errors
/// Wrong usage when a measure is not there.
fn known<'c>(workspace: &Workspace, codes: impl Iterator<Item = &'c String>) -> Result<()> {
    for code in codes {
        if workspace.measure(code)?.is_none() {
            return Err(not_found(Noun::Measure, code));
        }
    }
    Ok(())
}

/// A code that can be written on the command line and is no special name.
pub(super) fn usable(code: &str) -> Result<String> {
    let code = clean_line(code);
    let odd = code.starts_with('-') || code.contains(|c: char| c.is_whitespace() || c == ',');
    if code.is_empty() || odd || is_special(&code) {
        return Err(Fault::usage(S::BadCode.said(&[&code])).hint(S::BadCodeHint.said(&[&SPECIAL.join(", ")])));
    }
    Ok(code)
}

/// A usable code that no scenario has yet.
fn free(workspace: &Workspace, code: &str) -> Result<String> {
    let code = usable(code)?;
    if workspace.scenario(&code)?.is_some() {
        return Err(Fault::usage(S::Exists.said(&[&code])).hint(S::ExistsHint.said(&[&code])));
    }
    Ok(code)
}

fn store(context: &Context, workspace: &mut Workspace, scenario: &Scenario, command: &str, done: S) -> Result<()> {
    workspace.change(&context.change(command, ""), |writer| writer.put_scenario(scenario))?;
    context.tell(&done.said(&[&scenario.code, &scenario.measures.len()]));
    Ok(())
}
