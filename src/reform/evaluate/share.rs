//! Fair shares: what each measure of a set has of the saving of the set, so that the shares add up to it exactly.
//!
//! The share is the Shapley value (Shapley, “A value for n-person games”, 1953): the average, over all orders in which the measures of a
//! set could be taken up, of what a measure adds to those before it. It is the only division that adds up to the whole, gives equal
//! shares to measures that do the same, gives nothing to one that changes nothing, and is the sum of its parts. Measures are first
//! grouped: those that touch no row in common, nor both the processing time, do not interact, and a group is shared on its own, which
//! changes no share. A group of at most [`EXACT`] measures is shared over all its subsets, exactly. In a larger one, which is rare, the
//! average is over a fixed set of orders in place of all: every rotation of the order of application, and of its reverse. Those
//! shares add up exactly too, but another set of orders would give others; they are marked as averaged.

use crate::model::Fraction;
use crate::reform::engine::{Amount, Common, Compiled, State, Work};

/// Up to how many interacting measures all subsets are looked at.
pub const EXACT: usize = 12;

/// The share of a measure in what its set saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Of the cost saved per year, đồng, exact.
    pub annual: Fraction,
    /// Of the processing time saved, working hours, exact.
    pub hours: Fraction,
    /// Whether it is an average over some orders only, because more than [`EXACT`] measures interact.
    pub averaged: bool,
}

/// Shares in whole units that add up to their whole total: each rounded down, and what is then missing to the rounded total given by
/// one to those that lost most by it (the method of the largest remainder), ties in their order. For tables whose rows must add up.
pub fn in_whole(shares: &[Fraction]) -> Option<Vec<i128>> {
    let total = shares.iter().try_fold(Fraction::ZERO, |sum, share| sum.plus(*share))?.round();
    let down = |share: &Fraction| share.numerator().div_euclid(share.denominator());
    let mut whole: Vec<i128> = shares.iter().map(down).collect();
    let lost = |at: usize| shares[at].minus(Fraction::new(down(&shares[at]), 1)?);
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(lost(*at)));
    let missing = total - whole.iter().try_fold(0_i128, |sum, part| sum.checked_add(*part))?;
    for at in order.into_iter().take(usize::try_from(missing).unwrap_or_default()) {
        whole[at] += 1;
    }
    Some(whole)
}

/// Money saved and hours: those left after a subset, or, as a sum of steps, those saved.
#[derive(Debug, Clone, Copy, Default)]
struct Worth {
    annual: Amount,
    hours: Amount,
}

impl Worth {
    fn of(state: &State) -> Self {
        Self { annual: state.saved, hours: state.hours.unwrap_or_default() }
    }
}

/// The shares of those measures of a regulation that are chosen, given and returned by their places in the order of application;
/// nothing on overflow.
pub(super) fn shares(compiled: &Compiled, chosen: &[usize], common: &Common, work: &mut Work) -> Option<Vec<Share>> {
    let mut shares = vec![Share::default(); chosen.len()];
    for group in groups(compiled, chosen) {
        let places: Vec<usize> = group.iter().map(|at| chosen[*at]).collect();
        let mut game = Game { compiled, places: &places, common, work };
        let found = if places.len() <= EXACT { game.exact() } else { game.averaged() };
        for (at, share) in group.into_iter().zip(found?) {
            shares[at] = share;
        }
    }
    Some(shares)
}

/// Groups of measures that interact, as places in `chosen`.
fn groups(compiled: &Compiled, chosen: &[usize]) -> Vec<Vec<usize>> {
    let touches: Vec<_> = chosen.iter().map(|at| compiled.touches(*at)).collect();
    if touches.iter().any(|t| t.all) {
        return vec![(0..chosen.len()).collect()];
    }
    let rows = touches.iter().flat_map(|t| &t.rows).max().map_or(0, |row| *row as usize + 1);
    // Who touches each row first, and the processing time at the end.
    let mut first: Vec<Option<usize>> = vec![None; rows + 1];
    let mut leader: Vec<usize> = (0..chosen.len()).collect();
    for (at, touches) in touches.iter().enumerate() {
        let touched = touches.rows.iter().map(|row| *row as usize).chain(touches.time.then_some(rows));
        for thing in touched {
            let (one, other) = (lead(&leader, *first[thing].get_or_insert(at)), lead(&leader, at));
            leader[one.max(other)] = one.min(other);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); chosen.len()];
    for at in 0..chosen.len() {
        groups[lead(&leader, at)].push(at);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn lead(leader: &[usize], mut at: usize) -> usize {
    while leader[at] != at {
        at = leader[at];
    }
    at
}

/// A group of measures that interact.
struct Game<'g> {
    compiled: &'g Compiled,
    places: &'g [usize],
    common: &'g Common,
    work: &'g mut Work,
}

impl Game<'_> {
    /// What the members save together for whom `within` says so, by their place in the group.
    fn worth(&mut self, within: impl Fn(usize) -> bool) -> Worth {
        let on = |place: usize| self.places.binary_search(&place).is_ok_and(&within);
        Worth::of(&self.compiled.state(on, self.common, self.work))
    }

    fn exact(&mut self) -> Option<Vec<Share>> {
        let members = self.places.len();
        let worth: Vec<Worth> = (0..1_usize << members).map(|set| self.worth(|at| set >> at & 1 == 1)).collect();
        let orders = factorial(members);
        let share = |member: usize| {
            // What the member adds, by how many stand before it: each such set does so in as many orders.
            let mut added = vec![Worth::default(); members];
            for (before, worth_before) in worth.iter().enumerate().filter(|(set, _)| set >> member & 1 == 0) {
                let by = added.get_mut(before.count_ones() as usize)?;
                by.add(worth_before, worth.get(before | 1 << member)?)?;
            }
            let mut sum = Worth::default();
            for (before, added) in added.iter().enumerate() {
                let orders = factorial(before) * factorial(members - 1 - before);
                sum.annual = sum.annual.plus(added.annual.times(orders)?)?;
                sum.hours = sum.hours.plus(added.hours.times(orders)?)?;
            }
            self.share(&sum, orders, false)
        };
        (0..members).map(share).collect()
    }

    fn averaged(&mut self) -> Option<Vec<Share>> {
        let members = self.places.len();
        let mut sums = vec![Worth::default(); members];
        for start in 0..members {
            for backwards in [false, true] {
                let mut within = vec![false; members];
                let mut before = self.worth(|_| false);
                for step in 0..members {
                    let at = (start + if backwards { members - step } else { step }) % members;
                    within[at] = true;
                    let after = self.worth(|at| within[at]);
                    sums[at].add(&before, &after)?;
                    before = after;
                }
            }
        }
        let orders = i128::try_from(members).ok()? * 2;
        sums.iter().map(|sum| self.share(sum, orders, true)).collect()
    }

    fn share(&self, sum: &Worth, orders: i128, averaged: bool) -> Option<Share> {
        let orders = Fraction::new(orders, 1)?;
        let annual = self.common.dong.exact(sum.annual)?.over(orders)?;
        let hours = self.common.hours.exact(sum.hours)?.over(orders)?;
        Some(Share { annual, hours, averaged })
    }
}

impl Worth {
    /// Adds what going from one set to another saves: money that it saves more, hours that it leaves less.
    fn add(&mut self, before: &Self, after: &Self) -> Option<()> {
        self.annual = self.annual.plus(after.annual.minus(before.annual)?)?;
        self.hours = self.hours.plus(before.hours.minus(after.hours)?)?;
        Some(())
    }
}

/// Of at most [`EXACT`].
fn factorial(n: usize) -> i128 {
    (1..=n).fold(1, |product, factor| product * factor as i128)
}
