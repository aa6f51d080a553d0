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
    if is_plain(text) {
        return text.to_owned();
    }
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

/// Whether a text is clean at a glance: printable ASCII, the composed letters of Vietnamese and of its neighbours, and the usual
/// punctuation, none of which is changed or joined by composing.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c,
            '\n' | ' '..='~' | 'À'..='Ï' | 'Ñ'..='ï' | 'ñ'..='ſ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ'
            | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' | '§' | '°' | '²' | '³')
    })
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
    fn what_is_clean_at_a_glance_is_clean() {
        for c in ('\0'..char::MAX).filter(|c| is_plain(&c.to_string())) {
            assert_eq!(kept_as(c), Some(c), "{c:?}");
            assert!(c.nfc().eq([c]) && !is_combining_mark(c), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_is_stable(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            let line = clean_line(&text);
            prop_assert_eq!(clean_line(&line), line);
        }
    }
}
