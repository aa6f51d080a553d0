//! `progress`: where the targets stand.

pub(super) mod forecast;
pub(super) mod net;

use super::args::ProgressArgs;
use super::context::Context;
use super::groups::GroupNames;
use super::nouns::no_programme;
use crate::model::{Programme, Stage};
use crate::reform::{BaselineState, GroupBy, GroupProgress, Progress, Snapshot, TargetProgress, progress};
use crate::report::Scope;
use crate::store::Workspace;
use crate::text::{Lang, date};
use crate::view::answers::split;
use crate::view::filter::{Condition, keep_where};
use crate::view::{Cell, Table, declare, dong};
use crate::words::cli::CliMessage::{self, self as M};
use crate::words::{Message, Result, Said};
use jiff::civil::Date;

/// Shows the progress of one programme or all.
pub(super) fn run(context: &Context, args: &ProgressArgs) -> Result<()> {
    let workspace = context.open()?;
    let as_of = context.date(args.as_of.as_deref())?;
    let conditions = Condition::all(&args.filters)?;
    let keep = |table: &mut Table| {
        if let Some(by) = args.by {
            table.typed("group", split(by.name()));
        }
        keep_where(table, &conditions, &workspace)
    };
    let (by, stage) = (args.by, args.stage);
    let scope = Scope::parse(args.scope.as_deref().unwrap_or("all"), &workspace)?;
    if args.forecast {
        let snapshot = workspace.snapshot(as_of)?;
        let chosen = chosen(&snapshot, args.programme.as_deref())?;
        let ahead = |p: &Programme| crate::reform::forecast(&scope.narrowed(&snapshot, &p.code), p, as_of);
        let forecasts: Vec<_> = chosen.into_iter().map(ahead).collect();
        return forecast::answer(context, &forecasts, stage, &keep);
    }
    let reports = reports(&workspace, args.programme.as_deref(), as_of, by, &scope)?;
    if args.changes {
        return net::changes(context, &reports, &keep);
    }
    if args.net {
        let names = GroupNames::read(context, &workspace)?;
        net::answer(context, &reports, stage, by.is_some(), &names, &keep)?;
        notes(context, &reports);
        return Ok(());
    }
    answer(context, &workspace, &reports, stage, by, &conditions)
}

/// The overview: every programme, every target, every stage.
pub(super) fn overview(context: &Context, workspace: &Workspace) -> Result<()> {
    let reports = reports(workspace, None, context.today(), None, &Scope::All)?;
    answer(context, workspace, &reports, None, None, &[])
}

/// The progress of one programme, or of all, over all regulations or some.
pub(super) fn reports(
    workspace: &Workspace,
    programme: Option<&str>,
    as_of: Date,
    by: Option<GroupBy>,
    scope: &Scope,
) -> Result<Vec<Progress>> {
    let snapshot = workspace.snapshot(as_of)?;
    let of = |p: &Programme| progress(&scope.narrowed(&snapshot, &p.code), p, as_of, by);
    Ok(chosen(&snapshot, programme)?.into_iter().map(of).collect())
}

/// The programme with a code, or all.
fn chosen<'s>(snapshot: &'s Snapshot, programme: Option<&str>) -> Result<Vec<&'s Programme>> {
    let chosen: Vec<&Programme> =
        snapshot.programmes.iter().filter(|p| programme.is_none_or(|code| p.code == code)).collect();
    match programme {
        Some(code) if chosen.is_empty() => Err(no_programme(code, snapshot.programmes.iter().map(|p| p.code.as_str()))),
        _ => Ok(chosen),
    }
}

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

fn answer(
    context: &Context,
    workspace: &Workspace,
    reports: &[Progress],
    stage: Option<Stage>,
    by: Option<GroupBy>,
    conditions: &[Condition],
) -> Result<()> {
    // Conditions are about the rows of a stage each, which are then what is shown.
    if stage.is_none() && conditions.is_empty() && context.form().is_for_people() {
        context.answer(&for_people(context, workspace, reports, by)?)?;
        parts_note(context, by);
        notes(context, reports);
        return Ok(());
    }
    let group = by.map_or(M::Group, |by| match by {
        GroupBy::Agency => M::Agency,
        GroupBy::Field => M::Field,
        GroupBy::Kind => M::KindColumn,
    });
    let mut table = Table::of(&PROGRESS, context.lang);
    table.titled("group", context.word(group));
    if let Some(by) = by {
        table.typed("group", split(by.name()));
    }
    let names = GroupNames::read(context, workspace)?;
    for report in reports {
        for target in &report.targets {
            let groups = if by.is_some() { &target.groups } else { std::slice::from_ref(&target.total) };
            for group in groups {
                for stage in Stage::ALL.iter().filter(|s| stage.is_none_or(|only| only == **s)) {
                    table.push(row(context, report, target, group, *stage, names.cell(group.key.as_deref())));
                }
            }
        }
    }
    keep_where(&mut table, conditions, workspace)?;
    if by.is_none() {
        table.without("group");
    }
    context.answer(&table)?;
    parts_note(context, by);
    notes(context, reports);
    Ok(())
}

/// One line a target or group: what it is measured against, what every stage reaches, what is missing in force.
fn for_people(context: &Context, workspace: &Workspace, reports: &[Progress], by: Option<GroupBy>) -> Result<Table> {
    let names = GroupNames::read(context, workspace)?;
    let mut table = Table::of(&PROGRESS_BY_TARGET, context.lang);
    for report in reports {
        for target in &report.targets {
            let groups = if by.is_some() { &target.groups } else { std::slice::from_ref(&target.total) };
            for group in groups {
                let share = |stage| group.at(stage).percent.map_or(Cell::Text("–".to_owned()), Cell::Percent);
                let metric = target.target.metric;
                table.push(vec![
                    report.programme.code.clone().into(),
                    metric.word(context.lang).into(),
                    names.cell(group.key.as_deref()),
                    Cell::of_metric(metric, group.baseline),
                    metric.unit().word(context.lang).into(),
                    share(Stage::Planned),
                    share(Stage::Approved),
                    share(Stage::InForce),
                    Cell::Percent(target.target.percent),
                    Cell::Whole(group.at(Stage::InForce).missing()),
                    Cell::Day(target.target.due),
                ]);
            }
        }
    }
    if by.is_none() {
        table.without("group");
    }
    Ok(table)
}

fn row(
    context: &Context,
    report: &Progress,
    target: &TargetProgress,
    group: &GroupProgress,
    stage: Stage,
    name: Cell,
) -> Vec<Cell> {
    let figure = group.at(stage);
    vec![
        report.programme.code.clone().into(),
        target.target.id.clone().into(),
        Cell::worded(target.target.metric, context.lang),
        name,
        Cell::worded(stage, context.lang),
        Cell::of_metric(target.target.metric, group.baseline),
        Cell::of_metric(target.target.metric, figure.achieved),
        figure.percent.map_or(Cell::Empty, Cell::Percent),
        Cell::Percent(target.target.percent),
        Cell::Whole(figure.missing()),
        Cell::Flag(figure.met),
        Cell::Day(target.target.due),
        Cell::worded(target.target.metric.unit(), context.lang),
    ]
}

/// Whoever adds up what groups miss is told that it is not what the whole misses.
fn parts_note(context: &Context, by: Option<GroupBy>) {
    if by.is_some() {
        context.tell(&CliMessage::PartsMissing.said(&[]));
    }
}

/// What must be known to read the figures: the baselines, what is new since, what measures could not do. On standard error; what holds
/// of several programmes is said once.
fn notes(context: &Context, reports: &[Progress]) {
    let code = |report: &Progress| report.programme.code.clone();
    let baselines = reports.iter().map(|r| (code(r), (r.baseline, r.regulations, r.costed)));
    for (codes, (state, regulations, costed)) in alike(baselines) {
        let said = |lang: Lang| match state {
            BaselineState::Live => {
                CliMessage::BaselineLive.with(lang, &[&codes.join(", "), &regulations, &costed, &one_of(&codes, lang)])
            }
            BaselineState::Frozen(day) => {
                let day = date::short(day, lang);
                CliMessage::BaselineFrozen.with(lang, &[&codes.join(", "), &day, &regulations, &costed])
            }
        };
        context.tell(&Said::by(said));
    }
    let new = reports.iter().filter(|report| report.newcomers.regulations > 0);
    for (codes, (count, annual)) in alike(new.map(|r| (code(r), (r.newcomers.regulations, r.newcomers.annual)))) {
        let said = |lang| CliMessage::Newcomers.with(lang, &[&codes.join(", "), &count, &dong(annual, lang)]);
        context.tell(&Said::by(said));
    }
    let issues = reports.iter().flat_map(|report| report.issues.iter().map(move |issue| (code(report), issue)));
    for (_, issue) in alike(issues) {
        context.tell(&Said::by(|lang| format!("! {}: {}", issue.measure, issue.said.text(lang))));
    }
}

/// The programmes, by code, of which the same is said, with what that is.
fn alike<T: PartialEq>(all: impl Iterator<Item = (String, T)>) -> Vec<(Vec<String>, T)> {
    let mut groups: Vec<(Vec<String>, T)> = Vec::new();
    for (code, what) in all {
        match groups.iter_mut().find(|(_, known)| *known == what) {
            Some((codes, _)) => codes.push(code),
            None => groups.push((vec![code], what)),
        }
    }
    groups
}

/// What stands for a programme in a command: its code, or the word for a code where there are several.
fn one_of(codes: &[String], lang: Lang) -> String {
    match codes {
        [code] => code.clone(),
        _ => CliMessage::CodeWord.text(lang).to_owned(),
    }
}
