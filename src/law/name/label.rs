//! Labels as running text writes them behind the word of their level: `3a`, `đ1`, `b(iii)`, `thứ hai`, `II`.

use crate::law::read::line::is_label_letter;
use crate::model::provision::{ORDINALS, roman};
use crate::model::{Label, Level};

/// One label of a level, with a sub-item in parentheses behind a point; and where it ends.
pub(super) fn label(text: &str, at: usize, level: Level) -> Option<(Label, Option<Label>, usize)> {
    let at = at + blanks(text, at);
    let rest = text.get(at..)?;
    if level == Level::Point {
        let (label, item, length) = point_label(rest)?;
        return Some((label, item, at + length));
    }
    let (label, length) = match level {
        Level::Article | Level::Clause => article_label(rest)?,
        Level::Item => item_label(rest)?,
        Level::Paragraph | Level::Dash => ordinal_label(rest)?,
        _ => number_label(rest, level)?,
    };
    Some((label, None, at + length))
}

/// Whether no letter and no digit follows the first bytes of a text.
fn ends_word(text: &str, length: usize) -> bool {
    !text.get(length..).unwrap_or_default().starts_with(char::is_alphanumeric)
}

/// `5`, `3a`, `5a1`, with its length; no date and no number with a point.
fn article_label(rest: &str) -> Option<(Label, usize)> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let mut end = digits;
    if let Some(letter) = rest.get(digits..)?.chars().next().filter(|c| is_label_letter(*c)) {
        end += letter.len_utf8();
        end += usize::from(rest.get(end..)?.starts_with(|c: char| c.is_ascii_digit()));
    }
    let tail = rest.get(end..)?;
    let dated = tail.starts_with('/')
        || (tail.starts_with(['.', ',']) && tail.get(1..)?.starts_with(|c: char| c.is_ascii_digit()));
    (ends_word(rest, end) && !dated).then(|| (Label::new(rest.get(..end).unwrap_or_default()), end))
}

/// `a`, `đ1`, `b(iii)`, with its length.
fn point_label(rest: &str) -> Option<(Label, Option<Label>, usize)> {
    let letter = rest.chars().next().filter(|c| is_label_letter(*c))?;
    let mut end = letter.len_utf8();
    end += usize::from(rest.get(end..)?.starts_with(|c: char| c.is_ascii_digit()));
    if !ends_word(rest, end) {
        return None;
    }
    let label = Label::new(rest.get(..end)?);
    let inside = rest.get(end..)?.trim_start_matches(' ').strip_prefix('(');
    if let Some(inside) = inside
        && let Some(close) = inside.bytes().take(7).position(|b| b == b')')
        && let Some(item) = inside.get(..close).filter(|item| roman(item).is_some())
    {
        return Some((label, Some(Label::new(item)), rest.len() - inside.len() + close + 1));
    }
    Some((label, None, end))
}

/// `ii`, `(ii)`, with its length.
fn item_label(rest: &str) -> Option<(Label, usize)> {
    let open = usize::from(rest.starts_with('('));
    let end = open + rest.get(open..)?.bytes().take_while(|b| matches!(b, b'i' | b'v' | b'x')).count();
    let label = rest.get(open..end).filter(|l| !l.is_empty())?;
    let end = end + open;
    ends_word(rest, end).then(|| (Label::new(label), end))
}

/// `thứ hai`, `cuối`, `3`, of paragraphs and dashes, with its length.
fn ordinal_label(rest: &str) -> Option<(Label, usize)> {
    const WORDS: &[(&str, &str)] =
        &[("mở đầu", "1"), ("đầu tiên", "1"), ("cuối cùng", "cuối"), ("cuối", "cuối"), ("đầu", "1")];
    if let Some((word, label)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
        return Some((Label::new(*label), word.len()));
    }
    let spoken = rest.strip_prefix("thứ ").unwrap_or(rest);
    let skipped = rest.len() - spoken.len();
    if let Some((n, word)) = ORDINALS.iter().enumerate().find(|(_, w)| starts_with_word(spoken, w)) {
        return Some((Label::new((n + 1).to_string()), skipped + word.len()));
    }
    let digits = spoken.bytes().take_while(u8::is_ascii_digit).count();
    let label = spoken.get(..digits).filter(|_| digits > 0 && digits < 3)?;
    Some((Label::new(label), skipped + digits))
}

/// `II`, `3a`, `thứ nhất`, `số 2`, of containers and annexes, with its length.
fn number_label(rest: &str, level: Level) -> Option<(Label, usize)> {
    let spoken = rest.strip_prefix("thứ ").unwrap_or(rest);
    if level == Level::Part
        && let Some(word) = ORDINALS.iter().find(|w| starts_with_word(spoken, w))
    {
        return Some((Label::new(*word), rest.len() - spoken.len() + word.len()));
    }
    let numbered = spoken.strip_prefix("số ").unwrap_or(spoken);
    let skipped = rest.len() - numbered.len();
    let mut end = numbered.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X' | b'L')).count();
    if end == 0 && level == Level::Annex {
        end = numbered.bytes().take_while(u8::is_ascii_uppercase).count().min(2);
    }
    if end == 0 {
        // "Phụ lục ban hành kèm theo": the only annex has no number.
        let only = level == Level::Annex && ["ban hành kèm", "kèm theo"].iter().any(|w| rest.starts_with(w));
        return only.then(|| (Label::new(""), 0));
    }
    if let Some(letter) = numbered.get(end..)?.chars().next().filter(|c| is_label_letter(*c)) {
        end += letter.len_utf8();
    }
    let bounded = !numbered.get(end..)?.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    bounded.then(|| (Label::new(numbered.get(..end).unwrap_or_default()), skipped + end))
}

/// Whether a text starts with a word in small letters or with a capital.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    let mut have = text.chars();
    for (n, want) in word.chars().enumerate() {
        let Some(c) = have.next() else { return false };
        if c != want && !(n == 0 && c.to_lowercase().eq(std::iter::once(want))) {
            return false;
        }
    }
    !have.next().is_some_and(char::is_alphabetic)
}

pub(super) fn blanks(text: &str, at: usize) -> usize {
    text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches(' ').len())
}
