//! What is said of a set of measures over some regulations.

use crate::model::Fraction;

/// The figures of a set of measures over a register, a group of it, or one kind of its regulations. In groups of measures (by level,
/// authority or year) they are the part that the measures have in those of the whole, so that such groups add up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Regulations; of the whole register for groups of measures.
    pub regulations: usize,
    /// Measures of the set.
    pub measures: usize,
    /// Regulations that are gone.
    pub abolished: usize,
    /// Regulations that stay, lighter.
    pub simplified: usize,
    /// Cost per year before, đồng, exact.
    pub before: Fraction,
    /// Cost per year after, đồng, exact.
    pub after: Fraction,
    /// Processing time before, working hours, exact.
    pub hours_before: Fraction,
    /// Processing time after, working hours, exact.
    pub hours_after: Fraction,
    /// Effort, points.
    pub effort: Fraction,
    /// Measures whose effort is not told by any level, and which are not in [`Figures::effort`].
    pub without_effort: usize,
}

impl Figures {
    /// Cost per year saved, đồng.
    pub fn saved(&self) -> Fraction {
        self.before.less(self.after)
    }

    /// Cost saved in percent of the cost before; nothing where there is none.
    pub fn saved_percent(&self) -> Option<Fraction> {
        percent(self.saved(), self.before)
    }

    /// Processing time saved, working hours.
    pub fn hours_saved(&self) -> Fraction {
        self.hours_before.less(self.hours_after)
    }

    /// Processing time saved in percent of that before; nothing where there is none.
    pub fn hours_percent(&self) -> Option<Fraction> {
        percent(self.hours_saved(), self.hours_before)
    }

    /// Regulations abolished or simplified, in percent of all; nothing where there are none.
    pub fn counted_percent(&self) -> Option<Fraction> {
        let whole = |count: usize| Fraction::new(count as i128, 1);
        percent(whole(self.abolished + self.simplified)?, whole(self.regulations)?)
    }
}

/// A metric over some regulations, in its unit: regulations, đồng per year, or working hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// What there is before any measure: the denominator of a target.
    pub baseline: Fraction,
    /// What a set achieves.
    pub achieved: Fraction,
}

impl Reached {
    /// What is achieved in percent of the baseline; nothing where that is zero.
    pub fn percent(&self) -> Option<Fraction> {
        percent(self.achieved, self.baseline)
    }

    /// How much must be achieved for a target in percent, in the unit of the metric.
    pub fn needed(&self, percent: Fraction) -> Fraction {
        self.baseline.percent(percent)
    }

    /// Whether a target in percent is met; where there is nothing to cut, it is not.
    pub fn meets(&self, percent: Fraction) -> bool {
        !self.baseline.is_zero() && self.achieved >= self.needed(percent)
    }
}

fn percent(part: Fraction, of: Fraction) -> Option<Fraction> {
    part.times(Fraction::whole(100))?.over(of)
}
