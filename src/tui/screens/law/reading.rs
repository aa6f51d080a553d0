//! One instrument in hand: its versions, the tree of its provisions and its text in step, what rests on it, what changes it, what it cites.

use crate::law::address::{addresses, overlap, unit_at};
use crate::law::name::place::address_of;
use crate::law::{Citation, Document, Graph, Outline, Titles, Unit, cite, references};
use crate::model::instrument::normal_number;
use crate::model::procedure::Basis;
use crate::model::{Address, Instrument, InstrumentVersion, Level, Measure, MeasureStatus};
use crate::store::{Resting, VersionHead, Workspace};
use crate::tui::command::id;
use crate::tui::widgets::pager::{Anchor, Ink, Marked, Pager};
use crate::words::Result;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// The pane in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pane {
    #[default]
    Tree,
    Text,
}

/// A provision of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    /// Which unit it is.
    pub(super) unit: usize,
    /// How deep it lies in the tree.
    pub(super) depth: usize,
    /// Whether provisions of the tree lie in it.
    pub(super) holds: bool,
}

/// The instrument in hand.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) instrument: Instrument,
    pub(super) heads: Vec<VersionHead>,
    /// All versions with their texts, in the order of the heads.
    pub(super) versions: Vec<InstrumentVersion>,
    /// The name of the version that is read; nothing where there is no text.
    pub(super) version: Option<String>,
    pub(super) resting: Vec<Resting>,
    pub(super) measures: Vec<Measure>,
    /// The text with its references.
    pub(super) pager: Pager,
    pub(super) units: Vec<Unit>,
    pub(super) addresses: Vec<Address>,
    /// The units that a measure changes.
    changed: HashSet<usize>,
    tree: Vec<Node>,
    folded: HashSet<usize>,
    /// The provisions of the tree that are not folded away.
    pub(super) shown: Vec<Node>,
    /// The unit in hand.
    pub(super) selected: usize,
    pub(super) pane: Pane,
    graph: OnceCell<Graph>,
}

impl Reading {
    /// Loads an instrument in a version, or in the one that applies on a day; nothing when there is no such instrument.
    pub(super) fn load(workspace: &Workspace, number: &str, version: &str, day: Date) -> Result<Option<Self>> {
        let Some(instrument) = workspace.instrument(number)? else { return Ok(None) };
        let heads = workspace.version_heads(number)?;
        let mut versions = Vec::new();
        for head in &heads {
            versions.extend(workspace.instrument_version(number, &head.name)?);
        }
        let (resting, measures) = (workspace.resting_on(number)?, workspace.measures_on(number)?);
        let named = heads.iter().find(|head| head.name == version);
        let name = named.or_else(|| VersionHead::applying(&heads, day)).map(|head| head.name.clone());
        Ok(Some(Self::of(instrument, heads, versions, name, resting, measures)))
    }

    fn of(
        instrument: Instrument,
        heads: Vec<VersionHead>,
        versions: Vec<InstrumentVersion>,
        version: Option<String>,
        resting: Vec<Resting>,
        measures: Vec<Measure>,
    ) -> Self {
        let text = versions.iter().find(|v| Some(&v.name) == version.as_ref()).map(|v| v.text.clone());
        let text = text.unwrap_or_default();
        let outline = Outline::read(&text);
        let addresses = addresses(&outline);
        let aims = measures.iter().filter(|m| is_open(m)).filter_map(|m| address_of(m.provision.as_deref()?));
        let changed = aims.filter_map(|aim| unit_at(&outline, &addresses, &aim)).collect();
        let units = outline.units;
        let tree = tree(&units);
        let deep = |node: &&Node| node.holds && units.get(node.unit).is_some_and(|u| !u.level.is_container());
        let folded = tree.iter().filter(deep).map(|node| node.unit).collect();
        let pager = Pager::new(marked(text, &units));
        let mut reading = Self {
            instrument,
            heads,
            versions,
            version,
            resting,
            measures,
            pager,
            units,
            addresses,
            changed,
            tree,
            folded,
            shown: Vec::new(),
            selected: 0,
            pane: Pane::Tree,
            graph: OnceCell::new(),
        };
        reading.show();
        reading
    }

    /// Takes over where one was in the same instrument, loaded before.
    pub(super) fn follow(&mut self, mut before: Self) {
        self.pane = before.pane;
        let address = before.addresses.get(before.selected).cloned();
        if before.text() == self.text() {
            self.graph = before.graph;
            let marked = std::mem::take(&mut self.pager.marked);
            self.folded = before.folded;
            self.selected = before.selected;
            before.pager.take(marked);
            self.pager = before.pager;
            self.show();
        } else {
            // In another version what was folded stays folded, and what was open is open.
            let folded = |node: &Node| (before.addresses.get(node.unit), before.folded.contains(&node.unit));
            let known: HashMap<_, _> = before.tree.iter().filter(|node| node.holds).map(folded).collect();
            for node in self.tree.iter().filter(|node| node.holds) {
                match known.get(&self.addresses.get(node.unit)) {
                    Some(true) => _ = self.folded.insert(node.unit),
                    Some(false) => _ = self.folded.remove(&node.unit),
                    None => {}
                }
            }
            self.show();
            if let Some(at) = address.and_then(|a| self.addresses.iter().position(|own| *own == a)) {
                self.select(at);
            }
        }
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.pager.marked.text
    }

    /// The unit in hand.
    pub(super) fn unit(&self) -> Option<&Unit> {
        self.units.get(self.selected)
    }

    /// The address of the provision in hand; nothing for the preamble, the signatures and where there is no text.
    pub(super) fn address(&self) -> Option<&Address> {
        self.addresses.get(self.selected).filter(|address| !address.is_whole())
    }

    /// The text of a unit, with all that stands in it.
    pub(super) fn text_of(&self, unit: usize) -> &str {
        let range = self.units.get(unit).map_or(0..0, |unit| unit.start..unit.end);
        self.text().get(range).unwrap_or_default().trim()
    }

    /// The unit at an address.
    pub(super) fn find(&self, wanted: &Address) -> Option<usize> {
        let outline = Outline { text: self.text(), units: self.units.clone(), warnings: Vec::new() };
        unit_at(&outline, &self.addresses, wanted)
    }

    /// Where the cursor stands among the provisions shown: on the one in hand, or on what it is folded away in.
    pub(super) fn cursor(&self) -> usize {
        let start = self.unit().map_or(0, |unit| unit.start);
        self.shown.partition_point(|node| self.start(node.unit) <= start).saturating_sub(1)
    }

    pub(super) fn is_folded(&self, unit: usize) -> bool {
        self.folded.contains(&unit)
    }

    /// Whether a measure changes a unit, or something in it.
    pub(super) fn is_changed(&self, unit: usize) -> bool {
        let range = self.units.get(unit).map_or(0..0, |unit| unit.start..unit.end);
        self.changed.iter().any(|at| range.contains(&self.start(*at)))
    }

    /// Whether a unit that a measure changes begins in a row of the text.
    pub(super) fn begins_changed(&self, row: &Range<usize>) -> bool {
        self.changed.iter().any(|at| row.contains(&self.start(*at)))
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

    /// Moves by some provisions in the tree.
    pub(super) fn step(&mut self, by: isize) {
        self.select_shown(self.cursor().saturating_add_signed(by).min(self.shown.len().saturating_sub(1)));
    }

    /// Takes a provision in hand by its place among those shown.
    pub(super) fn select_shown(&mut self, at: usize) {
        if let Some(node) = self.shown.get(at) {
            self.select(node.unit);
        }
    }

    /// Moves in the text; at its end, where it scrolls no further, the provision in hand goes on alone.
    pub(super) fn scroll(&mut self, what: &str) {
        let before = self.pager.top_byte();
        self.pager.drop_link();
        self.pager.run(what);
        let now = self.pager.top_byte();
        let node = self.tree.partition_point(|node| self.start(node.unit) <= self.start(self.selected));
        let next = match what {
            _ if now != before => Some(self.at_byte(now)),
            id::DOWN => self.tree.get(node).map(|node| node.unit),
            id::UP => node.checked_sub(2).and_then(|at| self.tree.get(at)).map(|node| node.unit),
            id::LAST => self.tree.last().map(|node| node.unit),
            id::FIRST => self.tree.first().map(|node| node.unit),
            _ => None,
        };
        self.selected = next.unwrap_or(self.selected);
    }

    /// Takes the provision in hand in which the place stands that was found.
    pub(super) fn follow_hit(&mut self) {
        if let Some(at) = self.pager.hit_byte() {
            self.selected = self.at_byte(at);
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
    pub(super) fn select(&mut self, unit: usize) {
        self.selected = unit;
        self.pager.go(self.start(unit));
    }

    /// Takes a unit in hand and opens what it is folded away in.
    pub(super) fn reveal(&mut self, unit: usize) {
        let mut above = self.units.get(unit).and_then(|unit| unit.parent);
        while let Some(at) = above {
            self.folded.remove(&at);
            above = self.units.get(at).and_then(|unit| unit.parent);
        }
        self.show();
        self.select(unit);
    }

    /// Brings a byte of the text on top, the provision in which it stands in hand.
    pub(super) fn go_to(&mut self, at: usize) {
        let unit = self.at_byte(at);
        self.reveal(unit);
        self.pane = Pane::Text;
        self.pager.go(at);
    }

    /// Folds what is in hand, or goes up to what holds it.
    pub(super) fn fold(&mut self) {
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
    pub(super) fn unfold(&mut self) {
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
    pub(super) fn fold_all(&mut self) {
        let all: HashSet<usize> = self.tree.iter().filter(|node| node.holds).map(|node| node.unit).collect();
        self.folded = if self.folded == all { HashSet::new() } else { all };
        self.show();
    }

    /// The open measures that change the provision in hand, what lies in it or what it lies in.
    pub(super) fn measures_here(&self) -> Vec<&Measure> {
        let here = self.address();
        let touches = |measure: &&Measure| {
            let aim = measure.provision.as_deref().and_then(address_of);
            is_open(measure) && matches!((here, aim), (Some(here), Some(aim)) if overlap(here, &aim))
        };
        self.measures.iter().filter(touches).collect()
    }

    /// Whether a procedure rests on the provision in hand, or on the instrument as a whole.
    pub(super) fn rests_here(&self, resting: &Resting) -> bool {
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

    /// The references inside the instrument; read when they are first asked for. `instruments`: numbers and titles by which it names others.
    pub(super) fn graph(&self, instruments: &[(String, String)]) -> &Graph {
        let number = &self.instrument.number;
        self.graph.get_or_init(|| {
            let titles = Titles::new(instruments.iter().map(|(number, title)| (number.as_str(), title.as_str())));
            Graph::over(&BTreeMap::from([(number.clone(), Document::read(self.text()))]), &titles)
        })
    }

    /// Takes the references of other instruments beside its own.
    pub(super) fn widen(&mut self, graph: Graph) {
        self.graph = OnceCell::from(graph);
    }

    /// Whether a reference stands in this instrument.
    pub(super) fn is_own(&self, citation: &Citation) -> bool {
        let number = normal_number(&self.instrument.number);
        citation.source.number.as_ref().is_none_or(|own| *own == number)
    }

    /// What the reference that begins at a byte of the text points at.
    pub(super) fn cited_at(&self, at: usize, instruments: &[(String, String)]) -> Vec<Citation> {
        let graph = self.graph(instruments);
        let mut found: Vec<Citation> =
            graph.citations().iter().filter(|c| self.is_own(c) && c.span.contains(&at)).cloned().collect();
        found.dedup_by(|a, b| a.place == b.place && a.instrument == b.instrument);
        found
    }

    /// The Điều of the text with their headings: what can be jumped to.
    pub(super) fn articles(&self) -> impl Iterator<Item = (usize, String)> {
        let article = |(_, unit): &(usize, &Unit)| unit.level == Level::Article;
        self.units.iter().enumerate().filter(article).map(|(at, unit)| {
            let own = self.text().get(unit.start..unit.own_end).unwrap_or_default();
            (at, own.lines().next().unwrap_or_default().trim().to_owned())
        })
    }
}

/// Whether a measure may still come about: what is in force or was dropped is over.
pub(super) fn is_open(measure: &Measure) -> bool {
    let over = [MeasureStatus::InForce, MeasureStatus::Rejected, MeasureStatus::Withdrawn];
    measure.status().is_none_or(|status| !over.contains(&status))
}

/// The text with its headings and references; a heading is no reference to itself.
fn marked(text: String, units: &[Unit]) -> Marked {
    let heading = |unit: &Unit| match unit.level {
        Level::Article => {
            let own = text.get(unit.start..unit.own_end).unwrap_or_default();
            Some(unit.start..unit.start + own.find('\n').unwrap_or(own.len()))
        }
        level if level.is_container() => Some(unit.start..unit.own_end),
        _ => None,
    };
    let headings: Vec<Range<usize>> = units.iter().filter_map(heading).filter(|range| !range.is_empty()).collect();
    let begins: HashSet<usize> = units.iter().map(|unit| unit.start).collect();
    let outside = |span: &Range<usize>| {
        let at = headings.partition_point(|heading| heading.end <= span.start);
        !begins.contains(&span.start) && headings.get(at).is_none_or(|heading| heading.start >= span.end)
    };
    let spans: Vec<Range<usize>> = references(&text).into_iter().map(|r| r.span).filter(outside).collect();
    let links = spans.iter().map(|span| Anchor { at: span.clone(), name: span.start.to_string() }).collect();
    let mut inks: Vec<(Range<usize>, Ink)> = headings.iter().map(|range| (range.clone(), Ink::Heading)).collect();
    inks.extend(spans.into_iter().map(|span| (span, Ink::Link)));
    inks.sort_by_key(|(range, _)| range.start);
    Marked { inks, links, text, ..Marked::default() }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_open_and_headings_do_not() {
        let text = "Điều 5. Hồ sơ theo Điều 6\n1. Theo điểm a, b khoản 2 Điều 7 của Nghị định số 12/2031/NĐ-CP và khoản 3 Điều này;\n\
                    thông tin, điều kiện";
        let units = Outline::read(text).units;
        let marked = marked(text.to_owned(), &units);
        let found: Vec<&str> = marked.links.iter().map(|link| &text[link.at.clone()]).collect();
        assert_eq!(found, ["điểm a, b khoản 2 Điều 7 của Nghị định số 12/2031/NĐ-CP", "khoản 3 Điều này"]);
        assert!(marked.inks.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start), "inks stand in order");
    }
}
