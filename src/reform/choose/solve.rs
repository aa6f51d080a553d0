//! Solving a model: which method applies, and what is known at the end.

use super::ground::Ground;
use super::knapsack::knapsack;
use super::lagrange::settled;
use super::model::{Model, Whole};
use super::options::{Aim, build, too_large};
use super::{Finding, Method, Objective, OutOfTime, Problem, Watch, explain, found};
use crate::model::Fraction;
use crate::words::Result;

/// The best choice of a model, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Optimum {
    /// The option taken of each class.
    pub taken: Option<Vec<usize>>,
    /// No choice costs less; nothing where no choice reaches every bound.
    pub bound: Option<Fraction>,
    pub method: Method,
}

impl Optimum {
    /// No choice reaches every bound.
    const NONE: Self = Self { taken: None, bound: None, method: Method::Knapsack };

    /// Whether it is known that no choice reaches every bound.
    pub fn impossible(&self) -> bool {
        self.taken.is_none() && self.bound.is_none()
    }
}

/// What the model of a problem minimises.
pub(super) fn aim(problem: &Problem) -> Aim {
    match problem.objective {
        Objective::LeastEffort => Aim::Effort,
        Objective::GreatestSaving => Aim::Saving,
    }
}

/// Looks for the best set, and for the reason where there is none.
pub(super) fn find(ground: &Ground<'_>, problem: &Problem, watch: Watch<'_>) -> Result<Finding> {
    let aim = aim(problem);
    let model = build(ground, problem, aim)?;
    let until = f64::from(problem.seconds);
    let optimum = optimise(&model, problem.gap, &|| until - watch())?;
    if optimum.impossible() {
        return Ok(Finding::Unreachable(Box::new(explain::why(ground, problem, watch)?)));
    }
    let bound = match (aim, optimum.bound) {
        (Aim::Saving, Some(bound)) => Some(found::saved(ground, &model.done)?.minus(bound).ok_or_else(too_large)?),
        (_, bound) => bound,
    };
    match (&optimum.taken, bound) {
        (Some(_), Some(bound)) => {
            let solution = found::solution(ground, problem, &model, &optimum, bound, watch())?;
            Ok(Finding::Solved(Box::new(solution)))
        }
        _ => Ok(Finding::OutOfTime(Box::new(OutOfTime { problem: problem.clone(), bound, seconds: watch() }))),
    }
}

/// The best choice of a model, to within a gap in percent; `left` tells the seconds that are left.
pub(super) fn optimise(model: &Model, gap: Fraction, left: &dyn Fn() -> f64) -> Result<Optimum> {
    if model.impossible {
        return Ok(Optimum::NONE);
    }
    let mut whole = Whole::of(model).ok_or_else(too_large)?;
    let greatest = |row: usize| -> i128 {
        whole.classes.iter().filter_map(|class| class.iter().map(|item| item.gain(row)).max()).sum()
    };
    let all: Vec<i128> = (0..whole.bounds.len()).map(greatest).collect();
    for (row, most) in all.into_iter().enumerate() {
        if whole.bounds[row] <= most {
            continue;
        }
        if whole.exact || !model.reachable(row).ok_or_else(too_large)? {
            return Ok(Optimum::NONE);
        }
        // Only rounding is short of the bound: taking the most of every class reaches it.
        whole.bounds[row] = most;
    }
    let stop = || left() <= 0.0;
    let binding: Vec<usize> = (0..whole.bounds.len()).filter(|row| whole.bounds[*row] > 0).collect();
    let cost = |bound: i128| whole.cost(bound).ok_or_else(too_large);
    if binding.len() <= 1 {
        let search = knapsack(&whole, binding.first().copied(), gap, &stop);
        return Ok(Optimum { taken: search.taken, bound: Some(cost(search.bound)?), method: Method::Knapsack });
    }
    let settled = settled(&whole, gap, &stop);
    let method = if settled.searched { Method::BranchAndBound } else { Method::Lagrangian };
    if settled.bound == i128::MAX {
        return Ok(Optimum { method, ..Optimum::NONE });
    }
    Ok(Optimum { taken: settled.taken, bound: Some(cost(settled.bound)?), method })
}
