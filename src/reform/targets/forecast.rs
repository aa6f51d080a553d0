//! A forecast from due dates: what a target would reach if every measure came into force on the day on which it is due.
//!
//! On a day ahead, the measures in force count as long as the document lasts that put them in force, and those of a stage (planned, or approved
//! only) whose due date has come by then.
//! Measures whose due date has passed while they are not in force, and measures without a due date, promise no day: they are kept
//! apart, and the figure with all of them is told beside the forecast. The effect is that of the set, on the baseline, as in
//! [`super::progress()`]. Of a programme that counts net, what is new on the day of the forecast is taken off on every day ahead: nobody knows what
//! else will come.

use super::progress::{StageFigure, progress};
use super::reading::{Reading, TargetReading, takes};
use crate::model::{Fraction, Measure, Programme, Stage, Target};
use crate::reform::Snapshot;
use crate::reform::evaluate::{CompiledRegister, Evaluation, Reached};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

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
    let register = Arc::new(CompiledRegister::new(snapshot, &snapshot.measures, Some(&programme.code)));
    let course = |stage| Course::run(&register, &snapshot.measures, programme, as_of, stage);
    let (planned, approved) = (course(Stage::Planned), course(Stage::Approved));
    let frozen_on = snapshot.baselines.get(&programme.code).and_then(|frozen| frozen.frozen_on);
    let reading = Reading::new(programme, frozen_on, as_of);
    let new: Vec<Option<Fraction>> = if programme.counting.net {
        let today = progress(snapshot, programme, as_of, None);
        today.targets.iter().map(|target| target.total.burden.map(|burden| burden.new)).collect()
    } else {
        vec![None; programme.targets.len()]
    };
    let of = |at: usize, target: &Target| reading.target(target.metric, new.get(at).copied().flatten());
    let targets = programme.targets.iter().enumerate().map(|(at, target)| TargetForecast {
        target: target.clone(),
        baseline: of(at, target).of(planned.with_all[at]).0.baseline,
        planned: planned.of_target(at, target, &of(at, target)),
        approved: approved.of_target(at, target, &of(at, target)),
    });
    Forecast {
        programme: programme.code.clone(),
        as_of,
        targets: targets.collect(),
        late: planned.late,
        undated: planned.undated,
        too_large: planned.too_large || approved.too_large,
    }
}

/// What the measures of a stage achieve, target by target, from one due date to the next.
struct Course {
    stage: Stage,
    as_of: Date,
    /// What each target reaches on each day.
    days: BTreeMap<Date, Vec<Reached>>,
    with_all: Vec<Reached>,
    late: Vec<String>,
    undated: Vec<String>,
    too_large: bool,
}

impl Course {
    fn run(
        register: &Arc<CompiledRegister>,
        measures: &[Measure],
        programme: &Programme,
        as_of: Date,
        stage: Stage,
    ) -> Self {
        let mut in_force = vec![false; register.measures().len()];
        // Which measures come on which day, by their places, and those that promise no day.
        let mut due: BTreeMap<Date, Vec<usize>> = [(as_of, Vec::new())].into();
        let ahead = programme.targets.iter().map(|target| target.due).filter(|due| *due > as_of);
        due.extend(ahead.map(|day| (day, Vec::new())));
        let (mut apart, mut late, mut undated) = (Vec::new(), Vec::new(), Vec::new());
        for measure in measures {
            let (Some(place), Some(status)) = (register.find(&measure.code), measure.status_on(as_of)) else {
                continue;
            };
            if !takes(&programme.counting, measure, as_of) {
                continue;
            }
            if status.counts_at(Stage::InForce) {
                in_force[place] = true;
                // What a document that ends put in force falls back on the day after it.
                let ends = measure.step_on(as_of).and_then(|step| step.until?.tomorrow().ok());
                if let Some(falls) = ends {
                    due.entry(falls).or_default().push(place);
                }
            } else if status.counts_at(stage) {
                match measure.due {
                    Some(day) if day >= as_of => due.entry(day).or_default().push(place),
                    without => {
                        let names = if without.is_some() { &mut late } else { &mut undated };
                        names.push(measure.code.clone());
                        apart.push(place);
                    }
                }
            }
        }
        let mut set = Evaluation::of_chosen(register.clone(), in_force);
        let mut too_large = false;
        let mut after = |coming: Vec<usize>| -> Vec<Reached> {
            coming.into_iter().for_each(|measure| set.toggle(measure));
            let reached = programme.targets.iter().map(|target| set.reached(target.metric, &target.kinds));
            reached
                .map(|reached| {
                    reached.unwrap_or_else(|| {
                        too_large = true;
                        Reached::default()
                    })
                })
                .collect()
        };
        let days = due.into_iter().map(|(day, coming)| (day, after(coming))).collect();
        let with_all = after(apart);
        Self { stage, as_of, days, with_all, late, undated, too_large }
    }

    fn of_target(&self, at: usize, target: &Target, reading: &TargetReading) -> StageForecast {
        let of = |reached: &[Reached]| StageFigure::of(self.stage, reached[at], target, reading);
        let points: Vec<(Date, StageFigure)> = self.days.iter().map(|(day, reached)| (*day, of(reached))).collect();
        let due = target.due.max(self.as_of);
        let at_due = points.iter().rev().find(|(day, _)| *day <= due).map(|(_, figure)| *figure);
        StageForecast {
            stage: self.stage,
            met_on: points.iter().find(|(_, figure)| figure.met).map(|(day, _)| *day),
            at_due: at_due.unwrap_or_else(|| of(&self.with_all)),
            with_all: of(&self.with_all),
            points,
        }
    }
}
