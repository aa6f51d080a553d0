//! Texts put into Markdown so that they read as they are: labels such as `1.` and `a)` stay labels, nothing becomes markup or HTML.

use crate::law::{Piece, Side, words};

/// The Markdown that documents are written in: CommonMark with tables and strike-through. HTML is not let through.
pub fn tree_options() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options
}

/// A text within a line, behind other words.
pub(super) fn inline(text: &str) -> String {
    escape_inside(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text that begins a line.
pub(super) fn line(text: &str) -> String {
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A text of several lines, each a paragraph.
pub(super) fn block(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(line).collect::<Vec<_>>().join("\n\n")
}

/// A text in a cell of a table; its lines are parted by line breaks.
pub(super) fn cell(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(inline).collect::<Vec<_>>().join("<br>")
}

/// What changes between two texts, word by word: what goes is struck through, what comes is bold. Each line is a paragraph.
pub(super) fn difference(old: &str, new: &str) -> String {
    let mut out = String::new();
    for piece in words(old.trim(), new.trim()) {
        for (at, line) in piece.text.split('\n').enumerate() {
            if at > 0 {
                out.truncate(out.trim_end().len());
                out.push_str("\n\n");
            }
            mark(&mut out, &Piece { side: piece.side, text: line.to_owned() });
        }
    }
    out.trim().to_owned()
}

fn mark(out: &mut String, piece: &Piece) {
    let marks = match piece.side {
        Side::Both => "",
        Side::Old => "~~",
        Side::New => "**",
    };
    let words = piece.text.trim();
    let at_line_start = out.is_empty() || out.ends_with('\n');
    if words.is_empty() {
        if !at_line_start && !out.ends_with(' ') && !piece.text.is_empty() {
            out.push(' ');
        }
        return;
    }
    // Marks hold only next to a blank; a struck word and the word in its place are parted by one.
    let apart =
        piece.text.starts_with(char::is_whitespace) || !marks.is_empty() || out.ends_with("~~") || out.ends_with("**");
    if apart && !at_line_start && !out.ends_with(' ') {
        out.push(' ');
    }
    let escaped = if at_line_start && marks.is_empty() { escape(words) } else { escape_inside(words) };
    out.push_str(marks);
    out.push_str(&escaped);
    out.push_str(marks);
    if piece.text.ends_with(char::is_whitespace) {
        out.push(' ');
    }
}

/// Escapes a line: what would be markup anywhere, and what would be markup at its start only.
fn escape(line: &str) -> String {
    let escaped = escape_inside(line);
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    let after = escaped[digits..].chars().next();
    if (1..=9).contains(&digits) && matches!(after, Some('.' | ')')) {
        return format!("{}\\{}", &escaped[..digits], &escaped[digits..]);
    }
    if escaped.starts_with(['#', '+', '-', '=', ':']) { format!("\\{escaped}") } else { escaped }
}

fn escape_inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text that a reader sees.
    fn seen(markdown: &str) -> String {
        let html = comrak::markdown_to_html(markdown, &tree_options());
        let mut text = String::new();
        let mut inside = false;
        for c in html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => text.push(c),
                _ => {}
            }
        }
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&").trim().to_owned()
    }

    #[test]
    fn labels_survive() {
        for label in [
            "1. Một",
            "12) Hai",
            "a) Ba",
            "đ) Bốn",
            "- Năm",
            "+ Sáu",
            "# Bảy",
            "* Tám",
            "> Chín",
            "=== ",
            "---",
            "1.1. Mười",
        ] {
            assert_eq!(seen(&line(label)), label.trim(), "{label}");
            assert_eq!(seen(&format!("x {}", inline(label))), format!("x {}", label.trim()), "{label}");
            assert_eq!(seen(&block(&format!("x\n{label}"))), format!("x\n{}", label.trim()), "{label}");
        }
        assert_eq!(seen(&line("<b>&amp; [x](y) `c` ~~d~~ | **e**")), "<b>&amp; [x](y) `c` ~~d~~ | **e**");
    }

    #[test]
    fn a_difference_is_marked() {
        assert_eq!(difference("1. Nộp bản sao.", "1. Nộp bản điện tử."), "1\\. Nộp bản ~~sao.~~ **điện tử.**");
        assert_eq!(difference("a) Một;\nb) Hai.", "a) Một;\nb) Ba."), "a) Một;\n\nb) ~~Hai.~~ **Ba.**");
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_text_is_read_as_it_is(text in "[ -~đăê\n]{0,60}") {
            let expected: Vec<String> =
                text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| !l.is_empty()).collect();
            prop_assert_eq!(seen(&block(&text)), expected.join("\n"));
        }
    }
}
