//! The tokens of a text, in which texts are compared.

use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// The tokens of a text: syllables, numbers with their points (`1.000.000`), symbols and dates with their strokes (`39/2016/TT-NHNN`),
/// note marks behind a syllable, and runs of one punctuation mark.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some((range, next)) = next_token(text, at) {
        found.extend(text.get(range));
        at = next;
    }
    found
}

/// Whether a character is part of a syllable or number. The letters of Vietnamese are known without a look into the tables of Unicode.
pub(super) fn is_word(c: char) -> bool {
    match c {
        '0'..='9' | 'a'..='z' | 'A'..='Z' => true,
        '\0'..='\x7f' | '×' | '÷' => false,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        c => c.is_alphanumeric() || is_combining_mark(c),
    }
}

/// How many bytes the letter has that begins with a byte, where the byte alone tells that it is one: ASCII, and U+0100–U+023F.
const LETTERS: [u8; 256] = {
    let mut widths = [0; 256];
    let mut byte = 0;
    while byte < widths.len() {
        widths[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => 1,
            0xC4..=0xC8 => 2,
            _ => 0,
        };
        byte += 1;
    }
    widths
};

/// How many bytes the letter at a place has; none where no letter stands there. Letters without marks and those of Vietnamese are told from
/// their bytes.
#[inline(always)]
fn letter(text: &str, at: usize, byte: u8) -> Option<usize> {
    let width = LETTERS[usize::from(byte)];
    if width > 0 {
        return Some(usize::from(width));
    }
    match (byte, text.as_bytes().get(at + 1)) {
        (..0x80, _) => None,
        // U+1E00–U+1EFF.
        (0xE1, Some(0xB8..=0xBB)) => Some(3),
        // U+00C0–U+00FF but for × and ÷.
        (0xC3, Some(next)) if !matches!(next, 0x97 | 0xB7) => Some(2),
        _ => char_at(text, at).filter(|c| is_word(*c)).map(char::len_utf8),
    }
}

/// The first token at or behind a place, and where to read on.
#[inline(always)]
pub(super) fn next_token(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let bytes = text.as_bytes();
    let mut start = from;
    let first = loop {
        match *bytes.get(start)? {
            b' ' | b'\n' => start += 1,
            byte @ b'!'..=b'~' => break byte,
            byte => match char_at(text, start)? {
                c if c.is_whitespace() => start += c.len_utf8(),
                _ => break byte,
            },
        }
    };
    let numeric = first.is_ascii_digit();
    let Some(width) = (if numeric { Some(1) } else { letter(text, start, first) }) else {
        let sign = char_at(text, start)?;
        let mut at = start + sign.len_utf8();
        while text.get(at..).is_some_and(|rest| rest.starts_with(sign)) {
            at += sign.len_utf8();
        }
        return Some((start..at, at));
    };
    let mut letters = usize::from(!numeric);
    let mut at = start + width;
    while let Some(byte) = bytes.get(at) {
        if let Some(width) = letter(text, at, *byte) {
            at += width;
            letters += 1;
            continue;
        }
        let joins = match byte {
            // A number behind a syllable is a note mark: `vốn12`. Behind one letter it is not (`a1`), nor behind capitals (`TT12`).
            b'0'..=b'9' => letters < 2 || !char_at(text, start).is_some_and(char::is_lowercase),
            b'.' | b',' => numeric && bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
            b'/' | b'-' => numeric && char_at(text, at + 1).is_some_and(is_word),
            _ => false,
        };
        if !joins {
            break;
        }
        at += 1;
    }
    Some((start..at, at))
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tokens_are_syllables_numbers_and_punctuation() {
        assert_eq!(
            tokens("1. Vay 1.000.000 đồng (0,1%), và/hoặc…… ngày 12/7/2023.\nc)5 Luật9 vay12 a1"),
            [
                "1",
                ".",
                "Vay",
                "1.000.000",
                "đồng",
                "(",
                "0,1",
                "%",
                ")",
                ",",
                "và",
                "/",
                "hoặc",
                "……",
                "ngày",
                "12/7/2023",
                ".",
                "c",
                ")",
                "5",
                "Luật9",
                "vay",
                "12",
                "a1"
            ]
        );
    }

    /// What the tokens are, letter by letter.
    fn tokens_by_letter(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(first) = chars.get(at).copied() {
            let begin = at;
            at += 1;
            if first.is_whitespace() {
                continue;
            }
            let mut letters = usize::from(first.is_lowercase());
            while let Some(c) = chars.get(at).copied() {
                let follows = chars.get(at + 1).copied().unwrap_or(' ');
                let joined = match c {
                    _ if !is_word(first) => c == first,
                    '0'..='9' => letters < 2,
                    c if is_word(c) => true,
                    '.' | ',' => first.is_ascii_digit() && follows.is_ascii_digit(),
                    '/' | '-' => first.is_ascii_digit() && is_word(follows),
                    _ => false,
                };
                if !joined {
                    break;
                }
                letters += usize::from(letters > 0 && is_word(c) && !c.is_ascii_digit());
                at += 1;
            }
            found.push(chars[begin..at].iter().collect());
        }
        found
    }

    proptest! {
        #[test]
        fn tokens_told_from_bytes_are_those_told_from_letters(text in "[ab1.,/×đĐếƠ\u{301}“ \u{a0}\n-]{0,30}", any in any::<String>()) {
            prop_assert_eq!(tokens(&text), tokens_by_letter(&text));
            prop_assert_eq!(tokens(&any), tokens_by_letter(&any));
        }
    }
}
