//! A published consolidation: its note marks stand as numbers among the words. They are known by their sequence, and taken out by it.

use crate::law::document::{Document, Provision};
use crate::model::Level;

/// Takes the note marks out of a published consolidation, in the order of their numbers; how many there were. A number that is not the next
/// mark stays.
pub fn take_marks_out(document: &mut Document) -> usize {
    let mut next = 1;
    for provision in &mut document.provisions {
        walk(provision, &mut next);
    }
    next - 1
}

fn walk(provision: &mut Provision, next: &mut usize) {
    if matches!(provision.level, Level::Closing | Level::Annex) {
        return;
    }
    let (mark, body) = provision.text.split_at(provision.after_mark.min(provision.text.len()));
    let (mark, mut body) = (mark.to_owned(), body.to_owned());
    if let Some(rest) = leading(&body, next) {
        body = rest.to_owned();
    }
    let line = match provision.level {
        Level::Preamble => body.trim_end().len(),
        _ => body.find('\n').unwrap_or(body.len()),
    };
    let (first, tail) = body.split_at(line);
    let first = trailing(first.trim_end(), next);
    provision.text = format!("{mark}{first}{tail}");
    provision.children.iter_mut().for_each(|child| walk(child, next));
}

/// `4 Cho vay` → `Cho vay` if 4 is the next mark.
fn leading<'t>(body: &'t str, next: &mut usize) -> Option<&'t str> {
    let rest = body.strip_prefix(&next.to_string())?;
    if !rest.starts_with([' ', '\n']) && !rest.is_empty() {
        return None;
    }
    *next += 1;
    Some(rest.trim_start())
}

/// `THỰC HIỆN45,46` → `THỰC HIỆN` if 45 and 46 are the next marks.
fn trailing<'t>(line: &'t str, next: &mut usize) -> &'t str {
    let start = line.len()
        - line
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | ' '))
            .map(char::len_utf8)
            .sum::<usize>();
    let numbers: Option<Vec<usize>> =
        line.get(start..).unwrap_or_default().split(',').map(|n| n.trim().parse().ok()).collect();
    match numbers {
        Some(numbers) if numbers.iter().enumerate().all(|(n, have)| *have == *next + n) => {
            *next += numbers.len();
            line.get(..start).unwrap_or(line)
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_by_their_sequence_and_other_numbers_stay() {
        let text = "THÔNG TƯ\nBộ trưởng ban hành. 1, 2\nChương I. CHUNG3\nĐiều 1. Phạm vi4\n1. 5 Có 12\nđồng.\na)6 Một;\nĐiều 2.7 (được bãi bỏ)\nĐiều 3. Số 9";
        let mut document = Document::read(text);
        assert_eq!(take_marks_out(&mut document), 7);
        assert_eq!(
            document.text(),
            "THÔNG TƯ\nBộ trưởng ban hành.\nChương I. CHUNG\nĐiều 1. Phạm vi\n1. Có 12\nđồng.\na)Một;\nĐiều 2.(được bãi bỏ)\nĐiều 3. Số 9"
        );
    }
}
