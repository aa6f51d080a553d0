//! Comparing two texts word by word: what goes, what comes, what stays.
//!
//! Tokens are syllables, numbers and punctuation; white space is none, but it is kept with the pieces, so that each text comes back letter
//! for letter.

use super::lexicon::{Lexicon, Token};
use super::runs::{Effort, Run, equal_runs};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Where a piece of text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// In both texts.
    Both,
    /// In the old text only.
    Old,
    /// In the new text only.
    New,
}

/// A run of words on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub side: Side,
    /// The words with the blanks and line ends that follow them. A piece on one side may be blanks alone.
    pub text: String,
}

impl Piece {
    /// Whether the piece says that words went or came: one of blanks alone does not.
    pub fn is_edit(&self) -> bool {
        self.side != Side::Both && self.text.contains(|c: char| !c.is_whitespace())
    }

    /// The blanks in front, the words, the blanks behind. A text of blanks alone is all in front.
    pub fn parts(&self) -> (&str, &str, &str) {
        split_blanks(&self.text)
    }
}

/// A text as blanks in front, words, and blanks behind; blanks alone are all in front.
pub fn split_blanks(text: &str) -> (&str, &str, &str) {
    let body = text.trim_start();
    let words = body.trim_end();
    let (lead, _) = text.split_at(text.len() - body.len());
    (lead, words, body.get(words.len()..).unwrap_or_default())
}

/// Equal runs of at most so many tokens between two edits are taken into the edits: fewer fragments read better (measured, `law.md`).
const ABSORBED: usize = 3;

/// Compares two texts by whole words. What is on both sides and on the old one is the old text, letter for letter; what is on both sides
/// and on the new one is the new text. The texts should be cleaned ([`crate::text::clean()`]): words are the same if their letters are.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    words_within(old, new, &mut Effort::default())
}

/// As [`words`], within an effort; what it could not do is told by [`Effort::fidelity`].
pub fn words_within(old: &str, new: &str, effort: &mut Effort) -> Vec<Piece> {
    let (mut lexicon, mut old_tokens, mut new_tokens) = (Lexicon::default(), Vec::new(), Vec::new());
    if old != new {
        lexicon.read(old, 0, &mut old_tokens);
        lexicon.read(new, 0, &mut new_tokens);
    }
    between(Text { text: old, from: 0, tokens: &old_tokens }, Text { text: new, from: 0, tokens: &new_tokens }, effort)
}

/// As [`words_within`], of texts whose tokens are known.
pub(super) fn between(old: Text<'_>, new: Text<'_>, effort: &mut Effort) -> Vec<Piece> {
    let mut sheet = Sheet::default();
    if old.all() == new.all() {
        sheet.both.push_str(old.all());
        return sheet.finish();
    }
    let ids = |text: &Text<'_>| text.tokens.iter().map(|t| t.id).collect::<Vec<u32>>();
    let (old_ids, new_ids) = (ids(&old), ids(&new));
    let mut runs = equal_runs(&old_ids, &new_ids, effort);
    absorb(&mut runs, old_ids.len(), new_ids.len());
    sheet.blanks(old.head(), new.head());
    let (mut o, mut n) = (0, 0);
    for run in runs {
        sheet.old.push_str(old.between(o..run.old));
        sheet.new.push_str(new.between(n..run.new));
        for at in 0..run.len {
            sheet.word(old.word(run.old + at));
            sheet.blanks(old.blank(run.old + at), new.blank(run.new + at));
        }
        (o, n) = (run.old + run.len, run.new + run.len);
    }
    sheet.old.push_str(old.between(o..old_ids.len()));
    sheet.new.push_str(new.between(n..new_ids.len()));
    sheet.finish()
}

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

/// A text from a place on, with its tokens there.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub text: &'t str,
    pub from: usize,
    pub tokens: &'t [Token],
}

impl<'t> Text<'t> {
    fn get(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    fn all(&self) -> &'t str {
        self.text.get(self.from..).unwrap_or_default()
    }

    fn start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |t| t.start())
    }

    /// The blanks before the first token.
    fn head(&self) -> &'t str {
        self.get(self.from..self.start(0))
    }

    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |t| self.get(t.start()..t.end()))
    }

    /// The blanks behind a token.
    fn blank(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |t| self.get(t.end()..self.start(at + 1)))
    }

    /// Tokens with the blanks behind them.
    fn between(&self, tokens: Range<usize>) -> &'t str {
        self.get(self.start(tokens.start)..self.start(tokens.end))
    }
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

/// Collects pieces: what went and what came stand beside each other until a word of both follows.
#[derive(Default)]
struct Sheet {
    pieces: Vec<Piece>,
    both: String,
    old: String,
    new: String,
}

impl Sheet {
    fn word(&mut self, word: &str) {
        if !self.old.is_empty() || !self.new.is_empty() {
            self.flush();
        }
        self.both.push_str(word);
    }

    fn blanks(&mut self, old: &str, new: &str) {
        if old == new && self.old.is_empty() && self.new.is_empty() {
            self.both.push_str(old);
        } else {
            self.old.push_str(old);
            self.new.push_str(new);
        }
    }

    /// The blanks that both end with are the same on both sides.
    fn flush(&mut self) {
        let tail = common_tail(&self.old, &self.new);
        let blanks = self.old.split_off(self.old.len() - tail);
        self.new.truncate(self.new.len() - tail);
        for (side, text) in [(Side::Both, &mut self.both), (Side::Old, &mut self.old), (Side::New, &mut self.new)] {
            if !text.is_empty() {
                self.pieces.push(Piece { side, text: std::mem::take(text) });
            }
        }
        self.both = blanks;
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.flush();
        self.pieces
    }
}

/// How many bytes of blanks both texts end with.
fn common_tail(old: &str, new: &str) -> usize {
    let pairs = old.chars().rev().zip(new.chars().rev());
    pairs.take_while(|(a, b)| a == b && a.is_whitespace()).map(|(a, _)| a.len_utf8()).sum()
}

/// Takes short equal runs between edits into the edits.
fn absorb(runs: &mut Vec<Run>, old_len: usize, new_len: usize) {
    runs.retain(|run| {
        let first = run.old == 0 && run.new == 0;
        let last = run.old + run.len == old_len && run.new + run.len == new_len;
        first || last || run.len > ABSORBED
    });
}

#[cfg(test)]
mod tests {
    use super::super::runs::Fidelity;
    use super::*;
    use proptest::prelude::*;

    fn side(pieces: &[Piece], side: Side) -> String {
        pieces.iter().filter(|p| p.side == side || p.side == Side::Both).map(|p| p.text.as_str()).collect()
    }

    fn marked(old: &str, new: &str) -> String {
        let pieces = words(old, new);
        assert_eq!((side(&pieces, Side::Old).as_str(), side(&pieces, Side::New).as_str()), (old, new));
        let mark = |p: &Piece| match p.side {
            Side::Both => p.text.clone(),
            Side::Old => format!("[-{}-]", p.text),
            Side::New => format!("{{+{}+}}", p.text),
        };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn a_word_that_changes_stands_alone() {
        for (old, new, expected) in [
            ("Nộp bản sao có chứng thực.", "Nộp bản sao điện tử.", "Nộp bản sao [-có chứng thực-]{+điện tử+}."),
            ("Phí là 100.000 đồng.", "Phí là 50.000 đồng.", "Phí là [-100.000-]{+50.000+} đồng."),
            ("số 12/2020/TT-XY ngày", "số 13/2020/TT-XY ngày", "số [-12/2020/TT-XY-]{+13/2020/TT-XY+} ngày"),
            ("một hai", "một, hai", "một{+,+} hai"),
            ("một hai", "một hai ba", "một hai{+ ba+}"),
            ("một\nhai", "một hai", "một[-\n-]{+ +}hai"),
            ("được", "đủ", "[-được-]{+đủ+}"),
            ("cho vay", "cho vay12", "cho vay{+12+}"),
            ("", "một", "{+một+}"),
        ] {
            assert_eq!(marked(old, new), expected);
        }
    }

    #[test]
    fn short_equal_runs_between_edits_are_absorbed() {
        // Three equal words between two edits go with them; four stay.
        assert_eq!(marked("x a b c y", "z a b c t"), "[-x a b c y-]{+z a b c t+}");
        assert_eq!(marked("x a b c d y", "z a b c d t"), "[-x-]{+z+} a b c d [-y-]{+t+}");
        // At the ends of the text there is only one edit beside them.
        assert_eq!(marked("a x b", "a y b"), "a [-x-]{+y+} b");
    }

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

    #[test]
    fn a_long_line_is_compared_within_the_effort() {
        // 400.000 words a side, one in a hundred changed.
        let text = |step: usize| -> String {
            (0..400_000)
                .map(|n| if n % 100 == step { format!("đổi{step} ") } else { format!("w{} ", n % 977) })
                .collect()
        };
        let (old, new) = (text(1), text(2));
        let mut effort = Effort::default();
        let pieces = words_within(&old, &new, &mut effort);
        assert_eq!((side(&pieces, Side::Old), side(&pieces, Side::New)), (old, new));
        let mut none = Effort::steps(10);
        let (old, new) = ("a b c d ".repeat(9000), "d c b a ".repeat(9000));
        let pieces = words_within(&old, &new, &mut none);
        assert_eq!(none.fidelity(), Fidelity::Coarse);
        assert_eq!((side(&pieces, Side::Old), side(&pieces, Side::New)), (old, new));
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

        #[test]
        fn accept_all_is_new_and_reject_all_is_old(old in "[abđ1., \n]{0,40}", new in "[abđ1., \n]{0,40}") {
            let pieces = words(&old, &new);
            prop_assert_eq!(side(&pieces, Side::Old), old);
            prop_assert_eq!(side(&pieces, Side::New), new);
        }

        #[test]
        fn whatever_the_text_both_sides_come_back(old in any::<String>(), new in any::<String>()) {
            let pieces = words(&old, &new);
            prop_assert_eq!(side(&pieces, Side::Old), old);
            prop_assert_eq!(side(&pieces, Side::New), new);
        }
    }
}
