//! What officers do: an action out of a few numbers, on whatever the data file holds.

use super::node::{Fields, Node};
use crate::hub::core::edit::{self, Edit};
use crate::hub::core::row::{PRESENCE, Row};
use crate::hub::core::{RowId, Value};

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn number(value: u8) -> Value {
    Value::Int(i64::from(value))
}

fn fields(of: &[(&str, Value)]) -> Vec<(String, Value)> {
    of.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

/// The next free code of a numbered table, as the program gives it.
fn next(node: &Node, place: &str, parent: &[&str], letter: char) -> String {
    let used = node.table.keys().filter(|id| id.place == place && id.parent() == parent);
    let numbers = used.filter_map(|id| id.key.last()?.strip_prefix(letter)?.parse::<u64>().ok());
    format!("{letter}{}", numbers.max().unwrap_or(0) + 1)
}

fn owned_by<'n>(node: &'n Node, owner: &RowId) -> Vec<&'n RowId> {
    let rests = |id: &RowId, row: &Fields| {
        id != owner
            && match (id.place.as_str(), owner.place.as_str()) {
                ("half" | "paper" | "activity", "regulation") | ("step", "measure") => id.key[0] == owner.key[0],
                ("measure", "regulation") => row.get("regulation") == Some(&text(&owner.key[0])),
                ("measure" | "step", "kind") => row.get("kind") == Some(&text(&owner.key[0])),
                _ => false,
            }
    };
    node.table.iter().filter(|(id, row)| rests(id, row)).map(|(id, _)| id).collect()
}

/// A row with all that rests on it, what rests on others first.
fn with_owned(node: &Node, id: &RowId) -> Vec<RowId> {
    let mut all: Vec<RowId> = Vec::new();
    for row in owned_by(node, id).into_iter().flat_map(|owned| with_owned(node, owned)).chain([id.clone()]) {
        if !all.contains(&row) {
            all.push(row);
        }
    }
    all
}

/// Does something: which kind, on which row, with which value.
pub fn act(node: &mut Node, (kind, row, value): (u8, u8, u8)) {
    let pick = |node: &Node, of: &dyn Fn(&RowId) -> bool| -> Option<RowId> {
        let rows: Vec<&RowId> = node.table.keys().filter(|id| of(id)).collect();
        rows.get(usize::from(row) % rows.len().max(1)).map(|id| (*id).clone())
    };
    let regulation = pick(node, &|id| id.place == "regulation");
    match kind % 12 {
        0 | 1 => {
            let code = format!("r{}", value % 3);
            if !node.table.contains_key(&RowId::new("regulation", &[&code])) {
                let name = fields(&[("name", text("n")), ("field", number(value / 128))]);
                let mut edits = vec![(RowId::new("regulation", &[&code]), Edit::Insert(name))];
                if row.is_multiple_of(2) {
                    edits.push((RowId::new("half", &[&code]), Edit::Insert(fields(&[("address", number(value))]))));
                }
                node.commit(edits);
            }
        }
        2 | 3 => {
            let Some(regulation) = regulation else { return };
            let code = next(node, "activity", &[&regulation.key[0]], 'a');
            let paper = pick(node, &|id| id.place == "paper" && id.key[0] == regulation.key[0]);
            let mut made =
                fields(&[("name", number(value % 3)), ("minutes", number(value)), ("position", number(row))]);
            made.extend(paper.map(|paper| ("paper".to_owned(), text(&paper.key[1]))));
            node.commit(vec![(RowId::new("activity", &[&regulation.key[0], &code]), Edit::Insert(made))]);
        }
        4 => {
            let Some(regulation) = regulation else { return };
            let code = next(node, "paper", &[&regulation.key[0]], 'c');
            let made = fields(&[("name", number(value % 3))]);
            node.commit(vec![(RowId::new("paper", &[&regulation.key[0], &code]), Edit::Insert(made))]);
        }
        5 => {
            let Some(regulation) = regulation else { return };
            let code = next(node, "measure", &[], 'm');
            let [kind, other] = [format!("k{}", value % 2), format!("k{}", row % 2)];
            let (of, why) = (text(&regulation.key[0]), fields(&[("why", number(value % 3))]));
            let made = fields(&[("name", number(value % 3)), ("regulation", of), ("kind", text(&kind))]);
            let step = fields(&[("status", text("proposed")), ("kind", text(&other))]);
            let mut edits = vec![
                (RowId::new("measure", &[&code]), Edit::Insert(made)),
                (RowId::new("step", &[&code, "1"]), Edit::Insert(step)),
            ];
            let kinds = [kind, other].map(|kind| RowId::new("kind", &[&kind]));
            for id in kinds.into_iter().collect::<std::collections::BTreeSet<_>>() {
                if !node.table.contains_key(&id) {
                    edits.push((id, Edit::Insert(why.clone())));
                }
            }
            node.commit(edits);
        }
        6 => {
            let Some(measure) = pick(node, &|id| id.place == "measure") else { return };
            let step = RowId::new("step", &[&measure.key[0], "2"]);
            if !node.table.contains_key(&step) {
                node.commit(vec![(step, Edit::Insert(fields(&[("status", number(value % 3))])))]);
            }
        }
        7..=9 => {
            let Some(id) = pick(node, &|_| true) else { return };
            let held = &node.table[&id];
            let names: Vec<&String> =
                held.keys().filter(|name| !matches!(name.as_str(), "regulation" | "paper" | "kind")).collect();
            let Some(name) = names.get(usize::from(value) % names.len().max(1)).map(|name| (*name).clone()) else {
                return;
            };
            let (before, after) = (held[&name].clone(), number(value % 5));
            if before != after {
                node.commit(vec![(id, Edit::Update(vec![(name, before, after)]))]);
            }
        }
        10 => {
            let Some(id) = pick(node, &|id| id.place != "half") else { return };
            let all = with_owned(node, &id);
            node.commit(all.into_iter().map(|id| (id, Edit::Delete)).collect());
        }
        _ => decide(node, row, value),
    }
}

/// Decides on the first conflict there is.
fn decide(node: &mut Node, row: u8, value: u8) {
    let contested = |(id, row): (&RowId, &Row)| {
        let field = row.contested(|field| field == "position").first().map(|field| (*field).to_owned());
        let deleted = row.is_deleted() && row.stands(|field| field == "position");
        field.or_else(|| deleted.then(|| PRESENCE.to_owned())).map(|field| (id.clone(), field))
    };
    let all: Vec<(RowId, String)> = node.shelf.rows.iter().filter_map(contested).collect();
    let Some((id, field)) = all.get(usize::from(row) % all.len().max(1)).cloned() else { return };
    let state = node.shelf.rows[&id].clone();
    let op = if field == PRESENCE {
        edit::decide_presence(&id, &state, value.is_multiple_of(2))
    } else {
        let held = &state.fields[&field].held;
        edit::decide(&id, &state, vec![(field.clone(), held[usize::from(value) % held.len()].value.clone())])
    };
    let moved = node.push_own(vec![op]);
    node.settle(moved);
}
