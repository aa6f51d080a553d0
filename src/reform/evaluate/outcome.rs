//! A regulation after a set of measures, and what each metric counts of it: the one rule of every figure.

use crate::model::{Fraction, Metric, RegulationKind};
use crate::reform::Subject;
use crate::reform::engine::{Common, State};

/// The figures of a regulation after some measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcome {
    /// It is gone.
    pub abolished: bool,
    /// It stays, lighter.
    pub simplified: bool,
    /// Whether it is done electronically.
    pub electronic: bool,
    /// Processing time in working hours; nothing where no limit is stated.
    pub processing_hours: Option<Fraction>,
    /// Cost per year, đồng, exact.
    pub annual: Fraction,
}

impl Outcome {
    /// A regulation that no measure touches.
    pub fn untouched(subject: &Subject) -> Self {
        Self {
            abolished: false,
            simplified: false,
            electronic: subject.electronic,
            processing_hours: subject.processing_hours,
            annual: subject.annual,
        }
    }

    /// What the engine says of a regulation that had these figures before.
    pub(in crate::reform) fn after(self, state: &State, common: &Common) -> Self {
        let saved = common.dong.exact(state.saved);
        Self {
            abolished: state.abolished,
            simplified: state.simplified,
            electronic: state.electronic,
            processing_hours: state.hours.and_then(|hours| common.hours.exact(hours)),
            annual: saved.map_or(self.annual, |saved| self.annual.less(saved)),
        }
    }

    /// Processing time in working hours; zero where no limit is stated.
    pub fn hours(&self) -> Fraction {
        self.processing_hours.unwrap_or_default()
    }

    /// What a regulation with these figures weighs in the baseline of a metric: đồng per year, working hours, or one regulation.
    pub(in crate::reform) fn weight(&self, metric: Metric) -> Fraction {
        match metric {
            Metric::CostSaved => self.annual,
            Metric::TimeSaved => self.hours(),
            _ => Fraction::ONE,
        }
    }

    /// What is reached in a metric on a regulation that had these figures before, in the unit of the metric.
    pub(in crate::reform) fn gained(&self, metric: Metric, after: &Self) -> Fraction {
        let one_if = |yes: bool| if yes { Fraction::ONE } else { Fraction::ZERO };
        match metric {
            Metric::CutOrSimplified => one_if(after.abolished || after.simplified),
            Metric::Abolished | Metric::ConditionsAbolished => one_if(after.abolished),
            Metric::CostSaved => self.annual.less(after.annual),
            Metric::TimeSaved => self.hours().less(after.hours()),
            Metric::Electronic => one_if(after.electronic || after.abolished),
        }
    }
}

/// Whether a regulation counts in a metric over some kinds (all when empty).
pub(in crate::reform) fn counts(metric: Metric, kinds: &[RegulationKind], subject: &Subject) -> bool {
    let by_metric = match metric {
        Metric::ConditionsAbolished => subject.kind == RegulationKind::Condition,
        Metric::TimeSaved => subject.processing_hours.is_some(),
        _ => true,
    };
    by_metric && (kinds.is_empty() || kinds.contains(&subject.kind))
}
