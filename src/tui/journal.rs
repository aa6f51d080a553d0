//! The journal on the screens: what a change did, and the questions before one is taken back.

use super::app::{App, Effect, Over, Place};
use super::form::{Form, Purpose};
use super::session::Session;
use crate::desk::{Desk, Plan, Undo};
use crate::text::date;
use crate::words::cli::CliMessage;
use crate::words::tui::TuiWord as W;
use crate::words::{Message, Result};
use jiff::tz::TimeZone;

impl App {
    /// The change in hand, where what it did is not loaded yet.
    pub(super) fn change_to_tell(&self) -> Option<Effect> {
        let change = self.data.changes.get(self.change).filter(|_| self.place() == Place::History)?;
        let told = self.told.as_ref().map(|(id, _)| *id);
        (told != Some(change.id)).then_some(Effect::Tell(change.id))
    }

    /// Asks before a change is taken back that was not made here, or that touched many rows.
    pub(super) fn ask_undo(&mut self, plan: &Plan) {
        self.ask(plan, W::UndoQuestion, Purpose::Undo { change: plan.first.id });
    }

    /// Asks before something is done again.
    pub(super) fn ask_redo(&mut self, plan: &Plan) {
        self.ask(plan, W::RedoQuestion, Purpose::Redo);
    }

    fn ask(&mut self, plan: &Plan, question: W, purpose: Purpose) {
        let (change, lang) = (&plan.first, self.lang);
        let at = date::moment(change.at, &TimeZone::system(), lang);
        let about =
            W::WhoseChange.with(lang, &[&change.author, &at, &change.command, &change.rows, &plan.said.text(lang)]);
        let form = Form::new(purpose, question.with(lang, &[&change.id]), Vec::new()).about(about);
        self.over = Some(Over::Form(Box::new(form)));
    }
}

impl Session {
    /// Takes back what was asked, or what needs no question.
    pub(super) fn undo(&mut self, change: i64) -> Result<()> {
        let (who, today) = (self.who("tui undo"), self.app.today);
        let asked = Undo { change: Some(change), force: true };
        let done = Desk::new(&mut self.workspace, who, today).undo(asked)?;
        self.renew(done.change)?;
        let undone = done.value;
        let lang = self.app.lang;
        self.app.tell(CliMessage::Undone.with(lang, &[&undone.undone, &undone.command, &undone.said.text(lang)]));
        Ok(())
    }

    pub(super) fn redo(&mut self) -> Result<()> {
        let (who, today) = (self.who("tui redo"), self.app.today);
        let done = Desk::new(&mut self.workspace, who, today).redo(true)?;
        self.renew(done.change)?;
        let redone = done.value;
        let lang = self.app.lang;
        self.app.tell(CliMessage::Redone.with(lang, &[&redone.undone, &redone.command, &redone.said.text(lang)]));
        Ok(())
    }
}
