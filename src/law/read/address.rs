//! Finding provisions: the address of each unit of an outline, the unit at an address, the provisions of two versions beside each other.

use super::document::label_of;
use super::outline::{Outline, Unit};
use crate::model::provision::Step;
use crate::model::{Address, Label, Level};
use std::collections::HashMap;

/// The address of every unit of an outline, in its order; a unit that others cannot cite has the address of the one that holds it.
pub fn addresses(outline: &Outline<'_>) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::with_capacity(outline.units.len());
    // How many dashes each unit holds so far: a dash is cited by its count.
    let mut dashes: HashMap<Option<usize>, usize> = HashMap::new();
    for unit in &outline.units {
        let above = unit.parent.and_then(|at| found.get(at)).cloned().unwrap_or_default();
        let label = match unit.level {
            Level::Dash => {
                let count = dashes.entry(unit.parent).or_default();
                *count += 1;
                count.to_string()
            }
            Level::Annex => label_of(outline.label(unit)).to_string(),
            level if level.is_labelled() && !unit.label.is_empty() => outline.label(unit).to_owned(),
            _ => {
                found.push(above);
                continue;
            }
        };
        found.push(above.unit(unit.level, label));
    }
    found
}

/// The unit at an address among the addresses of an outline: the first whose last steps are those of the address, spelt alike or not.
pub fn unit_at(outline: &Outline<'_>, addresses: &[Address], wanted: &Address) -> Option<usize> {
    let last = wanted.last()?;
    let fits = |(at, unit): &(usize, &Unit)| {
        unit.level == last.level && addresses.get(*at).is_some_and(|own| ends_with(own, wanted))
    };
    outline.units.iter().enumerate().find(fits).map(|(at, _)| at)
}

fn ends_with(own: &Address, wanted: &Address) -> bool {
    let same = |(a, b): (&Step, &Step)| a.level == b.level && a.label.same(&b.label);
    own.0.len() >= wanted.0.len() && own.0.iter().rev().zip(wanted.0.iter().rev()).all(same)
}

/// Whether one place lies in the other, or is it.
pub fn overlap(a: &Address, b: &Address) -> bool {
    let same = |(a, b): (&Step, &Step)| a.level == b.level && a.label.same(&b.label);
    a.0.iter().zip(&b.0).all(same)
}

/// A provision in two versions of an instrument: units of the old and of the new outline, by their index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair {
    /// It stands in both.
    Both(usize, usize),
    /// It stands in the old one only.
    Old(usize),
    /// It stands in the new one only.
    New(usize),
}

/// Puts the units of two outlines beside each other, by their addresses, in the order of both; units that others cannot cite go by
/// their count in what holds them. What changed its place stands alone on either side.
pub fn align(old: &Outline<'_>, new: &Outline<'_>) -> Vec<Pair> {
    let (olds, news) = (keys(old), keys(new));
    let place: HashMap<&Key, usize> = news.iter().enumerate().map(|(at, key)| (key, at)).collect();
    let matched: Vec<(usize, usize)> =
        olds.iter().enumerate().filter_map(|(at, key)| Some((at, *place.get(key)?))).collect();
    let mut pairs = Vec::with_capacity(olds.len().max(news.len()));
    let (mut left, mut right) = (0, 0);
    for (at, to) in in_order(&matched) {
        pairs.extend((left..at).map(Pair::Old));
        pairs.extend((right..to).map(Pair::New));
        pairs.push(Pair::Both(at, to));
        (left, right) = (at + 1, to + 1);
    }
    pairs.extend((left..olds.len()).map(Pair::Old));
    pairs.extend((right..news.len()).map(Pair::New));
    pairs
}

/// The longest run of pairs that rises on both sides; the first places rise already.
fn in_order(matched: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Of the runs of each length, the one that ends lowest; each pair knows the one before it in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(matched.len());
    for (n, (_, to)) in matched.iter().enumerate() {
        let length = ends.partition_point(|end| matched.get(*end).is_some_and(|(_, other)| other < to));
        before.push(length.checked_sub(1).and_then(|l| ends.get(l)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = n,
            None => ends.push(n),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(n) = at {
        run.extend(matched.get(n));
        at = before.get(n).copied().flatten();
    }
    run.reverse();
    run
}

/// What a unit is known by: its address, and which of the units with that address it is.
type Key = (Address, Level, usize);

fn keys(outline: &Outline<'_>) -> Vec<Key> {
    let mut seen: HashMap<(Address, Level), usize> = HashMap::new();
    let mut keys = Vec::with_capacity(outline.units.len());
    for (unit, address) in outline.units.iter().zip(addresses(outline)) {
        // II and 2, A and a are one label; keys are compared letter for letter, so the label is folded.
        let address = Address(address.0.into_iter().map(folded).collect());
        let count = seen.entry((address.clone(), unit.level)).or_default();
        *count += 1;
        keys.push((address, unit.level, *count));
    }
    keys
}

fn folded(step: Step) -> Step {
    let label = match step.label.roman().filter(|_| step.level.is_container() || step.level == Level::Annex) {
        Some(number) => Label::new(number.to_string()),
        None => Label::new(step.label.as_str().to_lowercase()),
    };
    Step { label, ..step }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Document;

    const OLD: &str = "BỘ THỬ\nChương I\nCHUNG\nĐiều 1. Một\n1. Khoản một:\na) Điểm a;\nđ) Điểm đ.\n2. Khoản hai.\nĐiều 2. Hai\n- Gạch\n- Gạch hai\nPhụ lục I\nBảng";

    #[test]
    fn a_place_overlaps_with_what_holds_it() {
        let clause = |label: &str| Address::default().child(Level::Article, "5").child(Level::Clause, label);
        let article = clause("2").parent().unwrap();
        assert!(
            overlap(&clause("2"), &article) && overlap(&article, &clause("2")) && !overlap(&clause("2"), &clause("3"))
        );
    }

    #[test]
    fn every_unit_has_the_address_by_which_the_tree_finds_it() {
        let outline = Outline::read(OLD);
        let document = Document::read(OLD);
        let addresses = addresses(&outline);
        let shown: Vec<String> = addresses.iter().map(Address::to_string).collect();
        assert_eq!(
            shown,
            [
                "",
                "Chương I",
                "Điều 1",
                "khoản 1 Điều 1",
                "điểm a khoản 1 Điều 1",
                "điểm đ khoản 1 Điều 1",
                "khoản 2 Điều 1",
                "Điều 2",
                "gạch đầu dòng thứ nhất Điều 2",
                "gạch đầu dòng thứ hai Điều 2",
                "Phụ lục I",
            ]
        );
        for (at, (unit, address)) in outline.units.iter().zip(&addresses).enumerate().skip(1) {
            let found = document.find(address).map(|p| p.text.as_str());
            assert_eq!(found, Some(outline.own_text(unit)), "{address}");
            assert_eq!(unit_at(&outline, &addresses, address), Some(at));
        }
    }

    #[test]
    fn versions_stand_beside_each_other_by_address() {
        let new = OLD.replace("2. Khoản hai.", "1a. Mới.\n2. Khoản hai đổi.").replace("đ) Điểm đ.\n", "");
        let (old, new) = (Outline::read(OLD), Outline::read(&new));
        let label = |outline: &Outline<'_>, at: usize| outline.own_text(&outline.units[at]).trim().to_owned();
        let told: Vec<String> = align(&old, &new)
            .into_iter()
            .filter_map(|pair| match pair {
                Pair::Both(a, b) if label(&old, a) == label(&new, b) => None,
                Pair::Both(a, b) => Some(format!("{} → {}", label(&old, a), label(&new, b))),
                Pair::Old(a) => Some(format!("- {}", label(&old, a))),
                Pair::New(b) => Some(format!("+ {}", label(&new, b))),
            })
            .collect();
        assert_eq!(told, ["- đ) Điểm đ.", "+ 1a. Mới.", "2. Khoản hai. → 2. Khoản hai đổi."]);
    }

    #[test]
    fn what_moved_does_not_pull_the_rest_along() {
        let old = Outline::read("Điều 1. A\nĐiều 2. B\nĐiều 3. C\nPhụ lục I\nx\nPhụ lục II\ny");
        let new = Outline::read("Điều 1. A\nĐiều 2. B\nĐiều 3. C\nPhụ lục II\ny\nPhụ lục I\nx");
        let both = align(&old, &new).into_iter().filter(|p| matches!(p, Pair::Both(..))).count();
        assert_eq!(both, 4);
    }
}
