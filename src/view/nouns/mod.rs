//! The answers about nouns, a file each: their rows and their pages.

pub mod agency;
pub mod assignment;
pub mod campaign;
pub mod cost_sheet;
pub mod debt;
pub mod directive;
pub mod indicator;
pub mod instrument;
pub mod instrument_level;
pub mod linked_service;
pub mod measure;
pub mod measure_kind;
pub mod parameter;
pub mod procedure;
pub mod programme;
pub mod regulation;
pub mod state_data;
pub mod suggestion;

use crate::reform::Snapshot;
use crate::store::Reader;
use crate::text::Lang;
use crate::words::{Message, Result};
use jiff::civil::Date;
use std::borrow::Cow;

/// From what an answer is made: the workspace, the language of people, and the day on which it is true.
#[derive(Clone, Copy)]
pub struct Source<'r> {
    /// The workspace.
    pub reader: &'r Reader,
    /// The language in which people read the answer.
    pub lang: Lang,
    /// The day of statuses and rates.
    pub day: Date,
    /// What is loaded already of that day, where it is; else it is loaded when it is asked for.
    pub snapshot: Option<&'r Snapshot>,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("lang", &self.lang).field("day", &self.day).finish_non_exhaustive()
    }
}

impl<'r> Source<'r> {
    /// The workspace of that day.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn snapshot(&self) -> Result<Cow<'r, Snapshot>> {
        match self.snapshot {
            Some(loaded) => Ok(Cow::Borrowed(loaded)),
            None => Ok(Cow::Owned(self.reader.snapshot(self.day)?)),
        }
    }

    /// A message in the language of people.
    pub fn word(&self, message: impl Message) -> &'static str {
        message.text(self.lang)
    }
}
