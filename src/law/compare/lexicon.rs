//! The words of two instruments, each read once and known by a number: what is compared afterwards are numbers.

use super::words::{is_word, next_token};
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::collections::HashMap;
use unicode_normalization::char::{compose, decompose_canonical};

/// A word, number or run of a punctuation mark in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it begins, in bytes.
    start: u32,
    /// Where it ends.
    end: u32,
    /// The same for the same word.
    pub id: u32,
}

impl Token {
    /// Where it begins, in bytes.
    pub fn start(&self) -> usize {
        self.start as usize
    }

    /// Where it ends.
    pub fn end(&self) -> usize {
        self.end as usize
    }
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// The word in small letters as a number.
    folded: u32,
    /// The number of the word with its tone in one place (`uỷ` as `ủy`); of punctuation none.
    loose: Option<u32>,
}

/// The different words that were read.
#[derive(Debug, Default)]
pub(super) struct Lexicon<'t> {
    ids: HashMap<&'t str, u32, RandomState>,
    words: Vec<Word>,
    loose: HashMap<String, u32, RandomState>,
}

impl<'t> Lexicon<'t> {
    /// Reads the tokens of a text from a place on, and adds them to those read before.
    pub fn read(&mut self, text: &'t str, from: usize, tokens: &mut Vec<Token>) {
        let mut at = from;
        while let Some((range, next)) = next_token(text, at) {
            // There are many tokens, so their places are small. What stands behind 4 GB is not parted into words.
            let (Ok(start), Ok(end)) = (u32::try_from(range.start), u32::try_from(range.end)) else { break };
            let word = text.get(range).unwrap_or_default();
            tokens.push(Token { start, end, id: self.id(word) });
            at = next;
        }
    }

    fn id(&mut self, word: &'t str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let loose = word.starts_with(is_word).then(|| {
            let toned = one_tone(word);
            match self.loose.get(toned.as_ref()) {
                Some(id) => *id,
                None => {
                    let id = u32::try_from(self.loose.len()).unwrap_or(u32::MAX);
                    self.loose.insert(toned.into_owned(), id);
                    id
                }
            }
        });
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.ids.insert(word, id);
        self.words.push(Word { folded: folded(word), loose });
        id
    }

    /// The words of tokens in small letters as numbers; punctuation is left out.
    pub fn folded<'k>(&'k self, tokens: &'k [Token]) -> impl Iterator<Item = u32> + 'k {
        tokens.iter().filter_map(|t| self.words.get(t.id as usize).filter(|w| w.loose.is_some()).map(|w| w.folded))
    }

    /// What tokens say as one number, and how many words that is. Loosely, punctuation does not count, nor where a tone is put.
    pub fn sum(&self, tokens: &[Token], loose: bool) -> (u64, usize) {
        if loose { sum(self.loosely(tokens)) } else { sum(tokens.iter().map(|t| t.id)) }
    }

    /// Whether tokens say the same; `loose` as in [`Self::sum`].
    pub fn same(&self, old: &[Token], new: &[Token], loose: bool) -> bool {
        if loose {
            return self.loosely(old).eq(self.loosely(new));
        }
        old.len() == new.len() && old.iter().zip(new).all(|(a, b)| a.id == b.id)
    }

    fn loosely<'k>(&'k self, tokens: &'k [Token]) -> impl Iterator<Item = u32> + 'k {
        tokens.iter().filter_map(|t| self.words.get(t.id as usize)?.loose)
    }
}

/// Numbers in their order as one number.
fn sum(numbers: impl Iterator<Item = u32>) -> (u64, usize) {
    let mut count = 0;
    let sum = numbers.fold(0x243f_6a88_85a3_08d3_u64, |sum, number| {
        count += 1;
        spread(sum ^ u64::from(number))
    });
    (sum, count)
}

/// A number spread over all bits.
pub(super) fn spread(number: u64) -> u64 {
    let product = u128::from(number ^ 0x1319_8a2e_0370_7344) * 0x9e37_79b9_7f4a_7c15_u128;
    (product as u64) ^ ((product >> 64) as u64)
}

/// A word in small letters as a number.
fn folded(word: &str) -> u32 {
    let mut number = 0x811c_9dc5_u32;
    let mut add = |c: char| number = (number ^ u32::from(c)).wrapping_mul(0x0100_0193);
    for c in word.chars() {
        if c.is_ascii() { add(c.to_ascii_lowercase()) } else { c.to_lowercase().for_each(&mut add) }
    }
    number
}

/// A syllable that ends in `oa`, `oe` or `uy` with its tone on the first of the two: `hoà` as `hòa`, `uỷ` as `ủy`.
fn one_tone(word: &str) -> Cow<'_, str> {
    let moved = || {
        let mut chars = word.chars().rev();
        let (last, first) = (chars.next()?, chars.next()?);
        let (mut letter, mut tone, mut marks) = (None, None, 0);
        decompose_canonical(last, |c| {
            if letter.is_none() {
                letter = Some(c);
            } else {
                tone = Some(c);
                marks += 1;
            }
        });
        let (letter, tone) = (letter?, tone.filter(|_| marks == 1)?);
        let is_tone = matches!(tone, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let pair = match first {
            'o' | 'O' => matches!(letter, 'a' | 'e' | 'A' | 'E'),
            'u' | 'U' => matches!(letter, 'y' | 'Y'),
            _ => false,
        };
        let toned = compose(first, tone).filter(|_| is_tone && pair)?;
        let mut out: String = chars.rev().collect();
        out.extend([toned, letter]);
        Some(out)
    };
    if word.is_ascii() { Cow::Borrowed(word) } else { moved().map_or(Cow::Borrowed(word), Cow::Owned) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_without_regard_to_form() {
        for (old, new, strictly, loosely) in [
            ("một  hai\n", "một hai", true, true),
            ("Ủy ban, thuỷ lợi", "Uỷ ban thủy lợi", false, true),
            ("“hoà giải”", "\"hòa giải\"", false, true),
            ("hoàn thành", "hòan thành", false, false),
            ("quý", "qúy", false, true),
            ("một hai", "một ba", false, false),
            ("một.", "Một.", false, false),
        ] {
            let mut lexicon = Lexicon::default();
            let (mut a, mut b) = (Vec::new(), Vec::new());
            lexicon.read(old, 0, &mut a);
            lexicon.read(new, 0, &mut b);
            let same = [false, true].map(|loose| lexicon.same(&a, &b, loose));
            assert_eq!(same, [strictly, loosely], "{old} / {new}");
            let sums = [false, true].map(|loose| lexicon.sum(&a, loose) == lexicon.sum(&b, loose));
            assert_eq!(sums, same, "{old} / {new}");
        }
    }
}
