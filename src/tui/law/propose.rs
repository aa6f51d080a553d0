//! A provision edited as the proposed text of a measure.

use super::Reading;
use crate::desk::{EditMeasure, MeasureEdit};
use crate::model::{Measure, MeasureField, MeasureSlot, MeasureStatus};
use crate::store::Resting;
use crate::tui::app::{App, Effect, Over};
use crate::tui::command::Do;
use crate::tui::form::{Content, Field, Form, Purpose};
use crate::tui::forms::as_seen;
use crate::words::Message;
use crate::words::store::StoreMessage;
use crate::words::tui::TuiWord as W;
use ratatui_textarea::CursorMove;
use std::collections::BTreeSet;

/// What a measure is to say of a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct NewText {
    /// Number of the instrument.
    pub(in crate::tui) instrument: String,
    /// The provision, in the order of citations.
    pub(in crate::tui) provision: String,
    /// As it reads.
    pub(in crate::tui) current: String,
    /// As it is to read.
    pub(in crate::tui) proposed: String,
}

impl NewText {
    /// Puts it into a measure.
    pub(in crate::tui) fn fill(self, measure: &mut Measure) {
        measure.instrument = Some(self.instrument);
        measure.provision = Some(self.provision);
        measure.current_text = self.current;
        measure.proposed_text = self.proposed;
    }

    /// What is to be written into a measure that is there.
    fn edits(self) -> Vec<MeasureEdit> {
        use MeasureField as F;
        [
            (F::Instrument, self.instrument),
            (F::Provision, self.provision),
            (F::CurrentText, self.current),
            (F::ProposedText, self.proposed),
        ]
        .map(|(field, typed)| MeasureEdit { slot: MeasureSlot::Field(field), typed })
        .into()
    }
}

/// The answer that asks for a regulation that is typed.
const OTHER: &str = "other";

impl App {
    /// The form in which the provision in hand is edited, and that asks which measure is to say so.
    pub(super) fn provision_form(&self) -> Option<Form> {
        let reading = self.shelf.reading.as_ref()?;
        let provision = reading.address()?.to_string();
        let measures = self.measures_for(reading, &provision);
        let (already, free): (Vec<&Measure>, Vec<&Measure>) =
            measures.iter().partition(|m| changes(m, reading, &provision));
        let measure = |m: &&Measure| (format!("m:{}", m.code), format!("{} · {}", m.code, m.title));
        let mut options: Vec<(String, String)> = already.iter().map(measure).collect();
        // What only may say it comes behind a new measure on what rests on the provision: the first is what an Enter chooses.
        let (here, elsewhere): (Vec<&Resting>, Vec<&Resting>) =
            reading.resting.iter().partition(|r| reading.rests_here(r));
        let mut seen = BTreeSet::new();
        let mut new_for = |resting: &[&Resting]| -> Vec<(String, String)> {
            let first = resting.iter().filter(|r| seen.insert(r.regulation.clone()));
            let label = |r: &Resting| W::NewMeasureFor.with(self.lang, &[&r.regulation, &r.name]);
            first.map(|r| (format!("n:{}", r.regulation), label(r))).collect()
        };
        options.extend(new_for(&here));
        options.extend(free.iter().map(measure));
        options.extend(new_for(&elsewhere));
        options.push((OTHER.to_owned(), self.word(W::OtherRegulation).to_owned()));
        let text = already.first().map(|m| m.proposed_text.as_str()).filter(|text| !text.is_empty());
        let mut field = Field::text("proposed", self.word(W::ProposedText), text.unwrap_or(reading.provision_text()));
        if let Content::Text(area) = &mut field.content {
            area.move_cursor(CursorMove::Top);
            area.move_cursor(CursorMove::Head);
        }
        let fields = vec![
            field,
            Field::choice("measure", self.word(W::SaidBy), options, ""),
            Field::line("regulation", self.word(W::OtherRegulationCode), ""),
        ];
        let title = format!("{} · {provision} · {}", self.word(W::DoPropose), reading.instrument.number);
        let seen = measures.into_iter().cloned().collect();
        Some(Form::new(Purpose::Provision { seen }, title, fields))
    }

    /// The measures that may say what becomes of a provision: those that change it already, and those on procedures that rest on the
    /// instrument and change no provision yet. What is in force or was dropped is over.
    fn measures_for(&self, reading: &Reading, provision: &str) -> Vec<&Measure> {
        let open = |m: &&Measure| {
            let over = [MeasureStatus::InForce, MeasureStatus::Rejected, MeasureStatus::Withdrawn];
            m.status().is_none_or(|status| !over.contains(&status))
        };
        let measures = || self.data.snapshot.measures.iter().filter(open);
        let rests = |m: &&Measure| reading.resting.iter().any(|r| r.regulation == m.regulation);
        let free = |m: &&Measure| {
            m.provision.is_none()
                && m.proposed_text.is_empty()
                && m.instrument.as_ref().is_none_or(|n| *n == reading.instrument.number)
        };
        let already = measures().filter(|m| changes(m, reading, provision));
        already.chain(measures().filter(rests).filter(free)).collect()
    }

    /// What follows the form of a provision.
    pub(in crate::tui) fn provision_given(&self, form: &Form) -> Result<Effect, String> {
        let reading = self.shelf.reading.as_ref().ok_or_else(String::new)?;
        let provision = reading.address().ok_or_else(String::new)?.to_string();
        let text = NewText {
            instrument: reading.instrument.number.clone(),
            provision,
            current: reading.provision_text().to_owned(),
            proposed: form.answer("proposed").unwrap_or_default(),
        };
        if text.proposed.trim() == text.current.trim() {
            return Err(self.word(W::TextUnchanged).to_owned());
        }
        let chosen = form.answer("measure").unwrap_or_default();
        if let Some(code) = chosen.strip_prefix("m:") {
            let seen = match &form.purpose {
                Purpose::Provision { seen } => seen.iter().find(|m| m.code == code),
                _ => None,
            };
            let seen = seen.ok_or_else(String::new)?;
            let edits = text.edits();
            let expected = as_seen(seen, &edits);
            return Ok(Effect::EditMeasure(Box::new(EditMeasure { code: code.to_owned(), edits, expected })));
        }
        let typed = form.answer("regulation").unwrap_or_default();
        let regulation = chosen.strip_prefix("n:").map_or(typed, str::to_owned);
        if !self.data.lines.iter().any(|line| line.code == regulation) {
            return Err(StoreMessage::NoRegulation.with(self.lang, &[&regulation]));
        }
        Ok(Effect::Propose { regulation, text: Box::new(text) })
    }

    /// Asks for the kind of a new measure on the regulation that was loaded, which is to say what becomes of a provision.
    pub(in crate::tui) fn propose(&mut self, text: NewText) {
        self.over = self.form_for(Do::AddMeasure).map(|mut form| {
            form.purpose = Purpose::KindOfMeasure(Some(Box::new(text)));
            Over::Form(Box::new(form.unsaved()))
        });
    }
}

/// Whether a measure changes this very provision.
fn changes(measure: &Measure, reading: &Reading, provision: &str) -> bool {
    use crate::law::name::place::address_of;
    let aim = measure.provision.as_deref().and_then(address_of);
    measure.instrument.as_ref() == Some(&reading.instrument.number) && aim.is_some() && aim == address_of(provision)
}
