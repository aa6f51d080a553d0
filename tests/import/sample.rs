//! Sixty records, labelled by hand, against what the import makes of them.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tinhgon::model::instrument::normal_number;
use tinhgon::model::{Basis, Channel, Component, Fee, Fraction, Procedure};
use tinhgon::text::clean_line;

const SAMPLE: &str = include_str!("portal-sample.jsonl");

/// Differences found so far, each with its place.
#[derive(Default)]
struct Differences {
    found: Vec<String>,
    at: String,
}

impl Differences {
    fn equal<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, wanted: T, got: T) {
        if wanted != got {
            self.found.push(format!("{} {what}: wanted {wanted:?}, got {got:?}", self.at));
        }
    }
}

fn starts(text: &str) -> String {
    clean_line(text).split(' ').take(4).collect::<Vec<_>>().join(" ")
}

fn ends(text: &str) -> String {
    let line = clean_line(text);
    let words: Vec<&str> = line.split(' ').collect();
    words[words.len().saturating_sub(3)..].join(" ")
}

fn list<'v>(label: &'v Value, key: &str) -> &'v [Value] {
    label[key].as_array().map_or(&[], Vec::as_slice)
}

fn word<'v>(label: &'v Value, key: &str) -> &'v str {
    label[key].as_str().unwrap_or_default()
}

fn ambiguous(label: &Value) -> bool {
    label["ambiguous"].as_bool().unwrap_or(false) || label["ambiguous"].is_string()
}

/// The amounts of a label. An amount of a condition that repeats the main one is the same fee in the model.
fn labelled_fees(label: &Value) -> Vec<(i64, String)> {
    let mut fees: Vec<(i64, String)> = Vec::new();
    for fee in list(label, "fees") {
        let one = (fee["amount"].as_i64().unwrap(), fee["currency"].as_str().unwrap_or("VND").to_owned());
        let inside = fee["in_condition"].as_bool().unwrap_or(false);
        if !(inside && fees.first() == Some(&one) && !list(label, "fees")[0]["in_condition"].as_bool().unwrap_or(false))
        {
            fees.push(one);
        }
    }
    fees
}

fn channels(d: &mut Differences, labels: &[Value], got: &[Channel]) {
    d.equal("channels", labels.len(), got.len());
    let place = d.at.clone();
    for (n, (label, channel)) in labels.iter().zip(got).enumerate() {
        if ambiguous(label) {
            continue;
        }
        d.at = format!("{place} channel {}", n + 1);
        d.equal("mode", word(label, "mode"), channel.mode.name());
        let limit = label["limit"]
            .as_object()
            .map(|l| (Fraction::parse(l["value"].as_str().unwrap()).unwrap(), l["unit"].as_str().unwrap().to_owned()));
        d.equal("limit", limit, channel.limit.map(|l| (l.amount, l.unit.name().to_owned())));
        let fees: Vec<(i64, String)> = channel.fees.iter().map(|f: &Fee| (f.amount, f.currency.clone())).collect();
        d.equal("fees", labelled_fees(label), fees);
        d.equal("note", label["has_note"].as_bool().unwrap_or(false), !channel.note.is_empty());
    }
    d.at = place;
}

fn components(d: &mut Differences, record: &Value, got: &[Component]) {
    let labels = list(record, "components");
    let groups: Vec<&str> = list(record, "groups").iter().map(|g| g.as_str().unwrap()).collect();
    d.equal("components", labels.len(), got.len());
    let place = d.at.clone();
    for (n, (label, component)) in labels.iter().zip(got).enumerate() {
        d.at = format!("{place} component {}", n + 1);
        let group = label["group"].as_u64().and_then(|g| usize::try_from(g).ok()).map_or("", |g| groups[g - 1]);
        d.equal("group", group.to_owned(), starts(&component.group));
        d.equal("starts", word(label, "starts").to_owned(), starts(&component.name));
        d.equal("ends", word(label, "ends").to_owned(), ends(&component.name));
        if label["ambiguous_form"].is_null() {
            d.equal("form", label["form"].as_str(), component.form.as_deref());
        }
        let count = |key: &str| label[key].as_u64().and_then(|c| u32::try_from(c).ok());
        d.equal("originals", count("originals"), component.originals);
        d.equal("copies", count("copies"), component.copies);
    }
    d.at = place;
}

fn bases(d: &mut Differences, labels: &[Value], got: &[Basis]) {
    d.equal("bases", labels.len(), got.len());
    let place = d.at.clone();
    for (n, (label, basis)) in labels.iter().zip(got).enumerate() {
        if ambiguous(label) {
            continue;
        }
        d.at = format!("{place} basis {}", n + 1);
        // The label has the cell as printed, with its kind in words; the model keeps the number in normal form.
        let printed = word(label, "number");
        let number = printed.trim_start_matches(|c: char| !c.is_ascii_digit());
        d.equal("number", Some(normal_number(number)), basis.number.clone());
        d.equal("starts", word(label, "starts").to_owned(), starts(&basis.title));
    }
    d.at = place;
}

fn compare(d: &mut Differences, label: &Value, got: &Procedure) {
    d.equal("code", word(label, "code"), &got.regulation.code);
    d.equal("decision", Some(clean_line(word(label, "decision"))), got.regulation.decision.clone());
    channels(d, list(label, "channels"), &got.channels);
    components(d, label, &got.components);
    bases(d, list(label, "bases"), &got.bases);
    let wanted: Vec<(Option<String>, String)> = list(label, "results")
        .iter()
        .map(|r| (r["code"].as_str().map(str::to_owned), word(r, "starts").to_owned()))
        .collect();
    let results = got.results.iter().map(|r| (r.code.clone(), starts(&r.name))).collect();
    d.equal("results", wanted, results);
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_labelled_sample_is_met_field_by_field() {
    let labels: Vec<Value> = SAMPLE.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(labels.len(), 60);
    let files: BTreeSet<&str> = labels.iter().map(|l| word(l, "file")).collect();
    let mut procedures = BTreeMap::new();
    for file in files {
        for procedure in super::reading(file).batch.procedures {
            procedures.insert((file, procedure.regulation.code.clone()), procedure);
        }
    }
    let mut d = Differences::default();
    for label in &labels {
        let file = word(label, "file");
        d.at = format!("{file}:{}", label["line"]);
        match procedures.get(&(file, word(label, "code").to_owned())) {
            Some(procedure) => compare(&mut d, label, procedure),
            None => d.found.push(format!("{} is missing", d.at)),
        }
    }
    assert!(d.found.is_empty(), "{} differences\n{}", d.found.len(), d.found.join("\n"));
}
