//! Every way in which three replicas can do three things on a row that all of them have, exchange between them or not, and hear of each other in any order.

use super::node::Node;
use super::{NIGHTLY, model};
use crate::hub::core::edit::Edit;
use crate::hub::core::{RowId, Value};

fn named(name: i64) -> Vec<(String, Value)> {
    vec![("name".to_owned(), Value::Int(name)), ("minutes".to_owned(), Value::Int(0))]
}

/// One of eight things, where it can be done.
fn act(node: &mut Node, what: usize, value: i64) {
    let row = RowId::new("activity", &["r", "a1"]);
    let regulation = RowId::new("regulation", &["r"]);
    let there = node.table.contains_key(&row);
    let update = |node: &mut Node, id: &RowId, field: &str, value: i64| {
        if let Some(before) = node.table.get(id).map(|row| row[field].clone()).filter(|b| *b != Value::Int(value)) {
            node.commit(vec![(id.clone(), Edit::Update(vec![(field.to_owned(), before, Value::Int(value))]))]);
        }
    };
    match what {
        0 => update(node, &row, "minutes", value),
        1 => update(node, &row, "minutes", 9),
        2 => update(node, &row, "name", value),
        3 if there => node.commit(vec![(row, Edit::Delete)]),
        4 if !there && node.table.contains_key(&regulation) => node.commit(vec![(row, Edit::Insert(named(1)))]),
        5 if node.table.contains_key(&regulation) => {
            let code = if node.table.contains_key(&RowId::new("activity", &["r", "a2"])) { "a3" } else { "a2" };
            node.commit(vec![(RowId::new("activity", &["r", code]), Edit::Insert(named(value)))]);
        }
        6 => {
            let rows: Vec<RowId> = node.table.keys().filter(|id| id.place == "activity").cloned().collect();
            let mut edits: Vec<(RowId, Edit)> = rows.into_iter().map(|id| (id, Edit::Delete)).collect();
            if node.table.contains_key(&regulation) {
                edits.push((regulation, Edit::Delete));
                node.commit(edits);
            }
        }
        7 => update(node, &regulation, "minutes", value),
        _ => {}
    }
}

fn exchange(nodes: &mut [Node; 3]) {
    let all = nodes.clone();
    for node in nodes.iter_mut() {
        all.iter().for_each(|other| node.pull(other));
    }
}

/// Goes through every so manieth plan; gives to how many tables they lead.
fn run(stride: usize) -> usize {
    let mut first = Node::new(1);
    first.commit(vec![
        (RowId::new("regulation", &["r"]), Edit::Insert(named(0))),
        (RowId::new("activity", &["r", "a1"]), Edit::Insert(named(1))),
    ]);
    let mut start = [first, Node::new(2), Node::new(3)];
    exchange(&mut start);
    // Each of the three hears the other two in either order.
    let orders: [(usize, [usize; 2]); 6] =
        [(0, [1, 2]), (0, [2, 1]), (1, [0, 2]), (1, [2, 0]), (2, [0, 1]), (2, [1, 0])];
    let mut different = std::collections::BTreeSet::new();
    for plan in (0..PLANS).step_by(stride) {
        let mut nodes = start.clone();
        let mut rest = plan;
        for value in 1..=3 {
            let (who, what, after) = (rest % 3, rest / 3 % 8, rest / 24 % 2);
            rest /= 48;
            act(&mut nodes[who], what, value);
            if after == 1 {
                exchange(&mut nodes);
            }
        }
        let mut ends = Vec::new();
        for (at, others) in orders {
            let mut node = nodes[at].clone();
            others.iter().for_each(|other| node.pull(&nodes[*other]));
            ends.push(node);
        }
        let expected = model::table(&ends[0].changes());
        for end in &ends {
            assert_eq!(end.table, expected, "plan {plan}");
            assert_eq!(end.shelf, ends[0].shelf, "plan {plan}");
        }
        different.insert(format!("{expected:?}"));
    }
    different.len()
}

/// Every way: who does what, and whether all exchange after it; after the third thing they do in any case.
const PLANS: usize = (3 * 8 * 2_usize).pow(3) / 2;

#[test]
fn three_replicas_and_three_operations_in_every_order() {
    // By day a stride that has no part in common with the numbers of choices, so that every choice meets every other.
    let tables = run(if NIGHTLY { 1 } else { 23 });
    assert!(tables > 30, "the plans lead to {tables} tables");
}
