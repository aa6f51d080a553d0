//! Taking apart the tables of the national procedure portal, whose copies lost their borders: all cells of a table stand
//! glued together in one text. One file a table; every function here is pure.
//!
//! What cannot be taken apart is handed back verbatim, never guessed at and never dropped.

pub mod amounts;
pub mod bases;
pub mod channels;
pub mod citation;
pub mod components;
pub mod fees;
pub mod forms;
pub mod results;
pub mod times;

pub use bases::bases;
pub use channels::channels;
pub use components::components;
pub use results::results;

/// What the portal prints for an empty field.
pub const NOTHING: &str = "Không có thông tin";

/// The rows of a table, and what of it could not be taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken<T> {
    /// The rows, in order.
    pub rows: Vec<T>,
    /// Text that belongs to no row, verbatim.
    pub left: Vec<String>,
}

impl<T> Default for Taken<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), left: Vec::new() }
    }
}

/// Whether a text says nothing: blank, or the portal's "Không có thông tin".
pub fn is_nothing(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').trim_end();
    text.is_empty() || text == NOTHING || text == "--"
}

/// The character that ends right before `at`.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character that begins at `at`.
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// How many bytes of ASCII digits stand at the head of a text.
pub(crate) fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The text after the head of the table, or the whole text when the head is missing.
pub(crate) fn after_head<'a>(text: &'a str, head: &str) -> &'a str {
    let text = text.trim();
    text.strip_prefix(head).unwrap_or(text)
}

/// Where the parenthesis that opens at the head of `text` closes: the byte after it. Nothing when it stays open.
pub(crate) fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces of which tables are made, so that chance meets their borders.
    const PIECES: &[&str] = &[
        "Trực tuyến",
        "Trực tiếp",
        "Dịch vụ bưu chính",
        "7",
        "1",
        "120",
        " Ngày làm việc",
        " Ngày",
        "Miễn phí",
        NOTHING,
        "10,000",
        " VNĐ",
        " Việt Nam Đồng",
        "(",
        ")",
        "((",
        "50.000đ",
        "a",
        "Ă",
        " ",
        "\n",
        ".",
        ",",
        ";",
        "--",
        "1 bản chính",
        " bản sao",
        ",1 bản sao",
        "Tên giấy tờMẫu đơn, tờ khaiSố lượng",
        "Bản chính: 1Bản sao: 0",
        "Mẫu số 01.docx",
        ".doc",
        "Luật ",
        "Thông tư số ",
        "52/2014/QH13",
        "/2020/TT-BTP",
        "-",
        "/",
        "24/2024",
        "QH",
        "2020",
        "Mã: ",
        "KQ.G15.000032",
        "Từ khóa",
        "số",
        "_",
        "ế",
    ];

    proptest! {
        #[test]
        fn no_text_breaks_the_taking_apart(pieces in prop::collection::vec(0..PIECES.len(), 0..40), any in ".{0,20}") {
            let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect::<String>() + &any;
            let text = crate::text::clean(&text);
            channels(&text);
            components(&text);
            bases(&text);
            results(&text);
            results::lines(&text);
            fees::cell(&text);
            bases::row(&text, &text);
            components::row(&text, &text, &text);
        }
    }

    #[test]
    fn parentheses_are_matched_with_their_inner_pairs() {
        assert_eq!(closing("(a (b) c) d"), Some(9));
        assert_eq!(closing("(a (b"), None);
        assert!(is_nothing(" Không có thông tin. "));
        assert!(!is_nothing("Không"));
    }
}
