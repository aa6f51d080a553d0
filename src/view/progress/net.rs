//! What moved since the baseline besides reform.

use super::{alike, code, groups, notes, one_of, stages};
use crate::model::{Fraction, Stage};
use crate::reform::{BaselineState, GroupBy, Progress};
use crate::text::Lang;
use crate::view::nouns::Source;
use crate::view::{Cell, GroupNames, Table, declare};
use crate::words::progress::ProgressWord as W;
use crate::words::{Message, Result, Said};

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
///
/// # Errors
/// The workspace cannot be read.
pub fn net(from: &Source<'_>, reports: &[Progress], stage: Option<Stage>, by: Option<GroupBy>) -> Result<Table> {
    let names = GroupNames::read(from)?;
    let mut table = Table::of(&PROGRESS_NET, from.lang);
    for (report, target, group) in groups(reports, by) {
        let (metric, Some(burden)) = (target.target.metric, group.burden) else { continue };
        for stage in stages(stage) {
            let (gross, net) = (group.at(stage), group.net(stage));
            table.push(vec![
                report.programme.code.clone().into(),
                target.target.id.clone().into(),
                Cell::worded(metric, from.lang),
                names.cell(group.key.as_deref()),
                Cell::worded(metric.unit(), from.lang),
                Cell::worded(stage, from.lang),
                Cell::of_metric(metric, group.baseline),
                Cell::of_metric(metric, gross.gross),
                share(gross.gross, group.baseline),
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
    let live = alike(reports.iter().map(|report| (code(report), report.baseline == BaselineState::Live)));
    table.notes.extend(
        live.into_iter().map(
            |(codes, live)| {
                if live { not_frozen(&codes) } else { W::NetNote.said(&[&codes.join(", ")]) }
            },
        ),
    );
    table.notes.extend(notes(reports, None));
    Ok(table)
}

/// A part in percent of the whole; empty where that is zero.
fn share(part: Fraction, of: Fraction) -> Cell {
    let percent = part.times(Fraction::whole(100)).and_then(|part| part.over(of));
    percent.map_or(Cell::Empty, Cell::Percent)
}

fn not_frozen(codes: &[&str]) -> Said {
    W::NotFrozen.said_by(|lang| vec![codes.join(", "), one_of(codes, lang)])
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
pub fn changes(reports: &[Progress], lang: Lang) -> Table {
    let mut table = Table::of(&BASELINE_CHANGE, lang);
    for report in reports {
        for change in &report.changes {
            let dong = |value: Option<_>| value.map_or(Cell::Empty, Cell::Dong);
            let exact = |value: Option<_>| value.map_or(Cell::Empty, Cell::Exact);
            table.push(vec![
                report.programme.code.clone().into(),
                change.code.clone().into(),
                Cell::worded(change.kind, lang),
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
    let live: Vec<&str> = reports.iter().filter(|report| report.baseline == BaselineState::Live).map(code).collect();
    if !live.is_empty() {
        table.notes.push(not_frozen(&live));
    }
    table
}
