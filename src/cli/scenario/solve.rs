//! `scenario solve`: the set of measures that reaches the targets with the least effort, or saves the most within a budget.

use crate::cli::Answer;
use crate::cli::args::ScenarioSolveArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::desk::{KeepSolution, can_keep, stored_scenario};
use crate::exchange::{problem, problem_line};
use crate::model::Programme;
use crate::reform::choose;
use crate::reform::choose::{Finding, Problem, Watch, model_as_mps};
use crate::store::Workspace;
use crate::view::nouns::scenario::solution;
use crate::words::choose::ChooseWord as Say;
use crate::words::counting::CountingWord;
use crate::words::{Fault, Message, Result};
use indicatif::{ProgressBar, ProgressStyle};
use std::cell::Cell;
use std::time::Instant;

/// Solves a problem and shows what was found; "no" when no set meets every constraint, or none was found in time.
pub(super) fn run(context: &Context, args: &ScenarioSolveArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let problem = stated(context, &workspace, args)?;
    if args.print_problem {
        let text = problem::with_remarks(&problem, context.lang)?;
        output::write(context.output.as_deref(), text.as_bytes())?;
        return Ok(Answer::Done);
    }
    if let Some(code) = &args.save {
        can_keep(&workspace, code)?;
    }
    let as_of = context.date(args.as_of.as_deref())?;
    let snapshot = workspace.snapshot(as_of)?;
    if let Some(path) = &args.model {
        output::write(Some(path), model_as_mps(&snapshot, &problem, as_of)?.as_bytes())?;
        context.tell(&Say::ModelWritten.said(&[&path.display()]));
    }
    let finding = watched(context, &problem, |watch| choose(&snapshot, &problem, as_of, watch))?;
    let kept = match (&finding, &args.save) {
        (Finding::Solved(solution), Some(code)) => {
            let asked = KeepSolution { code, name: args.name.as_deref(), solution };
            Some(context.desk(&mut workspace, "scenario solve", code).keep_solution(asked)?)
        }
        _ => None,
    };
    let mut page = solution(&context.source(&workspace, as_of), &snapshot, &finding);
    let own = |programme: &&Programme| problem.programme.as_ref() == Some(&programme.code);
    if let Some(programme) = snapshot.programmes.iter().find(own).filter(|one| one.counting.changes_figures()) {
        page.notes.push(CountingWord::GrossHere.said(&[&programme.code]));
    }
    if let Some(kept) = &kept {
        page.field("saved_as", kept.value.code.as_str());
        page.field("change", kept.change);
        page.notes.push(Say::SavedAs.said(&[&kept.value.code, &kept.value.measures.len()]));
    }
    context.answer_page(&page)?;
    Ok(if matches!(finding, Finding::Solved(_)) { Answer::Done } else { Answer::No })
}

/// Runs a search with a watch; on a terminal, a line tells the seconds from the second one on.
fn watched<T>(context: &Context, problem: &Problem, search: impl FnOnce(Watch<'_>) -> T) -> T {
    // Draws on standard error, and only where that is a terminal.
    let line = if context.quiet { ProgressBar::hidden() } else { ProgressBar::no_length() };
    if let Ok(style) = ProgressStyle::with_template("{msg}") {
        line.set_style(style);
    }
    let start = Instant::now();
    let told = Cell::new(0);
    let found = search(&|| {
        let elapsed = start.elapsed();
        let seconds = elapsed.as_secs();
        if seconds > told.replace(seconds) {
            line.set_message(match seconds <= u64::from(problem.seconds) {
                true => Say::Searching.with(context.lang, &[&seconds, &problem.seconds]),
                false => Say::Explaining.with(context.lang, &[&seconds]),
            });
        }
        elapsed.as_secs_f64()
    });
    line.finish_and_clear();
    found
}

/// The problem of the file or the scenario, with what the options add or say otherwise.
fn stated(context: &Context, workspace: &Workspace, args: &ScenarioSolveArgs) -> Result<Problem> {
    let mut problem = match (&args.problem, &args.again) {
        (Some(path), _) => problem::read(path)?,
        (None, Some(code)) => {
            let scenario = stored_scenario(workspace, code)?;
            if !scenario.is_found() {
                return Err(Fault::usage(Say::NoQuestion.said(&[code])));
            }
            problem::from_toml(&scenario.problem)?
        }
        (None, None) => Problem::default(),
    };
    if args.programme.is_some() {
        problem.programme.clone_from(&args.programme);
    }
    if let Some(objective) = args.objective {
        problem.objective = objective;
    }
    for target in &args.targets {
        problem.targets.push(problem_line::target(target)?);
    }
    if let Some(budget) = &args.budget {
        problem.budget = Some(problem_line::number(budget)?);
    }
    if let Some(asked) = args.stage {
        problem.stage = asked;
    }
    if args.max_level.is_some() {
        problem.max_level.clone_from(&args.max_level);
    }
    if let Some(day) = &args.due_by {
        problem.due_by = Some(context.date(Some(day))?);
    }
    problem.agencies.extend(args.agencies.iter().cloned());
    problem.kinds.extend(args.kinds.iter().cloned());
    problem.exclude.extend(args.exclude.iter().cloned());
    problem.require.extend(args.require.iter().cloned());
    problem.conflicts.extend(args.conflicts.iter().map(|codes| problem_line::conflict(codes)));
    for needs in &args.needs {
        problem.precedences.push(problem_line::precedence(needs)?);
    }
    if let Some(seconds) = args.seconds {
        problem.seconds = seconds;
    }
    if let Some(gap) = &args.gap {
        problem.gap = problem_line::number(gap)?;
    }
    Ok(problem)
}
