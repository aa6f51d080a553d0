//! The amending instrument drafted from the measures on the instrument: what is to be looked at again on top, then its text.

use crate::law::draft::Head;
use crate::model::Stage;
use crate::report::amending::{FORMS, Why, render};
use crate::report::{Amending, Form as Shape, Origin, Scope, Wanted, amending};
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{Effect, FileBytes, Loader, Shared, Write};
use crate::tui::widgets::pager::{Ink, Marked, Pager};
use crate::words::law_screen::LawScreenWord as L;
use crate::words::report::ReportWord;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use std::rc::Rc;

/// A draft on the screen.
#[derive(Debug, Default)]
pub(super) struct Drafted {
    /// The text of the draft; empty where nothing can be drafted.
    text: String,
    /// How many warnings stand on top.
    warnings: usize,
    /// How many measures are drafted.
    measures: usize,
    pub(super) pager: Pager,
}

impl Drafted {
    /// Drafts from the measures that change an instrument.
    pub(super) fn load(&mut self, from: &Loader<'_>, number: &str) -> Result<()> {
        let shared = from.shared;
        let wanted = Wanted {
            scope: Scope::All,
            stage: Stage::Planned,
            as_of: shared.today,
            instrument: Some(number.to_owned()),
            only: None,
        };
        let done = amending(from.workspace, &shared.world.snapshot, &wanted, &Head::default())?;
        self.take(done, shared);
        Ok(())
    }

    fn take(&mut self, done: Amending, shared: &Shared) {
        let lang = shared.lang;
        let mut page = Marked::default();
        for part in &done.parts {
            let version = super::version_name(&part.version, lang);
            let said = L::DraftedFrom.with(lang, &[&part.instrument, &version, &part.measures.len()]);
            page.line(&said, Some(Ink::Heading));
        }
        let mut warnings: Vec<String> = done.warnings().iter().map(|(_, said)| said.text(lang).to_owned()).collect();
        warnings.extend(done.left.iter().map(|left| match left.why {
            // Where the text is not here yet, the screen says how it comes in.
            Why::NoText => L::NotDraftedNoText.with(lang, &[&left.measure]),
            _ => Amending::left_said(left).text(lang).to_owned(),
        }));
        for said in &warnings {
            page.line(&format!("▲ {said}"), Some(Ink::Warning));
        }
        if done.parts.is_empty() && done.left.is_empty() {
            page.line(shared.word(L::NothingToDraft), None);
        }
        self.measures = done.parts.iter().map(|part| part.measures.len()).sum();
        self.warnings = warnings.len();
        self.text = done.draft.text;
        if !self.text.is_empty() {
            page.line("", None);
            page.piece(&self.text, None);
        }
        self.pager.take(page);
    }

    /// What the context row says.
    pub(super) fn told(&self, shared: &Shared) -> String {
        L::DraftTold.with(shared.lang, &[&self.measures, &self.warnings])
    }

    /// Whether there is something to write.
    pub(super) fn has_text(&self) -> bool {
        !self.text.is_empty()
    }

    /// Asks for the file to which the draft is written.
    pub(super) fn file_form(&self, number: &str, shared: &Shared) -> Effect {
        let name = format!("{}-{}.docx", shared.word(L::DraftFile), number.replace('/', "-"));
        let field = Field::line("path", shared.word(W::FileName), &name).needed().hint(".docx .html .md .txt");
        let text = self.text.clone();
        let title = shared.word(ReportWord::AmendingTitle);
        let form = Form::new(shared.word(W::DoWriteDraft), vec![field], move |answers, shared| {
            let path = answers.get("path").cloned().unwrap_or_default();
            let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
            let known = ending == "txt" || Shape::parse(&ending).is_some_and(|form| FORMS.contains(&form));
            if !known {
                let said = W::UnknownEnding.with(shared.lang, &[&".docx .html .md .txt"]);
                return Err(Refusal::of("path", said));
            }
            let text = text.clone();
            let make = move |from: &Loader<'_>, ending: &str| match Shape::parse(ending) {
                Some(form) => {
                    let origin = Origin::of_data("law draft", from.workspace, from.shared.today)?;
                    render(&text, form, title, None, Some(&origin)).map(FileBytes::Here)
                }
                None => Ok(FileBytes::Here(text.clone().into_bytes())),
            };
            Ok(vec![Effect::Write(Write { path, over: false, make: Rc::new(make) })])
        });
        form.open()
    }
}
