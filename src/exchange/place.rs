//! Where in a file a field of a noun stands, looked for when a noun was refused: reading keeps no places, so that it stays quick.

use super::document::FileKind;
use super::{grid, input, workbook};
use crate::words::{Fault, Subject};
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The fault with the line (and column) of the field that it is about, or of its noun; unchanged where that cannot be found.
pub fn located(fault: Fault, path: &Path) -> Fault {
    if fault.place().is_some_and(|place| place.line.is_some()) {
        return fault;
    }
    let place = fault.subject().and_then(|subject| look(path, subject));
    match place {
        Some((line, Some(column))) => fault.at_line(line).at_column(column),
        Some((line, None)) => fault.at_line(line),
        None => fault,
    }
}

fn look(path: &Path, subject: &Subject) -> Option<(usize, Option<usize>)> {
    let steps = steps(&subject.field);
    match FileKind::of(path)? {
        FileKind::Toml => {
            let text = input::text(path).ok()?;
            let (line, column) = input::position(text.as_bytes(), toml_offset(&text, subject, &steps)?);
            Some((line, Some(column)))
        }
        FileKind::Json => {
            let text = input::text(path).ok()?;
            let (line, column) = input::position(text.as_bytes(), json_offset(&text, subject, &steps)?);
            Some((line, Some(column)))
        }
        FileKind::Csv => {
            grid::line_of(&grid::from_csv(&input::text(path).ok()?).ok()?, &subject.noun, subject.at, row(&steps))
        }
        FileKind::Xlsx => {
            grid::line_of(&grid::from_book(workbook::open(path).ok()?).ok()?, &subject.noun, subject.at, row(&steps))
        }
    }
}

/// A step of the way to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step<'w> {
    Field(&'w str),
    /// From 0.
    At(usize),
}

/// Reads a way as messages write it: `statuses[1].date`.
fn steps(way: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for part in way.split('.').filter(|part| !part.is_empty()) {
        let (name, places) = part.split_once('[').unwrap_or((part, ""));
        steps.push(Step::Field(name));
        for place in places.split('[') {
            if let Some(place) = place.strip_suffix(']').and_then(|place| place.parse::<usize>().ok()) {
                steps.push(Step::At(place.saturating_sub(1)));
            }
        }
    }
    steps
}

/// The row of a sheet that a way leads to, from 0.
fn row(steps: &[Step<'_>]) -> usize {
    match steps {
        [Step::Field("activity"), Step::At(at), ..] => *at,
        _ => 0,
    }
}

/// The place of the last step that is there.
fn toml_offset(text: &str, subject: &Subject, steps: &[Step<'_>]) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let nouns = table.get_ref().iter().find(|(name, _)| name.get_ref() == subject.noun.as_str())?.1;
    let mut at = item(nouns, subject.at)?;
    let mut offset = at.span().start;
    for step in steps {
        let next = match step {
            Step::At(place) => item(at, *place).map(|value| (value.span().start, value)),
            Step::Field(name) => match at.get_ref() {
                DeValue::Table(table) => {
                    let found = table.iter().find(|(key, _)| key.get_ref() == *name);
                    found.map(|(key, value)| (key.span().start, value))
                }
                _ => None,
            },
        };
        let Some((start, value)) = next else { break };
        (offset, at) = (start, value);
    }
    Some(offset)
}

fn item<'d, 't>(value: &'d Spanned<DeValue<'t>>, place: usize) -> Option<&'d Spanned<DeValue<'t>>> {
    match value.get_ref() {
        DeValue::Array(items) => items.get(place),
        _ if place == 0 => Some(value),
        _ => None,
    }
}

/// The same in a document in JSON, whose nouns stand under `workspace`.
fn json_offset(text: &str, subject: &Subject, steps: &[Step<'_>]) -> Option<usize> {
    let mut json = Json { bytes: text.as_bytes(), at: 0 };
    for step in [Step::Field("workspace"), Step::Field(&subject.noun), Step::At(subject.at)] {
        json.enter(&step)?;
    }
    let mut offset = json.at;
    for step in steps {
        let Some(start) = json.enter(step) else { break };
        offset = start;
    }
    Some(offset)
}

/// A place in a text that is known to be JSON.
struct Json<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Json<'_> {
    /// Goes to the value that a step leads to; gives where its name stands, or the value itself in a list.
    fn enter(&mut self, step: &Step<'_>) -> Option<usize> {
        self.blank();
        match (step, self.bytes.get(self.at)?) {
            (Step::At(place), b'[') => {
                self.at += 1;
                for _ in 0..*place {
                    self.skip()?;
                    self.blank();
                    if self.bytes.get(self.at) != Some(&b',') {
                        return None;
                    }
                    self.at += 1;
                }
                self.blank();
                (self.bytes.get(self.at) != Some(&b']')).then_some(self.at)
            }
            (Step::Field(name), b'{') => {
                self.at += 1;
                loop {
                    self.blank();
                    let start = self.at;
                    if self.bytes.get(self.at) != Some(&b'"') {
                        return None;
                    }
                    self.skip()?;
                    let key = self.bytes.get(start + 1..self.at.checked_sub(1)?)?;
                    let found = key == name.as_bytes();
                    self.blank();
                    self.at += 1;
                    if found {
                        self.blank();
                        return Some(start);
                    }
                    self.skip()?;
                    self.blank();
                    if self.bytes.get(self.at) != Some(&b',') {
                        return None;
                    }
                    self.at += 1;
                }
            }
            _ => None,
        }
    }

    fn blank(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    /// Passes one value.
    fn skip(&mut self) -> Option<()> {
        self.blank();
        let (mut depth, mut quoted) = (0_usize, false);
        loop {
            let byte = *self.bytes.get(self.at)?;
            if quoted {
                match byte {
                    b'\\' => self.at += 1,
                    b'"' => quoted = false,
                    _ => {}
                }
            } else {
                match byte {
                    b'"' => quoted = true,
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' if depth == 0 => return Some(()),
                    b'}' | b']' => depth -= 1,
                    b',' if depth == 0 => return Some(()),
                    _ => {}
                }
            }
            self.at += 1;
            let closed = depth == 0 && !quoted && matches!(byte, b'"' | b'}' | b']');
            if closed {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::words::Message;
    use crate::words::exchange::ExchangeMessage;

    fn place(name: &str, text: &str, noun: &str, at: usize, field: &str) -> (Option<usize>, Option<usize>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let fault = Fault::input(ExchangeMessage::BadValue.said(&[])).in_field(field).in_item(noun, at);
        let fault = located(fault, &path);
        fault.place().map_or((None, None), |place| (place.line, place.column))
    }

    #[test]
    fn a_field_of_a_noun_is_found_in_toml() {
        let text = "[[sheet]]\nregulation = \"a\"\n\n[[sheet]]\nregulation = \"b\"\n[[sheet.activity]]\nid = \"a1\"\n[[sheet.activity]]\nid = \"a2\"\n  charges = -5\n";
        assert_eq!(place("x.toml", text, "sheet", 1, "activity[2].charges"), (Some(10), Some(3)));
        assert_eq!(place("x.toml", text, "sheet", 1, "activity[1].charges").0, Some(6));
        let inline =
            "[[programme]]\ncode = \"p\"\ntargets = [\n  { id = \"a\" },\n  { id = \"a\", percent = \"-5\" } ]\n";
        assert_eq!(place("x.toml", inline, "programme", 0, "targets[2].percent"), (Some(5), Some(15)));
    }

    #[test]
    fn a_field_of_a_noun_is_found_in_json() {
        let text = "{\"schema_version\": 1,\n \"workspace\": {\n \"agency\": [{\"code\": \"x\\\"]\"}],\n \"sheet\": [\n  {},\n  {\"activity\": [\n   {},\n   {\"id\": [1, {\"a\": 2}],\n    \"charges\": -5}]}]}}";
        assert_eq!(place("x.json", text, "sheet", 1, "activity[2].charges"), (Some(9), Some(5)));
        assert_eq!(place("x.json", text, "sheet", 1, "activity[2].minutes").0, Some(8));
        assert_eq!(place("x.json", text, "measure", 0, "title"), (None, None));
    }

    #[test]
    fn a_row_is_found_in_a_table() {
        let text = "noun,regulation,id,minutes\nsheet,a,a1,1\nsheet,b,a1,1\nsheet,b,a2,-1\n";
        assert_eq!(place("x.csv", text, "sheet", 1, "activity[2].minutes").0, Some(4));
        assert_eq!(place("x.csv", text, "sheet", 0, "activity[1].minutes").0, Some(2));
    }
}
