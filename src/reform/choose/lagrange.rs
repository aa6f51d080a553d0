//! Several rows at once: the bound of the best prices, and branch and bound over the few options that it leaves open.
//!
//! With so many groups and so few rows the best choice is hardly dearer than the bound. So a choice is looked for that costs little
//! more than the bound: then nearly every option is closed, because taking it would cost more than that. If there is none, that is
//! the new bound, and a little more is allowed. Each search proves what it says, so that the last one leaves nothing open.

use super::bound::Bounding;
use super::branch::search;
use super::model::Whole;
use super::repair::repaired;
use super::simplex::Relaxation;
use crate::model::Fraction;

/// What is known of a model at the end.
pub(super) struct Settled {
    /// The cheapest choice that was found to reach every bound.
    pub taken: Option<Vec<usize>>,
    /// No choice costs less; the greatest number where no choice reaches every bound.
    pub bound: i128,
    /// Whether the bound of the best prices was not enough.
    pub searched: bool,
}

/// How many steps the simplex method may take at first.
const STEPS: usize = 20_000;

/// So many options are open at first, besides one of each group.
const FIRST: usize = 60;

/// The cheapest choice of a model, to within a gap in percent.
pub(super) fn settled(whole: &Whole, gap: Fraction, stop: &dyn Fn() -> bool) -> Settled {
    let bounding = Bounding::new(whole);
    let relaxation = Relaxation::of(whole);
    let open = vec![true; whole.classes.iter().map(Vec::len).sum()];
    let mut basis = relaxation.fresh(&open);
    let limit = relaxation.part(bounding.dearest) + 1.0;
    let priced = relaxation.solve(&open, &mut basis, limit, STEPS);
    let bound = bounding.at(&priced.prices, &open);
    let mut done = Settled { taken: None, bound: bound.least().max(0), searched: false };
    if done.bound > bounding.dearest {
        return Settled { bound: i128::MAX, ..done };
    }
    let mut first = 0;
    let from_key = whole.classes.iter().zip(&basis.key).map(|(class, key)| {
        first += class.len();
        key + class.len() - first
    });
    done.taken = repaired(whole, &from_key.collect::<Vec<_>>());
    let mut order = bound.above.clone();
    order.sort_unstable();
    let mut kept = 0;
    loop {
        let cost = done.taken.as_ref().map(|taken| whole.cost_of(taken));
        // The dearest choice that is worth looking for.
        let most = cost.map_or(bounding.dearest, |cost| cost - whole.content(cost, gap));
        if done.bound > most {
            let bound = cost.map_or(i128::MAX, |cost| done.bound.min(cost));
            return Settled { bound, ..done };
        }
        if stop() {
            return done;
        }
        done.searched = true;
        kept = if done.taken.is_some() { kept * 5 / 4 } else { kept * 2 } + FIRST;
        let units = order.get(whole.classes.len() + kept).copied();
        let most = units.map_or(most, |units| bound.cost_with(units).max(done.bound).min(most));
        let room = bound.room(most);
        let core = whole.core(|option| bound.above[option] <= room);
        kept = kept.max(core.spare);
        let content = |cost: i128| whole.content(cost + core.fixed, gap);
        let found = search(&core.whole, most - core.fixed, &content, stop);
        let mut proven = most;
        if let Some(taken) = found.best {
            let taken = core.all(&taken);
            let cost = whole.cost_of(&taken);
            proven = cost - whole.content(cost, gap);
            done.taken = Some(taken);
        }
        if !found.complete {
            return done;
        }
        done.bound = done.bound.max(proven + 1);
    }
}
