//! Several rows at once: the bound of the best prices, and branch and bound over the few options that it leaves open.
//!
//! With so many groups and so few rows the best choice is hardly dearer than the bound. So a choice is looked for that costs little
//! more than the bound: then nearly every option is closed, because taking it would cost more than that. If there is none, that is
//! the new bound, and a little more is allowed. Each search proves what it says, so that the last one leaves nothing open.

use super::bound::Bounding;
use super::branch::search;
use super::problem::Problem;
use super::repair::repaired;
use super::simplex::Relaxation;
use super::{Limit, Method, Optimum, Search};

/// How many steps the simplex method may take at first.
const STEPS: usize = 20_000;

/// So many options are open at first, besides one of each group.
const FIRST: usize = 60;

/// The cheapest choice of a problem in which any number of rows bind.
pub(super) fn least(problem: &Problem, asked: Search<'_>) -> Optimum {
    let bounding = Bounding::new(problem);
    let relaxation = Relaxation::of(problem);
    let open = vec![true; problem.groups.iter().map(Vec::len).sum()];
    let mut basis = relaxation.fresh(&open);
    let limit = relaxation.part(bounding.dearest) + 1.0;
    let priced = relaxation.solve(&open, &mut basis, limit, STEPS);
    let bound = bounding.at(&priced.prices, &open);
    let mut proven = bound.least().max(0);
    if proven > bounding.dearest {
        return Optimum { method: Method::Lagrangian, ..Optimum::NONE };
    }
    let from_key = basis.key.iter().zip(problem.starts()).map(|(key, start)| key - start);
    let mut taken = repaired(problem, &from_key.collect::<Vec<_>>());
    let mut order = bound.above.clone();
    order.sort_unstable();
    let mut method = Method::Lagrangian;
    let mut kept = 0;
    loop {
        let cost = taken.as_ref().map(|taken| problem.cost_of(taken));
        // The dearest choice that is worth looking for.
        let most = cost.map_or(bounding.dearest, |cost| cost - (asked.step)(cost));
        if proven > most {
            return Optimum { taken, bound: cost.map(|cost| proven.min(cost)), method, limit: None };
        }
        if (asked.stop)() {
            return Optimum { taken, bound: Some(proven), method, limit: Some(Limit::Time) };
        }
        method = Method::BranchAndBound;
        kept = if taken.is_some() { kept * 5 / 4 } else { kept * 2 } + FIRST;
        let units = order.get(problem.groups.len() + kept).copied();
        let most = units.map_or(most, |units| bound.cost_with(units).max(proven).min(most));
        let room = bound.room(most);
        let core = problem.core(|option| bound.above[option] <= room);
        kept = kept.max(core.spare);
        let step = |cost: i128| (asked.step)(cost + core.fixed);
        let found = search(&core.problem, most - core.fixed, Search { step: &step, ..asked });
        let mut reached = most;
        if let Some(found) = found.best {
            let all = core.all(&found);
            let cost = problem.cost_of(&all);
            reached = cost - (asked.step)(cost);
            taken = Some(all);
        }
        if !found.complete {
            return Optimum { taken, bound: Some(proven), method, limit: Some(Limit::Time) };
        }
        proven = proven.max(reached + 1);
    }
}
