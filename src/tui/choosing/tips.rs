//! What dossiers suggest, to be accepted one by one.

use crate::reform::suggest::Suggestion;
use crate::text::fold;
use tui_input::Input;

/// The suggestions.
#[derive(Debug, Default)]
pub(in crate::tui) struct Tips {
    pub(in crate::tui) all: Vec<Suggestion>,
    folded: Vec<String>,
    pub(in crate::tui) filter: Input,
    /// Those that the filter leaves.
    pub(in crate::tui) found: Vec<usize>,
    pub(in crate::tui) at: usize,
}

impl Tips {
    /// Takes suggestions that were loaded; filter and cursor stay.
    pub(in crate::tui) fn loaded(&mut self, all: Vec<Suggestion>) {
        let words = |s: &Suggestion| {
            let agency = s.agency.as_deref().unwrap_or_default();
            let held = s.held.as_ref().map_or("", |held| held.name.as_str());
            fold(&format!("{} {} {} {agency} {held} {}", s.id, s.name, s.component_name, s.kind))
        };
        self.folded = all.iter().map(words).collect();
        self.all = all;
        let at = self.at;
        self.filter();
        self.at = at.min(self.found.len().saturating_sub(1));
    }

    /// Finds again what the filter leaves.
    pub(in crate::tui) fn filter(&mut self) {
        let words: Vec<String> = self.filter.value().split_whitespace().map(fold).collect();
        let fits = |at: &usize| words.iter().all(|word| self.folded[*at].contains(word.as_str()));
        self.found = (0..self.all.len()).filter(fits).collect();
        self.at = 0;
    }

    /// The suggestion in hand.
    pub(in crate::tui) fn hand(&self) -> Option<&Suggestion> {
        self.all.get(*self.found.get(self.at)?)
    }
}
