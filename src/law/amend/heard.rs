//! The rule against silence: every sentence that looks like an order gives an operation, stands for review, or announces orders below it that do.
//! What a sentence means is decided elsewhere; here only that it was not lost.

use super::complete::complete_all;
use super::operation::{Amendment, Named, Reason, Unresolved};
use super::sentence::{Spoken, lists_below};
use crate::law::name::{mention, place};
use crate::model::{Address, InstrumentKind};
use std::collections::{BTreeMap, BTreeSet};

/// A sentence that looks like an order.
#[derive(Debug)]
pub(super) struct Heard {
    here: Address,
    line: usize,
    sentence: String,
    /// Whether new text stands behind it.
    quoted: bool,
    /// Whether it can announce what follows it in its own provision.
    announces: bool,
    /// Whether its label does not follow those before it: nothing below its provision answers for it.
    stray: bool,
    /// Whether nothing was read of it: what was read on its line belongs to another sentence.
    silent: bool,
    /// The instrument that the orders above it change, and the part of it.
    aim: Option<(Named, Address)>,
}

impl Heard {
    pub fn of(spoken: &Spoken<'_>, here: &Address, heading: bool, aim: Option<(Named, Address)>) -> Self {
        let stray = spoken.stray;
        let announces = !stray && (heading || lists_below(&spoken.sentence));
        let (line, sentence) = (spoken.line, spoken.sentence.clone());
        Self {
            here: here.clone(),
            line,
            sentence,
            quoted: !spoken.quotes.is_empty(),
            announces,
            stray,
            silent: false,
            aim,
        }
    }

    /// The same, of which nothing was read.
    pub fn silent(self) -> Self {
        Self { silent: true, ..self }
    }

    /// Whether something that was read stands for this sentence.
    fn is_answered(&self, answers: &Answers<'_>) -> bool {
        let own = answers.at(&self.here).iter().any(|answer| {
            (answer.line == self.line && !self.silent) || (answer.line > self.line && self.announces && !self.quoted)
        });
        own || (!self.quoted && !self.stray && answers.below(&self.here).next().is_some())
    }

    /// Whether a line for review stands below it, where it announces what does.
    fn announces_line(&self, below: &Unresolved) -> bool {
        if self.quoted || self.stray {
            return false;
        }
        match below.source == self.here {
            true => below.line > self.line && self.announces,
            false => self.here.holds(&below.source),
        }
    }

    /// At what the sentence aims, as far as that is known: the places that it names of the instrument which the orders above it change, or that itself.
    /// An instrument that it names itself goes before; nothing where it names several, for which of them is meant is not known.
    fn aims(&self) -> Vec<(Named, Address)> {
        let at = InstrumentKind::words().flat_map(|kind| self.sentence.match_indices(kind).map(|(at, _)| at));
        let own: BTreeSet<Named> = at.filter_map(|at| mention::read(&self.sentence, at)).filter_map(called).collect();
        let (named, base) = match (own.len(), own.into_iter().next(), &self.aim) {
            (0, _, Some((named, base))) => (named.clone(), base.clone()),
            (1, Some(named), _) => (named, Address::default()),
            _ => return Vec::new(),
        };
        let places = complete_all(&place::all(&self.sentence), &base).unwrap_or_default();
        let mut aims: Vec<(Named, Address)> = places.into_iter().map(|(place, _)| (named.clone(), place)).collect();
        if aims.is_empty() {
            aims.push((named, base));
        }
        aims
    }

    fn lost(&self, targets: Vec<(Named, Address)>) -> Unresolved {
        let reason = Reason::Wording;
        Unresolved {
            source: self.here.clone(),
            line: self.line,
            sentence: self.sentence.clone(),
            reason,
            targets,
            beside: Vec::new(),
        }
    }
}

/// What a mention calls; nothing where it calls the instrument in which it stands.
fn called(mention: mention::Mention) -> Option<Named> {
    let name = mention.name.as_ref().map(|name| format!("{} {name}", mention.kind));
    let known = !mention.this && (mention.number.is_some() || name.is_some());
    known.then_some(Named { number: mention.number, name })
}

/// A sentence that only announces, with the places that it names.
#[derive(Debug)]
pub(super) struct Frame {
    sentence: Heard,
    places: Vec<(Named, Address)>,
}

impl Frame {
    pub fn of(spoken: &Spoken<'_>, here: &Address, places: impl Iterator<Item = (Named, Address)>) -> Self {
        Self { sentence: Heard::of(spoken, here, true, None), places: places.collect() }
    }

    /// The places that no order below it touches; none where one of these stands for review without a place.
    fn untouched(&self, answers: &Answers<'_>) -> Vec<(Named, Address)> {
        let here = &self.sentence.here;
        let below: Vec<&Answer<'_>> = answers.at(here).iter().chain(answers.below(here)).collect();
        if self.places.is_empty() {
            return self.unheeded(answers);
        }
        if below.iter().any(|answer| answer.open) {
            return Vec::new();
        }
        let touched = |named: &Named, place: &Address| {
            let near = |(other, at): &(&Named, &Address)| {
                named.same(other) && place.is_whole() == at.is_whole() && (place.holds(at) || at.holds(place))
            };
            below.iter().flat_map(|answer| &answer.places).any(near)
        };
        self.places.iter().filter(|(named, place)| !touched(named, place)).cloned().collect()
    }
}

impl Frame {
    /// The instrument that a sentence announces to change, and that nothing anywhere changes: "Thông tư này sửa đổi, bổ sung một số điều của Thông tư số …".
    fn unheeded(&self, answers: &Answers<'_>) -> Vec<(Named, Address)> {
        let mut all = answers.0.values().flatten();
        let mut aims = self.sentence.aims();
        aims.retain(|(named, _)| named.number.is_some());
        let heeded = |answer: &Answer<'_>| {
            answer.places.is_empty()
                || answer.places.iter().any(|(named, _)| aims.iter().any(|(aim, _)| aim.same(named)))
        };
        if all.any(heeded) { Vec::new() } else { aims }
    }
}

/// An operation, or a line for review.
struct Answer<'a> {
    line: usize,
    places: Vec<(&'a Named, &'a Address)>,
    /// Whether it is for review and no place of it is known.
    open: bool,
}

/// All of them by where they are ordered: what stands below a place follows it.
struct Answers<'a>(BTreeMap<&'a Address, Vec<Answer<'a>>>);

impl<'a> Answers<'a> {
    fn of(done: &'a Amendment) -> Self {
        let mut answers: BTreeMap<&Address, Vec<Answer<'_>>> = BTreeMap::new();
        for one in &done.operations {
            let answer = Answer { line: one.line, places: vec![(&one.instrument, &one.place)], open: false };
            answers.entry(&one.source).or_default().push(answer);
        }
        let mut answers = Self(answers);
        answers.add(&done.unresolved);
        answers
    }

    fn add(&mut self, unresolved: &'a [Unresolved]) {
        for one in unresolved {
            let places = one.targets.iter().map(|(named, place)| (named, place)).collect();
            let open = one.targets.iter().all(|(_, place)| place.is_whole());
            let answer = Answer { line: one.line, places, open };
            self.0.entry(&one.source).or_default().push(answer);
        }
    }

    fn at(&self, here: &Address) -> &[Answer<'a>] {
        self.0.get(here).map(Vec::as_slice).unwrap_or_default()
    }

    fn below<'s>(&'s self, here: &'s Address) -> impl Iterator<Item = &'s Answer<'a>> {
        let inside = self.0.range::<Address, _>(here..).skip_while(move |(at, _)| ***at == *here);
        inside.take_while(move |(at, _)| here.holds(at)).flat_map(|(_, answers)| answers)
    }
}

/// The orders that were seen and came to nothing, for review. One that announces others is answered where these stand for review.
pub(super) fn missed(heard: &[Heard], frames: &[Frame], done: &Amendment) -> Vec<Unresolved> {
    let mut lost: Vec<Unresolved> = Vec::new();
    let mut answers = Answers::of(done);
    // From the last to the first: what stands below an order is settled before it.
    for one in heard.iter().rev().filter(|one| !one.is_answered(&answers)).collect::<Vec<_>>() {
        let told = lost.iter().any(|below| one.announces_line(below));
        if !told {
            lost.push(one.lost(one.aims()));
        }
    }
    lost.reverse();
    let mut found = Vec::new();
    answers.add(&lost);
    for frame in frames {
        let at = (&frame.sentence.here, frame.sentence.line);
        let targets = frame.untouched(&answers);
        if !targets.is_empty() && !lost.iter().any(|one| (&one.source, one.line) == at) {
            found.push(frame.sentence.lost(targets));
        }
    }
    drop(answers);
    lost.extend(found);
    lost
}

/// The lines for review in their order, one and the same order once: with all at which it aims.
pub(super) fn once(mut all: Vec<Unresolved>) -> Vec<Unresolved> {
    all.sort_by_key(|one| one.line);
    let mut found: Vec<Unresolved> = Vec::with_capacity(all.len());
    for one in all {
        let same = |have: &&mut Unresolved| {
            have.source == one.source && have.line == one.line && have.sentence == one.sentence
        };
        match found.iter_mut().rev().take(8).find(same) {
            Some(have) => {
                for target in one.targets {
                    have.targets.extend(Some(target).filter(|target| !have.targets.contains(target)));
                }
                have.beside.extend(one.beside);
            }
            None => found.push(one),
        }
    }
    found
}
