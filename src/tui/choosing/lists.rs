//! The list of scenarios with their figures, and several side by side.

use crate::desk::special_scenario;
use crate::model::scenario::RESERVED;
use crate::model::{Fraction, Scenario};
use crate::reform::{Axis, CompiledRegister, Evaluation, Figures, Snapshot};
use crate::store::Workspace;
use crate::text::Lang;
use crate::words::Result;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A scenario with its figures.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Line {
    pub(in crate::tui) scenario: Scenario,
    /// Whether it stands for a stage, or for nothing, and is not stored.
    pub(in crate::tui) special: bool,
    pub(in crate::tui) figures: Figures,
}

/// Registers compiled once, by the programme over whose baseline they stand.
#[derive(Debug, Default)]
pub(in crate::tui) struct ScenarioLines {
    registers: BTreeMap<Option<String>, Arc<CompiledRegister>>,
}

impl ScenarioLines {
    /// All scenarios, those of the stages first; these stand over the baseline of `programme`.
    ///
    /// # Errors
    /// The workspace cannot be read; a figure does not fit.
    pub(in crate::tui) fn load(
        &mut self,
        workspace: &Workspace,
        snapshot: &Snapshot,
        (day, lang): (Date, Lang),
        programme: Option<&str>,
    ) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for name in RESERVED.into_iter().filter(|name| *name != "none") {
            if let Some(scenario) = of_stage(snapshot, name, (day, lang), programme) {
                lines.push(self.line(snapshot, scenario, true)?);
            }
        }
        for scenario in workspace.all::<Scenario>()? {
            lines.push(self.line(snapshot, scenario, false)?);
        }
        Ok(lines)
    }

    fn line(&mut self, snapshot: &Snapshot, scenario: Scenario, special: bool) -> Result<Line> {
        Ok(Line { figures: self.evaluate(snapshot, &scenario).totals()?, scenario, special })
    }

    /// The figures of a scenario, to be varied.
    pub(in crate::tui) fn evaluate(&mut self, snapshot: &Snapshot, scenario: &Scenario) -> Evaluation {
        let over = scenario.programme.clone();
        let register = match self.registers.get(&over) {
            Some(register) => register.clone(),
            None => Arc::new(CompiledRegister::new(snapshot, &snapshot.measures, over.as_deref())),
        };
        self.registers.insert(over, register.clone());
        Evaluation::new(register, scenario.measures.iter().map(String::as_str))
    }
}

/// The measures of a stage as a scenario over the baseline of a programme; nothing where the name is none of a stage.
pub(in crate::tui) fn of_stage(
    snapshot: &Snapshot,
    name: &str,
    (day, lang): (Date, Lang),
    programme: Option<&str>,
) -> Option<Scenario> {
    let scenario = special_scenario(&snapshot.measures, name, day, lang)?;
    Some(Scenario { programme: programme.map(str::to_owned), ..scenario })
}

/// Scenarios side by side: of each its figures, or what it saves by group.
#[derive(Debug)]
pub(in crate::tui) struct Beside {
    pub(in crate::tui) lines: Vec<Line>,
    /// How they are split; whole figures when nothing.
    pub(in crate::tui) axis: Option<Axis>,
    /// Groups, the costliest first: key, and of each scenario the cost saved per year and in percent.
    pub(in crate::tui) rows: Vec<(Option<String>, Vec<Figures>)>,
    pub(in crate::tui) top: usize,
}

impl Beside {
    /// Compares scenarios.
    ///
    /// # Errors
    /// A figure does not fit.
    pub(in crate::tui) fn new(snapshot: &Snapshot, lines: Vec<Line>, axis: Option<Axis>) -> Result<Self> {
        let mut evaluations = ScenarioLines::default();
        let mut groups: Vec<BTreeMap<Option<String>, Figures>> = Vec::new();
        for line in lines.iter().filter(|_| axis.is_some()) {
            let axis = axis.unwrap_or(Axis::Agency);
            let of_line = evaluations.evaluate(snapshot, &line.scenario).groups(axis)?;
            groups.push(of_line.into_iter().map(|group| (group.key, group.figures)).collect());
        }
        let keys: BTreeSet<Option<String>> = groups.iter().flat_map(BTreeMap::keys).cloned().collect();
        let row = |key: Option<String>| {
            let of_key = groups.iter().map(|group| group.get(&key).cloned().unwrap_or_default()).collect();
            (key, of_key)
        };
        let mut rows: Vec<(Option<String>, Vec<Figures>)> = keys.into_iter().map(row).collect();
        rows.retain(|(_, figures)| figures.iter().any(|f| f.measures > 0 || !f.saved().is_zero()));
        let most = |figures: &[Figures]| figures.iter().map(Figures::saved).max().unwrap_or(Fraction::ZERO);
        rows.sort_by_key(|(_, figures)| std::cmp::Reverse(most(figures)));
        Ok(Self { lines, axis, rows, top: 0 })
    }

    /// The next way to split them.
    pub(in crate::tui) fn next_axis(&self) -> Option<Axis> {
        match self.axis {
            None => Axis::ALL.first().copied(),
            Some(axis) => Axis::ALL.iter().position(|a| *a == axis).and_then(|at| Axis::ALL.get(at + 1)).copied(),
        }
    }
}
