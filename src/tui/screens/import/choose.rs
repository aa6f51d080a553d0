//! Choosing files: a path that is typed, with what the folder holds under it, and the files that were chosen.

use super::run::File;
use crate::exchange::import::RECORDS;
use crate::exchange::law_text;
use crate::text::width::{cut, left, right, width};
use crate::text::{fold, number};
use crate::tui::screen::Shared;
use crate::tui::widgets::input::{self, edit, insert, set_cursor};
use crate::tui::widgets::pager::list;
use crate::words::Message;
use crate::words::import_screen::ImportWord as I;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use tui_input::Input;

/// How many entries of a folder are read.
const MOST: usize = 5_000;

/// What stands in a folder.
#[derive(Debug, Clone)]
struct Entry {
    name: String,
    folder: bool,
    bytes: u64,
}

/// Choosing in hand.
#[derive(Debug, Default)]
pub(super) struct Choose {
    input: Input,
    /// The folder that was read last, and what it holds.
    read: PathBuf,
    held: Vec<Entry>,
    /// What of it fits what is typed.
    found: Vec<Entry>,
    at: usize,
    top: Cell<usize>,
    /// Whether the files that were chosen are in hand.
    pub(super) chosen: bool,
    pub(super) row: usize,
    row_top: Cell<usize>,
}

/// Whether a file of this name can be taken in.
fn is_known(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    ending == "toml" || RECORDS.contains(&ending.as_str()) || law_text::ENDINGS.contains(&ending.as_str())
}

impl Choose {
    /// Begins in the folder in which the program was started, or at a path.
    pub(super) fn new(at: &str) -> Self {
        let here = std::env::current_dir().map(|path| format!("{}/", path.display())).unwrap_or_default();
        let mut made = Self { input: Input::new(if at.is_empty() { here } else { at.to_owned() }), ..Self::default() };
        made.look();
        made
    }

    /// The folder that is typed, and the beginning of a name behind it.
    fn parts(&self) -> (PathBuf, String) {
        let typed = self.input.value();
        let (folder, name) = typed.rsplit_once('/').map_or(("", typed), |(folder, name)| (folder, name));
        let folder = match folder {
            "" if typed.starts_with('/') => PathBuf::from("/"),
            "" => PathBuf::from("."),
            folder => match folder.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/')) {
                Some(rest) => etcetera::home_dir().unwrap_or_default().join(rest.trim_start_matches('/')),
                None => PathBuf::from(folder),
            },
        };
        (folder, name.to_owned())
    }

    /// Reads the folder that is typed, where it is another, and finds what fits. A path from the root or from the home that is typed or pasted
    /// behind a folder is meant instead of it.
    fn look(&mut self) {
        let anew = self.input.value().match_indices("//").chain(self.input.value().match_indices("/~/"));
        if let Some(from) = anew.map(|(at, _)| at + 1).max() {
            self.input = Input::new(self.input.value().get(from..).unwrap_or_default().to_owned());
        }
        let (folder, name) = self.parts();
        if folder != self.read {
            self.held = held(&folder);
            self.read = folder;
        }
        let words: Vec<String> = name.split_whitespace().map(fold).collect();
        let fits = |entry: &&Entry| {
            let folded = fold(&entry.name);
            words.iter().all(|word| folded.contains(word.as_str()))
                && (entry.folder || is_known(&entry.name))
                && (!entry.name.starts_with('.') || name.starts_with('.'))
        };
        self.found = self.held.iter().filter(fits).cloned().collect();
        let begins = fold(&name);
        self.found.sort_by_key(|entry| !fold(&entry.name).starts_with(&begins));
        self.at = 0;
    }

    /// What is typed up to the folder, with a name behind it.
    fn put(&mut self, name: &str, folder: bool) {
        let typed = self.input.value();
        let base = typed.rfind('/').map_or("", |at| &typed[..=at]).to_owned();
        self.input = Input::new(format!("{base}{name}{}", if folder { "/" } else { "" }));
        self.look();
    }

    /// The file that is in hand or typed whole; a folder is gone into.
    fn take(&mut self) -> Option<PathBuf> {
        let (folder, name) = self.parts();
        let whole = folder.join(&name);
        if !name.is_empty() && whole.is_file() && is_known(&name) {
            return Some(whole);
        }
        let entry = self.found.get(self.at)?.clone();
        if entry.folder {
            self.put(&entry.name, true);
            return None;
        }
        Some(folder.join(entry.name))
    }

    /// Takes a key of typing; the file that it chose, and whether it was one.
    pub(super) fn key(&mut self, key: KeyEvent, files: &mut Vec<File>) -> bool {
        if self.chosen {
            return false;
        }
        match key.code {
            KeyCode::Enter => {
                if let Some(path) = self.take() {
                    choose(path, files);
                }
            }
            KeyCode::Up => self.at = self.at.saturating_sub(1),
            KeyCode::Down => self.at = (self.at + 1).min(self.found.len().saturating_sub(1)),
            KeyCode::PageUp => self.at = self.at.saturating_sub(10),
            KeyCode::PageDown => self.at = (self.at + 10).min(self.found.len().saturating_sub(1)),
            KeyCode::Right if self.input.cursor() >= self.input.value().chars().count() => {
                if let Some(entry) = self.found.get(self.at).cloned() {
                    self.put(&entry.name, entry.folder);
                }
            }
            KeyCode::F(_) | KeyCode::Esc | KeyCode::Tab | KeyCode::BackTab => return false,
            KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) && !"hwuae".contains(c) => return false,
            _ => {
                if !edit(&mut self.input, key) {
                    return false;
                }
                self.look();
            }
        }
        true
    }

    /// Takes pasted words: a path, or several on lines of their own.
    pub(super) fn paste(&mut self, text: &str, files: &mut Vec<File>) {
        let whole: Vec<PathBuf> =
            text.lines().map(|line| PathBuf::from(line.trim())).filter(|path| path.is_file()).collect();
        if whole.is_empty() {
            insert(&mut self.input, text);
            self.look();
        }
        whole.into_iter().for_each(|path| choose(path, files));
    }

    /// Takes a line of the pane in hand; whether it was in hand already.
    pub(super) fn clicked(&mut self, at: usize) -> bool {
        let hand = if self.chosen { &mut self.row } else { &mut self.at };
        std::mem::replace(hand, at) == at && !self.chosen
    }

    /// Takes the next pane in hand.
    pub(super) fn next_pane(&mut self, files: &[File]) {
        self.chosen = !self.chosen && !files.is_empty();
        self.row = self.row.min(files.len().saturating_sub(1));
    }

    pub(super) fn draw(&self, files: &[File], shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let below = u16::try_from(files.len().clamp(1, 6) + 1).unwrap_or(2).min(area.height / 2);
        let [typed, body, chosen] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(below)]).areas(area);
        let label = format!(" {}: ", shared.word(I::Path));
        let (text, cursor) = input::seen(&self.input, usize::from(typed.width).saturating_sub(width(&label) + 1));
        let style = if self.chosen { shared.theme.faint() } else { shared.theme.key() };
        frame.render_widget(Line::from(vec![Span::styled(label.clone(), style), Span::raw(text)]), typed);
        if !self.chosen {
            set_cursor(frame, typed, width(&label) + cursor);
        }
        let cells = usize::from(body.width).saturating_sub(2);
        let line = |entry: &Entry| {
            let known = files.iter().any(|file| file.path == self.read.join(&entry.name));
            let sign = if known { '●' } else { ' ' };
            let size = if entry.folder { shared.word(I::Folder).to_owned() } else { bytes(entry.bytes, shared) };
            let name = if entry.folder { format!("{}/", entry.name) } else { entry.name.clone() };
            let room = cells.saturating_sub(14);
            (format!(" {sign} {} {}", left(&name, room), right(&size, 10)), Style::new())
        };
        let lines: Vec<(String, Style)> = self.found.iter().map(line).collect();
        pane(shared, frame, body, (!self.chosen).then_some(self.at), &lines, &self.top);
        if lines.is_empty() {
            frame.render_widget(Line::styled(format!(" {}", shared.word(I::NoFileHere)), shared.theme.faint()), body);
        }
        let head = if files.is_empty() {
            shared.word(I::NothingChosen).to_owned()
        } else {
            I::FilesChosen.with(shared.lang, &[&files.len()])
        };
        let title = Rect { height: 1.min(chosen.height), ..chosen };
        let rule = "─".repeat(usize::from(chosen.width).saturating_sub(width(&head) + 4));
        frame.render_widget(Line::styled(format!("─ {head} {rule}"), shared.theme.heading()), title);
        let rest = Rect { y: chosen.y + title.height, height: chosen.height - title.height, ..chosen };
        let line = |file: &File| (format!("   {}", cut(&file.path.display().to_string(), cells)), Style::new());
        let lines: Vec<(String, Style)> = files.iter().map(line).collect();
        pane(shared, frame, rest, self.chosen.then_some(self.row), &lines, &self.row_top);
    }
}

/// A list, with a line in hand where it is the pane in hand.
fn pane(
    shared: &Shared,
    frame: &mut Frame<'_>,
    area: Rect,
    hand: Option<usize>,
    lines: &[(String, Style)],
    top: &Cell<usize>,
) {
    match hand {
        Some(at) => list(shared, frame, area, at, lines, top),
        None => {
            let seen = lines.iter().skip(top.get()).take(area.height.into());
            let seen: Vec<Line<'_>> = seen.map(|(text, style)| Line::styled(text.as_str(), *style)).collect();
            frame.render_widget(Text::from(seen), area);
        }
    }
}

/// Chooses a file; one that is chosen already is not any more.
fn choose(path: PathBuf, files: &mut Vec<File>) {
    let before = files.len();
    files.retain(|file| file.path != path);
    if files.len() == before {
        files.push(File { path, ..File::default() });
    }
}

/// What a folder holds: folders first, each by name.
fn held(folder: &Path) -> Vec<Entry> {
    let read = std::fs::read_dir(folder).into_iter().flatten().flatten().take(MOST);
    let mut found: Vec<Entry> = read
        .filter_map(|entry| {
            // What a link leads to is what it is.
            let data = std::fs::metadata(entry.path()).ok()?;
            let name = entry.file_name().into_string().ok()?;
            Some(Entry { name, folder: data.is_dir(), bytes: data.len() })
        })
        .collect();
    found.sort_by_cached_key(|entry| (!entry.folder, fold(&entry.name)));
    found
}

/// How large a file is.
pub(super) fn bytes(bytes: u64, shared: &Shared) -> String {
    let parts = |unit: u64| number::decimal(i128::from(bytes), i128::from(unit), 1, shared.lang);
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", parts(1024)),
        _ => format!("{} MB", parts(1_048_576)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(choose: &mut Choose, files: &mut Vec<File>, text: &str) {
        for c in text.chars() {
            choose.key(KeyEvent::from(KeyCode::Char(c)), files);
        }
    }

    #[test]
    fn a_path_is_completed_and_a_file_chosen_and_left_again() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("Luật")).unwrap();
        for name in ["Luật/b.docx", "Luật/a.txt", "Luật/c.exe"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let mut files = Vec::new();
        let mut choose = Choose::new(&format!("{}/", folder.path().display()));
        typed(&mut choose, &mut files, "luat");
        choose.key(KeyEvent::from(KeyCode::Right), &mut files);
        assert!(choose.input.value().ends_with("/Luật/"), "{}", choose.input.value());
        let names: Vec<&str> = choose.found.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["a.txt", "b.docx"], "what cannot be taken in is not shown");
        choose.key(KeyEvent::from(KeyCode::Down), &mut files);
        choose.key(KeyEvent::from(KeyCode::Enter), &mut files);
        assert_eq!(files.iter().map(File::name).collect::<Vec<_>>(), ["b.docx"]);
        choose.key(KeyEvent::from(KeyCode::Enter), &mut files);
        assert!(files.is_empty());
    }

    #[test]
    fn a_path_from_the_root_typed_behind_a_folder_is_meant_instead() {
        for (at, wanted) in [("/srv/a/", "/b/c"), ("/srv/a/", "~/c"), ("", "/b/c"), ("~/a/", "~/b")] {
            let mut choose = Choose::new(at);
            typed(&mut choose, &mut Vec::new(), wanted);
            assert_eq!(choose.input.value(), wanted, "typed behind “{at}”");
        }
    }
}
