//! `progress --net`, `progress --changes`: what moved since the baseline besides reform.

use super::{amount, unit, unit_word};
use crate::cli::context::Context;
use crate::cli::groups::GroupNames;
use crate::model::Stage;
use crate::reform::{BaselineState, ChangeKind, Progress};
use crate::view::{Cell, Format, Table, Worded};
use crate::words::progress::ProgressWord as W;
use crate::words::{Message, Result};

/// Gross and net of every target, group and stage, with what is no reform beside it. Programmes without a frozen baseline have none.
pub(super) fn answer(
    context: &Context,
    reports: &[Progress],
    stage: Option<Stage>,
    split: bool,
    names: &GroupNames,
    keep: &dyn Fn(&mut Table) -> Result<()>,
) -> Result<()> {
    let columns = [
        ("programme", W::Programme),
        ("target", W::Target),
        ("metric", W::Metric),
        ("group", W::Group),
        ("unit", W::Unit),
        ("stage", W::Stage),
        ("baseline", W::Baseline),
        ("achieved", W::Gross),
        ("percent", W::GrossPercent),
        ("new_burden", W::New),
        ("new_regulations", W::NewRegulations),
        ("net", W::Net),
        ("net_percent", W::NetPercent),
        ("target_percent", W::TargetPercent),
        ("reestimate", W::Reestimate),
        ("reestimated_regulations", W::Reestimated),
        ("dropped", W::Dropped),
        ("dropped_regulations", W::DroppedRegulations),
        ("today", W::Today),
    ];
    let mut table = Table::new("progress_net", context.lang, &columns);
    let people = matches!(context.form(), Format::Table | Format::Md);
    for report in reports {
        for target in &report.targets {
            let metric = target.target.metric;
            let groups = if split { &target.groups } else { std::slice::from_ref(&target.total) };
            for group in groups {
                let Some(burden) = group.burden else { continue };
                for stage in Stage::ALL.iter().copied().filter(|s| stage.is_none_or(|only| only == *s)) {
                    let (gross, net) = (group.at(stage), group.net(stage));
                    let unit_cell = Cell::Named(unit(metric), context.word(unit_word(metric)));
                    table.push(vec![
                        report.programme.code.clone().into(),
                        target.target.id.clone().into(),
                        Cell::Named(metric.name(), context.word(metric.word())),
                        if split { names.cell(group.key.as_deref()) } else { Cell::Empty },
                        unit_cell,
                        Cell::Named(stage.name(), context.word(stage.word())),
                        amount(metric, group.baseline),
                        amount(metric, gross.achieved),
                        gross.percent.map_or(Cell::Empty, Cell::Percent),
                        amount(metric, burden.new),
                        burden.new_regulations.into(),
                        net.map_or(Cell::Empty, |net| amount(metric, net.achieved)),
                        net.and_then(|net| net.percent).map_or(Cell::Empty, Cell::Percent),
                        Cell::Percent(target.target.percent),
                        amount(metric, burden.reestimate),
                        burden.reestimated.into(),
                        amount(metric, burden.dropped),
                        burden.dropped_regulations.into(),
                        amount(metric, burden.today),
                    ]);
                }
            }
        }
    }
    keep(&mut table)?;
    let mut hidden = if split { vec![] } else { vec!["group"] };
    if people {
        // The table is wide: what the metric says already is left to programs.
        hidden.extend(["target", "new_regulations", "reestimated_regulations", "dropped_regulations"]);
    }
    let keys: Vec<String> =
        table.columns.iter().map(|c| c.key.to_owned()).filter(|key| !hidden.contains(&key.as_str())).collect();
    table.keep(&keys)?;
    context.answer(&table)?;
    for report in reports {
        match report.baseline {
            BaselineState::Live => context.tell(&W::NotFrozen.said(&[&report.programme.code])),
            BaselineState::Frozen(_) => context.tell(&W::NetNote.said(&[&report.programme.code])),
        }
    }
    Ok(())
}

/// The regulations that differ from each frozen baseline beyond the measures in force.
pub(super) fn changes(context: &Context, reports: &[Progress], keep: &dyn Fn(&mut Table) -> Result<()>) -> Result<()> {
    let columns = [
        ("programme", W::Programme),
        ("code", W::Code),
        ("change", W::Change),
        ("frozen_dong", W::Frozen),
        ("after_dong", W::After),
        ("today_dong", W::CostToday),
        ("difference_dong", W::Difference),
        ("hours_after", W::HoursAfter),
        ("hours_today", W::HoursToday),
        ("electronic_after", W::ElectronicAfter),
        ("electronic_today", W::ElectronicToday),
    ];
    let mut table = Table::new("baseline_change", context.lang, &columns);
    for report in reports {
        for change in &report.changes {
            let word = match change.kind {
                ChangeKind::Reestimated => W::KindReestimated,
                ChangeKind::Dropped => W::KindDropped,
                ChangeKind::New => W::KindNew,
            };
            let dong = |value: Option<_>| value.map_or(Cell::Empty, Cell::Dong);
            let exact = |value: Option<_>| value.map_or(Cell::Empty, Cell::Exact);
            table.push(vec![
                report.programme.code.clone().into(),
                change.code.clone().into(),
                Cell::Named(change.kind.name(), word.text(context.lang)),
                dong(change.frozen),
                dong(change.after),
                dong(change.today),
                dong(change.today.unwrap_or_default().minus(change.after.unwrap_or_default())),
                exact(change.hours_after),
                exact(change.hours_today),
                change.electronic_after.map_or(Cell::Empty, Cell::Flag),
                change.electronic_today.map_or(Cell::Empty, Cell::Flag),
            ]);
        }
        if report.baseline == BaselineState::Live {
            context.tell(&W::NotFrozen.said(&[&report.programme.code]));
        }
    }
    keep(&mut table)?;
    context.answer(&table)
}
