//! A place of exchange, whatever it is: what is there, taking it up, and handing over.

use super::core::file::{Label, Run};
use super::core::{Hash, ReplicaId};
use crate::words::hub::HubWord;
use crate::words::{Message, Result, Said};
use std::path::PathBuf;

/// Changes of a replica that a place has, by what it says of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Whose changes.
    pub replica: ReplicaId,
    /// Which.
    pub label: Label,
    /// The file in which they lie; nothing where the place is none of files.
    pub file: Option<PathBuf>,
}

impl Held {
    /// What people find it by.
    pub fn name(&self) -> String {
        match self.file {
            Some(_) => format!("{}/{}", self.replica, self.label.name()),
            None => self.replica.to_string(),
        }
    }
}

/// What is not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file; or the replica, where no file is to blame.
    pub name: String,
    /// Why, by a name for programs.
    pub reason: &'static str,
    /// The same for people.
    pub said: Said,
}

impl Refused {
    /// With its word.
    pub(super) fn new(name: &str, reason: &'static str, word: HubWord) -> Self {
        Self { name: crate::text::clean_line(name), reason, said: word.said(&[]) }
    }
}

/// What a place has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Changes, by replica and number.
    pub held: Vec<Held>,
    /// What is there and is none, or is not as it should be.
    pub strange: Vec<Refused>,
    /// The last change of the agency of this data file, where the place counts them.
    pub agency: Option<AgencyHead>,
}

/// The last change of an agency at a place that numbers the changes of an agency one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyHead {
    /// The agency.
    pub agency: String,
    /// How many changes it has.
    pub number: u64,
    /// The hash of the last over all before it.
    pub hash: Hash,
}

/// Changes that a place gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// They themselves.
    pub run: Run,
    /// The hash of the last of them, in short, as the place has it.
    pub hash: [u8; 8],
}

impl Given {
    /// So many changes are read at once.
    pub(super) const MOST: u64 = 1_000;
    /// From so many bytes on no further change is read with the others.
    pub(super) const BYTES: usize = 8 << 20;
}

/// All changes of a listed one that come after a number, whatever the place gives at once.
///
/// # Errors
/// Those of [`Place::read`].
pub fn whole(place: &mut dyn Place, held: &Held, after: u64) -> Result<std::result::Result<Given, Refused>> {
    let mut all = match place.read(held, after)? {
        Ok(given) => given,
        refused => return Ok(refused),
    };
    while all.run.last() < held.label.last {
        match place.read(held, all.run.last())? {
            Ok(next) => {
                all.run.bodies.extend(next.run.bodies);
                all.hash = next.hash;
            }
            refused => return Ok(refused),
        }
    }
    Ok(Ok(all))
}

/// Where data files hand over their changes and take up those of others.
pub trait Place {
    /// Which it is, so that it means the same wherever one stands.
    fn address(&self) -> String;

    /// What is there.
    ///
    /// # Errors
    /// It cannot be read or reached.
    fn list(&mut self) -> Result<Listing>;

    /// Changes that were listed, from their beginning or the number `after`; what it leaves for the next time, so that never too much is held at once, is the last of them.
    ///
    /// # Errors
    /// It cannot be reached. Where the changes themselves are not as they should be, they are refused.
    fn read(&mut self, held: &Held, after: u64) -> Result<std::result::Result<Given, Refused>>;

    /// Hands changes over, of which the last has this hash. What is there already is the same, and stays.
    ///
    /// # Errors
    /// It is full, cannot be written or reached, or does not take them. Then none of these changes are there, or all.
    fn write(&mut self, run: &Run, hash: &Hash) -> Result<()>;

    /// Whether it itself holds the chain of each replica, so that what it lists is sound without being read.
    fn vouches(&self) -> bool;

    /// Whether it takes the changes of a replica from this data file; `own` are those that it made.
    fn carries(&self, own: bool) -> bool;

    /// What makes the rules of the place void without a word; nothing where all holds.
    ///
    /// # Errors
    /// It cannot be reached.
    fn traps(&mut self) -> Result<Vec<Refused>> {
        Ok(Vec::new())
    }

    /// The agency for which this data file hands over, where the place knows it.
    ///
    /// # Errors
    /// It cannot be reached, or does not know who comes.
    fn agency(&mut self) -> Result<Option<String>> {
        Ok(None)
    }

    /// Takes away what a writer left that was stopped in the middle of handing over changes of a replica.
    fn clean(&mut self, _of: ReplicaId) {}
}
