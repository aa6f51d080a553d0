//! On what kind of figures the cost of each sheet rests.

use super::numbers::Numbers;
use super::snapshot::Of;
use super::source::Source;
use super::{Reader, rows};
use crate::cost::Sum;
use crate::model::{Activity, Cell, CellProvenance, Noun, Provenance};
use crate::words::Result;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// The cost per year of a sheet by the weakest figure of each row, in the order of [`Provenance::ALL`].
pub type Rests = [Sum; Provenance::ALL.len()];

impl Reader {
    /// The cost per year of the rows whose number of those who comply is known, with the incomes per hour of a day, by regulation and by the
    /// weakest figure that goes into a row: a row of official minutes and an assumed population is assumed. Rows that cannot be computed, which
    /// a snapshot tells, are left out.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn rests(&self, day: Date) -> Result<BTreeMap<String, Rests>> {
        let living = self.living(day, Of::All)?;
        let source = Source::Live(living.clone());
        let (columns, table) = source.columns();
        let mut statement = self.conn.prepare(&format!(
            "SELECT {columns}, provenance, times IS NOT NULL, population IS NULL FROM {table} ORDER BY regulation"
        ))?;
        let mut numbers = Numbers::new(Some(living.clone()));
        let mut read: HashMap<String, CellProvenance> = HashMap::new();
        let mut found: BTreeMap<String, Rests> = BTreeMap::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(cost) = numbers.read(row).ok().filter(|row| row.is_counted()).and_then(|row| row.cost_row().ok())
            else {
                continue;
            };
            let written: String = row.get(9)?;
            let cells = match read.get(&written) {
                Some(cells) => *cells,
                None => {
                    let cells =
                        serde_json::from_str(&written).map_err(|_| rows::unreadable(Activity::DESCRIPTION, row))?;
                    *read.entry(written).or_insert(cells)
                }
            };
            let code: String = row.get(8)?;
            let whole = living.wholes.get(&code).and_then(|whole| whole.as_ref().ok());
            let (own_times, of_whole): (bool, bool) = (row.get(10)?, row.get(11)?);
            let times_of_whole = !own_times && whole.is_some_and(|whole| whole.times.is_some());
            let whole = whole.map_or(Provenance::Assumption, |whole| whole.provenance);
            let figures = [
                (!cost.minutes.is_zero()).then(|| cells.of(Cell::Minutes)),
                (!cost.outsourcing.is_zero()).then(|| cells.of(Cell::Outsourcing)),
                (!cost.charges.is_zero()).then(|| cells.of(Cell::Charges)),
                own_times.then(|| cells.of(Cell::Times)),
                (times_of_whole || of_whole).then_some(whole),
                (!of_whole).then(|| cells.of(Cell::Population)),
            ];
            let weakest = figures
                .into_iter()
                .flatten()
                .min_by_key(|one| (one.rank(), Provenance::ALL.iter().position(|p| p == one)));
            let at = Provenance::ALL.iter().position(|p| Some(*p) == weakest).unwrap_or_default();
            let sums = found.entry(code).or_default();
            if let (Some(sum), Some(annual)) = (sums.get_mut(at), cost.annual()) {
                sum.add_fraction(annual);
            }
        }
        Ok(found)
    }
}
