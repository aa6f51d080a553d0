//! A frozen baseline as rows of one table: a row a regulation, a row an activity, each with the programme and the day.

use serde_json::{Map, Value as Json, json};

/// The fields that every row repeats.
const HEAD: [&str; 2] = ["programme", "frozen_on"];

/// The rows of a baseline; one that holds nothing is a row too.
pub(super) fn rows(baseline: Json) -> Vec<Json> {
    let head: Map<String, Json> =
        HEAD.iter().filter_map(|name| Some(((*name).to_owned(), baseline.get(name)?.clone()))).collect();
    let parts = ["regulation", "activity"].into_iter().filter_map(|part| baseline.get(part)?.as_array());
    let with_head = |part: &Json| {
        let mut row = head.clone();
        row.extend(part.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
        Json::Object(row)
    };
    let rows: Vec<Json> = parts.flatten().map(with_head).collect();
    if rows.is_empty() { vec![Json::Object(head)] } else { rows }
}

/// Adds a row to the baselines read before: what has an id is an activity, what has a code is a regulation.
pub(super) fn add(baselines: &mut Vec<Json>, row: Json) {
    let Json::Object(mut fields) = row else { return };
    let head: Map<String, Json> =
        HEAD.iter().filter_map(|name| fields.remove(*name).map(|value| ((*name).to_owned(), value))).collect();
    let same = |baseline: &Json| head.iter().all(|(name, value)| baseline.get(name) == Some(value));
    if !baselines.last().is_some_and(same) {
        baselines.push(Json::Object(head));
    }
    let part = match (fields.contains_key("id"), fields.is_empty()) {
        (_, true) => return,
        (true, _) => "activity",
        (false, _) => "regulation",
    };
    if let Some(Json::Object(last)) = baselines.last_mut()
        && let Json::Array(rows) = last.entry(part).or_insert_with(|| json!([]))
    {
        rows.push(Json::Object(fields));
    }
}
