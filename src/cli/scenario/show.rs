//! `scenario show`: one scenario with its figures and what each of its measures has in them.

use super::chosen::{Figured, figured, name_of, notes, over};
use super::compare::{cells, compare, figure_columns};
use crate::cli::args::ScenarioShowArgs;
use crate::cli::context::Context;
use crate::cli::levels::level_cell;
use crate::cli::show::json_of;
use crate::cost::Sum;
use crate::model::{Fraction, Measure, Stage};
use crate::reform::share::EXACT;
use crate::reform::{Axis, BaselineState, Snapshot, Worth};
use crate::store::Workspace;
use crate::view::{Cell, Table, declare};
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// Shows a scenario, by group where that is asked for.
pub(super) fn run(context: &Context, args: &ScenarioShowArgs) -> Result<()> {
    if let Some(by) = args.by {
        return compare(context, &[&args.code], Some(Axis::from(by)), args.programme.as_deref(), &[]);
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
        let text = || text(context, figured, &measures, &worths, done);
        context.answer_noun("scenario", || json(figured, &measures, done), text)?;
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

fn json(figured: &Figured, measures: &Table, effort_done: Fraction) -> Value {
    let mut value = json_of(&figured.scenario);
    if let Value::Object(fields) = &mut value {
        if let Cell::Names { vi, en } = name_of(&figured.scenario) {
            fields.insert("name".into(), vi.into());
            fields.insert("name_en".into(), en.into());
        }
        let frozen = match figured.evaluation.baseline() {
            BaselineState::Frozen(day) => Value::String(day.to_string()),
            BaselineState::Live => Value::Null,
        };
        fields.insert("frozen_on".into(), frozen);
        let totals: Map<String, Value> = figure_columns()
            .iter()
            .zip(cells(&figured.totals))
            .map(|(c, cell)| (c.key().to_owned(), cell.json()))
            .collect();
        fields.insert("figures".into(), Value::Object(totals));
        fields.insert("effort_in_force".into(), Cell::Exact(effort_done).json());
        fields.insert("worth".into(), measures.json()["rows"].take());
        fields.insert("not_counted".into(), json_of(&figured.evaluation.missing()));
    }
    value
}

/// The effort of those measures of the set that are in force, points; what is done takes no more of it.
fn effort_in_force(context: &Context, snapshot: &Snapshot, figured: &Figured) -> Fraction {
    let today = context.today();
    let done = |m: &&Measure| m.status_on(today).is_some_and(|status| status.counts_at(Stage::InForce));
    let done: HashSet<&str> = snapshot.measures.iter().filter(done).map(|m| m.code.as_str()).collect();
    let all = figured.evaluation.register().measures();
    let efforts = figured.evaluation.chosen().filter(|at| done.contains(all[*at].code.as_str()));
    let mut sum = Sum::default();
    efforts.filter_map(|at| all[at].effort).for_each(|effort| sum.add_fraction(effort));
    sum.total().unwrap_or_default()
}

fn text(context: &Context, figured: &Figured, measures: &Table, worths: &[Worth], effort_done: Fraction) -> String {
    let (lang, scenario, f) = (context.lang, &figured.scenario, &figured.totals);
    let mut out = format!("{}  {}\n\n", scenario.code, scenario.name);
    let dong = |value| Cell::Dong(value).shown(lang);
    let exact = |value| Cell::Exact(value).shown(lang);
    let percent = |value: Option<_>| value.map_or("–".to_owned(), |value| Cell::Percent(value).shown(lang));
    // Writing to a String cannot fail.
    let mut line = |text: String| {
        let _ = writeln!(out, "{text}");
    };
    line(S::OverLine.with(lang, &[&over(figured, lang), &Cell::from(f.regulations).shown(lang)]));
    let [measures_, abolished, simplified] =
        [f.measures, f.abolished, f.simplified].map(|count| Cell::from(count).shown(lang));
    line(S::CountLine.with(lang, &[&measures_, &abolished, &simplified, &percent(f.counted_percent())]));
    line(S::CostLine.with(lang, &[&dong(f.before), &dong(f.after), &dong(f.saved()), &percent(f.saved_percent())]));
    let hours: [&dyn std::fmt::Display; 4] =
        [&exact(f.hours_before), &exact(f.hours_after), &exact(f.hours_saved()), &percent(f.hours_percent())];
    line(S::HoursLine.with(lang, &hours));
    match f.without_effort {
        0 => line(S::EffortLine.with(lang, &[&exact(f.effort)])),
        some => line(S::EffortPartly.with(lang, &[&exact(f.effort), &some])),
    }
    if !effort_done.is_zero() {
        line(S::EffortDone.with(lang, &[&exact(effort_done)]));
    }
    if !scenario.note.is_empty() {
        line(format!("{}: {}", S::Note.text(lang), scenario.note));
    }
    if !scenario.problem.is_empty() {
        line(format!("\n{}", scenario.problem.trim_end()));
    }
    if !measures.rows.is_empty() {
        let shown = measures.render(crate::view::Format::Table, lang, crate::cli::output::terminal_width());
        line(format!("\n{}", shown.unwrap_or_default().trim_end()));
        line(S::ShareNote.text(lang).to_owned());
        if worths.iter().any(|worth| worth.share.averaged) {
            line(S::AveragedNote.with(lang, &[&EXACT]));
        }
    }
    out
}
