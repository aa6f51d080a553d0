//! Which measures, over which register, with what uncertainty.

use crate::cli::args::DrawArgs;
use crate::cli::context::Context;
use crate::cli::nouns::no_programme;
use crate::desk::named_scenario;
use crate::model::scenario::is_reserved;
use crate::model::{Scenario, Target};
use crate::reform::Register;
use crate::reform::chance::{Case, Draws, Question};
use crate::store::{UncertainSnapshot, Workspace};
use crate::text::{Lang, date, number};
use crate::words::uncertainty::UncertaintyWord as W;
use crate::words::{Message, Result};

/// What was asked for, loaded.
pub(super) struct Asked {
    pub(super) loaded: UncertainSnapshot,
    pub(super) targets: Vec<(String, Target)>,
    /// The set, stored or special.
    scenario: Scenario,
    /// The programme whose frozen baseline it is computed over.
    frozen: Option<String>,
    /// The programme whose targets are asked for; all without a frozen baseline when nothing.
    programme: Option<String>,
}

/// Loads what `scenario chance` and `scenario tornado` compute on.
pub(super) fn ask(context: &Context, workspace: &Workspace, args: &DrawArgs) -> Result<Asked> {
    let today = context.today();
    let scenario = named_scenario(workspace, &workspace.measures()?, &args.scenario, today, context.lang)?;
    let programme = args.programme.clone().or_else(|| scenario.programme.clone());
    let baselines = workspace.baselines()?;
    let frozen = programme.clone().filter(|code| baselines.iter().any(|(programme, _)| programme == code));
    let loaded = workspace.snapshot_with_uncertainty(today, frozen.as_deref())?;
    let snapshot = &loaded.snapshot;
    let wanted = |code: &str| match &programme {
        Some(programme) => programme == code,
        None => !snapshot.baselines.contains_key(code),
    };
    let chosen = snapshot.programmes.iter().filter(|p| wanted(&p.code));
    let targets: Vec<(String, Target)> =
        chosen.flat_map(|p| p.targets.iter().map(|target| (p.code.clone(), target.clone()))).collect();
    if let Some(code) = programme.as_ref().filter(|code| !snapshot.programmes.iter().any(|p| p.code == **code)) {
        return Err(no_programme(code, snapshot.programmes.iter().map(|p| p.code.as_str())));
    }
    Ok(Asked { targets, scenario, frozen, programme, loaded })
}

impl Asked {
    fn register(&self) -> &Register {
        let snapshot = &self.loaded.snapshot;
        self.frozen.as_ref().and_then(|code| snapshot.baselines.get(code)).unwrap_or(&snapshot.live)
    }

    /// The case to compute.
    pub(super) fn case(&self) -> Result<Case<'_>> {
        let codes: std::collections::HashSet<&str> = self.scenario.measures.iter().map(String::as_str).collect();
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

    /// The programme that was named, or that the scenario names.
    pub(super) fn programme(&self) -> Option<&str> {
        self.programme.as_deref()
    }

    /// The code of the set, or its special name.
    pub(super) fn code(&self) -> &str {
        &self.scenario.code
    }

    /// How many measures the set has.
    pub(super) fn measures(&self) -> usize {
        self.scenario.measures.len()
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
    pub(super) fn notes(&self, context: &Context, case: &Case<'_>) {
        if case.variables.is_empty() {
            context.tell(&W::NothingUncertain.said(&[]));
        }
        if !case.idle.is_empty() {
            let first: Vec<&str> = case.idle.iter().take(5).map(String::as_str).collect();
            let more = if case.idle.len() > first.len() { ", …" } else { "" };
            context.tell(&W::Idle.said(&[&case.idle.len(), &format!("{}{more}", first.join(", "))]));
        }
        if self.loaded.incomes_passed > 0 {
            context.tell(&W::IncomesPassed.said(&[&self.loaded.incomes_passed]));
        }
    }

    /// That targets of all programmes are shown, where none was named.
    pub(super) fn note_programmes(&self, context: &Context) {
        if self.programme.is_none() {
            context.tell(&W::LiveTargets.said(&[]));
        }
    }
}

/// How to draw.
pub(super) fn draws(args: &DrawArgs, level: u8) -> Draws {
    let draws = usize::try_from(args.draws).unwrap_or(usize::MAX);
    Draws { draws, seed: args.seed, threads: usize::from(args.threads), level }
}
