//! The amending instrument drafted from measures: what is to be looked at again on top, then its text.

use super::laid::{Ink, Laid};
use crate::model::InstrumentVersion;
use crate::report::Amending;
use crate::text::Lang;
use crate::tui::app::{App, Effect, Place};
use crate::tui::effect::Document;
use crate::tui::form::{Field, Form, Purpose};
use crate::words::Message;
use crate::words::amend::AmendMessage as Say;
use crate::words::tui::TuiWord as W;
use std::collections::BTreeSet;

/// Whose measures an amending instrument is drafted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) enum Drafting {
    /// Those on one regulation, by its code.
    Regulation(String),
    /// Those that change one instrument, by its number.
    Instrument(String),
    /// Those of a scenario, as they are chosen, over all instruments that they change.
    Scenario { code: String, measures: BTreeSet<String> },
}

impl Drafting {
    /// What the draft is called after.
    pub(in crate::tui) fn name(&self) -> &str {
        match self {
            Self::Regulation(name) | Self::Instrument(name) | Self::Scenario { code: name, .. } => name,
        }
    }
}

/// A draft on the screen.
#[derive(Debug)]
pub(in crate::tui) struct Drafted {
    pub(in crate::tui) of: Drafting,
    /// Where it was asked for, and where one goes back to.
    pub(in crate::tui) from: Place,
    /// The text of the draft; empty where nothing can be drafted.
    pub(in crate::tui) text: String,
    pub(in crate::tui) laid: Laid,
    /// How many warnings stand on top.
    pub(in crate::tui) warnings: usize,
}

impl Drafted {
    pub(in crate::tui) fn new(of: Drafting, from: Place, done: Amending, lang: Lang) -> Self {
        let mut laid = Laid::default();
        for part in &done.parts {
            let version = InstrumentVersion::called(&part.version, lang);
            let said = Say::DraftedFrom.with(lang, &[&part.instrument, &version, &part.measures.len()]);
            laid.line(&said, Some(Ink::Heading));
        }
        let warnings = done.warnings();
        let count = warnings.len() + done.left.len();
        for (_, said) in &warnings {
            laid.line(&format!("! {}", said.text(lang)), Some(Ink::Warning));
        }
        for left in &done.left {
            laid.line(&format!("! {}", Amending::left_said(left).text(lang)), Some(Ink::Warning));
        }
        if done.parts.is_empty() && done.left.is_empty() {
            laid.line(Say::NoMeasures.text(lang), None);
        }
        let text = done.draft.text;
        if !text.is_empty() {
            laid.line("", None);
            laid.piece(&text, None);
        }
        Self { of, from, text, laid, warnings: count }
    }
}

impl App {
    /// Asks for the draft of the measures in hand: those on the regulation, of the scenario, or that change the instrument.
    pub(in crate::tui) fn ask_draft(&self) -> Option<Effect> {
        let of = match self.place() {
            Place::Measures => Drafting::Regulation(self.detail.as_ref()?.regulation.code.clone()),
            Place::Instruments => Drafting::Instrument(self.chosen_instrument()?.to_owned()),
            Place::Scenario | Place::Scenarios => {
                let scenario = match self.place() {
                    Place::Scenario => self.board.table.as_ref()?.chosen(),
                    _ => self.board.lines.get(self.board.line)?.scenario.clone(),
                };
                Drafting::Scenario { code: scenario.code, measures: scenario.measures.into_iter().collect() }
            }
            _ => Drafting::Instrument(self.shelf.reading.as_ref()?.instrument.number.clone()),
        };
        Some(Effect::Amend(of))
    }

    /// The number of the instrument in hand in the list.
    pub(in crate::tui) fn chosen_instrument(&self) -> Option<&str> {
        let at = self.shelf.found.get(self.shelf.line)?;
        self.data.instruments.get(*at).map(|line| line.row.number.as_str())
    }

    /// Takes a draft; what was on top of the one before it stays there.
    pub(in crate::tui) fn drafted(&mut self, mut drafted: Drafted) {
        drafted.laid.lay_out(usize::from(self.size.0).saturating_sub(3));
        if let Some(before) = self.shelf.drafted.take().filter(|before| before.of == drafted.of) {
            drafted.laid.scroll(isize::try_from(before.laid.top).unwrap_or(0));
        }
        self.shelf.drafted = Some(drafted);
    }

    /// The form that asks for the file.
    pub(in crate::tui) fn draft_file_form(&self) -> Option<Form> {
        let of = self.shelf.drafted.as_ref()?.of.name().replace('/', "-");
        let field = Field::line("path", self.word(W::DraftFileName), &format!("draft-{of}.docx"));
        Some(Form::new(Purpose::Write(Document::Draft), self.word(W::DoWriteDraft).to_owned(), vec![field]))
    }
}
