use super::*;
use crate::model::Cell;
use crate::store::{ChangeMeta, Workspace};
use crate::words::FaultKind;
use jiff::Timestamp;
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 1, 1);
const BIRTH: &str = "1.001193";

fn workspace() -> Workspace {
    let mut workspace = Workspace::in_memory().unwrap();
    workspace.change(&who("tinhgon"), |w| w.put_batch(&catalog::shipped().unwrap())).unwrap();
    workspace
}

fn who(author: &str) -> ChangeMeta {
    ChangeMeta {
        author: author.into(),
        device: "bàn 3".into(),
        command: "cost set".into(),
        note: String::new(),
        at: Timestamp::from_second(1_767_225_600).unwrap(),
    }
}

fn set(row: &str, cells: &[(&str, &str)], provenance: Provenance) -> SetRow {
    let edit = |(name, typed): &(&str, &str)| RowEdit {
        field: RowField::parse(name).unwrap(),
        typed: Some((*typed).to_owned()),
        provenance,
    };
    SetRow { regulation: BIRTH.into(), row: row.into(), edits: cells.iter().map(edit).collect(), expected: Vec::new() }
}

fn expects(mut asked: SetRow, name: &str, value: &str, provenance: Option<Provenance>) -> SetRow {
    asked.expected.push(Expected { field: RowField::parse(name).unwrap(), value: value.into(), provenance });
    asked
}

#[test]
fn what_is_replaced_is_told_with_whose_it_was_and_how_sure() {
    let mut workspace = workspace();
    let first = set("a1", &[("minutes", "45")], Provenance::Surveyed);
    Desk::new(&mut workspace, who("Minh"), DAY).set_row(&first).unwrap();
    let second = set("a1", &[("minutes", "7,5"), ("how", "nộp tại xã")], Provenance::Measured);
    let changed = Desk::new(&mut workspace, who("Lan"), DAY).set_row(&second).unwrap();
    let done = changed.value.done().unwrap();
    let minutes = &done.replaced[0];
    assert_eq!(
        (minutes.field.as_str(), minutes.before.value.as_str(), minutes.after.value.as_str()),
        ("minutes", "45", "7.5")
    );
    assert_eq!(minutes.before.provenance, Some(Provenance::Surveyed));
    assert_eq!(minutes.after.provenance, Some(Provenance::Measured));
    assert_eq!(minutes.last.as_ref().map(|last| last.author.as_str()), Some("Minh"));
    // 37,5 minutes less for 1.400.000: 875.000 hours of 114.000.000 ÷ 2112 đồng.
    let saved = done.before.unwrap().minus(done.after.unwrap()).unwrap();
    assert_eq!(saved, Fraction::new(875_000 * 114_000_000, 2112).unwrap());
    // The same once more changes nothing and replaces nothing.
    let again = Desk::new(&mut workspace, who("Lan"), DAY).set_row(&second).unwrap();
    assert_eq!((again.change, again.value.done().unwrap().replaced.len()), (None, 0));
}

#[test]
fn where_something_else_stands_nothing_is_written() {
    let mut workspace = workspace();
    let neighbour = set("a1", &[("minutes", "45")], Provenance::Surveyed);
    Desk::new(&mut workspace, who("Minh"), DAY).set_row(&neighbour).unwrap();
    let before = workspace.sheet(BIRTH).unwrap();
    let mine = |value: &str, sure| {
        expects(set("a1", &[("minutes", "20"), ("charges", "5")], Provenance::Measured), "minutes", value, sure)
    };
    for (value, sure) in [("30", None), ("45", Some(Provenance::Assumption)), ("30", Some(Provenance::Surveyed))] {
        let changed = Desk::new(&mut workspace, who("Lan"), DAY).set_row(&mine(value, sure)).unwrap();
        let Outcome::Stands(standing) = changed.value else { panic!("{value} was expected") };
        assert_eq!((changed.change, standing.len()), (None, 1));
        assert_eq!(standing[0].figure, Figure { value: "45".into(), provenance: Some(Provenance::Surveyed) });
        assert_eq!(standing[0].last.as_ref().map(|last| last.author.as_str()), Some("Minh"));
        assert_eq!(workspace.sheet(BIRTH).unwrap(), before);
    }
    // Any spelling of what stands there will do.
    for value in ["45", " 45 ", "90/2", "45,0"] {
        let mut asked = mine(value, Some(Provenance::Surveyed));
        asked.edits.truncate(1);
        asked.edits[0].typed = Some("45".into());
        asked.edits[0].provenance = Provenance::Surveyed;
        let changed = Desk::new(&mut workspace, who("Lan"), DAY).set_row(&asked).unwrap();
        assert!(changed.value.done().is_some(), "{value}");
    }
}

#[test]
fn only_what_is_named_is_written() {
    let mut workspace = workspace();
    let before = workspace.sheet(BIRTH).unwrap();
    Desk::new(&mut workspace, who("Lan"), DAY).set_row(&set("a3", &[("times", "1/3")], Provenance::Official)).unwrap();
    let after = workspace.sheet(BIRTH).unwrap();
    for (old, new) in before.iter().zip(&after) {
        let mut expected = old.clone();
        if old.id == "a3" {
            expected.times = Fraction::new(1, 3);
            expected.provenance.set(Cell::Times, Provenance::Official);
        }
        assert_eq!(*new, expected);
    }
}

#[test]
fn what_cannot_stand_in_a_cell_is_refused_and_nothing_is_written() {
    let mut workspace = workspace();
    let before = workspace.sheet(BIRTH).unwrap();
    for (cell, typed, kind) in [
        ("minutes", "12345678901234567890", FaultKind::Usage),
        ("population", "12345678901234567890", FaultKind::Usage),
        ("times", "99999999999999999999", FaultKind::Usage),
        ("charges", "9223372036854775807", FaultKind::Usage),
        ("outsourcing", "-1", FaultKind::Usage),
        ("minutes", "-5", FaultKind::Usage),
        ("minutes", "1.000", FaultKind::Usage),
        ("staff", "1/0", FaultKind::Usage),
        ("name", " ", FaultKind::Usage),
        ("tariff", "nope", FaultKind::Input),
        // A parameter, but no income per hour.
        ("tariff", "population.country", FaultKind::Input),
    ] {
        let asked = set("a1", &[("charges", "7"), (cell, typed)], Provenance::Measured);
        let fault = Desk::new(&mut workspace, who("Lan"), DAY).set_row(&asked).unwrap_err();
        assert_eq!(fault.kind(), kind, "{cell}={typed}: {fault}");
        assert_eq!(workspace.sheet(BIRTH).unwrap(), before, "{cell}={typed}");
    }
    for (code, row) in [("9.999", "a1"), (BIRTH, "a99")] {
        let mut asked = set(row, &[("minutes", "1")], Provenance::Measured);
        asked.regulation = code.into();
        let fault = Desk::new(&mut workspace, who("Lan"), DAY).set_row(&asked).unwrap_err();
        assert_eq!(fault.kind(), FaultKind::Missing, "{code} {row}");
    }
}

#[test]
fn the_id_of_a_row_that_was_removed_is_never_given_again() {
    let mut workspace = workspace();
    let add = |name: &str| AddRow {
        regulation: BIRTH.into(),
        group: ActivityGroup::Other,
        name: name.into(),
        edits: Vec::new(),
    };
    let rows = workspace.sheet(BIRTH).unwrap().len();
    let first = Desk::new(&mut workspace, who("Lan"), DAY).add_row(&add("Một")).unwrap().value.row;
    let gone = RemoveRow { regulation: BIRTH.into(), row: first.clone(), seen: None };
    Desk::new(&mut workspace, who("Lan"), DAY).remove_row(&gone).unwrap();
    let second = Desk::new(&mut workspace, who("Lan"), DAY).add_row(&add("Hai")).unwrap().value.row;
    assert_ne!(first, second);
    // Two rows of one name are two rows.
    let third = Desk::new(&mut workspace, who("Lan"), DAY).add_row(&add("Hai")).unwrap().value.row;
    assert_ne!(second, third);
    let sheet = workspace.sheet(BIRTH).unwrap();
    assert_eq!(sheet.len(), rows + 2);
    assert!(sheet.is_sorted_by_key(|row| row.group), "a row stands at the end of its group");
    assert!(Desk::new(&mut workspace, who("Lan"), DAY).add_row(&add("  ")).is_err());
    assert!(Desk::new(&mut workspace, who("Lan"), DAY).remove_row(&gone).is_err());
}

#[test]
fn a_row_that_changed_since_it_was_seen_is_not_removed() {
    let mut workspace = workspace();
    let seen = workspace.sheet(BIRTH).unwrap()[0].clone();
    Desk::new(&mut workspace, who("Minh"), DAY)
        .set_row(&set("a1", &[("minutes", "45")], Provenance::Surveyed))
        .unwrap();
    let mut asked = RemoveRow { regulation: BIRTH.into(), row: "a1".into(), seen: Some(Box::new(seen)) };
    let removed = Desk::new(&mut workspace, who("Lan"), DAY).remove_row(&asked).unwrap();
    assert!(
        matches!(&removed.value, Outcome::Stands(standing) if standing.len() == 1 && standing[0].field == "minutes")
    );
    asked.seen = None;
    assert!(Desk::new(&mut workspace, who("Lan"), DAY).remove_row(&asked).unwrap().value.done().is_some());
}

#[test]
fn a_first_sheet_never_takes_the_place_of_one() {
    let mut workspace = workspace();
    let before = workspace.sheet(BIRTH).unwrap();
    let fault = Desk::new(&mut workspace, who("Lan"), DAY).draft_sheets(Some(&[BIRTH.to_owned()])).unwrap_err();
    assert_eq!(fault.kind(), FaultKind::Usage);
    Desk::new(&mut workspace, who("Lan"), DAY).draft_sheets(None).unwrap();
    assert_eq!(workspace.sheet(BIRTH).unwrap(), before);
    let fault = Desk::new(&mut workspace, who("Lan"), DAY).draft_sheets(Some(&["9.999".to_owned()])).unwrap_err();
    assert_eq!(fault.kind(), FaultKind::Missing);
}
