//! Every field of a noun stands on its page: a noun is written with all its fields filled, each is changed in turn, and the page must
//! change with it, in both languages.

use super::run;
use crate::cli::args::{Global, ShowArgs};
use crate::cli::config::Config;
use crate::cli::context::{Context, Now};
use crate::model::Batch;
use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;
use crate::view::Format;
use jiff::Timestamp;
use serde_json::Value;
use std::path::Path;

/// What the nouns below point to, and what their references are changed to.
const GROUND: &str = r#"
    agency = [
        { code = "BA", name = "Bộ A", kind = "ministry" }, { code = "BB", name = "Bộ B", kind = "ministry" },
    ]
    instrument_level = [
        { id = "decree", name = "x", name_en = "x", rank = 2, authority = "x", authority_en = "x", effort = "2" },
        { id = "law", name = "y", name_en = "y", rank = 9, authority = "y", authority_en = "y", effort = "5" },
    ]
    parameter = [{ id = "income", from = "2018-01-01", value = 40000, unit = "dong/hour", name = "x", name_en = "x", provenance = "assumption", source = "x" }]
    programme = [
        { code = "p1", name = "P", name_en = "P", baseline = "2020-05-31", targets = [] },
        { code = "p2", name = "P", name_en = "P", baseline = "2020-05-31", targets = [] },
    ]
    regulation = [
        { code = "r1", kind = "condition", name = "x", provenance = "assumption" },
        { code = "r2", kind = "condition", name = "x", provenance = "assumption" },
        { code = "r3", kind = "condition", name = "x", provenance = "assumption" },
    ]
    measure_kind = [
        { id = "gone", name = "x", name_en = "x", counts_as = "abolished", order = 1, edits = [{ on = "regulation", do = "drop" }] },
        { id = "away", name = "x", name_en = "x", counts_as = "abolished", order = 1, edits = [{ on = "regulation", do = "drop" }] },
    ]
    measure = [
        { code = "m1", regulation = "r1", kind = "gone", title = "1", provenance = "assumption", statuses = [{ status = "proposed", date = "2025-01-01" }] },
        { code = "m2", regulation = "r2", kind = "gone", title = "2", provenance = "assumption", statuses = [{ status = "proposed", date = "2025-01-01" }] },
    ]
    directive = [{ code = "d1", name = "x", date = "2025-01-01" }, { code = "d2", name = "x", date = "2025-01-01" }]
    assignment = [
        { code = "n1", directive = "d1", title = "x", leads = ["BA"] }, { code = "n2", directive = "d1", title = "x", leads = ["BA"] },
    ]
    [[sheet]]
    regulation = "r1"
    activity = [
        { id = "a1", group = "other", name = "x", tariff = "income", minutes = "60", charges = 0, times = "1", population = 10 },
        { id = "a2", group = "other", name = "y", tariff = "income", minutes = "60", charges = 0, times = "1", population = 10 },
    ]
    [[sheet]]
    regulation = "r2"
    activity = [
        { id = "a1", group = "other", name = "x", tariff = "income", minutes = "90", charges = 0, times = "1", population = 10 },
        { id = "a2", group = "other", name = "y", tariff = "income", minutes = "60", charges = 0, times = "1", population = 10 },
    ]
"#;

/// Nouns with every field filled: kind, key, and the noun.
const NOUNS: &[(&str, &str, &str)] = &[
    (
        "agency",
        "BC",
        r#"agency = [{ code = "BC", name = "Bộ C", name_en = "Ministry C", kind = "ministry", official_code = "17", source = "nguồn",
           names = [{ name = "Bộ cũ", until = "2025-02-28" }] }]"#,
    ),
    (
        "instrument",
        "1/2021/NĐ-CP",
        r#"instrument = [{ number = "1/2021/NĐ-CP", title = "về A", issuer = "Chính phủ", issued = "2021-01-02", effective = "2021-03-04",
           expired = "2030-01-01", provenance = "official", source = "công báo" }]
           instrument_version = [{ instrument = "1/2021/NĐ-CP", name = "original", kind = "original", from = "2021-03-04", source = "bản quét",
           text = "Điều 1. Một" }]"#,
    ),
    (
        "regulation",
        "q1",
        r#"regulation = [{ code = "q1", kind = "report", name = "Báo cáo", agency = "BA", field = "Thuế", decision = "9/QĐ-BA",
           status = "repealed", from = "2019-01-01", electronic = true, provenance = "official", source = "nguồn" }]"#,
    ),
    (
        "procedure",
        "1.000009",
        r#"[[procedure]]
           regulation = { code = "1.000009", kind = "procedure", name = "Thủ tục", agency = "BA", field = "Thuế", decision = "9/QĐ-BA",
               status = "repealed", from = "2019-01-01", electronic = true, provenance = "official", source = "nguồn" }
           levels = ["Cấp bộ"]
           category = "loại"
           addressees = ["Công dân"]
           deciding_agency = "quyết"
           performing_agency = "làm"
           cooperating_agency = "phối hợp"
           authorised_agency = "được ủy quyền"
           address = "số 1"
           online_level = "full"
           dossiers = 2
           steps = "bước một"
           requirements = "yêu cầu"
           description = "mô tả"
           url = "https://x.vn"
           verbatim = ["channels: lạ"]
           channels = [{ id = "k1", mode = "online", limit = { amount = "5", unit = "working_day" }, limit_verbatim = "năm ngày",
               fees = [{ amount = 5000, currency = "VND", kind = "lệ phí", condition = "mỗi bản", from = "2020-01-01", until = "2030-01-01", basis = "2/2016/TT-BTC" }],
               fee_verbatim = "tùy", note = "ghi chú" }]
           components = [{ id = "c1", group = "nhóm", name = "Đơn", form = "Mẫu 1", originals = 1, copies = 2, certified = true, note = "ký tên" }]
           bases = [{ id = "b1", number = "3/2014/QH13", title = "Luật", provision = "Điều 5", issued = "2014-01-02", issuer = "Quốc hội" }]
           results = [{ id = "r1", code = "KQ.1", name = "Giấy" }]"#,
    ),
    (
        "measure",
        "m9",
        r#"measure = [{ code = "m9", regulation = "r1", kind = "gone", title = "Bãi bỏ", reason = "lý do", evidence = "bằng chứng",
           provision = "Điều 5", instrument = "1/2021/NĐ-CP", authority = "Ai đó", level = "law", weight = "3", current_text = "nay", proposed_text = "mai",
           person = "Lan", due = "2026-06-30", provenance = "official", note = "ghi chú",
           statuses = [{ status = "approved", date = "2025-01-01", document = "7/QĐ-A", note = "họp" }] }]"#,
    ),
    (
        "programme",
        "p9",
        r#"programme = [{ code = "p9", name = "Chương trình", name_en = "Programme", instrument = "1/NQ-CP", baseline = "2020-05-31", source = "nguồn",
           targets = [{ id = "t1", metric = "cost_saved", percent = "20", due = "2026-12-31", kinds = ["report"] }] }]"#,
    ),
    (
        "measure-kind",
        "k9",
        r#"measure_kind = [{ id = "k9", name = "Loại", name_en = "Kind", counts_as = "simplified", order = 3, level = "law", weight = "2",
           targets = "activities", source = "nguồn", parameters = [{ id = "v", name = "giá trị", name_en = "value", unit = "minutes", default = "2" }],
           edits = [{ on = "targets", do = "scale", cell = "minutes", value = "50" }] }]"#,
    ),
    (
        "scenario",
        "s9",
        r#"scenario = [{ code = "s9", name = "Kịch bản", programme = "p1", measures = ["m1"], note = "ghi chú", problem = "budget = \"3\"\n" }]"#,
    ),
    (
        "directive",
        "d9",
        r#"directive = [{ code = "d9", name = "Kết luận", name_en = "Conclusion", date = "2025-01-01", issuer = "Thủ tướng", document = "1/TB-VPCP", source = "nguồn" }]"#,
    ),
    (
        "assignment",
        "n9",
        r#"assignment = [{ code = "n9", directive = "d1", title = "Việc", title_en = "Work", leads = ["BA"], cooperating = ["Hội"], deliverable = "báo cáo",
           due = "2026-03-01", person = "Lan", note = "ghi chú", source = "nguồn",
           steps = [{ agency = "BA", status = "under_way", date = "2025-02-01", evidence = "công văn", note = "đang làm" }] }]"#,
    ),
    (
        "campaign",
        "g9",
        r#"campaign = [{ code = "g9", name = "Đợt", name_en = "Round", assignment = "n1", trigger = "luật mới", lead = "BA", due = "2026-03-01", source = "nguồn",
           instruments = [{ instrument = "1/2021/NĐ-CP", outcome = "amend", date = "2025-03-01", person = "Lan", measures = ["m1"], reason = "chồng chéo" }] }]"#,
    ),
    (
        "indicator",
        "i9",
        r#"indicator = [{ code = "i9", name = "Tỷ lệ", name_en = "Share", unit = "điểm", assignment = "n1", baseline = "1", target = "50", due = "2026-12-31",
           lower_is_better = true, source = "nguồn", readings = [{ date = "2025-05-01", agency = "BA", value = "12", source = "báo cáo" },
           { date = "2025-06-01", agency = "BA", value = "13", source = "báo cáo 2" }] }]"#,
    ),
    (
        "linked-service",
        "l9",
        r#"linked_service = [{ code = "l9", name = "Liên thông", name_en = "As one", members = ["r1", "r2"], uptake = "40", source = "nguồn",
           shared = [{ name = "đi lại", source = "khảo sát", rows = [{ regulation = "r1", row = "a1" }, { regulation = "r2", row = "a1" }] }] }]"#,
    ),
    (
        "state-data",
        "x9",
        r#"state_data = [{ id = "x9", name = "Dữ liệu", name_en = "Data", holder = "BA", instrument = "1/2021/NĐ-CP", source = "nguồn",
           items = [{ id = "u", name = "khai sinh", name_en = "birth", phrases = ["giấy khai sinh"], unless = ["bản dịch"] }] }]"#,
    ),
];

/// What a text may be changed to, where its own with one more letter is none.
const OTHERS: &[&str] = &[
    "2031-01-01",
    "2001-02-03",
    "2024-02-03",
    "7",
    "77",
    "BB",
    "away",
    "r2",
    "r3",
    "a2",
    "m2",
    "n2",
    "d2",
    "p2",
    "decree",
    "province",
    "proposed",
    "consolidated",
    "condition",
    "in_force",
    "assumption",
    "surveyed",
    "partial",
    "post",
    "day",
    "time_saved",
    "abolished",
    "components",
    "rows",
    "all",
    "add",
    "cap",
    "times",
    "rejected",
    "done",
    "keep",
    "repeal",
    "hours",
    "standard",
    "USD",
    "budget = \"4\"\n",
    "2/2022/NĐ-CP",
    "Điều 1. Một\n1. Khoản",
];

/// What has no words of its own on a page: keys that the page bears as its title or its figures are told by, and the text of a version,
/// which `--version` shows. Shared work rests on the members of a service, so that they change together or not at all.
const ASIDE: &[&str] = &[
    "/instrument_version/0/instrument",
    "/instrument_version/0/name",
    "/instrument_version/0/text",
    "/linked_service/0/members/0",
    "/linked_service/0/members/1",
    "/linked_service/0/shared/0/rows/0/regulation",
    "/linked_service/0/shared/0/rows/1/regulation",
];

fn who() -> ChangeMeta {
    ChangeMeta {
        author: "Lan".into(),
        device: String::new(),
        command: "thử".into(),
        note: String::new(),
        at: Timestamp::from_second(1_767_225_600).unwrap(),
    }
}

/// The page of a noun after a batch was put into a copy of a workspace; nothing when it cannot be put.
fn page(folder: &Path, batch: &Value, (kind, id): (&str, &str), lang: Lang) -> Option<String> {
    let batch: Batch = serde_json::from_value(batch.clone()).ok()?;
    let (path, out) = (folder.join("copy.db"), folder.join("out.txt"));
    std::fs::copy(folder.join("ground.db"), &path).unwrap();
    let mut workspace = Workspace::open(&path).unwrap();
    workspace.change(&who(), |writer| writer.put_batch(&batch)).ok()?;
    drop(workspace);
    let global = Global {
        db: Some(path),
        lang: None,
        format: Some(Format::Table),
        output: Some(out.clone()),
        color: None,
        quiet: true,
        verbose: 0,
        help: None,
        version: None,
    };
    let context = Context::new(global, lang, Config::default(), Now::Fixed(who().at)).unwrap();
    let args = ShowArgs { kind: kind.into(), id: id.into(), provision: None, version: None };
    run(&context, &args).unwrap_or_else(|fault| panic!("{kind} {id}: {fault}"));
    Some(std::fs::read_to_string(out).unwrap())
}

/// The places of all leaves of a value.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| leaves(value, &format!("{at}/{name}"), found)),
        Value::Array(items) => items.iter().enumerate().for_each(|(n, item)| leaves(item, &format!("{at}/{n}"), found)),
        Value::Null => {}
        _ => found.push(at.to_owned()),
    }
}

/// What a leaf may be changed to.
fn others(leaf: &Value) -> Vec<Value> {
    match leaf {
        Value::Bool(flag) => vec![Value::Bool(!flag)],
        Value::Number(number) => vec![Value::from(number.as_i64().unwrap() + 1)],
        Value::String(text) => {
            let more = OTHERS.iter().filter(|other| **other != text.as_str()).map(|other| Value::from(*other));
            std::iter::once(Value::from(format!("{text}X"))).chain(more).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_field_of_every_noun_stands_on_its_page() {
    let folder = tempfile::tempdir().unwrap();
    let ground: Batch = toml::from_str(GROUND).unwrap();
    let mut workspace = Workspace::create(&folder.path().join("ground.db")).unwrap();
    workspace.change(&who(), |writer| writer.put_batch(&ground)).unwrap();
    drop(workspace);
    let mut silent = Vec::new();
    for (kind, id, text) in NOUNS {
        let batch: Batch = toml::from_str(text).unwrap_or_else(|fault| panic!("{kind}: {fault}"));
        let whole = serde_json::to_value(&batch).unwrap();
        let shown = |batch: &Value, lang| page(folder.path(), batch, (*kind, *id), lang);
        let before =
            [Lang::Vi, Lang::En].map(|lang| shown(&whole, lang).unwrap_or_else(|| panic!("{kind} cannot be put")));
        let mut places = Vec::new();
        leaves(&whole, "", &mut places);
        for place in places {
            let leaf = whole.pointer(&place).unwrap();
            let key = leaf.as_str() == Some(*id) || place.ends_with("/id");
            if key || ASIDE.contains(&place.as_str()) || (place.ends_with("/kind") && *kind == "procedure") {
                continue;
            }
            let changed = others(leaf).into_iter().find_map(|other| {
                let mut batch = whole.clone();
                *batch.pointer_mut(&place)? = other;
                let after = [Lang::Vi, Lang::En].map(|lang| shown(&batch, lang));
                let [Some(vi), Some(en)] = after else { return None };
                Some([vi != before[0], en != before[1]])
            });
            match changed {
                Some([true, true]) => {}
                Some(told) => silent.push(format!("{kind}{place}: changes the page in vi, en: {told:?}")),
                None => silent.push(format!("{kind}{place}: nothing that it could be changed to is known")),
            }
        }
    }
    assert!(silent.is_empty(), "fields that a page leaves out:\n{}", silent.join("\n"));
}
