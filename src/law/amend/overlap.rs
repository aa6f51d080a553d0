//! Orders of one instrument that touch the same place: the same said twice, a part beside its whole, or orders that cannot both be meant. What contradicts
//! itself is for a person; what else touches is carried out as written, and said.

use super::operation::{Action, Amendment, Operation, Reason, Unresolved};
use super::sentence::spoken;
use crate::law::Document;
use crate::law::consolidate::{changes_phrase, holds_phrase};
use crate::model::{Address, Level, Step};
use crate::text::comparable;
use crate::words::amend::AmendMessage as Say;
use std::collections::BTreeMap;

/// How two orders on one place stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Overlap {
    /// They order the same: one is carried out.
    Twice,
    /// The place of one is repealed with the place that holds it: there is nothing left for it to do.
    Void,
    /// One is on the place of the other, or on a part of it: they are carried out in the order in which they are written.
    InTurn,
    /// They cannot both be meant.
    Against,
}

impl Overlap {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Overlap::Twice => "twice",
            Overlap::Void => "void",
            Overlap::InTurn => "in-turn",
            Overlap::Against => "against",
        }
    }

    /// What is said of it, in both languages.
    pub fn said(self) -> Say {
        match self {
            Overlap::Twice => Say::OverlapTwice,
            Overlap::Void => Say::OverlapVoid,
            Overlap::InTurn => Say::OverlapInTurn,
            Overlap::Against => Say::OverlapAgainst,
        }
    }
}

/// Two operations of a list that touch one place, the earlier one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting {
    /// How they stand to each other.
    pub overlap: Overlap,
    /// Where the earlier one stands in the list.
    pub first: usize,
    /// Where the later one stands in the list.
    pub second: usize,
    /// Which of the two is not carried out, where it is one alone.
    pub idle: Option<usize>,
}

/// The operations of one instrument that touch the same place of another, on the same day. Which Điều a Chương holds is known from the text that is
/// amended alone.
pub fn meetings(operations: &[Operation], amended: Option<&Document>) -> Vec<Meeting> {
    let mut near: BTreeMap<Option<&Step>, Vec<usize>> = BTreeMap::new();
    for (n, one) in operations.iter().enumerate() {
        near.entry(one.place.0.first()).or_default().push(n);
    }
    let wholes = near.get(&None).cloned().unwrap_or_default();
    let mut found = Vec::new();
    for list in near.values() {
        // What is on a whole instrument touches all of it.
        let beside = wholes.iter().filter(|whole| !list.contains(whole));
        for (at, a) in list.iter().enumerate() {
            for b in list.iter().skip(at + 1).chain(beside.clone()) {
                meet(operations, (*a).min(*b), (*a).max(*b), &covers, &mut found);
            }
        }
    }
    if let Some(document) = amended {
        in_containers(operations, document, &mut found);
    }
    found.sort_by_key(|one| (one.first, one.second));
    found
}

/// Orders on a Chương or Mục, and on Điều that it holds.
fn in_containers(operations: &[Operation], document: &Document, found: &mut Vec<Meeting>) {
    let is_container = |one: &&Operation| one.place.last().is_some_and(|step| step.level.is_container());
    for (n, one) in operations.iter().enumerate().filter(|(_, one)| is_container(one) && !one.heading) {
        let Some(unit) = document.find(&one.place) else { continue };
        let mut held: Vec<Step> = Vec::new();
        let mut below: Vec<&crate::law::Provision> = unit.children.iter().collect();
        while let Some(child) = below.pop() {
            match &child.label {
                Some(label) if child.level == Level::Article => {
                    held.push(Step { level: Level::Article, label: label.clone() });
                }
                _ => below.extend(&child.children),
            }
        }
        let inside = |wide: &Operation, narrow: &Operation| {
            std::ptr::eq(wide, one) && narrow.place.0.first().is_some_and(|step| held.contains(step))
        };
        for m in (0..operations.len()).filter(|m| *m != n) {
            meet(operations, n.min(m), n.max(m), &inside, found);
        }
    }
}

fn meet(
    operations: &[Operation],
    first: usize,
    second: usize,
    covers: &dyn Fn(&Operation, &Operation) -> bool,
    found: &mut Vec<Meeting>,
) {
    let (Some(a), Some(b)) = (operations.get(first), operations.get(second)) else { return };
    // What begins on another day is an order of its own; an erratum acts on the text as it was issued.
    if !a.instrument.same(&b.instrument) || a.effective != b.effective || a.erratum != b.erratum {
        return;
    }
    let (overlap, idle) = match (covers(a, b), covers(b, a)) {
        (true, true) if a.action == Action::Repeal => (on_one(a, b), second),
        (true, true) if b.action == Action::Repeal => (on_one(a, b), first),
        (true, true) => (on_one(a, b), second),
        (true, false) => (on_part(a, b, true), second),
        (false, true) => (on_part(b, a, false), first),
        (false, false) => return,
    };
    let Some(overlap) = overlap else { return };
    let idle = matches!(overlap, Overlap::Twice | Overlap::Void).then_some(idle);
    found.push(Meeting { overlap, first, second, idle });
}

/// Whether all that one operation may touch holds what the other one is on. A heading is a part of its unit.
fn covers(wide: &Operation, narrow: &Operation) -> bool {
    wide.place.holds(&narrow.place) && (!wide.heading || (narrow.heading && wide.place == narrow.place))
}

/// Two orders on the very same place.
fn on_one(first: &Operation, second: &Operation) -> Option<Overlap> {
    use Action::{Insert, Repeal, Suspend};
    let (a, b) = (&first.action, &second.action);
    if same(a, b) {
        return Some(Overlap::Twice);
    }
    let paragraph = first.place.last().is_some_and(|step| step.level == Level::Paragraph);
    match (a, b) {
        // Paragraphs go one behind the other.
        (Insert { .. }, Insert { .. }) if paragraph => None,
        // What is repealed may come back under its number.
        (Repeal, Insert { .. }) => Some(Overlap::InTurn),
        (Repeal, other) | (other, Repeal) if phrase(other).is_some() => Some(Overlap::Void),
        _ if phrase(a).is_some() && phrase(b).is_some() => phrases(a, b, true),
        _ if phrase(a).is_some() || phrase(b).is_some() => {
            let suspended = matches!(a, Suspend { .. }) || matches!(b, Suspend { .. });
            (!suspended).then_some(Overlap::InTurn)
        }
        (Suspend { .. }, Suspend { .. }) => Some(Overlap::Against),
        (Suspend { .. }, _) | (_, Suspend { .. }) => Some(Overlap::InTurn),
        _ => Some(Overlap::Against),
    }
}

/// An order on a place, and one on a part of it.
fn on_part(wide: &Operation, narrow: &Operation, wide_first: bool) -> Option<Overlap> {
    let (whole, part) = (&wide.action, &narrow.action);
    match whole {
        Action::Repeal => match part {
            Action::Repeal | Action::Suspend { .. } => Some(Overlap::Void),
            _ if phrase(part).is_some() => Some(Overlap::Void),
            _ => Some(Overlap::Against),
        },
        Action::Replace { .. } | Action::Insert { .. } | Action::ReplaceAnnex { .. } => Some(Overlap::InTurn),
        Action::Suspend { .. } => match part {
            Action::Suspend { .. } => Some(if same(whole, part) { Overlap::Twice } else { Overlap::InTurn }),
            _ => None,
        },
        Action::ReplaceHeading { .. } => None,
        _ => match part {
            Action::Replace { text } | Action::Insert { text, .. } | Action::ReplaceHeading { text } => {
                // New text without the phrase is touched by neither order.
                let new = match whole {
                    Action::ReplacePhrase { new, .. } => Some(new.as_str()),
                    _ => None,
                };
                phrase(whole).is_some_and(|old| changes_phrase(text, old, new)).then_some(Overlap::InTurn)
            }
            _ if phrase(part).is_none() => None,
            _ if same(whole, part) => wide_first.then_some(Overlap::Twice),
            _ => match (phrases_in_order(whole, part, wide_first), wide_first) {
                // What holds for the part goes before what holds for all, where it is said first.
                (Some(Overlap::Against), false) => Some(Overlap::InTurn),
                (other, _) => other,
            },
        },
    }
}

fn phrases_in_order(whole: &Action, part: &Action, wide_first: bool) -> Option<Overlap> {
    if wide_first { phrases(whole, part, false) } else { phrases(part, whole, false) }
}

/// Two orders on phrases, the earlier one first.
fn phrases(a: &Action, b: &Action, one_place: bool) -> Option<Overlap> {
    let within = |action: &Action| match action {
        Action::ReplacePhrase { within, .. } | Action::DeletePhrase { within, .. } => within.as_deref().map(comparable),
        _ => None,
    };
    let inserts = |action: &Action| matches!(action, Action::InsertPhrase { .. });
    let at_the_end = |action: &Action| matches!(action, Action::InsertPhrase { beside: None, .. });
    if at_the_end(a) || at_the_end(b) {
        return (one_place && at_the_end(a) && at_the_end(b)).then_some(Overlap::InTurn);
    }
    let (old, next) = (phrase(a)?, phrase(b)?);
    if same_words(old, next) && within(a) == within(b) {
        return Some(if inserts(a) || inserts(b) { Overlap::InTurn } else { Overlap::Against });
    }
    // “A” becomes “B”, and “B” becomes “C”.
    let brings = match a {
        Action::ReplacePhrase { new, .. } => Some(new),
        Action::InsertPhrase { text, .. } => Some(text),
        _ => None,
    };
    brings.is_some_and(|new| holds_phrase(new, next) && !holds_phrase(old, next)).then_some(Overlap::InTurn)
}

/// The phrase that an action looks for; the empty one where it goes behind all that is there.
fn phrase(action: &Action) -> Option<&str> {
    match action {
        Action::ReplacePhrase { old, .. } => Some(old),
        Action::DeletePhrase { text, .. } => Some(text),
        Action::InsertPhrase { beside, .. } => Some(beside.as_deref().unwrap_or_default()),
        _ => None,
    }
}

/// Whether two actions order the same, whatever the spelling of tones, blanks and points.
fn same(a: &Action, b: &Action) -> bool {
    use Action::{Insert, InsertPhrase, Replace, ReplaceHeading};
    match (a, b) {
        (Replace { text: a }, Replace { text: b }) | (ReplaceHeading { text: a }, ReplaceHeading { text: b }) => {
            same_words(a, b)
        }
        (Insert { text: a, .. }, Insert { text: b, .. }) => same_words(a, b),
        // A phrase may be put in twice.
        (InsertPhrase { .. }, InsertPhrase { .. }) => a == b,
        _ => a == b,
    }
}

/// Whether two texts differ in nothing but blanks and the spelling of tones. Signs count: "5,5" is not "5.5".
fn same_words(a: &str, b: &str) -> bool {
    let signs = |text: &str| text.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace()).collect::<String>();
    comparable(a) == comparable(b) && signs(a) == signs(b)
}

/// Takes the operations that contradict each other out, for review: each with the lines of those that it stands against.
pub(super) fn part(document: &Document, amendment: &mut Amendment) {
    let against = meetings(&amendment.operations, None).into_iter().filter(|one| one.overlap == Overlap::Against);
    let mut rivals: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for one in against {
        rivals.entry(one.first).or_default().push(one.second);
        rivals.entry(one.second).or_default().push(one.first);
    }
    let mut open: Vec<Unresolved> = Vec::new();
    for (n, others) in &rivals {
        let Some(one) = amendment.operations.get(*n) else { continue };
        let lines = others.iter().filter_map(|n| amendment.operations.get(*n)).map(|o| (o.source.clone(), o.line));
        let target = (one.instrument.clone(), one.place.clone());
        match open.iter_mut().find(|open| open.source == one.source && open.line == one.line) {
            Some(there) => {
                there.targets.extend(Some(target).filter(|target| !there.targets.contains(target)));
                for line in lines {
                    there.beside.extend(Some(line).filter(|line| !there.beside.contains(line)));
                }
            }
            None => open.push(Unresolved {
                source: one.source.clone(),
                line: one.line,
                sentence: sentence(document, &one.source, one.line),
                reason: Reason::Contradicts,
                targets: vec![target],
                beside: lines.collect(),
            }),
        }
    }
    let mut n = 0;
    amendment.operations.retain(|_| {
        n += 1;
        !rivals.contains_key(&(n - 1))
    });
    amendment.unresolved.extend(open);
}

/// The sentence of an order, by the unit and the line at which it stands.
fn sentence(document: &Document, source: &Address, line: usize) -> String {
    let at_line =
        |unit: &crate::law::Provision| spoken(unit).into_iter().find(|one| one.line == line).map(|one| one.sentence);
    let unit = document.find(source);
    unit.and_then(at_line).unwrap_or_else(|| super::dates::standing_at(document, line).1)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    const HEAD: &str = "BỘ CHÈ LAM\nSố: 9/2031/TT-BCL\nTHÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n\
        Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 3/2021/TT-BCL\n";

    /// Which orders meet, by their lines, and which stand for review, with the lines of their rivals.
    type Told = (Vec<(Overlap, usize, usize)>, Vec<(usize, Vec<usize>)>);

    fn told(orders: &str) -> Told {
        let text = format!("{HEAD}{orders}\nĐiều 2. Thông tư này có hiệu lực từ ngày 1 tháng 6 năm 2031.");
        let amendment = read(&Document::read(&text));
        let line = |n: usize| amendment.operations[n].line;
        let met = meetings(&amendment.operations, None);
        let met = met.into_iter().map(|one| (one.overlap, line(one.first) - 5, line(one.second) - 5)).collect();
        let open = amendment.unresolved.iter().map(|one| {
            assert_eq!(one.reason, Reason::Contradicts, "{one:?}");
            (one.line - 5, one.beside.iter().map(|(_, line)| line - 5).collect())
        });
        (met, open.collect())
    }

    #[test]
    fn the_same_said_twice_is_one_order() {
        let twice = "1. Bãi bỏ khoản 2 Điều 5.\n2. Bãi bỏ khoản 3 Điều 6 và khoản 2 Điều 5.";
        assert_eq!(told(twice), (vec![(Overlap::Twice, 1, 2)], vec![]));
        let text = "Sửa đổi khoản 2 Điều 5 như sau:\n“2. Rửa chảo hoà tan.”.";
        let again = text.replace("hoà", "hòa");
        assert_eq!(told(&format!("1. {text}\n2. {again}")).0, vec![(Overlap::Twice, 1, 3)]);
        let wide = "1. Thay thế cụm từ “chảo” bằng cụm từ “nồi” tại Điều 5.\n2. Thay thế cụm từ “chảo” bằng cụm từ “nồi” tại khoản 2 Điều 5.";
        assert_eq!(told(wide).0, vec![(Overlap::Twice, 1, 2)]);
    }

    #[test]
    fn what_cannot_both_be_meant_is_for_a_person() {
        let replaced = "Sửa đổi khoản 2 Điều 5 như sau: “2. Rửa chảo.”.";
        for other in [
            "Sửa đổi khoản 2 Điều 5 như sau: “2. Rửa nồi.”.",
            "Bãi bỏ khoản 2 Điều 5.",
            "Bãi bỏ Điều 5.",
            "Bổ sung khoản 2 vào Điều 5 như sau: “2. Rửa nồi.”.",
        ] {
            assert_eq!(
                told(&format!("1. {replaced}\n2. {other}")),
                (vec![], vec![(1, vec![2]), (2, vec![1])]),
                "{other}"
            );
            assert_eq!(
                told(&format!("1. {other}\n2. {replaced}")),
                (vec![], vec![(1, vec![2]), (2, vec![1])]),
                "{other}"
            );
        }
        let phrases = "1. Thay cụm từ “chảo” bằng cụm từ “nồi” tại Điều 5.\n2. Thay cụm từ “chảo” bằng cụm từ “lò” tại Điều 5.\n3. Bãi bỏ Điều 7.";
        assert_eq!(told(phrases), (vec![], vec![(1, vec![2]), (2, vec![1])]));
        // Of an order on several places, the one that contradicts is taken out.
        let list = "1. Bãi bỏ khoản 2 và khoản 3 Điều 5.\n2. Sửa đổi khoản 3 Điều 5 như sau: “3. Rửa chảo.”.";
        let text = format!("{HEAD}{list}");
        let amendment = read(&Document::read(&text));
        assert_eq!((amendment.operations.len(), amendment.unresolved.len(), amendment.orders), (1, 2, 3));
        assert_eq!(amendment.unresolved[0].sentence, "Bãi bỏ khoản 2 và khoản 3 Điều 5.");
        assert_eq!(amendment.unresolved[0].targets[0].1.to_string(), "khoản 3 Điều 5");
    }

    #[test]
    fn what_touches_is_carried_out_in_turn() {
        let whole = "Sửa đổi Điều 5 như sau:\n“Điều 5. Chảo\n1. Rửa chảo.\n2. Hong chảo.”.";
        for (part, met) in [
            ("Bãi bỏ khoản 2 Điều 5.", Overlap::InTurn),
            ("Thay thế cụm từ “nồi” bằng cụm từ “chảo” tại khoản 2 Điều 5.", Overlap::InTurn),
            ("Bổ sung khoản 3 vào sau khoản 2 Điều 5 như sau: “3. Cất chảo.”.", Overlap::InTurn),
        ] {
            assert_eq!(told(&format!("1. {whole}\n2. {part}")), (vec![(met, 1, 5)], vec![]), "{part}");
        }
        let void = "1. Thay thế cụm từ “chảo” bằng cụm từ “nồi” tại khoản 2 Điều 5 và Điều 6.\n2. Bãi bỏ Điều 5.";
        assert_eq!(told(void).0, vec![(Overlap::Void, 1, 2)]);
        let chain = "1. Thay thế cụm từ “chảo” bằng cụm từ “nồi” tại Điều 5.\n2. Thay thế cụm từ “nồi” bằng cụm từ “lò” tại Điều 5.";
        assert_eq!(told(chain).0, vec![(Overlap::InTurn, 1, 2)]);
    }

    #[test]
    fn what_does_not_touch_is_not_told() {
        for orders in [
            "1. Sửa đổi tên Điều 5 như sau: “Điều 5. Chảo”.\n2. Sửa đổi khoản 2 Điều 5 như sau: “2. Rửa nồi.”.",
            "1. Sửa đổi khoản 2 Điều 5 như sau: “2. Rửa nồi.”.\n2. Thay thế cụm từ “chảo” bằng cụm từ “lò” tại Điều 5.",
            "1. Thay thế cụm từ “chảo” bằng cụm từ “lò” tại Điều 5.\n2. Bãi bỏ khoản 2 Điều 5.",
            "1. Sửa đổi khoản 2 Điều 5 như sau: “2. Rửa chảo gang.”.\n2. Thay thế cụm từ “chảo” bằng cụm từ “chảo gang” tại Điều 5.",
            "1. Bãi bỏ khoản 2 Điều 5.\n2. Sửa đổi khoản 3 Điều 5 như sau: “3. Rửa nồi.”.",
            "1. Thay thế cụm từ “Bộ Chảo” bằng cụm từ “Bộ Nồi” tại Điều 5.\n2. Thay thế cụm từ “Sở Chảo” bằng cụm từ “Sở Nồi” tại Điều 5.",
        ] {
            assert_eq!(told(orders), (vec![], vec![]), "{orders}");
        }
        // On another day it is another order.
        let days = "1. Sửa đổi khoản 2 Điều 5 như sau: “2. Rửa nồi.”.\n2. Bãi bỏ khoản 2 Điều 5 kể từ ngày 1 tháng 1 năm 2033.";
        assert_eq!(told(days), (vec![], vec![]));
    }
}
