//! When two printings of one provision say the same: white space, quotation marks, punctuation and the placement of tones (`uỷ`, `ủy`) aside.
//! Only for judging; no text is ever changed to this form.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text without what printings differ in.
pub fn comparable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        write_word(word, &mut out);
    }
    out
}

/// The letters of a word, the tone of each run of vowels behind the run: one form for `hoà` and `hòa`.
fn write_word(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.push_str(word);
        return;
    }
    let mut tones = String::new();
    for c in word.nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(c),
            c if is_combining_mark(c) || is_vowel(c) => out.push(c),
            c => {
                out.push_str(&tones);
                tones.clear();
                out.push(c);
            }
        }
    }
    out.push_str(&tones);
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::comparable;

    #[test]
    fn printings_agree_and_words_do_not() {
        for (a, b) in [("uỷ quyền", "ủy quyền"), ("hoà  giải,", "hòa giải"), ("“cấp” phép;", "\"cấp\" phép.")]
        {
            assert_eq!(comparable(a), comparable(b));
        }
        for (a, b) in [("của", "cua"), ("bán", "bàn"), ("cơ quan", "cơ quân")] {
            assert_ne!(comparable(a), comparable(b));
        }
    }
}
