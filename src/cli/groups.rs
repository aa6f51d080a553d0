//! The groups of a split as people read them: agencies by their name in the language of the output, kinds by their word.

use super::context::Context;
use crate::model::{Agency, RegulationKind};
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::Cell;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};
use std::collections::HashMap;

/// Names of groups.
pub(super) struct GroupNames {
    /// Names of agencies by code.
    agencies: HashMap<String, String>,
    lang: Lang,
}

impl GroupNames {
    /// The names of a workspace.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn read(context: &Context, workspace: &Workspace) -> Result<Self> {
        let lang = context.lang;
        let name = |name: String, english: Option<String>| english.filter(|_| lang == Lang::En).unwrap_or(name);
        let agencies = workspace.all::<Agency>()?.into_iter().map(|a| (a.code, name(a.name, a.name_en))).collect();
        Ok(Self { agencies, lang })
    }

    /// A group: for people its name, for programs its code; of regulations that state none, that none is stated.
    pub(super) fn cell(&self, key: Option<&str>) -> Cell {
        match key.filter(|key| !key.is_empty()) {
            None => Cell::Nothing(CliMessage::NotStated.text(self.lang)),
            Some(key) => match (self.agencies.get(key), RegulationKind::parse(key)) {
                (Some(name), _) => Cell::Coded(key.to_owned(), name.clone()),
                (None, Some(kind)) => Cell::worded(kind, self.lang),
                (None, None) => key.into(),
            },
        }
    }
}
