//! A mapping made on the screen, as `import --map` makes it at the terminal: which column is what, with guesses, what the first ten rows become, kept in a
//! file that the file in hand is then read by.

use super::Taking;
use super::mapping::is_law;
use crate::exchange::guide::{Guide, GuideColumn};
use crate::exchange::write_whole;
use crate::model::{Agency, AgencyRegister};
use crate::text::Lang;
use crate::text::width::cut;
use crate::tui::layers::{Field, Form, Refusal};
use crate::tui::screen::{Effect, Shared};
use crate::tui::status::Sign;
use crate::words::Message;
use crate::words::guide::GuideWord as G;
use crate::words::import_screen::ImportWord as I;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// How many rows are shown.
const ROWS: usize = 10;

/// Cells of a line of what a row becomes.
const LINE: usize = 74;

/// The largest file that is looked at while somebody waits, in bytes; a larger one is for the command.
const LARGEST: u64 = 8 << 20;

/// Where the mapping is kept.
const FILE: &str = "file";

/// What the form holds: by the key of a field the place of its column.
type Answers = BTreeMap<String, String>;

/// What was worked out last: by this mapping, so many lines.
type Shown = RefCell<(String, Vec<String>)>;

impl Taking {
    /// Whether the columns of the file in hand can be told.
    pub(super) fn can_guide(&self) -> bool {
        self.files.borrow().get(self.row).is_some_and(|file| !is_law(file))
    }

    /// The form that asks which column is what, or why there is none.
    pub(super) fn guide(&self, shared: &Shared) -> Option<Effect> {
        let (path, row) = (self.files.borrow().get(self.row)?.path.clone(), self.row);
        if std::fs::metadata(&path).is_ok_and(|about| about.len() > LARGEST) {
            return Some(Effect::Say(Sign::Fault, I::GuideTooLarge.with(shared.lang, &[&path.display()])));
        }
        let guide = match Guide::of(&path) {
            Ok(guide) => Rc::new(guide),
            Err(fault) => return Some(Effect::Say(Sign::Fault, shared.fault(&fault))),
        };
        let agencies: Vec<Agency> = shared.world.agencies.values().cloned().collect();
        let register = Rc::new(AgencyRegister::of(&agencies));
        let mut options = vec![(String::new(), G::NoColumn.text(shared.lang).to_owned())];
        options.extend(guide.columns.iter().enumerate().map(|(at, column)| (at.to_string(), column_said(at, column))));
        let mut fields: Vec<Field> = guide
            .fields
            .iter()
            .map(|field| {
                let guess = field.guess.map(|at| at.to_string()).unwrap_or_default();
                let asked = Field::choice(&field.key, &field.word(shared.lang), options.clone(), &guess);
                if field.needed { asked.needed() } else { asked }
            })
            .collect();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let offered = path.with_file_name(format!("{stem}.mapping.toml"));
        let kept = Field::line(FILE, shared.word(I::GuideFile), &offered.display().to_string());
        fields.push(kept.hint(shared.word(I::GuideFileHint)).needed());

        let shown: Rc<Shown> = Rc::default();
        let (seen, of_rows, name) = (guide.clone(), path.clone(), stem.clone());
        let preview = move |answers: &Answers, shared: &Shared| {
            let Ok(mapping) = seen.mapping(&name, &chosen(&seen, answers)) else { return Vec::new() };
            if shown.borrow().0 != mapping {
                let lines = becomes(&of_rows, &mapping, &register, shared);
                *shown.borrow_mut() = (mapping, lines);
            }
            shown.borrow().1.clone()
        };
        let files = self.files.clone();
        let form = Form::new(I::GuideTitle.with(shared.lang, &[&stem]), fields, move |answers, shared| {
            let columns = chosen(&guide, answers);
            let missing = guide.fields.iter().zip(&columns).find(|(field, column)| field.needed && column.is_none());
            if let Some((field, _)) = missing {
                let said = G::NeededField.with(shared.lang, &[&field.word(shared.lang)]);
                return Err(Refusal::of(&field.key, said));
            }
            let mapping = guide.mapping(&stem, &columns).map_err(|fault| Refusal::fault(&fault, shared))?;
            let to = PathBuf::from(answers.get(FILE).map(|text| text.trim()).unwrap_or_default());
            let to = if to.extension().is_some_and(|e| e == "toml") { to } else { to.with_extension("toml") };
            // A file of somebody else is not written over; the same mapping is there already.
            let other = std::fs::read(&to).is_ok_and(|there| there != mapping.as_bytes());
            if other {
                return Err(Refusal::of(FILE, I::GuideThere.with(shared.lang, &[&to.display()])));
            }
            write_whole(&to, mapping.as_bytes()).map_err(|fault| Refusal::of(FILE, shared.fault(&fault)))?;
            if let Some(file) = files.borrow_mut().get_mut(row) {
                file.mapping = to.display().to_string();
            }
            Ok(vec![Effect::Say(Sign::Done, I::GuideKept.with(shared.lang, &[&to.display()]))])
        });
        Some(form.about(vec![shared.word(I::GuideAbout).to_owned()]).previewed(preview).open())
    }
}

/// A column by its number, head and first values.
fn column_said(at: usize, column: &GuideColumn) -> String {
    let samples: Vec<&str> = column.samples.iter().take(2).map(|text| cut_to(text, 24)).collect();
    format!("{} {} · {}", at + 1, cut(&column.head, 30), samples.join(" · "))
}

fn cut_to(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(end, _)| &text[..end])
}

/// The columns that the answers choose, in the order of the fields.
fn chosen(guide: &Guide, answers: &Answers) -> Vec<Option<usize>> {
    guide.fields.iter().map(|field| answers.get(&field.key)?.parse().ok()).collect()
}

/// What the first rows become, a line each, with what deserves a look.
fn becomes(path: &Path, mapping: &str, register: &AgencyRegister, shared: &Shared) -> Vec<String> {
    let lang: Lang = shared.lang;
    let rows = match Guide::preview(path, mapping, register, ROWS) {
        Ok(rows) => rows,
        Err(fault) => return vec![shared.fault(&fault)],
    };
    let mut lines = vec![G::Preview.with(lang, &[&rows.len()])];
    for row in rows {
        let regulation = &row.procedure.regulation;
        let agency = regulation.agency.as_deref();
        let agency = agency.map(|name| register.answering(name).unwrap_or_else(|| name.to_owned())).unwrap_or_default();
        let parts = [
            cut(&regulation.code, 12),
            cut(&regulation.name, 34),
            cut(&agency, 10),
            cut(regulation.field.as_deref().unwrap_or_default(), 16),
        ];
        let mark = if row.said.is_empty() { " " } else { "▲" };
        lines.push(cut(&format!("{mark} {}", parts.join(" │ ")), LINE));
    }
    lines
}
