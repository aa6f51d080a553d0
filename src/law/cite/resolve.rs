//! Resolving the references of an instrument by where they stand. "Thông tư này" is the instrument that speaks: inside quoted text the amended one, outside it the
//! amending one. A bare "khoản 2" is one of the Điều in which it stands, or of the Điều that the item above names.

use super::directive::{amends, common_part, complete, is_directive_word, under};
use super::index::{Index, below};
use super::scan::scan;
use super::titles::{Bearer, Titles};
use super::{Cited, Reference, Role};
use crate::law::name::mention::Mention;
use crate::law::name::number;
use crate::law::name::place::Place;
use crate::law::read::quote::unquoted;
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level, Step};
use std::collections::HashMap;
use std::ops::Range;

/// How deep quotations within quotations are read; a deeper one is read as running text.
const QUOTES: u8 = 2;

/// How many characters of a reference a citation carries.
const WORDS: usize = 300;

/// A place, or a whole instrument, that a provision cites: a list gives one citation a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Where it stands.
    pub source: Source,
    /// Where the reference stands, in bytes of the text of the document.
    pub span: Range<usize>,
    /// The words of the reference; of a long list the first 300 characters.
    pub words: String,
    /// What it is for.
    pub role: Role,
    /// The instrument cited.
    pub instrument: Instrument,
    /// The place cited, from the widest step down as far as it is known; empty for the whole instrument.
    pub place: Address,
    /// The last label of a range.
    pub until: Option<Label>,
    /// Whether the heading alone is meant.
    pub heading: bool,
    /// Whether it points at something.
    pub outcome: Outcome,
}

impl Citation {
    /// The number of the instrument cited, where it is known.
    pub fn number(&self) -> Option<&str> {
        match &self.instrument {
            Instrument::Own => self.source.number.as_deref(),
            Instrument::Number(number) => Some(number),
            Instrument::Unknown => None,
        }
    }
}

/// Where a citation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The number of the citing document, where it is known.
    pub number: Option<String>,
    /// The provision of the citing document; empty for what stands before and behind its provisions.
    pub address: Address,
    /// In quoted text: the provision of the amended instrument that the words are to become part of.
    pub quoted: Option<Address>,
}

/// The instrument that a citation points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instrument {
    /// The document in which it stands.
    Own,
    /// Another, by its number in normal form.
    Number(String),
    /// It is not known which; the outcome tells why.
    Unknown,
}

/// Whether a citation points at something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The place exists.
    Found,
    /// The instrument is known, its text is not at hand.
    Elsewhere,
    /// It points at nothing, or it is not certain at what.
    Missing(Missing),
}

/// Why a citation does not resolve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The instrument has no such place; the widest step that is missing.
    NoPlace(Address),
    /// A unit of this level is named without the one that holds it, and the context does not tell.
    NoHolder(Level),
    /// An instrument is named that the list of titles does not know.
    UnknownName(String),
    /// Several instruments bear the name.
    AmbiguousName {
        /// The name.
        name: String,
        /// Their numbers.
        numbers: Vec<String>,
    },
    /// The amended instrument is meant, and the text does not tell which.
    AmendedUnsaid,
}

/// An instrument as far as the context tells.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Known {
    Own,
    Number(String),
    Unknown(Missing),
}

/// What is known at a place of the text.
#[derive(Debug, Clone)]
struct Context {
    /// The provision that speaks.
    address: Address,
    /// Phần, Chương, Mục in which it stands.
    containers: Address,
    /// The instrument that says "này".
    speaker: Known,
    /// The provision of the citing document.
    source: Address,
    /// In a quotation.
    quoted: bool,
    /// In a directive: the instrument that bare places mean, as the heading names it.
    amended: Option<Known>,
    /// What the item above names for its sub-items.
    held: Option<(Known, Address)>,
    depth: u8,
}

/// Resolves all references of one document.
pub(super) struct Resolver<'d> {
    pub number: Option<&'d str>,
    pub titles: &'d Titles,
    /// The documents at hand, by number.
    pub numbers: &'d HashMap<String, usize>,
    pub indexes: &'d [Index],
    /// Which of them is this one.
    pub own: usize,
    /// What the title of the document says that it amends.
    amended: Option<Known>,
    /// The numbers that the head of the document gives to names: "Căn cứ Luật Bánh số 9/2019/QH14".
    names: Titles,
    pub citations: Vec<Citation>,
}

impl<'d> Resolver<'d> {
    pub(super) fn new(
        number: Option<&'d str>,
        titles: &'d Titles,
        numbers: &'d HashMap<String, usize>,
        indexes: &'d [Index],
        own: usize,
    ) -> Self {
        Self { number, titles, numbers, indexes, own, amended: None, names: Titles::default(), citations: Vec::new() }
    }

    pub(super) fn document(&mut self, document: &Document) {
        self.amended =
            document.provisions.first().filter(|p| p.level == Level::Preamble).and_then(|p| self.by_title(&p.text));
        let head = document.provisions.first().filter(|p| p.level == Level::Preamble).map(|p| p.text.as_str());
        let tied: Vec<(String, String)> = scan(head.unwrap_or_default(), false)
            .into_iter()
            .filter_map(|reference| match reference.cited {
                Cited::Named { mention, .. } => Some((mention.number?, mention.name?)),
                _ => None,
            })
            .collect();
        self.names = Titles::new(tied.iter().map(|(number, name)| (number.as_str(), name.as_str())));
        let context = Context {
            address: Address::default(),
            containers: Address::default(),
            speaker: Known::Own,
            source: Address::default(),
            quoted: false,
            amended: None,
            held: None,
            depth: 0,
        };
        self.siblings(&document.provisions, &context, 0);
    }

    /// The provisions of one holder, in order; gives where they end.
    fn siblings(&mut self, provisions: &[Provision], context: &Context, from: usize) -> usize {
        let mut at = from;
        let mut context = context.clone();
        for provision in provisions {
            at = self.provision(provision, &mut context, at);
        }
        at
    }

    /// One provision with all that stands in it. A paragraph that announces new text sets the context of the quotation behind it.
    fn provision(&mut self, provision: &Provision, context: &mut Context, from: usize) -> usize {
        if provision.level == Level::Quote && context.depth < QUOTES {
            self.quotation(provision, context, from);
            return self.children_end(provision, context, from);
        }
        let mut here = context.clone();
        if let Some(address) = below(&context.address, provision) {
            here.address = address;
            if provision.level.is_container() || provision.level == Level::Annex {
                here.containers = here.address.clone();
            }
            if !here.quoted {
                here.source = here.address.clone();
            }
        }
        let begin = provision.after_mark.min(provision.text.len());
        let words = provision.text.get(begin..).unwrap_or(&provision.text);
        let begin = provision.text.len() - words.len();
        let mut references = scan(words, false);
        // "đ) Khoản 4 Điều 10 như sau:" is a directive too; its verb stands above it.
        let announces = here.amended.is_some() && words.trim_end().ends_with(':') && !references.is_empty();
        let amends = announces || amends(words, &references);
        if amends {
            complete(&mut references, words);
        }
        let scope = self.scope(words, &references, &here, amends);
        let mut own = here.clone();
        if amends {
            own.amended = scope.amended.clone();
        }
        for reference in &references {
            self.cite(reference, words, &own, from + begin);
        }
        if matches!(provision.level, Level::Paragraph | Level::Table) && amends {
            (context.amended, context.held) = (scope.amended.clone(), scope.held.clone());
        }
        here.amended = scope.amended;
        here.held = scope.held;
        self.siblings(&provision.children, &here, from + provision.text.len())
    }

    fn children_end(&mut self, provision: &Provision, context: &Context, from: usize) -> usize {
        self.siblings(&provision.children, context, from + provision.text.len())
    }

    /// What a provision says for those below it.
    fn scope(&self, words: &str, references: &[Reference], here: &Context, amends: bool) -> Context {
        let mut scope = here.clone();
        let targets = || references.iter().filter(|r| r.role == Role::Target);
        if amends {
            let named = targets().find(|r| !matches!(r.cited, Cited::Unsaid));
            scope.amended = match named {
                Some(reference) => Some(self.instrument(reference, here)),
                None => here
                    .amended
                    .clone()
                    .or_else(|| self.amended.clone())
                    .or(Some(Known::Unknown(Missing::AmendedUnsaid))),
            };
            let known = scope.amended.clone().unwrap_or(Known::Own);
            let mut common: Option<Address> = None;
            for place in targets().flat_map(|r| &r.places).filter(|p| p.this.is_none()) {
                let full = under(here.held.as_ref().map(|h| &h.1), place);
                common = Some(match common {
                    None => full,
                    Some(before) => common_part(&before, &full),
                });
            }
            if let Some(common) = common {
                scope.held = Some((known, common));
            } else if named.is_some() {
                scope.held = None;
            }
            return scope;
        }
        // "các hành vi quy định tại Điều 5 sau đây:" speaks for the items below.
        let last = targets().next_back().filter(|_| words.trim_end().ends_with(':'));
        if let Some([place]) = last.map(|r| r.places.as_slice())
            && let Some(reference) = last
            && place.until.is_none()
            && place.this.is_none()
            && place.address.0.len() == 1
            && place.address.article().is_some()
        {
            scope.held = Some((self.instrument(reference, here), place.address.clone()));
        }
        scope
    }

    /// The new text between quotation marks: it speaks as the amended instrument, from the place that the directive names.
    fn quotation(&mut self, quote: &Provision, context: &Context, from: usize) {
        let inner = unquoted(&quote.text);
        let begin = from + (inner.as_ptr() as usize).saturating_sub(quote.text.as_ptr() as usize);
        let speaker = match (&context.amended, &context.held) {
            (Some(known), _) => known.clone(),
            (None, _) => self.amended.clone().unwrap_or_else(|| context.speaker.clone()),
        };
        let inside = Context {
            address: context.held.as_ref().map(|h| h.1.clone()).unwrap_or_default(),
            containers: Address::default(),
            speaker,
            quoted: true,
            amended: None,
            held: None,
            depth: context.depth + 1,
            source: context.source.clone(),
        };
        self.siblings(&Document::read_fragment(inner).provisions, &inside, begin);
    }

    /// The citations of one reference. `words` begin at byte `from` of the document.
    fn cite(&mut self, reference: &Reference, words: &str, here: &Context, from: usize) {
        let source = Source {
            number: self.number.map(str::to_owned),
            address: here.source.clone(),
            quoted: here.quoted.then(|| here.address.clone()),
        };
        let span = reference.span.start + from..reference.span.end + from;
        // Each place of a list carries the words of the whole: a list without end must not be carried by each of its places.
        let written = words.get(reference.span.clone()).unwrap_or_default();
        let near: usize = written.chars().take(WORDS).map(char::len_utf8).sum();
        let text = crate::text::clean::collapse(written.get(..near).unwrap_or(written));
        let mut cited = Vec::new();
        if reference.places.is_empty() {
            let known = self.instrument(reference, here);
            // "Luật số: 68/2020/QH14" in the head of the instrument is its name, not a reference.
            if known == Known::Own && !matches!(reference.cited, Cited::This | Cited::Part) && here.source.is_whole() {
                return;
            }
            cited.push((known, Address::default(), None, false, None));
        }
        for place in &reference.places {
            let (known, address) = self.locate(reference, place, here);
            let lost = self.lost(&address, place, here);
            cited.push((known, address, place.until.clone(), place.heading, lost));
        }
        for (known, place, until, heading, lost) in cited {
            let outcome = match lost {
                Some(missing) if !matches!(known, Known::Unknown(_)) => Outcome::Missing(missing),
                _ => self.outcome(&known, &place, until.as_ref()),
            };
            let instrument = match known {
                Known::Own => Instrument::Own,
                Known::Number(number) => Instrument::Number(number),
                Known::Unknown(_) => Instrument::Unknown,
            };
            let (source, span, words, role) = (source.clone(), span.clone(), text.clone(), reference.role);
            self.citations.push(Citation { source, span, words, role, instrument, place, until, heading, outcome });
        }
    }

    /// The full address of a place, and its instrument.
    fn locate(&self, reference: &Reference, place: &Place, here: &Context) -> (Known, Address) {
        if let Some(level) = place.this {
            let home = if level.is_container() { &here.containers } else { &here.address };
            let upper = home.0.iter().take_while(|s| s.level.depth() <= level.depth()).cloned();
            return (here.speaker.clone(), Address(upper.chain(place.address.0.iter().cloned()).collect()));
        }
        let known = self.instrument(reference, here);
        let Some(first) = place.address.0.first() else { return (known, Address::default()) };
        if first.level.depth() <= Level::Article.depth() {
            return (known.clone(), self.annexed(&known, reference, &place.address, here));
        }
        match (&reference.cited, &here.held) {
            (Cited::Unsaid, Some((known, held))) => (known.clone(), under(Some(held), place)),
            (Cited::Unsaid, None) if here.amended.is_none() => (known, under(Some(&here.address), place)),
            (Cited::This | Cited::Part, None) if here.quoted => (known, under(Some(&here.address), place)),
            (_, Some((by, held))) if *by == known => (known, under(Some(held), place)),
            _ => (known, place.address.clone()),
        }
    }

    /// In an annex that has Điều of its own, "Điều 5" is the one of the annex, if it has one; "Điều 5 Quyết định này" in rules that the decision
    /// issues is the one of the decision.
    fn annexed(&self, known: &Known, reference: &Reference, address: &Address, here: &Context) -> Address {
        let named = |step: &Step| step.label.is_attached() && reference.cited == Cited::This;
        let annex = here.address.0.first().filter(|s| s.level == Level::Annex && *known == Known::Own && !named(s));
        if let Some(annex) = annex.filter(|_| address.article().is_some()) {
            let inside = Address(std::iter::once(annex).chain(&address.0).cloned().collect());
            if self.indexes.get(self.own).is_some_and(|index| index.has(&inside)) {
                return inside;
            }
        }
        address.clone()
    }

    /// A unit of an Điều that came out without its Điều.
    fn lost(&self, address: &Address, place: &Place, here: &Context) -> Option<Missing> {
        if let Some(level) = place.this {
            let home = if level.is_container() { &here.containers } else { &here.address };
            return (!home.0.iter().any(|s| s.level == level)).then_some(Missing::NoHolder(level));
        }
        let first = address.0.iter().find(|s| s.level != Level::Annex)?;
        (first.level.depth() > Level::Article.depth()).then_some(Missing::NoHolder(first.level))
    }

    /// The instrument that a reference means where it stands.
    fn instrument(&self, reference: &Reference, here: &Context) -> Known {
        match &reference.cited {
            Cited::This | Cited::Part => here.speaker.clone(),
            Cited::Unsaid => here.amended.clone().unwrap_or_else(|| here.speaker.clone()),
            Cited::Named { mention, year } => match self.bearer(mention, *year) {
                Bearer::Number(number) if self.number == Some(&number) => Known::Own,
                Bearer::Number(number) => Known::Number(number),
                Bearer::Ambiguous(numbers) => {
                    let name = mention.name.clone().unwrap_or_default();
                    Known::Unknown(Missing::AmbiguousName { name: format!("{} {name}", mention.kind), numbers })
                }
                Bearer::Unknown => {
                    let name = mention.name.as_deref().map_or(String::new(), |name| format!(" {name}"));
                    Known::Unknown(Missing::UnknownName(format!("{}{name}", mention.kind)))
                }
            },
        }
    }

    /// The instrument of a mention: by the catalogue, else by the numbers that the head of the text gives to names.
    fn bearer(&self, mention: &Mention, year: Option<i16>) -> Bearer {
        match self.titles.find(mention, year) {
            Bearer::Unknown => self.names.find(mention, year),
            known => known,
        }
    }

    fn outcome(&self, known: &Known, place: &Address, until: Option<&Label>) -> Outcome {
        let at = match known {
            Known::Own => Some(self.own),
            Known::Number(number) => self.numbers.get(number).copied(),
            Known::Unknown(missing) => return Outcome::Missing(missing.clone()),
        };
        let Some(index) = at.and_then(|at| self.indexes.get(at)) else { return Outcome::Elsewhere };
        let mut end = place.clone();
        if let (Some(last), Some(until)) = (end.0.last_mut(), until) {
            last.label = until.clone();
        }
        match [place, &end].into_iter().find(|a| !index.has(a)) {
            None => Outcome::Found,
            Some(lost) => Outcome::Missing(Missing::NoPlace(index.first_missing(lost).unwrap_or_else(|| lost.clone()))),
        }
    }

    /// The instrument that the title of an amending instrument names: `Sửa đổi, bổ sung một số điều của Thông tư số …`.
    fn by_title(&self, preamble: &str) -> Option<Known> {
        let mut at = 0;
        let title = preamble.split_inclusive('\n').find_map(|line| {
            let start = at;
            at += line.len();
            is_directive_word(line.trim_start()).then_some(start)
        })?;
        let references = scan(preamble.get(title..)?, false);
        let first = references.iter().find(|r| matches!(r.cited, Cited::Named { .. }))?;
        let Cited::Named { mention, year } = &first.cited else { return None };
        match self.titles.find(mention, *year) {
            Bearer::Number(number) => Some(Known::Number(number)),
            _ => None,
        }
    }
}

/// The number of an instrument as its head gives it: `Số: 39/2016/TT-NHNN`, `Luật số: 13/2012/QH13`.
pub(super) fn own_number(document: &Document) -> Option<String> {
    let preamble = document.provisions.first().filter(|p| p.level == Level::Preamble)?;
    preamble.text.lines().find_map(|line| {
        let at = line.find("Số:").or_else(|| line.find("số:"))?;
        number::cited(line, at + "Số:".len()).map(|n| n.0)
    })
}
