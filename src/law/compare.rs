//! Comparing the current and the proposed text of a provision, word by word.

use similar::{Algorithm, ChangeTag, capture_diff_slices};

/// Where a piece of text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In both texts.
    Both,
    /// In the current text only.
    Old,
    /// In the proposed text only.
    New,
}

/// A run of words on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub side: Side,
    /// The words with the blanks and line ends that follow them.
    pub text: String,
}

/// Compares two texts by whole words, blanks kept. What is on both sides and on the old one is the old text, letter for
/// letter; what is on both sides and on the new one is the new text.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (tokens(old), tokens(new));
    let mut pieces: Vec<Piece> = Vec::new();
    for change in capture_diff_slices(Algorithm::Patience, &old, &new).iter().flat_map(|op| op.iter_changes(&old, &new))
    {
        let side = match change.tag() {
            ChangeTag::Equal => Side::Both,
            ChangeTag::Delete => Side::Old,
            ChangeTag::Insert => Side::New,
        };
        match pieces.last_mut().filter(|last| last.side == side) {
            Some(last) => last.text.push_str(change.value()),
            None => pieces.push(Piece { side, text: change.value().to_owned() }),
        }
    }
    pieces
}

/// Words, runs of blanks, and line ends.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let class = |c: char| if c == '\n' { 2 } else { u8::from(c.is_whitespace()) };
        let end = match class(first) {
            2 => first.len_utf8(),
            kind => rest.find(|c| class(c) != kind).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(pieces: &[Piece], side: Side) -> String {
        pieces.iter().filter(|p| p.side == side || p.side == Side::Both).map(|p| p.text.as_str()).collect()
    }

    #[test]
    fn a_word_that_changes_stands_alone() {
        let pieces = words("Nộp bản sao có chứng thực.", "Nộp bản sao điện tử.");
        let changed: Vec<(Side, &str)> =
            pieces.iter().filter(|p| p.side != Side::Both).map(|p| (p.side, p.text.as_str())).collect();
        assert_eq!(side(&pieces, Side::Old), "Nộp bản sao có chứng thực.");
        assert!(changed.contains(&(Side::New, "điện")) || changed.iter().any(|(_, t)| t.contains("điện tử.")));
        assert_eq!(pieces[0], Piece { side: Side::Both, text: "Nộp bản sao ".into() });
    }

    proptest! {
        #[test]
        fn accept_all_is_new_and_reject_all_is_old(old in "[abđ \n]{0,40}", new in "[abđ \n]{0,40}") {
            let pieces = words(&old, &new);
            prop_assert_eq!(side(&pieces, Side::Old), old);
            prop_assert_eq!(side(&pieces, Side::New), new);
        }
    }
}
