//! The descriptions of answers as JSON Schema (draft 2020-12).

use super::choices;
use super::describe::{Answer, Field, all};
use crate::reform::Unable;
use crate::view::{SCHEMA_VERSION, TableKind, english_key};
use serde_json::{Map, Value, json};

/// The dialect of the schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of the answers of a kind; nothing when there are none. Where a kind comes in rows and one by one, it is one of both.
pub fn of(name: &str, tables: &[TableKind]) -> Option<Value> {
    let forms: Vec<Value> = all(tables).iter().filter(|answer| answer.name == name).map(answer).collect();
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!(DIALECT));
    schema.insert("$id".into(), json!(format!("tinhgon:{name}")));
    schema.insert("title".into(), json!(name));
    match forms.as_slice() {
        [] => return None,
        [Value::Object(only)] => schema.extend(only.clone()),
        _ => {
            schema.insert("oneOf".into(), Value::Array(forms));
        }
    }
    Some(Value::Object(schema))
}

fn answer(answer: &Answer) -> Value {
    let mut whole = object(&answer.fields);
    if answer.rows {
        let rows = json!({ "type": "array", "items": whole });
        whole = json!({ "type": "object", "properties": { "rows": rows }, "required": ["rows"] });
    }
    whole["description"] = json!(answer.commands);
    whole["properties"]["schema_version"] = json!({ "const": SCHEMA_VERSION });
    whole["properties"]["kind"] = json!({ "const": answer.name });
    // Beside any figures: the cost sheets that none of them counts.
    whole["properties"]["uncounted"] = json!({ "type": "array", "items": uncounted() });
    if !answer.rows {
        // Of what is shown: the rows in which values of several officers stand against each other.
        whole["properties"]["in_conflict"] = json!({ "type": "array", "items": contested() });
    }
    if let Some(required) = whole["required"].as_array_mut() {
        required.extend([json!("schema_version"), json!("kind")]);
    }
    whole
}

fn contested() -> Value {
    json!({
        "type": "object",
        "properties": { "table": { "type": "string" }, "key": { "type": "array", "items": { "type": "string" } } },
        "required": ["table", "key"],
    })
}

fn uncounted() -> Value {
    let reasons: Vec<&str> = Unable::ALL.iter().map(|reason| reason.name()).collect();
    json!({
        "type": "object",
        "properties": {
            "code": { "type": "string" },
            "programme": { "type": ["string", "null"] },
            "reason": { "enum": reasons },
            "what": { "type": "string" },
        },
        "required": ["code", "programme", "reason", "what"],
    })
}

fn object(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields {
        properties.insert(field.key.to_string(), value(field));
        if !field.optional {
            required.push(json!(field.key));
        }
        if field.kind == "names" {
            properties.insert(english_key(&field.key), json!({ "type": ["string", "null"] }));
        }
    }
    json!({ "type": "object", "properties": properties, "required": required })
}

/// What a key may hold.
fn value(field: &Field) -> Value {
    let typed = |name: &str| if field.nullable { json!({ "type": [name, "null"] }) } else { json!({ "type": name }) };
    let with = |name: &str, key: &str, of: Value| {
        let mut schema = typed(name);
        schema[key] = of;
        schema
    };
    match field.kind {
        "any" => json!({}),
        "whole" | "dong" => typed("integer"),
        "number" | "percent" => typed("number"),
        "flag" => typed("boolean"),
        "day" => with("string", "format", json!("date")),
        "moment" => with("string", "format", json!("date-time")),
        // An exact number in quotes: 12, 0.2 or 1/3.
        "exact" => with("string", "pattern", json!(r"^-?[0-9]+(\.[0-9]+)?(/[0-9]+)?$")),
        "texts" => with("array", "items", json!({ "type": "string" })),
        "map" => with("object", "additionalProperties", json!({})),
        "list" => with("array", "items", object(&field.parts)),
        "object" => {
            let mut schema = object(&field.parts);
            schema["type"] = typed("object")["type"].clone();
            schema
        }
        kind => match choices::of(kind) {
            None => typed("string"),
            Some(choices) => {
                let mut keys: Vec<Value> = Vec::new();
                for choice in choices {
                    // Two kinds of things may share a status.
                    if !keys.contains(&json!(choice.key)) {
                        keys.push(json!(choice.key));
                    }
                }
                if field.nullable {
                    keys.push(Value::Null);
                }
                json!({ "enum": keys })
            }
        },
    }
}
