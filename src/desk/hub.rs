//! The exchange with other data files: join, hand over, take in, decide.

use super::Desk;
use crate::cost::Sum;
use crate::hub::conflict::{self, Conflict, Decision};
use crate::hub::folder::Folder;
use crate::hub::sync::{self, Status, Synced};
use crate::model::{Agency, Fraction};
use crate::store::{Reader, Replica};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What begins the name of a folder of exchange.
const FOLDER: &str = "folder:";

/// A conflict, with what follows from each of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// The values that stand against each other.
    pub conflict: Conflict,
    /// The compliance cost of the regulation per year under each of them, in their order, đồng; nothing where it is not a matter of a cost sheet.
    pub annual: Vec<Option<Fraction>>,
}

impl Desk<'_> {
    /// Makes the data file one of those that exchange at a place; gives its name among them.
    ///
    /// # Errors
    /// Wrong usage, where it has joined already or the place is none; missing, where there is no such agency or folder.
    pub fn hub_join(&mut self, to: &str, agency: Option<&str>) -> Result<Replica> {
        let path = path_of(to)?;
        Folder::open(&path)?;
        if let Some(code) = agency
            && !self.workspace.all::<Agency>()?.iter().any(|known| known.code == code)
        {
            return Err(super::not_found(crate::model::Kind::Agency, code));
        }
        let path = std::path::absolute(&path).unwrap_or(path);
        sync::join(self.workspace, &format!("{FOLDER}{}", path.display()), agency.unwrap_or_default())
    }

    /// Gives a copy that went its own way a name of its own.
    ///
    /// # Errors
    /// Wrong usage, where it has not joined.
    pub fn hub_join_anew(&mut self, to: Option<&str>) -> Result<Replica> {
        let folder = self.folder(to)?;
        sync::join_anew(self.workspace, &folder, &self.who)
    }

    /// Hands over what the place of exchange does not have.
    ///
    /// # Errors
    /// Those of [`sync::push`].
    pub fn hub_push(&mut self, to: Option<&str>) -> Result<Synced> {
        let folder = self.folder(to)?;
        sync::push(self.workspace, &folder, &self.who)
    }

    /// Takes in what others have handed over.
    ///
    /// # Errors
    /// Those of [`sync::pull`].
    pub fn hub_pull(&mut self, to: Option<&str>) -> Result<Synced> {
        let folder = self.folder(to)?;
        sync::pull(self.workspace, &folder, &self.who)
    }

    /// Takes in, and hands over.
    ///
    /// # Errors
    /// Those of [`sync::sync`].
    pub fn hub_sync(&mut self, to: Option<&str>) -> Result<Synced> {
        let folder = self.folder(to)?;
        sync::sync(self.workspace, &folder, &self.who)
    }

    /// Where the data file stands.
    ///
    /// # Errors
    /// Those of [`sync::status`].
    pub fn hub_status(&mut self, to: Option<&str>) -> Result<Status> {
        let folder = self.folder(to)?;
        sync::status(self.workspace, &folder)
    }

    /// The conflicts, with what follows from each value.
    ///
    /// # Errors
    /// Wrong usage, where it has not joined; it cannot be read.
    pub fn hub_conflicts(&mut self) -> Result<Vec<Disputed>> {
        let (all, today) = (conflict::all(self.workspace)?, self.today);
        let of = |conflict: Conflict| {
            let annual = conflict::under_each(self.workspace, &conflict, &self.who, |reader, regulation| {
                annual(reader, regulation, today)
            })?;
            Ok(Disputed { conflict, annual })
        };
        all.into_iter().map(of).collect()
    }

    /// Decides a conflict; gives the entry of the journal, where the row became other than it was shown.
    ///
    /// # Errors
    /// Missing, where there is no such conflict.
    pub fn hub_resolve(&mut self, decision: &Decision) -> Result<Option<i64>> {
        conflict::decide(self.workspace, decision, &self.who)
    }

    /// The place of exchange that is named, else that of the last time.
    fn folder(&self, to: Option<&str>) -> Result<Folder> {
        let known = self.workspace.replica()?;
        match (to, known) {
            (Some(to), _) => Folder::open(&path_of(to)?),
            (None, Some(known)) => Folder::open(&path_of(&known.hub)?),
            (None, None) => Err(Fault::usage(HubWord::NoHub.said(&[])).hint(HubWord::NoHubHint.said(&[]))),
        }
    }
}

fn path_of(to: &str) -> Result<PathBuf> {
    match to.strip_prefix(FOLDER).filter(|path| !path.is_empty()) {
        Some(path) => Ok(Path::new(path).to_owned()),
        None => Err(Fault::usage(HubWord::BadHub.said(&[&to])).hint(HubWord::BadHubHint.said(&[]))),
    }
}

/// The compliance cost of a regulation per year.
fn annual(reader: &Reader, regulation: &str, day: Date) -> Result<Option<Fraction>> {
    let snapshot = reader.snapshot_of(day, &BTreeSet::from([regulation.to_owned()]))?;
    let mut sum = Sum::default();
    snapshot.live.subjects.iter().for_each(|subject| sum.add_fraction(subject.annual));
    Ok(sum.total())
}
