//! Numbers of instruments in what is written: brought into their normal form, so that all that cites one instrument finds it.

use super::rows::Fields;
use crate::model::instrument::cited_number;
use crate::model::noun::{Description, Field, Holds};
use serde_json::Value as Json;

/// Brings what a noun cites into normal form, wherever in it or in its parts that stands.
pub(super) fn normalised(mut fields: Fields, of: &Description) -> Fields {
    normalise(&mut fields, of.fields);
    for part in of.parts.iter().filter(|part| !part.single) {
        each(fields.get_mut(part.key), part.of.fields);
    }
    fields
}

fn normalise(fields: &mut Fields, of: &[Field]) {
    for field in of {
        match (field.holds, fields.get_mut(field.key)) {
            (Holds::Cites, Some(Json::String(text))) => *text = cited_number(text),
            (Holds::List(of), items) => each(items, of),
            _ => {}
        }
    }
}

fn each(items: Option<&mut Json>, of: &[Field]) {
    for item in items.and_then(Json::as_array_mut).into_iter().flatten() {
        if let Json::Object(fields) = item {
            normalise(fields, of);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::normalised;
    use crate::model::{Measure, Noun, Procedure};
    use serde_json::{Value, json};

    #[test]
    fn numbers_are_found_wherever_they_stand() {
        let of = |noun: Value, description| match noun {
            Value::Object(fields) => normalised(fields, description),
            _ => panic!("an object"),
        };
        let measure = json!({ "instrument": "12/2024/nđ-cp", "title": "12/2024/nđ-cp", "decision": null });
        let done = of(measure, Measure::DESCRIPTION);
        assert_eq!(done["instrument"], "12/2024/NĐ-CP");
        assert_eq!(done["title"], "12/2024/nđ-cp");
        let procedure = json!({ "channels": [{ "fees": [{ "basis": "5 /2016/TT-BTC" }] }] });
        assert_eq!(of(procedure, Procedure::DESCRIPTION)["channels"][0]["fees"][0]["basis"], "5/2016/TT-BTC");
    }
}
