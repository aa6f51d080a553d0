//! The multiple-choice knapsack: one thing must be reached, nothing ties the groups together.
//!
//! Exact, after Pisinger's expanding core (D. Pisinger, A minimal algorithm for the multiple-choice knapsack
//! problem, European Journal of Operational Research 83, 1995): the linear relaxation is solved greedily along the lower hulls of
//! the groups; only one group is then broken, and an optimum differs from this solution in few groups, those whose hulls are nearly
//! as steep as the break. Groups are added to the core in that order; the states of the core are kept in a list without dominated
//! ones, and a state goes when even the best slope of what is outside the core could not make it better than the best set known.
//!
//! Where that is not enough, costs come with a price for each group that gives anything (`counting`).

use super::counting::{Price, Priced, priced};
use super::exchange::improved;
use super::problem::{Item, Problem};
use super::{Limit, Method, Optimum, Search};
use std::collections::BTreeMap;

/// A point of a group.
#[derive(Debug, Clone, Copy)]
struct Point {
    gain: i128,
    cost: i128,
    /// Its cost with the price of giving anything.
    priced: i128,
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
    /// The same without the price.
    plain: Slope,
}

/// Cost per gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slope {
    cost: i128,
    gain: i128,
}

impl Slope {
    fn between(low: Point, high: Point) -> Self {
        Self { cost: high.priced - low.priced, gain: high.gain - low.gain }
    }

    fn plain(low: Point, high: Point) -> Self {
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
    priced: i128,
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
pub(super) const MEMORY: usize = 1 << 24;

/// How many are remembered before a price is tried.
const UNPRICED: usize = 1 << 20;

struct Core<'p> {
    asked: Search<'p>,
    price: Price,
    memory: usize,
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
    let first = searched(problem, row, asked, Price::NONE, UNPRICED, None);
    let (Some(Limit::Memory), Some(row)) = (first.limit, row) else { return first };
    let taken = first.taken;
    let Some(Priced { price, bound, worth }) = priced(problem, row, taken.as_deref(), asked) else {
        return searched(problem, Some(row), asked, Price::NONE, MEMORY, taken);
    };
    let taken = taken.map(|taken| improved(problem, row, taken, worth, asked.stop));
    let bound = first.bound.max(Some(bound));
    let so_far = known(problem, asked, taken, bound, Some(Limit::Memory));
    if so_far.limit.is_none() {
        return so_far;
    }
    let last = searched(problem, Some(row), asked, price, MEMORY, so_far.taken);
    known(problem, asked, last.taken, last.bound.max(bound), last.limit)
}

/// What is known at the end; a limit counts only where it leaves something to be proven.
fn known(
    problem: &Problem,
    asked: Search<'_>,
    taken: Option<Vec<usize>>,
    bound: Option<i128>,
    limit: Option<Limit>,
) -> Optimum {
    let cost = taken.as_ref().map(|taken| problem.cost_of(taken));
    let near = cost.is_some_and(|cost| Some(cost - (asked.step)(cost)) < bound);
    let bound = if cost.is_some() { bound.min(cost) } else { bound };
    Optimum { taken, bound, method: Method::Knapsack, limit: limit.filter(|_| !near) }
}

/// Searches with a price, which may be none, and so much memory.
pub(super) fn searched(
    problem: &Problem,
    row: Option<usize>,
    asked: Search<'_>,
    price: Price,
    memory: usize,
    before: Option<Vec<usize>>,
) -> Optimum {
    let bound = row.map_or(0, |row| problem.bounds[row]);
    let point = |(option, item): (usize, &Item)| {
        let gain = row.map_or(0, |row| item.gain(row));
        Point { gain, cost: item.cost, priced: price.on(item, row), option }
    };
    let points = |items: &Vec<Item>| staircase(items.iter().enumerate().map(point).collect(), |point| point.cost);
    let groups: Vec<Vec<Point>> = problem.groups.iter().map(points).collect();
    let hulls: Vec<Vec<Point>> =
        groups.iter().map(|group| hull(&staircase(group.clone(), |point| point.priced))).collect();
    let cheapest = |group: &Vec<Point>| group.first().map(|point| point.option);
    let Some(mut taken) = groups.iter().map(cheapest).collect::<Option<Vec<usize>>>() else { return Optimum::NONE };
    let mut at = vec![0; hulls.len()];
    let mut gain: i128 = hulls.iter().map(|hull| hull[0].gain).sum();
    let mut priced: i128 = hulls.iter().map(|hull| hull[0].priced).sum();
    let cost = hulls.iter().map(|hull| hull[0].cost).sum();
    if gain >= bound && price.each != 0 {
        // At this price all is reached at once, so that it tells nothing.
        return searched(problem, row, asked, Price::NONE, memory, before);
    }
    if gain >= bound {
        return Optimum { taken: Some(taken), bound: Some(cost), method: Method::Knapsack, limit: None };
    }
    let mut steps: Vec<Step> = hulls
        .iter()
        .enumerate()
        .flat_map(|(group, hull)| {
            let pairs = hull.windows(2).enumerate();
            pairs.map(move |(at, pair)| Step {
                group,
                to: at + 1,
                slope: Slope::between(pair[0], pair[1]),
                plain: Slope::plain(pair[0], pair[1]),
            })
        })
        .collect();
    steps.sort_by(|a, b| {
        a.slope.cmp(&b.slope).then(a.plain.cmp(&b.plain)).then(a.group.cmp(&b.group)).then(a.to.cmp(&b.to))
    });
    let mut broken = None;
    for step in steps {
        if gain + step.slope.gain >= bound {
            broken = Some(step);
            break;
        }
        at[step.group] = step.to;
        gain += step.slope.gain;
        priced += step.slope.cost;
    }
    let Some(step) = broken else { return Optimum::NONE };
    let relaxed = price.off(priced + ceiling((bound - gain) * step.slope.cost, step.slope.gain));
    let broken: Vec<Point> = hulls.iter().zip(&at).map(|(hull, at)| hull[*at]).collect();
    let cost = broken.iter().map(|point| point.cost).sum();
    let mut core = Core {
        asked,
        price,
        memory,
        bound,
        groups: &groups,
        broken,
        states: vec![State { gain, cost, priced, node: usize::MAX }],
        nodes: Vec::new(),
        best: before.as_ref().map_or(i128::MAX, |taken| problem.cost_of(taken)),
        best_node: None,
        least_gain: before.as_ref().map_or(1, |taken| (asked.step)(problem.cost_of(taken))),
        least_pruned: i128::MAX,
    };
    let (up, down) = orders(&hulls, &at, step.group);
    let ended = core.grow(step.group, &up, &down);
    for (taken, broken) in taken.iter_mut().zip(&core.broken) {
        *taken = broken.option;
    }
    let limit = ended.err();
    let taken = match core.best_node {
        None => before,
        Some(mut node) => {
            while let Some(step) = core.nodes.get(node) {
                taken[step.group] = step.option;
                node = step.before;
            }
            Some(taken)
        }
    };
    let open = if limit.is_none() { i128::MAX } else { relaxed };
    let best = if taken.is_some() { core.best } else { relaxed };
    let bound = best.min(core.least_pruned).min(open).max(relaxed);
    known(problem, asked, taken, Some(bound), limit)
}

/// The points that no other of the group makes needless by a cost, by gain.
fn staircase(mut points: Vec<Point>, cost: impl Fn(&Point) -> i128) -> Vec<Point> {
    points.sort_by(|a, b| cost(a).cmp(&cost(b)).then(b.gain.cmp(&a.gain)));
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
    let step = |group: usize, low: usize| {
        let (low, high) = (*hulls[group].get(low)?, *hulls[group].get(low + 1)?);
        Some((Slope::between(low, high), Slope::plain(low, high), group))
    };
    let mut up: Vec<_> = others().filter_map(|group| step(group, at[group])).collect();
    let mut down: Vec<_> = others().filter_map(|group| step(group, at[group].checked_sub(1)?)).collect();
    up.sort();
    down.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
    let bare = |all: Vec<(Slope, Slope, usize)>| all.into_iter().map(|(slope, _, group)| (slope, group)).collect();
    (bare(up), bare(down))
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

    /// The least that a state can come to cost, with the price, with the groups outside the core; nothing when it cannot reach the bound.
    fn least(&self, state: State, (up, down): (Option<Slope>, Option<Slope>)) -> Option<i128> {
        let missing = self.bound - state.gain;
        if missing > 0 {
            let slope = up?;
            return Some(state.priced + ceiling(missing * slope.cost, slope.gain));
        }
        let Some(slope) = down else { return Some(state.priced) };
        // Rounded down what can be given back, so that the least is not too high.
        Some(state.priced - (-missing * slope.cost).div_euclid(slope.gain))
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
                    priced: state.priced + point.priced - broken.priced,
                    node: self.nodes.len(),
                };
                let Some(least) = self.least(next, slopes).map(|priced| self.price.off(priced)) else { continue };
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
        if self.nodes.len() > self.memory {
            return Err(Limit::Memory);
        }
        grown.sort_unstable_by(|a, b| b.gain.cmp(&a.gain).then(a.cost.cmp(&b.cost)).then(a.priced.cmp(&b.priced)));
        // By cost, the least cost with the price of what gives more; it falls as the cost rises.
        let mut front: BTreeMap<i128, i128> = BTreeMap::new();
        let mut cheapest = i128::MAX;
        grown.retain(|state| {
            if self.price.each == 0 {
                let kept = state.cost < cheapest;
                cheapest = cheapest.min(state.cost);
                return kept;
            }
            if front.range(..=state.cost).next_back().is_some_and(|(_, priced)| *priced <= state.priced) {
                return false;
            }
            let worse = front.range(state.cost..).take_while(|(_, priced)| **priced >= state.priced);
            let worse: Vec<i128> = worse.map(|(cost, _)| *cost).collect();
            worse.iter().for_each(|cost| {
                front.remove(cost);
            });
            front.insert(state.cost, state.priced);
            true
        });
        self.states = grown;
        Ok(())
    }
}
