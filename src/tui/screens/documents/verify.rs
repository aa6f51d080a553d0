//! Whether the data file still gives a document that was written, asked on screen.

use super::Documents;
use crate::report::{OriginFound, Verified, verify_file, verify_origin};
use crate::store::Workspace;
use crate::text::number;
use crate::tui::layers::ask;
use crate::tui::layers::{Field, Form};
use crate::tui::screen::{Effect, Screen, Shared, Watch, Work};
use crate::tui::status::Sign;
use crate::words::document_screen::DocumentWord as D;
use crate::words::evidence::EvidenceWord;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, Result};
use std::any::Any;
use std::path::Path;

/// What verifying a file gave.
pub(super) struct Verification {
    file: String,
    found: Result<Found>,
}

/// A document of figures, which is made again, or one on the law, of which is told whether that from which it was made is the same.
enum Found {
    Document(Box<Verified>),
    Law(OriginFound),
}

impl Documents {
    /// Asks for the file, and verifies it beside the screen: the document is made once more.
    pub(super) fn verify_form(&self, shared: &Shared) -> Effect {
        let last = self.written.clone().unwrap_or_default();
        let field = Field::line("path", shared.word(W::FileName), &last).needed().hint(".md .html .docx .xlsx .json");
        let (templates, place) = (self.own.clone(), self.place());
        let about = vec![shared.word(D::VerifyAbout).to_owned()];
        Form::new(shared.word(W::DoVerify), vec![field], move |answers, shared| {
            let path = answers.get("path").cloned().unwrap_or_default();
            let (file, templates) = (shared.file.clone(), templates.clone());
            let run = move |_: &Watch| {
                let look = |workspace: Workspace| match verify_origin(&workspace, Path::new(&path))? {
                    Some(found) => Ok(Found::Law(found)),
                    None => verify_file(&workspace, Path::new(&path), templates.as_deref())
                        .map(|found| Found::Document(Box::new(found))),
                };
                let found = Workspace::open(Path::new(&file)).and_then(look);
                Box::new(Verification { file: path, found }) as Box<dyn Any + Send>
            };
            let name = shared.word(D::Verifying).to_owned();
            Ok(vec![Effect::Work(Work { name, place: place.clone(), run: Box::new(run) })])
        })
        .does(W::FormVerifies)
        .about(about)
        .open()
    }
}

impl Verification {
    /// Says what was found.
    pub(super) fn effects(self, shared: &Shared) -> Vec<Effect> {
        let lang = shared.lang;
        let found = match self.found {
            Ok(found) => found,
            Err(fault) => return vec![Effect::Say(Sign::Fault, shared.fault(&fault))],
        };
        let fact = |word: EvidenceWord, value: &str| format!("{}: {value}", shared.word(word));
        let (verdict, report, data, since) = match &found {
            Found::Document(found) => {
                let evidence = &found.evidence;
                let data = Some((evidence.change, evidence.hash.as_str()));
                (found.verdict, evidence.report.as_str(), data, found.changes_since)
            }
            Found::Law(found) => {
                let data = found.origin.data.as_ref().map(|(change, hash, _)| (*change, hash.as_str()));
                (found.verdict, found.origin.law.as_str(), data, found.changes_since)
            }
        };
        let mut lines = vec![fact(EvidenceWord::Verdict, verdict.text(lang)), fact(EvidenceWord::Report, report)];
        if let Some((change, hash)) = data {
            lines.push(fact(EvidenceWord::Change, &number::whole(change.into(), lang)));
            lines.push(fact(EvidenceWord::Hash, hash));
        }
        let since = since.map(|count| number::whole(count as i128, lang));
        lines.extend(since.map(|since| fact(EvidenceWord::Since, &since)));
        if let Found::Law(found) = &found {
            let inputs = found.origin.inputs.iter().zip(&found.inputs);
            lines.extend(inputs.map(|(input, state)| format!("{}: {}", input.name, state.word(lang))));
        }
        vec![ask::choices(self.file, lines, vec![ask::nothing(shared.word(W::Close))])]
    }
}
