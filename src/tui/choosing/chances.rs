//! What is uncertain about a scenario: intervals, the probability of each target, and the parameters that matter.

use crate::model::{Scenario, Target};
use crate::reform::Register;
use crate::reform::chance::{Case, Chance, Draws, Question, Scale, Tornado, chance, tornado};
use crate::store::UncertainSnapshot;
use crate::words::{Result, Said};
use std::collections::{HashMap, HashSet};

/// How the screen draws: enough for whole percents, the same every time.
const DRAWS: Draws = Draws { draws: 10_000, seed: 1, threads: 2, level: 90 };

/// What is uncertain about a scenario.
#[derive(Debug)]
pub(in crate::tui) struct Chances {
    pub(in crate::tui) scenario: Scenario,
    pub(in crate::tui) chance: Chance,
    pub(in crate::tui) tornado: Tornado,
    /// What the parameters are, by what their uncertainties stand on.
    pub(in crate::tui) names: HashMap<String, Said>,
    /// The first bar that is shown.
    pub(in crate::tui) top: usize,
}

impl Chances {
    /// Draws for a scenario. `frozen`: the programme whose frozen baseline it stands over; nothing for the living catalogue.
    ///
    /// # Errors
    /// A figure is too large to compute exactly.
    pub(in crate::tui) fn draw(
        loaded: &UncertainSnapshot,
        scenario: Scenario,
        frozen: Option<&str>,
        names: HashMap<String, Said>,
    ) -> Result<Self> {
        let snapshot = &loaded.snapshot;
        let register: &Register = frozen.and_then(|code| snapshot.baselines.get(code)).unwrap_or(&snapshot.live);
        let codes: HashSet<&str> = scenario.measures.iter().map(String::as_str).collect();
        let programmes = snapshot.programmes.iter().filter(|p| Some(&p.code) == scenario.programme.as_ref());
        let targets: Vec<(String, Target)> =
            programmes.flat_map(|p| p.targets.iter().map(|target| (p.code.clone(), target.clone()))).collect();
        let case = Case::new(&Question {
            snapshot,
            register,
            measures: snapshot.measures.iter().filter(|m| codes.contains(m.code.as_str())).collect(),
            targets: &targets,
            uncertainties: &loaded.uncertainties,
            incomes: &loaded.incomes,
        })?;
        let (chance, tornado) = (chance(&case, &DRAWS)?, tornado(&case, &DRAWS, Scale::Saved)?);
        Ok(Self { chance, tornado, scenario, names, top: 0 })
    }
}
