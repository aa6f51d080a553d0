//! The one cleaning function that stands at every door: import, keyboard and command line.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// How many combining marks may follow one letter. Composed Vietnamese needs none; two leave room for other scripts.
const MARKS_PER_LETTER: usize = 2;

/// Cleans text from outside, keeping its lines: NFC; line ends become `\n`; tabs and all kinds of blank become a space;
/// controls, bidi controls, tag characters, invisible characters and stacked marks are dropped; Word's private-use bullets
/// become `•` and other private-use glyphs are dropped; `Ð` (Icelandic eth), a common slip of the keyboard, becomes `Đ`.
///
/// The result is stable: cleaning it again changes nothing.
pub fn clean(text: &str) -> String {
    if is_clean(text) { text.to_owned() } else { rewritten(text) }
}

fn rewritten(text: &str) -> String {
    let unified = text.replace("\r\n", "\n");
    let kept = unified.chars().filter_map(kept_as);
    let mut out = String::with_capacity(unified.len());
    let mut marks = 0;
    for c in kept.nfc() {
        if is_combining_mark(c) {
            marks += 1;
            if marks > MARKS_PER_LETTER || out.is_empty() || out.ends_with(['\n', ' ']) {
                continue;
            }
        } else {
            marks = 0;
        }
        out.push(c);
    }
    out
}

/// Cleans text that must stand on one line: as [`clean`], then every run of blanks and line ends becomes one space and the ends are trimmed.
pub fn clean_line(text: &str) -> String {
    collapse(&clean(text))
}

/// Every run of white space becomes one space; the ends are trimmed.
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether [`clean`] changes nothing, told from the bytes alone: line ends, printable ASCII, and the composed Latin letters and marks of Vietnamese
/// print. No to text that would stay as it is but holds rarer signs.
///
/// Every byte is judged with the two behind it and without a branch, so that the compiler judges many at a time: the law of a country is a hundred
/// million letters.
pub fn is_clean(text: &str) -> bool {
    /// How many bytes are judged before the verdict is looked at.
    const STRETCH: usize = 512;
    let bytes = text.as_bytes();
    let whole = bytes.len().saturating_sub(2);
    let mut at = 0;
    while at < whole {
        let end = whole.min(at + STRETCH);
        let (Some(first), Some(second), Some(third)) =
            (bytes.get(at..end), bytes.get(at + 1..end + 1), bytes.get(at + 2..end + 2))
        else {
            return false;
        };
        let signs = first.iter().zip(second).zip(third);
        if signs.fold(false, |found, ((a, b), c)| found | is_unclean(*a, *b, *c)) {
            return false;
        }
        at = end;
    }
    // Behind the last bytes nothing follows.
    let tail = |n: usize| bytes.get(n).copied().unwrap_or(0);
    (whole..bytes.len()).all(|n| !is_unclean(tail(n), tail(n + 1), tail(n + 2)))
}

/// Whether a sign begins with the first of three bytes of UTF-8 that [`clean`] may change.
#[inline(always)]
fn is_unclean(first: u8, second: u8, third: u8) -> bool {
    let control = (first < b' ' && first != b'\n') | (first == 0x7F);
    // U+0080–U+00A0 and the soft hyphen; of U+00C0–U+00FF the Icelandic eth. U+0100–U+01BF (Đ, ơ, ư and the like) are all composed.
    let two = (first == 0xC2) & ((second <= 0xA0) | (second == 0xAD))
        | (first == 0xC3) & ((second == 0x90) | (second == 0xB0))
        | (0xC7..=0xE0).contains(&first);
    // Clean are U+1E80–U+1EFF, the letters of Vietnamese with two marks.
    let letters = (first == 0xE1) & (second != 0xBA) & (second != 0xBB);
    // Clean are U+2010–U+2027 but for the reversed quotation mark, and U+2030–U+203E, dashes, quotation marks and dots, and U+2190–U+22FF, arrows and signs of mathematics.
    let print = ((0x90..=0xA7).contains(&third) & (third != 0x9F)) | (0xB0..=0xBE).contains(&third);
    let signs = (first == 0xE2) & !(((second == 0x80) & print) | ((0x86..=0x8B).contains(&second)));
    control | two | letters | signs | (first >= 0xE3)
}

fn kept_as(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => Some('\n'),
        '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        c if c.is_control() => None,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' => None,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{ffa0}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => None,
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0a8}' | '\u{f076}' | '\u{f0fc}' => Some('•'),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => None,
        // Quotation marks of other fonts and of other alphabets.
        '\u{201f}' | '\u{301d}' => Some('“'),
        '\u{301e}' | '\u{301f}' => Some('”'),
        '\u{ff02}' => Some('"'),
        'Ð' => Some('Đ'),
        'ð' => Some('đ'),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decomposed_text_is_composed() {
        assert_eq!(clean("thu\u{309} tu\u{323}c"), "thủ tục");
        assert_eq!(clean("vie\u{302}\u{323}t"), "việt");
    }

    #[test]
    fn what_deceives_the_eye_is_dropped() {
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e"), "abcde");
        assert_eq!(clean("x\u{1b}[31my\u{7}z"), "x[31myz");
        assert_eq!(clean("a\u{e0041}\u{e007f}b"), "ab");
        assert_eq!(clean("\u{f0b7} mục\u{f020}"), "• mục");
    }

    #[test]
    fn blanks_and_line_ends_are_unified() {
        assert_eq!(clean("a\r\nb\rc\td\u{a0}e"), "a\nb\nc d e");
        assert_eq!(clean_line("  một\n\n hai \t ba "), "một hai ba");
    }

    #[test]
    fn stacked_marks_are_cut() {
        let zalgo = format!("a{}b", "\u{335}".repeat(50));
        assert_eq!(clean(&zalgo).chars().count(), 2 + MARKS_PER_LETTER);
        assert_eq!(clean("\u{301}\u{301}a"), "a");
    }

    #[test]
    fn eth_becomes_d_with_stroke() {
        assert_eq!(clean("NÐ-CP ðiều"), "NĐ-CP điều");
    }

    #[test]
    fn what_is_called_clean_is_not_changed() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert!(!is_clean(&text) || rewritten(&text) == text, "U+{:04X}", c as u32);
        }
        for text in ["Điều 5. Phạm vi “điều chỉnh” – 1.000 đ", "ưỡng ≥ 5 → m²\nỷ", "ABC xyz"]
        {
            assert!(is_clean(text), "{text}");
            assert_eq!(rewritten(text), text);
            assert!(is_clean(&text.repeat(60)) && !is_clean(&format!("{}\u{a0}{text}", text.repeat(60))));
        }
        for text in ["NÐ", "a\u{301}", "a\u{ad}", "a\u{a0}b", "a\tb", "a\r\n", "\u{2028}", "\u{feff}a"] {
            assert!(!is_clean(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn clean_letters_stay_in_any_order(text in "[ -~\n¡-ſƠơƯưẠ-ỹ“”–…≤]{0,40}") {
            prop_assert!(!is_clean(&text) || rewritten(&text) == text);
        }

        #[test]
        fn cleaning_is_stable(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            let line = clean_line(&text);
            prop_assert_eq!(clean_line(&line), line);
        }
    }
}
