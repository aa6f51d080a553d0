//! The effect of a set of measures on one regulation, and of each measure alone and when it is taken out of the set.

use super::{After, Snapshot, Subject, apply};
use crate::model::{Fraction, Measure};

/// What a set of measures does to one regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetEffect {
    /// Cost per year before, đồng, exact.
    pub before: Fraction,
    /// The regulation after the whole set.
    pub after: After,
    /// Each measure of the set.
    pub each: Vec<MeasureEffect>,
}

impl SetEffect {
    /// Cost per year saved by the set, đồng, exact.
    pub fn saved(&self) -> Fraction {
        self.before.minus(self.after.annual).unwrap_or_default()
    }
}

/// What one measure does. The savings of the measures of a set do not add up to the saving of the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureEffect {
    /// Code of the measure.
    pub code: String,
    /// Saved per year when it is the only one, đồng.
    pub alone: Fraction,
    /// What the set would save less without it, đồng.
    pub within: Fraction,
}

/// Computes the effect of measures on a regulation.
pub fn set_effect(subject: &Subject, measures: &[&Measure], snapshot: &Snapshot) -> SetEffect {
    let mine: Vec<&Measure> = measures.iter().copied().filter(|m| m.regulation == subject.code).collect();
    let after = apply(subject, &mine, snapshot);
    let each = mine.iter().map(|measure| {
        let alone = apply(subject, &[measure], snapshot);
        let others: Vec<&Measure> = mine.iter().copied().filter(|m| m.code != measure.code).collect();
        let without = apply(subject, &others, snapshot);
        MeasureEffect {
            code: measure.code.clone(),
            alone: subject.annual.minus(alone.annual).unwrap_or_default(),
            within: without.annual.minus(after.annual).unwrap_or_default(),
        }
    });
    let each = each.collect();
    SetEffect { before: subject.annual, after, each }
}
