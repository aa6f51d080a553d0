//! The one table of all screens: an answer of `view` in rows, with columns chosen and ordered, sorted, filtered by facets and by words, with
//! marks; the row in hand is known by its key, so that no reload, sort or neighbour moves the cursor to another thing.

mod draw;
mod facets;
mod folds;
mod order;

pub(in crate::tui) use facets::Facet;
pub(in crate::tui) use order::GridState;

use super::input::{edit, insert};
use crate::model::Fraction;
use crate::text::{Lang, fold};
use crate::tui::command::{Can, id};
use crate::tui::screen::{Effect, Shared};
use crate::tui::status::Sign;
use crate::view::{Cell, Table};
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tui_input::Input;

/// How a list looks before anybody changed it.
#[derive(Debug)]
pub(in crate::tui) struct Shape {
    /// Under which name its columns are remembered.
    pub(in crate::tui) name: &'static str,
    /// The column that tells one row from another.
    pub(in crate::tui) key: &'static str,
    /// The columns that are seen, in their order.
    pub(in crate::tui) columns: &'static [Seen],
    /// The columns by whose values rows can be chosen; two of them joined by `>` make a tree.
    pub(in crate::tui) facets: &'static [&'static str],
    /// The columns in which words are looked for.
    pub(in crate::tui) searched: &'static [&'static str],
    /// The order at the beginning: `-annual_cost_dong`; as the rows come where it is empty.
    pub(in crate::tui) sort: &'static str,
}

/// A column as it is seen.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui) struct Seen {
    pub(in crate::tui) key: &'static str,
    /// Its short title; that of the answer where it has none.
    pub(in crate::tui) title: Option<W>,
    pub(in crate::tui) width: Width,
    /// Which columns go first where there is no room: the highest. Zero stays.
    pub(in crate::tui) drop: u8,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Width {
    /// So many cells, words to the left, numbers to the right.
    Cells(u16),
    /// What is left; a name is cut in its middle, because ends differ.
    Name,
    /// What is left; a text is cut at its end.
    Text,
    /// Money: whole đồng where there is room, else millions of đồng.
    Money,
    /// So many cells, an agency: its code, or its name in a wide window.
    Agency,
}

/// A row.
#[derive(Debug)]
struct Row {
    key: String,
    /// What words are looked for in.
    folded: String,
}

/// A list in hand.
#[derive(Debug)]
pub(in crate::tui) struct Grid {
    shape: &'static Shape,
    table: Table,
    rows: Vec<Row>,
    by_key: HashMap<String, usize>,
    /// The rows that fit what is filtered, in their order.
    fits: Vec<usize>,
    /// Those of them that are seen: not folded away.
    order: Vec<usize>,
    /// The row in hand, as a place in the order.
    at: usize,
    /// The row that was in hand, though nothing is seen now.
    hand: String,
    pub(in crate::tui) state: GridState,
    /// Rows that are marked, by key.
    pub(in crate::tui) marks: BTreeSet<String>,
    /// The column in hand, among those that are seen.
    pub(in crate::tui) column: usize,
    finding: Option<Input>,
    /// The words that were typed last: they come up again, selected.
    old_words: String,
    /// What stands before some rows: the key of the first row of a group, and its title.
    groups: BTreeMap<String, String>,
    /// The column whose value stands as a title before the rows that share it.
    group: Option<&'static str>,
    /// The groups that are folded.
    folded: BTreeSet<String>,
    top: std::cell::Cell<usize>,
    room: std::cell::Cell<usize>,
}

impl Grid {
    /// An empty list.
    pub(in crate::tui) fn new(shape: &'static Shape, shared: &Shared) -> Self {
        let state = shared.kept.read(&format!("columns:{}", shape.name)).unwrap_or_else(|| GridState::of(shape));
        Self {
            shape,
            table: Table::default(),
            rows: Vec::new(),
            by_key: HashMap::new(),
            fits: Vec::new(),
            order: Vec::new(),
            at: 0,
            hand: String::new(),
            state,
            marks: BTreeSet::new(),
            column: 0,
            finding: None,
            old_words: String::new(),
            groups: BTreeMap::new(),
            group: None,
            folded: BTreeSet::new(),
            top: std::cell::Cell::new(0),
            room: std::cell::Cell::new(0),
        }
    }

    /// Takes rows anew; the cursor and marks stay on what they are on.
    pub(in crate::tui) fn take(&mut self, table: Table, shared: &Shared) {
        let key = table.column(self.shape.key).unwrap_or(0);
        let searched: Vec<usize> = self.shape.searched.iter().filter_map(|key| table.column(key).ok()).collect();
        let row = |row: &Vec<Cell>| {
            let words = searched.iter().filter_map(|at| row.get(*at));
            let mut text = String::new();
            for cell in words {
                match cell {
                    Cell::Coded(code, name) => text.push_str(&format!("{code} {name} ")),
                    Cell::Names { vi, en } => text.push_str(&format!("{vi} {} ", en.as_deref().unwrap_or_default())),
                    cell => text.push_str(&(cell.shown(shared.lang) + " ")),
                }
            }
            Row { key: key_of(row.get(key)), folded: fold(&text) }
        };
        self.rows = table.rows.iter().map(row).collect();
        self.by_key = self.rows.iter().enumerate().map(|(at, row)| (row.key.clone(), at)).collect();
        self.table = table;
        self.marks.retain(|key| self.by_key.contains_key(key));
        self.arrange();
    }

    /// Puts other cells in a row.
    pub(in crate::tui) fn renew(&mut self, key: &str, cells: &[(&str, Cell)]) {
        let Some(at) = self.by_key.get(key).copied() else { return };
        for (column, cell) in cells {
            if let Ok(column) = self.table.column(column) {
                self.table.rows[at][column] = cell.clone();
            }
        }
    }

    /// Says before which rows the title of a group stands.
    pub(in crate::tui) fn grouped(&mut self, groups: BTreeMap<String, String>) {
        self.groups = groups;
    }

    /// The answer that is shown.
    pub(in crate::tui) fn table(&self) -> &Table {
        &self.table
    }

    /// How many rows there are, and how many fit what is filtered.
    pub(in crate::tui) fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.fits.len())
    }

    /// Counts as the context row says them: `14/612 · dấu 3`.
    pub(in crate::tui) fn told(&self, shared: &Shared) -> String {
        let whole = |n: usize| crate::text::number::whole(n as i128, shared.lang);
        let (all, seen) = self.counts();
        let mut text = if all == seen { whole(all) } else { format!("{}/{}", whole(seen), whole(all)) };
        if !self.marks.is_empty() {
            text += &format!(" · {}", W::MarkedCount.with(shared.lang, &[&whole(self.marks.len())]));
        }
        text
    }

    /// The key of the row in hand.
    pub(in crate::tui) fn hand(&self) -> Option<&str> {
        Some(self.rows.get(*self.order.get(self.at)?)?.key.as_str())
    }

    /// The row in hand.
    pub(in crate::tui) fn row(&self) -> Option<&[Cell]> {
        self.table.rows.get(*self.order.get(self.at)?).map(Vec::as_slice)
    }

    /// A cell of the row in hand.
    pub(in crate::tui) fn cell(&self, column: &str) -> Option<&Cell> {
        self.row()?.get(self.table.column(column).ok()?)
    }

    /// A cell of a row.
    pub(in crate::tui) fn cell_of(&self, key: &str, column: &str) -> Option<&Cell> {
        self.table.rows.get(*self.by_key.get(key)?)?.get(self.table.column(column).ok()?)
    }

    /// A cell of the row in hand as text.
    pub(in crate::tui) fn text(&self, column: &str, lang: Lang) -> String {
        self.cell(column).map(|cell| cell.shown(lang)).unwrap_or_default()
    }

    /// What the row in hand is called where something is done with it: its code, or what it is about; keys of the program are no words.
    pub(in crate::tui) fn called(&self, lang: Lang) -> String {
        let told = ["code", "about"].map(|column| self.text(column, lang)).into_iter().find(|text| !text.is_empty());
        told.unwrap_or_else(|| self.hand().unwrap_or_default().to_owned())
    }

    /// The place of the row in hand among those seen, from 1; nothing where none is.
    pub(in crate::tui) fn position(&self) -> Option<(usize, usize)> {
        (!self.order.is_empty()).then(|| (self.at + 1, self.order.len()))
    }

    /// Takes the row of a key in hand; whether it is seen.
    pub(in crate::tui) fn go(&mut self, key: &str) -> bool {
        key.clone_into(&mut self.hand);
        let found = self.by_key.get(key).and_then(|row| self.order.iter().position(|at| at == row));
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Takes a row in hand by its place on the screen.
    pub(in crate::tui) fn go_to(&mut self, at: usize) {
        self.at = at.min(self.order.len().saturating_sub(1));
        self.hand = self.hand().unwrap_or_default().to_owned();
    }

    /// The rows that are marked, in the order in which they are seen; the row in hand where none is.
    pub(in crate::tui) fn chosen(&self) -> Vec<String> {
        if self.marks.is_empty() && self.folded_in_hand() {
            return self.held_in_fold();
        }
        if self.marks.is_empty() {
            return self.hand().map(str::to_owned).into_iter().collect();
        }
        let seen = self.fits.iter().map(|at| &self.rows[*at].key).filter(|key| self.marks.contains(*key));
        let mut chosen: Vec<String> = seen.cloned().collect();
        // What the filter hides is marked all the same.
        let hidden = self.marks.iter().filter(|key| !chosen.contains(key)).cloned().collect::<Vec<_>>();
        chosen.extend(hidden);
        chosen
    }

    /// The keys of the rows that fit what is filtered, in their order.
    pub(in crate::tui) fn seen(&self) -> impl Iterator<Item = &str> {
        self.fits.iter().map(|at| self.rows[*at].key.as_str())
    }

    /// The sum of a column over the rows that are seen.
    pub(in crate::tui) fn sum(&self, column: &str) -> Option<Fraction> {
        let at = self.table.column(column).ok()?;
        self.fits
            .iter()
            .filter_map(|row| self.table.rows[*row][at].as_fraction())
            .try_fold(Fraction::ZERO, Fraction::plus)
    }

    /// Whether words are being typed.
    pub(in crate::tui) fn finding(&self) -> Option<&Input> {
        self.finding.as_ref()
    }

    /// Takes a key while words are typed; whether they are.
    pub(in crate::tui) fn key(&mut self, key: KeyEvent) -> bool {
        let Some(mut input) = self.finding.take() else { return false };
        match key.code {
            KeyCode::Esc => {
                self.state.words.clear();
                self.arrange();
                return true;
            }
            KeyCode::Enter => return true,
            KeyCode::Up => self.step(-1),
            KeyCode::Down => self.step(1),
            KeyCode::PageUp => self.step(-(self.page())),
            KeyCode::PageDown => self.step(self.page()),
            KeyCode::F(_) => return false,
            _ => {
                // The words of before are selected: the first letter takes their place.
                if !self.old_words.is_empty() && matches!(key.code, KeyCode::Char(_)) {
                    input.reset();
                }
                self.old_words.clear();
                edit(&mut input, key);
                input.value().clone_into(&mut self.state.words);
                self.arrange();
            }
        }
        self.finding = Some(input);
        true
    }

    /// Takes pasted words.
    pub(in crate::tui) fn paste(&mut self, text: &str) {
        if let Some(input) = &mut self.finding {
            if !std::mem::take(&mut self.old_words).is_empty() {
                input.reset();
            }
            insert(input, text);
            input.value().clone_into(&mut self.state.words);
            self.arrange();
        }
    }

    fn page(&self) -> isize {
        isize::try_from(self.room.get().max(2) - 1).unwrap_or(1)
    }

    fn step(&mut self, by: isize) {
        self.go_to(self.at.saturating_add_signed(by));
    }

    /// Whether it can do something.
    pub(in crate::tui) fn can(&self, what: &str, shared: &Shared) -> Can {
        let any = || Can::when(!self.order.is_empty(), || shared.word(W::NoRowHere).to_owned());
        match what {
            id::UP
            | id::DOWN
            | id::PAGE_UP
            | id::PAGE_DOWN
            | id::FIRST
            | id::LAST
            | id::LEFT
            | id::RIGHT
            | id::FIND
            | id::COLUMNS => Can::Yes,
            id::FOLD_ALL => {
                if self.folds() {
                    Can::Yes
                } else {
                    Can::NotHere
                }
            }
            id::FILTER if self.shape.facets.is_empty() => Can::NotHere,
            id::FILTER => Can::Yes,
            id::MARK | id::MARK_ALL => any(),
            id::COPY | id::EXPORT_ROWS => match any() {
                Can::Yes => Can::With(crate::text::number::whole(self.concerned() as i128, shared.lang)),
                no => no,
            },
            _ => Can::NotHere,
        }
    }

    /// How many rows copying and exporting is about: those marked, or those seen.
    fn concerned(&self) -> usize {
        if self.marks.is_empty() { self.fits.len() } else { self.marks.len() }
    }

    /// What a command is called on the row in hand.
    pub(in crate::tui) fn named(&self, what: &str) -> Option<W> {
        match what {
            id::LEFT if self.column == 0 && self.folds() && !self.folded_in_hand() => Some(W::DoFold),
            id::RIGHT if self.folded_in_hand() => Some(W::DoUnfold),
            _ => None,
        }
    }

    /// Does it; nothing when it is none of its own.
    pub(in crate::tui) fn run(&mut self, what: &str, shared: &Shared) -> Option<Vec<Effect>> {
        match what {
            id::UP => self.step(-1),
            id::DOWN => self.step(1),
            id::PAGE_UP => self.step(-(self.page())),
            id::PAGE_DOWN => self.step(self.page()),
            id::FIRST => self.go_to(0),
            id::LAST => self.go_to(usize::MAX),
            id::FOLD_ALL => self.fold_all(),
            id::LEFT if self.column == 0 => _ = self.fold(),
            id::LEFT => self.column -= 1,
            id::RIGHT if self.unfold() => {}
            id::RIGHT => self.column = (self.column + 1).min(self.state.columns.len().saturating_sub(1)),
            id::FIND => {
                self.old_words.clone_from(&self.state.words);
                self.finding = Some(Input::new(self.state.words.clone()));
            }
            id::BACK if !self.state.words.is_empty() => {
                self.state.words.clear();
                self.arrange();
            }
            id::MARK if self.folded_in_hand() => {
                let all = self.held_in_fold();
                if all.iter().all(|key| self.marks.contains(key)) {
                    all.iter().for_each(|key| _ = self.marks.remove(key));
                } else {
                    self.marks.extend(all);
                }
                self.step(1);
            }
            id::MARK => {
                if let Some(key) = self.hand().map(str::to_owned) {
                    if !self.marks.remove(&key) {
                        self.marks.insert(key);
                    }
                    self.step(1);
                }
            }
            id::MARK_ALL => {
                let all: BTreeSet<String> = self.seen().map(str::to_owned).collect();
                if all.is_subset(&self.marks) {
                    self.marks.retain(|key| !all.contains(key))
                } else {
                    self.marks.extend(all)
                }
            }
            id::COPY => {
                let text = self.copied(shared.lang);
                let rows = if self.marks.is_empty() { 1 } else { self.marks.len() };
                return Some(vec![Effect::Copy(text), Effect::Say(Sign::Done, W::Copied.with(shared.lang, &[&rows]))]);
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// The rows that are chosen, with the heads of the columns seen, between tabs: as a spreadsheet takes them.
    pub(in crate::tui) fn copied(&self, lang: Lang) -> String {
        let columns = self.columns();
        let heads = columns.iter().map(|at| self.table.columns[*at].title.clone()).collect::<Vec<_>>().join("\t");
        let row = |key: &String| -> Option<String> {
            let row = &self.table.rows[*self.by_key.get(key)?];
            Some(columns.iter().map(|at| row[*at].shown(lang).replace('\t', " ")).collect::<Vec<_>>().join("\t"))
        };
        let chosen = self.chosen();
        let rows: Vec<String> = chosen.iter().filter_map(row).collect();
        if rows.len() > 1 { format!("{heads}\n{}\n", rows.join("\n")) } else { rows.join("\n") }
    }

    /// The rows that are seen, or those marked, with the columns that are seen: what is exported.
    pub(in crate::tui) fn exported(&self) -> Table {
        let columns = self.columns();
        let keys: Vec<String> =
            if self.marks.is_empty() { self.seen().map(str::to_owned).collect() } else { self.chosen() };
        let rows = keys.iter().filter_map(|key| self.by_key.get(key)).map(|at| {
            let row = &self.table.rows[*at];
            columns.iter().map(|column| row[*column].clone()).collect()
        });
        let heads = columns.iter().map(|at| self.table.columns[*at].clone()).collect();
        let mut table = Table::new(self.table.kind, heads);
        table.rows = rows.collect();
        table
    }
}

/// The key of a row as text: codes themselves, names as they stand.
fn key_of(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Text(text) | Cell::Coded(text, _)) => text.clone(),
        Some(Cell::Named(name, _)) => (*name).to_owned(),
        Some(Cell::Whole(number)) => number.to_string(),
        Some(cell) => cell.shown(Lang::Vi),
        None => String::new(),
    }
}

/// Money in millions of đồng, whole, for narrow columns.
pub(in crate::tui) fn millions_of(value: Fraction, shared: &Shared) -> String {
    draw::millions(value, shared)
}
