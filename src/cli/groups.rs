//! The groups of a split as people read them: agencies by their name in the language of the output, kinds by their word.

use super::context::Context;
use crate::model::{AgencyNames, RegulationKind};
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::Cell;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};

/// Names of groups.
pub(super) struct GroupNames {
    agencies: AgencyNames,
    lang: Lang,
}

impl GroupNames {
    /// The names of a workspace.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn read(context: &Context, workspace: &Workspace) -> Result<Self> {
        Ok(Self { agencies: workspace.agency_names(context.lang)?, lang: context.lang })
    }

    /// A group: for people its name, for programs its code; of regulations that state none, that none is stated.
    pub(super) fn cell(&self, key: Option<&str>) -> Cell {
        match key.filter(|key| !key.is_empty()) {
            None => Cell::Nothing(CliMessage::NotStated.text(self.lang)),
            Some(key) => match (self.agencies.get(key), RegulationKind::parse(key)) {
                (Some(name), _) => Cell::Coded(key.to_owned(), name.to_owned()),
                (None, Some(kind)) => Cell::worded(kind, self.lang),
                (None, None) => key.into(),
            },
        }
    }
}
