//! The one fold for all search.

use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds text for search: decomposed, marks dropped, `đ` → `d`, lower case. "Đăng ký" and "dang ky" fold to the same.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if let Some(letter) = LETTERS.get(c) {
            out.push(letter);
        } else {
            decomposed(c, &mut out);
        }
    }
    out
}

/// What a character folds to. Decomposing puts marks in order too, but all of them are dropped; so each character folds by itself.
fn decomposed(c: char, out: &mut String) {
    for c in std::iter::once(c).nfd() {
        match c {
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            c if is_combining_mark(c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The letters that Latin letters with marks fold to, worked out once: texts of the law consist of them.
struct Letters(Vec<Option<char>>);

/// The blocks of such letters: Latin-1 to Latin Extended-B, and Latin Extended Additional with the letters that have two marks.
const BLOCKS: [(u32, u32); 2] = [(0xC0, 0x1FF), (0x1E00, 0x1EFF)];

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let all = BLOCKS.iter().flat_map(|(from, to)| *from..=*to).map(char::from_u32);
    let folded = all.map(|c| {
        let mut out = String::new();
        decomposed(c?, &mut out);
        let mut letters = out.chars();
        letters.next().filter(|_| letters.next().is_none())
    });
    Letters(folded.collect())
});

impl Letters {
    /// The one letter that a character folds to; nothing where it folds to several, to none, or lies in no block.
    fn get(&self, c: char) -> Option<char> {
        let mut first = 0;
        for (from, to) in BLOCKS {
            if (from..=to).contains(&u32::from(c)) {
                return *self.0.get((first + u32::from(c) - from) as usize)?;
            }
            first += to - from + 1;
        }
        None
    }
}

/// Where the words of a query stand in a text: byte ranges of the original, found on the fold, in order and without overlap.
pub fn find_folded(text: &str, words: &[String]) -> Vec<std::ops::Range<usize>> {
    let mut folded = String::with_capacity(text.len());
    let mut origin = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let piece = fold(c.encode_utf8(&mut [0; 4]));
        for _ in 0..piece.len() {
            origin.push((at, at + c.len_utf8()));
        }
        folded.push_str(&piece);
    }
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for word in words.iter().filter(|w| !w.is_empty()) {
        for (at, hit) in folded.match_indices(word.as_str()) {
            found.push(origin[at].0..origin[at + hit.len() - 1].1);
        }
    }
    found.sort_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
    found.dedup_by(|next, kept| next.start < kept.end);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_stroke_fold() {
        assert_eq!(fold("Đăng ký khai sinh"), "dang ky khai sinh");
        assert_eq!(fold("QUYẾT ĐỊNH ấề ự ƯƠ"), "quyet dinh ae u uo");
        assert_eq!(fold("thu\u{309} tu\u{323}c"), fold("thủ tục"));
    }

    #[test]
    fn every_character_folds_as_its_decomposition_does() {
        let slow = |text: &str| {
            let letters = text.nfd().filter(|c| !is_combining_mark(*c));
            let letters = letters.map(|c| if matches!(c, 'đ' | 'Đ' | 'ð' | 'Ð') { 'd' } else { c });
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        for c in '\0'..=char::MAX {
            // Among others, and before marks that are put in another order.
            let text = format!("ả{c}\u{323}\u{302}Đ");
            assert_eq!(fold(&text), slow(&text), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn words_are_found_on_the_original() {
        let text = "Thủ tục Đăng ký";
        let found = find_folded(text, &["dang".into(), "thu".into()]);
        let words: Vec<&str> = found.into_iter().map(|r| &text[r]).collect();
        assert_eq!(words, ["Thủ", "Đăng"]);
    }
}
