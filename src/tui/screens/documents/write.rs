//! Writing: the document in hand into a file, or the whole dossier into a new folder beside the screen.

use super::made::{basis, content, day_of};
use super::{Choice, Documents, endings, words};
use crate::exchange::new_folder::NewFolder;
use crate::report::dossier::dossier;
use crate::store::Workspace;
use crate::text::fold;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{Effect, Screen, Shared, Watch, Work, Write};
use crate::tui::status::Sign;
use crate::words::document_screen::DocumentWord as D;
use crate::words::screen::ScreenWord as W;
use crate::words::{Fault, Message, Result, Said};
use std::any::Any;
use std::path::Path;
use std::rc::Rc;

/// What writing a dossier gave: how many files, or why there are none.
struct Wrote(Result<usize>, String);

impl Documents {
    /// The name of the file that is offered.
    pub(super) fn file_name(&self, shared: &Shared) -> String {
        let about = fold(&self.asked.about).replace([':', '/', ' '], "-");
        let period = self.asked.period.filter(|_| self.chosen().contains(&Choice::Period));
        let period = period.map(|period| format!("-{period}")).unwrap_or_default();
        if self.asked.report.is_some_and(|report| report.name() != self.asked.template) {
            return format!("{}-{about}{period}.{}", self.asked.template, self.asked.ending);
        }
        format!("{}-{about}{period}.{}", shared.word(words(self.asked.report).1), self.asked.ending)
    }

    /// Asks for the file, and writes the document.
    pub(super) fn save_form(&self, shared: &Shared) -> Effect {
        let known: Vec<String> = endings(self.asked.report).map(|ending| format!(".{ending}")).collect();
        let known = known.join(" ");
        let field = Field::line("path", shared.word(W::FileName), &self.file_name(shared)).needed().hint(&known);
        let asked = self.asked.clone();
        Form::new(shared.word(D::WriteTitle), vec![field], move |answers, shared| {
            let path = answers.get("path").cloned().unwrap_or_default();
            let ending = Path::new(&path).extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
            if !endings(asked.report).any(|one| one == ending) {
                let said = W::UnknownEnding.with(shared.lang, &[&known]);
                return Err(Refusal::of("path", said));
            }
            let (make, written) = (asked.clone(), path.clone());
            let write = Write { path, over: false, make: Rc::new(move |from, ending| content(from, &make, ending)) };
            let remember = Rc::new(move |screen: &mut dyn std::any::Any| {
                if let Some(documents) = screen.downcast_mut::<Documents>() {
                    documents.written = Some(written.clone());
                }
            });
            Ok(vec![
                Effect::Keep("document-ending".to_owned(), Some(ending)),
                Effect::Write(write),
                Effect::Screen(remember),
            ])
        })
        .open()
    }

    /// Asks for the folder, and writes.
    pub(super) fn dossier_form(&self, shared: &Shared) -> Effect {
        let about = fold(&self.asked.about).replace([':', '/', ' '], "-");
        let folder = format!("{}-{about}", shared.word(D::FileDossier));
        let field = Field::line("folder", shared.word(D::Folder), &folder).needed();
        let (asked, templates, place) = (self.asked.clone(), self.own.clone(), self.place());
        Form::new(shared.word(W::DoDossier), vec![field], move |answers, shared| {
            let named = answers.get("folder").cloned().unwrap_or_default();
            // What is in the way is said at once, at the field.
            let made =
                NewFolder::begin(Path::new(&named)).map_err(|fault| Refusal::of("folder", shared.fault(&fault)))?;
            let asked = asked.clone();
            let (today, lang, file, templates) = (shared.today, shared.lang, shared.file.clone(), templates.clone());
            let run = move |watch: &Watch| {
                let write = move || {
                    let workspace = Workspace::open(Path::new(&file))?;
                    let day = day_of(&asked, today);
                    let snapshot = workspace.snapshot(day)?;
                    let ask = basis(&workspace, &snapshot.measures, &asked, (day, lang))?;
                    let mut files = 0;
                    dossier(&workspace, &snapshot, (lang, templates.as_deref()), ask, |file, (done, of)| {
                        if watch.given_up() {
                            return Err(Fault::usage(D::DossierStopped.said(&[])));
                        }
                        watch.at(done as u64, of as u64);
                        files += 1;
                        made.put(&file.name, &file.bytes)
                    })?;
                    made.done()?;
                    Ok(files)
                };
                Box::new(Wrote(write(), named)) as Box<dyn Any + Send>
            };
            let name = shared.word(D::WritingDossier).to_owned();
            Ok(vec![Effect::Work(Work { name, place: place.clone(), run: Box::new(run) })])
        })
        .open()
    }

    /// Says what became of it.
    pub(super) fn dossier_done(&mut self, done: Box<dyn Any + Send>, shared: &Shared) -> Vec<Effect> {
        let Ok(wrote) = done.downcast::<Wrote>() else { return Vec::new() };
        let Wrote(files, folder) = *wrote;
        match files {
            Ok(files) => {
                let said: Said = D::DossierWritten.said(&[&files, &folder]);
                self.written = Some(Path::new(&folder).join("index.md").to_string_lossy().into_owned());
                vec![Effect::Say(Sign::Done, shared.text(&said).to_owned())]
            }
            Err(fault) => vec![Effect::Say(Sign::Fault, shared.fault(&fault))],
        }
    }
}
