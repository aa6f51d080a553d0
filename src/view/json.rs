//! Answers for programs: JSON with a version of its schema.

use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Map, Value, json};

/// The version of the JSON that commands print; it changes only when a script would have to.
pub const SCHEMA_VERSION: u32 = 1;

/// The key under which the English one of two names stands.
pub fn english_key(key: &str) -> String {
    format!("{key}_en")
}

/// JSON as commands print it: indented, with a line end.
pub fn pretty(value: &Value) -> Result<String> {
    let text = serde_json::to_string_pretty(value);
    Ok(text.map_err(|e| Fault::other(CliMessage::CannotWrite.said(&[&"json"])).because(e))? + "\n")
}

/// Puts a sentence into an answer, in Vietnamese under its key and in English under its key and `_en`.
pub fn with_said(mut value: Value, key: &str, said: &Said) -> Value {
    if let Value::Object(fields) = &mut value {
        fields.insert(key.to_owned(), json!(said.vi));
        fields.insert(english_key(key), json!(said.en));
    }
    value
}

/// One noun as JSON, with the version of the schema in front. `kind` says what the noun is; a kind of its own (that of an agency:
/// ministry, province …) stands beside it as `agency_kind`; its key is `code`.
pub fn noun_json(kind: &str, value: Value) -> Value {
    let mut object = Map::new();
    if let Value::Object(fields) = value {
        let has_code = fields.contains_key("code");
        let key = |key: String| match key.as_str() {
            "kind" => format!("{kind}_kind"),
            // Whatever its file calls it, the key of a noun is its code.
            "id" if !has_code => "code".to_owned(),
            _ => key,
        };
        object.extend(fields.into_iter().map(|(name, value)| (key(name), value)));
    }
    if let (Some(number), "instrument") = (object.get("number").cloned(), kind) {
        // An instrument goes by its number.
        object.insert("code".into(), number);
    }
    object.insert("schema_version".into(), json!(SCHEMA_VERSION));
    object.insert("kind".into(), json!(kind));
    Value::Object(object)
}
