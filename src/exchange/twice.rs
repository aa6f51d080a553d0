//! The same code twice in one file: which of the two is meant cannot be told, so the file is refused, and both places are named.

use super::grid::table::Grid;
use super::input;
use crate::model::instrument::normal_number;
use crate::model::{Batch, Kind};
use crate::text::clean_line;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result, Said};
use serde_json::Value as Json;
use std::collections::HashMap;
use toml::de::{DeTable, DeValue};

/// The key of a noun from its fields; nothing where it has none yet, as a measure without code.
fn key_of<'t>(noun: &str, field: impl Fn(&str) -> Option<&'t str>) -> Option<String> {
    let mut parts = Vec::new();
    for name in Kind::of_key(noun)?.description().key().iter().map(|field| field.path) {
        let text = field(name)?;
        // As it is stored: what cleaning makes one is one.
        let part = match (noun, name) {
            ("instrument", _) | ("instrument_version", "instrument") => normal_number(text),
            _ => clean_line(text),
        };
        parts.push(Some(part).filter(|part| !part.is_empty())?);
    }
    Some(parts.join(" "))
}

fn fault(noun: &str, key: &str, first: &Said) -> Fault {
    let said = TakenWord::Twice.said_by(|lang| vec![noun.to_owned(), key.to_owned(), first.text(lang).to_owned()]);
    Fault::input(said).hint(TakenWord::TwiceHint.said(&[]))
}

/// Looks through the nouns of a document in TOML (`json` unset) or JSON; its text tells where they stand.
///
/// # Errors
/// Bad input at the line of the second, naming that of the first.
pub(super) fn in_document(batch: &Batch, text: &str, json: bool) -> Result<()> {
    let Ok(Json::Object(nouns)) = serde_json::to_value(batch) else { return Ok(()) };
    for (noun, items) in &nouns {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (at, item) in items.as_array().into_iter().flatten().enumerate() {
            let field =
                |path: &str| path.split('.').try_fold(item, |value, name| value.get(name)).and_then(Json::as_str);
            let Some(key) = key_of(noun, field) else { continue };
            let Some(first) = seen.insert(key.clone(), at) else { continue };
            let line = |at| if json { json_line(text, noun, at) } else { toml_line(text, noun, at) };
            let there = match line(first) {
                Some(line) => TakenWord::Line.said(&[&line]),
                None => TakenWord::Item.said(&[&(first + 1)]),
            };
            let fault = fault(noun, &key, &there);
            return Err(match line(at) {
                Some(line) => fault.at_line(line),
                None => fault,
            });
        }
    }
    Ok(())
}

/// Looks through the rows of tables. Of a cost sheet it is the row that must not come twice.
///
/// # Errors
/// Bad input at the line of the second, naming that of the first.
pub(super) fn in_grids(grids: &[Grid]) -> Result<()> {
    let mut seen: HashMap<(&str, String), usize> = HashMap::new();
    for grid in grids {
        let column = |name: &str| grid.columns.iter().position(|column| column == name);
        for (line, row) in &grid.rows {
            let field = |name: &str| column(name).and_then(|at| row.get(at)).map(String::as_str);
            let key = match grid.noun.as_str() {
                "sheet" => field("regulation").zip(field("id")).map(|(of, id)| (clean_line(of), clean_line(id))),
                "baseline" => None,
                noun => {
                    if let Some(key) = key_of(noun, field)
                        && let Some(first) = seen.insert((noun, key.clone()), *line)
                    {
                        return Err(fault(noun, &key, &TakenWord::Line.said(&[&first])).at_line(*line));
                    }
                    continue;
                }
            };
            let Some((regulation, id)) = key.filter(|(_, id)| !id.is_empty()) else { continue };
            let key = format!("{regulation} {id}");
            if let Some(first) = seen.insert(("sheet", key.clone()), *line) {
                return Err(fault("sheet", &key, &TakenWord::Line.said(&[&first])).at_line(*line));
            }
        }
    }
    Ok(())
}

/// Looks through the names of columns.
///
/// # Errors
/// Bad input at the line of the header, naming both columns.
pub(super) fn in_header(names: &[String], line: usize) -> Result<()> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
        if let Some(first) = seen.insert(name.trim(), at) {
            let fault = Fault::input(TakenWord::TwiceColumn.said(&[&name, &(first + 1), &(at + 1)]));
            return Err(fault.hint(TakenWord::TwiceColumnHint.said(&[])).at_line(line));
        }
    }
    Ok(())
}

/// The line on which an item (from 0) of a kind of noun begins in a TOML document.
pub(super) fn toml_line(text: &str, noun: &str, at: usize) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let (_, items) = table.get_ref().iter().find(|(name, _)| name.get_ref().as_ref() == noun)?;
    let DeValue::Array(items) = items.get_ref() else { return None };
    Some(input::position(text.as_bytes(), items.get(at)?.span().start).0)
}

/// The line on which an item (from 0) of a kind of noun begins in a JSON document.
pub(super) fn json_line(text: &str, noun: &str, at: usize) -> Option<usize> {
    // The way down: the object, the value of "workspace", that of the noun, the item. Between, values are stepped over by their brackets.
    let bytes = text.as_bytes();
    let place = member(bytes, blank(bytes, 0), "workspace")?;
    let list = member(bytes, place, noun)?;
    if bytes.get(list) != Some(&b'[') {
        return None;
    }
    let mut item = blank(bytes, list + 1);
    for _ in 0..at {
        let end = blank(bytes, value_end(bytes, item)?);
        if bytes.get(end) != Some(&b',') {
            return None;
        }
        item = blank(bytes, end + 1);
    }
    Some(input::position(bytes, item).0)
}

fn blank(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// Where the value of a member of the object that opens here begins.
fn member(bytes: &[u8], open: usize, name: &str) -> Option<usize> {
    if bytes.get(open) != Some(&b'{') {
        return None;
    }
    let mut at = blank(bytes, open + 1);
    while bytes.get(at) == Some(&b'"') {
        let end = value_end(bytes, at)?;
        let colon = blank(bytes, end);
        let value = blank(bytes, colon + 1);
        if bytes.get(at + 1..end - 1) == Some(name.as_bytes()) {
            return Some(value);
        }
        let after = blank(bytes, value_end(bytes, value)?);
        if bytes.get(after) != Some(&b',') {
            return None;
        }
        at = blank(bytes, after + 1);
    }
    None
}

/// Where the value that begins here ends.
fn value_end(bytes: &[u8], from: usize) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, from);
    loop {
        match bytes.get(at)? {
            b'"' => {
                at += 1;
                while *bytes.get(at)? != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return Some(at),
            _ => {}
        }
        at += 1;
        let plain = |b: &u8| !matches!(b, b',' | b'}' | b']') && !b.is_ascii_whitespace();
        let opened = matches!(bytes.get(from), Some(b'"' | b'{' | b'['));
        if depth == 0 && (opened || !bytes.get(at).is_some_and(plain)) {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::text::Lang;

    const TOML: &str = "[[holiday]]\ndate = \"2026-01-01\"\nname = \"a\"\nprovenance = \"official\"\n\n\
                        [[holiday]]\ndate = \"2026-01-01\"\nname = \"b\"\nprovenance = \"official\"\n";

    #[test]
    fn both_places_are_named_in_toml_and_json() {
        let batch: Batch = toml::from_str(TOML).unwrap();
        let fault = in_document(&batch, TOML, false).unwrap_err();
        assert_eq!(fault.place().unwrap().line, Some(6));
        assert!(fault.message(Lang::En).contains("line 1"), "{}", fault.message(Lang::En));
        let envelope = serde_json::json!({ "a\"b": [1, {"x": "}]"}], "schema_version": 1, "workspace": batch });
        let text = serde_json::to_string_pretty(&envelope).unwrap();
        let line = |what: &str| {
            text.lines().enumerate().filter(|(_, l)| l.contains(what)).map(|(at, _)| at).collect::<Vec<_>>()
        };
        let fault = in_document(&batch, &text, true).unwrap_err();
        // The item opens on the line before its first field.
        assert_eq!(fault.place().unwrap().line, Some(line("2026-01-01")[1]));
        assert!(fault.message(Lang::Vi).contains(&format!("dòng {}", line("2026-01-01")[0])));
    }

    #[test]
    fn what_has_no_code_yet_and_what_differs_in_part_of_its_key_comes_once() {
        let parameter = |from: &str| {
            format!(
                "[[parameter]]\nid = \"p\"\nfrom = \"{from}\"\nvalue = \"1\"\nunit = \"hours\"\nname = \"a\"\nname_en = \"a\"\n\
                     provenance = \"official\"\nsource = \"\"\n"
            )
        };
        let text = parameter("2026-01-01") + &parameter("2027-01-01");
        in_document(&toml::from_str(&text).unwrap(), &text, false).unwrap();
        let text = parameter("2026-01-01") + &parameter("2026-01-01");
        assert!(in_document(&toml::from_str(&text).unwrap(), &text, false).is_err());
    }

    #[test]
    fn two_columns_of_one_name_are_named() {
        let names = ["noun", "code", "minutes", "", "minutes", ""].map(str::to_owned);
        let fault = in_header(&names, 3).unwrap_err();
        assert_eq!(fault.place().unwrap().line, Some(3));
        assert!(fault.message(Lang::En).contains("columns 3 and 5"), "{}", fault.message(Lang::En));
    }
}
