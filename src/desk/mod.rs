//! What an officer does: a request in, one change, an answer out. Every verb is written here once; the command line, the screens and
//! import only fill its request and show its answer.
//!
//! A verb reads what it rests on inside the write transaction of its change (`Desk::change`), never before, so that what a neighbour
//! wrote a moment ago is neither overlooked nor overwritten. Rules about one noun stand on the noun (`model`), rules that need other rows
//! stand with the writing (`store`).

mod assign;
mod baseline;
mod campaign;
mod charge;
mod create;
mod form;
pub mod holding;
mod hub;
mod import;
mod indicator;
mod instrument;
mod local;
mod measure;
mod observe;
pub mod order_answers;
mod overwrite;
mod plan;
mod population;
mod review;
mod scenario;
mod sheet;
mod suggest;
#[cfg(test)]
mod tests;
mod told;
mod touched;
mod uncertainty;
mod undo;

pub use assign::{AssignmentEdit, MoveAssignment};
pub use baseline::{Freeze, Frozen};
pub use campaign::{PutUnderReview, ReviewOutcome};
pub use charge::{Charge, Owed};
pub use create::NewNoun;
pub use hub::{Disputed, Verified, hub_setup};
pub use import::{Import, Imported, Stage};
pub use indicator::reading_value;
pub use local::{MergedLocal, local_duplicates};
pub use measure::{AdvanceMeasure, EditMeasure, MeasureChange, MeasureEdit, NewMeasure};
pub use observe::{Observe, ObservedCell};
pub use order_answers::KeepAnswers;
pub use overwrite::{Expected, Figure, Outcome, Replaced, Standing};
pub use population::{PopulationChange, SetPopulation};
pub use review::AnswerReview;
pub use scenario::{
    Chosen, CopyScenario, EditScenario, KeepSolution, NewScenario, can_keep, named_scenario, special_name,
    special_scenario, stored_scenario,
};
pub use sheet::{AddRow, Drafted, RemoveRow, RowEdit, SetRow, SheetChange, edited};
pub use suggest::{AcceptSuggestions, DismissSuggestions, find_suggestion};
pub use told::{in_words, summary};
pub use touched::{FieldChange, LastTouch, Touched};
pub use uncertainty::{point, uncertain_of, uncertain_value};
pub use undo::{Plan, TakenBack, Undo, redo_plan, undo_plan};

use crate::model::{Kind, Programme};
use crate::store::{ChangeMeta, Changed, Workspace, Writer};
use crate::words::cli::CliMessage;
use crate::words::measure::MeasureWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

/// An officer at work on a workspace: who, and on which day.
#[derive(Debug)]
pub struct Desk<'w> {
    workspace: &'w mut Workspace,
    who: ChangeMeta,
    today: Date,
}

impl<'w> Desk<'w> {
    /// A desk for one verb. `who` names the author, the device, the command or screen and the reason; `today` is the day on which
    /// parameters and statuses are looked up.
    pub fn new(workspace: &'w mut Workspace, who: ChangeMeta, today: Date) -> Self {
        Self { workspace, who, today }
    }

    /// The same desk, with the reason for what is done.
    pub fn noted(&mut self, note: &str) -> &mut Self {
        self.who.note = crate::text::clean_line(note);
        self
    }

    /// One change: all that `work` reads and writes happens under the lock of the workspace, and all of it is stored or nothing.
    fn change<T>(&mut self, work: impl FnOnce(&Writer<'_>) -> Result<T>) -> Result<Changed<T>> {
        self.workspace.change(&self.who, work)
    }
}

/// There is no such regulation.
fn no_regulation(code: &str) -> Fault {
    let fault = Fault::missing(MeasureWord::NoRegulation.said(&[&code]));
    fault.hint(MeasureWord::NoRegulationHint.said(&[&code]))
}

/// The programmes with a code, or all where none is asked for.
///
/// # Errors
/// Missing, when there is none of the code: says which there are.
pub fn named_programmes<'p>(all: &'p [Programme], code: Option<&str>) -> Result<Vec<&'p Programme>> {
    let named: Vec<&Programme> = all.iter().filter(|p| code.is_none_or(|code| p.code == code)).collect();
    match code {
        Some(code) if named.is_empty() => {
            let known: Vec<&str> = all.iter().map(|p| p.code.as_str()).collect();
            Err(not_found(Kind::Programme, code).hint(CliMessage::KnownProgrammes.said(&[&known.join(", ")])))
        }
        _ => Ok(named),
    }
}

/// There is no such noun.
pub fn not_found(kind: Kind, id: &str) -> Fault {
    let said = CliMessage::NotFound.said_by(|lang| vec![kind.word().text(lang).to_owned(), id.to_owned()]);
    Fault::missing(said).hint(CliMessage::NotFoundHint.said(&[&kind, &id]))
}
