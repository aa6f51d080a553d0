//! The multiple-choice knapsack: one thing must be reached, nothing ties the groups together.
//!
//! Exact, after Pisinger's expanding core (D. Pisinger, A minimal algorithm for the multiple-choice knapsack
//! problem, European Journal of Operational Research 83, 1995): the linear relaxation is solved greedily along the lower hulls of
//! the groups; only one group is then broken, and an optimum differs from this solution in few groups, those whose hulls are nearly
//! as steep as the break. Groups are added to the core in that order; the states of the core are kept in a list without dominated
//! ones, and a state goes when even the best slope of what is outside the core could not make it better than the best set known.

use super::problem::Problem;
use super::{Limit, Method, Optimum, Search};

/// A point of a group.
#[derive(Debug, Clone, Copy)]
struct Point {
    gain: i128,
    cost: i128,
    /// Its place among the options of the group.
    option: usize,
}

/// A step along the hull of a group: so much more gain for so much more cost.
#[derive(Debug, Clone, Copy)]
struct Step {
    group: usize,
    /// The place on the hull that it leads to.
    to: usize,
    slope: Slope,
}

/// Cost per gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slope {
    cost: i128,
    gain: i128,
}

impl Slope {
    fn between(low: Point, high: Point) -> Self {
        Self { cost: high.cost - low.cost, gain: high.gain - low.gain }
    }
}

impl Ord for Slope {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.cost * other.gain).cmp(&(other.cost * self.gain))
    }
}

impl PartialOrd for Slope {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups by a slope of theirs.
type BySlope = Vec<(Slope, usize)>;

/// A choice for the groups of the core, the others as in the break solution.
#[derive(Debug, Clone, Copy)]
struct State {
    gain: i128,
    cost: i128,
    node: usize,
}

/// How a state came to be: the state before, the group and the option that it took.
#[derive(Debug, Clone, Copy)]
struct Node {
    before: usize,
    group: usize,
    option: usize,
}

/// How many states are looked at between two looks at the watch.
const PATIENCE: usize = 1 << 16;

/// How many choices are remembered at most; where they are not enough, the search ends with a gap.
const MEMORY: usize = 1 << 24;

struct Core<'p> {
    asked: Search<'p>,
    bound: i128,
    groups: &'p [Vec<Point>],
    /// The place on each group that the break solution takes.
    broken: Vec<Point>,
    states: Vec<State>,
    nodes: Vec<Node>,
    best: i128,
    /// The state that the best set comes from, and the groups that it changes beyond the core.
    best_node: Option<usize>,
    /// What an improvement must be at least.
    least_gain: i128,
    least_pruned: i128,
}

/// The cheapest choice of a problem in which at most one row binds: every other one must be met by any choice.
pub(super) fn least(problem: &Problem, row: Option<usize>, asked: Search<'_>) -> Optimum {
    let bound = row.map_or(0, |row| problem.bounds[row]);
    let groups: Vec<Vec<Point>> = problem
        .groups
        .iter()
        .map(|items| {
            let points = items.iter().enumerate();
            staircase(
                points
                    .map(|(option, item)| Point { gain: row.map_or(0, |row| item.gain(row)), cost: item.cost, option })
                    .collect(),
            )
        })
        .collect();
    let hulls: Vec<Vec<Point>> = groups.iter().map(|group| hull(group)).collect();
    let cheapest = |group: &Vec<Point>| group.first().map(|point| point.option);
    let Some(mut taken) = groups.iter().map(cheapest).collect::<Option<Vec<usize>>>() else { return Optimum::NONE };
    let mut at = vec![0; hulls.len()];
    let (mut gain, mut cost): (i128, i128) =
        hulls.iter().map(|h| h[0]).fold((0, 0), |(g, c), p| (g + p.gain, c + p.cost));
    if gain >= bound {
        return Optimum { taken: Some(taken), bound: Some(cost), method: Method::Knapsack, limit: None };
    }
    let mut steps: Vec<Step> = hulls
        .iter()
        .enumerate()
        .flat_map(|(group, hull)| {
            let pairs = hull.windows(2).enumerate();
            pairs.map(move |(at, pair)| Step { group, to: at + 1, slope: Slope::between(pair[0], pair[1]) })
        })
        .collect();
    steps.sort_by(|a, b| a.slope.cmp(&b.slope).then(a.group.cmp(&b.group)).then(a.to.cmp(&b.to)));
    let mut broken = None;
    for step in steps {
        if gain + step.slope.gain >= bound {
            broken = Some(step);
            break;
        }
        at[step.group] = step.to;
        gain += step.slope.gain;
        cost += step.slope.cost;
    }
    let Some(step) = broken else { return Optimum::NONE };
    let relaxed = cost + ceiling((bound - gain) * step.slope.cost, step.slope.gain);
    let mut core = Core {
        asked,
        bound,
        groups: &groups,
        broken: hulls.iter().zip(&at).map(|(hull, at)| hull[*at]).collect(),
        states: vec![State { gain, cost, node: usize::MAX }],
        nodes: Vec::new(),
        best: i128::MAX,
        best_node: None,
        least_gain: 1,
        least_pruned: i128::MAX,
    };
    let (up, down) = orders(&hulls, &at, step.group);
    let ended = core.grow(step.group, &up, &down);
    for (taken, broken) in taken.iter_mut().zip(&core.broken) {
        *taken = broken.option;
    }
    let limit = ended.err();
    let Some(mut node) = core.best_node else {
        return Optimum { taken: None, bound: Some(relaxed), method: Method::Knapsack, limit };
    };
    while let Some(step) = core.nodes.get(node) {
        taken[step.group] = step.option;
        node = step.before;
    }
    let open = if limit.is_none() { i128::MAX } else { relaxed };
    let bound = core.best.min(core.least_pruned).min(open).max(relaxed);
    Optimum { taken: Some(taken), bound: Some(bound), method: Method::Knapsack, limit }
}

/// The points that no other of the group makes needless, by gain.
fn staircase(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a.cost.cmp(&b.cost).then(b.gain.cmp(&a.gain)));
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if kept.last().is_none_or(|last| point.gain > last.gain) {
            kept.push(point);
        }
    }
    kept
}

/// The lower hull of a staircase: slopes rise along it.
fn hull(points: &[Point]) -> Vec<Point> {
    let mut hull: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        while let [.., a, b] = hull.as_slice()
            && Slope::between(*b, *point) <= Slope::between(*a, *b)
        {
            hull.pop();
        }
        hull.push(*point);
    }
    hull
}

/// The groups without the broken one, by how cheaply they could give more (first) and by how much they could give back (second).
fn orders(hulls: &[Vec<Point>], at: &[usize], broken: usize) -> (BySlope, BySlope) {
    let others = || (0..hulls.len()).filter(|group| *group != broken);
    let slope =
        |group: usize, low: usize| Some((Slope::between(*hulls[group].get(low)?, *hulls[group].get(low + 1)?), group));
    let mut up: BySlope = others().filter_map(|group| slope(group, at[group])).collect();
    let mut down: BySlope = others().filter_map(|group| slope(group, at[group].checked_sub(1)?)).collect();
    up.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    down.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    (up, down)
}

/// Division of a number of zero or more, rounded up.
fn ceiling(number: i128, by: i128) -> i128 {
    number.div_euclid(by) + i128::from(number.rem_euclid(by) != 0)
}

impl Core<'_> {
    /// Adds groups until no state could become better than the best.
    ///
    /// # Errors
    /// What ended it before.
    fn grow(&mut self, first: usize, up: &[(Slope, usize)], down: &[(Slope, usize)]) -> Result<(), Limit> {
        let mut added = vec![false; self.groups.len()];
        let (mut ups, mut downs) = (up.iter().peekable(), down.iter().peekable());
        let mut next = Some(first);
        let mut from_up = true;
        while let Some(group) = next {
            added[group] = true;
            while ups.peek().is_some_and(|(_, group)| added[*group]) {
                ups.next();
            }
            while downs.peek().is_some_and(|(_, group)| added[*group]) {
                downs.next();
            }
            let slopes = (ups.peek().map(|(slope, _)| *slope), downs.peek().map(|(slope, _)| *slope));
            self.add(group, slopes)?;
            if self.states.is_empty() {
                return Ok(());
            }
            from_up = !from_up;
            let turn = if from_up { [ups.peek(), downs.peek()] } else { [downs.peek(), ups.peek()] };
            next = turn.into_iter().flatten().next().map(|(_, group)| *group);
        }
        Ok(())
    }

    /// The least that a state can come to cost with the groups outside the core; nothing when it cannot reach the bound.
    fn least(&self, state: State, (up, down): (Option<Slope>, Option<Slope>)) -> Option<i128> {
        let missing = self.bound - state.gain;
        if missing > 0 {
            let slope = up?;
            return Some(state.cost + ceiling(missing * slope.cost, slope.gain));
        }
        let Some(slope) = down else { return Some(state.cost) };
        // Rounded down what can be given back, so that the least is not too high.
        Some(state.cost - (-missing * slope.cost).div_euclid(slope.gain))
    }

    /// Adds a group to the core.
    ///
    /// # Errors
    /// What ended it before.
    fn add(&mut self, group: usize, slopes: (Option<Slope>, Option<Slope>)) -> Result<(), Limit> {
        let broken = self.broken[group];
        let mut grown: Vec<State> = Vec::with_capacity(self.states.len() * 2);
        let mut looked_at = 0;
        for state in std::mem::take(&mut self.states) {
            for point in &self.groups[group] {
                let next = State {
                    gain: state.gain + point.gain - broken.gain,
                    cost: state.cost + point.cost - broken.cost,
                    node: self.nodes.len(),
                };
                let Some(least) = self.least(next, slopes) else { continue };
                if self.best != i128::MAX && least > self.best - self.least_gain {
                    if least < self.best {
                        self.least_pruned = self.least_pruned.min(least);
                    }
                    continue;
                }
                if point.option == broken.option {
                    grown.push(State { node: state.node, ..next });
                } else {
                    self.nodes.push(Node { before: state.node, group, option: point.option });
                    grown.push(next);
                }
                let now = grown[grown.len() - 1];
                if now.gain >= self.bound && now.cost < self.best {
                    self.best = now.cost;
                    self.best_node = Some(now.node);
                    self.least_gain = (self.asked.step)(now.cost);
                }
            }
            looked_at += 1;
            if looked_at % PATIENCE == 0 && (self.asked.stop)() {
                return Err(Limit::Time);
            }
        }
        if (self.asked.stop)() {
            return Err(Limit::Time);
        }
        if self.nodes.len() > MEMORY {
            return Err(Limit::Memory);
        }
        grown.sort_unstable_by(|a, b| b.gain.cmp(&a.gain).then(a.cost.cmp(&b.cost)));
        let mut cheapest = i128::MAX;
        grown.retain(|state| {
            let kept = state.cost < cheapest;
            cheapest = cheapest.min(state.cost);
            kept
        });
        self.states = grown;
        Ok(())
    }
}
