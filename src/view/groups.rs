//! The groups of a split as people read them: agencies and levels by their name, kinds by their word.

use super::Cell;
use super::nouns::Source;
use crate::model::{Agency, AgencyNames, RegulationKind};
use crate::reform::GroupBy;
use crate::text::Lang;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result, Said};
use std::collections::HashMap;

/// Names of groups by their key.
#[derive(Debug, Clone)]
pub struct GroupNames {
    names: HashMap<String, Said>,
    lang: Lang,
}

impl GroupNames {
    /// The names of agencies and of kinds.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn read(from: &Source<'_>) -> Result<Self> {
        let agencies = from.reader.all::<Agency>()?;
        let mut english: HashMap<String, String> = AgencyNames::new(&agencies, Lang::En).into();
        let vietnamese: HashMap<String, String> = AgencyNames::new(&agencies, Lang::Vi).into();
        let agencies = vietnamese.into_iter().map(|(code, vi)| {
            let en = english.remove(&code).unwrap_or_default();
            (code, Said { vi, en })
        });
        let kinds = RegulationKind::ALL.iter().map(|kind| (kind.name().to_owned(), Said::by(|lang| kind.word(lang))));
        Ok(Self { names: agencies.chain(kinds).collect(), lang: from.lang })
    }

    /// Other groups by their own names.
    pub fn of(names: impl Iterator<Item = (String, Said)>, lang: Lang) -> Self {
        Self { names: names.collect(), lang }
    }

    /// The name of a group; its key where it has none, and of those that state none, that none is stated.
    pub fn said(&self, key: Option<&str>) -> Said {
        match key.filter(|key| !key.is_empty()) {
            None => CliMessage::NotStated.said(&[]),
            Some(key) => self.names.get(key).cloned().unwrap_or_else(|| Said::same(key)),
        }
    }

    /// The group of a sum; the total where it is not split.
    pub fn total(&self, by: Option<GroupBy>, key: &str) -> Cell {
        match by {
            None => Cell::Named("total", CliMessage::Total.text(self.lang)),
            Some(_) => self.cell(Some(key)),
        }
    }

    /// A group: for people its name, for programs its code.
    pub fn cell(&self, key: Option<&str>) -> Cell {
        match key.filter(|key| !key.is_empty()) {
            None => Cell::Nothing(CliMessage::NotStated.text(self.lang)),
            Some(key) => Cell::Coded(key.to_owned(), self.said(Some(key)).text(self.lang).to_owned()),
        }
    }
}
