//! Nouns to rows and back, by their descriptions in `model`: a noun travels as its serde fields, so that a column is named once.

use super::unread::unread;
use crate::model::noun::{Description, Field, Holds, Noun, Presence};
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension, Params, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

/// The fields of a noun by name.
pub(super) type Fields = Map<String, Json>;

/// A row as stored, in the order of the columns.
pub(super) type Stored = Vec<Sql>;

/// The fields of a noun.
pub(super) fn fields_of<T: Serialize + ?Sized>(noun: &T) -> Result<Fields> {
    match serde_json::to_value(noun) {
        Ok(Json::Object(fields)) => Ok(fields),
        Ok(_) => Ok(Fields::new()),
        Err(error) => Err(Fault::other(StoreMessage::Sqlite.said(&[])).because(error)),
    }
}

/// The row of a noun. `owners` are the keys that are not fields, in the order of their columns.
pub(super) fn row_of(table: &Description, fields: &Fields, owners: &[&str], position: i64) -> Stored {
    let mut owners = owners.iter();
    let value = |field: &Field| match field.holds {
        Holds::Owner => Sql::Text(owners.next().map(|o| (*o).to_owned()).unwrap_or_default()),
        Holds::Position => Sql::Integer(position),
        _ => held(field, at_path(fields, field.path)),
    };
    table.fields.iter().map(value).collect()
}

/// What lies at a path of the fields.
pub(super) fn at_path<'a>(fields: &'a Fields, path: &str) -> Option<&'a Json> {
    match path.split_once('.') {
        None => fields.get(path),
        Some((head, rest)) => at_path(fields.get(head)?.as_object()?, rest),
    }
}

/// A value as its column holds it: lists and maps as JSON, yes and no as 1 and 0, what says nothing as NULL or as nothing of its kind.
fn held(field: &Field, value: Option<&Json>) -> Sql {
    let value = value.filter(|v| !v.is_null());
    match field.holds {
        Holds::Texts | Holds::Codes(_) | Holds::List(_) => {
            Sql::Text(value.map_or_else(|| "[]".to_owned(), Json::to_string))
        }
        Holds::Map(_) => Sql::Text(value.map_or_else(|| "{}".to_owned(), Json::to_string)),
        Holds::Flag => Sql::Integer(i64::from(value.and_then(Json::as_bool).unwrap_or_default())),
        _ if value.is_none() && field.presence == Presence::OrNone => Sql::Null,
        Holds::Whole => Sql::Integer(value.and_then(Json::as_i64).unwrap_or_default()),
        _ => Sql::Text(value.and_then(Json::as_str).unwrap_or_default().to_owned()),
    }
}

/// The fields of a row; NULLs are left out.
pub(super) fn fields_from(table: &Description, row: &rusqlite::Row<'_>) -> Result<Fields> {
    let mut fields = Fields::new();
    for (at, column) in table.fields.iter().enumerate() {
        let value = match (column.holds, row.get_ref(at)?) {
            (Holds::Owner | Holds::Position, _) | (_, ValueRef::Null) => continue,
            (Holds::Flag, ValueRef::Integer(n)) => Json::Bool(n != 0),
            (_, ValueRef::Integer(n)) => Json::from(n),
            (Holds::Texts | Holds::Codes(_) | Holds::List(_) | Holds::Map(_), ValueRef::Text(text)) => {
                serde_json::from_slice(text).map_err(|_| unreadable(table, row))?
            }
            (_, ValueRef::Text(text)) => Json::String(String::from_utf8_lossy(text).into_owned()),
            (_, ValueRef::Real(_) | ValueRef::Blob(_)) => return Err(unreadable(table, row)),
        };
        set_path(&mut fields, column.path, value);
    }
    Ok(fields)
}

fn set_path(fields: &mut Fields, path: &str, value: Json) {
    match path.split_once('.') {
        None => {
            fields.insert(path.to_owned(), value);
        }
        Some((head, rest)) => {
            if let Json::Object(inner) = fields.entry(head).or_insert_with(|| Json::Object(Fields::new())) {
                set_path(inner, rest, value);
            }
        }
    }
}

pub(super) fn unreadable(table: &Description, row: &rusqlite::Row<'_>) -> Fault {
    let key: Vec<String> = (0..table.keys).filter_map(|at| row.get::<_, String>(at).ok()).collect();
    unread(table.name, key)
}

/// The noun that has these fields.
pub(super) fn noun_from<T: Noun + DeserializeOwned>(fields: Fields) -> Result<T> {
    let table = T::DESCRIPTION;
    let key = fields.get(table.fields[0].path).and_then(Json::as_str).unwrap_or_default().to_owned();
    serde_json::from_value(Json::Object(fields)).map_err(|_| unread(table.name, vec![key]))
}

/// What tells a noun from others of its kind, part by part.
pub(super) fn key_of(table: &Description, fields: &Fields) -> Vec<String> {
    let text = |field: &Field| at_path(fields, field.path).and_then(Json::as_str).unwrap_or_default().to_owned();
    table.key().iter().map(text).collect()
}

/// What is there, overlaid by what comes in; what comes in empty takes nothing away.
pub(super) fn enriched(stored: &Fields, incoming: Fields) -> Fields {
    let mut merged = stored.clone();
    for (name, value) in incoming {
        let empty = match &value {
            Json::Null => true,
            Json::String(text) => text.is_empty(),
            Json::Array(items) => items.is_empty(),
            _ => false,
        };
        if !empty || !merged.contains_key(&name) {
            merged.insert(name, value);
        }
    }
    merged
}

/// Takes a list of nouns out of the fields.
pub(super) fn take_list(fields: &mut Fields, name: &str) -> Vec<Fields> {
    match fields.remove(name) {
        Some(Json::Array(items)) => {
            items.into_iter().filter_map(|item| if let Json::Object(f) = item { Some(f) } else { None }).collect()
        }
        _ => Vec::new(),
    }
}

/// A list of nouns among the fields.
pub(super) fn list(fields: &Fields, name: &str) -> Vec<Fields> {
    take_list(&mut fields.clone(), name)
}

fn quoted(columns: &[Field]) -> String {
    columns.iter().map(|c| format!("\"{}\"", c.key)).collect::<Vec<_>>().join(", ")
}

/// The condition that a row has a key.
pub(super) fn key_condition(table: &Description) -> String {
    let parts: Vec<String> =
        table.fields[..table.keys].iter().enumerate().map(|(at, c)| format!("\"{}\" = ?{}", c.key, at + 1)).collect();
    parts.join(" AND ")
}

/// Reads the rows of a table that fit a condition, in a stated order, as fields with the first key column.
///
/// # Errors
/// A row cannot be read, or the workspace cannot.
pub(super) fn load(
    conn: &Connection,
    table: &Description,
    condition: &str,
    params: impl Params,
) -> Result<Vec<(String, Fields)>> {
    let found = load_each(conn, table, condition, params)?;
    found.into_iter().map(|Row { owner, fields, .. }| Ok((owner, fields?))).collect()
}

/// A row, or why it cannot be read.
pub(super) struct Row {
    /// The first key column.
    pub(super) owner: String,
    /// The key, part by part.
    pub(super) key: Vec<String>,
    /// Its fields.
    pub(super) fields: Result<Fields>,
}

/// The same, each row by itself.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn load_each(
    conn: &Connection,
    table: &Description,
    condition: &str,
    params: impl Params,
) -> Result<Vec<Row>> {
    let mut statement = conn.prepare_cached(&selection(table, condition))?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let key: Vec<String> = (0..table.keys).map(|at| key_text(row.get_ref(at))).collect();
        found.push(Row { owner: key.first().cloned().unwrap_or_default(), fields: fields_from(table, row), key });
    }
    Ok(found)
}

/// The rows of a table that fit a condition, in a stated order.
pub(super) fn selection(table: &Description, condition: &str) -> String {
    let positioned = table.fields.iter().any(|c| c.holds == Holds::Position);
    let order =
        // Rows that two officers put in one place follow each other by their key, so that every data file has one order.
        if positioned {
            let keys = quoted(&table.fields[1..table.keys]);
            format!("\"{}\", position, {keys}", table.fields[0].key)
        } else {
            quoted(&table.fields[..table.keys])
        };
    format!("SELECT {} FROM {} WHERE {condition} ORDER BY {order}", quoted(table.fields), table.name)
}

/// A part of a key as text, whatever it is.
pub(super) fn key_text(value: rusqlite::Result<ValueRef<'_>>) -> String {
    match value {
        Ok(ValueRef::Text(text)) => String::from_utf8_lossy(text).into_owned(),
        Ok(ValueRef::Integer(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Reads nouns that lie in one table.
pub(super) fn nouns<T: Noun + DeserializeOwned>(
    conn: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<T>> {
    load(conn, T::DESCRIPTION, condition, params)?.into_iter().map(|(_, fields)| noun_from(fields)).collect()
}

/// Reads rows as stored, keys first.
pub(super) fn stored(
    conn: &Connection,
    table: &Description,
    condition: &str,
    params: impl Params,
) -> Result<Vec<Stored>> {
    let sql = format!("SELECT {} FROM {} WHERE {condition}", quoted(table.fields), table.name);
    let mut statement = conn.prepare_cached(&sql)?;
    let width = table.fields.len();
    let rows =
        statement.query_map(params, |row| (0..width).map(|at| row.get(at)).collect::<rusqlite::Result<Stored>>())?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Reads the row with a key as stored.
pub(super) fn stored_one(conn: &Connection, table: &Description, key: &[Sql]) -> Result<Option<Stored>> {
    Ok(stored(conn, table, &key_condition(table), params_from_iter(key))?.pop())
}

/// The row of a table with a key, columns by name as the journal has them.
pub(super) fn stored_columns(
    conn: &Connection,
    table: &str,
    keys: &[String],
    key: &[Sql],
) -> Result<Option<serde_json::Map<String, Json>>> {
    let condition: Vec<String> = keys.iter().enumerate().map(|(at, c)| format!("\"{c}\" = ?{}", at + 1)).collect();
    let sql = format!("SELECT * FROM \"{table}\" WHERE {}", condition.join(" AND "));
    let mut statement = conn.prepare_cached(&sql)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    Ok(statement.query_row(params_from_iter(key), |row| columns_of(row, &names)).optional()?)
}

/// The columns of a row by name, as the journal has them.
fn columns_of(row: &rusqlite::Row<'_>, names: &[String]) -> rusqlite::Result<Fields> {
    let mut columns = Fields::new();
    for (at, name) in names.iter().enumerate() {
        let value = match row.get_ref(at)? {
            ValueRef::Integer(number) => Json::from(number),
            ValueRef::Text(text) => Json::String(String::from_utf8_lossy(text).into_owned()),
            _ => Json::Null,
        };
        columns.insert(name.clone(), value);
    }
    Ok(columns)
}

/// All rows of a table by key, columns by name as the journal has them.
pub(super) fn all_columns(conn: &Connection, table: &str, keys: &[String]) -> Result<Vec<Fields>> {
    let order: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM \"{table}\" ORDER BY {}", order.join(", ")))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let rows = statement.query_map([], |row| columns_of(row, &names))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Inserts a row.
pub(super) fn insert(conn: &Connection, table: &Description, row: &[Sql]) -> Result<()> {
    let places: Vec<String> = (1..=row.len()).map(|n| format!("?{n}")).collect();
    let sql = format!("INSERT INTO {} ({}) VALUES ({})", table.name, quoted(table.fields), places.join(", "));
    conn.prepare_cached(&sql)?.execute(params_from_iter(row))?;
    Ok(())
}

/// Updates the row that has the key of this one.
pub(super) fn update(conn: &Connection, table: &Description, row: &[Sql]) -> Result<()> {
    let set = |(at, column): (usize, &Field)| format!("\"{}\" = ?{}", column.key, at + 1);
    let sets: Vec<String> = table.fields.iter().enumerate().skip(table.keys).map(set).collect();
    let sql = format!("UPDATE {} SET {} WHERE {}", table.name, sets.join(", "), key_condition(table));
    conn.prepare_cached(&sql)?.execute(params_from_iter(row))?;
    Ok(())
}

/// Deletes the row with a key.
pub(super) fn delete(conn: &Connection, table: &Description, key: &[Sql]) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE {}", table.name, key_condition(table));
    conn.prepare_cached(&sql)?.execute(params_from_iter(key))?;
    Ok(())
}
