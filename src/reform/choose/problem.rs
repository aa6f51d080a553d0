//! The question: what must be reached, what may be chosen from, what must hold.

use crate::model::{Fraction, Metric, Programme, RegulationKind, Stage};
use crate::reform::Snapshot;
use crate::words::choose::ChooseWord as Say;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

crate::words::named! {
    /// What the best set is.
    Objective {
        /// The set that reaches the targets with the least effort.
        LeastEffort = "least_effort",
        /// The set that saves the most compliance cost within a budget of effort.
        GreatestSaving = "greatest_saving",
    }
}

/// Which set of measures is looked for. What is left out does not restrict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Problem {
    /// The programme whose frozen baseline is measured against, and whose targets are wanted when none is named here; the living
    /// catalogue when nothing, or when it is not frozen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// What the best set is.
    pub objective: Objective,
    /// The most effort that the set may take, in points; measures in force take none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Fraction>,
    /// Measures of which stage may be chosen: all planned ones, the approved, or those in force.
    pub stage: Stage,
    /// Only measures at or below this level of instruments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_level: Option<String>,
    /// Only measures that are due by this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_by: Option<Date>,
    /// Only measures on regulations of these agencies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<String>,
    /// Only these kinds of measure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Measures that must not be chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
    /// Measures that must be chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub require: Vec<String>,
    /// How long to search, in seconds.
    pub seconds: u32,
    /// With how much of a gap to the best possible to be content, in percent of the result.
    pub gap: Fraction,
    /// What must be reached.
    #[serde(rename = "target", skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Wanted>,
    /// Measures of which at most one may be chosen.
    #[serde(rename = "conflict", skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Measures that may be chosen only with others.
    #[serde(rename = "precedence", skip_serializing_if = "Vec::is_empty")]
    pub precedences: Vec<Precedence>,
}

impl Default for Problem {
    fn default() -> Self {
        Self {
            programme: None,
            objective: Objective::LeastEffort,
            budget: None,
            stage: Stage::Planned,
            max_level: None,
            due_by: None,
            agencies: Vec::new(),
            kinds: Vec::new(),
            exclude: Vec::new(),
            require: Vec::new(),
            seconds: 60,
            gap: Fraction::ZERO,
            targets: Vec::new(),
            conflicts: Vec::new(),
            precedences: Vec::new(),
        }
    }
}

/// One thing to reach: a metric over all regulations that count, or over those of an agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// What is measured.
    pub metric: Metric,
    /// What must be reached, in percent of the baseline; either this or the amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Fraction>,
    /// What must be reached, in the unit of the metric: regulations, đồng a year, or working hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Fraction>,
    /// Only regulations of this agency count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Only these kinds of regulation count; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<RegulationKind>,
}

impl Wanted {
    /// So many percent of the baseline of a metric.
    pub fn percent(metric: Metric, percent: Fraction) -> Self {
        Self { metric, percent: Some(percent), amount: None, agency: None, kinds: Vec::new() }
    }

    /// # Errors
    /// Bad input when it does not say how much, or says it twice, or less than nothing.
    pub fn check(&self) -> Result<()> {
        match (self.percent, self.amount) {
            (Some(percent), None) if percent > Fraction::whole(100) => {
                Err(Fault::input(Say::OverWhole.said(&[&self.metric, &percent])))
            }
            (Some(number), None) | (None, Some(number)) if !number.is_negative() => Ok(()),
            (Some(_), None) | (None, Some(_)) => Err(Fault::input(Say::NegativeTarget.said(&[&self.metric]))),
            _ => Err(Fault::input(Say::PercentOrAmount.said(&[&self.metric]))),
        }
    }
}

/// Measures of which at most one may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Their codes.
    pub measures: Vec<String>,
}

/// A measure that may be chosen only with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precedence {
    /// Its code.
    pub measure: String,
    /// The codes of all that it needs.
    pub needs: Vec<String>,
}

/// One constraint of a problem, by name, so that it can be given up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Constraint {
    /// The target at a place in the list.
    Target(usize),
    /// The budget of effort.
    Budget,
    /// The stage.
    Stage,
    /// The highest level.
    Level,
    /// The due date.
    Due,
    /// The choice of agencies.
    Agencies,
    /// The choice of kinds.
    Kinds,
    /// One measure must not be chosen.
    Exclude(String),
    /// One measure must be chosen.
    Require(String),
    /// The conflict at a place in the list.
    Conflict(usize),
    /// The precedence at a place in the list.
    Precedence(usize),
}

impl Problem {
    /// The problem with the targets of its programme where it wants the least effort and names none.
    ///
    /// # Errors
    /// Bad input: what it names is not there, or it does not say what is wanted.
    pub fn settled(&self, snapshot: &Snapshot) -> Result<Self> {
        let mut settled = self.clone();
        let programme = self.programme(snapshot)?;
        if let (Objective::LeastEffort, true, Some(programme)) = (self.objective, self.targets.is_empty(), programme) {
            settled.targets = programme
                .targets
                .iter()
                .map(|target| Wanted {
                    metric: target.metric,
                    percent: Some(target.percent),
                    amount: None,
                    agency: None,
                    kinds: target.kinds.clone(),
                })
                .collect();
        }
        settled.check(snapshot)?;
        Ok(settled)
    }

    fn programme<'s>(&self, snapshot: &'s Snapshot) -> Result<Option<&'s Programme>> {
        let Some(code) = &self.programme else { return Ok(None) };
        let found = snapshot.programmes.iter().find(|p| p.code == *code);
        let known = || join(snapshot.programmes.iter().map(|p| p.code.as_str()));
        found.map(Some).ok_or_else(|| Fault::missing(Say::UnknownProgramme.said(&[code, &known()])))
    }

    fn check(&self, snapshot: &Snapshot) -> Result<()> {
        match self.objective {
            Objective::LeastEffort if self.targets.is_empty() => {
                let known = join(snapshot.programmes.iter().map(|p| p.code.as_str()));
                return Err(Fault::input(Say::NoTargets.said(&[])).hint(Say::NoTargetsHint.said(&[&known])));
            }
            Objective::GreatestSaving if self.budget.is_none() => {
                return Err(Fault::input(Say::NoBudget.said(&[])).hint(Say::NoBudgetHint.said(&[])));
            }
            _ => {}
        }
        for number in [self.budget, Some(self.gap)].into_iter().flatten() {
            if number.is_negative() {
                return Err(Fault::input(Say::Negative.said(&[&number])));
            }
        }
        if let Some(level) = &self.max_level
            && snapshot.levels.find(level).is_none()
        {
            let known = join(snapshot.levels.all().map(|l| l.id.as_str()));
            return Err(Fault::input(Say::UnknownLevel.said(&[level, &known])));
        }
        if let Some(kind) = self.kinds.iter().find(|kind| !snapshot.kinds.contains_key(*kind)) {
            let known = join(snapshot.kinds.keys().map(String::as_str));
            return Err(Fault::input(Say::UnknownKind.said(&[kind, &known])));
        }
        self.check_measures(snapshot)?;
        self.check_targets(snapshot)
    }

    fn check_measures(&self, snapshot: &Snapshot) -> Result<()> {
        let codes: HashSet<&str> = snapshot.measures.iter().map(|m| m.code.as_str()).collect();
        let linked = self.conflicts.iter().flat_map(|c| &c.measures);
        let linked = linked.chain(self.precedences.iter().flat_map(|p| p.needs.iter().chain([&p.measure])));
        match self.exclude.iter().chain(&self.require).chain(linked).find(|code| !codes.contains(code.as_str())) {
            Some(code) => {
                Err(Fault::input(StoreMessage::NoMeasure.said(&[code])).hint(Say::UnknownMeasureHint.said(&[])))
            }
            None => Ok(()),
        }
    }

    fn check_targets(&self, snapshot: &Snapshot) -> Result<()> {
        let register = self.register(snapshot);
        let agencies: HashSet<&str> = register.subjects.iter().filter_map(|s| s.agency.as_deref()).collect();
        let named = self.agencies.iter().chain(self.targets.iter().filter_map(|t| t.agency.as_ref()));
        if let Some(agency) = named.into_iter().find(|agency| !agencies.contains(agency.as_str())) {
            return Err(Fault::input(Say::UnknownAgency.said(&[agency])).hint(Say::UnknownAgencyHint.said(&[])));
        }
        self.targets.iter().try_for_each(Wanted::check)
    }

    /// What is measured against: the frozen baseline of the programme, else the living catalogue.
    pub fn register<'s>(&self, snapshot: &'s Snapshot) -> &'s crate::reform::Register {
        snapshot.measured_by(self.programme.as_deref())
    }

    /// Every constraint that it states.
    pub fn constraints(&self) -> Vec<Constraint> {
        let mut all: Vec<Constraint> = (0..self.targets.len()).map(Constraint::Target).collect();
        let stated = [
            (self.budget.is_some(), Constraint::Budget),
            (self.stage != Stage::Planned, Constraint::Stage),
            (self.max_level.is_some(), Constraint::Level),
            (self.due_by.is_some(), Constraint::Due),
            (!self.agencies.is_empty(), Constraint::Agencies),
            (!self.kinds.is_empty(), Constraint::Kinds),
        ];
        all.extend(stated.into_iter().filter(|(stated, _)| *stated).map(|(_, constraint)| constraint));
        all.extend(self.exclude.iter().cloned().map(Constraint::Exclude));
        all.extend(self.require.iter().cloned().map(Constraint::Require));
        all.extend((0..self.conflicts.len()).map(Constraint::Conflict));
        all.extend((0..self.precedences.len()).map(Constraint::Precedence));
        all
    }

    /// The problem without some of its constraints.
    #[must_use]
    pub fn without(&self, given_up: &[Constraint]) -> Self {
        let gone = |constraint: Constraint| given_up.contains(&constraint);
        fn kept<T: Clone>(all: &[T], gone: impl Fn(usize) -> bool) -> Vec<T> {
            all.iter().enumerate().filter(|(at, _)| !gone(*at)).map(|(_, one)| one.clone()).collect()
        }
        let mut left = self.clone();
        left.targets = kept(&self.targets, |at| gone(Constraint::Target(at)));
        left.conflicts = kept(&self.conflicts, |at| gone(Constraint::Conflict(at)));
        left.precedences = kept(&self.precedences, |at| gone(Constraint::Precedence(at)));
        left.exclude.retain(|code| !gone(Constraint::Exclude(code.clone())));
        left.require.retain(|code| !gone(Constraint::Require(code.clone())));
        for constraint in given_up {
            match constraint {
                Constraint::Budget => left.budget = None,
                Constraint::Stage => left.stage = Stage::Planned,
                Constraint::Level => left.max_level = None,
                Constraint::Due => left.due_by = None,
                Constraint::Agencies => left.agencies.clear(),
                Constraint::Kinds => left.kinds.clear(),
                _ => {}
            }
        }
        left
    }
}

fn join<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
