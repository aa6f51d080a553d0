//! Several rows at once: the bound of the best prices, and branch and bound over the few options that it leaves open.
//!
//! With so many groups and so few rows the best choice is hardly dearer than the bound. So a choice is looked for that costs little
//! more than the bound: then nearly every option is closed, because taking it would cost more than that. If there is none, that is
//! the new bound, and a little more is allowed. Each search proves what it says, so that the last one leaves nothing open.

use super::bound::{Bound, Bounding};
use super::branch::search;
use super::conflicts::Rows;
use super::problem::Problem;
use super::repair::repaired;
use super::simplex::{Basis, Relaxation};
use super::{Limit, Method, Optimum, Search};

/// How many steps the simplex method may take at first.
const STEPS: usize = 20_000;

/// So many options are open at first, besides one of each group.
const FIRST: usize = 60;

/// How often rows are added that the shares of the relaxation break.
const ROUNDS: usize = 20;

/// By what part of it the bound must rise for more rows to be looked for.
const RISE: f64 = 1e-4;

/// A problem with the rows that were added, and its bound.
struct Relaxed {
    problem: Problem,
    /// What a choice may have in it at all.
    open: Vec<bool>,
    basis: Basis,
    bound: Bound,
}

impl Relaxed {
    /// Nothing when it is known that no choice reaches every bound.
    fn of(problem: &Problem, asked: Search<'_>) -> Option<Self> {
        let rows = Rows::of(problem);
        let mut state = rows.state(&vec![true; rows.options()])?;
        let conflicts = rows.conflicts(&mut state, asked.stop)?;
        let open = state.open;
        let (mut problem, starts) = (problem.clone(), problem.starts());
        let mut basis: Option<Basis> = None;
        let mut before = -1.0;
        for round in 0.. {
            let (bounding, relaxation) = (Bounding::new(&problem), Relaxation::of(&problem));
            let mut now = basis.take().unwrap_or_else(|| relaxation.fresh(&open));
            let limit = relaxation.part(bounding.dearest) + 1.0;
            let priced = relaxation.solve(&open, &mut now, limit, STEPS, asked.stop);
            let bound = bounding.at(&priced.prices, &open);
            if bound.least() > bounding.dearest {
                return None;
            }
            let rises = priced.value > before * (1.0 + RISE);
            before = priced.value;
            let broken = match round < ROUNDS && rises && !(asked.stop)() {
                true => rows.broken(&conflicts, &relaxation.all_shares(&now, &priced)),
                false => Vec::new(),
            };
            if broken.is_empty() {
                return Some(Self { problem, open, basis: now, bound });
            }
            broken.iter().for_each(|clique| problem.at_most_one(clique, &starts));
            basis = Some(now);
        }
        None
    }
}

/// The cheapest choice of a problem in which any number of rows bind.
pub(super) fn least(problem: &Problem, asked: Search<'_>) -> Optimum {
    let Some(Relaxed { problem, open, basis, bound }) = Relaxed::of(problem, asked) else {
        return Optimum { method: Method::Lagrangian, ..Optimum::NONE };
    };
    let problem = &problem;
    let dearest = Bounding::new(problem).dearest;
    let root = bound.least().max(0);
    let mut proven = root;
    let from_key = basis.key.iter().zip(problem.starts()).map(|(key, start)| key - start);
    let mut taken = repaired(problem, &from_key.collect::<Vec<_>>());
    let mut order: Vec<i128> =
        bound.above.iter().zip(&open).filter(|(_, open)| **open).map(|(above, _)| *above).collect();
    order.sort_unstable();
    let mut method = Method::Lagrangian;
    let mut kept = 0;
    loop {
        let cost = taken.as_ref().map(|taken| problem.cost_of(taken));
        // The dearest choice that is worth looking for.
        let most = cost.map_or(dearest, |cost| cost - (asked.step)(cost));
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
        // Where many options are as good as free, so many are open whatever is allowed: so what is allowed grows by a measure of its own.
        let most = if taken.is_none() { most.min(proven + (proven - root) + root / 256 + 1) } else { most };
        let room = bound.room(most);
        let core = problem.core(|option| open[option] && bound.above[option] <= room);
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
