//! The lines and words of running text: which lines go on, which begin with a mark of their own, and where words stand.

use crate::law::read::line::mark;
use crate::model::Level;
use std::borrow::Cow;
use std::ops::Range;

/// Lines that a converter broke in the middle of a sentence go on: the line end becomes a blank, so that positions stay.
pub(super) fn join_lines(text: &str) -> Cow<'_, str> {
    let mut breaks = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find('\n')).map(|n| n + from) {
        from = at + 1;
        let last = text.get(..at).and_then(|t| t.chars().next_back());
        let open = last.is_some_and(|c| c.is_alphanumeric() || c == ',' || c == ' ');
        let next = text.get(from..).unwrap_or_default();
        let goes_on = next.starts_with(char::is_lowercase)
            || ["Điều ", "Luật này", "Bộ luật", "Nghị ", "Thông tư ", "Quyết định "]
                .iter()
                .any(|w| next.starts_with(w));
        let goes_on = goes_on
            || (next.starts_with(|c: char| c.is_ascii_digit()) && awaits_a_number(text.get(..at).unwrap_or_default()));
        let line = next.split('\n').next().unwrap_or_default();
        if open && goes_on && mark(line).is_none_or(|m| !m.closed || m.level == Level::Table) {
            breaks.push(at);
        }
    }
    if breaks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in breaks {
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push(' ');
        from = at + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Whether a line ends within a list of labels: "các khoản 2, 4," or "điểm b khoản".
fn awaits_a_number(before: &str) -> bool {
    const LEVELS: &[&str] = &["khoản", "Khoản", "Điều", "điều", "Chương", "Mục", "số", "và"];
    let line = before.rsplit('\n').next().unwrap_or_default().trim_end();
    let word = line.rsplit(' ').next().unwrap_or_default();
    let listed = line.strip_suffix(',').is_some_and(|list| {
        let label = list.rsplit(' ').next().unwrap_or_default();
        label.starts_with(|c: char| c.is_ascii_digit()) && label.len() <= 4
    });
    listed || LEVELS.contains(&word)
}

/// The next run of letters and digits.
pub(super) fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let start = from + rest.find(char::is_alphanumeric)?;
    let end = text.get(start..)?.find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |n| n + start);
    Some(start..end)
}

/// Whether a line that starts at this word opens a unit with a mark.
pub(super) fn is_heading(text: &str, at: usize) -> bool {
    let line = text.get(at..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
    let near: usize = line.chars().take(60).map(char::len_utf8).sum();
    mark(line.get(..near).unwrap_or(line)).is_some_and(|m| m.closed && m.level.is_labelled())
}

/// Where the mark of a line ends that starts at a word.
pub(super) fn heading_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let near: usize = rest.chars().take(60).map(char::len_utf8).sum();
    let line = rest.get(..near).unwrap_or(rest).split('\n').next().unwrap_or_default();
    at + mark(line).map_or(1, |m| m.after.max(1))
}
