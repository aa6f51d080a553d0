//! The same model given to another solver: microlp, mixed-integer programming in floating point.

use crate::reform::choose::model::Whole;
use good_lp::solvers::microlp::microlp;
use good_lp::{Expression, Solution, SolverModel, Variable, variable, variables};

/// The cheapest choice that reaches every bound, within the solver's tolerances; nothing when it finds none.
pub fn solved(whole: &Whole) -> Option<Vec<usize>> {
    let mut vars = variables!();
    let chosen: Vec<Vec<Variable>> =
        whole.classes.iter().map(|class| class.iter().map(|_| vars.add(variable().binary())).collect()).collect();
    let options = || whole.classes.iter().zip(&chosen).flat_map(|(class, vars)| class.iter().zip(vars));
    let cost: Expression = options().map(|(item, var)| item.cost as f64 * *var).sum();
    let mut model = vars.minimise(cost).using(microlp);
    for (row, bound) in whole.bounds.iter().enumerate() {
        let size = options().map(|(item, _)| item.gain(row)).chain([bound.abs(), 1]).max().unwrap() as f64;
        let sum: Expression = options().map(|(item, var)| item.gain(row) as f64 / size * *var).sum();
        model.add_constraint(sum.geq(*bound as f64 / size));
    }
    for class in &chosen {
        model.add_constraint(class.iter().map(|var| Expression::from(*var)).sum::<Expression>().eq(1.0));
    }
    let solution = model.solve().ok()?;
    chosen.iter().map(|class| class.iter().position(|var| solution.value(*var) > 0.5)).collect()
}
