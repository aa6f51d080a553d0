//! The words of two instruments, each read once and known by a number: what is compared afterwards are numbers.

use super::tokens::{is_word, next_token};
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
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
    /// The word in small letters as a number; of punctuation none.
    folded: Option<u32>,
    /// The number of the word with its tone in one place (`uỷ` as `ủy`), where the lexicon reads loosely; of punctuation none.
    loose: Option<u32>,
}

/// The different words that were read.
#[derive(Debug, Default)]
pub(super) struct Lexicon<'t> {
    /// Whether punctuation does not count, nor where a tone is put.
    loosely: bool,
    /// The words that fit into a number ([`packed`]): nearly all. They are found without a look at the text.
    short: HashMap<u128, u32, RandomState>,
    long: HashMap<&'t str, u32, RandomState>,
    words: Vec<Word>,
    loose: HashMap<String, u32, RandomState>,
}

impl<'t> Lexicon<'t> {
    /// No words yet; `loosely` if neither punctuation shall count nor where a tone is put.
    pub fn new(loosely: bool) -> Self {
        Self { loosely, ..Self::default() }
    }

    /// Reads the tokens of a text from a place on, and adds them to those read before.
    pub fn read(&mut self, text: &'t str, from: usize, tokens: &mut Vec<Token>) {
        let mut at = from;
        while let Some((range, next)) = next_token(text, at) {
            // There are many tokens, so their places are small. What stands behind 4 GB is not parted into words.
            let (Ok(start), Ok(end)) = (u32::try_from(range.start), u32::try_from(range.end)) else { break };
            tokens.push(Token { start, end, id: self.id(text, range) });
            at = next;
        }
    }

    fn id(&mut self, text: &'t str, range: Range<usize>) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let packed = packed(text.as_bytes(), &range);
        let word = || text.get(range.clone()).unwrap_or_default();
        let known = match packed {
            Some(number) => self.short.get(&number),
            None => self.long.get(word()),
        };
        if let Some(id) = known {
            return *id;
        }
        match packed {
            Some(number) => self.short.insert(number, next),
            None => self.long.insert(word(), next),
        };
        let is_word = word().starts_with(is_word);
        let loose = (is_word && self.loosely).then(|| self.loose_id(word()));
        self.words.push(Word { folded: is_word.then(|| folded(word())), loose });
        next
    }

    fn loose_id(&mut self, word: &str) -> u32 {
        let toned = one_tone(word);
        if let Some(id) = self.loose.get(toned.as_ref()) {
            return *id;
        }
        let id = u32::try_from(self.loose.len()).unwrap_or(u32::MAX);
        self.loose.insert(toned.into_owned(), id);
        id
    }

    /// The words of tokens in small letters as numbers; punctuation is left out.
    pub fn folded<'k>(&'k self, tokens: &'k [Token]) -> impl Iterator<Item = u32> + 'k {
        tokens.iter().filter_map(|t| self.words.get(t.id as usize)?.folded)
    }

    /// What tokens say as one number, and how many words that is.
    pub fn sum(&self, tokens: &[Token]) -> (u64, usize) {
        if self.loosely { sum(self.loose(tokens)) } else { sum(tokens.iter().map(|t| t.id)) }
    }

    /// Whether tokens say the same.
    pub fn same(&self, old: &[Token], new: &[Token]) -> bool {
        if self.loosely {
            return self.loose(old).eq(self.loose(new));
        }
        old.len() == new.len() && old.iter().zip(new).all(|(a, b)| a.id == b.id)
    }

    fn loose<'k>(&'k self, tokens: &'k [Token]) -> impl Iterator<Item = u32> + 'k {
        tokens.iter().filter_map(|t| self.words.get(t.id as usize)?.loose)
    }
}

/// A word of up to 15 bytes as a number: its bytes, and how many they are.
fn packed(text: &[u8], word: &Range<usize>) -> Option<u128> {
    const WIDTH: usize = 16;
    let len = word.len();
    if len >= WIDTH {
        return None;
    }
    // Sixteen bytes are taken at once, and what stands behind the word is cut off; so near to the end of the text that is not possible.
    let bytes = match text.get(word.start..).and_then(|rest| rest.first_chunk::<WIDTH>()) {
        Some(bytes) => u128::from_le_bytes(*bytes) & ((1 << (8 * len)) - 1),
        None => text.get(word.clone())?.iter().rev().fold(0, |number, byte| number << 8 | u128::from(*byte)),
    };
    Some(bytes | (len as u128) << 120)
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
            for (loosely, expected) in [(false, strictly), (true, loosely)] {
                let mut lexicon = Lexicon::new(loosely);
                let (mut a, mut b) = (Vec::new(), Vec::new());
                lexicon.read(old, 0, &mut a);
                lexicon.read(new, 0, &mut b);
                assert_eq!(lexicon.same(&a, &b), expected, "{old} / {new}");
                assert_eq!(lexicon.sum(&a) == lexicon.sum(&b), expected, "{old} / {new}");
            }
        }
    }

    #[test]
    fn words_of_every_length_are_told_apart_wherever_they_stand() {
        let words: Vec<String> = (1..40).flat_map(|n| ["a".repeat(n), format!("{}b", "a".repeat(n))]).collect();
        let mut lexicon = Lexicon::default();
        let text = words.join(" ");
        let mut tokens = Vec::new();
        lexicon.read(&text, 0, &mut tokens);
        let ids: HashMap<u32, &String> = tokens.iter().map(|t| t.id).zip(&words).collect();
        assert_eq!(ids.len(), words.len());
        for word in &words {
            let mut alone = Vec::new();
            lexicon.read(word, 0, &mut alone);
            assert_eq!(alone.first().and_then(|t| ids.get(&t.id)), Some(&word));
        }
    }
}
