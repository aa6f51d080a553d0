//! Good choices without a search: one that misses a bound is changed, cheaply, until it reaches all.
#![allow(clippy::cast_precision_loss)]

use super::problem::{Item, Problem};

/// The rows that bind, brought to a bound of one.
struct Rows<'p> {
    problem: &'p Problem,
    /// By row, one over its bound; zero where any choice meets it.
    size: Vec<f64>,
}

impl Rows<'_> {
    /// What is missing of each row, as a part of its bound; below zero where there is more than enough.
    fn missing(&self, taken: &[usize]) -> Vec<f64> {
        let reached = self.problem.reached(taken);
        let rows = reached.iter().zip(&self.problem.bounds).zip(&self.size);
        rows.map(|((reached, bound), size)| (bound - reached) as f64 * size).collect()
    }
}

/// Changes a choice, cheaply, until it reaches every bound, and then leaves out what is not needed; nothing when it gets stuck.
pub(super) fn repaired(problem: &Problem, taken: &[usize]) -> Option<Vec<usize>> {
    let size = problem.bounds.iter().map(|bound| if *bound > 0 { 1.0 / *bound as f64 } else { 0.0 }).collect();
    let rows = &Rows { problem, size };
    let mut taken = taken.to_vec();
    let mut missing = rows.missing(&taken);
    let mut passes = 0;
    while !rows.problem.meets(&taken) {
        passes += 1;
        if passes > 30 {
            return None;
        }
        let mut changes: Vec<(f64, usize, usize)> = Vec::new();
        for (at, items) in rows.problem.groups.iter().enumerate() {
            let now = &items[taken[at]];
            let better = |option: usize| {
                let won = won(rows, &missing, now, &items[option]);
                (won > 0.0).then(|| ((items[option].cost - now.cost) as f64 / won, at, option))
            };
            changes.extend((0..items.len()).filter_map(better).min_by(|a, b| a.0.total_cmp(&b.0)));
        }
        changes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut changed = false;
        for (_, at, option) in changes {
            let (now, next) = (&rows.problem.groups[at][taken[at]], &rows.problem.groups[at][option]);
            if won(rows, &missing, now, next) <= 0.0 {
                continue;
            }
            for (item, sign) in [(now, 1.0), (next, -1.0)] {
                item.gains.iter().for_each(|(row, gain)| missing[*row] += sign * *gain as f64 * rows.size[*row]);
            }
            taken[at] = option;
            changed = true;
        }
        missing = rows.missing(&taken);
        if !changed {
            return None;
        }
    }
    trimmed(rows.problem, &mut taken);
    Some(taken)
}

/// By how much less would be missing if an option took the place of another.
fn won(rows: &Rows<'_>, missing: &[f64], now: &Item, next: &Item) -> f64 {
    let mut won = 0.0;
    let lacks = |missing: f64| missing.max(0.0);
    for (row, gain) in &next.gains {
        let change = (gain - now.gain(*row)) as f64 * rows.size[*row];
        won += lacks(missing[*row]) - lacks(missing[*row] - change);
    }
    for (row, gain) in now.gains.iter().filter(|(row, _)| next.gain(*row) == 0) {
        let change = *gain as f64 * rows.size[*row];
        won += lacks(missing[*row]) - lacks(missing[*row] + change);
    }
    won
}

/// Takes cheaper options wherever every bound is still reached, the greatest saving first.
fn trimmed(problem: &Problem, taken: &mut [usize]) {
    let mut reached = problem.reached(taken);
    let mut changes: Vec<(i128, usize, usize)> = Vec::new();
    for (at, items) in problem.groups.iter().enumerate() {
        let now = items[taken[at]].cost;
        let cheaper = (0..items.len()).filter(|option| items[*option].cost < now);
        changes.extend(cheaper.map(|option| (now - items[option].cost, at, option)));
    }
    changes.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, at, option) in changes {
        let items = &problem.groups[at];
        let (now, next) = (&items[taken[at]], &items[option]);
        if next.cost >= now.cost {
            continue;
        }
        let lost = |row: usize| now.gain(row) - next.gain(row);
        if now.gains.iter().all(|(row, _)| reached[*row] - lost(*row) >= problem.bounds[*row].min(reached[*row])) {
            now.gains.iter().for_each(|(row, gain)| reached[*row] -= gain);
            next.gains.iter().for_each(|(row, gain)| reached[*row] += gain);
            taken[at] = option;
        }
    }
}
