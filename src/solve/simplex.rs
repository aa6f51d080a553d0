//! The linear relaxation, by the dual simplex method.
//!
//! It is made for few rows and many groups (generalised upper bounds: G. Dantzig, R. Van Slyke, Generalized upper bounding
//! techniques, Journal of Computer and System Sciences 1, 1967): every group has a key option, and only the options that share a
//! group with its key make up the basis, as many as rows bind. Steps are long: groups change their key on the way as long as the bound
//! still rises (R. Fourer, Notes on the dual simplex method, 1994), so that few are needed from no prices at all. The basis is factored
//! anew at every step, so that errors do not add up.
//!
//! All this is in floating point and only steers: what prices prove is told in whole numbers (`bound`).
#![allow(clippy::cast_precision_loss)]

use super::factor::Factored;
use super::problem::Problem;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

/// A model in floating point. An option is told by its place among all options of all groups.
pub(super) struct Relaxation {
    /// The first option of each group, and one past the last of all.
    start: Vec<usize>,
    group_of: Vec<usize>,
    /// By option, as a part of the greatest cost.
    cost: Vec<f64>,
    from: Vec<usize>,
    gains: Vec<(usize, f64)>,
    bounds: Vec<f64>,
    /// By row, the greatest gain, of which gains and bound are parts.
    row_size: Vec<f64>,
    cost_size: f64,
}

/// Where the method stands.
#[derive(Debug, Clone)]
pub(super) struct Basis {
    /// The key option of each group.
    pub key: Vec<usize>,
    /// Options that share a group with its key.
    pub shared: Vec<usize>,
    /// The rows that have a price, as many as there are shared options.
    rows: Vec<usize>,
}

/// Prices and what they come with.
pub(super) struct Priced {
    /// By row, what one more of its gain is worth; at least zero. Cost and gains in whole numbers.
    pub prices: Vec<f64>,
    /// The part of its group that each shared option of the basis has.
    pub shares: Vec<f64>,
    /// The bound, as a part of the greatest cost.
    pub value: f64,
    pub end: End,
}

/// How the method ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At the best prices.
    Best,
    /// At a bound above the limit.
    Above,
    /// The bound grows without end: nothing reaches the rows.
    Nothing,
    /// Short of the best prices.
    Tired,
}

/// What is as good as nothing.
const TINY: f64 = 1e-9;

/// What may be missing of a row, or of a share.
const TOLERANCE: f64 = 1e-7;

/// How often a basis that turned out singular is given up for none.
const RESETS: usize = 3;

/// What leaves the basis.
enum Leaving {
    /// A row that is not reached gets a price.
    Row(usize),
    /// A shared option, by place, whose price over that of the key rises (-1) or falls (1).
    Shared(usize, f64),
}

/// What stops a step.
#[derive(Debug, PartialEq)]
enum Stop {
    /// The price of a row of the basis, by place, came down to zero.
    Row(usize),
    /// An option became as cheap as the key of its group.
    Option(usize),
}

/// Something on the way of a step.
#[derive(Debug, PartialEq)]
struct Event {
    at: f64,
    stop: Stop,
    /// By how much the bound rises less from there on.
    flatter: f64,
}

impl Eq for Event {}

impl Ord for Event {
    /// The nearest is the greatest.
    fn cmp(&self, other: &Self) -> Ordering {
        other.at.total_cmp(&self.at)
    }
}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What is still to be chosen: the groups with more than one open option.
struct Scope {
    groups: Vec<(usize, Range<usize>)>,
    options: Vec<usize>,
    /// The bounds less what all other groups give, and what these cost.
    bounds: Vec<f64>,
    cost: f64,
}

impl Relaxation {
    pub fn of(problem: &Problem) -> Self {
        let mut row_size = vec![0_f64; problem.bounds.len()];
        let mut cost_size = 1_f64;
        for item in problem.groups.iter().flatten() {
            cost_size = cost_size.max(item.cost as f64);
            item.gains.iter().for_each(|(row, gain)| row_size[*row] = row_size[*row].max(*gain as f64));
        }
        row_size.iter_mut().filter(|size| **size <= 0.0).for_each(|size| *size = 1.0);
        let bounds = problem.bounds.iter().zip(&row_size).map(|(bound, size)| *bound as f64 / size).collect();
        let mut flat = Self {
            start: vec![0],
            group_of: Vec::new(),
            cost: Vec::new(),
            from: vec![0],
            gains: Vec::new(),
            bounds,
            row_size,
            cost_size,
        };
        for (group, items) in problem.groups.iter().enumerate() {
            for item in items {
                flat.group_of.push(group);
                flat.cost.push(item.cost as f64 / cost_size);
                flat.gains.extend(item.gains.iter().map(|(row, gain)| (*row, *gain as f64 / flat.row_size[*row])));
                flat.from.push(flat.gains.len());
            }
            flat.start.push(flat.cost.len());
        }
        flat
    }

    /// A cost in whole numbers as a part of the greatest.
    pub fn part(&self, cost: i128) -> f64 {
        cost as f64 / self.cost_size
    }

    /// The group of an option.
    pub fn group_of(&self, option: usize) -> usize {
        self.group_of[option]
    }

    fn gains(&self, option: usize) -> &[(usize, f64)] {
        &self.gains[self.from[option]..self.from[option + 1]]
    }

    fn gain(&self, option: usize, row: usize) -> f64 {
        self.gains(option).iter().find(|(r, _)| *r == row).map_or(0.0, |(_, gain)| *gain)
    }

    fn gives(&self, option: usize, row: usize) -> bool {
        self.gains(option).iter().any(|(r, _)| *r == row)
    }

    fn worth(&self, option: usize, prices: &[f64]) -> f64 {
        self.gains(option).iter().map(|(row, gain)| prices[*row] * gain).sum()
    }

    fn price(&self, option: usize, prices: &[f64]) -> f64 {
        self.cost[option] - self.worth(option, prices)
    }

    fn cheapest(&self, group: usize, open: &[bool], prices: &[f64]) -> usize {
        let options = (self.start[group]..self.start[group + 1]).filter(|option| open[*option]);
        let cheapest = options.min_by(|a, b| self.price(*a, prices).total_cmp(&self.price(*b, prices)));
        cheapest.unwrap_or(self.start[group])
    }

    /// The basis without prices: each group takes its cheapest open option.
    pub fn fresh(&self, open: &[bool]) -> Basis {
        let prices = vec![0.0; self.bounds.len()];
        let key = (0..self.start.len() - 1).map(|group| self.cheapest(group, open, &prices)).collect();
        Basis { key, shared: Vec::new(), rows: Vec::new() }
    }

    /// What part of its group every option has.
    pub fn all_shares(&self, basis: &Basis, priced: &Priced) -> Vec<f64> {
        let mut all = vec![0.0; self.cost.len()];
        basis.key.iter().for_each(|key| all[*key] = 1.0);
        for (option, share) in basis.shared.iter().zip(&priced.shares) {
            all[*option] = *share;
            all[basis.key[self.group_of[*option]]] -= share;
        }
        all
    }

    /// How much more than the key of its group an option gives, by row.
    fn more(&self, basis: &Basis, option: usize) -> impl Iterator<Item = (usize, f64)> {
        let key = basis.key[self.group_of[option]];
        let more = self.gains(option).iter().map(move |(row, gain)| (*row, gain - self.gain(key, *row)));
        let lost = self.gains(key).iter().filter(move |(row, _)| !self.gives(option, *row));
        more.chain(lost.map(|(row, gain)| (*row, -gain))).filter(|(_, more)| *more != 0.0)
    }

    fn factored(&self, basis: &Basis) -> Option<Factored> {
        let mut place = vec![usize::MAX; self.bounds.len()];
        basis.rows.iter().enumerate().for_each(|(at, row)| place[*row] = at);
        let terms = |option: &usize| -> Vec<(usize, f64)> {
            let terms = self.more(basis, *option).map(|(row, more)| (place[row], more));
            terms.filter(|(at, _)| *at != usize::MAX).collect()
        };
        Factored::of(basis.shared.iter().map(terms).collect())
    }

    /// The prices at which every shared option is as cheap as the key of its group.
    fn prices(&self, basis: &Basis, factored: &Factored) -> Vec<f64> {
        let dearer = |option: &usize| self.cost[*option] - self.cost[basis.key[self.group_of[*option]]];
        let dearer: Vec<f64> = basis.shared.iter().map(dearer).collect();
        let mut prices = vec![0.0; self.bounds.len()];
        for (row, price) in basis.rows.iter().zip(factored.solve(&dearer)) {
            prices[*row] = price.max(0.0);
        }
        prices
    }

    /// Gives every group whose key is closed another key.
    fn settle(&self, open: &[bool], basis: &mut Basis) {
        if basis.key.iter().all(|key| open[*key]) {
            return;
        }
        let Some(prices) = self.factored(basis).map(|factored| self.prices(basis, &factored)) else {
            *basis = self.fresh(open);
            return;
        };
        for group in 0..basis.key.len() {
            if open[basis.key[group]] {
                continue;
            }
            let of_group = |option: &usize| self.group_of[*option] == group;
            if let Some(at) = basis.shared.iter().position(|option| of_group(option) && open[*option]) {
                std::mem::swap(&mut basis.key[group], &mut basis.shared[at]);
            } else if basis.shared.iter().any(of_group) {
                *basis = self.fresh(open);
                return;
            } else {
                basis.key[group] = self.cheapest(group, open, &prices);
            }
        }
    }

    fn scope(&self, open: &[bool], basis: &Basis) -> Scope {
        let (mut groups, mut options) = (Vec::new(), Vec::new());
        let (mut bounds, mut cost) = (self.bounds.clone(), 0.0);
        for (group, key) in basis.key.iter().enumerate() {
            let first = options.len();
            options.extend((self.start[group]..self.start[group + 1]).filter(|option| open[*option]));
            if options.len() > first + 1 {
                groups.push((group, first..options.len()));
                continue;
            }
            options.truncate(first);
            cost += self.cost[*key];
            self.gains(*key).iter().for_each(|(row, gain)| bounds[*row] -= gain);
        }
        Scope { groups, options, bounds, cost }
    }

    /// Improves the prices from a basis on, over the open options, until they are the best, or their bound is above a limit, or so
    /// many steps are made, or it is told to stop.
    pub fn solve(&self, open: &[bool], basis: &mut Basis, limit: f64, steps: usize, stop: &dyn Fn() -> bool) -> Priced {
        self.settle(open, basis);
        let scope = self.scope(open, basis);
        let mut turned = vec![0.0; self.cost.len()];
        let (mut made, mut resets) = (0, 0);
        loop {
            let Some(factored) = self.factored(basis) else {
                resets += 1;
                *basis = self.fresh(open);
                if resets > RESETS {
                    return self.told(vec![0.0; self.bounds.len()], Vec::new(), f64::NEG_INFINITY, End::Tired);
                }
                continue;
            };
            let prices = self.prices(basis, &factored);
            let mut missing = scope.bounds.clone();
            let mut value = scope.cost;
            for (group, _) in &scope.groups {
                let key = basis.key[*group];
                value += self.cost[key];
                self.gains(key).iter().for_each(|(row, gain)| missing[*row] -= gain);
            }
            value += missing.iter().zip(&prices).map(|(missing, price)| missing * price).sum::<f64>();
            let right: Vec<f64> = basis.rows.iter().map(|row| missing[*row]).collect();
            let shares = factored.solve_transposed(&right);
            for (option, share) in basis.shared.iter().zip(&shares) {
                let key = basis.key[self.group_of[*option]];
                self.gains(*option).iter().for_each(|(row, gain)| missing[*row] -= gain * share);
                self.gains(key).iter().for_each(|(row, gain)| missing[*row] += gain * share);
            }
            if value > limit || made >= steps || stop() {
                let end = if value > limit { End::Above } else { End::Tired };
                return self.told(prices, shares, value, end);
            }
            let (leaving, rise) = match self.leaving(open, basis, &shares, &missing) {
                Ok(Some(leaving)) => leaving,
                Ok(None) => return self.told(prices, shares, value, End::Best),
                Err(group) => {
                    // The key has less than nothing of its group: that with the most of it becomes the key.
                    let of_group = (0..shares.len()).filter(|at| self.group_of[basis.shared[*at]] == group);
                    if let Some(at) = of_group.max_by(|a, b| shares[*a].total_cmp(&shares[*b])) {
                        std::mem::swap(&mut basis.key[group], &mut basis.shared[at]);
                    }
                    continue;
                }
            };
            made += 1;
            let change = self.change(basis, &factored, &leaving);
            if let Err(rise) = self.step(&scope, basis, &prices, &change, (&leaving, rise), &mut turned) {
                // Far enough along for the bound to be above the limit, whatever floating point loses.
                let reach = 2.0 * (limit.max(value) - value + 1.0) / rise.max(TINY);
                let far = prices.iter().zip(&change).map(|(price, change)| (price + reach * change).max(0.0));
                return self.told(far.collect(), Vec::new(), f64::INFINITY, End::Nothing);
            }
        }
    }

    fn told(&self, mut prices: Vec<f64>, shares: Vec<f64>, value: f64, end: End) -> Priced {
        prices.iter_mut().zip(&self.row_size).for_each(|(price, size)| *price *= self.cost_size / size);
        Priced { prices, shares, value, end }
    }

    /// What is wrong most, and how wrong it is: nothing at the best prices; the group, when its key has less than nothing of it.
    fn leaving(
        &self,
        open: &[bool],
        basis: &Basis,
        shares: &[f64],
        missing: &[f64],
    ) -> Result<Option<(Leaving, f64)>, usize> {
        let (mut worst, mut leaving, mut group) = (TOLERANCE, None, None);
        let mut priced = vec![false; missing.len()];
        basis.rows.iter().for_each(|row| priced[*row] = true);
        let mut of_shared = vec![0.0; basis.key.len()];
        basis.shared.iter().zip(shares).for_each(|(option, share)| of_shared[self.group_of[*option]] += share);
        for (row, missing) in missing.iter().enumerate() {
            if *missing > worst && !priced[row] {
                (worst, leaving) = (*missing, Some(Leaving::Row(row)));
            }
        }
        for (at, (option, share)) in basis.shared.iter().zip(shares).enumerate() {
            if -share > worst {
                (worst, leaving) = (-share, Some(Leaving::Shared(at, -1.0)));
            } else if !open[*option] && *share > worst {
                (worst, leaving) = (*share, Some(Leaving::Shared(at, 1.0)));
            }
            let of_key = 1.0 - of_shared[self.group_of[*option]];
            if -of_key > worst {
                (worst, leaving, group) = (-of_key, None, Some(self.group_of[*option]));
            }
        }
        match (leaving, group) {
            (None, Some(group)) => Err(group),
            (leaving, _) => Ok(leaving.map(|leaving| (leaving, worst))),
        }
    }

    /// By how much each price changes along a step.
    fn change(&self, basis: &Basis, factored: &Factored, leaving: &Leaving) -> Vec<f64> {
        let mut right = vec![0.0; basis.shared.len()];
        let mut change = vec![0.0; self.bounds.len()];
        match leaving {
            Leaving::Row(row) => {
                change[*row] = 1.0;
                for (right, option) in right.iter_mut().zip(&basis.shared) {
                    *right = self.gain(basis.key[self.group_of[*option]], *row) - self.gain(*option, *row);
                }
            }
            Leaving::Shared(at, sign) => right[*at] = *sign,
        }
        for (row, moved) in basis.rows.iter().zip(factored.solve(&right)) {
            change[*row] = moved;
        }
        change
    }

    /// Goes along a change of the prices as long as the bound rises, and puts what stops it into the basis.
    ///
    /// # Errors
    /// Nothing stops it: how fast the bound rises on and on. The basis is as it was then.
    fn step(
        &self,
        scope: &Scope,
        basis: &mut Basis,
        prices: &[f64],
        change: &[f64],
        (leaving, rise): (&Leaving, f64),
        turned: &mut [f64],
    ) -> Result<(), f64> {
        let mut events: BinaryHeap<Event> = BinaryHeap::new();
        for (at, row) in basis.rows.iter().enumerate().filter(|(_, row)| change[**row] < -TINY) {
            events.push(Event { at: prices[*row] / -change[*row], stop: Stop::Row(at), flatter: 0.0 });
        }
        let (mut shared, mut in_basis) = (vec![false; self.cost.len()], vec![false; basis.key.len()]);
        for option in &basis.shared {
            shared[*option] = true;
            in_basis[self.group_of[*option]] = true;
        }
        // The option that first becomes as cheap as the key, from somewhere on.
        let next = |options: &[usize], key: usize, from: f64, turned: &[f64]| -> Option<Event> {
            let price = self.price(key, prices);
            let tied = in_basis[self.group_of[key]];
            let mut first: Option<Event> = None;
            for option in options.iter().copied().filter(|option| *option != key && !(tied && shared[*option])) {
                let flatter = turned[option] - turned[key];
                if flatter > TINY {
                    let at = ((self.price(option, prices) - price) / flatter).max(from);
                    if first.as_ref().is_none_or(|f| at < f.at || (at <= f.at && flatter > f.flatter)) {
                        first = Some(Event { at, stop: Stop::Option(option), flatter });
                    }
                }
            }
            first
        };
        for (group, range) in &scope.groups {
            let options = &scope.options[range.clone()];
            options.iter().for_each(|option| turned[*option] = self.worth(*option, change));
            events.extend(next(options, basis.key[*group], 0.0, turned));
        }
        let mut rise = rise;
        let mut passed: Vec<(usize, usize)> = Vec::new();
        let mut stop = None;
        while let Some(event) = events.pop() {
            let option = match event.stop {
                Stop::Option(option) => option,
                Stop::Row(_) => {
                    stop = Some(event.stop);
                    break;
                }
            };
            let group = self.group_of[option];
            rise -= event.flatter;
            if rise <= TINY || in_basis[group] {
                stop = Some(event.stop);
                break;
            }
            passed.push((group, basis.key[group]));
            basis.key[group] = option;
            if let Ok(at) = scope.groups.binary_search_by_key(&group, |(group, _)| *group) {
                events.extend(next(&scope.options[scope.groups[at].1.clone()], option, event.at, turned));
            }
        }
        match (stop, leaving) {
            (None, _) => {
                passed.into_iter().rev().for_each(|(group, key)| basis.key[group] = key);
                return Err(rise);
            }
            (Some(Stop::Option(option)), Leaving::Row(row)) => {
                basis.rows.push(*row);
                basis.shared.push(option);
            }
            (Some(Stop::Option(option)), Leaving::Shared(at, _)) => basis.shared[*at] = option,
            (Some(Stop::Row(at)), Leaving::Row(row)) => basis.rows[at] = *row,
            (Some(Stop::Row(at)), Leaving::Shared(shared, _)) => {
                basis.rows.swap_remove(at);
                basis.shared.swap_remove(*shared);
            }
        }
        Ok(())
    }
}
