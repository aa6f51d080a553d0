//! The one fold for all search.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds text for search: decomposed, marks dropped, `đ` → `d`, lower case. "Đăng ký" and "dang ky" fold to the same.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfd() {
        match c {
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            c if is_combining_mark(c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out
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
    fn words_are_found_on_the_original() {
        let text = "Thủ tục Đăng ký";
        let found = find_folded(text, &["dang".into(), "thu".into()]);
        let words: Vec<&str> = found.into_iter().map(|r| &text[r]).collect();
        assert_eq!(words, ["Thủ", "Đăng"]);
    }
}
