//! One scenario with its figures and what each of its measures has in them; and which measures two do not share.

use super::{Figured, cells, figure_columns, figured, notes};
use crate::model::{Fraction, Measure, Stage};
use crate::reform::share::EXACT;
use crate::reform::{Snapshot, Worth};
use crate::view::nouns::Source;
use crate::view::nouns::instrument_level::level_cell;
use crate::view::{Cell, Page, Table, declare};
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result};
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};

/// One scenario, stored or special.
///
/// # Errors
/// There is none of this name; the workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    show(from, code, None)
}

/// The same, over the baseline of a programme where one is named.
///
/// # Errors
/// There is no scenario or programme of this name; the workspace cannot be read.
pub fn show(from: &Source<'_>, code: &str, programme: Option<&str>) -> Result<Option<Page>> {
    let snapshot = from.reader.snapshot(from.day)?;
    let all = figured(from, &snapshot, &[code], programme)?;
    let Some(figured) = all.first() else { return Ok(None) };
    let mut worths: Vec<Worth> = figured.evaluation.worths()?;
    worths.sort_by(|a, b| (b.share.annual, a.measure).cmp(&(a.share.annual, b.measure)));
    let mut measures = measures(from, &snapshot, figured, &worths);
    measures.without("only_in");
    let done = effort_in_force(from, &snapshot, figured);
    let mut page = Page::about("scenario", from.lang, &figured.scenario.code, &figured.scenario.name);
    fields(&mut page, figured, &measures, done);
    figures(&mut page, figured, done);
    if !measures.rows.is_empty() {
        page.table(measures);
        page.say(S::ShareNote, &[]);
        if worths.iter().any(|worth| worth.share.averaged) {
            page.say(S::AveragedNote, &[&EXACT]);
        }
    }
    page.notes = notes(from, &all);
    Ok(Some(page))
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
fn measures(from: &Source<'_>, snapshot: &Snapshot, figured: &Figured, worths: &[Worth]) -> Table {
    let titles: HashMap<&str, &str> = snapshot.measures.iter().map(|m| (m.code.as_str(), m.title.as_str())).collect();
    let register = figured.evaluation.register();
    let mut table = Table::of(&SCENARIO_DIFF, from.lang);
    for worth in worths {
        let Some(measure) = register.measures().get(worth.measure) else { continue };
        let level = measure.level.and_then(|at| register.levels().get(at));
        table.push(vec![
            figured.scenario.code.as_str().into(),
            measure.code.as_str().into(),
            measure.regulation.as_str().into(),
            titles.get(measure.code.as_str()).copied().into(),
            level.map_or(Cell::Empty, |level| level_cell(level, from.lang)),
            Cell::Dong(worth.share.annual),
            Cell::Dong(worth.within),
            Cell::Exact(worth.share.hours),
            measure.effort.map_or(Cell::Empty, Cell::Exact),
        ]);
    }
    table
}

/// Which measures two scenarios do not share, and what each is worth; none where they are the same.
///
/// # Errors
/// There is no scenario or programme of a name; the workspace cannot be read.
pub fn diff(from: &Source<'_>, codes: [&str; 2], programme: Option<&str>) -> Result<Table> {
    let snapshot = from.reader.snapshot(from.day)?;
    let all = figured(from, &snapshot, &codes, programme)?;
    let [one, other] = all.as_slice() else { return Ok(Table::of(&SCENARIO_DIFF, from.lang)) };
    let difference = one.evaluation.difference(&other.evaluation)?;
    let mut table = measures(from, &snapshot, one, &difference.here);
    table.rows.extend(measures(from, &snapshot, other, &difference.there).rows);
    let (first, second) = (&one.scenario.code, &other.scenario.code);
    if table.rows.is_empty() {
        table.notes.push(S::SameMeasures.said(&[first, second]));
    }
    let (a, b) = (&one.totals, &other.totals);
    table.notes.push(S::DiffLine.said_by(|lang| {
        let [saved, less, apart] = [a.saved(), b.saved(), a.saved().less(b.saved())].map(|v| Cell::Dong(v).shown(lang));
        vec![first.clone(), saved, second.clone(), less, apart]
    }));
    table.notes.push(S::DiffTime.said_by(|lang| {
        let [hours, less, effort, other] =
            [a.hours_saved(), b.hours_saved(), a.effort, b.effort].map(|value| Cell::Exact(value).shown(lang));
        vec![first.clone(), hours, second.clone(), less, effort, other]
    }));
    table.notes.extend(notes(from, &all));
    Ok(table)
}

/// The effort of those measures of the set that are in force, points; what is done takes no more of it.
fn effort_in_force(from: &Source<'_>, snapshot: &Snapshot, figured: &Figured) -> Fraction {
    let done = |m: &&Measure| m.status_on(from.day).is_some_and(|status| status.counts_at(Stage::InForce));
    let done: HashSet<&str> = snapshot.measures.iter().filter(done).map(|m| m.code.as_str()).collect();
    let all = figured.evaluation.register().measures();
    let efforts = figured.evaluation.chosen().filter(|at| done.contains(all[*at].code.as_str()));
    efforts.filter_map(|at| all[at].effort).fold(Fraction::ZERO, Fraction::more)
}

fn fields(page: &mut Page, figured: &Figured, measures: &Table, effort_done: Fraction) {
    page.noun(&figured.scenario);
    let name = figured.name();
    page.field("name", name.json());
    page.field("name_en", name.english().json());
    page.field("frozen_on", figured.frozen_on().json());
    let totals: Map<String, Value> = figure_columns()
        .iter()
        .zip(cells(&figured.totals))
        .map(|(c, cell)| (c.key().to_owned(), cell.json()))
        .collect();
    page.field("figures", totals);
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
    page.say(S::OverLine, &[&figured.over(lang), &Cell::from(f.regulations).shown(lang)]);
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
