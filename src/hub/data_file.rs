//! Another data file as the place of exchange: that of a colleague, handed over by mail or on a stick. It is looked at in a copy, so that nothing of it is written.

use super::core::file::{Label, Run};
use super::core::{Hash, ReplicaId};
use super::place::{Given, Held, Listing, Place, Refused};
use super::session::{Session, not_joined};
use crate::store::Workspace;
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A data file of somebody else.
pub struct DataFile {
    /// The copy, and where it lies.
    copy: Workspace,
    path: PathBuf,
    _aside: TempDir,
}

impl DataFile {
    /// The data file at a path, with all that was done in it.
    ///
    /// # Errors
    /// It is none, is damaged, of a later version, or has not joined an exchange: then nobody could tell its changes from those of another.
    pub fn open(path: &Path) -> Result<Self> {
        let aside = tempfile::tempdir().map_err(|e| Fault::other(HubWord::NoRoomAside.said(&[])).because_io(&e))?;
        let at = aside.path().join("copy.db");
        Workspace::copy_of(path, &at)?;
        let mut copy = Workspace::open(&at).map_err(|fault| fault.renamed(&at, path))?;
        if copy.replica()?.is_none() {
            return Err(not_joined().hint(HubWord::OtherNotJoined.said(&[])).in_file(path));
        }
        // What was not turned into changes there yet becomes the same changes here, byte for byte: they follow from its journal alone.
        copy.exchange(|x| {
            let mut session = Session::open(x)?;
            session.derive()?;
            session.close()
        })?;
        Ok(Self { copy, path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()), _aside: aside })
    }
}

impl Place for DataFile {
    fn address(&self) -> String {
        self.path.display().to_string()
    }

    fn list(&mut self) -> Result<Listing> {
        let mut listing = Listing::default();
        for (name, last) in self.copy.exchanged_heads()? {
            let hash = self.copy.exchanged_hash(&name, last)?.and_then(|hash| Hash::parse(&hash));
            let (Some(replica), Some(hash)) = (ReplicaId::parse(&name), hash) else { continue };
            listing.held.push(Held { replica, label: Label { first: 1, last, hash: hash.brief() }, file: None });
        }
        Ok(listing)
    }

    fn read(&mut self, held: &Held, after: u64) -> Result<std::result::Result<Given, Refused>> {
        let name = held.replica.to_string();
        let refused = || Ok(Err(Refused::new(&name, "gap", HubWord::FileGap)));
        let before = match after {
            0 => Some(Hash::START),
            _ => self.copy.exchanged_hash(&name, after)?.and_then(|hash| Hash::parse(&hash)),
        };
        let Some(before) = before else { return refused() };
        let (mut bodies, mut bytes, mut last) = (Vec::new(), 0, before);
        for number in after + 1..=held.label.last.min(after.saturating_add(Given::MOST)) {
            if bytes >= Given::BYTES {
                break;
            }
            let logged = self.copy.exchanged(&name, number)?;
            match logged.map(|logged| (Hash::parse(&logged.hash), logged.body)) {
                Some((Some(hash), body)) => {
                    last = hash;
                    bytes += body.len();
                    bodies.push(body);
                }
                _ => return refused(),
            }
        }
        let run = Run { replica: held.replica, first: after + 1, before, bodies };
        Ok(Ok(Given { run, hash: last.brief() }))
    }

    /// Nothing is written into the data file of somebody else.
    fn write(&mut self, _run: &Run, _hash: &Hash) -> Result<()> {
        Ok(())
    }

    fn vouches(&self) -> bool {
        false
    }

    fn carries(&self, _own: bool) -> bool {
        false
    }
}
