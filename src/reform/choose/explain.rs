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
    watch: Watch<'d>,
    /// When to stop trying, on the watch.
    until: f64,
    /// What ended a search before it told.
    stopped: Option<Limit>,
}

/// Finds out why a problem has no set, in the time that the search for one left: half of it for the constraints that stand against each
/// other, the rest for how near one gets.
pub(super) fn why(candidates: &Candidates<'_>, problem: &Problem, watch: Watch<'_>) -> Result<Unreachable> {
    let end = f64::from(problem.seconds);
    let mut doubt = Doubt { candidates, problem, watch, until: watch().midpoint(end), stopped: None };
    let (any_of, core) = doubt.culprits()?;
    let stopped = doubt.stopped;
    let mut nearest = Vec::with_capacity(problem.targets.len());
    for target in 0..problem.targets.len() {
        let now = watch();
        #[allow(clippy::cast_precision_loss)]
        let share = (end - now) / (problem.targets.len() - target) as f64;
        doubt.until = now + share;
        nearest.push(doubt.nearest(target)?);
    }
    Ok(Unreachable { problem: problem.clone(), any_of, core, stopped, nearest, seconds: watch() })
}

impl Doubt<'_, '_> {
    /// Whether there is a set when only some of the constraints hold; nothing when the search for one ended before it told.
    fn possible(&mut self, kept: &[Constraint]) -> Result<Option<bool>> {
        let given_up: Vec<Constraint> =
            self.problem.constraints().into_iter().filter(|constraint| !kept.contains(constraint)).collect();
        let left = || self.until - (self.watch)();
        if self.stopped == Some(Limit::Time) || left() <= 0.0 {
            self.stopped = Some(Limit::Time);
            return Ok(None);
        }
        let model = build(self.candidates, &self.problem.without(&given_up), Aim::Effort)?;
        let optimum = optimise(&model, Fraction::whole(ANY), &left)?;
        Ok(if optimum.taken.is_some() {
            Some(true)
        } else if optimum.impossible() {
            Some(false)
        } else {
            self.stopped = Some(optimum.limit.unwrap_or(Limit::Time));
            None
        })
    }

    /// The constraints of which giving up one is enough, and an irreducible set of constraints that stand against each other.
    fn culprits(&mut self) -> Result<(Vec<Constraint>, Vec<Constraint>)> {
        let all = self.problem.constraints();
        // Giving up the exclusion of a measure in force brings it back whatever else holds, so that less may be possible then.
        let (mut core, others): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|one| self.brings_back(one));
        let back = !core.is_empty();
        core.extend(self.against(&core, back, &others)?);
        core.sort_by_key(|one| all.iter().position(|other| other == one));
        // Without it all is well, so it is part of every core.
        let mut any_of = Vec::new();
        for constraint in &core {
            let kept: Vec<Constraint> = all.iter().filter(|one| *one != constraint).cloned().collect();
            if self.possible(&kept)? == Some(true) {
                any_of.push(constraint.clone());
            }
        }
        let mut at = 0;
        while back && at < core.len() {
            let gone = core.remove(at);
            if self.possible(&core)? == Some(false) {
                at = 0;
            } else {
                core.insert(at, gone);
                at += 1;
            }
        }
        Ok((any_of, core))
    }

    /// Of constraints that cannot be met together with those that hold, the fewest that already cannot, those that come first if there is
    /// a choice: the analyst's own restrictions come last, so that the targets which they do not touch fall out. Found by halves, so that
    /// a few among many take few searches (U. Junker, `QuickXplain`, AAAI 2004). Where a search does not tell, more are kept.
    fn against(&mut self, hold: &[Constraint], new: bool, rest: &[Constraint]) -> Result<Vec<Constraint>> {
        if rest.is_empty() || (new && self.possible(hold)? == Some(false)) {
            return Ok(Vec::new());
        }
        if let [one] = rest {
            return Ok(vec![one.clone()]);
        }
        let (first, last) = rest.split_at(rest.len() / 2);
        let of_last = self.against(&[hold, first].concat(), true, last)?;
        let of_first = self.against(&[hold, of_last.as_slice()].concat(), !of_last.is_empty(), first)?;
        Ok([of_first, of_last].concat())
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
        let end = self.until;
        let middle = if others.is_empty() { end } else { (self.watch)().midpoint(end) };
        let (alone, proven) = self.most(&self.problem.without(&others), 0, middle)?;
        let (with_others, proven_too) =
            if others.is_empty() { (alone, proven) } else { self.most(self.problem, target, end)? };
        let wanted = wanted.clone();
        let needed = wanted.needed(baseline);
        Ok(Nearest { wanted, baseline, needed, alone, with_others, proven: proven && proven_too })
    }

    /// The most that is reached of a target of a problem under its other constraints, and whether that is proven.
    fn most(&self, problem: &Problem, target: usize, until: f64) -> Result<(Option<Fraction>, bool)> {
        let model = build(self.candidates, problem, Aim::Target(target))?;
        let optimum = optimise(&model, Fraction::ZERO, &|| until - (self.watch)())?;
        let Some(taken) = &optimum.taken else { return Ok((None, optimum.impossible())) };
        let reached = self.candidates.reached(&problem.targets[target], &solution::masks(&model, taken))?.achieved;
        let cost = model.classes.iter().zip(taken).map(|(class, at)| class.options[*at].cost);
        let mut sum = crate::cost::Sum::default();
        cost.for_each(|cost| sum.add_fraction(cost));
        Ok((Some(reached), sum.total() == optimum.bound))
    }
}
