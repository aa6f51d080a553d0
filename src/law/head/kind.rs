//! The kind of an instrument, as its head writes it.

use crate::model::InstrumentKind;
use crate::text::{Lang, fold};

/// The kind whose word stands at the head of a text, and what follows it. Blanks within the word do not count: `N G H Ị Đ Ị N H`.
pub(super) fn kind_at_head(text: &str) -> Option<(InstrumentKind, &str)> {
    InstrumentKind::ALL.iter().find_map(|kind| {
        let rest = after_word(text, kind.word(Lang::Vi))?;
        let behind = rest.starts_with(|c: char| c.is_alphanumeric());
        match is_mark(rest.trim()) {
            // Published consolidations mark the first note there: `QUYẾT ĐỊNH1`, `QUYẾT ĐỊNH [1]`.
            true => Some((*kind, "")),
            false => (!behind).then_some((*kind, rest)),
        }
    })
}

/// Whether a text is the mark of a note.
fn is_mark(text: &str) -> bool {
    let digits = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// What stands behind a word at the head of a text; case, marks and blanks within the word do not count.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let letters = |text: &str| fold(text).replace(' ', "");
    let wanted = letters(word);
    let mut seen = String::new();
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            continue;
        }
        seen.push_str(&letters(c.encode_utf8(&mut [0; 4])));
        if !wanted.starts_with(&seen) {
            return None;
        }
        if seen == wanted {
            return text.get(at + c.len_utf8()..);
        }
    }
    None
}
