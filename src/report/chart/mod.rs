//! Charts of documents, as SVG that needs nothing else. A template asks for one by `{{ chart("targets", programme.targets) }}`; only a form that can
//! show it gets it, and every figure in it stands in a table of the document too. Figures come as the document states them, rounded there; lengths
//! on the page are no figures.

mod svg;
mod tornado;
mod waterfall;

use super::cannot_json;
use super::template::share as percent;
use crate::text::{Lang, date, number, width};
use crate::words::chart::ChartWord as W;
use crate::words::report::ReportWord;
use crate::words::{Message, Result};
use jiff::civil::Date;
use minijinja::{Error, ErrorKind, Value};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use svg::{Anchor, Svg};
use tornado::Bar;
use waterfall::{Fall, Falls};

/// What marks the block that holds a chart in the Markdown of a document.
pub(super) const BLOCK: &str = "tinhgon-chart";

/// How wide a chart is, in units of the drawing.
const WIDTH: f64 = 720.0;

/// How high a line of text with what stands around it is.
const LINE: f64 = 18.0;

/// At most so many bars are drawn; the table has all of them.
const MOST: usize = 15;

/// How many columns of a terminal the longest name may take; the whole name is told by the bar.
const LONGEST: usize = 58;

/// A chart as the template asks for it, with the fields that it needs of what it is given.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
enum Chart {
    /// Gauges of the targets of a programme: what is in force, approved and planned against what must be reached.
    Targets(Vec<Target>),
    /// What is expected of each target from day to day, with the cliff where temporary measures end.
    Course(Vec<Target>),
    /// The largest burdens, with their share of the whole summed up.
    Pareto(Vec<Ranked>),
    /// Cost before and after, of what saves most.
    BeforeAfter(Vec<Agency>),
    /// From the cost before to that after, measure by measure.
    Waterfall(Falls),
    /// What each uncertain parameter does to the saving.
    Tornado(Vec<Bar>),
}

#[derive(Debug, Serialize, Deserialize)]
struct Target {
    metric: String,
    percent: f64,
    due: Date,
    total: Stages,
    planned: Course,
    approved: Course,
}

#[derive(Debug, Serialize, Deserialize)]
struct Stages {
    planned_percent: Option<f64>,
    approved_percent: Option<f64>,
    in_force_percent: Option<f64>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Course {
    points: Vec<(Date, Option<f64>)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Ranked {
    name: String,
    cost: Option<Json>,
    percent: Option<f64>,
    cumulative_percent: Option<f64>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Agency {
    fields: Vec<Field>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Field {
    items: Vec<Item>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Item {
    name: String,
    cost: Option<Benefit>,
    #[serde(default)]
    measures: Vec<Fall>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Benefit {
    before: Json,
    after: Json,
    saved: Json,
}

/// The chart that a template asks for, as a block of its Markdown.
///
/// # Errors
/// The template asks for a chart that there is not, or of what it cannot be made of.
pub(super) fn block(kind: &str, of: &Value) -> Result<String, Error> {
    let wrong = |e: &dyn std::fmt::Display| Error::new(ErrorKind::InvalidOperation, format!("chart(\"{kind}\"): {e}"));
    // What no number of JSON can hold is too large to be drawn beside anything; the table has it.
    let Ok(of) = serde_json::to_value(of) else { return Ok(String::new()) };
    let chart: Chart = serde_json::from_value(serde_json::json!({ "kind": kind, "of": of })).map_err(|e| wrong(&e))?;
    let text = serde_json::to_string(&chart).map_err(|e| wrong(&e))?;
    Ok(format!("\n```{BLOCK}\n{text}\n```\n"))
}

/// The drawing of a block; nothing where it has nothing to show.
///
/// # Errors
/// The block holds no chart.
pub(super) fn drawing(block: &str, lang: Lang) -> Result<String> {
    let chart: Chart = serde_json::from_str(block).map_err(cannot_json)?;
    Ok(match chart {
        Chart::Targets(targets) => gauges(&targets, lang),
        Chart::Course(targets) => targets.iter().map(|target| course(target, lang)).collect(),
        Chart::Pareto(lines) => pareto(&lines, lang),
        Chart::BeforeAfter(agencies) => before_after(&agencies, lang),
        Chart::Tornado(bars) => tornado::tornado(&bars, lang),
        Chart::Waterfall(falls) => waterfall::waterfall(&falls, lang),
    })
}

/// A number of đồng as documents write it.
fn dong(value: &Json, lang: Lang) -> String {
    let digits = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    digits.parse().map_or(digits, |whole| number::whole(whole, lang))
}

fn short(name: &str) -> String {
    width::cut(name, LONGEST)
}

/// How long a value is beside the largest, of so much room.
fn length(value: f64, largest: f64, room: f64) -> f64 {
    if largest > 0.0 { (value / largest).clamp(0.0, 1.0) * room } else { 0.0 }
}

/// The stages in the order in which they are drawn, one over the other: class, word.
const STAGES: [(&str, ReportWord); 3] =
    [("planned", ReportWord::Planned), ("approved", ReportWord::Approved), ("done", ReportWord::InForce)];

fn legend(svg: &mut Svg, y: f64, entries: &[(&str, &str)]) {
    let mut x = 0.0;
    for (class, word) in entries {
        svg.rect(class, (x, y - 10.0), (12.0, 12.0), "");
        svg.text("faint", (x + 18.0, y), Anchor::Start, word);
        x += 32.0 + f64::from(u32::try_from(width::width(word)).unwrap_or(u32::MAX)) * 7.5;
    }
}

fn gauges(targets: &[Target], lang: Lang) -> String {
    let known: Vec<(&Target, [f64; 3])> = targets
        .iter()
        .filter_map(|target| {
            let total = &target.total;
            Some((target, [total.planned_percent?, total.approved_percent?, total.in_force_percent?]))
        })
        .collect();
    if known.is_empty() {
        return String::new();
    }
    let largest =
        known.iter().flat_map(|(target, stages)| stages.iter().chain([&target.percent])).copied().fold(1.0, f64::max);
    let mut svg = Svg::new(W::Gauges.text(lang));
    let mut y = LINE;
    for (target, stages) in &known {
        let told = |at: usize| percent(stages[at], lang);
        svg.text("", (0.0, y), Anchor::Start, &crate::words::capital(&target.metric));
        let said = W::GaugeSaid.with(lang, &[&told(2), &percent(target.percent, lang), &date::short(target.due, lang)]);
        svg.text("faint", (WIDTH, y), Anchor::End, &said);
        y += 6.0;
        svg.rect("ground", (0.0, y), (WIDTH, 16.0), "");
        for (at, (class, word)) in STAGES.iter().enumerate() {
            let title = format!("{}: {}", word.text(lang), told(at));
            svg.rect(class, (0.0, y), (length(stages[at], largest, WIDTH), 16.0), &title);
        }
        let at = length(target.percent, largest, WIDTH);
        svg.line("goal", (at, y - 3.0), (at, y + 19.0));
        y += 16.0 + LINE + 10.0;
    }
    let words: Vec<(&str, &str)> = STAGES.iter().rev().map(|(class, word)| (*class, word.text(lang))).collect();
    legend(&mut svg, y, &words);
    svg.done(WIDTH, y + 6.0)
}

/// How far two days are apart.
fn days(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}

fn course(target: &Target, lang: Lang) -> String {
    let all = || target.planned.points.iter().chain(&target.approved.points);
    let (Some(first), Some(last)) =
        (all().map(|(day, _)| *day).min(), all().map(|(day, _)| *day).chain([target.due]).max())
    else {
        return String::new();
    };
    let span = days(first, last);
    if span <= 0.0 || all().all(|(_, value)| value.is_none()) {
        return String::new();
    }
    let (left, right, top, height) = (44.0, WIDTH - 4.0, LINE + 12.0, 120.0);
    let largest = all().filter_map(|(_, value)| *value).fold(target.percent.max(1.0), f64::max) * 1.1;
    let x = |day: Date| left + length(days(first, day), span, right - left);
    let y = |value: f64| top + height - length(value, largest, height);
    let title = W::CourseOf.with(lang, &[&target.metric]);
    let mut svg = Svg::new(&title);
    svg.text("", (0.0, LINE - 4.0), Anchor::Start, &crate::words::capital(&title));
    svg.line("axis", (left, top), (left, top + height));
    svg.line("axis", (left, top + height), (right, top + height));
    svg.line("goal", (left, y(target.percent)), (right, y(target.percent)));
    svg.text("faint", (left - 6.0, y(target.percent) + 4.0), Anchor::End, &percent(target.percent, lang));
    svg.text("faint", (left - 6.0, top + height + 4.0), Anchor::End, "0%");
    for (class, points) in [("planned", &target.planned.points), ("done", &target.approved.points)] {
        let mut steps = Vec::new();
        for (day, value) in points.iter().filter_map(|(day, value)| Some((*day, (*value)?))) {
            // A figure holds until the next day on which something comes or ends.
            if let Some((_, before)) = steps.last().copied() {
                steps.push((x(day), before));
            }
            steps.push((x(day), y(value)));
        }
        if let Some((_, at)) = steps.last().copied() {
            steps.push((right, at));
        }
        svg.steps(class, &steps);
    }
    let below = top + height + LINE;
    svg.text("faint", (left, below), Anchor::Start, &date::short(first, lang));
    svg.text("faint", (right, below), Anchor::End, &date::short(last, lang));
    if target.due >= first && target.due < last {
        svg.line("axis", (x(target.due), top), (x(target.due), top + height));
        svg.text("faint", (x(target.due), below), Anchor::Middle, &date::short(target.due, lang));
    }
    let y = below + LINE + 4.0;
    legend(&mut svg, y, &[("done", W::IfApproved.text(lang)), ("planned", W::IfPlanned.text(lang))]);
    svg.done(WIDTH, y + 6.0)
}

fn pareto(lines: &[Ranked], lang: Lang) -> String {
    let known: Vec<(&Ranked, &Json, f64)> = lines
        .iter()
        .filter_map(|line| Some((line, line.cost.as_ref()?, line.percent?)))
        .filter(|(_, _, percent)| *percent > 0.0)
        .take(MOST)
        .collect();
    let Some(largest) = known.first().map(|(_, _, percent)| *percent) else { return String::new() };
    let mut svg = Svg::new(W::Pareto.text(lang));
    let mut y = LINE;
    for (line, cost, share) in &known {
        svg.text("", (0.0, y), Anchor::Start, &short(&line.name));
        let summed = line.cumulative_percent.map(|summed| percent(summed, lang)).unwrap_or_default();
        let said = W::ParetoSaid.with(lang, &[&dong(cost, lang), &percent(*share, lang), &summed]);
        svg.text("faint", (WIDTH, y), Anchor::End, &said);
        y += 5.0;
        svg.rect("done", (0.0, y), (length(*share, largest, WIDTH), 8.0), &line.name);
        y += 8.0 + LINE + 4.0;
    }
    svg.done(WIDTH, y - LINE)
}

fn before_after(agencies: &[Agency], lang: Lang) -> String {
    let size = |value: &Json| value.as_f64().unwrap_or_default();
    let items = agencies.iter().flat_map(|agency| &agency.fields).flat_map(|field| &field.items);
    let mut known: Vec<(&Item, &Benefit)> = items
        .filter_map(|item| Some((item, item.cost.as_ref()?)))
        .filter(|(_, cost)| size(&cost.saved) > 0.0)
        .collect();
    known.sort_by(|a, b| size(&b.1.saved).total_cmp(&size(&a.1.saved)));
    known.truncate(MOST);
    let largest = known.iter().map(|(_, cost)| size(&cost.before)).fold(0.0, f64::max);
    if known.is_empty() {
        return String::new();
    }
    let mut svg = Svg::new(W::BeforeAfter.text(lang));
    svg.text("", (0.0, LINE - 4.0), Anchor::Start, W::BeforeAfter.text(lang));
    let mut y = LINE * 2.0 + 4.0;
    for (item, cost) in &known {
        svg.text("", (0.0, y), Anchor::Start, &short(&item.name));
        let said = W::BeforeAfterSaid.with(lang, &[&dong(&cost.before, lang), &dong(&cost.after, lang)]);
        svg.text("faint", (WIDTH, y), Anchor::End, &said);
        y += 5.0;
        svg.rect("planned", (0.0, y), (length(size(&cost.before), largest, WIDTH), 8.0), &item.name);
        svg.rect("done", (0.0, y + 9.0), (length(size(&cost.after), largest, WIDTH), 8.0), &item.name);
        y += 17.0 + LINE + 6.0;
    }
    legend(&mut svg, y, &[("planned", W::Before.text(lang)), ("done", W::After.text(lang))]);
    svg.done(WIDTH, y + 6.0)
}

#[cfg(test)]
mod tests;
