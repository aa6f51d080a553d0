//! What to survey first: the value of knowing how many comply.
//!
//! Cost per year = cost of one performance × performances, so of two procedures whose number is as uncertain the one whose performance costs more
//! moves the total more. How far a total is expected to move when a number is learned is the mean distance of the number from its mean, times
//! the cost of one performance; of a number that is anywhere between low and high with the same chance, that distance is a quarter of the range.
//! (Expected value of perfect information for the estimate of a sum of independent terms, by mean absolute deviation.)

use super::Rates;
use crate::model::{Fraction, Provenance};
use crate::words::Result;

/// How far the performances per year may lie from what is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubts {
    /// Lowest and highest where nobody counted: files a year.
    pub unknown: (Fraction, Fraction),
    /// Half the range of an assumed number, in percent of it.
    pub assumed: Fraction,
    /// Half the range of one that was surveyed, in percent of it.
    pub surveyed: Fraction,
}

impl Doubts {
    /// What the parameters of the workspace say.
    ///
    /// # Errors
    /// A parameter is not there.
    pub fn of(rates: &Rates) -> Result<Self> {
        Ok(Self {
            unknown: (rates.value("survey.unknown.low")?, rates.value("survey.unknown.high")?),
            assumed: rates.value("survey.assumed.percent")?,
            surveyed: rates.value("survey.surveyed.percent")?,
        })
    }

    /// The range in which the performances per year lie; nothing where they were counted, or do not fit.
    pub fn range(&self, performances: Option<Fraction>, sure: Provenance) -> Option<(Fraction, Fraction)> {
        let Some(known) = performances else { return Some(self.unknown) };
        let half = match sure {
            Provenance::Official | Provenance::Measured => return None,
            Provenance::Assumption => self.assumed,
            Provenance::Surveyed => self.surveyed,
        };
        let half = known.times(half)?.over(Fraction::whole(100))?;
        let low = known.minus(half)?;
        Some((if low.is_negative() { Fraction::ZERO } else { low }, known.plus(half)?))
    }
}

/// How far the total is expected to move when the performances per year, anywhere in a range, are learned: đồng; nothing where it does not fit.
pub fn movement(one: Fraction, (low, high): (Fraction, Fraction)) -> Option<Fraction> {
    one.times(high.minus(low)?)?.over(Fraction::whole(4))
}
