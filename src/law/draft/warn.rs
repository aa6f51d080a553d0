//! What a drafter should look at again.

use super::base::{Base, Head};
use super::orders::Order;
use crate::law::{Document, Provision};
use crate::model::provision::POINT_LETTERS;
use crate::model::{Address, Level};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Said};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Something to look at again before the draft goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// More than half of the Điều change: the instrument should be replaced (Nghị định 78/2025/NĐ-CP Điều 63).
    MoreThanHalf {
        /// The instrument.
        instrument: String,
        /// Điều that change.
        changed: usize,
        /// Điều that it has.
        total: usize,
    },
    /// Instruments of different bodies are amended by one.
    DifferentIssuers {
        /// The bodies.
        issuers: Vec<String>,
    },
    /// Too few days between issue and effect: 45 for central instruments, 10 for local ones (Luật 64/2025/QH15).
    EffectTooNear {
        /// Days from issue to effect.
        days: i32,
        /// Days that there should be.
        least: i32,
    },
    /// A point has a letter outside the alphabet of labels.
    Letter {
        /// The point.
        place: Address,
    },
    /// A unit that did not change stands under another number.
    Renumbered {
        /// Where it stood.
        from: Address,
        /// Where it stands.
        to: Address,
    },
    /// A point has more than one sentence.
    SeveralIdeas {
        /// The point.
        place: Address,
    },
    /// The preamble or the signature block changed; an amending instrument cannot say so.
    Unamendable {
        /// Which.
        level: Level,
    },
    /// Read back and applied, the draft does not give the edited text here.
    NotExact {
        /// The place, of the whole instrument if it cannot be told.
        place: Address,
    },
}

impl Warning {
    /// The stable name of the kind.
    pub fn name(&self) -> &'static str {
        match self {
            Warning::MoreThanHalf { .. } => "more-than-half",
            Warning::DifferentIssuers { .. } => "different-issuers",
            Warning::EffectTooNear { .. } => "effect-too-near",
            Warning::Letter { .. } => "letter",
            Warning::Renumbered { .. } => "renumbered",
            Warning::SeveralIdeas { .. } => "several-ideas",
            Warning::Unamendable { .. } => "unamendable",
            Warning::NotExact { .. } => "not-exact",
        }
    }

    /// The warning in words.
    pub fn said(&self) -> Said {
        match self {
            Warning::MoreThanHalf { instrument, changed, total } => {
                Say::MoreThanHalf.said(&[instrument, changed, total])
            }
            Warning::DifferentIssuers { issuers } => Say::DifferentIssuers.said(&[&issuers.join(", ")]),
            Warning::EffectTooNear { days, least } => Say::EffectTooNear.said(&[days, least]),
            Warning::Letter { place } => Say::LetterOutside.said(&[place]),
            Warning::Renumbered { from, to } => Say::Renumbered.said(&[from, to]),
            Warning::SeveralIdeas { place } => Say::SeveralIdeas.said(&[place]),
            Warning::Unamendable { level } => {
                let part = match level {
                    Level::Preamble => Say::PreambleWord,
                    Level::Closing => Say::ClosingWord,
                    _ => Say::OutsideWord,
                };
                let both = |lang| Say::Unamendable.with(lang, &[&part.text(lang)]);
                Said::by(both)
            }
            Warning::NotExact { place } => Say::NotExact.said(&[place]),
        }
    }
}

/// What is to be looked at in the orders on one instrument.
pub(super) fn of_base(base: &Base<'_>, edited: &Document, orders: &[Order]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let changed: BTreeSet<Address> = orders.iter().flat_map(Order::places).filter_map(Address::article).collect();
    let total = base.document.count(Level::Article);
    let touched = changed.iter().filter(|a| base.document.find(a).is_some()).count();
    if touched * 2 > total && total > 1 {
        warnings.push(Warning::MoreThanHalf { instrument: base.citation(), changed: touched, total });
    }
    for (place, provision) in edited.walk() {
        if provision.level != Level::Point {
            continue;
        }
        let old = base.document.find(&place);
        if old.is_some_and(|old| old.text.trim() == provision.text.trim()) {
            continue;
        }
        if old.is_none()
            && place.last().is_some_and(|s| !s.label.as_str().chars().next().is_some_and(|c| POINT_LETTERS.contains(c)))
        {
            warnings.push(Warning::Letter { place: place.clone() });
        }
        if sentences(provision.words()) > 1 {
            warnings.push(Warning::SeveralIdeas { place });
        }
    }
    warnings.extend(renumbered(base.document, edited));
    warnings
}

/// Sentences of a text: full stops before a capital.
fn sentences(text: &str) -> usize {
    text.split(". ").filter(|s| s.trim_start().starts_with(char::is_uppercase)).count()
}

/// Units whose words are the same under another label of the same holder, where the old label has other words now.
fn renumbered(base: &Document, edited: &Document) -> Vec<Warning> {
    let mut found = Vec::new();
    let new: Vec<(Address, &Provision)> = edited.walk();
    for (from, old) in base.walk() {
        let kept = edited.find(&from).is_some_and(|p| p.words() == old.words());
        if kept
            || old.words().chars().count() < 20
            || !matches!(old.level, Level::Article | Level::Clause | Level::Point)
        {
            continue;
        }
        let moved = new.iter().find(|(to, p)| {
            p.level == old.level
                && p.words() == old.words()
                && *to != from
                && (old.level == Level::Article || to.parent() == from.parent())
        });
        if let Some((to, _)) = moved
            && base.find(to).is_none_or(|p| p.words() != old.words())
        {
            found.push(Warning::Renumbered { from, to: to.clone() });
        }
    }
    found
}

/// What is to be looked at in the whole instrument.
pub(super) fn of_head(head: &Head, bases: &[Base<'_>]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let issuers: BTreeSet<String> = bases.iter().filter_map(|b| b.facts.issuer.clone()).collect();
    if issuers.len() > 1 {
        warnings.push(Warning::DifferentIssuers { issuers: issuers.into_iter().collect() });
    }
    let least = if head.local { 10 } else { 45 };
    if let (Some(issued), Some(effective)) = (head.issued, head.effective) {
        let days = days_between(issued, effective);
        if days < least && !head.shortened {
            warnings.push(Warning::EffectTooNear { days, least });
        }
    }
    warnings
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
