//! Reading one component: which papers it asks for that the state holds already, and whether a copy must be certified.
//!
//! The text falls into parts (at full stops, semicolons, lines and bullets). A part is read from left to right in one of four
//! moods: a paper that is named is asked for, unless it stands in a form to fill in, in a condition, or as content of another
//! paper. A part that says "need not be handed in", or that data is used instead, takes the papers that it names out of the whole
//! component: there the cut has been made already.

use super::book::{Book, Found, Sign};
use super::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// A paper that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paper {
    /// Its item, a place in [`Book::items`].
    pub item: usize,
    /// Bytes of the text by which it was known.
    pub from: usize,
    pub to: usize,
}

/// What a component was found to ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// Papers, in the order of the text.
    pub papers: Vec<Paper>,
    /// It asks for nothing else.
    pub whole: bool,
    /// It is shown, not handed in.
    pub shown: bool,
    /// Bytes of the words that ask for a certified copy.
    pub certified: Option<(usize, usize)>,
    /// It speaks of certification at all.
    pub certification: bool,
}

/// How a paper is meant where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Asked,
    Form,
    Condition,
    Content,
}

/// Reads a component: its name and its note, and the signs in the name of its procedure.
pub(super) fn read(book: &Book, name: &str, note: &str, procedure: &[Found]) -> Reading {
    let (words, found) = book.read(name);
    let mut text = Text::new(&words, &found);
    let (mut parts, mut alone, mut certified) = (0, true, None);
    for (from, to) in text.parts() {
        parts += usize::from(to - from > 1);
        let before = text.papers.len();
        alone &= text.part(from, to);
        if text.papers.len() > before || !text.has(from, to, |s| s == Sign::Negation) {
            certified = certified.or_else(|| text.within(from, to).find(|f| f.sign == Sign::Certified));
        }
    }
    let (noted, in_note) = book.read(note);
    let mut remark = Text::new(&noted, &in_note);
    for (from, to) in remark.parts() {
        remark.part(from, to);
    }
    let data_used = |signs: &[Found]| signs.iter().any(|f| matches!(f.sign, Sign::Negation | Sign::DataUsed));
    let gone = text.all_gone || data_used(&in_note);
    let foreign = procedure.iter().any(|f| f.sign == Sign::ForeignProcedure);
    let object = |item: usize| procedure.iter().any(|f| f.sign == Sign::Paper(item) || f.sign == Sign::NotIn(item));
    let mut papers = std::mem::take(&mut text.papers);
    papers.retain(|p| {
        !gone && !foreign && !text.gone.contains(&p.item) && !remark.gone.contains(&p.item) && !object(p.item)
    });
    let one = papers.windows(2).all(|pair| book.items[pair[0].item].data == book.items[pair[1].item].data);
    let plain = found.iter().chain(&in_note).any(|f| f.sign == Sign::Plain);
    let certifies = procedure.iter().any(|f| f.sign == Sign::CertifyingProcedure);
    Reading {
        whole: parts == 1 && alone && one,
        shown: found.iter().chain(&in_note).any(|f| f.sign == Sign::Shown),
        certified: certified.filter(|_| !plain && !certifies).map(|f| place(&words, &f)),
        certification: certifies || found.iter().any(|f| f.sign == Sign::Certification),
        papers,
    }
}

/// The bytes of the source in which a phrase stands.
fn place(words: &Words, found: &Found) -> (usize, usize) {
    let from = words.places.get(found.from).map_or(0, |p| p.from);
    let to = words.places.get(found.to.saturating_sub(1)).map_or(from, |p| p.to);
    (from, to)
}

struct Text<'t> {
    words: &'t Words,
    found: &'t [Found],
    /// Words behind those after which a paper is only mentioned.
    mentions: BTreeSet<usize>,
    papers: Vec<Paper>,
    /// Items that the text itself says need not be handed in.
    gone: BTreeSet<usize>,
    all_gone: bool,
    foreign_heading: bool,
}

/// A part of more words than this is a list: it asks for more than one paper.
const LONGEST: usize = 200;

impl<'t> Text<'t> {
    fn new(words: &'t Words, found: &'t [Found]) -> Self {
        // Of the phrases that end at one word the longest speaks: "kèm theo" asks, though a paper after "theo" is only mentioned.
        let mut longest: BTreeMap<usize, Found> = BTreeMap::new();
        for one in found.iter().filter(|f| matches!(f.sign, Sign::NotAfter | Sign::Asks)) {
            longest.entry(one.to).and_modify(|f| *f = if one.from < f.from { *one } else { *f }).or_insert(*one);
        }
        let mentions = longest.into_iter().filter(|(_, f)| f.sign == Sign::NotAfter).map(|(to, _)| to).collect();
        Self {
            words,
            found,
            mentions,
            papers: Vec::new(),
            gone: BTreeSet::new(),
            all_gone: false,
            foreign_heading: false,
        }
    }

    /// The parts, as ranges of words.
    fn parts(&self) -> Vec<(usize, usize)> {
        let mut parts = Vec::new();
        let mut from = 0;
        for index in 0..=self.words.places.len() {
            if index == self.words.places.len() || self.words.get(index) == ";" {
                if index > from {
                    parts.push((from, index));
                }
                from = index + 1;
            }
        }
        parts
    }

    /// What was found in a range of words.
    fn within(&self, from: usize, to: usize) -> impl Iterator<Item = Found> + use<'t> {
        let first = self.found.partition_point(|f| f.from < from);
        self.found[first..].iter().take_while(move |f| f.from < to).filter(move |f| f.to <= to).copied()
    }

    /// What begins at a word.
    fn here(&self, index: usize, to: usize) -> impl Iterator<Item = Found> + use<'t> {
        self.within(index, to).take_while(move |f| f.from == index)
    }

    fn has(&self, from: usize, to: usize, is: impl Fn(Sign) -> bool) -> bool {
        self.within(from, to).any(|f| is(f.sign))
    }

    /// Reads a part; whether it asks for nothing but the papers found in it.
    fn part(&mut self, from: usize, to: usize) -> bool {
        if self.has(from, to, |s| matches!(s, Sign::Negation | Sign::DataUsed)) {
            self.all_gone |= self.has(from, to, |s| s == Sign::EveryPaper);
            let named: Vec<usize> = self.within(from, to).filter_map(|f| paper_of(f.sign)).collect();
            self.gone.extend(named);
            return false;
        }
        // What a heading says of papers of another state goes for the parts below it, until the next heading.
        let foreign = self.has(from, to, |s| s == Sign::Foreign);
        if self.words.get(to - 1) == ":" {
            self.foreign_heading = foreign;
        }
        if foreign || self.foreign_heading {
            return false;
        }
        let asked = self.asked(from, to);
        let alone = !asked.is_empty() && self.is_alone(from, to, &asked);
        let kept = asked.into_iter().filter(|f| {
            let item = paper_of(f.sign);
            !item.is_some_and(|item| self.has(from, to, |s| s == Sign::Unless(item)))
        });
        let papers: Vec<Paper> = kept
            .filter_map(|f| {
                let (from, to) = place(self.words, &f);
                Some(Paper { item: paper_of(f.sign)?, from, to })
            })
            .collect();
        for paper in papers {
            if !self.papers.iter().any(|p| p.item == paper.item) {
                self.papers.push(paper);
            }
        }
        alone
    }

    /// The papers that a part asks for, in its order; of those that lie in one another the longest.
    fn asked(&self, from: usize, to: usize) -> Vec<Found> {
        let mut asked: Vec<Found> = Vec::new();
        let mut mood = Mood::Asked;
        let mut outer = Vec::new();
        // Whether the next word begins a paper.
        let mut head = true;
        let mut skip = from;
        // Words before this one may stand before a paper.
        let mut led = from;
        // Words before this one belong to the phrase that set the mood.
        let mut turned = from;
        for index in from..to {
            match self.words.get(index) {
                "(" => {
                    outer.push(mood);
                    head = true;
                    continue;
                }
                ")" => {
                    mood = outer.pop().unwrap_or(mood);
                    continue;
                }
                ":" => {
                    mood = if mood == Mood::Content { mood } else { Mood::Asked };
                    head = true;
                    continue;
                }
                "," => {
                    mood = if mood == Mood::Form { Mood::Asked } else { mood };
                    head = true;
                    continue;
                }
                "/" => {
                    head = true;
                    continue;
                }
                _ => {}
            }
            // A paper's own words are no form and no condition.
            let paper = self.here(index, to).find(|f| paper_of(f.sign).is_some());
            if let Some(paper) = paper.filter(|_| index >= skip) {
                if index > from && self.mentions.contains(&index) {
                    mood = Mood::Content;
                } else if mood == Mood::Asked {
                    asked.extend(self.here(index, to).filter(|f| f.to == paper.to && paper_of(f.sign).is_some()));
                }
                skip = paper.to;
                head = false;
            }
            if index < skip {
                continue;
            }
            for found in self.here(index, to).filter(|_| index >= turned) {
                let turn = match found.sign {
                    Sign::Form if head => Some(Mood::Form),
                    Sign::Condition if mood != Mood::Content => Some(Mood::Condition),
                    Sign::Content => Some(Mood::Content),
                    // "cấp bản sao", "số bản sao" ask for nothing.
                    Sign::Asks if !self.mentions.contains(&index) => Some(Mood::Asked),
                    Sign::Alternative if mood == Mood::Form => Some(Mood::Asked),
                    _ => None,
                };
                if let Some(turn) = turn {
                    // The longest phrase that begins here speaks; those within it do not.
                    mood = turn;
                    turned = found.to;
                    if turn == Mood::Asked {
                        led = led.max(found.to);
                    }
                    break;
                }
            }
            let lead = self.here(index, to).filter(|f| matches!(f.sign, Sign::Lead | Sign::Join)).map(|f| f.to).max();
            led = led.max(lead.unwrap_or_default());
            head |= index < led;
            let word = self.words.get(index);
            head = head && (index < led || word.len() <= 2 || word.bytes().all(|b| b.is_ascii_digit()));
        }
        asked
    }

    /// Whether every piece of a part, between words that join, is one of the papers or amounts to it.
    fn is_alone(&self, from: usize, to: usize, asked: &[Found]) -> bool {
        if to - from > LONGEST || self.has(from, to, |s| s == Sign::Condition) {
            return false;
        }
        let mut start = from;
        for index in from..=to {
            let join = self.here(index, to).find(|f| f.sign == Sign::Join);
            let sign = index < to && matches!(self.words.get(index), "," | "/" | ":");
            if index < to && join.is_none() && !sign {
                continue;
            }
            let covered = |f: &Found| f.from < index && f.to > start;
            let known =
                asked.iter().any(covered) || self.within(from, to).any(|f| f.sign == Sign::Equivalent && covered(&f));
            if start < index && !known {
                return false;
            }
            start = join.map_or(index, |f| f.to).max(index + 1);
        }
        true
    }
}

fn paper_of(sign: Sign) -> Option<usize> {
    match sign {
        Sign::Paper(item) => Some(item),
        _ => None,
    }
}
