//! A field of a form.

use super::Answers;
use crate::text::{clean, clean_line};
use crate::tui::screen::Shared;
use crate::tui::widgets::input::edit;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui_textarea::{CursorMove, TextArea};
use std::fmt;
use std::rc::Rc;
use tui_input::Input;

/// What words find for a field, beside what the others of the form say: key, label, and what stands at its right.
type Finding = Rc<dyn Fn(&str, &Answers, &Shared) -> Vec<(String, String, String)>>;

/// What can be chosen in a field: key, label, and what stands at the right of a found one.
#[derive(Clone)]
pub(in crate::tui) enum Options {
    /// These: key and label.
    These(Vec<(String, String)>),
    /// What is found by the words typed.
    Found(Finding),
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::These(all) => f.debug_tuple("These").field(&all.len()).finish(),
            Self::Found(_) => f.write_str("Found"),
        }
    }
}

/// What a field holds.
#[derive(Debug)]
pub(in crate::tui) enum Content {
    /// One line.
    Line(Input),
    /// Several lines.
    Text(Box<TextArea<'static>>),
    /// One of several, by its key.
    Choice { options: Options, chosen: String },
    /// Some of several: key, label, whether.
    Checks { options: Vec<(String, String, bool)>, at: usize },
    /// What is computed, to be read alone.
    Told(String),
}

/// A field of a form.
#[derive(Debug)]
pub(in crate::tui) struct Field {
    /// By which the answer is found.
    pub(in crate::tui) name: String,
    pub(in crate::tui) label: String,
    pub(in crate::tui) content: Content,
    /// Whether it must say something.
    pub(in crate::tui) needed: bool,
    /// What stands at its right while it is in hand: forms that can be typed.
    pub(in crate::tui) hint: String,
}

impl Field {
    fn new(name: &str, label: &str, content: Content) -> Self {
        Self { name: name.to_owned(), label: label.to_owned(), content, needed: false, hint: String::new() }
    }

    /// A line.
    pub(in crate::tui) fn line(name: &str, label: &str, value: &str) -> Self {
        Self::new(name, label, Content::Line(Input::new(value.to_owned())))
    }

    /// A text of several lines.
    pub(in crate::tui) fn text(name: &str, label: &str, value: &str) -> Self {
        Self::new(name, label, Content::Text(Box::new(text_area(value))))
    }

    /// One of these.
    pub(in crate::tui) fn choice(name: &str, label: &str, options: Vec<(String, String)>, chosen: &str) -> Self {
        let content = Content::Choice { options: Options::These(options), chosen: chosen.to_owned() };
        Self::new(name, label, content)
    }

    /// One of what is found by words.
    pub(in crate::tui) fn found(
        name: &str,
        label: &str,
        find: impl Fn(&str, &Shared) -> Vec<(String, String, String)> + 'static,
        chosen: &str,
    ) -> Self {
        Self::found_beside(name, label, move |words, _, shared| find(words, shared), chosen)
    }

    /// One of what is found by words and by what the other fields say.
    pub(in crate::tui) fn found_beside(
        name: &str,
        label: &str,
        find: impl Fn(&str, &Answers, &Shared) -> Vec<(String, String, String)> + 'static,
        chosen: &str,
    ) -> Self {
        Self::new(name, label, Content::Choice { options: Options::Found(Rc::new(find)), chosen: chosen.to_owned() })
    }

    /// Some of these; the answer is their keys between commas.
    pub(in crate::tui) fn checks(name: &str, label: &str, options: Vec<(String, String, bool)>) -> Self {
        Self::new(name, label, Content::Checks { options, at: 0 })
    }

    /// What is computed.
    pub(in crate::tui) fn told(label: &str, value: &str) -> Self {
        Self::new("", label, Content::Told(value.to_owned()))
    }

    /// The same, which must say something.
    pub(in crate::tui) fn needed(self) -> Self {
        Self { needed: true, ..self }
    }

    /// The same with what can be typed.
    pub(in crate::tui) fn hint(self, hint: &str) -> Self {
        Self { hint: hint.to_owned(), ..self }
    }

    /// Whether arrows up and down lead out of it.
    pub(super) fn is_line(&self) -> bool {
        !matches!(self.content, Content::Text(_) | Content::Checks { .. })
    }

    /// What it holds, cleaned.
    pub(in crate::tui) fn answer(&self) -> String {
        match &self.content {
            Content::Line(input) => clean_line(input.value()),
            Content::Text(area) => clean(area.lines().join("\n").trim_end()),
            Content::Choice { chosen, .. } => chosen.clone(),
            Content::Checks { options, .. } => {
                options.iter().filter(|(.., on)| *on).map(|(key, ..)| key.as_str()).collect::<Vec<_>>().join(",")
            }
            Content::Told(_) => String::new(),
        }
    }

    /// Puts something in it.
    pub(super) fn put(&mut self, value: &str) {
        match &mut self.content {
            Content::Line(input) => *input = Input::new(clean_line(value)),
            Content::Text(area) => **area = text_area(value),
            Content::Choice { chosen, .. } => value.clone_into(chosen),
            Content::Checks { options, .. } => {
                let on: Vec<&str> = value.split(',').collect();
                options.iter_mut().for_each(|(key, _, is)| *is = on.contains(&key.as_str()));
            }
            Content::Told(_) => {}
        }
    }

    /// Takes a key of typing; whether it was one.
    pub(super) fn key(&mut self, key: KeyEvent) -> bool {
        match &mut self.content {
            Content::Line(input) => edit(input, key),
            Content::Text(area) => {
                // Ctrl-H is what Backspace sends on some terminals and input methods.
                if key.code == KeyCode::Char('h') && key.modifiers.contains(KeyModifiers::CONTROL) {
                    area.delete_char()
                } else {
                    area.input(key);
                    true
                }
            }
            Content::Checks { options, at } => {
                match key.code {
                    KeyCode::Up | KeyCode::Left => *at = at.saturating_sub(1),
                    KeyCode::Down | KeyCode::Right => *at = (*at + 1).min(options.len().saturating_sub(1)),
                    KeyCode::Char(' ') => {
                        if let Some((.., on)) = options.get_mut(*at) {
                            *on = !*on;
                        }
                    }
                    _ => return false,
                }
                true
            }
            Content::Choice { options: Options::These(all), chosen } => {
                // Left and right turn to the one before and behind, without opening the list.
                let at = all.iter().position(|(key, _)| key == chosen);
                let to = match key.code {
                    KeyCode::Left => at.map_or(0, |at| at.saturating_sub(1)),
                    KeyCode::Right | KeyCode::Char(' ') => at.map_or(0, |at| (at + 1).min(all.len().saturating_sub(1))),
                    _ => return false,
                };
                if let Some((key, _)) = all.get(to) {
                    key.clone_into(chosen);
                }
                true
            }
            Content::Choice { chosen, .. } if matches!(key.code, KeyCode::Delete | KeyCode::Backspace) => {
                chosen.clear();
                true
            }
            Content::Choice { .. } | Content::Told(_) => false,
        }
    }
}

fn text_area(value: &str) -> TextArea<'static> {
    let mut area = TextArea::new(value.lines().map(str::to_owned).collect());
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}
