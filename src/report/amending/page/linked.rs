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
        let mut references = BTreeMap::new();
        let notes = notes(text);
        let known: HashSet<usize> = notes.values().copied().collect();
        for (at, end, note) in marks(text) {
            match notes.get(&at) {
                // The note itself is what its marks lead to.
                Some(_) => names.entry(at).or_insert((format!("note-{note}"), Address::default())),
                None if known.contains(&note) => {
                    references.insert(at, (end, format!("note-{note}")));
                    continue;
                }
                None => continue,
            };
        }
        let document = Document::from_outline(&outline);
        // What a note says of "Điều này" is said of the place at which its mark stands, not of where it is printed.
        let body = notes.keys().min().copied().unwrap_or(text.len());
        let graph = Graph::of(&document, &Titles::default());
        for citation in graph.citations().iter().filter(|citation| citation.span.start < body) {
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
        if place.is_whole() {
            return Some((name.clone(), None));
        }
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

/// The marks of notes in a text, `[5]`: where each begins and ends, and its number.
fn marks(text: &str) -> impl Iterator<Item = (usize, usize, usize)> {
    text.match_indices('[').filter_map(|(at, _)| {
        let inside = text.get(at + 1..)?;
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        let number = inside.get(..digits).filter(|_| (1..=4).contains(&digits))?.parse().ok()?;
        inside.get(digits..)?.starts_with(']').then_some((at, at + digits + 2, number))
    })
}

/// The notes behind a text, by the bytes at which their lines begin: the last lines, each of which begins with its mark, counted from 1.
fn notes(text: &str) -> HashMap<usize, usize> {
    let begins = |at: usize| at == 0 || text.get(..at).is_some_and(|before| before.ends_with('\n'));
    let lines: Vec<(usize, usize)> = marks(text).filter(|(at, ..)| begins(*at)).map(|(at, _, n)| (at, n)).collect();
    let first = lines.iter().rposition(|(_, number)| *number == 1).unwrap_or(lines.len());
    lines.into_iter().skip(first).collect()
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
