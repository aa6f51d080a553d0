//! Text as a row of folded words and signs, each knowing where it stood.

use crate::text::fold;

/// A sign that ends a part: a full stop, a semicolon, a line, a bullet.
pub(super) const END: u8 = b';';

/// Folded words and signs, one space between any two and at both ends. Signs are `;` (end of a part), `:`, `,`, `(`, `)`, `/`.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The row.
    pub text: String,
    /// Where each word or sign begins in the row, and which bytes of the source it is.
    pub places: Vec<Place>,
}

/// One word or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Its first byte in the row.
    pub at: usize,
    /// Its first byte in the source.
    pub from: usize,
    /// The byte behind it in the source.
    pub to: usize,
}

impl Words {
    /// The word or sign that begins at a byte of the row.
    pub fn index(&self, at: usize) -> usize {
        self.places.partition_point(|place| place.at < at)
    }

    /// The word or sign with a number.
    pub fn get(&self, index: usize) -> &str {
        let Some(place) = self.places.get(index) else { return "" };
        let end = self.places.get(index + 1).map_or(self.text.len(), |next| next.at) - 1;
        &self.text[place.at..end]
    }
}

/// Folds characters; those of Vietnamese by a table, since components of a whole country are read at once.
#[derive(Debug, Clone)]
pub(super) struct Folder(Vec<u8>);

/// The table ends behind the Vietnamese letters.
const TABLE: u32 = 0x1F00;

impl Folder {
    pub fn new() -> Self {
        let folded = |code: u32| {
            let c = char::from_u32(code)?;
            match fold(c.encode_utf8(&mut [0; 4])).as_bytes() {
                [one] if one.is_ascii_alphanumeric() => Some(*one),
                _ => None,
            }
        };
        Self((0..TABLE).map(|code| folded(code).unwrap_or_default()).collect())
    }

    /// The text as words and signs.
    pub fn words(&self, source: &str) -> Words {
        let mut words = Words { text: String::with_capacity(source.len() + 2), places: Vec::new() };
        words.text.push(' ');
        let mut word: Option<Place> = None;
        let mut before = ' ';
        let mut depth = 0_usize;
        let mut chars = source.char_indices().peekable();
        while let Some((from, c)) = chars.next() {
            let next = chars.peek().map_or(' ', |(_, next)| *next);
            let to = from + c.len_utf8();
            let quick = usize::try_from(u32::from(c)).ok().and_then(|code| self.0.get(code)).copied().unwrap_or(0);
            if quick != 0 || c.is_alphanumeric() {
                let place = word.get_or_insert(Place { at: words.text.len(), from, to });
                place.to = to;
                if quick == 0 {
                    words.text.push_str(&fold(c.encode_utf8(&mut [0; 4])));
                } else {
                    words.text.push(char::from(quick));
                }
            } else if unicode_normalization::char::is_combining_mark(c) {
                if let Some(place) = &mut word {
                    place.to = to;
                }
            } else {
                words.close(&mut word);
                let sign = match c {
                    '\n' | ';' | '•' | '●' => END,
                    '.' if next.is_whitespace() || matches!(next, ';' | '-' | '+') => END,
                    '-' | '–' | '+' | '*' if before.is_whitespace() || is_end(before) => END,
                    ':' | ',' | '/' => c as u8,
                    '(' => {
                        depth += 1;
                        b'('
                    }
                    ')' if depth > 0 => {
                        depth -= 1;
                        b')'
                    }
                    // The mark of a list: `a)`, `1)`.
                    ')' => END,
                    _ => 0,
                };
                if sign != 0 {
                    words.sign(sign, from, to);
                }
            }
            before = c;
        }
        words.close(&mut word);
        words
    }

    /// A phrase as it would stand in such a row, with its spaces.
    pub fn phrase(&self, phrase: &str) -> String {
        self.words(phrase).text
    }
}

fn is_end(c: char) -> bool {
    matches!(c, ';' | ':' | '.' | '-' | '+' | '(')
}

impl Words {
    fn close(&mut self, word: &mut Option<Place>) {
        if let Some(place) = word.take() {
            self.places.push(place);
            self.text.push(' ');
        }
    }

    fn sign(&mut self, sign: u8, from: usize, to: usize) {
        let again = sign == END && self.text.as_bytes().ends_with(b" ; ");
        if !again {
            self.places.push(Place { at: self.text.len(), from, to });
            self.text.push(char::from(sign));
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_folded_and_signs_stand_apart() {
        let words = Folder::new().words("- Bản sao: Giấy khai sinh (01 bản), theo 63/2010/NĐ-CP. a) Đơn;");
        assert_eq!(words.text, " ; ban sao : giay khai sinh ( 01 ban ) , theo 63 / 2010 / nd cp ; a ; don ; ");
        assert_eq!(words.get(1), "ban");
        assert_eq!(words.get(words.index(3)), "ban");
    }

    proptest! {
        #[test]
        fn places_point_into_the_source(source in "[ a-zA-ZđĐấỆ\\u{300}-\\u{303};.:,()/\n0-9-]{0,60}") {
            let words = Folder::new().words(&source);
            prop_assert!(words.text.starts_with(' ') && words.text.ends_with(' '));
            for (index, place) in words.places.iter().enumerate() {
                prop_assert_eq!(words.index(place.at), index);
                let piece = &source[place.from..place.to];
                if words.get(index).chars().all(char::is_alphanumeric) {
                    prop_assert_eq!(fold(piece), words.get(index));
                }
            }
        }
    }
}
