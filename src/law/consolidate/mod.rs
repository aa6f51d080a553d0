//! Base and amendments become one text as of a date, each changed place with its note (Pháp lệnh 01/2012/UBTVQH13 on consolidation). Numbers are kept; a
//! repealed provision keeps its number; a suspended one stays and its note says so. An amendment of an amendment changes that amendment first.

pub mod against;
mod edit;
mod note;
mod paragraph;
mod phrase;
pub mod published;

pub(crate) use edit::is_repealed;
pub use edit::{Failure, REPEALED, carry_out, mark_for};
pub use note::{Note, NoteKind};
pub(crate) use phrase::{changes as changes_phrase, holds as holds_phrase, phrased};

use super::amend::fix::{Fix, Kept, Misfit, Settled, settle};
use super::amend::overlap::{Overlap, meetings};
use super::amend::{self, Action, Amendment, Named, Operation, Unresolved};
use super::{Document, Provision};
use crate::model::{Address, Level};
use crate::text::clean_line;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// An amending instrument with what it orders; its text is its own where later instruments changed it.
type Amending<'d> = (Cow<'d, Document>, Amendment);

/// A consolidated instrument.
#[derive(Debug, Clone)]
pub struct Consolidation {
    /// The text as it stands on the date; changed provisions carry the numbers of their notes.
    pub document: Document,
    /// The notes in the order in which their marks stand in the text, numbered from 1.
    pub notes: Vec<Note>,
    /// What each amending instrument contributed, in the order of effect.
    pub sources: Vec<Source>,
    /// Operations that could not be carried out.
    pub failed: Vec<Failed>,
    /// Operations on phrases that stand in the text with other capitals: they were carried out, and a person should look at them.
    pub capitals: Vec<Operation>,
    /// Operations on phrases that were carried out within longer names or words too, as far as that can be seen: where, and the words around. A person should
    /// look at them.
    pub doubts: Vec<(Operation, Vec<(Address, String)>)>,
    /// Operations of one amending instrument that touch the same place.
    pub overlaps: Vec<Overlapping>,
    /// Whether, and by what, the whole instrument is repealed.
    pub repealed: Option<Note>,
    /// What was for review and a person answered, in the order of the answers.
    pub settled: Vec<Settled>,
    /// Answers that were given before and could not be used, with why.
    pub unused: Vec<(Fix, Misfit)>,
}

/// What an amending instrument contributed.
#[derive(Debug, Clone)]
pub struct Source {
    /// The instrument, with all that it does and what could not be read.
    pub amendment: Amendment,
    /// How many of its operations aim at the base and were in effect.
    pub applied: usize,
    /// How many aim at the base and take effect after the date.
    pub later: usize,
    /// How many it ordered that another amending instrument takes away.
    pub withdrawn: usize,
}

/// An operation that could not be carried out.
#[derive(Debug, Clone)]
pub struct Failed {
    /// The amending instrument.
    pub by: Named,
    /// The operation.
    pub operation: Operation,
    /// Why.
    pub failure: Failure,
}

/// Two operations of one amending instrument that touch the same place.
#[derive(Debug, Clone)]
pub struct Overlapping {
    /// How they stand to each other.
    pub overlap: Overlap,
    /// The one that is written first.
    pub first: Operation,
    /// The one that is written later.
    pub second: Operation,
}

/// Applies amending instruments to a base, as of a date; without a date, all of them. From an instrument that amends many, only what aims at
/// the base, called `own`, is taken ([`amend::named`] says what its head calls it). Amendments are ordered by date of effect, then by date of issue,
/// then as given.
pub fn consolidate(base: &Document, own: &Named, amending: &[Document], as_of: Option<Date>) -> Consolidation {
    consolidate_since(base, own, amending, (None, as_of), &[])
}

/// As [`consolidate`], to a base that is a consolidated text itself and holds what took effect by the first day, and with the answers that were given
/// before.
pub fn consolidate_since(
    base: &Document,
    own: &Named,
    amending: &[Document],
    days: (Option<Date>, Option<Date>),
    kept: &[Fix],
) -> Consolidation {
    let mut read = read(amending);
    let (settled, unused) = replay(&mut read, own, kept);
    Consolidation { settled, unused, ..carried_out(base, own, read, days, kept) }
}

/// As [`consolidate`], after a person answered what the amending instruments leave for review. What was answered before is replayed, but where it is
/// answered anew.
///
/// # Errors
/// An answer that fits nothing, or cannot be read, with why; one that was given before is passed over and told in [`Consolidation::unused`].
pub fn consolidate_with<'f>(
    base: &Document,
    own: &Named,
    amending: &[Document],
    as_of: Option<Date>,
    fixes: &'f [Fix],
) -> Result<Consolidation, (&'f Fix, Misfit)> {
    let mut read = read(amending);
    let given = fixes.iter().filter(|fix| fix.kept.is_none());
    let answered = given.map(|fix| answer(&mut read, own, fix).map_err(|misfit| (fix, misfit)));
    let mut settled = answered.collect::<Result<Vec<_>, _>>()?;
    let anew = |kept: &Kept, fix: &Fix| {
        settled.iter().any(|one| one.source == fix.at && clean_line(&one.order) == clean_line(&kept.order))
    };
    let kept = fixes.iter().filter(|fix| fix.kept.as_ref().is_some_and(|kept| !anew(kept, fix)));
    let (replayed, unused) = replay(&mut read, own, kept);
    settled.extend(replayed);
    Ok(Consolidation { settled, unused, ..carried_out(base, own, read, (None, as_of), fixes) })
}

/// Replays what was answered before. An answer for another base than this one is not for it.
fn replay<'f>(
    read: &mut [Amending<'_>],
    own: &Named,
    kept: impl IntoIterator<Item = &'f Fix>,
) -> (Vec<Settled>, Vec<(Fix, Misfit)>) {
    let (mut settled, mut unused) = (Vec::new(), Vec::new());
    for fix in kept {
        let base = fix.kept.as_ref().and_then(|kept| kept.base.as_ref());
        let there = read.iter().any(|(_, amendment)| fix.by.is_none() || fix.by == amendment.named.number);
        if !there || base.is_some_and(|base| !base.same(own)) {
            continue;
        }
        match answer(read, own, fix) {
            Ok(one) => settled.push(one),
            Err(misfit) => unused.push((fix.clone(), misfit)),
        }
    }
    (settled, unused)
}

fn read(amending: &[Document]) -> Vec<Amending<'_>> {
    amending.iter().map(|document| (Cow::Borrowed(document), amend::read(document))).collect()
}

/// Gives an answer to the one instrument that has the line for it.
fn answer(read: &mut [Amending<'_>], own: &Named, fix: &Fix) -> Result<Settled, Misfit> {
    let mut found: Option<(usize, Amendment, Settled)> = None;
    let mut why = Misfit::Nothing;
    for (n, (document, amendment)) in read.iter().enumerate() {
        if fix.by.is_some() && fix.by != amendment.named.number {
            continue;
        }
        let mut changed = amendment.clone();
        match settle(document, &mut changed, own, fix) {
            Ok(_) if found.is_some() => return Err(Misfit::Several(2)),
            Ok(settled) => found = Some((n, changed, settled)),
            Err(Misfit::Nothing) => {}
            Err(misfit) => why = misfit,
        }
    }
    let (n, changed, settled) = found.ok_or(why)?;
    if let Some((_, amendment)) = read.get_mut(n) {
        *amendment = changed;
    }
    Ok(settled)
}

fn carried_out(
    base: &Document,
    own: &Named,
    read: Vec<Amending<'_>>,
    (since, as_of): (Option<Date>, Option<Date>),
    fixes: &[Fix],
) -> Consolidation {
    let ordered: Vec<usize> = read.iter().map(|(_, a)| a.operations.len()).collect();
    let amending = effective_texts(read, as_of, own, fixes);
    let source = |((_, amendment), ordered): (&Amending<'_>, usize)| Source {
        amendment: amendment.clone(),
        applied: 0,
        later: 0,
        withdrawn: ordered.saturating_sub(amendment.operations.len()),
    };
    let mut queue: Vec<(Option<Date>, Option<Date>, usize, usize)> = Vec::new();
    for (n, (_, amendment)) in amending.iter().enumerate() {
        for (at, operation) in amendment.operations.iter().enumerate() {
            if operation.instrument.same(own) {
                // An erratum acts back to the start of what it corrects: before every amendment.
                let effective = if operation.erratum { Some(Date::MIN) } else { operation.effective };
                queue.push((effective, amendment.issued, n, at));
            }
        }
    }
    queue.sort_by_key(|(effective, issued, n, at)| (*effective, *issued, *n, *at));
    let mut done = Consolidation {
        document: base.clone(),
        notes: Vec::new(),
        sources: amending.iter().zip(ordered).map(source).collect(),
        failed: Vec::new(),
        capitals: Vec::new(),
        doubts: Vec::new(),
        overlaps: Vec::new(),
        repealed: None,
        settled: Vec::new(),
        unused: Vec::new(),
    };
    let in_effect = |day: Option<Date>| {
        !day.is_some_and(|from| since.is_some_and(|day| from <= day) || as_of.is_some_and(|day| from > day))
    };
    let (mut idle, mut against) = (BTreeSet::new(), BTreeSet::new());
    for (n, (_, amendment)) in amending.iter().enumerate() {
        let aimed: Vec<usize> =
            queue.iter().filter(|one| one.2 == n).map(|one| one.3).collect::<BTreeSet<_>>().into_iter().collect();
        let aimed_at: Vec<Operation> = aimed.iter().filter_map(|at| amendment.operations.get(*at).cloned()).collect();
        for met in meetings(&aimed_at, Some(base)) {
            let (Some(first), Some(second)) = (aimed_at.get(met.first), aimed_at.get(met.second)) else { continue };
            let at = |of: usize| aimed.get(of).map(|at| (n, *at));
            idle.extend(met.idle.and_then(at));
            if met.overlap == Overlap::Against {
                against.extend(at(met.first).into_iter().chain(at(met.second)));
            }
            if in_effect(first.effective) {
                let (first, second) = (first.clone(), second.clone());
                done.overlaps.push(Overlapping { overlap: met.overlap, first, second });
            }
        }
    }
    for (effective, _, n, at) in queue {
        let Some((document, amendment)) = amending.get(n) else { continue };
        let Some(operation) = amendment.operations.get(at) else { continue };
        match (effective, as_of) {
            (Some(from), _) if since.is_some_and(|day| from <= day) => {}
            (Some(from), Some(day)) if from > day => {
                if let Some(source) = done.sources.get_mut(n) {
                    source.later += 1;
                }
            }
            (None, Some(_)) => done.fail(amendment, operation, Failure::NoDate),
            _ if against.contains(&(n, at)) => done.fail(amendment, operation, Failure::Contradicts),
            _ if idle.contains(&(n, at)) => {}
            _ => done.apply(n, document, amendment, operation),
        }
    }
    done.note_sources(&amending, own);
    done.number_notes();
    done.sources.sort_by_key(|s| (s.amendment.effective, s.amendment.issued));
    done
}

/// Each amending instrument as later ones leave it, and its operations. A later repeal of an order takes the order away.
fn effective_texts<'d>(
    mut read: Vec<Amending<'d>>,
    as_of: Option<Date>,
    own: &Named,
    fixes: &[Fix],
) -> Vec<Amending<'d>> {
    let mut order: Vec<usize> = (0..read.len()).collect();
    order.sort_by_key(|n| read.get(*n).map(|(_, a)| (a.issued, a.effective, *n)));
    // From the last to the first: what changes an amendment is settled before the amendment is read.
    for (rank, at) in order.iter().enumerate().rev() {
        let Some((document, amendment)) = read.get(*at) else { continue };
        let mut edited: Option<Document> = None;
        let mut changed = false;
        for later in order.iter().skip(rank + 1) {
            let Some((source, by)) = read.get(*later) else { continue };
            let in_effect = |o: &&Operation| as_of.is_none_or(|day| o.effective.is_some_and(|from| from <= day));
            for operation in by.operations.iter().filter(|o| o.instrument.same(&amendment.named)).filter(in_effect) {
                let text = edited.get_or_insert_with(|| document.as_ref().clone());
                changed |= carry_out(text, &operation.place, operation.heading, &operation.action, source).is_ok();
            }
        }
        if let Some(text) = edited.filter(|_| changed) {
            let mut again = amend::read(&text);
            // What was answered by hand stays so, unless the line is gone.
            let number = again.named.number.clone();
            for fix in fixes.iter().filter(|fix| fix.by.is_none() || fix.by == number) {
                let _ = settle(&text, &mut again, own, fix);
            }
            if let Some(slot) = read.get_mut(*at) {
                *slot = (Cow::Owned(text), again);
            }
        }
    }
    read
}

impl Consolidation {
    /// What is for review of orders that aim at the base, or at nothing that is known, with the instrument that gives them.
    pub fn open(&self, own: &Named) -> Vec<(&Named, &Unresolved)> {
        let all = self.sources.iter().flat_map(|s| s.amendment.unresolved.iter().map(|one| (&s.amendment.named, one)));
        let aims = |one: &Unresolved| one.targets.is_empty() || one.targets.iter().any(|(named, _)| named.same(own));
        all.filter(|(_, one)| aims(one)).collect()
    }

    fn fail(&mut self, amendment: &Amendment, operation: &Operation, failure: Failure) {
        self.failed.push(Failed { by: amendment.named.clone(), operation: operation.clone(), failure });
    }

    fn apply(&mut self, n: usize, document: &Document, amendment: &Amendment, operation: &Operation) {
        let note = Note::of(amendment, operation);
        if operation.place.is_whole() && operation.action == Action::Repeal {
            self.repealed = Some(note);
            return;
        }
        let (place, heading, action) = (&operation.place, operation.heading, &operation.action);
        let doubts = phrase::doubts(&self.document, place, heading, action);
        let mut done = carry_out(&mut self.document, place, heading, action, document);
        if done == Err(Failure::NoSuchPhrase)
            && edit::change_phrase(&mut self.document, place, heading, action, true).is_ok()
        {
            self.capitals.push(operation.clone());
            done = Ok(place.clone());
        }
        match done {
            Ok(place) => {
                if !doubts.is_empty() {
                    self.doubts.push((operation.clone(), doubts));
                }
                if let Some(source) = self.sources.get_mut(n) {
                    source.applied += 1;
                }
                self.mark(&place, note);
            }
            Err(failure) => self.fail(amendment, operation, failure),
        }
    }

    /// Gives a provision its note. A place whose text is replaced loses the notes of the text before it.
    fn mark(&mut self, place: &Address, note: Note) {
        let number = self.notes.len();
        // A paragraph has no mark of its own: its note stands at the unit, beside those of the others.
        let paragraph = paragraph::is_paragraph(place) || note.part.is_some();
        let holder = place.parent().filter(|_| paragraph::is_paragraph(place));
        let place = holder.as_ref().unwrap_or(place);
        let replaces = !paragraph && matches!(note.kind, NoteKind::Amended | NoteKind::Repealed | NoteKind::Added);
        let target = match place.is_whole() {
            true => self.document.provisions.first_mut(),
            false => self.document.find_mut(place),
        };
        if let Some(provision) = target {
            if replaces {
                provision.notes.clear();
            }
            provision.notes.push(number);
            self.notes.push(note);
        }
    }

    /// Notes of the amending instruments themselves: at the legal grounds theirs, at the Điều on effect what they say of effect and transition.
    fn note_sources(&mut self, amending: &[Amending<'_>], base: &Named) {
        let mut order: Vec<usize> =
            (0..amending.len()).filter(|n| self.sources.get(*n).is_some_and(|s| s.applied > 0)).collect();
        order.sort_by_key(|n| amending.get(*n).map(|(_, a)| (a.effective, a.issued)));
        let effect = self
            .document
            .walk()
            .into_iter()
            .filter(|(a, p)| p.level == Level::Article && a.0.len() == 1 && says_effect(p.words()))
            .map(|(a, _)| a)
            .next_back();
        for n in order {
            let Some((document, amendment)) = amending.get(n) else { continue };
            if let Some(text) = grounds(document) {
                self.mark(&Address::default(), Note::whole(amendment, NoteKind::Grounds { text }));
            }
            let aimed = amendment.operations.iter().filter(|o| o.instrument.same(base));
            let ordering: Vec<Address> = aimed.filter_map(|o| o.source.article()).collect();
            let own = document
                .walk()
                .into_iter()
                .filter(|(a, p)| p.level == Level::Article && a.0.len() == 1 && !ordering.contains(a));
            let (places, texts): (Vec<Address>, Vec<String>) = own.map(|(a, p)| (a, p.full_text())).unzip();
            if let Some(effect) = effect.as_ref().filter(|_| !places.is_empty()) {
                self.mark(effect, Note::whole(amendment, NoteKind::Provisions { places, text: texts.concat() }));
            }
        }
    }

    /// Numbers the notes from 1 in the order of the text and drops those whose place is gone.
    fn number_notes(&mut self) {
        let mut order: Vec<usize> = Vec::new();
        for provision in &mut self.document.provisions {
            collect(provision, &mut order);
        }
        let notes = std::mem::take(&mut self.notes);
        self.notes = order.iter().filter_map(|at| notes.get(*at).cloned()).collect();
    }

    /// The last day on which something that was applied to the base takes effect: from then on it reads so.
    pub fn last_effect(&self, own: &Named) -> Option<Date> {
        let applied = self.sources.iter().filter(|source| source.applied > 0);
        let operations = applied.flat_map(|source| &source.amendment.operations);
        operations.filter(|o| o.instrument.same(own) && !o.erratum).filter_map(|o| o.effective).max()
    }

    /// The text with note marks in brackets, `[3]`, and the notes behind it.
    pub fn text(&self) -> String {
        note::text(self)
    }

    /// The text as Markdown: headings for containers and Điều, note marks and notes as footnotes.
    pub fn markdown(&self) -> String {
        note::markdown(self)
    }
}

/// Whether the heading of an Điều is one on effect.
fn says_effect(words: &str) -> bool {
    let heading = words.lines().next().unwrap_or_default().to_lowercase();
    heading.contains("hiệu lực") || heading.contains("điều khoản thi hành")
}

/// The legal grounds of an instrument: the lines from the first "Căn cứ" on.
fn grounds(document: &Document) -> Option<String> {
    let head = document.provisions.first().filter(|p| p.level == Level::Preamble)?;
    let lines: Vec<&str> =
        head.text.lines().map(str::trim).skip_while(|l| !l.starts_with("Căn cứ")).filter(|l| !l.is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn collect(provision: &mut Provision, order: &mut Vec<usize>) {
    for note in &mut provision.notes {
        order.push(*note);
        *note = order.len();
    }
    for child in &mut provision.children {
        collect(child, order);
    }
}
