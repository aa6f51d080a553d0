//! Web pages as an analyst saves them: the body of the law is found among the navigation, blocks become lines, tables become rows.
//!
//! The tokens come from html5gum, which follows the standard and reads any bytes in one pass. Trees of the html5ever family are not used: the
//! rules by which they mend broken pages look through all open elements at each tag, so that a hostile page of nested blocks takes hours.

use super::LegalText;
use super::page::{Page, Tag};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::convert::Infallible;

/// Whether a text without a document type is a page all the same: an ending that says so, or tags of blocks at its head.
pub(super) fn looks_so(text: &str, extension: &str) -> bool {
    let head = text.trim_start();
    if !head.starts_with('<') {
        return matches!(extension, "html" | "htm") && head.contains("</");
    }
    let end = head.char_indices().nth(4000).map_or(head.len(), |(at, _)| at);
    let head = head.get(..end).unwrap_or(head).to_ascii_lowercase();
    ["<p", "<div", "<table", "<body", "<head", "<span"].iter().any(|tag| head.contains(tag))
}

/// Reads a web page.
pub(super) fn read(text: &str) -> LegalText {
    let mut reader =
        Reader { text, page: Page::default(), offset: 0, line: 1, tag: Tag::default(), attribute: String::new() };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
        reader.event(&event, span.start);
        None
    });
    emitter.naively_switch_states(true);
    // The reader of a text in memory cannot fail.
    Tokenizer::new_with_emitter(text, emitter).flatten().for_each(drop);
    let mut out = LegalText::default();
    for line in reader.page.into_lines() {
        out.push(line.text.trim(), line.source);
    }
    out
}

struct Reader<'t> {
    text: &'t str,
    page: Page,
    /// How far line ends are counted, and the line there.
    offset: usize,
    line: usize,
    tag: Tag,
    /// The name of the attribute whose value comes next.
    attribute: String,
}

impl Reader<'_> {
    fn event(&mut self, event: &CallbackEvent<'_>, at: usize) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = String::from_utf8_lossy(name).into_owned();
                self.tag = Tag { name, ..Tag::default() };
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute = String::from_utf8_lossy(name).into_owned();
                self.tag.control |= name.starts_with(b"data-") || *name == b"onclick";
                self.tag.hidden |= *name == b"hidden";
            }
            CallbackEvent::AttributeValue { value } => {
                let value = String::from_utf8_lossy(value);
                match self.attribute.as_str() {
                    "class" => {
                        // What readers or editors of a site say about a provision stands between the provisions (bình luận: comment).
                        let aside = |c: &str| {
                            ["hidden", "sr-only", "binhluan", "binh-luan", "comment"].iter().any(|w| c.contains(w))
                        };
                        self.tag.hidden |= value.split_whitespace().any(aside);
                    }
                    "style" => {
                        let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                        self.tag.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
                    }
                    "href" => self.tag.note |= value.contains('#'),
                    "role" => self.tag.control |= value == "button",
                    _ => {}
                }
            }
            CallbackEvent::CloseStartTag { .. } => self.page.open(&self.tag),
            CallbackEvent::EndTag { name } => self.page.close(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => {
                self.count_to(at);
                self.page.text(&String::from_utf8_lossy(value), self.line);
            }
            _ => {}
        }
    }

    fn count_to(&mut self, at: usize) {
        if let Some(passed) = self.text.as_bytes().get(self.offset..at) {
            self.line += memchr::memchr_iter(b'\n', passed).count();
            self.offset = at;
        }
    }
}
