//! What the screens of a regulation ask the desk for, and what they show of its answer.

use super::app::{App, Effect, Over, Place};
use super::form::Purpose;
use super::session::Session;
use crate::desk::{Desk, Outcome, Standing};
use crate::model::{MeasureSlot, MeasureStatus};
use crate::store::Changed;
use crate::words::tui::TuiWord as W;
use crate::words::{Message, Result};

impl Session {
    /// The desk at which one effect is carried out.
    pub(super) fn desk(&mut self, command: &str) -> Desk<'_> {
        let (who, today) = (self.who(command), self.app.today);
        Desk::new(&mut self.workspace, who, today)
    }

    /// Carries out what concerns a sheet or a measure; gives back any other effect.
    pub(super) fn save(&mut self, effect: Effect) -> Result<Option<Effect>> {
        match effect {
            Effect::SetRow(asked) => {
                let set = self.desk("tui cost").set_row(&asked)?;
                if self.is_done(set)?.is_some() {
                    self.app.cell_stored();
                }
            }
            Effect::AddRow(asked) => {
                let added = self.desk("tui cost").add_row(&asked)?;
                self.renew(added.change)?;
                let row = self.app.detail.as_ref().and_then(|d| d.sheet.iter().position(|r| r.id == added.value.row));
                self.app.row = row.unwrap_or(self.app.row);
                self.app.tell(self.app.word(W::Saved).to_owned());
            }
            Effect::RemoveRow(asked) => {
                let removed = self.desk("tui cost").remove_row(&asked)?;
                self.is_done(removed)?;
            }
            Effect::DraftSheet => {
                let code = self.code();
                let drafted = self.desk("tui cost draft").draft_sheets(Some(&[code]))?;
                self.renew(drafted.change)?;
                self.app.tell(W::Drafted.with(self.app.lang, &[&drafted.value.rows]));
            }
            Effect::ProposeMeasure(asked) => {
                let proposed = self.desk("tui measure").propose_measure(&asked)?;
                self.renew(proposed.change)?;
                self.measure_saved(&proposed.value.code);
            }
            Effect::EditMeasure(asked) => {
                let edited = self.desk("tui measure").edit_measure(&asked)?;
                if self.is_done(edited)?.is_some() {
                    self.measure_saved(&asked.code);
                }
            }
            Effect::AdvanceMeasure(asked) => {
                let moved = self.desk("tui measure").advance_measure(&asked)?;
                if self.is_done(moved)?.is_some() {
                    self.measure_saved(&asked.code);
                }
            }
            Effect::RemoveMeasure { code, seen } => {
                let removed = self.desk("tui measure remove").remove_measure(&code, seen.as_deref())?;
                if self.is_done(removed)?.is_some() {
                    self.app.tell(W::Removed.with(self.app.lang, &[&code]));
                }
            }
            other => return Ok(Some(other)),
        }
        Ok(None)
    }

    /// Loads again what was changed and says that it is saved; where something else stands, asks what is to become of it.
    fn is_done<T>(&mut self, done: Changed<Outcome<T>>) -> Result<Option<T>> {
        match done.value {
            Outcome::Done(value) => {
                self.renew(done.change)?;
                self.app.tell(self.app.word(W::Saved).to_owned());
                Ok(Some(value))
            }
            Outcome::Stands(standing) => {
                // What was typed comes first: it stays even where the workspace cannot be read now.
                self.app.stands(standing);
                self.reload()?;
                Ok(None)
            }
        }
    }

    fn measure_saved(&mut self, code: &str) {
        let at = self.app.detail.as_ref().and_then(|d| d.measures.iter().position(|m| m.code == code));
        self.app.measure = at.unwrap_or(self.app.measure);
        // What was proposed on a provision is seen there.
        if self.app.place() != Place::Law {
            self.app.go(if Place::LAWS.contains(&self.app.place()) { Place::Law } else { Place::Measures });
        }
        self.app.tell(W::SavedMeasure.with(self.app.lang, &[&code]));
    }
}

impl App {
    /// Something else stands where something was to be written: the cell, or the form, is there again with what was typed, and says what another
    /// wrote; given once more, it writes over that.
    fn stands(&mut self, standing: Vec<Standing>) {
        let Some(mut form) = self.given.take() else {
            if let Some(first) = standing.into_iter().next() {
                self.cell_stands(first);
            }
            return;
        };
        let label = |field: &str| {
            let own = form.fields.iter().find(|f| f.id == field || f.id.strip_prefix("value:") == Some(field));
            own.map_or_else(|| field.to_owned(), |f| f.label.clone())
        };
        let said = standing.iter().map(|s| format!("{}: {}", label(&s.field), self.changed_to("measure", s)));
        let said = W::WriteOverForm.with(self.lang, &[&said.collect::<Vec<_>>().join("; ")]);
        for field in &standing {
            form.purpose.saw(&field.field, &field.figure.value);
        }
        self.over = Some(Over::Form(Box::new(form.refused(said))));
    }
}

impl Purpose {
    /// What the form is compared with from now on: what another wrote is seen now.
    fn saw(&mut self, field: &str, value: &str) {
        match self {
            Self::Measure { seen: Some(seen), .. } => {
                // What stands in a field can be written there.
                let _ = MeasureSlot::parse(field).put(seen, value);
            }
            Self::Provision { seen } => {
                for measure in seen {
                    let _ = MeasureSlot::parse(field).put(measure, value);
                }
            }
            Self::Status { seen, .. } => *seen = MeasureStatus::parse(value).unwrap_or(*seen),
            Self::RemoveRow { seen, .. } => *seen = None,
            Self::RemoveMeasure { seen, .. } => *seen = None,
            _ => {}
        }
    }
}
