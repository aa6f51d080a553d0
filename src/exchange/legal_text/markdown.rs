//! Markdown by hand: marks come off line by line, letters and digits stay. A full parser of Markdown is no help here: it renumbers `1.` … `3.`,
//! takes `1a.` and `đ)` for running text and `1)` for a list, joins lines, and drops the labels by which the law is cited.

use super::plain::lines;
use super::{LegalText, inline, shape};
use crate::text::is_clean;

/// What may stand behind the signs that open a block of code and is no text.
const LANGUAGES: [&str; 7] = ["text", "plaintext", "markdown", "html", "json", "diff", "xml"];

/// Whether a text is marked up as Markdown.
pub(super) fn looks_so(text: &str, extension: &str) -> bool {
    if matches!(extension, "md" | "markdown" | "mkd") || front_matter(text).is_some() {
        return true;
    }
    lines(text).take(2000).any(|(_, line)| {
        let marked = line.trim_start();
        heading(marked).is_some_and(|title| !title.is_empty())
            || (marked.starts_with("**") && marked.matches("**").count() > 1)
    })
}

/// Reads a Markdown text.
pub(super) fn read(text: &str) -> LegalText {
    let mut out = LegalText { text: String::with_capacity(text.len()), ..LegalText::default() };
    let mut skip = 0;
    if let Some((front, count)) = front_matter(text) {
        (out.front, skip) = (front, count);
    }
    let mut reader = Reader { out, paragraph: Vec::new(), fence: None, clean: is_clean(text) };
    for (number, line) in lines(text).skip(skip) {
        reader.line(line, number);
    }
    reader.flush();
    reader.out
}

struct Reader<'t> {
    out: LegalText,
    /// Lines whose marks may belong together: emphasis can begin on one and end on another.
    paragraph: Vec<(usize, &'t str)>,
    /// The signs that opened a block of code, if one is open.
    fence: Option<&'static str>,
    /// Whether the text is clean as a whole, so that no line of it is looked at again.
    clean: bool,
}

impl<'t> Reader<'t> {
    fn line(&mut self, line: &'t str, number: usize) {
        let text = unquoted(line.trim());
        if let Some(fence) = ["```", "~~~"].into_iter().find(|f| text.starts_with(f)) {
            let behind = text.trim_start_matches(['`', '~']).trim();
            if self.fence.is_none() && !behind.contains(['`', '~']) {
                self.flush();
                self.fence = Some(fence);
                // The name of a language is no text; words are.
                if !behind.is_empty() && !LANGUAGES.contains(&behind) {
                    self.out.push(behind, number);
                }
                return;
            }
            if self.fence == Some(fence) && behind.is_empty() {
                self.fence = None;
                return;
            }
        }
        if self.fence.is_some() {
            return self.out.push(text, number);
        }
        if text.is_empty() {
            self.flush();
            self.out.push_clean("", number);
        } else if is_rule(text) {
            self.flush();
        } else if let Some(title) = heading(text) {
            self.flush();
            self.alone(title, number);
        } else if text.starts_with('|') {
            self.flush();
            self.row(text, number);
        } else {
            let item = item(text);
            if item.is_some() {
                self.flush();
            }
            self.paragraph.push((number, item.unwrap_or(text)));
        }
    }

    /// A line whose marks end with it.
    fn alone(&mut self, text: &'t str, number: usize) {
        self.paragraph.push((number, text));
        self.flush();
    }

    fn row(&mut self, text: &'t str, number: usize) {
        let bars = memchr::memchr_iter(b'|', text.as_bytes()).count();
        if bars == 1 {
            // One stroke at the start is the edge of a scanned page.
            return self.alone(text.trim_start_matches(['|', ' ']), number);
        }
        if text.contains('-') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            return;
        }
        let cells = cells(text);
        if cells.iter().any(|cell| shape::is_layout(cell)) {
            for cell in cells {
                inline::plain(cell, '\n').split('\n').for_each(|line| self.out.push(line.trim(), number));
            }
            return;
        }
        let cells: Vec<String> = cells.into_iter().map(|cell| inline::plain(cell, '\n').replace('\n', " ")).collect();
        self.out.push(&shape::row(cells.iter().map(String::as_str)), number);
    }

    /// Takes the marks off the lines that wait.
    fn flush(&mut self) {
        if self.clean && !self.paragraph.iter().any(|(_, line)| inline::is_marked(line)) {
            self.paragraph.drain(..).for_each(|(number, line)| self.out.push_clean(line, number));
            return;
        }
        let waiting = std::mem::take(&mut self.paragraph);
        let mut joined = String::new();
        for (at, (_, line)) in waiting.iter().enumerate() {
            if at > 0 {
                joined.push('\n');
            }
            // Two blanks or a stroke at the end of a line ask for a line break, which is there already.
            joined.push_str(line.strip_suffix('\\').unwrap_or(line).trim_end());
        }
        if waiting.is_empty() {
            return;
        }
        let plain = inline::plain(&joined, '\u{2028}');
        for ((number, _), line) in waiting.iter().zip(plain.split('\n')) {
            line.split('\u{2028}').for_each(|line| self.out.push(line.trim(), *number));
        }
    }
}

/// The text without marks of quotation.
fn unquoted(line: &str) -> &str {
    let mut text = line;
    while let Some(rest) = text.strip_prefix('>') {
        text = rest.trim_start();
    }
    text
}

/// The title of a heading, `## Title ##`.
fn heading(text: &str) -> Option<&str> {
    let level = text.bytes().take_while(|b| *b == b'#').count();
    let rest = text.get(level..)?;
    if level == 0 || level > 6 || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let title = rest.trim();
    let closed = title.trim_end_matches('#');
    Some(if closed.is_empty() || closed.ends_with(' ') { closed.trim_end() } else { title })
}

/// A line across the page.
fn is_rule(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| *c != ' ');
    let Some(first) = signs.next().filter(|c| matches!(c, '-' | '*' | '_' | '=')) else { return false };
    let mut count = 1;
    signs.inspect(|_| count += 1).all(|c| c == first) && count >= 3
}

/// The text of an item of a list, if the line is one: without its dash where the text has a label of its own (`- a) …`), else with it.
fn item(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '*', '+'])?.strip_prefix(' ')?.trim_start();
    let bare = rest.trim_start_matches(['*', '_', '\\', '(']);
    if shape::is_label(bare) {
        return Some(rest);
    }
    Some(text)
}

/// The cells of a row of a table; `\|` belongs to the text.
fn cells(text: &str) -> Vec<&str> {
    let inner = text.strip_prefix('|').unwrap_or(text);
    let inner = if inner.ends_with('|') && !inner.ends_with("\\|") {
        inner.get(..inner.len() - 1).unwrap_or(inner)
    } else {
        inner
    };
    let mut found = Vec::new();
    let mut start = 0;
    for at in memchr::memchr_iter(b'|', inner.as_bytes()) {
        if at > 0 && inner.as_bytes().get(at - 1) == Some(&b'\\') {
            continue;
        }
        found.push(inner.get(start..at).unwrap_or_default());
        start = at + 1;
    }
    found.push(inner.get(start..).unwrap_or_default());
    found
}

/// The front matter between `---` lines at the head of a text, and how many lines it takes.
fn front_matter(text: &str) -> Option<(Vec<(String, String)>, usize)> {
    let mut all = lines(text);
    let (_, first) = all.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut front: Vec<(String, String)> = Vec::new();
    for (number, line) in all.take(500) {
        let text = line.trim();
        if matches!(text, "---" | "...") {
            return Some((front, number));
        }
        let indented = line.starts_with([' ', '\t']) || text.starts_with("- ");
        match (indented, text.split_once(':')) {
            (false, Some((key, value))) if is_key(key) => front.push((key.trim().to_owned(), scalar(value))),
            (true, _) if !front.is_empty() => {
                let more = scalar(text.strip_prefix("- ").unwrap_or(text));
                if let Some((_, value)) = front.last_mut() {
                    let joint = if value.is_empty() {
                        ""
                    } else if text.starts_with("- ") {
                        "; "
                    } else {
                        " "
                    };
                    value.push_str(joint);
                    value.push_str(&more);
                }
            }
            (false, None) if text.is_empty() || text.starts_with('#') => {}
            _ => return None,
        }
    }
    None
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.'))
}

/// A value of the front matter without its quotation marks, cleaned.
fn scalar(text: &str) -> String {
    let text = text.trim();
    let inner = ['"', '\''].iter().find_map(|q| text.strip_prefix(*q)?.strip_suffix(*q));
    let block = matches!(text, ">" | "|" | ">-" | "|-");
    if block { String::new() } else { crate::text::clean_line(inner.unwrap_or(text)) }
}
