//! What a comparison shows: one row a provision that changed, what is new or gone as a whole in one row, in the order of the text.

use super::{Change, Comparison, Kind, Piece, Side};
use crate::law::Provision;
use crate::model::{Address, Level};
use std::borrow::Cow;

crate::words::named! {
    /// How a comparison is laid out.
    View {
        /// The old text of each row above the new one.
        Unified = "unified",
        /// The old text beside the new one.
        Side = "side",
        /// One text, with what went and what came inside it.
        Words = "words",
        /// The comparison table (bảng so sánh): number, current, proposed, explanation.
        Table = "table",
    }
}

/// One of the two sides of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot<'c> {
    /// Where.
    pub address: Address,
    /// The heading of the Điều that holds it, without its label; empty if there is none.
    pub heading: &'c str,
    /// The text with its label, without line ends around it; of a provision that is new or gone with all that stands in it.
    pub text: Cow<'c, str>,
}

/// A row of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'c> {
    /// What became of the provision.
    pub kind: Kind,
    /// Whether its words differ.
    pub reworded: bool,
    /// The level of the provision.
    pub level: Level,
    /// Where it stood.
    pub old: Option<Spot<'c>>,
    /// Where it stands.
    pub new: Option<Spot<'c>>,
    /// What went, what came, what stayed.
    pub pieces: Cow<'c, [Piece]>,
    /// Whether it is the first row of what it tells: of the parts of one provision only one counts.
    first: bool,
}

impl Row<'_> {
    /// The pieces of one side; blanks are none that went or came.
    pub fn side(&self, side: Side) -> Vec<Piece> {
        let on_side = self.pieces.iter().filter(|p| p.side == side || p.side == Side::Both);
        let plain = |p: &Piece| Piece { side: if p.is_edit() { side } else { Side::Both }, text: p.text.clone() };
        on_side.map(plain).collect()
    }

    /// Whether the words of the row are to be read: they differ, or are new or gone.
    pub fn tells_words(&self) -> bool {
        self.reworded || matches!(self.kind, Kind::Added | Kind::Removed)
    }
}

/// The rows of a comparison, without those where nothing changed unless `all` of them are wanted.
pub fn rows<'c>(comparison: &'c Comparison<'_>, all: bool) -> Vec<Row<'c>> {
    let changes = &comparison.changes;
    let mut rows = Vec::new();
    let mut at = 0;
    while let Some(change) = changes.get(at) {
        let taken = together(comparison, at);
        let group = changes.get(at..at + taken).unwrap_or_default();
        if all || change.kind != Kind::Unchanged {
            rows.push(row(comparison, change, group));
        }
        at += taken;
    }
    rows
}

/// How many rows tell of each kind, unchanged provisions left out.
pub fn counts(rows: &[Row<'_>]) -> Vec<(Kind, usize)> {
    let of = |kind: Kind| (kind, rows.iter().filter(|r| r.kind == kind && r.first).count());
    Kind::ALL.iter().filter(|k| **k != Kind::Unchanged).map(|k| of(*k)).filter(|(_, count)| *count > 0).collect()
}

/// How many changes make one row: a provision that is new or gone, with all in it that is so too. A container stands alone.
fn together(comparison: &Comparison<'_>, at: usize) -> usize {
    let Some(first) = comparison.changes.get(at) else { return 1 };
    let side = |change: &Change<'_>| match change.kind {
        Kind::Added => change.new.map(|place| (&comparison.new, place.node)),
        Kind::Removed => change.old.map(|place| (&comparison.old, place.node)),
        _ => None,
    };
    let Some((tree, node)) = side(first) else { return 1 };
    let range = tree.range(node);
    let rest = comparison.changes.get(at + 1..).unwrap_or_default();
    let within = |change: &&Change<'_>| {
        change.kind == first.kind && side(change).is_some_and(|(_, inner)| range.contains(&inner))
    };
    1 + rest.iter().take_while(within).count()
}

fn row<'c>(comparison: &'c Comparison<'_>, change: &'c Change<'_>, group: &'c [Change<'_>]) -> Row<'c> {
    let text = |pick: fn(&'c Change<'_>) -> Option<&'c str>| -> Cow<'c, str> {
        let mut texts = group.iter().filter_map(pick);
        match (group.len(), texts.next()) {
            (1, Some(text)) => Cow::Borrowed(text.trim()),
            (_, first) => {
                let whole: String = first.into_iter().chain(texts).collect();
                Cow::Owned(whole.trim().to_owned())
            }
        }
    };
    let old = change.old.map(|place| Spot {
        address: comparison.old.address(place.node),
        heading: heading(&comparison.old, place.node),
        text: text(|c| c.old.map(|p| p.text)),
    });
    let new = change.new.map(|place| Spot {
        address: comparison.new.address(place.node),
        heading: heading(&comparison.new, place.node),
        text: text(|c| c.new.map(|p| p.text)),
    });
    let whole = |side: Side, spot: &Option<Spot<'_>>| -> Cow<'c, [Piece]> {
        let text = spot.as_ref().map(|s| s.text.clone().into_owned()).unwrap_or_default();
        Cow::Owned(vec![Piece { side, text }])
    };
    let pieces = match change.kind {
        _ if change.reworded => Cow::Borrowed(change.pieces.as_slice()),
        Kind::Added => whole(Side::New, &new),
        Kind::Removed => whole(Side::Old, &old),
        _ => whole(Side::Both, &new),
    };
    let first = match change.kind {
        Kind::Split => change.old.is_none_or(|p| p.part == 0),
        Kind::Merged => change.new.is_none_or(|p| p.part == 0),
        _ => true,
    };
    Row { kind: change.kind, reworded: change.reworded, level: change.level(), old, new, pieces, first }
}

/// The heading of the Điều in which a node stands, without its label.
fn heading<'c>(tree: &super::Tree<'c>, node: usize) -> &'c str {
    let mut at = node;
    while at != super::tree::ROOT {
        if let Some(article) = tree.provision(at).filter(|p| p.level == Level::Article) {
            return Provision::words(article).lines().next().unwrap_or_default().trim();
        }
        at = tree.scope(at);
    }
    ""
}
