//! What is written is read back as it was, in every form, whatever texts nouns hold.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::exchange::{catalog, folder};
use crate::model::Kind;
use crate::store::{ChangeMeta, Workspace};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Fields that hold whatever somebody writes.
const FREE: [&str; 26] = [
    "name",
    "name_en",
    "title",
    "source",
    "note",
    "description",
    "steps",
    "requirements",
    "reason",
    "evidence",
    "current_text",
    "proposed_text",
    "how",
    "text",
    "problem",
    "address",
    "category",
    "form",
    "person",
    "deliverable",
    "trigger",
    "condition",
    "fee_verbatim",
    "limit_verbatim",
    "url",
    "document",
];

const RECORD: &str = r#"
[[procedure]]
steps = "Bước 1"
requirements = "Không"
description = "Mô tả"
address = "Nơi nộp"
category = "Loại"
url = "https://example.vn"
levels = ["Cấp xã"]
addressees = ["Công dân"]
dossiers = 1
verbatim = ["channels: ô lạ"]
[procedure.regulation]
code = "9.000001"
kind = "procedure"
name = "Thủ tục"
agency = "BTP"
field = "Hộ tịch"
provenance = "assumption"
source = "thử"
[[procedure.channels]]
id = "k1"
mode = "in_person"
limit_verbatim = "5 ngày"
fee_verbatim = "không"
note = "ghi chú"
[[procedure.components]]
id = "c1"
name = "Tờ khai"
form = "01"
originals = 1
note = "ghi chú"
[[population]]
regulation = "9.000001"
count = 3000
times = "1/2"
date = "2024-12-31"
provenance = "official"
source = "thử"
groups = [{ id = "online", name = "trực tuyến", percent = "40" }, { id = "other" }]
[[review_answer]]
regulation = "9.000001"
checklist = "ra-soat"
question = "hop-ly.1"
answer = "partly"
note = "ghi chú"
person = "Lan"
date = "2026-11-02"
[[sheet]]
regulation = "9.000001"
[[sheet.activity]]
id = "a1"
group = "dossier"
name = "Điền tờ khai"
how = "viết tay"
component = "c1"
tariff = "income.citizen"
minutes = "7.5"
outsourcing = 1000
times = "1"
population = 3000
source = "thử"
[[measure]]
code = "9.000001-m1"
regulation = "9.000001"
kind = "remove-component"
targets = ["c1"]
title = "Bỏ tờ khai"
reason = "thừa"
evidence = "không ai đọc"
current_text = "1. Tờ khai;"
proposed_text = "1. (bãi bỏ)"
person = "Lan"
provenance = "assumption"
note = "ghi chú"
[[measure.statuses]]
status = "proposed"
date = "2026-01-02"
document = "1/TTr"
note = "ghi chú"
[[scenario]]
code = "s1"
name = "Kịch bản"
measures = ["9.000001-m1"]
note = "ghi chú"
problem = "objective = 1"
[[instrument]]
number = "01/2030/TT-BTC"
title = "Thông tư"
provenance = "assumption"
source = "thử"
[[instrument_version]]
instrument = "01/2030/TT-BTC"
name = "original"
kind = "original"
source = "thử"
text = "Điều 1. Thử"
"#;

fn meta() -> ChangeMeta {
    ChangeMeta {
        author: String::new(),
        device: String::new(),
        command: "test".into(),
        note: String::new(),
        at: jiff::Timestamp::from_second(1_700_000_000).unwrap(),
    }
}

/// A noun of every kind, few of each.
fn sample() -> Batch {
    let mut all = catalog::shipped().unwrap();
    all.agencies.retain(|a| ["BTP", "BTC", "BCA", "BYT", "VPCP"].contains(&a.code.as_str()));
    all.regulations.truncate(2);
    all.procedures.clear();
    all.sheets.clear();
    all.measures.clear();
    all.linked_services.clear();
    all.holidays.truncate(2);
    all.directives.truncate(1);
    all.assignments.truncate(2);
    all.campaigns.clear();
    all.indicators.clear();
    all.state_data.truncate(1);
    all.instruments.truncate(2);
    let own = from_toml(RECORD).unwrap();
    all.procedures = own.procedures;
    all.sheets = own.sheets;
    all.populations = own.populations;
    all.measures = own.measures;
    all.review_answers = own.review_answers;
    all.scenarios = own.scenarios;
    all.instruments.extend(own.instruments);
    all.instrument_versions = own.instrument_versions;
    all
}

fn everything(workspace: &Workspace) -> Batch {
    let mut all = Batch::default();
    Kind::ALL.iter().for_each(|kind| workspace.gather(*kind, &mut all).unwrap());
    all
}

/// Puts texts into the free fields, one after the other.
fn fill(value: &mut Json, texts: &mut dyn Iterator<Item = &String>) {
    match value {
        Json::Array(items) => items.iter_mut().for_each(|item| fill(item, texts)),
        Json::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Json::String(text) if FREE.contains(&name.as_str()) => {
                        *text = clean(texts.next().unwrap());
                    }
                    value => fill(value, texts),
                }
            }
        }
        _ => {}
    }
}

/// A workspace that holds the sample with these texts in turn, and a frozen baseline.
fn workspace(texts: &[String]) -> Workspace {
    let mut value = serde_json::to_value(sample()).unwrap();
    // The name by which a version is known is its key.
    let versions = value.as_object_mut().unwrap().remove("instrument_version").unwrap();
    let agencies = value.as_object_mut().unwrap().remove("agency").unwrap();
    fill(&mut value, &mut texts.iter().cycle());
    value.as_object_mut().unwrap().insert("instrument_version".to_owned(), versions);
    value.as_object_mut().unwrap().insert("agency".to_owned(), agencies);
    let mut batch: Batch = serde_json::from_value(value).unwrap();
    batch.instrument_versions[0].text = clean(&texts[0]);
    // The sample has a few agencies only; what names others would be refused.
    let known: BTreeSet<String> = batch.agencies.iter().map(|agency| agency.code.clone()).collect();
    let is_known = |code: &String| known.contains(code) || code == "ministries" || code == "provinces";
    for assignment in &mut batch.assignments {
        assignment.leads.retain(is_known);
        assignment.steps.retain(|step| step.agency.as_ref().is_none_or(is_known));
    }
    batch.campaigns.iter_mut().for_each(|campaign| campaign.lead = campaign.lead.take().filter(is_known));
    for indicator in &mut batch.indicators {
        indicator.readings.retain(|reading| reading.agency.as_ref().is_none_or(is_known));
    }
    batch.state_data.retain(|data| is_known(&data.holder));
    // The sample concerns people, and the programmes cover business only.
    batch.programmes.iter_mut().for_each(|programme| programme.scope = crate::model::Scope::default());
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&meta(), |writer| writer.put_batch(&batch)).unwrap();
    let programme = batch.programmes[0].code.clone();
    let baseline = workspace.baseline_on(&programme, date(2026, 7, 1)).unwrap().baseline;
    assert!(!baseline.regulations.is_empty() && !baseline.activities.is_empty());
    workspace.change(&meta(), |writer| writer.freeze_baseline(&baseline)).unwrap();
    workspace
}

fn kinds(batch: &Batch) -> BTreeSet<String> {
    let value = serde_json::to_value(batch).unwrap();
    value.as_object().unwrap().keys().cloned().collect()
}

#[track_caller]
fn comes_back(texts: &[String]) {
    let before = everything(&workspace(texts));
    let home = tempfile::tempdir().unwrap();
    let restored = |batch: &Batch| {
        let mut other = Workspace::in_memory().unwrap();
        other.change(&meta(), |writer| writer.put_batch(batch)).unwrap();
        everything(&other)
    };
    for kind in FileKind::ALL {
        let path = home.path().join(format!("all.{kind}"));
        let bytes = write(&before, *kind, &[]).unwrap();
        std::fs::write(&path, &bytes).unwrap();
        let after = restored(&read(&path, *kind).unwrap().0);
        assert!(after == before, "{kind}: {}", difference(&before, &after));
        assert!(write(&after, *kind, &[]).unwrap() == bytes, "{kind}");
    }
    let kinds: Vec<String> = kinds(&before).into_iter().collect();
    let asked: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let to = home.path().join("folder");
    folder::write(&to, &before, &asked).unwrap();
    let after = restored(&folder::read(&to).unwrap());
    assert!(after == before, "folder: {}", difference(&before, &after));
}

fn difference(a: &Batch, b: &Batch) -> String {
    let text = |batch: &Batch| to_toml(batch).unwrap();
    let (a, b) = (text(a), text(b));
    let at = a.lines().zip(b.lines()).find(|(a, b)| a != b);
    at.map(|(a, b)| format!("{a:?} and {b:?}")).unwrap_or_default().chars().take(400).collect()
}

#[test]
fn odd_texts_come_back() {
    let long = "Điều khoản 𝔄 rất dài. ".repeat(1_600);
    let odd = [
        "\n\nđầu và cuối\n\n",
        " \t trắng ",
        "'",
        "''",
        "'=1+1",
        "=HYPERLINK(\"x\")",
        "+84",
        "-5",
        "@SUM",
        "'abc",
        "' abc '",
        "\r\na\rb\r",
        "\"\"\"",
        "'''",
        "\\ \\n \\\"",
        "[1] Bước một",
        "{ x }",
        "[]",
        "_x000D_ _x0041_",
        "true",
        "007",
        "1e9",
        "a,b;c\td\"e\"",
        "a\n\nb\n",
        "# không phải chú thích",
        "noun",
        "đ̣ ậ \u{1F600}👨‍👩‍👧 \u{feff}x",
        "&amp;<b>",
        "\u{ffff}\u{fffd}",
        &long,
    ];
    let texts: Vec<String> = odd.into_iter().map(str::to_owned).collect();
    for turn in 0..3 {
        let mut texts = texts.clone();
        texts.rotate_left(turn * 7);
        comes_back(&texts);
    }
}

#[test]
fn nothing_is_a_document_too() {
    let home = tempfile::tempdir().unwrap();
    for kind in FileKind::ALL {
        let path = home.path().join(format!("none.{kind}"));
        std::fs::write(&path, write(&Batch::default(), *kind, &["regulation"]).unwrap()).unwrap();
        assert_eq!(read(&path, *kind).unwrap().0, Batch::default(), "{kind}");
    }
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "\\PC{1,6}",
        2 => prop::sample::select(vec!["\n", "\r", " ", "'", "\"", "=", "+", "-", "@", "[", "{", "~", ",", ";", "\\", "\t", "_x000A_", "#", "\u{301}"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => (prop::sample::select(vec!["đ ", "x", "𝔄", "\n"]), 1_usize..9_000).prop_map(|(c, n)| c.repeat(n)),
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 20, ..ProptestConfig::default() })]
    #[test]
    fn whatever_nouns_say_comes_back(texts in prop::collection::vec(any_text(), 1..40)) {
        // What is cleaned away leaves no text; a name needs one.
        let texts: Vec<String> = texts.into_iter().map(|text| clean(&text) + "x").flat_map(|text| {
            let front = text.strip_suffix('x').map(|rest| format!("x{rest}")).unwrap_or_default();
            [text, front]
        }).collect();
        comes_back(&texts);
    }
}
