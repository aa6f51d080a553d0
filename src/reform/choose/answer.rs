//! The answer: the set, what it reaches, what was left and why, how sure it is; or why there is none.

use super::{Constraint, Problem, Wanted};
use crate::model::Fraction;
use crate::solve::{Limit, Method};

/// What a search found.
#[derive(Debug, Clone)]
pub enum Finding {
    /// A set that meets every constraint.
    Solved(Box<Solution>),
    /// No set does.
    Unreachable(Box<Unreachable>),
    /// The time ran out before a set was found or its absence proved.
    OutOfTime(Box<OutOfTime>),
}

/// The best set that was found, verified in exact arithmetic.
#[derive(Debug, Clone)]
pub struct Solution {
    /// The problem, with its targets.
    pub problem: Problem,
    /// The measures of the set, by code.
    pub chosen: Vec<ChosenMeasure>,
    /// The effort of the set, in points; measures in force take none.
    pub effort: Fraction,
    /// Compliance cost that the set saves per year, đồng, exact, computed on the set.
    pub saved: Fraction,
    /// Compliance cost per year that it is measured against, đồng.
    pub baseline: Fraction,
    /// What each target reaches, in the order of the problem.
    pub reached: Vec<Reached>,
    /// The measures that are not in the set, by code.
    pub left: Vec<LeftMeasure>,
    /// No set is better than this: a lower bound of the effort, or an upper bound of the saving.
    pub bound: Fraction,
    /// The distance between the result and the bound, in percent of the result.
    pub gap: Fraction,
    /// Whether no set is better; within what [`Solution::bounded`] says.
    pub optimal: bool,
    /// Regulations with so many measures that touch one another that not every subset of them was an option.
    pub bounded: Vec<String>,
    /// Size of the model: measures that could be chosen, groups of them, options.
    pub size: [usize; 3],
    /// How it was found.
    pub method: Method,
    /// What ended the search before the gap that was asked for was reached; nothing when it was.
    pub stopped: Option<Limit>,
    /// How long it took, in seconds, as the watch of the front end told.
    pub seconds: f64,
}

/// A measure of the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenMeasure {
    /// Code.
    pub code: String,
    /// Code of the regulation that it cuts.
    pub regulation: String,
    /// Its effort, in points; zero when it is in force.
    pub effort: Fraction,
    /// Saved per year when it is the only one, đồng.
    pub alone: Fraction,
    /// What the set would save less without it, đồng.
    pub within: Fraction,
    /// Whether it is in force already: such measures count, and take no effort.
    pub in_force: bool,
    /// Whether the problem requires it.
    pub required: bool,
}

/// What a set reaches of one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The target.
    pub wanted: Wanted,
    /// The baseline, in the unit of the metric.
    pub baseline: Fraction,
    /// What must be reached, in the unit of the metric.
    pub needed: Fraction,
    /// What is reached.
    pub achieved: Fraction,
    /// In percent of the baseline; nothing when the baseline is zero. A target in percent of nothing is left aside.
    pub percent: Option<Fraction>,
}

impl Reached {
    /// Whether it is reached; a percentage of nothing is not.
    pub fn met(&self) -> bool {
        self.achieved >= self.needed && !self.aside()
    }

    /// Whether the target is left aside because it is a percentage of nothing.
    pub fn aside(&self) -> bool {
        self.baseline.is_zero() && self.wanted.percent.is_some()
    }
}

/// A measure that is not in the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftMeasure {
    /// Code.
    pub code: String,
    /// Why.
    pub because: LeftBecause,
}

crate::words::named! {
    /// Why a measure is not in the set.
    LeftBecause {
        /// The problem excludes it.
        Excluded = "excluded" { vi: "bị loại trừ", en: "excluded" },
        /// It is rejected, withdrawn or not yet at the stage.
        Stage = "stage" { vi: "không được chấp thuận, đã rút hoặc chưa đến giai đoạn", en: "rejected, withdrawn, or not yet at the stage" },
        /// Its regulation is not part of what is measured against.
        OutsideBaseline = "outside_baseline" { vi: "quy định không có trong số liệu gốc", en: "its regulation is not in the baseline" },
        /// It changes an instrument above the level.
        Level = "level" { vi: "phải sửa văn bản cấp cao hơn mức cho phép", en: "changes an instrument above the level" },
        /// Nothing tells at which level it acts, so that its effort is not known.
        NoLevel = "no_level" { vi: "chưa xác định cấp văn bản, chưa tính được khối lượng", en: "its level, and so its effort, is not known" },
        /// It is due later, or has no due date.
        Due = "due" { vi: "thời hạn muộn hơn, hoặc chưa có thời hạn", en: "due later, or without a due date" },
        /// It is of another agency.
        Agency = "agency" { vi: "của cơ quan khác", en: "of another agency" },
        /// It is of another kind.
        Kind = "kind" { vi: "thuộc loại khác", en: "of another kind" },
        /// More measures aim at the regulation than can be looked at.
        Crowded = "crowded" { vi: "quá nhiều phương án trên một quy định", en: "too many measures on one regulation" },
        /// Another option gives as much with no more effort.
        Dominated = "dominated" { vi: "có phương án khác hiệu quả tương đương, khối lượng ít hơn", en: "another option gives as much for no more effort" },
        /// It would be effort that the targets do not need, or that the budget does not allow.
        NotNeeded = "not_needed" { vi: "không cần để đạt mục tiêu, hoặc vượt giới hạn", en: "not needed for the targets, or beyond the budget" },
    }
}

/// Why no set meets every constraint, and how near one gets.
#[derive(Debug, Clone)]
pub struct Unreachable {
    /// The problem, with its targets.
    pub problem: Problem,
    /// Giving up any one of these makes it possible.
    pub any_of: Vec<Constraint>,
    /// Constraints that cannot be met together, none of which can be spared for that: giving up one of them resolves this conflict.
    pub core: Vec<Constraint>,
    /// What ended a search before every constraint was tested; nothing when all were.
    pub stopped: Option<Limit>,
    /// How near one gets to each target, in the order of the problem.
    pub nearest: Vec<Nearest>,
    /// How long it took, in seconds.
    pub seconds: f64,
}

/// How near one gets to one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The target.
    pub wanted: Wanted,
    /// The baseline, in the unit of the metric.
    pub baseline: Fraction,
    /// What must be reached, in the unit of the metric.
    pub needed: Fraction,
    /// The most that is reached when no other target is wanted; nothing when the other constraints allow no set at all.
    pub alone: Option<Fraction>,
    /// The most that is reached while all other targets are; nothing when they cannot be by themselves.
    pub with_others: Option<Fraction>,
    /// Whether these are the most; else the time ran out, and they are what was found.
    pub proven: bool,
}

/// What is known when the time ran out without a set.
#[derive(Debug, Clone)]
pub struct OutOfTime {
    /// The problem, with its targets.
    pub problem: Problem,
    /// No set is better than this, where that is known.
    pub bound: Option<Fraction>,
    /// What ended the search.
    pub stopped: Limit,
    /// How long it took, in seconds.
    pub seconds: f64,
}
