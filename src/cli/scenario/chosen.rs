//! Scenarios by name, stored or special, with their figures.

use crate::cli::context::Context;
use crate::cli::nouns::no_programme;
use crate::desk::{named_scenario, special_name};
use crate::model::Scenario;
use crate::model::scenario::is_reserved;
use crate::reform::{BaselineState, CompiledRegister, Evaluation, Figures, Snapshot};
use crate::store::Workspace;
use crate::text::{Lang, date};
use crate::view::Cell;
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result, Said};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many measures a remark names.
const SHOWN: usize = 5;

/// A scenario with its figures.
pub(super) struct Figured {
    pub(super) scenario: Scenario,
    pub(super) evaluation: Evaluation,
    pub(super) totals: Figures,
}

/// Computes scenarios by name. They stand over the baseline of `programme` where one is named, else of their own programme; a special
/// name takes that of the first scenario beside it.
pub(super) fn figured(
    context: &Context,
    workspace: &Workspace,
    snapshot: &Snapshot,
    codes: &[&str],
    programme: Option<&str>,
) -> Result<Vec<Figured>> {
    if let Some(code) = programme.filter(|code| !snapshot.programmes.iter().any(|p| p.code == *code)) {
        return Err(no_programme(code, snapshot.programmes.iter().map(|p| p.code.as_str())));
    }
    let mut scenarios = Vec::new();
    for code in codes {
        scenarios.push(named_scenario(workspace, &snapshot.measures, code, context.today(), context.lang)?);
    }
    let first = scenarios.iter().find_map(|s| s.programme.clone());
    let mut registers: BTreeMap<Option<String>, Arc<CompiledRegister>> = BTreeMap::new();
    let mut all = Vec::new();
    for mut scenario in scenarios {
        if programme.is_some() || is_reserved(&scenario.code) {
            scenario.programme = programme.map(str::to_owned).or_else(|| first.clone());
        }
        let over = scenario.programme.clone();
        let register = match registers.get(&over) {
            Some(register) => register.clone(),
            None => Arc::new(CompiledRegister::new(snapshot, &snapshot.measures, over.as_deref())),
        };
        registers.insert(over, register.clone());
        let evaluation = Evaluation::new(register, scenario.measures.iter().map(String::as_str));
        all.push(Figured { totals: evaluation.totals()?, scenario, evaluation });
    }
    Ok(all)
}

/// The name of a scenario: of a special one in both languages, of a stored one as it was given.
pub(super) fn name_of(scenario: &Scenario) -> Cell {
    if is_reserved(&scenario.code) {
        Cell::said(&special_name(&scenario.code))
    } else {
        Cell::names(&scenario.name, None::<String>)
    }
}

/// The codes of the measures of a scenario, by its name, stored or special.
pub(in crate::cli) fn measures_of(
    context: &Context,
    workspace: &Workspace,
    snapshot: &Snapshot,
    code: &str,
) -> Result<BTreeSet<String>> {
    Ok(named_scenario(workspace, &snapshot.measures, code, context.today(), context.lang)?
        .measures
        .into_iter()
        .collect())
}

/// What a scenario stands over, in words.
pub(super) fn over(figured: &Figured, lang: Lang) -> String {
    let programme = figured.scenario.programme.as_deref();
    match (figured.evaluation.baseline(), programme) {
        (BaselineState::Frozen(day), Some(code)) => S::FrozenOn.with(lang, &[&code, &date::short(day, lang)]),
        (_, Some(code)) => S::LiveOf.with(lang, &[&code]),
        (_, None) => S::Live.text(lang).to_owned(),
    }
}

/// What must be known to read the figures, on standard error: measures that are not counted, and what measures could not do.
pub(super) fn notes(context: &Context, all: &[Figured]) {
    // What measures could not do, and which; one line a reason, as a set may have hundreds.
    let mut told: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for figured in all {
        let missing = figured.evaluation.missing();
        if !missing.is_empty() {
            let some: Vec<&str> = missing.iter().take(SHOWN).map(String::as_str).collect();
            let more = if missing.len() > some.len() { ", …" } else { "" };
            let names = some.join(", ") + more;
            context.tell(&S::Missing.said(&[&figured.scenario.code, &missing.len(), &names]));
        }
        for issue in figured.evaluation.issues() {
            let measures = told.entry((issue.said.en, issue.said.vi)).or_default();
            if !measures.contains(&issue.measure) {
                measures.push(issue.measure);
            }
        }
    }
    for ((en, vi), measures) in told {
        let shown = if context.verbose { measures.len() } else { SHOWN };
        let mut names = measures.iter().take(shown).cloned().collect::<Vec<_>>().join(", ");
        if measures.len() > shown {
            names = S::AndMore.with(context.lang, &[&names, &(measures.len() - shown)]);
        }
        context.tell(&Said { vi: format!("! {vi}: {names}"), en: format!("! {en}: {names}") });
    }
    let mut baselines = all.iter().map(|f| match f.evaluation.baseline() {
        BaselineState::Live => None,
        BaselineState::Frozen(day) => Some((&f.scenario.programme, day)),
    });
    let first = baselines.next();
    if baselines.any(|other| Some(other) != first) {
        context.tell(&S::OtherBaselines.said(&[]));
    }
}
