//! Branch and bound over what a bound left open.
//!
//! At every node the linear relaxation gives prices; what they and the blocks prove in whole numbers closes options or the whole
//! node. What is left is split in two at the group whose halves raise the bound most (strong branching: there are hardly more
//! fractional groups than rows, and few steps tell). The half with the lower bound comes first. No bound of floating point closes
//! anything.

use super::Search;
use super::blocks::{Block, blocks, family, surplus};
use super::bound::{Bound, Bounding};
use super::conflicts::Rows;
use super::problem::Problem;
use super::simplex::{Basis, End, Priced, Relaxation};

/// What a search found.
pub(super) struct Searched {
    /// The option taken of each group; nothing when nothing costs as little as was asked.
    pub best: Option<Vec<usize>>,
    /// Whether all was looked at: what is not told costs more than was asked.
    pub complete: bool,
}

/// How many steps of the simplex method a node may take.
const STEPS: usize = 500;

/// How many steps tell how good a half is.
const TRIED: usize = 12;

/// How many groups are tried, the most fractional ones first.
const CANDIDATES: usize = 10;

/// What share is none, or all.
const TOLERANCE: f64 = 1e-6;

#[derive(Clone)]
struct Node {
    open: Vec<bool>,
    basis: Basis,
    /// The bound as far as it is known, in floating point; it only tells what comes first.
    value: f64,
}

struct Tree<'p> {
    problem: &'p Problem,
    bounding: Bounding<'p>,
    relaxation: Relaxation,
    rows: Rows,
    /// The first option of each group, and one past the last of all.
    start: Vec<usize>,
    /// The blocks that are looked at; found at the first node.
    blocks: Option<Vec<Block>>,
    /// Of each group, whether a block has it.
    in_block: Vec<bool>,
    most: i128,
    stop: &'p dyn Fn() -> bool,
}

/// Looks for the cheapest choice that costs at most `most`.
pub(super) fn search<'p>(problem: &'p Problem, most: i128, asked: Search<'p>) -> Searched {
    let mut done = Searched { best: None, complete: true };
    let bounding = Bounding::new(problem);
    let start = problem.starts();
    let relaxation = Relaxation::of(problem);
    let most = most.min(bounding.dearest);
    let in_block = vec![false; problem.groups.len()];
    let open = vec![true; start[problem.groups.len()]];
    let mut nodes = vec![Node { basis: relaxation.fresh(&open), open, value: 0.0 }];
    let rows = Rows::of(problem);
    let mut tree = Tree { rows, problem, bounding, relaxation, start, blocks: None, in_block, most, stop: asked.stop };
    while let Some(mut node) = nodes.pop() {
        if tree.most < 0 {
            break;
        }
        if (asked.stop)() {
            done.complete = false;
            break;
        }
        let Some(priced) = tree.narrowed(&mut node) else { continue };
        let taken = tree.rounded(&node, &priced);
        let cost = problem.cost_of(&taken);
        if cost <= tree.most && problem.meets(&taken) {
            tree.most = cost - (asked.step)(cost);
            done.best = Some(taken);
            // Less may be left of it now.
            nodes.push(node);
            continue;
        }
        nodes.extend(tree.halves(&node, &priced).into_iter().flatten());
    }
    done
}

impl Tree<'_> {
    /// The limit of bounds in floating point, above which a node may be closed.
    fn limit(&self) -> f64 {
        self.relaxation.part(self.most + 1) + TOLERANCE
    }

    /// Prices a node and closes what cannot be part of a choice that costs so little; nothing when that is all of it.
    fn narrowed(&mut self, node: &mut Node) -> Option<Priced> {
        loop {
            node.open = self.rows.state(&node.open)?.open;
            let priced = self.relaxation.solve(&node.open, &mut node.basis, self.limit(), STEPS, self.stop);
            let bound = self.bounding.at(&priced.prices, &node.open);
            let room = bound.room(self.most);
            if room < 0 {
                return None;
            }
            let basis = node.basis.key.iter().chain(&node.basis.shared);
            let basis: Vec<usize> = basis.copied().filter(|option| node.open[*option]).collect();
            close(&mut node.open, |option| bound.above[option] > room);
            if priced.end != End::Best || (self.stop)() {
                return Some(priced);
            }
            self.narrow_by_blocks(&mut node.open, &bound, room)?;
            // Where what the prices lean on was closed, others are better.
            if basis.into_iter().all(|option| node.open[option]) {
                return Some(priced);
            }
        }
    }

    /// Closes what the blocks prove; nothing when that is all.
    fn narrow_by_blocks(&mut self, open: &mut [bool], bound: &Bound, room: i128) -> Option<()> {
        let over = surplus(self.problem, open, bound);
        let told =
            |block: &Block, room: i128| block.told(self.problem, &self.start, open, bound, over[block.row()], room);
        if self.blocks.is_none() {
            let extra = |block: &Block| told(block, room).map_or(room + 1, |told| told.extra);
            let chosen = family(&blocks(self.problem), self.problem.groups.len(), extra);
            chosen.iter().flat_map(Block::groups).for_each(|group| self.in_block[*group] = true);
            self.blocks = Some(chosen);
        }
        let mut left = room;
        let mut all = Vec::new();
        for block in self.blocks.iter().flatten() {
            let one = told(block, left)?;
            left -= one.extra;
            if left < 0 {
                return None;
            }
            all.push(one);
        }
        for one in all {
            for (option, taken) in one.taken {
                open[option] &= taken.saturating_sub(one.extra) <= left;
            }
        }
        let (relaxation, in_block) = (&self.relaxation, &self.in_block);
        close(open, |option| bound.above[option] > left && !in_block[relaxation.group_of(option)]);
        Some(())
    }

    /// The choice that the shares round to.
    fn rounded(&self, node: &Node, priced: &Priced) -> Vec<usize> {
        let mut taken = node.basis.key.clone();
        for (option, share) in node.basis.shared.iter().zip(&priced.shares) {
            if *share > 1.0 - TOLERANCE {
                taken[self.relaxation.group_of(*option)] = *option;
            }
        }
        let open = |(group, option): (usize, &usize)| match node.open[*option] {
            true => *option,
            false => self.open(node, group).first().copied().unwrap_or(*option),
        };
        taken.iter().enumerate().map(open).zip(&self.start).map(|(option, start)| option - start).collect()
    }

    /// The groups at which a node can be split: the most fractional ones, else the first with a choice.
    fn split(&self, node: &Node, priced: &Priced) -> Vec<usize> {
        let choice = |group: usize| self.open(node, group).len() > 1;
        let mut shares: Vec<(f64, usize)> = Vec::new();
        for (option, share) in node.basis.shared.iter().zip(&priced.shares) {
            let group = self.relaxation.group_of(*option);
            if *share > TOLERANCE && *share < 1.0 - TOLERANCE && choice(group) {
                shares.push(((share - 0.5).abs(), group));
            }
        }
        shares.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut split: Vec<usize> = Vec::new();
        for (_, group) in shares {
            if split.len() < CANDIDATES && !split.contains(&group) {
                split.push(group);
            }
        }
        if split.is_empty() {
            split.extend((0..self.problem.groups.len()).find(|group| choice(*group)));
        }
        split
    }

    /// The open options of a group, by cost.
    fn open(&self, node: &Node, group: usize) -> Vec<usize> {
        (self.start[group]..self.start[group + 1]).filter(|option| node.open[*option]).collect()
    }

    /// The two halves of a node, the one to be looked at first last; nothing when there is no choice left.
    fn halves(&self, node: &Node, priced: &Priced) -> Option<[Node; 2]> {
        let limit = self.limit();
        let mut best: Option<(f64, [Node; 2])> = None;
        for group in self.split(node, priced) {
            let options = self.open(node, group);
            let first = self.half(node, priced, &options);
            let mut halves = [node.clone(), node.clone()];
            for (at, option) in options.iter().enumerate() {
                halves[usize::from(at < first)].open[*option] = false;
            }
            for half in &mut halves {
                let priced = self.relaxation.solve(&half.open, &mut half.basis, limit, TRIED, self.stop);
                half.value = priced.value.min(limit);
            }
            let rise = |half: &Node| (half.value - priced.value).max(1e-9);
            let score = rise(&halves[0]) * rise(&halves[1]);
            if best.as_ref().is_none_or(|(least, _)| score > *least) {
                best = Some((score, halves));
            }
        }
        let (_, mut halves) = best?;
        halves.sort_by(|a, b| b.value.total_cmp(&a.value));
        Some(halves)
    }

    /// How many of the open options of a group are in its first half: those up to where the shares have their middle.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn half(&self, node: &Node, priced: &Priced, options: &[usize]) -> usize {
        let place = |option: usize| options.iter().position(|other| *other == option).unwrap_or(0) as f64;
        let group = self.relaxation.group_of(options[0]);
        let shared = node.basis.shared.iter().zip(&priced.shares);
        let of_group = shared.filter(|(option, _)| self.relaxation.group_of(**option) == group);
        let key = place(node.basis.key[group]);
        let middle = of_group.fold(key, |sum, (option, share)| sum + share * (place(*option) - key));
        (middle.max(0.0) as usize + 1).min(options.len() - 1)
    }
}

fn close(open: &mut [bool], closed: impl Fn(usize) -> bool) {
    for (option, open) in open.iter_mut().enumerate() {
        *open &= !closed(option);
    }
}
