//! From pairs of nodes to changes: what became of each provision, in the order of the new text.

use super::align::Pairing;
use super::lexicon::Lexicon;
use super::order::keepers;
use super::runs::Effort;
use super::tree::{Tree, same_label};
use super::words::{Piece, Side, Text, between, words_within};
use super::{Change, Kind, Passage};
use crate::model::Level;

/// The changes that a pairing amounts to.
pub(super) fn changes<'d>(
    old: &Tree<'d>,
    new: &Tree<'d>,
    lexicon: &Lexicon<'d>,
    pairing: &Pairing,
    effort: &mut Effort,
) -> Vec<Change<'d>> {
    let mut assembler = Assembler { old, new, lexicon, pairing, effort, moved: vec![false; old.nodes.len()] };
    assembler.find_moved();
    let mut slots: Vec<Vec<Change<'d>>> = Vec::new();
    slots.resize_with(new.nodes.len(), Vec::new);
    let mut put = |at: usize, change: Change<'d>| {
        if let Some(slot) = slots.get_mut(at) {
            slot.push(change);
        }
    };
    let split: Vec<usize> = pairing.splits.values().flatten().copied().collect();
    let merged: Vec<usize> = pairing.merges.values().flatten().copied().collect();
    let (mut is_part_new, mut is_part_old) = (vec![false; new.nodes.len()], vec![false; old.nodes.len()]);
    split.iter().for_each(|at| is_part_new.iter_mut().skip(*at).take(1).for_each(|flag| *flag = true));
    merged.iter().for_each(|at| is_part_old.iter_mut().skip(*at).take(1).for_each(|flag| *flag = true));
    for (at, part) in is_part_new.iter().enumerate().skip(1) {
        match pairing.new.get(at).copied().flatten() {
            _ if *part => {}
            Some(from) => assembler.pair(from, at).into_iter().for_each(|(to, change)| put(to, change)),
            None => assembler.added(at).into_iter().for_each(|change| put(at, change)),
        }
    }
    for (at, after) in assembler.anchors(&is_part_old) {
        assembler.removed(at).into_iter().for_each(|change| put(after, change));
    }
    slots.into_iter().flatten().collect()
}

struct Assembler<'a, 'd> {
    old: &'a Tree<'d>,
    new: &'a Tree<'d>,
    lexicon: &'a Lexicon<'d>,
    pairing: &'a Pairing,
    effort: &'a mut Effort,
    /// Which old nodes stand elsewhere now.
    moved: Vec<bool>,
}

impl<'d> Assembler<'_, 'd> {
    fn to(&self, old: usize) -> Option<usize> {
        self.pairing.old.get(old).copied().flatten()
    }

    /// Finds what went to another provision, became of another level, or changed its order.
    fn find_moved(&mut self) {
        for parent in 0..self.old.nodes.len() {
            let mut levels: [Vec<(usize, usize)>; Level::ALL.len()] = Default::default();
            for kid in self.old.kids(parent) {
                let Some(to) = self.to(*kid) else { continue };
                let level = self.old.level(*kid);
                if self.to(parent) != Some(self.new.scope(to)) || level != self.new.level(to) {
                    self.set_moved(*kid);
                } else if let Some(list) = level.and_then(|l| levels.get_mut(l as usize)) {
                    list.push((*kid, to));
                }
            }
            for list in levels.iter().filter(|l| l.len() > 1) {
                let place = |tree: &Tree<'_>, at: usize| tree.node(at).map_or(0, |n| n.place);
                let places: Vec<(usize, usize)> =
                    list.iter().map(|(o, n)| (place(self.old, *o), place(self.new, *n))).collect();
                for ((kid, _), kept) in list.iter().zip(keepers(&places)) {
                    if !kept {
                        self.set_moved(*kid);
                    }
                }
            }
        }
    }

    fn set_moved(&mut self, old: usize) {
        if let Some(flag) = self.moved.get_mut(old) {
            *flag = true;
        }
    }

    fn is_moved(&self, old: usize) -> bool {
        self.moved.get(old).copied().unwrap_or(false)
    }

    fn place(tree: &Tree<'d>, node: usize) -> Option<Passage<'d>> {
        let provision = tree.provision(node)?;
        Some(Passage { provision, text: &provision.text, node, part: 0 })
    }

    /// The change of a pair, or the changes if it was split or merged, each with the new node at which it stands.
    fn pair(&mut self, from: usize, to: usize) -> Vec<(usize, Change<'d>)> {
        let (Some(old), Some(new)) = (Self::place(self.old, from), Self::place(self.new, to)) else {
            return Vec::new();
        };
        if let Some(others) = self.pairing.splits.get(&from) {
            let mut nodes: Vec<usize> = others.iter().copied().chain([to]).collect();
            nodes.sort_unstable();
            return self.split(old, &nodes);
        }
        if let Some(others) = self.pairing.merges.get(&to) {
            let mut nodes: Vec<usize> = others.iter().copied().chain([from]).collect();
            nodes.sort_unstable();
            return self.merged(&nodes, new).into_iter().map(|change| (to, change)).collect();
        }
        let reworded = !self.lexicon.same(self.old.tokens(from), self.new.tokens(to));
        let kind = if self.is_moved(from) {
            Kind::Moved
        } else if !same_label(old.provision, new.provision) {
            Kind::Renumbered
        } else if reworded {
            Kind::Changed
        } else {
            Kind::Unchanged
        };
        let pieces = if reworded { self.reworded(&old, &new) } else { Vec::new() };
        vec![(to, Change { kind, reworded, old: Some(old), new: Some(new), pieces })]
    }

    /// The pieces of two texts; their marks are compared by themselves, so that no number of a mark runs into the words behind it.
    fn reworded(&mut self, old: &Passage<'d>, new: &Passage<'d>) -> Vec<Piece> {
        let text = |place: &Passage<'d>| (place.text, place.provision.after_mark);
        let ((old_text, old_mark), (new_text, new_mark)) = (text(old), text(new));
        let (Some(a), Some(b)) = (old_text.get(..old_mark), new_text.get(..new_mark)) else {
            return words_within(old_text, new_text, self.effort);
        };
        let mut pieces = words_within(a, b, self.effort);
        let old = Text { text: old_text, from: old_mark, tokens: self.old.tokens(old.node) };
        let new = Text { text: new_text, from: new_mark, tokens: self.new.tokens(new.node) };
        for piece in between(old, new, self.effort) {
            match pieces.last_mut().filter(|last| last.side == piece.side) {
                Some(last) => last.text.push_str(&piece.text),
                None => pieces.push(piece),
            }
        }
        pieces
    }

    fn split(&mut self, old: Passage<'d>, nodes: &[usize]) -> Vec<(usize, Change<'d>)> {
        let places: Vec<Passage<'d>> = nodes.iter().filter_map(|at| Self::place(self.new, *at)).collect();
        let joined: String = places.iter().map(|p| p.text).collect();
        let pieces = words_within(old.text, &joined, self.effort);
        let lengths: Vec<usize> = places.iter().map(|p| p.text.len()).collect();
        let mut from = 0;
        let mut found = Vec::new();
        for (part, (pieces, new)) in cut(pieces, Side::New, &lengths).into_iter().zip(places).enumerate() {
            let end = from + length(&pieces, Side::Old);
            let old = Passage { text: old.text.get(from..end).unwrap_or_default(), part, ..old };
            from = end;
            found
                .push((new.node, Change { kind: Kind::Split, reworded: true, old: Some(old), new: Some(new), pieces }));
        }
        found
    }

    fn merged(&mut self, nodes: &[usize], new: Passage<'d>) -> Vec<Change<'d>> {
        let places: Vec<Passage<'d>> = nodes.iter().filter_map(|at| Self::place(self.old, *at)).collect();
        let joined: String = places.iter().map(|p| p.text).collect();
        let pieces = words_within(&joined, new.text, self.effort);
        let lengths: Vec<usize> = places.iter().map(|p| p.text.len()).collect();
        let mut from = 0;
        let mut found = Vec::new();
        for (part, (pieces, old)) in cut(pieces, Side::Old, &lengths).into_iter().zip(places).enumerate() {
            let end = from + length(&pieces, Side::New);
            let new = Passage { text: new.text.get(from..end).unwrap_or_default(), part, ..new };
            from = end;
            found.push(Change { kind: Kind::Merged, reworded: true, old: Some(old), new: Some(new), pieces });
        }
        found
    }

    fn added(&self, at: usize) -> Option<Change<'d>> {
        let new = Self::place(self.new, at)?;
        Some(Change { kind: Kind::Added, reworded: false, old: None, new: Some(new), pieces: Vec::new() })
    }

    fn removed(&self, at: usize) -> Option<Change<'d>> {
        let old = Self::place(self.old, at)?;
        Some(Change { kind: Kind::Removed, reworded: false, old: Some(old), new: None, pieces: Vec::new() })
    }

    /// Each old node that is gone, with the new node behind which it stood: the last of what went before it in the same provision and stayed.
    fn anchors(&self, is_part: &[bool]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        // For each old node, behind which new node its next child would stand.
        let mut last = vec![0_usize; self.old.nodes.len()];
        for (at, node) in self.old.nodes.iter().enumerate() {
            let before = last.get(node.parent).copied().unwrap_or(0);
            let to = self.to(at);
            let stays = to.filter(|n| {
                let parent = self.new.node(*n).map(|n| n.parent);
                at == 0 || (!self.is_moved(at) && self.to(node.parent).is_some() && self.to(node.parent) == parent)
            });
            if let Some(slot) = last.get_mut(at) {
                *slot = to.unwrap_or(before);
            }
            if at == 0 {
                continue;
            }
            if let (Some(to), Some(slot)) = (stays, last.get_mut(node.parent)) {
                *slot = self.new.node(to).map_or(to, |n| n.end.saturating_sub(1)).max(*slot);
            }
            if to.is_none() && is_part.get(at) == Some(&false) {
                found.push((at, before));
            }
        }
        found
    }
}

/// How many bytes the pieces have on a side.
fn length(pieces: &[Piece], side: Side) -> usize {
    pieces.iter().filter(|p| p.side == side || p.side == Side::Both).map(|p| p.text.len()).sum()
}

/// Cuts pieces where one side reaches the given lengths, each counted from the one before. What stands on the other side at a cut goes
/// before it.
fn cut(pieces: Vec<Piece>, side: Side, lengths: &[usize]) -> Vec<Vec<Piece>> {
    let mut parts: Vec<Vec<Piece>> = Vec::with_capacity(lengths.len());
    let mut part = Vec::new();
    let mut lengths = lengths.iter().copied();
    let mut room = lengths.next().unwrap_or(usize::MAX);
    for mut piece in pieces {
        if piece.side != side && piece.side != Side::Both {
            part.push(piece);
            continue;
        }
        while piece.text.len() > room || (room == 0 && !piece.text.is_empty()) {
            let rest = piece.text.split_off(room);
            if !piece.text.is_empty() {
                part.push(Piece { side: piece.side, text: std::mem::replace(&mut piece.text, rest) });
            } else {
                piece.text = rest;
            }
            parts.push(std::mem::take(&mut part));
            room = lengths.next().unwrap_or(usize::MAX);
        }
        room -= piece.text.len();
        part.push(piece);
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(side: Side, text: &str) -> Piece {
        Piece { side, text: text.to_owned() }
    }

    #[test]
    fn pieces_are_cut_where_a_side_ends() {
        let pieces =
            vec![piece(Side::Both, "abc"), piece(Side::Old, "x"), piece(Side::New, "de"), piece(Side::Both, "f")];
        let parts = cut(pieces.clone(), Side::New, &[4, 2]);
        let expected = [
            vec![piece(Side::Both, "abc"), piece(Side::Old, "x"), piece(Side::New, "d")],
            vec![piece(Side::New, "e"), piece(Side::Both, "f")],
        ];
        assert_eq!(parts, expected);
        let parts = cut(pieces, Side::Old, &[2, 2, 1]);
        let texts: Vec<usize> = parts.iter().map(|p| length(p, Side::Old)).collect();
        assert_eq!(texts, [2, 2, 1]);
    }
}
