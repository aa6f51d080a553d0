//! A row as its data file has it, and as it is exchanged: numbers that the program gave are other numbers here and there.

use super::core::{RowId, Value};
use super::shape::{REGULATION, parsed};
use crate::model::nouns::table;
use crate::model::{Field, Holds, Refers, Uncertain};
use crate::words::Result;
use serde_json::Value as Json;

/// Gives the other form of a number: of which tables it may be, the regulation to which it belongs, the number. Nothing where it names no row.
pub(super) type Turn<'t> = dyn Fn(&[&str], Option<&str>, &str) -> Result<Option<String>> + 't;

/// What a column holds, with the numbers in it turned into their other form.
pub(super) fn turned(
    place: &str,
    name: &str,
    value: Value,
    regulation: Option<&str>,
    turn: &Turn<'_>,
) -> Result<Value> {
    let field = table(place).and_then(|of| of.fields.iter().find(|field| field.key == name));
    let (Some(field), Value::Text(text)) = (field.filter(|field| refers(field)), &value) else { return Ok(value) };
    let mut inside = parsed(field, text);
    if !turn_within(field, &mut inside, regulation, turn)? {
        return Ok(value);
    }
    Ok(Value::Text(match inside {
        Json::String(text) => text,
        other => other.to_string(),
    }))
}

/// A key, with the numbers in it turned into their other form; the number of a numbered table, which is its last part, is left as it is.
pub(super) fn turned_key(id: &RowId, turn: &Turn<'_>) -> Result<RowId> {
    let Some(of) = table(&id.place) else { return Ok(id.clone()) };
    let regulation = of.key().iter().position(|field| field.key == REGULATION).and_then(|at| id.key.get(at)).cloned();
    let mut out = id.clone();
    for (field, part) in of.key().iter().zip(&mut out.key) {
        let value = turned(&id.place, field.key, Value::Text(std::mem::take(part)), regulation.as_deref(), turn)?;
        if let Value::Text(text) = value {
            *part = text;
        }
    }
    Ok(out)
}

fn refers(field: &Field) -> bool {
    let within = |inner: &[Field]| inner.iter().any(refers);
    field.refers != Refers::Nothing || matches!(field.holds, Holds::List(inner) if within(inner))
}

/// Whether something was turned.
fn turn_within(field: &Field, value: &mut Json, regulation: Option<&str>, turn: &Turn<'_>) -> Result<bool> {
    let mut any = false;
    match (field.refers, &mut *value) {
        (Refers::To(tables), Json::String(number)) => any |= put(number, turn(tables, regulation, number)?),
        (Refers::To(tables), Json::Array(numbers)) => {
            for number in numbers {
                if let Json::String(number) = number {
                    any |= put(number, turn(tables, regulation, number)?);
                }
            }
        }
        (Refers::Parameter, Json::String(text)) => {
            let other = match Uncertain::parse(text) {
                Some(Uncertain::Sheet { regulation, row, cell }) => {
                    turn(&["activity"], Some(&regulation), &row)?.map(|row| Uncertain::Sheet { regulation, row, cell })
                }
                Some(Uncertain::Measure { measure, value }) => {
                    turn(&["measure"], None, &measure)?.map(|measure| Uncertain::Measure { measure, value })
                }
                _ => None,
            };
            any |= put(text, other.map(|other| other.to_string()));
        }
        _ => {}
    }
    if let (Holds::List(inner), Json::Array(items)) = (field.holds, value) {
        for item in items.iter_mut().filter_map(Json::as_object_mut) {
            let own = item.get(REGULATION).and_then(Json::as_str).map(str::to_owned);
            for field in inner.iter().filter(|field| refers(field)) {
                if let Some(value) = item.get_mut(field.key) {
                    any |= turn_within(field, value, own.as_deref().or(regulation), turn)?;
                }
            }
        }
    }
    Ok(any)
}

fn put(text: &mut String, other: Option<String>) -> bool {
    match other {
        Some(other) if other != *text => {
            *text = other;
            true
        }
        _ => false,
    }
}

/// What the exchange has for what the journal has in a column.
pub(super) fn value(json: &Json) -> Value {
    match json {
        Json::String(text) => Value::Text(text.clone()),
        Json::Number(number) => number.as_i64().map_or(Value::Null, Value::Int),
        Json::Bool(yes) => Value::Int(i64::from(*yes)),
        _ => Value::Null,
    }
}

/// The same the other way round.
pub(super) fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(number) => Json::from(*number),
        Value::Text(text) => Json::String(text.clone()),
    }
}

/// A key as a JSON list, as the journal writes it.
pub(super) fn list(key: &[String]) -> String {
    Json::from(key.to_vec()).to_string()
}

/// The parts of a JSON list of texts.
pub(super) fn parts(list: &str) -> Vec<String> {
    serde_json::from_str(list).unwrap_or_default()
}
