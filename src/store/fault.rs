//! What SQLite reports, told as faults that say what to do.

use super::guard::REFUSAL;
use crate::text::messages::store::StoreMessage as M;
use crate::text::{Fault, Message};
use rusqlite::ErrorCode;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(_, Some(said)) = &error
            && let Some(place) = said.strip_prefix(REFUSAL)
        {
            return Self::input(M::OutOfBounds.said(&[&place])).hint(M::OutOfBoundsHint.said(&[]));
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
        let fault = Fault::database(said.said(&[])).because(error);
        match hint {
            Some(hint) => fault.hint(hint.said(&[])),
            None => fault,
        }
    }
}

impl From<rusqlite::types::FromSqlError> for Fault {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Self::from(rusqlite::Error::from(error))
    }
}
