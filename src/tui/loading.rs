//! Loading again what changed: of a change made here only what it touched, of another's everything; and what takes long and one screen alone
//! shows, when that is shown.

use super::app::{App, Effect, Place};
use super::data::Data;
use super::session::Session;
use crate::desk::Touched;
use crate::report::{Scope, make};
use crate::words::Result;

/// How many rows of a change are looked at; one that touched more has everything loaded again.
const LOOKED_AT: usize = 1_000;

impl App {
    /// What the place in hand shows and is not loaded yet.
    pub(super) fn to_load(&self) -> Option<Effect> {
        let behind = match self.place() {
            Place::Overview => self.data.progress_is_old,
            Place::Proposal => self.detail.as_ref().is_some_and(|detail| detail.proposal.is_none()),
            _ => false,
        };
        if behind { Some(Effect::CatchUp) } else { self.change_to_tell() }
    }
}

/// Remembers the first fault of several parts, each of which is tried whatever became of those before it.
struct First(Result<()>);

impl First {
    fn note(&mut self, part: Result<()>) {
        if self.0.is_ok() {
            self.0 = part;
        }
    }
}

impl Session {
    /// Loads what the screen in hand shows and is not loaded yet.
    ///
    /// # Errors
    /// It cannot be made; it stays empty until something changes.
    pub(super) fn catch_up(&mut self) -> Result<()> {
        match self.app.place() {
            Place::Overview if self.app.data.progress_is_old => self.app.data.renew_progress(self.app.today),
            Place::Proposal => {
                let Some(detail) = self.app.detail.as_ref().filter(|detail| detail.proposal.is_none()) else {
                    return Ok(());
                };
                let request = self.loading().request(Scope::Regulation(detail.regulation.code.clone()));
                let made = make(&self.workspace, &self.app.data.snapshot, &request);
                let (text, fault) = match made {
                    Ok(made) => (made.markdown().to_owned(), Ok(())),
                    Err(fault) => (String::new(), Err(fault)),
                };
                if let Some(detail) = &mut self.app.detail {
                    detail.proposal = Some(text);
                }
                return fault;
            }
            _ => {}
        }
        Ok(())
    }

    /// Loads everything anew. What cannot be loaded stays as it was, and the rest is loaded all the same.
    ///
    /// # Errors
    /// The first fault, when all else is loaded.
    pub(super) fn reload(&mut self) -> Result<()> {
        self.workspace.passed().forget();
        let mut first = First(Ok(()));
        first.note(Data::load(&self.workspace, self.app.today).map(|data| self.app.loaded(data)));
        first.note(self.workspace.data_version().map(|seen| self.seen = seen));
        first.note(self.reload_detail());
        first.note(self.reload_board());
        first.note(self.reload_laws());
        if let Some(beside) = &self.app.shelf.beside {
            let (old, new) = (beside.old.clone(), beside.new.clone());
            first.note(self.compare(&old.instrument, &old.name, &new.name));
        }
        first.0
    }

    /// Loads anew what a change made here touched: where it wrote sheets and measures alone, the regulations that have them.
    ///
    /// # Errors
    /// The first fault, when all else is loaded.
    pub(super) fn renew(&mut self, change: Option<i64>) -> Result<()> {
        let Some(change) = change else { return Ok(()) };
        let rows = Touched::rows_of(&self.workspace, change, LOOKED_AT)?;
        let codes = Touched::regulations(&rows, &self.app.data.snapshot.measures);
        let (Some(codes), true) = (codes, rows.len() < LOOKED_AT) else { return self.reload() };
        let measures = rows.iter().any(|row| row.place != "activity");
        let mut first = First(self.app.data.renew(&self.workspace, self.app.today, &codes, measures));
        first.note(
            self.workspace.change_record(change).map(|made| made.into_iter().for_each(|c| self.app.data.changed(c))),
        );
        first.note(self.reload_detail());
        first.note(self.reload_board());
        if measures {
            self.app.filter_instruments();
            first.note(self.reload_laws());
        }
        first.0
    }

    fn reload_detail(&mut self) -> Result<()> {
        if self.app.detail.is_some() { self.open(&self.code()) } else { Ok(()) }
    }

    /// The instrument in hand, and the draft of the amending instrument.
    fn reload_laws(&mut self) -> Result<()> {
        let mut first = First(Ok(()));
        if let Some(reading) = &self.app.shelf.reading {
            let (number, version) = (reading.instrument.number.clone(), reading.version.clone());
            first.note(self.read(&number, version.as_deref()));
        }
        if let Some(drafted) = &self.app.shelf.drafted {
            let (of, from) = (drafted.of.clone(), drafted.from);
            first.note(self.amend(of, from));
        }
        first.0
    }
}
