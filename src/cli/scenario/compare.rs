//! `scenario compare` and `scenario list`: the figures of scenarios side by side.

use super::chosen::{Figured, figured, name_of, notes, over};
use crate::cli::args::ScenarioCompareArgs;
use crate::cli::context::Context;
use crate::model::RegulationKind;
use crate::reform::{Axis, BaselineState, Figures, Group, Snapshot};
use crate::store::Workspace;
use crate::text::{Lang, collate};
use crate::view::answers::split;
use crate::view::filter::{Condition, keep_those, keep_where};
use crate::view::{Cell, Column, Format, Table, Worded};
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Message, Result};
use std::collections::{BTreeMap, BTreeSet};

/// Shows scenarios side by side.
pub(super) fn run(context: &Context, args: &ScenarioCompareArgs) -> Result<()> {
    let codes: Vec<&str> = args.codes.iter().map(String::as_str).collect();
    compare(context, &codes, args.by.map(Axis::from), args.programme.as_deref(), &Condition::all(&args.filters)?)
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
        None if matches!(context.form(), Format::Table | Format::Md) => beside(context, &all),
        None => in_rows(context, &all),
    };
    context.answer(&table)?;
    notes(context, &all);
    Ok(())
}

/// All stored scenarios, each with its figures.
pub(in crate::cli) fn scenarios_table(context: &Context, workspace: &Workspace) -> Result<Table> {
    let scenarios = workspace.scenarios()?;
    let codes: Vec<&str> = scenarios.iter().map(|s| s.code.as_str()).collect();
    let snapshot = workspace.snapshot(context.today())?;
    let mut table = in_rows(context, &figured(context, workspace, &snapshot, &codes, None)?);
    let keys = ["code", "name", "programme", "measures", "abolished", "simplified", "saved_dong", "saved_percent"];
    let keys = keys.iter().chain(&["hours_saved", "effort", "note"]);
    table.keep(&keys.map(|key| (*key).to_owned()).collect::<Vec<_>>())?;
    Ok(table)
}

/// The figures of a set: key, heading and value.
pub(super) fn cells(f: &Figures) -> Vec<(&'static str, S, Cell)> {
    let percent = |value: Option<_>| value.map_or(Cell::Empty, Cell::Percent);
    vec![
        ("measures", S::Measures, f.measures.into()),
        ("regulations", S::Regulations, f.regulations.into()),
        ("abolished", S::Abolished, f.abolished.into()),
        ("simplified", S::Simplified, f.simplified.into()),
        ("counted_percent", S::Counted, percent(f.counted_percent())),
        ("annual_cost_before_dong", S::Before, Cell::Dong(f.before)),
        ("annual_cost_after_dong", S::After, Cell::Dong(f.after)),
        ("saved_dong", S::Saved, Cell::Dong(f.saved())),
        ("saved_percent", S::SavedPercent, percent(f.saved_percent())),
        ("hours_before", S::HoursBefore, Cell::Exact(f.hours_before)),
        ("hours_after", S::HoursAfter, Cell::Exact(f.hours_after)),
        ("hours_saved", S::HoursSaved, Cell::Exact(f.hours_saved())),
        ("hours_saved_percent", S::HoursPercent, percent(f.hours_percent())),
        ("effort", S::Effort, Cell::Exact(f.effort)),
        ("without_effort", S::WithoutEffort, f.without_effort.into()),
    ]
}

/// A row a scenario: for programs and lists.
fn in_rows(context: &Context, all: &[Figured]) -> Table {
    let mut columns = vec![
        ("code", S::Code),
        ("name", S::Name),
        ("programme", S::Programme),
        ("frozen_on", S::BaselineColumn),
        ("note", S::Note),
    ];
    columns.extend(cells(&Figures::default()).into_iter().map(|(key, word, _)| (key, word)));
    let mut table = Table::new("scenario", context.lang, &columns);
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
        row.extend(cells(&figured.totals).into_iter().map(|(.., cell)| cell));
        table.push(row);
    }
    table
}

/// A row a figure, a column a scenario: for people.
fn beside(context: &Context, all: &[Figured]) -> Table {
    let mut table = Table::new("scenario", context.lang, &[("metric", S::Metric)]);
    let codes = all.iter().map(|f| Column::new("scenario", f.scenario.code.clone()));
    table.columns.extend(codes);
    let mut line = |heading: S, cells: Vec<Cell>| {
        let mut row: Vec<Cell> = vec![heading.text(context.lang).into()];
        row.extend(cells);
        table.push(row);
    };
    line(S::Name, all.iter().map(|f| name_of(&f.scenario)).collect());
    line(S::BaselineColumn, all.iter().map(|f| over(f, context.lang).into()).collect());
    let columns: Vec<Vec<(&str, S, Cell)>> = all.iter().map(|f| cells(&f.totals)).collect();
    for (at, (key, heading, _)) in cells(&Figures::default()).into_iter().enumerate() {
        let row: Vec<Cell> = columns.iter().map(|column| column[at].2.clone()).collect();
        // Only a few lack a level, and then it must be seen; where none does, the line says nothing.
        if key != "without_effort" || row.iter().any(|cell| *cell != Cell::Whole(0)) {
            line(heading, row);
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
    let people = matches!(context.form(), Format::Table | Format::Md);
    // Programs get the same order whatever the language.
    let names = Names::read(workspace, snapshot, axis, if people { context.lang } else { Lang::Vi })?;
    let english = Names::read(workspace, snapshot, axis, Lang::En)?;
    let groups: Vec<Vec<Group>> = all.iter().map(|f| f.evaluation.groups(axis)).collect::<Result<_>>()?;
    let with_measures = groups.iter().flatten().filter(|g| g.figures.measures > 0).map(|g| &g.key);
    let wanted: BTreeSet<&Option<String>> = with_measures.collect();
    let mut columns = vec![("group", axis_word(axis)), ("name", S::Name), ("scenario", S::Scenario)];
    columns.extend(cells(&Figures::default()).into_iter().map(|(key, word, _)| (key, word)));
    let mut table = Table::new("scenario_group", context.lang, &columns);
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
            row.extend(cells(&group.figures).into_iter().map(|(.., cell)| cell));
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
    names: BTreeMap<String, String>,
}

impl Names {
    fn read(workspace: &Workspace, snapshot: &Snapshot, axis: Axis, lang: Lang) -> Result<Self> {
        let vietnamese = lang == Lang::Vi;
        let names = match axis {
            Axis::Agency => {
                let name =
                    |a: crate::model::Agency| (a.code, if vietnamese { a.name } else { a.name_en.unwrap_or(a.name) });
                workspace.agencies()?.into_iter().map(name).collect()
            }
            Axis::Kind => {
                let word = |kind: &RegulationKind| kind.word().text(lang).to_owned();
                RegulationKind::ALL.iter().map(|kind| (kind.name().to_owned(), word(kind))).collect()
            }
            Axis::Level => {
                let name =
                    |l: &crate::model::InstrumentLevel| if vietnamese { l.name.clone() } else { l.name_en.clone() };
                snapshot.levels.all().map(|l| (l.id.clone(), name(l))).collect()
            }
            Axis::Authority if !vietnamese => {
                snapshot.levels.all().map(|l| (l.authority.clone(), l.authority_en.clone())).collect()
            }
            _ => BTreeMap::new(),
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
