//! Elements of XML, one after the other. Line ends stand only between elements that hold no text of their own, so that no reader takes them for text.

use quick_xml::escape::escape;
use std::borrow::Cow;

/// The namespace of Akoma Ntoso 3.0.
pub(super) const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// XML as it grows.
#[derive(Debug, Default)]
pub(super) struct Xml {
    out: String,
}

impl Xml {
    /// What was written.
    pub fn done(self) -> String {
        self.out
    }

    /// Text that is XML already.
    pub fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// Begins an element that holds elements.
    pub fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.out.push('\n');
    }

    /// Ends an element, and its line.
    pub fn end(&mut self, name: &str) {
        self.close(name);
        self.out.push('\n');
    }

    /// Begins an element that holds text.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('>');
    }

    /// Ends an element within a line.
    pub fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content, within a line.
    pub fn mark(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element without content, on its line.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.mark(name, attributes);
        self.out.push('\n');
    }

    /// A line of text in its element.
    pub fn line(&mut self, name: &str, text: &str) {
        self.open(name, &[]);
        self.text(text);
        self.end(name);
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        self.out.push_str(&escape(lawful(text)));
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.out.push_str(&escape(lawful(value)));
            self.out.push('"');
        }
    }
}

/// Text without the signs that XML 1.0 cannot hold, not even escaped (its production 2); each becomes U+FFFD, so that one sees where it stood.
fn lawful(text: &str) -> Cow<'_, str> {
    let held = |c: char| c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\t' | '\n');
    if text.chars().all(held) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if held(c) { c } else { '\u{fffd}' }).collect())
}
