//! What scripts rely on, held word for word: the answers in JSON and CSV, and what is exported. A change of this snapshot is a change of the
//! contract: a key may come in, none may move or go (`docs/contributing.md`).

use super::home::{Home, kinds};
use super::schemas::{ask, filled, questions};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How many items of a list are held as they are; of the others their number and a digest.
const WHOLE: usize = 2;

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

/// The value with its long lists cut to a digest, so that the snapshot can be read.
fn shortened(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut out: Vec<Value> = items.iter().take(WHOLE).map(shortened).collect();
            if let Some(rest) = items.get(WHOLE..).filter(|rest| !rest.is_empty()) {
                let bytes = serde_json::to_vec(rest).unwrap();
                out.push(format!("{} more, {}", rest.len(), digest(&bytes)).into());
            }
            out.into()
        }
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (key.clone(), shortened(value))).collect())
        }
        other => other.clone(),
    }
}

#[test]
fn answers_in_json_are_what_they_were() {
    let home = filled();
    let mut out = String::new();
    for question in questions() {
        let answer = shortened(&ask(&home, &question, "vi"));
        writeln!(out, "== {question}\n{}", serde_json::to_string_pretty(&answer).unwrap()).unwrap();
    }
    insta::assert_snapshot!(out);
}

#[test]
fn schemas_and_heads_of_csv_are_what_they_were() {
    let home = filled();
    let mut out = String::new();
    let described = home.json(&["schema"]);
    for row in described["rows"].as_array().unwrap() {
        let name = row["answer"].as_str().unwrap();
        let schema = home.run(&["schema", name]).ok().json();
        let held = schema.get("properties").unwrap_or(&schema["oneOf"]);
        writeln!(out, "schema {name}: {held}").unwrap();
    }
    for question in questions() {
        let mut args: Vec<&str> = question.split(' ').collect();
        args.extend(["--format", "csv"]);
        let ran = home.run(&args);
        if ran.code <= 1 {
            writeln!(out, "csv {question}: {}", ran.out.lines().next().unwrap_or_default()).unwrap();
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn exports_are_what_they_were() {
    let home = filled();
    let mut out = String::new();
    for kind in kinds().chain(["all"]) {
        for ending in ["toml", "json", "csv"] {
            let name = format!("x.{ending}");
            if home.run(&["export", kind, "-o", &name]).code == 0 {
                writeln!(out, "{kind}.{ending}: {}", held(&home, &name)).unwrap();
            }
        }
    }
    insta::assert_snapshot!(out);
}

/// The size, a digest and the first lines of a file.
fn held(home: &Home, name: &str) -> String {
    let text = home.text(name);
    let head: Vec<&str> = text.lines().take(4).collect();
    format!("{} bytes, {}\n  {}", text.len(), digest(text.as_bytes()), head.join("\n  "))
}
