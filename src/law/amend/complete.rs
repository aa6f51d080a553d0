//! Places in full: what a sentence leaves out comes from the orders above it, or from another place that it names.

use super::directive::Order;
use super::operation::Reason;
use crate::law::name::place::Place;
use crate::model::provision::POINT_LETTERS;
use crate::model::{Address, Label, Level, Step};

/// The places in full, ranges taken apart; the flag says that the heading alone is meant.
pub(super) fn complete_all(places: &[Place], base: &Address) -> Result<Vec<(Address, bool)>, Reason> {
    let mut found = Vec::new();
    for place in places {
        let address = complete(place, base)?;
        match &place.until {
            Some(until) => expand(&address, until).into_iter().for_each(|a| found.push((a, place.heading))),
            None => found.push((address, place.heading)),
        }
    }
    Ok(found)
}

pub(super) fn complete(place: &Place, base: &Address) -> Result<Address, Reason> {
    let widest = place.this.or_else(|| place.address.0.first().map(|s| s.level)).ok_or(Reason::NoPlace)?;
    let depth = widest.depth() + u8::from(place.this.is_some());
    let held = widest != Level::Article && widest != Level::Annex && !widest.is_container();
    let mut steps: Vec<Step> = match widest {
        _ if held || place.this.is_some() => base.0.iter().filter(|s| s.level.depth() < depth).cloned().collect(),
        Level::Section | Level::Subsection => {
            base.0.iter().filter(|s| s.level.is_container() && s.level.depth() < depth).cloned().collect()
        }
        // An Điều of attached rules, where the orders above are about them.
        Level::Article => base.0.iter().take(1).filter(|s| is_attached(s)).cloned().collect(),
        _ => Vec::new(),
    };
    steps.extend(place.address.0.iter().cloned());
    let rooted =
        steps.first().is_some_and(|s| s.level == Level::Article || s.level == Level::Annex || s.level.is_container());
    // Attached rules have Điều of their own: a khoản needs one.
    let lost = held && steps.first().is_some_and(is_attached) && !steps.iter().any(|s| s.level == Level::Article);
    if rooted && !lost { Ok(Address(steps)) } else { Err(Reason::NoArticle) }
}

/// Whether a step is the word of attached rules: "Quy chế".
pub(super) fn is_attached(step: &Step) -> bool {
    step.level == Level::Annex && step.label.is_attached()
}

/// The places of a range by whole numbers or letters.
fn expand(from: &Address, until: &Label) -> Vec<Address> {
    let Some((last, above)) = from.0.split_last() else { return Vec::new() };
    let step = |label: String| {
        let mut steps = above.to_vec();
        steps.push(Step { level: last.level, label: Label::new(label) });
        Address(steps)
    };
    if let (Some(a), Some(b)) = (last.label.number(), until.number()) {
        return (a..=b.min(a.saturating_add(500))).map(|n| step(n.to_string())).collect();
    }
    let at = |label: &Label| POINT_LETTERS.chars().position(|c| label.as_str().starts_with(c));
    match (at(&last.label), at(until)) {
        (Some(a), Some(b)) if a <= b => {
            POINT_LETTERS.chars().skip(a).take(b - a + 1).map(|c| step(c.to_string())).collect()
        }
        _ => vec![from.clone(), step(until.to_string())],
    }
}

/// The base of an order's places: the context, or, where that does not reach far enough, another place of the sentence that has a step of the level
/// of theirs ("điểm a và bổ sung điểm a1 vào sau điểm a khoản 2 Điều 9"), or at least its Điều.
pub(super) fn wider_base(order: &Order, context: &Address, named: &[Address]) -> Address {
    let bare = order.places.first().and_then(|p| p.this.or_else(|| p.address.0.first().map(|s| s.level)));
    let beside = |a: &&Address| context.0.is_empty() || context.holds(a);
    let sibling = |level: Level| named.iter().rev().filter(beside).find(|a| a.label(level).is_some());
    if context.article().is_none() {
        // A point of which only the Điều is known may lie in any khoản of it.
        let found = bare.and_then(sibling).cloned().or_else(|| {
            let article = named.iter().rev().find_map(Address::article)?;
            (bare != Some(Level::Point) && bare != Some(Level::Item)).then_some(article)
        });
        return found.unwrap_or_else(|| context.clone());
    }
    if bare == Some(Level::Point) && context.label(Level::Clause).is_none() {
        let whole = |a: &&Address| a.label(Level::Clause).is_some() && a.label(Level::Point).is_some();
        let sibling = named.iter().rev().filter(beside).find(whole);
        return sibling.and_then(Address::parent).unwrap_or_else(|| context.clone());
    }
    context.clone()
}
