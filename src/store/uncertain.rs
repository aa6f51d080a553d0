//! The workspace as draws see it: the rows in which something is uncertain, and the incomes that they rest on.

use super::Reader;
use crate::cost::Rates;
use crate::model::{Fraction, Parameter, Uncertain, Uncertainty};
use crate::reform::Snapshot;
use crate::reform::chance::IncomeRow;
use crate::words::Result;
use jiff::civil::Date;
use rusqlite::OptionalExtension;

/// What computing with uncertain parameters needs of a workspace.
#[derive(Debug, Clone, Default)]
pub struct UncertainSnapshot {
    /// The workspace; the regulations in which something is uncertain come with their rows.
    pub snapshot: Snapshot,
    /// What is uncertain.
    pub uncertainties: Vec<Uncertainty>,
    /// The rows whose income per hour is uncertain.
    pub incomes: Vec<IncomeRow>,
    /// Rows of a frozen baseline whose income has changed since, so that what is uncertain about it now does not move them.
    pub incomes_passed: usize,
}

const LIVE: &str = "SELECT regulation, id, tariff, staff, NULL FROM activity
     WHERE ?1 IS NULL AND tariff IN (SELECT substr(of, 11) FROM uncertainty WHERE of LIKE 'parameter:%')
     ORDER BY regulation, id";

/// A frozen row carries its income but not which parameter that was: the living row with the same code and id knows it.
const FROZEN: &str = "SELECT f.regulation, f.id, a.tariff, a.staff, f.hourly FROM frozen_activity f
     JOIN activity a ON a.regulation = f.regulation AND a.id = f.id
     WHERE f.programme = ?1 AND a.tariff IN (SELECT substr(of, 11) FROM uncertainty WHERE of LIKE 'parameter:%')
     ORDER BY f.regulation, f.id";

/// The number of those who comply and the share of the group, as a row of a frozen baseline took them.
const FROZEN_PEOPLE: &str =
    "SELECT population, percent FROM frozen_activity WHERE programme = ?1 AND regulation = ?2 AND id = ?3";

impl Reader {
    /// Adds the rows of a sheet that take the regulation's own number; gives how many rows of a frozen baseline took another.
    fn add_people(&self, of: &str, code: &str, frozen: Option<&str>, rows: &mut Vec<IncomeRow>) -> Result<usize> {
        let Some(whole) = self.population(code)? else { return Ok(0) };
        let Some(count) = whole.count else { return Ok(0) };
        let mut passed = 0;
        for row in self.sheet(code)?.into_iter().filter(|row| row.population.is_none()) {
            let percent = match &row.among {
                None => None,
                Some(group) => match whole.percent(group) {
                    None => continue,
                    some => some,
                },
            };
            if let Some(programme) = frozen {
                let mut statement = self.conn.prepare_cached(FROZEN_PEOPLE)?;
                let stands =
                    |row: &rusqlite::Row<'_>| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<String>>(1)?));
                let Some((people, share)) = statement.query_row([programme, code, &row.id], stands).optional()? else {
                    continue;
                };
                if people != Some(count) || share.and_then(|share| Fraction::parse(&share)) != percent {
                    passed += 1;
                    continue;
                }
            }
            let factor = percent.map_or(Some(Fraction::ONE), |percent| percent.over(Fraction::whole(100)));
            let Some(factor) = factor else { continue };
            let (regulation, parameter) = (code.to_owned(), of.to_owned());
            rows.push(IncomeRow { regulation, row: row.id, parameter, value: Fraction::whole(count), factor });
        }
        Ok(passed)
    }

    /// What computing with uncertain parameters needs, with the incomes per hour of a day. `frozen` is the programme whose frozen
    /// baseline the figures are computed over; nothing for the living catalogue. A row of a frozen baseline follows an uncertain
    /// income where the living row with the same code and id names it and where its value is still that of the day of freezing.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn snapshot_with_uncertainty(&self, day: Date, frozen: Option<&str>) -> Result<UncertainSnapshot> {
        let snapshot = self.uncertain_snapshot(day)?;
        let rates = Rates::on(day, self.all::<Parameter>()?);
        let mut incomes = Vec::new();
        let mut incomes_passed = 0;
        let mut statement = self.conn.prepare_cached(if frozen.is_some() { FROZEN } else { LIVE })?;
        let mut rows = statement.query([frozen])?;
        while let Some(row) = rows.next()? {
            let parameter: String = row.get(2)?;
            let regulation: String = row.get(0)?;
            // What cannot be computed is not counted, and told of by the snapshot.
            let (Ok(tariff), Some(staff)) = (rates.tariff(&parameter), Fraction::parse(&row.get::<_, String>(3)?))
            else {
                continue;
            };
            let Some(hourly) = tariff.with_staff(staff) else { continue };
            let frozen_hourly: Option<String> = row.get(4)?;
            if frozen_hourly.is_some_and(|frozen| Fraction::parse(&frozen) != Some(hourly)) {
                incomes_passed += 1;
                continue;
            }
            let factor = if tariff.individual { Fraction::ONE } else { staff };
            incomes.push(IncomeRow { row: row.get(1)?, value: tariff.hourly, regulation, parameter, factor });
        }
        let uncertainties = self.all::<Uncertainty>()?;
        for uncertainty in &uncertainties {
            if let Some(Uncertain::Population(code)) = Uncertain::parse(&uncertainty.of) {
                incomes_passed += self.add_people(&uncertainty.of, &code, frozen, &mut incomes)?;
            }
        }
        Ok(UncertainSnapshot { snapshot, uncertainties, incomes, incomes_passed })
    }
}
