//! `scenario new|copy|edit|remove`: arguments → desk → answer.

use crate::cli::args::{ScenarioCodeArgs, ScenarioCopyArgs, ScenarioEditArgs, ScenarioNewArgs};
use crate::cli::context::Context;
use crate::desk::{CopyScenario, EditScenario, NewScenario};
use crate::model::scenario::reserved;
use crate::model::{Scenario, Stage};
use crate::store::{Changed, Reader, Workspace};
use crate::text::clean_line;
use crate::view::Cell;
use crate::view::filter::{Condition, keep_where};
use crate::view::nouns::measure;
use crate::words::cli::CliMessage;
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result};
use std::collections::BTreeSet;

/// Makes a scenario.
pub(super) fn new(context: &Context, args: &ScenarioNewArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let asked = NewScenario {
        code: &args.code,
        name: args.name.as_deref(),
        programme: args.programme.as_deref(),
        note: args.note.as_deref().unwrap_or_default(),
        measures: &|reader| chosen(context, reader, args),
    };
    let made = context.desk(&mut workspace, "scenario new", "").new_scenario(asked)?;
    done(context, &workspace, &made, S::Created)
}

/// The measures that are named, and those that the conditions and the stage choose together.
fn chosen(context: &Context, reader: &Reader, args: &ScenarioNewArgs) -> Result<Vec<String>> {
    let mut codes: BTreeSet<String> = args.measures.iter().map(|code| clean_line(code)).collect();
    if !args.filters.is_empty() || args.stage.is_some() {
        let conditions = Condition::all(&args.filters)?;
        let mut table = measure::table(&context.source(reader, context.today()))?;
        keep_where(&mut table, &conditions, reader)?;
        let at = table.column("code")?;
        let measures = reader.measures()?;
        let of_stage: Option<BTreeSet<String>> = match args.stage {
            Some(wanted) => {
                let name = match wanted {
                    Stage::Planned => "planned",
                    Stage::Approved => "approved",
                    Stage::InForce => "in-force",
                };
                Some(
                    reserved(&measures, name, context.today())
                        .unwrap_or_default()
                        .into_iter()
                        .map(Into::into)
                        .collect(),
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
    let asked = CopyScenario { from: &args.code, code: &args.new, name: args.name.as_deref(), programme: None };
    let copied = context.desk(&mut workspace, "scenario copy", "").copy_scenario(asked)?;
    done(context, &workspace, &copied, S::Created)
}

/// Changes a scenario; what is not given stays.
pub(super) fn edit(context: &Context, args: &ScenarioEditArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let asked = EditScenario {
        code: &args.code,
        name: args.name.as_deref(),
        programme: args.programme.as_deref(),
        note: args.note.as_deref(),
        add: &args.add,
        drop: &args.drop,
        gone_is_fine: false,
    };
    let edited = context.desk(&mut workspace, "scenario edit", "").edit_scenario(asked)?;
    done(context, &workspace, &edited, S::Changed)
}

/// Removes a scenario; the journal keeps it.
pub(super) fn remove(context: &Context, args: &ScenarioCodeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "scenario remove", "").remove_scenario(&args.code)?;
    context.done(&workspace, &removed, &CliMessage::Removed.said(&[&args.code]))
}

fn done(context: &Context, workspace: &Workspace, changed: &Changed<Scenario>, say: S) -> Result<()> {
    let scenario = &changed.value;
    context.done(workspace, changed, &say.said(&[&scenario.code, &scenario.measures.len()]))
}
