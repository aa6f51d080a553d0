//! Two who write the same field: what a verb replaced, and what stands where something else was expected.

use super::LastTouch;
use crate::model::Provenance;
use crate::store::Reader;
use crate::words::Result;

/// What stands, or stood, in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As text, in the form that commands and screens read.
    pub value: String,
    /// How sure it is; nothing where that is not told of the field.
    pub provenance: Option<Provenance>,
}

/// What somebody takes to stand in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected<F> {
    /// The field.
    pub field: F,
    /// What should stand there, in any spelling that the field reads.
    pub value: String,
    /// How sure that should be; nothing to take any.
    pub provenance: Option<Provenance>,
}

/// A field in which something else stands than was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Name of the field.
    pub field: String,
    /// What was expected.
    pub expected: String,
    /// What stands there.
    pub figure: Figure,
    /// Who wrote that, and when; nothing where the journal does not tell.
    pub last: Option<LastTouch>,
}

/// A field in which one thing took the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Name of the field.
    pub field: String,
    /// What stood there.
    pub before: Figure,
    /// What stands there now.
    pub after: Figure,
    /// Who had written what stood there, and when; nothing where the journal does not tell.
    pub last: Option<LastTouch>,
}

/// How a verb ended that was told what to expect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It was done.
    Done(T),
    /// Nothing was written, because something else stands in these fields than was expected.
    Stands(Vec<Standing>),
}

impl<T> Outcome<T> {
    /// What was done; nothing when something else stands there.
    pub fn done(self) -> Option<T> {
        match self {
            Self::Done(value) => Some(value),
            Self::Stands(_) => None,
        }
    }
}

/// Who had last written a column of a row.
pub(super) fn last_of(reader: &Reader, place: &str, key: &[&str], column: &str) -> Result<Option<LastTouch>> {
    let key = serde_json::Value::from(key).to_string();
    Ok(reader.last_touch(place, &key, column, i64::MAX)?.map(LastTouch::from))
}
