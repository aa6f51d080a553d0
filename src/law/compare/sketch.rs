//! How alike two provisions are, and which could be alike at all: pairs of neighbouring words, and an index of the rare ones, so that nothing
//! is compared with everything.

use super::lexicon::{Lexicon, Token};
use super::runs::Effort;
use super::tree::Tree;

/// So many pairs of words of a provision are kept; of more, those with the smallest numbers, which is a fair sample.
const KEPT: usize = 512;

/// A pair of words that stands in more provisions than this tells nothing.
const COMMON: usize = 24;

/// So many provisions are looked at for one, those that share most rare pairs with it.
const LOOKED_AT: usize = 6;

/// A likeness of 1 (the same pairs of words), in thousandths.
pub(super) const SAME: u32 = 1000;

/// The pairs of neighbouring words of a provision as numbers, sorted, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct Sketch {
    pairs: Vec<u32>,
    /// Whether some were left out.
    sampled: bool,
}

impl Sketch {
    /// Of all that tokens say.
    pub fn of_tokens(lexicon: &Lexicon<'_>, tokens: &[Token]) -> Self {
        Self::of(lexicon.folded(tokens), tokens.len(), usize::MAX)
    }

    /// Of a provision with all that stands in it; the words read are steps of the effort.
    pub fn of_node(lexicon: &Lexicon<'_>, tree: &Tree<'_>, at: usize, effort: &mut Effort) -> Self {
        let size = tree.node(at).map_or(0, |n| n.size);
        if !effort.take(size as u64) {
            return Self::default();
        }
        let tokens = tree.tokens_of(tree.range(at));
        Self::of(lexicon.folded(tokens), tokens.len(), KEPT)
    }

    fn of(words: impl Iterator<Item = u32>, most: usize, kept: usize) -> Self {
        let mut pairs = Vec::with_capacity(most + 1);
        let mut before = 0;
        for this in words {
            pairs.push(mix(before, this));
            before = this;
        }
        if !pairs.is_empty() {
            pairs.push(mix(before, 0));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let sampled = pairs.len() > kept;
        pairs.truncate(kept);
        Self { pairs, sampled }
    }

    /// Whether nothing was left out.
    pub fn is_whole(&self) -> bool {
        !self.sampled && !self.pairs.is_empty()
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// The largest number up to which nothing is left out.
    fn reach(&self) -> u32 {
        if self.sampled { self.pairs.last().copied().unwrap_or(u32::MAX) } else { u32::MAX }
    }

    /// How alike two are, in thousandths: twice the shared pairs over all pairs (Dice).
    pub fn likeness(&self, other: &Self) -> u32 {
        let reach = self.reach().min(other.reach());
        let within = |pairs: &[u32]| pairs.partition_point(|p| *p <= reach);
        let all = within(&self.pairs) + within(&other.pairs);
        if all == 0 {
            return 0;
        }
        let shared = self.shared(other, reach);
        u32::try_from(2 * shared * SAME as usize / all).unwrap_or(SAME)
    }

    fn shared(&self, other: &Self, reach: u32) -> usize {
        let mut others = other.pairs.iter().peekable();
        let mut shared = 0;
        for pair in self.pairs.iter().take_while(|p| **p <= reach) {
            while others.next_if(|o| *o < pair).is_some() {}
            shared += usize::from(others.next_if_eq(&pair).is_some());
        }
        shared
    }

    /// How much of this one the other holds, in thousandths.
    pub fn held_by(&self, other: &Self) -> u32 {
        if self.pairs.is_empty() {
            return 0;
        }
        u32::try_from(self.shared(other, u32::MAX) * SAME as usize / self.pairs.len()).unwrap_or(SAME)
    }

    /// What this one has and the other has not.
    pub fn without(&self, other: &Self) -> Self {
        let pairs = self.pairs.iter().filter(|p| other.pairs.binary_search(p).is_err()).copied().collect();
        Self { pairs, sampled: self.sampled }
    }
}

/// Sketches by the rare pairs that they hold.
pub(super) struct Index {
    /// The rare pairs with the places of the sketches that hold them, sorted: a pair in the upper half of a number, a place in the lower.
    places: Vec<u64>,
}

impl Index {
    /// An index over sketches; places are their order.
    pub fn new<'s>(sketches: impl Iterator<Item = &'s Sketch>) -> Self {
        let mut places: Vec<u64> = Vec::new();
        for (at, sketch) in sketches.enumerate() {
            places.extend(sketch.pairs.iter().map(|pair| u64::from(*pair) << 32 | (at as u64 & 0xffff_ffff)));
        }
        places.sort_unstable();
        let common = |from: usize| match (places.get(from), places.get(from + COMMON)) {
            (Some(first), Some(last)) => first >> 32 == last >> 32,
            _ => false,
        };
        if (0..places.len()).any(common) {
            let mut rare = Vec::with_capacity(places.len());
            for list in places.chunk_by(|a, b| a >> 32 == b >> 32).filter(|list| list.len() <= COMMON) {
                rare.extend_from_slice(list);
            }
            places = rare;
        }
        Self { places }
    }

    /// The few that share most rare pairs with a sketch, in their order.
    pub fn near(&self, sketch: &Sketch, effort: &mut Effort) -> Vec<usize> {
        let mut hits: Vec<usize> = Vec::new();
        let mut rest = self.places.as_slice();
        for pair in &sketch.pairs {
            // Both are sorted: what lies before one pair is not looked at for the next.
            let skipped = rest.partition_point(|entry| entry >> 32 < u64::from(*pair));
            rest = rest.get(skipped..).unwrap_or_default();
            let count = rest.iter().take_while(|entry| **entry >> 32 == u64::from(*pair)).count();
            if count == 0 {
                continue;
            }
            if !effort.take(count as u64) {
                return Vec::new();
            }
            hits.extend(rest.iter().take(count).map(|entry| (entry & 0xffff_ffff) as usize));
        }
        hits.sort_unstable();
        let mut found: Vec<(usize, usize)> =
            hits.chunk_by(|a, b| a == b).filter_map(|same| Some((*same.first()?, same.len()))).collect();
        found.sort_unstable_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
        found.truncate(LOOKED_AT);
        found.into_iter().map(|(at, _)| at).collect()
    }
}

/// Two words as one number, spread evenly.
fn mix(first: u32, second: u32) -> u32 {
    let mut number = (u64::from(first) << 32 | u64::from(second)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    number ^= number >> 29;
    (number.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, kept: usize) -> Sketch {
        let (mut lexicon, mut tokens) = (Lexicon::default(), Vec::new());
        lexicon.read(text, 0, &mut tokens);
        Sketch::of(lexicon.folded(&tokens), tokens.len(), kept)
    }

    #[test]
    fn likeness_counts_shared_pairs_of_words() {
        let sketch = |text: &str| read(text, usize::MAX);
        assert_eq!(sketch("một hai ba").likeness(&sketch("MỘT, hai; ba.")), SAME);
        // Of four pairs each (^một, một hai, hai ba, ba$), two are shared: ^một and một hai.
        assert_eq!(sketch("một hai ba").likeness(&sketch("một hai bốn")), 500);
        assert_eq!(sketch("một hai").likeness(&sketch("ba bốn")), 0);
        assert_eq!(sketch("").likeness(&sketch("")), 0);
    }

    #[test]
    fn what_is_alike_is_found_by_its_rare_words() {
        let sketches: Vec<Sketch> =
            (0..60).map(|n| read(&format!("cơ quan có trách nhiệm báo cáo nội dung w{n} x{n}"), KEPT)).collect();
        let index = Index::new(sketches.iter());
        let mut effort = Effort::default();
        let found = index.near(&read("báo cáo w41 x41", KEPT), &mut effort);
        assert_eq!(found, [41]);
    }

    #[test]
    fn a_sample_of_a_long_text_tells_how_alike_it_is() {
        let text = |from: usize| (from..from + 8000).map(|n| format!("w{n} ")).collect::<String>();
        let sampled = |text: &str| read(text, KEPT);
        // Of 8.000 pairs, about 6.000 are shared.
        let likeness = sampled(&text(0)).likeness(&sampled(&text(2000)));
        assert!((650..850).contains(&likeness), "{likeness}");
    }
}
