//! What can be chosen from: the measures by regulation, and the exact effect of every subset that is asked for.

use super::model::{MERGED, MOST, Mask};
use super::options::too_large;
use super::{LeftBecause, Problem, Wanted};
use crate::model::{Fraction, Measure, MeasureStatus, Metric, Stage};
use crate::reform::engine::{Touches, Work};
use crate::reform::evaluate::Aimed;
use crate::reform::{ByKind, Outcome, Reached, Register, Snapshot, Subject};
use crate::text::{Lang, date};
use crate::words::choose::ChooseWord as Say;
use crate::words::reform::ReformWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// What a set gains on one regulation, by metric (`metric as usize`), in the unit of the metric.
pub(super) type Gains = [Fraction; Metric::ALL.len()];

/// The workspace as choosing sees it.
pub(super) struct Candidates<'s> {
    pub snapshot: &'s Snapshot,
    pub register: &'s Register,
    /// The regulations at which measures aim.
    pub pools: Vec<Pool<'s>>,
    /// Measures that no problem can choose.
    pub outside: Vec<(&'s str, LeftBecause)>,
    /// Up to so many measures on one regulation become one group where their groups are tied.
    pub merged: usize,
}

/// A regulation and the measures that aim at it.
pub(super) struct Pool<'s> {
    pub subject: &'s Subject,
    pub measures: Vec<Candidate<'s>>,
    aimed: Aimed,
    outcomes: RefCell<HashMap<Mask, Outcome>>,
}

/// A measure that may be an option.
pub(super) struct Candidate<'s> {
    pub measure: &'s Measure,
    pub status: MeasureStatus,
    /// Rank of the level at which it acts.
    pub rank: u32,
    pub effort: Fraction,
    /// What it touches of its regulation. Measures that touch nothing in common add up.
    pub touches: Touches,
    /// Its place in the order of application.
    place: usize,
}

impl<'s> Candidates<'s> {
    /// The measures as of a day, over what the problem measures against.
    pub fn new(snapshot: &'s Snapshot, problem: &Problem, as_of: Date) -> Self {
        let register = problem.register(snapshot);
        let mut outside = Vec::new();
        let mut by_regulation: BTreeMap<&str, Vec<Candidate<'s>>> = BTreeMap::new();
        for measure in &snapshot.measures {
            let code = measure.code.as_str();
            let kind = snapshot.kinds.get(&measure.kind);
            if register.find(&measure.regulation).is_none() {
                outside.push((code, LeftBecause::OutsideBaseline));
                continue;
            }
            let Some(status) = measure.status_on(as_of).filter(|status| status.counts_at(Stage::Planned)) else {
                outside.push((code, LeftBecause::Stage));
                continue;
            };
            let told = snapshot.levels.of_measure(measure, kind).zip(snapshot.levels.effort(measure, kind));
            let (rank, effort) = match told {
                Some((level, effort)) => (level.rank, effort),
                // What is done takes no effort, whatever its level.
                None if status == MeasureStatus::InForce => (0, Fraction::ZERO),
                None => {
                    outside.push((code, LeftBecause::NoLevel));
                    continue;
                }
            };
            let pool = by_regulation.entry(&measure.regulation).or_default();
            if pool.len() == MOST {
                outside.push((code, LeftBecause::Crowded));
                continue;
            }
            pool.push(Candidate { measure, status, rank, effort, touches: Touches::default(), place: 0 });
        }
        let pools = by_regulation.into_iter().filter_map(|(code, mut measures)| {
            measures.sort_by(|a, b| a.measure.code.cmp(&b.measure.code));
            let subject = register.find(code)?;
            let all: Vec<&Measure> = measures.iter().map(|candidate| candidate.measure).collect();
            let aimed = Aimed::new(subject, &all, snapshot);
            for candidate in &mut measures {
                candidate.place = aimed.place(&candidate.measure.code)?;
                candidate.touches = aimed.touches(candidate.place);
            }
            Some(Pool { subject, measures, aimed, outcomes: RefCell::default() })
        });
        Self { snapshot, register, pools: pools.collect(), outside, merged: MERGED }
    }

    /// What sets reach of a target, computed on the sets, one a pool; without sets, what stands before any measure.
    ///
    /// # Errors
    /// The figures do not fit.
    pub fn reached(&self, wanted: &Wanted, sets: &[Mask]) -> Result<Reached> {
        let mut sums = ByKind::default();
        let mut aimed_at = self.pools.iter().zip(sets).peekable();
        for subject in &self.register.subjects {
            let pool = aimed_at.next_if(|(pool, _)| pool.subject.code == subject.code);
            if !wanted.is_of(subject) {
                continue;
            }
            let before = Outcome::untouched(subject);
            let after = match pool {
                Some((pool, set)) => pool.outcome(*set)?,
                None => before,
            };
            sums.of_mut(subject.kind).add(&before, &after);
        }
        sums.reached(wanted.metric, &wanted.kinds).ok_or_else(too_large)
    }

    /// A required measure that no set can have, whatever else is given up, is told before the search: else the search would find that
    /// nothing can be reached, and not why.
    ///
    /// # Errors
    /// Bad input, saying what became of the measure.
    pub fn check_required(&self, problem: &Problem, as_of: Date) -> Result<()> {
        let Some((code, because)) = self.outside.iter().find(|(code, _)| problem.require.iter().any(|r| r == code))
        else {
            return Ok(());
        };
        let measure = self.snapshot.measures.iter().find(|measure| measure.code == *code);
        let step =
            measure.and_then(|m| m.statuses.iter().filter(|step| step.date <= as_of).max_by_key(|step| step.date));
        let said = |word: Say, day: Date| word.said_by(|lang: Lang| vec![(*code).to_owned(), date::short(day, lang)]);
        Err(match (because, step) {
            (LeftBecause::Stage, Some(step)) => {
                let word = if step.status == MeasureStatus::Withdrawn {
                    Say::RequiredWithdrawn
                } else {
                    Say::RequiredRejected
                };
                Fault::input(said(word, step.date)).hint(Say::RequiredDroppedHint.said(&[code]))
            }
            (LeftBecause::Stage, None) => Fault::input(said(Say::RequiredLater, as_of)),
            (LeftBecause::OutsideBaseline, _) => {
                Fault::input(Say::RequiredOutside.said(&[code, &measure.map_or("", |m| m.regulation.as_str())]))
            }
            (LeftBecause::NoLevel, _) => {
                Fault::input(Say::RequiredNoLevel.said(&[code])).hint(Say::RequiredNoLevelHint.said(&[code]))
            }
            _ => Fault::input(Say::RequiredCrowded.said(&[code, &MOST])),
        })
    }

    /// Why a problem cannot choose a measure; nothing when it can.
    pub fn barred(&self, problem: &Problem, subject: &Subject, option: &Candidate<'_>) -> Option<LeftBecause> {
        let measure = option.measure;
        let among = |all: &[String], one: &str| all.is_empty() || all.iter().any(|each| each == one);
        let highest = problem.max_level.as_deref().and_then(|id| self.snapshot.levels.find(id));
        let barred = [
            (problem.exclude.contains(&measure.code), LeftBecause::Excluded),
            (!option.status.counts_at(problem.stage), LeftBecause::Stage),
            (!among(&problem.agencies, subject.agency.as_deref().unwrap_or_default()), LeftBecause::Agency),
            (!among(&problem.kinds, &measure.kind), LeftBecause::Kind),
            (highest.is_some_and(|level| option.rank > level.rank), LeftBecause::Level),
            (problem.due_by.is_some_and(|day| measure.due.is_none_or(|due| due > day)), LeftBecause::Due),
        ];
        // What is in force is done: only leaving it out by name takes it away.
        let looked_at = if option.status == MeasureStatus::InForce { 1 } else { barred.len() };
        barred.into_iter().take(looked_at).find(|(barred, _)| *barred).map(|(_, because)| because)
    }
}

impl Pool<'_> {
    /// The regulation after a set of its measures.
    ///
    /// # Errors
    /// The figures do not fit.
    pub fn outcome(&self, mask: Mask) -> Result<Outcome> {
        if let Some(known) = self.outcomes.borrow().get(&mask) {
            return Ok(*known);
        }
        let on = |place| self.chosen(mask).any(|candidate| candidate.place == place);
        let outcome = self.aimed.after(on, &mut Work::default()).ok_or_else(|| self.too_large())?;
        self.outcomes.borrow_mut().insert(mask, outcome);
        Ok(outcome)
    }

    /// What a set of its measures gains, computed on the set.
    ///
    /// # Errors
    /// The figures do not fit.
    pub fn gains(&self, mask: Mask) -> Result<Gains> {
        let (before, after) = (Outcome::untouched(self.subject), self.outcome(mask)?);
        let mut gains = Gains::default();
        for metric in Metric::ALL {
            gains[*metric as usize] = before.gained(*metric, &after);
        }
        Ok(gains)
    }

    /// The effort of a set; measures in force take none.
    ///
    /// # Errors
    /// The figures do not fit.
    pub fn effort(&self, mask: Mask) -> Result<Fraction> {
        let mut open = self.chosen(mask).filter(|option| option.status != MeasureStatus::InForce);
        open.try_fold(Fraction::ZERO, |sum, option| sum.plus(option.effort)).ok_or_else(|| self.too_large())
    }

    /// The measures of a set.
    pub fn chosen(&self, mask: Mask) -> impl Iterator<Item = &Candidate<'_>> {
        self.measures.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1).map(|(_, option)| option)
    }

    /// A fault that names the regulation.
    pub fn too_large(&self) -> Fault {
        Fault::input(ReformWord::TooLarge.said(&[&self.subject.code]))
    }
}
