//! A line that is typed.

use crate::text::clean_line;
use crate::text::width::width;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};

/// Edits a line as terminals do; whether the key was one of editing. Ctrl-H is a Backspace in disguise.
pub(in crate::tui) fn edit(input: &mut Input, key: KeyEvent) -> bool {
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
        _ => return false,
    };
    input.handle(request);
    true
}

/// Inserts a text where the cursor is, on one line.
pub(in crate::tui) fn insert(input: &mut Input, text: &str) {
    for c in clean_line(text).chars() {
        input.handle(InputRequest::InsertChar(c));
    }
}

/// What of a line is seen in so many cells, and in which of them the cursor stands.
pub(in crate::tui) fn seen(input: &Input, cells: usize) -> (String, usize) {
    let scroll = input.visual_scroll(cells.max(1).saturating_sub(1).max(1));
    let mut used = 0;
    let before = input.value().chars().take_while(|c| {
        let fits = used < scroll;
        used += width(c.encode_utf8(&mut [0; 4]));
        fits
    });
    let skipped = before.count();
    let shown: String = input.value().chars().skip(skipped).collect();
    (shown, input.visual_cursor().saturating_sub(scroll))
}

/// Sets the cursor of the terminal into a line that begins at a place, so that the window of an input method follows it.
pub(in crate::tui) fn set_cursor(frame: &mut Frame<'_>, line: Rect, cells: usize) {
    let x = line.x.saturating_add(u16::try_from(cells).unwrap_or(u16::MAX)).min(line.right().saturating_sub(1));
    if line.width > 0 && line.height > 0 {
        frame.set_cursor_position(Position::new(x, line.y));
    }
}
