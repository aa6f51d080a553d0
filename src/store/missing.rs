//! Filling a workspace of an earlier version with what the catalogue of this one has besides.
//!
//! What is there stays as it is, and what was removed stays removed: only nouns are added that were never there. Of a kind of
//! measure or a linked service that is there, fields are filled that came with a later version and are still empty.

use super::tables::{self, Table};
use super::write_batch::BatchCounts;
use super::{Writer, read};
use crate::model::{Batch, LinkedService, MeasureKind};
use crate::words::Result;
use rusqlite::OptionalExtension;
use std::collections::BTreeSet;

impl Writer<'_> {
    /// Adds what a catalogue has and the workspace never had. Sheets come with the regulations that are added, measures and what is
    /// assigned only where that on which they rest is there.
    ///
    /// # Errors
    /// Those of [`Writer::put_batch`].
    pub fn add_missing(&self, catalogue: &Batch) -> Result<BatchCounts> {
        let mut batch = catalogue.clone();
        let one = |table: &Table, key: &str| self.never_had(table, &[key]);
        self.sift(&mut batch.agencies, |a| one(&tables::AGENCY, &a.code))?;
        self.sift(&mut batch.instruments, |i| one(&tables::INSTRUMENT, &i.number))?;
        self.sift(&mut batch.instrument_versions, |v| one(&tables::INSTRUMENT, &v.instrument))?;
        self.sift(&mut batch.regulations, |r| one(&tables::REGULATION, &r.code))?;
        self.sift(&mut batch.procedures, |p| one(&tables::REGULATION, &p.regulation.code))?;
        let regulations = batch.regulations.iter().chain(batch.procedures.iter().map(|p| &p.regulation));
        let added: BTreeSet<String> = regulations.map(|regulation| regulation.code.clone()).collect();
        self.sift(&mut batch.sheets, |s| Ok(added.contains(&s.regulation)))?;
        self.sift(&mut batch.parameters, |p| self.never_had(&tables::PARAMETER, &[&p.id, &p.from.to_string()]))?;
        self.sift(&mut batch.instrument_levels, |l| one(&tables::INSTRUMENT_LEVEL, &l.id))?;
        self.sift(&mut batch.programmes, |p| one(&tables::PROGRAMME, &p.code))?;
        self.sift(&mut batch.measures, |m| {
            let rests = added.contains(&m.regulation) || self.has(&tables::REGULATION, &m.regulation)?;
            Ok(rests && one(&tables::MEASURE, &m.code)?)
        })?;
        self.sift(&mut batch.holidays, |h| one(&tables::HOLIDAY, &h.date.to_string()))?;
        self.sift(&mut batch.scenarios, |s| one(&tables::SCENARIO, &s.code))?;
        self.sift(&mut batch.uncertainties, |u| one(&tables::UNCERTAINTY, &u.of))?;
        self.sift(&mut batch.state_data, |d| one(&tables::STATE_DATA, &d.id))?;
        self.sift(&mut batch.directives, |d| one(&tables::DIRECTIVE, &d.code))?;
        let directives: BTreeSet<String> = batch.directives.iter().map(|d| d.code.clone()).collect();
        self.sift(&mut batch.assignments, |a| {
            let rests = directives.contains(&a.directive) || self.has(&tables::DIRECTIVE, &a.directive)?;
            Ok(rests && one(&tables::ASSIGNMENT, &a.code)?)
        })?;
        let assignments: BTreeSet<String> = batch.assignments.iter().map(|a| a.code.clone()).collect();
        let rests = |code: Option<&String>| -> Result<bool> {
            match code {
                Some(code) => Ok(assignments.contains(code) || self.has(&tables::ASSIGNMENT, code)?),
                None => Ok(true),
            }
        };
        self.sift(&mut batch.campaigns, |c| Ok(rests(c.assignment.as_ref())? && one(&tables::CAMPAIGN, &c.code)?))?;
        self.sift(&mut batch.indicators, |i| Ok(rests(i.assignment.as_ref())? && one(&tables::INDICATOR, &i.code)?))?;
        self.fill_kinds(&mut batch.measure_kinds)?;
        self.fill_services(&mut batch.linked_services)?;
        self.put_batch(&batch)
    }

    /// Keeps what is wanted.
    fn sift<T>(&self, nouns: &mut Vec<T>, wanted: impl Fn(&T) -> Result<bool>) -> Result<()> {
        let mut kept = Vec::new();
        for noun in nouns.drain(..) {
            if wanted(&noun)? {
                kept.push(noun);
            }
        }
        *nouns = kept;
        Ok(())
    }

    fn has(&self, table: &Table, key: &str) -> Result<bool> {
        read::exists(self.conn, table.name, table.columns[0].name, key)
    }

    /// Whether a row is not there and was never removed, as far as the journal goes. What an undo took away may come again.
    fn never_had(&self, table: &Table, key: &[&str]) -> Result<bool> {
        let condition: Vec<String> =
            (0..key.len()).map(|at| format!("\"{}\" = ?{}", table.columns[at].name, at + 1)).collect();
        let there = format!("SELECT 1 FROM {} WHERE {}", table.name, condition.join(" AND "));
        let there =
            self.conn.prepare_cached(&there)?.query_row(rusqlite::params_from_iter(key), |_| Ok(())).optional()?;
        if there.is_some() {
            return Ok(false);
        }
        let removed = "SELECT 1 FROM op JOIN change ON change.id = op.change
             WHERE op.subject = ?1 AND op.place = ?2 AND op.key = ?3 AND op.kind = 'delete' AND change.undoes IS NULL";
        let whole = serde_json::Value::from(key.to_vec()).to_string();
        let mut removed = self.conn.prepare_cached(removed)?;
        Ok(removed
            .query_row([key.first().copied().unwrap_or_default(), table.name, &whole], |_| Ok(()))
            .optional()?
            .is_none())
    }

    /// Keeps the kinds that were never there, and those that are there without a level.
    fn fill_kinds(&self, kinds: &mut Vec<MeasureKind>) -> Result<()> {
        let stored: Vec<MeasureKind> = self.all(&tables::MEASURE_KIND)?;
        let mut kept = Vec::new();
        for kind in kinds.drain(..) {
            match stored.iter().find(|known| known.id == kind.id) {
                None if self.never_had(&tables::MEASURE_KIND, &[&kind.id])? => kept.push(kind),
                Some(known) if known.level.is_none() && known.weight.is_none() => {
                    kept.push(MeasureKind { level: kind.level, weight: kind.weight, ..known.clone() });
                }
                _ => {}
            }
        }
        *kinds = kept;
        Ok(())
    }

    /// Keeps the services that were never there, and those of the same members that are there without shared work.
    fn fill_services(&self, services: &mut Vec<LinkedService>) -> Result<()> {
        let stored: Vec<LinkedService> = self.all(&tables::LINKED_SERVICE)?;
        let mut kept = Vec::new();
        for service in services.drain(..) {
            match stored.iter().find(|known| known.code == service.code) {
                None if self.never_had(&tables::LINKED_SERVICE, &[&service.code])? => kept.push(service),
                Some(known)
                    if known.shared.is_empty() && known.uptake.is_none() && known.members == service.members =>
                {
                    kept.push(LinkedService { shared: service.shared, uptake: service.uptake, ..known.clone() });
                }
                _ => {}
            }
        }
        *services = kept;
        Ok(())
    }
}
