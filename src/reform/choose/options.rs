//! From measures to options: which measures touch one another, which subsets matter, what each gives.

use super::candidates::{Candidate, Candidates, Gains, Pool};
use super::model::{Choice, Class, MOST, Mask, Model};
use super::{Objective, Problem, Wanted};
use crate::model::{Fraction, MeasureStatus, Metric};
use crate::reform::evaluate::counts;
use crate::reform::{Reached, Subject};
use crate::words::cost::CostWord;
use crate::words::{Fault, Message, Result};
use std::collections::HashMap;

/// Up to so many measures that touch one another, every subset is an option.
const EVERY_SUBSET: usize = 10;

/// What the model minimises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The effort.
    Effort,
    /// The cost saved, turned round.
    Saving,
    /// What one target reaches, turned round; it has no bound then.
    Target(usize),
}

impl Aim {
    /// What the objective of a problem comes to.
    pub fn of(problem: &Problem) -> Self {
        match problem.objective {
            Objective::LeastEffort => Self::Effort,
            Objective::GreatestSaving => Self::Saving,
        }
    }
}

/// Figures that do not fit.
pub(super) fn too_large() -> Fault {
    Fault::input(CostWord::SumTooLarge.said(&[]))
}

impl Wanted {
    /// Whether a regulation counts in it.
    fn counts(&self, subject: &Subject) -> bool {
        counts(self.metric, &self.kinds, subject) && self.is_of(subject)
    }

    /// Whether a regulation is of the agency that it is about.
    pub(super) fn is_of(&self, subject: &Subject) -> bool {
        self.agency.as_ref().is_none_or(|agency| subject.agency.as_ref() == Some(agency))
    }

    /// What must be reached of a baseline, in the unit of the metric.
    pub(super) fn needed(&self, baseline: Fraction) -> Fraction {
        self.amount.unwrap_or_else(|| baseline.percent(self.percent.unwrap_or_default()))
    }
}

/// Whether a metric asks only whether any measure does it.
fn is_flag(metric: Metric) -> bool {
    !matches!(metric, Metric::CostSaved | Metric::TimeSaved)
}

/// A group of measures on its way to a class.
struct Draft {
    pool: usize,
    masks: Vec<Mask>,
    /// Metrics that a class of their own counts_in, because more than one group can reach them.
    apart: Vec<Metric>,
    /// Rows that tie it to other groups, with what an option that takes anything adds.
    ties: Vec<(usize, Fraction)>,
    /// Rows that a metric kept apart adds to, with what an option that has it adds.
    credits: Vec<(usize, Metric)>,
    /// Rows of conflicts and precedences, with the measure and its sign.
    links: Vec<(usize, Mask, i64)>,
    /// A metric that this draft counts for all groups of its regulation: its options are "not" and "yes".
    counter: Option<Metric>,
}

/// Builds models over the same candidates.
pub(super) struct Builder<'g, 's> {
    candidates: &'g Candidates<'s>,
    problem: &'g Problem,
    aim: Aim,
    model: Model,
    drafts: Vec<Draft>,
    /// The row of each target, where it has one.
    targets: Vec<Option<usize>>,
    budget: Option<usize>,
    /// The independent groups of each pool.
    groups: Vec<Vec<Mask>>,
}

/// Builds the model of a problem.
///
/// # Errors
/// The figures do not fit.
pub(super) fn build(candidates: &Candidates<'_>, problem: &Problem, aim: Aim) -> Result<Model> {
    let mut builder = Builder {
        candidates,
        problem,
        aim,
        model: Model::default(),
        drafts: Vec::new(),
        targets: Vec::new(),
        budget: None,
        groups: Vec::new(),
    };
    builder.rows()?;
    for pool in 0..candidates.pools.len() {
        builder.pool(pool)?;
    }
    builder.links();
    builder.classes()?;
    Ok(builder.model)
}

impl Builder<'_, '_> {
    fn row(&mut self, bound: Fraction) -> usize {
        self.model.rows.push(bound);
        self.model.rows.len() - 1
    }

    /// The rows of targets and budget, less what is reached without choosing anything.
    fn rows(&mut self) -> Result<()> {
        for pool in &self.candidates.pools {
            let in_force = |candidate: &Candidate<'_>| {
                candidate.status == MeasureStatus::InForce
                    && self.candidates.barred(self.problem, pool.subject, candidate).is_none()
            };
            self.model.done.push(mask_of(pool, in_force));
        }
        for (at, wanted) in self.problem.targets.iter().enumerate() {
            let Reached { baseline, achieved } = self.candidates.reached(wanted, &self.model.done)?;
            let aside = wanted.percent.is_some() && baseline.is_zero();
            if self.aim == Aim::Target(at) || aside {
                self.targets.push(None);
                continue;
            }
            let bound = wanted.needed(baseline).minus(achieved).ok_or_else(too_large)?;
            let row = self.row(bound);
            self.targets.push(Some(row));
        }
        if let Some(budget) = self.problem.budget {
            let bound = Fraction::ZERO.minus(budget).ok_or_else(too_large)?;
            self.budget = Some(self.row(bound));
        }
        Ok(())
    }

    /// What a set of a pool gains together with what is in force.
    fn gains(&self, pool: usize, mask: Mask) -> Result<Gains> {
        self.candidates.pools[pool].gains(self.model.done[pool] | mask)
    }

    /// The metrics that count on a regulation.
    fn metrics(&self, subject: &Subject) -> Vec<Metric> {
        let wanted = self.problem.targets.iter().filter(|wanted| wanted.counts(subject)).map(|wanted| wanted.metric);
        let mut metrics: Vec<Metric> = wanted.collect();
        metrics.sort_unstable();
        metrics.dedup();
        metrics
    }

    /// Splits the measures of a pool into groups.
    fn pool(&mut self, at: usize) -> Result<()> {
        let pool = &self.candidates.pools[at];
        let done = self.model.done[at];
        let open =
            mask_of(pool, |candidate| self.candidates.barred(self.problem, pool.subject, candidate).is_none()) & !done;
        let required = mask_of(pool, |candidate| self.problem.require.contains(&candidate.measure.code));
        if required & !(open | done) != 0 {
            self.model.impossible = true;
        }
        let whole = mask_of(pool, |candidate| candidate.touches.all) & open;
        let parts = parts(pool, open & !whole);
        self.groups.push(parts.clone());
        if open == 0 {
            return Ok(());
        }
        let mut groups = parts;
        if whole != 0 {
            groups.push(whole);
        }
        let apart = self.shared_flags(at, &groups)?;
        let tied = whole != 0 && groups.len() > 1;
        if groups.len() > 1 && (tied || !apart.is_empty()) && open.count_ones() as usize <= self.candidates.merged {
            groups = vec![open];
        }
        let split = groups.len() > 1;
        if split && tied && open & (required | self.linked(at)) != 0 {
            // An option that drops the regulation stands alone there, so that a set with both is not looked at.
            self.model.bounded.push(pool.subject.code.clone());
        }
        let apart = if split { apart } else { Vec::new() };
        let credits: Vec<(usize, Metric)> = apart.iter().map(|metric| (self.row(Fraction::ZERO), *metric)).collect();
        for group in &groups {
            let alone = split && *group == whole;
            let (masks, bounded) = if alone { (singles(whole), false) } else { self.subsets(at, *group) };
            if bounded {
                self.model.bounded.push(pool.subject.code.clone());
            }
            let masks = masks.into_iter().filter(|mask| mask & group & required == group & required).collect();
            let (apart, credits) = (apart.clone(), credits.clone());
            self.drafts.push(Draft {
                pool: at,
                masks,
                apart,
                ties: Vec::new(),
                credits,
                links: Vec::new(),
                counter: None,
            });
        }
        if split && tied {
            let first = self.drafts.len() - groups.len();
            let minus_one = Fraction::whole(-1);
            for other in first..self.drafts.len() - 1 {
                let row = self.row(minus_one);
                for draft in [other, self.drafts.len() - 1] {
                    self.drafts[draft].ties.push((row, minus_one));
                }
            }
        }
        for (row, metric) in credits {
            let ties = vec![(row, Fraction::whole(-1))];
            self.drafts.push(Draft {
                pool: at,
                masks: vec![0, 0],
                apart: Vec::new(),
                ties,
                credits: Vec::new(),
                links: Vec::new(),
                counter: Some(metric),
            });
        }
        Ok(())
    }

    /// Metrics of the "any measure does it" kind that more than one group of a regulation reaches.
    fn shared_flags(&self, at: usize, groups: &[Mask]) -> Result<Vec<Metric>> {
        let pool = &self.candidates.pools[at];
        let mut shared = Vec::new();
        for metric in self.metrics(pool.subject).into_iter().filter(|metric| is_flag(*metric)) {
            if !self.gains(at, 0)?[metric as usize].is_zero() {
                continue;
            }
            let mut reaching = 0;
            for group in groups {
                let mut any = false;
                for one in singles(*group) {
                    any |= !self.gains(at, one)?[metric as usize].is_zero();
                }
                reaching += usize::from(any);
            }
            if reaching > 1 {
                shared.push(metric);
            }
        }
        Ok(shared)
    }

    /// The measures of a pool that a conflict or a precedence names.
    fn linked(&self, at: usize) -> Mask {
        let named = |code: &String| {
            self.problem.conflicts.iter().any(|c| c.measures.contains(code))
                || self.problem.precedences.iter().any(|p| p.measure == *code || p.needs.contains(code))
        };
        mask_of(&self.candidates.pools[at], |candidate| named(&candidate.measure.code))
    }

    /// The subsets of a group that are looked at, and whether these are not all: of large groups, the sets of up to two, those that
    /// lack at most one, and those that grow by the measure that saves most alone; each with what is required.
    fn subsets(&self, at: usize, group: Mask) -> (Vec<Mask>, bool) {
        if group.count_ones() as usize <= EVERY_SUBSET {
            let mut all = vec![0];
            let mut subset = group;
            while subset != 0 {
                all.push(subset);
                subset = (subset - 1) & group;
            }
            return (all, false);
        }
        let pool = &self.candidates.pools[at];
        let must = mask_of(pool, |candidate| self.problem.require.contains(&candidate.measure.code)) & group;
        let ones: Vec<Mask> = singles(group).into_iter().filter(|one| *one != 0).collect();
        let mut by_saving = ones.clone();
        let saving =
            |one: &Mask| self.gains(at, *one).map(|gains| gains[Metric::CostSaved as usize]).unwrap_or_default();
        by_saving.sort_by_cached_key(|one| std::cmp::Reverse(saving(one)));
        let growing = by_saving.iter().scan(0, |grown, one| {
            *grown |= one;
            Some(*grown)
        });
        let pairs = ones.iter().flat_map(|a| ones.iter().map(move |b| a | b));
        let lacking = ones.iter().map(|one| group & !one);
        let mut masks: Vec<Mask> =
            [0, group].into_iter().chain(pairs).chain(lacking).chain(growing).map(|mask| mask | must).collect();
        masks.sort_unstable();
        masks.dedup();
        (masks, true)
    }

    /// Conflicts and precedences: options of one group that break them are not there; between groups they are rows.
    fn links(&mut self) {
        let mut place: HashMap<&str, (usize, Mask)> = HashMap::new();
        let mut open = vec![0; self.candidates.pools.len()];
        for (draft, group) in self.drafts.iter().enumerate() {
            let all = group.masks.iter().fold(0, |all, mask| all | mask);
            open[group.pool] |= all;
            let pool = &self.candidates.pools[group.pool];
            for at in (0..pool.measures.len()).filter(|at| all >> at & 1 == 1) {
                place.insert(&pool.measures[at].measure.code, (draft, 1 << at));
            }
        }
        let done: Vec<&str> = self
            .candidates
            .pools
            .iter()
            .zip(&self.model.done)
            .flat_map(|(pool, done)| pool.chosen(*done).map(|candidate| candidate.measure.code.as_str()))
            .collect();
        for conflict in &self.problem.conflicts {
            let mut codes: Vec<&str> = conflict.measures.iter().map(String::as_str).collect();
            codes.sort_unstable();
            codes.dedup();
            let in_force = codes.iter().filter(|code| done.contains(code)).count();
            let places: Vec<(usize, Mask)> = codes.iter().filter_map(|code| place.get(code).copied()).collect();
            let (places, room) = (places, 1 - i64::try_from(in_force).unwrap_or(i64::MAX));
            if room < 0 {
                self.model.impossible = true;
            }
            let terms: Vec<(usize, Mask, i64)> = places.into_iter().map(|(draft, bit)| (draft, bit, -1)).collect();
            self.link(&terms, -room);
        }
        for precedence in &self.problem.precedences {
            let asked_in_force = done.contains(&precedence.measure.as_str());
            let asked = place.get(precedence.measure.as_str()).map(|(draft, bit)| (*draft, *bit, -1));
            for needed in precedence.needs.iter().map(String::as_str).filter(|needed| !done.contains(needed)) {
                let terms: Vec<(usize, Mask, i64)> =
                    asked.into_iter().chain(place.get(needed).map(|(draft, bit)| (*draft, *bit, 1))).collect();
                self.link(&terms, i64::from(asked_in_force));
            }
        }
    }

    /// The sum of the signs of the measures taken must reach a bound.
    fn link(&mut self, terms: &[(usize, Mask, i64)], bound: i64) {
        let sum = |mask: Mask, draft: usize| -> i64 {
            terms.iter().filter(|(of, bit, _)| *of == draft && mask & bit != 0).map(|(.., sign)| sign).sum()
        };
        let mut drafts: Vec<usize> = terms.iter().map(|(draft, ..)| *draft).collect();
        drafts.sort_unstable();
        drafts.dedup();
        match drafts.as_slice() {
            [] => self.model.impossible |= bound > 0,
            [one] => {
                let kept = |mask: &Mask| sum(*mask, *one) >= bound;
                self.drafts[*one].masks.retain(kept);
            }
            several => {
                let row = self.row(Fraction::whole(bound));
                for (draft, bit, sign) in terms.iter().filter(|(draft, ..)| several.contains(draft)) {
                    self.drafts[*draft].links.push((row, *bit, *sign));
                }
            }
        }
    }

    /// Turns the drafts into classes, without options that others make needless.
    fn classes(&mut self) -> Result<()> {
        for draft in std::mem::take(&mut self.drafts) {
            let options = draft.masks.iter().enumerate().map(|(at, mask)| self.option(&draft, at, *mask));
            let mut class = Class { pool: draft.pool, options: options.collect::<Result<_>>()? };
            self.model.impossible |= class.options.is_empty();
            class.prune();
            self.model.classes.push(class);
        }
        Ok(())
    }

    fn option(&self, draft: &Draft, at: usize, mask: Mask) -> Result<Choice> {
        let pool = &self.candidates.pools[draft.pool];
        let mut effect = [Fraction::ZERO; Metric::ALL.len()];
        let takes = match draft.counter {
            None => {
                effect = self.effect(draft.pool, mask)?;
                mask != 0
            }
            Some(metric) => {
                effect[metric as usize] = Fraction::whole(i64::from(at == 1));
                at == 1
            }
        };
        let mut gains: Vec<(usize, Fraction)> = Vec::new();
        gains.extend(draft.ties.iter().filter(|_| takes).copied());
        for (row, metric) in &draft.credits {
            gains.push((*row, effect[*metric as usize]));
        }
        draft.apart.iter().for_each(|metric| effect[*metric as usize] = Fraction::ZERO);
        let links = draft.links.iter().filter(|(_, bit, _)| mask & bit != 0);
        gains.extend(links.map(|(row, _, sign)| (*row, Fraction::whole(*sign))));
        let targets = self.problem.targets.iter().zip(&self.targets).filter(|(wanted, _)| wanted.counts(pool.subject));
        gains.extend(targets.filter_map(|(wanted, row)| Some(((*row)?, effect[wanted.metric as usize]))));
        let effort = pool.effort(mask)?;
        let minus = |value: Fraction| Fraction::ZERO.minus(value).ok_or_else(|| pool.too_large());
        if let Some(row) = self.budget {
            gains.push((row, minus(effort)?));
        }
        let cost = match self.aim {
            Aim::Effort => effort,
            Aim::Saving => minus(effect[Metric::CostSaved as usize])?,
            Aim::Target(target) => match &self.problem.targets[target] {
                wanted if wanted.counts(pool.subject) => minus(effect[wanted.metric as usize])?,
                _ => Fraction::ZERO,
            },
        };
        Ok(Choice { mask, cost, gains: summed(gains).ok_or_else(|| pool.too_large())? })
    }

    /// What a set adds to what is in force. Groups that touch nothing in common are computed apart and added up.
    fn effect(&self, at: usize, mask: Mask) -> Result<Gains> {
        let pool = &self.candidates.pools[at];
        let base = self.gains(at, 0)?;
        let parts: Vec<Mask> = self.groups[at].iter().map(|part| part & mask).filter(|part| *part != 0).collect();
        let covered = parts.iter().fold(0, |all, part| all | part) == mask;
        let parts = if covered { parts } else { vec![mask] };
        let mut effect = [Fraction::ZERO; Metric::ALL.len()];
        for part in parts {
            let gains = self.gains(at, part)?;
            for (metric, (sum, (gain, base))) in Metric::ALL.iter().zip(effect.iter_mut().zip(gains.iter().zip(&base)))
            {
                let added = gain.minus(*base).ok_or_else(|| pool.too_large())?;
                *sum =
                    if is_flag(*metric) { added.max(*sum) } else { sum.plus(added).ok_or_else(|| pool.too_large())? };
            }
        }
        Ok(effect)
    }
}

/// The measures of a pool that answer to a condition.
fn mask_of<'s>(pool: &Pool<'s>, mut condition: impl FnMut(&Candidate<'s>) -> bool) -> Mask {
    let bits = pool.measures.iter().enumerate().filter(|(_, candidate)| condition(candidate)).map(|(at, _)| 1 << at);
    bits.fold(0, |mask: Mask, bit: Mask| mask | bit)
}

/// The empty set and each measure of a set alone.
fn singles(mask: Mask) -> Vec<Mask> {
    [0].into_iter().chain((0..MOST).map(|at| 1 << at).filter(|bit| mask & bit != 0)).collect()
}

/// Splits measures into groups that touch nothing in common.
fn parts(pool: &Pool<'_>, open: Mask) -> Vec<Mask> {
    let mut parts: Vec<Mask> = Vec::new();
    for at in (0..pool.measures.len()).filter(|at| open >> at & 1 == 1) {
        let touches = &pool.measures[at].touches;
        let meets = |part: Mask| pool.chosen(part).any(|other| other.touches.meet(touches));
        let (met, apart): (Vec<Mask>, Vec<Mask>) = parts.into_iter().partition(|part| meets(*part));
        parts = apart;
        parts.push(met.into_iter().fold(1 << at, |all, part| all | part));
    }
    parts
}

/// Gains by row, summed, without zeros.
fn summed(mut gains: Vec<(usize, Fraction)>) -> Option<Vec<(usize, Fraction)>> {
    gains.sort_by_key(|(row, _)| *row);
    let mut sums: Vec<(usize, Fraction)> = Vec::with_capacity(gains.len());
    for (row, gain) in gains {
        match sums.last_mut() {
            Some((last, sum)) if *last == row => *sum = sum.plus(gain)?,
            _ => sums.push((row, gain)),
        }
    }
    sums.retain(|(_, gain)| !gain.is_zero());
    Some(sums)
}
