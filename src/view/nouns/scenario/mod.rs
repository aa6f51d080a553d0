//! Scenarios, stored or special: their figures side by side and by group, each wholly, how two differ, what the solver found, and what
//! uncertainty means for one.

mod chance;
mod drawn;
mod groups;
mod page;
mod problem;
mod solution;
mod tornado;
mod uncertain;

pub use chance::chance;
pub use groups::by_group;
pub use page::{diff, page, show};
pub use problem::{conflicts, constraint_text, quantity, target_name};
pub use solution::{most, saved_share, solution};
pub use tornado::tornado;
pub use uncertain::{Uncertain, uncertain};
pub(crate) use {groups::SCENARIO_GROUP, page::SCENARIO_DIFF, tornado::TORNADO};

use super::Source;
use crate::desk::{named_programmes, named_scenario, special_name};
use crate::model::Scenario;
use crate::model::scenario::is_reserved;
use crate::reform::{BaselineState, CompiledRegister, Evaluation, Figures, Snapshot};
use crate::text::{Lang, date};
use crate::view::filter::{Condition, keep_those};
use crate::view::{Cell, ColumnKind, Table, declare};
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result, Said};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many measures a remark names.
const SHOWN: usize = 5;

declare! {
    /// People read scenarios side by side, a column a scenario.
    SCENARIO = "scenario" of "list scenario, scenario list, scenario compare" {
        "code", S::Code, "text";
        "name", S::Name, "names";
        "baseline", S::BaselineColumn, "text", People;
        "programme", S::Programme, "programme?", Programs;
        "frozen_on?", S::BaselineColumn, "day?", Programs;
        "note", S::Note, "text", Programs;
        "measures", S::Measures, "whole";
        "regulations?", S::Regulations, "whole";
        "abolished", S::Abolished, "whole";
        "simplified", S::Simplified, "whole";
        "counted_percent?", S::Counted, "percent?";
        "annual_cost_before_dong?", S::Before, "dong";
        "annual_cost_after_dong?", S::After, "dong";
        "saved_dong", S::Saved, "dong";
        "saved_percent", S::SavedPercent, "percent?";
        "hours_before?", S::HoursBefore, "number";
        "hours_after?", S::HoursAfter, "number";
        "hours_saved", S::HoursSaved, "number";
        "hours_saved_percent?", S::HoursPercent, "percent?";
        "effort", S::Effort, "number";
        "without_effort?", S::WithoutEffort, "whole";
    }
}

/// A scenario with its figures.
pub struct Figured {
    scenario: Scenario,
    evaluation: Evaluation,
    totals: Figures,
}

/// Computes scenarios by name. They stand over the baseline of `programme` where one is named, else of their own programme; a special
/// name takes that of the first scenario beside it.
fn figured(
    from: &Source<'_>,
    snapshot: &Snapshot,
    codes: &[impl AsRef<str>],
    programme: Option<&str>,
) -> Result<Vec<Figured>> {
    named_programmes(&snapshot.programmes, programme)?;
    let mut scenarios = Vec::new();
    for code in codes {
        scenarios.push(named_scenario(from.reader, &snapshot.measures, code.as_ref(), from.day, from.lang)?);
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

/// All stored scenarios, each with its figures.
///
/// # Errors
/// The workspace cannot be read, or a sum does not fit.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let codes: Vec<String> = from.reader.all::<Scenario>()?.into_iter().map(|s| s.code).collect();
    let mut table = rows(from, &figured(from, &from.reader.snapshot(from.day)?, &codes, None)?);
    table.feature(&[
        "code",
        "name",
        "programme",
        "measures",
        "abolished",
        "simplified",
        "saved_dong",
        "saved_percent",
        "hours_saved",
        "effort",
        "note",
    ])?;
    Ok(table)
}

/// The figures of scenarios side by side, of those for which all conditions hold.
///
/// # Errors
/// There is no scenario or programme of a name, or a condition does not fit; the workspace cannot be read.
pub fn compare(
    from: &Source<'_>,
    codes: &[impl AsRef<str>],
    programme: Option<&str>,
    conditions: &[Condition],
) -> Result<Table> {
    let snapshot = from.reader.snapshot(from.day)?;
    let mut all = figured(from, &snapshot, codes, programme)?;
    keep_those(&rows(from, &all), &mut all, conditions, from.reader)?;
    let mut table = rows(from, &all);
    table.beside(S::Metric.text(from.lang));
    // Only a few lack a level, and then it must be seen; where none does, the line says nothing.
    if all.iter().all(|figured| figured.totals.without_effort == 0) {
        table.for_programs("without_effort");
    }
    table.notes = notes(from, &all);
    Ok(table)
}

/// A row a scenario.
fn rows(from: &Source<'_>, all: &[Figured]) -> Table {
    let mut table = Table::of(&SCENARIO, from.lang);
    for figured in all {
        let scenario = &figured.scenario;
        let mut row: Vec<Cell> = vec![
            scenario.code.as_str().into(),
            figured.name(),
            figured.over(from.lang).into(),
            scenario.programme.clone().into(),
            figured.frozen_on(),
            scenario.note.as_str().into(),
        ];
        row.extend(cells(&figured.totals));
        table.push(row);
    }
    table
}

/// The figures of a set, in the order of the columns from `measures` on.
fn cells(f: &Figures) -> [Cell; 15] {
    let percent = |value: Option<_>| value.map_or(Cell::Empty, Cell::Percent);
    [
        f.measures.into(),
        f.regulations.into(),
        f.abolished.into(),
        f.simplified.into(),
        percent(f.counted_percent()),
        Cell::Dong(f.before),
        Cell::Dong(f.after),
        Cell::Dong(f.saved()),
        percent(f.saved_percent()),
        Cell::Exact(f.hours_before),
        Cell::Exact(f.hours_after),
        Cell::Exact(f.hours_saved()),
        percent(f.hours_percent()),
        Cell::Exact(f.effort),
        f.without_effort.into(),
    ]
}

/// The columns of the figures of a set.
fn figure_columns() -> &'static [ColumnKind] {
    let at = SCENARIO.columns.iter().position(|column| column.key() == "measures").unwrap_or(0);
    SCENARIO.columns.get(at..).unwrap_or_default()
}

impl Figured {
    /// The name of the scenario: of a special one in both languages, of a stored one as it was given.
    fn name(&self) -> Cell {
        if is_reserved(&self.scenario.code) {
            Cell::said(&special_name(&self.scenario.code))
        } else {
            Cell::names(&self.scenario.name, None::<String>)
        }
    }

    fn frozen_on(&self) -> Cell {
        match self.evaluation.baseline() {
            BaselineState::Frozen(day) => Cell::Day(day),
            BaselineState::Live => Cell::Empty,
        }
    }

    /// What it stands over, in words.
    fn over(&self, lang: Lang) -> String {
        match (self.evaluation.baseline(), &self.scenario.programme) {
            (BaselineState::Frozen(day), Some(code)) => S::FrozenOn.with(lang, &[code, &date::short(day, lang)]),
            (_, Some(code)) => S::LiveOf.with(lang, &[code]),
            (_, None) => S::Live.text(lang).to_owned(),
        }
    }
}

/// What must be known to read the figures: measures that are not counted, and what measures could not do.
fn notes(from: &Source<'_>, all: &[Figured]) -> Vec<Said> {
    let mut said = Vec::new();
    // What measures could not do, and which; one line a reason, as a set may have hundreds.
    let mut told: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for figured in all {
        let missing = figured.evaluation.missing();
        if !missing.is_empty() {
            let some: Vec<&str> = missing.iter().take(SHOWN).map(String::as_str).collect();
            let more = if missing.len() > some.len() { ", …" } else { "" };
            let names = some.join(", ") + more;
            said.push(S::Missing.said(&[&figured.scenario.code, &missing.len(), &names]));
        }
        for issue in figured.evaluation.issues() {
            let measures = told.entry((issue.said.en, issue.said.vi)).or_default();
            if !measures.contains(&issue.measure) {
                measures.push(issue.measure);
            }
        }
    }
    for ((en, vi), measures) in told {
        let shown = if from.verbose { measures.len() } else { SHOWN };
        let mut names = Said::same(measures.iter().take(shown).cloned().collect::<Vec<_>>().join(", "));
        if measures.len() > shown {
            names = S::AndMore.said(&[&names.vi, &(measures.len() - shown)]);
        }
        said.push(Said { vi: format!("! {vi}: {}", names.vi), en: format!("! {en}: {}", names.en) });
    }
    let mut baselines = all.iter().map(|f| match f.evaluation.baseline() {
        BaselineState::Live => None,
        BaselineState::Frozen(day) => Some((&f.scenario.programme, day)),
    });
    let first = baselines.next();
    if baselines.any(|other| Some(other) != first) {
        said.push(S::OtherBaselines.said(&[]));
    }
    said
}
