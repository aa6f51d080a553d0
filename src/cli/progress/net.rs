//! `progress --net`, `progress --changes`: what moved since the baseline besides reform.

use super::{alike, one_of};
use crate::cli::context::Context;
use crate::cli::groups::GroupNames;
use crate::model::Stage;
use crate::reform::{BaselineState, Progress};
use crate::view::{Cell, Table, declare};
use crate::words::progress::ProgressWord as W;
use crate::words::{Message, Result};

declare! {
    /// Wide for people: what the metric says already is left to programs.
    PROGRESS_NET = "progress_net" of "progress --net" {
        "programme", W::Programme, "programme";
        "target", W::Target, "text", Programs;
        "metric", W::Metric, "metric";
        "group?", W::Group, "text?";
        "unit", W::Unit, "progress_unit";
        "stage", W::Stage, "stage";
        "baseline", W::Baseline, "number";
        "achieved", W::Gross, "number";
        "percent", W::GrossPercent, "percent?";
        "new_burden", W::New, "number";
        "new_regulations", W::NewRegulations, "whole", Wide;
        "net", W::Net, "number?";
        "net_percent", W::NetPercent, "percent?";
        "target_percent", W::TargetPercent, "percent";
        "reestimate", W::Reestimate, "number";
        "reestimated_regulations", W::Reestimated, "whole", Wide;
        "dropped", W::Dropped, "number";
        "dropped_regulations", W::DroppedRegulations, "whole", Wide;
        "today", W::Today, "number";
    }
}

/// Gross and net of every target, group and stage, with what is no reform beside it. Programmes without a frozen baseline have none.
pub(super) fn answer(
    context: &Context,
    reports: &[Progress],
    stage: Option<Stage>,
    split: bool,
    names: &GroupNames,
    keep: &dyn Fn(&mut Table) -> Result<()>,
) -> Result<()> {
    let mut table = Table::of(&PROGRESS_NET, context.lang);
    for report in reports {
        for target in &report.targets {
            let metric = target.target.metric;
            let groups = if split { &target.groups } else { std::slice::from_ref(&target.total) };
            for group in groups {
                let Some(burden) = group.burden else { continue };
                for stage in Stage::ALL.iter().copied().filter(|s| stage.is_none_or(|only| only == *s)) {
                    let (gross, net) = (group.at(stage), group.net(stage));
                    let unit_cell = Cell::worded(metric.unit(), context.lang);
                    table.push(vec![
                        report.programme.code.clone().into(),
                        target.target.id.clone().into(),
                        Cell::worded(metric, context.lang),
                        if split { names.cell(group.key.as_deref()) } else { Cell::Empty },
                        unit_cell,
                        Cell::worded(stage, context.lang),
                        Cell::of_metric(metric, group.baseline),
                        Cell::of_metric(metric, gross.achieved),
                        gross.percent.map_or(Cell::Empty, Cell::Percent),
                        Cell::of_metric(metric, burden.new),
                        burden.new_regulations.into(),
                        net.map_or(Cell::Empty, |net| Cell::of_metric(metric, net.achieved)),
                        net.and_then(|net| net.percent).map_or(Cell::Empty, Cell::Percent),
                        Cell::Percent(target.target.percent),
                        Cell::of_metric(metric, burden.reestimate),
                        burden.reestimated.into(),
                        Cell::of_metric(metric, burden.dropped),
                        burden.dropped_regulations.into(),
                        Cell::of_metric(metric, burden.today),
                    ]);
                }
            }
        }
    }
    keep(&mut table)?;
    if !split {
        table.without("group");
    }
    context.answer(&table)?;
    for (codes, live) in alike(reports.iter().map(|r| (r.programme.code.clone(), r.baseline == BaselineState::Live))) {
        if live {
            not_frozen(context, &codes);
        } else {
            context.tell(&W::NetNote.said(&[&codes.join(", ")]));
        }
    }
    Ok(())
}

fn not_frozen(context: &Context, codes: &[String]) {
    context.tell(&W::NotFrozen.said_by(|lang| vec![codes.join(", "), one_of(codes, lang)]));
}

declare! {
    BASELINE_CHANGE = "baseline_change" of "progress --changes" {
        "programme", W::Programme, "programme";
        "code", W::Code, "text";
        "change", W::Change, "text";
        "frozen_dong", W::Frozen, "dong?";
        "after_dong", W::After, "dong?";
        "today_dong", W::CostToday, "dong?";
        "difference_dong", W::Difference, "dong?";
        "hours_after", W::HoursAfter, "number?";
        "hours_today", W::HoursToday, "number?";
        "electronic_after", W::ElectronicAfter, "flag?";
        "electronic_today", W::ElectronicToday, "flag?";
    }
}

/// The regulations that differ from each frozen baseline beyond the measures in force.
pub(super) fn changes(context: &Context, reports: &[Progress], keep: &dyn Fn(&mut Table) -> Result<()>) -> Result<()> {
    let mut table = Table::of(&BASELINE_CHANGE, context.lang);
    for report in reports {
        for change in &report.changes {
            let dong = |value: Option<_>| value.map_or(Cell::Empty, Cell::Dong);
            let exact = |value: Option<_>| value.map_or(Cell::Empty, Cell::Exact);
            table.push(vec![
                report.programme.code.clone().into(),
                change.code.clone().into(),
                Cell::worded(change.kind, context.lang),
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
    }
    let live: Vec<String> = reports
        .iter()
        .filter(|report| report.baseline == BaselineState::Live)
        .map(|r| r.programme.code.clone())
        .collect();
    if !live.is_empty() {
        not_frozen(context, &live);
    }
    keep(&mut table)?;
    context.answer(&table)
}
