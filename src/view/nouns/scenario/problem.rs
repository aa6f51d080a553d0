//! A problem of choosing measures in words, the same in commands and on screen.

use crate::cost::explain::show;
use crate::model::{Fraction, Metric};
use crate::reform::choose::{Constraint, Problem, Wanted};
use crate::text::{Lang, date};
use crate::view::Cell;
use crate::words::Message;
use crate::words::choose::ChooseWord as Say;

/// A figure in the unit of its metric: whole đồng, regulations or working hours.
pub fn quantity(metric: Metric, value: Fraction, lang: Lang) -> String {
    Cell::of_metric(metric, value).shown(lang)
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

/// One constraint in words.
pub fn constraint_text(problem: &Problem, constraint: &Constraint, lang: Lang) -> String {
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
        Constraint::Level => Say::CLevel.with(lang, &[&problem.max_level.clone().unwrap_or_default()]),
        Constraint::Due => {
            Say::CDue.with(lang, &[&problem.due_by.map_or_else(String::new, |day| date::short(day, lang))])
        }
        Constraint::Agencies => Say::CAgencies.with(lang, &[&problem.agencies.join(", ")]),
        Constraint::Kinds => Say::CKinds.with(lang, &[&problem.kinds.join(", ")]),
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
