//! Where the targets stand: baseline, planned, approved, in force, percent, gap.

use super::apply::{Issue, IssueKind, Outcome, issues, outcome};
use super::burden::{Burden, BurdenSum, Living, RegulationChange, State};
use super::engine::{Common, Compiled, Work};
use super::{Register, Snapshot, Subject};
use crate::cost::Sum;
use crate::model::{Fraction, Measure, Metric, Programme, RegulationKind, Stage, Target};
use crate::words::Message;
use crate::words::reform::ReformWord;
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
    /// Frozen as of this day.
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
    /// Regulations that differ from a frozen baseline beyond the measures in force, by code.
    pub changes: Vec<RegulationChange>,
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
    /// What moved since the baseline besides; nothing where it is not frozen.
    pub burden: Option<Burden>,
}

/// What the measures of a stage achieve less the new burden since the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NetFigure {
    /// Which measures it counts.
    pub stage: Stage,
    /// What is left of the achievement, in the unit of the metric; negative where more came than went.
    pub achieved: Fraction,
    /// In percent of the baseline; nothing when the baseline is zero.
    pub percent: Option<Fraction>,
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
    /// What must be achieved, in the unit of the metric.
    pub needed: Fraction,
    /// What is missing to the target, in the unit of the metric, exact; zero when it is met. What is shown is [`StageFigure::missing`].
    pub gap: Fraction,
    /// Whether the target is met.
    pub met: bool,
}

impl StageFigure {
    /// What is missing as every face shows it: in whole units (regulations, đồng, hours), rounded up, since a part of a regulation cannot
    /// be cut and what is one đồng short is short. The missing of parts does not add up to that of the whole: a part beyond its own
    /// target makes up for others in the whole only, and each is rounded up.
    pub fn missing(&self) -> i128 {
        self.gap.ceil()
    }
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

    /// The figure of a stage less the new burden; nothing where the baseline is not frozen, or on overflow.
    pub fn net(&self, stage: Stage) -> Option<NetFigure> {
        let achieved = self.at(stage).achieved.minus(self.burden?.new)?;
        let percent = achieved.times(Fraction::whole(100)).and_then(|a| a.over(self.baseline));
        Some(NetFigure { stage, achieved, percent })
    }
}

const STAGES: [Stage; 3] = [Stage::Planned, Stage::Approved, Stage::InForce];

/// Computes the progress of a programme on a day.
pub fn progress(snapshot: &Snapshot, programme: &Programme, as_of: Date, by: Option<GroupBy>) -> Progress {
    let frozen = snapshot.baselines.get(&programme.code);
    let register = frozen.unwrap_or(&snapshot.live);
    let mut reformed = Reformed::compute(snapshot, register, as_of);
    let living = frozen.map(|frozen| Living::beside(snapshot, frozen, as_of));
    let mut too_large = living.as_ref().is_some_and(Living::overflowed);
    let target = |target: &Target| -> TargetProgress {
        let metric = target.metric;
        let mut split = Split::new(by, living.is_some());
        for (at, (subject, after)) in register.subjects.iter().zip(&reformed.after).enumerate() {
            if counts(target, subject) {
                let state = living.as_ref().and_then(|living| living.states.get(at));
                split.each(subject, |tally| tally.add(metric, subject, after, state));
            }
        }
        for subject in living.iter().flat_map(|living| &living.newcomers).filter(|s| counts(target, s)) {
            split.each(subject, |tally| tally.add_new(metric, subject));
        }
        too_large |= split.total.overflowed();
        let groups = split.groups.into_iter().map(|(key, tally)| tally.finish(key, target));
        TargetProgress { groups: groups.collect(), total: split.total.finish(None, target), target: target.clone() }
    };
    let targets = programme.targets.iter().map(target).collect();
    if too_large {
        let said = ReformWord::TooLarge.said(&[&programme.code]);
        reformed.issues.push(Issue { measure: String::new(), kind: IssueKind::TooLarge, by: Vec::new(), said });
    }
    Progress {
        targets,
        programme: programme.clone(),
        as_of,
        baseline: register.frozen_on.map_or(BaselineState::Live, BaselineState::Frozen),
        regulations: register.subjects.len(),
        costed: register.subjects.iter().filter(|s| s.has_sheet).count(),
        newcomers: living.as_ref().map(|living| newcomers(&living.newcomers)).unwrap_or_default(),
        changes: living.iter().flat_map(|living| living.changes(register)).collect(),
        issues: reformed.issues,
    }
}

fn newcomers(subjects: &[&Subject]) -> Newcomers {
    let mut sum = Sum::default();
    for subject in subjects {
        sum.add_fraction(subject.annual);
    }
    Newcomers { regulations: subjects.len(), annual: sum.total().unwrap_or_default() }
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

pub(super) fn counts(target: &Target, subject: &Subject) -> bool {
    counts_in(target.metric, &target.kinds, subject)
}

/// Whether a regulation counts in a metric over some kinds (all when empty).
pub(super) fn counts_in(metric: Metric, kinds: &[RegulationKind], subject: &Subject) -> bool {
    let by_metric = match metric {
        Metric::ConditionsAbolished => subject.kind == RegulationKind::Condition,
        Metric::TimeSaved => subject.processing_hours.is_some(),
        _ => true,
    };
    by_metric && (kinds.is_empty() || kinds.contains(&subject.kind))
}

/// What a regulation adds to the baseline of a metric.
pub(super) fn weight(metric: Metric, subject: &Subject) -> Fraction {
    match metric {
        Metric::CostSaved => subject.annual,
        Metric::TimeSaved => subject.processing_hours.unwrap_or_default(),
        _ => Fraction::ONE,
    }
}

fn key(subject: &Subject, by: GroupBy) -> Option<&str> {
    match by {
        GroupBy::Agency => subject.agency.as_deref(),
        GroupBy::Field => subject.field.as_deref(),
        GroupBy::Kind => Some(subject.kind.name()),
    }
}

/// The sums of one target, whole and split.
struct Split<'s> {
    by: Option<GroupBy>,
    frozen: bool,
    total: Tally,
    groups: BTreeMap<Option<&'s str>, Tally>,
}

impl<'s> Split<'s> {
    fn new(by: Option<GroupBy>, frozen: bool) -> Self {
        Self { by, frozen, total: Tally::new(frozen), groups: BTreeMap::new() }
    }

    /// Adds to the whole and to the group of a subject.
    fn each(&mut self, subject: &'s Subject, add: impl Fn(&mut Tally)) {
        add(&mut self.total);
        if let Some(by) = self.by {
            add(self.groups.entry(key(subject, by)).or_insert_with(|| Tally::new(self.frozen)));
        }
    }
}

#[derive(Default)]
struct Tally {
    baseline: Sum,
    achieved: [Sum; 3],
    burden: Option<BurdenSum>,
}

impl Tally {
    fn new(frozen: bool) -> Self {
        Self { burden: frozen.then(BurdenSum::default), ..Self::default() }
    }

    fn add_new(&mut self, metric: Metric, subject: &Subject) {
        if let Some(burden) = &mut self.burden {
            burden.add_new(metric, subject);
        }
    }

    fn add(&mut self, metric: Metric, subject: &Subject, after: &[Option<Outcome>; 3], state: Option<&State>) {
        if let (Some(burden), Some(state)) = (&mut self.burden, state) {
            burden.add(metric, state);
        }
        self.baseline.add_fraction(weight(metric, subject));
        for (sum, after) in self.achieved.iter_mut().zip(after) {
            match gained(metric, subject, after.as_ref()) {
                Some(gained) => sum.add_fraction(gained),
                None => sum.overflow(),
            }
        }
    }

    /// Whether a sum does not fit.
    fn overflowed(&self) -> bool {
        let unfit = |sum: &Sum| sum.total().is_none();
        unfit(&self.baseline)
            || self.achieved.iter().any(unfit)
            || self.burden.as_ref().is_some_and(BurdenSum::overflowed)
    }

    fn finish(self, key: Option<&str>, target: &Target) -> GroupProgress {
        let baseline = self.baseline.total().unwrap_or_default();
        let burden = self.burden.as_ref().map(BurdenSum::finish);
        let mut stage = STAGES.into_iter().zip(self.achieved).map(|(stage, sum)| figure(stage, baseline, &sum, target));
        let mut next = || stage.next().unwrap_or_else(|| figure(Stage::Planned, baseline, &Sum::default(), target));
        GroupProgress { key: key.map(str::to_owned), baseline, stages: [next(), next(), next()], burden }
    }
}

/// What the measures of a stage gain on one subject, in the unit of the metric; nothing on overflow.
pub(super) fn gained(metric: Metric, subject: &Subject, after: Option<&Outcome>) -> Option<Fraction> {
    let one_if = |yes: bool| Some(if yes { Fraction::ONE } else { Fraction::ZERO });
    let Some(after) = after else { return one_if(metric == Metric::Electronic && subject.electronic) };
    match metric {
        Metric::CutOrSimplified => one_if(after.abolished || after.simplified),
        Metric::Abolished | Metric::ConditionsAbolished => one_if(after.abolished),
        Metric::CostSaved => Some(subject.annual.less(after.annual)),
        Metric::TimeSaved => {
            subject.processing_hours.unwrap_or_default().minus(after.processing_hours.unwrap_or_default())
        }
        Metric::Electronic => one_if(after.electronic || after.abolished),
    }
}

pub(super) fn figure(stage: Stage, baseline: Fraction, sum: &Sum, target: &Target) -> StageFigure {
    let achieved = sum.total().unwrap_or_default();
    let hundred = Fraction::whole(100);
    let needed = baseline.percent(target.percent);
    let missing = needed.less(achieved);
    let met = !baseline.is_zero() && achieved >= needed;
    StageFigure {
        stage,
        achieved,
        percent: achieved.times(hundred).and_then(|a| a.over(baseline)),
        needed,
        gap: if missing.is_negative() { Fraction::ZERO } else { missing },
        met,
    }
}
