//! Scenarios with their figures: those of the stages, and those that are stored.

use crate::desk::special_scenario;
use crate::model::Scenario;
use crate::model::scenario::RESERVED;
use crate::reform::{CompiledRegister, Evaluation, Figures, Snapshot};
use crate::store::Workspace;
use crate::text::Lang;
use crate::words::Result;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A scenario with its figures.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Line {
    pub(in crate::tui) scenario: Scenario,
    /// Whether it stands for a stage and is not stored.
    pub(in crate::tui) special: bool,
    pub(in crate::tui) figures: Figures,
}

/// Registers compiled once, by the programme over whose baseline they stand.
#[derive(Debug, Default)]
pub(in crate::tui) struct Registers {
    known: BTreeMap<Option<String>, Arc<CompiledRegister>>,
}

impl Registers {
    /// All scenarios, those of the stages first; these stand over the baseline of `programme`.
    ///
    /// # Errors
    /// The workspace cannot be read; a figure does not fit.
    pub(in crate::tui) fn lines(
        &mut self,
        workspace: &Workspace,
        snapshot: &Snapshot,
        asked: (Date, Lang),
        programme: Option<&str>,
    ) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for name in RESERVED.into_iter().filter(|name| *name != "none") {
            if let Some(scenario) = of_stage(snapshot, name, asked, programme) {
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
        let compile = || Arc::new(CompiledRegister::new(snapshot, &snapshot.measures, over.as_deref()));
        let register = self.known.entry(over.clone()).or_insert_with(compile).clone();
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
