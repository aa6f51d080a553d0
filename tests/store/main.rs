//! The workspace file: what is put is read back, every change is journalled and can be taken back, and a bad file loses nothing.

#![allow(clippy::unwrap_used, clippy::panic)]

mod doctor;
mod hub;
mod rescue;

use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use std::fs;
use tinhgon::model::CountsAs;
use tinhgon::model::{
    Activity, ActivityGroup, Agency, AgencyKind, AgencyName, Basis, Batch, CellProvenance, Channel, Component, Fee,
    Fraction, Instrument, InstrumentVersion, Kind, Measure, MeasureKind, MeasureStatus, Mode, Outcome, Parameter,
    Procedure, Provenance, Regulation, RegulationKind, RegulationStatus, Sheet, StatusEntry, TargetKind, TimeLimit,
    TimeUnit, Unit, VersionKind,
};
use tinhgon::store::{ChangeMeta, HistoryFilter, SearchKind, Severity, VersionHead, Workspace};
use tinhgon::text::Lang;
use tinhgon::words::FaultKind;

fn who() -> ChangeMeta {
    ChangeMeta {
        author: "Lan".into(),
        device: "bàn 3".into(),
        command: "test".into(),
        note: String::new(),
        at: Timestamp::from_second(1_689_120_000).unwrap(),
    }
}

fn component(name: &str) -> Component {
    Component {
        id: String::new(),
        group: String::new(),
        name: name.into(),
        form: Some("01.docx".into()),
        originals: Some(1),
        copies: None,
        certified: true,
        note: String::new(),
    }
}

fn procedure(code: &str) -> Procedure {
    Procedure {
        regulation: Regulation {
            code: code.into(),
            kind: RegulationKind::Procedure,
            name: "Đăng ký khai sinh".into(),
            agency: Some("Bộ Tư pháp".into()),
            field: Some("Hộ tịch".into()),
            decision: None,
            status: RegulationStatus::InForce,
            from: Some(date(2023, 7, 1)),
            electronic: false,
            concerns: None,
            provenance: Provenance::Official,
            source: "thử".into(),
        },
        levels: vec!["Cấp xã".into()],
        category: None,
        addressees: vec!["Công dân".into()],
        deciding_agency: None,
        performing_agency: Some("Ủy ban nhân dân cấp xã".into()),
        cooperating_agency: None,
        authorised_agency: None,
        address: None,
        online_level: None,
        dossiers: Some(1),
        steps: "Nộp tờ khai.\nNhận giấy khai sinh.".into(),
        requirements: String::new(),
        description: String::new(),
        url: None,
        channels: vec![Channel {
            id: String::new(),
            mode: Mode::InPerson,
            limit: Some(TimeLimit { amount: Fraction::whole(1), unit: TimeUnit::WorkingDay }),
            limit_verbatim: None,
            fees: vec![Fee {
                amount: 8_000,
                currency: "VND".into(),
                kind: Some("lệ phí".into()),
                condition: "quá hạn".into(),
                from: None,
                until: None,
                basis: None,
                percent: None,
            }],
            fee_verbatim: None,
            limit_cases: Vec::new(),
            note: String::new(),
        }],
        components: vec![component("Tờ khai"), component("Giấy chứng sinh")],
        bases: vec![Basis {
            id: String::new(),
            number: Some("60/2014/QH13".into()),
            title: "Luật Hộ tịch".into(),
            provision: None,
            issued: None,
            issuer: None,
        }],
        results: vec![Outcome { id: String::new(), code: Some("KQ1".into()), name: "Giấy khai sinh".into() }],
        verbatim: Vec::new(),
    }
}

fn activity(name: &str, component: Option<&str>) -> Activity {
    Activity {
        id: String::new(),
        group: ActivityGroup::Dossier,
        name: name.into(),
        how: String::new(),
        component: component.map(str::to_owned),
        tariff: "income.citizen".into(),
        minutes: Fraction::whole(30),
        outsourcing: 0,
        charges: 1_000,
        staff: Fraction::ONE,
        times: Some(Fraction::new(1, 3).unwrap()),
        population: Some(100),
        among: None,
        provenance: CellProvenance::all(Provenance::Surveyed),
        source: "khảo sát".into(),
    }
}

fn version(name: &str) -> InstrumentVersion {
    let (kind, from) = InstrumentVersion::of_name(name);
    InstrumentVersion {
        instrument: "60/2014/QH13".into(),
        name: name.into(),
        kind,
        from,
        source: "thử".into(),
        text: format!("Điều 1. Bản {name}\n1. Khoản một."),
    }
}

fn batch() -> Batch {
    let parameter = |id: &str, value: i64, unit: &str| Parameter {
        id: id.into(),
        from: date(2020, 1, 1),
        value: Fraction::whole(value),
        unit: Unit::parse(unit).unwrap(),
        name: id.into(),
        name_en: id.into(),
        individual: id == "income.citizen",
        provenance: Provenance::Assumption,
        source: "thử".into(),
    };
    let mut parameters: Vec<Parameter> =
        TimeUnit::ALL.iter().map(|unit| parameter(&format!("hours.{unit}"), 8, "hours")).collect();
    parameters.push(parameter("income.citizen", 48_000, "dong/hour"));
    Batch {
        agencies: vec![Agency {
            code: "BTP".into(),
            name: "Bộ Tư pháp".into(),
            name_en: None,
            kind: AgencyKind::Ministry,
            official_code: None,
            names: vec![AgencyName { name: "Bộ Tư Pháp cũ".into(), until: Some(date(2025, 2, 28)) }],
            successors: Vec::new(),
            source: "thử".into(),
        }],
        instruments: vec![Instrument {
            number: "60/2014/QH13".into(),
            title: "Luật Hộ tịch".into(),
            issuer: None,
            issued: None,
            effective: None,
            expired: None,
            provenance: Provenance::Official,
            source: "thử".into(),
        }],
        instrument_versions: vec![version("consolidated 2026-01-01"), version("original")],
        procedures: vec![procedure("1.001193")],
        parameters,
        sheets: vec![Sheet {
            regulation: "1.001193".into(),
            activities: vec![activity("Điền tờ khai", Some("c1")), activity("Nộp", None)],
        }],
        measure_kinds: vec![MeasureKind {
            level: None,
            weight: None,
            id: "remove-component".into(),
            name: "Bỏ giấy tờ".into(),
            name_en: "Remove a component".into(),
            counts_as: CountsAs::Simplified,
            order: 10,
            targets: TargetKind::Components,
            parameters: vec![tinhgon::model::KindParameter {
                id: "x".into(),
                name: "Phút".into(),
                name_en: "Minutes".into(),
                unit: tinhgon::model::Unit::Minutes,
                default: None,
            }],
            edits: Vec::new(),
            source: "thử".into(),
        }],
        measures: vec![Measure {
            code: String::new(),
            regulation: "1.001193".into(),
            kind: "remove-component".into(),
            targets: vec!["c1".into()],
            values: [("x".to_owned(), "1/3".to_owned())].into(),
            title: "Bỏ tờ khai".into(),
            reason: "Đã có dữ liệu".into(),
            evidence: String::new(),
            provision: None,
            instrument: None,
            authority: None,
            level: Some("circular".into()),
            weight: Fraction::new(3, 2),
            current_text: String::new(),
            proposed_text: String::new(),
            person: None,
            due: None,
            provenance: Provenance::Assumption,
            note: String::new(),
            statuses: vec![StatusEntry {
                status: MeasureStatus::Proposed,
                date: date(2026, 1, 2),
                document: None,
                until: None,
                note: String::new(),
            }],
        }],
        ..reform_nouns()
    }
}

/// What reform is run by: every field that may be left out is given.
fn reform_nouns() -> Batch {
    const TOML: &str = r#"
[[population]]
regulation = "1.001193"
count = 1400000
times = "1/2"
date = "2024-12-31"
provenance = "official"
source = "thử"
groups = [{ id = "online", name = "trực tuyến", percent = "40" }]
[[instrument_level]]
id = "circular"
name = "Thông tư"
name_en = "Circular"
rank = 40
authority = "Bộ trưởng"
authority_en = "Minister"
effort = "8.5"
symbols = ["TT"]
source = "thử"

[[linked_service]]
code = "lt"
name = "Liên thông"
members = ["1.001193"]
shared = [{ name = "Nộp", rows = [{ regulation = "1.001193", row = "a2" }] }]
uptake = "62.5"

[[scenario]]
code = "s1"
name = "Thử"
measures = ["1.001193-m1"]
note = "ghi chú"
problem = "at_least = []"

[[uncertainty]]
of = "sheet:1.001193:a1:minutes"
spread = "pert"
low = 5
likely = "7.5"
high = 30
provenance = "surveyed"
source = "thử"

[[state_data]]
id = "population"
name = "Dân cư"
name_en = "Population"
holder = "BTP"
instrument = "26/2023/QH15"
items = [{ id = "id", name = "Căn cước", name_en = "Identity", phrases = ["căn cước"], unless = ["không"] }]
source = "thử"

[[directive]]
code = "hn"
name = "Hội nghị"
name_en = "Conference"
date = "2023-07-12"
issuer = "Thủ tướng"
document = "300/TB-VPCP"
source = "thử"

[[assignment]]
code = "hn-1"
directive = "hn"
title = "Rà soát"
title_en = "Review"
leads = ["ministries"]
cooperating = ["BTP"]
deliverable = "báo cáo"
due = "2023-08-31"
person = "An"
note = "ghi chú"
source = "thử"
steps = [{ agency = "BTP", status = "done", date = "2023-08-01", evidence = "công văn", note = "x" }]

[[campaign]]
code = "rs"
name = "Rà soát"
name_en = "Review"
assignment = "hn-1"
trigger = "luật mới"
lead = "BTP"
due = "2023-08-31"
instruments = [{ instrument = "60/2014/QH13", outcome = "amend", date = "2023-08-02", person = "An", measures = ["1.001193-m1"], reason = "x" }]
source = "thử"

[[indicator]]
code = "vneid"
name = "Tài khoản"
name_en = "Accounts"
unit = "người"
assignment = "hn-1"
baseline = 0
target = 20000000
due = "2023-12-31"
lower_is_better = true
readings = [{ date = "2023-09-01", agency = "BTP", value = "1.5", source = "thử" }]
source = "thử"
"#;
    tinhgon::exchange::document::from_toml(TOML).unwrap()
}

fn filled() -> Workspace {
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    workspace
}

/// All nouns, for comparing one moment with another.
fn everything(w: &Workspace) -> Batch {
    let mut all = Batch::default();
    Kind::ALL.iter().for_each(|kind| w.gather(*kind, &mut all).unwrap());
    all
}

#[test]
fn what_is_put_is_read_back() {
    let workspace = filled();
    let mut expected = procedure("1.001193");
    expected.regulation.agency = Some("BTP".into());
    expected.channels[0].id = "k1".into();
    expected.components[0].id = "c1".into();
    expected.components[1].id = "c2".into();
    expected.bases[0].id = "b1".into();
    expected.results[0].id = "r1".into();
    assert_eq!(workspace.procedure("1.001193").unwrap(), Some(expected));
    let sheet = workspace.sheet("1.001193").unwrap();
    assert_eq!(sheet.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), ["a1", "a2"]);
    assert_eq!(sheet[0].times, Fraction::new(1, 3));
    assert_eq!(sheet[0].provenance, CellProvenance::all(Provenance::Surveyed));
    let measure = workspace.measure("1.001193-m1").unwrap().unwrap();
    assert_eq!(measure.values["x"], "1/3");
    assert_eq!(measure.statuses[0].date, date(2026, 1, 2));
    assert_eq!(workspace.instrument(" 60/2014/qh13").unwrap().unwrap().title, "Luật Hộ tịch");
    assert_eq!(workspace.resolve_agency("bo tu phap cu").unwrap().as_deref(), Some("BTP"));
    let rows = workspace.regulation_rows().unwrap();
    assert_eq!((rows[0].sheet_rows, rows[0].measures), (2, 1));
}

#[test]
fn putting_the_same_again_is_no_change() {
    let mut workspace = filled();
    let again = workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    assert_eq!(again.change, None);
    assert_eq!(again.value.total().unchanged, batch_size());
    assert_eq!(workspace.history(&HistoryFilter::default()).unwrap().len(), 1);
}

fn batch_size() -> usize {
    let nouns = serde_json::to_value(batch()).unwrap();
    nouns.as_object().unwrap().values().map(|items| items.as_array().unwrap().len()).sum()
}

#[test]
fn a_poorer_record_enriches_and_never_blanks() {
    let mut workspace = filled();
    let before = workspace.procedure("1.001193").unwrap().unwrap();
    let mut poor = procedure("1.001193");
    poor.steps.clear();
    poor.components.clear();
    poor.channels.clear();
    poor.addressees.clear();
    poor.regulation.decision = Some("1872/QĐ-BTP".into());
    workspace.change(&who(), |w| w.put_procedure(&poor)).unwrap();
    let mut expected = before;
    expected.regulation.decision = Some("1872/QĐ-BTP".into());
    assert_eq!(workspace.procedure("1.001193").unwrap(), Some(expected));
}

#[test]
fn a_component_that_is_pointed_to_is_kept_with_its_id() {
    let mut workspace = filled();
    let mut renewed = procedure("1.001193");
    renewed.components = vec![component("Giấy chứng sinh"), component("Ảnh")];
    let changed = workspace.change(&who(), |w| {
        w.put_procedure(&renewed)?;
        Ok(w.take_notes())
    });
    assert_eq!(changed.unwrap().value.len(), 1);
    let dossier = workspace.procedure("1.001193").unwrap().unwrap().components;
    let dossier: Vec<_> = dossier.iter().map(|c| (c.id.as_str(), c.name.as_str())).collect();
    assert_eq!(dossier, [("c2", "Giấy chứng sinh"), ("c3", "Ảnh"), ("c1", "Tờ khai")]);
}

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let mut workspace = filled();
    let first = everything(&workspace);
    let mut changed = procedure("1.001193");
    changed.regulation.name = "Khai sinh".into();
    changed.components.pop();
    workspace.change(&who(), |w| w.put_procedure(&changed)).unwrap();
    let second = everything(&workspace);
    workspace.change(&who(), |w| w.remove_measure("1.001193-m1")).unwrap();
    let third = everything(&workspace);
    assert_ne!(second, third);

    assert_eq!(workspace.undo(&who(), None).unwrap().undone, 3);
    assert_eq!(everything(&workspace), second);
    assert_eq!(workspace.undo(&who(), None).unwrap().undone, 2);
    assert_eq!(everything(&workspace), first);
    assert_eq!(workspace.redo(&who()).unwrap().undone, 2);
    assert_eq!(everything(&workspace), second);
    assert_eq!(workspace.redo(&who()).unwrap().undone, 3);
    assert_eq!(everything(&workspace), third);
    assert_eq!(workspace.redo(&who()).unwrap_err().kind(), FaultKind::Usage);
    workspace.undo(&who(), None).unwrap();
    workspace.undo(&who(), None).unwrap();
    workspace.undo(&who(), None).unwrap();
    assert_eq!(everything(&workspace), Batch::default());
    assert_eq!(workspace.search("khai sinh", None, 9).unwrap(), []);
    assert_eq!(workspace.undo(&who(), None).unwrap_err().kind(), FaultKind::Usage);
    assert!(workspace.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem));
}

#[test]
fn undo_and_redo_do_not_make_the_journal_grow() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    let mut renamed = procedure("1.001193");
    renamed.regulation.name = "Khai sinh".into();
    renamed.components.pop();
    workspace.change(&who(), |w| w.put_procedure(&renamed)).unwrap();
    let (first, second) = (everything(&workspace), workspace.history(&HistoryFilter::default()).unwrap());
    let ops = |path: &std::path::Path| -> i64 {
        rusqlite::Connection::open(path).unwrap().query_row("SELECT count(*) FROM op", [], |row| row.get(0)).unwrap()
    };
    let before = ops(&path);
    for _ in 0..5 {
        workspace.undo(&who(), None).unwrap();
        workspace.undo(&who(), None).unwrap();
        workspace.redo(&who()).unwrap();
        workspace.redo(&who()).unwrap();
    }
    assert_eq!(everything(&workspace), first);
    assert_eq!(ops(&path), before, "what an undo did is what the change did, turned round");
    let history = workspace.history(&HistoryFilter::default()).unwrap();
    assert_eq!(history.len(), second.len() + 20);
    assert!(history.iter().all(|change| change.rows == second[0].rows || change.rows == second[1].rows));
    // What is read of an undo is what it did: the last change but one took the second back, so a component came again.
    let undone = history.iter().find(|change| change.undoes == Some(2)).unwrap().id;
    let (did, was) = (workspace.operations(undone).unwrap(), workspace.operations(2).unwrap());
    assert_eq!(did.len(), was.len());
    for (did, was) in did.iter().rev().zip(&was) {
        assert_eq!((&did.before, &did.after, &did.key), (&was.after, &was.before, &was.key));
    }
    assert_eq!(workspace.history(&HistoryFilter { key: Some("1.001193".into()), limit: None }).unwrap().len(), 22);
    assert!(workspace.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem));
    // The chain is over what was done: another author of an undo is found.
    drop(workspace);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE change SET undoes = 1 WHERE id = ?1", [undone]).unwrap();
    assert!(Workspace::open(&path).unwrap().doctor().unwrap().iter().any(|f| f.severity == Severity::Problem));
}

#[test]
fn new_work_closes_the_way_back() {
    let mut workspace = filled();
    workspace.undo(&who(), None).unwrap();
    workspace.change(&who(), |w| w.put_agency(&batch().agencies[0])).unwrap();
    assert_eq!(workspace.redo(&who()).unwrap_err().kind(), FaultKind::Usage);
}

#[test]
fn what_was_changed_since_is_not_undone() {
    let mut workspace = filled();
    let mut renamed = procedure("1.001193");
    renamed.regulation.name = "Một".into();
    workspace.change(&who(), |w| w.put_procedure(&renamed)).unwrap();
    renamed.regulation.name = "Hai".into();
    workspace.change(&who(), |w| w.put_procedure(&renamed)).unwrap();
    let now = everything(&workspace);
    let refused = workspace.undo(&who(), Some(2)).unwrap_err();
    assert!(refused.message(Lang::En).contains("changed after it"), "{refused}");
    assert_eq!(everything(&workspace), now);
    assert_eq!(workspace.history(&HistoryFilter::default()).unwrap().len(), 3);
}

#[test]
fn the_journal_tells_who_and_what() {
    let workspace = filled();
    let history = workspace.history(&HistoryFilter { key: Some("1.001193".into()), limit: None }).unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!((history[0].author.as_str(), history[0].device.as_str()), ("Lan", "bàn 3"));
    assert_eq!(history[0].rows, workspace.operations(1).unwrap().len());
    assert!(workspace.history(&HistoryFilter { key: Some("9.999999".into()), limit: None }).unwrap().is_empty());
}

/// Takes away what came after the first version.
const LATER: &str = "
    DROP TABLE order_answer; DROP TABLE heard; DROP TABLE exchanged_name; DROP TABLE exchanged_row; DROP TABLE exchanged; DROP TABLE replica;
    DROP TRIGGER journal_agency_insert; DROP TRIGGER journal_agency_update; DROP TRIGGER journal_agency_delete; ALTER TABLE agency DROP COLUMN successors;
    DROP TRIGGER bounds_channel_insert; DROP TRIGGER bounds_channel_update; DROP TRIGGER journal_channel_insert;
    DROP TRIGGER journal_channel_update; DROP TRIGGER journal_channel_delete; ALTER TABLE channel DROP COLUMN limit_cases;
    DROP TABLE observation; DROP TABLE review_answer; DROP TABLE checklist;
    DROP TABLE population;
    CREATE TABLE activity_1 (regulation TEXT NOT NULL REFERENCES regulation (code), id TEXT NOT NULL, position INTEGER NOT NULL, \"group\" TEXT NOT NULL,
      name TEXT NOT NULL, how TEXT NOT NULL, component TEXT, tariff TEXT NOT NULL, minutes TEXT NOT NULL, outsourcing INTEGER NOT NULL,
      charges INTEGER NOT NULL, staff TEXT NOT NULL, times TEXT NOT NULL, population INTEGER NOT NULL,
      provenance TEXT NOT NULL CHECK (json_valid(provenance)), source TEXT NOT NULL, PRIMARY KEY (regulation, id)) STRICT, WITHOUT ROWID;
    INSERT INTO activity_1 SELECT regulation, id, position, \"group\", name, how, component, tariff, minutes, outsourcing, charges, staff, times,
      population, provenance, source FROM activity;
    DROP TABLE activity; ALTER TABLE activity_1 RENAME TO activity;
    CREATE TABLE frozen_activity_1 (programme TEXT NOT NULL, regulation TEXT NOT NULL, id TEXT NOT NULL, \"group\" TEXT NOT NULL, component TEXT,
      minutes TEXT NOT NULL, hourly TEXT NOT NULL, outsourcing INTEGER NOT NULL, charges INTEGER NOT NULL, times TEXT NOT NULL,
      population INTEGER NOT NULL, PRIMARY KEY (programme, regulation, id),
      FOREIGN KEY (programme, regulation) REFERENCES frozen_regulation (programme, code)) STRICT, WITHOUT ROWID;
    INSERT INTO frozen_activity_1 SELECT programme, regulation, id, \"group\", component, minutes, hourly, outsourcing, charges, times, population
      FROM frozen_activity;
    DROP TABLE frozen_activity; ALTER TABLE frozen_activity_1 RENAME TO frozen_activity;
    DROP TRIGGER bounds_programme_insert; DROP TRIGGER bounds_programme_update; DROP TRIGGER bounds_regulation_insert;
    DROP TRIGGER bounds_regulation_update; DROP TRIGGER journal_programme_insert; DROP TRIGGER journal_programme_update;
    DROP TRIGGER journal_programme_delete; DROP TRIGGER journal_regulation_insert; DROP TRIGGER journal_regulation_update;
    DROP TRIGGER journal_regulation_delete; ALTER TABLE regulation DROP COLUMN concerns; ALTER TABLE programme DROP COLUMN counting; ALTER TABLE programme DROP COLUMN scope;
    ALTER TABLE programme DROP COLUMN published;
    DROP TRIGGER bounds_measure_status_insert; DROP TRIGGER bounds_measure_status_update; DROP TRIGGER bounds_holiday_insert;
    DROP TRIGGER bounds_holiday_update; DROP TRIGGER journal_measure_status_insert; DROP TRIGGER journal_measure_status_update;
    DROP TRIGGER journal_measure_status_delete; DROP TRIGGER journal_holiday_insert; DROP TRIGGER journal_holiday_update;
    DROP TRIGGER journal_holiday_delete;
    ALTER TABLE measure_status DROP COLUMN until; ALTER TABLE holiday DROP COLUMN worked;
    DROP TABLE kept;
    DROP TRIGGER bounds_measure_kind_insert; DROP TRIGGER bounds_measure_kind_update; DROP TRIGGER bounds_measure_insert;
    DROP TRIGGER bounds_measure_update; DROP TRIGGER bounds_linked_service_insert; DROP TRIGGER bounds_linked_service_update;
    DROP TRIGGER journal_measure_kind_insert; DROP TRIGGER journal_measure_kind_update; DROP TRIGGER journal_measure_kind_delete;
    DROP TRIGGER journal_measure_insert; DROP TRIGGER journal_measure_update; DROP TRIGGER journal_measure_delete;
    DROP TRIGGER journal_linked_service_insert; DROP TRIGGER journal_linked_service_update;
    DROP TRIGGER journal_linked_service_delete;
    ALTER TABLE measure_kind DROP COLUMN level; ALTER TABLE measure_kind DROP COLUMN weight;
    ALTER TABLE measure DROP COLUMN level; ALTER TABLE measure DROP COLUMN weight;
    ALTER TABLE linked_service DROP COLUMN limits; ALTER TABLE linked_service DROP COLUMN shared; ALTER TABLE linked_service DROP COLUMN uptake;
    DROP TABLE indicator; DROP TABLE campaign; DROP TABLE assignment; DROP TABLE directive; DROP TABLE state_data;
    DROP TABLE uncertainty; DROP TABLE scenario; DROP TABLE instrument_level;
    DROP TABLE instrument_version; DROP INDEX basis_number; DROP INDEX measure_instrument; DROP TABLE seal; DROP INDEX change_undoes;
    PRAGMA user_version = 1;";

/// The nouns that the first versions knew, without fields of later ones.
fn before_reform() -> Batch {
    let mut batch = batch();
    for measure in &mut batch.measures {
        (measure.level, measure.weight) = (None, None);
    }
    let reform = reform_nouns();
    let nouns = serde_json::to_value(reform).unwrap();
    let mut value = serde_json::to_value(batch).unwrap();
    for noun in nouns.as_object().unwrap().keys() {
        value.as_object_mut().unwrap().remove(noun);
    }
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_file_of_version_1_becomes_one_of_today() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old.db"), folder.path().join("new.db"));
    Workspace::create(&new).unwrap();
    // A file as the first version made it: what came later is taken away again.
    let mut workspace = Workspace::create(&old).unwrap();
    let first = Batch { instrument_versions: Vec::new(), ..before_reform() };
    workspace.change(&who(), |w| w.put_batch(&first)).unwrap();
    let before = everything(&workspace);
    drop(workspace);
    let raw = rusqlite::Connection::open(&old).unwrap();
    raw.execute_batch(LATER).unwrap();
    drop(raw);
    let mut workspace = Workspace::open(&old).unwrap();
    assert_eq!(everything(&workspace), before);
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    assert_eq!(workspace.all::<InstrumentVersion>().unwrap().len(), 2);
    assert!(workspace.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem));
    let schema = |path: &std::path::Path| -> (i32, Vec<String>) {
        let conn = rusqlite::Connection::open(path).unwrap();
        let version = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        let mut statement =
            conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name").unwrap();
        let found = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        (version, found)
    };
    assert_eq!(schema(&old), schema(&new));
}

#[test]
fn texts_of_instruments_are_kept_in_versions() {
    let mut workspace = filled();
    let names =
        |w: &Workspace| w.version_heads("60/2014/qh13").unwrap().into_iter().map(|h| h.name).collect::<Vec<_>>();
    assert_eq!(names(&workspace), ["original", "consolidated 2026-01-01"]);
    let heads = workspace.version_heads("60/2014/QH13").unwrap();
    let on = |day| VersionHead::applying(&heads, day).unwrap().kind;
    assert_eq!((on(date(2025, 12, 31)), on(date(2026, 1, 1))), (VersionKind::Original, VersionKind::Consolidated));
    let row = workspace.instrument_rows().unwrap().remove(0);
    assert_eq!((row.versions, row.procedures, row.measures), (2, 1, 0));
    assert_eq!(workspace.resting_on("60/2014/QH13").unwrap()[0].regulation, "1.001193");
    let changed = InstrumentVersion { text: "Điều 1. Khác".into(), ..version("original") };
    workspace.change(&who(), |w| w.put_instrument_version(&changed)).unwrap();
    assert_eq!(workspace.instrument_version("60/2014/QH13", "original").unwrap(), Some(changed));
    let hits = workspace.search("khac", Some(SearchKind::Instrument), 5).unwrap();
    assert_eq!(hits[0].key, "60/2014/QH13");
    workspace.undo(&who(), None).unwrap();
    assert_eq!(workspace.instrument_version("60/2014/QH13", "original").unwrap(), Some(version("original")));
    let lost = InstrumentVersion { instrument: "1/1999/QH".into(), ..version("original") };
    assert_eq!(workspace.change(&who(), |w| w.put_instrument_version(&lost)).unwrap_err().kind(), FaultKind::Input);
}

#[test]
fn failed_work_leaves_nothing() {
    let mut workspace = filled();
    let before = everything(&workspace);
    let failed = workspace.change(&who(), |w| {
        w.put_agency(&Agency { code: "X".into(), ..batch().agencies.remove(0) })?;
        w.put_sheet("9.999999", &[])
    });
    assert_eq!(failed.unwrap_err().kind(), FaultKind::Input);
    assert_eq!(everything(&workspace), before);
}

#[test]
fn words_are_found_with_and_without_marks() {
    let mut workspace = filled();
    let mut other = procedure("1.000002");
    other.regulation.name = "Đang kỳ khai sinh".into();
    workspace.change(&who(), |w| w.put_procedure(&other)).unwrap();
    let keys = |words: &str| -> Vec<String> {
        workspace.search(words, Some(SearchKind::Procedure), 10).unwrap().into_iter().map(|h| h.key).collect()
    };
    assert_eq!(keys("dang ky khai sinh").len(), 2);
    assert_eq!(keys("đăng ký khai sinh")[0], "1.001193");
    assert_eq!(keys("đang kỳ khai sinh")[0], "1.000002");
    assert_eq!(keys("giay chung s").len(), 2);
    assert_eq!(keys("1.001193"), ["1.001193"]);
    assert_eq!(keys("khai tử"), Vec::<String>::new());
    assert_eq!(keys("\" AND *"), Vec::<String>::new());
    let hit = &workspace.search("60/2014/QH13", Some(SearchKind::Instrument), 10).unwrap()[0];
    assert_eq!(hit.title, "Luật Hộ tịch");
    let hit = &workspace.search("chứng sinh", Some(SearchKind::Procedure), 10).unwrap()[0];
    assert_eq!(hit.excerpt, "Giấy chứng sinh");
}

#[test]
fn two_programs_at_once_get_along() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut one = Workspace::create(&path).unwrap();
    one.change(&who(), |w| w.put_batch(&batch())).unwrap();
    let mut two = Workspace::open(&path).unwrap();
    let seen = one.data_version().unwrap();
    let writer = std::thread::spawn(move || {
        for n in 0..50 {
            two.change(&who(), |w| w.put_procedure(&procedure(&format!("2.{n:06}")))).unwrap();
        }
    });
    for n in 0..50 {
        one.change(&who(), |w| w.put_procedure(&procedure(&format!("3.{n:06}")))).unwrap();
    }
    writer.join().unwrap();
    assert_ne!(one.data_version().unwrap(), seen);
    assert_eq!(one.procedures().unwrap().len(), 101);
    assert!(one.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem));
}

#[test]
fn a_write_past_the_journal_is_refused_or_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    let raw = rusqlite::Connection::open(&path).unwrap();
    assert!(raw.execute("UPDATE regulation SET name = 'x'", []).is_err());
    let sql = "SELECT sql FROM sqlite_schema WHERE name = 'journal_regulation_update'";
    let trigger: String = raw.query_row(sql, [], |row| row.get(0)).unwrap();
    raw.execute_batch("DROP TRIGGER journal_regulation_update; UPDATE regulation SET name = 'x';").unwrap();
    assert!(workspace.doctor().unwrap().iter().any(|f| f.severity == Severity::Problem));
    raw.execute_batch("UPDATE regulation SET name = 'Đăng ký khai sinh'").unwrap();
    raw.execute_batch(&trigger).unwrap();
    assert!(workspace.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem));
    raw.execute_batch("UPDATE change SET author = 'Khác'").unwrap();
    assert!(workspace.doctor().unwrap().iter().any(|f| f.severity == Severity::Problem));
}

#[test]
fn bad_files_are_told_apart_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let fault = |name: &str| {
        let before = fs::read(at(name)).ok();
        let fault = Workspace::open(&at(name)).unwrap_err();
        assert_eq!(fs::read(at(name)).ok(), before, "{name} was touched");
        assert_eq!(fault.kind(), FaultKind::Database, "{name}");
        fault.message(Lang::En)
    };
    assert!(fault("none.db").contains("no such file"));
    fs::write(at("text.db"), "không phải sổ").unwrap();
    assert!(fault("text.db").contains("not a tinhgon data file"));
    fs::write(at("empty.db"), "").unwrap();
    assert!(fault("empty.db").contains("not a tinhgon data file"));
    rusqlite::Connection::open(at("other.db")).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(fault("other.db").contains("not a tinhgon data file"));
    fs::create_dir(at("folder.db")).unwrap();
    assert!(Workspace::open(&at("folder.db")).is_err());

    let mut workspace = Workspace::create(&at("good.db")).unwrap();
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    workspace.backup(&at("copy.db")).unwrap();
    assert!(Workspace::create(&at("good.db")).unwrap_err().message(Lang::En).contains("already"));
    assert!(workspace.backup(&at("copy.db")).unwrap_err().message(Lang::En).contains("already"));

    fs::copy(at("copy.db"), at("newer.db")).unwrap();
    rusqlite::Connection::open(at("newer.db")).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(fault("newer.db").contains("newer tinhgon"));

    let mut bytes = fs::read(at("copy.db")).unwrap();
    for byte in &mut bytes[100..8_000] {
        *byte = 0xa5;
    }
    fs::write(at("damaged.db"), &bytes).unwrap();
    let damaged = Workspace::open(&at("damaged.db")).and_then(|w| w.procedures()).unwrap_err();
    assert!(damaged.message(Lang::En).contains("damaged"), "{damaged}");
    assert!(Workspace::create(&at("missing/folder/a.db")).is_err());
    assert!(Workspace::create(std::path::Path::new("/proc/tinhgon.db")).is_err());
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    let before = everything(&workspace);
    workspace.limit_pages(80).unwrap();
    let many: Vec<Procedure> = (0..2_000).map(|n| procedure(&format!("5.{n:06}"))).collect();
    let full = workspace.change(&who(), |w| w.put_batch(&Batch { procedures: many, ..Batch::default() })).unwrap_err();
    assert!(full.message(Lang::En).contains("disk is full"), "{full}");
    assert_eq!(everything(&workspace), before);
    drop(workspace);
    assert_eq!(everything(&Workspace::open(&path).unwrap()), before);
}

#[test]
fn a_copy_takes_the_place_and_the_old_file_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("copy.db"));
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
    let before = everything(&workspace);
    workspace.backup(&copy).unwrap();
    workspace.change(&who(), |w| w.put_procedure(&procedure("9.000001"))).unwrap();
    let after = everything(&workspace);
    drop(workspace);
    let kept = Workspace::restore(&copy, &path).unwrap().unwrap();
    let mut restored = Workspace::open(&path).unwrap();
    assert_eq!(everything(&restored), before);
    restored.change(&who(), |w| w.put_procedure(&procedure("9.000002"))).unwrap();
    assert_eq!(everything(&Workspace::open(&kept).unwrap()), after);
    fs::write(folder.path().join("bad.db"), "x").unwrap();
    assert!(Workspace::restore(&folder.path().join("bad.db"), &path).is_err());
    assert_eq!(Workspace::open(&path).unwrap().procedures().unwrap().len(), 2);
}

#[test]
fn another_writer_at_work_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut workspace = Workspace::create(&path).unwrap();
    workspace.set_patience(std::time::Duration::from_millis(50)).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let busy = workspace.change(&who(), |w| w.put_batch(&batch())).unwrap_err();
    assert!(busy.message(Lang::En).contains("another program"), "{busy}");
    other.execute_batch("ROLLBACK").unwrap();
    workspace.change(&who(), |w| w.put_batch(&batch())).unwrap();
}

#[test]
fn the_snapshot_sums_what_the_sheet_says() {
    let mut workspace = filled();
    let day = date(2026, 1, 1);
    // (30 / 60 × 48.000 + 1.000) × 1/3 × 100, twice.
    let expected = Fraction::new(2 * 25_000 * 100, 3).unwrap();
    let snapshot = workspace.snapshot(day).unwrap();
    assert_eq!(snapshot.live.subjects[0].annual, expected);
    assert_eq!(snapshot.live.subjects[0].processing_hours, Some(Fraction::whole(8)));
    assert_eq!(snapshot.live.subjects[0].rows.len(), 2);

    workspace
        .change(&who(), |w| {
            w.put(&tinhgon::model::Programme {
                counting: Default::default(),
                scope: Default::default(),
                published: Vec::new(),
                code: "p".into(),
                name: "P".into(),
                name_en: "P".into(),
                instrument: None,
                baseline: day,
                source: String::new(),
                targets: Vec::new(),
            })
        })
        .unwrap();
    let baseline = workspace.baseline_on("p", day).unwrap().baseline;
    workspace.change(&who(), |w| w.freeze_baseline(&baseline)).unwrap();
    workspace.change(&who(), |w| w.put_sheet("1.001193", &[])).unwrap();
    let snapshot = workspace.snapshot(day).unwrap();
    assert_eq!(snapshot.live.subjects[0].annual, Fraction::ZERO);
    assert_eq!(snapshot.baselines["p"].subjects[0].annual, expected);
    workspace.undo(&who(), None).unwrap();
    workspace.undo(&who(), None).unwrap();
    assert!(workspace.baselines().unwrap().is_empty());
}

/// One random step of work.
#[derive(Debug, Clone)]
enum Step {
    Rename(u8, String),
    Sheet(u8, Vec<(String, i64)>),
    Measure(u8, String),
    Remove(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let name = "[a-zđăâêôơư][a-zđăâêôơư ]{0,7}";
    prop_oneof![
        (0_u8..3, name).prop_map(|(p, n)| Step::Rename(p, n)),
        (0_u8..3, prop::collection::vec((name, 0_i64..9), 0..4)).prop_map(|(p, rows)| Step::Sheet(p, rows)),
        (0_u8..3, name).prop_map(|(p, t)| Step::Measure(p, t)),
        (0_u8..3).prop_map(Step::Remove),
    ]
}

fn take(workspace: &mut Workspace, step: &Step) -> Option<i64> {
    let code = |p: &u8| format!("7.00000{p}");
    let changed = workspace.change(&who(), |w| {
        match step {
            Step::Rename(p, name) => {
                let mut renamed = procedure(&code(p));
                renamed.regulation.name = name.clone();
                renamed.components.truncate(usize::from(*p));
                w.put_procedure(&renamed)?;
            }
            Step::Sheet(p, rows) => {
                w.put_procedure(&procedure(&code(p)))?;
                let rows: Vec<Activity> =
                    rows.iter().map(|(name, charges)| Activity { charges: *charges, ..activity(name, None) }).collect();
                w.put_sheet(&code(p), &rows)?;
            }
            Step::Measure(p, title) => {
                w.put_procedure(&procedure(&code(p)))?;
                let measure = batch().measures.remove(0);
                w.put_measure(&Measure { regulation: code(p), title: title.clone(), ..measure })?;
            }
            Step::Remove(p) => _ = w.remove_measure(&format!("{}-m1", code(p)))?,
        }
        Ok(())
    });
    changed.unwrap().change
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn undoing_every_change_leads_back_step_by_step(steps in prop::collection::vec(step(), 1..8)) {
        let mut workspace = filled();
        let mut moments = vec![everything(&workspace)];
        for step in &steps {
            if take(&mut workspace, step).is_some() {
                moments.push(everything(&workspace));
            }
        }
        for before in moments.iter().rev().skip(1) {
            workspace.undo(&who(), None).unwrap();
            prop_assert_eq!(&everything(&workspace), before);
        }
        for after in moments.iter().skip(1) {
            workspace.redo(&who()).unwrap();
            prop_assert_eq!(&everything(&workspace), after);
        }
        prop_assert!(workspace.doctor().unwrap().iter().all(|f| f.severity != Severity::Problem));
    }
}
