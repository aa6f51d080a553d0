//! What a key asks for beyond the state of the application.

use super::choosing::Wish;
use super::law::{Drafting, NewText};
use crate::desk::{AddRow, AdvanceMeasure, EditMeasure, NewMeasure, RemoveRow, SetRow};
use crate::model::Measure;
use jiff::civil::Date;

/// A document that a screen writes to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Document {
    /// The proposal, of everything or of the regulation in hand.
    Proposal { all: bool },
    /// The draft of the amending instrument that is shown.
    Draft,
}

/// What is to be done to the workspace or the terminal.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Effect {
    Quit,
    Suspend,
    /// Load a regulation.
    Load(String),
    /// Everything is to be loaded again.
    Reload,
    /// What the screen in hand shows and is not loaded yet is to be loaded.
    CatchUp,
    SetRow(Box<SetRow>),
    AddRow(Box<AddRow>),
    RemoveRow(Box<RemoveRow>),
    DraftSheet,
    ProposeMeasure(Box<NewMeasure>),
    EditMeasure(Box<EditMeasure>),
    AdvanceMeasure(Box<AdvanceMeasure>),
    /// Remove a measure, unless it changed since it was seen.
    RemoveMeasure {
        code: String,
        seen: Option<Box<Measure>>,
    },
    /// Take back, or do again, what is next; asked first where it may not be meant.
    Undo,
    Redo,
    /// Take back this change, which was asked.
    UndoSure(i64),
    RedoSure,
    /// Load what a change did.
    Tell(i64),
    Freeze {
        programme: String,
        as_of: Option<Date>,
        /// Whether the user was told that one is frozen already, and wants another.
        again: bool,
    },
    /// Write a document to a file; over one that is there only where that was asked for.
    Write {
        path: String,
        what: Document,
        over: bool,
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
    /// What the screens of choosing ask for.
    Choosing(Wish),
    /// Load a regulation, and make a measure on it that says what becomes of a provision.
    Propose {
        regulation: String,
        text: Box<NewText>,
    },
}
