//! Numbers of instruments in what is written: brought into their normal form, so that all that cites one instrument finds it.

use super::rows::Fields;
use crate::model::instrument::cited_number;
use serde_json::Value as Json;

/// Brings the numbers at some places of a noun into their normal form; `*` in a place stands for every item of a list.
pub(super) fn normalised(mut fields: Fields, places: &[&str]) -> Fields {
    for place in places {
        let (name, rest) = place.split_once('/').map_or((*place, None), |(name, rest)| (name, Some(rest)));
        if let Some(value) = fields.get_mut(name) {
            normalise(value, rest);
        }
    }
    fields
}

fn normalise(value: &mut Json, place: Option<&str>) {
    match (value, place) {
        (Json::String(text), None) => *text = cited_number(text),
        (Json::Array(items), Some(place)) => {
            let rest = place.strip_prefix("*/").or_else(|| place.strip_prefix('*')).unwrap_or(place);
            items.iter_mut().for_each(|item| normalise(item, Some(rest).filter(|rest| !rest.is_empty())));
        }
        (Json::Object(fields), Some(place)) => {
            let (name, rest) = place.split_once('/').map_or((place, None), |(name, rest)| (name, Some(rest)));
            if let Some(value) = fields.get_mut(name) {
                normalise(value, rest);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::normalised;
    use serde_json::{Value, json};

    #[test]
    fn numbers_are_found_wherever_they_stand() {
        let Value::Object(fields) = json!({
            "instrument": "12/2024/nđ-cp", "title": "12/2024/nđ-cp", "channels": [{ "fees": [{ "basis": "5 /2016/TT-BTC" }] }], "decision": null,
        }) else {
            panic!("an object");
        };
        let done = normalised(fields, &["instrument", "decision", "missing", "channels/*/fees/*/basis"]);
        assert_eq!(done["instrument"], "12/2024/NĐ-CP");
        assert_eq!(done["title"], "12/2024/nđ-cp");
        assert_eq!(done["channels"][0]["fees"][0]["basis"], "5/2016/TT-BTC");
    }
}
