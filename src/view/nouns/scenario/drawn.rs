//! What is drawn for a scenario: which measures, over which register, with what uncertainty.

use super::Source;
use crate::desk::{named_programmes, named_scenario};
use crate::model::scenario::is_reserved;
use crate::model::{Programme, Scenario, Target, Uncertain, Uncertainty};
use crate::reform::chance::{Case, Question};
use crate::reform::{Register, Subject};
use crate::store::UncertainSnapshot;
use crate::text::{Lang, date, number};
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Message, Result, Said};
use std::collections::HashSet;

/// What was asked for, loaded.
pub(super) struct Asked {
    pub(super) loaded: UncertainSnapshot,
    targets: Vec<(String, Target)>,
    /// The programmes whose targets are not asked for, as they are measured over something else.
    apart: Vec<String>,
    /// The set, stored or special.
    pub(super) scenario: Scenario,
    /// The programme whose frozen baseline it is computed over.
    frozen: Option<String>,
    /// The programme that was named, or that the scenario names; its targets are asked for, those of all without a frozen baseline when
    /// nothing.
    pub(super) programme: Option<String>,
}

impl Asked {
    /// Loads what draws compute on.
    pub(super) fn read(from: &Source<'_>, scenario: &str, programme: Option<&str>) -> Result<Self> {
        let reader = from.reader;
        let scenario = named_scenario(reader, &reader.measures()?, scenario, from.day, from.lang)?;
        Self::of(from, scenario, programme)
    }

    /// Loads what draws compute on for a set that is given.
    pub(super) fn of(from: &Source<'_>, scenario: Scenario, programme: Option<&str>) -> Result<Self> {
        let reader = from.reader;
        let programme = programme.map(str::to_owned).or_else(|| scenario.programme.clone());
        let baselines = reader.baselines()?;
        let frozen = programme.clone().filter(|code| baselines.iter().any(|(programme, _)| programme == code));
        let loaded = reader.snapshot_with_uncertainty(from.day, frozen.as_deref())?;
        let chosen = named_programmes(&loaded.snapshot.programmes, programme.as_deref())?;
        // What a programme measures against a baseline or a scope of its own is not what is drawn here.
        let fits = |p: &&&Programme| {
            programme.is_some() || (!loaded.snapshot.baselines.contains_key(&p.code) && p.scope.is_everything())
        };
        let apart = chosen.iter().filter(|p| !fits(p)).map(|p| p.code.clone()).collect();
        let targets = chosen
            .iter()
            .filter(fits)
            .flat_map(|p| p.targets.iter().map(|target| (p.code.clone(), target.clone())))
            .collect();
        Ok(Self { targets, apart, scenario, frozen, programme, loaded })
    }

    /// As far as some regulations go: figures before and after, shares and targets are of these alone.
    pub(super) fn within(mut self, holds: &dyn Fn(&Subject) -> bool) -> Self {
        let programme = self.frozen.as_deref().unwrap_or_default();
        self.loaded.snapshot = self.loaded.snapshot.within(programme, holds);
        let register = self.register();
        let of = |uncertainty: &Uncertainty| match Uncertain::parse(&uncertainty.of) {
            Some(Uncertain::Sheet { regulation, .. } | Uncertain::Population(regulation)) => {
                register.find(&regulation).is_some()
            }
            _ => true,
        };
        let kept: Vec<bool> = self.loaded.uncertainties.iter().map(of).collect();
        let mut kept = kept.into_iter();
        self.loaded.uncertainties.retain(|_| kept.next().unwrap_or_default());
        self
    }

    fn register(&self) -> &Register {
        self.loaded.snapshot.measured_by(self.programme.as_deref())
    }

    /// The case to compute.
    pub(super) fn case(&self) -> Result<Case<'_>> {
        let codes: HashSet<&str> = self.scenario.measures.iter().map(String::as_str).collect();
        let snapshot = &self.loaded.snapshot;
        Case::new(&Question {
            snapshot,
            register: self.register(),
            measures: snapshot.measures.iter().filter(|m| codes.contains(m.code.as_str())).collect(),
            targets: &self.targets,
            uncertainties: &self.loaded.uncertainties,
            incomes: &self.loaded.incomes,
        })
    }

    /// Which set over which register, in words.
    pub(super) fn over(&self, lang: Lang) -> String {
        let scenario = &self.scenario;
        let name = if is_reserved(&scenario.code) { &scenario.name } else { &scenario.code };
        let set = W::Set.with(lang, &[name, &number::whole(scenario.measures.len() as i128, lang)]);
        match (&self.frozen, self.register().frozen_on) {
            (Some(programme), Some(day)) => W::Over.with(lang, &[&set, programme, &date::short(day, lang)]),
            _ => W::OverLive.with(lang, &[&set]),
        }
    }

    /// What must be known to read the figures.
    pub(super) fn notes(&self, case: &Case<'_>) -> Vec<Said> {
        let mut said = Vec::new();
        if case.variables.is_empty() {
            said.push(W::NothingUncertain.said(&[]));
        }
        if !case.idle.is_empty() {
            let first: Vec<&str> = case.idle.iter().take(5).map(String::as_str).collect();
            let more = if case.idle.len() > first.len() { ", …" } else { "" };
            said.push(W::Idle.said(&[&case.idle.len(), &format!("{}{more}", first.join(", "))]));
        }
        if !self.apart.is_empty() {
            said.push(W::Apart.said(&[&self.apart.join(", ")]));
        }
        if self.loaded.incomes_passed > 0 {
            said.push(W::IncomesPassed.said(&[&self.loaded.incomes_passed]));
        }
        said
    }
}
