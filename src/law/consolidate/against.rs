//! Our consolidation against a published one, provision by provision: an alarm, not the truth. Note marks are taken out; white space, quotation marks, tone
//! placement and punctuation do not count.

use super::Consolidation;
use super::published::take_marks_out;
use crate::law::Document;
use crate::model::Address;
use crate::text::comparable;

/// A place where two consolidations differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The place.
    pub place: Address,
    /// Our words, if we have the place.
    pub ours: Option<String>,
    /// The published words, if they have it.
    pub theirs: Option<String>,
}

/// How two consolidations compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// Where they differ, in the order of the published text, then what only we have.
    pub differences: Vec<Difference>,
    /// How many places the published text has.
    pub places: usize,
    /// How many note marks were taken out of it.
    pub marks: usize,
}

/// Compares a consolidation with a published one.
pub fn against(ours: &Consolidation, published: &Document) -> Against {
    let mut theirs = published.clone();
    let marks = take_marks_out(&mut theirs);
    let mut differences = Vec::new();
    let places = theirs.walk();
    for (place, provision) in &places {
        let own = ours.document.find(place).map(|p| p.words().to_owned());
        if own.as_deref().map(comparable) != Some(comparable(provision.words())) {
            differences.push(Difference {
                place: place.clone(),
                ours: own,
                theirs: Some(provision.words().to_owned()),
            });
        }
    }
    for (place, provision) in ours.document.walk() {
        if theirs.find(&place).is_none() {
            differences.push(Difference { place, ours: Some(provision.words().to_owned()), theirs: None });
        }
    }
    Against { differences, places: places.len(), marks }
}
