//! What `scenario solve` shows: the set, what it reaches, what was left; or why there is none.

use crate::cli::context::Context;
use crate::model::{Fraction, Measure};
use crate::reform::Snapshot;
use crate::reform::choose::{
    Constraint, Finding, LeftBecause, Limit, Method, Nearest, Problem, Reached, Solution, Unreachable, Wanted,
};
use crate::report::{conflicts, constraint_text, target_name};
use crate::text::{Lang, number};
use crate::view::nouns::instrument_level::level_cell;
use crate::view::{Cell, Format, Page, Table, declare, with_said};
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
    }
}

/// The measures of a set; those in force, which are done and of which there may be hundreds, only where they are asked for.
pub(super) fn measures(context: &Context, snapshot: &Snapshot, solution: &Solution, in_force: bool) -> Table {
    let mut table = Table::of(&CHOSEN_MEASURE, context.lang);
    let by_code: HashMap<&str, &Measure> = snapshot.measures.iter().map(|m| (m.code.as_str(), m)).collect();
    for chosen in solution.chosen.iter().filter(|chosen| in_force || !chosen.in_force) {
        let measure = by_code.get(chosen.code.as_str());
        let level = measure.and_then(|m| snapshot.levels.of_measure(m, snapshot.kinds.get(&m.kind)));
        let remarks = [(chosen.in_force, Say::InForce), (chosen.required, Say::Required)];
        let remarks: Vec<&str> = remarks.iter().filter(|(so, _)| *so).map(|(_, say)| say.text(context.lang)).collect();
        table.push(vec![
            chosen.code.clone().into(),
            measure.map(|m| m.title.clone()).into(),
            level.map_or(Cell::Empty, |level| level_cell(level, context.lang)),
            Cell::Exact(chosen.effort),
            Cell::Dong(chosen.alone),
            Cell::Dong(chosen.within),
            remarks.join(", ").into(),
        ]);
    }
    table
}

declare! {
    TARGET = "target" of "" {
        "target", Say::Metric, "text";
        "baseline", Say::Baseline, "text";
        "needed", Say::Needed, "text";
        "achieved", Say::Achieved, "text";
        "percent", Say::Percent, "text";
        "result", Say::Result, "text";
        "unit", Say::Unit, "text";
    }
}

fn targets(context: &Context, reached: &[Reached]) -> Table {
    let mut table = Table::of(&TARGET, context.lang);
    for one in reached {
        let metric = one.wanted.metric;
        let result = if one.aside() {
            Say::Aside
        } else if one.met() {
            Say::Met
        } else {
            Say::NotMet
        };
        table.push(vec![
            target_name(&one.wanted, context.lang).into(),
            Cell::of_metric(metric, one.baseline),
            Cell::of_metric(metric, one.needed),
            Cell::of_metric(metric, one.achieved),
            one.percent.map_or(Cell::Empty, Cell::Percent),
            result.text(context.lang).into(),
            metric.unit().word(context.lang).into(),
        ]);
    }
    table
}

declare! {
    NEAREST = "nearest" of "" {
        "target", Say::Metric, "text";
        "baseline", Say::Baseline, "text";
        "needed", Say::Needed, "text";
        "most_alone", Say::MostAlone, "text";
        "most_with_others", Say::MostWithOthers, "text";
        "unit", Say::Unit, "text";
    }
}

/// How near one gets to each target.
pub(super) fn nearest(context: &Context, why: &Unreachable) -> Table {
    let mut table = Table::of(&NEAREST, context.lang);
    let people = matches!(context.form(), Format::Table | Format::Md);
    for near in &why.nearest {
        let metric = near.wanted.metric;
        let most = |value: Option<Fraction>| match value {
            Some(value) if people => reach_text(near, value, context.lang).into(),
            Some(value) => Cell::of_metric(metric, value),
            None if people => Say::NotEven.text(context.lang).into(),
            None => Cell::Empty,
        };
        table.push(vec![
            target_name(&near.wanted, context.lang).into(),
            Cell::of_metric(metric, near.baseline),
            Cell::of_metric(metric, near.needed),
            most(near.alone),
            most(near.with_others),
            metric.unit().word(context.lang).into(),
        ]);
    }
    table
}

/// `1.234 (12,34%)`, led by "at least" where more may be possible.
fn reach_text(near: &Nearest, value: Fraction, lang: Lang) -> String {
    let mut text = Cell::of_metric(near.wanted.metric, value).shown(lang);
    if let Some(part) = value.times(Fraction::whole(100)).and_then(|part| part.over(near.baseline)) {
        text.push_str(&format!(" ({})", Cell::Percent(part).shown(lang)));
    }
    if near.proven { text } else { Say::NotProven.with(lang, &[&text]) }
}

/// The whole answer for people.
pub(super) fn parts(page: &mut Page, context: &Context, snapshot: &Snapshot, finding: &Finding) {
    match finding {
        Finding::Solved(solution) => solved(page, context, snapshot, solution),
        Finding::Unreachable(why) => unreachable(page, context, snapshot, why),
        Finding::OutOfTime(out) => {
            let word = if out.stopped == Limit::Time { Say::OutOfTime } else { Say::OutOfRoom };
            page.say(word, &[&seconds(out.seconds, context.lang)]);
        }
    }
}

fn solved(page: &mut Page, context: &Context, snapshot: &Snapshot, solution: &Solution) {
    let lang = context.lang;
    let share = solution.saved.times(Fraction::whole(100)).and_then(|part| part.over(solution.baseline));
    let share = share.map_or_else(|| "–".to_owned(), |share| Cell::Percent(share).shown(lang));
    let (effort, saved) = (Cell::Exact(solution.effort).shown(lang), Cell::Dong(solution.saved).shown(lang));
    let done = solution.chosen.iter().filter(|chosen| chosen.in_force).count();
    let to_do = solution.chosen.len() - done;
    page.say(Say::Solved, &[&Cell::from(to_do).shown(lang), &effort, &saved, &share]);
    if to_do == 0 {
        page.say(Say::NothingNeeded, &[]);
    }
    if done > 0 {
        page.say(Say::WithDone, &[&Cell::from(done).shown(lang)]);
    }
    let (time, method) = (seconds(solution.seconds, lang), method_word(solution.method).text(lang));
    if solution.gap.is_zero() {
        page.say(Say::Optimal, &[&time]);
    } else {
        let bound = match solution.problem.objective {
            crate::reform::choose::Objective::LeastEffort => Cell::Exact(solution.bound),
            crate::reform::choose::Objective::GreatestSaving => Cell::Dong(solution.bound),
        };
        let gap = Cell::Percent(solution.gap).shown(lang);
        page.say(Say::WithGap, &[&gap, &bound.shown(lang), &time]);
        if solution.stopped == Some(Limit::Memory) {
            page.say(Say::RoomEnded, &[]);
        }
    }
    if !solution.bounded.is_empty() {
        page.say(Say::Bounded, &[&solution.bounded.join(", ")]);
        if context.verbose {
            page.say(Say::BoundedHow, &[]);
        }
    }
    if context.verbose {
        let [open, groups, options] = solution.size.map(|count| Cell::from(count).shown(lang));
        page.say(Say::Size, &[&open, &groups, &options, &method]);
    }
    page.table(targets(context, &solution.reached));
    page.table(measures(context, snapshot, solution, context.verbose));
    page.table(left(context, solution));
}

declare! {
    LEFT = "left" of "" {
        "because", Say::LeftTitle, "text";
        "count", Say::Count, "text";
        "examples", Say::Examples, "text";
    }
}

/// Why measures are not in the set: how many for each reason, with examples.
fn left(context: &Context, solution: &Solution) -> Table {
    let mut table = Table::of(&LEFT, context.lang);
    let mut by_reason: BTreeMap<LeftBecause, Vec<&str>> = BTreeMap::new();
    for left in &solution.left {
        by_reason.entry(left.because).or_default().push(&left.code);
    }
    let shown = if context.verbose { usize::MAX } else { 4 };
    for (because, codes) in by_reason {
        let mut examples: Vec<&str> = codes.iter().take(shown).copied().collect();
        if codes.len() > examples.len() {
            examples.push("…");
        }
        table.push(vec![because.text(context.lang).into(), codes.len().into(), examples.join(", ").into()]);
    }
    table
}

fn unreachable(page: &mut Page, context: &Context, snapshot: &Snapshot, why: &Unreachable) {
    let lang = context.lang;
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
    if !why.nearest.is_empty() {
        page.heading(Say::Nearest);
        page.table(nearest(context, why));
    }
}

/// The whole answer for programs.
pub(super) fn json(snapshot: &Snapshot, finding: &Finding) -> Value {
    match finding {
        Finding::Solved(solution) => solved_json(snapshot, solution),
        Finding::Unreachable(why) => {
            let all = |constraints: &[Constraint]| -> Vec<Value> {
                constraints.iter().map(|constraint| constraint_json(&why.problem, constraint, snapshot)).collect()
            };
            let near = |near: &Nearest| {
                let metric = near.wanted.metric;
                let mut object = wanted_json(&near.wanted);
                object["baseline"] = Cell::of_metric(metric, near.baseline).json();
                object["needed"] = Cell::of_metric(metric, near.needed).json();
                object["most_alone"] = near.alone.map_or(Value::Null, |value| Cell::of_metric(metric, value).json());
                object["most_with_others"] =
                    near.with_others.map_or(Value::Null, |value| Cell::of_metric(metric, value).json());
                object["proven"] = json!(near.proven);
                object
            };
            json!({
                "status": "unreachable",
                "programme": why.problem.programme,
                "any_of": all(&why.any_of),
                "core": all(&why.core),
                "complete": why.stopped.is_none(),
                "stopped": why.stopped.map(Limit::name),
                "nearest": why.nearest.iter().map(near).collect::<Vec<_>>(),
                "seconds": rounded(why.seconds),
            })
        }
        Finding::OutOfTime(out) => json!({
            "status": "out_of_time",
            "stopped": out.stopped.name(),
            "programme": out.problem.programme,
            "bound": out.bound.map_or(Value::Null, |bound| Cell::Exact(bound).json()),
            "seconds": rounded(out.seconds),
        }),
    }
}

fn solved_json(snapshot: &Snapshot, solution: &Solution) -> Value {
    let by_code: HashMap<&str, &Measure> = snapshot.measures.iter().map(|m| (m.code.as_str(), m)).collect();
    let target = |one: &Reached| {
        let metric = one.wanted.metric;
        let mut object = wanted_json(&one.wanted);
        object["baseline"] = Cell::of_metric(metric, one.baseline).json();
        object["needed"] = Cell::of_metric(metric, one.needed).json();
        object["achieved"] = Cell::of_metric(metric, one.achieved).json();
        object["percent"] = one.percent.map_or(Value::Null, |percent| Cell::Percent(percent).json());
        object["met"] = json!(one.met());
        object["left_aside"] = json!(one.aside());
        object
    };
    let measure = |chosen: &crate::reform::choose::ChosenMeasure| {
        let measure = by_code.get(chosen.code.as_str());
        let level = measure.and_then(|m| snapshot.levels.of_measure(m, snapshot.kinds.get(&m.kind)));
        json!({
            "code": chosen.code,
            "regulation": chosen.regulation,
            "title": measure.map(|m| m.title.clone()),
            "level": level.map(|level| level.id.clone()),
            "effort": Cell::Exact(chosen.effort).json(),
            "saved_alone_dong": Cell::Dong(chosen.alone).json(),
            "saved_within_dong": Cell::Dong(chosen.within).json(),
            "in_force": chosen.in_force,
            "required": chosen.required,
        })
    };
    let bound = match solution.problem.objective {
        crate::reform::choose::Objective::LeastEffort => Cell::Exact(solution.bound),
        crate::reform::choose::Objective::GreatestSaving => Cell::Dong(solution.bound),
    };
    let [open, groups, options] = solution.size;
    json!({
        "status": "solved",
        "objective": solution.problem.objective.name(),
        "programme": solution.problem.programme,
        "effort": Cell::Exact(solution.effort).json(),
        "saved_dong": Cell::Dong(solution.saved).json(),
        "baseline_dong": Cell::Dong(solution.baseline).json(),
        "bound": bound.json(),
        "gap_percent": Cell::Exact(solution.gap).json(),
        "optimal": solution.optimal,
        "stopped": solution.stopped.map(Limit::name),
        "method": solution.method.name(),
        "bounded": solution.bounded,
        "measures_open": open,
        "groups": groups,
        "options": options,
        "seconds": rounded(solution.seconds),
        "targets": solution.reached.iter().map(target).collect::<Vec<_>>(),
        "measures": solution.chosen.iter().map(measure).collect::<Vec<_>>(),
        "left": solution.left.iter().map(|left| json!({ "code": left.code, "because": left.because.name() })).collect::<Vec<_>>(),
    })
}

fn wanted_json(wanted: &Wanted) -> Value {
    json!({
        "metric": wanted.metric.name(),
        "agency": wanted.agency,
        "kinds": wanted.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
    })
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
    let said = |lang| constraint_text(problem, constraint, snapshot, lang);
    let said = Said::by(said);
    with_said(json!({ "constraint": kind, "number": number }), "text", &said)
}

fn method_word(method: Method) -> Say {
    match method {
        Method::Knapsack => Say::MethodKnapsack,
        Method::Lagrangian => Say::MethodLagrangian,
        Method::BranchAndBound => Say::MethodBranchAndBound,
    }
}

/// Seconds with two decimals.
fn seconds(seconds: f64, lang: Lang) -> String {
    number::decimal(hundredths(seconds), 100, 2, lang)
}

#[allow(clippy::cast_possible_truncation)]
fn hundredths(seconds: f64) -> i128 {
    (seconds * 100.0).round() as i128
}

fn rounded(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}
