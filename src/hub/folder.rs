//! A folder as the place of exchange: a shared drive, a stick. `REPLICA/000001-000500-HASH.tgc`: one writer to a name, written aside, synced, renamed; nothing is ever
//! written over, so that a service which synchronises folders finds no two contents under one name.

use super::core::file::{Damage, Label, Run};
use super::core::{Hash, ReplicaId};
use super::place::{Given, Held, Listing, Place, Refused};
use crate::words::hub::HubWord;
use crate::words::{Fault, Message, Result};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What begins the address of a folder of exchange.
pub const PREFIX: &str = "folder:";

/// The largest file that is read, bytes.
const LARGEST: u64 = 1 << 30;

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder(PathBuf);

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

    fn unreadable(&self, error: io::Error) -> Fault {
        Fault::input(HubWord::FolderUnreadable.said(&[])).because(error).in_file(&self.0)
    }
}

impl Place for Folder {
    fn address(&self) -> String {
        format!("{PREFIX}{}", std::path::absolute(&self.0).unwrap_or_else(|_| self.0.clone()).display())
    }

    fn list(&mut self) -> Result<Listing> {
        let mut listing = Listing::default();
        for (name, path) in entries(&self.0).map_err(|e| self.unreadable(e))? {
            let Some(replica) = ReplicaId::parse(&name).filter(|_| path.is_dir()) else {
                if name.ends_with(".tgc") {
                    listing.strange.push(Refused::new(&name, "misplaced", HubWord::FileMisplaced));
                }
                continue;
            };
            for (file, path) in entries(&path).map_err(|e| self.unreadable(e))? {
                if let Some(label) = Label::parse(&file) {
                    listing.held.push(Held { replica, label, file: Some(path) });
                } else if !file.starts_with('.') && file.contains(".tgc") {
                    listing.strange.push(Refused::new(&format!("{name}/{file}"), "misnamed", HubWord::FileMisnamed));
                }
            }
        }
        listing.held.sort_by_key(|held| (held.replica, held.label));
        Ok(listing)
    }

    fn read(&mut self, held: &Held, _after: u64) -> Result<std::result::Result<Given, Refused>> {
        Ok(read(held).map(|run| Given { run, hash: held.label.hash }))
    }

    fn write(&mut self, run: &Run, hash: &Hash) -> Result<()> {
        let folder = self.0.join(run.replica.to_string());
        let name = run.label(hash).name();
        let (aside, path) = (folder.join(format!(".{name}.part")), folder.join(&name));
        let written = (|| {
            fs::create_dir_all(&folder)?;
            let bytes = run.bytes();
            // What is there under this name is the same, unless it was damaged since.
            if fs::metadata(&path).is_ok_and(|about| about.len() == bytes.len() as u64) && fs::read(&path)? == bytes {
                return Ok(());
            }
            // Whoever can write to the folder may have put a link there, which is not followed.
            let _ = fs::remove_file(&aside);
            let mut file = File::options().write(true).create_new(true).open(&aside)?;
            file.write_all(&bytes)?;
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

    /// What is damaged counts for nothing, so files are read before they are believed.
    fn vouches(&self) -> bool {
        false
    }

    /// A stick goes from hand to hand.
    fn carries(&self, _own: bool) -> bool {
        true
    }

    fn clean(&mut self, replica: ReplicaId) {
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

/// What a file holds; refused where it is damaged, foreign, of a later version, or not what its name says.
fn read(held: &Held) -> std::result::Result<Run, Refused> {
    let name = held.name();
    let path = held.file.as_deref().unwrap_or(Path::new(""));
    match fs::metadata(path) {
        // What is no file may never end.
        Ok(about) if !about.is_file() => return Err(Refused::new(&name, "unreadable", HubWord::FileUnreadable)),
        Ok(about) if about.len() > LARGEST => return Err(Refused::new(&name, "too_large", HubWord::FileTooLarge)),
        _ => {}
    }
    let bytes = fs::read(path).map_err(|_| Refused::new(&name, "unreadable", HubWord::FileUnreadable))?;
    let run = Run::read(&bytes).map_err(|damage| match damage {
        Damage::Foreign => Refused::new(&name, "foreign", HubWord::FileForeign),
        Damage::Newer => Refused::new(&name, "newer", HubWord::FileNewer),
        Damage::Broken => Refused::new(&name, "damaged", HubWord::FileDamaged),
    })?;
    if (run.replica, run.first, run.last()) != (held.replica, held.label.first, held.label.last) {
        return Err(Refused::new(&name, "misnamed", HubWord::FileMisnamed));
    }
    Ok(run)
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
