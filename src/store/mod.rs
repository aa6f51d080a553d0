//! The workspace: one SQLite file with the nouns, the journal of every change, and the search index.
//!
//! Reading ([`Reader`], on a [`Workspace`] or inside a change) gives the nouns of `model`; writing happens inside [`Workspace::change`], one transaction and one entry of the
//! journal. [`Reader::snapshot`] gives what `reform` computes on.

mod backups;
mod baseline;
mod busy;
mod cite;
mod direct;
mod doctor;
mod fault;
mod guard;
mod heard;
mod history;
mod instruments;
mod invalid;
mod journal;
mod kept;
mod matching;
mod missing;
mod numbers;
mod open;
mod packed;
mod pointed;
mod read;
mod read_reform;
mod replica;
mod rescue;
mod rests;
mod row_counts;
mod rows;
mod schema;
mod search;
mod shelf;
mod snapshot;
mod source;
#[cfg(test)]
mod spoil;
mod stored;
mod suggest;
mod sync;
mod terms;
mod uncertain;
mod undo;
mod unread;
mod valid;
mod write;
mod write_batch;
mod write_reform;
mod write_sheet;

pub use backups::Kept as KeptBackups;
pub use baseline::BaselineOn;
pub use busy::Announcement;
pub use doctor::{Finding, FindingCode, Severity};
pub use heard::Heard;
pub use history::{ChangeRecord, HistoryFilter, Operation};
pub use instruments::{InstrumentRow, Resting, VersionHead};
pub use invalid::InvalidRow;
pub use journal::{ChangeMeta, Changed};
pub use open::{Reader, Workspace};
pub use read::RegulationRow;
pub use replica::{Exchange, ForeignKey, Logged, NetEdit, Replica};
pub use rests::Rests;
pub use row_counts::RowCounts;
pub use search::{Hit, SearchKind};
pub use shelf::Shelved;
#[cfg(test)]
pub use spoil::spoil;
pub use stored::Stored;
pub use terms::{Kept, Terms, UnknownAgency, written};
pub use uncertain::UncertainSnapshot;
pub use undo::{Reversible, Undone};
pub use unread::{Passed, UnreadRow};
pub use write::{Put, Writer};
pub use write_batch::{BatchCounts, NounCounts};
