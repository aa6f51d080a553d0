//! What the exchange must know of the trade, from the descriptions of the nouns and from the schema: nothing here lists a table.

use super::core::merge::{Hold, Rest, Shape};
use super::core::{Row, RowId, Value};
use crate::model::nouns::{table, tables};
use crate::model::{Description, Field, Holds, Kind, Refers, Uncertain};
use crate::store::ForeignKey;
use serde_json::Value as Json;
use std::collections::{HashMap, HashSet};

/// The tables of this version of the program.
#[derive(Debug)]
pub struct Trade {
    foreign: HashMap<String, Vec<ForeignKey>>,
    companions: HashMap<&'static str, &'static str>,
    /// The tables whose rows are the half of a noun.
    halves: HashSet<&'static str>,
}

impl Trade {
    /// With the columns of the schema that name rows of other tables.
    pub fn new(keys: Vec<ForeignKey>) -> Self {
        let mut foreign: HashMap<String, Vec<ForeignKey>> = HashMap::new();
        for key in keys {
            foreign.entry(key.table.clone()).or_default().push(key);
        }
        let (mut companions, mut halves) = (HashMap::new(), HashSet::new());
        for whole in tables() {
            for half in whole.parts.iter().filter(|part| part.single) {
                companions.insert(whole.name, half.of.name);
                companions.insert(half.of.name, whole.name);
                halves.insert(half.of.name);
            }
        }
        Self { foreign, companions, halves }
    }
}

impl Trade {
    /// The row of which a row is the half, if there is one: people see both as one thing, which is told by the name of the whole.
    pub(super) fn whole_of(&self, id: &RowId) -> Option<RowId> {
        self.companion(id).filter(|_| self.halves.contains(id.place.as_str()))
    }

    /// The row that is the half of a row.
    pub(super) fn half_of(&self, id: &RowId) -> Option<RowId> {
        self.companion(id).filter(|other| self.halves.contains(other.place.as_str()))
    }

    /// Whether the rows of a table are nouns, not parts of one.
    pub(super) fn is_whole(&self, place: &str) -> bool {
        Kind::ALL.iter().any(|kind| kind.key() == place && kind.description().has_rows())
    }
}

/// The place of the field that says to which regulation the numbers beside it belong.
pub(super) const REGULATION: &str = "regulation";

/// What a column of a row says, whether it is of the key or not.
pub(super) fn column<'r>(of: &Description, id: &'r RowId, row: &'r Row, name: &str) -> Option<&'r str> {
    match of.key().iter().position(|field| field.key == name) {
        Some(at) => id.key.get(at).map(String::as_str),
        None => match row.value(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        },
    }
}

/// The row of a table that a number names, within a regulation where it is a part of one.
pub(super) fn named(of: &str, regulation: Option<&str>, number: &str) -> Option<RowId> {
    match table(of)?.keys {
        1 => Some(RowId::new(of, &[number])),
        _ => Some(RowId::new(of, &[regulation?, number])),
    }
}

impl Shape for Trade {
    fn quiet(&self, place: &str, field: &str) -> bool {
        let of = table(place).and_then(|table| table.fields.iter().find(|known| known.key == field));
        of.is_some_and(|field| field.holds == Holds::Position)
    }

    fn names(&self, id: &RowId, row: &Row) -> Vec<Rest> {
        let Some(of) = table(&id.place) else { return Vec::new() };
        let mut found = Vec::new();
        for key in self.foreign.get(&id.place).into_iter().flatten() {
            let Some(to) = table(&key.to) else { continue };
            let part = |field: &Field| {
                let (from, _) = key.columns.iter().find(|(_, to)| to == field.key)?;
                column(of, id, row, from).map(str::to_owned)
            };
            if let Some(key) = to.key().iter().map(part).collect() {
                found.push(Rest { on: RowId { place: to.name.to_owned(), key }, how: Hold::Needs });
            }
        }
        let regulation = column(of, id, row, REGULATION);
        for field in of.fields.iter().filter(|field| names_something(field)) {
            if let Some(text) = column(of, id, row, field.key) {
                walk(field, &parsed(field, text), regulation, &mut found);
            }
        }
        found.sort();
        found.dedup();
        found
    }

    fn companion(&self, id: &RowId) -> Option<RowId> {
        let place = self.companions.get(id.place.as_str())?;
        Some(RowId { place: (*place).to_owned(), key: id.key.clone() })
    }

    fn numbered(&self, place: &str) -> bool {
        table(place).is_some_and(|table| table.alike.is_some())
    }
}

/// Whether a field, or one within it, names rows of others.
fn names_something(field: &Field) -> bool {
    let within = |inner: &[Field]| inner.iter().any(names_something);
    field.rests
        || field.refers != Refers::Nothing
        || matches!(field.holds, Holds::List(inner) | Holds::Map(inner) if within(inner))
}

/// What stands in a column, as it is described.
pub(super) fn parsed(field: &Field, text: &str) -> Json {
    match field.holds {
        Holds::Texts | Holds::Codes(_) | Holds::List(_) | Holds::Map(_) => {
            serde_json::from_str(text).unwrap_or(Json::Null)
        }
        _ => Json::String(text.to_owned()),
    }
}

/// Goes through what a field holds, for the rows that it names.
fn walk(field: &Field, value: &Json, regulation: Option<&str>, found: &mut Vec<Rest>) {
    let mut keep = |kind: Kind, code: &Json| {
        if let Some(code) = code.as_str().filter(|_| field.rests && kind.description().has_rows()) {
            found.push(Rest { on: RowId::new(kind.key(), &[code]), how: Hold::Keeps });
        }
    };
    match (field.holds, value) {
        (Holds::Code(kind), code) => keep(kind, code),
        (Holds::Codes(kind), Json::Array(codes)) => codes.iter().for_each(|code| keep(kind, code)),
        (Holds::List(inner), Json::Array(items)) => {
            for item in items {
                let regulation = item.get(REGULATION).and_then(Json::as_str).or(regulation);
                for field in inner.iter().filter(|field| names_something(field)) {
                    if let Some(value) = item.get(field.key) {
                        walk(field, value, regulation, found);
                    }
                }
            }
        }
        (Holds::Map(inner), Json::Object(values)) => {
            for field in inner.iter().filter(|field| names_something(field)) {
                if let Some(value) = values.get(field.key) {
                    walk(field, value, regulation, found);
                }
            }
        }
        _ => {}
    }
    let mut name = |of: &str, number: &str, regulation: Option<&str>| {
        found.extend(named(of, regulation, number).map(|on| Rest { on, how: Hold::Names }));
    };
    match field.refers {
        Refers::Nothing => {}
        Refers::To(tables) => {
            let numbers = value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice);
            for number in numbers.iter().filter_map(Json::as_str) {
                tables.iter().for_each(|of| name(of, number, regulation));
            }
        }
        Refers::Parameter => match value.as_str().and_then(Uncertain::parse) {
            Some(Uncertain::Sheet { regulation, row, .. }) => name("activity", &row, Some(&regulation)),
            Some(Uncertain::Measure { measure, .. }) => name("measure", &measure, None),
            _ => {}
        },
    }
}
