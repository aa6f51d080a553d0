//! How many groups give anything, where one row binds.
//!
//! Where cost and gain go along with each other, all slopes are alike and the relaxation says little. What helps is how many groups give
//! anything: no choice that reaches the row has fewer than the greatest gains take, none that is cheap enough more than the least
//! costs allow (S. Martello, D. Pisinger, P. Toth, Dynamic programming and strong bounds for the 0-1 knapsack problem, Management
//! Science 45, 1999). So costs are lowered or raised by a price for each group that gives anything, and a bound of these proves.
#![allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]

use super::Search;
use super::bound::Bounding;
use super::problem::{Item, Problem};
use super::simplex::Relaxation;

/// How many bits the product of a cost and a gain may have.
const BITS: u32 = 122;

/// How many steps the simplex method may take for a price.
const STEPS: usize = 2_000;

/// A price of the groups that give anything: so much in units of one over two to the power of `shift`, for each of them beyond so
/// many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Price {
    shift: u32,
    pub each: i128,
    beyond: i128,
    /// What it proves holds for choices that cost no more.
    most: i128,
}

impl Price {
    pub const NONE: Self = Self { shift: 0, each: 0, beyond: 0, most: i128::MAX - 1 };

    /// The cost of an option with it.
    pub fn on(self, item: &Item, row: Option<usize>) -> i128 {
        let gives = row.is_some_and(|row| item.gain(row) > 0);
        (item.cost << self.shift) + if gives { self.each } else { 0 }
    }

    /// A cost with the price of all groups as the least that it can be without, rounded up.
    pub fn off(self, priced: i128) -> i128 {
        (-((self.each * self.beyond - priced) >> self.shift)).min(self.most + 1)
    }
}

/// A price with what it proves.
pub(super) struct Priced {
    pub price: Price,
    pub bound: i128,
    /// What a gain is worth, and giving anything.
    pub worth: [f64; 2],
}

/// The better of two prices: of no fewer groups that give anything than it takes to reach the row, and of no more than are cheaper than
/// what was found; with what it proves.
pub(super) fn priced(problem: &Problem, row: usize, found: Option<&[usize]>, asked: Search<'_>) -> Option<Priced> {
    let groups = problem.groups.len() as i128;
    let mut gains: Vec<i128> =
        problem.groups.iter().filter_map(|items| items.iter().map(|item| item.gain(row)).max()).collect();
    gains.sort_unstable_by(|a, b| b.cmp(a));
    let mut missing = problem.bounds[row];
    let few = gains.iter().take_while(|gain| {
        let short = missing > 0;
        missing -= **gain;
        short
    });
    let few = few.count() as i128;
    let cheapest = |items: &Vec<Item>| items.iter().filter(|item| item.gain(row) > 0).map(|item| item.cost).min();
    let mut costs: Vec<i128> = problem.groups.iter().filter_map(cheapest).collect();
    costs.sort_unstable();
    let cost = found.map(|taken| problem.cost_of(taken));
    let most = cost.map_or(i128::MAX - 1, |cost| cost - (asked.step)(cost));
    let mut left = most;
    let many = costs.iter().take_while(|cost| {
        left -= **cost;
        left >= 0
    });
    let many = many.count() as i128;
    let one = |least: bool| -> Option<Priced> {
        let mut counted = problem.clone();
        let new = counted.bounds.len();
        counted.bounds.push(if least { few } else { groups - many });
        for items in &mut counted.groups {
            for item in items {
                if (item.gain(row) > 0) == least {
                    item.gains.push((new, 1));
                }
            }
        }
        let (bounding, relaxation) = (Bounding::new(&counted), Relaxation::of(&counted));
        let open = vec![true; counted.groups.iter().map(Vec::len).sum()];
        let mut basis = relaxation.fresh(&open);
        let priced = relaxation.solve(&open, &mut basis, relaxation.part(bounding.dearest) + 1.0, STEPS, asked.stop);
        let bits = |number: i128| i128::BITS - number.max(1).leading_zeros();
        let shift = BITS.saturating_sub(bits(bounding.dearest) + bits(gains.iter().sum()) + bits(groups)).min(24);
        let each = (priced.prices[new] * f64::from(1_u32 << shift)).round() as i128;
        if each == 0 || each > bounding.dearest << shift {
            return None;
        }
        let (each, beyond, most) = if least { (-each, few, i128::MAX - 1) } else { (each, many, most) };
        let bound = bounding.at(&priced.prices, &open).least().min(most + 1);
        let sign = if least { 1.0 } else { -1.0 };
        let worth = [priced.prices[row], sign * priced.prices[new]];
        Some(Priced { price: Price { shift, each, beyond, most }, bound, worth })
    };
    one(true).into_iter().chain(one(false)).max_by_key(|priced| priced.bound)
}
