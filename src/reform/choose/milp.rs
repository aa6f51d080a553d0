//! The mixed-integer model of what a bound left open, given to a solver (microlp through good_lp).
//!
//! The solver works in floating point: costs and rows are scaled to about one, and what it finds is checked in whole numbers. Where a
//! set misses a bound by a hair, sets that give that row nowhere more are cut off, which takes no good set away, and the model is
//! solved again.
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]

use super::model::Whole;
use crate::model::Fraction;
use good_lp::solvers::microlp::microlp;
use good_lp::{
    Expression, ResolutionError, Solution, SolverModel, Variable, WithInitialSolution, WithMipGap, WithTimeLimit,
    variable, variables,
};
use num_traits::ToPrimitive;

/// What the solver found.
pub(super) struct Solved {
    /// The option taken of each class; nothing when none was found.
    pub taken: Option<Vec<usize>>,
    /// No choice among the open options costs less; nothing when the solver told no bound.
    pub bound: Option<i128>,
    /// Whether floating point missed a bound by a hair.
    pub missed: bool,
}

/// How often sets that miss by a hair are cut off.
const TRIES: usize = 40;

/// How much of a bound that the solver tells may be lost to its tolerances.
const TOLERANCE: f64 = 1e-7;

/// Sets that miss a row: one that gives nowhere more than the options named misses it too.
struct Miss {
    row: usize,
    taken: Vec<usize>,
}

/// Solves a model over the open options of each class.
pub(super) fn milp(
    whole: &Whole,
    open: &[Vec<usize>],
    start: Option<&[usize]>,
    gap: Fraction,
    left: &dyn Fn() -> f64,
) -> Solved {
    let mut misses: Vec<Miss> = Vec::new();
    let mut bound = None;
    for _ in 0..TRIES {
        let missed = !misses.is_empty();
        let (taken, told) = match once(whole, open, &misses, start, gap, left()) {
            Ok(found) => found,
            Err(ResolutionError::Infeasible) => return Solved { taken: None, bound: Some(i128::MAX), missed },
            Err(_) => return Solved { taken: None, bound, missed },
        };
        bound = told.max(bound);
        let reached = whole.reached(&taken);
        let rows = (0..reached.len()).filter(|row| reached[*row] < whole.bounds[*row]);
        let more: Vec<Miss> = rows.map(|row| Miss { row, taken: taken.clone() }).collect();
        if more.is_empty() {
            return Solved { taken: Some(taken), bound, missed };
        }
        misses.extend(more);
    }
    Solved { taken: None, bound, missed: true }
}

type Found = (Vec<usize>, Option<i128>);

/// Solves the model once, without sets that are known to miss.
fn once(
    whole: &Whole,
    open: &[Vec<usize>],
    misses: &[Miss],
    start: Option<&[usize]>,
    gap: Fraction,
    seconds: f64,
) -> Result<Found, ResolutionError> {
    let mut vars = variables!();
    // The first open option of each class is the one that is taken when no other is.
    let first: Vec<usize> = open
        .iter()
        .map(|options| options.first().copied())
        .collect::<Option<_>>()
        .ok_or(ResolutionError::Infeasible)?;
    let mut chosen: Vec<Vec<(usize, Variable)>> = Vec::with_capacity(open.len());
    let mut objective = Expression::with_capacity(open.len());
    let greatest = whole.classes.iter().flatten().map(|item| item.cost).max().unwrap_or(1).max(1) as f64;
    let started = start.filter(|start| start.iter().zip(open).all(|(at, options)| options.contains(at)));
    let mut warm = Vec::new();
    for (at, options) in open.iter().enumerate() {
        let class = &whole.classes[at];
        let mut of_class = Vec::new();
        for option in options.iter().skip(1) {
            let var = vars.add(variable().binary());
            objective.add_mul((class[*option].cost - class[first[at]].cost) as f64 / greatest, var);
            if let Some(start) = started {
                warm.push((var, if start[at] == *option { 1.0 } else { 0.0 }));
            }
            of_class.push((*option, var));
        }
        chosen.push(of_class);
    }
    let mut model = vars.minimise(objective).using(microlp);
    let given = whole.reached(&first);
    for (row, bound) in whole.bounds.iter().enumerate().filter(|(_, bound)| **bound > 0) {
        let missing = bound - given[row];
        let mut sum = Expression::with_capacity(64);
        let mut size = missing.abs().max(1);
        for (at, of_class) in chosen.iter().enumerate() {
            let base = whole.classes[at][first[at]].gain(row);
            size = of_class
                .iter()
                .map(|(option, _)| (whole.classes[at][*option].gain(row) - base).abs())
                .fold(size, i128::max);
        }
        for (at, of_class) in chosen.iter().enumerate() {
            let base = whole.classes[at][first[at]].gain(row);
            for (option, var) in of_class {
                let more = whole.classes[at][*option].gain(row) - base;
                if more != 0 {
                    sum.add_mul(more as f64 / size as f64, *var);
                }
            }
        }
        model.add_constraint(sum.geq(missing as f64 / size as f64));
    }
    for of_class in chosen.iter().filter(|of_class| of_class.len() > 1) {
        let mut sum = Expression::with_capacity(of_class.len());
        of_class.iter().for_each(|(_, var)| sum.add_mul(1.0, *var));
        model.add_constraint(sum.leq(1.0));
    }
    for miss in misses {
        // At least one class must take an option that gives the row more than what missed it.
        let mut more = Expression::with_capacity(64);
        let mut least = 1.0;
        for (at, of_class) in chosen.iter().enumerate() {
            let gain = |option: usize| whole.classes[at][option].gain(miss.row);
            let enough = |option: usize| gain(option) > gain(miss.taken[at]);
            // The first option is taken when no variable is.
            let base = if enough(first[at]) { 1.0 } else { 0.0 };
            least -= base;
            for (option, var) in of_class {
                let sign = f64::from(u8::from(enough(*option))) - base;
                if sign != 0.0 {
                    more.add_mul(sign, *var);
                }
            }
        }
        model.add_constraint(more.geq(least));
    }
    let percent = gap.numerator().to_f64().unwrap_or(0.0) / gap.denominator().to_f64().unwrap_or(1.0);
    let mut model = model.with_time_limit(seconds.clamp(0.0, 1e6));
    if percent > 0.0 {
        // What is open may be a small part of the result, so that the gap of the whole is asked of the bound afterwards.
        model = model.with_mip_gap((percent / 100.0) as f32).map_err(|_| ResolutionError::Other("gap"))?;
    }
    let solution = if warm.is_empty() { model.solve()? } else { model.with_initial_solution(warm).solve()? };
    let taken = chosen.iter().zip(&first).map(|(of_class, first)| {
        of_class.iter().find(|(_, var)| solution.value(*var) > 0.5).map_or(*first, |(option, _)| *option)
    });
    let taken = taken.collect();
    let told = solution.into_inner().stats().best_bound.map(|bound| {
        let least = bound * greatest;
        (least - TOLERANCE * (least.abs() + 1.0)).ceil() as i128 + whole.cost_of(&first)
    });
    Ok((taken, told))
}
