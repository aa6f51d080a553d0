//! Reading scenarios, uncertainty, registers, and what directives assign.

use super::Workspace;
use super::rows::nouns;
use super::{read, tables};
use crate::model::{Assignment, Campaign, Directive, Indicator, InstrumentLevel, Scenario, StateData, Uncertainty};
use crate::text::Result;

impl Workspace {
    /// Levels of instruments, the highest first.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn instrument_levels(&self) -> Result<Vec<InstrumentLevel>> {
        let mut levels: Vec<InstrumentLevel> = nouns(&self.conn, &tables::INSTRUMENT_LEVEL, "1", [])?;
        levels.sort_by(|a, b| (b.rank, &a.id).cmp(&(a.rank, &b.id)));
        Ok(levels)
    }

    /// Scenarios, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn scenarios(&self) -> Result<Vec<Scenario>> {
        nouns(&self.conn, &tables::SCENARIO, "1", [])
    }

    /// The scenario with a code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn scenario(&self, code: &str) -> Result<Option<Scenario>> {
        read::scenario(&self.conn, code)
    }

    /// What is uncertain, by what it stands on.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn uncertainties(&self) -> Result<Vec<Uncertainty>> {
        nouns(&self.conn, &tables::UNCERTAINTY, "1", [])
    }

    /// The register of data that the state already holds, by id.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn state_data(&self) -> Result<Vec<StateData>> {
        nouns(&self.conn, &tables::STATE_DATA, "1", [])
    }

    /// Directives, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn directives(&self) -> Result<Vec<Directive>> {
        nouns(&self.conn, &tables::DIRECTIVE, "1", [])
    }

    /// Assignments, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn assignments(&self) -> Result<Vec<Assignment>> {
        nouns(&self.conn, &tables::ASSIGNMENT, "1", [])
    }

    /// Review campaigns, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn campaigns(&self) -> Result<Vec<Campaign>> {
        nouns(&self.conn, &tables::CAMPAIGN, "1", [])
    }

    /// Indicators, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn indicators(&self) -> Result<Vec<Indicator>> {
        nouns(&self.conn, &tables::INDICATOR, "1", [])
    }
}
