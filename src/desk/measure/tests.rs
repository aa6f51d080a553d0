use super::*;
use crate::exchange::catalog;
use crate::store::{ChangeMeta, Workspace};
use crate::words::FaultKind;
use jiff::Timestamp;
use jiff::civil::date;

const DAY: Date = date(2026, 1, 1);

fn workspace() -> Workspace {
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who("tinhgon"), |w| w.put_batch(&catalog::shipped().unwrap())).unwrap();
    workspace
}

fn who(author: &str) -> ChangeMeta {
    ChangeMeta {
        author: author.into(),
        device: "bàn 3".into(),
        command: "measure edit".into(),
        note: String::new(),
        at: Timestamp::from_second(1_767_225_600).unwrap(),
    }
}

fn edits(fields: &[(&str, &str)]) -> Vec<MeasureEdit> {
    fields.iter().map(|(name, typed)| MeasureEdit { slot: MeasureSlot::parse(name), typed: (*typed).into() }).collect()
}

fn propose(workspace: &mut Workspace, kind: &str, fields: &[(&str, &str)]) -> Result<String> {
    let asked =
        NewMeasure { regulation: "1.001193".into(), kind: kind.into(), day: DAY, lang: Lang::Vi, edits: edits(fields) };
    Ok(Desk::new(workspace, who("Lan"), DAY).propose_measure(&asked)?.value.code)
}

fn edit(
    workspace: &mut Workspace,
    by: &str,
    code: &str,
    fields: &[(&str, &str)],
    expect: &[(&str, &str)],
) -> Outcome<MeasureChange> {
    let expected = expect.iter().map(|(name, value)| Expected {
        field: MeasureSlot::parse(name),
        value: (*value).into(),
        provenance: None,
    });
    let asked = EditMeasure { code: code.into(), edits: edits(fields), expected: expected.collect() };
    Desk::new(workspace, who(by), DAY).edit_measure(&asked).unwrap().value
}

#[test]
fn an_edit_changes_what_it_names_and_tells_what_it_replaced() {
    let mut workspace = workspace();
    let code = propose(&mut workspace, "drop-step", &[("targets", "a10"), ("title", "Trả kết quả điện tử")]).unwrap();
    edit(&mut workspace, "Minh", &code, &[("person", "Minh"), ("instrument", "123/2015/nđ-cp")], &[]);
    let done = edit(&mut workspace, "Lan", &code, &[("person", "Lan"), ("due", "30/6/2026")], &[]).done().unwrap();
    let person = &done.replaced[0];
    assert_eq!((person.before.value.as_str(), person.after.value.as_str()), ("Minh", "Lan"));
    assert_eq!(person.last.as_ref().map(|last| last.author.as_str()), Some("Minh"));
    let measure = workspace.measure(&code).unwrap().unwrap();
    assert_eq!(measure.instrument.as_deref(), Some("123/2015/NĐ-CP"));
    assert_eq!((measure.title.as_str(), measure.due), ("Trả kết quả điện tử", Some(date(2026, 6, 30))));
}

#[test]
fn an_edit_that_expects_something_else_writes_nothing() {
    let mut workspace = workspace();
    let code = propose(&mut workspace, "drop-step", &[("targets", "a10"), ("title", "Một")]).unwrap();
    edit(&mut workspace, "Minh", &code, &[("title", "Hai"), ("instrument", "1/2026/nđ-cp")], &[]);
    let outcome = edit(&mut workspace, "Lan", &code, &[("title", "Ba"), ("note", "x")], &[("title", "Một")]);
    let Outcome::Stands(standing) = outcome else { panic!("written over") };
    assert_eq!((standing[0].figure.value.as_str(), standing[0].expected.as_str()), ("Hai", "Một"));
    assert_eq!(workspace.measure(&code).unwrap().unwrap().note, "");
    // Any spelling of what stands there will do.
    let outcome =
        edit(&mut workspace, "Lan", &code, &[("title", "Ba")], &[("title", " Hai "), ("instrument", "1/2026/NĐ–CP")]);
    assert!(outcome.done().is_some());
}

#[test]
fn a_status_is_reached_once_and_only_by_its_document() {
    let mut workspace = workspace();
    let code = propose(&mut workspace, "abolish", &[]).unwrap();
    let step = |status, day, document: &str, seen| AdvanceMeasure {
        until: None,
        code: code.clone(),
        status,
        day,
        document: document.into(),
        note: String::new(),
        seen,
    };
    let mut advance = |asked: &AdvanceMeasure| Desk::new(&mut workspace, who("Lan"), DAY).advance_measure(asked);
    for none in ["", " ", "–"] {
        let fault = advance(&step(MeasureStatus::Approved, DAY, none, None)).unwrap_err();
        assert_eq!(fault.kind(), FaultKind::Usage, "{none:?}");
    }
    let done = advance(&step(MeasureStatus::Approved, DAY, "442/qđ-ttg", Some(MeasureStatus::Proposed))).unwrap();
    assert_eq!(done.value.done().unwrap().document.as_deref(), Some("442/QĐ-TTG"));
    assert!(advance(&step(MeasureStatus::Approved, DAY, "443/QĐ-TTg", None)).is_err(), "the same step again");
    // A screen that still shows the measure as proposed is told; nothing is written.
    let late = advance(&step(MeasureStatus::Withdrawn, DAY, "", Some(MeasureStatus::Proposed))).unwrap();
    assert!(matches!(&late.value, Outcome::Stands(standing) if standing[0].figure.value == "approved"));
    assert!(
        advance(&step(MeasureStatus::InForce, date(2025, 12, 31), "1/NĐ-CP", None)).is_err(),
        "before the last step"
    );
    assert_eq!(workspace.measure(&code).unwrap().unwrap().statuses.len(), 2);
}

#[test]
fn values_are_read_as_their_unit_is_written() {
    let mut workspace = workspace();
    // 50.000 đồng are fifty thousand, not fifty with three decimals.
    let code = propose(&mut workspace, "lower-fee", &[("fee", "50.000"), ("title", "Giảm phí")]).unwrap();
    assert_eq!(workspace.measure(&code).unwrap().unwrap().values["fee"], "50000");
    assert!(propose(&mut workspace, "shorten-time", &[("days", "1.000")]).is_err(), "a thousand days, or one");
    let code = propose(&mut workspace, "merge", &[("remains", "12,5"), ("title", "Gộp")]).unwrap();
    assert_eq!(workspace.measure(&code).unwrap().unwrap().values["remains"], "12.5");
}

#[test]
fn what_is_not_there_is_missing_and_what_changed_is_not_removed() {
    let mut workspace = workspace();
    for fault in [
        Desk::new(&mut workspace, who("Lan"), DAY).remove_measure("no-m1", None).unwrap_err(),
        Desk::new(&mut workspace, who("Lan"), DAY)
            .edit_measure(&EditMeasure { code: "no-m1".into(), edits: Vec::new(), expected: Vec::new() })
            .unwrap_err(),
    ] {
        assert_eq!(fault.kind(), FaultKind::Missing);
    }
    let seen = workspace.measure("1.001193-m1").unwrap().unwrap();
    edit(&mut workspace, "Minh", "1.001193-m1", &[("note", "đang bàn")], &[]);
    let removed = Desk::new(&mut workspace, who("Lan"), DAY).remove_measure("1.001193-m1", Some(&seen)).unwrap();
    assert!(matches!(&removed.value, Outcome::Stands(standing) if standing[0].field == "note"));
    assert!(
        Desk::new(&mut workspace, who("Lan"), DAY).remove_measure("1.001193-m1", None).unwrap().value.done().is_some()
    );
    assert!(propose(&mut workspace, "nosuch", &[]).is_err());
    assert!(propose(&mut workspace, "drop-step", &[("targets", "a99")]).is_err());
    assert!(propose(&mut workspace, "abolish", &[("level", "nosuch")]).is_err());
}
