//! What a long change says of itself to those who wait for it: a small file beside the workspace, there while the change is being made.

use crate::words::store::StoreMessage;
use crate::words::{Fault, Message};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::ErrorCode;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often the file is written again.
const EVERY: Duration = Duration::from_millis(500);

/// What runs, since when, and how far it is.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Note {
    what: String,
    process: u32,
    since: Timestamp,
    done: u64,
    of: u64,
}

/// The file of a long change; it goes when this is dropped.
#[derive(Debug)]
pub struct Announcement {
    path: Option<PathBuf>,
    note: Note,
    written: Instant,
}

impl Announcement {
    /// Says what runs. Where the file cannot be written, nobody is told, and the change goes on.
    pub(super) fn new(workspace: Option<&Path>, what: &str) -> Self {
        let note = Note { what: what.to_owned(), process: std::process::id(), since: Timestamp::now(), done: 0, of: 0 };
        let made = Self { path: workspace.map(path_of), note, written: Instant::now() };
        made.write();
        made
    }

    /// Says how far it is.
    pub fn at(&mut self, done: u64, of: u64) {
        (self.note.done, self.note.of) = (done, of);
        if self.written.elapsed() >= EVERY {
            self.written = Instant::now();
            self.write();
        }
    }

    fn write(&self) {
        if let (Some(path), Ok(text)) = (&self.path, serde_json::to_string(&self.note)) {
            let _ = std::fs::write(path, text);
        }
    }
}

impl Drop for Announcement {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn path_of(workspace: &Path) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(".busy");
    name.into()
}

/// Takes away the file of a change that was killed. Only who holds the lock may.
pub(super) fn clear(workspace: Option<&Path>) {
    if let Some(path) = workspace.map(path_of).filter(|path| path.exists()) {
        let _ = std::fs::remove_file(path);
    }
}

/// The fault of a change that could not begin, with what holds the lock, where that is known.
pub(super) fn explained(error: rusqlite::Error, workspace: Option<&Path>) -> Fault {
    let busy = matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked));
    let note = workspace.filter(|_| busy).and_then(|path| std::fs::read(path_of(path)).ok());
    let Some(note) = note.and_then(|text| serde_json::from_slice::<Note>(&text).ok()) else { return error.into() };
    let since = note.since.to_zoned_datetime(TimeZone::system()).strftime("%H:%M").to_string();
    let percent = (note.done * 100).checked_div(note.of).unwrap_or(0);
    let said = StoreMessage::BusyWith.said(&[&note.what, &note.process, &since, &percent]);
    Fault::database(said).hint(StoreMessage::BusyHint.said(&[])).busy()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::store::{ChangeMeta, Workspace};
    use crate::text::Lang;
    use crate::words::{FaultKind, Result};
    use std::time::Duration;

    fn who() -> ChangeMeta {
        let text = String::new;
        ChangeMeta { author: text(), device: text(), command: text(), note: text(), at: jiff::Timestamp::UNIX_EPOCH }
    }

    #[test]
    fn who_waits_is_told_what_runs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("w.db");
        let (mut one, mut other) = (Workspace::create(&path).unwrap(), Workspace::open(&path).unwrap());
        other.set_patience(Duration::from_millis(20)).unwrap();
        let refused = one.change(&who(), |writer| {
            let mut told = writer.announce("import list.csv");
            std::thread::sleep(super::EVERY);
            told.at(30, 120);
            Ok(other.change(&who(), |_| Ok(())).unwrap_err())
        });
        let fault = refused.unwrap().value;
        let message = fault.message(Lang::En);
        assert_eq!(fault.kind(), FaultKind::Database);
        assert!(message.contains("import list.csv") && message.contains("25%"), "{message}");
        assert!(message.contains(&std::process::id().to_string()), "{message}");
        assert!(!super::path_of(&path).exists());
    }

    #[test]
    fn the_file_of_a_change_that_was_killed_is_taken_away_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("w.db");
        let mut workspace = Workspace::create(&path).unwrap();
        std::fs::write(super::path_of(&path), "{}").unwrap();
        let done: Result<_> = workspace.change(&who(), |_| Ok(()));
        assert!(done.is_ok() && !super::path_of(&path).exists());
    }
}
