//! Where the targets stand: baseline, planned, approved, in force, percent, gap.

use super::apply::{Issue, Outcome, issues, outcome};
use super::engine::{Common, Compiled, Work};
use super::{Register, Snapshot, Subject};
use crate::cost::Sum;
use crate::model::{Fraction, Measure, Metric, Programme, RegulationKind, Stage, Target};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// How progress is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// By agency.
    Agency,
    /// By field.
    Field,
    /// By kind of regulation.
    Kind,
}

/// Whether the baseline is frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaselineState {
    /// Not frozen: the living catalogue stands in for it, and moves.
    Live,
    /// Frozen on this day.
    Frozen(Date),
}

/// The progress of one programme on one day.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The programme.
    pub programme: Programme,
    /// The day.
    pub as_of: Date,
    /// What it is measured against.
    pub baseline: BaselineState,
    /// Regulations in the baseline.
    pub regulations: usize,
    /// Of these, how many have a cost sheet.
    pub costed: usize,
    /// One a target, in the order of the programme.
    pub targets: Vec<TargetProgress>,
    /// What was added since the baseline; never mixed into it.
    pub newcomers: Newcomers,
    /// What measures could not do.
    pub issues: Vec<Issue>,
}

/// Regulations that came after a frozen baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Newcomers {
    /// How many.
    pub regulations: usize,
    /// Their cost per year, đồng, exact.
    pub annual: Fraction,
}

/// The progress of one target.
#[derive(Debug, Clone)]
pub struct TargetProgress {
    /// The target.
    pub target: Target,
    /// Over all regulations that count.
    pub total: GroupProgress,
    /// Split as asked; empty when not asked.
    pub groups: Vec<GroupProgress>,
}

/// Figures of one group against one target. Units by metric: regulations, đồng per year, or working hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupProgress {
    /// Agency code, field or kind; nothing for those without one, and for the total.
    pub key: Option<String>,
    /// The denominator.
    pub baseline: Fraction,
    /// Planned, approved, in force.
    pub stages: [StageFigure; 3],
}

/// One figure at one stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageFigure {
    /// Which measures it counts.
    pub stage: Stage,
    /// What they achieve, in the unit of the metric.
    pub achieved: Fraction,
    /// In percent of the baseline; nothing when the baseline is zero.
    pub percent: Option<Fraction>,
    /// What is missing to the target, in the unit of the metric; zero when it is met.
    pub gap: Fraction,
    /// Whether the target is met.
    pub met: bool,
}

impl GroupProgress {
    /// The figure of a stage.
    pub fn at(&self, stage: Stage) -> &StageFigure {
        match stage {
            Stage::Planned => &self.stages[0],
            Stage::Approved => &self.stages[1],
            Stage::InForce => &self.stages[2],
        }
    }
}

const STAGES: [Stage; 3] = [Stage::Planned, Stage::Approved, Stage::InForce];

/// Computes the progress of a programme on a day.
pub fn progress(snapshot: &Snapshot, programme: &Programme, as_of: Date, by: Option<GroupBy>) -> Progress {
    let frozen = snapshot.baselines.get(&programme.code);
    let register = frozen.unwrap_or(&snapshot.live);
    let reformed = Reformed::compute(snapshot, register, as_of);
    let target = |target: &Target| {
        let mut total = Tally::default();
        let mut groups: BTreeMap<Option<&str>, Tally> = BTreeMap::new();
        for (subject, after) in register.subjects.iter().zip(&reformed.after) {
            if !counts(target, subject) {
                continue;
            }
            total.add(target.metric, subject, after);
            if let Some(by) = by {
                groups.entry(key(subject, by)).or_default().add(target.metric, subject, after);
            }
        }
        let groups = groups.into_iter().map(|(key, tally)| tally.finish(key, target));
        TargetProgress { groups: groups.collect(), total: total.finish(None, target), target: target.clone() }
    };
    Progress {
        targets: programme.targets.iter().map(target).collect(),
        programme: programme.clone(),
        as_of,
        baseline: register.frozen_on.map_or(BaselineState::Live, BaselineState::Frozen),
        regulations: register.subjects.len(),
        costed: register.subjects.iter().filter(|s| s.has_sheet).count(),
        newcomers: frozen.map(|frozen| newcomers(&snapshot.live, frozen)).unwrap_or_default(),
        issues: reformed.issues,
    }
}

fn newcomers(live: &Register, frozen: &Register) -> Newcomers {
    let mut sum = Sum::default();
    let mut regulations = 0;
    for subject in live.subjects.iter().filter(|s| frozen.find(&s.code).is_none()) {
        regulations += 1;
        sum.add_fraction(subject.annual);
    }
    Newcomers { regulations, annual: sum.total().unwrap_or_default() }
}

/// Each subject of a register after the measures of each stage; nothing where no measure of the stage aims at it.
struct Reformed {
    after: Vec<[Option<Outcome>; 3]>,
    issues: Vec<Issue>,
}

impl Reformed {
    fn compute(snapshot: &Snapshot, register: &Register, as_of: Date) -> Self {
        let mut by_regulation: HashMap<&str, Vec<(&Measure, crate::model::MeasureStatus)>> = HashMap::new();
        for measure in &snapshot.measures {
            if let Some(status) = measure.status_on(as_of) {
                by_regulation.entry(&measure.regulation).or_default().push((measure, status));
            }
        }
        let (mut found, mut work) = (Vec::new(), Work::default());
        let after = register.subjects.iter().map(|subject| {
            let Some(measures) = by_regulation.get(subject.code.as_str()) else { return [None, None, None] };
            let compiled = Compiled::of(subject, measures.iter().map(|(m, _)| *m), snapshot);
            let mut common = Common::default();
            compiled.widen_common(&mut common);
            let status_of = |code: &str| measures.iter().find(|(m, _)| m.code == code).map(|(_, status)| *status);
            let statuses: Vec<_> = compiled.codes().iter().map(|code| status_of(code)).collect();
            STAGES.map(|stage| {
                let on = |at: usize| statuses.get(at).is_some_and(|s| s.is_some_and(|s| s.counts_at(stage)));
                if !(0..statuses.len()).any(on) {
                    return None;
                }
                let state = compiled.state(on, &common, &mut work);
                if stage == Stage::Planned && state.troubled {
                    found.extend(issues(&compiled, &subject.code, on, &common, &mut work));
                }
                Some(outcome(&state, subject, &common))
            })
        });
        Self { after: after.collect(), issues: found }
    }
}

fn counts(target: &Target, subject: &Subject) -> bool {
    let by_metric = match target.metric {
        Metric::ConditionsAbolished => subject.kind == RegulationKind::Condition,
        Metric::TimeSaved => subject.processing_hours.is_some(),
        _ => true,
    };
    by_metric && (target.kinds.is_empty() || target.kinds.contains(&subject.kind))
}

fn key(subject: &Subject, by: GroupBy) -> Option<&str> {
    match by {
        GroupBy::Agency => subject.agency.as_deref(),
        GroupBy::Field => subject.field.as_deref(),
        GroupBy::Kind => Some(subject.kind.name()),
    }
}

#[derive(Default)]
struct Tally {
    baseline: Sum,
    achieved: [Sum; 3],
}

impl Tally {
    fn add(&mut self, metric: Metric, subject: &Subject, after: &[Option<Outcome>; 3]) {
        self.baseline.add_fraction(match metric {
            Metric::CostSaved => subject.annual,
            Metric::TimeSaved => subject.processing_hours.unwrap_or_default(),
            _ => Fraction::ONE,
        });
        for (sum, after) in self.achieved.iter_mut().zip(after) {
            match gained(metric, subject, after.as_ref()) {
                Some(gained) => sum.add_fraction(gained),
                None => sum.overflow(),
            }
        }
    }

    fn finish(self, key: Option<&str>, target: &Target) -> GroupProgress {
        let baseline = self.baseline.total().unwrap_or_default();
        let mut stage = STAGES.into_iter().zip(self.achieved).map(|(stage, sum)| figure(stage, baseline, &sum, target));
        let mut next = || stage.next().unwrap_or_else(|| figure(Stage::Planned, baseline, &Sum::default(), target));
        GroupProgress { key: key.map(str::to_owned), baseline, stages: [next(), next(), next()] }
    }
}

/// What the measures of a stage gain on one subject, in the unit of the metric; nothing on overflow.
fn gained(metric: Metric, subject: &Subject, after: Option<&Outcome>) -> Option<Fraction> {
    let one_if = |yes: bool| Some(if yes { Fraction::ONE } else { Fraction::ZERO });
    let Some(after) = after else { return one_if(metric == Metric::Electronic && subject.electronic) };
    match metric {
        Metric::CutOrSimplified => one_if(after.abolished || after.simplified),
        Metric::Abolished | Metric::ConditionsAbolished => one_if(after.abolished),
        Metric::CostSaved => subject.annual.minus(after.annual),
        Metric::TimeSaved => {
            subject.processing_hours.unwrap_or_default().minus(after.processing_hours.unwrap_or_default())
        }
        Metric::Electronic => one_if(after.electronic || after.abolished),
    }
}

fn figure(stage: Stage, baseline: Fraction, sum: &Sum, target: &Target) -> StageFigure {
    let achieved = sum.total().unwrap_or_default();
    let hundred = Fraction::whole(100);
    let needed = baseline.times(target.percent).and_then(|n| n.over(hundred)).unwrap_or_default();
    let missing = needed.minus(achieved).unwrap_or_default();
    let met = !baseline.is_zero() && achieved >= needed;
    StageFigure {
        stage,
        achieved,
        percent: achieved.times(hundred).and_then(|a| a.over(baseline)),
        gap: if missing.is_negative() { Fraction::ZERO } else { missing },
        met,
    }
}
