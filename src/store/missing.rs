//! Filling a workspace of an earlier version with what the catalogue of this one has besides.
//!
//! What somebody worked on stays as it is, and what was removed stays removed: nouns are added that were never there, and what is as an earlier
//! catalogue brought it takes the words of this one. Of a kind of
//! measure or a linked service that is there, fields are filled that came with a later version and are still empty.

use super::Writer;
use super::rows::{fields_of, key_condition, key_of};
use super::stored::Stored;
use super::write_batch::BatchCounts;
use crate::model::{
    Batch, Description, InstrumentVersion, Kind, LinkedService, MeasureKind, Noun, Procedure, Programme, Regulation,
    Sheet,
};
use crate::words::Result;
use rusqlite::{OptionalExtension, params_from_iter};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// The nouns that were added so far, by the name of their kind and their key.
#[derive(Debug, Default)]
pub struct AddedSoFar(BTreeSet<(&'static str, String)>);

impl AddedSoFar {
    pub(super) fn note<N: Stored>(&mut self, nouns: &[N]) -> Result<()> {
        for noun in nouns {
            self.0.insert((N::DESCRIPTION.name, key_of(N::DESCRIPTION, &fields_of(noun)?).join(" ")));
        }
        Ok(())
    }

    fn has(&self, kinds: &[Kind], key: &str) -> bool {
        kinds.iter().any(|kind| self.0.contains(&(kind.key(), key.to_owned())))
    }
}

impl Writer<'_> {
    /// Adds what a catalogue has and the workspace never had. Sheets come with the regulations that are added, measures and what is
    /// assigned only where that on which they rest is there.
    ///
    /// # Errors
    /// Those of [`Writer::put_batch`].
    pub fn add_missing(&self, catalogue: &Batch) -> Result<BatchCounts> {
        let (mut batch, mut added) = (catalogue.clone(), AddedSoFar::default());
        let mut counts = BatchCounts::default();
        for kind in Kind::WRITTEN {
            self.put_missing(*kind, &mut batch, &mut added, &mut counts)?;
        }
        self.take_told(&mut counts);
        Ok(counts)
    }

    /// Whether a row is not there and was never removed, as far as the journal goes. What an undo took away may come again.
    pub(super) fn never_had(&self, table: &Description, key: &[String]) -> Result<bool> {
        let there = format!("SELECT 1 FROM {} WHERE {}", table.name, key_condition(table));
        let there = self.conn.prepare_cached(&there)?.query_row(params_from_iter(key), |_| Ok(())).optional()?;
        if there.is_some() {
            return Ok(false);
        }
        let removed = "SELECT 1 FROM op JOIN change ON change.id = op.change
             WHERE op.subject = ?1 AND op.place = ?2 AND op.key = ?3 AND op.kind = 'delete' AND change.undoes IS NULL";
        let whole = Json::from(key.to_vec()).to_string();
        let first = key.first().map(String::as_str).unwrap_or_default();
        let mut removed = self.conn.prepare_cached(removed)?;
        Ok(removed.query_row([first, table.name, &whole], |_| Ok(())).optional()?.is_none())
    }

    /// Whether a row is there and nothing but the catalogue ever wrote it.
    pub(super) fn is_as_shipped(&self, table: &Description, key: &[String]) -> Result<bool> {
        let written = "SELECT count(*), sum(change.command = 'init') FROM op JOIN change ON change.id = op.change
             WHERE op.subject = ?1 AND op.place = ?2 AND op.key = ?3";
        let whole = Json::from(key.to_vec()).to_string();
        let first = key.first().map(String::as_str).unwrap_or_default();
        let mut written = self.conn.prepare_cached(written)?;
        let counts = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<i64>>(1)?));
        let (all, own) = written.query_row([first, table.name, &whole], counts)?;
        Ok(all > 0 && own == Some(all))
    }

    /// A programme that is there stays: its targets do not move under those who report on them.
    pub(super) fn missing_programme(&self, programme: Programme, _: &AddedSoFar) -> Result<Option<Programme>> {
        let new = self.never_had(Programme::DESCRIPTION, std::slice::from_ref(&programme.code))?;
        Ok(new.then_some(programme))
    }

    /// A text comes with its instrument.
    pub(super) fn missing_version(
        &self,
        version: InstrumentVersion,
        added: &AddedSoFar,
    ) -> Result<Option<InstrumentVersion>> {
        Ok(Some(version).filter(|version| added.has(&[Kind::Instrument], &version.instrument)))
    }

    /// A procedure that was there is there as a regulation.
    pub(super) fn missing_procedure(&self, procedure: Procedure, _: &AddedSoFar) -> Result<Option<Procedure>> {
        let new = self.never_had(Regulation::DESCRIPTION, std::slice::from_ref(&procedure.regulation.code))?;
        Ok(new.then_some(procedure))
    }

    /// A sheet comes with its regulation: one that somebody keeps without is not filled.
    pub(super) fn missing_sheet(&self, sheet: Sheet, added: &AddedSoFar) -> Result<Option<Sheet>> {
        Ok(Some(sheet).filter(|sheet| added.has(&[Kind::Regulation, Kind::Procedure], &sheet.regulation)))
    }

    /// A kind that was never there, or one that is there without a level.
    pub(super) fn missing_kind(&self, kind: MeasureKind, _: &AddedSoFar) -> Result<Option<MeasureKind>> {
        match self.measure_kinds()?.into_iter().find(|known| known.id == kind.id) {
            None => Ok(self.never_had(MeasureKind::DESCRIPTION, std::slice::from_ref(&kind.id))?.then_some(kind)),
            Some(known) if known.level.is_none() && known.weight.is_none() => {
                Ok(Some(MeasureKind { level: kind.level, weight: kind.weight, ..known }))
            }
            Some(_) => Ok(None),
        }
    }

    /// A service that was never there, or one of the same members that is there without shared work.
    pub(super) fn missing_service(&self, service: LinkedService, _: &AddedSoFar) -> Result<Option<LinkedService>> {
        match self.all::<LinkedService>()?.into_iter().find(|known| known.code == service.code) {
            None => {
                Ok(self.never_had(LinkedService::DESCRIPTION, std::slice::from_ref(&service.code))?.then_some(service))
            }
            Some(known) if known.shared.is_empty() && known.uptake.is_none() && known.members == service.members => {
                Ok(Some(LinkedService {
                    shared: service.shared,
                    limits: service.limits,
                    uptake: service.uptake,
                    ..known
                }))
            }
            Some(_) => Ok(None),
        }
    }
}
