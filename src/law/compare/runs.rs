//! What two sequences have in common, within bounded work.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;
use std::ops::Range;

/// How fine an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fidelity {
    /// As fine as the method gives.
    Fine,
    /// Somewhere the work would have become too much: a larger piece is shown as replaced than need be, or a move was not looked for.
    Coarse,
}

/// How much work a comparison may take. It is counted in steps, not in time, so that the same texts give the same answer on every machine;
/// a hundred million steps are in the order of a second.
#[derive(Debug, Clone)]
pub struct Effort {
    left: u64,
    coarse: bool,
}

/// The steps of [`Effort::default`].
const STEPS: u64 = 200_000_000;

/// Up to this many pairs of tokens, one stretch is compared by the finest method.
const FINE: u64 = 4_000_000;

impl Default for Effort {
    fn default() -> Self {
        Self::steps(STEPS)
    }
}

impl Effort {
    /// An effort of so many steps.
    pub fn steps(steps: u64) -> Self {
        Self { left: steps, coarse: false }
    }

    /// Whether the work was cut short anywhere.
    pub fn fidelity(&self) -> Fidelity {
        if self.coarse { Fidelity::Coarse } else { Fidelity::Fine }
    }

    /// Takes steps, as far as there are; says whether there were enough. Where there were not, the answer is coarse.
    pub(super) fn take(&mut self, steps: u64) -> bool {
        let enough = steps <= self.left;
        self.left = self.left.saturating_sub(steps);
        self.coarse |= !enough;
        enough
    }
}

/// A run that is the same on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub old: usize,
    pub new: usize,
    pub len: usize,
}

/// The longest runs that two sequences have in common, in order and without touching: Patience, and between far anchors where a stretch is too
/// long for it. The work is bounded by the effort; beyond it a stretch counts as wholly different.
pub(super) fn equal_runs(old: &[u32], new: &[u32], effort: &mut Effort) -> Vec<Run> {
    let mut search = Search { old, new, runs: Vec::new(), effort };
    search.stretch(0..old.len(), 0..new.len(), 0);
    search.runs
}

/// Where one side is so many times as long as the other, what the other has not is left out before they are compared: of many pages against a
/// few words, that is nearly all. Not where they are nearer to each other, for then it matters what stands between equal words.
const LOPSIDED: usize = 16;

/// Up to this many pairs of tokens, all are looked at before anything else is done.
const SHORT: usize = 256;

/// How often a stretch is parted before it is given up.
const DEEPEST: usize = 24;

struct Search<'s> {
    old: &'s [u32],
    new: &'s [u32],
    runs: Vec<Run>,
    effort: &'s mut Effort,
}

impl Search<'_> {
    fn push(&mut self, old: usize, new: usize, len: usize) {
        if len == 0 {
            return;
        }
        match self.runs.last_mut().filter(|last| last.old + last.len == old && last.new + last.len == new) {
            Some(last) => last.len += len,
            None => self.runs.push(Run { old, new, len }),
        }
    }

    fn same(&self, old: usize, new: usize) -> bool {
        matches!((self.old.get(old), self.new.get(new)), (Some(a), Some(b)) if a == b)
    }

    fn stretch(&mut self, old: Range<usize>, new: Range<usize>, depth: usize) {
        let (mut old, mut new) = (old, new);
        let shorter = old.len().min(new.len());
        let head = (0..shorter).take_while(|at| self.same(old.start + at, new.start + at)).count();
        self.push(old.start, new.start, head);
        (old.start, new.start) = (old.start + head, new.start + head);
        let tail = (1..=shorter - head).take_while(|at| self.same(old.end - at, new.end - at)).count();
        (old.end, new.end) = (old.end - tail, new.end - tail);
        if !old.is_empty() && !new.is_empty() {
            let pairs = old.len() as u64 * new.len() as u64;
            if pairs <= FINE { self.fine(&old, &new) } else { self.part(&old, &new, depth) }
        }
        self.push(old.end, new.end, tail);
    }

    fn fine(&mut self, old: &Range<usize>, new: &Range<usize>) {
        let (Some(a), Some(b)) = (self.old.get(old.clone()), self.new.get(new.clone())) else { return };
        if !self.effort.take((a.len() + b.len()) as u64) {
            return;
        }
        // Short stretches, the usual case, often have nothing in common.
        if a.len() * b.len() <= SHORT && !a.iter().any(|id| b.contains(id)) {
            return;
        }
        let mut kept = 0;
        if a.len().max(b.len()) / LOPSIDED >= a.len().min(b.len()) {
            let (a_kept, b_kept) = (Kept::of(a, b), Kept::of(b, a));
            for run in patience(&a_kept.ids, &b_kept.ids) {
                kept += run.len;
                let places = a_kept.places.iter().skip(run.old).zip(b_kept.places.iter().skip(run.new));
                places.take(run.len).for_each(|(o, n)| self.push(old.start + o, new.start + n, 1));
            }
        } else {
            for run in patience(a, b) {
                kept += run.len;
                self.push(old.start + run.old, new.start + run.new, run.len);
            }
        }
        // The work of the method grows with the number of differences.
        let changed = (a.len() + b.len()).saturating_sub(2 * kept) as u64;
        self.effort.take((a.len() + b.len()) as u64 * changed / 4);
    }

    /// Parts a long stretch at what occurs once on each side: long runs of tokens first, then short ones.
    fn part(&mut self, old: &Range<usize>, new: &Range<usize>, depth: usize) {
        for width in [8, 3, 1] {
            let steps = (old.len() + new.len()) as u64 * 4;
            if depth == DEEPEST || !self.effort.take(steps) {
                break;
            }
            let anchors = self.anchors(old, new, width);
            if anchors.is_empty() {
                continue;
            }
            let (mut o, mut n) = (old.start, new.start);
            for (a, b) in anchors {
                // An anchor may lie in the run that the one before it opened.
                if a < o || b < n {
                    continue;
                }
                self.stretch(o..a, n..b, depth + 1);
                let len = (0..(old.end - a).min(new.end - b)).take_while(|at| self.same(a + at, b + at)).count();
                self.push(a, b, len);
                (o, n) = (a + len, b + len);
            }
            return self.stretch(o..old.end, n..new.end, depth + 1);
        }
        self.effort.coarse = true;
    }

    /// Where runs of `width` tokens begin that occur once on each side, as many as stand in the same order.
    fn anchors(&self, old: &Range<usize>, new: &Range<usize>, width: usize) -> Vec<(usize, usize)> {
        #[derive(Default)]
        struct Seen {
            old: (u32, usize),
            new: (u32, usize),
        }
        let mut seen: HashMap<&[u32], Seen> = HashMap::with_capacity(old.len());
        for (at, run) in self.old.get(old.clone()).unwrap_or_default().windows(width).enumerate() {
            let count = &mut seen.entry(run).or_default().old;
            *count = (count.0 + 1, old.start + at);
        }
        for (at, run) in self.new.get(new.clone()).unwrap_or_default().windows(width).enumerate() {
            if let Some(found) = seen.get_mut(run) {
                found.new = (found.new.0 + 1, new.start + at);
            }
        }
        let mut pairs: Vec<(usize, usize)> =
            seen.into_values().filter(|s| s.old.0 == 1 && s.new.0 == 1).map(|s| (s.old.1, s.new.1)).collect();
        pairs.sort_unstable();
        rising(&pairs)
    }
}

/// The runs that Patience finds.
fn patience(old: &[u32], new: &[u32]) -> impl Iterator<Item = Run> {
    capture_diff_slices(Algorithm::Patience, old, new).into_iter().filter_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len } => Some(Run { old: old_index, new: new_index, len }),
        _ => None,
    })
}

/// What of a sequence another has too, with the places where it stood.
struct Kept {
    ids: Vec<u32>,
    places: Vec<usize>,
}

impl Kept {
    fn of(all: &[u32], other: &[u32]) -> Self {
        let mut known = other.to_vec();
        known.sort_unstable();
        known.dedup();
        let kept = |(_, id): &(usize, &u32)| known.binary_search(id).is_ok();
        let (places, ids) = all.iter().enumerate().filter(kept).unzip();
        Self { ids, places }
    }
}

/// The longest part of the pairs, sorted by the first, in which the second rises too.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // tails[k]: the pair with the smallest second that ends a rising part of k + 1 pairs.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let second = |at: usize| pairs.get(at).map_or(0, |p| p.1);
    for (at, pair) in pairs.iter().enumerate() {
        let place = tails.partition_point(|tail| second(*tail) < pair.1);
        before.push(place.checked_sub(1).and_then(|k| tails.get(k).copied()));
        match tails.get_mut(place) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(at) = next {
        chain.extend(pairs.get(at).copied());
        next = before.get(at).copied().flatten();
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn long_stretches_parted_at_anchors_come_back(seeds in prop::collection::vec((0_u32..40, 0_u32..40), 1..6), steps in 0_u64..3_000_000) {
            let text = |pick: fn(&(u32, u32)) -> u32| -> Vec<u32> {
                seeds.iter().flat_map(|s| (0..900).map(move |n| (n * (pick(s) + 3)) % 1601)).collect()
            };
            let (old, new) = (text(|s| s.0), text(|s| s.1));
            let mut effort = Effort::steps(steps);
            let runs = equal_runs(&old, &new, &mut effort);
            let (mut o, mut n) = (0, 0);
            for run in runs {
                prop_assert!(run.old >= o && run.new >= n && run.len > 0);
                (o, n) = (run.old + run.len, run.new + run.len);
                prop_assert_eq!(&old[run.old..o], &new[run.new..n]);
            }
        }
    }
}
