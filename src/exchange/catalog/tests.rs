//! The shipped catalogue holds together.

use super::*;
use crate::cost::first_sheet::RowRule;
use crate::cost::{CostRow, Rates, first_sheet};
use crate::model::instrument::normal_number;
use crate::model::{
    Action, Activity, ActivityGroup, AgencyKind, Cell, Component, Fraction, Measure, MeasureStatus, Provenance,
    Regulation, RegulationKind, Selector, Sheet, TargetKind,
};
use crate::reform::{Register, Snapshot, Subject, SubjectRow, TimeRates, check_measure, set_effect};
use crate::text::{Lang, clean, fold};
use crate::words::FaultKind;
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};

fn catalogue() -> Batch {
    shipped().expect("the catalogue parses")
}

fn rates(batch: &Batch) -> Rates {
    Rates::on(date(2026, 7, 1), batch.parameters.clone())
}

fn regulations(batch: &Batch) -> Vec<&Regulation> {
    batch.regulations.iter().chain(batch.procedures.iter().map(|p| &p.regulation)).collect()
}

fn assert_unique<'a>(what: &str, ids: impl IntoIterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(!id.trim().is_empty(), "{what}: empty");
        assert!(seen.insert(id), "{what}: {id} twice");
    }
}

fn sheet_of<'a>(batch: &'a Batch, code: &str) -> &'a [Activity] {
    batch.sheets.iter().find(|s| s.regulation == code).map_or(&[], |s| &s.activities)
}

/// Ids of components and rows of a regulation.
fn ids_of(batch: &Batch, code: &str) -> (Vec<String>, Vec<String>) {
    let procedure = batch.procedures.iter().find(|p| p.regulation.code == code);
    let components = procedure.map_or(Vec::new(), |p| p.components.iter().map(|c| c.id.clone()).collect());
    (components, sheet_of(batch, code).iter().map(|a| a.id.clone()).collect())
}

fn row(activity: &Activity, rates: &Rates) -> SubjectRow {
    let tariff = rates.tariff(&activity.tariff).expect("tariff");
    SubjectRow {
        id: activity.id.clone(),
        group: activity.group,
        component: activity.component.clone(),
        row: CostRow::of(activity, tariff.with_staff(activity.staff).expect("hourly"), None),
    }
}

fn subject(batch: &Batch, regulation: &Regulation) -> Subject {
    let rates = rates(batch);
    let rows: Vec<SubjectRow> =
        sheet_of(batch, &regulation.code).iter().map(|activity| row(activity, &rates)).collect();
    let annual = rows.iter().fold(Fraction::ZERO, |sum, r| sum.plus(r.row.annual().expect("annual")).expect("sum"));
    let limits = batch
        .procedures
        .iter()
        .filter(|p| p.regulation.code == regulation.code)
        .flat_map(|p| p.channels.iter().filter_map(|c| c.limit));
    Subject {
        code: regulation.code.clone(),
        kind: regulation.kind,
        agency: regulation.agency.clone(),
        field: regulation.field.clone(),
        electronic: regulation.electronic,
        processing_hours: TimeRates::from_rates(&rates).expect("hours").processing(limits),
        annual,
        has_sheet: !rows.is_empty(),
        one: Fraction::ZERO,
        waits: false,
        concerns: None,
        components: None,
        rows,
    }
}

fn snapshot(batch: &Batch) -> Snapshot {
    let mut subjects: Vec<Subject> = regulations(batch).into_iter().map(|r| subject(batch, r)).collect();
    subjects.sort_by(|a, b| a.code.cmp(&b.code));
    Snapshot {
        live: Register { frozen_on: None, subjects },
        measures: batch.measures.clone(),
        kinds: batch.measure_kinds.iter().map(|k| (k.id.clone(), k.clone())).collect(),
        programmes: batch.programmes.clone(),
        working_day: rates(batch).value("hours.working_day").expect("working day"),
        ..Snapshot::default()
    }
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    fn collect(dir: &std::path::Path, root: &std::path::Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(dir).expect("folder").map(|e| e.expect("entry").path()) {
            if entry.is_dir() {
                collect(&entry, root, found);
            } else if entry.extension().is_some_and(|e| e == "toml") {
                let relative = entry.strip_prefix(root).expect("below the root");
                found.insert(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let mut found = BTreeSet::new();
    collect(&root, &root, &mut found);
    // Examples are there to be imported by hand, and mappings are embedded where they are read.
    let apart = |name: &String| {
        ["examples.toml", "cost-cases.toml", "cost-checks.toml", "observation-table.toml", "population-table.toml"].contains(&name.as_str())
            || name.starts_with("mappings/")
            || name.starts_with("methods/")
            || name.starts_with("forms/")
            || name.starts_with("plans/")
            // Programmes of other countries are imported by who wants them.
            || name.starts_with("programmes/")
            || name == "linked-services/newborn-2026.toml"
    };
    found.retain(|name| !apart(name));
    let embedded: BTreeSet<String> =
        FILES.iter().chain([&FIRST_SHEET, &SUGGESTIONS, &POPULATIONS]).map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(found, embedded);
    for (name, text) in FILES.iter().chain([&FIRST_SHEET, &SUGGESTIONS, &POPULATIONS]) {
        assert_eq!(*text, clean(text), "{name} is not clean");
    }
}

#[test]
fn what_cannot_be_read_names_its_file() {
    let fault = read::<Batch>(("broken.toml", "[[agency]")).expect_err("broken");
    assert_eq!(fault.kind(), FaultKind::Other);
    assert!(fault.message(Lang::En).contains("broken.toml"), "{fault}");
    let fault = read::<Batch>(("unknown.toml", "[[agencies]]\ncode = \"X\"")).expect_err("unknown table");
    assert!(fault.message(Lang::Vi).contains("unknown.toml"), "{fault}");
}

#[test]
fn codes_and_ids_are_unique() {
    let batch = catalogue();
    assert_unique("agency", batch.agencies.iter().map(|a| a.code.as_str()));
    assert_unique("regulation", regulations(&batch).into_iter().map(|r| r.code.as_str()));
    assert_unique("sheet", batch.sheets.iter().map(|s| s.regulation.as_str()));
    assert_unique("measure kind", batch.measure_kinds.iter().map(|k| k.id.as_str()));
    assert_unique("measure", batch.measures.iter().map(|m| m.code.as_str()));
    assert_unique("programme", batch.programmes.iter().map(|p| p.code.as_str()));
    assert_unique("linked service", batch.linked_services.iter().map(|s| s.code.as_str()));
    assert_unique("state data", batch.state_data.iter().map(|d| d.id.as_str()));
    assert_unique("instrument", batch.instruments.iter().map(|i| i.number.as_str()));
    let dated: Vec<String> = batch.parameters.iter().map(|p| format!("{} {}", p.id, p.from)).collect();
    assert_unique("parameter", dated.iter().map(String::as_str));
    let days: Vec<String> = batch.holidays.iter().map(|h| h.date.to_string()).collect();
    assert_unique("holiday", days.iter().map(String::as_str));
    let orders: Vec<String> = batch.measure_kinds.iter().map(|k| k.order.to_string()).collect();
    assert_unique("order of kinds", orders.iter().map(String::as_str));
    for programme in &batch.programmes {
        assert_unique(&programme.code, programme.targets.iter().map(|t| t.id.as_str()));
    }
    for procedure in &batch.procedures {
        let code = &procedure.regulation.code;
        assert_unique(code, procedure.channels.iter().map(|c| c.id.as_str()));
        assert_unique(code, procedure.components.iter().map(|c| c.id.as_str()));
        assert_unique(code, procedure.bases.iter().map(|b| b.id.as_str()));
        assert_unique(code, procedure.results.iter().map(|r| r.id.as_str()));
    }
    for sheet in &batch.sheets {
        assert_unique(&sheet.regulation, sheet.activities.iter().map(|a| a.id.as_str()));
    }
    for kind in &batch.measure_kinds {
        assert_unique(&kind.id, kind.parameters.iter().map(|p| p.id.as_str()));
    }
}

#[test]
fn every_entry_has_a_source() {
    let batch = catalogue();
    let sourced: Vec<(String, &str)> =
        batch
            .agencies
            .iter()
            .map(|a| (a.code.clone(), a.source.as_str()))
            .chain(batch.instruments.iter().map(|i| (i.number.clone(), i.source.as_str())))
            .chain(regulations(&batch).into_iter().map(|r| (r.code.clone(), r.source.as_str())))
            .chain(batch.measure_kinds.iter().map(|k| (k.id.clone(), k.source.as_str())))
            .chain(batch.programmes.iter().map(|p| (p.code.clone(), p.source.as_str())))
            .chain(batch.parameters.iter().map(|p| (p.id.clone(), p.source.as_str())))
            .chain(batch.linked_services.iter().map(|s| (s.code.clone(), s.source.as_str())))
            .chain(batch.linked_services.iter().flat_map(|s| {
                s.shared.iter().map(move |work| (format!("{} {}", s.code, work.name), work.source.as_str()))
            }))
            .chain(batch.state_data.iter().map(|d| (d.id.clone(), d.source.as_str())))
            .chain(batch.sheets.iter().flat_map(|s: &Sheet| {
                s.activities.iter().map(move |a| (format!("{} {}", s.regulation, a.id), a.source.as_str()))
            }))
            .collect();
    for (what, source) in sourced {
        assert!(source.chars().count() > 10, "{what} has no source");
    }
    assert!(first_sheet_rules().expect("rules").source.chars().count() > 10);
}

#[test]
fn shared_work_stands_in_sheets_and_no_row_is_shared_twice() {
    let batch = catalogue();
    for service in &batch.linked_services {
        let rows: Vec<_> = service.shared.iter().flat_map(|work| &work.rows).collect();
        assert!(!rows.is_empty(), "{}", service.code);
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "{}", service.code);
        for row in rows {
            assert!(service.members.contains(&row.regulation), "{row:?}");
            assert!(ids_of(&batch, &row.regulation).1.contains(&row.row), "{row:?}");
        }
    }
}

#[test]
fn the_register_and_the_rules_fit_together() {
    let batch = catalogue();
    let rules = suggest_rules(None).expect("rules");
    assert!(rules.source.chars().count() > 10);
    for kind in [&rules.data.kind, &rules.certified.kind, &rules.report.kind] {
        assert!(batch.measure_kinds.iter().any(|k| k.id == *kind), "no kind {kind}");
    }
    let (mut items, mut phrases) = (BTreeSet::new(), BTreeMap::new());
    for data in &batch.state_data {
        assert!(batch.agencies.iter().any(|a| a.code == data.holder), "{}: no agency {}", data.id, data.holder);
        assert!(data.instrument.as_deref().is_none_or(|n| normal_number(n) == n), "{}", data.id);
        for item in &data.items {
            assert!(!item.name.is_empty() && !item.name_en.is_empty() && !item.phrases.is_empty(), "{}", item.id);
            let id = format!("{}.{}", data.id, item.id);
            assert!(items.insert(id.clone()), "{id} twice");
            for phrase in &item.phrases {
                let other = phrases.insert(fold(phrase), id.clone());
                assert!(other.as_ref().is_none_or(|other| *other == id), "{phrase}: {id} and {other:?}");
            }
        }
    }
    for not_in in &rules.data.not_in {
        assert!(items.contains(&not_in.item), "no item {}", not_in.item);
    }
    assert!(crate::reform::suggest::Book::new(&batch.state_data, &rules).is_some());
}

#[test]
fn every_parameter_of_the_first_sheet_exists() {
    let batch = catalogue();
    let rules = first_sheet_rules().expect("rules");
    let rates = rates(&batch);
    let of_row = |row: &RowRule| {
        let mut minutes = vec![(row.minutes.clone(), "minutes")];
        minutes.extend(row.prices.iter().map(|id| (id.clone(), "dong")));
        minutes
    };
    let mut needed = vec![(rules.default_tariff.clone(), "dong/hour")];
    needed.extend(rules.tariffs.iter().map(|t| (t.tariff.clone(), "dong/hour")));
    needed.extend(rules.components.iter().flat_map(|c| of_row(&c.row)));
    needed.extend(rules.submission.values().chain(rules.result.values()).chain([&rules.fees]).flat_map(of_row));
    for (id, unit) in needed {
        let parameter = rates.find(&id).unwrap_or_else(|| panic!("no parameter {id}"));
        let found = parameter.unit.name().split('/').next().filter(|_| unit == "dong").unwrap_or(parameter.unit.name());
        assert_eq!(found, unit, "{id}");
    }
    TimeRates::from_rates(&rates).expect("the hours of every unit of time");
}

#[test]
fn income_follows_its_years() {
    let batch = catalogue();
    let on = |day| Rates::on(day, batch.parameters.clone()).tariff("income.citizen").expect("income");
    assert_eq!(on(date(2020, 5, 31)).hourly, Fraction::whole(43_750));
    assert_eq!(on(date(2023, 7, 12)).hourly.round(), 48_248);
    assert_eq!(on(date(2026, 7, 1)).hourly.round(), 53_977);
    assert!(on(date(2026, 7, 1)).individual);
    assert!(!rates(&batch).tariff("income.business").expect("income").individual);
    for parameter in &batch.parameters {
        assert!(!parameter.name.is_empty() && !parameter.name_en.is_empty(), "{}", parameter.id);
        assert!(!parameter.value.is_negative(), "{}", parameter.id);
    }
}

#[test]
fn every_reference_resolves() {
    let batch = catalogue();
    let rates = rates(&batch);
    let agencies: BTreeSet<&str> = batch.agencies.iter().map(|a| a.code.as_str()).collect();
    let codes: BTreeSet<&str> = regulations(&batch).into_iter().map(|r| r.code.as_str()).collect();
    for regulation in regulations(&batch) {
        let agency = regulation.agency.as_deref().expect("an agency");
        assert!(agencies.contains(agency), "{}: no agency {agency}", regulation.code);
        assert!(!sheet_of(&batch, &regulation.code).is_empty(), "{} has no sheet", regulation.code);
    }
    for sheet in &batch.sheets {
        assert!(codes.contains(sheet.regulation.as_str()), "a sheet of {}", sheet.regulation);
        let (components, _) = ids_of(&batch, &sheet.regulation);
        for activity in &sheet.activities {
            let place = format!("{} {}", sheet.regulation, activity.id);
            rates.tariff(&activity.tariff).expect(&place);
            assert!(activity.component.as_ref().is_none_or(|c| components.contains(c)), "{place}: component");
            assert!(activity.population.is_some_and(|count| count > 0), "{place}: population");
            assert_ne!(activity.provenance.of(Cell::Minutes), Provenance::Official, "{place}: nobody timed it");
        }
        for component in &components {
            let costed = sheet.activities.iter().any(|a| a.component.as_ref() == Some(component));
            assert!(costed, "{}: {component} has no row", sheet.regulation);
        }
    }
    for service in &batch.linked_services {
        assert!(service.members.iter().all(|code| codes.contains(code.as_str())), "{}", service.code);
        assert!(service.name_en.is_some() && service.members.len() == 3, "{}", service.code);
    }
    let numbers: BTreeSet<&str> = batch.instruments.iter().map(|i| i.number.as_str()).collect();
    for measure in &batch.measures {
        let number = measure.instrument.as_deref().expect("an instrument");
        assert!(numbers.contains(number), "{}: no instrument {number}", measure.code);
    }
    let of_bases = batch.procedures.iter().flat_map(|p| p.bases.iter().filter_map(|b| b.number.as_deref()));
    for number in of_bases.chain(numbers.iter().copied()) {
        assert_eq!(number, normal_number(number));
    }
}

#[test]
fn no_name_belongs_to_two_agencies() {
    let batch = catalogue();
    let mut owner: BTreeMap<String, &str> = BTreeMap::new();
    for agency in &batch.agencies {
        let mut names = vec![agency.code.as_str(), agency.name.as_str()];
        names.extend(agency.names.iter().map(|n| n.name.as_str()));
        for name in names {
            let first = *owner.entry(fold(name)).or_insert(&agency.code);
            assert_eq!(first, agency.code, "{name} belongs to two agencies");
        }
        assert!(agency.name_en.is_some(), "{} has no English name", agency.code);
    }
    let count = |kind| batch.agencies.iter().filter(|a| a.kind == kind).count();
    assert_eq!(count(AgencyKind::Ministry), 14);
    assert_eq!(count(AgencyKind::MinisterialBody), 3);
    let former = [
        ("Bộ Thông tin và Truyền thông", "BKHCN"),
        ("Bộ Kế hoạch và Đầu tư", "BTC"),
        ("Bộ Tài nguyên và Môi trường", "BNNMT"),
        ("Bộ Nông nghiệp và Phát triển nông thôn", "BNNMT"),
        ("Bộ Lao động - Thương binh và Xã hội", "BNV"),
        ("Bộ Giao thông vận tải", "BXD"),
        ("Ủy ban Dân tộc", "BDTTG"),
        ("Bảo hiểm xã hội Việt Nam", "BTC"),
    ];
    for (name, code) in former {
        assert_eq!(owner.get(&fold(name)).copied(), Some(code), "{name}");
    }
}

#[test]
fn every_province_before_and_after_2025_resolves() {
    let batch = catalogue();
    let provinces: Vec<_> = batch.agencies.iter().filter(|a| a.kind == AgencyKind::Province).collect();
    assert_eq!(provinces.len(), 34);
    for province in &provinces {
        let code = province.official_code.as_deref().expect("official code");
        assert_eq!(province.code, format!("T{code}"));
        assert_eq!(code.len(), 2);
    }
    let sixty_three = "An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, \
        Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, \
        Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, \
        Hòa Bình, Hồ Chí Minh, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, \
        Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, \
        Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, \
        Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái";
    let names: Vec<&str> = sixty_three.split(", ").collect();
    assert_eq!(names.len(), 63);
    for name in names {
        let known = provinces.iter().filter(|p| p.names.iter().any(|n| fold(&n.name) == fold(name))).count();
        assert_eq!(known, 1, "{name}");
    }
}

#[test]
fn a_first_sheet_is_made_of_each_procedure() {
    let batch = catalogue();
    let (rules, rates) = (first_sheet_rules().expect("rules"), rates(&batch));
    for procedure in &batch.procedures {
        let sheet = first_sheet(procedure, &rules, &rates).expect(&procedure.regulation.code);
        assert!(sheet.len() > procedure.components.len(), "{}", procedure.regulation.code);
        assert!(sheet.iter().all(|a| a.tariff == "income.citizen"), "{}", procedure.regulation.code);
    }
}

#[test]
fn notes_and_remarks_are_no_papers() {
    let batch = catalogue();
    let (rules, rates) = (first_sheet_rules().expect("rules"), rates(&batch));
    let component = |group: &str, name: &str, originals| Component {
        id: String::new(),
        form: None,
        certified: false,
        note: String::new(),
        group: group.to_owned(),
        name: name.to_owned(),
        originals: Some(originals),
        copies: Some(0),
    };
    let mut procedure = batch.procedures[0].clone();
    procedure.components = vec![
        component("* Giấy tờ phải xuất trình:", "- Hộ chiếu", 1),
        component("* Giấy tờ phải xuất trình:", "- Thẻ căn cước, chỉ xuất trình", 0),
        component("* Giấy tờ phải xuất trình:", "- Đối với hộ kinh doanh: giấy chứng nhận", 1),
        component("* Giấy tờ phải xuất trình:", "+ Người tiếp nhận kiểm tra hồ sơ", 0),
        component("* Lưu ý :", "- Giấy tờ nước ngoài phải được hợp pháp hóa", 0),
        component("* Lưu ý :", "- Bản dịch", 1),
        component("Trường hợp có ủy quyền", "- Giấy ủy quyền", 1),
    ];
    let sheet = first_sheet(&procedure, &rules, &rates).expect("a sheet");
    let papers: Vec<&str> =
        sheet.iter().filter(|row| row.group == ActivityGroup::Dossier).map(|row| row.name.as_str()).collect();
    let wanted =
        ["- Hộ chiếu", "- Thẻ căn cước, chỉ xuất trình", "- Đối với hộ kinh doanh: giấy chứng nhận", "- Giấy ủy quyền"];
    assert_eq!(papers, wanted);
}

#[test]
fn every_kind_does_what_it_says() {
    let batch = catalogue();
    for kind in &batch.measure_kinds {
        assert!(!kind.edits.is_empty(), "{}", kind.id);
        for edit in &kind.edits {
            let sets = matches!(edit.action, Action::Set | Action::Cap | Action::Scale);
            assert_eq!(sets, edit.value.is_some(), "{}: value", kind.id);
            let on_rows = sets && edit.on != Selector::ProcessingTime;
            assert_eq!(on_rows, edit.cell.is_some(), "{}: cell", kind.id);
            if let Some(name) = edit.value.as_deref().and_then(|v| v.strip_prefix('$')) {
                assert!(kind.parameters.iter().any(|p| p.id == name), "{}: no parameter {name}", kind.id);
            }
        }
        let aims = kind.edits.iter().any(|e| e.on == Selector::Targets);
        assert_eq!(aims, kind.targets != TargetKind::None, "{}: targets", kind.id);
        for parameter in &kind.parameters {
            let used = kind.edits.iter().any(|e| e.value.as_deref() == Some(&format!("${}", parameter.id)));
            assert!(used, "{}: {} is unused", kind.id, parameter.id);
        }
    }
}

#[test]
fn every_measure_can_be_done_and_saves() {
    let batch = catalogue();
    let snapshot = snapshot(&batch);
    for measure in &batch.measures {
        let code = &measure.code;
        let kind = snapshot.kinds.get(&measure.kind).unwrap_or_else(|| panic!("{code}: no kind {}", measure.kind));
        let (components, rows) = ids_of(&batch, &measure.regulation);
        let known = match kind.targets {
            TargetKind::None => Vec::new(),
            TargetKind::Components => components,
            TargetKind::Activities => rows,
        };
        assert_eq!(check_measure(measure, kind, &known), [], "{code}");
        let subject = snapshot.live.find(&measure.regulation).unwrap_or_else(|| panic!("{code}: no regulation"));
        let effect = set_effect(subject, &[measure], &snapshot);
        assert_eq!(effect.after.issues, [], "{code}");
        assert!(!effect.after.changes.is_empty(), "{code} changes nothing");
        let shorter = effect.after.outcome.processing_hours < subject.processing_hours;
        assert!(shorter || effect.saved() > Fraction::ZERO, "{code} saves nothing");
        assert!(!effect.saved().is_negative(), "{code} costs more");
    }
    for subject in &snapshot.live.subjects {
        let set: Vec<&Measure> = batch.measures.iter().filter(|m| m.regulation == subject.code).collect();
        let effect = set_effect(subject, &set, &snapshot);
        assert_eq!(effect.after.issues, [], "{}", subject.code);
        assert!(effect.saved() <= subject.annual, "{}", subject.code);
    }
}

#[test]
fn measures_are_proposals_and_their_texts_examples() {
    let batch = catalogue();
    let mut with_text = 0;
    for measure in &batch.measures {
        let filled = [&measure.title, &measure.reason, &measure.evidence, &measure.note];
        assert!(filled.iter().all(|t| !t.is_empty()) && measure.authority.is_some(), "{}", measure.code);
        assert_eq!(measure.provenance, Provenance::Assumption, "{}", measure.code);
        let claims = measure.statuses.iter().any(|s| s.status != MeasureStatus::Proposed || s.document.is_some());
        assert!(!claims && !measure.statuses.is_empty(), "{} claims what did not happen", measure.code);
        if !measure.proposed_text.is_empty() {
            with_text += 1;
            assert!(!measure.current_text.is_empty(), "{}", measure.code);
            assert!(measure.note.contains("Ví dụ do tinhgon soạn, không phải văn bản thật"), "{}", measure.code);
        }
    }
    assert_eq!(with_text, 1);
    for regulation in &batch.regulations {
        assert!(regulation.name.starts_with("Ví dụ"), "{}", regulation.code);
        assert_eq!(regulation.provenance, Provenance::Assumption, "{}", regulation.code);
        assert_ne!(regulation.kind, RegulationKind::Procedure, "{}", regulation.code);
    }
}
