//! A list and a page that follow from the description of a noun alone: those of every noun for which none is made by hand.

use super::Source;
use crate::model::noun::{Part, Presence, Word};
use crate::model::{Batch, Description, Field, Fraction, Holds, Kind};
use crate::text::{Lang, date};
use crate::view::{Cell, ColumnKind, Page, Table, TableKind, answers, english_key};
use crate::words::Result;
use serde_json::{Map, Value};
use std::sync::LazyLock;

type Fields = Map<String, Value>;

/// The lists that follow from the descriptions, as they are declared, with the command of each.
static LISTS: LazyLock<Vec<(String, Vec<ColumnKind>)>> =
    LazyLock::new(|| Kind::ALL.iter().map(|kind| (format!("list {kind}"), columns(kind.description()))).collect());

/// The list of a kind as it is declared.
pub(super) fn declared(kind: Kind) -> TableKind {
    let (commands, columns) = &LISTS[kind as usize];
    TableKind { name: kind.key(), commands, columns }
}

/// A column a field, but for what is long; how many there are of what lies in a list or a part.
fn columns(of: &'static Description) -> Vec<ColumnKind> {
    let has_code = of.fields.iter().any(|field| field.key == "code");
    let fields = listed(of.fields).map(|field| {
        let key = if field.key == "id" && !has_code { "code" } else { field.key };
        let may_be_empty = field.presence != Presence::Always && !matches!(field.holds, Holds::Flag | Holds::List(_));
        ColumnKind::described(key, field.word, held(field, of.fields), may_be_empty)
    });
    fields.chain(parts(of).map(|part| ColumnKind::described(part.key, part.of.word, "whole", false))).collect()
}

/// The parts of which there are several.
fn parts(of: &'static Description) -> impl Iterator<Item = &'static Part> {
    of.parts.iter().filter(|part| !part.single)
}

/// The fields that stand in a row: not what is long, nor a name in English, which stands with the one in Vietnamese.
fn listed(fields: &'static [Field]) -> impl Iterator<Item = &'static Field> {
    let apart = |field: &Field| field.long || matches!(field.holds, Holds::Map(_)) || !field.is_own();
    fields.iter().filter(move |field| !apart(field) && !fields.iter().any(|other| is_english_of(field, other)))
}

fn is_english_of(field: &Field, other: &Field) -> bool {
    field.key.strip_suffix("_en") == Some(other.key)
}

/// What a column holds, by the names that answers have for it.
fn held(field: &Field, among: &[Field]) -> &'static str {
    let known = |name: &'static str| if answers::Holds::named(name).is_some() { name } else { "text" };
    match field.holds {
        Holds::Code(Kind::InstrumentLevel) => "level",
        Holds::Code(kind) => known(kind.key()),
        Holds::Choice(choice) => known(choice.name),
        Holds::Whole | Holds::List(_) => "whole",
        Holds::Exact => "number",
        Holds::Day => "day",
        Holds::Flag => "flag",
        _ if among.iter().any(|other| is_english_of(other, field)) => "names",
        _ => "text",
    }
}

/// The nouns of a kind, as files have their fields.
fn all(from: &Source<'_>, kind: Kind) -> Result<Vec<Fields>> {
    let mut batch = Batch::default();
    from.reader.gather(kind, &mut batch)?;
    let mut lists = serde_json::to_value(batch).unwrap_or_default();
    Ok(objects(lists.get_mut(kind.key()).map(Value::take)))
}

fn objects(list: Option<Value>) -> Vec<Fields> {
    let Some(Value::Array(items)) = list else { return Vec::new() };
    items.into_iter().filter_map(|item| if let Value::Object(fields) = item { Some(fields) } else { None }).collect()
}

/// The nouns of a kind in rows.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn table(from: &Source<'_>, kind: Kind) -> Result<Table> {
    let of = kind.description();
    let mut table = Table::of(&declared(kind), from.lang);
    for noun in all(from, kind)? {
        let count = |part: &Part| noun.get(part.key).and_then(Value::as_array).map_or(0, Vec::len);
        let parts = parts(of).map(|part| count(part).into());
        table.push(listed(of.fields).map(|field| cell(field, &noun, from.lang)).chain(parts).collect());
    }
    Ok(table)
}

/// A field of a noun as a cell.
fn cell(field: &Field, noun: &Fields, lang: Lang) -> Cell {
    let mut steps = field.path.split('.');
    let first = steps.next().and_then(|step| noun.get(step));
    let value = first.and_then(|first| steps.try_fold(first, |value, step| value.get(step)));
    let items = value.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let text = value.and_then(Value::as_str).filter(|text| !text.is_empty());
    match (field.holds, text) {
        (Holds::Flag, _) => Cell::Flag(value.and_then(Value::as_bool).unwrap_or_default()),
        (Holds::List(_), _) => items.len().into(),
        (Holds::Texts | Holds::Codes(_), _) => {
            let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            (!texts.is_empty()).then(|| texts.join("; ")).into()
        }
        (Holds::Whole, _) => value.and_then(Value::as_i64).map_or(Cell::Empty, |value| Cell::Whole(value.into())),
        (Holds::Exact, Some(text)) => Fraction::parse(text).map_or(Cell::Empty, Cell::Exact),
        (Holds::Day, Some(text)) => date::parse(text).map_or(Cell::Empty, Cell::Day),
        (Holds::Choice(choice), Some(text)) => {
            Cell::Coded(text.to_owned(), (choice.word)(text, lang).unwrap_or(text).to_owned())
        }
        (_, text) => match noun.get(&english_key(field.key)).and_then(Value::as_str) {
            Some(en) => Cell::names(text.unwrap_or_default(), Some(en)),
            None => text.into(),
        },
    }
}

/// The noun of a kind with a code, wholly: of several that have it, as a parameter from several days on, the last.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn page(from: &Source<'_>, kind: Kind, code: &str) -> Result<Option<Page>> {
    let (of, lang) = (kind.description(), from.lang);
    let key = |noun: &Fields| -> Vec<String> { of.key().iter().map(|field| text(field.path, noun)).collect() };
    let named = |noun: &Fields| key(noun).first().is_some_and(|first| first == code) || key(noun).join(" ") == code;
    let Some(noun) = all(from, kind)?.into_iter().rfind(named) else { return Ok(None) };
    let name = |field: &&Field| matches!(field.key, "name" | "title");
    let shown = listed(of.fields).find(name).map(|field| cell(field, &noun, lang).shown(lang)).unwrap_or_default();
    let mut page = Page::about(kind.key(), lang, &key(&noun).join(" "), &shown);
    page.noun(&noun);
    page.other_name(&text("name", &noun), &Some(text("name_en", &noun)).filter(|en| !en.is_empty()));
    let said = |field: &&Field| !name(field) && !matches!(field.holds, Holds::List(_));
    for field in listed(of.fields).skip(of.keys).filter(said) {
        page.labelled(field.word, cell(field, &noun, lang).shown(lang));
    }
    for field in of.fields {
        match field.holds {
            Holds::List(inner) => items(&mut page, field.word, inner, noun.get(field.key)),
            Holds::Map(_) => page.labelled(field.word, noun.get(field.key).map(Value::to_string).unwrap_or_default()),
            _ => {}
        }
    }
    for part in parts(of) {
        items(&mut page, part.of.word, part.of.fields, noun.get(part.key));
    }
    for field in of.fields.iter().filter(|field| field.long) {
        page.titled(field.word);
        page.line(text(field.path, &noun));
    }
    Ok(Some(page))
}

fn text(key: &str, noun: &Fields) -> String {
    noun.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What lies in a list, an item each: its first field, then what else it says.
fn items(page: &mut Page, word: Word, fields: &'static [Field], list: Option<&Value>) {
    let (found, lang) = (objects(list.cloned()), page.lang());
    if found.is_empty() {
        return;
    }
    page.titled(word);
    for item in &found {
        let shown = |field: &Field| match (cell(field, item, lang), item.contains_key(&english_key(field.key))) {
            (cell, true) => format!("{} ({})", cell.shown(lang), cell.shown(lang.other())),
            (cell, false) => cell.shown(lang),
        };
        let mut cells = listed(fields).map(|field| (field.word, shown(field)));
        let first = cells.next().map(|(_, shown)| shown).unwrap_or_default();
        let says = |(word, shown): (Word, String)| format!("{}: {shown}", word.text(lang));
        let rest: Vec<String> = cells.filter(|(_, shown)| !shown.is_empty()).map(says).collect();
        page.item(first, rest.join(" · "));
    }
}
