//! Taking changes back: what it would do is told first, and what is another's is not taken back by chance.

use super::{Desk, Touched, told};
use crate::store::{ChangeRecord, Changed, Reader, Reversible, Undone};
use crate::text::date;
use crate::words::desk::DeskMessage;
use crate::words::{Fault, Message, Result, Said};
use jiff::tz::TimeZone;

/// More rows than this are not taken back on a screen without asking.
const MANY: usize = 20;

/// What is asked: to take a change back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undo {
    /// Its number; the latest that stands when left out.
    pub change: Option<i64>,
    /// Whether that of another author is taken back too.
    pub force: bool,
}

/// What was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The change, as it was first made.
    pub undone: i64,
    /// The command that had made it.
    pub command: String,
    /// How many rows that touched.
    pub rows: usize,
    /// What this did, in words: “Phút của a1, 1.000426: 150 → 30”.
    pub said: Said,
}

/// What taking back, or doing again, would do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The change, as it was first made.
    pub first: ChangeRecord,
    /// Whether one must be asked before: it was not made here since the program was started, or it touched many rows.
    pub ask: bool,
    /// What it would do, in words.
    pub said: Said,
}

impl Desk<'_> {
    /// Takes a change back. A change that another author made is refused without `force`.
    ///
    /// # Errors
    /// Missing, where there is no such change; usage, where it is another's, undone already, or something else was changed since.
    pub fn undo(&mut self, asked: Undo) -> Result<Changed<TakenBack>> {
        let (author, mut said) = (self.who.author.clone(), Said::default());
        let undone = self.workspace.undo_if(&self.who, asked.change, |reader, what| {
            said = told::summary(reader, what.last.id, true)?;
            refuse_decision(reader, what)?;
            if asked.force { Ok(()) } else { refuse_others(&author, [&what.first, &what.last], &said) }
        })?;
        Ok(taken_back(undone, said))
    }

    /// Does again what was taken back last. What another author took back is refused without `force`.
    ///
    /// # Errors
    /// Usage, where there is nothing to do again, or another took it back.
    pub fn redo(&mut self, force: bool) -> Result<Changed<TakenBack>> {
        let (author, mut said) = (self.who.author.clone(), Said::default());
        let undone = self.workspace.redo_if(&self.who, |reader, what| {
            said = told::summary(reader, what.last.id, true)?;
            if force { Ok(()) } else { refuse_others(&author, [&what.last], &said) }
        })?;
        Ok(taken_back(undone, said))
    }
}

fn taken_back(undone: Undone, said: Said) -> Changed<TakenBack> {
    let Undone { undone, command, rows, change } = undone;
    Changed { value: TakenBack { undone, command, rows, said }, change }
}

/// A decision between values is not taken back: what stood there before would look decided, though others chose otherwise. That a row goes or stays is, as the
/// opposite is a decision too.
fn refuse_decision(reader: &Reader, what: &Reversible) -> Result<()> {
    let is_between_values = |row: &Touched| row.kind == "update";
    if !what.first.command.ends_with("hub resolve")
        || !Touched::rows_of(reader, what.first.id, usize::MAX)?.iter().all(is_between_values)
    {
        return Ok(());
    }
    Err(Fault::usage(DeskMessage::DecisionStands.said(&[&what.first.id]))
        .hint(DeskMessage::DecisionStandsHint.said(&[])))
}

fn refuse_others<const N: usize>(author: &str, entries: [&ChangeRecord; N], did: &Said) -> Result<()> {
    let Some(other) = entries.into_iter().find(|record| record.author != author) else { return Ok(()) };
    let said = DeskMessage::OthersChange.said_by(|lang| {
        let at = date::moment(other.at, &TimeZone::system(), lang);
        vec![other.id.to_string(), other.author.clone(), at, other.command.clone(), did.text(lang).to_owned()]
    });
    Err(Fault::usage(said).hint(DeskMessage::OthersChangeHint.said(&[])))
}

/// What an undo on a screen would take back: first what `author` did here since the change with the number `since`, then whatever is latest.
///
/// # Errors
/// Usage, where there is nothing to take back.
pub fn undo_plan(reader: &Reader, author: &str, since: i64) -> Result<Plan> {
    let here = |record: &ChangeRecord| made_here(record, author, since);
    let what = match reader.latest_standing(since, here)? {
        Some(what) => what,
        None => reader.standing(None)?,
    };
    refuse_decision(reader, &what)?;
    plan(reader, what, here)
}

/// What a redo on a screen would do again.
///
/// # Errors
/// Usage, where there is nothing to do again.
pub fn redo_plan(reader: &Reader, author: &str, since: i64) -> Result<Plan> {
    plan(reader, reader.fallen()?, |record| made_here(record, author, since))
}

/// Whether a screen of this author made the change since it was opened.
fn made_here(record: &ChangeRecord, author: &str, since: i64) -> bool {
    record.id > since && record.author == author && record.command.starts_with("tui")
}

fn plan(reader: &Reader, what: Reversible, here: impl Fn(&ChangeRecord) -> bool) -> Result<Plan> {
    let ask = !here(&what.last) || what.last.rows > MANY;
    Ok(Plan { ask, said: told::summary(reader, what.last.id, true)?, first: what.first })
}
