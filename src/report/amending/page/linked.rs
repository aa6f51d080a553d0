//! What leads where on the page of an instrument: the names of its provisions, and the references to places of its own.

use super::said;
use crate::law::address::addresses;
use crate::law::name::stable::Stable;
use crate::law::{Document, Graph, Outline, Titles};
use crate::model::{Address, Level};
use crate::report::markdown;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// The names and the references of one instrument.
#[derive(Debug)]
pub(super) struct Linked<'a> {
    /// By the byte at which the line of a provision begins, the name of the provision and its place.
    names: HashMap<usize, (String, Address)>,
    /// By where a reference begins: how far it goes, and the name to which it leads.
    references: BTreeMap<usize, (usize, String)>,
    own: Option<&'a Stable>,
}

impl<'a> Linked<'a> {
    pub(super) fn of(text: &str, own: Option<&'a Stable>) -> Self {
        let outline = Outline::read(text);
        let mut taken = HashSet::new();
        let mut names = HashMap::new();
        // New texts of an amending instrument are of another one: their places are none of this.
        let quotes: Vec<Range<usize>> =
            outline.units.iter().filter(|unit| unit.level == Level::Quote).map(|unit| unit.start..unit.end).collect();
        let quoted = |at: usize| {
            let before = quotes.partition_point(|quote| quote.start <= at);
            before.checked_sub(1).and_then(|n| quotes.get(n)).is_some_and(|quote| quote.contains(&at))
        };
        for (unit, address) in outline.units.iter().zip(addresses(&outline)) {
            let own = unit.level.is_labelled() && address.last().is_some_and(|last| last.level == unit.level);
            let Some(name) = Stable::fragment(&address).filter(|_| own && !quoted(unit.start)) else { continue };
            // The first of two that are called the same is meant.
            if taken.insert(name.clone()) {
                let line = text.get(..unit.start).map_or(0, |before| before.rfind('\n').map_or(0, |end| end + 1));
                names.entry(line).or_insert((name, address));
            }
        }
        let document = Document::from_outline(&outline);
        let mut references = BTreeMap::new();
        for citation in Graph::of(&document, &Titles::default()).citations() {
            let here = citation.instrument == crate::law::cite::Instrument::Own;
            let name = Stable::fragment(&citation.place).filter(|name| here && taken.contains(name));
            if let Some(name) = name {
                references.entry(citation.span.start).or_insert((citation.span.end, name));
            }
        }
        Self { names, references, own }
    }

    /// What the line that begins at a byte is called, and its whole address.
    pub(super) fn name(&self, line: usize) -> Option<(String, Option<String>)> {
        let (name, place) = self.names.get(&line)?;
        Some((name.clone(), self.own.map(|own| Stable { place: place.clone(), ..own.clone() }.to_string())))
    }

    /// A line as Markdown, its references as links. A reference that goes on in the next line leads from what stands in this one.
    pub(super) fn said(&self, words: &str, at: usize, mark: &str) -> String {
        let end = at + words.len();
        let mut out = String::new();
        let mut from = at;
        for (start, (until, name)) in self.references.range(at..end) {
            let (start, until) = (*start, (*until).min(end));
            let piece = |range: Range<usize>| words.get(range.start - at..range.end - at).unwrap_or_default();
            if start < from || until <= start {
                continue;
            }
            let before = piece(from..start);
            push(&mut out, before, mark);
            out.push_str(&format!("[{}](<#{name}>)", markdown::inline(piece(start..until))));
            from = until;
        }
        push(&mut out, words.get(from - at..).unwrap_or_default(), mark);
        out
    }
}

/// Puts a piece of a line behind what is there of it, with the blanks at its ends.
fn push(out: &mut String, piece: &str, mark: &str) {
    let words = piece.trim();
    let blank = |there: bool| if there { " " } else { "" };
    let before = blank(!out.is_empty() && piece.starts_with(char::is_whitespace));
    let behind = blank(!words.is_empty() && piece.ends_with(char::is_whitespace));
    let words = if out.is_empty() { said(words, mark) } else { markdown::inline(words) };
    out.extend([before, &words, behind]);
}
