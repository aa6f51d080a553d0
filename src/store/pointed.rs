//! What a noun points to and what points to it, by its description: what it rests on must be there, and stays while it is named.

use super::read;
use super::rows::{Fields, at_path};
use crate::model::noun::Word;
use crate::model::nouns::tables;
use crate::model::{Description, Field, Holds, Kind, Noun, Way, Wrong};
use crate::words::store::StoreMessage;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message, Result, Said};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value as Json;

/// How many codes a message names of those that there are.
const NAMED: usize = 12;

/// What of the fields of a noun points to nothing that is there, but for codes that stand for many.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn dangling(
    of: &Description,
    fields: &Fields,
    collective: &[&str],
    conn: &Connection,
) -> Result<Vec<Wrong>> {
    let mut found = Vec::new();
    for (way, kind, code) in pointers(of.fields, fields, &Way::default()) {
        let table = kind.description();
        if !collective.contains(&code) && !read::exists(conn, table.name, table.fields[0].key, code)? {
            found.push(Wrong::new(way, unknown(kind.word(), code, &known(kind, conn)?)));
        }
    }
    Ok(found)
}

/// The codes of what must be there, each with the way to it.
fn pointers<'f>(of: &[Field], fields: &'f Fields, to: &Way) -> Vec<(Way, Kind, &'f str)> {
    let mut found = Vec::new();
    for field in of {
        let way = || to.clone().field(field.key);
        match (field.holds, at_path(fields, field.path)) {
            (Holds::Code(kind), Some(Json::String(code))) if field.rests => found.push((way(), kind, code.as_str())),
            (Holds::Codes(kind), Some(Json::Array(codes))) if field.rests => {
                let codes = codes.iter().enumerate().filter_map(|(at, code)| Some((at, code.as_str()?)));
                found.extend(codes.map(|(at, code)| (way().at(at), kind, code)));
            }
            (Holds::List(inner), Some(Json::Array(items))) => {
                let items = items.iter().enumerate().filter_map(|(at, item)| Some((at, item.as_object()?)));
                found.extend(items.flat_map(|(at, item)| pointers(inner, item, &way().at(at))));
            }
            _ => {}
        }
    }
    found
}

/// What there is of a kind, where that is little enough to be named.
fn known(kind: Kind, conn: &Connection) -> Result<Vec<String>> {
    let order = match kind {
        Kind::InstrumentLevel => "rank DESC, id",
        Kind::MeasureKind => "\"order\", id",
        Kind::Programme => "code",
        _ => return Ok(Vec::new()),
    };
    let table = kind.description();
    column(conn, &format!("SELECT \"{}\" FROM {} ORDER BY {order}", table.fields[0].key, table.name), [])
}

/// That there is no such noun, with those that there are.
pub(super) fn unknown(word: Word, code: &str, known: &[String]) -> Said {
    if known.is_empty() {
        return ValidWord::NotThere.said_by(|lang| vec![word.text(lang).to_owned(), code.to_owned()]);
    }
    let mut list = known.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    if known.len() > NAMED {
        list.push_str(", …");
    }
    ValidWord::Unknown.said_by(|lang| vec![word.text(lang).to_owned(), code.to_owned(), list.clone()])
}

/// The first column of what a query gives.
pub(super) fn column(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_map(params, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Refuses to take away what something rests on.
///
/// # Errors
/// Bad input, which names what rests on it; the workspace cannot be read.
pub(super) fn refuse_if_named<T: Noun>(key: &str, conn: &Connection) -> Result<()> {
    let Some(kind) = Kind::of_key(T::DESCRIPTION.name) else { return Ok(()) };
    for table in tables() {
        let named: Vec<String> =
            table.fields.iter().filter_map(|field| names(field, kind, &format!("\"{}\"", field.key))).collect();
        if named.is_empty() {
            continue;
        }
        let (first, named) = (table.fields[0].key, named.join(" OR "));
        let sql = format!("SELECT \"{first}\" FROM {} WHERE {named} ORDER BY 1 LIMIT 1", table.name);
        let by: Option<String> = conn.prepare_cached(&sql)?.query_row([key], |row| row.get(0)).optional()?;
        if let Some(by) = by {
            let said = |lang| [kind.word().text(lang), key, table.word.text(lang), &by].map(str::to_owned).to_vec();
            return Err(Fault::input(StoreMessage::InUse.said_by(said)));
        }
    }
    Ok(())
}

/// The condition that a field, which lies at `value`, names `?1` of a kind; nothing of one that does not rest on such.
fn names(field: &Field, kind: Kind, value: &str) -> Option<String> {
    let each = |condition: String| {
        format!("EXISTS (SELECT 1 FROM json_each({value}) AS \"{0}\" WHERE {condition})", field.key)
    };
    let item = format!("\"{}\".value", field.key);
    match field.holds {
        Holds::Code(to) if field.rests && to == kind => Some(format!("{value} = ?1")),
        Holds::Codes(to) if field.rests && to == kind => Some(each(format!("{item} = ?1"))),
        Holds::List(of) => {
            let inner = |field: &Field| names(field, kind, &format!("json_extract({item}, '$.{}')", field.path));
            let inner: Vec<String> = of.iter().filter_map(inner).collect();
            (!inner.is_empty()).then(|| each(inner.join(" OR ")))
        }
        _ => None,
    }
}
