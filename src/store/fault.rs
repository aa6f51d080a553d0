//! What SQLite reports, told as faults that say what to do.

use super::guard::REFUSAL;
use crate::words::store::StoreMessage as M;
use crate::words::{Fault, Message};
use rusqlite::ErrorCode;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(_, Some(said)) = &error
            && let Some(place) = said.strip_prefix(REFUSAL)
        {
            return Self::input(M::OutOfBounds.said(&[&place])).hint(M::OutOfBoundsHint.said(&[]));
        }
        if let Some(said) = structure(&error) {
            return Self::database(M::OtherStructure.said(&[])).because(said).hint(M::OtherStructureHint.said(&[]));
        }
        let (said, hint) = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => (M::Busy, Some(M::BusyHint)),
            Some(ErrorCode::DatabaseCorrupt) => (M::Damaged, Some(M::DamagedHint)),
            Some(ErrorCode::NotADatabase) => (M::NotAWorkspace, Some(M::NotAWorkspaceHint)),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => (M::ReadOnly, Some(M::ReadOnlyHint)),
            Some(ErrorCode::DiskFull) => (M::Full, Some(M::FullHint)),
            Some(ErrorCode::CannotOpen) => (M::CannotOpen, Some(M::CannotOpenHint)),
            _ => (M::Sqlite, None),
        };
        let busy = said == M::Busy;
        let fault = Fault::database(said.said(&[])).because(error);
        let fault = if busy { fault.busy() } else { fault };
        match hint {
            Some(hint) => fault.hint(hint.said(&[])),
            None => fault,
        }
    }
}

/// What SQLite says of a statement that does not fit the tables and columns of the file; never the statement itself.
fn structure(error: &rusqlite::Error) -> Option<&str> {
    match error {
        rusqlite::Error::SqlInputError { msg, .. } => Some(msg),
        rusqlite::Error::SqliteFailure(code, Some(said)) if code.code == ErrorCode::Unknown => {
            let unfit = ["no such table", "no such column", "duplicate column", "already exists", "has no column"];
            unfit.iter().any(|part| said.contains(part)).then_some(said)
        }
        _ => None,
    }
}

impl From<rusqlite::types::FromSqlError> for Fault {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Self::from(rusqlite::Error::from(error))
    }
}
