//! What holds at a place of an instrument on a day, and by which instrument: base and amendments as of that day, the days of effect and of expiry that
//! the text says, what is suspended, what ended.

use super::amend::Named;
use super::amend::fix::{Fix, Misfit, Settled};
use super::consolidate::{Consolidation, Failure, Note, NoteKind, consolidate_since, is_repealed};
use super::head::Header;
use super::name::{date::folded_at, place};
use super::{Document, Outline, PartEffect};
use crate::model::Address;
use crate::text::fold;
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Said};
use jiff::civil::Date;

crate::words::named! {
    /// Whether something holds on a day.
    State {
        /// It holds.
        InForce = "in_force" { vi: "đang có hiệu lực", en: "in force" },
        /// It does not hold yet.
        NotYet = "not_yet" { vi: "chưa có hiệu lực", en: "not yet in force" },
        /// Its time is over.
        Ended = "ended" { vi: "đã hết hiệu lực", en: "no longer in force" },
        /// It was repealed, or left out of the text.
        Repealed = "repealed" { vi: "đã bị bãi bỏ", en: "repealed" },
        /// It is not applied for a time.
        Suspended = "suspended" { vi: "đang ngưng hiệu lực", en: "suspended" },
    }
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Question<'d> {
    /// The text that the answer begins with.
    pub base: &'d Document,
    /// What the instrument is called.
    pub own: Named,
    /// The day up to which amendments are in that text, of a consolidated one.
    pub since: Option<Date>,
    /// From when the instrument applies.
    pub effective: Option<Date>,
    /// From when it no longer does.
    pub expired: Option<Date>,
    /// What may amend it.
    pub amending: &'d [Document],
    /// What was answered to orders of those.
    pub answers: &'d [Fix],
    /// The place; the empty address is the whole.
    pub place: Address,
    /// The day.
    pub day: Date,
}

/// What holds.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Whether the place holds on the day.
    pub state: State,
    /// Its text as of the day; nothing of the whole instrument, nor where it is not there.
    pub text: Option<String>,
    /// From when it reads so.
    pub from: Option<Date>,
    /// The first day on which it no longer applies, where that is said.
    pub until: Option<Date>,
    /// What changed it, or what holds it, up to the day; where it is still to come, what brings it. The last decides.
    pub changes: Vec<Note>,
    /// What may touch the place and is for a person to decide: the instrument, its line, and why.
    pub review: Vec<(Named, usize, Say)>,
    /// What was for review and was answered before.
    pub settled: Vec<Settled>,
    /// Answers that could not be used, with why.
    pub unused: Vec<(Fix, Misfit)>,
}

/// Answers; nothing where the instrument never has such a place.
pub fn standing(asked: &Question<'_>) -> Option<Standing> {
    let Question { base, own, since, place, day, .. } = asked;
    let done = consolidate_since(base, own, asked.amending, (*since, Some(*day)), asked.answers);
    let (from, until) = own_days(asked);
    let mut changes = touching(&done, place);
    let mut standing = Standing {
        state: State::InForce,
        text: None,
        from,
        until,
        changes: Vec::new(),
        review: review(&done, asked),
        settled: done.settled.clone(),
        unused: done.unused.clone(),
    };
    let found = done.document.find(place);
    if let Some(note) = &done.repealed {
        standing.state = State::Repealed;
        standing.from = note.effective;
        changes.push(note.clone());
    } else if from.is_some_and(|from| *day < from) {
        standing.state = State::NotYet;
    } else if until.is_some_and(|until| until <= *day) {
        standing.state = State::Ended;
    } else if !place.is_whole()
        && (found.is_none_or(is_repealed) || held(&done.document, place).is_some_and(is_repealed))
    {
        standing.state = State::Repealed;
        if found.is_none() && base.find(place).is_none() {
            // What is not there yet is there once all amendments are.
            let all = consolidate_since(base, own, asked.amending, (*since, None), asked.answers);
            all.document.find(place)?;
            changes = touching(&all, place);
            standing.state = State::NotYet;
        }
        standing.from = changes.last().and_then(|note| note.effective);
    } else if changes.iter().any(|note| suspends(note, *day)) {
        standing.state = State::Suspended;
    }
    if !place.is_whole() && standing.state != State::NotYet {
        standing.text = found.map(|found| found.full_text().trim_end().to_owned());
    }
    let changed = |note: &&Note| !matches!(note.kind, NoteKind::Suspended { .. } | NoteKind::Corrected);
    if matches!(standing.state, State::InForce | State::Suspended | State::Ended) {
        standing.from = changes.iter().filter(changed).filter_map(|n| n.effective).max().max(from);
    }
    standing.changes = changes;
    Some(standing)
}

/// The nearest unit that holds a place, or that is left of it.
fn held<'d>(document: &'d Document, place: &Address) -> Option<&'d super::Provision> {
    let mut above = place.parent();
    while let Some(holder) = above.filter(|holder| !holder.is_whole()) {
        if let Some(found) = document.find(&holder) {
            return Some(found);
        }
        above = holder.parent();
    }
    None
}

/// From when the place applies, and from when it no longer does, as the instrument itself says.
fn own_days(asked: &Question<'_>) -> (Option<Date>, Option<Date>) {
    let text = asked.base.text();
    let header = Header::read(&Outline::read(&text));
    let of_part = |parts: &[PartEffect]| {
        let named = parts.iter().flat_map(|part| place::all(&part.place).into_iter().map(|p| (p.address, part.date)));
        let holding = named.filter(|(part, _)| !part.is_whole() && part.holds(&asked.place));
        holding.max_by_key(|(part, _)| part.0.len()).map(|(_, date)| date)
    };
    let from = of_part(&header.parts).or(asked.effective).or(header.effective.map(|d| d.value));
    let until = of_part(&header.lapses).or(asked.expired).or(header.expired.map(|d| d.value));
    (from, until)
}

/// The notes at a place, in what it holds, and of what holds it as far as its text is meant; by their days.
fn touching(done: &Consolidation, at: &Address) -> Vec<Note> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut list = &done.document.provisions;
    let mut holders = Vec::new();
    // Of a place that is gone, what is left above it.
    let mut reached = at.clone();
    while done.document.path(&reached).is_none() && !reached.is_whole() {
        reached = reached.parent().unwrap_or_default();
    }
    for index in done.document.path(&reached).unwrap_or_default() {
        let Some(provision) = list.get(index) else { break };
        holders.push(provision);
        list = &provision.children;
    }
    if reached == *at
        && let Some(own) = holders.pop()
    {
        numbers.extend(&own.notes);
        Document { provisions: own.children.clone(), warnings: Vec::new() }.each(&mut |p| numbers.extend(&p.notes));
    }
    let whole = done.document.provisions.first().into_iter().flat_map(|first| &first.notes);
    numbers.extend(holders.iter().flat_map(|holder| &holder.notes).chain(whole));
    numbers.sort_unstable();
    numbers.dedup();
    let note = |number: usize| number.checked_sub(1).and_then(|n| done.notes.get(n));
    let of_text = |note: &&Note| match note.kind {
        NoteKind::Grounds { .. } | NoteKind::Provisions { .. } => false,
        // A new heading of what holds the place leaves the place alone.
        NoteKind::Heading => note.level == at.last().map(|step| step.level),
        _ => true,
    };
    let mut notes: Vec<Note> = numbers.into_iter().filter_map(note).filter(of_text).cloned().collect();
    notes.sort_by_key(|note| note.effective);
    notes
}

/// Whether a note says that its place is not applied on a day.
fn suspends(note: &Note, day: Date) -> bool {
    let NoteKind::Suspended { until } = &note.kind else { return false };
    let last = until.as_deref().map(fold).and_then(|until| {
        let at = until.find(|c: char| c.is_ascii_digit())?;
        folded_at(until.get(..at)?.rfind("ngay").and_then(|from| until.get(from..)).or_else(|| until.get(at..))?)
    });
    last.is_none_or(|(last, _)| day <= last)
}

/// What may touch the place and was not carried out, or not understood.
fn review(done: &Consolidation, asked: &Question<'_>) -> Vec<(Named, usize, Say)> {
    let near = |other: &Address| other.holds(&asked.place) || asked.place.holds(other);
    let failed = done.failed.iter().filter(|one| one.failure != Failure::AlreadyThere || asked.since.is_none());
    let failed = failed.filter(|one| near(&one.operation.place));
    let mut found: Vec<(Named, usize, Say)> =
        failed.map(|one| (one.by.clone(), one.operation.line, one.failure.said())).collect();
    for source in &done.sources {
        let aims_here = source.applied + source.later > 0;
        for one in &source.amendment.unresolved {
            let named = one.targets.iter().any(|(named, at)| named.same(&asked.own) && near(at));
            if named || (one.targets.is_empty() && aims_here) {
                found.push((source.amendment.named.clone(), one.line, one.reason.said()));
            }
        }
    }
    found
}

impl Standing {
    /// What is for review, in both languages.
    pub fn review_said(one: &(Named, usize, Say)) -> Said {
        let (by, line, why) = one;
        Say::AtReview.said_by(|lang| vec![super::amend::called(by), line.to_string(), why.text(lang).to_owned()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::amend;
    use crate::law::name::place::address_of;
    use jiff::civil::date;

    const BASE: &str = "CHÍNH PHỦ\nSố: 1/2026/NĐ-CP\nNGHỊ ĐỊNH\nVề lò\nĐiều 1. Lò\n1. Lò nhỏ.\n2. Lò to.\n3. Lò xa.\nĐiều 2. Hiệu lực\n\
        1. Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2026 đến hết ngày 31 tháng 12 năm 2028.\n2. Khoản 3 Điều 1 Nghị định này có hiệu lực từ ngày 01 tháng 6 năm 2026.\n";
    const LATER: &str = "CHÍNH PHỦ\nSố: 9/2026/NĐ-CP\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 1/2026/NĐ-CP\n\
        Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2026/NĐ-CP\n1. Bãi bỏ khoản 1 Điều 1.\n2. Sửa đổi khoản 2 Điều 1 như sau:\n“2. Lò rất to.”.\n\
        3. Bổ sung khoản 4 vào sau khoản 3 Điều 1 như sau:\n“4. Lò mới.”.\nĐiều 2. Ngưng hiệu lực khoản 3 Điều 1 Nghị định số 1/2026/NĐ-CP đến hết ngày 30 tháng 9 năm 2026.\n\
        Điều 3. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n";

    fn at(place: &str, day: Date) -> Option<(State, Option<String>, Option<Date>)> {
        let base = Document::read(BASE);
        let amending = [Document::read(LATER)];
        let place = if place.is_empty() { Address::default() } else { address_of(place).unwrap() };
        let own = amend::named(&base);
        let (since, effective, expired, amending, answers) = (None, None, None, &amending[..], &[][..]);
        let asked = Question { base: &base, own, since, effective, expired, amending, answers, place, day };
        standing(&asked).map(|found| (found.state, found.text, found.from))
    }

    #[test]
    fn what_holds_on_a_day() {
        let (before, after) = (date(2026, 6, 30), date(2026, 7, 1));
        let new_year = Some(date(2026, 1, 1));
        let text = |text: &str| Some(text.to_owned());
        let clause = |n| format!("khoản {n} Điều 1");
        assert_eq!(at(&clause(1), before), Some((State::InForce, text("1. Lò nhỏ."), new_year)));
        assert_eq!(at(&clause(1), after), Some((State::Repealed, text("1. (được bãi bỏ)"), Some(after))));
        assert_eq!(at(&clause(2), before), Some((State::InForce, text("2. Lò to."), new_year)));
        assert_eq!(at(&clause(2), after), Some((State::InForce, text("2. Lò rất to."), Some(after))));
        // A khoản with a day of its own, suspended later for a time.
        assert_eq!(at(&clause(3), date(2026, 5, 31)), Some((State::NotYet, None, Some(date(2026, 6, 1)))));
        assert_eq!(at(&clause(3), before).unwrap().0, State::InForce);
        assert_eq!(at(&clause(3), date(2026, 9, 30)).unwrap().0, State::Suspended);
        assert_eq!(at(&clause(3), date(2026, 10, 1)).unwrap().0, State::InForce);
        // What is added later, and what never is there.
        assert_eq!(at(&clause(4), before), Some((State::NotYet, None, Some(after))));
        assert_eq!(at(&clause(4), after), Some((State::InForce, text("4. Lò mới."), Some(after))));
        assert_eq!(at(&clause(9), after), None);
        // The end that the instrument itself says.
        assert_eq!(at("", date(2028, 12, 31)).unwrap().0, State::InForce);
        assert_eq!(at("", date(2029, 1, 1)).unwrap().0, State::Ended);
        assert_eq!(at(&clause(2), date(2029, 1, 1)).unwrap().0, State::Ended);
    }
}
