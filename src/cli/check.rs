//! `check`: are the targets met, is the data complete? A "no" is exit code 1.

use super::Answer;
use super::args::{CheckArgs, StageArg};
use super::context::Context;
use super::output::{Cell, Table};
use super::progress::{reports, stage};
use crate::reform::BaselineState;
use crate::report::Worded;
use crate::text::messages::cli::CliMessage;
use crate::text::{Message, Result, date, number};

/// So many measures are named.
const SHOWN: usize = 5;

/// Checks targets and data.
pub(super) fn run(context: &Context, args: &CheckArgs) -> Result<Answer> {
    use CliMessage as M;
    let workspace = context.open()?;
    let as_of = context.date(args.as_of.as_deref())?;
    let stage = stage(args.stage.unwrap_or(StageArg::InForce));
    let columns = [("programme", M::Programme), ("check", M::CheckColumn), ("passed", M::Passed), ("found", M::Found)];
    let mut table = Table::new("check", context.lang, &columns);
    for report in reports(&workspace, args.programme.as_deref(), as_of, None)? {
        let code = &report.programme.code;
        for target in &report.targets {
            let figure = target.total.at(stage);
            let reached = figure.percent.map_or_else(
                || context.word(M::NoBaseline).to_owned(),
                |p| number::decimal(p.numerator(), p.denominator(), 2, context.lang) + " %",
            );
            let needed = number::decimal(
                target.target.percent.numerator(),
                target.target.percent.denominator(),
                2,
                context.lang,
            );
            let metric = context.word(target.target.metric.word());
            let found = M::TargetFound.with(context.lang, &[&metric, &reached, &needed, &context.word(stage.word())]);
            table.push(vec![
                code.clone().into(),
                target.target.id.clone().into(),
                Cell::Flag(figure.met),
                found.into(),
            ]);
        }
        let (frozen, found) = match report.baseline {
            BaselineState::Frozen(day) => (true, M::FrozenThen.with(context.lang, &[&date::short(day, context.lang)])),
            BaselineState::Live => (false, M::StandIn.text(context.lang).to_owned()),
        };
        let check = Cell::Named("baseline_frozen", context.word(M::CheckFrozen));
        table.push(vec![code.clone().into(), check, Cell::Flag(frozen), found.into()]);
        let missing = report.regulations - report.costed;
        let found = M::WithoutSheet.with(context.lang, &[&missing, &report.regulations]);
        table.push(vec![
            code.clone().into(),
            Cell::Named("sheets_complete", context.word(M::CheckSheets)),
            Cell::Flag(missing == 0),
            found.into(),
        ]);
        let issues = report.issues.len();
        let found = if issues == 0 {
            String::new()
        } else {
            {
                let mut codes: Vec<&str> =
                    report.issues.iter().map(|issue| issue.measure.as_str()).take(SHOWN).collect();
                codes.dedup();
                let more = if issues > SHOWN { ", …" } else { "" };
                M::MeasureIssues.with(context.lang, &[&issues, &codes.join(", "), &more])
            }
        };
        table.push(vec![
            code.clone().into(),
            Cell::Named("measures_sound", context.word(M::CheckMeasures)),
            Cell::Flag(issues == 0),
            found.into(),
        ]);
    }
    let passed = table.rows.iter().all(|row| row[2] == Cell::Flag(true));
    context.answer(&table)?;
    Ok(if passed { Answer::Done } else { Answer::No })
}
