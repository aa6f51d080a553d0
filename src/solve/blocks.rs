//! A bound better than that of the linear relaxation: rows that share no group with each other are kept as they are, and only the
//! others are paid for (Lagrangian decomposition, as M. Guignard and S. Kim name it, Mathematical Programming 39, 1987).
//!
//! A row of coarse numbers, as procedures or days are, can mostly not be met exactly at the best prices; what that costs more is found by
//! trying all sums over its groups (dynamic programming), to which room is a narrow limit. Targets of agencies share no group, so
//! that what each of them costs more adds up.
//!
//! All is in whole numbers, rounded down, so that nothing is told to cost more than it does.
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_possible_wrap)]

use super::bound::Bound;
use super::problem::Problem;
use std::cmp::Reverse;

/// A row and the groups that differ on it.
#[derive(Debug, Clone)]
pub(super) struct Block {
    row: usize,
    groups: Vec<usize>,
}

/// What the row of a block costs more.
pub(super) struct Told {
    /// At least so many units above the bound.
    pub extra: i128,
    /// By option that can be told of, the units above the bound that there are at least when it is taken.
    pub taken: Vec<(usize, i128)>,
}

/// How many different sums a row may have to be looked at.
const SUMS: i128 = 1 << 16;

/// How many bits the room is rounded to.
const BITS: u32 = 44;

/// Nothing gets there.
const NONE: i64 = i64::MAX;

/// A group, by how its options differ from the cheapest: option, gain, units above.
struct Turn {
    options: Vec<(usize, i64, i64)>,
}

impl Turn {
    /// The least and the greatest gain, with that of the cheapest option, zero.
    fn span(&self) -> (i64, i64) {
        self.options.iter().fold((0, 0), |(low, high), (_, gain, _)| (low.min(*gain), high.max(*gain)))
    }
}

/// By sum from the first on, the least units above with which it is reached.
struct Sums {
    first: i64,
    least: Vec<i64>,
}

impl Sums {
    fn reached(&self) -> impl Iterator<Item = (i64, i64)> + '_ {
        let all = self.least.iter().enumerate().filter(|(_, units)| **units != NONE);
        all.map(|(at, units)| (self.first + at as i64, *units))
    }

    fn at(&self, sum: i64) -> Option<i64> {
        let at = usize::try_from(sum - self.first).ok()?;
        self.least.get(at).copied().filter(|units| *units != NONE)
    }

    /// The sums with one group more; nothing when all are above the limit.
    fn with(&self, turn: &Turn, limit: i64) -> Option<Self> {
        let (low, high) = turn.span();
        let first = self.first + low;
        let mut least = vec![NONE; self.least.len() + (high - low) as usize];
        for (sum, units) in self.reached() {
            for (_, gain, above) in [(0, 0, 0)].iter().chain(&turn.options) {
                let at = (sum + gain - first) as usize;
                if units + above <= limit {
                    least[at] = least[at].min(units + above);
                }
            }
        }
        let from = least.iter().position(|units| *units != NONE)?;
        let to = least.iter().rposition(|units| *units != NONE)?;
        least.truncate(to + 1);
        least.drain(..from);
        Some(Self { first: first + from as i64, least })
    }
}

/// The blocks of all rows that are coarse enough.
pub(super) fn blocks(problem: &Problem) -> Vec<Block> {
    let rows = problem.bounds.len();
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); rows];
    let mut span = vec![0_i128; rows];
    for (group, items) in problem.groups.iter().enumerate() {
        for (row, _) in items.iter().flat_map(|item| &item.gains) {
            if groups[*row].last() == Some(&group) {
                continue;
            }
            let gains = || items.iter().map(|item| item.gain(*row));
            let differ = gains().max().unwrap_or(0) - gains().min().unwrap_or(0);
            if differ > 0 {
                groups[*row].push(group);
                span[*row] += differ;
            }
        }
    }
    let coarse =
        groups.into_iter().zip(span).enumerate().filter(|(_, (groups, span))| !groups.is_empty() && *span < SUMS);
    coarse.map(|(row, (groups, _))| Block { row, groups }).collect()
}

/// Blocks that share no group and cost the most together, as far as two orders of taking them tell.
pub(super) fn family(blocks: &[Block], groups: usize, extra: impl Fn(&Block) -> i128) -> Vec<Block> {
    let extras: Vec<i128> = blocks.iter().map(extra).collect();
    let costly: Vec<usize> = (0..blocks.len()).filter(|block| extras[*block] > 0).collect();
    let (mut by_extra, mut by_size) = (costly.clone(), costly);
    by_extra.sort_by_key(|block| Reverse(extras[*block]));
    by_size.sort_by_key(|block| (blocks[*block].groups.len(), Reverse(extras[*block])));
    let taken = |order: Vec<usize>| {
        let mut used = vec![false; groups];
        let mut kept: Vec<usize> = Vec::new();
        for block in order {
            if blocks[block].groups.iter().all(|group| !used[*group]) {
                blocks[block].groups.iter().for_each(|group| used[*group] = true);
                kept.push(block);
            }
        }
        let sum: i128 = kept.iter().map(|block| extras[*block]).sum();
        (sum, kept)
    };
    let (one, other) = (taken(by_extra), taken(by_size));
    let best = if one.0 >= other.0 { one.1 } else { other.1 };
    best.into_iter().map(|block| blocks[block].clone()).collect()
}

/// By row, how much more than its bound is reached when every group takes its cheapest open option.
pub(super) fn surplus(problem: &Problem, open: &[bool], bound: &Bound) -> Vec<i128> {
    let mut surplus: Vec<i128> = problem.bounds.iter().map(|needed| -needed).collect();
    let mut first = 0;
    for items in &problem.groups {
        let options = (first..first + items.len()).filter(|option| open[*option]);
        if let Some(option) = options.min_by_key(|option| bound.above[*option]) {
            items[option - first].gains.iter().for_each(|(row, gain)| surplus[*row] += gain);
        }
        first += items.len();
    }
    surplus
}

impl Block {
    pub fn row(&self) -> usize {
        self.row
    }

    pub fn groups(&self) -> &[usize] {
        &self.groups
    }

    /// What the row costs more than the bound; nothing when that is more than the room. `start` is the first option of each group,
    /// `surplus` what the cheapest options give the row more than it needs.
    pub fn told(
        &self,
        problem: &Problem,
        start: &[usize],
        open: &[bool],
        bound: &Bound,
        surplus: i128,
        room: i128,
    ) -> Option<Told> {
        let bits = i128::BITS - room.max(0).leading_zeros();
        let down = bits.saturating_sub(BITS);
        let limit = (room >> down) as i64 + 1;
        let price = bound.prices[self.row] >> down;
        let turns = self.turns(problem, start, open, bound, room, down);
        // What the last sums cost beyond: nothing may be missing, and what is too much was paid for.
        let end = |sum: i64| -> Option<i64> {
            let over = surplus + i128::from(sum);
            let paid = price * over;
            (over >= 0 && paid <= i128::from(limit)).then_some(paid as i64)
        };
        let mut layers = vec![Sums { first: 0, least: vec![0] }];
        for turn in &turns {
            let next = layers.last()?.with(turn, limit)?;
            layers.push(next);
        }
        let last = layers.pop()?;
        let extra = last.reached().filter_map(|(sum, units)| Some(units + end(sum)?)).min().filter(|e| *e <= limit)?;
        let mut after = Sums { first: last.first, least: vec![NONE; last.least.len()] };
        for (sum, _) in last.reached() {
            after.least[(sum - last.first) as usize] = end(sum).unwrap_or(NONE);
        }
        let mut taken = Vec::new();
        for (turn, before) in turns.iter().zip(&layers).rev() {
            let mut least = vec![NONE; turn.options.len()];
            let mut all = Sums { first: before.first, least: vec![NONE; before.least.len()] };
            for (sum, units) in before.reached() {
                let mut rest = after.at(sum).unwrap_or(NONE);
                for ((_, gain, above), least) in turn.options.iter().zip(&mut least) {
                    if let Some(beyond) = after.at(sum + gain) {
                        rest = rest.min(above + beyond);
                        *least = (*least).min(units + above + beyond);
                    }
                }
                all.least[(sum - before.first) as usize] = rest;
            }
            let units = |least: i64| if least == NONE { i128::MAX } else { i128::from(least) << down };
            taken.extend(turn.options.iter().zip(least).map(|((option, ..), least)| (*option, units(least))));
            after = all;
        }
        Some(Told { extra: i128::from(extra) << down, taken })
    }

    /// The groups of the block that have a choice, those with the dearest ones first, so that sums stay few.
    fn turns(
        &self,
        problem: &Problem,
        start: &[usize],
        open: &[bool],
        bound: &Bound,
        room: i128,
        down: u32,
    ) -> Vec<Turn> {
        let mut turns: Vec<(i64, Turn)> = Vec::new();
        for group in &self.groups {
            let options = || (start[*group]..start[group + 1]).filter(|option| open[*option]);
            let Some(cheapest) = options().min_by_key(|option| bound.above[*option]) else { continue };
            let gain = |option: usize| problem.groups[*group][option - start[*group]].gain(self.row);
            let others = options().filter(|option| *option != cheapest && bound.above[*option] <= room);
            let options: Vec<(usize, i64, i64)> = others
                .map(|option| (option, (gain(option) - gain(cheapest)) as i64, (bound.above[option] >> down) as i64))
                .collect();
            if let Some(least) = options.iter().map(|(.., above)| *above).min() {
                turns.push((least, Turn { options }));
            }
        }
        turns.sort_by_key(|(least, _)| Reverse(*least));
        turns.into_iter().map(|(_, turn)| turn).collect()
    }
}
