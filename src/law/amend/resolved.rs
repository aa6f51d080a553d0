//! An order with its places in full, and what follows from it: actions on phrases, where new text goes.

use super::directive::{Anchor, Order, Side, Verb};
use super::operation::{Action, Named, Position, Reason};
use crate::model::{Address, Level};

/// An order with its places in full.
pub(super) struct Resolved<'o> {
    pub order: &'o Order,
    pub places: Result<Vec<(Address, bool)>, Reason>,
    pub anchor: Option<Result<Vec<(Address, bool)>, Reason>>,
    pub instrument: Option<Named>,
}

impl Resolved<'_> {
    pub fn is_erratum(&self) -> bool {
        self.order.verb == Verb::Correct
    }

    /// The places that the order names, as far as they are known; the empty one where it ends a whole instrument.
    pub fn named_places(&self) -> Vec<(Named, Address)> {
        let instrument = self.instrument.clone().unwrap_or_default();
        if self.order.announces {
            return Vec::new();
        }
        if self.order.ends_a_whole() {
            return vec![(instrument, Address::default())];
        }
        let places = self.places.as_deref().unwrap_or_default();
        places.iter().map(|(place, _)| (instrument.clone(), place.clone())).collect()
    }

    /// At what the order aims, as far as that is known: the places that it names, or else what the orders above it named of the instrument. Nothing where
    /// no instrument is known.
    pub fn aims(&self, base: &Address) -> Vec<(Named, Address)> {
        let Some(instrument) = &self.instrument else { return Vec::new() };
        let anchor = self.anchor.iter().flatten().flatten();
        let named = self.places.iter().flatten().chain(anchor);
        let mut places: Vec<(Named, Address)> = named.map(|(place, _)| (instrument.clone(), place.clone())).collect();
        if places.is_empty() {
            places.push((instrument.clone(), base.clone()));
        }
        places
    }
}

pub(super) fn phrase_action(order: &Order, phrase: &str) -> Option<Action> {
    match order.verb {
        Verb::Insert => {
            let anchor = order.anchor.as_ref();
            Some(Action::InsertPhrase {
                text: phrase.to_owned(),
                beside: anchor.and_then(|a| a.phrase.clone()),
                before: anchor.is_some_and(|a| a.side == Side::Before),
            })
            .filter(|_| anchor.is_some())
        }
        Verb::Repeal => Some(Action::DeletePhrase { text: phrase.to_owned(), within: order.within.clone() }),
        _ => {
            Some(Action::ReplacePhrase { old: phrase.to_owned(), new: order.by.clone()?, within: order.within.clone() })
        }
    }
}

/// `Bổ sung đoạn … vào cuối khoản 3`: a paragraph behind all that the anchor holds.
pub(super) fn end_of(one: &Resolved<'_>) -> Option<Address> {
    let anchor = one.anchor.as_ref()?.as_ref().ok()?;
    let (place, _) = anchor.first()?;
    (one.order.verb == Verb::Insert).then(|| place.child(Level::Paragraph, "cuối"))
}

/// Where the n-th insertion of an order goes: by its label where the order says no more; else the first beside the anchor, each further one behind the one
/// before.
pub(super) fn position(one: &Resolved<'_>, n: usize) -> Position {
    let beside = one.order.anchor.as_ref().is_some_and(|anchor| anchor.side != Side::Into);
    let places = one.places.as_ref().map(Vec::as_slice).unwrap_or_default();
    if let Some((before, _)) = n.checked_sub(1).filter(|_| beside).and_then(|at| places.get(at)) {
        return Position::After(before.clone());
    }
    let Some(Anchor { side, .. }) = &one.order.anchor else { return Position::ByLabel };
    let anchor =
        one.anchor.as_ref().and_then(|a| a.as_ref().ok()).and_then(|a| a.last()).map(|(place, _)| place.clone());
    match (side, anchor) {
        (Side::After, Some(place)) => Position::After(place),
        (Side::Before, Some(place)) => Position::Before(place),
        (Side::End, _) => Position::End,
        _ => Position::ByLabel,
    }
}

/// What all places have in common.
pub(super) fn common(resolved: &[Resolved<'_>]) -> Option<Address> {
    let mut found: Option<Address> = None;
    let places =
        resolved.iter().flat_map(|r| r.places.iter().flatten().chain(r.anchor.iter().flat_map(|a| a.iter().flatten())));
    for (place, _) in places {
        found = Some(match found {
            None => place.clone(),
            Some(have) => {
                let shared = have.0.iter().zip(&place.0).take_while(|(a, b)| a == b).count();
                Address(have.0.into_iter().take(shared).collect())
            }
        });
    }
    found
}
