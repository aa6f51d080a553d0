//! Nouns read straight from their rows, where there are many of them: no map of their fields is made on the way.

use super::rows::{key_text, selection};
use super::unread::unread;
use crate::model::noun::{Description, Holds, Noun};
use crate::words::Result;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params, Row};
use serde::de::value::{Error, MapAccessDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};

/// Reads the nouns of a kind that fit a condition, in a stated order, each by itself with the first column of its key. No field of theirs may
/// lie within another, and lists of parts are left empty.
///
/// # Errors
/// The workspace cannot be read.
pub(super) fn read_each<T: Noun + DeserializeOwned>(
    conn: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<(String, Result<T>)>> {
    let table = T::DESCRIPTION;
    let mut statement = conn.prepare_cached(&selection(table, condition))?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let key = |at| key_text(row.get_ref(at));
        let read = T::deserialize(MapAccessDeserializer::new(Cells { table, row, at: 0 }));
        found.push((key(0), read.map_err(|_| unread(table.name, (0..table.keys).map(key).collect()))));
    }
    Ok(found)
}

/// A row as a map of its fields; NULLs are left out.
struct Cells<'r> {
    table: &'static Description,
    row: &'r Row<'r>,
    /// The column that comes next.
    at: usize,
}

impl<'r> MapAccess<'r> for Cells<'r> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'r>>(&mut self, seed: K) -> std::result::Result<Option<K::Value>, Error> {
        while let Some(field) = self.table.fields.get(self.at) {
            let outside = matches!(field.holds, Holds::Owner | Holds::Position);
            if !outside && !matches!(self.row.get_ref(self.at), Ok(ValueRef::Null)) {
                return seed.deserialize(field.path.into_deserializer()).map(Some);
            }
            self.at += 1;
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'r>>(&mut self, seed: V) -> std::result::Result<V::Value, Error> {
        let value = self.row.get_ref(self.at).map_err(Error::custom)?;
        self.at += 1;
        seed.deserialize(Cell(value))
    }
}

/// A cell as what is asked of it: lists and maps stand there as JSON, yes and no as 1 and 0.
struct Cell<'r>(ValueRef<'r>);

impl<'r> Cell<'r> {
    fn json<V: Visitor<'r>>(self, visitor: V) -> std::result::Result<V::Value, Error> {
        let ValueRef::Text(text) = self.0 else { return self.deserialize_any(visitor) };
        let mut json = serde_json::Deserializer::from_slice(text);
        let value = json.deserialize_any(visitor).map_err(Error::custom)?;
        json.end().map_err(Error::custom)?;
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Error> {
        match self.0 {
            ValueRef::Integer(number) => visitor.visit_i64(number),
            ValueRef::Text(text) => match std::str::from_utf8(text) {
                Ok(text) => visitor.visit_borrowed_str(text),
                Err(_) => visitor.visit_string(String::from_utf8_lossy(text).into_owned()),
            },
            other => Err(Error::custom(other.data_type())),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Error> {
        match self.0 {
            ValueRef::Integer(number) => visitor.visit_bool(number != 0),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> std::result::Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> std::result::Result<V::Value, Error> {
        visitor.visit_enum(self.0.as_str().map_err(Error::custom)?.into_deserializer())
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Error> {
        self.json(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Error> {
        self.json(visitor)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct struct identifier ignored_any
    }
}
