//! One phrase that changes in many places is ordered once: `Thay thế cụm từ “A” bằng cụm từ “B” tại …`, and not by writing each unit anew. A phrase is taken only where
//! replacing it gives the new text of the unit letter for letter.

use super::orders::{Coarse, Order, Spot};
use crate::law::compare::{phrases, tokens};
use crate::law::consolidate::phrased;
use crate::law::{Document, Provision, Side};
use crate::model::Level;
use std::collections::BTreeMap;

/// So many places make an order of their own of any phrase; of one of several words, two do.
const MANY: usize = 3;

/// The longest phrase, in words: a longer one reads no better than the unit written anew.
const LONGEST: usize = 25;

/// How many words beside a change may be taken into the phrase, so that it reads as one and is found nowhere else.
const BESIDE: usize = 3;

/// A change of words in a unit, with the words beside it on its line, the nearest first.
struct Edit {
    old: String,
    new: String,
    left: Vec<String>,
    right: Vec<String>,
}

/// A unit that an order writes anew.
struct Site<'d> {
    /// The order, by its place among them.
    order: usize,
    spot: Spot,
    old: &'d Provision,
    new: &'d Provision,
    edits: Vec<Edit>,
}

/// A phrase and what it becomes; nothing: it goes.
struct Swap {
    old: String,
    new: Option<String>,
}

impl Site<'_> {
    /// The unit after a phrase was replaced in it, and how often it was.
    fn after(&self, unit: &Provision, swap: &Swap) -> (Provision, usize) {
        phrased(unit, &swap.old, swap.new.as_deref(), self.spot.heading)
    }

    fn text(&self, unit: &Provision) -> String {
        text(unit, self.spot.heading)
    }
}

/// What an order writes anew: a unit, or its heading.
fn text(unit: &Provision, heading: bool) -> String {
    let own = unit.text.get(unit.after_mark..).unwrap_or_default();
    let words = match heading {
        true => own.trim_start().lines().next().unwrap_or_default().to_owned(),
        false => own.to_owned() + &unit.children.iter().map(Provision::full_text).collect::<String>(),
    };
    super::orders::lines(&words)
}

/// The orders, those that phrases say better replaced by orders on phrases, which stand behind the others.
pub(super) fn gather(base: &Document, edited: &Document, orders: Vec<Order>, coarse: &Coarse) -> Vec<Order> {
    let site = |(n, order): (usize, &Order)| site(base, edited, n, order, coarse);
    let sites: Vec<Site<'_>> = orders.iter().enumerate().filter_map(site).collect();
    let mut groups: BTreeMap<(&str, &str), Vec<(usize, usize)>> = BTreeMap::new();
    for (at, site) in sites.iter().enumerate() {
        for (n, edit) in site.edits.iter().enumerate() {
            groups.entry((&edit.old, &edit.new)).or_default().push((at, n));
        }
    }
    let mut held = sentence_starts_joined(groups);
    held.sort();
    let swaps: Vec<Option<Swap>> = held.iter().map(|group| swap(&sites, group)).collect();
    // What each unit needs, and whether that gives its new text.
    let needs = |at: usize| -> Vec<usize> {
        let has = |group: &Vec<(usize, usize)>| group.iter().any(|(site, _)| *site == at);
        held.iter().enumerate().filter(|(_, group)| has(group)).map(|(n, _)| n).collect()
    };
    let needs: Vec<Vec<usize>> = (0..sites.len()).map(needs).collect();
    let fits = |(site, needs): (&Site<'_>, &Vec<usize>)| {
        let mut unit = site.old.clone();
        for swap in needs {
            let Some(Some(swap)) = swaps.get(*swap) else { return false };
            unit = site.after(&unit, swap).0;
        }
        !needs.is_empty() && site.text(&unit) == site.text(site.new)
    };
    let mut taken: Vec<bool> = sites.iter().zip(&needs).map(fits).collect();
    // A phrase with too few places left gives its units back, which may leave another one with too few.
    loop {
        let places = |swap: usize| needs.iter().zip(&taken).filter(|(n, taken)| **taken && n.contains(&swap)).count();
        let enough = |(n, swap): (usize, &Option<Swap>)| {
            let several = swap.as_ref().is_some_and(|swap| swap.old.contains(' '));
            places(n) >= if several { MANY - 1 } else { MANY }
        };
        let enough: Vec<bool> = swaps.iter().enumerate().map(enough).collect();
        let keep = |needs: &Vec<usize>| needs.iter().all(|n| enough.get(*n) == Some(&true));
        let next: Vec<bool> = taken.iter().zip(&needs).map(|(taken, needs)| *taken && keep(needs)).collect();
        if next == taken {
            break;
        }
        taken = next;
    }
    let mut said = Vec::new();
    for (n, swap) in swaps.into_iter().enumerate() {
        let here = sites.iter().zip(&needs).zip(&taken).filter(|((_, needs), taken)| **taken && needs.contains(&n));
        let places: Vec<Spot> = here.map(|((site, _), _)| site.spot.clone()).collect();
        if let Some(Swap { old, new }) = swap.filter(|_| !places.is_empty()) {
            said.push(Order::Phrase { old, new, places });
        }
    }
    let gone: Vec<usize> = sites.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(site, _)| site.order).collect();
    let left = orders.into_iter().enumerate().filter(|(n, _)| !gone.contains(n)).map(|(_, order)| order);
    let (annexes, mut units): (Vec<Order>, Vec<Order>) = left.partition(|order| matches!(order, Order::Annex { .. }));
    units.extend(said);
    units.extend(annexes);
    units
}

/// The groups of edits, those in which a capital begins a sentence joined to those of the same words within one.
fn sentence_starts_joined(mut groups: BTreeMap<(&str, &str), Vec<(usize, usize)>>) -> Vec<Vec<(usize, usize)>> {
    let small = |text: &str| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    };
    let keys: Vec<(&str, &str)> =
        groups.keys().copied().filter(|(old, _)| old.starts_with(char::is_uppercase)).collect();
    for (old, new) in keys {
        let (of, to) = (small(old), small(new));
        let twin = [(of.as_str(), new), (of.as_str(), to.as_str())].into_iter().find(|twin| groups.contains_key(twin));
        let twin = twin.and_then(|twin| groups.keys().copied().find(|key| *key == twin));
        if let Some(twin) = twin {
            let moved = groups.remove(&(old, new)).unwrap_or_default();
            groups.entry(twin).or_default().extend(moved);
        }
    }
    groups.into_values().collect()
}

/// The unit of an order, where phrases may say what changes in it.
fn site<'d>(base: &'d Document, edited: &'d Document, n: usize, order: &Order, coarse: &Coarse) -> Option<Site<'d>> {
    let (place, heading) = match order {
        Order::Replace { place, .. } => (place, false),
        Order::Heading { place, .. } => (place, true),
        _ => return None,
    };
    let level = place.last()?.level;
    let kept = |list: &[_]| place.article().is_some_and(|article| list.contains(&article));
    if level.depth() < Level::Article.depth() || kept(&coarse.whole) || kept(&coarse.plain) {
        return None;
    }
    let (old, new) = (base.find(place)?, edited.find(place)?);
    let edits = edits(&text(old, heading), &text(new, heading))?;
    Some(Site { order: n, spot: Spot { place: place.clone(), heading }, old, new, edits })
}

/// What changes between two texts, as phrases; nothing where it is more than phrases.
fn edits(old: &str, new: &str) -> Option<Vec<Edit>> {
    let pieces = phrases(old, new);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if pieces.get(at)?.side == Side::Both {
            at += 1;
            continue;
        }
        let end = pieces.iter().skip(at).position(|piece| piece.side == Side::Both).map_or(pieces.len(), |n| at + n);
        let run = pieces.get(at..end)?;
        if run.iter().any(|piece| piece.is_edit()) {
            let side = |side| run.iter().filter(|p| p.side == side).map(|p| p.text.as_str()).collect::<String>();
            let (old, new) = (side(Side::Old).trim().to_owned(), side(Side::New).trim().to_owned());
            if !is_phrase(&old) || !is_phrase(&new) {
                return None;
            }
            let before = at.checked_sub(1).and_then(|n| pieces.get(n)).map_or("", |piece| piece.text.as_str());
            let after = pieces.get(end).map_or("", |piece| piece.text.as_str());
            let mut left = tokens(before.rsplit('\n').next().unwrap_or_default());
            left.reverse();
            let right = tokens(after.split('\n').next().unwrap_or_default());
            found.push(Edit { old, new, left: beside(left), right: beside(right) });
        }
        at = end;
    }
    Some(found)
}

/// Whether a text can stand in an order as a phrase: words on one line, without quotation marks.
fn is_phrase(text: &str) -> bool {
    let words = text.split_whitespace().count();
    text.is_empty()
        || (words <= LONGEST && text.contains(char::is_alphanumeric) && !text.contains(['\n', '“', '”', '"', '‘', '’']))
}

fn beside(tokens: Vec<&str>) -> Vec<String> {
    let word = |token: &&str| token.starts_with(char::is_alphanumeric);
    tokens.into_iter().take_while(word).take(BESIDE).map(str::to_owned).collect()
}

/// The words that all edits have beside them, the nearest first; a capital may begin a sentence.
fn common<'e>(sides: impl Iterator<Item = &'e Vec<String>>) -> Vec<String> {
    let mut sides = sides.cloned();
    let first = sides.next().unwrap_or_default();
    sides.fold(first, |common, other| {
        let same = |(a, b): (String, String)| match a == b {
            true => Some(a),
            false => (a.to_lowercase() == b.to_lowercase()).then(|| a.to_lowercase()),
        };
        common.into_iter().zip(other).map_while(same).collect()
    })
}

/// The phrase of edits that are one change: with as many words beside it as it reads well with, and is found where it changes and nowhere else.
fn swap(sites: &[Site<'_>], group: &[(usize, usize)]) -> Option<Swap> {
    let edit = |(site, edit): &(usize, usize)| sites.get(*site).and_then(|site| site.edits.get(*edit));
    let Edit { old, new, .. } = edit(group.first()?)?;
    let left = common(group.iter().filter_map(edit).map(|edit| &edit.left));
    let right = common(group.iter().filter_map(edit).map(|edit| &edit.right));
    let wanted = best(old, new, &left, &right);
    let mut sizes: Vec<(usize, usize)> =
        (0..=left.len()).flat_map(|l| (0..=right.len()).map(move |r| (l, r))).collect();
    sizes.sort_by_key(|(l, r)| (l.abs_diff(wanted.0) + r.abs_diff(wanted.1), *r));
    let joined = |middle: &str, (l, r): (usize, usize)| {
        let before = left.iter().take(l).rev().map(String::as_str);
        let after = right.iter().take(r).map(String::as_str);
        let all = before.chain([middle].into_iter().filter(|middle| !middle.is_empty())).chain(after);
        all.collect::<Vec<_>>().join(" ")
    };
    let made = |size: (usize, usize)| Swap {
        old: joined(old, size),
        new: Some(joined(new, size)).filter(|new| !new.is_empty()),
    };
    // In how many units the phrase is found as often as it changes.
    let sound = |swap: &Swap| {
        let found = sites.iter().enumerate().filter(|(at, site)| {
            let changes = group.iter().filter(|(site, _)| site == at).count();
            changes > 0 && site.after(site.old, swap).1 == changes
        });
        found.count()
    };
    let mut best: Option<(usize, Swap)> = None;
    for size in sizes {
        let swap = made(size);
        let count = if swap.old.is_empty() { 0 } else { sound(&swap) };
        if count > best.as_ref().map_or(0, |(count, _)| *count) {
            best = Some((count, swap));
        }
    }
    best.map(|(_, swap)| swap)
}

/// How many words to the left and to the right a phrase reads well with: in Vietnamese what is said of a word follows it, what is counted follows
/// its number, and a name goes on in capitals.
fn best(old: &str, new: &str, left: &[String], right: &[String]) -> (usize, usize) {
    let capital = |word: &String| word.starts_with(char::is_uppercase);
    if new.is_empty() || old.contains(' ') && !old.starts_with(char::is_uppercase) {
        (0, 0)
    } else if old.is_empty() {
        (2.min(left.len()), if left.is_empty() { 2 } else { 0 })
    } else if old.starts_with(|c: char| c.is_ascii_digit()) {
        (0, 1)
    } else if old.starts_with(char::is_uppercase) {
        // "Sở" of "Sở Y tế": what follows a capital belongs to the name.
        let last = right.iter().take_while(|word| capital(word)).count();
        (0, if last > 0 { last + 1 } else { 0 })
    } else {
        (1, 0)
    }
}
