//! How alike two provisions are, and which could be alike at all: pairs of neighbouring words, and an index of the rare ones, so that nothing
//! is compared with everything.

use super::runs::Effort;
use super::tree::{Tree, syllables};
use std::collections::HashMap;

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
    /// Of one text.
    pub fn of_text(text: &str) -> Self {
        Self::of_texts(std::iter::once(text), usize::MAX)
    }

    /// Of a provision with all that stands in it; the words read are steps of the effort.
    pub fn of_node(tree: &Tree<'_>, at: usize, effort: &mut Effort) -> Self {
        let size = tree.node(at).map_or(0, |n| n.size);
        if !effort.take(size as u64) {
            return Self::default();
        }
        let texts = tree.range(at).filter_map(|n| tree.provision(n)).map(|p| p.words());
        Self::of_texts(texts, KEPT)
    }

    fn of_texts<'t>(texts: impl Iterator<Item = &'t str>, kept: usize) -> Self {
        let mut pairs = Vec::new();
        let mut before = 0;
        for word in texts.flat_map(syllables) {
            let this = number(word);
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
    places: HashMap<u32, Vec<usize>>,
}

impl Index {
    /// An index over sketches; places are their order.
    pub fn new<'s>(sketches: impl Iterator<Item = &'s Sketch>) -> Self {
        let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, sketch) in sketches.enumerate() {
            for pair in &sketch.pairs {
                let list = places.entry(*pair).or_default();
                if list.len() <= COMMON {
                    list.push(at);
                }
            }
        }
        places.retain(|_, list| list.len() <= COMMON);
        Self { places }
    }

    /// The few that share most rare pairs with a sketch, in their order.
    pub fn near(&self, sketch: &Sketch, effort: &mut Effort) -> Vec<usize> {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for list in sketch.pairs.iter().filter_map(|pair| self.places.get(pair)) {
            if !effort.take(list.len() as u64) {
                return Vec::new();
            }
            for at in list {
                *counts.entry(*at).or_default() += 1;
            }
        }
        let mut found: Vec<(usize, usize)> = counts.into_iter().collect();
        found.sort_unstable_by_key(|(at, count)| (std::cmp::Reverse(*count), *at));
        found.truncate(LOOKED_AT);
        found.into_iter().map(|(at, _)| at).collect()
    }
}

/// A word in small letters as a number.
fn number(word: &str) -> u32 {
    let mut number = 0x811c_9dc5_u32;
    let mut add = |c: char| number = (number ^ u32::from(c)).wrapping_mul(0x0100_0193);
    for c in word.chars() {
        if c.is_ascii() { add(c.to_ascii_lowercase()) } else { c.to_lowercase().for_each(&mut add) }
    }
    number
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

    #[test]
    fn likeness_counts_shared_pairs_of_words() {
        let sketch = |text: &str| Sketch::of_text(text);
        assert_eq!(sketch("một hai ba").likeness(&sketch("MỘT, hai; ba.")), SAME);
        // Of four pairs each (^một, một hai, hai ba, ba$), two are shared: ^một and một hai.
        assert_eq!(sketch("một hai ba").likeness(&sketch("một hai bốn")), 500);
        assert_eq!(sketch("một hai").likeness(&sketch("ba bốn")), 0);
        assert_eq!(sketch("").likeness(&sketch("")), 0);
    }

    #[test]
    fn what_is_alike_is_found_by_its_rare_words() {
        let sketches: Vec<Sketch> =
            (0..60).map(|n| Sketch::of_text(&format!("cơ quan có trách nhiệm báo cáo nội dung w{n} x{n}"))).collect();
        let index = Index::new(sketches.iter());
        let mut effort = Effort::default();
        let found = index.near(&Sketch::of_text("báo cáo w41 x41"), &mut effort);
        assert_eq!(found, [41]);
    }

    #[test]
    fn a_sample_of_a_long_text_tells_how_alike_it_is() {
        let text = |from: usize| (from..from + 8000).map(|n| format!("w{n} ")).collect::<String>();
        let sampled = |text: &str| Sketch::of_texts(std::iter::once(text), KEPT);
        // Of 8.000 pairs, about 6.000 are shared.
        let likeness = sampled(&text(0)).likeness(&sampled(&text(2000)));
        assert!((650..850).contains(&likeness), "{likeness}");
    }
}
