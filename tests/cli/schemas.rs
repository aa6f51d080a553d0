//! The answers to programs: the same bytes in both languages, and as their JSON Schemas say.

use super::home::{Home, kinds};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Every question that is answered in JSON, over the files of [`filled`]: the lists of all nouns, and these.
pub fn questions() -> Vec<String> {
    let lists = kinds().map(|kind| format!("list {kind}"));
    lists.chain(QUESTIONS.iter().map(|question| (*question).to_owned())).collect()
}

const QUESTIONS: &[&str] = &[
    "show agency BTP",
    "show instrument 1/2026/NĐ-CP",
    "show instrument 1/2026/NĐ-CP --provision Điều_1",
    "show regulation 1.001193",
    "show procedure 1.004222",
    "show measure 1.001193-m1",
    "show programme nq66-2026",
    "show parameter income.citizen",
    "show baseline nq66-2026",
    "show measure-kind abolish",
    "show measure-kind remove-component",
    "show scenario best",
    "show directive hn-2023-07-12",
    "show assignment hn-2023-07-12-c09",
    "show state-data civil-status",
    "search khai",
    "measure list",
    "linked list",
    "suggest list",
    "scenario list",
    "scenario show best",
    "scenario show planned",
    "scenario show best --by agency",
    "scenario show best --by kind",
    "scenario show best --by level",
    "scenario show best --by authority",
    "scenario show best --by year",
    "scenario compare planned best",
    "scenario diff planned best",
    "scenario solve --programme nq68-2020 --target cost_saved=10%",
    "scenario solve --programme nq68-2020 --target cost_saved=90%",
    "scenario solve --objective greatest-saving --budget 20 --as-of 2026-12-31",
    "scenario chance best --draws 500",
    "scenario tornado best --draws 500",
    "owes",
    "owes --totals",
    "owes --by person",
    "owes --totals --by person",
    "baseline list",
    "cost show 1.001193",
    "cost show 1.001193 --method australia",
    "cost total",
    "cost plan",
    "cost total --by agency",
    "cost total --by kind",
    "cost total --linked",
    "cost total --method australia",
    "cost check",
    "health",
    "cost method list",
    "cost method show australia",
    "cost method run vietnam",
    "progress",
    "progress --by agency",
    "progress --net",
    "progress --net --by kind",
    "progress --changes",
    "progress --forecast",
    "progress --ledger",
    "check",
    "report list",
    "history",
    "doctor",
    "law outline a.txt",
    "law outline a.txt --count",
    "law outline a.txt --dropped",
    "law compare a.txt b.txt",
    "law operations m.txt",
    "law apply a.txt m.txt",
    "law apply a.txt m.txt --against b.txt",
    "law fixes list",
    "law at 1/2026/NĐ-CP#k2-d1@2026-02-01",
    "law draft a.txt b.txt",
    "law export a.txt --issued 2026-01-01",
    "law references a.txt",
    "import a.txt --dry-run",
    "schema",
];

/// Fields that say how long the machine took, and nothing about the answer.
const TIMES: &[&str] = &["seconds"];

pub fn filled() -> Home {
    let home = Home::new();
    let law = |number: &str, words: &str| {
        format!(
            "NGHỊ ĐỊNH\nSố: {number}\n\nĐiều 1. Phạm vi\n1. Nghị định này quy định {words}.\n2. Theo Điều 5 Luật số 68/2020/QH14.\n\
             Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 01 năm 2026.\n"
        )
    };
    home.write("a.txt", &law("1/2026/NĐ-CP", "việc này"));
    home.write("b.txt", &law("1/2026/NĐ-CP", "việc khác"));
    home.write(
        "m.txt",
        "NGHỊ ĐỊNH\nSố: 9/2026/NĐ-CP\nSửa đổi, bổ sung một số điều của Nghị định số 1/2026/NĐ-CP\n\nĐiều 1. Sửa đổi, bổ sung \
         một số điều của Nghị định số 1/2026/NĐ-CP\n1. Bãi bỏ khoản 2 Điều 1.\n2. Sửa đổi Điều 2 như sau:\n“Điều 2. Hiệu \
         lực\nKhông.”\nĐiều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n",
    );
    home.run(&["import", "a.txt"]).ok();
    home.run(&["baseline", "freeze", "nq66-2026"]).ok();
    let income =
        ["uncertainty", "set", "parameter:income.citizen", "--spread", "pert", "--low", "40000", "--likely", "53977"];
    home.run(&[&income[..], &["--high", "70000", "--source", "khảo sát"]].concat()).ok();
    home.run(&["scenario", "new", "best", "--programme", "nq68-2020", "--where", "status=proposed"]).ok();
    home
}

pub fn ask(home: &Home, question: &str, lang: &str) -> Value {
    let words: Vec<String> =
        question.split(' ').map(|word| word.replace('_', if word.contains("cost_") { "_" } else { " " })).collect();
    let mut args: Vec<&str> = words.iter().map(String::as_str).collect();
    args.extend(["--format", "json", "--lang", lang]);
    let ran = home.run(&args);
    assert!(ran.code <= 1, "{question}: {}", ran.err);
    let mut answer: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{question}: {e}: {}", ran.out));
    for time in TIMES {
        if let Some(fields) = answer.as_object_mut()
            && fields.contains_key(*time)
        {
            fields.insert((*time).to_owned(), 0.into());
        }
    }
    answer
}

#[test]
fn programs_get_the_same_bytes_in_both_languages() {
    let home = filled();
    let differs = |question: &String| ask(&home, question, "vi") != ask(&home, question, "en");
    let differ: Vec<String> = questions().into_iter().filter(differs).collect();
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn every_answer_is_as_its_schema_says() {
    let home = filled();
    let mut schemas: BTreeMap<String, Value> = BTreeMap::new();
    let mut wrong = BTreeSet::new();
    for question in questions() {
        let answer = ask(&home, &question, "vi");
        let kind = answer["kind"].as_str().unwrap_or_default().to_owned();
        let schema = schemas.entry(kind.clone()).or_insert_with(|| home.run(&["schema", &kind]).ok().json());
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        for fault in faults(schema, &answer, &kind) {
            wrong.insert(format!("{question}: {fault}"));
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn a_change_is_answered_as_its_schema_says() {
    let home = filled();
    let schema = home.run(&["schema", "change"]).ok().json();
    let answer = home.json(&["baseline", "drop", "nq66-2026"]);
    assert_eq!(faults(&schema, &answer, "change"), Vec::<String>::new());
    home.run(&["schema", "nope"]).refused(6, "measure");
}

/// What is wrong with a value by a schema: the words of JSON Schema that our schemas use. A key that is not described is wrong too.
pub fn faults(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(forms) = schema["oneOf"].as_array() {
        let all: Vec<Vec<String>> = forms.iter().map(|form| faults(form, value, at)).collect();
        return if all.iter().filter(|faults| faults.is_empty()).count() == 1 { Vec::new() } else { all.concat() };
    }
    let mut out = Vec::new();
    let name = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() || number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = |wanted: &Value| wanted == name || (wanted == "number" && name == "integer");
    let typed = match &schema["type"] {
        Value::Null => true,
        Value::Array(all) => all.iter().any(fits),
        one => fits(one),
    };
    if !typed {
        return vec![format!("{at} is {name}, not {}", schema["type"])];
    }
    if let Some(values) = schema["enum"].as_array()
        && !values.contains(value)
    {
        out.push(format!("{at} is {value}, none of {values:?}"));
    }
    if schema.get("const").is_some_and(|wanted| wanted != value) {
        out.push(format!("{at} is {value}, not {}", schema["const"]));
    }
    if let (Some("date"), Some(text)) = (schema["format"].as_str(), value.as_str())
        && text.parse::<jiff::civil::Date>().is_err()
    {
        out.push(format!("{at} is no date: {text}"));
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str())
        && !regex::Regex::new(pattern).unwrap().is_match(text)
    {
        out.push(format!("{at} is {text}, not {pattern}"));
    }
    if let Some(items) = value.as_array().filter(|_| schema.get("items").is_some()) {
        out.extend(items.iter().flat_map(|item| faults(&schema["items"], item, at)));
    }
    if let Some(fields) = value.as_object() {
        for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(required) {
                out.push(format!("{at}.{required} is missing"));
            }
        }
        for (key, value) in fields {
            match (&schema["properties"][key], schema.get("additionalProperties")) {
                (Value::Null, None) if schema.get("properties").is_some() => {
                    out.push(format!("{at}.{key} is not described"))
                }
                (Value::Null, _) => {}
                (known, _) => out.extend(faults(known, value, &format!("{at}.{key}"))),
            }
        }
    }
    out
}

#[test]
fn what_a_command_did_to_a_workspace_is_described_too() {
    let home = Home::new();
    let answered = home.run(&["schema", "--format", "json"]).ok().json();
    let described: Vec<String> =
        answered["rows"].as_array().unwrap().iter().map(|row| row["answer"].as_str().unwrap().to_owned()).collect();
    for args in [
        &["init"][..],
        &["backup", "copy.db"],
        &["restore", "copy.db"],
        &["cost", "set", "1.004222", "a1", "minutes=31", "--expect", "minutes=7"],
        &["cost", "set", "1.004222", "a1", "minutes=31"],
        &["history"],
        &["undo"],
        &["export", "--to", "tree"],
    ] {
        let mut args = args.to_vec();
        args.extend(["--format", "json"]);
        let ran = home.run(&args);
        assert!(ran.code <= 1, "{args:?}: {}", ran.err);
        let kind = ran.json()["kind"].as_str().unwrap().to_owned();
        assert!(described.contains(&kind), "{args:?} answers {kind}");
        home.run(&["schema", &kind]).ok();
    }
}
