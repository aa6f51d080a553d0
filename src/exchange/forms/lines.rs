//! The words of a line of a form: the code of a procedure in it, the number before it.

use super::{contains, plain};
use crate::model::procedure_code::{ProcedureCode, is_national};

/// Whether a row only numbers the columns: `(1) (2) (3)`, `A B 1 2`.
pub(super) fn is_numbering(texts: &[String]) -> bool {
    let mark = |text: &String| {
        let text = text.trim_matches(['(', ')', '[', ']', ' ']);
        let formula = |c: char| {
            c.is_ascii_digit() || matches!(c, '(' | ')' | '=' | '+' | '*' | 'x' | 'X' | '×' | '[' | ']' | ' ')
        };
        text.len() == 1 && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            || text.parse::<u8>().is_ok_and(|n| n < 30)
            || text.contains('=') && text.chars().all(formula)
    };
    texts.len() > 4 && texts.iter().all(mark)
}

/// The code of a procedure in a text.
pub(super) fn code_in(text: &str) -> Option<String> {
    let at = code_at(text)?;
    let code: String = text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect();
    let code = ProcedureCode::read(code.trim_end_matches(['.', '-'])).map(|code| code.national);
    code.or_else(|| text.get(at..at + 8).map(str::to_owned))
}

/// Where a code of the national form begins.
fn code_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len().checked_sub(7)?).find(|at| {
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        text.get(*at..at + 8).is_some_and(is_national) && !digit(at.checked_sub(1)) && !digit(Some(at + 8))
    })
}

/// A name without the code that stands in or behind it.
pub(super) fn without_code(text: &str) -> String {
    let Some(at) = code_at(text) else { return text.trim_matches([':', ' ', '-', '–', '.']).to_owned() };
    let end = text[at..].find([')', ' ', ',', ';', ']']).map_or(text.len(), |end| at + end);
    let (head, tail) = (&text[..at], text.get(end..).unwrap_or_default());
    let head = head.trim_end().trim_end_matches(['(', '[', ' ']);
    let head =
        ["mã số", "mã thủ tục", "Mã số", "Mã", "mã", "Mã TTHC", "mã TTHC", ":"].iter().fold(head, |head, word| {
            let cut = head.trim_end();
            cut.strip_suffix(word).unwrap_or(cut)
        });
    let trim = |text: &str| text.trim_matches([':', ' ', '-', '–', '.', '(', ')', '[', ']', ',', ';']).to_owned();
    let (head, tail) = (trim(head), trim(tail));
    if tail.is_empty() || head.is_empty() { head + &tail } else { format!("{head} {tail}") }
}

/// The number before a text: `1`, `1.1`, `a`.
pub(super) fn mark_of(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let mark = &text[..end];
    if text[end..].starts_with([' ', ')', '-']) || end == text.len() { mark } else { mark.trim_end_matches('.') }
}

/// A text without the number before it.
pub(super) fn without_number(text: &str) -> &str {
    let text = text.trim();
    let mark = mark_of(text);
    let roman = text.split_once(['.', ' ']).map_or("", |(head, _)| head);
    let is_roman = !roman.is_empty() && roman.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let rest = if is_roman { &text[roman.len()..] } else { &text[mark.len()..] };
    let rest = if mark.is_empty() && !is_roman { text } else { rest.trim_start_matches(['.', ')', '-', ' ', ':']) };
    if rest.is_empty() || contains(&plain(text), "gio") && mark.len() == text.len() { text } else { rest }
}
