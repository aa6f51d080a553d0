//! One instrument in hand: the tree of its provisions, its text, what rests on it, what changes it. All that drawing needs is made
//! here, when the text comes, the window changes or the cursor moves.

use super::laid::{Ink, Inks, Laid, row_of};
use super::marks::marks;
use crate::law::address::{addresses, overlap, unit_at};
use crate::law::name::place::address_of;
use crate::law::{Document, Graph, Outline, Titles, Unit, cite};
use crate::model::procedure::Basis;
use crate::model::{Address, Instrument, InstrumentVersion, Label, Level, Measure};
use crate::store::{Resting, VersionHead, Workspace};
use crate::text::fold;
use crate::text::fold::find_folded;
use crate::words::Result;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashSet};

/// The pane in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::tui) enum Pane {
    #[default]
    Tree,
    Text,
}

/// A provision of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Node {
    /// Which unit it is.
    pub(in crate::tui) unit: usize,
    /// How deep it lies in the tree.
    pub(in crate::tui) depth: usize,
    /// Whether provisions of the tree lie in it.
    pub(in crate::tui) holds: bool,
}

/// The instrument in hand.
#[derive(Debug)]
pub(in crate::tui) struct Reading {
    pub(in crate::tui) instrument: Instrument,
    pub(in crate::tui) heads: Vec<VersionHead>,
    /// The name of the version that is read; nothing where there is no text.
    pub(in crate::tui) version: Option<String>,
    pub(in crate::tui) resting: Vec<Resting>,
    pub(in crate::tui) measures: Vec<Measure>,
    /// The text with its references.
    pub(in crate::tui) laid: Laid,
    pub(in crate::tui) units: Vec<Unit>,
    pub(in crate::tui) addresses: Vec<Address>,
    /// The units that a measure changes.
    pub(in crate::tui) changed: HashSet<usize>,
    tree: Vec<Node>,
    folded: HashSet<usize>,
    /// The provisions of the tree that are not folded away.
    pub(in crate::tui) shown: Vec<Node>,
    /// The unit in hand.
    pub(in crate::tui) selected: usize,
    pub(in crate::tui) pane: Pane,
    /// What was found in the text.
    pub(in crate::tui) hits: Inks,
    graph: Option<Graph>,
}

impl Reading {
    /// Loads an instrument in a version, or in the one that applies; nothing when there is no such instrument.
    pub(in crate::tui) fn load(
        workspace: &Workspace,
        number: &str,
        version: Option<&str>,
        today: Date,
    ) -> Result<Option<Self>> {
        let Some(instrument) = workspace.instrument(number)? else { return Ok(None) };
        let heads = workspace.version_heads(number)?;
        let named = heads.iter().find(|head| Some(head.name.as_str()) == version);
        let text = match named.or_else(|| VersionHead::applying(&heads, today)) {
            Some(head) => workspace.instrument_version(number, &head.name)?,
            None => None,
        };
        let (resting, measures) = (workspace.resting_on(number)?, workspace.measures_on(number)?);
        Ok(Some(Self::of(instrument, heads, text, resting, measures)))
    }

    /// An instrument with the text of a version, if there is one.
    pub(in crate::tui) fn of(
        instrument: Instrument,
        heads: Vec<VersionHead>,
        version: Option<InstrumentVersion>,
        resting: Vec<Resting>,
        measures: Vec<Measure>,
    ) -> Self {
        let (name, text) = version.map_or((None, String::new()), |v| (Some(v.name), v.text));
        let outline = Outline::read(&text);
        let addresses = addresses(&outline);
        let aims = measures.iter().filter_map(|m| address_of(m.provision.as_deref()?));
        let changed = aims.filter_map(|aim| unit_at(&outline, &addresses, &aim)).collect();
        let units = outline.units;
        let begins: HashSet<usize> = units.iter().map(|unit| unit.start).collect();
        let inks =
            marks(&text).into_iter().filter(|m| !begins.contains(&m.start)).map(|m| (m, Ink::Reference)).collect();
        let tree = tree(&units);
        let deep = |node: &&Node| node.holds && units.get(node.unit).is_some_and(|u| !u.level.is_container());
        let folded = tree.iter().filter(deep).map(|node| node.unit).collect();
        let mut reading = Self {
            instrument,
            heads,
            version: name,
            resting,
            measures,
            laid: Laid { text, inks, ..Laid::default() },
            units,
            addresses,
            changed,
            tree,
            folded,
            shown: Vec::new(),
            selected: 0,
            pane: Pane::Tree,
            hits: Inks::new(),
            graph: None,
        };
        reading.show();
        reading
    }

    /// Takes over where the user was in the same instrument, loaded before.
    pub(in crate::tui) fn follow(&mut self, before: &Self) {
        if before.instrument.number != self.instrument.number {
            return;
        }
        self.pane = before.pane;
        let address = before.addresses.get(before.selected);
        if before.version == self.version && before.laid.text == self.laid.text {
            self.folded.clone_from(&before.folded);
            self.selected = before.selected;
            self.hits.clone_from(&before.hits);
        } else if let Some(at) = address.and_then(|a| self.addresses.iter().position(|own| own == a)) {
            self.selected = at;
        }
        self.show();
    }

    /// Lays the text out for a width; the provision in hand stays on top.
    pub(in crate::tui) fn lay_out(&mut self, cells: usize) {
        let fresh = self.laid.rows.is_empty();
        self.laid.lay_out(cells);
        if fresh {
            self.show_selected();
        }
    }

    /// The unit in hand.
    pub(in crate::tui) fn unit(&self) -> Option<&Unit> {
        self.units.get(self.selected)
    }

    /// The address of the provision in hand; nothing for the preamble, the signatures and where there is no text.
    pub(in crate::tui) fn address(&self) -> Option<&Address> {
        self.addresses.get(self.selected).filter(|address| !address.is_whole())
    }

    /// The text of the provision in hand, with all that stands in it.
    pub(in crate::tui) fn provision_text(&self) -> &str {
        let range = self.unit().map_or(0..0, |unit| unit.start..unit.end);
        self.laid.text.get(range).unwrap_or_default().trim()
    }

    /// Where the cursor stands among the provisions shown: on the one in hand, or on what it is folded away in.
    pub(in crate::tui) fn cursor(&self) -> usize {
        let start = self.unit().map_or(0, |unit| unit.start);
        self.shown.partition_point(|node| self.start(node.unit) <= start).saturating_sub(1)
    }

    pub(in crate::tui) fn is_folded(&self, unit: usize) -> bool {
        self.folded.contains(&unit)
    }

    fn start(&self, unit: usize) -> usize {
        self.units.get(unit).map_or(0, |unit| unit.start)
    }

    /// Finds again what is not folded away.
    fn show(&mut self) {
        let mut hidden = 0;
        self.shown.clear();
        for node in &self.tree {
            let Some(unit) = self.units.get(node.unit).filter(|unit| unit.start >= hidden) else { continue };
            self.shown.push(*node);
            if self.folded.contains(&node.unit) {
                hidden = unit.end;
            }
        }
    }

    /// Moves by some lines in the pane in hand.
    pub(in crate::tui) fn step(&mut self, by: isize) {
        match self.pane {
            Pane::Tree => {
                let at = self.cursor().saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
                if let Some(node) = self.shown.get(at) {
                    self.select(node.unit);
                }
            }
            Pane::Text => {
                self.laid.scroll(by);
                let at = self.laid.rows.get(self.laid.top).map_or(0, |row| row.start);
                self.selected = self.at_byte(at);
            }
        }
    }

    /// The provision of the tree in which a byte stands.
    fn at_byte(&self, at: usize) -> usize {
        let node = self.tree.partition_point(|node| self.start(node.unit) <= at);
        let mut found = self.units.partition_point(|unit| unit.start <= at).saturating_sub(1);
        while let Some(unit) = self.units.get(found).filter(|unit| !in_tree(unit.level)) {
            let Some(parent) = unit.parent else { break };
            found = parent;
        }
        // What stands in no provision of the tree goes with the one before it.
        match self.units.get(found) {
            Some(unit) if in_tree(unit.level) => found,
            _ => node.checked_sub(1).and_then(|n| self.tree.get(n)).map_or(0, |node| node.unit),
        }
    }

    /// Takes a unit in hand and brings its text on top.
    pub(in crate::tui) fn select(&mut self, unit: usize) {
        self.selected = unit;
        self.show_selected();
    }

    fn show_selected(&mut self) {
        self.laid.top = row_of(&self.laid.rows, self.start(self.selected));
    }

    /// Brings a byte of the text on top.
    fn show_byte(&mut self, at: usize) {
        self.laid.top = row_of(&self.laid.rows, at);
        self.selected = self.at_byte(at);
    }

    /// Folds what is in hand, or goes up to what holds it.
    pub(in crate::tui) fn fold(&mut self) {
        let Some(node) = self.shown.get(self.cursor()).copied() else { return };
        if node.holds && self.folded.insert(node.unit) {
            self.show();
            return self.select(node.unit);
        }
        let mut above = self.units.get(node.unit).and_then(|unit| unit.parent);
        while let Some(at) = above {
            match self.units.get(at) {
                Some(unit) if in_tree(unit.level) => return self.select(at),
                Some(unit) => above = unit.parent,
                None => return,
            }
        }
    }

    /// Unfolds what is in hand, or goes into it.
    pub(in crate::tui) fn unfold(&mut self) {
        let at = self.cursor();
        let Some(node) = self.shown.get(at).copied().filter(|node| node.holds) else { return };
        if self.folded.remove(&node.unit) {
            self.show();
            self.select(node.unit);
        } else if let Some(next) = self.shown.get(at + 1) {
            self.select(next.unit);
        }
    }

    /// Folds everything, or unfolds everything where nothing can be folded further.
    pub(in crate::tui) fn fold_all(&mut self) {
        let all: HashSet<usize> = self.tree.iter().filter(|node| node.holds).map(|node| node.unit).collect();
        self.folded = if self.folded == all { HashSet::new() } else { all };
        self.show();
    }

    /// Goes to the Điều with a number; `false` when there is none.
    pub(in crate::tui) fn jump(&mut self, number: &str) -> bool {
        let label = Label::new(number.trim().to_lowercase());
        let is = |unit: &Unit| {
            let own = self.laid.text.get(unit.label.clone()).unwrap_or_default();
            unit.level == Level::Article && Label::new(own).same(&label)
        };
        match self.units.iter().position(is) {
            Some(unit) => {
                self.select(unit);
                true
            }
            None => false,
        }
    }

    /// Finds words in the text, with or without marks, and goes to the first place from here on.
    pub(in crate::tui) fn find(&mut self, words: &str) {
        let words = vec![fold(words.trim())];
        self.hits.clear();
        if words.iter().all(String::is_empty) {
            return;
        }
        let mut start = 0;
        for line in self.laid.text.split('\n') {
            if words.iter().all(|word| fold(line).contains(word.as_str())) {
                self.hits.extend(
                    find_folded(line, &words).into_iter().map(|hit| (hit.start + start..hit.end + start, Ink::Hit)),
                );
            }
            start += line.len() + 1;
        }
        let here = self.laid.rows.get(self.laid.top).map_or(0, |row| row.start);
        if let Some((hit, _)) =
            self.hits.iter().find(|(hit, _)| hit.start >= here).or_else(|| self.hits.first()).cloned()
        {
            self.show_byte(hit.start);
        }
    }

    /// Goes to the next or the previous place that was found, round and round.
    pub(in crate::tui) fn next_hit(&mut self, forward: bool) {
        let Some(row) = self.laid.rows.get(self.laid.top).cloned() else { return };
        let found = if forward {
            self.hits.iter().find(|(hit, _)| hit.start >= row.end).or_else(|| self.hits.first())
        } else {
            self.hits.iter().rev().find(|(hit, _)| hit.start < row.start).or_else(|| self.hits.last())
        };
        if let Some((hit, _)) = found.cloned() {
            self.show_byte(hit.start);
        }
    }

    /// The measures that change the provision in hand, what lies in it or what it lies in.
    pub(in crate::tui) fn measures_here(&self) -> Vec<&Measure> {
        let here = self.address();
        let touches = |measure: &&Measure| {
            let aim = measure.provision.as_deref().and_then(address_of);
            matches!((here, aim), (Some(here), Some(aim)) if overlap(here, &aim))
        };
        self.measures.iter().filter(touches).collect()
    }

    /// Whether a procedure rests on the provision in hand, or on the instrument as a whole.
    pub(in crate::tui) fn rests_here(&self, resting: &Resting) -> bool {
        let Some(here) = self.address() else { return true };
        let basis = [Basis {
            id: String::new(),
            number: Some(self.instrument.number.clone()),
            title: String::new(),
            provision: resting.provision.clone(),
            issued: None,
            issuer: None,
        }];
        let procedure = (resting.regulation.as_str(), basis.as_slice());
        !cite::basis::resting([procedure], &self.instrument.number, here).is_empty()
    }

    /// The references inside the instrument. They are read when they are first asked for.
    pub(in crate::tui) fn graph(&mut self, titles: &Titles) -> &Graph {
        let (number, text) = (&self.instrument.number, &self.laid.text);
        self.graph.get_or_insert_with(|| Graph::over(&BTreeMap::from([(number.clone(), Document::read(text))]), titles))
    }

    /// Brings a place of the text on top, the provision in which it stands in hand.
    pub(in crate::tui) fn go_to(&mut self, at: usize) {
        self.pane = Pane::Text;
        self.show_byte(at);
    }
}

/// Whether units of a level stand in the tree.
fn in_tree(level: Level) -> bool {
    !matches!(level, Level::Dash | Level::Quote | Level::Table | Level::Paragraph)
}

fn tree(units: &[Unit]) -> Vec<Node> {
    let mut depths: Vec<usize> = Vec::with_capacity(units.len());
    let mut tree: Vec<Node> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let above = unit.parent.map_or(0, |parent| {
            let own = units.get(parent).is_some_and(|u| in_tree(u.level));
            depths.get(parent).map_or(0, |depth| depth + usize::from(own))
        });
        depths.push(above);
        if in_tree(unit.level) {
            if let Some(last) = tree.last_mut().filter(|last| last.depth < above) {
                last.holds = true;
            }
            tree.push(Node { unit: at, depth: above, holds: false });
        }
    }
    tree
}
