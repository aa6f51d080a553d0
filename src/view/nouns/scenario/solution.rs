//! What the solver found: the set, what it reaches, what was left; or why there is none.

use super::{Source, conflicts, constraint_text, quantity, target_name};
use crate::model::{Fraction, Measure};
use crate::reform::Snapshot;
use crate::reform::choose::{
    Constraint, Finding, LeftBecause, Limit, Method, Nearest, Objective, OutOfTime, Problem, Reached, Solution,
    Unreachable, Wanted,
};
use crate::text::Lang;
use crate::view::nouns::instrument_level::level_cell;
use crate::view::{Cell, Page, Table, declare, with_said};
use crate::words::choose::ChooseWord as Say;
use crate::words::{Message, Said};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

declare! {
    CHOSEN_MEASURE = "chosen_measure" of "" {
        "code", Say::MeasureColumn, "text";
        "title", Say::Content, "text";
        "level", Say::LevelColumn, "text";
        "effort", Say::Effort, "text";
        "saved_alone_dong", Say::Alone, "text";
        "saved_within_dong", Say::Within, "text";
        "remark", Say::Remark, "text";
        "regulation", Say::Regulation, "text", Programs;
        "in_force", Say::InForce, "flag", Programs;
        "required", Say::Required, "flag", Programs;
    }
    TARGET = "target" of "" {
        "target", Say::Metric, "text", People;
        "metric", Say::Metric, "text", Programs;
        "kinds", Say::Metric, "text", Programs;
        "agency", Say::Metric, "text", Programs;
        "baseline", Say::Baseline, "text";
        "needed", Say::Needed, "text";
        "achieved", Say::Achieved, "text";
        "percent", Say::Percent, "text";
        "met", Say::Met, "flag", Programs;
        "left_aside", Say::Aside, "flag", Programs;
        "result", Say::Result, "text", People;
        "unit", Say::Unit, "text", People;
    }
    NEAREST = "nearest" of "" {
        "target", Say::Metric, "text";
        "baseline", Say::Baseline, "text";
        "needed", Say::Needed, "text";
        "most_alone", Say::MostAlone, "text";
        "most_with_others", Say::MostWithOthers, "text";
        "unit", Say::Unit, "text";
        "metric", Say::Metric, "text", Programs;
        "kinds", Say::Metric, "text", Programs;
        "agency", Say::Metric, "text", Programs;
        "proven", Say::NotProven, "flag", Programs;
    }
    LEFT = "left" of "" {
        "because", Say::LeftTitle, "text";
        "count", Say::Count, "text";
        "examples", Say::Examples, "text";
    }
}

/// What was found.
pub fn solution(from: &Source<'_>, snapshot: &Snapshot, finding: &Finding) -> Page {
    let mut page = Page::new("solution", from.lang, "");
    match finding {
        Finding::Solved(solution) => solved(&mut page, from, snapshot, solution),
        Finding::Unreachable(why) => unreachable(&mut page, snapshot, why),
        Finding::OutOfTime(out) => out_of_time(&mut page, out),
    }
    page
}

fn out_of_time(page: &mut Page, out: &OutOfTime) {
    let seconds = Cell::seconds(out.seconds);
    page.fields(json!({
        "status": "out_of_time",
        "stopped": out.stopped.name(),
        "programme": out.problem.programme,
        "bound": out.bound.map_or(Cell::Empty, Cell::Exact),
        "seconds": seconds,
    }));
    let word = if out.stopped == Limit::Time { Say::OutOfTime } else { Say::OutOfRoom };
    page.say(word, &[&seconds.shown(page.lang())]);
}

fn solved(page: &mut Page, from: &Source<'_>, snapshot: &Snapshot, solution: &Solution) {
    let lang = from.lang;
    let (effort, saved) = (Cell::Exact(solution.effort), Cell::Dong(solution.saved));
    let bound = match solution.problem.objective {
        Objective::LeastEffort => Cell::Exact(solution.bound),
        Objective::GreatestSaving => Cell::Dong(solution.bound),
    };
    let seconds = Cell::seconds(solution.seconds);
    let [open, groups, options] = solution.size;
    page.fields(json!({
        "status": "solved",
        "objective": solution.problem.objective.name(),
        "programme": solution.problem.programme,
        "effort": effort,
        "saved_dong": saved,
        "baseline_dong": Cell::Dong(solution.baseline),
        "bound": bound,
        "gap_percent": Cell::Exact(solution.gap),
        "optimal": solution.optimal,
        "stopped": solution.stopped.map(Limit::name),
        "method": solution.method.name(),
        "bounded": solution.bounded,
        "measures_open": open,
        "groups": groups,
        "options": options,
        "seconds": seconds,
        "left": solution.left.iter().map(|left| json!({ "code": left.code, "because": left.because.name() })).collect::<Vec<_>>(),
    }));
    let done = solution.chosen.iter().filter(|chosen| chosen.in_force).count();
    let to_do = Cell::from(solution.chosen.len() - done);
    page.say(Say::Solved, &[&to_do.shown(lang), &effort.shown(lang), &saved.shown(lang), &saved_share(solution, lang)]);
    if to_do == Cell::Whole(0) {
        page.say(Say::NothingNeeded, &[]);
    }
    if done > 0 {
        page.say(Say::WithDone, &[&Cell::from(done).shown(lang)]);
    }
    if solution.gap.is_zero() {
        page.say(Say::Optimal, &[&seconds.shown(lang)]);
    } else {
        let gap = Cell::Percent(solution.gap).shown(lang);
        page.say(Say::WithGap, &[&gap, &bound.shown(lang), &seconds.shown(lang)]);
        if solution.stopped == Some(Limit::Memory) {
            page.say(Say::RoomEnded, &[]);
        }
    }
    if !solution.bounded.is_empty() {
        page.say(Say::Bounded, &[&solution.bounded.join(", ")]);
        if from.verbose {
            page.say(Say::BoundedHow, &[]);
        }
    }
    if from.verbose {
        let [open, groups, options] = solution.size.map(|count| Cell::from(count).shown(lang));
        page.say(Say::Size, &[&open, &groups, &options, &method_word(solution.method).text(lang)]);
    }
    let targets = targets(&solution.reached, lang);
    page.rows("targets", &targets, &[]);
    page.table(targets);
    let mut measures = measures(from, snapshot, solution);
    page.rows("measures", &measures, &["remark"]);
    page.sheet(measures.clone());
    // What is done, and of which there may be hundreds, is shown where it is asked for.
    let mut chosen = solution.chosen.iter();
    measures.rows.retain(|_| from.verbose || chosen.next().is_none_or(|chosen| !chosen.in_force));
    page.table(measures);
    page.table(left(solution, from));
}

/// What a set saves of the baseline, in percent.
pub fn saved_share(solution: &Solution, lang: Lang) -> String {
    match Cell::share(solution.saved, solution.baseline) {
        Cell::Empty => "–".to_owned(),
        share => share.shown(lang),
    }
}

fn measures(from: &Source<'_>, snapshot: &Snapshot, solution: &Solution) -> Table {
    let mut table = Table::of(&CHOSEN_MEASURE, from.lang);
    let by_code: HashMap<&str, &Measure> = snapshot.measures.iter().map(|m| (m.code.as_str(), m)).collect();
    for chosen in &solution.chosen {
        let measure = by_code.get(chosen.code.as_str());
        let level = measure.and_then(|m| snapshot.levels.of_measure(m, snapshot.kinds.get(&m.kind)));
        let remarks = [(chosen.in_force, Say::InForce), (chosen.required, Say::Required)];
        let remarks: Vec<&str> = remarks.iter().filter(|(so, _)| *so).map(|(_, say)| from.word(*say)).collect();
        table.push(vec![
            chosen.code.clone().into(),
            measure.map(|m| m.title.clone()).into(),
            level.map_or(Cell::Empty, |level| level_cell(level, from.lang)),
            Cell::Exact(chosen.effort),
            Cell::Dong(chosen.alone),
            Cell::Dong(chosen.within),
            remarks.join(", ").into(),
            chosen.regulation.clone().into(),
            Cell::Flag(chosen.in_force),
            Cell::Flag(chosen.required),
        ]);
    }
    table
}

fn targets(reached: &[Reached], lang: Lang) -> Table {
    let mut table = Table::of(&TARGET, lang);
    for one in reached {
        let metric = one.wanted.metric;
        let result = if one.aside() {
            Say::Aside
        } else if one.met() {
            Say::Met
        } else {
            Say::NotMet
        };
        let [metric_name, kinds, agency] = wanted(&one.wanted);
        table.push(vec![
            target_name(&one.wanted, lang).into(),
            metric_name,
            kinds,
            agency,
            Cell::of_metric(metric, one.baseline),
            Cell::of_metric(metric, one.needed),
            Cell::of_metric(metric, one.achieved),
            one.percent.map_or(Cell::Empty, Cell::Percent),
            Cell::Flag(one.met()),
            Cell::Flag(one.aside()),
            result.text(lang).into(),
            metric.unit().word(lang).into(),
        ]);
    }
    table
}

/// A target for programs: its metric, the kinds of regulation and the agency that it is limited to.
fn wanted(wanted: &Wanted) -> [Cell; 3] {
    let kinds = wanted.kinds.iter().map(|kind| kind.name()).collect();
    [wanted.metric.name().into(), Cell::Told(kinds, String::new()), wanted.agency.clone().into()]
}

/// How near one gets to each target.
fn nearest(why: &Unreachable, lang: Lang) -> Table {
    let mut table = Table::of(&NEAREST, lang);
    for near in &why.nearest {
        let metric = near.wanted.metric;
        let most = |value: Option<Fraction>| {
            let plain = value.map_or(Cell::Empty, |value| Cell::of_metric(metric, value));
            Cell::Told(plain.json(), most(near, value, lang))
        };
        let [metric_name, kinds, agency] = wanted(&near.wanted);
        table.push(vec![
            target_name(&near.wanted, lang).into(),
            Cell::of_metric(metric, near.baseline),
            Cell::of_metric(metric, near.needed),
            most(near.alone),
            most(near.with_others),
            metric.unit().word(lang).into(),
            metric_name,
            kinds,
            agency,
            Cell::Flag(near.proven),
        ]);
    }
    table
}

/// `1.234 (12,34%)`, led by "at least" where more may be possible.
pub fn most(near: &Nearest, value: Option<Fraction>, lang: Lang) -> String {
    let Some(value) = value else {
        // What was not found in time may be there all the same.
        return if near.proven { Say::NotEven } else { Say::NotYet }.text(lang).to_owned();
    };
    let mut text = quantity(near.wanted.metric, value, lang);
    if let share @ Cell::Percent(_) = Cell::share(value, near.baseline) {
        text.push_str(&format!(" ({})", share.shown(lang)));
    }
    if near.proven { text } else { Say::NotProven.with(lang, &[&text]) }
}

/// Why measures are not in the set: how many for each reason, with examples.
fn left(solution: &Solution, from: &Source<'_>) -> Table {
    let mut table = Table::of(&LEFT, from.lang);
    let mut by_reason: BTreeMap<LeftBecause, Vec<&str>> = BTreeMap::new();
    for left in &solution.left {
        by_reason.entry(left.because).or_default().push(&left.code);
    }
    let shown = if from.verbose { usize::MAX } else { 4 };
    for (because, codes) in by_reason {
        let mut examples: Vec<&str> = codes.iter().take(shown).copied().collect();
        if codes.len() > examples.len() {
            examples.push("…");
        }
        table.push(vec![because.text(from.lang).into(), codes.len().into(), examples.join(", ").into()]);
    }
    table
}

fn unreachable(page: &mut Page, snapshot: &Snapshot, why: &Unreachable) {
    let lang = page.lang();
    let all = |constraints: &[Constraint]| -> Vec<Value> {
        constraints.iter().map(|constraint| constraint_json(&why.problem, constraint, snapshot)).collect()
    };
    page.fields(json!({
        "status": "unreachable",
        "programme": why.problem.programme,
        "any_of": all(&why.any_of),
        "core": all(&why.core),
        "complete": why.stopped.is_none(),
        "stopped": why.stopped.map(Limit::name),
        "seconds": Cell::seconds(why.seconds),
    }));
    page.say(Say::Unreachable, &[]);
    page.blank();
    for (title, constraints) in conflicts(why) {
        page.say(title, &[]);
        for constraint in constraints {
            page.within(2, format!("· {}", constraint_text(&why.problem, constraint, snapshot, lang)));
        }
    }
    if let Some(limit) = why.stopped {
        page.say(if limit == Limit::Time { Say::Incomplete } else { Say::IncompleteRoom }, &[]);
    }
    let nearest = nearest(why, lang);
    page.rows("nearest", &nearest, &["target", "unit"]);
    page.sheet(nearest.clone());
    if !nearest.rows.is_empty() {
        page.heading(Say::Nearest);
        page.table(nearest);
    }
}

fn constraint_json(problem: &Problem, constraint: &Constraint, snapshot: &Snapshot) -> Value {
    let kind = match constraint {
        Constraint::Target(_) => "target",
        Constraint::Budget => "budget",
        Constraint::Stage => "stage",
        Constraint::Level => "max_level",
        Constraint::Due => "due_by",
        Constraint::Agencies => "agencies",
        Constraint::Kinds => "kinds",
        Constraint::Exclude(_) => "exclude",
        Constraint::Require(_) => "require",
        Constraint::Conflict(_) => "conflict",
        Constraint::Precedence(_) => "precedence",
    };
    let number = match constraint {
        Constraint::Target(at) | Constraint::Conflict(at) | Constraint::Precedence(at) => Some(at + 1),
        _ => None,
    };
    let said = Said::by(|lang| constraint_text(problem, constraint, snapshot, lang));
    with_said(json!({ "constraint": kind, "number": number }), "text", &said)
}

fn method_word(method: Method) -> Say {
    match method {
        Method::Knapsack => Say::MethodKnapsack,
        Method::Lagrangian => Say::MethodLagrangian,
        Method::BranchAndBound => Say::MethodBranchAndBound,
    }
}
