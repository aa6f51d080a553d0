//! The same model given to another solver: microlp, mixed-integer programming in floating point.

use crate::solve::Problem;
use good_lp::solvers::microlp::microlp;
use good_lp::{Expression, Solution, SolverModel, Variable, variable, variables};

/// The cheapest choice that reaches every bound, within the solver's tolerances; nothing when it finds none.
pub fn solved(problem: &Problem) -> Option<Vec<usize>> {
    let mut vars = variables!();
    let chosen: Vec<Vec<Variable>> =
        problem.groups.iter().map(|items| items.iter().map(|_| vars.add(variable().binary())).collect()).collect();
    let options = || problem.groups.iter().zip(&chosen).flat_map(|(items, vars)| items.iter().zip(vars));
    let cost: Expression = options().map(|(item, var)| item.cost as f64 * *var).sum();
    let mut model = vars.minimise(cost).using(microlp);
    for (row, bound) in problem.bounds.iter().enumerate() {
        let size = options().map(|(item, _)| item.gain(row)).chain([bound.abs(), 1]).max().unwrap() as f64;
        let sum: Expression = options().map(|(item, var)| item.gain(row) as f64 / size * *var).sum();
        model.add_constraint(sum.geq(*bound as f64 / size));
    }
    for vars in &chosen {
        model.add_constraint(vars.iter().map(|var| Expression::from(*var)).sum::<Expression>().eq(1.0));
    }
    let solution = model.solve().ok()?;
    chosen.iter().map(|items| items.iter().position(|var| solution.value(*var) > 0.5)).collect()
}
