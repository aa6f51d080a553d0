//! Good choices for one row without a search: up to four groups change their option at a time.
#![allow(clippy::cast_precision_loss)]

use super::problem::Problem;

/// One or two groups that take another option, by what that changes; none at all in the first place.
#[derive(Debug, Clone, Copy)]
struct Change {
    gain: i128,
    cost: i128,
    options: [Option<(usize, usize)>; 2],
}

impl Change {
    const NONE: Self = Self { gain: 0, cost: 0, options: [None; 2] };

    /// Whether both can be made: they change no group twice.
    fn with(&self, other: &Self) -> bool {
        let groups = |change: &Self| change.options.map(|option| option.map(|(group, _)| group));
        groups(self).into_iter().flatten().all(|group| !groups(other).contains(&Some(group)))
    }
}

/// How many changes of one group are looked at: those that cost least beyond what their gain is worth.
const SINGLE: usize = 1_000;

/// How often a choice is improved.
const ROUNDS: usize = 20;

/// A choice that costs less, as long as changing up to four groups finds one; `worth` tells what a gain and giving anything are worth.
pub(super) fn improved(
    problem: &Problem,
    row: usize,
    mut taken: Vec<usize>,
    worth: [f64; 2],
    stop: &dyn Fn() -> bool,
) -> Vec<usize> {
    for _ in 0..ROUNDS {
        let Some([one, other]) = better(problem, row, &taken, worth).filter(|_| !stop()) else { break };
        one.options.iter().chain(&other.options).flatten().for_each(|(group, option)| taken[*group] = *option);
    }
    taken
}

fn better(problem: &Problem, row: usize, taken: &[usize], worth: [f64; 2]) -> Option<[Change; 2]> {
    let surplus = problem.reached(taken)[row] - problem.bounds[row];
    let mut single: Vec<(f64, Change)> = Vec::new();
    for (group, (items, at)) in problem.groups.iter().zip(taken).enumerate() {
        let now = &items[*at];
        for (option, item) in items.iter().enumerate().filter(|(option, _)| option != at) {
            let (gain, cost) = (item.gain(row) - now.gain(row), item.cost - now.cost);
            let gives = f64::from(i8::from(item.gain(row) > 0) - i8::from(now.gain(row) > 0));
            let beyond = (cost as f64 - worth[0] * gain as f64 - worth[1] * gives).abs();
            single.push((beyond, Change { gain, cost, options: [Some((group, option)), None] }));
        }
    }
    single.sort_by(|a, b| a.0.total_cmp(&b.0));
    single.truncate(SINGLE);
    let single: Vec<Change> = single.into_iter().map(|(_, change)| change).collect();
    let mut pairs: Vec<Change> = vec![Change::NONE];
    pairs.extend(&single);
    for (at, one) in single.iter().enumerate() {
        for other in single[..at].iter().filter(|other| one.with(other)) {
            let options = [one.options[0], other.options[0]];
            pairs.push(Change { gain: one.gain + other.gain, cost: one.cost + other.cost, options });
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.gain);
    // By place, the cheapest pair from there on.
    let mut cheapest = vec![0; pairs.len()];
    let mut least = pairs.len() - 1;
    for at in (0..pairs.len()).rev() {
        if pairs[at].cost < pairs[least].cost {
            least = at;
        }
        cheapest[at] = least;
    }
    let mut best: Option<(i128, [Change; 2])> = None;
    let mut from = pairs.len();
    for one in &pairs {
        // As the first gives more, the second may give less.
        while from > 0 && one.gain + pairs[from - 1].gain + surplus >= 0 {
            from -= 1;
        }
        let Some(other) = cheapest.get(from).map(|at| pairs[*at]) else { continue };
        let cost = one.cost + other.cost;
        if cost < best.as_ref().map_or(0, |(cost, _)| *cost) && one.with(&other) {
            best = Some((cost, [*one, other]));
        }
    }
    best.map(|(_, changes)| changes)
}
