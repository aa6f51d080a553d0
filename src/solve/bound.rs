//! The Lagrangian bound, in whole numbers.
//!
//! Whatever the prices of the rows, if none is below zero, no choice costs less than what the bounds are worth plus, for each group,
//! its cheapest option when what it gives is paid for. So prices may come from anywhere: here they are rounded to multiples of a power
//! of two, and the bound at the rounded prices is computed without any error.
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

use super::problem::Problem;

/// A model, and how large its numbers get.
pub(super) struct Bounding<'p> {
    pub problem: &'p Problem,
    /// By row, the sum of all its gains and its bound.
    totals: Vec<f64>,
    /// What the dearest options cost together.
    pub dearest: i128,
}

/// The bound at some prices, in units of one over two to the power of `shift`.
pub(super) struct Bound {
    shift: u32,
    value: i128,
    /// By row, in these units.
    pub prices: Vec<i128>,
    /// By option, by how much the bound is higher when it is taken; zero for what is not open.
    pub above: Vec<i128>,
}

/// How many bits a sum may have, so that it stays well within 128.
const BITS: f64 = 120.0;

impl<'p> Bounding<'p> {
    pub fn new(problem: &'p Problem) -> Self {
        let mut totals: Vec<f64> = problem.bounds.iter().map(|bound| bound.unsigned_abs() as f64).collect();
        for item in problem.groups.iter().flatten() {
            item.gains.iter().for_each(|(row, gain)| totals[*row] += *gain as f64);
        }
        let dearest = problem.groups.iter().filter_map(|items| items.iter().map(|item| item.cost).max()).sum();
        Self { problem, totals, dearest }
    }

    /// The bound at prices over the open options. Prices that are out of all measure count as none.
    pub fn at(&self, prices: &[f64], open: &[bool]) -> Bound {
        let worth: f64 = prices.iter().zip(&self.totals).map(|(price, total)| price * total).sum();
        let bits = (self.dearest as f64 + worth + 1.0).log2() + 2.0;
        let sane = bits < BITS;
        let shift = if sane { (BITS - bits).min(110.0) as u32 } else { 0 };
        let unit = 2_f64.powi(shift as i32);
        let prices: Vec<i128> = prices.iter().map(|price| if sane { (price * unit) as i128 } else { 0 }).collect();
        let mut value: i128 = prices.iter().zip(&self.problem.bounds).map(|(price, bound)| price * bound).sum();
        let mut above = vec![0; open.len()];
        let mut first = 0;
        for items in &self.problem.groups {
            let options = first..first + items.len();
            first = options.end;
            let mut least = i128::MAX;
            for (item, option) in items.iter().zip(options.clone()).filter(|(_, option)| open[*option]) {
                let worth: i128 = item.gains.iter().map(|(row, gain)| prices[*row] * gain).sum();
                above[option] = (item.cost << shift) - worth;
                least = least.min(above[option]);
            }
            value += least;
            options.filter(|option| open[*option]).for_each(|option| above[option] -= least);
        }
        Bound { shift, value, prices, above }
    }
}

impl Bound {
    /// No choice costs less.
    pub fn least(&self) -> i128 {
        -(-self.value >> self.shift)
    }

    /// The units between the bound and a cost; below zero when no choice costs so little. The cost must be at most that of the dearest
    /// options.
    pub fn room(&self, cost: i128) -> i128 {
        (cost << self.shift) - self.value
    }

    /// The least cost that leaves room for so many units.
    pub fn cost_with(&self, units: i128) -> i128 {
        -(-(self.value + units) >> self.shift)
    }
}
