//! A form: labelled fields, one of them in hand.

use super::effect::Document;
use super::law::NewText;
use crate::model::{Activity, Measure, MeasureStatus};
use crate::text::{clean, clean_line};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui_textarea::{CursorMove, TextArea};
use tui_input::{Input, InputRequest};

/// A field of a form.
#[derive(Debug)]
pub(super) struct Field {
    /// By which the answer is found.
    pub(super) id: String,
    pub(super) label: String,
    pub(super) content: Content,
}

/// What a field holds.
#[derive(Debug)]
pub(super) enum Content {
    /// One line.
    Line(Input),
    /// One of several: id and label.
    Choice { options: Vec<(String, String)>, at: usize },
    /// Some of several.
    Checks { options: Vec<(String, String, bool)>, at: usize },
    /// Several lines.
    Text(Box<TextArea<'static>>),
}

impl Field {
    pub(super) fn line(id: &str, label: &str, value: &str) -> Self {
        Self { id: id.to_owned(), label: label.to_owned(), content: Content::Line(Input::new(value.to_owned())) }
    }

    pub(super) fn text(id: &str, label: &str, value: &str) -> Self {
        Self { id: id.to_owned(), label: label.to_owned(), content: Content::Text(Box::new(text_area(value))) }
    }

    pub(super) fn choice(id: &str, label: &str, options: Vec<(String, String)>, chosen: &str) -> Self {
        let at = options.iter().position(|(option, _)| option == chosen).unwrap_or(0);
        Self { id: id.to_owned(), label: label.to_owned(), content: Content::Choice { options, at } }
    }

    pub(super) fn checks(id: &str, label: &str, options: Vec<(String, String, bool)>) -> Self {
        Self { id: id.to_owned(), label: label.to_owned(), content: Content::Checks { options, at: 0 } }
    }
}

fn text_area(value: &str) -> TextArea<'static> {
    let mut area = TextArea::new(value.lines().map(str::to_owned).collect());
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Choose the kind of a new measure, which may have its texts already.
    KindOfMeasure(Option<Box<NewText>>),
    /// Fill in a measure; the code of the one that is changed, and what it said when the form was opened.
    Measure { code: Option<String>, kind: String, seen: Option<Box<Measure>> },
    /// The next status of a measure.
    Status { code: String, seen: MeasureStatus },
    /// A new row of the sheet.
    Row,
    /// Write a document to a file.
    Write(Document),
    /// Write it over a file that is there.
    Overwrite { path: String, what: Document },
    /// Take back a change that may not be meant.
    Undo { change: i64 },
    /// Do again what may not be meant.
    Redo,
    /// Freeze the baseline of a programme.
    Freeze { programme: String, again: bool },
    /// Edit a provision, and choose the measure that is to say so: what those that may do so said when the form was opened.
    Provision { seen: Vec<Measure> },
    /// Choose two versions of an instrument.
    Versions { number: String },
    /// Remove a measure.
    RemoveMeasure { code: String, seen: Option<Box<Measure>> },
    /// Remove a row of the sheet.
    RemoveRow { id: String, seen: Option<Box<Activity>> },
    /// Name a new scenario.
    NewScenario,
    /// Name the copy of a scenario.
    CopyScenario { code: String },
    /// Name what became of a stage in hand.
    KeepTable,
    /// Remove a scenario.
    RemoveScenario { code: String },
    /// Ask the solver.
    Solve,
    /// Say why a suggestion is none.
    Dismiss { id: String },
}

/// A form in hand.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) purpose: Purpose,
    pub(super) title: String,
    pub(super) fields: Vec<Field>,
    pub(super) focus: usize,
    /// What a question is about.
    pub(super) note: Option<String>,
    /// What was wrong when it was last given, or what leaving it would lose.
    pub(super) fault: Option<String>,
    /// What stood in it when it was opened; nothing when it came with words that are kept nowhere else.
    opened: Option<String>,
    /// Whether leaving was asked for and words would be lost.
    leaving: bool,
}

/// What came of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The form stays.
    Stays,
    /// The user gave it.
    Given,
    /// The user left it.
    Left,
    /// The user wants to leave it, and what was typed would be lost.
    Asks,
    /// The user wants the text in hand in the editor.
    Editor,
}

impl Form {
    pub(super) fn new(purpose: Purpose, title: String, fields: Vec<Field>) -> Self {
        let mut form = Self { purpose, title, fields, focus: 0, note: None, fault: None, opened: None, leaving: false };
        form.opened = Some(form.typed());
        form
    }

    /// The form, which has words in it that are kept nowhere else.
    pub(super) fn unsaved(self) -> Self {
        Self { opened: None, ..self }
    }

    /// The form with what its question is about.
    pub(super) fn about(self, note: String) -> Self {
        Self { note: Some(note), ..self }
    }

    /// The form once more, with why its answers could not be used.
    pub(super) fn refused(self, why: String) -> Self {
        let form = Self { fault: Some(why), ..self };
        if form.has_text() { form.unsaved() } else { form }
    }

    /// Whether a text of several lines is typed in it; the loss of a line of words is none.
    fn has_text(&self) -> bool {
        self.fields.iter().any(|field| matches!(field.content, Content::Text(_)))
    }

    /// Whether leaving would lose what was written.
    fn would_lose(&self) -> bool {
        self.opened.as_ref().is_none_or(|opened| self.has_text() && *opened != self.typed())
    }

    /// All that can be typed in it.
    fn typed(&self) -> String {
        let field = |field: &Field| match &field.content {
            Content::Line(input) => input.value().to_owned(),
            Content::Text(area) => area.lines().join("\n"),
            Content::Choice { .. } | Content::Checks { .. } => String::new(),
        };
        self.fields.iter().map(field).collect::<Vec<_>>().join("\0")
    }

    /// Takes a key.
    pub(super) fn key(&mut self, key: KeyEvent) -> Outcome {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let last = self.focus + 1 >= self.fields.len();
        if std::mem::take(&mut self.leaving) {
            self.fault = None;
            if key.code == KeyCode::Esc {
                return Outcome::Left;
            }
        }
        match key.code {
            KeyCode::Esc if self.would_lose() => {
                self.leaving = true;
                return Outcome::Asks;
            }
            KeyCode::Esc => return Outcome::Left,
            KeyCode::F(12) => return Outcome::Given,
            KeyCode::Char('s') if control => return Outcome::Given,
            KeyCode::F(4) if self.text_in_hand().is_some() => return Outcome::Editor,
            KeyCode::Tab => self.focus = (self.focus + 1) % self.fields.len().max(1),
            KeyCode::BackTab => self.focus = (self.focus + self.fields.len().max(1) - 1) % self.fields.len().max(1),
            KeyCode::Enter if self.text_in_hand().is_none() => {
                if last {
                    return Outcome::Given;
                }
                self.focus += 1;
            }
            _ => {
                if let Some(field) = self.fields.get_mut(self.focus) {
                    field.content.key(key);
                }
            }
        }
        Outcome::Stays
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        match self.fields.get_mut(self.focus).map(|field| &mut field.content) {
            Some(Content::Line(input)) => insert(input, &clean_line(text)),
            Some(Content::Text(area)) => _ = area.insert_str(clean(text)),
            _ => {}
        }
    }

    /// The text of several lines that is in hand.
    pub(super) fn text_in_hand(&self) -> Option<String> {
        match self.fields.get(self.focus).map(|field| &field.content) {
            Some(Content::Text(area)) => Some(area.lines().join("\n")),
            _ => None,
        }
    }

    /// Puts another text in the place of the one in hand.
    pub(super) fn replace_text(&mut self, text: &str) {
        if let Some(Content::Text(area)) = self.fields.get_mut(self.focus).map(|field| &mut field.content) {
            **area = text_area(text);
        }
    }

    /// What a field holds, cleaned; of a choice the id. Nothing when there is no such field.
    pub(super) fn answer(&self, id: &str) -> Option<String> {
        let field = self.fields.iter().find(|field| field.id == id)?;
        match &field.content {
            Content::Line(input) => Some(clean_line(input.value())),
            Content::Choice { options, at } => options.get(*at).map(|(id, _)| id.clone()),
            Content::Text(area) => Some(clean(area.lines().join("\n").trim_end())),
            Content::Checks { .. } => None,
        }
    }

    /// The ids that are checked.
    pub(super) fn checked(&self, id: &str) -> Vec<String> {
        match self.fields.iter().find(|field| field.id == id).map(|field| &field.content) {
            Some(Content::Checks { options, .. }) => {
                options.iter().filter(|(.., on)| *on).map(|(id, ..)| id.clone()).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Content {
    fn key(&mut self, key: KeyEvent) {
        match self {
            Self::Line(input) => edit(input, key),
            Self::Text(area) => {
                // Ctrl-H is what Backspace sends on some terminals and input methods.
                if key.code == KeyCode::Char('h') && key.modifiers.contains(KeyModifiers::CONTROL) {
                    area.delete_char();
                } else {
                    area.input(key);
                }
            }
            Self::Choice { options, at } => match key.code {
                KeyCode::Up | KeyCode::Left => *at = at.saturating_sub(1),
                KeyCode::Down | KeyCode::Right | KeyCode::Char(' ') => {
                    *at = (*at + 1).min(options.len().saturating_sub(1))
                }
                KeyCode::Home => *at = 0,
                KeyCode::End => *at = options.len().saturating_sub(1),
                _ => {}
            },
            Self::Checks { options, at } => match key.code {
                KeyCode::Up | KeyCode::Left => *at = at.saturating_sub(1),
                KeyCode::Down | KeyCode::Right => *at = (*at + 1).min(options.len().saturating_sub(1)),
                KeyCode::Char(' ' | 'x') => {
                    if let Some((.., on)) = options.get_mut(*at) {
                        *on = !*on;
                    }
                }
                _ => {}
            },
        }
    }
}

/// Edits a line as terminals do. Ctrl-H is a Backspace in disguise.
pub(super) fn edit(input: &mut Input, key: KeyEvent) {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let request = match key.code {
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Char('h') if control => InputRequest::DeletePrevChar,
        KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
        KeyCode::Char('u') if control => InputRequest::DeleteLine,
        KeyCode::Char('a') if control => InputRequest::GoToStart,
        KeyCode::Char('e') if control => InputRequest::GoToEnd,
        KeyCode::Char(c) if !control => InputRequest::InsertChar(c),
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left if control => InputRequest::GoToPrevWord,
        KeyCode::Right if control => InputRequest::GoToNextWord,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return,
    };
    input.handle(request);
}

/// Inserts a text where the cursor is.
pub(super) fn insert(input: &mut Input, text: &str) {
    for c in text.chars() {
        input.handle(InputRequest::InsertChar(c));
    }
}
