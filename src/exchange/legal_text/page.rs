//! A web page as lines: which elements break lines, which are never seen, and which of them holds the law.

use super::shape::{self, SourceLine, Table};

/// What is never seen, or is not text.
const DROPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "select", "button", "nav", "iframe", "object",
    "textarea", "title", "canvas", "video", "audio",
];

const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "center",
    "form",
    "fieldset",
    "figure",
    "figcaption",
    "address",
    "details",
    "summary",
    "body",
    "html",
];

/// Elements within a line that matter all the same.
const INLINE: &[&str] = &["span", "a", "label", "sup"];

/// Elements whose text is text of the law, whatever scripts are tied to what stands in them.
const PARAGRAPHS: &[&str] =
    &["p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "caption"];

/// How many elements may be open, and how many are looked through for the start of one that ends: more are not found in pages, only in traps.
const DEEPEST: usize = 5000;
const REACH: usize = 256;

/// An open element.
#[derive(Debug)]
struct Open {
    name: &'static str,
    node: usize,
    dropped: bool,
    hidden: bool,
    control: bool,
    paragraph: bool,
    /// For a `sup`: where in the line its text begins, and whether it leads to a note.
    raised_from: Option<usize>,
    note: bool,
    /// Whether it is a table whose rows are followed.
    table: bool,
}

/// A start tag while its attributes are read.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// Its name, in small letters.
    pub name: String,
    /// Its class or style keeps it from being seen, or from being part of the text.
    pub hidden: bool,
    /// It is wired to a script: a control of the page, if it is not part of a paragraph.
    pub control: bool,
    /// It leads to a place within the page, as the mark of a note does.
    pub note: bool,
}

/// A line of the page.
#[derive(Debug)]
struct PageLine {
    line: SourceLine,
    node: usize,
    hidden: bool,
    linked: bool,
}

/// The page while it is read.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The blocks in the order of the page, each by the one that holds it. They count from 1; 0 is the page.
    parents: Vec<usize>,
    open: Vec<Open>,
    tables: Vec<Table>,
    found: Vec<PageLine>,
    /// The line that is being put together.
    current: String,
    source: usize,
    /// Whether the line has text that is no control; text outside of links; text that can be seen.
    genuine: bool,
    unlinked: bool,
    seen: bool,
    links: usize,
}

impl Page {
    /// A start tag.
    pub fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if matches!(name, "br" | "hr") {
            return self.end_line();
        }
        let known = |list: &[&'static str]| list.iter().find(|n| **n == name).copied();
        let (Some(name), dropped) =
            (known(BLOCKS).or_else(|| known(INLINE)).or_else(|| known(DROPPED)), known(DROPPED).is_some())
        else {
            return;
        };
        let block = BLOCKS.contains(&name);
        if block {
            self.end_line();
            self.imply_ends(name);
        }
        if self.open.len() >= DEEPEST {
            return;
        }
        let above = self.open.last();
        let parent = above.map_or(0, |o| o.node);
        // Only blocks are places in which a law can stand.
        let node = if block {
            self.parents.push(parent);
            self.parents.len()
        } else {
            parent
        };
        let paragraph = above.is_some_and(|o| o.paragraph) || PARAGRAPHS.contains(&name);
        let table = name == "table" && self.tables.len() < shape::NESTED && !above.is_some_and(|o| o.dropped);
        let element = Open {
            name,
            node,
            dropped: dropped || above.is_some_and(|o| o.dropped),
            hidden: tag.hidden || above.is_some_and(|o| o.hidden),
            control: !paragraph && (above.is_some_and(|o| o.control) || (tag.control && !block)),
            paragraph,
            raised_from: (name == "sup").then_some(self.current.len()),
            note: name == "a" && tag.note,
            table,
        };
        if name == "a" {
            self.links += 1;
            if tag.note
                && let Some(sup) = self.open.last_mut().filter(|o| o.name == "sup")
            {
                sup.note = true;
            }
        }
        if table {
            self.tables.push(Table::default());
        } else if let Some(table) = self.tables.last_mut() {
            match name {
                "tr" => table.row(),
                "td" | "th" => table.cell(),
                _ => {}
            }
        }
        self.open.push(element);
    }

    /// An end tag.
    pub fn close(&mut self, name: &str) {
        if name == "p" || name == "br" {
            self.end_line();
        }
        let cell = matches!(name, "table" | "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" | "body" | "html");
        let mut found = None;
        for (at, open) in self.open.iter().enumerate().rev().take(REACH) {
            if open.name == name {
                found = Some(at);
                break;
            }
            if !cell && matches!(open.name, "td" | "th" | "table") {
                break;
            }
        }
        if let Some(at) = found {
            self.close_to(at);
        }
    }

    /// Closes all open elements from a place on.
    fn close_to(&mut self, at: usize) {
        while self.open.len() > at {
            let Some(element) = self.open.pop() else { break };
            match element.name {
                "a" => self.links = self.links.saturating_sub(1),
                "sup" => self.raise(&element),
                _ if BLOCKS.contains(&element.name) => {
                    // The line belongs to the element that ends.
                    self.open.push(element);
                    self.end_line();
                    if self.open.pop().is_some_and(|e| e.table) {
                        self.end_table();
                    }
                }
                _ => {}
            }
        }
    }

    /// Text, of which the first letter stands on a line of the file.
    pub fn text(&mut self, text: &str, line: usize) {
        let (dropped, hidden, control, verbatim) = self
            .open
            .last()
            .map_or((false, false, false, false), |o| (o.dropped, o.hidden, o.control, o.name == "pre"));
        if dropped {
            return;
        }
        let mut at = line;
        for c in text.chars() {
            if c == '\n' {
                at += 1;
            }
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if verbatim && c == '\n' {
                    self.end_line();
                } else if !self.current.is_empty() && !self.current.ends_with(' ') {
                    self.current.push(' ');
                }
                continue;
            }
            if self.current.is_empty() {
                self.source = at;
            }
            self.genuine |= !control;
            self.seen |= !hidden;
            self.unlinked |= self.links == 0;
            self.current.push(c);
        }
    }

    fn end_line(&mut self) {
        let text = std::mem::take(&mut self.current);
        let (genuine, seen, unlinked) =
            (std::mem::take(&mut self.genuine), std::mem::take(&mut self.seen), std::mem::take(&mut self.unlinked));
        let text = crate::text::clean_line(&text);
        let button = !genuine && text.len() < 60 && !shape::is_legal(&text);
        if text.is_empty() || button || shape::is_ornament(&text) {
            return;
        }
        let line = SourceLine { text, source: self.source };
        match self.tables.last_mut() {
            Some(table) if seen => table.push(line),
            _ => self.put(line, !seen, !unlinked),
        }
    }

    fn put(&mut self, line: SourceLine, hidden: bool, linked: bool) {
        let node = self.open.last().map_or(0, |o| o.node);
        self.found.push(PageLine { line, node, hidden, linked });
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        for line in table.lines() {
            match self.tables.last_mut() {
                Some(outer) => outer.push(line),
                None => self.put(line, false, false),
            }
        }
    }

    /// What stood raised: the mark of a note as `[1]`, an exponent as one.
    fn raise(&mut self, sup: &Open) {
        let Some(from) =
            sup.raised_from.filter(|from| *from <= self.current.len() && self.current.is_char_boundary(*from))
        else {
            return;
        };
        let text = self.current.split_off(from);
        let note = sup.note || self.open.iter().rev().take(4).any(|o| o.note);
        let bare = text.trim();
        if note && !bare.is_empty() && !bare.starts_with(['[', '(']) {
            self.current.push_str(&format!("[{bare}]"));
        } else {
            self.current.push_str(&shape::raised(&text));
        }
    }

    /// A block ends what cannot hold it: a paragraph, the item or the cell before.
    fn imply_ends(&mut self, name: &str) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            _ => (&[], &[]),
        };
        let mut last = None;
        for (at, open) in self.open.iter().enumerate().rev().take(REACH) {
            if ends.contains(&open.name) || (open.name == "p" && ends.is_empty()) {
                last = Some(at);
                break;
            }
            // A paragraph holds no block, so only elements of its own line can stand open in it.
            if within.contains(&open.name) || (ends.is_empty() && !INLINE.contains(&open.name)) {
                break;
            }
        }
        if let Some(at) = last {
            self.close_to(at);
        }
    }

    /// The lines of the law.
    pub fn into_lines(mut self) -> Vec<SourceLine> {
        self.end_line();
        self.close_to(0);
        // A page that shows no law until something is clicked holds it hidden.
        let legal = |hidden: bool| {
            self.found.iter().filter(|f| f.hidden == hidden && !f.linked && shape::is_legal(&f.line.text)).count()
        };
        let all = legal(false) < 3 && legal(true) >= 3;
        let body = self.body(all);
        let mut inside = vec![false; self.parents.len() + 1];
        for at in 0..inside.len() {
            let above =
                at.checked_sub(1).and_then(|n| self.parents.get(n)).is_some_and(|p| inside.get(*p) == Some(&true));
            if let Some(slot) = inside.get_mut(at) {
                *slot = at == body || above;
            }
        }
        let kept = |f: &PageLine| (all || !f.hidden) && inside.get(f.node) == Some(&true);
        self.found.into_iter().filter(kept).map(|f| f.line).collect()
    }

    /// The place that holds the law: the deepest with nine tenths of its letters and with the national motto and the list of receivers, if the
    /// page has them.
    fn body(&self, all: bool) -> usize {
        let lines = || self.found.iter().filter(|f| (all || !f.hidden) && !f.linked);
        let total: usize = lines().filter(|f| shape::is_legal(&f.line.text)).map(|f| f.line.text.len()).sum();
        let mut own = vec![0_usize; self.parents.len() + 1];
        for found in lines() {
            let text = found.line.text.as_str();
            let anchor = text.to_lowercase().contains("xã hội chủ nghĩa việt nam") && text.len() < 120
                || text.starts_with("Nơi nhận");
            let weight = if anchor {
                total / 4 + 1
            } else if shape::is_legal(text) {
                text.len()
            } else {
                0
            };
            if let Some(slot) = own.get_mut(found.node) {
                *slot += weight;
            }
        }
        // Each place stands behind the one that holds it, so that one walk from the end adds up all.
        let mut heaviest: Vec<(usize, usize)> = vec![(0, 0); own.len()];
        for at in (1..own.len()).rev() {
            let mass = own.get(at).copied().unwrap_or(0);
            let parent = self.parents.get(at - 1).copied().unwrap_or(0);
            if let Some(slot) = own.get_mut(parent) {
                *slot += mass;
            }
            if let Some(best) = heaviest.get_mut(parent).filter(|best| best.1 < mass) {
                *best = (at, mass);
            }
        }
        let whole = own.first().copied().unwrap_or(0);
        let mut at = 0;
        while let Some((child, _)) = heaviest.get(at).copied().filter(|(_, mass)| *mass > 0 && mass * 10 >= whole * 9) {
            at = child;
        }
        at
    }
}
