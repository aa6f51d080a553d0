//! `scenario compare` and `scenario list`: the figures of scenarios side by side.

use super::chosen::{Figured, figured, name_of, notes, over};
use crate::cli::args::ScenarioCompareArgs;
use crate::cli::context::Context;
use crate::model::{RegulationKind, Scenario};
use crate::reform::{Axis, BaselineState, Figures, Group, Snapshot};
use crate::store::Workspace;
use crate::text::{Lang, collate};
use crate::view::answers::split;
use crate::view::filter::{Condition, keep_those, keep_where};
use crate::view::{Cell, Column, ColumnKind, Table, declare};
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result};
use std::collections::{BTreeSet, HashMap};

/// Shows scenarios side by side.
pub(super) fn run(context: &Context, args: &ScenarioCompareArgs) -> Result<()> {
    let codes: Vec<&str> = args.codes.iter().map(String::as_str).collect();
    compare(context, &codes, args.by, args.programme.as_deref(), &Condition::all(&args.filters)?)
}

/// Shows scenarios side by side, in total or by group.
pub(super) fn compare(
    context: &Context,
    codes: &[&str],
    by: Option<Axis>,
    programme: Option<&str>,
    conditions: &[Condition],
) -> Result<()> {
    let workspace = context.open()?;
    let snapshot = workspace.snapshot(context.today())?;
    let mut all = figured(context, &workspace, &snapshot, codes, programme)?;
    if by.is_none() {
        keep_those(&in_rows(context, &all), &mut all, conditions, &workspace)?;
    }
    let table = match by {
        Some(axis) => by_group(context, &workspace, &snapshot, &all, axis, conditions)?,
        None if context.form().is_for_people() => beside(context, &all),
        None => in_rows(context, &all),
    };
    context.answer(&table)?;
    notes(context, &all);
    Ok(())
}

/// All stored scenarios, each with its figures.
pub(in crate::cli) fn scenarios_table(context: &Context, workspace: &Workspace) -> Result<Table> {
    let scenarios = workspace.all::<Scenario>()?;
    let codes: Vec<&str> = scenarios.iter().map(|s| s.code.as_str()).collect();
    let snapshot = workspace.snapshot(context.today())?;
    let mut table = in_rows(context, &figured(context, workspace, &snapshot, &codes, None)?);
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

declare! {
    SCENARIO = "scenario" of "list scenario, scenario list, scenario compare" {
        "code", S::Code, "text";
        "name", S::Name, "names";
        "programme", S::Programme, "programme?";
        "frozen_on?", S::BaselineColumn, "day?";
        "note", S::Note, "text";
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
    SCENARIO_GROUP = "scenario_group" of "scenario compare --by, scenario show --by" {
        "group", S::Name, "text?";
        "name", S::Name, "names";
        "scenario", S::Scenario, "text";
        "measures", S::Measures, "whole";
        "regulations", S::Regulations, "whole";
        "abolished", S::Abolished, "whole";
        "simplified", S::Simplified, "whole";
        "counted_percent", S::Counted, "percent?";
        "annual_cost_before_dong", S::Before, "dong";
        "annual_cost_after_dong", S::After, "dong";
        "saved_dong", S::Saved, "dong";
        "saved_percent", S::SavedPercent, "percent?";
        "hours_before", S::HoursBefore, "number";
        "hours_after", S::HoursAfter, "number";
        "hours_saved", S::HoursSaved, "number";
        "hours_saved_percent", S::HoursPercent, "percent?";
        "effort", S::Effort, "number";
        "without_effort", S::WithoutEffort, "whole";
    }
    BESIDE = "scenario" of "" {
        "metric", S::Metric, "text";
    }
}

/// The figures of a set, in the order of the columns from `measures` on.
pub(super) fn cells(f: &Figures) -> [Cell; 15] {
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
pub(super) fn figure_columns() -> &'static [ColumnKind] {
    let at = SCENARIO.columns.iter().position(|column| column.key() == "measures").unwrap_or(0);
    SCENARIO.columns.get(at..).unwrap_or_default()
}

/// A row a scenario: for programs and lists.
fn in_rows(context: &Context, all: &[Figured]) -> Table {
    let mut table = Table::of(&SCENARIO, context.lang);
    for figured in all {
        let scenario = &figured.scenario;
        let frozen = match figured.evaluation.baseline() {
            BaselineState::Frozen(day) => Cell::Day(day),
            BaselineState::Live => Cell::Empty,
        };
        let mut row: Vec<Cell> = vec![
            scenario.code.as_str().into(),
            name_of(scenario),
            scenario.programme.clone().into(),
            frozen,
            scenario.note.as_str().into(),
        ];
        row.extend(cells(&figured.totals));
        table.push(row);
    }
    table
}

/// A row a figure, a column a scenario: for people.
fn beside(context: &Context, all: &[Figured]) -> Table {
    let mut table = Table::of(&BESIDE, context.lang);
    let codes = all.iter().map(|f| Column::new("scenario", f.scenario.code.clone()));
    table.columns.extend(codes);
    let mut line = |heading: &str, cells: Vec<Cell>| {
        let mut row: Vec<Cell> = vec![heading.into()];
        row.extend(cells);
        table.push(row);
    };
    line(S::Name.text(context.lang), all.iter().map(|f| name_of(&f.scenario)).collect());
    line(S::BaselineColumn.text(context.lang), all.iter().map(|f| over(f, context.lang).into()).collect());
    let figures: Vec<[Cell; 15]> = all.iter().map(|f| cells(&f.totals)).collect();
    for (at, column) in figure_columns().iter().enumerate() {
        let row: Vec<Cell> = figures.iter().map(|figures| figures[at].clone()).collect();
        // Only a few lack a level, and then it must be seen; where none does, the line says nothing.
        if column.key() != "without_effort" || row.iter().any(|cell| *cell != Cell::Whole(0)) {
            line(&column.title(context.lang), row);
        }
    }
    table
}

/// A row a group and scenario, those groups at which a measure of any of the scenarios aims; by the size of what the first saves for
/// groups of regulations, in their own order for groups of measures.
fn by_group(
    context: &Context,
    workspace: &Workspace,
    snapshot: &Snapshot,
    all: &[Figured],
    axis: Axis,
    conditions: &[Condition],
) -> Result<Table> {
    let people = context.form().is_for_people();
    // Programs get the same order whatever the language.
    let names = Names::read(workspace, snapshot, axis, if people { context.lang } else { Lang::Vi })?;
    let english = Names::read(workspace, snapshot, axis, Lang::En)?;
    let groups: Vec<Vec<Group>> = all.iter().map(|f| f.evaluation.groups(axis)).collect::<Result<_>>()?;
    let with_measures = groups.iter().flatten().filter(|g| g.figures.measures > 0).map(|g| &g.key);
    let wanted: BTreeSet<&Option<String>> = with_measures.collect();
    let mut table = Table::of(&SCENARIO_GROUP, context.lang);
    table.titled("group", context.word(axis_word(axis)));
    table.typed("group", split(axis_name(axis)));
    for key in names.in_order(&wanted, &groups) {
        for (figured, groups) in all.iter().zip(&groups) {
            let Some(group) = groups.iter().find(|g| g.key == *key) else { continue };
            let shown = key.as_deref().map_or_else(|| S::Unstated.text(names.lang).to_owned(), |k| names.of(k));
            let first = match key {
                Some(key) => Cell::Coded(key.clone(), shown.clone()),
                None if people => shown.as_str().into(),
                None => Cell::Empty,
            };
            let english = key.as_deref().map_or_else(|| S::Unstated.text(Lang::En).to_owned(), |k| english.of(k));
            let name = Cell::names(shown, Some(english));
            let mut row: Vec<Cell> = vec![first, name, figured.scenario.code.as_str().into()];
            row.extend(cells(&group.figures));
            table.push(row);
        }
    }
    keep_where(&mut table, conditions, workspace)?;
    if people {
        let of_measures = matches!(axis, Axis::Level | Axis::Authority | Axis::Year);
        // What is the same in every row of a group of measures, and what is seldom asked, makes the table too wide to read.
        let drop: &[&str] = &["name", "counted_percent", "hours_before", "hours_after", "hours_saved_percent"];
        let whole: &[&str] = &["regulations", "annual_cost_before_dong", "annual_cost_after_dong"];
        let one: &[&str] = &["scenario"];
        let keys = table.columns.iter().map(|c| c.key.to_owned()).filter(|key| {
            let key = key.as_str();
            !(drop.contains(&key)
                || of_measures && whole.contains(&key)
                || all.len() == 1 && one.contains(&key)
                || key == "without_effort" && all.iter().all(|f| f.totals.without_effort == 0))
        });
        table.keep(&keys.collect::<Vec<_>>())?;
    }
    Ok(table)
}

/// The names of groups.
struct Names {
    axis: Axis,
    lang: Lang,
    names: HashMap<String, String>,
}

impl Names {
    fn read(workspace: &Workspace, snapshot: &Snapshot, axis: Axis, lang: Lang) -> Result<Self> {
        let names = match axis {
            Axis::Agency => workspace.agency_names(lang)?.into(),
            Axis::Kind => {
                let word = |kind: &RegulationKind| kind.word(lang).to_owned();
                RegulationKind::ALL.iter().map(|kind| (kind.name().to_owned(), word(kind))).collect()
            }
            Axis::Level => snapshot.levels.all().map(|l| (l.id.clone(), l.name_in(lang).to_owned())).collect(),
            Axis::Authority => {
                snapshot.levels.all().map(|l| (l.authority.clone(), l.authority_in(lang).to_owned())).collect()
            }
            _ => HashMap::new(),
        };
        Ok(Self { axis, lang, names })
    }

    fn of(&self, key: &str) -> String {
        self.names.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// The groups in the order in which people look for them, those without a name last.
    fn in_order<'g>(&self, wanted: &BTreeSet<&'g Option<String>>, groups: &[Vec<Group>]) -> Vec<&'g Option<String>> {
        let mut keys: Vec<&Option<String>> = wanted.iter().copied().collect();
        let place = |key: &Option<String>| {
            let places = groups.iter().filter_map(|groups| groups.iter().position(|g| g.key == *key));
            places.max().unwrap_or(usize::MAX)
        };
        match self.axis {
            Axis::Level | Axis::Authority | Axis::Year => keys.sort_by_key(|key| (key.is_none(), place(key))),
            _ => keys.sort_by(|a, b| match (a, b) {
                (Some(a), Some(b)) => collate::compare(&self.of(a), &self.of(b)),
                (a, b) => a.is_none().cmp(&b.is_none()),
            }),
        }
        keys
    }
}

/// The name of a split, as it is asked for.
fn axis_name(axis: Axis) -> &'static str {
    match axis {
        Axis::Agency => "agency",
        Axis::Field => "field",
        Axis::Kind => "kind",
        Axis::Level => "level",
        Axis::Authority => "authority",
        Axis::Year => "year",
    }
}

/// The heading of the groups of a split.
fn axis_word(axis: Axis) -> S {
    match axis {
        Axis::Agency => S::Agency,
        Axis::Field => S::Field,
        Axis::Kind => S::Kind,
        Axis::Level => S::Level,
        Axis::Authority => S::Authority,
        Axis::Year => S::Year,
    }
}
