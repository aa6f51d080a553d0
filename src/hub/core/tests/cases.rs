//! The rules, one by one, with what an officer would say of each.

use super::node::Node;
use crate::hub::core::change::{Change, Malformed, Op};
use crate::hub::core::edit::{self, Edit};
use crate::hub::core::file::{Damage, Label, Run};
use crate::hub::core::{ChangeId, Hash, Refusal, ReplicaId, RowId, Value, Wrote};

fn fields(of: &[(&str, i64)]) -> Vec<(String, Value)> {
    of.iter().map(|(name, value)| ((*name).to_owned(), Value::Int(*value))).collect()
}

fn update(name: &str, before: i64, after: i64) -> Edit {
    Edit::Update(vec![(name.to_owned(), Value::Int(before), Value::Int(after))])
}

fn regulation() -> RowId {
    RowId::new("regulation", &["r"])
}

fn row(code: &str) -> RowId {
    RowId::new("activity", &["r", code])
}

/// Two officers with one sheet of one row.
fn two() -> (Node, Node) {
    let mut lan = Node::new(1);
    lan.commit(vec![
        (regulation(), Edit::Insert(fields(&[("name", 0)]))),
        (row("a1"), Edit::Insert(fields(&[("name", 1), ("minutes", 30)]))),
    ]);
    let mut minh = Node::new(2);
    minh.pull(&lan);
    (lan, minh)
}

fn exchange(a: &mut Node, b: &mut Node) {
    let other = a.clone();
    a.pull(b);
    b.pull(&other);
    assert_eq!(a.table, b.table);
    assert_eq!(a.shelf, b.shelf);
}

fn held(node: &Node, code: &str, field: &str) -> Vec<Value> {
    let id = node.shelf.rows.keys().find(|id| id.place == "activity" && id.base() == code).unwrap();
    node.shelf.rows[id].fields[field].held.iter().map(|version| version.value.clone()).collect()
}

#[test]
fn two_figures_in_one_field_are_both_kept_until_somebody_decides() {
    let (mut lan, mut minh) = two();
    lan.commit(vec![(row("a1"), update("minutes", 30, 20))]);
    minh.commit(vec![(row("a1"), update("minutes", 30, 25))]);
    exchange(&mut lan, &mut minh);
    assert_eq!(held(&lan, "a1", "minutes"), [Value::Int(20), Value::Int(25)]);
    // Whoever edits what is shown has not seen the other figure.
    lan.commit(vec![(row("a1"), update("minutes", 25, 26))]);
    exchange(&mut lan, &mut minh);
    assert_eq!(held(&minh, "a1", "minutes"), [Value::Int(20), Value::Int(26)]);
    let id = minh.shelf.rows.keys().find(|id| id.place == "activity").unwrap().clone();
    let op = edit::decide(&id, &minh.shelf.rows[&id], vec![("minutes".to_owned(), Value::Int(20))]);
    let moved = minh.push_own(vec![op]);
    minh.settle(moved);
    exchange(&mut lan, &mut minh);
    assert_eq!(held(&lan, "a1", "minutes"), [Value::Int(20)]);
    assert_eq!(lan.table[&row("a1")]["minutes"], Value::Int(20));
}

#[test]
fn different_fields_of_one_row_merge() {
    let (mut lan, mut minh) = two();
    lan.commit(vec![(row("a1"), update("minutes", 30, 20))]);
    minh.commit(vec![(row("a1"), update("name", 1, 2))]);
    exchange(&mut lan, &mut minh);
    let both = &lan.table[&row("a1")];
    assert_eq!((&both["minutes"], &both["name"]), (&Value::Int(20), &Value::Int(2)));
}

#[test]
fn an_edit_beats_a_delete_and_a_delete_that_saw_it_stands() {
    let (mut lan, mut minh) = two();
    lan.commit(vec![(row("a1"), Edit::Delete)]);
    minh.commit(vec![(row("a1"), update("minutes", 30, 25))]);
    exchange(&mut lan, &mut minh);
    assert_eq!(
        lan.table[&row("a1")]["minutes"],
        Value::Int(25),
        "it came back with Minh's figure, and Lan's name of it"
    );
    assert_eq!(lan.table[&row("a1")]["name"], Value::Int(1));
    lan.commit(vec![(row("a1"), Edit::Delete)]);
    exchange(&mut lan, &mut minh);
    assert!(!minh.table.contains_key(&row("a1")));
}

#[test]
fn a_parent_stays_for_as_long_as_a_child_that_its_deletion_had_not_seen_and_its_parts_with_it() {
    let (mut lan, mut minh) = two();
    lan.commit(vec![(row("a1"), Edit::Delete), (regulation(), Edit::Delete)]);
    minh.commit(vec![(row("a2"), Edit::Insert(fields(&[("name", 2), ("minutes", 5)])))]);
    exchange(&mut lan, &mut minh);
    let keys: Vec<&RowId> = lan.table.keys().collect();
    assert_eq!(keys, [&row("a1"), &row("a2"), &regulation()], "the deletion of the whole waits for a decision, wholly");
    // A part that is deleted by itself goes.
    lan.commit(vec![(row("a1"), Edit::Delete)]);
    exchange(&mut lan, &mut minh);
    assert!(!minh.table.contains_key(&row("a1")));
    minh.commit(vec![(row("a2"), Edit::Delete)]);
    exchange(&mut lan, &mut minh);
    assert!(lan.table.is_empty());
}

#[test]
fn what_was_deleted_before_the_whole_was_stays_deleted() {
    let (mut lan, mut minh) = two();
    lan.commit(vec![(row("a1"), Edit::Delete)]);
    lan.commit(vec![(regulation(), Edit::Delete)]);
    minh.commit(vec![(regulation(), update("name", 0, 1))]);
    exchange(&mut lan, &mut minh);
    assert_eq!(lan.table.keys().collect::<Vec<_>>(), [&regulation()]);
}

#[test]
fn two_rows_made_under_one_code_are_two_rows_and_the_same_row_is_one() {
    let (mut lan, mut minh) = two();
    lan.commit(vec![(row("a2"), Edit::Insert(fields(&[("name", 7), ("minutes", 1)])))]);
    minh.commit(vec![(row("a2"), Edit::Insert(fields(&[("name", 8), ("minutes", 2)])))]);
    exchange(&mut lan, &mut minh);
    assert_eq!(lan.table[&row("a2")]["minutes"], Value::Int(1));
    assert_eq!(lan.table[&row("a2b")]["minutes"], Value::Int(2));
    lan.commit(vec![(row("a3"), Edit::Insert(fields(&[("name", 9), ("minutes", 3)])))]);
    minh.commit(vec![(row("a3"), Edit::Insert(fields(&[("name", 9), ("minutes", 3)])))]);
    exchange(&mut lan, &mut minh);
    assert!(lan.table.contains_key(&row("a3")) && !lan.table.contains_key(&row("a3b")), "one row, stated twice");
    // Whoever has seen one statement of it has seen both.
    lan.commit(vec![(row("a3"), update("minutes", 3, 4))]);
    exchange(&mut lan, &mut minh);
    assert_eq!(held(&minh, "a3", "minutes"), [Value::Int(4)]);
}

#[test]
fn what_two_files_had_of_one_catalogue_before_they_joined_is_no_conflict() {
    let made = || fields(&[("name", 1), ("minutes", 30)]);
    let (mut lan, mut minh) = (Node::new(1), Node::new(2));
    for node in [&mut lan, &mut minh] {
        node.commit(vec![(regulation(), Edit::Insert(fields(&[("name", 0)])))]);
        node.commit(vec![(row("a1"), Edit::Insert(made())), (row("a2"), Edit::Insert(fields(&[("name", 2)])))]);
    }
    lan.commit(vec![(row("a1"), update("minutes", 30, 20))]);
    lan.commit(vec![(row("a2"), Edit::Delete)]);
    exchange(&mut lan, &mut minh);
    assert_eq!(held(&minh, "a1", "minutes"), [Value::Int(20)], "Minh never touched it");
    assert!(!minh.table.contains_key(&row("a2")), "Minh's statement of it is no edit");
}

#[test]
fn the_place_in_a_list_is_no_conflict_and_keeps_no_row() {
    let (mut lan, mut minh) = two();
    lan.commit(vec![(row("a1"), Edit::Delete)]);
    minh.commit(vec![(row("a1"), update("position", 0, 3))]);
    exchange(&mut lan, &mut minh);
    assert!(!minh.table.contains_key(&row("a1")));
}

#[test]
fn a_row_waits_for_what_it_rests_on() {
    let (lan, mut minh) = two();
    minh.commit(vec![(row("a2"), Edit::Insert(fields(&[("name", 2)])))]);
    let mut third = Node::new(3);
    let log = minh.log[&minh.id].clone();
    third.receive(&log, 0, 1).unwrap();
    assert!(third.table.is_empty(), "the regulation is Lan's, and has not come");
    third.pull(&lan);
    assert_eq!(third.table, minh.table);
}

#[test]
fn gaps_forks_and_altered_changes_are_told() {
    let (mut lan, mut minh) = two();
    let mut copy = lan.clone();
    lan.commit(vec![(row("a1"), update("minutes", 30, 20))]);
    lan.commit(vec![(row("a1"), update("minutes", 20, 21))]);
    copy.commit(vec![(row("a1"), update("minutes", 30, 99))]);
    let log = lan.log[&lan.id].clone();
    assert_eq!(minh.receive(&log, 2, 1), Err(Refusal::Gap(2)));
    assert_eq!(minh.receive(&log, 0, 2), Ok(1), "what is known is passed over");
    assert_eq!(minh.receive(&copy.log[&copy.id].clone(), 1, 1), Err(Refusal::Fork(2)), "a copy that went its own way");
    assert_eq!(minh.receive(&log, 0, 3), Ok(1));
    let bodies = vec![log[2].bytes.clone()];
    assert_eq!(minh.admit(lan.id, 3, Hash([7; 32]), bodies.clone()), Err(Refusal::Fork(2)));
    assert_eq!(minh.admit(minh.id, 1, Hash::START, bodies.clone()), Err(Refusal::Malformed), "under another's name");
    let mut altered = bodies;
    altered[0][40] ^= 1;
    assert!(minh.admit(lan.id, 3, log[1].hash, altered).is_err());
}

#[test]
fn what_a_later_version_does_is_handed_on_word_for_word() {
    let (mut lan, mut minh) = two();
    let strange = Op::Unknown { kind: 77, bytes: vec![1, 2, 3] };
    let fields = vec![Wrote { field: "colour".to_owned(), value: Value::Int(5), seen: Vec::new() }];
    let write = Op::Write { row: RowId::new("ship", &["s"]), birth: true, fields };
    let moved = lan.push_own(vec![strange, write]);
    lan.settle(moved);
    minh.pull(&lan);
    let mut third = Node::new(3);
    third.pull(&minh);
    assert_eq!(third.log[&lan.id], lan.log[&lan.id]);
    assert_eq!(third.log[&lan.id][1].change.unknown(), 1);
    assert_eq!(third.shelf, minh.shelf);
}

#[test]
fn only_one_way_of_writing_a_change_is_read() {
    let (lan, _) = two();
    let link = &lan.log[&lan.id][0];
    for cut in 0..link.bytes.len() {
        assert_eq!(Change::read(&link.bytes[..cut]), Err(Malformed));
    }
    let mut longer = link.bytes.clone();
    longer.push(0);
    assert_eq!(Change::read(&longer), Err(Malformed));
    let refused = |with: &dyn Fn(&mut Change)| {
        let mut change = link.change.clone();
        with(&mut change);
        assert_eq!(Change::read(&change.bytes()), Err(Malformed));
    };
    refused(&|change| change.id.number = 0);
    refused(&|change| change.clock = u64::MAX);
    refused(&|change| change.ops.push(change.ops[0].clone()));
    let own = ChangeId { replica: lan.id, number: 1 };
    refused(&|change| change.ops = vec![Op::Delete { row: regulation(), seen: vec![own] }]);
    refused(&|change| change.ops = vec![Op::Write { row: regulation(), birth: true, fields: Vec::new() }]);
}

#[test]
fn a_file_says_what_it_is_and_is_read_whole_or_not_at_all() {
    let (lan, _) = two();
    let link = &lan.log[&lan.id][0];
    let run = Run { replica: lan.id, first: 1, before: Hash::START, bodies: vec![link.bytes.clone()] };
    let bytes = run.bytes();
    assert_eq!(Run::read(&bytes), Ok(run.clone()));
    for at in 0..bytes.len() {
        assert_eq!(Run::read(&bytes[..at]), Err(Damage::Broken));
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        assert!(Run::read(&altered).is_err(), "the byte {at}");
    }
    assert_eq!(Run::read(b"PK\x03\x04 a workbook"), Err(Damage::Foreign));
    let mut newer = bytes;
    newer[16] = 9;
    assert_eq!(Run::read(&newer), Err(Damage::Newer));
    let label = run.label(&link.hash);
    assert_eq!(label.name(), format!("000001-000001-{}.tgc", link.hash.short()));
    assert_eq!(Label::parse(&label.name()), Some(label));
    for name in ["1-1-00.tgc", "000002-000001-0123456789abcdef.tgc", "000001-000001-0123456789abcdef (1).tgc", "đ.tgc"]
    {
        assert_eq!(Label::parse(name), None, "{name}");
    }
}

#[test]
fn a_name_of_a_replica_is_read_as_it_is_written() {
    let id = ReplicaId([0xab; 16]);
    assert_eq!(ReplicaId::parse(&id.to_string()), Some(id));
    assert_eq!(
        (ReplicaId::parse("AB"), ReplicaId::parse(&"AB".repeat(16)), ReplicaId::parse("../..")),
        (None, None, None)
    );
}
