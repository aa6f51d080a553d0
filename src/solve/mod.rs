//! Choosing in whole numbers: groups of options, one of each to be taken, at the least cost that lets every row reach its bound.
//!
//! Whole numbers in, a proven choice out; what the numbers stand for is nobody's business here. Where one row binds it is the
//! multiple-choice knapsack (`knapsack`: an expanding core). With several, what the rows say by themselves closes options and gives
//! sharper rows (`conflicts`); then a bound (`lagrange`: prices by the `simplex` method, what they prove in whole numbers by `bound`, and
//! more of it by `blocks`) leaves few options open, which branch and bound goes through (`branch`). No bound leans on floating point: it
//! steers, whole numbers prove.

mod blocks;
mod bound;
mod branch;
mod conflicts;
mod counting;
mod exchange;
mod factor;
mod knapsack;
mod lagrange;
mod problem;
mod repair;
mod simplex;
#[cfg(test)]
mod tests;

pub use problem::{Item, Problem};

/// How a choice was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Branch and bound for the multiple-choice knapsack.
    Knapsack,
    /// The Lagrangian bound met a choice that it led to.
    Lagrangian,
    /// Branch and bound over what the Lagrangian bound left open.
    BranchAndBound,
}

impl Method {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Knapsack => "knapsack",
            Self::Lagrangian => "lagrangian",
            Self::BranchAndBound => "branch_and_bound",
        }
    }
}

/// What ended a search before its answer was proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// It was told to stop.
    Time,
    /// The states that a search may remember; more time would not help.
    Memory,
}

impl Limit {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Memory => "memory",
        }
    }
}

/// The best choice, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optimum {
    /// The option taken of each group, by its place there; nothing when none was found.
    pub taken: Option<Vec<usize>>,
    /// No choice costs less; nothing where no choice reaches every bound.
    pub bound: Option<i128>,
    /// How it was found.
    pub method: Method,
    /// What ended the search before the bound was met.
    pub limit: Option<Limit>,
}

impl Optimum {
    /// No choice reaches every bound.
    pub const NONE: Self = Self { taken: None, bound: None, method: Method::Knapsack, limit: None };

    /// Whether it is known that no choice reaches every bound.
    pub fn impossible(&self) -> bool {
        self.taken.is_none() && self.bound.is_none()
    }
}

/// What is asked of a search besides the problem.
#[derive(Clone, Copy)]
pub struct Search<'s> {
    /// When a choice of some cost is known, how much cheaper another must be to be looked for; at least one, and one for a proven
    /// optimum.
    pub step: &'s dyn Fn(i128) -> i128,
    /// Whether to stop now. It is asked often.
    pub stop: &'s dyn Fn() -> bool,
}

/// The cheapest choice of a problem, to within the steps that are asked for.
pub fn least(problem: &Problem, search: Search<'_>) -> Optimum {
    let binding: Vec<usize> = (0..problem.bounds.len()).filter(|row| problem.bounds[*row] > 0).collect();
    if binding.iter().any(|row| problem.most(*row) < problem.bounds[*row]) {
        return Optimum::NONE;
    }
    if binding.len() <= 1 {
        knapsack::least(problem, binding.first().copied(), search)
    } else {
        lagrange::least(problem, search)
    }
}
