//! Groups of rows that are folded to their titles: where the value of a column stands as a title before the rows that share it.

use super::Grid;
use super::facets::plain;
use crate::text::Lang;
use std::collections::BTreeSet;

impl Grid {
    /// Has the value of a column stand as a title before the rows that share it, as long as nobody sorts them another way.
    pub(in crate::tui) fn grouped_by(&mut self, column: &'static str) {
        self.group = Some(column);
        self.arrange();
    }

    /// The column of the groups, while rows stand in them.
    fn group_column(&self) -> Option<usize> {
        let column = self.group.filter(|_| self.state.sort.is_empty())?;
        self.table.column(column).ok()
    }

    /// The group of a row, where it can be folded: words that are looked for are seen wherever they stand.
    fn group_of(&self, row: usize) -> Option<String> {
        let column = self.group_column().filter(|_| self.state.words.is_empty())?;
        Some(plain(&self.table.rows[row][column]))
    }

    /// Whether rows stand in groups that can be folded.
    pub(in crate::tui) fn folds(&self) -> bool {
        self.group_column().is_some() && self.state.words.is_empty()
    }

    /// Whether the group of a row is folded to its title.
    pub(super) fn is_folded(&self, row: usize) -> bool {
        !self.folded.is_empty() && self.group_of(row).is_some_and(|group| self.folded.contains(&group))
    }

    /// Leaves of a folded group its first row, on which the title is in hand.
    pub(super) fn fold_away(&mut self) {
        let mut last: Option<String> = None;
        let mut order = Vec::with_capacity(self.fits.len());
        for row in &self.fits {
            let group = if self.is_folded(*row) { self.group_of(*row) } else { None };
            if group.is_none() || group != last {
                order.push(*row);
            }
            last = group;
        }
        self.order = order;
    }

    /// The first row of the group in which a row is folded away.
    pub(super) fn title_row(&self, key: &str) -> Option<usize> {
        let row = *self.by_key.get(key)?;
        let group = self.group_of(row).filter(|_| self.is_folded(row))?;
        self.order.iter().position(|row| self.group_of(*row).as_ref() == Some(&group))
    }

    fn group_in_hand(&self) -> Option<String> {
        self.group_of(*self.order.get(self.at)?)
    }

    /// Whether the row in hand is the title of a folded group.
    pub(super) fn folded_in_hand(&self) -> bool {
        self.order.get(self.at).is_some_and(|row| self.is_folded(*row))
    }

    /// The keys of the group in hand, where it is folded.
    pub(super) fn held_in_fold(&self) -> Vec<String> {
        let Some(group) = self.group_in_hand().filter(|_| self.folded_in_hand()) else { return Vec::new() };
        let of = |row: &&usize| self.group_of(**row).as_ref() == Some(&group);
        self.fits.iter().filter(of).map(|row| self.rows[*row].key.clone()).collect()
    }

    /// Folds the group in hand; whether there was one to fold.
    pub(super) fn fold(&mut self) -> bool {
        let Some(group) = self.group_in_hand() else { return false };
        let new = self.folded.insert(group);
        if new {
            self.arrange();
        }
        new
    }

    /// Unfolds the group in hand; whether it was folded.
    pub(super) fn unfold(&mut self) -> bool {
        let Some(group) = self.group_in_hand() else { return false };
        let was = self.folded.remove(&group);
        if was {
            self.arrange();
        }
        was
    }

    /// Folds or unfolds the group of the row at a place.
    pub(in crate::tui) fn turn_group(&mut self, at: usize) {
        self.go_to(at);
        if !self.unfold() {
            self.fold();
        }
    }

    /// Folds all groups, or unfolds them where all are folded.
    pub(super) fn fold_all(&mut self) {
        let all: BTreeSet<String> = self.fits.iter().filter_map(|row| self.group_of(*row)).collect();
        self.folded = if all.is_subset(&self.folded) { BTreeSet::new() } else { all };
        self.arrange();
    }

    /// The title before a row, by its place in the order; nothing where the row before it has the same.
    pub(super) fn title_before(&self, at: usize, first: bool, lang: Lang) -> Option<String> {
        let row = *self.order.get(at)?;
        if let Some(title) = self.groups.get(&self.rows[row].key) {
            return Some(title.clone());
        }
        let column = self.group_column()?;
        let cell = &self.table.rows[row][column];
        let before = at.checked_sub(1).filter(|_| !first).map(|at| &self.table.rows[self.order[at]][column]);
        (before != Some(cell)).then(|| cell.shown(lang))
    }
}
