//! Backups on a schedule: a folder of copies named by their second, of which the newest are kept.

use super::Workspace;
use crate::words::Result;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// What begins and ends the name of a copy in such a folder.
const NAME: (&str, &str) = ("tinhgon-", ".db");

/// What became of a folder of copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The new copy.
    pub to: PathBuf,
    /// The old ones that were taken away.
    pub removed: Vec<PathBuf>,
}

impl Workspace {
    /// Writes a copy into a folder under a name made of the time (UTC): `tinhgon-20261130-081500.db`. Only when it is there whole, older copies with such
    /// names are taken away, until so many are left; other files in the folder are not touched.
    ///
    /// # Errors
    /// There is no such folder; a copy of this second is there; the copy cannot be written: then none is taken away.
    pub fn backup_into(&self, folder: &Path, at: Timestamp, keep: NonZeroUsize) -> Result<Kept> {
        if !folder.is_dir() {
            return Err(Fault::missing(StoreMessage::NoFolder.said(&[])).in_file(folder));
        }
        let name = at.to_zoned_datetime(TimeZone::UTC).strftime("%Y%m%d-%H%M%S").to_string();
        let to = folder.join(format!("{}{name}{}", NAME.0, NAME.1));
        self.backup(&to)?;
        let cannot = |error: std::io::Error| {
            Fault::database(StoreMessage::CannotCopy.said(&[])).because_io(&error).in_file(folder)
        };
        let mut copies: Vec<PathBuf> = std::fs::read_dir(folder)
            .map_err(cannot)?
            .filter_map(std::result::Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.is_file() && path.file_name().is_some_and(|name| is_copy(&name.to_string_lossy())))
            .collect();
        copies.sort();
        let over = copies.len().saturating_sub(keep.get());
        let mut removed = Vec::new();
        for old in copies.into_iter().take(over).filter(|old| *old != to) {
            std::fs::remove_file(&old).map_err(cannot)?;
            removed.push(old);
        }
        Ok(Kept { to, removed })
    }
}

fn is_copy(name: &str) -> bool {
    let time = name.strip_prefix(NAME.0).and_then(|name| name.strip_suffix(NAME.1));
    time.is_some_and(|time| {
        time.len() == 15
            && time.bytes().enumerate().all(|(at, byte)| if at == 8 { byte == b'-' } else { byte.is_ascii_digit() })
    })
}
