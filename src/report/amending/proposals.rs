//! From measures to proposals on the provisions of an instrument, and where they contradict each other or the text.

use super::{Known, Why};
use crate::law::cite::{Graph, Titles};
use crate::law::draft::Proposal;
use crate::law::name::place::{self, Place};
use crate::law::{Document, Provision};
use crate::model::{Address, CountsAs, InstrumentVersion, Measure};
use crate::reform::Snapshot;
use crate::text::comparable;
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Said};
use std::collections::BTreeMap;

/// What a measure proposes for one provision.
pub(super) struct Aim<'m> {
    pub(super) measure: &'m Measure,
    pub(super) proposal: Proposal,
}

/// The proposals of a measure on an instrument, or why there are none.
pub(super) fn aims<'m>(measure: &'m Measure, snapshot: &Snapshot, text: &Document) -> Result<Vec<Aim<'m>>, Why> {
    let provision = measure.provision.as_deref().unwrap_or_default().trim();
    let (places, _) = place::read(provision, 0).ok_or(Why::NoProvision)?;
    if places.iter().any(|p| p.this.is_some() || p.heading) {
        return Err(Why::NoProvision);
    }
    let new = measure.proposed_text.trim();
    let aim = |place: Address, text: Option<String>| Aim { measure, proposal: Proposal { place, text } };
    if new.is_empty() {
        let abolishes = snapshot.kinds.get(&measure.kind).is_some_and(|kind| kind.counts_as == CountsAs::Abolished);
        if !abolishes {
            return Err(Why::NoProposal);
        }
        return Ok(expanded(&places, text).into_iter().map(|place| aim(place, None)).collect());
    }
    match places.as_slice() {
        [Place { address, until: None, .. }] if text.find(address).is_some_and(|p| reads(p, new)) => Err(Why::Same),
        [Place { address, until: None, .. }] => Ok(vec![aim(address.clone(), Some(new.to_owned()))]),
        _ => Err(Why::SeveralPlaces),
    }
}

/// The places, those of ranges one by one; a range whose ends are not in the text stays as its first place, which then does not fit either.
fn expanded(places: &[Place], text: &Document) -> Vec<Address> {
    let graph = places.iter().any(|p| p.until.is_some()).then(|| Graph::of(text, &Titles::default()));
    let mut found = Vec::new();
    for place in places {
        let range = match (&place.until, &graph) {
            (Some(until), Some(graph)) => graph.range(None, &place.address, until),
            _ => Vec::new(),
        };
        if range.is_empty() { found.push(place.address.clone()) } else { found.extend(range) }
    }
    found
}

/// Whether a provision reads as a text says, with or without its mark; white space and the like do not count.
fn reads(provision: &Provision, text: &str) -> bool {
    let full = provision.full_text();
    let body = full.get(provision.after_mark..).unwrap_or_default();
    let wanted = comparable(text);
    comparable(&full) == wanted || comparable(body) == wanted
}

/// What is to be looked at in proposals, which stand in the order of their places: two that say different things of one provision, one inside a
/// provision that another changes, a current text that is not the one of the version.
pub(super) fn conflicts(aims: &[Aim<'_>], known: &Known) -> Vec<(&'static str, Said)> {
    let mut found = Vec::new();
    let number = &known.instrument.number;
    let mut seen: BTreeMap<&Address, &Aim<'_>> = BTreeMap::new();
    for aim in aims {
        let (place, code) = (&aim.proposal.place, &aim.measure.code);
        if let Some(before) = seen.get(place).filter(|before| before.proposal.text != aim.proposal.text) {
            let said = Say::TwoTexts.said(&[&before.measure.code, code, place, number]);
            found.push(("two-texts", said));
        }
        let mut above = place.parent();
        while let Some(holder) = above {
            if let Some(wider) = seen.get(&holder).filter(|wider| wider.measure.code != *code) {
                found.push(("overlap", Say::Overlap.said(&[&wider.measure.code, &holder, code, place, number])));
            }
            above = holder.parent();
        }
        let current = aim.measure.current_text.trim();
        let reads_otherwise = |p: &Provision| !reads(p, current);
        if !current.is_empty() && aim.proposal.text.is_some() && known.document.find(place).is_some_and(reads_otherwise)
        {
            let version = |lang| InstrumentVersion::called(&known.version, lang);
            let said = Said::by(|lang| Say::OtherCurrent.with(lang, &[code, place, number, &version(lang)]));
            found.push(("other-text", said));
        }
        seen.insert(place, aim);
    }
    found
}
