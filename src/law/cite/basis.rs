//! Which procedures rest on a provision: the legal bases of the catalogue, read as references.

use super::graph::{Reach, covers};
use super::index::key;
use super::scan::scan;
use crate::law::name::place::Place;
use crate::model::Address;
use crate::model::instrument::normal_number;
use crate::model::procedure::Basis;

/// A procedure that rests on a provision or an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resting<'c> {
    /// Code of the procedure.
    pub code: &'c str,
    /// Its legal basis.
    pub basis: &'c Basis,
    /// How the basis reaches the provision. [`Reach::Instrument`]: it names no provision, or none that could be read.
    pub reach: Reach,
}

/// The procedures, given by code and legal bases, that rest on a provision of an instrument; the empty address asks for the instrument as a
/// whole, on which all its provisions rest. A basis that names only a part of the provision asked for rests on it too ([`Reach::Itself`]). In the
/// order given.
pub fn resting<'c>(
    procedures: impl IntoIterator<Item = (&'c str, &'c [Basis])>,
    number: &str,
    address: &Address,
) -> Vec<Resting<'c>> {
    let number = normal_number(number);
    let mut found = Vec::new();
    for (code, bases) in procedures {
        for basis in bases.iter().filter(|b| b.number.as_deref().is_some_and(|own| normal_number(own) == number)) {
            found.extend(reach(basis, address).map(|reach| Resting { code, basis, reach }));
        }
    }
    found
}

/// How a basis reaches a provision of its instrument.
fn reach(basis: &Basis, address: &Address) -> Option<Reach> {
    let text = basis.provision.as_deref().unwrap_or_default();
    let references = scan(text, false);
    let places: Vec<&Place> = references.iter().flat_map(|r| &r.places).filter(|p| p.this.is_none()).collect();
    if places.is_empty() {
        return Some(Reach::Instrument);
    }
    places.into_iter().filter_map(|place| reach_of(place, address)).min_by_key(|reach| *reach as u8)
}

fn reach_of(place: &Place, address: &Address) -> Option<Reach> {
    if let Some(until) = &place.until {
        return (covers(&place.address, until, address) || address.is_whole()).then_some(Reach::Range);
    }
    let (named, asked) = (key(&place.address.0), key(&address.0));
    if named.starts_with(&asked) { Some(Reach::Itself) } else { asked.starts_with(&named).then_some(Reach::Holder) }
}
