//! Where the targets stand: by stage, net of what is no reform, ahead to the due dates, and whether all is as it should be.

mod check;
mod forecast;
mod in_out;
mod net;

pub use check::check;
pub use forecast::forecast;
pub use in_out::{BookUnit, ledger, unit};
pub use net::{changes, net};
pub(crate) use {
    check::CHECK, forecast::PROGRESS_FORECAST, in_out::PROGRESS_LEDGER, net::BASELINE_CHANGE, net::PROGRESS_NET,
};

use super::nouns::Source;
use super::{Cell, GroupNames, Table, declare, dong};
use crate::model::Stage;
use crate::reform::{BaselineState, GroupBy, GroupProgress, Progress, TargetProgress};
use crate::text::{Lang, date};
use crate::words::cli::CliMessage as M;
use crate::words::{Message, Result, Said};

declare! {
    PROGRESS = "progress" of "progress" {
        "programme", M::Programme, "programme";
        "target", M::Target, "text";
        "metric", M::Metric, "metric";
        "group?", M::Group, "text?";
        "stage", M::Stage, "stage";
        "baseline", M::Baseline, "number";
        "achieved", M::Achieved, "number";
        "percent", M::Percent, "percent?";
        "target_percent", M::TargetPercent, "percent";
        "gap", M::Gap, "whole";
        "met", M::Met, "flag";
        "due", M::Due, "day";
        "unit", M::Unit, "progress_unit";
    }
    PROGRESS_BY_TARGET = "progress" of "" {
        "programme", M::Programme, "programme";
        "metric", M::Metric, "text";
        "group", M::Group, "text?";
        "baseline", M::Baseline, "number";
        "unit", M::Unit, "text";
        "planned", M::Planned, "percent?";
        "approved", M::Approved, "percent?";
        "in_force", M::InForce, "percent?";
        "target_percent", M::TargetPercent, "percent";
        "gap", M::GapInForce, "whole";
        "due", M::Due, "day";
    }
}

/// A row a target or group and stage.
///
/// # Errors
/// The workspace cannot be read.
pub fn by_stage(from: &Source<'_>, reports: &[Progress], stage: Option<Stage>, by: Option<GroupBy>) -> Result<Table> {
    let names = GroupNames::read(from)?;
    let mut table = Table::of(&PROGRESS, from.lang);
    if let Some(by) = by {
        table.titled("group", from.word(heading(by)));
    }
    for (report, target, group) in groups(reports, by) {
        let metric = target.target.metric;
        for stage in stages(stage) {
            let figure = group.at(stage);
            table.push(vec![
                report.programme.code.clone().into(),
                target.target.id.clone().into(),
                Cell::worded(metric, from.lang),
                names.cell(group.key.as_deref()),
                Cell::worded(stage, from.lang),
                Cell::of_metric(metric, group.baseline),
                Cell::of_metric(metric, figure.achieved),
                figure.percent.map_or(Cell::Empty, Cell::Percent),
                Cell::Percent(target.target.percent),
                Cell::Whole(figure.missing()),
                Cell::Flag(figure.met),
                Cell::Day(target.target.due),
                Cell::worded(metric.unit(), from.lang),
            ]);
        }
    }
    table.notes = notes(reports, by);
    Ok(table)
}

/// For people, a row a target or group: what it is measured against, what every stage reaches, what is missing at the stage that counts.
///
/// # Errors
/// The workspace cannot be read.
pub fn by_target(from: &Source<'_>, reports: &[Progress], by: Option<GroupBy>) -> Result<Table> {
    let names = GroupNames::read(from)?;
    let mut table = Table::of(&PROGRESS_BY_TARGET, from.lang);
    for (report, target, group) in groups(reports, by) {
        let share = |stage| group.at(stage).percent.map_or("–".into(), Cell::Percent);
        let metric = target.target.metric;
        table.push(vec![
            report.programme.code.clone().into(),
            metric.word(from.lang).into(),
            names.cell(group.key.as_deref()),
            Cell::of_metric(metric, group.baseline),
            metric.unit().word(from.lang).into(),
            share(Stage::Planned),
            share(Stage::Approved),
            share(Stage::InForce),
            Cell::Percent(target.target.percent),
            Cell::Whole(group.at(report.programme.counting.stage()).missing()),
            Cell::Day(target.target.due),
        ]);
    }
    // Where a programme counts at another stage, the shortfall is of that stage, which a note names.
    if reports.iter().any(|report| report.programme.counting.stage() != Stage::InForce) {
        table.titled("gap", from.word(M::Gap));
    }
    table.notes = notes(reports, by);
    Ok(table)
}

fn heading(by: GroupBy) -> M {
    match by {
        GroupBy::Agency => M::Agency,
        GroupBy::Field => M::Field,
        GroupBy::Kind => M::KindColumn,
    }
}

/// Every target as a whole, or every group of it.
fn groups(
    reports: &[Progress],
    by: Option<GroupBy>,
) -> impl Iterator<Item = (&Progress, &TargetProgress, &GroupProgress)> {
    let targets = reports.iter().flat_map(|report| report.targets.iter().map(move |target| (report, target)));
    targets.flat_map(move |(report, target)| {
        let groups = if by.is_some() { &target.groups } else { std::slice::from_ref(&target.total) };
        groups.iter().map(move |group| (report, target, group))
    })
}

/// The stage that was asked for, or all.
fn stages(only: Option<Stage>) -> impl Iterator<Item = Stage> {
    Stage::ALL.iter().copied().filter(move |stage| only.is_none_or(|only| only == *stage))
}

/// What must be known to read the figures: the baseline, what is new since, what measures could not do; and whoever adds up what groups
/// miss is told that it is not what the whole misses. What holds of several programmes is said once.
fn notes(reports: &[Progress], by: Option<GroupBy>) -> Vec<Said> {
    let mut said: Vec<Said> = by.map(|_| M::PartsMissing.said(&[])).into_iter().collect();
    let baselines = reports.iter().map(|r| (code(r), (r.baseline, r.regulations, r.costed)));
    said.extend(alike(baselines).into_iter().map(|(codes, (state, regulations, costed))| {
        let all = codes.join(", ");
        Said::by(|lang| match state {
            BaselineState::Live => M::BaselineLive.with(lang, &[&all, &regulations, &costed, &one_of(&codes, lang)]),
            BaselineState::Frozen(day) => {
                M::BaselineFrozen.with(lang, &[&all, &date::short(day, lang), &regulations, &costed])
            }
        })
    }));
    let mut followed: Vec<&(String, String)> = reports.iter().flat_map(|report| &report.followed).collect();
    followed.sort();
    followed.dedup();
    if !followed.is_empty() {
        let all: Vec<String> = followed.iter().map(|(from, to)| format!("{from} → {to}")).collect();
        said.push(M::AgenciesFollowed.said(&[&all.join(", ")]));
    }
    said.extend(reports.iter().flat_map(|report| report.remarks.iter().cloned()));
    let waiting = reports.iter().filter(|report| report.waiting > 0).map(|report| (code(report), report.waiting));
    said.extend(alike(waiting).into_iter().map(|(codes, count)| M::CostWaits.said(&[&codes.join(", "), &count])));
    let new = reports.iter().filter(|report| report.newcomers.regulations > 0);
    let new = new.map(|report| (code(report), (report.newcomers.regulations, report.newcomers.annual)));
    said.extend(alike(new).into_iter().map(|(codes, (count, annual))| {
        Said::by(|lang| M::Newcomers.with(lang, &[&codes.join(", "), &count, &dong(annual, lang)]))
    }));
    let issues = reports.iter().flat_map(|report| report.issues.iter().map(move |issue| (code(report), issue)));
    let issues = alike(issues).into_iter();
    said.extend(issues.map(|(_, issue)| Said::by(|lang| format!("! {}: {}", issue.measure, issue.said.text(lang)))));
    said
}

fn code(report: &Progress) -> &str {
    &report.programme.code
}

/// The programmes, by code, of which the same is said, with what that is.
fn alike<'a, T: PartialEq>(all: impl Iterator<Item = (&'a str, T)>) -> Vec<(Vec<&'a str>, T)> {
    let mut groups: Vec<(Vec<&str>, T)> = Vec::new();
    for (code, what) in all {
        match groups.iter_mut().find(|(_, known)| *known == what) {
            Some((codes, _)) => codes.push(code),
            None => groups.push((vec![code], what)),
        }
    }
    groups
}

/// What stands for a programme in a command: its code, or the word for a code where there are several.
fn one_of(codes: &[&str], lang: Lang) -> String {
    match codes {
        [code] => (*code).to_owned(),
        _ => M::CodeWord.text(lang).to_owned(),
    }
}
