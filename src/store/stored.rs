//! Each noun as the workspace takes it and gives it. Most lie in one table and come exactly as they are; a noun with a rule of its own has a
//! `put_…` for it.

use super::invalid::InvalidRow;
use super::missing::AddedSoFar;
use super::rows::{fields_of, key_of};
use super::valid::Admitted;
use super::write_batch::BatchCounts;
use super::{Put, Reader, Writer};
use crate::model::nouns::nouns;
use crate::model::{
    Agency, Assignment, Baseline, Batch, Campaign, Checklist, Directive, Holiday, Indicator, Instrument,
    InstrumentLevel, InstrumentVersion, Kind, LinkedService, Measure, MeasureKind, Observation, OrderAnswer, Parameter,
    Population, Procedure, Programme, Regulation, ReviewAnswer, Scenario, Sheet, StateData, Uncertainty,
};
use crate::words::Result;

/// A noun that the workspace holds.
pub trait Stored: Admitted + Sized {
    /// Puts it by the rules of its kind.
    ///
    /// # Errors
    /// It cannot be what it says, or what it points to is not there; the workspace cannot be written.
    fn put(&self, writer: &Writer<'_>) -> Result<Put>;

    /// All there are, as files hold them, in the order of their kind.
    ///
    /// # Errors
    /// The workspace cannot be read.
    fn all(reader: &Reader) -> Result<Vec<Self>>;

    /// What of it a catalogue adds to a workspace: what it never had, and what it has of an earlier catalogue as it came. Nothing where somebody
    /// worked on it or removed it, or it rests on what is not there.
    ///
    /// # Errors
    /// The workspace cannot be read.
    fn missing(self, writer: &Writer<'_>, _: &AddedSoFar) -> Result<Option<Self>> {
        let fields = fields_of(&self)?;
        let key = key_of(Self::DESCRIPTION, &fields);
        let new = writer.never_had(Self::DESCRIPTION, &key)? || writer.is_as_shipped(Self::DESCRIPTION, &key)?;
        Ok((new && self.unfounded(writer.conn)?.is_empty()).then_some(self))
    }
}

/// How each noun is put, and how all are read. `own` stands where `valid` has rules of its own for it.
macro_rules! stored {
    (@rules $noun:ident) => {
        impl Admitted for $noun {}
    };
    (@rules $noun:ident own) => {};
    ($($noun:ident $(+ $own:ident)?: $put:ident, $all:ident $(, $missing:ident)?;)+) => { $(
        stored!(@rules $noun $($own)?);
        impl Stored for $noun {
            fn put(&self, writer: &Writer<'_>) -> Result<Put> {
                writer.$put(self)
            }
            fn all(reader: &Reader) -> Result<Vec<Self>> {
                reader.$all()
            }
            $(fn missing(self, writer: &Writer<'_>, added: &AddedSoFar) -> Result<Option<Self>> {
                writer.$missing(self, added)
            })?
        }
    )+ };
}

stored! {
    Agency + own: put_agency, readable;
    Instrument + own: put_instrument, readable;
    InstrumentVersion: put_instrument_version, readable, missing_version;
    OrderAnswer: put_one, readable;
    Regulation: put_regulation, other_regulations;
    Procedure: put_procedure, procedures, missing_procedure;
    Population + own: put_population, readable;
    Sheet + own: put_whole_sheet, sheets, missing_sheet;
    Observation: put_one, readable;
    MeasureKind: put_one, measure_kinds, missing_kind;
    Checklist: put_one, readable;
    ReviewAnswer + own: put_one, readable;
    Measure + own: put_coded, measures;
    Programme: put_one, readable, missing_programme;
    Parameter + own: put_one, readable;
    LinkedService + own: put_one, readable, missing_service;
    Holiday: put_one, readable;
    InstrumentLevel: put_one, instrument_levels;
    Scenario: put_scenario, readable;
    Uncertainty + own: put_uncertainty, readable;
    StateData: put_one, readable;
    Directive: put_one, readable;
    Assignment + own: put_one, readable;
    Campaign: put_one, readable;
    Indicator: put_one, readable;
    Baseline: put_baseline, frozen_baselines;
}

impl Reader {
    /// All nouns of a kind, as files hold them: of regulations those that are no procedures.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn all<N: Stored>(&self) -> Result<Vec<N>> {
        N::all(self)
    }
}

impl Writer<'_> {
    /// Puts a noun by the rules of its kind.
    ///
    /// # Errors
    /// It cannot be what it says, or what it points to is not there; the workspace cannot be written.
    pub fn put<N: Stored>(&self, noun: &N) -> Result<Put> {
        noun.put(self)
    }

    fn put_whole_sheet(&self, sheet: &Sheet) -> Result<Put> {
        self.put_sheet(&sheet.regulation, &sheet.activities)
    }

    fn put_coded(&self, measure: &Measure) -> Result<Put> {
        self.put_measure(measure).map(|(_, put)| put)
    }
}

/// What is done with the nouns of a kind that is known only when it runs.
macro_rules! by_kind {
    ($($(#[$doc:meta])* $noun:ident, $list:ident, $name:literal, $key:literal;)+) => {
        impl Reader {
            /// Takes all nouns of a kind into a batch.
            ///
            /// # Errors
            /// The workspace cannot be read.
            pub fn gather(&self, kind: Kind, batch: &mut Batch) -> Result<()> {
                match kind {
                    $(Kind::$noun => batch.$list = self.all()?,)+
                }
                Ok(())
            }

            /// What is wrong with the nouns of a kind.
            pub(super) fn look_at(&self, kind: Kind, found: &mut Vec<InvalidRow>) -> Result<()> {
                match kind {
                    $(Kind::$noun => self.look::<$noun>(found),)+
                }
            }
        }

        impl Writer<'_> {
            /// Puts what a batch has of a kind.
            pub(super) fn put_kind(&self, kind: Kind, batch: &Batch, counts: &mut BatchCounts) -> Result<()> {
                match kind {
                    $(Kind::$noun => counts.put(kind, &batch.$list, |noun| self.put(noun)),)+
                }
            }

            /// Puts what a batch has of a kind and the workspace never had.
            pub(super) fn put_missing(
                &self,
                kind: Kind,
                batch: &mut Batch,
                added: &mut AddedSoFar,
                counts: &mut BatchCounts,
            ) -> Result<()> {
                match kind {
                    $(Kind::$noun => {
                        let offered = std::mem::take(&mut batch.$list).into_iter();
                        let missing = offered.filter_map(|noun| noun.missing(self, added).transpose());
                        let missing = missing.collect::<Result<Vec<_>>>()?;
                        added.note(&missing)?;
                        counts.put(kind, &missing, |noun| self.put(noun))
                    })+
                }
            }
        }
    };
}
nouns!(by_kind);
