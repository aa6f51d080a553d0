//! Numbers of instruments, `39/2016/TT-NHNN`, as a head writes them and as running text cites them.

use crate::law::read::line::is_upper;
use crate::model::instrument::{is_number, normal_number};

/// `số 39/2016/TT-NHNN`, with stray blanks around the strokes and "số" as scanners misread it: the normal form and where it ends.
pub(in crate::law) fn cited(text: &str, from: usize) -> Option<(String, usize)> {
    let mut at = from + skip(text, from, &["số: ", "số ", "sô "]);
    let start = at;
    let rest = text.get(at..)?;
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut last = at;
    let mut joined = false;
    // A number is short; a run of blanks without end is not followed.
    for c in rest.chars().take(60) {
        let part_of = c.is_ascii_digit() || c.is_uppercase() || matches!(c, '/' | '-' | '–' | '.');
        if c == ' ' && joined {
            at += 1;
            continue;
        }
        if !part_of {
            // A blank before a stroke or a dash belongs to the number; any other blank ends it.
            let near: usize = text.get(at..).unwrap_or_default().chars().take(4).map(char::len_utf8).sum();
            let next = text.get(at..at + near).unwrap_or_default().trim_start();
            if c == ' ' && next.starts_with(['/', '-', '–']) && !text.get(start..at).unwrap_or_default().contains('-')
            {
                at += 1;
                continue;
            }
            break;
        }
        at += c.len_utf8();
        joined = matches!(c, '/' | '-' | '–');
        last = at;
    }
    let whole = text.get(start..last)?.trim_end_matches('.');
    let raw = whole.trim_end_matches(['-', '–', '/']);
    // One that breaks off with its text is not known: what is left of it would be the number of another.
    if raw.len() < whole.len() && raw.contains('/') && text.get(last..)?.trim().is_empty() {
        return None;
    }
    let number = normal_number(raw);
    is_number(&number).then(|| (number, start + raw.len()))
}

/// How many bytes the blanks at a place take, with the first of the words that stands behind them.
pub(super) fn skip(text: &str, from: usize, words: &[&str]) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let trimmed = rest.trim_start();
    let blanks = rest.len() - trimmed.len();
    let word = words.iter().find(|w| trimmed.starts_with(**w)).map_or(0, |w| w.len());
    blanks + word
}

/// Whether a line carries the number of the instrument.
pub(in crate::law) fn is_on_line(text: &str) -> bool {
    text.split_once(['S', 's']).is_some_and(|(before, rest)| {
        before.len() < 24
            && rest.starts_with(['ố', 'Ố'])
            && after_word(rest.get('ố'.len_utf8()..).unwrap_or_default()).is_some()
    })
}

/// The number behind "số", if a text goes on with one.
pub(in crate::law) fn after_word(rest: &str) -> Option<String> {
    let rest = rest.trim_start();
    let rest =
        rest.strip_prefix("số").or_else(|| rest.strip_prefix("SỐ")).or_else(|| rest.strip_prefix("Số")).unwrap_or(rest);
    at_head(rest.trim_start_matches([' ', ':', '.']))
}

/// The number of an instrument at the head of a text: stray blanks about its strokes and hyphens do not count.
pub(in crate::law) fn at_head(text: &str) -> Option<String> {
    let mut number = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let joint = |c: Option<char>| c.is_none_or(|c| matches!(c, '/' | '-' | '–' | '⁄'));
        if c.is_whitespace() {
            while chars.next_if(|c| c.is_whitespace()).is_some() {}
            let ahead: String = chars.clone().take(3).collect();
            let stroke = ahead.starts_with(['/', '⁄'])
                || (joint(ahead.chars().next()) && is_upper(&ahead) && !ahead.contains(' '));
            let symbol = joint(number.chars().next_back())
                && (is_symbol(&ahead) || ahead.starts_with(|c: char| c.is_ascii_digit()));
            let hyphen = ahead.starts_with("- ")
                && number.contains('/')
                && chars.clone().skip(2).take(2).all(char::is_uppercase);
            if stroke || symbol || hyphen {
                continue;
            }
            break;
        }
        // A dot stands only in the numbers of some series: 66.22/2026/NQ-CP.
        let dot = c == '.' && !number.contains('/') && chars.peek().is_some_and(char::is_ascii_digit);
        if !(c.is_alphanumeric() || dot || joint(Some(c))) {
            break;
        }
        number.push(if c == '⁄' { '/' } else { c });
    }
    let number = normal_number(&number).replace("--", "-");
    let number = number.trim_end_matches('-');
    (number.starts_with(|c: char| c.is_ascii_digit()) && is_number(number) && number.len() < 40)
        .then(|| number.to_owned())
}

/// Whether a text begins like the symbol of a number: two capitals.
fn is_symbol(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(|c| c.is_uppercase() || c == '-')
}
