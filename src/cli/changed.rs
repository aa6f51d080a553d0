//! What a command changed, for programs: `kind: "change"`, the number of the change, and the rows that it touched, field by field.

use crate::desk::{FieldChange, LastTouch, Touched};
use crate::store::Reader;
use crate::view::noun_json;
use crate::words::Result;
use serde_json::{Map, Value, json};

/// The most rows that are told one by one; `rows` counts all of them.
const ROWS: usize = 1000;

/// The answer; `change` is null when nothing had to be changed.
pub(super) fn json(reader: &Reader, change: Option<i64>) -> Result<Value> {
    let Some(number) = change else {
        return Ok(noun_json("change", json!({"change": null, "rows": 0, "changed": []})));
    };
    let rows = reader.change_record(number)?.map_or(0, |record| record.rows);
    let changed: Vec<Value> = Touched::by(reader, number, ROWS)?.iter().map(row).collect();
    Ok(noun_json("change", json!({"change": number, "rows": rows, "changed": changed})))
}

/// A row that a change touched.
pub(super) fn row(touched: &Touched) -> Value {
    let fields: Map<String, Value> = touched.fields.iter().map(|f| (f.field.clone(), field(f))).collect();
    json!({"table": touched.place, "key": touched.key, "action": touched.kind, "fields": fields})
}

fn field(change: &FieldChange) -> Value {
    let mut out = json!({"before": change.before, "after": change.after});
    if let (Some(last), Value::Object(fields)) = (&change.last, &mut out) {
        fields.insert("last_changed".to_owned(), last_json(last));
    }
    out
}

/// Who had written what was replaced, and when.
pub(super) fn last_json(last: &LastTouch) -> Value {
    json!({"change": last.change, "author": last.author, "at": last.at.to_string(), "command": last.command})
}
