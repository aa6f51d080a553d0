//! What a key asks for beyond the state of the application.

use super::choosing::Wish;
use super::law::{Drafting, NewText};
use crate::model::{Activity, Measure};

/// What is to be done to the workspace or the terminal.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Effect {
    Quit,
    Suspend,
    /// Load a regulation.
    Load(String),
    /// Everything is to be loaded again.
    Reload,
    SaveSheet(Vec<Activity>),
    DraftSheet,
    SaveMeasure(Box<Measure>),
    RemoveMeasure(String),
    Undo,
    Redo,
    Freeze(String),
    Write {
        path: String,
        all: bool,
    },
    Edit(String),
    /// Load an instrument, in a version or in the one that applies.
    Read {
        number: String,
        version: Option<String>,
    },
    /// Load two versions of an instrument.
    Compare {
        number: String,
        old: String,
        new: String,
    },
    /// Draft the amending instrument of measures and show it.
    Amend(Drafting),
    /// Write the draft that is shown to a file.
    WriteDraft {
        path: String,
    },
    /// What the screens of choosing ask for.
    Choosing(Wish),
    /// Load a regulation, and make a measure on it that says what becomes of a provision.
    Propose {
        regulation: String,
        text: Box<NewText>,
    },
}
