//! `scenario show`: one scenario with its figures and what each of its measures has in them.

use super::chosen::{Figured, figured, name_of, notes, over};
use super::compare::{cells, compare, figure_columns};
use crate::cli::args::ScenarioShowArgs;
use crate::cli::context::Context;
use crate::model::{Fraction, Measure, Stage};
use crate::reform::share::EXACT;
use crate::reform::{BaselineState, Snapshot, Worth};
use crate::store::Workspace;
use crate::view::nouns::instrument_level::level_cell;
use crate::view::{Cell, Page, Table, declare};
use crate::words::Result;
use crate::words::scenario::ScenarioWord as S;
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

/// Shows a scenario, by group where that is asked for.
pub(super) fn run(context: &Context, args: &ScenarioShowArgs) -> Result<()> {
    if let Some(by) = args.by {
        return compare(context, &[&args.code], Some(by), args.programme.as_deref(), &[]);
    }
    show_scenario(context, &context.open()?, &args.code, args.programme.as_deref())
}

/// Shows a scenario.
pub(in crate::cli) fn show_scenario(
    context: &Context,
    workspace: &Workspace,
    code: &str,
    programme: Option<&str>,
) -> Result<()> {
    let snapshot = workspace.snapshot(context.today())?;
    let all = figured(context, workspace, &snapshot, &[code], programme)?;
    for figured in &all {
        let mut worths: Vec<Worth> = figured.evaluation.worths()?;
        worths.sort_by(|a, b| (b.share.annual, a.measure).cmp(&(a.share.annual, b.measure)));
        let mut measures = measures_table(context, &snapshot, figured, &worths);
        measures.without("only_in");
        let done = effort_in_force(context, &snapshot, figured);
        let mut page = Page::about("scenario", context.lang, &figured.scenario.code, &figured.scenario.name);
        fields(&mut page, figured, &measures, done);
        figures(&mut page, figured, done);
        if !measures.rows.is_empty() {
            page.table(measures);
            page.say(S::ShareNote, &[]);
            if worths.iter().any(|worth| worth.share.averaged) {
                page.say(S::AveragedNote, &[&EXACT]);
            }
        }
        context.answer_page(&page)?;
    }
    notes(context, &all);
    Ok(())
}

declare! {
    SCENARIO_DIFF = "scenario_diff" of "scenario diff" {
        "only_in", S::OnlyIn, "text";
        "measure", S::Measure, "text";
        "regulation", S::Regulation, "text";
        "title", S::Title, "text";
        "level", S::Level, "level?";
        "share_dong", S::Share, "dong";
        "within_dong", S::Within, "dong";
        "share_hours", S::ShareHours, "number";
        "effort", S::Effort, "number?";
    }
}

/// Measures with what they are worth in their set.
pub(super) fn measures_table(context: &Context, snapshot: &Snapshot, figured: &Figured, worths: &[Worth]) -> Table {
    let titles: HashMap<&str, &str> = snapshot.measures.iter().map(|m| (m.code.as_str(), m.title.as_str())).collect();
    let register = figured.evaluation.register();
    let mut table = Table::of(&SCENARIO_DIFF, context.lang);
    for worth in worths {
        let Some(measure) = register.measures().get(worth.measure) else { continue };
        let level = measure.level.and_then(|at| register.levels().get(at));
        table.push(vec![
            figured.scenario.code.as_str().into(),
            measure.code.as_str().into(),
            measure.regulation.as_str().into(),
            titles.get(measure.code.as_str()).copied().into(),
            level.map_or(Cell::Empty, |level| level_cell(level, context.lang)),
            Cell::Dong(worth.share.annual),
            Cell::Dong(worth.within),
            Cell::Exact(worth.share.hours),
            measure.effort.map_or(Cell::Empty, Cell::Exact),
        ]);
    }
    table
}

/// The effort of those measures of the set that are in force, points; what is done takes no more of it.
fn effort_in_force(context: &Context, snapshot: &Snapshot, figured: &Figured) -> Fraction {
    let today = context.today();
    let done = |m: &&Measure| m.status_on(today).is_some_and(|status| status.counts_at(Stage::InForce));
    let done: HashSet<&str> = snapshot.measures.iter().filter(done).map(|m| m.code.as_str()).collect();
    let all = figured.evaluation.register().measures();
    let efforts = figured.evaluation.chosen().filter(|at| done.contains(all[*at].code.as_str()));
    efforts.filter_map(|at| all[at].effort).fold(Fraction::ZERO, Fraction::more)
}

fn fields(page: &mut Page, figured: &Figured, measures: &Table, effort_done: Fraction) {
    page.noun(&figured.scenario);
    if let Cell::Names { vi, en } = name_of(&figured.scenario) {
        page.field("name", vi);
        page.field("name_en", en);
    }
    let frozen = match figured.evaluation.baseline() {
        BaselineState::Frozen(day) => Value::String(day.to_string()),
        BaselineState::Live => Value::Null,
    };
    page.field("frozen_on", frozen);
    let totals: Map<String, Value> = figure_columns()
        .iter()
        .zip(cells(&figured.totals))
        .map(|(c, cell)| (c.key().to_owned(), cell.json()))
        .collect();
    page.field("figures", Value::Object(totals));
    page.field("effort_in_force", Cell::Exact(effort_done).json());
    page.field("worth", measures.json()["rows"].take());
    page.field("not_counted", json!(figured.evaluation.missing()));
}

/// What the set reaches, and what it takes.
fn figures(page: &mut Page, figured: &Figured, effort_done: Fraction) {
    let (lang, scenario, f) = (page.lang(), &figured.scenario, &figured.totals);
    let dong = |value| Cell::Dong(value).shown(lang);
    let exact = |value| Cell::Exact(value).shown(lang);
    let percent = |value: Option<_>| value.map_or("–".to_owned(), |value| Cell::Percent(value).shown(lang));
    page.say(S::OverLine, &[&over(figured, lang), &Cell::from(f.regulations).shown(lang)]);
    let [measures, abolished, simplified] =
        [f.measures, f.abolished, f.simplified].map(|count| Cell::from(count).shown(lang));
    page.say(S::CountLine, &[&measures, &abolished, &simplified, &percent(f.counted_percent())]);
    page.say(S::CostLine, &[&dong(f.before), &dong(f.after), &dong(f.saved()), &percent(f.saved_percent())]);
    let hours: [&dyn std::fmt::Display; 4] =
        [&exact(f.hours_before), &exact(f.hours_after), &exact(f.hours_saved()), &percent(f.hours_percent())];
    page.say(S::HoursLine, &hours);
    match f.without_effort {
        0 => page.say(S::EffortLine, &[&exact(f.effort)]),
        some => page.say(S::EffortPartly, &[&exact(f.effort), &some]),
    }
    if !effort_done.is_zero() {
        page.say(S::EffortDone, &[&exact(effort_done)]);
    }
    page.fact(S::Note, &scenario.note);
    if !scenario.problem.is_empty() {
        page.blank();
        page.line(scenario.problem.trim_end());
    }
}
