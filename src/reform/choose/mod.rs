//! Choosing (`scenario solve`): the set of measures that reaches the targets with the least effort, or that saves the most within a
//! budget of effort.
//!
//! The measures on one regulation do not add up, so they are modelled as options: for each group of measures that touch one another,
//! every subset that matters is an option whose effect is computed by [`crate::reform::apply()`] on the set, and exactly one option of
//! each group is taken (`options`). The rest is choosing in whole numbers ([`crate::solve`]). Whatever finds it, the set is verified
//! in exact arithmetic (`solution`); where there is none, `explain` tells why.

mod answer;
mod candidates;
mod explain;
mod model;
mod mps;
mod optimum;
mod options;
mod problem;
mod solution;
#[cfg(test)]
mod tests;
mod whole;

pub use crate::solve::{Limit, Method};
pub use answer::{
    ChosenMeasure, Finding, LeftBecause, LeftMeasure, Nearest, OutOfTime, Reached, Solution, Unreachable,
};
pub use problem::{Conflict, Constraint, Objective, Precedence, Problem, Wanted};

use super::Snapshot;
use crate::words::Result;
use candidates::Candidates;
use jiff::civil::Date;
use options::Aim;

/// The time since the search began, in seconds; told by the front end, because this room has no clock. A front end that wants the
/// search to stop tells a great number.
pub type Watch<'w> = &'w dyn Fn() -> f64;

/// Looks for the best set of measures as of a day.
///
/// # Errors
/// Bad input, when the problem names what is not there or does not say what is wanted; figures that do not fit.
pub fn choose(snapshot: &Snapshot, problem: &Problem, as_of: Date, watch: Watch<'_>) -> Result<Finding> {
    let problem = problem.settled(snapshot)?;
    let candidates = Candidates::new(snapshot, &problem, as_of);
    candidates.check_required(&problem, as_of)?;
    find(&candidates, &problem, watch)
}

/// Looks for the best set among candidates, and for the reason where there is none.
fn find(candidates: &Candidates<'_>, problem: &Problem, watch: Watch<'_>) -> Result<Finding> {
    let aim = Aim::of(problem);
    let model = options::build(candidates, problem, aim)?;
    let until = f64::from(problem.seconds);
    let best = optimum::optimise(&model, problem.gap, &|| until - watch())?;
    if best.impossible() {
        return Ok(Finding::Unreachable(Box::new(explain::why(candidates, problem, watch)?)));
    }
    let bound = match (aim, best.bound) {
        (Aim::Saving, Some(bound)) => {
            Some(solution::saved(candidates, &model.done)?.minus(bound).ok_or_else(options::too_large)?)
        }
        (_, bound) => bound,
    };
    match (&best.taken, bound) {
        (Some(_), Some(bound)) => {
            Ok(Finding::Solved(Box::new(solution::solution(candidates, problem, &model, &best, bound, watch())?)))
        }
        _ => {
            let stopped = best.limit.unwrap_or(Limit::Time);
            let (problem, seconds) = (problem.clone(), watch());
            Ok(Finding::OutOfTime(Box::new(OutOfTime { problem, bound, stopped, seconds })))
        }
    }
}

/// The model of a problem in the MPS form that other solvers read, with costs and rows scaled to about one.
///
/// # Errors
/// Bad input, when the problem names what is not there or does not say what is wanted; figures that do not fit.
pub fn model_as_mps(snapshot: &Snapshot, problem: &Problem, as_of: Date) -> Result<String> {
    let problem = problem.settled(snapshot)?;
    let candidates = Candidates::new(snapshot, &problem, as_of);
    candidates.check_required(&problem, as_of)?;
    Ok(mps::written(&options::build(&candidates, &problem, Aim::of(&problem))?))
}
