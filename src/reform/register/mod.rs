//! What figures are computed over: the regulations of a workspace with their figures, the levels of instruments, units of time.

mod level;
mod snapshot;
mod time;

pub use level::Levels;
pub use snapshot::{BaselineState, Covered, Register, Snapshot, Subject, SubjectRow, Unable, Uncounted};
pub use time::TimeRates;
