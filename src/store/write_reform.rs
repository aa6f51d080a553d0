//! Writing scenarios, uncertainty, registers, and what directives assign.

use super::read;
use super::{Put, Writer};
use crate::model::{Baseline, Scenario, Uncertain, Uncertainty, Valid};
use crate::words::scenario::ScenarioWord;
use crate::words::store::StoreMessage;
use crate::words::{Fault, FaultKind, Message, Result};

impl Writer<'_> {
    /// Puts a scenario exactly; its measures are sorted and each is named once.
    ///
    /// # Errors
    /// The code is none that a scenario can bear; there is no such programme or measure; the workspace cannot be written.
    pub fn put_scenario(&self, scenario: &Scenario) -> Result<Put> {
        let stored = read::scenario(self.conn, &scenario.code)?;
        if stored.is_none() && Scenario::code_of(&scenario.code, FaultKind::Input)? != scenario.code {
            return Err(Fault::input(ScenarioWord::BadCode.said(&[&scenario.code])));
        }
        let mut scenario = scenario.clone();
        scenario.measures.sort();
        scenario.measures.dedup();
        let known = stored.map(|known| known.measures).unwrap_or_default();
        for measure in scenario.measures.iter().filter(|measure| !known.contains(measure)) {
            if !read::exists(self.conn, "measure", "code", measure)? {
                return Err(Fault::input(StoreMessage::NoMeasure.said(&[measure])));
            }
        }
        self.put_one(&scenario)
    }

    /// Puts an uncertainty exactly.
    ///
    /// # Errors
    /// What it stands on is not written as it must be; the workspace cannot be written.
    pub fn put_uncertainty(&self, uncertainty: &Uncertainty) -> Result<Put> {
        if Uncertain::parse(&uncertainty.of).is_none() {
            return Err(Fault::input(StoreMessage::NotUncertain.said(&[&uncertainty.of])));
        }
        self.put_one(uncertainty)
    }

    /// Puts the frozen baseline of a programme that has none. One that is frozen already is not moved: it must be the same.
    ///
    /// # Errors
    /// There is no such programme, or another baseline of it; a row is given twice, belongs to no regulation of the baseline or holds a
    /// number below zero; the workspace cannot be written.
    pub fn put_baseline(&self, baseline: &Baseline) -> Result<Put> {
        let programme = &baseline.programme;
        let mut sorted = baseline.clone();
        sorted.regulations.sort_by(|a, b| a.code.cmp(&b.code));
        sorted.activities.sort_by(|a, b| (&a.regulation, &a.id).cmp(&(&b.regulation, &b.id)));
        if let Some(wrong) = sorted.check().pop() {
            return Err(Fault::input(wrong.said));
        }
        match self.baselines()?.into_iter().find(|(frozen, _)| frozen == programme) {
            None => self.freeze_baseline(&sorted).map(|()| Put::Added),
            Some((code, day)) => {
                if self.frozen_baseline(code, day)? == sorted {
                    return Ok(Put::Unchanged);
                }
                Err(Fault::input(StoreMessage::OtherBaseline.said(&[programme, &day]))
                    .hint(StoreMessage::OtherBaselineHint.said(&[programme])))
            }
        }
    }
}
