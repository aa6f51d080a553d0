//! What the draws say: mean, median, interval, and the probability that each target is met.

use super::case::{Case, Variable};
use super::drawn::{draw, share};
use super::float;
use crate::draw::{Distribution, Draws, Program};
use crate::model::{Fraction, Metric, Target};
use crate::reform::{Figures, Reached};
use crate::words::cost::CostWord;
use crate::words::{Fault, Message, Result};

crate::words::named! {
    /// What is measured.
    Measured {
        /// Cost per year before, đồng.
        CostBefore = "cost_before" { vi: "chi phí trước", en: "cost before" },
        /// Cost per year after, đồng.
        CostAfter = "cost_after" { vi: "chi phí sau", en: "cost after" },
        /// Cost per year saved, đồng.
        CostSaved = "cost_saved" { vi: "chi phí tiết kiệm", en: "cost saved" },
        /// Cost per year saved, in percent of the cost before in the same draw.
        CostSavedPercent = "cost_saved_percent" { vi: "tỷ lệ cắt giảm", en: "share saved" },
        /// Processing time saved, working hours.
        TimeSaved = "time_saved" { vi: "cắt giảm thời gian giải quyết", en: "processing time saved" },
    }
}

impl Measured {
    /// The exact figure; nothing where a share of nothing is asked for.
    pub fn of(self, figures: &Figures) -> Option<Fraction> {
        match self {
            Self::CostBefore => Some(figures.before),
            Self::CostAfter => Some(figures.after),
            Self::CostSaved => Some(figures.saved()),
            Self::CostSavedPercent => figures.saved_percent(),
            Self::TimeSaved => Some(figures.hours_saved()),
        }
    }
}

/// A figure of the set of measures with what may be expected of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureChance {
    /// What is measured.
    pub measured: Measured,
    /// With every parameter at its point; exact.
    pub point: Option<Fraction>,
    /// With every parameter at the middle of its range; exact.
    pub input_midpoint: Option<Fraction>,
    /// The middle of the figure at all low and at all high; exact. It differs from the one before wherever parameters multiply.
    pub output_midpoint: Option<Fraction>,
    /// With every parameter at its low; exact.
    pub all_low: Option<Fraction>,
    /// With every parameter at its high; exact.
    pub all_high: Option<Fraction>,
    /// Over the draws; nothing where no parameter is uncertain.
    pub drawn: Option<Distribution>,
}

/// The chance of a target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetChance {
    /// Code of its programme.
    pub programme: String,
    /// The target.
    pub target: Target,
    /// What is reached with every parameter at its point, in percent of the baseline; exact.
    pub point: Option<Fraction>,
    /// Whether it is met with every parameter at its point.
    pub met: bool,
    /// The share of draws in which it is met, 0 to 1. A target that draws do not move is met in all or in none.
    pub probability: f64,
    /// What is reached over the draws, in percent of the baseline of the same draw; nothing where draws do not move it.
    pub drawn: Option<Distribution>,
}

/// What uncertainty means for a set of measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Chance {
    /// How it was drawn.
    pub draws: Draws,
    /// How many parameters are drawn.
    pub parameters: usize,
    /// Cost before, after, saved, saved in percent, and time saved.
    pub figures: Vec<FigureChance>,
    /// One a target, in the order given.
    pub targets: Vec<TargetChance>,
    /// Declared uncertain, but moving nothing here.
    pub idle: Vec<String>,
    /// Processing time depends on something uncertain.
    pub time_moves: bool,
}

impl Chance {
    /// The figures that say something: time only where a measure moves it.
    pub fn shown(&self) -> impl Iterator<Item = &FigureChance> {
        let still = |f: &FigureChance| f.measured == Measured::TimeSaved && f.point.is_none_or(Fraction::is_zero);
        self.figures.iter().filter(move |figure| self.time_moves || !still(figure))
    }
}

/// Draws, and says what the draws give beside the exact figures.
///
/// # Errors
/// Bad input when a figure is too large to compute exactly.
pub fn chance(case: &Case<'_>, draws: &Draws) -> Result<Chance> {
    let overflow = || Fault::input(CostWord::SumTooLarge.said(&[]));
    let at = |value: &dyn Fn(&Variable) -> Fraction| case.at(value).and_then(|figures| figures.figures(&[]));
    let point = case.point().figures(&[]).ok_or_else(overflow)?;
    let low = at(&|v| v.uncertainty.low).ok_or_else(overflow)?;
    let high = at(&|v| v.uncertainty.high).ok_or_else(overflow)?;
    let middle = at(&Variable::middle).ok_or_else(overflow)?;
    let model = case.compile();
    let drawn = draw(&model, case, draws);
    let hours_before = float(point.hours_before);
    let series = |measured: Measured| -> Vec<f64> {
        let pairs = || drawn.before.iter().zip(&drawn.after);
        match measured {
            Measured::CostBefore => drawn.before.clone(),
            Measured::CostAfter => drawn.after.clone(),
            Measured::CostSaved => pairs().map(|(before, after)| before - after).collect(),
            Measured::CostSavedPercent => pairs().map(|(before, after)| share(*before, *after)).collect(),
            Measured::TimeSaved => drawn.hours_after.iter().map(|after| hours_before - after).collect(),
        }
    };
    let uncertain = !case.variables.is_empty() && draws.draws > 0;
    let figure = |measured: Measured| {
        let (all_low, all_high) = (measured.of(&low), measured.of(&high));
        FigureChance {
            measured,
            point: measured.of(&point),
            input_midpoint: measured.of(&middle),
            output_midpoint: all_low.zip(all_high).and_then(|(low, high)| low.plus(high)?.over(Fraction::whole(2))),
            all_low,
            all_high,
            drawn: uncertain.then(|| Distribution::of(&mut series(measured), draws.level)),
        }
    };
    let mut targets = Vec::new();
    for ((programme, target), reached) in case.targets.iter().zip(drawn.targets) {
        let point = case.point().reached(target.metric, &target.kinds).ok_or_else(overflow)?;
        targets.push(target_chance(programme, target, point, reached, draws.level));
    }
    Ok(Chance {
        draws: *draws,
        parameters: case.variables.len(),
        figures: Measured::ALL.iter().copied().map(figure).collect(),
        targets,
        idle: case.idle.clone(),
        time_moves: case.time_moves(),
    })
}

/// Cost saved per year in each draw, đồng, in the order of the draws: what a histogram is made of. Floating point: these are
/// statistics. `model` must be what [`Case::compile`] makes of the case.
pub fn savings(model: &Program, case: &Case<'_>, draws: &Draws) -> Vec<f64> {
    let drawn = draw(model, case, draws);
    drawn.before.iter().zip(&drawn.after).map(|(before, after)| before - after).collect()
}

fn target_chance(programme: &str, target: &Target, point: Reached, mut reached: Vec<f64>, level: u8) -> TargetChance {
    // A set that scales every row reaches the same share in every draw, but for rounding: what misses by so little meets.
    let needed = float(target.percent) * (1.0 - 1e-12) - 1e-12;
    let meets = reached.iter().filter(|share| **share >= needed).count();
    let drawn = (!reached.is_empty()).then(|| Distribution::of(&mut reached, level));
    let met = point.meets(target.percent);
    let settled = if met { 1.0 } else { 0.0 };
    TargetChance {
        programme: programme.to_owned(),
        target: target.clone(),
        point: point.percent(),
        met,
        probability: if drawn.is_some() { meets as f64 / reached.len() as f64 } else { settled },
        drawn,
    }
}

impl Case<'_> {
    /// Whether a draw can move the processing time.
    pub(super) fn time_moves(&self) -> bool {
        let target = Target::new("", Metric::TimeSaved, Fraction::ZERO, jiff::civil::Date::ZERO);
        self.moves(&target)
    }
}
