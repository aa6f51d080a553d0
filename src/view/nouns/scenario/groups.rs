//! Scenarios by group.

use super::{cells, figured, notes};
use crate::reform::{Axis, Group, Snapshot};
use crate::text::{Lang, collate};
use crate::view::answers::split;
use crate::view::filter::{Condition, keep_where};
use crate::view::nouns::Source;
use crate::view::{Cell, GroupNames, Table, declare};
use crate::words::scenario::ScenarioWord as S;
use crate::words::{Result, Said};
use std::collections::BTreeSet;

declare! {
    /// What is seldom asked makes the table too wide for people to read.
    SCENARIO_GROUP = "scenario_group" of "scenario compare --by, scenario show --by" {
        "group", S::Name, "text?";
        "name", S::Name, "names", Programs;
        "scenario", S::Scenario, "text";
        "measures", S::Measures, "whole";
        "regulations", S::Regulations, "whole";
        "abolished", S::Abolished, "whole";
        "simplified", S::Simplified, "whole";
        "counted_percent", S::Counted, "percent?", Programs;
        "annual_cost_before_dong", S::Before, "dong";
        "annual_cost_after_dong", S::After, "dong";
        "saved_dong", S::Saved, "dong";
        "saved_percent", S::SavedPercent, "percent?";
        "hours_before", S::HoursBefore, "number", Programs;
        "hours_after", S::HoursAfter, "number", Programs;
        "hours_saved", S::HoursSaved, "number";
        "hours_saved_percent", S::HoursPercent, "percent?", Programs;
        "effort", S::Effort, "number";
        "without_effort", S::WithoutEffort, "whole";
    }
}

/// A row a group and scenario, those groups at which a measure of any of the scenarios aims: by their names in the language `order` for
/// groups of regulations, in their own order for groups of measures.
///
/// # Errors
/// There is no scenario or programme of a name, or a condition does not fit; the workspace cannot be read.
pub fn by_group(
    from: &Source<'_>,
    codes: &[impl AsRef<str>],
    axis: Axis,
    programme: Option<&str>,
    conditions: &[Condition],
    order: Lang,
) -> Result<Table> {
    let snapshot = from.reader.snapshot(from.day)?;
    let all = figured(from, &snapshot, codes, programme)?;
    let names = names(from, &snapshot, axis)?;
    let groups: Vec<Vec<Group>> = all.iter().map(|f| f.evaluation.groups(axis)).collect::<Result<_>>()?;
    let with_measures = groups.iter().flatten().filter(|g| g.figures.measures > 0).map(|g| &g.key);
    let mut keys: Vec<&Option<String>> = with_measures.collect::<BTreeSet<_>>().into_iter().collect();
    // Those without a name last.
    let of_measures = matches!(axis, Axis::Level | Axis::Authority | Axis::Year);
    if of_measures {
        let place = |key: &Option<String>| groups.iter().filter_map(|all| all.iter().position(|g| g.key == *key)).max();
        keys.sort_by_key(|key| (key.is_none(), place(key)));
    } else {
        let name = |key: &Option<String>| names.said(key.as_deref());
        keys.sort_by(|a, b| {
            let by_name = || collate::compare(name(a).text(order), name(b).text(order));
            a.is_none().cmp(&b.is_none()).then_with(by_name)
        });
    }
    let mut table = Table::of(&SCENARIO_GROUP, from.lang);
    table.titled("group", from.word(heading(axis)));
    table.typed("group", split(axis.name()));
    for key in keys {
        for (figured, groups) in all.iter().zip(&groups) {
            let Some(group) = groups.iter().find(|g| g.key == *key) else { continue };
            let key = key.as_deref();
            let mut row = vec![names.cell(key), Cell::said(&names.said(key)), figured.scenario.code.as_str().into()];
            row.extend(cells(&group.figures));
            table.push(row);
        }
    }
    keep_where(&mut table, conditions, from.reader)?;
    for (same, keys) in [
        // What is the same in every row.
        (of_measures, &["regulations", "annual_cost_before_dong", "annual_cost_after_dong"][..]),
        (all.len() == 1, &["scenario"]),
        (all.iter().all(|f| f.totals.without_effort == 0), &["without_effort"]),
    ] {
        keys.iter().filter(|_| same).for_each(|key| table.for_programs(key));
    }
    table.notes = notes(from, &all);
    Ok(table)
}

/// The names of the groups of a split.
fn names(from: &Source<'_>, snapshot: &Snapshot, axis: Axis) -> Result<GroupNames> {
    let levels = snapshot.levels.all();
    Ok(match axis {
        Axis::Level => GroupNames::of(levels.map(|l| (l.id.clone(), Said::by(|lang| l.name_in(lang)))), from.lang),
        Axis::Authority => {
            GroupNames::of(levels.map(|l| (l.authority.clone(), Said::by(|lang| l.authority_in(lang)))), from.lang)
        }
        _ => GroupNames::read(from)?,
    })
}

/// The heading of the groups of a split.
fn heading(axis: Axis) -> S {
    match axis {
        Axis::Agency => S::Agency,
        Axis::Field => S::Field,
        Axis::Kind => S::Kind,
        Axis::Level => S::Level,
        Axis::Authority => S::Authority,
        Axis::Year => S::Year,
    }
}
