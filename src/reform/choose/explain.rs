//! "Cannot be reached, and this is why": which constraint must be given up, which ones stand against each other, how near one gets.

use super::candidates::Candidates;
use super::optimum::optimise;
use super::options::{Aim, build};
use super::{Constraint, Nearest, Problem, Unreachable, Watch, solution};
use crate::model::{Fraction, MeasureStatus};
use crate::solve::Limit;
use crate::words::Result;

/// Any set will do: how much worse than the best it may be, in percent.
const ANY: i64 = 1_000_000_000;

struct Doubt<'d, 's> {
    candidates: &'d Candidates<'s>,
    problem: &'d Problem,
    left: &'d dyn Fn() -> f64,
}

/// Finds out why a problem has no set. It may take as long again as the search.
pub(super) fn why(candidates: &Candidates<'_>, problem: &Problem, watch: Watch<'_>) -> Result<Unreachable> {
    let until = watch() + f64::from(problem.seconds);
    let left = || until - watch();
    let doubt = Doubt { candidates, problem, left: &left };
    let (any_of, core, stopped) = doubt.culprits()?;
    let mut nearest = Vec::with_capacity(problem.targets.len());
    for target in 0..problem.targets.len() {
        nearest.push(doubt.nearest(target)?);
    }
    Ok(Unreachable { problem: problem.clone(), any_of, core, stopped, nearest, seconds: watch() })
}

impl Doubt<'_, '_> {
    /// Whether a problem has a set; else what ended the search for one.
    fn possible(&self, problem: &Problem) -> Result<std::result::Result<bool, Limit>> {
        let model = build(self.candidates, problem, Aim::Effort)?;
        let optimum = optimise(&model, Fraction::whole(ANY), self.left)?;
        Ok(if optimum.taken.is_some() {
            Ok(true)
        } else if optimum.impossible() {
            Ok(false)
        } else {
            Err(optimum.limit.unwrap_or(Limit::Time))
        })
    }

    /// The constraints of which giving up one is enough; an irreducible set of constraints that stand against each other (deletion
    /// filter: J. Chinneck, E. Dravnieks, ORSA Journal on Computing 3, 1991); and what ended a search before it
    /// told.
    fn culprits(&self) -> Result<(Vec<Constraint>, Vec<Constraint>, Option<Limit>)> {
        let all = self.problem.constraints();
        let mut stopped = None;
        let mut any_of = Vec::new();
        let mut gone: Vec<Constraint> = Vec::new();
        let mut core = Vec::new();
        // The analyst's own restrictions are tried first, so that the targets which they do not touch fall out of the core.
        for constraint in all.into_iter().rev() {
            match self.possible(&self.problem.without(std::slice::from_ref(&constraint)))? {
                Ok(true) => {
                    // Without it all is well, so it is part of every core.
                    any_of.push(constraint.clone());
                    core.push(constraint);
                    continue;
                }
                Ok(false) => {}
                Err(limit) => stopped = Some(limit),
            }
            gone.push(constraint.clone());
            match self.possible(&self.problem.without(&gone))? {
                Ok(false) => {}
                other => {
                    stopped = other.err().or(stopped);
                    gone.pop();
                    core.push(constraint);
                }
            }
        }
        // Giving up the exclusion of a measure in force brings it back whatever else holds, so that what was tested before may be
        // spared now.
        if gone.iter().any(|constraint| self.brings_back(constraint)) {
            for constraint in std::mem::take(&mut core) {
                gone.push(constraint.clone());
                if self.possible(&self.problem.without(&gone))? != Ok(false) {
                    gone.pop();
                    core.push(constraint);
                }
            }
        }
        any_of.reverse();
        core.reverse();
        Ok((any_of, core, stopped))
    }

    fn brings_back(&self, constraint: &Constraint) -> bool {
        let Constraint::Exclude(code) = constraint else { return false };
        let mut all = self.candidates.pools.iter().flat_map(|pool| &pool.measures);
        all.any(|candidate| candidate.measure.code == *code && candidate.status == MeasureStatus::InForce)
    }

    fn nearest(&self, target: usize) -> Result<Nearest> {
        let wanted = &self.problem.targets[target];
        let baseline = self.candidates.reached(wanted, &[])?.baseline;
        let others: Vec<Constraint> =
            (0..self.problem.targets.len()).filter(|at| *at != target).map(Constraint::Target).collect();
        let (alone, proven) = self.most(&self.problem.without(&others), 0)?;
        let (with_others, proven_too) = self.most(self.problem, target)?;
        let wanted = wanted.clone();
        let needed = wanted.needed(baseline);
        Ok(Nearest { wanted, baseline, needed, alone, with_others, proven: proven && proven_too })
    }

    /// The most that is reached of a target of a problem under its other constraints, and whether that is proven.
    fn most(&self, problem: &Problem, target: usize) -> Result<(Option<Fraction>, bool)> {
        let model = build(self.candidates, problem, Aim::Target(target))?;
        let optimum = optimise(&model, Fraction::ZERO, self.left)?;
        let Some(taken) = &optimum.taken else { return Ok((None, optimum.impossible())) };
        let reached = self.candidates.reached(&problem.targets[target], &solution::masks(&model, taken))?.achieved;
        let cost = model.classes.iter().zip(taken).map(|(class, at)| class.options[*at].cost);
        let mut sum = crate::cost::Sum::default();
        cost.for_each(|cost| sum.add_fraction(cost));
        Ok((Some(reached), sum.total() == optimum.bound))
    }
}
