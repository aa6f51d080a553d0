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

use crate::store::Reader;
use crate::text::Lang;
use crate::words::Message;
use jiff::civil::Date;

/// From what an answer is made: the workspace, the language of people, and the day on which it is true.
#[derive(Clone, Copy)]
pub struct Source<'r> {
    /// The workspace.
    pub reader: &'r Reader,
    /// The language in which people read the answer.
    pub lang: Lang,
    /// The day of statuses and rates.
    pub day: Date,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("lang", &self.lang).field("day", &self.day).finish_non_exhaustive()
    }
}

impl Source<'_> {
    /// A message in the language of people.
    pub fn word(&self, message: impl Message) -> &'static str {
        message.text(self.lang)
    }
}
