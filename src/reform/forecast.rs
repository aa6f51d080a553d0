//! A forecast from due dates: what a target would reach if every measure came into force on the day on which it is due.
//!
//! On a day ahead, the measures in force count, and those of a stage (planned, or approved only) whose due date has come by then.
//! Measures whose due date has passed while they are not in force, and measures without a due date, promise no day: they are kept
//! apart, and the figure with all of them is told beside the forecast. The effect is that of the set, on the baseline, as in
//! [`super::progress()`].

use super::progress::{counts, figure, gained};
use super::{After, Register, Snapshot, StageFigure, Subject, apply};
use crate::cost::Sum;
use crate::model::{Fraction, Measure, Metric, Programme, Stage, Target};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The forecast of one programme from one day on.
#[derive(Debug, Clone)]
pub struct Forecast {
    /// Code of the programme.
    pub programme: String,
    /// The day from which it looks ahead.
    pub as_of: Date,
    /// One a target, in the order of the programme.
    pub targets: Vec<TargetForecast>,
    /// Measures whose due date has passed and that are not in force; the forecast does not count them.
    pub late: Vec<String>,
    /// Measures without a due date; the forecast does not count them.
    pub undated: Vec<String>,
    /// Some sum does not fit, so that figures are not to be trusted.
    pub too_large: bool,
}

/// The forecast of one target.
#[derive(Debug, Clone)]
pub struct TargetForecast {
    /// The target.
    pub target: Target,
    /// The denominator, as in [`super::GroupProgress::baseline`].
    pub baseline: Fraction,
    /// With the planned measures.
    pub planned: StageForecast,
    /// With the approved measures only.
    pub approved: StageForecast,
}

/// The forecast of one target with the measures of one stage.
#[derive(Debug, Clone)]
pub struct StageForecast {
    /// Which measures it counts, beside those in force.
    pub stage: Stage,
    /// The day of the forecast, every due date ahead, and that of the target, each with the figure expected then.
    pub points: Vec<(Date, StageFigure)>,
    /// The first of these days on which the target is met; nothing where that is never expected.
    pub met_on: Option<Date>,
    /// The figure expected when the target is due, or on the day of the forecast where that has passed.
    pub at_due: StageFigure,
    /// The figure with all measures of the stage, those that are late and those without a due date too.
    pub with_all: StageFigure,
}

/// Looks ahead from a day.
pub fn forecast(snapshot: &Snapshot, programme: &Programme, as_of: Date) -> Forecast {
    let register = snapshot.baselines.get(&programme.code).unwrap_or(&snapshot.live);
    let planned = Course::run(snapshot, register, programme, as_of, Stage::Planned);
    let approved = Course::run(snapshot, register, programme, as_of, Stage::Approved);
    let late = planned.late.clone();
    let undated = planned.undated.clone();
    let targets = programme.targets.iter().enumerate().map(|(at, target)| TargetForecast {
        target: target.clone(),
        baseline: planned.baselines[at],
        planned: planned.of_target(at, target),
        approved: approved.of_target(at, target),
    });
    let too_large = planned.too_large || approved.too_large;
    Forecast { too_large, targets: targets.collect(), programme: programme.code.clone(), as_of, late, undated }
}

/// What the measures of a stage achieve, target by target, from one due date to the next.
struct Course {
    stage: Stage,
    as_of: Date,
    baselines: Vec<Fraction>,
    /// What each target reaches on each day.
    days: BTreeMap<Date, Vec<Sum>>,
    with_all: Vec<Sum>,
    late: Vec<String>,
    undated: Vec<String>,
    too_large: bool,
}

impl Course {
    fn run(snapshot: &Snapshot, register: &Register, programme: &Programme, as_of: Date, stage: Stage) -> Self {
        let mut plan = Plan::read(snapshot, register, as_of, stage);
        let mut figures = Figures::start(register, &programme.targets);
        for at in plan.in_force.keys() {
            figures.set(*at, Some(&apply(&register.subjects[*at], &plan.in_force[at], snapshot)));
        }
        let mut dates: BTreeSet<Date> = plan.due.keys().copied().collect();
        dates.extend(programme.targets.iter().map(|target| target.due).filter(|due| *due > as_of));
        dates.insert(as_of);
        let mut days = BTreeMap::new();
        for date in dates {
            figures.take(snapshot, register, &mut plan.in_force, plan.due.remove(&date).unwrap_or_default());
            days.insert(date, figures.sums.clone());
        }
        figures.take(snapshot, register, &mut plan.in_force, plan.apart);
        let sums = days.values().flatten().chain(&figures.sums).chain(&figures.baselines);
        let too_large = sums.map(Sum::total).any(|total| total.is_none());
        let baselines = figures.baselines.iter().map(|sum| sum.total().unwrap_or_default()).collect();
        Self {
            stage,
            as_of,
            baselines,
            days,
            with_all: figures.sums,
            late: plan.late,
            undated: plan.undated,
            too_large,
        }
    }

    fn of_target(&self, at: usize, target: &Target) -> StageForecast {
        let of = |sums: &[Sum]| figure(self.stage, self.baselines[at], &sums[at], target);
        let points: Vec<(Date, StageFigure)> = self.days.iter().map(|(date, sums)| (*date, of(sums))).collect();
        let due = target.due.max(self.as_of);
        let at_due = points.iter().rev().find(|(date, _)| *date <= due).map(|(_, figure)| *figure);
        StageForecast {
            stage: self.stage,
            met_on: points.iter().find(|(_, figure)| figure.met).map(|(date, _)| *date),
            at_due: at_due.unwrap_or_else(|| of(&self.with_all)),
            with_all: of(&self.with_all),
            points,
        }
    }
}

/// Measures by where their regulation stands in the register.
type ByPlace<'s> = HashMap<usize, Vec<&'s Measure>>;

/// When measures come.
struct Plan<'s> {
    in_force: ByPlace<'s>,
    due: BTreeMap<Date, ByPlace<'s>>,
    /// Those that are late or have no due date.
    apart: ByPlace<'s>,
    late: Vec<String>,
    undated: Vec<String>,
}

impl<'s> Plan<'s> {
    fn read(snapshot: &'s Snapshot, register: &Register, as_of: Date, stage: Stage) -> Self {
        let mut plan = Self {
            in_force: HashMap::new(),
            due: BTreeMap::new(),
            apart: HashMap::new(),
            late: Vec::new(),
            undated: Vec::new(),
        };
        for measure in &snapshot.measures {
            let place = register.subjects.binary_search_by(|s| s.code.as_str().cmp(&measure.regulation));
            let (Ok(place), Some(status)) = (place, measure.status_on(as_of)) else { continue };
            if status.counts_at(Stage::InForce) {
                plan.in_force.entry(place).or_default().push(measure);
            } else if status.counts_at(stage) {
                let to = match measure.due {
                    Some(due) if due >= as_of => plan.due.entry(due).or_default(),
                    Some(_) => {
                        plan.late.push(measure.code.clone());
                        &mut plan.apart
                    }
                    None => {
                        plan.undated.push(measure.code.clone());
                        &mut plan.apart
                    }
                };
                to.entry(place).or_default().push(measure);
            }
        }
        plan
    }
}

/// The figures of all targets, kept up to date while measures come.
struct Figures<'t> {
    register: &'t Register,
    targets: &'t [Target],
    baselines: Vec<Sum>,
    sums: Vec<Sum>,
    /// What each regulation gives to each target now.
    given: Vec<Vec<Option<Fraction>>>,
}

impl<'t> Figures<'t> {
    fn start(register: &'t Register, targets: &'t [Target]) -> Self {
        let mut start = Self {
            register,
            targets,
            baselines: targets.iter().map(|_| Sum::default()).collect(),
            sums: targets.iter().map(|_| Sum::default()).collect(),
            given: targets.iter().map(|_| vec![None; register.subjects.len()]).collect(),
        };
        for at in 0..register.subjects.len() {
            for (target, baseline) in targets.iter().zip(&mut start.baselines) {
                if counts(target, &register.subjects[at]) {
                    baseline.add_fraction(weight(target.metric, &register.subjects[at]));
                }
            }
            start.set(at, None);
        }
        start
    }

    /// Sets what a regulation gives, after its measures.
    fn set(&mut self, at: usize, after: Option<&After>) {
        let subject = &self.register.subjects[at];
        for (target, (sum, given)) in self.targets.iter().zip(self.sums.iter_mut().zip(&mut self.given)) {
            if !counts(target, subject) {
                continue;
            }
            if let Some(before) = given[at] {
                sum.add(-before.numerator(), before.denominator());
            }
            given[at] = gained(target.metric, subject, after.map(After::outcome).as_ref());
            match given[at] {
                Some(gained) => sum.add_fraction(gained),
                None => sum.overflow(),
            }
        }
    }

    /// Lets measures come into force.
    fn take<'s>(&mut self, snapshot: &'s Snapshot, register: &Register, set: &mut ByPlace<'s>, coming: ByPlace<'s>) {
        for (at, measures) in coming {
            let all = set.entry(at).or_default();
            all.extend(measures);
            self.set(at, Some(&apply(&register.subjects[at], all, snapshot)));
        }
    }
}

/// What a regulation weighs in the denominator of a metric.
fn weight(metric: Metric, subject: &Subject) -> Fraction {
    match metric {
        Metric::CostSaved => subject.annual,
        Metric::TimeSaved => subject.processing_hours.unwrap_or_default(),
        _ => Fraction::ONE,
    }
}
