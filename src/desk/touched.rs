//! What a change touched, row by row and field by field, with what stood there before and whose that was: read from the journal, so that
//! every verb answers alike.

use crate::model::Measure;
use crate::store::{ChangeRecord, Operation, Reader};
use crate::words::Result;
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A row that a change touched.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    /// The table of the workspace in which it lies.
    pub place: String,
    /// Its key, part by part.
    pub key: Vec<String>,
    /// `insert`, `update` or `delete`.
    pub kind: String,
    /// The fields that changed, by name.
    pub fields: Vec<FieldChange>,
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Name of the column.
    pub field: String,
    /// What stood there; nothing in a new row.
    pub before: Option<Value>,
    /// What stands there now; nothing in a row that was removed.
    pub after: Option<Value>,
    /// Who had written what stood there; asked for rows that were updated.
    pub last: Option<LastTouch>,
}

/// The change that had last written a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTouch {
    /// Number of the change.
    pub change: i64,
    /// Its author.
    pub author: String,
    /// When it was made.
    pub at: Timestamp,
    /// The command or screen that made it.
    pub command: String,
}

impl From<ChangeRecord> for LastTouch {
    fn from(record: ChangeRecord) -> Self {
        Self { change: record.id, author: record.author, at: record.at, command: record.command }
    }
}

impl Touched {
    /// The rows that a change touched, in the order in which it did; at most so many, for a change may touch thousands.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn by(reader: &Reader, change: i64, most: usize) -> Result<Vec<Self>> {
        let operations = reader.operations_up_to(change, most)?;
        operations.iter().map(|operation| Self::with_last(reader, change, operation)).collect()
    }

    /// One of them, with who had written what stood there.
    pub(super) fn with_last(reader: &Reader, change: i64, operation: &Operation) -> Result<Self> {
        let mut row = Self::of(operation);
        if row.kind == "update" {
            let columns: Vec<&str> = row.fields.iter().map(|field| field.field.as_str()).collect();
            let last = reader.last_touches(&operation.place, &operation.key, &columns, change)?;
            for (field, last) in row.fields.iter_mut().zip(last) {
                field.last = last.map(LastTouch::from);
            }
        }
        Ok(row)
    }

    /// The same rows without who had written what stood there, which takes a question a field.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn rows_of(reader: &Reader, change: i64, most: usize) -> Result<Vec<Self>> {
        Ok(reader.operations_up_to(change, most)?.iter().map(Self::of).collect())
    }

    /// The regulations of which these rows are the sheets or the measures; nothing where a row is of something else. `before` are the
    /// measures as they were.
    pub fn regulations(rows: &[Self], before: &[Measure]) -> Option<BTreeSet<String>> {
        let mut codes = BTreeSet::new();
        for row in rows {
            let key = row.key.first()?;
            let known = || before.iter().find(|measure| measure.code == *key).map(|measure| measure.regulation.clone());
            match row.place.as_str() {
                "activity" => _ = codes.insert(key.clone()),
                "measure" => {
                    let moved = row.fields.iter().filter(|field| field.field == "regulation");
                    let moved = moved.flat_map(|field| [&field.before, &field.after]).flatten();
                    codes.extend(moved.filter_map(Value::as_str).map(str::to_owned));
                    codes.extend(known());
                }
                "measure_status" => match known() {
                    Some(regulation) => _ = codes.insert(regulation),
                    None if rows.iter().any(|other| other.place == "measure" && other.key == [key.clone()]) => {}
                    None => return None,
                },
                _ => return None,
            }
        }
        Some(codes)
    }

    fn of(operation: &Operation) -> Self {
        let side = |text: &Option<String>| -> Map<String, Value> {
            text.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
        };
        let (before, mut after) = (side(&operation.before), side(&operation.after));
        let mut fields = Vec::new();
        for (field, old) in before {
            fields.push(FieldChange { after: after.remove(&field), field, before: Some(old), last: None });
        }
        fields.extend(after.into_iter().map(|(field, new)| FieldChange {
            field,
            before: None,
            after: Some(new),
            last: None,
        }));
        let key: Vec<Value> = serde_json::from_str(&operation.key).unwrap_or_default();
        let key = key.iter().map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned)).collect();
        Self { place: operation.place.clone(), key, kind: operation.kind.clone(), fields }
    }
}
