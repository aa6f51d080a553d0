//! Texts put into Markdown so that they read as they are: labels such as `1.` and `a)` stay labels, nothing becomes markup or HTML.

use crate::law::compare::split_blanks;
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
    marked(&words(old.trim(), new.trim()))
}

/// What changes between two texts, written to be tracked; a mark around nothing is about the end of its paragraph. Each line is a
/// paragraph.
pub(super) fn tracked(old: &str, new: &str) -> String {
    let mut out = String::new();
    for piece in words(old.trim(), new.trim()) {
        let (open, close) = match piece.side {
            _ if !piece.is_edit() => ("", ""),
            Side::Old => ("<del>", "</del>"),
            _ => ("<ins>", "</ins>"),
        };
        // Of blanks that changed, the new ones are shown.
        if piece.side == Side::Old && !piece.is_edit() {
            continue;
        }
        for (at, line) in piece.text.split('\n').enumerate() {
            if at > 0 {
                out.truncate(out.trim_end().len());
                // The end of a paragraph that goes or comes with the words.
                out.extend([open, close, "\n\n"]);
            }
            let starts = out.is_empty() || out.ends_with('\n');
            let said = if starts && open.is_empty() { escape(line.trim_start()) } else { escape_inside(line) };
            if !said.trim().is_empty() {
                out.extend([open, &said, close]);
            } else if !starts {
                out.push_str(&said);
            }
        }
    }
    out.trim().to_owned()
}

/// A remark on what stands before it, as a comment of HTML.
pub(super) fn remark(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let safe = line.replace('&', "&amp;").replace('>', "&gt;").replace('-', "&#45;");
    format!("<!--{safe}-->")
}

/// What such a comment says.
pub(super) fn said_remark(comment: &str) -> String {
    comment.replace("&#45;", "-").replace("&gt;", ">").replace("&amp;", "&")
}

/// Pieces of text, what goes struck through, what comes bold. Each line is a paragraph.
pub(super) fn marked(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        // Of blanks that changed, the new ones are shown.
        if piece.side == Side::Old && !piece.is_edit() {
            continue;
        }
        for (at, line) in piece.text.split('\n').enumerate() {
            if at > 0 {
                out.truncate(out.trim_end().len());
                out.push_str("\n\n");
            }
            mark(&mut out, piece.side, line);
        }
    }
    out.trim().to_owned()
}

fn mark(out: &mut String, side: Side, text: &str) {
    let marks = match side {
        Side::Both => "",
        Side::Old => "~~",
        Side::New => "**",
    };
    let (lead, words, tail) = split_blanks(text);
    let at_line_start = out.is_empty() || out.ends_with('\n');
    let apart = !lead.is_empty() || (!words.is_empty() && needs_blank(out, marks, words));
    if apart && !at_line_start && !out.ends_with(' ') {
        out.push(' ');
    }
    if words.is_empty() {
        return;
    }
    let escaped = if at_line_start && marks.is_empty() { escape(words) } else { escape_inside(words) };
    out.push_str(marks);
    out.push_str(&escaped);
    out.push_str(marks);
    if !tail.is_empty() {
        out.push(' ');
    }
}

/// Whether words hold apart from what stands before them only by a blank: a struck word from the word in its place, and marks whose inner
/// side is punctuation from a letter outside (CommonMark, flanking of delimiters).
fn needs_blank(out: &str, marks: &str, words: &str) -> bool {
    // Signs of the text are escaped one by one: two in a row are marks.
    let stripped = out.strip_suffix("~~").or_else(|| out.strip_suffix("**"));
    let (before, closed) = (stripped.unwrap_or(out), stripped.is_some());
    let word_side = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_punctuation());
    let letter_side = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (last, first) = (before.chars().next_back(), words.chars().next());
    match (closed, marks.is_empty()) {
        (true, false) => true,
        (true, true) => !letter_side(last) && word_side(first),
        (false, false) => !letter_side(first) && word_side(last),
        (false, true) => false,
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
        assert_eq!(difference("1. Nộp bản sao.", "1. Nộp bản điện tử."), "1\\. Nộp bản ~~sao~~ **điện tử**.");
        assert_eq!(difference("a) Một;\nb) Hai.", "a) Một;\nb) Ba."), "a) Một;\n\nb) ~~Hai~~ **Ba**.");
    }

    #[test]
    fn marks_hold_whatever_stands_beside_them() {
        for (old, new, expected) in [
            ("một hai", "một, hai", "một <strong>,</strong> hai"),
            ("một (hai)", "một [ba]", "một <del>(hai)</del> <strong>[ba]</strong>"),
            ("a.b", "a;b", "a <del>.</del> <strong>;</strong> b"),
            ("a*1", "1", "<del>a*</del> 1"),
        ] {
            let html = comrak::markdown_to_html(&difference(old, new), &tree_options());
            assert!(html.contains(expected), "{html}");
        }
    }

    proptest! {
        #[test]
        fn no_mark_of_a_difference_is_left_as_text(old in "[ab1.,;“(* ]{0,14}", new in "[ab1.,;“(* ]{0,14}") {
            let html = comrak::markdown_to_html(&difference(&old, &new), &tree_options());
            let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
            prop_assert!(!html.contains("~~"), "{}", html);
            let kept = html.replace("<p>", "").replace("</p>", "").replace("<strong>", "").replace("</strong>", "");
            let without: String = kept.split("<del>").enumerate().map(|(n, part)| if n == 0 { part } else { part.split_once("</del>").map_or("", |p| p.1) }).collect();
            prop_assert_eq!(without.matches('*').count(), new.matches('*').count(), "{}", html);
            prop_assert_eq!(words(&without), words(&new), "{}", html);
        }

        #[test]
        fn whatever_stands_in_a_text_is_read_as_it_is(text in "[ -~đăê\n]{0,60}") {
            let expected: Vec<String> =
                text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|l| !l.is_empty()).collect();
            prop_assert_eq!(seen(&block(&text)), expected.join("\n"));
        }
    }
}
