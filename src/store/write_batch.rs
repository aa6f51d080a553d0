//! Writing what a file held, noun by noun, and counting what that did.

use super::terms::{Kept, UnknownAgency};
use super::{Put, Writer, pointed, read};
use crate::model::{Batch, Kind};
use crate::words::{Fault, Result, Said};

/// What putting the nouns of one kind did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NounCounts {
    /// Were not there.
    pub added: usize,
    /// Were there and are different now.
    pub updated: usize,
    /// Were there, the same.
    pub unchanged: usize,
}

impl NounCounts {
    fn count(&mut self, put: Put) {
        match put {
            Put::Added => self.added += 1,
            Put::Updated => self.updated += 1,
            Put::Unchanged => self.unchanged += 1,
        }
    }

    /// All of them.
    pub fn total(&self) -> usize {
        self.added + self.updated + self.unchanged
    }
}

/// What putting a batch did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BatchCounts {
    /// By kind of noun, as commands name it; kinds of which the batch held none are left out.
    pub nouns: Vec<(&'static str, NounCounts)>,
    /// What the user should know.
    pub notes: Vec<Said>,
    /// What was offered and not done, see [`Writer::on_terms`].
    pub kept: Vec<Kept>,
    /// Agencies that are named and not in the catalogue, by name.
    pub unknown_agencies: Vec<UnknownAgency>,
}

impl BatchCounts {
    /// Over all kinds of noun.
    pub fn total(&self) -> NounCounts {
        self.nouns.iter().fold(NounCounts::default(), |sum, (_, n)| NounCounts {
            added: sum.added + n.added,
            updated: sum.updated + n.updated,
            unchanged: sum.unchanged + n.unchanged,
        })
    }

    /// Adds what another batch of the same change did.
    pub fn merge(&mut self, other: Self) {
        for (noun, more) in other.nouns {
            match self.nouns.iter_mut().find(|(known, _)| *known == noun) {
                Some((_, counts)) => {
                    counts.added += more.added;
                    counts.updated += more.updated;
                    counts.unchanged += more.unchanged;
                }
                None => self.nouns.push((noun, more)),
            }
        }
        self.notes.extend(other.notes);
        self.kept.extend(other.kept);
        for agency in other.unknown_agencies {
            match self.unknown_agencies.iter_mut().find(|known| known.name == agency.name) {
                Some(known) => known.nouns += agency.nouns,
                None => self.unknown_agencies.push(agency),
            }
        }
    }

    pub(super) fn put<T>(&mut self, kind: Kind, items: &[T], mut put: impl FnMut(&T) -> Result<Put>) -> Result<()> {
        let mut counts = NounCounts::default();
        for (at, item) in items.iter().enumerate() {
            counts.count(put(item).map_err(|fault| fault.in_item(kind.key(), at))?);
        }
        if counts.total() > 0 {
            self.nouns.push((kind.name(), counts));
        }
        Ok(())
    }
}

impl Writer<'_> {
    /// Puts all that a batch holds as [`Writer::put_batch`] does, but what is there already stays: only what is empty is filled.
    /// Another name for a code that is known is noted.
    ///
    /// # Errors
    /// Those of [`Writer::put_batch`].
    pub fn fill_gaps(&self, batch: &Batch) -> Result<BatchCounts> {
        self.gaps_only.set(true);
        let counts = self.put_batch(batch);
        self.gaps_only.set(false);
        counts
    }

    /// Puts all that a batch holds, what others point to first.
    ///
    /// # Errors
    /// Those of the single puts; then the change that this is part of is not made.
    pub fn put_batch(&self, batch: &Batch) -> Result<BatchCounts> {
        let mut counts = BatchCounts::default();
        for kind in Kind::WRITTEN {
            self.put_kind(*kind, batch, &mut counts)?;
        }
        self.successors_are_there(batch)?;
        self.take_told(&mut counts);
        Ok(counts)
    }

    /// Agencies may take over from each other in any order of a file: whether they are there is known when all are.
    fn successors_are_there(&self, batch: &Batch) -> Result<()> {
        for (at, agency) in batch.agencies.iter().enumerate() {
            for successor in &agency.successors {
                if !read::exists(self.conn, "agency", "code", &successor.agency)? {
                    let said = pointed::unknown(Kind::Agency.word(), &successor.agency, &[]);
                    return Err(Fault::input(said).in_item(Kind::Agency.key(), at));
                }
            }
        }
        Ok(())
    }

    /// What is to be told of what was put so far.
    pub(super) fn take_told(&self, counts: &mut BatchCounts) {
        counts.notes = self.take_notes();
        counts.kept = self.take_kept();
        counts.unknown_agencies = self.take_unknown_agencies();
    }
}
