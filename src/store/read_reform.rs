//! Reading scenarios, uncertainty, registers, and what directives assign.

use super::Reader;
use super::read;
use crate::model::{
    Agency, Assignment, Baseline, Calendar, Campaign, Directive, Holiday, InstrumentLevel, Observation, ReviewAnswer,
    Scenario,
};
use crate::reform::Ledger;
use crate::words::Result;
use jiff::civil::Date;

impl Reader {
    /// Levels of instruments, the highest first.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn instrument_levels(&self) -> Result<Vec<InstrumentLevel>> {
        let mut levels: Vec<InstrumentLevel> = self.readable()?;
        levels.sort_by(|a, b| (b.rank, &a.id).cmp(&(a.rank, &b.id)));
        Ok(levels)
    }

    /// What was answered in reviews of a regulation.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn review_answers(&self, regulation: &str) -> Result<Vec<ReviewAnswer>> {
        self.readable_where("regulation = ?1", [regulation])
    }

    /// The answers of surveys about a regulation.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn observations(&self, regulation: &str) -> Result<Vec<Observation>> {
        self.readable_where("regulation = ?1", [regulation])
    }

    /// The scenario with a code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn scenario(&self, code: &str) -> Result<Option<Scenario>> {
        read::scenario(&self.conn, code)
    }

    /// Frozen baselines with all that they hold, by programme, regulation and row.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn frozen_baselines(&self) -> Result<Vec<Baseline>> {
        let frozen = |(programme, frozen_on)| self.frozen_baseline(programme, frozen_on);
        self.baselines()?.into_iter().map(frozen).collect()
    }

    /// What the baseline of a programme holds that was frozen on a day.
    pub(super) fn frozen_baseline(&self, programme: String, frozen_on: Date) -> Result<Baseline> {
        let of = "programme = ?1";
        Ok(Baseline {
            regulations: self.readable_where(of, [&programme])?,
            activities: self.readable_where(of, [&programme])?,
            programme,
            frozen_on,
        })
    }

    /// Reads as of one moment, whatever another program writes meanwhile.
    ///
    /// # Errors
    /// Those of what is read.
    pub fn at_one_moment<T>(&self, read: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let _moment = self.one_moment()?;
        read(self)
    }

    /// What must be known to tell who owes what.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn ledger(&self) -> Result<Ledger> {
        let of_agency = "SELECT code, agency FROM regulation WHERE agency IS NOT NULL";
        let mut statement = self.conn.prepare_cached(of_agency)?;
        let regulations = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Ledger {
            agencies: self.all::<Agency>()?,
            directives: self.all::<Directive>()?,
            assignments: self.all::<Assignment>()?,
            campaigns: self.all::<Campaign>()?,
            measures: self.measures()?,
            regulations: regulations.collect::<rusqlite::Result<_>>()?,
            calendar: Calendar::new(&self.all::<Holiday>()?),
        })
    }

    /// Numbers of the instruments on which procedures of an agency rest that are in force, each once, in order.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn instruments_under(&self, agency: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT b.number FROM basis AS b JOIN regulation AS r ON r.code = b.regulation
             WHERE r.agency = ?1 AND r.status = 'in_force' AND b.number IS NOT NULL ORDER BY b.number",
        )?;
        let found = statement.query_map([agency], |row| row.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
