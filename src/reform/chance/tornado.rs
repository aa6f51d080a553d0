//! The tornado: which uncertain parameters matter, the widest first.

use super::case::Case;
use super::drawn::{Scale, correlations};
use crate::draw::Draws;
use crate::model::{Fraction, Uncertainty};
use crate::reform::ByKind;
use crate::words::cost::CostWord;
use crate::words::{Fault, Message, Result};

/// What one uncertain parameter does to the saving, all others at their point.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The parameter.
    pub uncertainty: Uncertainty,
    /// Its value in the workspace.
    pub point: Fraction,
    /// Cost saved per year at its low, đồng; exact.
    pub saved_low: Fraction,
    /// Cost saved per year at its high, đồng; exact.
    pub saved_high: Fraction,
    /// The same in percent of the cost before.
    pub percent_low: Option<Fraction>,
    /// The same in percent of the cost before.
    pub percent_high: Option<Fraction>,
    /// Correlation of the parameter with what the bars are measured by over the draws (Pearson), −1 to 1; nothing where that does
    /// not vary.
    pub correlation: Option<f64>,
    /// Its square: the share of the variance that a straight line in this parameter explains.
    pub variance_share: Option<f64>,
}

impl Bar {
    /// The ends of the bar: at its low, at its high. A share of nothing is zero.
    pub fn ends(&self, scale: Scale) -> (Fraction, Fraction) {
        match scale {
            Scale::Saved => (self.saved_low, self.saved_high),
            Scale::Percent => (self.percent_low.unwrap_or_default(), self.percent_high.unwrap_or_default()),
        }
    }

    /// How far its ends lie apart.
    pub fn swing(&self, scale: Scale) -> Fraction {
        let (low, high) = self.ends(scale);
        high.apart(low)
    }
}

/// The parameters that matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// What the bars are measured by.
    pub scale: Scale,
    /// Cost saved per year with every parameter at its point, đồng; exact.
    pub saved: Fraction,
    /// The same in percent of the cost before.
    pub percent: Option<Fraction>,
    /// One a parameter, the widest first, ties by what they stand on.
    pub bars: Vec<Bar>,
    /// Declared uncertain, but moving nothing here.
    pub idle: Vec<String>,
}

/// Moves each uncertain parameter from its low to its high with all others at their point, and draws to see how each goes along
/// with what the bars are measured by.
///
/// # Errors
/// Bad input when a figure is too large to compute exactly.
pub fn tornado(case: &Case<'_>, draws: &Draws, scale: Scale) -> Result<Tornado> {
    let overflow = || Fault::input(CostWord::SumTooLarge.said(&[]));
    let read = |figures: &ByKind| -> Result<(Fraction, Option<Fraction>)> {
        let all = figures.figures(&[]).ok_or_else(overflow)?;
        Ok((all.saved(), all.saved_percent()))
    };
    let (saved, percent) = read(case.point())?;
    let correlations = correlations(&case.compile(), case, draws, scale);
    let mut bars = Vec::new();
    for ((number, variable), correlation) in case.variables.iter().enumerate().zip(correlations) {
        let at = |value: Fraction| read(&case.with(number, value).ok_or_else(overflow)?);
        let (saved_low, percent_low) = at(variable.uncertainty.low)?;
        let (saved_high, percent_high) = at(variable.uncertainty.high)?;
        bars.push(Bar {
            uncertainty: variable.uncertainty.clone(),
            point: variable.point,
            saved_low,
            saved_high,
            percent_low,
            percent_high,
            correlation,
            variance_share: correlation.map(|r| r * r),
        });
    }
    bars.sort_by(|a, b| b.swing(scale).cmp(&a.swing(scale)).then_with(|| a.uncertainty.of.cmp(&b.uncertainty.of)));
    Ok(Tornado { scale, saved, percent, bars, idle: case.idle.clone() })
}
