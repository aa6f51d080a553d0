//! The effect of a set of measures on one regulation, and of each measure: alone, when it is taken out of the set, and its fair share.

use super::explained::{After, Aimed, explained};
use super::outcome::Outcome;
use super::share::{Share, shares};
use crate::model::{Fraction, Measure};
use crate::reform::engine::Work;
use crate::reform::{Snapshot, Subject};

/// What a set of measures does to one regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetEffect {
    /// The regulation before.
    pub before: Outcome,
    /// The regulation after the whole set.
    pub after: After,
    /// Each measure of the set, in the order in which they were given.
    pub each: Vec<MeasureEffect>,
}

impl SetEffect {
    /// Cost per year saved by the set, đồng, exact.
    pub fn saved(&self) -> Fraction {
        self.before.annual.less(self.after.outcome.annual)
    }

    /// Processing time saved by the set, working hours, exact.
    pub fn hours_saved(&self) -> Fraction {
        self.before.hours().less(self.after.outcome.hours())
    }

    /// What a measure does, by its code.
    pub fn of(&self, code: &str) -> Option<&MeasureEffect> {
        self.each.iter().find(|effect| effect.code == code)
    }
}

/// What one measure does. What measures save alone, or less when they are taken out, does not add up to the saving of the set; their
/// shares do, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureEffect {
    /// Code of the measure.
    pub code: String,
    /// Saved per year when it is the only one, đồng.
    pub alone: Fraction,
    /// What the set would save less without it, đồng.
    pub within: Fraction,
    /// Working hours saved when it is the only one.
    pub hours_alone: Fraction,
    /// How many working hours less the set would save without it.
    pub hours_within: Fraction,
    /// Its fair share of what the set saves.
    pub share: Share,
}

/// Computes the effect of measures on a regulation. Measures on other regulations are ignored.
pub fn set_effect(subject: &Subject, measures: &[&Measure], snapshot: &Snapshot) -> SetEffect {
    let mine: Vec<&Measure> = measures.iter().copied().filter(|m| m.regulation == subject.code).collect();
    let aimed = Aimed::new(subject, &mine, snapshot);
    let (compiled, before, mut work) = (&aimed.compiled, aimed.before, Work::default());
    let all: Vec<usize> = (0..compiled.codes().len()).collect();
    // A share that does not fit is nothing; that the figures do not fit is told with what the set does.
    let shares = shares(compiled, &all, &aimed.common, &mut work).unwrap_or_else(|| vec![Share::default(); all.len()]);
    let mut left = |on: &dyn Fn(usize) -> bool| aimed.after(on, &mut work).unwrap_or(before);
    let whole = left(&|_| true);
    let each = mine.iter().map(|measure| {
        let place = aimed.place(&measure.code).unwrap_or_default();
        let (alone, without) = (left(&|at| at == place), left(&|at| at != place));
        MeasureEffect {
            code: measure.code.clone(),
            alone: before.annual.less(alone.annual),
            within: without.annual.less(whole.annual),
            hours_alone: before.hours().less(alone.hours()),
            hours_within: without.hours().less(whole.hours()),
            share: shares.get(place).copied().unwrap_or_default(),
        }
    });
    let each = each.collect();
    SetEffect { before, after: explained(&aimed, subject), each }
}
