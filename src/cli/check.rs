//! `check`: are the targets met, is the data complete, does every measure do something? A "no" is exit code 1.

use super::Answer;
use super::args::CheckArgs;
use super::context::Context;
use super::output;
use super::progress::reports;
use crate::model::Stage;
use crate::reform::{BaselineState, Issue, Progress, TargetProgress};
use crate::report::Scope;
use crate::text::{date, number};
use crate::view::{Cell, Format, Table, declare, pretty};
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};
use serde_json::{Value, json};

/// So many measures are named to people; programs get all.
const SHOWN: usize = 5;

/// Checks targets and data.
pub(super) fn run(context: &Context, args: &CheckArgs) -> Result<Answer> {
    let workspace = context.open()?;
    let as_of = context.date(args.as_of.as_deref())?;
    let stage = args.stage.unwrap_or(Stage::InForce);
    let reports = reports(&workspace, args.programme.as_deref(), as_of, None, &Scope::All)?;
    let findings: Vec<Finding<'_>> = reports.iter().flat_map(|report| findings(report, stage)).collect();
    // What could not be computed is in no figure, so that no figure is sure.
    let passed = context.uncounted().is_empty() && findings.iter().all(|finding| finding.passed);
    if matches!(context.form(), Format::Table | Format::Md) {
        context.answer(&for_people(context, &findings, stage))?;
    } else {
        let table = for_programs(context, &findings, stage);
        if context.form() == Format::Json {
            let mut value = table.json();
            // Lists have no place in a table.
            for (row, finding) in value["rows"].as_array_mut().into_iter().flatten().zip(&findings) {
                row["measures"] = Value::Array(finding.issues.iter().map(|issue| named(issue)).collect());
            }
            output::write(context.output.as_deref(), pretty(&context.with_uncounted(value, "check"))?.as_bytes())?;
        } else {
            context.answer(&table)?;
        }
    }
    Ok(if passed { Answer::Done } else { Answer::No })
}

/// What was looked at in one programme, and what was found.
struct Finding<'p> {
    report: &'p Progress,
    check: Check<'p>,
    passed: bool,
    /// What was found, for programs.
    result: &'static str,
    /// The measures that it is about.
    issues: Vec<&'p Issue>,
}

#[derive(Clone, Copy)]
enum Check<'p> {
    Target(&'p TargetProgress),
    BaselineFrozen,
    SheetsComplete,
    MeasuresSound,
    MeasuresCount,
}

impl Check<'_> {
    fn name(self) -> (&'static str, CliMessage) {
        use CliMessage as M;
        match self {
            Self::Target(_) => ("target", M::Target),
            Self::BaselineFrozen => ("baseline_frozen", M::CheckFrozen),
            Self::SheetsComplete => ("sheets_complete", M::CheckSheets),
            Self::MeasuresSound => ("measures_sound", M::CheckMeasures),
            Self::MeasuresCount => ("measures_count", M::CheckCount),
        }
    }
}

fn findings(report: &Progress, stage: Stage) -> Vec<Finding<'_>> {
    let plain = |check, passed, result| Finding { report, check, passed, result, issues: Vec::new() };
    let mut found: Vec<Finding<'_>> = Vec::new();
    for target in &report.targets {
        let figure = target.total.at(stage);
        let code = match (figure.met, figure.percent) {
            (true, _) => "met",
            (false, Some(_)) => "not_met",
            (false, None) => "nothing_to_cut",
        };
        found.push(plain(Check::Target(target), figure.met, code));
    }
    let frozen = matches!(report.baseline, BaselineState::Frozen(_));
    found.push(plain(Check::BaselineFrozen, frozen, if frozen { "frozen" } else { "living" }));
    let complete = report.costed == report.regulations;
    found.push(plain(Check::SheetsComplete, complete, if complete { "complete" } else { "without_sheet" }));
    let (idle, unsound): (Vec<&Issue>, Vec<&Issue>) = report.issues.iter().partition(|issue| issue.kind.is_idle());
    found.push(of_measures(report, Check::MeasuresSound, unsound, "cannot_be_done"));
    found.push(of_measures(report, Check::MeasuresCount, idle, "changes_nothing"));
    found
}

fn of_measures<'p>(report: &'p Progress, check: Check<'p>, issues: Vec<&'p Issue>, wrong: &'static str) -> Finding<'p> {
    let passed = issues.is_empty();
    Finding { report, check, passed, result: if passed { "all" } else { wrong }, issues }
}

/// A measure with the reason, for programs: its code, the kind of the reason, and the measures that did before what it does.
fn named(issue: &Issue) -> Value {
    json!({ "measure": issue.measure, "reason": issue.kind.name(), "by": issue.by })
}

declare! {
    CHECK = "check" of "check" {
        "programme", CliMessage::Programme, "programme";
        "check", CliMessage::CheckColumn, "text";
        "passed", CliMessage::Passed, "flag";
        "result", CliMessage::Found, "text";
        "target", CliMessage::Target, "text?";
        "metric", CliMessage::Metric, "metric?";
        "stage", CliMessage::Stage, "stage?";
        "unit", CliMessage::Unit, "progress_unit?";
        "baseline", CliMessage::Baseline, "number?";
        "reached", CliMessage::Achieved, "number?";
        "needed", CliMessage::TargetPercent, "number?";
        "missing", CliMessage::Gap, "whole?";
        "percent", CliMessage::Percent, "percent?";
        "target_percent", CliMessage::TargetPercent, "percent?";
        "met", CliMessage::Met, "flag?";
        "due", CliMessage::Due, "day?";
        "frozen_on", CliMessage::FrozenOn, "day?";
        "regulations", CliMessage::Regulations, "whole?";
        "without_sheet", CliMessage::SheetRows, "whole?";
        "measures?", CliMessage::Measures, "any", Asked;
    }
}

/// Figures as fields, codes in place of words: the same in both languages.
fn for_programs(context: &Context, findings: &[Finding<'_>], stage: Stage) -> Table {
    let mut table = Table::of(&CHECK, context.lang);
    for finding in findings {
        let mut row: Vec<Cell> = vec![
            finding.report.programme.code.clone().into(),
            finding.check.name().0.into(),
            Cell::Flag(finding.passed),
            finding.result.into(),
        ];
        row.resize(CHECK.columns.len(), Cell::Empty);
        match finding.check {
            Check::Target(progress) => {
                let (target, figure) = (&progress.target, progress.total.at(stage));
                let figures = [
                    target.id.clone().into(),
                    target.metric.name().into(),
                    stage.name().into(),
                    target.metric.unit().name().into(),
                    Cell::of_metric(target.metric, progress.total.baseline),
                    Cell::of_metric(target.metric, figure.achieved),
                    Cell::of_metric(target.metric, figure.needed),
                    Cell::Whole(figure.missing()),
                    figure.percent.map_or(Cell::Empty, Cell::Percent),
                    Cell::Percent(target.percent),
                    Cell::Flag(figure.met),
                    Cell::Day(target.due),
                ];
                row.splice(4..16, figures);
            }
            Check::BaselineFrozen => {
                if let BaselineState::Frozen(day) = finding.report.baseline {
                    row[16] = Cell::Day(day);
                }
            }
            Check::SheetsComplete => {
                row[17] = finding.report.regulations.into();
                row[18] = (finding.report.regulations - finding.report.costed).into();
            }
            Check::MeasuresSound | Check::MeasuresCount => {}
        }
        table.push(row);
    }
    table
}

declare! {
    CHECK_FOR_PEOPLE = "check" of "" {
        "programme", CliMessage::Programme, "text";
        "check", CliMessage::CheckColumn, "text";
        "passed", CliMessage::Passed, "text";
        "found", CliMessage::Found, "text";
    }
}

fn for_people(context: &Context, findings: &[Finding<'_>], stage: Stage) -> Table {
    let mut table = Table::of(&CHECK_FOR_PEOPLE, context.lang);
    for finding in findings {
        let (name, word) = finding.check.name();
        let check = match finding.check {
            Check::Target(target) => {
                Cell::Coded(target.target.id.clone(), target.target.metric.word(context.lang).to_owned())
            }
            _ => Cell::Named(name, context.word(word)),
        };
        let found = found(context, finding, stage);
        table.push(vec![finding.report.programme.code.clone().into(), check, Cell::Flag(finding.passed), found.into()]);
    }
    table
}

/// What was found, in the language in hand.
fn found(context: &Context, finding: &Finding<'_>, stage: Stage) -> String {
    use CliMessage as M;
    let (lang, report) = (context.lang, finding.report);
    match finding.check {
        Check::Target(progress) => {
            let (target, figure) = (&progress.target, progress.total.at(stage));
            let reached = figure
                .percent
                .map_or_else(|| context.word(M::NoBaseline).to_owned(), |percent| Cell::Percent(percent).shown(lang));
            let needed = number::decimal(target.percent.numerator(), target.percent.denominator(), 2, lang);
            let metric = target.metric.word(context.lang);
            M::TargetFound.with(lang, &[&metric, &reached, &needed, &stage.word(context.lang)])
        }
        Check::BaselineFrozen => match report.baseline {
            BaselineState::Frozen(day) => M::FrozenThen.with(lang, &[&date::short(day, lang)]),
            BaselineState::Live => M::StandIn.text(lang).to_owned(),
        },
        Check::SheetsComplete => {
            let whole = |count: usize| number::whole(count as i128, lang);
            M::WithoutSheet.with(lang, &[&whole(report.regulations - report.costed), &whole(report.regulations)])
        }
        Check::MeasuresSound | Check::MeasuresCount if finding.issues.is_empty() => String::new(),
        Check::MeasuresSound => measures(context, M::MeasureIssues, &finding.issues),
        Check::MeasuresCount => measures(context, M::MeasuresIdle, &finding.issues),
    }
}

/// The measures by name, with those that took what they do.
fn measures(context: &Context, word: CliMessage, issues: &[&Issue]) -> String {
    let mut codes: Vec<String> = issues
        .iter()
        .map(|issue| match issue.by.as_slice() {
            [] => issue.measure.clone(),
            by => CliMessage::TakenBy.with(context.lang, &[&issue.measure, &by.join(", ")]),
        })
        .collect();
    codes.dedup();
    let count = codes.len();
    codes.truncate(SHOWN);
    let more = if count > SHOWN { ", …" } else { "" };
    word.with(context.lang, &[&count, &codes.join(", "), &more])
}
