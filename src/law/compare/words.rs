//! Comparing two texts word by word: what goes, what comes, what stays.
//!
//! Tokens are syllables, numbers and punctuation; white space is none, but it is kept with the pieces, so that each text comes back letter
//! for letter.

use super::lexicon::{Lexicon, Token};
use super::runs::{Effort, Run, equal_runs};
use std::ops::Range;

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

/// As [`words`], with every equal run of three tokens or more told: for finding the phrases that change, not for reading.
pub fn phrases(old: &str, new: &str) -> Vec<Piece> {
    read(old, new, &mut Effort::default(), ABSORBED - 1)
}

/// As [`words`], within an effort; what it could not do is told by [`Effort::fidelity`].
pub fn words_within(old: &str, new: &str, effort: &mut Effort) -> Vec<Piece> {
    read(old, new, effort, ABSORBED)
}

fn read(old: &str, new: &str, effort: &mut Effort, absorbed: usize) -> Vec<Piece> {
    let (mut lexicon, mut old_tokens, mut new_tokens) = (Lexicon::default(), Vec::new(), Vec::new());
    if old != new {
        lexicon.read(old, 0, &mut old_tokens);
        lexicon.read(new, 0, &mut new_tokens);
    }
    let text = |text, tokens| Text { text, from: 0, tokens };
    compared(text(old, &old_tokens), text(new, &new_tokens), effort, absorbed)
}

/// As [`words_within`], of texts whose tokens are known.
pub(super) fn between(old: Text<'_>, new: Text<'_>, effort: &mut Effort) -> Vec<Piece> {
    compared(old, new, effort, ABSORBED)
}

fn compared(old: Text<'_>, new: Text<'_>, effort: &mut Effort, absorbed: usize) -> Vec<Piece> {
    let mut sheet = Sheet::default();
    if old.all() == new.all() {
        sheet.both.push_str(old.all());
        return sheet.finish();
    }
    let ids = |text: &Text<'_>| text.tokens.iter().map(|t| t.id).collect::<Vec<u32>>();
    let (old_ids, new_ids) = (ids(&old), ids(&new));
    let mut runs = equal_runs(&old_ids, &new_ids, effort);
    absorb(&mut runs, (old_ids.len(), new_ids.len()), absorbed);
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
fn absorb(runs: &mut Vec<Run>, (old_len, new_len): (usize, usize), absorbed: usize) {
    runs.retain(|run| {
        let first = run.old == 0 && run.new == 0;
        let last = run.old + run.len == old_len && run.new + run.len == new_len;
        first || last || run.len > absorbed
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
