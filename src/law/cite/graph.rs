//! The references of one instrument or of many, both ways: what a provision cites, what cites a provision, and what would point at nothing
//! after a repeal. Nothing is changed.

use super::Role;
use super::index::{Index, key};
use super::resolve::{Citation, Instrument, Outcome, Resolver, own_number};
use super::titles::Titles;
use crate::law::Document;
use crate::model::instrument::normal_number;
use crate::model::{Address, Label};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The references of one or several instruments.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    numbers: HashMap<String, usize>,
    indexes: Vec<Index>,
    citations: Vec<Citation>,
    /// Those of each citation, in the same order.
    keys: Vec<Keys>,
}

crate::words::named! {
    /// How a citation reaches a place.
    Reach {
        /// It names the place itself.
        Itself = "itself",
        /// It names a range that covers the place.
        Range = "range",
        /// It names a provision that holds the place.
        Holder = "holder",
        /// It names the whole instrument.
        Instrument = "instrument",
    }
}

/// A citation that reaches a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incoming<'g> {
    /// The citation.
    pub citation: &'g Citation,
    /// How it reaches the place.
    pub reach: Reach,
}

/// How much of what a citation names would be gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// All of it.
    Whole,
    /// These places of a range.
    Part(Vec<Address>),
}

/// A citation that would point at nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dangling<'g> {
    /// The citation.
    pub citation: &'g Citation,
    /// How much of it would be gone.
    pub gone: Gone,
}

/// The keys of what holds a citation and what it cites, each itself first: a provision in hand asks every citation for them.
#[derive(Debug, Clone)]
struct Keys {
    source: Vec<String>,
    place: Vec<String>,
}

impl Graph {
    /// The references of one document. Its own number is read from its head.
    pub fn of(document: &Document, titles: &Titles) -> Self {
        let number = own_number(document);
        Self::build(&[(number, document)], titles)
    }

    /// The references of one document and of others by their numbers, so that what they cite of it is known too. The one document is the
    /// first: it is meant where no number is given. Another with its number is left out.
    pub fn around(document: &Document, others: &BTreeMap<String, Document>, titles: &Titles) -> Self {
        let number = own_number(document);
        let mut list = vec![(number.clone(), document)];
        let others = others.iter().map(|(number, document)| (Some(normal_number(number)), document));
        list.extend(others.filter(|(other, _)| *other != number));
        Self::build(&list, titles)
    }

    /// The references of several documents, by their numbers.
    pub fn over(documents: &BTreeMap<String, Document>, titles: &Titles) -> Self {
        let list: Vec<(Option<String>, &Document)> =
            documents.iter().map(|(number, document)| (Some(normal_number(number)), document)).collect();
        Self::build(&list, titles)
    }

    fn build(documents: &[(Option<String>, &Document)], titles: &Titles) -> Self {
        let indexes: Vec<Index> = documents.iter().map(|(_, document)| Index::of(document)).collect();
        let named = documents.iter().enumerate().filter_map(|(at, (number, _))| Some((number.clone()?, at)));
        let numbers: HashMap<String, usize> = named.collect();
        let mut citations = Vec::new();
        for (at, (number, document)) in documents.iter().enumerate() {
            let mut resolver = Resolver::new(number.as_deref(), titles, &numbers, &indexes, at);
            resolver.document(document);
            citations.append(&mut resolver.citations);
        }
        let mut graph = Self { numbers, indexes, citations, keys: Vec::new() };
        graph.keys = graph.citations.iter().map(|citation| graph.keys_of(citation)).collect();
        graph
    }

    fn keys_of(&self, citation: &Citation) -> Keys {
        let holders = |at: Option<usize>, address: &Address| match at.and_then(|at| self.indexes.get(at)) {
            Some(index) => index.holders(address),
            None if address.is_whole() => Vec::new(),
            None => vec![key(&address.0)],
        };
        let source = self.at(citation.source.number.as_deref());
        Keys {
            source: holders(Some(source), &citation.source.address),
            place: holders(self.target(citation), &citation.place),
        }
    }

    fn with_keys(&self) -> impl Iterator<Item = (&Citation, &Keys)> {
        self.citations.iter().zip(&self.keys)
    }

    /// All citations, document by document, in the order of the text.
    pub fn citations(&self) -> &[Citation] {
        &self.citations
    }

    /// What a provision and all that stands in it cite.
    pub fn outgoing(&self, number: Option<&str>, address: &Address) -> impl Iterator<Item = &Citation> {
        let wanted = key(&address.0);
        let at = self.at(number);
        let stands = move |(c, keys): &(&Citation, &Keys)| {
            self.at(c.source.number.as_deref()) == at && (wanted.is_empty() || keys.source.contains(&wanted))
        };
        self.with_keys().filter(stands).map(|(citation, _)| citation)
    }

    /// What cites a place: its own name first, then ranges, holders and the whole instrument, each in the order of the text. History clauses
    /// and anchors cite nothing.
    pub fn incoming(&self, number: Option<&str>, address: &Address) -> Vec<Incoming<'_>> {
        let at = self.at(number);
        let holders = self.holders(at, address);
        let own = key(&address.0);
        let order: HashMap<&str, usize> = holders.iter().enumerate().map(|(n, k)| (k.as_str(), n)).collect();
        let mut found = Vec::new();
        for (citation, keys) in self.with_keys().filter(|(c, _)| c.role == Role::Target && self.target(c) == Some(at)) {
            let reach = match (&citation.until, keys.place.first()) {
                (_, None) => Some(Reach::Instrument),
                (Some(until), _) => covers(&citation.place, until, address).then_some(Reach::Range),
                (None, Some(place)) if *place == own => Some(Reach::Itself),
                (None, Some(place)) => order.contains_key(place.as_str()).then_some(Reach::Holder),
            };
            found.extend(reach.map(|reach| Incoming { citation, reach }));
        }
        found.sort_by_key(|incoming| incoming.reach as u8);
        found
    }

    /// The citations that do not resolve, with the reason in their outcome.
    pub fn unresolved(&self) -> impl Iterator<Item = &Citation> {
        self.citations.iter().filter(|c| c.role == Role::Target && matches!(c.outcome, Outcome::Missing(_)))
    }

    /// The places of a citation: those of a range one by one, where the text of the instrument is at hand.
    pub fn expand(&self, citation: &Citation) -> Vec<Address> {
        let index = self.target(citation).and_then(|at| self.indexes.get(at));
        match (&citation.until, index) {
            (Some(until), Some(index)) => index.expand(&citation.place, until),
            _ => vec![citation.place.clone()],
        }
    }

    /// The places of an instrument from one to the sibling with the label `until`, in the order of the text; none if the ends do not exist.
    pub fn range(&self, number: Option<&str>, from: &Address, until: &Label) -> Vec<Address> {
        self.indexes.get(self.at(number)).map(|index| index.expand(from, until)).unwrap_or_default()
    }

    /// Whether the text of an instrument is at hand and has this place.
    pub fn has(&self, number: Option<&str>, address: &Address) -> bool {
        self.indexes.get(self.at(number)).is_some_and(|index| index.has(address))
    }

    /// The citations that would point at nothing once these places of an instrument are repealed: inside it and in the other documents. What
    /// is repealed itself cites nothing any more.
    pub fn dangling(&self, number: Option<&str>, repealed: &BTreeSet<Address>) -> Vec<Dangling<'_>> {
        let at = self.at(number);
        let keys: HashSet<String> = repealed.iter().map(|a| key(&a.0)).collect();
        // The labels repealed under each holder, for ranges.
        let mut below: HashMap<String, BTreeSet<(u8, Label)>> = HashMap::new();
        for address in repealed {
            if let Some((last, holder)) = address.0.split_last() {
                below.entry(key(holder)).or_default().insert((last.level.depth(), last.label.clone()));
            }
        }
        // An Điều goes with the Chương or Mục that is repealed.
        let holds_articles = repealed.iter().any(|address| address.article().is_none());
        for address in self.indexes.get(at).filter(|_| holds_articles).map(Index::articles).unwrap_or_default() {
            if let Some((last, _)) = address.0.split_last()
                && self.holders(at, &address).iter().any(|k| keys.contains(k))
            {
                below.entry(String::new()).or_default().insert((last.level.depth(), last.label.clone()));
            }
        }
        let repeals = |at: usize, address: &Address| self.holders(at, address).iter().any(|k| keys.contains(k));
        let mut found = Vec::new();
        for (citation, of) in self.with_keys().filter(|(c, _)| c.role == Role::Target && !c.place.is_whole()) {
            if self.target(citation) != Some(at) || citation.outcome != Outcome::Found {
                continue;
            }
            let source = self.at(citation.source.number.as_deref());
            let goes = |holders: &[String]| holders.iter().any(|holder| keys.contains(holder));
            if source == at && goes(&of.source) {
                continue;
            }
            let gone = match &citation.until {
                None => goes(&of.place).then_some(Gone::Whole),
                Some(until) => self.range_gone(citation, until, &below, |place| repeals(at, place)),
            };
            found.extend(gone.map(|gone| Dangling { citation, gone }));
        }
        found
    }

    fn range_gone(
        &self,
        citation: &Citation,
        until: &Label,
        below: &HashMap<String, BTreeSet<(u8, Label)>>,
        repeals: impl Fn(&Address) -> bool,
    ) -> Option<Gone> {
        // A repealed holder or container takes the range with it.
        if citation.place.parent().is_some_and(|holder| !holder.is_whole() && repeals(&holder)) {
            return Some(Gone::Whole);
        }
        let (last, holder) = citation.place.0.split_last()?;
        let (from, to) = ((last.level.depth(), last.label.clone()), (last.level.depth(), until.clone()));
        if from > to {
            return None;
        }
        let labels = below.get(&key(holder))?.range(from..=to).map(|(_, label)| label.as_str());
        let gone: Vec<Address> = labels.map(|label| Address(holder.to_vec()).child(last.level, label)).collect();
        let index = self.indexes.get(self.target(citation)?)?;
        match gone.len() {
            0 => None,
            all if all >= index.count(&citation.place, until) => Some(Gone::Whole),
            _ => Some(Gone::Part(gone)),
        }
    }

    /// Which document has a number; the first one where none is asked for.
    fn at(&self, number: Option<&str>) -> usize {
        number.map_or(0, |n| self.numbers.get(n).copied().unwrap_or(usize::MAX))
    }

    /// Which document a citation points at.
    fn target(&self, citation: &Citation) -> Option<usize> {
        match &citation.instrument {
            Instrument::Own => Some(self.at(citation.source.number.as_deref())),
            Instrument::Number(number) => self.numbers.get(number).copied(),
            Instrument::Unknown => None,
        }
    }

    fn holders(&self, at: usize, address: &Address) -> Vec<String> {
        self.indexes.get(at).map(|index| index.holders(address)).unwrap_or_default()
    }
}

/// Whether a range covers a place or what holds it.
pub(super) fn covers(from: &Address, until: &Label, address: &Address) -> bool {
    let Some((last, holder)) = from.0.split_last() else { return false };
    let Some(step) = address.0.get(holder.len()).filter(|s| s.level == last.level) else { return false };
    let upper = address.0.get(..holder.len()).unwrap_or_default();
    key(holder) == key(upper) && last.label <= step.label && step.label <= *until
}
