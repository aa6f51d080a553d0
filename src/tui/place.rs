//! Where one is: a screen, what it is about, its tab, what is in hand. Kept as text, so that the way of yesterday is there today.

use serde::{Deserialize, Serialize};

/// A place that can be gone to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Place {
    /// The name of the screen: `catalogue`.
    pub(super) screen: String,
    /// What the screen is about, where it is about one thing: the code of a procedure.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) about: String,
    /// The tab; the first where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) tab: String,
    /// What is in hand: a row by its key, a provision by its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) at: String,
}

impl Place {
    /// A screen.
    pub(super) fn of(screen: &str) -> Self {
        Self { screen: screen.to_owned(), ..Self::default() }
    }

    /// A screen about one thing.
    pub(super) fn about(screen: &str, about: &str) -> Self {
        Self { about: about.to_owned(), ..Self::of(screen) }
    }

    /// The same in a tab.
    pub(super) fn tab(self, tab: &str) -> Self {
        Self { tab: tab.to_owned(), ..self }
    }

    /// The same with something in hand.
    pub(super) fn at(self, at: &str) -> Self {
        Self { at: at.to_owned(), ..self }
    }

    /// Whether both are the same screen about the same thing, whatever is in hand there.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.screen == other.screen && self.about == other.about
    }
}
