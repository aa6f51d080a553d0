//! What the files are: said of each where it does not say so itself.

use super::run::File;
use super::{Taking, lines};
use crate::exchange::law_text;
use crate::exchange::mapping::Mapping;
use crate::text::fold;
use crate::text::width::{cut, left};
use crate::tui::layers::{Field, Form};
use crate::tui::screen::{Effect, Shared};
use crate::tui::widgets::pager::list;
use crate::words::import_screen::ImportWord as I;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

impl Taking {
    /// Says what a file is, where it does not say so itself.
    pub(super) fn form(&self, shared: &Shared) -> Option<Effect> {
        let (file, row) = (self.files.borrow().get(self.row)?.clone(), self.row);
        let yes_no = || {
            vec![
                (String::new(), shared.word(I::AnswerNo).to_owned()),
                ("yes".to_owned(), shared.word(I::AnswerYes).to_owned()),
            ]
        };
        let flag = |on: bool| if on { "yes" } else { "" };
        let mut fields = Vec::new();
        if is_law(&file) {
            fields.push(
                Field::line("number", shared.word(I::InstrumentNumber), &file.number).hint(shared.word(I::FromFile)),
            );
            fields.push(
                Field::line("version", shared.word(I::VersionName), &file.version).hint(shared.word(I::VersionHint)),
            );
            fields.push(Field::choice("force", shared.word(I::Force), yes_no(), flag(file.force)));
        } else {
            let mut options = vec![(String::new(), shared.word(I::FileTells).to_owned())];
            options.extend(mappings(shared));
            if !options.iter().any(|(name, _)| *name == file.mapping) {
                options.push((file.mapping.clone(), file.mapping.clone()));
            }
            fields.push(Field::choice("mapping", shared.word(I::Mapping), options, &file.mapping));
            let agencies = |typed: &str, shared: &Shared| {
                let words: Vec<String> = typed.split_whitespace().map(fold).collect();
                let mut found: Vec<(String, String, String)> = shared
                    .world
                    .agencies
                    .values()
                    .map(|agency| (agency.code.clone(), agency.name_in(shared.lang).to_owned(), agency.code.clone()))
                    .filter(|(code, name, _)| {
                        let folded = fold(&format!("{code} {name}"));
                        words.iter().all(|word| folded.contains(word.as_str()))
                    })
                    .collect();
                found.sort_by(|a, b| crate::text::collate::compare(&a.1, &b.1));
                found
            };
            fields.push(
                Field::found("agency", shared.word(I::Agency), agencies, &file.agency).hint(shared.word(I::AgencyHint)),
            );
        }
        fields.push(Field::choice("replace", shared.word(I::Replace), yes_no(), flag(file.replace)));
        let files = self.files.clone();
        let form = Form::new(file.name(), fields, move |answers, _| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            if let Some(file) = files.borrow_mut().get_mut(row) {
                file.mapping = answer("mapping");
                file.agency = answer("agency");
                file.number = answer("number");
                file.version = answer("version");
                file.force = !answer("force").is_empty();
                file.replace = !answer("replace").is_empty();
            }
            Ok(Vec::new())
        });
        let mut about = vec![shared.word(I::FormAbout).to_owned()];
        about.extend(is_law(&file).then(|| shared.word(I::FormAboutLaw).to_owned()));
        Some(form.about(about).open())
    }

    pub(super) fn draw_mapping(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let files = self.files.borrow();
        if files.is_empty() {
            return lines(&[shared.word(I::ChooseFirst)], frame, area);
        }
        let cells = usize::from(area.width).saturating_sub(3);
        let name = (cells / 2).min(44);
        let line = |file: &File| {
            let said = said_of(file, shared);
            (format!(" {} {}", left(&cut(&file.name(), name), name), cut(&said, cells - name)), Style::new())
        };
        let shown: Vec<(String, Style)> = files.iter().map(line).collect();
        list(shared, frame, area, self.row, &shown, &self.top);
    }
}

/// Whether a file is the text of an instrument, by its name.
pub(super) fn is_law(file: &File) -> bool {
    let ending = file.path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    law_text::ENDINGS.contains(&ending.as_str())
}

/// The mappings that come with the program: name and title.
pub(super) fn mappings(shared: &Shared) -> Vec<(String, String)> {
    let title = |mapping: &Mapping| {
        let title = mapping.title();
        if shared.lang == crate::text::Lang::En { title.en.clone() } else { title.vi.clone() }
    };
    Mapping::shipped().unwrap_or_default().iter().map(|m| (m.name().to_owned(), title(m))).collect()
}

/// What is said of a file, in one line.
fn said_of(file: &File, shared: &Shared) -> String {
    let mut parts = Vec::new();
    if is_law(file) {
        parts.push(shared.word(I::IsLaw).to_owned());
        parts.extend([&file.number, &file.version].into_iter().filter(|text| !text.is_empty()).cloned());
    } else if file.mapping.is_empty() {
        parts.push(shared.word(I::FileTells).to_owned());
    } else {
        let title = mappings(shared).into_iter().find(|(name, _)| *name == file.mapping);
        parts.push(title.map_or_else(|| file.mapping.clone(), |(_, title)| title));
    }
    if !file.agency.is_empty() {
        parts.push(shared.world.agency(&file.agency, shared.lang).to_owned());
    }
    if file.replace {
        parts.push(shared.word(I::ReplaceShort).to_owned());
    }
    parts.join(" · ")
}
