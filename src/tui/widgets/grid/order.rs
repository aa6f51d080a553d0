//! Which rows are seen, in which order, and which columns.

use super::facets::plain;
use super::{Grid, Seen, Shape, Width};
use crate::text::{collate, fold};
use crate::tui::screen::Shared;
use crate::view::Cell;
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What is changed of a list and can be saved under a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::tui) struct GridState {
    /// The keys of the columns seen.
    pub(in crate::tui) columns: Vec<String>,
    /// Keys of the columns by which rows are sorted, the first first; `-` before it: downwards.
    #[serde(default)]
    pub(in crate::tui) sort: Vec<String>,
    /// Widths that were changed, in cells.
    #[serde(default)]
    pub(in crate::tui) widths: BTreeMap<String, u16>,
    /// The values that rows may have, by column.
    #[serde(default)]
    pub(in crate::tui) facets: BTreeMap<String, BTreeSet<String>>,
    /// The words that rows must have.
    #[serde(default)]
    pub(in crate::tui) words: String,
}

impl GridState {
    /// A list as it is before anybody changed it.
    pub(in crate::tui) fn of(shape: &Shape) -> Self {
        Self {
            columns: shape.columns.iter().map(|column| column.key.to_owned()).collect(),
            sort: if shape.sort.is_empty() { Vec::new() } else { vec![shape.sort.to_owned()] },
            ..Self::default()
        }
    }
}

impl Grid {
    /// Finds again which rows are seen, in which order; the cursor stays on its row, or near it.
    pub(in crate::tui) fn arrange(&mut self) {
        let hand = match self.hand() {
            Some(hand) => hand.to_owned(),
            None => self.hand.clone(),
        };
        let words: Vec<String> = self.state.words.split_whitespace().map(fold).collect();
        let facets = self.wanted();
        let fits = |at: &usize| {
            let row = &self.rows[*at];
            words.iter().all(|word| row.folded.contains(word.as_str()))
                && facets.iter().all(|(wanted, columns)| self.has(*at, columns, wanted))
        };
        let mut order: Vec<usize> = (0..self.rows.len()).filter(fits).collect();
        self.sort(&mut order);
        if self.state.sort.is_empty() && !words.is_empty() {
            self.nearest_first(&mut order);
        }
        self.fits = order;
        self.fold_away();
        self.at = self.at.min(self.order.len().saturating_sub(1));
        if !self.go(&hand)
            && let Some(title) = self.title_row(&hand)
        {
            // What is folded away leaves its title in hand.
            self.go_to(title);
        }
    }

    /// What has the very words, marks and order, comes first; of those, what says little else.
    fn nearest_first(&self, order: &mut [usize]) {
        let exact = self.state.words.trim().to_lowercase();
        let phrase = fold(&exact);
        let name = self.shape.columns.iter().find(|column| column.width == Width::Name).map(|column| column.key);
        let Some(name) = name.and_then(|key| self.table.column(key).ok()) else { return };
        order.sort_by_cached_key(|at| {
            let text = plain(&self.table.rows[*at][name]).to_lowercase();
            (!text.contains(&exact), !self.rows[*at].folded.contains(&phrase), text.chars().count())
        });
    }

    fn sort(&self, order: &mut [usize]) {
        let keys: Vec<(usize, bool)> = self
            .state
            .sort
            .iter()
            .filter_map(|key| {
                let bare = key.trim_start_matches('-');
                Some((self.table.column(bare).ok()?, key.starts_with('-')))
            })
            .collect();
        if keys.is_empty() {
            return;
        }
        order.sort_by(|a, b| {
            let (a, b) = (&self.table.rows[*a], &self.table.rows[*b]);
            let compared = keys.iter().map(|(at, down)| by_cell(&a[*at], &b[*at], *down));
            compared.into_iter().find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
        });
    }

    /// Sorts by a column; once more turns the order; as a further key behind those there are.
    pub(in crate::tui) fn sort_by(&mut self, key: &str, down: bool, further: bool) {
        let wanted = if down { format!("-{key}") } else { key.to_owned() };
        self.state.sort.retain(|other| other.trim_start_matches('-') != key);
        if !further {
            self.state.sort.clear();
        }
        self.state.sort.push(wanted);
        self.arrange();
    }

    /// Sorts by a column as a click on its head does: downwards numbers first, then the other way.
    pub(in crate::tui) fn click_head(&mut self, column: usize) {
        let Some(key) = self.state.columns.get(column).cloned() else { return };
        self.column = column;
        let down =
            match self.state.sort.first().map(|first| (first.trim_start_matches('-') == key, first.starts_with('-'))) {
                Some((true, down)) => !down,
                _ => self
                    .table
                    .column(&key)
                    .is_ok_and(|at| self.table.rows.iter().any(|row| row[at].as_fraction().is_some())),
            };
        self.sort_by(&key, down, false);
    }

    /// The places of the columns that are seen, in their order.
    pub(in crate::tui) fn columns(&self) -> Vec<usize> {
        self.state.columns.iter().filter_map(|key| self.table.column(key).ok()).collect()
    }

    /// The column in hand.
    pub(in crate::tui) fn column_key(&self) -> Option<String> {
        self.state.columns.get(self.column).cloned()
    }

    /// The title of a column, short where there is a short one.
    pub(in crate::tui) fn title(&self, key: &str, shared: &Shared) -> String {
        match self.seen_as(key).and_then(|seen| seen.title) {
            Some(word) => shared.word(word).to_owned(),
            None => {
                self.table.columns.iter().find(|c| c.key == key).map_or_else(|| key.to_owned(), |c| c.title.clone())
            }
        }
    }

    /// How a column is declared to be seen.
    pub(in crate::tui) fn seen_as(&self, key: &str) -> Option<&'static Seen> {
        self.shape.columns.iter().find(|column| column.key == key)
    }

    /// Shows or hides a column.
    pub(in crate::tui) fn toggle_column(&mut self, key: &str) {
        match self.state.columns.iter().position(|column| column == key) {
            // One column stays.
            Some(at) if self.state.columns.len() > 1 => _ = self.state.columns.remove(at),
            Some(_) => {}
            None => self.state.columns.push(key.to_owned()),
        }
        self.column = self.column.min(self.state.columns.len().saturating_sub(1));
    }

    /// Moves the column in hand.
    pub(in crate::tui) fn move_column(&mut self, right: bool) {
        let to = if right { self.column + 1 } else { self.column.wrapping_sub(1) };
        if to < self.state.columns.len() && self.column < self.state.columns.len() {
            self.state.columns.swap(self.column, to);
            self.column = to;
        }
    }

    /// Makes the column in hand wider or narrower.
    pub(in crate::tui) fn widen(&mut self, by: i16, now: u16) {
        if let Some(key) = self.column_key() {
            self.state.widths.insert(key, now.saturating_add_signed(by).clamp(3, 120));
        }
    }

    /// How it is sorted, for the context row.
    pub(in crate::tui) fn sorted(&self, shared: &Shared) -> String {
        let one = |key: &String| {
            let sign = if key.starts_with('-') { "▼" } else { "▲" };
            format!("{}{sign}", self.title(key.trim_start_matches('-'), shared))
        };
        self.state.sort.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// What is filtered, for the context row; nothing where all is seen.
    pub(in crate::tui) fn filtered(&self, shared: &Shared) -> Option<String> {
        let mut parts: Vec<String> = self.facets_told(shared);
        if !self.state.words.is_empty() {
            parts.push(W::WordsLookedFor.with(shared.lang, &[&self.state.words]));
        }
        (!parts.is_empty()).then(|| format!("{}: {}", shared.word(W::FilterLabel), parts.join(" · ")))
    }
}

fn by_cell(a: &Cell, b: &Cell, down: bool) -> Ordering {
    let empty = |cell: &Cell| matches!(cell, Cell::Empty | Cell::Nothing(_));
    match (empty(a), empty(b)) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        _ => {}
    }
    let order = match (a, b) {
        (Cell::Day(a), Cell::Day(b)) => a.cmp(b),
        (Cell::Flag(a), Cell::Flag(b)) => a.cmp(b),
        (a, b) => match (a.as_fraction(), b.as_fraction()) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => collate::compare(&plain(a), &plain(b)),
        },
    };
    if down { order.reverse() } else { order }
}

impl Grid {
    /// The columns, widths and order as they came.
    pub(in crate::tui) fn as_shipped(&mut self) {
        let (facets, words) = (self.state.facets.clone(), self.state.words.clone());
        self.state = GridState { facets, words, ..GridState::of(self.shape) };
        self.column = 0;
        self.arrange();
    }

    /// Under which name the columns are remembered.
    pub(in crate::tui) fn kept_as(&self) -> String {
        format!("columns:{}", self.shape.name)
    }

    /// What is remembered of it without anybody asking: columns, widths and order, not what is filtered.
    pub(in crate::tui) fn remembered(&self) -> String {
        let state = GridState { facets: BTreeMap::new(), words: String::new(), ..self.state.clone() };
        serde_json::to_string(&state).unwrap_or_default()
    }

    /// A column in a line: the sum and the middle of numbers, how many rows say nothing.
    pub(in crate::tui) fn statistics(&self, key: &str, shared: &Shared) -> String {
        let Ok(at) = self.table.column(key) else { return String::new() };
        let cells: Vec<&Cell> = self.fits.iter().map(|row| &self.table.rows[*row][at]).collect();
        let empty = cells.iter().filter(|cell| matches!(cell, Cell::Empty | Cell::Nothing(_))).count();
        let mut numbers: Vec<_> = cells.iter().filter_map(|cell| cell.as_fraction()).collect();
        numbers.sort();
        let whole = |value: crate::model::Fraction| crate::text::number::whole(value.round(), shared.lang);
        match (self.sum(key), numbers.get(numbers.len() / 2)) {
            (Some(sum), Some(middle)) => W::NumberStatistics.with(shared.lang, &[&whole(sum), &whole(*middle), &empty]),
            _ => W::TextStatistics.with(shared.lang, &[&(cells.len() - empty), &empty]),
        }
    }
}
