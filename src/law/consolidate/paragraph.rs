//! A paragraph of a unit (đoạn): found by counting the paragraphs of the unit's own text. Where a count may come out in two ways, it is not found.

use super::edit::{Failure, REPEALED, append_paragraph, end_line, ended, without_label};
use crate::law::amend::Position;
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level};
use std::ops::RangeInclusive;

/// Where a paragraph stands in its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Slot {
    /// In these lines of its text.
    Lines(RangeInclusive<usize>),
    /// It is the child of this number.
    Child(usize),
}

/// Whether a place is a paragraph.
pub(super) fn is_paragraph(place: &Address) -> bool {
    place.last().is_some_and(|step| step.level == Level::Paragraph)
}

/// Changes a paragraph as a unit of its own, its mark left before it.
///
/// # Errors
/// There is no such paragraph, it is not certain which it is, or what the change says.
pub(super) fn edit<T>(
    document: &mut Document,
    place: &Address,
    change: impl FnOnce(&mut Provision) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (holder, label) = held(document, place)?;
    match slot(holder, &label)? {
        Slot::Child(n) => change(holder.children.get_mut(n).ok_or(Failure::NoSuchPlace)?),
        Slot::Lines(lines) => {
            let before = alone(holder, &lines);
            let mut one = before.clone();
            let done = change(&mut one)?;
            if one.text == before.text {
                return Ok(done);
            }
            let mut all: Vec<&str> = holder.text.lines().collect();
            all.splice(lines, [one.text.trim_end()]);
            holder.text = format!("{}\n", all.join("\n"));
            Ok(done)
        }
    }
}

/// Gives a paragraph new text; the label of its unit, where that repeats it, stands already.
pub(super) fn replace(document: &mut Document, place: &Address, text: &str) -> Result<(), Failure> {
    let (holder, _) = held(document, place)?;
    let (level, own) = (holder.level, holder.label.clone());
    edit(document, place, |one| {
        let mark = one.text.get(..one.after_mark).unwrap_or_default();
        let own = own.as_ref().filter(|_| !mark.is_empty());
        let words = own.map_or(text.trim(), |label| without_label(text.trim(), level, label));
        one.text = format!("{mark}{words}\n");
        Ok(())
    })
}

/// Puts a paragraph in: beside another one, by its number, or behind all that the unit holds.
pub(super) fn insert(document: &mut Document, place: &Address, position: &Position, text: &str) -> Result<(), Failure> {
    let (holder, label) = held(document, place)?;
    let beside = |anchor: &Address| anchor.last().map(|step| step.label.clone()).filter(|_| is_paragraph(anchor));
    let (anchor, behind) = match (position, label.number()) {
        (Position::After(anchor), _) => (beside(anchor), true),
        (Position::Before(anchor), _) => (beside(anchor), false),
        (Position::ByLabel, Some(number)) => {
            let before = number.checked_sub(1).filter(|n| *n > 0).map(|n| Label::new(n.to_string()));
            match before {
                Some(before) => (Some(before), true),
                None => (Some(label), false),
            }
        }
        _ => (None, false),
    };
    let Some(anchor) = anchor else {
        append_paragraph(holder, text);
        return Ok(());
    };
    match slot(holder, &anchor)? {
        Slot::Child(n) => {
            let at = n + usize::from(behind);
            if let Some(before) = at.checked_sub(1).and_then(|n| holder.children.get_mut(n)) {
                end_line(before);
            }
            let level = Level::Paragraph;
            let (notes, children) = (Vec::new(), Vec::new());
            let new = Provision { level, label: None, text: ended(text), after_mark: 0, line: 0, notes, children };
            holder.children.insert(at, new);
        }
        // The first paragraph of a unit bears its mark.
        Slot::Lines(lines) if !behind && *lines.start() == 0 => return Err(Failure::DoubtfulParagraph),
        Slot::Lines(lines) => {
            let at = if behind { lines.end() + 1 } else { *lines.start() };
            let mut all: Vec<&str> = holder.text.lines().collect();
            all.splice(at..at, text.trim().lines());
            holder.text = format!("{}\n", all.join("\n"));
        }
    }
    Ok(())
}

/// The unit of a paragraph, and the label of that.
fn held<'d>(document: &'d mut Document, place: &Address) -> Result<(&'d mut Provision, Label), Failure> {
    let label = place.last().ok_or(Failure::NoSuchPlace)?.label.clone();
    let holder = document.find_mut(&place.parent().unwrap_or_default()).ok_or(Failure::NoSuchPlace)?;
    Ok((holder, label))
}

/// The lines of a paragraph as a unit of their own.
fn alone(holder: &Provision, lines: &RangeInclusive<usize>) -> Provision {
    let words: Vec<&str> = holder.text.lines().collect();
    let text = format!("{}\n", words.get(lines.clone()).unwrap_or_default().join("\n"));
    let after_mark = if *lines.start() == 0 { holder.after_mark } else { 0 };
    let (notes, children) = (Vec::new(), Vec::new());
    Provision { level: Level::Paragraph, label: None, text, after_mark, line: holder.line, notes, children }
}

/// Where the paragraph with a label stands: a number from 1, or "cuối".
fn slot(holder: &Provision, label: &Label) -> Result<Slot, Failure> {
    let mut slots = of_text(holder)?;
    // Behind points or dashes it is not certain what counts.
    let plain = holder.children.iter().take_while(|child| child.level == Level::Paragraph).count();
    let all_plain = plain == holder.children.len();
    slots.extend((0..plain).map(Slot::Child));
    if label.as_str() == "cuối" {
        return match holder.children.last() {
            Some(last) if last.level == Level::Paragraph => Ok(Slot::Child(holder.children.len() - 1)),
            Some(_) => Err(Failure::DoubtfulParagraph),
            None => slots.pop().ok_or(Failure::NoSuchPlace),
        };
    }
    let number = label.number().ok_or(Failure::NoSuchPlace)? as usize;
    let found = number.checked_sub(1).and_then(|n| slots.into_iter().nth(n));
    found.ok_or(if all_plain { Failure::NoSuchPlace } else { Failure::DoubtfulParagraph })
}

/// The paragraphs of a unit's own text. The heading of an Điều is none; lines that a page broke are one.
fn of_text(holder: &Provision) -> Result<Vec<Slot>, Failure> {
    let lines: Vec<(usize, &str)> =
        holder.text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()).collect();
    let mut lines = lines.into_iter().peekable();
    if holder.level == Level::Article {
        let heading = lines.next().map(|(_, line)| line).unwrap_or_default();
        // "Điều 5. Chảo được rửa mỗi ngày.": an Điều may have no heading.
        if stops(heading) || (lines.peek().is_none() && holder.children.is_empty()) {
            return Err(Failure::DoubtfulParagraph);
        }
    }
    let mut found: Vec<Slot> = Vec::new();
    let mut begun: Option<usize> = None;
    while let Some((n, line)) = lines.next() {
        let from = *begun.get_or_insert(n);
        let next = lines.peek().map(|(_, next)| *next);
        let broken = next.is_some_and(|next| !stops(line) && next.starts_with(char::is_lowercase));
        if next.is_some() && !stops(line) && !broken {
            return Err(Failure::DoubtfulParagraph);
        }
        if !broken {
            found.push(Slot::Lines(from..=n));
            begun = None;
        }
    }
    Ok(found)
}

/// Whether a line ends as a paragraph does.
fn stops(line: &str) -> bool {
    if line == REPEALED {
        return true;
    }
    line.trim_end_matches(['”', '"', ')', ' ']).ends_with(['.', ';', ':', '?', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::name::place::address_of;

    const BASE: &str = "Điều 1. Chảo\nChảo là chảo.\nNồi là\nnồi.\nLò là lò.\nĐiều 2. Hồ sơ\n1. Đơn.\nẢnh của\nchảo.\nPhí.\n2. Gồm:\na) Một;\nb) Hai.\n\
        3. Một dòng\nHai dòng.\nĐiều 4. Lò cháy.\n";

    fn words(place: &str) -> Result<String, Failure> {
        edit(&mut Document::read(BASE), &address_of(place).unwrap(), |one| {
            Ok(one.text.get(one.after_mark..).unwrap_or_default().trim().to_owned())
        })
    }

    #[test]
    fn paragraphs_are_counted_where_that_is_certain() {
        for (place, said) in [
            ("đoạn thứ nhất Điều 1", "Chảo là chảo."),
            ("đoạn 2 Điều 1", "Nồi là\nnồi."),
            ("đoạn cuối Điều 1", "Lò là lò."),
            ("đoạn mở đầu khoản 1 Điều 2", "Đơn."),
            ("đoạn thứ hai khoản 1 Điều 2", "Ảnh của\nchảo."),
            ("đoạn mở đầu khoản 2 Điều 2", "Gồm:"),
        ] {
            assert_eq!(words(place).as_deref(), Ok(said), "{place}");
        }
        for place in
            ["đoạn cuối khoản 2 Điều 2", "đoạn thứ hai khoản 2 Điều 2", "đoạn 1 khoản 3 Điều 2", "đoạn 1 Điều 4"]
        {
            assert_eq!(words(place), Err(Failure::DoubtfulParagraph), "{place}");
        }
        assert_eq!(words("đoạn thứ tư khoản 1 Điều 2"), Err(Failure::NoSuchPlace));
    }

    #[test]
    fn paragraphs_go_in_where_they_are_meant() {
        let first = |position: Position, place: &str| {
            let mut document = Document::read(BASE);
            insert(&mut document, &address_of(place).unwrap(), &position, "Than.").unwrap();
            document.find(&address_of("khoản 1 Điều 2").unwrap()).unwrap().text.clone()
        };
        let second = address_of("đoạn thứ hai khoản 1 Điều 2").unwrap();
        let place = "đoạn thứ ba khoản 1 Điều 2";
        let between = "1. Đơn.\nẢnh của\nchảo.\nThan.\nPhí.\n";
        assert_eq!(first(Position::After(second.clone()), place), between);
        assert_eq!(first(Position::ByLabel, place), between);
        assert_eq!(first(Position::Before(second), place), "1. Đơn.\nThan.\nẢnh của\nchảo.\nPhí.\n");
        assert_eq!(first(Position::End, "đoạn cuối khoản 1 Điều 2"), "1. Đơn.\nẢnh của\nchảo.\nPhí.\nThan.\n");
    }
}
