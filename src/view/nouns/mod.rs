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

use crate::model::Agency;
use crate::store::Reader;
use crate::text::Lang;
use crate::words::assign::AssignWord;
use crate::words::{Message, Result};
use jiff::civil::Date;
use std::collections::HashMap;

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

    /// The name in the language of people; the Vietnamese one where there is no other.
    pub fn named<'t>(&self, vi: &'t str, en: Option<&'t str>) -> &'t str {
        if self.lang == Lang::En { en.unwrap_or(vi) } else { vi }
    }

    /// A name in the language of people, and in the other one.
    pub fn both<'t>(&self, vi: &'t str, en: &'t str) -> (&'t str, &'t str) {
        if self.lang == Lang::En { (en, vi) } else { (vi, en) }
    }

    /// The names of agencies in the language of people; groups of agencies have names too.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn agency_names(&self) -> Result<AgencyNames> {
        let mut names: HashMap<String, String> = HashMap::new();
        for agency in self.reader.all::<Agency>()? {
            let name = self.named(&agency.name, agency.name_en.as_deref()).to_owned();
            names.insert(agency.code, name);
        }
        names.insert("ministries".to_owned(), self.word(AssignWord::Ministries).to_owned());
        names.insert("provinces".to_owned(), self.word(AssignWord::Provinces).to_owned());
        Ok(AgencyNames(names))
    }
}

/// The names of agencies by code.
#[derive(Debug)]
pub struct AgencyNames(HashMap<String, String>);

impl AgencyNames {
    /// The name behind a code; the code itself where the catalogue does not know it.
    pub fn of<'n>(&'n self, code: &'n str) -> &'n str {
        self.0.get(code).map_or(code, String::as_str)
    }

    /// The names behind some codes.
    pub fn list(&self, codes: &[String]) -> String {
        codes.iter().map(|code| self.of(code)).collect::<Vec<_>>().join(", ")
    }
}
