//! From the options taken to the answer: everything is computed again on the set, and every constraint is checked in exact arithmetic.

use super::candidates::Candidates;
use super::model::{Class, Mask, Model};
use super::optimum::Optimum;
use super::options::too_large;
use super::{ChosenMeasure, Constraint, LeftBecause, LeftMeasure, Objective, Problem, Reached, Solution};
use crate::cost::Sum;
use crate::model::{Fraction, MeasureStatus, Metric};
use crate::words::choose::ChooseWord as Say;
use crate::words::{Fault, Message, Result};
use std::collections::HashSet;

/// The sets of all pools that options taken mean, with what is in force.
pub(super) fn masks(model: &Model, taken: &[usize]) -> Vec<Mask> {
    let mut masks = model.done.clone();
    for (class, option) in model.classes.iter().zip(taken) {
        masks[class.pool] |= class.options[*option].mask;
    }
    masks
}

/// The constraints that a set breaks.
///
/// # Errors
/// The figures do not fit.
pub(super) fn broken(candidates: &Candidates<'_>, problem: &Problem, masks: &[Mask]) -> Result<Vec<Constraint>> {
    let mut broken = Vec::new();
    for (at, wanted) in problem.targets.iter().enumerate() {
        let reached = candidates.reached(wanted, masks)?;
        let aside = reached.baseline.is_zero() && wanted.percent.is_some();
        if !aside && reached.achieved < wanted.needed(reached.baseline) {
            broken.push(Constraint::Target(at));
        }
    }
    if let Some(budget) = problem.budget
        && effort(candidates, masks)? > budget
    {
        broken.push(Constraint::Budget);
    }
    let all = || candidates.pools.iter().zip(masks).flat_map(|(pool, mask)| pool.chosen(*mask));
    let codes: HashSet<&str> = all().map(|candidate| candidate.measure.code.as_str()).collect();
    let has = |code: &String| codes.contains(code.as_str());
    let excluded = problem.exclude.iter().filter(|code| has(code)).cloned().map(Constraint::Exclude);
    let required = problem.require.iter().filter(|code| !has(code)).cloned().map(Constraint::Require);
    broken.extend(excluded.chain(required));
    for (at, conflict) in problem.conflicts.iter().enumerate() {
        let named: HashSet<&String> = conflict.measures.iter().filter(|code| has(code)).collect();
        if named.len() > 1 {
            broken.push(Constraint::Conflict(at));
        }
    }
    for (at, precedence) in problem.precedences.iter().enumerate() {
        if has(&precedence.measure) && !precedence.needs.iter().all(has) {
            broken.push(Constraint::Precedence(at));
        }
    }
    Ok(broken)
}

fn effort(candidates: &Candidates<'_>, masks: &[Mask]) -> Result<Fraction> {
    let mut sum = Sum::default();
    for (pool, mask) in candidates.pools.iter().zip(masks) {
        sum.add_fraction(pool.effort(*mask)?);
    }
    sum.total().ok_or_else(too_large)
}

/// The compliance cost that sets save per year, đồng.
///
/// # Errors
/// The figures do not fit.
pub(super) fn saved(candidates: &Candidates<'_>, masks: &[Mask]) -> Result<Fraction> {
    let mut sum = Sum::default();
    for (pool, mask) in candidates.pools.iter().zip(masks) {
        sum.add_fraction(pool.gains(*mask)?[Metric::CostSaved as usize]);
    }
    sum.total().ok_or_else(too_large)
}

/// The answer that an optimum is. `bound` is in the unit of the objective: points of effort, or đồng saved.
///
/// # Errors
/// Figures that do not fit; anything else, when the set does not meet a constraint in exact arithmetic after all.
pub(super) fn solution(
    candidates: &Candidates<'_>,
    problem: &Problem,
    model: &Model,
    optimum: &Optimum,
    bound: Fraction,
    seconds: f64,
) -> Result<Solution> {
    let taken = optimum.taken.as_deref().unwrap_or_default();
    let masks = masks(model, taken);
    if let Some(constraint) = broken(candidates, problem, &masks)?.first() {
        return Err(Fault::other(Say::NotVerified.said(&[&format!("{constraint:?}")])));
    }
    let mut chosen = Vec::new();
    for (pool, mask) in candidates.pools.iter().zip(&masks) {
        let saves = |mask: Mask| Ok::<_, Fault>(pool.gains(mask)?[Metric::CostSaved as usize]);
        let all = saves(*mask)?;
        for (at, candidate) in pool.measures.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1) {
            let in_force = candidate.status == MeasureStatus::InForce;
            chosen.push(ChosenMeasure {
                code: candidate.measure.code.clone(),
                regulation: pool.subject.code.clone(),
                effort: if in_force { Fraction::ZERO } else { candidate.effort },
                alone: saves(1 << at)?,
                within: all.minus(saves(mask & !(1 << at))?).ok_or_else(|| pool.too_large())?,
                in_force,
                required: problem.require.contains(&candidate.measure.code),
            });
        }
    }
    chosen.sort_by(|a, b| a.code.cmp(&b.code));
    let mut targets = Vec::with_capacity(problem.targets.len());
    for wanted in &problem.targets {
        let reached = candidates.reached(wanted, &masks)?;
        let (baseline, achieved) = (reached.baseline, reached.achieved);
        let (needed, percent) = (wanted.needed(baseline), reached.percent());
        targets.push(Reached { wanted: wanted.clone(), baseline, needed, achieved, percent });
    }
    let (effort, saved) = (effort(candidates, &masks)?, saved(candidates, &masks)?);
    let mut baseline = Sum::default();
    candidates.register.subjects.iter().for_each(|subject| baseline.add_fraction(subject.annual));
    let value = if problem.objective == Objective::LeastEffort { effort } else { saved };
    let gap = distance(value, bound).ok_or_else(too_large)?;
    let mut bounded = model.bounded.clone();
    bounded.sort();
    bounded.dedup();
    let open: usize = model.classes.iter().map(|class| all(class).count_ones() as usize).sum();
    let options = model.classes.iter().map(|class| class.options.len()).sum();
    Ok(Solution {
        problem: problem.clone(),
        left: left(candidates, problem, model, &masks),
        chosen,
        effort,
        saved,
        baseline: baseline.total().ok_or_else(too_large)?,
        reached: targets,
        bound,
        optimal: gap.is_zero() && bounded.is_empty(),
        gap,
        bounded,
        size: [open, model.classes.len(), options],
        method: optimum.method,
        stopped: optimum.limit.filter(|_| gap > problem.gap),
        seconds,
    })
}

/// The measures that the options of a class can take.
fn all(class: &Class) -> Mask {
    class.options.iter().fold(0, |all, option| all | option.mask)
}

/// The distance of a value from its bound in percent of the value; nothing on overflow.
fn distance(value: Fraction, bound: Fraction) -> Option<Fraction> {
    let apart = if value < bound { bound.minus(value) } else { value.minus(bound) }?;
    if apart.is_zero() {
        return Some(Fraction::ZERO);
    }
    let of = if value.is_negative() { Fraction::ZERO.minus(value)? } else { value };
    if of.is_zero() { Some(Fraction::whole(100)) } else { apart.times(Fraction::whole(100))?.over(of) }
}

/// The measures that are not in the set, and why.
fn left(candidates: &Candidates<'_>, problem: &Problem, model: &Model, masks: &[Mask]) -> Vec<LeftMeasure> {
    let mut useful = vec![0; candidates.pools.len()];
    for class in &model.classes {
        useful[class.pool] |= all(class);
    }
    let one = |code: &str, because| LeftMeasure { code: code.to_owned(), because };
    let mut left: Vec<LeftMeasure> = candidates.outside.iter().map(|(code, because)| one(code, *because)).collect();
    for (at, pool) in candidates.pools.iter().enumerate() {
        for (bit, candidate) in pool.measures.iter().enumerate().filter(|(bit, _)| masks[at] >> bit & 1 == 0) {
            let because = candidates.barred(problem, pool.subject, candidate).unwrap_or(match useful[at] >> bit & 1 {
                1 => LeftBecause::NotNeeded,
                _ => LeftBecause::Dominated,
            });
            left.push(one(&candidate.measure.code, because));
        }
    }
    left.sort_by(|a, b| a.code.cmp(&b.code));
    left
}
