//! What rows say by themselves: which options leave no room for each other, and rows that say it better.
//!
//! A row allows so much to be missing from the most that it could get. An option that misses more than what the others leave is closed;
//! so what taking an option closes is found by trying (probing: M. Savelsbergh, Preprocessing and probing techniques for mixed
//! integer programming problems, ORSA Journal on Computing 6, 1994). Options of which no two go together make a row of their own, at
//! most one of them (a clique), where the shares of the linear relaxation break it. All is in whole numbers and exact.

use super::problem::Problem;
use std::ops::Range;

/// A problem by what its options miss.
pub(super) struct Rows {
    starts: Vec<usize>,
    group_of: Vec<usize>,
    entries: Vec<Entry>,
    by_row: Vec<Range<usize>>,
    by_group: Vec<Vec<usize>>,
    /// By row, how much may be missing, and the most that an option misses.
    allowed: Vec<i128>,
    greatest: Vec<i128>,
}

/// A group in a row: by option, what it misses of the most that the group can give.
struct Entry {
    row: usize,
    group: usize,
    missed: Vec<i128>,
}

/// Which options are open, and what is missing already.
pub(super) struct State {
    pub open: Vec<bool>,
    /// By group, how many of its options are open.
    left: Vec<usize>,
    /// By entry, the least that an open option misses.
    least: Vec<i128>,
    /// By row, their sum.
    missing: Vec<i128>,
}

/// What was changed, so that it can be taken back.
#[derive(Default)]
struct Trail {
    closed: Vec<usize>,
    least: Vec<(usize, i128)>,
}

/// By option, those that cannot be taken with it, in order; without those of its own group.
pub(super) type Conflicts = Vec<Vec<usize>>;

/// How much may be changed while options are tried.
const WORK: usize = 5_000_000;

/// How many conflicts are remembered.
const PAIRS: usize = 4_000_000;

/// How many rows are found at a time.
const CLIQUES: usize = 100;

impl Rows {
    /// Rows in which any two options go together are looked at as a whole alone.
    pub fn of(problem: &Problem) -> Self {
        let starts = problem.starts();
        let mut allowed: Vec<i128> = problem.bounds.iter().map(|bound| -bound).collect();
        let mut greatest = vec![0; problem.bounds.len()];
        let mut most: Vec<i128> = vec![0; problem.bounds.len()];
        for items in &problem.groups {
            let gains = || items.iter().flat_map(|item| &item.gains);
            gains().for_each(|(row, gain)| most[*row] = most[*row].max(*gain));
            for (row, _) in gains() {
                let most = std::mem::take(&mut most[*row]);
                allowed[*row] += most;
                greatest[*row] = most.max(greatest[*row]);
            }
        }
        let mut by_row: Vec<Vec<(usize, Vec<i128>)>> = vec![Vec::new(); problem.bounds.len()];
        let narrow = |row: usize| 2 * greatest[row] > allowed[row];
        for (group, items) in problem.groups.iter().enumerate() {
            for (option, item) in items.iter().enumerate() {
                for (row, gain) in item.gains.iter().filter(|(row, _)| narrow(*row)) {
                    let of_row = &mut by_row[*row];
                    if of_row.last().is_none_or(|(last, _)| *last != group) {
                        of_row.push((group, vec![0; items.len()]));
                    }
                    if let Some((_, gains)) = of_row.last_mut() {
                        gains[option] = *gain;
                    }
                }
            }
        }
        let mut rows = Self {
            group_of: problem.groups.iter().enumerate().flat_map(|(at, items)| items.iter().map(move |_| at)).collect(),
            starts,
            entries: Vec::new(),
            by_row: Vec::new(),
            by_group: vec![Vec::new(); problem.groups.len()],
            allowed,
            greatest: vec![0; problem.bounds.len()],
        };
        for (row, groups) in by_row.into_iter().enumerate() {
            let first = rows.entries.len();
            for (group, gains) in groups {
                let most = gains.iter().copied().max().unwrap_or(0);
                let missed: Vec<i128> = gains.iter().map(|gain| most - gain).collect();
                rows.greatest[row] = rows.greatest[row].max(missed.iter().copied().max().unwrap_or(0));
                rows.by_group[group].push(rows.entries.len());
                rows.entries.push(Entry { row, group, missed });
            }
            rows.by_row.push(first..rows.entries.len());
        }
        rows
    }

    /// Where all stands when only some options are open, with all closed that this leaves no room for; nothing when that is all of a
    /// group.
    pub fn state(&self, open: &[bool]) -> Option<State> {
        let mut state = State {
            open: open.to_vec(),
            left: vec![0; self.by_group.len()],
            least: Vec::with_capacity(self.entries.len()),
            missing: vec![0; self.allowed.len()],
        };
        open.iter().zip(&self.group_of).filter(|(open, _)| **open).for_each(|(_, group)| state.left[*group] += 1);
        if state.left.contains(&0) {
            return None;
        }
        for entry in &self.entries {
            let least = self.least(entry, &state.open);
            state.least.push(least);
            state.missing[entry.row] += least;
        }
        let mut waiting = Vec::new();
        for row in 0..self.allowed.len() {
            self.check(row, &state, &mut waiting)?;
        }
        self.close(&mut state, waiting, &mut Trail::default())?;
        Some(state)
    }

    /// How many options there are.
    pub fn options(&self) -> usize {
        self.group_of.len()
    }

    fn least(&self, entry: &Entry, open: &[bool]) -> i128 {
        let start = self.starts[entry.group];
        let missed = entry.missed.iter().enumerate().filter(|(at, _)| open[start + at]);
        missed.map(|(_, missed)| *missed).min().unwrap_or(0)
    }

    /// Finds what a row leaves no room for; nothing when more is missing than may be.
    fn check(&self, row: usize, state: &State, waiting: &mut Vec<usize>) -> Option<()> {
        let room = self.allowed[row] - state.missing[row];
        if room < 0 {
            return None;
        }
        if self.greatest[row] > room {
            for at in self.by_row[row].clone() {
                let (entry, least) = (&self.entries[at], state.least[at]);
                let start = self.starts[entry.group];
                let closed = entry.missed.iter().enumerate().filter(|(_, missed)| **missed - least > room);
                waiting.extend(closed.map(|(at, _)| start + at).filter(|option| state.open[*option]));
            }
        }
        Some(())
    }

    /// Closes options and all that this leaves no room for; nothing when that is all of a group.
    fn close(&self, state: &mut State, mut waiting: Vec<usize>, trail: &mut Trail) -> Option<()> {
        while let Some(option) = waiting.pop() {
            if !std::mem::replace(&mut state.open[option], false) {
                continue;
            }
            trail.closed.push(option);
            let group = self.group_of[option];
            state.left[group] -= 1;
            if state.left[group] == 0 {
                return None;
            }
            for at in &self.by_group[group] {
                let (entry, before) = (&self.entries[*at], state.least[*at]);
                if entry.missed[option - self.starts[group]] > before {
                    continue;
                }
                let least = self.least(entry, &state.open);
                if least > before {
                    trail.least.push((*at, before));
                    state.least[*at] = least;
                    state.missing[entry.row] += least - before;
                    self.check(entry.row, state, &mut waiting)?;
                }
            }
        }
        Some(())
    }

    fn take_back(&self, state: &mut State, trail: Trail) {
        for option in trail.closed {
            state.open[option] = true;
            state.left[self.group_of[option]] += 1;
        }
        for (at, before) in trail.least.into_iter().rev() {
            state.missing[self.entries[at].row] -= state.least[at] - before;
            state.least[at] = before;
        }
    }

    /// Tries every option until it is told to stop: those that cannot be taken are closed; of the others, what goes with what. Nothing when
    /// no choice is left.
    pub fn conflicts(&self, state: &mut State, stop: &dyn Fn() -> bool) -> Option<Conflicts> {
        let mut conflicts: Conflicts = vec![Vec::new(); state.open.len()];
        if self.entries.is_empty() {
            return Some(conflicts);
        }
        let (mut work, mut pairs) = (0, 0);
        for option in 0..state.open.len() {
            let group = self.group_of[option];
            if !state.open[option] || state.left[group] < 2 || work > WORK || pairs > PAIRS || stop() {
                continue;
            }
            let siblings = self.starts[group]..self.starts[group + 1];
            let mut trail = Trail::default();
            let others = siblings.clone().filter(|other| *other != option && state.open[*other]).collect();
            let possible = self.close(state, others, &mut trail).is_some();
            work += trail.least.len() + trail.closed.len();
            let closed = trail.closed.clone();
            self.take_back(state, trail);
            if !possible {
                self.close(state, vec![option], &mut Trail::default())?;
                continue;
            }
            pairs += closed.len();
            for other in closed.into_iter().filter(|other| !siblings.contains(other)) {
                conflicts[option].push(other);
                conflicts[other].push(option);
            }
        }
        for others in &mut conflicts {
            others.sort_unstable();
            others.dedup();
        }
        Some(conflicts)
    }

    /// Rows that shares of options break: sets of options of which no two go together and of which more than one is taken.
    pub fn broken(&self, conflicts: &Conflicts, shares: &[f64]) -> Vec<Vec<usize>> {
        let meet = |a: usize, b: usize| self.group_of[a] == self.group_of[b] || conflicts[a].binary_search(&b).is_ok();
        let mut by_share: Vec<usize> = (0..shares.len()).filter(|option| shares[*option] > 1e-4).collect();
        by_share.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]));
        let mut broken: Vec<(f64, Vec<usize>)> = Vec::new();
        for first in by_share.iter().copied().filter(|option| shares[*option] < 1.0 - 1e-4) {
            let mut clique = vec![first];
            let mut near: Vec<usize> =
                conflicts[first].iter().copied().filter(|option| shares[*option] > 1e-4).collect();
            near.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]));
            for option in near {
                if clique.iter().all(|other| meet(*other, option)) {
                    clique.push(option);
                }
            }
            let sum: f64 = clique.iter().map(|option| shares[*option]).sum();
            if sum < 1.01 {
                continue;
            }
            // What nobody takes yet may come in too.
            for option in &conflicts[first] {
                if !clique.contains(option) && clique.iter().all(|other| meet(*other, *option)) {
                    clique.push(*option);
                }
            }
            clique.sort_unstable();
            if broken.iter().all(|(_, known)| *known != clique) {
                broken.push((sum, clique));
            }
        }
        broken.sort_by(|a, b| b.0.total_cmp(&a.0));
        broken.into_iter().take(CLIQUES).map(|(_, clique)| clique).collect()
    }
}

impl Problem {
    /// Adds the row that at most one of some options is taken.
    pub(super) fn at_most_one(&mut self, clique: &[usize], starts: &[usize]) {
        let row = self.bounds.len();
        let mut bound = -1;
        let mut rest = clique;
        while let Some(first) = rest.first() {
            let group = starts.partition_point(|start| start <= first) - 1;
            let of_group = rest.iter().take_while(|option| **option < starts[group + 1]).count();
            let (mine, others) = rest.split_at(of_group);
            let items = &mut self.groups[group];
            let apart = items.iter_mut().enumerate().filter(|(at, _)| !mine.contains(&(starts[group] + at)));
            apart.for_each(|(_, item)| item.gains.push((row, 1)));
            bound += 1;
            rest = others;
        }
        self.bounds.push(bound);
    }
}
