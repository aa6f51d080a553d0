//! Two to six replicas, whatever they do and in whatever order it is exchanged: the same rows everywhere, and those that the definitions say.

use super::act::act;
use super::model;
use super::node::Node;
use crate::hub::core::{Link, ReplicaId};
use proptest::prelude::*;

type Step = (u8, u8, (u8, u8, u8), u8);

fn steps() -> impl Strategy<Value = (u8, Vec<Step>, Vec<(u8, u8, u8)>)> {
    let step = (0..8_u8, any::<u8>(), any::<(u8, u8, u8)>(), any::<u8>());
    (2..=6_u8, proptest::collection::vec(step, 1..50), proptest::collection::vec(any::<(u8, u8, u8)>(), 0..200))
}

/// A piece of somebody's log comes in: early, late, again, or only its beginning.
fn deliver(nodes: &mut [Node], to: usize, from: usize, of: usize, (first, count): (u8, u8)) {
    let replica = nodes[of % nodes.len()].id;
    let log: Vec<Link> = nodes[from % nodes.len()].log.get(&replica).cloned().unwrap_or_default();
    let to = to % nodes.len();
    if nodes[to].id == replica || log.is_empty() {
        return;
    }
    let have = nodes[to].log.get(&replica).map_or(0, Vec::len);
    // From before its end, so that known changes come again, or behind it, which is a gap.
    let first = (have + 1).saturating_sub(usize::from(first % 4)).min(log.len() - 1);
    let taken = nodes[to].receive(&log, first, 1 + usize::from(count % 4));
    assert_eq!(taken.is_err(), first > have, "a gap is refused, and nothing else: {taken:?}");
}

fn check(node: &Node) {
    assert_eq!(node.table, model::table(&node.changes()), "replica {:?}", node.id);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_replicas_come_to_the_same_rows((count, steps, late) in steps()) {
        let mut nodes: Vec<Node> = (1..=count).map(Node::new).collect();
        for (kind, who, what, more) in steps {
            let at = usize::from(who) % nodes.len();
            match kind {
                0..=5 => act(&mut nodes[at], what),
                6 => deliver(&mut nodes, at, usize::from(what.0), usize::from(what.1), (what.2, more)),
                _ => {
                    let other = nodes[usize::from(what.0) % nodes.len()].clone();
                    nodes[at].pull(&other);
                }
            }
            check(&nodes[at]);
        }
        for (to, from, of) in late {
            deliver(&mut nodes, usize::from(to), usize::from(from), usize::from(of), (2, from));
        }
        let all: Vec<Node> = nodes.clone();
        for (at, node) in nodes.iter_mut().enumerate() {
            // Each hears the others in another order.
            for turn in 0..all.len() {
                node.pull(&all[(turn + at) % all.len()]);
            }
            check(node);
        }
        let first = &nodes[0];
        for node in &nodes[1..] {
            prop_assert_eq!(&node.table, &first.table);
            prop_assert_eq!(&node.shelf, &first.shelf, "the same bytes");
        }
        let log = |node: &Node| -> Vec<(ReplicaId, usize)> { node.log.iter().filter(|(_, l)| !l.is_empty()).map(|(r, l)| (*r, l.len())).collect() };
        for node in &nodes[1..] {
            prop_assert_eq!(log(node), log(first));
        }
    }
}
