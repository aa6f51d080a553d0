//! What is remembered from day to day, for each person: the way, columns, filters under a name, the language, and what was typed and not saved.
//! It stands in the workspace beside the journal, not in it.

use super::place::Place;
use crate::store::Workspace;
use crate::words::Result;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Under which names drafts are kept.
const DRAFT: &str = "draft:";

/// What was typed and not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// The screen on which it was typed.
    pub(super) place: Place,
    /// The form, or the cell: the screen knows it by this.
    pub(super) form: String,
    /// What it is, for people.
    pub(super) title: String,
    /// What was typed, by field.
    pub(super) answers: BTreeMap<String, String>,
}

impl Draft {
    /// The name under which it is kept: one a form of a place.
    pub(super) fn name(&self) -> String {
        format!("{DRAFT}{}/{}/{}", self.place.screen, self.place.about, self.form)
    }
}

/// What is remembered of one person.
#[derive(Debug, Default)]
pub(super) struct Kept {
    values: BTreeMap<String, String>,
}

impl Kept {
    /// Reads what is remembered of a person.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn load(workspace: &Workspace, person: &str) -> Result<Self> {
        Ok(Self { values: workspace.kept_of(person)? })
    }

    /// What is remembered under a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// The same, read; nothing where it cannot be read any more.
    pub(super) fn read<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_str(self.get(name)?).ok()
    }

    /// The names that begin so, in order.
    pub(super) fn names<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = &'a str> {
        self.values
            .range(beginning.to_owned()..)
            .map(|(name, _)| name.as_str())
            .take_while(move |n| n.starts_with(beginning))
    }

    /// What was typed and not saved.
    pub(super) fn drafts(&self) -> Vec<Draft> {
        self.names(DRAFT).filter_map(|name| self.read(name)).collect()
    }

    /// Remembers, or forgets, in memory; whether that is new.
    pub(super) fn put(&mut self, name: &str, value: Option<&str>) -> bool {
        match value {
            Some(value) => self.values.insert(name.to_owned(), value.to_owned()).as_deref() != Some(value),
            None => self.values.remove(name).is_some(),
        }
    }
}
