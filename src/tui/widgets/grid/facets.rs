//! Choosing rows by the values of columns: several values of one facet are "or", facets are "and"; a count tells how many rows a value would
//! leave under the other conditions.

use super::Grid;
use crate::text::collate;
use crate::tui::screen::Shared;
use crate::view::Cell;
use crate::words::screen::ScreenWord as W;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Between a value and one below it.
const BELOW: char = '\u{1}';

/// A facet with its values.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Facet {
    /// Its name in the shape: `agency>field`.
    pub(in crate::tui) name: &'static str,
    /// For people.
    pub(in crate::tui) title: String,
    pub(in crate::tui) values: Vec<Value>,
}

/// A value of a facet.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Value {
    /// The value, with that above it before it.
    pub(in crate::tui) key: String,
    /// For people.
    pub(in crate::tui) shown: String,
    /// How many rows have it under the other conditions.
    pub(in crate::tui) count: usize,
    /// Whether it stands below another.
    pub(in crate::tui) below: bool,
}

impl Grid {
    /// What rows must have: the values, and the columns that hold them.
    pub(super) fn wanted(&self) -> Vec<(&BTreeSet<String>, Vec<usize>)> {
        let of = |(name, values): (&'_ String, &'_ BTreeSet<String>)| (!values.is_empty()).then(|| self.places(name));
        self.state
            .facets
            .iter()
            .filter_map(|(name, values)| Some((values, of((name, values))?)))
            .filter(|(_, places)| !places.is_empty())
            .collect()
    }

    fn places(&self, name: &str) -> Vec<usize> {
        name.split('>').filter_map(|key| self.table.column(key).ok()).collect()
    }

    /// Whether a row has one of the values, or one below it.
    pub(super) fn has(&self, row: usize, columns: &[usize], wanted: &BTreeSet<String>) -> bool {
        let mut value = String::new();
        for (depth, column) in columns.iter().enumerate() {
            if depth > 0 {
                value.push(BELOW);
            }
            value.push_str(&plain(&self.table.rows[row][*column]));
            if wanted.contains(&value) {
                return true;
            }
        }
        false
    }

    /// The facets with their values and counts.
    pub(in crate::tui) fn facets(&self, shared: &Shared) -> Vec<Facet> {
        let words: Vec<String> = self.state.words.split_whitespace().map(crate::text::fold).collect();
        let all = self.wanted();
        let facet = |name: &&'static str| {
            let columns = self.places(name);
            let others: Vec<_> =
                all.iter().filter(|(_, places)| *places != columns).map(|(values, places)| (*values, places)).collect();
            let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
            for (at, row) in self.rows.iter().enumerate() {
                let fits = words.iter().all(|word| row.folded.contains(word.as_str()))
                    && others.iter().all(|(values, places)| self.has(at, places, values));
                let mut value = String::new();
                for (depth, column) in columns.iter().enumerate() {
                    if depth > 0 {
                        value.push(BELOW);
                    }
                    value.push_str(&plain(&self.table.rows[at][*column]));
                    let count = counts.entry(value.clone()).or_insert((at, 0));
                    count.1 += usize::from(fits);
                }
            }
            let mut values: Vec<Value> = counts
                .into_iter()
                .map(|(key, (row, count))| {
                    let below = key.contains(BELOW);
                    let shown = self.value_shown(&columns, &key, row, shared);
                    Value { key, shown, count, below }
                })
                .collect();
            in_tree(&mut values);
            Facet { name, title: self.facet_title(name, shared), values }
        };
        self.shape.facets.iter().filter(|name| !self.places(name).is_empty()).map(facet).collect()
    }

    fn facet_title(&self, name: &str, shared: &Shared) -> String {
        name.split('>').map(|key| self.title_whole(key, shared)).collect::<Vec<_>>().join(" › ")
    }

    fn title_whole(&self, key: &str, shared: &Shared) -> String {
        match self.table.columns.iter().find(|column| column.key == key) {
            Some(column) => column.title.clone(),
            None => self.title(key, shared),
        }
    }

    /// A value as people read it.
    fn value_shown(&self, columns: &[usize], key: &str, row: usize, shared: &Shared) -> String {
        let depth = key.matches(BELOW).count();
        let Some(column) = columns.get(depth) else { return key.to_owned() };
        match &self.table.rows[row][*column] {
            Cell::Empty => shared.word(W::NotStated).to_owned(),
            cell if self.table.columns[*column].key == "agency" => {
                shared.world.agency(&plain(cell), shared.lang).to_owned()
            }
            cell => cell.shown(shared.lang),
        }
    }

    /// The conditions of facets, each in words.
    pub(super) fn facets_told(&self, shared: &Shared) -> Vec<String> {
        let told = |(name, values): (&String, &BTreeSet<String>)| -> Option<String> {
            let columns = self.places(name);
            let one = |value: &String| {
                let row = (0..self.rows.len()).find(|row| self.has(*row, &columns, &BTreeSet::from([value.clone()])));
                row.map_or_else(
                    || value.replace(BELOW, " › "),
                    |row| {
                        let parts: Vec<&str> = value.split(BELOW).collect();
                        (0..parts.len())
                            .map(|depth| {
                                self.value_shown(&columns, &parts[..=depth].join(&BELOW.to_string()), row, shared)
                            })
                            .collect::<Vec<_>>()
                            .join(" › ")
                    },
                )
            };
            (!values.is_empty()).then(|| values.iter().map(one).collect::<Vec<_>>().join(" | "))
        };
        self.state.facets.iter().filter_map(told).collect()
    }

    /// Wants these values of a facet.
    pub(in crate::tui) fn want(&mut self, facets: BTreeMap<String, BTreeSet<String>>) {
        self.state.facets = facets.into_iter().filter(|(_, values)| !values.is_empty()).collect();
        self.arrange();
    }
}

/// Values in the order of a dictionary, what is below another behind it, the most frequent first among agencies.
fn in_tree(values: &mut [Value]) {
    let totals: HashMap<String, usize> = values.iter().filter(|v| !v.below).map(|v| (v.key.clone(), v.count)).collect();
    let above = |value: &Value| value.key.split(BELOW).next().unwrap_or_default().to_owned();
    values.sort_by(|a, b| {
        let (above_a, above_b) = (above(a), above(b));
        let total = |key: &str| std::cmp::Reverse(totals.get(key).copied().unwrap_or_default());
        total(&above_a)
            .cmp(&total(&above_b))
            .then_with(|| collate::compare(&above_a, &above_b))
            .then_with(|| a.below.cmp(&b.below))
            .then_with(|| b.count.cmp(&a.count))
            .then_with(|| collate::compare(&a.shown, &b.shown))
    });
}

/// A cell as a value: codes and stable names themselves.
pub(super) fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Nothing(_) => String::new(),
        Cell::Text(text) | Cell::Coded(text, _) | Cell::Names { vi: text, .. } => text.clone(),
        Cell::Named(name, _) => (*name).to_owned(),
        Cell::Flag(flag) => flag.to_string(),
        cell => cell.shown(crate::text::Lang::Vi),
    }
}
