//! The Lagrangian bound: what must be reached gets a price, and each class then takes what is cheapest at these prices. It bounds
//! the best set, leads to good ones, and tells which options no better set can take.
//!
//! Prices are found by the subgradient method with Polyak's step (M. Held, P. Wolfe, H. Crowder, Validation of subgradient
//! optimization, Mathematical Programming 6, 1974). Floating point only steers: bounds keep a margin for its rounding, and sets are
//! checked in whole numbers.
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]

use super::model::{Item, Whole};
use crate::model::Fraction;

/// What the prices tell.
pub(super) struct Relaxed {
    /// No choice costs less.
    pub bound: i128,
    /// The cheapest choice that was found to reach every bound.
    pub best: Option<Vec<usize>>,
    /// The options of each class that a better choice may take.
    pub open: Vec<Vec<usize>>,
}

/// How many prices are tried.
const ROUNDS: usize = 400;

/// A set is looked for at every so many prices.
const EVERY: usize = 20;

/// How much of all that is added up floating point may lose.
const ROUNDING: f64 = 1e-10;

/// The choice that is cheapest at some prices.
struct Priced {
    value: f64,
    /// How far the value may be off.
    margin: f64,
    taken: Vec<usize>,
    /// By class, the price of the cheapest option.
    least: Vec<f64>,
}

/// The rows that bind, brought to a bound of one.
struct Rows<'w> {
    whole: &'w Whole,
    /// By row, one over its bound; zero where any choice meets it.
    size: Vec<f64>,
}

impl Rows<'_> {
    fn price(&self, item: &Item, prices: &[f64]) -> f64 {
        item.cost as f64
            - item.gains.iter().map(|(row, gain)| prices[*row] * *gain as f64 * self.size[*row]).sum::<f64>()
    }

    fn priced(&self, prices: &[f64]) -> Priced {
        let fixed: f64 = prices.iter().zip(&self.size).filter(|(_, size)| **size > 0.0).map(|(price, _)| price).sum();
        let (mut value, mut added) = (fixed, fixed.abs());
        let (mut taken, mut least) = (Vec::new(), Vec::new());
        for class in &self.whole.classes {
            let (mut cheapest, mut at) = (f64::INFINITY, 0);
            for (option, item) in class.iter().enumerate() {
                let price = self.price(item, prices);
                if price < cheapest {
                    (cheapest, at) = (price, option);
                }
            }
            value += cheapest;
            added += cheapest.abs() + class[at].cost as f64;
            taken.push(at);
            least.push(cheapest);
        }
        Priced { value, margin: added * ROUNDING, taken, least }
    }

    /// What is missing of each row, as a part of its bound; below zero where there is more than enough.
    fn missing(&self, taken: &[usize]) -> Vec<f64> {
        let reached = self.whole.reached(taken);
        let rows = reached.iter().zip(&self.whole.bounds).zip(&self.size);
        rows.map(|((reached, bound), size)| (bound - reached) as f64 * size).collect()
    }
}

/// Finds prices, the bound they give and the sets they lead to.
pub(super) fn relax(whole: &Whole, gap: Fraction, stop: &dyn Fn() -> bool) -> Relaxed {
    let size = whole.bounds.iter().map(|bound| if *bound > 0 { 1.0 / *bound as f64 } else { 0.0 }).collect();
    let rows = Rows { whole, size };
    let mut prices = vec![0.0; whole.bounds.len()];
    let mut at = rows.priced(&prices);
    let mut best: Option<Vec<usize>> = None;
    let mut cost = i128::MAX;
    let mut try_from = |taken: &[usize], cost: &mut i128| {
        if let Some(found) = repaired(&rows, taken) {
            let found_cost = whole.cost_of(&found);
            if found_cost < *cost {
                *cost = found_cost;
                best = Some(found);
            }
        }
    };
    try_from(&at.taken, &mut cost);
    let most: f64 =
        whole.classes.iter().filter_map(|class| class.iter().map(|item| item.cost).max()).sum::<i128>() as f64;
    let (mut top, mut top_prices) = (at.value - at.margin, prices.clone());
    let (mut length, mut since) = (1.0, 0);
    for round in 1..=ROUNDS {
        let slopes = rows.missing(&at.taken);
        let square: f64 = slopes.iter().map(|slope| slope * slope).sum();
        if square == 0.0 || stop() || (cost != i128::MAX && ceiling(top) >= cost) {
            break;
        }
        let aim = if cost == i128::MAX { most } else { cost as f64 };
        let step = length * (aim * 1.001 - at.value).max(top.abs() * 1e-4 + 1e-9) / square;
        for (price, slope) in prices.iter_mut().zip(&slopes) {
            *price = (*price + step * slope).max(0.0);
        }
        at = rows.priced(&prices);
        if at.value - at.margin > top {
            (top, since) = (at.value - at.margin, 0);
            top_prices.clone_from(&prices);
        } else {
            since += 1;
            if since >= 12 {
                (length, since) = (length * 0.6, 0);
                prices.clone_from(&top_prices);
                at = rows.priced(&prices);
            }
        }
        if round % EVERY == 0 {
            try_from(&at.taken, &mut cost);
        }
    }
    let at = rows.priced(&top_prices);
    try_from(&at.taken, &mut cost);
    let enough = if cost == i128::MAX { f64::INFINITY } else { (cost - whole.content(cost, gap)) as f64 };
    let open = whole.classes.iter().zip(&at.least).map(|(class, least)| {
        let above = |item: &Item| at.value + rows.price(item, &top_prices) - least - 2.0 * at.margin;
        (0..class.len()).filter(|option| above(&class[*option]) <= enough).collect()
    });
    let open = open.collect();
    Relaxed { bound: ceiling(top).max(0).min(cost), best, open }
}

fn ceiling(value: f64) -> i128 {
    value.ceil() as i128
}

/// Changes a choice, cheaply, until it reaches every bound, and then leaves out what is not needed; nothing when it gets stuck.
fn repaired(rows: &Rows<'_>, taken: &[usize]) -> Option<Vec<usize>> {
    let mut taken = taken.to_vec();
    let mut missing = rows.missing(&taken);
    let mut passes = 0;
    while !rows.whole.meets(&taken) {
        passes += 1;
        if passes > 30 {
            return None;
        }
        let mut changes: Vec<(f64, usize, usize)> = Vec::new();
        for (at, class) in rows.whole.classes.iter().enumerate() {
            let now = &class[taken[at]];
            let better = |option: usize| {
                let won = won(rows, &missing, now, &class[option]);
                (won > 0.0).then(|| ((class[option].cost - now.cost) as f64 / won, at, option))
            };
            changes.extend((0..class.len()).filter_map(better).min_by(|a, b| a.0.total_cmp(&b.0)));
        }
        changes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut changed = false;
        for (_, at, option) in changes {
            let (now, next) = (&rows.whole.classes[at][taken[at]], &rows.whole.classes[at][option]);
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
    trimmed(rows.whole, &mut taken);
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
pub(super) fn trimmed(whole: &Whole, taken: &mut [usize]) {
    let mut reached = whole.reached(taken);
    let mut changes: Vec<(i128, usize, usize)> = Vec::new();
    for (at, class) in whole.classes.iter().enumerate() {
        let now = class[taken[at]].cost;
        let cheaper = (0..class.len()).filter(|option| class[*option].cost < now);
        changes.extend(cheaper.map(|option| (now - class[option].cost, at, option)));
    }
    changes.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, at, option) in changes {
        let class = &whole.classes[at];
        let (now, next) = (&class[taken[at]], &class[option]);
        if next.cost >= now.cost {
            continue;
        }
        let lost = |row: usize| now.gain(row) - next.gain(row);
        if now.gains.iter().all(|(row, _)| reached[*row] - lost(*row) >= whole.bounds[*row].min(reached[*row])) {
            now.gains.iter().for_each(|(row, gain)| reached[*row] -= gain);
            next.gains.iter().for_each(|(row, gain)| reached[*row] += gain);
            taken[at] = option;
        }
    }
}
