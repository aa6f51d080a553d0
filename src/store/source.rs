//! Where the rows of sheets come from, and what those of the living catalogue refer to: incomes per hour and the regulation's own population.

use super::Reader;
use super::numbers::Cannot;
use super::snapshot::Of;
use crate::cost::Rates;
use crate::model::{Parameter, PopulationGroup, Provenance};
use crate::reform::Unable;
use crate::words::Result;
use foldhash::fast::RandomState;
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;

/// What the rows of living sheets refer to.
pub(super) struct Living {
    /// Incomes per hour, which rows name.
    pub rates: Rates,
    /// Own populations by regulation. What a row says nothing of is as these say; so few that rows ask for them rather than SQLite joining
    /// them to every row.
    pub wholes: HashMap<String, Result<Whole, Cannot>, RandomState>,
}

/// The own population of a regulation, as far as rows need it.
pub(super) struct Whole {
    /// How many comply per year; nothing where nobody knows.
    pub count: Option<i64>,
    /// How often a year each does, as written.
    pub times: Option<String>,
    /// Groups with their shares.
    pub groups: Vec<PopulationGroup>,
    /// How sure it is.
    pub provenance: Provenance,
}

/// Where the rows of sheets come from.
pub(super) enum Source<'r> {
    /// The living sheets.
    Live(Arc<Living>),
    /// A frozen baseline, whose rows have all they need.
    Frozen(&'r str),
}

impl Source<'_> {
    /// How many columns of [`Cells`](super::numbers::Cells) there are.
    pub(super) const COLUMNS: i32 = 9;

    /// The columns of [`Cells`](super::numbers::Cells), and the table with the condition on its rows.
    pub(super) const fn columns(&self) -> (&'static str, &'static str) {
        match self {
            Self::Live(_) => (
                "minutes, tariff, staff, outsourcing, charges, times, population, among, regulation",
                "activity WHERE 1",
            ),
            Self::Frozen(_) => (
                "minutes, hourly, '1', outsourcing, charges, times, population, percent, regulation",
                "frozen_activity WHERE programme = :programme",
            ),
        }
    }

    pub(super) fn programme(&self) -> Option<&str> {
        match self {
            Self::Live(_) => None,
            Self::Frozen(programme) => Some(programme),
        }
    }

    pub(super) fn living(&self) -> Option<Arc<Living>> {
        match self {
            Self::Live(living) => Some(living.clone()),
            Self::Frozen(_) => None,
        }
    }
}

impl Reader {
    /// What the living sheets of some regulations refer to on a day.
    pub(super) fn living(&self, day: Date, of: Of<'_>) -> Result<Arc<Living>> {
        let rates = Rates::on(day, self.all::<Parameter>()?);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT regulation, count, times, groups, provenance FROM population WHERE 1{}",
            of.condition("regulation")
        ))?;
        let mut rows = statement.query(of.params(&[]).as_slice())?;
        let mut wholes = HashMap::default();
        while let Some(row) = rows.next()? {
            let groups: String = row.get(3)?;
            let provenance: String = row.get(4)?;
            let whole = match serde_json::from_str(&groups) {
                Ok(groups) => Ok(Whole {
                    count: row.get(1)?,
                    times: row.get(2)?,
                    groups,
                    provenance: Provenance::parse(&provenance).unwrap_or(Provenance::Assumption),
                }),
                Err(_) => Err((Unable::Unreadable, format!("groups = {groups}"))),
            };
            wholes.insert(row.get(0)?, whole);
        }
        Ok(Arc::new(Living { rates, wholes }))
    }
}
