//! Words in lines of at most so many columns.

use crate::law::compare::Side;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Lines as they fill; what no blank parts stays together as long as it fits on a line. All lines stand in one text, for they are many.
pub(super) struct Wrapped {
    text: String,
    /// The stretches that look alike: on which side, and where in the text each ends.
    spans: Vec<(Side, usize)>,
    /// Behind which stretch each line ends.
    ends: Vec<usize>,
    /// The columns of the last line, which is not ended.
    used: usize,
    word: String,
    word_spans: Vec<(Side, usize)>,
    /// Whether a blank stands before the word.
    blank: bool,
    width: usize,
}

impl Wrapped {
    /// No lines yet.
    pub fn new(width: usize) -> Self {
        Self {
            text: String::new(),
            spans: Vec::new(),
            ends: Vec::new(),
            used: 0,
            word: String::new(),
            word_spans: Vec::new(),
            blank: false,
            width,
        }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The stretches of a line; behind the last there are none.
    pub fn line(&self, at: usize) -> impl Iterator<Item = (Side, &str)> {
        let from = at.checked_sub(1).and_then(|n| self.ends.get(n)).copied().unwrap_or(0);
        let spans = self.ends.get(at).and_then(|end| self.spans.get(from..*end)).unwrap_or_default();
        let mut begin = from.checked_sub(1).and_then(|n| self.spans.get(n)).map_or(0, |span| span.1);
        spans.iter().map(move |(side, end)| {
            let text = self.text.get(begin..*end).unwrap_or_default();
            begin = *end;
            (*side, text)
        })
    }

    /// Adds a text.
    pub fn push(&mut self, text: &str, side: Side) {
        let mut rest = text;
        while !rest.is_empty() {
            let (mut end, plain) = next_word(rest);
            let alone = self.word.is_empty() && end < rest.len();
            match plain {
                // A word that stands alone and fits on a line, the usual case: with it go the words behind it that fit too.
                Some(wide) if alone && (1..=self.width).contains(&wide) => {
                    self.part(wide, side);
                    self.used += wide;
                    while let Some((next, wide)) = word_behind(rest, end)
                        && self.used + 1 + wide <= self.width
                    {
                        end = next;
                        self.used += 1 + wide;
                    }
                    self.add(rest.get(..end).unwrap_or_default(), side);
                }
                _ if end > 0 => {
                    self.word.push_str(rest.get(..end).unwrap_or_default());
                    append(&mut self.word_spans, 0, self.word.len(), side);
                }
                _ => {}
            }
            let mut chars = rest.get(end..).unwrap_or_default().chars();
            match chars.next() {
                Some('\n') => self.end_line(),
                Some(_) => self.blank(),
                None => {}
            }
            rest = chars.as_str();
        }
    }

    /// Adds a blank.
    pub fn blank(&mut self) {
        self.end_word();
        self.blank = true;
    }

    /// Ends the line, if anything stands on it.
    pub fn end_line(&mut self) {
        self.end_word();
        if !self.is_fresh() {
            self.ends.push(self.spans.len());
        }
        (self.used, self.blank) = (0, false);
    }

    fn begun(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// Whether nothing stands on the last line.
    fn is_fresh(&self) -> bool {
        self.spans.len() == self.begun()
    }

    fn add(&mut self, text: &str, side: Side) {
        self.text.push_str(text);
        let begun = self.begun();
        append(&mut self.spans, begun, self.text.len(), side);
    }

    fn break_line(&mut self) {
        self.ends.push(self.spans.len());
        self.used = 0;
    }

    /// Parts a word of so many columns, which begins on a side, from what stands before it: by a line end where it has no room, else by the blank.
    fn part(&mut self, wide: usize, side: Side) {
        if !self.is_fresh() {
            if self.used + usize::from(self.blank) + wide > self.width {
                self.break_line();
            } else if self.blank {
                let before = self.spans.last().map_or(Side::Both, |span| span.0);
                self.add(" ", if before == side { side } else { Side::Both });
                self.used += 1;
            }
        }
        self.blank = false;
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let plain = plain_width(&self.word);
        let wide = plain.unwrap_or_else(|| parts(&self.word, &self.word_spans).map(|(_, text)| text.width()).sum());
        if wide == 0 {
            return;
        }
        let side = self.word_spans.first().map_or(Side::Both, |span| span.0);
        self.part(wide, side);
        let (mut word, mut spans) = (std::mem::take(&mut self.word), std::mem::take(&mut self.word_spans));
        let whole = plain.is_some() && self.used + wide <= self.width;
        for (side, text) in parts(&word, &spans) {
            if whole {
                self.add(text, side);
                continue;
            }
            for c in text.chars() {
                let wide = c.width().unwrap_or(0);
                if self.used + wide > self.width {
                    self.break_line();
                }
                self.add(c.encode_utf8(&mut [0; 4]), side);
                self.used += wide;
            }
        }
        if whole {
            self.used += wide;
        }
        word.clear();
        spans.clear();
        (self.word, self.word_spans) = (word, spans);
    }
}

/// Lets the stretches reach to an end; those before `from` are done with.
fn append(spans: &mut Vec<(Side, usize)>, from: usize, end: usize, side: Side) {
    let begun = spans.len() > from;
    match spans.last_mut().filter(|last| begun && last.0 == side) {
        Some(last) => last.1 = end,
        None => spans.push((side, end)),
    }
}

fn parts<'t>(text: &'t str, spans: &[(Side, usize)]) -> impl Iterator<Item = (Side, &'t str)> {
    let mut begin = 0;
    spans.iter().map(move |(side, end)| {
        let part = text.get(begin..*end).unwrap_or_default();
        begin = *end;
        (*side, part)
    })
}

/// Where the first word of a text ends (before the first blank), and its columns where they can be told from its bytes.
fn next_word(text: &str) -> (usize, Option<usize>) {
    let (end, count) = plain_letters(text.as_bytes(), 0);
    match text.as_bytes().get(end) {
        None | Some(b' ' | b'\n') => (end, Some(count)),
        _ => (text.find(char::is_whitespace).unwrap_or(text.len()), None),
    }
}

/// The word behind a single blank at a place, if a blank stands behind it too and its columns can be told from its bytes: its end and columns.
fn word_behind(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    bytes.get(at).filter(|byte| **byte == b' ')?;
    let (end, count) = plain_letters(bytes, at + 1);
    (count > 0 && matches!(bytes.get(end), Some(b' ' | b'\n'))).then_some((end, count))
}

/// The columns of a text of letters and signs that take one column each, told from their bytes: those in which the law is printed.
fn plain_width(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut count) = plain_letters(bytes, 0);
    while let Some(byte) = bytes.get(at) {
        if *byte != b' ' {
            return None;
        }
        let (end, more) = plain_letters(bytes, at + 1);
        (at, count) = (end, count + 1 + more);
    }
    Some(count)
}

/// How many bytes the letter has that begins with a byte, where the byte alone tells that it takes one column: printable ASCII without the blank,
/// and U+00C0–U+01FF.
const PLAIN: [u8; 256] = {
    let mut widths = [0; 256];
    let mut byte = 0;
    while byte < widths.len() {
        widths[byte] = match byte as u8 {
            b'!'..=b'~' => 1,
            0xC3..=0xC7 => 2,
            _ => 0,
        };
        byte += 1;
    }
    widths
};

/// Where a run of letters and signs ends that are known to take one column each, and how many they are. A blank is none of them.
fn plain_letters(bytes: &[u8], from: usize) -> (usize, usize) {
    let (mut at, mut count) = (from, 0);
    while let Some(byte) = bytes.get(at) {
        at += match (PLAIN[usize::from(*byte)], byte) {
            (width @ 1.., _) => usize::from(width),
            // U+1E00–U+1EFF.
            (_, 0xE1) if matches!(bytes.get(at + 1), Some(0xB8..=0xBB)) => 3,
            // U+2010–U+2027: dashes, quotation marks, dots.
            (_, 0xE2) if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0x90..=0xA7)) => 3,
            _ => break,
        };
        count += 1;
    }
    (at, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_fills_the_same_lines_letter_by_letter(texts in prop::collection::vec(("[abđĐệ漢\u{301}… \n]{0,30}", any::<bool>()), 0..5), width in 3..12_usize) {
            let (mut whole, mut letters) = (Wrapped::new(width), Wrapped::new(width));
            for (text, new) in &texts {
                let side = if *new { Side::New } else { Side::Both };
                whole.push(text, side);
                text.chars().for_each(|c| letters.push(c.encode_utf8(&mut [0; 4]), side));
            }
            whole.end_line();
            letters.end_line();
            let lines = |of: &Wrapped| (0..of.len()).map(|at| of.line(at).map(|(side, text)| (side, text.to_owned())).collect()).collect::<Vec<Vec<_>>>();
            prop_assert_eq!(lines(&whole), lines(&letters));
        }
    }

    #[test]
    fn what_is_told_from_bytes_takes_one_column() {
        for c in ' '..=char::MAX {
            let text = c.to_string();
            assert!(plain_width(&text).is_none_or(|width| width == text.width()), "U+{:04X}", c as u32);
        }
        assert_eq!(plain_width("Điều 5. “Phạm vi” – ưỡng…"), Some("Điều 5. “Phạm vi” – ưỡng…".chars().count()));
        assert_eq!(plain_width("漢"), None);
    }

    #[test]
    fn words_fill_lines() {
        let mut lines = Wrapped::new(8);
        lines.push("một hai ba", Side::Both);
        lines.push(" bốn\nnămsáubảytám", Side::New);
        lines.end_line();
        let shown: Vec<Vec<(Side, &str)>> = (0..lines.len()).map(|at| lines.line(at).collect()).collect();
        let expected = [
            vec![(Side::Both, "một hai")],
            vec![(Side::Both, "ba "), (Side::New, "bốn")],
            vec![(Side::New, "nămsáubả")],
            vec![(Side::New, "ytám")],
        ];
        assert_eq!(shown, expected);
        assert_eq!(lines.line(9).count(), 0);
    }
}
