//! A folder as the place of exchange: a shared drive, a stick. `REPLICA/000001-000500-HASH.tgc`: one writer to a name, written aside, synced, renamed; nothing is ever
//! written over, so that a service which synchronises folders finds no two contents under one name.

use super::core::file::{Damage, Label, Run};
use super::core::{Hash, ReplicaId};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result, Said};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The largest file that is read, bytes.
const LARGEST: u64 = 1 << 30;

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder(PathBuf);

/// A file of changes, by what its name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Whose changes.
    pub replica: ReplicaId,
    /// Which.
    pub label: Label,
    /// Where it lies.
    pub path: PathBuf,
}

/// A file that is not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file; or the replica, where no file is to blame.
    pub name: String,
    /// Why, by a name for programs.
    pub reason: &'static str,
    /// The same for people.
    pub said: Said,
}

/// What lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Files of changes, by replica and number.
    pub held: Vec<Held>,
    /// Files that end like such and are none.
    pub strange: Vec<Refused>,
}

impl Folder {
    /// The folder with this path, which must be there.
    ///
    /// # Errors
    /// There is no such folder.
    pub fn open(path: &Path) -> Result<Self> {
        if path.is_dir() {
            return Ok(Self(path.to_owned()));
        }
        let fault = Fault::missing(HubWord::NoFolder.said(&[&path.display()]));
        Err(fault.hint(HubWord::NoFolderHint.said(&[])))
    }

    /// What lies in it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn list(&self) -> Result<Listing> {
        let mut listing = Listing::default();
        for (name, path) in entries(&self.0).map_err(|e| self.unreadable(e))? {
            let Some(replica) = ReplicaId::parse(&name).filter(|_| path.is_dir()) else {
                if name.ends_with(".tgc") {
                    listing.strange.push(refused(&name, "misplaced", HubWord::FileMisplaced));
                }
                continue;
            };
            for (file, path) in entries(&path).map_err(|e| self.unreadable(e))? {
                if let Some(label) = Label::parse(&file) {
                    listing.held.push(Held { replica, label, path });
                } else if !file.starts_with('.') && file.contains(".tgc") {
                    listing.strange.push(refused(&format!("{name}/{file}"), "misnamed", HubWord::FileMisnamed));
                }
            }
        }
        listing.held.sort_by_key(|held| (held.replica, held.label));
        Ok(listing)
    }

    fn unreadable(&self, error: io::Error) -> Fault {
        Fault::input(HubWord::FolderUnreadable.said(&[])).because(error).in_file(&self.0)
    }

    /// What a file holds.
    ///
    /// # Errors
    /// It is damaged, foreign, of a later version, or not what its name says.
    pub fn read(&self, held: &Held) -> std::result::Result<Run, Refused> {
        let name = held.name();
        match fs::metadata(&held.path) {
            // What is no file may never end.
            Ok(about) if !about.is_file() => return Err(refused(&name, "unreadable", HubWord::FileUnreadable)),
            Ok(about) if about.len() > LARGEST => return Err(refused(&name, "too_large", HubWord::FileTooLarge)),
            _ => {}
        }
        let bytes = fs::read(&held.path).map_err(|_| refused(&name, "unreadable", HubWord::FileUnreadable))?;
        let run = Run::read(&bytes).map_err(|damage| match damage {
            Damage::Foreign => refused(&name, "foreign", HubWord::FileForeign),
            Damage::Newer => refused(&name, "newer", HubWord::FileNewer),
            Damage::Broken => refused(&name, "damaged", HubWord::FileDamaged),
        })?;
        if (run.replica, run.first, run.last()) != (held.replica, held.label.first, held.label.last) {
            return Err(refused(&name, "misnamed", HubWord::FileMisnamed));
        }
        Ok(run)
    }

    /// Writes changes, of which the last has this hash. What is there under the name already is the same.
    ///
    /// # Errors
    /// The folder is full or cannot be written; then no file of this name is there.
    pub fn write(&self, run: &Run, hash: &Hash) -> Result<()> {
        let folder = self.0.join(run.replica.to_string());
        let name = run.label(hash).name();
        let (aside, path) = (folder.join(format!(".{name}.part")), folder.join(&name));
        let written = (|| {
            fs::create_dir_all(&folder)?;
            if path.exists() {
                return Ok(());
            }
            // Whoever can write to the folder may have put a link there, which is not followed.
            let _ = fs::remove_file(&aside);
            let mut file = File::options().write(true).create_new(true).open(&aside)?;
            file.write_all(&run.bytes())?;
            file.sync_all()?;
            drop(file);
            fs::rename(&aside, &path)?;
            sync_folder(&folder)
        })();
        written.map_err(|error: io::Error| {
            let _ = fs::remove_file(&aside);
            Fault::other(HubWord::FolderUnwritable.said(&[])).because(error).in_file(&path)
        })
    }

    /// Takes away what a writer left aside that was stopped in the middle of writing changes of a replica.
    pub fn clean(&self, replica: ReplicaId) {
        let left = |name: &str| {
            name.strip_prefix('.').and_then(|n| n.strip_suffix(".part")).is_some_and(|n| Label::parse(n).is_some())
        };
        for (name, path) in entries(&self.0.join(replica.to_string())).unwrap_or_default() {
            if left(&name) {
                let _ = fs::remove_file(path);
            }
        }
    }
}

impl Held {
    /// Its folder and its name.
    pub fn name(&self) -> String {
        format!("{}/{}", self.replica, self.label.name())
    }
}

/// A file that is not taken.
pub(super) fn refused(name: &str, reason: &'static str, word: HubWord) -> Refused {
    Refused { name: crate::text::clean_line(name), reason, said: word.said(&[]) }
}

/// What lies in a folder, by name.
fn entries(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        found.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    found.sort();
    Ok(found)
}

/// A name is there for good when its folder is on the disk.
fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
