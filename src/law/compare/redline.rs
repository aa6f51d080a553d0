//! A comparison as one text with its changes in it (as word processors track them): the new text with what is gone at the place where it
//! stood, and what moved at both of its places.

use super::order::keepers;
use super::{Comparison, Passage, Piece, Side};
use std::collections::HashMap;

/// A run of a text with its changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The text, and on which side it stands.
    pub piece: Piece,
    /// The number of the move that it is one end of: the old one where it stood, the new one where it stands.
    pub moved: Option<usize>,
}

/// Fewer words that stand elsewhere are gone and new, not moved: as word processors have it, a move of a word or two tells nothing.
const LEAST_MOVED: usize = 3;

impl Comparison<'_> {
    /// One text with its changes: what is on both sides or on the new one is the new text, letter for letter; what is on both sides or on
    /// the old one is the old text. What moved as it was has its number at both places.
    pub fn redline(&self) -> Vec<Stretch> {
        let key = |place: &Passage<'_>| (place.node, place.part);
        let mut new: Vec<usize> = (0..self.changes.len()).filter(|at| self.place(*at, Side::New).is_some()).collect();
        let mut old: Vec<usize> = (0..self.changes.len()).filter(|at| self.place(*at, Side::Old).is_some()).collect();
        new.sort_by_key(|at| self.place(*at, Side::New).map(key));
        old.sort_by_key(|at| self.place(*at, Side::Old).map(key));
        let stands: HashMap<usize, usize> = old.iter().enumerate().map(|(place, at)| (*at, place)).collect();
        let both: Vec<(usize, (usize, usize))> =
            new.iter().enumerate().filter_map(|(to, at)| Some((*at, (to, *stands.get(at)?)))).collect();
        let pairs: Vec<(usize, usize)> = both.iter().map(|(_, pair)| *pair).collect();
        let mut out = Redline { comparison: self, stretches: Vec::new(), moves: HashMap::new() };
        let (mut old_done, mut new_done) = (0, 0);
        let kept = both.iter().zip(keepers(&pairs)).filter(|(_, kept)| *kept).map(|((at, pair), _)| (*at, *pair));
        for (at, (to, from)) in kept.map(|(at, pair)| (Some(at), pair)).chain([(None, (new.len(), old.len()))]) {
            old.get(old_done..from).unwrap_or_default().iter().for_each(|gone| out.one_side(*gone, Side::Old));
            new.get(new_done..to).unwrap_or_default().iter().for_each(|came| out.one_side(*came, Side::New));
            if let Some(at) = at {
                out.both(at);
            }
            (old_done, new_done) = (from + 1, to + 1);
        }
        out.stretches
    }

    fn place(&self, change: usize, side: Side) -> Option<&Passage<'_>> {
        let change = self.changes.get(change)?;
        if side == Side::Old { change.old.as_ref() } else { change.new.as_ref() }
    }
}

struct Redline<'c> {
    comparison: &'c Comparison<'c>,
    stretches: Vec<Stretch>,
    /// The numbers of the changes that moved.
    moves: HashMap<usize, usize>,
}

impl Redline<'_> {
    /// What stands at one place only, or at another one on the other side.
    fn one_side(&mut self, at: usize, side: Side) {
        let (old, new) = (self.comparison.place(at, Side::Old), self.comparison.place(at, Side::New));
        let text = |place: Option<&Passage<'_>>| place.map(|p| p.text.to_owned()).unwrap_or_default();
        let same = matches!((old, new), (Some(old), Some(new)) if old.text.trim() == new.text.trim());
        let piece = Piece { side, text: text(if side == Side::Old { old } else { new }) };
        let is_move = same && piece.text.split_whitespace().count() >= LEAST_MOVED;
        let next = self.moves.len() + 1;
        let moved = is_move.then(|| *self.moves.entry(at).or_insert(next));
        self.stretches.push(Stretch { piece, moved });
    }

    /// What keeps its place.
    fn both(&mut self, at: usize) {
        let Some(change) = self.comparison.changes.get(at) else { return };
        let (Some(old), Some(new)) = (change.old, change.new) else { return };
        let pieces = match () {
            () if old.text == new.text => vec![Piece { side: Side::Both, text: new.text.to_owned() }],
            () if change.reworded && is_exact(&change.pieces, old.text, new.text) => change.pieces.clone(),
            // A label changed, or blanks.
            () => super::words(old.text, new.text),
        };
        self.stretches.extend(pieces.into_iter().map(|piece| Stretch { piece, moved: None }));
    }
}

/// Whether pieces give both texts letter for letter.
fn is_exact(pieces: &[Piece], old: &str, new: &str) -> bool {
    let is = |side: Side, text: &str| {
        let mut rest = text;
        let mut on_side = pieces.iter().filter(|p| p.side == side || p.side == Side::Both);
        on_side.all(|p| rest.strip_prefix(p.text.as_str()).map(|left| rest = left).is_some()) && rest.is_empty()
    };
    is(Side::Old, old) && is(Side::New, new)
}

#[cfg(test)]
mod tests {
    use super::super::{Options, compare};
    use super::*;
    use crate::law::Document;
    use proptest::prelude::*;

    fn side(stretches: &[Stretch], side: Side) -> String {
        let on_side = stretches.iter().filter(|s| s.piece.side == side || s.piece.side == Side::Both);
        on_side.map(|s| s.piece.text.as_str()).collect()
    }

    fn redline(old: &str, new: &str) -> (Vec<Stretch>, String, String) {
        let (old, new) = (Document::read(old), Document::read(new));
        let comparison = compare(&old, &new, Options::default());
        (comparison.redline(), comparison.rejected(), comparison.accepted())
    }

    #[test]
    fn what_moved_stands_at_both_places_under_one_number() {
        let moved = "đ) Bản sao giấy chứng nhận đăng ký doanh nghiệp có chứng thực của cơ quan có thẩm quyền;\n";
        let (head, tail) =
            ("Điều 1. Một\n1. Hồ sơ gồm:\na) Tờ khai;\n", "2. Hồ sơ cấp lại gồm:\na) Đơn đề nghị cấp lại;\n");
        let (old, new) = (format!("{head}{moved}{tail}"), format!("{head}{tail}{moved}"));
        let (stretches, before, after) = redline(&old, &new);
        assert_eq!((side(&stretches, Side::Old), side(&stretches, Side::New)), (before, after));
        let of = |side| stretches.iter().filter(|s| s.piece.side == side).filter_map(|s| s.moved).collect::<Vec<_>>();
        assert!(!of(Side::Old).is_empty(), "{stretches:?}");
        assert_eq!(of(Side::Old), of(Side::New));
    }

    proptest! {
        #[test]
        fn rejected_it_is_the_old_text_and_accepted_the_new_one(
            old in proptest::collection::vec("[12]{1}\\. (một|hai|ba bốn|năm sáu bảy tám)( chín)?;", 0..8),
            new in proptest::collection::vec("[12]{1}\\. (một|hai|ba bốn|năm sáu bảy tám)( mười)?;", 0..8),
            articles in proptest::collection::vec(1_u32..9, 1..4),
        ) {
            let text = |clauses: &[String], back: bool| {
                let mut articles = articles.clone();
                if back { articles.reverse(); }
                articles.iter().enumerate().map(|(at, n)| {
                    let part = clauses.iter().skip(at).step_by(articles.len());
                    format!("Điều {n}. Tên điều {n}\n{}\n", part.cloned().collect::<Vec<_>>().join("\n"))
                }).collect::<String>()
            };
            let (stretches, before, after) = redline(&text(&old, false), &text(&new, true));
            prop_assert_eq!(side(&stretches, Side::Old), before);
            prop_assert_eq!(side(&stretches, Side::New), after);
        }
    }
}
