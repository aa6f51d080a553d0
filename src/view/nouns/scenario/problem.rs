//! A problem of choosing measures in words, the same in commands and on screen.

use crate::cost::explain::show;
use crate::model::{Fraction, Metric};
use crate::reform::Snapshot;
use crate::reform::choose::{Constraint, Problem, Unreachable, Wanted};
use crate::text::{Lang, date};
use crate::view::Cell;
use crate::words::Message;
use crate::words::choose::ChooseWord as Say;

/// A figure with the unit of its metric: whole đồng, regulations or working hours.
pub fn quantity(metric: Metric, value: Fraction, lang: Lang) -> String {
    format!("{} {}", Cell::of_metric(metric, value).shown(lang), metric.unit().word(lang))
}

/// The name of a target: its metric, the kinds and the agency that it is limited to.
pub fn target_name(wanted: &Wanted, lang: Lang) -> String {
    let mut name = wanted.metric.word(lang).to_owned();
    let kinds: Vec<&str> = wanted.kinds.iter().map(|kind| kind.word(lang)).collect();
    for limit in [kinds.join(" + "), wanted.agency.clone().unwrap_or_default()].iter().filter(|text| !text.is_empty()) {
        name = Say::OfAgency.with(lang, &[&name, limit]);
    }
    name
}

/// Why a problem has no set: each heading with the constraints below it.
pub fn conflicts(why: &Unreachable) -> Vec<(Say, &[Constraint])> {
    let mut parts: Vec<(Say, &[Constraint])> = match why.any_of.as_slice() {
        [] => vec![(Say::NoSingle, &[])],
        any_of => vec![(Say::AnyOf, any_of)],
    };
    if why.core != why.any_of {
        parts.push((if why.core.len() == 1 { Say::CoreOne } else { Say::Core }, &why.core));
    }
    parts
}

/// One constraint in words.
pub fn constraint_text(problem: &Problem, constraint: &Constraint, snapshot: &Snapshot, lang: Lang) -> String {
    match constraint {
        Constraint::Target(at) => problem.targets.get(*at).map_or_else(String::new, |wanted| {
            let much = match (wanted.percent, wanted.amount) {
                (Some(percent), _) => Cell::Percent(percent).shown(lang),
                (None, amount_) => quantity(wanted.metric, amount_.unwrap_or_default(), lang),
            };
            Say::CTarget.with(lang, &[&target_name(wanted, lang), &much])
        }),
        Constraint::Budget => Say::CBudget.with(lang, &[&show(problem.budget.unwrap_or_default(), lang)]),
        Constraint::Stage => Say::CStage.with(lang, &[&problem.stage.word(lang)]),
        Constraint::Level => {
            let id = problem.max_level.as_deref().unwrap_or_default();
            Say::CLevel.with(lang, &[&snapshot.levels.find(id).map_or(id, |level| level.name_in(lang))])
        }
        Constraint::Due => {
            Say::CDue.with(lang, &[&problem.due_by.map_or_else(String::new, |day| date::short(day, lang))])
        }
        Constraint::Agencies => Say::CAgencies.with(lang, &[&problem.agencies.join(", ")]),
        Constraint::Kinds => {
            let name = |id: &String| snapshot.kinds.get(id).map_or(id.as_str(), |kind| kind.name_in(lang)).to_owned();
            Say::CKinds.with(lang, &[&problem.kinds.iter().map(name).collect::<Vec<_>>().join(", ")])
        }
        Constraint::Exclude(code) => Say::CExclude.with(lang, &[code]),
        Constraint::Require(code) => Say::CRequire.with(lang, &[code]),
        Constraint::Conflict(at) => {
            let measures = problem.conflicts.get(*at).map(|conflict| conflict.measures.join(", "));
            Say::CConflict.with(lang, &[&measures.unwrap_or_default()])
        }
        Constraint::Precedence(at) => problem.precedences.get(*at).map_or_else(String::new, |precedence| {
            Say::CPrecedence.with(lang, &[&precedence.measure, &precedence.needs.join(", ")])
        }),
    }
}
