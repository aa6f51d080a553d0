//! Writing scenarios, uncertainty, registers, and what directives assign.

use super::read;
use super::rows::{self, fields_of, row_of};
use super::tables::{self, Table};
use super::{Put, Writer};
use crate::model::{
    Assignment, Baseline, Campaign, Directive, Indicator, InstrumentLevel, Scenario, StateData, Uncertain, Uncertainty,
};
use crate::words::scenario::ScenarioWord;
use crate::words::store::StoreMessage;
use crate::words::{Fault, FaultKind, Message, Result};
use rusqlite::types::Value as Sql;

impl Writer<'_> {
    /// Puts a level of instruments exactly.
    ///
    /// # Errors
    /// The id is missing; the workspace cannot be written.
    pub fn put_instrument_level(&self, level: &InstrumentLevel) -> Result<Put> {
        self.admit_one(&tables::INSTRUMENT_LEVEL, &[&level.id], level)?;
        self.put_one(&tables::INSTRUMENT_LEVEL, &level.id, level)
    }

    /// Puts a scenario exactly; its measures are sorted and each is named once.
    ///
    /// # Errors
    /// The code is none that a scenario can bear; there is no such programme or measure; the workspace cannot be written.
    pub fn put_scenario(&self, scenario: &Scenario) -> Result<Put> {
        let stored = read::scenario(self.conn, &scenario.code)?;
        if stored.is_none() && Scenario::code_of(&scenario.code, FaultKind::Input)? != scenario.code {
            return Err(Fault::input(ScenarioWord::BadCode.said(&[&scenario.code])));
        }
        self.admit_one(&tables::SCENARIO, &[&scenario.code], scenario)?;
        let mut scenario = scenario.clone();
        scenario.measures.sort();
        scenario.measures.dedup();
        let known = stored.map(|known| known.measures).unwrap_or_default();
        for measure in scenario.measures.iter().filter(|measure| !known.contains(measure)) {
            if !read::exists(self.conn, "measure", "code", measure)? {
                return Err(Fault::input(StoreMessage::NoMeasure.said(&[measure])));
            }
        }
        self.put_one(&tables::SCENARIO, &scenario.code, &scenario)
    }

    /// Removes a scenario; `false` when there was none.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn remove_scenario(&self, code: &str) -> Result<bool> {
        self.remove_one(&tables::SCENARIO, code)
    }

    /// Puts an uncertainty exactly.
    ///
    /// # Errors
    /// What it stands on is not written as it must be; the workspace cannot be written.
    pub fn put_uncertainty(&self, uncertainty: &Uncertainty) -> Result<Put> {
        if Uncertain::parse(&uncertainty.of).is_none() {
            return Err(Fault::input(StoreMessage::NotUncertain.said(&[&uncertainty.of])));
        }
        self.admit_one(&tables::UNCERTAINTY, &[&uncertainty.of], uncertainty)?;
        let mut fields = fields_of(uncertainty)?;
        let figures = ["spread", "low", "likely", "high"];
        self.better_stays(&tables::UNCERTAINTY, &[&uncertainty.of], &mut fields, &figures)?;
        self.put_row(&tables::UNCERTAINTY, row_of(&tables::UNCERTAINTY, &fields, &[], 0))
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
        if let Some(bad) = sorted.fault() {
            return Err(Fault::input(StoreMessage::BadBaseline.said(&[programme, &bad])));
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

    /// Removes an uncertainty; `false` when there was none.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn remove_uncertainty(&self, of: &str) -> Result<bool> {
        self.remove_one(&tables::UNCERTAINTY, of)
    }

    /// Puts an entry of the register of state data exactly.
    ///
    /// # Errors
    /// The id is missing; the workspace cannot be written.
    pub fn put_state_data(&self, data: &StateData) -> Result<Put> {
        self.admit_one(&tables::STATE_DATA, &[&data.id], data)?;
        self.put_citing(&tables::STATE_DATA, &data.id, data, &["instrument"])
    }

    /// Puts a directive exactly.
    ///
    /// # Errors
    /// The code is missing; the workspace cannot be written.
    pub fn put_directive(&self, directive: &Directive) -> Result<Put> {
        self.admit_one(&tables::DIRECTIVE, &[&directive.code], directive)?;
        self.put_citing(&tables::DIRECTIVE, &directive.code, directive, &["document"])
    }

    /// Puts an assignment exactly.
    ///
    /// # Errors
    /// The code is missing; there is no such directive; the workspace cannot be written.
    pub fn put_assignment(&self, assignment: &Assignment) -> Result<Put> {
        self.admit_one(&tables::ASSIGNMENT, &[&assignment.code], assignment)?;
        self.put_one(&tables::ASSIGNMENT, &assignment.code, assignment)
    }

    /// Removes an assignment; `false` when there was none.
    ///
    /// # Errors
    /// A campaign or an indicator points to it; the workspace cannot be written.
    pub fn remove_assignment(&self, code: &str) -> Result<bool> {
        for table in ["campaign", "indicator"] {
            if read::exists(self.conn, table, "assignment", code)? {
                return Err(Fault::input(StoreMessage::AssignmentInUse.said(&[&code, &table])));
            }
        }
        self.remove_one(&tables::ASSIGNMENT, code)
    }

    /// Puts a review campaign exactly.
    ///
    /// # Errors
    /// The code is missing; there is no such assignment; the workspace cannot be written.
    pub fn put_campaign(&self, campaign: &Campaign) -> Result<Put> {
        self.admit_one(&tables::CAMPAIGN, &[&campaign.code], campaign)?;
        self.put_citing(&tables::CAMPAIGN, &campaign.code, campaign, &["instruments/*/instrument"])
    }

    /// Removes a campaign; `false` when there was none.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn remove_campaign(&self, code: &str) -> Result<bool> {
        self.remove_one(&tables::CAMPAIGN, code)
    }

    /// Puts an indicator exactly.
    ///
    /// # Errors
    /// The code is missing; there is no such assignment; the workspace cannot be written.
    pub fn put_indicator(&self, indicator: &Indicator) -> Result<Put> {
        self.admit_one(&tables::INDICATOR, &[&indicator.code], indicator)?;
        self.put_one(&tables::INDICATOR, &indicator.code, indicator)
    }

    /// Removes an indicator; `false` when there was none.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn remove_indicator(&self, code: &str) -> Result<bool> {
        self.remove_one(&tables::INDICATOR, code)
    }

    fn remove_one(&self, table: &Table, key: &str) -> Result<bool> {
        let there = read::exists(self.conn, table.name, table.columns[0].name, key)?;
        rows::delete(self.conn, table, &[Sql::Text(key.to_owned())])?;
        Ok(there)
    }
}
