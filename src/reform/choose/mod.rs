//! Choosing (`scenario solve`): the set of measures that reaches the targets with the least effort, or that saves the most within a
//! budget of effort.
//!
//! The measures on one regulation do not add up, so they are modelled as options: for each group of measures that touch one another,
//! every subset that matters is an option whose effect is computed by [`crate::reform::apply()`] on the set, and exactly one option of
//! each group is taken. What is left is a multiple-choice knapsack where one thing must be reached and nothing links the groups
//! (`knapsack`: exact branch and bound in whole numbers). With several things to reach, a bound (`lagrange`: prices by the `simplex`
//! method, what they prove in whole numbers by `bound`, and more of it by `blocks`) leaves few options open, which branch and bound
//! goes through (`branch`). Whatever finds it, the set is verified in exact arithmetic, and no bound leans on floating point.

mod answer;
mod blocks;
mod bound;
mod branch;
mod dense;
mod explain;
mod found;
mod ground;
mod knapsack;
mod lagrange;
mod model;
mod mps;
mod options;
mod problem;
mod repair;
mod simplex;
mod solve;
#[cfg(test)]
mod tests;

pub use answer::{
    ChosenMeasure, Finding, LeftBecause, LeftMeasure, Method, Nearest, OutOfTime, Reached, Solution, Stopped,
    Unreachable,
};
pub use problem::{Conflict, Constraint, Objective, Precedence, Problem, Wanted};

use super::Snapshot;
use crate::words::Result;
use jiff::civil::Date;

/// The time since the search began, in seconds; told by the front end, because this room has no clock. A front end that wants the
/// search to stop tells a great number.
pub type Watch<'w> = &'w dyn Fn() -> f64;

/// Looks for the best set of measures as of a day.
///
/// # Errors
/// Bad input, when the problem names what is not there or does not say what is wanted; figures that do not fit.
pub fn choose(snapshot: &Snapshot, problem: &Problem, as_of: Date, watch: Watch<'_>) -> Result<Finding> {
    let problem = problem.settled(snapshot)?;
    let ground = ground::Ground::new(snapshot, &problem, as_of);
    ground.check_required(&problem, as_of)?;
    solve::find(&ground, &problem, watch)
}

/// The model of a problem in the MPS form that other solvers read, with costs and rows scaled to about one.
///
/// # Errors
/// Bad input, when the problem names what is not there or does not say what is wanted; figures that do not fit.
pub fn model_as_mps(snapshot: &Snapshot, problem: &Problem, as_of: Date) -> Result<String> {
    let problem = problem.settled(snapshot)?;
    let ground = ground::Ground::new(snapshot, &problem, as_of);
    ground.check_required(&problem, as_of)?;
    Ok(mps::written(&options::build(&ground, &problem, solve::aim(&problem))?))
}
