//! Where the targets stand: baseline, planned, approved, in force, percent, gap.

use super::burden::{Burden, Living, Moved, Newcomers, RegulationChange};
use super::reading::{Reading, TargetReading, takes};
use crate::model::{Fraction, Measure, Metric, Programme, Stage, Target};
use crate::reform::evaluate::{ByKind, CompiledRegister, Evaluation, GroupBy, Issue, IssueKind, Reached};
use crate::reform::{BaselineState, Register, Snapshot};
use crate::words::counting::CountingWord;
use crate::words::reform::ReformWord;
use crate::words::{Message, Said};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
    /// Of these again, how many wait for the number of those who comply: no cost counts them.
    pub waiting: usize,
    /// One a target, in the order of the programme.
    pub targets: Vec<TargetProgress>,
    /// What was added since the baseline; never mixed into it.
    pub newcomers: Newcomers,
    /// Regulations that differ from a frozen baseline beyond the measures in force, by code.
    pub changes: Vec<RegulationChange>,
    /// What measures could not do.
    pub issues: Vec<Issue>,
    /// The agencies of the baseline that others stand for now, with these; empty where nothing is split by agency.
    pub followed: Vec<(String, String)>,
    /// What the rules of the programme say of its figures, and what of them could not be followed.
    pub remarks: Vec<Said>,
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
    /// What they achieve, in the unit of the metric; of a programme that counts net, less what is new.
    pub achieved: Fraction,
    /// What they achieve before anything is taken off.
    pub gross: Fraction,
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
    /// What a set of a stage reaches of a target.
    pub(super) fn of(stage: Stage, reached: Reached, target: &Target, reading: &TargetReading) -> Self {
        let (reached, gross) = reading.of(reached);
        let needed = reached.needed(target.percent);
        let missing = needed.less(reached.achieved);
        Self {
            stage,
            achieved: reached.achieved,
            gross,
            percent: reached.percent(),
            needed,
            gap: if missing.is_negative() { Fraction::ZERO } else { missing },
            met: reading.sure && reached.meets(target.percent),
        }
    }

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
        let achieved = self.at(stage).gross.minus(self.burden?.new)?;
        let percent = achieved.times(Fraction::whole(100)).and_then(|a| a.over(self.baseline));
        Some(NetFigure { stage, achieved, percent })
    }
}

const STAGES: [Stage; 3] = [Stage::Planned, Stage::Approved, Stage::InForce];

/// The measures that are still to come into force, on regulations that the programme would cover and that are not in force any more.
fn on_what_ended(snapshot: &Snapshot, programme: &Programme, register: &Register, as_of: Date) -> Vec<Issue> {
    let to_come = |measure: &&Measure| {
        let status = measure.status_on(as_of);
        status.is_some_and(|status| status.counts_at(Stage::Planned) && !status.counts_at(Stage::InForce))
    };
    let ended = |measure: &&Measure| {
        let subject = snapshot.ended.find(&measure.regulation);
        subject.is_some_and(|subject| subject.within(&programme.scope)) && register.find(&measure.regulation).is_none()
    };
    let told = |measure: &Measure| Issue {
        measure: measure.code.clone(),
        kind: IssueKind::NotInForce,
        by: Vec::new(),
        said: ReformWord::NotInForce.said(&[&measure.regulation]),
    };
    snapshot.measures.iter().filter(to_come).filter(ended).map(told).collect()
}

/// Computes the progress of a programme on a day.
pub fn progress(snapshot: &Snapshot, programme: &Programme, as_of: Date, by: Option<GroupBy>) -> Progress {
    let frozen = snapshot.baselines.get(&programme.code);
    let register = snapshot.measured_by(Some(&programme.code));
    let stages = at_stages(snapshot, programme, as_of);
    let reading = Reading::new(programme, register.frozen_on, as_of);
    let living = frozen.map(|frozen| Living::beside(&snapshot.live, frozen, &stages[2], &programme.scope));
    let whole = Group::whole(&stages);
    let mut groups: BTreeMap<Option<&str>, Group> = BTreeMap::new();
    let mut followed = BTreeSet::new();
    // A group of an agency that is gone counts with the one that took over.
    for (key, group) in by.map(|by| Group::split(&stages, by)).unwrap_or_default() {
        let after = now(snapshot, by, key);
        if let Some((from, to)) =
            key.zip(after).filter(|(from, to)| from != to && group.before.counts(Metric::CutOrSimplified, &[]))
        {
            followed.insert((from.to_owned(), to.to_owned()));
        }
        groups.entry(after).or_default().merge(&group);
    }
    let mut fits = living.as_ref().is_none_or(Living::fits);
    let target = |target: &Target| {
        let mut moved: BTreeMap<Option<&str>, Moved> = BTreeMap::new();
        for (key, more) in living.as_ref().map(|living| living.moved(target, by)).unwrap_or_default() {
            let one = moved.remove(&now(snapshot, by, key)).unwrap_or_default();
            moved.insert(now(snapshot, by, key), one.and(&more));
        }
        let mut figures = |key: Option<&str>, group: &Group, moved: Moved| {
            let figures = group.figures(key, target, living.is_some().then_some(moved), &reading);
            fits &= figures.is_some();
            figures.unwrap_or_else(|| GroupProgress::untold(key, target, &reading))
        };
        let total = figures(None, &whole, moved.values().fold(Moved::default(), Moved::and));
        let counts = |(_, group): &(&Option<&str>, &Group)| group.before.counts(target.metric, &target.kinds);
        let mut keys: BTreeSet<Option<&str>> = groups.iter().filter(counts).map(|(key, _)| *key).collect();
        keys.extend(moved.iter().filter(|(_, moved)| by.is_some() && moved.is_new()).map(|(key, _)| *key));
        let none = Group::default();
        let groups = keys
            .into_iter()
            .map(|key| figures(key, groups.get(&key).unwrap_or(&none), moved.remove(&key).unwrap_or_default()));
        TargetProgress { groups: groups.collect(), total, target: target.clone() }
    };
    let targets = programme.targets.iter().map(target).collect();
    let mut issues = stages[0].issues();
    issues.extend(on_what_ended(snapshot, programme, register, as_of));
    if !fits {
        let said = ReformWord::TooLarge.said(&[&programme.code]);
        issues.push(Issue { measure: String::new(), kind: IssueKind::TooLarge, by: Vec::new(), said });
    }
    let mut remarks = reading.remarks;
    let unknown = living.as_ref().filter(|_| programme.counting.net).map_or(0, Living::unknown);
    if unknown > 0 && programme.targets.iter().any(|target| target.metric == Metric::CostSaved) {
        remarks.push(CountingWord::LedgerUnknown.said(&[&programme.code, &unknown]));
    }
    let left_out = snapshot.measures.iter().filter(|measure| !takes(&programme.counting, measure, as_of)).count();
    if left_out > 0 {
        remarks.push(CountingWord::LeftOutTemporary.said(&[&programme.code, &left_out]));
    }
    Progress {
        targets,
        programme: programme.clone(),
        as_of,
        baseline: register.baseline(),
        regulations: register.subjects.len(),
        costed: register.subjects.iter().filter(|s| s.has_sheet).count(),
        waiting: register.subjects.iter().filter(|s| s.waits).count(),
        newcomers: living.as_ref().and_then(Living::newcomers).unwrap_or_default(),
        changes: living.iter().flat_map(Living::changes).collect(),
        issues,
        followed: followed.into_iter().collect(),
        remarks,
    }
}

/// The group with which another counts now.
fn now<'k>(snapshot: &'k Snapshot, by: Option<GroupBy>, key: Option<&'k str>) -> Option<&'k str> {
    key.filter(|_| by == Some(GroupBy::Agency)).map(|code| snapshot.succession.after(code)).or(key)
}

/// The baseline of a programme after the measures of each stage on a day.
fn at_stages(snapshot: &Snapshot, programme: &Programme, as_of: Date) -> [Evaluation; 3] {
    let of_day = |measure: &&Measure| measure.status_on(as_of).is_some() && takes(&programme.counting, measure, as_of);
    let measures = || snapshot.measures.iter().filter(of_day);
    let register = Arc::new(CompiledRegister::new(snapshot, measures(), Some(&programme.code)));
    STAGES.map(|stage| {
        let counts = |measure: &&Measure| measure.status_on(as_of).is_some_and(|status| status.counts_at(stage));
        Evaluation::new(register.clone(), measures().filter(counts).map(|measure| measure.code.as_str()))
    })
}

/// Some regulations of the baseline before any measure and after those of each stage.
#[derive(Default)]
struct Group {
    before: ByKind,
    stages: [ByKind; 3],
}

impl Group {
    fn whole(stages: &[Evaluation; 3]) -> Self {
        let before = stages[0].register().whole.clone();
        Self { before, stages: stages.each_ref().map(|stage| stage.by_kind().clone()) }
    }

    fn split(stages: &[Evaluation; 3], by: GroupBy) -> BTreeMap<Option<&str>, Self> {
        let register = stages[0].register();
        let before = register.split(by);
        let mut after = stages.each_ref().map(|stage| stage.split(by, &before).into_iter());
        let group = |before| {
            let stages = after.each_mut().map(|stage| stage.next().unwrap_or_default());
            Self { before, stages }
        };
        register.groups(by).into_iter().zip(before.into_iter().map(group)).collect()
    }

    fn merge(&mut self, other: &Self) {
        self.before.merge(&other.before);
        self.stages.iter_mut().zip(&other.stages).for_each(|(stage, other)| stage.merge(other));
    }

    /// The figures against a target; nothing where a sum does not fit.
    fn figures(
        &self,
        key: Option<&str>,
        target: &Target,
        moved: Option<Moved>,
        reading: &Reading,
    ) -> Option<GroupProgress> {
        let of_stage = |stages: &ByKind| stages.reached(target.metric, &target.kinds);
        let [planned, approved, in_force] = self.stages.each_ref().map(of_stage);
        let stages = [planned?, approved?, in_force?];
        let burden = match moved {
            Some(moved) => {
                let burden = moved.burden(self.before.stands(target.metric, &target.kinds)?)?;
                Some(reading.priced(target.metric, burden))
            }
            None => None,
        };
        Some(GroupProgress::of(key, stages, target, burden, reading))
    }
}

impl GroupProgress {
    fn of(
        key: Option<&str>,
        [planned, approved, in_force]: [Reached; 3],
        target: &Target,
        burden: Option<Burden>,
        reading: &Reading,
    ) -> Self {
        let of = reading.target(target.metric, burden.map(|burden| burden.new));
        let baseline = of.of(planned).0.baseline;
        let stages = [
            StageFigure::of(Stage::Planned, planned, target, &of),
            StageFigure::of(Stage::Approved, approved, target, &of),
            StageFigure::of(Stage::InForce, in_force, target, &of),
        ];
        Self { key: key.map(str::to_owned), baseline, stages, burden }
    }

    /// A group of which a sum does not fit: that it has no figures is told beside it.
    fn untold(key: Option<&str>, target: &Target, reading: &Reading) -> Self {
        Self::of(key, [Reached::default(); 3], target, None, reading)
    }
}
