//! Comparing two texts word by word: what goes, what comes, what stays.
//!
//! Tokens are syllables, numbers and punctuation; white space is none, but it is kept with the pieces, so that each text comes back letter
//! for letter.

use super::runs::{Effort, Run, equal_runs};
use std::collections::HashMap;
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
    let mut sheet = Sheet::default();
    if old == new {
        sheet.both.push_str(old);
        return sheet.finish();
    }
    let (old, new) = (Tokens::read(old), Tokens::read(new));
    let mut ids = HashMap::with_capacity(old.ranges.len() / 4);
    let (old_ids, new_ids) = (old.ids(&mut ids), new.ids(&mut ids));
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
    let tokens = Tokens::read(text);
    (0..tokens.ranges.len()).map(|at| tokens.word(at)).collect()
}

/// A text with the places of its tokens.
struct Tokens<'t> {
    text: &'t str,
    ranges: Vec<Range<usize>>,
}

impl<'t> Tokens<'t> {
    fn read(text: &'t str) -> Self {
        let mut ranges = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        while let Some((range, next)) = next_token(text, at) {
            ranges.push(range);
            at = next;
        }
        Self { text, ranges }
    }

    fn get(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    fn start(&self, at: usize) -> usize {
        self.ranges.get(at).map_or(self.text.len(), |r| r.start)
    }

    /// The blanks before the first token.
    fn head(&self) -> &'t str {
        self.get(0..self.start(0))
    }

    fn word(&self, at: usize) -> &'t str {
        self.ranges.get(at).map_or("", |r| self.get(r.clone()))
    }

    /// The blanks behind a token.
    fn blank(&self, at: usize) -> &'t str {
        self.ranges.get(at).map_or("", |r| self.get(r.end..self.start(at + 1)))
    }

    /// Tokens with the blanks behind them.
    fn between(&self, tokens: Range<usize>) -> &'t str {
        self.get(self.start(tokens.start)..self.start(tokens.end))
    }

    /// A number for each token, the same for the same word.
    fn ids(&self, known: &mut HashMap<&'t str, u32>) -> Vec<u32> {
        let mut ids = Vec::with_capacity(self.ranges.len());
        for range in &self.ranges {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            ids.push(*known.entry(self.get(range.clone())).or_insert(next));
        }
        ids
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

/// The first token at or behind a place, and where to read on.
pub(super) fn next_token(text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let rest = text.get(from..)?;
    let start = from + rest.find(|c: char| !c.is_whitespace())?;
    let mut chars = text.get(start..)?.char_indices().peekable();
    let (_, first) = chars.next()?;
    let (wordy, numeric) = (is_word(first), first.is_ascii_digit());
    // How many letters a syllable has so far; capitals may carry numbers (`TT12`), small letters carry note marks.
    let mut letters = usize::from(wordy && !numeric && first.is_lowercase());
    let mut end = first.len_utf8();
    while let Some((at, c)) = chars.next() {
        let joined = if !wordy {
            c == first
        } else if c.is_ascii_digit() {
            // A number behind a syllable is a note mark: `vốn12`. Behind one letter it is not: `a1`.
            letters < 2
        } else if is_word(c) {
            letters += usize::from(letters > 0);
            true
        } else {
            let follows = chars.peek().map(|(_, next)| *next);
            numeric
                && match c {
                    '.' | ',' => follows.is_some_and(|next| next.is_ascii_digit()),
                    '/' | '-' => follows.is_some_and(is_word),
                    _ => false,
                }
        };
        if !joined {
            break;
        }
        end = at + c.len_utf8();
    }
    Some((start..start + end, start + end))
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

    proptest! {
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
