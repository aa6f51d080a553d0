//! A new folder of files: all of them or none; what is there stays as it is.

use super::write_whole;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder that is being filled beside its place.
#[derive(Debug)]
pub struct NewFolder {
    to: PathBuf,
    beside: PathBuf,
    made: TempDir,
}

impl NewFolder {
    /// Begins to fill a folder.
    ///
    /// # Errors
    /// Wrong usage: something is in it. Anything else: it cannot be made.
    pub fn begin(to: &Path) -> Result<Self> {
        let free = std::fs::read_dir(to).map_or(!to.exists(), |mut entries| entries.next().is_none());
        if !free {
            return Err(Fault::usage(CliMessage::FolderInUse.said(&[&to.display()])));
        }
        let beside = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
        let made = tempfile::Builder::new().prefix(".tinhgon-").tempdir_in(&beside).map_err(|e| cannot(to, &e))?;
        Ok(Self { to: to.to_owned(), beside, made })
    }

    /// Puts a file into it, at a path with `/`.
    ///
    /// # Errors
    /// Anything else: it cannot be written.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let file = self.made.path().join(path);
        if let Some(parent) = file.parent().filter(|parent| *parent != self.made.path()) {
            std::fs::create_dir_all(parent).map_err(|e| cannot(&self.to, &e))?;
        }
        write_whole(&file, bytes)
    }

    /// Puts the folder in its place.
    ///
    /// # Errors
    /// Anything else: it cannot be put there.
    pub fn done(self) -> Result<()> {
        let cannot = |e: std::io::Error| cannot(&self.to, &e);
        // A temporary folder is its maker's alone; what documents are written into is as open as other folders.
        let open = std::fs::metadata(&self.beside).map_err(cannot)?.permissions();
        std::fs::set_permissions(self.made.path(), open).map_err(cannot)?;
        std::fs::rename(self.made.path(), &self.to).map_err(cannot)?;
        drop(self.made.keep());
        Ok(())
    }
}

fn cannot(to: &Path, error: &std::io::Error) -> Fault {
    Fault::other(CliMessage::CannotWrite.said(&[&to.display()])).because_io(error)
}
