//! Are the targets met, is the data complete, does every measure do something?

use crate::model::Stage;
use crate::reform::{BaselineState, Issue, IssueKind, Progress};
use crate::text::{Lang, date, number};
use crate::view::{Cell, Table, declare};
use crate::words::Message;
use crate::words::cli::CliMessage as M;
use crate::words::cost::CostWord;
use crate::words::hub::HubWord;
use crate::words::local::LocalWord;
use serde_json::{Value, json};

/// So many measures are named to people; programs get all.
const SHOWN: usize = 5;

declare! {
    /// Programs get figures as fields and codes in place of words, the same in both languages; people a sentence.
    CHECK = "check" of "check" {
        "programme", M::Programme, "programme";
        "check", M::CheckColumn, "text";
        "passed", M::Passed, "flag";
        "found", M::Found, "text", People;
        "result", M::Found, "text", Programs;
        "target", M::Target, "text?", Programs;
        "metric", M::Metric, "metric?", Programs;
        "stage", M::Stage, "stage?", Programs;
        "unit", M::Unit, "progress_unit?", Programs;
        "baseline", M::Baseline, "number?", Programs;
        "reached", M::Achieved, "number?", Programs;
        "needed", M::TargetPercent, "number?", Programs;
        "missing", M::Gap, "whole?", Programs;
        "percent", M::Percent, "percent?", Programs;
        "target_percent", M::TargetPercent, "percent?", Programs;
        "met", M::Met, "flag?", Programs;
        "due", M::Due, "day?", Programs;
        "frozen_on", M::FrozenOn, "day?", Programs;
        "regulations", M::Regulations, "whole?", Programs;
        "without_sheet", M::SheetRows, "whole?", Programs;
        "without_population", CostWord::WithoutPopulation, "whole?", Programs;
        "measures?", M::Measures, "any", Programs;
    }
}

/// Where the figures of a target stand in a row, and those of what else is looked at.
const OF_TARGET: usize = 5;
const FROZEN_ON: usize = 17;

/// What is looked at in every programme, and what is found, with targets at a stage, or at that which the programme counts; and whether all is as
/// it should be. `local` are codes of local announcements that count as procedures of their own, `conflicts` counts the fields in which values of
/// several officers stand against each other.
pub fn check(
    reports: &[Progress],
    (local, conflicts): (&[String], usize),
    asked: Option<Stage>,
    lang: Lang,
) -> (Table, bool) {
    let (mut table, mut all) = (Table::of(&CHECK, lang), true);
    for report in reports {
        let stage = asked.unwrap_or_else(|| report.programme.counting.stage());
        let mut push =
            |check: Cell, passed, found: String, result: &str, at: usize, figures: Vec<Cell>, of: &[&Issue]| {
                let mut row = vec![report.programme.code.clone().into(), check, Cell::Flag(passed)];
                row.extend([found.into(), result.into()]);
                row.resize(at, Cell::Empty);
                row.extend(figures);
                row.resize(CHECK.columns.len() - 1, Cell::Empty);
                row.push(Cell::Told(of.iter().map(|issue| named(issue)).collect(), String::new()));
                table.push(row);
                all &= passed;
            };
        for progress in &report.targets {
            let (target, figure) = (&progress.target, progress.total.at(stage));
            let metric = target.metric.word(lang);
            let result = match (figure.met, figure.percent) {
                (true, _) => "met",
                (false, Some(_)) => "not_met",
                (false, None) => "nothing_to_cut",
            };
            let percent = figure.percent.map_or(Cell::Empty, Cell::Percent);
            let reached =
                if percent == Cell::Empty { M::NoBaseline.text(lang).to_owned() } else { percent.shown(lang) };
            let needed = number::decimal(target.percent.numerator(), target.percent.denominator(), 2, lang);
            let figures = vec![
                target.id.clone().into(),
                target.metric.name().into(),
                stage.name().into(),
                target.metric.unit().name().into(),
                Cell::of_metric(target.metric, progress.total.baseline),
                Cell::of_metric(target.metric, figure.achieved),
                Cell::of_metric(target.metric, figure.needed),
                Cell::Whole(figure.missing()),
                percent,
                Cell::Percent(target.percent),
                Cell::Flag(figure.met),
                Cell::Day(target.due),
            ];
            let found = M::TargetFound.with(lang, &[&metric, &reached, &needed, &stage.word(lang)]);
            let check = Cell::Told("target".into(), metric.to_owned());
            push(check, figure.met, found, result, OF_TARGET, figures, &[]);
        }
        let looked_at = |name, word: M| Cell::Named(name, word.text(lang));
        let check = looked_at("baseline_frozen", M::CheckFrozen);
        match report.baseline {
            BaselineState::Frozen(day) => {
                let found = M::FrozenThen.with(lang, &[&date::short(day, lang)]);
                push(check, true, found, "frozen", FROZEN_ON, vec![Cell::Day(day)], &[]);
            }
            BaselineState::Live => {
                push(check, false, M::StandIn.text(lang).to_owned(), "living", FROZEN_ON, vec![], &[])
            }
        }
        let counts = [report.regulations, report.regulations - report.costed].map(Cell::from);
        let found = M::WithoutSheet.with(lang, &[&counts[1].shown(lang), &counts[0].shown(lang)]);
        let complete = report.costed == report.regulations;
        let result = if complete { "complete" } else { "without_sheet" };
        push(looked_at("sheets_complete", M::CheckSheets), complete, found, result, FROZEN_ON + 1, counts.into(), &[]);
        let counts = [report.costed, report.waiting].map(Cell::from);
        let found = M::PopulationsFound.with(lang, &[&counts[1].shown(lang), &counts[0].shown(lang)]);
        let (known, figures) = (report.waiting == 0, vec![Cell::Empty, Cell::Empty, Cell::Empty, counts[1].clone()]);
        let result = if known { "complete" } else { "without_population" };
        push(looked_at("populations_known", M::CheckPopulations), known, found, result, FROZEN_ON, figures, &[]);
        let (idle, unsound): (Vec<&Issue>, Vec<&Issue>) = report.issues.iter().partition(|issue| issue.kind.is_idle());
        for (name, word, wrong, list, issues) in [
            ("measures_sound", M::CheckMeasures, "cannot_be_done", M::MeasureIssues, unsound),
            ("measures_count", M::CheckCount, "changes_nothing", M::MeasuresIdle, idle),
        ] {
            let none = issues.is_empty();
            let found = if none { String::new() } else { measures(list, &issues, lang) };
            push(looked_at(name, word), none, found, if none { "all" } else { wrong }, OF_TARGET, vec![], &issues);
        }
    }
    let mut in_all = |name: &'static str, word: &'static str, found: String| {
        let mut row = vec![Cell::Empty, Cell::Named(name, word), Cell::Flag(false), found.into(), name.into()];
        row.resize(CHECK.columns.len(), Cell::Empty);
        table.push(row);
        all = false;
    };
    if conflicts > 0 {
        in_all("conflicts", HubWord::CheckConflicts.text(lang), HubWord::Conflicts.with(lang, &[&conflicts]));
    }
    if !local.is_empty() {
        let shown = local.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
        let more = if local.len() > SHOWN { ", …" } else { "" };
        let found = LocalWord::Found.with(lang, &[&local.len(), &shown, &more]);
        in_all("local_codes", LocalWord::CheckLocal.text(lang), found);
    }
    (table, all)
}

/// A measure with the reason, for programs: its code, the kind of the reason, and the measures that did before what it does.
fn named(issue: &Issue) -> Value {
    json!({ "measure": issue.measure, "reason": issue.kind.name(), "by": issue.by })
}

/// The measures by name, with those that took what they do.
fn measures(word: M, issues: &[&Issue], lang: Lang) -> String {
    let said = |issue: &&Issue| match issue.by.as_slice() {
        [] if issue.kind == IssueKind::NotInForce => M::NoLongerInForce.with(lang, &[&issue.measure]),
        [] => issue.measure.clone(),
        by => M::TakenBy.with(lang, &[&issue.measure, &by.join(", ")]),
    };
    let mut codes: Vec<String> = issues.iter().map(said).collect();
    codes.dedup();
    let count = codes.len();
    codes.truncate(SHOWN);
    let more = if count > SHOWN { ", …" } else { "" };
    word.with(lang, &[&count, &codes.join(", "), &more])
}
